package eval

import (
	"cmp"
	"slices"

	"davy/detect"
	"davy/shape"
)

// Alerts says how often ordinary pairs are called mining: each once, as far as
// the logs reach.
type Alerts struct {
	Exposure
	Pairs int     `json:"pairs"`
	Rate  float64 `json:"per_1000_interfaces_and_week"`
	Upper float64 `json:"upper"` // 95 % bound on the rate: Poisson, exact
}

func alerts(ordinary []outcome, e Exposure) Alerts {
	a := Alerts{Exposure: e}
	for i := range ordinary {
		if ordinary[i].verdict == detect.Mining {
			a.Pairs++
		}
	}
	if e.Weeks > 0 {
		a.Rate = 1000 * float64(a.Pairs) / e.Weeks
		a.Upper = 1000 * shape.PoissonUpper(a.Pairs, confidence) / e.Weeks
	}
	return a
}

// upper is the 95 % upper bound on a share: exact (Clopper & Pearson).
func upper(s Share) float64 {
	if s.N == 0 {
		return 1
	}
	return shape.ClopperPearsonUpper(s.K, s.N, confidence)
}

// A Precision is the share of pairs that mine among those called mining, if
// one pair in 1/Base mines: Bayes' rule.
type Precision struct {
	Base  float64 `json:"base_rate"`
	Point float64 `json:"precision"`
	Least float64 `json:"least"` // with the upper bound of the share of ordinary pairs flagged
}

// baseRates are that of the score, and one miner in the pairs of 5,000
// interfaces, each with about forty peers as in the article.
var baseRates = [...]float64{detect.BaseRate, 1.0 / 200000}

func precisions(found Share, ordinary Level) []Precision {
	out := make([]Precision, len(baseRates))
	for i, base := range baseRates {
		of := func(flagged float64) float64 {
			hits, misses := base*found.Rate(), (1-base)*flagged
			if hits == 0 {
				return 0
			}
			return hits / (hits + misses)
		}
		out[i] = Precision{Base: base, Point: of(ordinary.Mining.Rate()), Least: of(ordinary.Upper)}
	}
	return out
}

// A Program is one kind of ordinary program.
type Program struct {
	Name    string `json:"name"`
	Pairs   int    `json:"pairs"`
	Mining  int    `json:"mining"`
	Suspect int    `json:"suspect"`
}

// programs counts ordinary pairs by kind, those that are flagged most first.
func programs(ordinary []outcome) []Program {
	at := make(map[string]int)
	out := []Program{}
	for i := range ordinary {
		o := &ordinary[i]
		j, seen := at[o.label.Group]
		if !seen {
			j = len(out)
			at[o.label.Group] = j
			out = append(out, Program{Name: o.label.Group})
		}
		out[j].Pairs++
		switch o.verdict {
		case detect.Mining:
			out[j].Mining++
		case detect.Suspect:
			out[j].Suspect++
		}
	}
	slices.SortFunc(out, func(a, b Program) int {
		return cmp.Or(b.Mining-a.Mining, b.Suspect-a.Suspect, cmp.Compare(a.Name, b.Name))
	})
	return out
}
