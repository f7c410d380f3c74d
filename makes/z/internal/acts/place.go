package acts

import (
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/sim"
	"makes/z/internal/tcp"
)

// Env is where plans are put to work.
type Env struct {
	Sim *sim.Sim
	Net *tcp.Net
}

// Line is who talks with whom.
type Line struct {
	Client *tcp.Host
	// Servers are the addresses of one service; most programs stick to one until it fails them.
	Servers []*tcp.Host
	Port    uint16
	Path    tcp.Path
	// Begin is when the program starts; negative for programs that ran already.
	Begin clock.Time
}

// Plan is a program's behaviour with all its parameters drawn.
type Plan interface {
	// Start puts the program on the line.
	Start(e *Env, l Line, r rng.Rand)
}

// Retry is how a program waits before it connects again: from First, times Factor, up to Most.
type Retry struct {
	First, Factor, Most, Jitter float64
	// Patience is how long it waits for an answer.
	Patience float64
}

// Wait gives the pause after so many failures.
func (b *Retry) Wait(r *rng.Rand, tries int) clock.Time {
	w := max(b.First, 0.05)
	for i := 0; i < tries && w < b.Most; i++ {
		w *= max(b.Factor, 1)
	}
	if b.Most > 0 {
		w = min(w, b.Most)
	}
	return clock.Secs(w * (1 + b.Jitter*(2*r.Float()-1)))
}
