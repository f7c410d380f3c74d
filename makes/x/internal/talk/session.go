package talk

import (
	"math"

	"makes/x/internal/layer"
	"makes/x/internal/rnd"
	"makes/x/internal/wire"
)

// Party is who begins an exchange.
type Party int

// The parties.
const (
	Client Party = iota
	Server
)

// Turn is an exchange after connecting.
type Turn struct {
	Ask, Answer Size
}

// Beat is a recurring exchange of a session.
type Beat struct {
	From   Party
	Every  rnd.Span
	Jitter float64 // share of the pause; negative for a Poisson process
	Size   Size
	Reply  Size
	Think  float64  // mean seconds before the reply
	Burst  rnd.Span // messages in a row
	Human  bool     // follows the day
	Odds   float64  // share of services that have this beat, 0 for all
}

// Session is a long connection.
type Session struct {
	Hello []Turn
	Beats []Beat
	Conns rnd.Span // parallel connections
	Life  rnd.Span // seconds until a planned reconnect
	Alive rnd.Span // seconds until TCP keep-alive probes
	Pause rnd.Span // seconds before a reconnect
	Fault rnd.Span // hours between failures
}

type turn struct {
	ask, answer size
}

type beat struct {
	from        Party
	every       float64
	jitter      float64
	size, reply size
	think       float64
	burst       float64
	human       bool
}

type session struct {
	hello   []turn
	beats   []beat
	conns   int
	life    float64
	alive   [2]float64
	pause   float64
	fault   float64
	backoff float64
	nagle   bool
	giveUp  float64
	rude    float64 // odds of a connection ending with a RST
}

// Draw implements Body.
func (s Session) Draw(r *rnd.Rand) Player {
	p := &session{
		conns: 1, life: r.In(s.Life), pause: 2, fault: r.Log(10, 300) * 3600,
		backoff: rnd.Pick(r, []float64{1, 1.5, 2, 2}), nagle: r.Chance(0.15),
		giveUp: rnd.Pick(r, []float64{0, 0, 10, 30, 60, 120}), rude: r.Between(0, 0.6),
	}
	if s.Conns.Hi > 0 {
		p.conns = r.Count(s.Conns)
	}
	if s.Pause.Hi > 0 {
		p.pause = r.In(s.Pause)
	}
	if s.Fault.Hi > 0 {
		p.fault = r.In(s.Fault) * 3600
	}
	if s.Alive.Hi > 0 {
		p.alive[0] = r.In(s.Alive)
	} else if r.Chance(0.25) {
		p.alive[0] = rnd.Pick(r, []float64{15, 30, 45, 60, 120, 300, 7200})
	}
	if r.Chance(0.3) {
		p.alive[1] = rnd.Pick(r, []float64{15, 60, 75, 120, 300, 7200})
	}
	for _, t := range s.Hello {
		p.hello = append(p.hello, turn{t.Ask.draw(r), t.Answer.draw(r)})
	}
	for _, b := range s.Beats {
		if b.Odds > 0 && !r.Chance(b.Odds) {
			continue
		}
		k := beat{
			from: b.From, every: r.In(b.Every), jitter: b.Jitter, human: b.Human,
			size: b.Size.draw(r), reply: b.Reply.draw(r), think: b.Think * r.Log(0.4, 2.5), burst: 1,
		}
		if b.Burst.Hi > 0 {
			k.burst = r.In(b.Burst)
		}
		if b.Jitter < 0 && r.Chance(0.2) {
			k.jitter = -2 // comes in clumps
		}
		p.beats = append(p.beats, k)
	}
	return p
}

// Play implements Player.
func (p *session) Play(e *Env) {
	// Two users of one service differ a little in how much they say.
	scale := e.R.Around(1, 0.25)
	for range p.conns {
		p.line(e, scale)
	}
}

