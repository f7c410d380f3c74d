package acts

import (
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// Bulk moves much data now and then.
type Bulk struct {
	TLS   tcp.TLS
	Every Gap
	Total Size
	// Part is how much goes over one connection, 0 for all; Up is the direction.
	Part float64
	Up   bool
	// Rate is in bytes a second.
	Rate  float64
	Human bool
	Habit Habit
}

type bulk struct {
	*Bulk
	e      *Env
	line   Line
	r      rng.Rand
	c      *tcp.Conn
	left   float64
	part   float64
	resume clock.Time
}

// Start implements Plan.
func (p *Bulk) Start(e *Env, l Line, r rng.Rand) {
	a := &bulk{Bulk: p, e: e, line: l, r: r}
	e.Sim.Add(a, max(0, l.Begin)+clock.Time(a.r.Float()*float64(p.Every.Next(&a.r))))
}

// Step implements sim.Actor.
func (a *bulk) Step(now clock.Time) clock.Time {
	if a.left <= 0 {
		a.left = float64(a.Total.Next(&a.r))
		gap := a.Every.Next(&a.r)
		if a.Human {
			gap = clock.Time(float64(gap) / max(a.Habit.At(now), 0.01))
		}
		a.resume = now + gap
	}
	if a.c == nil {
		s := a.line.Servers[a.r.Intn(len(a.line.Servers))]
		a.c = a.e.Net.Dial(now, a.line.Client, s, a.line.Port, a.line.Path, &a.r)
		now = a.c.Secure(a.c.Ready, a.TLS)
		a.part = a.left
		if a.Part > 0 {
			a.part = min(a.left, a.Part)
		}
		now = a.c.Send(tcp.Client, now, a.r.Int(180, 900))
	}
	chunk := min(a.part, a.Rate*a.r.Between(2, 5), 2e9)
	span := clock.Secs(chunk / a.Rate)
	from := tcp.Server
	if a.Up {
		from = tcp.Client
	}
	a.c.Send(from, now, int(chunk)+1)
	a.left -= chunk
	a.part -= chunk
	if a.part <= 0 {
		t := max(now+span, a.c.Seen)
		if a.Up {
			t = a.c.Send(tcp.Server, t+20*clock.Milli, a.r.Int(150, 500))
		}
		a.c.Finish(tcp.Client, t, true)
		a.c = nil
		if a.left <= 0 {
			return max(a.resume, t+clock.Second)
		}
		return t + clock.Milli
	}
	return max(now+span, a.c.Seen)
}
