package eval

import (
	"davy/detect"
	"davy/shape"
)

// Reliability says what the score is worth as a probability, on the pairs that
// had one. Scores are for one miner in a thousand pairs; here they are
// converted to the share of miners among the pairs judged, by Bayes' rule.
type Reliability struct {
	Miners   int     `json:"miners"`
	Ordinary int     `json:"ordinary"`
	Brier    float64 `json:"brier"`          // mean squared error, 0 is best
	Constant float64 `json:"brier_constant"` // of saying the share of miners of every pair
	Bins     []Bin   `json:"bins"`
}

// A Bin is what came of the pairs with a converted score from Lo to Hi.
type Bin struct {
	Lo    float64 `json:"lo"`
	Hi    float64 `json:"hi"`
	Pairs int     `json:"pairs"`
	Said  float64 `json:"said"` // mean converted score
	Mined Share   `json:"mined"`
}

// bins of the reliability diagram.
const bins = 10

// reliability is nil where a side is missing.
func reliability(miners, ordinary []outcome) *Reliability {
	var score []float64
	var came []bool
	var n [2]int
	add := func(all []outcome, mines bool, side int) {
		for i := range all {
			if s := all[i].score; s > 0 && all[i].note == "" {
				score, came = append(score, s), append(came, mines)
				n[side]++
			}
		}
	}
	add(miners, true, 0)
	add(ordinary, false, 1)
	if n[0] == 0 || n[1] == 0 {
		return nil
	}
	share := float64(n[0]) / float64(n[0]+n[1])
	odds := share / (1 - share) / (detect.BaseRate / (1 - detect.BaseRate))
	for i, p := range score {
		score[i] = p * odds / (p*odds + 1 - p)
	}
	r := &Reliability{Miners: n[0], Ordinary: n[1], Constant: share * (1 - share)}
	r.Brier, _ = shape.Brier(score, came)
	for _, b := range shape.Reliability(score, came, bins, confidence) {
		r.Bins = append(r.Bins, Bin{Lo: b.Lo, Hi: b.Hi, Pairs: b.N, Said: b.Said, Mined: NewShare(b.Came, b.N)})
	}
	return r
}
