package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"davy/bench/trial"
	"davy/internal/numeral"
)

// A figure is what bench/geometry and its rival print of one operation: what it
// took, in seconds, and what came out of it.
type figure struct {
	Op       string   `json:"op"`
	N        int      `json:"n"`
	CPU      float64  `json:"cpu"`
	Wall     float64  `json:"wall"`
	Vertices *int     `json:"vertices"`
	Facets   *int     `json:"facets"`
	Members  *int     `json:"members"`
	Pairs    *int     `json:"pairs"`
	Mean     *float64 `json:"mean"`
}

// An operation was done by davy and by SciPy, once in each round.
type operation struct {
	name        string // as in goals.go: hull-1k, member-small-inside, …
	davy, scipy []figure
}

// readGeometry pairs NAME.davy.jsonl with NAME.scipy.jsonl. Operations that had
// another outcome are in differ instead.
func readGeometry(dir string) (all []operation, differ []error, err error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.davy.jsonl"))
	if err != nil {
		return nil, nil, err
	}
	for _, path := range paths {
		stem := strings.TrimSuffix(path, ".davy.jsonl")
		o := operation{name: filepath.Base(stem)}
		davy, err1 := figures(path)
		scipy, err2 := figures(stem + ".scipy.jsonl")
		if err := errors.Join(err1, err2); err != nil {
			return nil, nil, err
		}
		if len(davy) == 0 || len(davy) != len(scipy) {
			return nil, nil, fmt.Errorf("%s: %d rounds of davy, %d of SciPy", o.name, len(davy), len(scipy))
		}
		o.davy, o.scipy = davy, scipy
		if err := o.differ(); err != nil {
			differ = append(differ, fmt.Errorf("%s, since the two do not agree: %w", o.name, err))
			continue
		}
		all = append(all, o)
	}
	return all, differ, nil
}

func figures(path string) ([]figure, error) {
	text, err := lines(path)
	if err != nil {
		return nil, err
	}
	all := make([]figure, len(text))
	for i, line := range text {
		if err := json.Unmarshal([]byte(line), &all[i]); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", filepath.Base(path), i+1, err)
		}
		if !(all[i].CPU > 0 && all[i].Wall > 0) {
			return nil, fmt.Errorf("%s:%d: no time", filepath.Base(path), i+1)
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: %w", path, os.ErrNotExist)
	}
	return all, nil
}

// differ is nil if both had the same outcome in every round: counts to the
// unit, means to rounding. At least one of these must be there.
func (o *operation) differ() error {
	for i := range o.davy {
		d, s := &o.davy[i], &o.scipy[i]
		compared := 0
		for name, pair := range map[string][2]*int{
			"vertices": {d.Vertices, s.Vertices}, "facets": {d.Facets, s.Facets},
			"members": {d.Members, s.Members}, "pairs": {d.Pairs, s.Pairs}, "points": {&d.N, &s.N},
		} {
			if pair[0] == nil || pair[1] == nil {
				continue
			}
			if *pair[0] != *pair[1] {
				return fmt.Errorf("davy has %d %s, SciPy %d", *pair[0], name, *pair[1])
			}
			if name != "points" {
				compared++
			}
		}
		if d.Mean != nil && s.Mean != nil {
			if math.Abs(*d.Mean-*s.Mean) > 1e-9*math.Abs(*s.Mean) {
				return fmt.Errorf("davy has a mean of %v, SciPy %v", *d.Mean, *s.Mean)
			}
			compared++
		}
		if compared == 0 {
			return errors.New("no outcome to compare")
		}
	}
	return nil
}

// find returns the operation of the name, nil if it was not measured.
func (r *results) find(name string) *operation {
	for i := range r.geometry {
		if r.geometry[i].name == name {
			return &r.geometry[i]
		}
	}
	return nil
}

func cpuOf(f *figure) float64  { return f.CPU }
func wallOf(f *figure) float64 { return f.Wall }

// ratio is the spread of davy's cost for one of SciPy's, by rounds.
func (o *operation) ratio(of func(*figure) float64) trial.Spread {
	x := make([]float64, len(o.davy))
	for i := range x {
		x[i] = of(&o.davy[i]) / of(&o.scipy[i])
	}
	return trial.NewSpread(x)
}

func spreadOf(figures []figure, of func(*figure) float64) trial.Spread {
	x := make([]float64, len(figures))
	for i := range x {
		x[i] = of(&figures[i])
	}
	return trial.NewSpread(x)
}

// title says in words what was done.
func (o *operation) title() string {
	f := &o.davy[0]
	facets := ""
	if f.Facets != nil {
		facets = numeral.Grouped(*f.Facets) + " facets"
	}
	switch f.Op {
	case "hull":
		return "hull of " + facets
	case "member":
		return "membership, " + facets + ", " + o.name[strings.LastIndexByte(o.name, '-')+1:]
	case "neighbour":
		return "nearest neighbours"
	case "ripley":
		return "Ripley's K, 32 radii"
	}
	return o.name
}

// compareOperations orders by what is done, then by size.
func compareOperations(a, b operation) int {
	x, y := &a.davy[0], &b.davy[0]
	facets := func(f *figure) int {
		if f.Facets == nil {
			return 0
		}
		return *f.Facets
	}
	return cmp.Or(cmp.Compare(x.Op, y.Op), cmp.Compare(x.N, y.N), cmp.Compare(facets(x), facets(y)), cmp.Compare(a.name, b.name))
}
