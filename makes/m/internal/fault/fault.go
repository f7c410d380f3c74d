// Package fault says when a service cannot be reached, and how a client tries
// again.
package fault

import (
	"math"

	"makes/m/internal/draw"
)

// Mode is how a service cannot be reached.
type Mode int

// The modes: a reset for every SYN, no answer at all, a security group's denial.
const (
	Refused Mode = iota
	Dead
	Denied
)

// Spell is a time in which a service cannot be reached.
type Spell struct {
	From, To float64
	Mode     Mode
}

// Plan is all the spells of a service in order of time.
type Plan []Spell

// For gives the plan of a service that is never there.
func For(m Mode) Plan { return Plan{{math.Inf(-1), math.Inf(1), m}} }

// At finds the spell at t.
func (p Plan) At(t float64) (Mode, bool) {
	for _, s := range p {
		if t >= s.From && t < s.To {
			return s.Mode, true
		}
	}
	return 0, false
}

// Next gives the beginning of the first spell after t.
func (p Plan) Next(t float64) float64 {
	for _, s := range p {
		if s.From > t {
			return s.From
		}
	}
	return math.Inf(1)
}

// Draw draws spells of a mean length at a mean distance.
func Draw(r draw.Rand, until, distance, length float64) (p Plan) {
	mode := draw.Pick(r, Refused, Refused, Dead)
	for t := r.Exp(distance); t < until; {
		end := t + r.LogNormal(length, 0.8)
		p = append(p, Spell{t, end, mode})
		t = end + r.Exp(distance)
	}
	return p
}

// Backoff is a client's law of waiting before it tries again.
type Backoff struct{ First, Factor, Max, Jitter float64 }

// DrawBackoff draws a fixed, growing or doubling wait.
func DrawBackoff(r draw.Rand) Backoff {
	b := Backoff{First: r.Log(5, 600), Factor: draw.Pick(r, 1, 1, 1.3, 1.5, 2, 2, 3), Jitter: draw.Pick(r, 0, 0, 0.05, 0.3, 0.5)}
	if b.Factor > 1 {
		b.First = r.Log(0.5, 30)
	}
	b.Max = max(b.First, r.Log(30, 7200))
	return b
}

// Wait gives the wait after a number of attempts.
func (b Backoff) Wait(r draw.Rand, tries int) float64 {
	return min(b.Max, b.First*math.Pow(b.Factor, float64(min(tries, 40)))) * (1 + b.Jitter*r.Uniform(-1, 1))
}
