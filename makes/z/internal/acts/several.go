package acts

import "makes/z/internal/rng"

// Several is a program that does more than one thing at once with the same service.
type Several []Plan

// Start implements Plan.
func (p Several) Start(e *Env, l Line, r rng.Rand) {
	for _, q := range p {
		q.Start(e, l, r.Fork())
	}
}
