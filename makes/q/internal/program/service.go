// Package program has the ordinary programs: a table of what they say and
// when, services that draw a behaviour of their own from a line of it, and
// their connections.
package program

import (
	"math"

	"makes/q/internal/dice"
	"makes/q/internal/wire"
	"makes/q/internal/world"
)

// rhythm is a timing with its numbers drawn.
type rhythm struct {
	law    byte
	period float64
	spread float64
	train  int // of a burst
	left   int
}

func (t timing) draw(d dice.Dice) rhythm {
	r := rhythm{law: t.law, period: d.Scale(t.every.lo, t.every.hi)}
	if d.Odds(0.5) && r.period >= 5 { // people like round numbers
		unit := dice.Pick(d, 1.0, 5, 5)
		if r.period > 60 {
			unit = dice.Pick(d, 10.0, 30, 60)
		}
		r.period = max(math.Round(r.period/unit)*unit, t.every.lo)
	}
	if r.law == '?' {
		r.law = dice.Pick[byte](d, '=', '=', 'j', 'j', 'p', 'p', 'h', 'b')
	}
	switch r.law {
	case '=':
		r.spread = dice.Pick(d, 0, 0.001, 0.01)
	case 'j':
		r.spread = d.Scale(0.02, 0.95)
	case 'h':
		r.spread = d.Even(0.5, 2)
	case 'b':
		r.train, r.spread = int(d.Scale(2, 40)), d.Scale(0.01, 0.5)
	}
	return r
}

func (r *rhythm) next(d dice.Dice) float64 {
	switch r.law {
	case 'p':
		return d.Wait(r.period)
	case 'h':
		return r.period * math.Exp(r.spread*d.NormFloat64()-r.spread*r.spread/2)
	case 'b':
		if r.left--; r.left < 0 {
			r.left = int(d.Wait(float64(r.train)))
			return d.Wait(r.period * float64(r.left+1))
		}
		return r.period * r.spread * d.Even(0.5, 1.5)
	}
	return r.period * (1 + r.spread*d.Even(-1, 1))
}

// word is a message with its numbers drawn.
type word struct {
	from, lo, hi, few, many int
	pause                   float64
}

func draw(d dice.Dice, m message) word {
	w := word{from: m.from, pause: d.Scale(0.0005, 0.4)}
	if d.Odds(0.08) {
		w.pause = d.Scale(0.4, 6)
	}
	w.lo, w.hi = part(d, m.size)
	w.few, w.many = part(d, m.count)
	return w
}

// part draws a part of a range: a point of it, a little of it, or much.
func part(d dice.Dice, s span) (int, int) {
	a, b := d.Scale(max(s.lo, 1), max(s.hi, 1)), d.Scale(max(s.lo, 1), max(s.hi, 1))
	if s.lo == 0 && d.Odds(0.5) {
		return 0, 0
	}
	switch p := d.Float64(); {
	case p < 0.25:
		b = a
	case p < 0.6:
		b = min(a*(1+d.Scale(0.01, 0.3)), s.hi)
	}
	return int(min(a, b)), int(max(a, b))
}

func (w word) size(d dice.Dice) int {
	if w.hi <= w.lo {
		return w.lo
	}
	if w.hi > 3*w.lo {
		return int(d.Scale(float64(w.lo), float64(w.hi)))
	}
	return d.Int(w.lo, w.hi)
}

type talk struct {
	rhythm
	day   bool
	words []word
}

// retry is when a client in trouble tries again.
type retry struct {
	first, factor, limit, jitter float64
	burst                        int     // tries before a pause
	pause                        float64 // seconds
	patience                     float64 // seconds for a try
}

// drawRetry draws one of the many habits.
func drawRetry(d dice.Dice) retry {
	r := retry{first: d.Scale(4, 900), factor: 1, limit: d.Scale(60, 3600), patience: dice.Pick(d, 1.0, 2, 3, 5, 10, 10, 15, 20, 30, 60, 127)}
	if d.Odds(0.6) {
		r.first = dice.Pick(d, 2.0, 3, 5, 5, 10, 10, 15, 20, 30, 30, 60, 60, 120, 300, 600, 900, 1800)
	}
	if d.Odds(0.35) {
		r.first, r.factor = d.Scale(0.1, 10), dice.Pick(d, 1.3, 1.5, 1.618, 2, 2)
	}
	if d.Odds(0.5) {
		r.jitter = d.Scale(0.02, 0.9)
	}
	if d.Odds(0.25) {
		r.burst, r.pause = d.Int(2, 12), d.Scale(20, 3600)
		r.first = min(r.first, r.pause/3)
	}
	return r
}

