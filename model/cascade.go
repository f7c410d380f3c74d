package model

import (
	"cmp"
	"errors"

	"davy/boost"
	"davy/trait"
)

// Kinds of mining a Sample may be of.
const (
	kindPool     = "pool"
	kindBlocked  = "blocked"
	kindDonation = "donation" // a companion: too little of it to learn from
	kindNode     = "node"     // a full node: nobody can tell whether it mines
)

// A subject is what one classifier is about.
type subject struct {
	name  string
	view  view
	names []string
	about func(*Sample) bool // samples that belong
	rows  func(*look) []row
}

var (
	subjectTraffic = subject{
		"traffic", viewTraffic, trait.Names[:],
		func(s *Sample) bool {
			switch s.Kind {
			case kindBlocked, kindDonation, kindNode:
				return !s.Mining
			}
			return true
		},
		func(l *look) []row { return l.traffic },
	}
	subjectAttempts = subject{
		"attempts", viewAttempt, trait.AttemptNames[:],
		func(s *Sample) bool { return !s.Mining || s.Kind == kindBlocked },
		func(l *look) []row { return l.attempts },
	}
)

// lesson is what samples teach of the subject.
func (t *subject) lesson(samples []Sample, workers int) *lesson {
	var some []Sample
	for i := range samples {
		if t.about(&samples[i]) {
			some = append(some, samples[i])
		}
	}
	return newLesson(some, workers, t.rows)
}

// learn trains the subject's classifier.
func (t *subject) learn(samples []Sample, opts Options) (*Classifier, error) {
	l := &learner{
		view: t.view, names: t.names, known: t.lesson(samples, opts.Workers), policy: opts.Policy, workers: opts.Workers,
		boost: growth(opts),
	}
	if t.name == subjectTraffic.name {
		l.use = opts.Traits
	}
	if len(opts.Measure) > 0 {
		l.judged = t.lesson(opts.Measure, opts.Workers)
	}
	return l.learn()
}

// growth is how trees are grown. Depths of 5, 8 and 10, a fifth, a third and half
// of the columns, leaves of 5, 20 and 100 points, and an L2 of 1 and 30 were
// compared by what 300 trees found at generators of a make that they had not
// learnt from, two such in turn: none found more at both than the others by more
// than one run differs from the next. Three tenths of the points a tree found as
// much as eight tenths on a trial of the lab. More trees found more there, and not
// at the makes. These very values were not among those compared: between them, and
// as many trees as could be trained in the time there was.
func growth(opts Options) boost.Options {
	return boost.Options{Rounds: cmp.Or(opts.Rounds, 1200), Rate: 0.08, Depth: 8, Leaf: 20, Rows: 0.4, Columns: 0.5, Seed: 1, Workers: opts.Workers}
}

// trainCascade adds the classifiers of traffic and, where blocked miners are
// among the samples, of attempts.
func (m *Model) trainCascade(samples []Sample, opts Options) ([]*Refusal, error) {
	Look(samples, opts.Workers)
	Look(opts.Measure, opts.Workers)
	var refusals []*Refusal
	learn := func(t *subject) (*Classifier, error) {
		c, err := t.learn(samples, opts)
		if contradicted := (*contradiction)(nil); errors.Is(err, errTooFew) || errors.As(err, &contradicted) {
			refusals = append(refusals, &Refusal{Profile: t.name, Windows: m.Training.Windows, Why: err.Error()})
			err = nil
		}
		return c, err
	}
	blocked := false
	for i := range samples {
		blocked = blocked || samples[i].Mining && cmp.Or(samples[i].Kind, kindPool) == kindBlocked
	}
	var err error
	if m.Traffic, err = learn(&subjectTraffic); err == nil && blocked {
		m.Attempts, err = learn(&subjectAttempts)
	}
	return refusals, err
}
