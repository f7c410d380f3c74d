package eval

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"

	"davy/detect"
	"davy/model"
)

// Options of an evaluation.
type Options struct {
	Rules    []detect.Rule
	MinRate  float64 // of the article's rule
	Least    int     // windows a mining pair needs to count towards recall
	Workers  int     // pairs judged at a time; nothing depends on it
	Exposure Exposure

	// For training.
	Training model.Options // Level is set by the rules
	With     []Sample      // learnt by every model, never judged
	Folds    int           // most models a way of holding out may train; 0: 40, or 10 if that is too few
}

// An Assessor judges logs with a given model, one set after another. Only what
// was said of them is kept.
type Assessor struct {
	judges   []judge
	outcomes [][]outcome
	opts     Options
}

// NewAssessor returns an Assessor with a judge for every rule.
func NewAssessor(m *model.Model, opts Options) *Assessor {
	a := &Assessor{opts: opts, outcomes: make([][]outcome, len(opts.Rules))}
	for _, rule := range opts.Rules {
		a.judges = append(a.judges, newJudge(m, rule, opts.MinRate))
	}
	return a
}

// Judge judges all samples, and returns how many there were.
func (a *Assessor) Judge(samples iter.Seq[*Sample]) int {
	n := 0
	for i, o := range judgeAll(samples, a.judges, a.opts.Workers) {
		a.outcomes[i] = append(a.outcomes[i], o...)
		n = len(o)
	}
	return n
}

// Expose adds to the time that interfaces were watched.
func (a *Assessor) Expose(e Exposure) { a.opts.Exposure.add(e) }

// Reports sums up, a report for each rule.
func (a *Assessor) Reports() []*Report { return reports(a.outcomes, "beforehand", a.opts) }

// HoldOut judges every sample with a model that was trained on the samples of
// all other folds, see [Way], and on opts.With.
func HoldOut(samples []Sample, way Way, opts Options) ([]*Report, error) {
	return newSchool(samples, opts).holdOut(samples, way, opts)
}

// holdOut is HoldOut with options that may have changed in rules of the same
// levels, and in traits.
func (all *school) holdOut(samples []Sample, way Way, opts Options) ([]*Report, error) {
	all.opts = opts
	fold, n, trained, err := partition(samples, way, opts.Folds)
	if err != nil {
		return nil, err
	}
	outcomes := make([][]outcome, len(opts.Rules))
	for f := range n {
		judges, err := all.train(func(i int) bool { return fold[i] != f })
		if err != nil {
			return nil, fmt.Errorf("part %d of %d held out by %s: %w", f+1, n, way, err)
		}
		held := func(yield func(*Sample) bool) {
			for i := range samples {
				if fold[i] == f && !yield(&samples[i]) {
					return
				}
			}
		}
		for i, o := range judgeAll(held, judges, opts.Workers) {
			outcomes[i] = append(outcomes[i], o...)
		}
	}
	return reports(outcomes, opts.also(trained), opts), nil
}

// LaterHalf trains on the first half of every mining pair and judges the
// second: what the method does for the very miner it knows. Ordinary pairs are
// judged whole, with their captures' traffic known to the model.
func LaterHalf(samples []Sample, opts Options) ([]*Report, error) {
	first, second := slices.Clone(samples), slices.Clone(samples)
	for i := range samples {
		if s := &samples[i]; s.Label.Mining {
			half := s.Pair.Windows[len(s.Pair.Windows)/2].Start
			first[i].Pair, second[i].Pair = s.Pair.Cut(math.MinInt64, half), s.Pair.Cut(half, math.MaxInt64)
		}
	}
	judges, err := newSchool(first, opts).train(func(int) bool { return true })
	if err != nil {
		return nil, err
	}
	outcomes := judgeAll(pointers(second), judges, opts.Workers)
	return reports(outcomes, opts.also("on the first half of the same captures"), opts), nil
}

func pointers(samples []Sample) iter.Seq[*Sample] {
	return func(yield func(*Sample) bool) {
		for i := range samples {
			if !yield(&samples[i]) {
				return
			}
		}
	}
}

// also says that other logs were learnt too.
func (o *Options) also(trained string) string {
	switch {
	case len(o.With) == 0:
		return trained
	case trained == "":
		return "on other logs"
	}
	return trained + " and on other logs"
}

// A school trains judges on parts of the same samples.
type school struct {
	samples []model.Sample
	with    []model.Sample
	opts    Options
}

func newSchool(samples []Sample, opts Options) *school {
	s := &school{samples: TrainAll(samples), with: TrainAll(opts.With), opts: opts}
	if !slices.Contains(opts.Rules, detect.Profiles) {
		model.Look(s.samples, opts.Workers)
		model.Look(s.with, opts.Workers)
		model.Look(opts.Training.Measure, opts.Workers)
	}
	return s
}

// train makes a judge for every rule of the samples that are kept, by index.
// Rules share a model where they can: every model has the article's hull.
func (s *school) train(keep func(int) bool) ([]judge, error) {
	known := slices.Clone(s.with)
	for i := range s.samples {
		if keep(i) {
			known = append(known, s.samples[i])
		}
	}
	models := make(map[model.Level]*model.Model)
	judges := make([]judge, len(s.opts.Rules))
	for i, rule := range s.opts.Rules {
		level := s.level(rule)
		m, trained := models[level]
		if !trained {
			opts := s.opts.Training
			opts.Level, opts.MinRate = level, s.opts.MinRate
			var err error
			if m, _, err = model.Train(known, opts); err != nil && !errors.Is(err, model.ErrNoMining) {
				return nil, err
			}
			models[level] = m
		}
		judges[i] = newJudge(m, rule, s.opts.MinRate)
	}
	return judges, nil
}

// level is what a model for the rule must have learnt.
func (s *school) level(rule detect.Rule) model.Level {
	if rule != detect.Article {
		return model.Level(rule)
	}
	for _, other := range s.opts.Rules {
		if other != detect.Article {
			return model.Level(other)
		}
	}
	return model.LevelArticle
}
