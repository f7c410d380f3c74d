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

// A detail is what the panel of one finding shows beside its row.
type detail struct {
	Gates   []gate  `json:"g"`
	Set     int     `json:"m"`           // of measures
	Places  []place `json:"p,omitempty"` // of the pair, on each measure
	Read    string  `json:"r,omitempty"` // the pair's values in words, parted by |
	Weights []int   `json:"w,omitempty"` // what each adds to the log odds of the vote, in thousandths
	More    int     `json:"o,omitempty"` // measures left out, those of least weight
	Traffic *pack   `json:"t,omitempty"`

	Names [][2]string `json:"n,omitempty"` // of the two ends: what each is, and the name
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

// details are the panels of findings, with so many traits at most and without
// the windows.
func (ix *index) details(findings []detect.Finding, most int) []detail {
	ix.Sets, ix.sets = [][]int{}, make(map[string]int)
	out := make([]detail, len(findings))
	for i := range findings {
		out[i] = ix.detail(&findings[i], most)
	}
	return out
}

func (ix *index) detail(f *detect.Finding, most int) detail {
	d := detail{Gates: []gate{}}
	for _, name := range report.Names(f) {
		d.Names = append(d.Names, [2]string{name[0], clean(name[1])})
	}
	var traits []*detect.Evidence
	for i := range f.Evidence {
		if e := &f.Evidence[i]; isTrait(e) {
			traits = append(traits, e)
		} else {
			d.Gates = append(d.Gates, ix.gate(e))
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
		readings = append(readings, reading(e))
		d.Places = append(d.Places, spanOf(e.Miner, e.Ordinary).place(e.Value))
		d.Weights = append(d.Weights, int(math.Round(1000**e.Weight)))
	}
	d.Set, d.Read = ix.set(set), strings.Join(readings, "|")
	return d
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
