package acts

import (
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// Msg is a message of a fixed size by one side.
type Msg struct {
	From int
	Size int
}

// Loop is something said again and again on a connection.
type Loop struct {
	From        int
	Every       Gap
	Ask, Answer Size
	// Think is how long the answer takes, in seconds, at the median.
	Think float64
	// Burst is the mean number of messages at a time beyond the first.
	Burst float64
	// Idle loops are put off by any other message.
	Idle bool
	// Human loops follow the plan's habit.
	Human bool
}

// Cycle is a worker's round: ask for work, wait, get it, do it, hand in the result.
type Cycle struct {
	Ask   Size
	Wait  float64
	Empty Size
	Job   Size
	Come  Gap
	Busy  Gap
	Done  Size
	Ack   Size
	Pause Gap
}

// Talk is a lasting connection.
type Talk struct {
	TLS   tcp.TLS
	Hello []Msg
	Loops []Loop
	Cycle *Cycle
	// Life is how long a connection lasts (zero: for ever); Closer ends it.
	Life   Gap
	Closer int
	Rude   bool
	// Gap is the pause between two connections on purpose, Retry after failures.
	Gap   Gap
	Retry Retry
	// Down is the chance that a connection attempt fails.
	Down float64
	// Probes are the TCP keep-alive times of both sides.
	Probes [2]clock.Time
	Habit  Habit
}

type talk struct {
	*Talk
	e    *Env
	line Line
	r    rng.Rand
	c    *tcp.Conn
	// due are the next times of the loops and, last, of the round; first is the earliest of them.
	due   [most]clock.Time
	n     int
	first int
	dead  clock.Time
	stage int
	at    int
	tries int
	fault tcp.Fault
}

// most is how many loops and rounds a program may have at most.
const most = 7

// Start implements Plan.
func (p *Talk) Start(e *Env, l Line, r rng.Rand) {
	a := &talk{Talk: p, e: e, line: l, r: r}
	a.n = len(p.Loops)
	if p.Cycle != nil {
		a.n++
	}
	a.at = a.r.Intn(len(l.Servers))
	e.Sim.Add(a, l.Begin)
}

// Step implements sim.Actor.
func (a *talk) Step(now clock.Time) clock.Time {
	if a.c == nil {
		return a.connect(now)
	}
	first := a.first
	if a.dead <= a.due[first] {
		a.c.Finish(a.Closer, now, !a.Rude)
		a.c = nil
		return now + a.Gap.Next(&a.r) + 5*clock.Milli
	}
	if first == len(a.Loops) {
		a.round(now)
	} else {
		a.fire(now, first)
	}
	return a.next()
}

func (a *talk) next() clock.Time {
	a.first = 0
	for i := 1; i < a.n; i++ {
		if a.due[i] < a.due[a.first] {
			a.first = i
		}
	}
	next := min(a.dead, a.due[a.first])
	a.c.Settle(next)
	return next
}

func (a *talk) connect(now clock.Time) clock.Time {
	if a.tries == 0 && a.r.Chance(a.Down) || a.tries > 0 && a.r.Chance(0.5) {
		if a.tries == 0 {
			a.fault = rng.Pick(&a.r, tcp.Silent, tcp.Refused, tcp.Refused, tcp.Slammed)
		}
		a.tries++
		known := a.e.Net.Fail(now, a.line.Client, a.line.Servers[a.at], a.line.Port, a.line.Path, &a.r, a.fault,
			clock.Secs(max(a.Retry.Patience, 5)), a.TLS.Hello)
		a.at = (a.at + 1) % len(a.line.Servers)
		return known + a.Retry.Wait(&a.r, a.tries-1)
	}
	if a.tries == 0 && a.r.Chance(0.3) {
		a.at = a.r.Intn(len(a.line.Servers))
	}
	a.tries = 0
	c := a.e.Net.Dial(now, a.line.Client, a.line.Servers[a.at], a.line.Port, a.line.Path, &a.r)
	t := c.Secure(c.Ready, a.TLS)
	for _, m := range a.Hello {
		t = c.Send(m.From, t, m.Size) + clock.Time(a.r.Int(200, 5000))
	}
	c.Probe(0, a.Probes[0])
	c.Probe(1, a.Probes[1])
	a.c, a.dead, a.stage = c, clock.Never, 0
	if a.Life.Mean > 0 {
		a.dead = t + a.Life.Next(&a.r)
	}
	for i := range a.Loops {
		a.due[i] = t + a.gap(t, i)
	}
	if a.Cycle != nil {
		a.due[len(a.Loops)] = t
	}
	return a.next()
}

func (a *talk) gap(t clock.Time, i int) clock.Time {
	l := &a.Loops[i]
	g := l.Every.Next(&a.r)
	if l.Human {
		g = clock.Time(float64(g) / max(a.Habit.At(t), 0.005))
	}
	return g
}

func (a *talk) fire(now clock.Time, i int) {
	l := &a.Loops[i]
	t := now
	for n := a.burst(l.Burst); n > 0; n-- {
		t = a.c.Send(l.From, t, l.Ask.Next(&a.r))
		if l.Answer.Med > 0 {
			t += think(&a.r, l.Think)
			t = a.c.Send(1-l.From, t, l.Answer.Next(&a.r))
		}
		if n > 1 {
			t += clock.Time(a.r.Exp(80_000))
		}
	}
	// A period counts from its last due time, so that the grid does not drift with the answers.
	a.due[i] = max(now+a.gap(now, i), t+clock.Milli)
	if !l.Idle {
		a.putOff(t)
	}
}

func (a *talk) putOff(t clock.Time) {
	for j := range a.Loops {
		if a.Loops[j].Idle {
			a.due[j] = t + a.gap(t, j)
		}
	}
}

func (a *talk) burst(mean float64) int {
	n := 1
	if mean > 0 {
		p := mean / (1 + mean)
		for n < 200 && a.r.Chance(p) {
			n++
		}
	}
	return n
}

// think draws a time for an answer about a median, with a tail towards tenfold.
func think(r *rng.Rand, median float64) clock.Time {
	u := r.Float()
	return clock.Secs(max(median, 0.0003) * 0.75 * (0.3 + u) / (1.1 - u))
}

// round goes one stage ahead in the worker's cycle.
func (a *talk) round(now clock.Time) {
	c, i := a.Cycle, len(a.Loops)
	t := now
	switch a.stage {
	case 0:
		if c.Ask.Med > 0 {
			t = a.c.Send(tcp.Client, t, c.Ask.Next(&a.r))
		}
		come := clock.Time(float64(c.Come.Next(&a.r)) / max(a.Habit.At(t), 0.02))
		a.stage = 2
		if wait := clock.Secs(c.Wait); c.Wait > 0 && come > wait {
			a.stage, come = 1, wait
		}
		a.due[i] = t + come
	case 1:
		t = a.c.Send(tcp.Server, t, c.Empty.Next(&a.r))
		a.stage = 0
		a.due[i] = t + clock.Milli
	case 2:
		t = a.c.Send(tcp.Server, t, c.Job.Next(&a.r))
		a.stage = 3
		a.due[i] = t + c.Busy.Next(&a.r)
	case 3:
		t = a.c.Send(tcp.Client, t, c.Done.Next(&a.r))
		if c.Ack.Med > 0 {
			t = a.c.Send(tcp.Server, t+think(&a.r, 0.002), c.Ack.Next(&a.r))
		}
		a.stage = 0
		a.due[i] = t + c.Pause.Next(&a.r)
	}
	a.putOff(t)
}