// wait is the pause after the k-th failure, from 0.
func (r retry) wait(d dice.Dice, k int) float64 {
	if r.burst > 0 && k%r.burst == r.burst-1 {
		return r.pause * (1 + r.jitter*d.Even(-1, 1))
	}
	return max(min(r.first*math.Pow(r.factor, float64(min(k, 60))), max(r.limit, r.first))*(1+r.jitter*d.Even(-1, 1)), 0.05)
}

// trouble is when something cannot be had, and how.
type trouble struct {
	fate     wire.Fate
	from, to float64
}

// service is a program as somebody runs it.
type service struct {
	*Program
	peers      []world.Peer
	port       int
	layer      wire.Layer
	habit      wire.Habit
	every      rhythm
	stay, gap  span
	script     []word
	talks      []talk
	alive      [2]float64
	peak, idle float64 // hour of the most, share of it at the least
	weekend    bool
	over       [4]float64 // weights of how connections end
	trouble    []trouble
	retry      retry
	stubborn   bool // keeps its retry timer also where it has a schedule
}

func (p *Program) service(w *world.World, d dice.Dice) *service {
	s := &service{Program: p, port: dice.Pick(d, p.ports...), every: p.every.draw(d), peak: d.Even(7, 22), idle: d.Scale(0.02, 0.5),
		weekend: d.Odds(0.5), over: [4]float64{d.Float64(), d.Float64(), d.Float64() * 0.5, 0.03}, retry: drawRetry(d), stubborn: d.Odds(0.5)}
	if s.port == 0 {
		s.port = d.Int(1025, 65535)
	}
	if d.Odds(p.tls) {
		s.layer = dice.Pick(d, wire.TLS12, wire.TLS13, wire.TLS13)
	}
	s.habit = wire.DrawHabit(d, s.layer)
	s.stay, s.gap = narrow(d, p.stay), narrow(d, p.gap)
	for _, m := range p.script {
		s.script = append(s.script, draw(d, m))
	}
	for _, st := range p.streams {
		if !d.Odds(st.odds) {
			continue
		}
		t := talk{rhythm: st.draw(d), day: st.day && d.Odds(0.8)}
		for _, m := range st.messages {
			t.words = append(t.words, draw(d, m))
		}
		s.talks = append(s.talks, t)
	}
	if p.alive && d.Odds(0.6) || d.Odds(0.2) {
		s.alive[d.IntN(2)] = dice.Pick(d, 10.0, 15, 30, 45, 60, 60, 75, 90, 120, 180, 300, 300, 600, 1800, 7200, 7200)
		if d.Odds(0.2) {
			s.alive[d.IntN(2)] = dice.Pick(d, 30.0, 60, 300, 7200)
		}
	}
	if d.Odds(p.frail) {
		fate := dice.Pick(d, p.fates...)
		switch {
		case p.frail == 1 && d.Odds(0.85) || d.Odds(0.3):
			s.trouble = []trouble{{fate, 0, w.End}}
		case d.Odds(0.5):
			from := d.Even(-0.2, 0.8) * w.End
			s.trouble = []trouble{{fate, from, from + d.Scale(600, 43200)}}
		default: // up and down
			up, down := d.Scale(300, 14400), d.Scale(20, 7200)
			for t := d.Wait(up); t < w.End; t += d.Wait(up) {
				s.trouble = append(s.trouble, trouble{fate, t, t + d.Wait(down)})
				t = s.trouble[len(s.trouble)-1].to
			}
		}
	}
	return s
}

func narrow(d dice.Dice, s span) span {
	a, b := d.Scale(s.lo, s.hi), d.Scale(s.lo, s.hi)
	if d.Odds(0.2) {
		b = a
	}
	return span{min(a, b), max(a, b)}
}

func (s *service) fate(t float64) wire.Fate {
	for _, x := range s.trouble {
		if t >= x.from && t < x.to {
			return x.fate
		}
	}
	return wire.Fine
}

// activity is how much of the most goes on at t.
func (s *service) activity(t float64) float64 {
	a := (1 + math.Cos(2*math.Pi*(t/3600-s.peak)/24)) / 2
	a = s.idle + (1-s.idle)*a*math.Sqrt(a)
	if s.weekend && int(t/86400)%7 >= 5 {
		a *= 0.3
	}
	return a
}
