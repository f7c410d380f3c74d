package model

import (
	"fmt"

	"davy/hull"
)

// trainBaseline makes the article's model: all points of all mining pairs, no
// scaling, no pruning. Its coverage is measured as a profile's is.
func trainBaseline(mining []Sample) (*Baseline, error) {
	all := points(mining)
	h, err := hull.New(dim, raw(all))
	if err != nil {
		return nil, err
	}
	held := crossValidate(mining, buildRaw)
	inside := shareWithin(held.all, 1)
	return &Baseline{
		Windows: len(all), Volume: h.Volume(), Vertices: corners(h, all, raw), hull: h,
		Coverage: Coverage{Efron: efron(h.NumVertices(), len(all)), Raw: inside, Expanded: inside, Least: held.least(1), Folds: held.folds, Held: held.held},
	}, nil
}

func refuseBaseline(b *Baseline, mining []Sample, minRate float64) *Refusal {
	return &Refusal{
		Profile: "article", Windows: b.Windows, Needed: windowsNeeded(mining, buildRaw, minRate),
		Why: fmt.Sprintf("it expects to hold %.1f %% of a miner's further windows and asks for %.1f %%", 100*b.Coverage.Expanded, 100*minRate),
	}
}
