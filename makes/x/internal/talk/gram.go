package talk

import (
	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/wire"
)

// Gram talks in datagrams.
type Gram struct {
	Beats []Beat
	Fresh bool     // a new source port for every exchange
	Same  bool     // both ends use the service's port
	Lost  float64  // odds of no reply
	Again float64  // seconds until a request is repeated then
	Rest  rnd.Span // mean seconds between calls, if there are calls
	Call  rnd.Span // mean seconds of a call
	Shake []Turn   // handshake of a call
}

type gram struct {
	beats       []beat
	fresh, same bool
	lost        float64
	again       float64
	rest, call  float64
	shake       []turn
}

// Draw implements Body.
func (s Gram) Draw(r *rnd.Rand) Player {
	whole := Session{Beats: s.Beats, Hello: s.Shake}.Draw(r).(*session)
	return &gram{
		beats: whole.beats, shake: whole.hello, fresh: s.Fresh, same: s.Same,
		lost: s.Lost * r.Log(0.3, 3), again: max(0.2, s.Again), rest: r.In(s.Rest), call: r.In(s.Call),
	}
}

func (p *gram) socket(e *Env) wire.Sink {
	lport, rport := e.Link.Ports(e.R, e.Client, e.Port)
	if p.same {
		lport, rport = e.Port, e.Port
	}
	return e.Link.Sink(site.UDP, lport, rport)
}

// Play implements Player.
func (p *gram) Play(e *Env) {
	scale := e.R.Around(1, 0.25)
	if p.rest == 0 {
		p.span(e, e.From, e.To, scale)
		return
	}
	for t := e.From; t < e.To; {
		t += e.R.Exp(p.rest) / e.Busy(t)
		end := min(e.To, t+e.R.Exp(p.call))
		p.span(e, t, end, scale)
		t = end
	}
}

// span plays the beats on one socket. They are independent, so each is played
// in turn over short stretches.
func (p *gram) span(e *Env, t, until, scale float64) {
	sink := p.socket(e)
	for _, h := range p.shake {
		deliver(e, sink, e.Client, t, h.ask.next(e.R))
		t += e.Link.Path.RTT
		deliver(e, sink, e.Server(), t, h.answer.next(e.R))
		t += 0.001
	}
	due := make([]float64, len(p.beats))
	for i := range due {
		due[i] = t + p.beats[i].pause(e, t, scale)*e.R.Float64()
	}
	for t < until {
		k := 0
		for i := range due {
			if due[i] < due[k] {
				k = i
			}
		}
		t = due[k]
		if t >= until {
			break
		}
		b := &p.beats[k]
		if p.fresh {
			sink.Done()
			sink = p.socket(e)
		}
		n := 1
		if b.burst > 1 {
			n = 1 + int(e.R.Exp(b.burst-1)+0.5)
		}
		p.ask(e, sink, b, t, n)
		due[k] = t + b.pause(e, t, scale)
	}
	sink.Done()
}

func (p *gram) ask(e *Env, sink wire.Sink, b *beat, t float64, n int) {
	from := e.Client
	if b.from == Server {
		from = 1 - from
	}
	for range n {
		deliver(e, sink, from, t, b.size.next(e.R))
		if b.reply.mid == 0 {
			t += e.R.Exp(0.002)
			continue
		}
		for try := 0; try < 3 && p.lost > 0 && e.R.Chance(p.lost); try++ {
			t += p.again
			deliver(e, sink, from, t, b.size.next(e.R))
		}
		t += e.Link.Path.RTT + e.R.Exp(b.think)
		deliver(e, sink, 1-from, t, b.reply.next(e.R))
	}
}

// deliver sends one datagram; what the path loses on its way in is not seen.
func deliver(e *Env, sink wire.Sink, s wire.Side, t float64, n int) {
	if s == wire.Far && e.Link.Path.Loss > 0 && e.R.Chance(e.Link.Path.Loss) {
		return
	}
	room := e.Link.Path.MTU - wire.UDP
	full := n / room
	if full > 0 {
		sink.Packets(s, t, full, full*e.Link.Path.MTU)
		n -= full * room
	}
	if n > 0 || full == 0 {
		sink.Packets(s, t, 1, n+wire.UDP)
	}
}
