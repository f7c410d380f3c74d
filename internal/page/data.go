package page

import (
	"cmp"
	"math"
	"slices"
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
	Summary  *words3   `json:"summary"`
	Strings  []string  `json:"strings"`
	Measures []measure `json:"measures"`
	Sets     [][]int   `json:"sets"` // measures that findings have in common
	Rows     []row     `json:"rows"`
	Chunk    int       `json:"chunk"` // findings in one block of details
	Rule     string    `json:"rule"`
	Model    string    `json:"model"`
	Digest   string    `json:"digest"`

	strings map[string]int
	names   map[scaleKey]int
	sets    map[string]int
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
}

// A detail is what the panel of one finding shows beside its row.
type detail struct {
	Gates   []gate  `json:"g"`
	Set     int     `json:"m"`           // of measures
	Places  []place `json:"p,omitempty"` // of the pair, on each measure
	Read    string  `json:"r,omitempty"` // the pair's values in words, parted by |
	Weights []int   `json:"w,omitempty"` // what each adds to the log odds of the vote, in thousandths
	More    int     `json:"o,omitempty"` // measures left out, those of least weight
	Traffic *pack   `json:"t,omitempty"`
}

// A pack is the traffic of one pair.
type pack struct {
	Windows  string   `json:"w"` // see pack.go
	From     int64    `json:"f"`
	Total    int      `json:"n"` // windows there were
	Sums     []string `json:"s"` // local bytes, local packets, remote bytes, remote packets: decimal, up to 2^64−1
	Counts   []uint64 `json:"c"` // records, rejected records, connections, unanswered, client ports, siblings
	Turned   string   `json:"j"`
	Other    string   `json:"x"`
	Ports    [][2]int `json:"p"` // port, windows
	ServerAt int      `json:"a"` // biflow.Side
}

func newIndex(summary *report.Summary, findings []detect.Finding) *index {
	ix := &index{
		Summary: inWords(summary, findings), Rule: clean(string(summary.Rule)), Model: clean(summary.Model), Digest: clean(summary.Digest),
		Chunk: chunk, Rows: []row{}, Strings: []string{}, Measures: []measure{}, Sets: [][]int{},
		strings: make(map[string]int), names: make(map[scaleKey]int), sets: make(map[string]int),
	}
	for i := range findings {
		ix.Rows = append(ix.Rows, ix.row(&findings[i]))
	}
	return ix
}

func (ix *index) row(f *detect.Finding) row {
	r := row{ID: clean(f.ID), Port: f.ServerPort, Score: rounded(f.Score, 4), Vote: rounded(f.Vote, 5)}
	for _, s := range []string{
		f.Interface, f.Local.String(), f.Remote.String(), f.Account, f.VPC, f.Subnet, f.Instance,
		string(f.Verdict), f.Kind, f.Profile, string(f.Clue), string(f.Rule),
	} {
		r.Names = append(r.Names, ix.intern(clean(s)))
	}
	r.Counts = []int64{f.First, f.Last, int64(f.Windows), int64(f.Inside), int64(f.Possible), int64(f.Unknown), int64(f.Judged)}
	for _, e := range reasons(f) {
		r.Reasons = append(r.Reasons, ix.measure(e))
		_, reading := words(e.Filter, e.Value)
		r.Readings = append(r.Readings, reading)
	}
	return r
}

// reasons are the two traits that speak loudest for the verdict.
func reasons(f *detect.Finding) []*detect.Evidence {
	var out []*detect.Evidence
	for i := range f.Evidence {
		if e := &f.Evidence[i]; isTrait(e) && (*e.Weight > 0) == (f.Verdict != detect.None) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, byWeight)
	return out[:min(2, len(out))]
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

// details are the panels of findings, with so many traits at most and without
// the windows.
func (ix *index) details(findings []detect.Finding, most int) []detail {
	out := make([]detail, len(findings))
	for i := range findings {
		out[i] = ix.detail(&findings[i], most)
	}
	return out
}

func (ix *index) detail(f *detect.Finding, most int) detail {
	d := detail{Gates: []gate{}}
	var traits []*detect.Evidence
	for i := range f.Evidence {
		if e := &f.Evidence[i]; isTrait(e) {
			traits = append(traits, e)
		} else {
			d.Gates = append(d.Gates, newGate(e))
		}
	}
	slices.SortStableFunc(traits, byWeight)
	if n := len(traits) - most; n > 0 {
		traits, d.More = traits[:most], n
	}
	// By measure, so that findings share their set; the page sorts by weight.
	of := make(map[*detect.Evidence]int, len(traits))
	for _, e := range traits {
		of[e] = ix.measure(e)
	}
	slices.SortStableFunc(traits, func(a, b *detect.Evidence) int { return cmp.Compare(of[a], of[b]) })
	var set []int
	var readings []string
	for _, e := range traits {
		set = append(set, of[e])
		_, reading := words(e.Filter, e.Value)
		readings = append(readings, reading)
		d.Places = append(d.Places, spanOf(e.Miner, e.Ordinary).place(e.Value))
		d.Weights = append(d.Weights, int(math.Round(1000**e.Weight)))
	}
	d.Set, d.Read = ix.set(set), strings.Join(readings, "|")
	return d
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

func (s *series) pack(most int) *pack {
	text, from := packed(thin(s.points, most))
	p := &pack{
		Windows: text, From: from, Total: s.total, ServerAt: int(s.server), Ports: [][2]int{},
		Counts: []uint64{s.records, s.rejected, s.conns, s.unheard, uint64(s.clients), uint64(s.siblings)},
		Turned: strconv.FormatUint(s.turned, 10), Other: strconv.FormatUint(s.other, 10),
	}
	for _, x := range s.sums {
		p.Sums = append(p.Sums, strconv.FormatUint(x, 10))
	}
	for _, u := range s.ports {
		p.Ports = append(p.Ports, [2]int{int(u.port), u.windows})
	}
	return p
}

// rounded is x with so many decimals; 0 for what is no number, which JSON cannot say.
func rounded(x float64, decimals int) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	unit := math.Pow10(decimals)
	return math.Round(x*unit) / unit
}
