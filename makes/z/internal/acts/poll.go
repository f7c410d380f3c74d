package acts

import (
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// Poll asks a service again and again, with a connection each time or one kept for a while.
type Poll struct {
	TLS   tcp.TLS
	Every Gap
	// Rounds is the mean number of exchanges at a time, Pause the seconds between them.
	Rounds      float64
	Pause       Gap
	Hello       []Msg
	Ask, Answer Size
	Think       float64
	// Linger is how long an idle connection is kept, Closer who ends it.
	Linger float64
	Closer int
	// Spread opens up to so many connections at once, to various servers.
	Spread int
	Down   float64
	Human  bool
	Habit  Habit
	Retry  Retry
	Probes [2]clock.Time
}

type poll struct {
	*Poll
	e     *Env
	line  Line
	r     rng.Rand
	c     *tcp.Conn
	at    int
	tries int
	fault tcp.Fault
}

// Start implements Plan.
func (p *Poll) Start(e *Env, l Line, r rng.Rand) {
	a := &poll{Poll: p, e: e, line: l, r: r}
	a.at = a.r.Intn(len(l.Servers))
	begin := l.Begin + clock.Time(a.r.Float()*float64(p.Every.Next(&a.r)))
	e.Sim.Add(a, begin)
}

// Step implements sim.Actor.
func (a *poll) Step(now clock.Time) clock.Time {
	if a.c == nil && (a.tries == 0 && a.r.Chance(a.Down) || a.tries > 0 && a.r.Chance(0.6)) {
		if a.tries == 0 {
			a.fault = rng.Pick(&a.r, tcp.Silent, tcp.Refused, tcp.Slammed)
		}
		a.tries++
		known := a.e.Net.Fail(now, a.line.Client, a.line.Servers[a.at], a.line.Port, a.line.Path, &a.r, a.fault,
			clock.Secs(max(a.Retry.Patience, 3)), 0)
		return max(known, now) + a.Retry.Wait(&a.r, a.tries-1)
	}
	a.tries = 0
	for n := a.r.Intn(a.Spread + 1); n > 0; n-- {
		side := a.visit(now+clock.Time(a.r.Exp(400_000)), nil, a.r.Intn(len(a.line.Servers)))
		side.Finish(a.Closer, side.Seen+clock.Secs(a.r.Between(0, a.Linger)), true)
	}
	if a.c == nil && a.r.Chance(0.3) {
		a.at = a.r.Intn(len(a.line.Servers))
	}
	a.c = a.visit(now, a.c, a.at)
	gap := a.Every.Next(&a.r)
	if a.Human {
		gap = clock.Time(float64(gap) / max(a.Habit.At(now), 0.01))
	}
	next := max(now+gap, a.c.Seen+clock.Milli)
	if keep := clock.Secs(a.Linger); next-a.c.Seen > keep {
		a.c.Finish(a.Closer, a.c.Seen+keep, true)
		a.c = nil
	} else {
		a.c.Settle(next)
	}
	return next
}

func (a *poll) visit(t clock.Time, c *tcp.Conn, server int) *tcp.Conn {
	if c == nil {
		c = a.e.Net.Dial(t, a.line.Client, a.line.Servers[server], a.line.Port, a.line.Path, &a.r)
		t = c.Secure(c.Ready, a.TLS)
		for _, m := range a.Hello {
			t = c.Send(m.From, t, m.Size) + clock.Time(a.r.Int(200, 3000))
		}
		c.Probe(0, a.Probes[0])
		c.Probe(1, a.Probes[1])
	}
	for n := 1 + int(a.r.Exp(max(a.Rounds-1, 0))+0.5); n > 0; n-- {
		t = c.Send(tcp.Client, t, a.Ask.Next(&a.r))
		t = c.Send(tcp.Server, t+think(&a.r, a.Think), a.Answer.Next(&a.r))
		if n > 1 {
			t += a.Pause.Next(&a.r)
			c.Settle(t)
		}
	}
	return c
}
