package model

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"davy/biflow"
)

// A Sample is one labelled pair.
type Sample struct {
	Mining bool
	Group  string // profile it belongs to, for mining
	Key    string // what it is, unique: capture, interface, local::remote
	First  int64  // epoch seconds of its first and last window
	Last   int64
	Points []biflow.Point // by time; silent windows and implausible counts left out
}

// Options of training.
type Options struct {
	Policy Policy
	Note   string // kept in the model's provenance
	// Only the article's hull is made, and it must hold MinRate of further windows.
	ArticleOnly bool
	MinRate     float64
}

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
	samples = slices.Clone(samples)
	slices.SortFunc(samples, func(a, b Sample) int { return cmp.Compare(a.Key, b.Key) })
	groups, mining, ordinary := split(samples)
	if len(mining) == 0 {
		return nil, nil, ErrNoMining
	}
	m := &Model{
		Format: formatName, Version: Version, Window: biflow.Seconds, Space: Space,
		Policy: opts.Policy, Profiles: []*Profile{}, Training: provenance(samples, opts.Note),
	}
	var refusals []*Refusal
	if !opts.ArticleOnly {
		for _, name := range slices.Sorted(maps.Keys(groups)) {
			profiles, refused, err := trainGroup(name, groups[name], ordinary, opts.Policy, opts.Policy.FalseRate/float64(len(groups)))
			if err != nil {
				return nil, nil, err
			}
			m.Profiles = append(m.Profiles, profiles...)
			refusals = append(refusals, refused...)
		}
	}
	base, err := trainBaseline(mining)
	switch {
	case err != nil && opts.ArticleOnly:
		refusals = append(refusals, &Refusal{Profile: "article", Windows: count(mining), Why: err.Error()})
	case err == nil:
		m.Baseline = base
		if opts.ArticleOnly && base.Coverage.Expanded < opts.MinRate {
			refusals = append(refusals, refuseBaseline(base, mining, opts.MinRate))
		}
	}
	return m, refusals, m.seal()
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
