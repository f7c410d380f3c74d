package model

import (
	"cmp"
	"errors"

	"davy/trait"
)

// Kinds of mining a Sample may be of.
const (
	kindPool     = "pool"
	kindBlocked  = "blocked"
	kindDonation = "donation" // a companion: too little of it to learn from
	kindNode     = "node"     // a full node: nobody can tell whether it mines
)

// trainCascade adds the classifiers of traffic and, where blocked miners are
// among the samples, of attempts.
func (m *Model) trainCascade(samples []Sample, opts Options) ([]*Refusal, error) {
	var traffic, attempts []Sample
	blocked := false
	for _, s := range samples {
		if s.Pair == nil {
			continue
		}
		kind := cmp.Or(s.Kind, kindPool)
		if !s.Mining || kind != kindBlocked && kind != kindDonation && kind != kindNode {
			traffic = append(traffic, s)
		}
		if !s.Mining || kind == kindBlocked {
			attempts = append(attempts, s)
		}
		blocked = blocked || s.Mining && kind == kindBlocked
	}
	var refusals []*Refusal
	learn := func(name string, l *learner) (*Classifier, error) {
		c, err := l.learn()
		if errors.Is(err, errTooFew) {
			refusals = append(refusals, &Refusal{Profile: name, Windows: count(l.samples), Why: err.Error()})
			err = nil
		}
		return c, err
	}
	var err error
	m.Traffic, err = learn("traffic", newLearner(viewTraffic.only(trait.Names[:], opts.Traits), trait.Names[:], traffic, opts))
	if err == nil && blocked {
		m.Attempts, err = learn("attempts", newLearner(viewAttempt, trait.AttemptNames[:], attempts, opts))
	}
	return refusals, err
}
