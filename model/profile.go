package model

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"davy/biflow"
	"davy/hull"
	"davy/shape"
)

// trainGroup makes the profiles of one group. Miners of one coin differ
// twentyfold in rate, and a hull over all of them is mostly empty space; where
// that space holds ordinary pairs, the group is parted into a slower and a
// faster half, by rate, and each half has a profile of its own, if need be
// again and again.
func trainGroup(name string, miners, ordinary []Sample, policy Policy, falseRate float64) ([]*Profile, []*Refusal, error) {
	p, err := trainProfile(name, miners, ordinary, policy, falseRate)
	if err == nil {
		return []*Profile{p}, nil, nil
	}
	refusal, ok := errors.AsType[*Refusal](err)
	if !ok {
		return nil, nil, fmt.Errorf("profile %q: %w", name, err)
	}
	if !refusal.overlaps || len(miners) < 2 {
		return nil, []*Refusal{refusal}, nil
	}
	byRate := slices.Clone(miners)
	slices.SortStableFunc(byRate, func(a, b Sample) int { return cmp.Compare(medianRate(a.Points), medianRate(b.Points)) })
	half := len(byRate) / 2
	slow, refusedSlow, err := trainGroup(name+"/slow", byRate[:half], ordinary, policy, falseRate/2)
	if err != nil {
		return nil, nil, err
	}
	fast, refusedFast, err := trainGroup(name+"/fast", byRate[half:], ordinary, policy, falseRate/2)
	return append(slow, fast...), append(refusedSlow, refusedFast...), err
}

// medianRate is a pair's rate on the axis that prune calls rate.
func medianRate(points []biflow.Point) float64 {
	rates := make([]float64, len(points))
	for i, x := range points {
		rates[i] = traits(x)[3]
	}
	return shape.Median(rates)
}

// trainProfile makes the profile of one group of miners beside ordinary pairs.
// falseRate is the profile's part of the policy's.
func trainProfile(name string, miners, ordinary []Sample, policy Policy, falseRate float64) (*Profile, error) {
	p := &Profile{Name: name, Pairs: len(miners), Windows: count(miners), FalseRate: falseRate}
	refuse := func(needed int, format string, args ...any) error {
		return &Refusal{Profile: name, Windows: p.Windows, Needed: needed, Why: fmt.Sprintf(format, args...)}
	}
	overlap := func(format string, args ...any) error {
		return &Refusal{Profile: name, Windows: p.Windows, Why: fmt.Sprintf(format, args...), overlaps: true}
	}
	if needed := conformalMin(policy.Coverage); p.Windows < needed {
		return nil, refuse(needed, "too few windows to know where %.0f %% of them lie", 100*policy.Coverage)
	}
	kept := prune(miners)
	p.Pruned = p.Windows - len(kept)
	h, err := hull.New(dim, scaled(kept))
	if err != nil {
		return nil, refuse(0, "no hull: %v", err)
	}
	p.hull, p.Volume, p.Vertices = h, h.Volume(), corners(h, kept, scaled)
	held := crossValidate(miners, buildScaled)
	p.Coverage = Coverage{
		Efron: efron(h.NumVertices(), len(kept)), Raw: shareWithin(held.all, 1), Folds: held.folds, Held: held.held,
	}
	others := gaugePairs(h, ordinary)
	if flagged := p.expand(&held, others, policy); flagged != 0 {
		needed := windowsNeeded(miners, buildScaled, policy.Coverage)
		switch {
		case p.Alpha == 0:
			return nil, refuse(needed, "half of the held-out windows lie off the hull's span")
		case flagged > 0:
			return nil, overlap("even at α %.2f it takes %d of %d ordinary pairs for miners", p.Alpha, flagged, len(ordinary))
		}
		return nil, overlap("up to %.0f %% of ordinary pairs enter it: no day of windows tells them apart", 100*p.Ordinary.Rate)
	}
	return p, nil
}

// lowestCoverage is where a profile gives up: hulls that hold less than most of
// a miner's windows say nothing.
const lowestCoverage = 0.5

// expand sets α and what follows from it: the largest α, among those that hold
// the policy's coverage and, in steps of five per cent, less of it down to
// half, at which no ordinary pair is taken for a miner. It returns 0, or how
// many pairs still are, or -1 if no day of windows decides.
func (p *Profile) expand(held *holdout, ordinary [][]float64, policy Policy) (flagged int) {
	for coverage := policy.Coverage; coverage >= lowestCoverage; coverage -= 0.05 {
		alpha, ok := conformalQuantile(held.all, coverage)
		if !ok {
			continue
		}
		p.Alpha = max(1, alpha)
		p.Coverage.Expanded = shareWithin(held.all, p.Alpha)
		p.Coverage.Least = held.least(p.Alpha)
		p.Share = max(lowestCoverage, min(p.Coverage.Least, coverage))
		p.Ordinary = against(ordinary, p.Alpha)
		p.MinWindows = minWindows(policy, p.Share, p.Ordinary.Rate, p.FalseRate)
		if p.MinWindows > mostWindows {
			flagged = -1
		} else if flagged = p.flags(ordinary, policy); flagged == 0 {
			return 0
		}
		if p.Alpha == 1 {
			break
		}
	}
	if p.Alpha == 0 {
		return -1
	}
	return flagged
}

// gaugePairs returns every pair's gauges, ascending.
func gaugePairs(h *hull.Hull, pairs []Sample) [][]float64 {
	out := make([][]float64, len(pairs))
	for i, s := range pairs {
		out[i] = gaugeAll(h, scaled(s.Points))
	}
	return out
}

// against measures an expansion on ordinary pairs. Windows of one pair are
// alike, so the rate counts a pair as one observation, inside if any of its
// windows is. Where no ordinary pair is known, half is assumed.
func against(ordinary [][]float64, alpha float64) Ordinary {
	o := Ordinary{Rate: unknownRate}
	for _, gauges := range ordinary {
		inside := within(gauges, alpha)
		o.Pairs++
		o.Windows += len(gauges)
		o.Inside += inside
		if inside > 0 {
			o.Touched++
		}
	}
	if o.Pairs > 0 {
		o.Rate = shape.ClopperPearsonUpper(o.Touched, o.Pairs, 0.95)
	}
	return o
}

// flags counts the ordinary pairs that come half way to being taken for miners:
// half the share of windows inside that a miner has. Where some of those known
// come so near, some of those not known will get there.
func (p *Profile) flags(ordinary [][]float64, policy Policy) int {
	n := 0
	for _, gauges := range ordinary {
		half := shape.BinomialQuantile(policy.MissRate, len(gauges), p.Share/2)
		if k := within(gauges, p.Alpha); len(gauges) >= p.MinWindows && k > 0 && k >= half {
			n++
		}
	}
	return n
}
