package acts

import (
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// Wave is one kind of datagrams sent again and again.
type Wave struct {
	From        int
	Every       Gap
	Ask, Answer Size
	// Chance is of an answer.
	Chance float64
	Think  float64
	Burst  float64
	Human  bool
}

// Grams is a conversation without connections.
type Grams struct {
	Proto uint8
	// Own is the client's port: 0 for a fresh one per question, 1 for a fresh one that stays, else itself.
	Own   uint16
	Waves []Wave
	Habit Habit
	// All asks every server instead of one.
	All bool
	// Repeat is after how many seconds a lost question is asked again.
	Repeat float64
}

type grams struct {
	*Grams
	e    *Env
	line Line
	r    rng.Rand
	g    *tcp.Gram
	to   *tcp.Host
	due  []clock.Time
}

// Start implements Plan.
func (p *Grams) Start(e *Env, l Line, r rng.Rand) {
	targets := l.Servers
	if !p.All {
		targets = []*tcp.Host{l.Servers[r.Intn(len(l.Servers))]}
	}
	for _, s := range targets {
		a := &grams{Grams: p, e: e, line: l, r: r.Fork(), to: s, due: make([]clock.Time, len(p.Waves))}
		for i := range p.Waves {
			a.due[i] = l.Begin + clock.Time(a.r.Float()*float64(p.Waves[i].Every.Next(&a.r)))
		}
		e.Sim.Add(a, a.first())
	}
}

func (a *grams) first() clock.Time {
	t := clock.Never
	for _, d := range a.due {
		t = min(t, d)
	}
	return t
}

func (a *grams) open() *tcp.Gram {
	proto, own, port := a.Proto, a.Own, a.line.Port
	if proto == 0 {
		proto = 17
	}
	switch {
	case proto != 17:
		own, port = 0, 0
	case own < 2:
		own = a.line.Client.Port(&a.r)
	}
	return a.e.Net.Grams(a.line.Client, a.to, own, port, proto, a.line.Path)
}

// Step implements sim.Actor.
func (a *grams) Step(now clock.Time) clock.Time {
	if a.g == nil {
		a.g = a.open()
	}
	for i := range a.due {
		if a.due[i] <= now {
			a.send(now, &a.Waves[i])
			gap := a.Waves[i].Every.Next(&a.r)
			if a.Waves[i].Human {
				gap = clock.Time(float64(gap) / max(a.Habit.At(now), 0.01))
			}
			a.due[i] = now + gap
		}
	}
	if a.Own == 0 && a.Proto != 1 {
		a.g.Close()
		a.g = nil
	}
	return a.first()
}

func (a *grams) send(t clock.Time, w *Wave) {
	for n := 1 + int(a.r.Exp(w.Burst)); n > 0; n-- {
		size := w.Ask.Next(&a.r)
		at, ok := a.g.Send(&a.r, w.From, t, size)
		if !ok && a.Repeat > 0 {
			at, ok = a.g.Send(&a.r, w.From, t+clock.Secs(a.Repeat), size)
		}
		if ok && w.Answer.Med > 0 && a.r.Chance(w.Chance) {
			a.g.Send(&a.r, 1-w.From, at+think(&a.r, w.Think), w.Answer.Next(&a.r))
		}
		t += clock.Time(a.r.Exp(30_000))
	}
}
