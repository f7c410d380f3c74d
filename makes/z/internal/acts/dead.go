package acts

import (
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// Dead is a service that cannot be reached and that a program keeps trying.
type Dead struct {
	Fault tcp.Fault
	Retry Retry
	// First is the size of what is sent when the other end accepts but slams.
	First int
	// Rest is a longer pause after Attempts failures in a row.
	Attempts int
	Rest     Gap
	// All tries the servers in turn.
	All bool
}

type dead struct {
	*Dead
	e     *Env
	line  Line
	r     rng.Rand
	tries int
	at    int
}

// Start implements Plan.
func (p *Dead) Start(e *Env, l Line, r rng.Rand) {
	a := &dead{Dead: p, e: e, line: l, r: r}
	e.Sim.Add(a, l.Begin)
}

// Step implements sim.Actor.
func (a *dead) Step(now clock.Time) clock.Time {
	known := a.e.Net.Fail(now, a.line.Client, a.line.Servers[a.at], a.line.Port, a.line.Path, &a.r, a.Fault,
		clock.Secs(max(a.Retry.Patience, 1)), a.First)
	a.tries++
	if a.All {
		a.at = (a.at + 1) % len(a.line.Servers)
	}
	if a.Attempts > 0 && a.tries%a.Attempts == 0 {
		a.tries = 0
		return known + a.Rest.Next(&a.r)
	}
	return known + a.Retry.Wait(&a.r, a.tries-1)
}
