package page

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"davy/detect"
	"davy/internal/report"
)

// clean makes what is not printable visible, and no string longer than people read.
func clean(s string) string {
	const most = 500
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return report.Clean(s)
}

// The index is what the list of findings needs; it is read when the page opens.
type index struct {
	Summary  *brief     `json:"summary"`
	Strings  []string   `json:"strings"`
	Measures []measure  `json:"measures"`
	Sets     [][]int    `json:"sets"`    // measures that findings have in common
	Between  [][]string `json:"between"` // sentences without their numbers
	Rows     []row      `json:"rows"`
	Chunk    int        `json:"chunk"` // findings in one block of details
	Rule     string     `json:"rule"`
	Model    string     `json:"model"`
	Digest   string     `json:"digest"`

	strings map[string]int
	names   map[scaleKey]int
	sets    map[string]int
	between map[string]int
}

// A row is one finding in the list. Numbers but ports, counts and times are
// indices of strings.
type row struct {
	ID       string   `json:"id"`
	Names    []int    `json:"n"` // interface, local, remote, account, VPC, subnet, instance, verdict, kind, profile, clue, rule
	Port     uint16   `json:"p"`
	Score    float64  `json:"s"`
	Vote     float64  `json:"v"`
	Counts   []int64  `json:"c"` // first window, last window, windows, inside, possible, unknown, judged
	Reasons  []int    `json:"y,omitempty"`
	Readings []string `json:"z,omitempty"` // of the reasons
	Where    []int    `json:"w,omitempty"` // what the interface is, and which others saw the traffic
	Who      []int    `json:"o,omitempty"` // who the two ends are, if either is known
	Waved    []int    `json:"x,omitempty"` // why the finding is suppressed, if it is
}

func newIndex(summary *report.Summary, findings []detect.Finding) *index {
	ix := &index{
		Summary: inWords(summary, findings), Rule: clean(string(summary.Rule)), Model: clean(summary.Model), Digest: clean(summary.Digest),
		Chunk: chunk, Rows: []row{}, Strings: []string{}, Measures: []measure{}, Sets: [][]int{}, Between: [][]string{},
		strings: make(map[string]int), names: make(map[scaleKey]int), sets: make(map[string]int), between: make(map[string]int),
	}
	for i := range findings {
		ix.Rows = append(ix.Rows, ix.row(&findings[i]))
	}
	return ix
}

func (ix *index) row(f *detect.Finding) row {
	r := row{ID: clean(f.ID), Port: f.ServerPort, Score: rounded(f.Score, 4), Vote: rounded(f.Vote, 5)}
	for _, s := range []string{
		f.Interface, f.Local.String(), f.Remote.String(), f.Account, f.VPC, f.Subnet, report.Instance(f),
		string(f.Verdict), f.Kind, f.Profile, string(f.Clue), string(f.Rule),
	} {
		r.Names = append(r.Names, ix.intern(clean(s)))
	}
	r.Counts = []int64{f.First, f.Last, int64(f.Windows), int64(f.Inside), int64(f.Possible), int64(f.Unknown), int64(f.Judged)}
	for _, line := range report.Elsewhere(f, mostNamed) {
		r.Where = append(r.Where, ix.intern(clean(line)))
	}
	if local, remote := report.Ends(f); local != "" || remote != "" {
		r.Who = []int{ix.intern(clean(local)), ix.intern(clean(remote))}
	}
	if s := report.Suppressed(f); s != "" {
		r.Waved = []int{ix.intern(clean(s))}
	}
	for _, e := range report.Reasons(f, 2) {
		if isTrait(&e) {
			r.Reasons = append(r.Reasons, ix.measure(&e))
			r.Readings = append(r.Readings, reading(&e))
		}
	}
	return r
}

func isTrait(e *detect.Evidence) bool {
	return e.Weight != nil && e.Miner != nil && e.Ordinary != nil
}

func byWeight(a, b *detect.Evidence) int {
	return cmp.Compare(math.Abs(*b.Weight), math.Abs(*a.Weight))
}

func (ix *index) intern(s string) int {
	i, ok := ix.strings[s]
	if !ok {
		i = len(ix.Strings)
		ix.strings[s], ix.Strings = i, append(ix.Strings, s)
	}
	return i
}

func (ix *index) measure(e *detect.Evidence) int {
	key := scaleKey{e.Filter, *e.Miner, *e.Ordinary}
	i, ok := ix.names[key]
	if !ok {
		i = len(ix.Measures)
		ix.names[key], ix.Measures = i, append(ix.Measures, newMeasure(e))
	}
	return i
}

// A scaleKey is what makes two measures the same.
type scaleKey struct {
	filter          string
	miner, ordinary [2]float64
}

func (ix *index) set(measures []int) int {
	var key strings.Builder
	for _, m := range measures {
		key.WriteString(strconv.Itoa(m) + " ")
	}
	i, ok := ix.sets[key.String()]
	if !ok {
		i = len(ix.Sets)
		ix.sets[key.String()], ix.Sets = i, append(ix.Sets, append([]int{}, measures...))
	}
	return i
}

func (ix *index) sentence(between []string) int {
	key := strings.Join(between, "\x00")
	i, ok := ix.between[key]
	if !ok {
		i = len(ix.Between)
		ix.between[key], ix.Between = i, append(ix.Between, between)
	}
	return i
}

// rounded is x with so many decimals; 0 for what is no number, which JSON cannot say.
func rounded(x float64, decimals int) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	unit := math.Pow10(decimals)
	return math.Round(x*unit) / unit
}
