package cloud

import (
	"time"

	"makes/g/internal/dice"
	"makes/g/internal/flowlog"
)

// Tell sends a message, in one or several writes, and goes on.
func (p *Proc) Tell(writes ...int) { p.Conn.Out(p.Now, writes...) }

// Hear takes a message that the peer sends of its own.
func (p *Proc) Hear(writes ...int) { p.Conn.In(p.Now, writes...) }

// Ask sends a message and waits for the answer, for which the peer thinks.
func (p *Proc) Ask(out int, think time.Duration, in ...int) {
	p.Now = p.Conn.In(p.Conn.Out(p.Now, out)+think, in...)
}

// Serve takes a message and answers it after thinking.
func (p *Proc) Serve(in int, think time.Duration, out ...int) {
	p.Now = p.Conn.Out(p.Conn.In(p.Now, in)+think, out...)
}

// Think is the time a program takes to answer, of a typical length in lo..hi.
func (p *Proc) Think(lo, hi time.Duration) dice.Gap {
	typical := p.Dur(lo, hi)
	return func() time.Duration { return typical/2 + p.Exp(typical/2) }
}

// Stream is something that happens again and again.
type Stream struct {
	Every dice.Gap
	Do    func()
}

// Talk lets the streams run on the connection until a time, or its end.
func (p *Proc) Talk(until time.Duration, streams ...Stream) {
	until = min(until, p.End)
	p.run(until, p.Conn.Alive, streams)
	if p.Conn.Alive() {
		p.Now = max(p.Now, until)
		p.Conn.Idle(p.Now)
	}
}

// Errands lets streams run that have no common connection, to the end of the run.
func (p *Proc) Errands(streams ...Stream) { p.run(p.End, func() bool { return true }, streams) }

// run does what is next in the streams, up to a time and as long as it may.
func (p *Proc) run(until time.Duration, may func() bool, streams []Stream) {
	next := make([]time.Duration, len(streams))
	for i, s := range streams {
		next[i] = p.Now + time.Duration(p.Float64()*float64(s.Every()))
	}
	for len(streams) > 0 && may() {
		first := 0
		for i := range next {
			if next[i] < next[first] {
				first = i
			}
		}
		if next[first] >= until || p.Now >= until {
			return
		}
		p.Now = max(p.Now, next[first])
		streams[first].Do()
		next[first] += streams[first].Every()
		if next[first] < p.Now-time.Minute { // it has been held up
			next[first] = p.Now
		}
	}
}

// Habit is how a long-lived connection begins, ends and comes back.
type Habit struct {
	Called  bool // the peer connects
	Pause   dice.Gap
	life    dice.Gap
	endings []float64 // closed by us, by them, reset, vanished
}

// Lasting draws the habit of connections that last lo..hi.
func (p *Proc) Lasting(lo, hi time.Duration) Habit {
	h := Habit{life: p.Poisson(lo, hi), Pause: p.Poisson(200*time.Millisecond, time.Minute)}
	if p.Chance(0.4) {
		h.life = p.Timer(lo, hi)
	}
	h.endings = []float64{p.Float64(), p.Float64(), p.Between(0.01, 0.5), p.Between(0.01, 0.2)}
	return h
}

// Keep keeps a connection to a peer, again and again, to the end of the run.
func (p *Proc) Keep(q Peer, h Habit, hello func(), streams ...Stream) {
	for failed := 0; p.Alive(); failed++ {
		if p.Once(&q, h, hello, streams...) {
			failed = 0
		}
		p.Wait(h.Pause() << min(failed, 4))
	}
}

// Once has one connection to a peer, if it can.
func (p *Proc) Once(q *Peer, h Habit, hello func(), streams ...Stream) bool {
	ok := p.Open(q, h.Called)
	if ok {
		p.Session(h, hello, streams...)
	}
	return ok
}

// Session is the life of an open connection: hello, the streams, and its end.
func (p *Proc) Session(h Habit, hello func(), streams ...Stream) {
	until := p.Now + h.life()
	hello()
	p.Talk(until, streams...)
	if !p.Alive() {
		return
	}
	x := p.Float64() * (h.endings[0] + h.endings[1] + h.endings[2] + h.endings[3])
	ending := 0
	for ; ending < 3 && x > h.endings[ending]; ending++ {
		x -= h.endings[ending]
	}
	switch ending {
	case 2:
		p.Conn.Reset(p.Now, dice.Pick(p.Dice, flowlog.Out, flowlog.In))
	case 3:
		p.Now = p.Conn.Vanish(p.Now, flowlog.Out, p.Int(20, 400), p.Dur(20*time.Second, 16*time.Minute))
	default:
		p.Now = p.Conn.Close(p.Now, flowlog.Dir(ending))
	}
}

// Visit has a short connection to a peer, or of it, if it can.
func (p *Proc) Visit(q *Peer, called bool, do func()) {
	if p.Open(q, called) {
		do()
		p.Now = p.Conn.Close(p.Now, dice.Pick(p.Dice, flowlog.Out, flowlog.Out, flowlog.In))
	}
}
