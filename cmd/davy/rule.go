package main

import (
	"fmt"

	"davy/detect"
	"davy/model"
)

// ruleFlags choose how pairs are judged.
type ruleFlags struct {
	Rule    string  `help:"How pairs are judged: best (cascade if the model has it, else profiles), cascade (pairs as a whole, ordinary traffic known too), profiles (a calibrated hull for each group of miners, exact tests) or article (one raw hull, a fixed share inside)." enum:"best,cascade,profiles,article" default:"best"`
	MinRate float64 `help:"Article's rule: share of a pair's windows that must lie inside." default:"0.98"`
}

// detector judges by a model as the flags say. A terse one says nothing of pairs
// that do not mine.
func (f *ruleFlags) detector(m *model.Model, terse bool) (*detect.Detector, error) {
	opts, err := f.judging()
	if err != nil {
		return nil, err
	}
	opts.Terse = terse
	return detect.New(m, opts)
}

func (f *ruleFlags) judging() (detect.Options, error) {
	if !(f.MinRate > 0 && f.MinRate <= 1) {
		return detect.Options{}, usage(fmt.Errorf("--min-rate %v: want a share above 0, at most 1", f.MinRate))
	}
	return detect.Options{Rule: detect.Rule(f.Rule), MinRate: f.MinRate}, nil
}