// line plays one of the parallel connections, with its reconnects.
func (p *session) line(e *Env, scale float64) {
	t := e.From
	for first := true; t < e.To; first = false {
		st, at := e.Open(t, Manners{KeepAlive: p.alive, Nagle: p.nagle, GiveUp: p.giveUp}, !first)
		until := at + e.R.Exp(p.fault)
		fault := true
		if p.life > 0 {
			if planned := at + p.life*e.R.Between(0.9, 1.05); planned < until {
				until, fault = planned, false
			}
		}
		at = p.greet(e, st, at)
		t = p.talk(e, st, at, min(until, e.To), scale)
		if dead, when := st.Dead(); dead {
			t = max(t, when) + p.pause*e.R.Between(0.5, 1.5)
			continue
		}
		if t >= e.To {
			st.Wait(e.To)
			return
		}
		t = p.part(e, st, t, fault)
	}
}

// part ends a connection, and plays what may follow a failure.
func (p *session) part(e *Env, st *layer.Stream, t float64, fault bool) float64 {
	end := e.Server()
	if !fault && e.R.Chance(0.5) {
		end = e.Client
	}
	if fault && e.R.Chance(p.rude) {
		st.Reset(end, t)
	} else {
		st.Close(end, t)
	}
	wait := p.pause * e.R.Between(0.5, 1.5)
	t += wait
	if fault && e.R.Chance(0.4) {
		way := e.R.IntN(2)
		for up := t + e.R.Log(5, 900); t < up; t += wait {
			t = e.Fail(t, way, 30)
			wait = min(wait*p.backoff, 120)
		}
	}
	return t
}

func (p *session) greet(e *Env, st *layer.Stream, t float64) float64 {
	for _, h := range p.hello {
		if h.ask.mid > 0 {
			t = st.Send(e.Client, t, h.ask.next(e.R))
		}
		if h.answer.mid > 0 {
			t = st.Send(e.Server(), t+e.R.Exp(0.004), h.answer.next(e.R))
		}
		t += 0.0002
	}
	return t
}

func (b *beat) pause(e *Env, t, scale float64) float64 {
	x := b.every
	switch {
	case b.jitter == -2:
		x *= scale
		if e.R.Chance(0.7) {
			x *= e.R.ExpFloat64() * 0.12
		} else {
			x *= e.R.ExpFloat64() * 3.05
		}
	case b.jitter < 0:
		x *= scale * e.R.ExpFloat64()
	case b.jitter > 0:
		x *= 1 + b.jitter*(2*e.R.Float64()-1)
	default:
		x += e.R.ExpFloat64() * 0.002
	}
	if b.human {
		x /= e.Busy(t)
	}
	return x
}

// talk plays the beats of one connection and returns when it ended.
func (p *session) talk(e *Env, st *layer.Stream, t, until, scale float64) float64 {
	if len(p.beats) == 0 {
		return max(t, until)
	}
	due := make([]float64, len(p.beats))
	for i := range p.beats {
		b := &p.beats[i]
		due[i] = t + b.pause(e, t, scale)*e.R.Between(0.3, 1)
	}
	free := t
	for {
		k, at := 0, math.MaxFloat64
		for i, d := range due {
			if d < at {
				k, at = i, d
			}
		}
		at = max(at, free)
		if at >= until {
			return max(t, until)
		}
		b := &p.beats[k]
		n := 1
		if b.burst > 1 {
			n = 1 + int(e.R.Exp(b.burst-1)+0.5)
		}
		t = b.exchange(e, st, at, n)
		if dead, when := st.Dead(); dead {
			return when
		}
		free = at
		if b.reply.mid > 0 && b.from == Client {
			free = t // requests on one connection follow each other
		}
		due[k] = at + b.pause(e, at, scale)
	}
}

func (b *beat) exchange(e *Env, st *layer.Stream, t float64, n int) float64 {
	from := e.Client
	if b.from == Server {
		from = 1 - from
	}
	return rally(e, st, from, t, n, b.size, b.reply, b.think)
}

// rally sends n messages, each with its reply if there are replies.
func rally(e *Env, st *layer.Stream, from wire.Side, t float64, n int, ask, answer size, think float64) float64 {
	for range n {
		at := st.Send(from, t, ask.next(e.R))
		if answer.mid > 0 {
			at = st.Send(1-from, at+0.0002+e.R.Exp(think), answer.next(e.R))
			t = at + e.R.Exp(0.001)
		} else {
			t += e.R.Exp(0.003)
		}
	}
	return t
}
