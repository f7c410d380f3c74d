package talk

import (
	"makes/x/internal/layer"
	"makes/x/internal/rnd"
)

// Poll asks now and then, on a connection that is kept for a while or not.
type Poll struct {
	Every  rnd.Span
	Jitter float64 // as for a Beat
	Asks   rnd.Span
	Ask    Size
	Answer Size
	Think  float64
	Hold   rnd.Span // seconds for which a server may withhold its answer
	Event  rnd.Span // mean seconds until it has something to say meanwhile
	Keep   rnd.Span // seconds for which an unused connection is kept
	Uses   rnd.Span // requests after which a connection is replaced
	Lanes  rnd.Span // polls side by side
	Human  bool
}

type poll struct {
	pace        beat
	asks        float64
	ask, answer size
	think       float64
	hold, event float64
	keep        float64
	uses        int
	lanes       int
	alive       [2]float64
	serverEnds  bool
	giveUp      float64
	fault       float64
}

// Draw implements Body.
func (s Poll) Draw(r *rnd.Rand) Player {
	p := &poll{
		pace: beat{every: r.In(s.Every), jitter: s.Jitter, human: s.Human},
		asks: 1, ask: s.Ask.draw(r), answer: s.Answer.draw(r), think: s.Think * r.Log(0.4, 2.5),
		hold: r.In(s.Hold), event: r.In(s.Event), keep: r.In(s.Keep), lanes: 1,
		serverEnds: r.Chance(0.6), giveUp: rnd.Pick(r, []float64{5, 10, 30, 60}),
		fault: r.Log(20, 600) * 3600,
	}
	if s.Asks.Hi > 0 {
		p.asks = r.In(s.Asks)
	}
	if s.Uses.Hi > 0 {
		p.uses = max(1, r.Count(s.Uses))
	}
	if s.Lanes.Hi > 0 {
		p.lanes = max(1, r.Count(s.Lanes))
	}
	if often := p.pace.every / float64(p.lanes); often < 10 && p.hold == 0 {
		// A program that asks often keeps its connections.
		p.keep = max(p.keep, 6*p.pace.every, 20)
	}
	if p.keep > 0 && r.Chance(0.5) {
		p.alive[0] = rnd.Pick(r, []float64{15, 30, 60, 120})
	}
	return p
}

// Play implements Player.
func (p *poll) Play(e *Env) {
	scale := e.R.Around(1, 0.15)
	for range p.lanes {
		p.lane(e, scale)
	}
}

func (p *poll) lane(e *Env, scale float64) {
	var st *layer.Stream
	used, last, first := 0, 0.0, true
	down := e.From + e.R.Exp(p.fault)
	t := e.From + p.pace.pause(e, e.From, scale)*e.R.Float64()
	for t < e.To {
		if t > down {
			t, down = p.outage(e, st, t, scale)
			st = nil
			continue
		}
		if st != nil && t-last > p.keep {
			p.end(e, st, last+p.keep)
			st = nil
		}
		at := t
		if st == nil {
			st, at = e.Open(t, Manners{KeepAlive: p.alive, GiveUp: p.giveUp}, !first)
			used, first = 0, false
		}
		n := 1
		if p.asks > 1 {
			n = 1 + int(e.R.Exp(p.asks-1)+0.5)
		}
		if p.hold > 0 {
			at = p.wait(e, st, at)
		} else {
			at = rally(e, st, e.Client, at, n, p.ask, p.answer, p.think)
		}
		used += n
		last = at
		if dead, when := st.Dead(); dead {
			st, at = nil, when
		} else if p.keep == 0 || p.uses > 0 && used >= p.uses {
			p.end(e, st, at)
			st = nil
		}
		t = max(at, t+p.pace.pause(e, t, scale))
		if p.hold > 0 {
			t = at + p.pace.pause(e, at, scale)
		}
	}
	if st != nil {
		st.Wait(e.To)
	}
}

// wait asks once and gets the answer when there is one, at the latest when
// the server will not hold the request any longer.
func (p *poll) wait(e *Env, st *layer.Stream, t float64) float64 {
	at := st.Send(e.Client, t, p.ask.next(e.R))
	hold, answer := p.hold, p.answer
	if p.event > 0 {
		if x := e.R.Exp(p.event) / e.Busy(t); x < hold {
			hold = x
			answer.mid *= 2.5
		}
	}
	return st.Send(e.Server(), at+hold+e.R.Exp(0.01), answer.next(e.R))
}

func (p *poll) end(e *Env, st *layer.Stream, t float64) {
	side := e.Client
	if p.serverEnds {
		side = e.Server()
	}
	st.Close(side, t)
}

// outage has the service not answer for a while.
func (p *poll) outage(e *Env, st *layer.Stream, t, scale float64) (resume, next float64) {
	if st != nil {
		st.Reset(e.Server(), t)
	}
	way := e.R.IntN(2)
	for up := t + e.R.Log(10, 1800); t < up && t < e.To; {
		t = e.Fail(t, way, p.giveUp)
		t += max(1, min(60, p.pace.pause(e, t, scale)))
	}
	return t, t + e.R.Exp(p.fault)
}
