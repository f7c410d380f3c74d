package model

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"davy/biflow"
)

// Options of training.
type Options struct {
	Policy Policy
	Note   string // kept in the model's provenance
	// Level is what is learnt beside the article's hull, which every model has.
	Level Level
	// MinRate is the share of further windows the article's hull must hold if it is all there is.
	MinRate float64
	Workers int // 0: one; the model does not depend on it
	Rounds  int // trees of the cascade; 0: 600
	// Traits says which traits of traffic are looked at; nil: all.
	Traits func(name string) bool
	// Measure are pairs that the cascade does not learn: what its votes are worth
	// is measured on them alone. Their ordinary programs should be as frequent as
	// they are in life. Without them it is measured on parts left out of training.
	Measure []Sample
}

// A Level of detection.
type Level string

// Levels.
const (
	LevelArticle  Level = "article"  // one raw hull of all mining windows
	LevelProfiles Level = "profiles" // a calibrated hull for each group of miners
	LevelCascade  Level = "cascade"  // pairs as a whole, ordinary ones known too
)

// A Refusal is a profile that cannot meet its own threshold.
type Refusal struct {
	Profile string
	Windows int // it had
	Needed  int // it would need, 0 if more windows would not help
	Why     string

	overlaps bool // with ordinary traffic: a narrower group may do better
}

func (r *Refusal) Error() string {
	s := fmt.Sprintf("profile %q refused: %s; it has %d windows", r.Profile, r.Why, r.Windows)
	if r.Needed > r.Windows {
		s += fmt.Sprintf(", it would need about %d", r.Needed)
	}
	return s
}

// ErrNoMining means that no sample was labelled mining.
var ErrNoMining = errors.New("no window of a mining pair: nothing to learn from")

// Train makes a model. Groups that cannot meet their threshold are left out
// and returned as refusals; the caller decides whether that is a failure.
func Train(samples []Sample, opts Options) (*Model, []*Refusal, error) {
	samples, opts.Measure = sorted(samples), sorted(opts.Measure)
	groups, mining, ordinary := split(samples)
	if len(mining) == 0 {
		return nil, nil, ErrNoMining
	}
	m := &Model{
		Format: formatName, Version: Version, Window: biflow.Seconds, Space: Space,
		Policy: opts.Policy, Training: provenance(samples, opts.Note),
	}
	if len(opts.Measure) > 0 {
		p := provenance(opts.Measure, "")
		m.Training.Measured = &p
	}
	var refusals []*Refusal
	var err error
	switch opts.Level {
	case LevelProfiles:
		refusals, err = m.trainProfiles(groups, ordinary, opts.Policy)
	case LevelCascade:
		refusals, err = m.trainCascade(samples, opts)
	}
	if err != nil {
		return nil, nil, err
	}
	base, err := trainBaseline(mining)
	switch {
	case err != nil && opts.Level == LevelArticle:
		refusals = append(refusals, &Refusal{Profile: "article", Windows: count(mining), Why: err.Error()})
	case err == nil:
		m.Baseline = base
		if opts.Level == LevelArticle && base.Coverage.Expanded < opts.MinRate {
			refusals = append(refusals, refuseBaseline(base, mining, opts.MinRate))
		}
	}
	return m, refusals, m.seal()
}

// sorted returns the samples in the order of their keys.
func sorted(samples []Sample) []Sample {
	return slices.SortedStableFunc(slices.Values(samples), func(a, b Sample) int { return cmp.Compare(a.Key, b.Key) })
}

// trainProfiles adds a profile, or several, for each group.
func (m *Model) trainProfiles(groups map[string][]Sample, ordinary []Sample, policy Policy) ([]*Refusal, error) {
	var refusals []*Refusal
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		profiles, refused, err := trainGroup(name, groups[name], ordinary, policy, policy.FalseRate/float64(len(groups)))
		if err != nil {
			return nil, err
		}
		m.Profiles = append(m.Profiles, profiles...)
		refusals = append(refusals, refused...)
	}
	return refusals, nil
}

// split sorts the samples into mining groups and ordinary pairs.
func split(samples []Sample) (groups map[string][]Sample, mining, ordinary []Sample) {
	groups = make(map[string][]Sample)
	for _, s := range samples {
		switch {
		case len(s.Points) == 0:
		case s.Mining:
			groups[s.Group] = append(groups[s.Group], s)
			mining = append(mining, s)
		default:
			ordinary = append(ordinary, s)
		}
	}
	return groups, mining, ordinary
}

func count(samples []Sample) int {
	n := 0
	for _, s := range samples {
		n += len(s.Points)
	}
	return n
}

func points(samples []Sample) []biflow.Point {
	all := make([]biflow.Point, 0, count(samples))
	for _, s := range samples {
		all = append(all, s.Points...)
	}
	return all
}
