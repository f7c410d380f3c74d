package push

import (
	"math"

	"makes/aa/internal/rng"
)

// event is a message that will be sent.
type event struct {
	t   float64
	dir int
	n   int
	src *voice // whose turns it calls, nil if none
	at  int    // the turn that ends an exchange, 0 for a first message
}

// voice is a source on one connection.
type voice struct {
	def   *part
	proc  Proc
	next  float64
	shift float64 // clients do not keep time together
	clock float64 // the next event by the client's own time
	size  int
	index int
	count []int
	left  []int
}

// part is a source as one service has it.
type part struct {
	*source
	size  Size
	seed  uint64 // of the process
	turns []Size
	delay []float64
	every []int
	topic *topic
}

// topic is what a publisher says, the same to all.
type topic struct {
	times []float64
	sizes []int
}

type talk struct {
	l     *Link
	r     *rng.R
	queue []event
	last  float64
}

func (k *talk) plan(e event) {
	k.queue = append(k.queue, e)
	for i := len(k.queue) - 1; i > 0 && k.queue[i].t < k.queue[i-1].t; i-- {
		k.queue[i], k.queue[i-1] = k.queue[i-1], k.queue[i]
	}
}

// say sends a message and plans what it calls for.
func (k *talk) say(e event) {
	got := k.l.Msg(e.dir, e.t, e.n)
	k.last = e.t
	if e.src == nil {
		return
	}
	d := e.src.def
	if e.at > 0 { // the answer has come: close the exchange
		k.plan(event{t: got + k.r.Exp(d.delay[e.at]), dir: 1 - e.dir, n: d.turns[e.at](k.r, e.t)})
		return
	}
	for i := range d.source.turns {
		t := &d.source.turns[i]
		if t.back {
			continue
		}
		if d.every[i] > 0 {
			if e.src.count[i]++; e.src.count[i] < e.src.left[i] {
				continue
			}
			e.src.count[i], e.src.left[i] = 0, max(1, d.every[i]+k.r.N(1+d.every[i]/8))
		} else if !k.r.P(t.p) {
			continue
		}
		a := event{t: got + min(k.r.Exp(d.delay[i]), d.delay[i]*6), dir: 1 - e.dir, n: d.turns[i](k.r, e.t)}
		if i+1 < len(d.source.turns) && d.source.turns[i+1].back {
			a.src, a.at = e.src, i+1
		}
		k.plan(a)
	}
}

func (v *voice) step(r *rng.R, t float64) {
	if p := v.def.topic; p != nil {
		for v.index < len(p.times) && p.times[v.index] <= t {
			v.index++
		}
		if v.index == len(p.times) {
			v.next = math.Inf(1)
			return
		}
		v.next, v.size = p.times[v.index], p.sizes[v.index]
		return
	}
	v.clock = v.proc(r, v.clock)
	v.next = v.clock - v.shift
	v.size = v.def.size(r, v.next)
}

func newVoice(p *part, r *rng.R, t float64) *voice {
	v := &voice{def: p, count: make([]int, len(p.turns)), left: make([]int, len(p.turns))}
	if p.topic == nil {
		v.proc = p.fresh()
		v.shift = r.F() * 1800
		v.clock = t + v.shift
	} else {
		v.index = search(p.topic.times, t)
	}
	for i := range v.left {
		v.left[i] = r.Int(1, max(1, p.every[i]))
	}
	v.step(r, t)
	return v
}

func search(times []float64, t float64) int {
	lo, hi := 0, len(times)
	for lo < hi {
		if m := (lo + hi) / 2; times[m] <= t {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// session talks from t until end on an open link.
func (s *Service) session(l *Link, r *rng.R, rtt, t, end float64) {
	k := &talk{l: l, r: r, last: t}
	var voices []*voice
	for i := range s.parts {
		voices = append(voices, newVoice(&s.parts[i], r, t))
	}
	beats := make([]float64, len(s.beats))
	for i, b := range s.beats {
		beats[i] = t + b.period*r.U(.2, 1)
	}
	ask := math.Inf(1)
	var held float64 // when the request that is held will time out
	var news Proc
	due := t // the next news
	if s.poll != nil {
		ask = t + r.F()*.1
		news = s.poll.law(rng.New(s.seed, 6))
	}
	for {
		at, what, which := ask, 3, 0
		if len(k.queue) > 0 && k.queue[0].t < at {
			at, what = k.queue[0].t, 0
		}
		for i, v := range voices {
			if v.next < at {
				at, what, which = v.next, 1, i
			}
		}
		for i, b := range beats {
			if b < at {
				at, what, which = b, 2, i
			}
		}
		if at >= end {
			return
		}
		switch what {
		case 0:
			e := k.queue[0]
			k.queue = k.queue[:copy(k.queue, k.queue[1:])]
			k.say(e)
		case 1:
			s.utter(k, voices[which])
		case 2:
			b := s.beats[which]
			if quiet := k.last + b.period; b.idle && quiet > at+.001 {
				beats[which] = quiet
				break
			}
			got := l.Msg(b.dir, at, b.size)
			k.last = at
			if b.reply > 0 {
				k.plan(event{t: got + r.Exp(.001), dir: 1 - b.dir, n: b.reply})
			}
			beats[which] = at + b.period*(1+b.jitter*(2*r.F()-1))
		case 3:
			l.Msg(0, at, s.ask(r, at))
			held = at + s.wait*r.U(.999, 1.0625)
			for due <= at {
				due = news(r, due)
			}
			answer := event{t: due, dir: 1}
			if answer.t < held {
				answer.n = s.news(r, at)
			} else {
				answer.t, answer.n = held, s.empty(r, at)
			}
			answer.t = max(answer.t, at+rtt)
			k.plan(answer)
			k.last = at
			ask = answer.t + rtt/2 + .0005 + r.Exp(.003) + r.U(s.rest[0], s.rest[1])
		}
	}
}

// utter sends what a source says at an event.
func (s *Service) utter(k *talk, v *voice) {
	t := v.next
	n := 1
	if b := v.def.burst; b[1] > 0 {
		n = k.r.Int(b[0], b[1])
	}
	size := v.size
	v.step(k.r, t)
	k.say(event{t: t, dir: v.def.dir, n: size, src: v})
	for i := 1; i < n; i++ {
		t += k.r.Exp(.01)
		k.plan(event{t: t, dir: v.def.dir, n: v.def.size(k.r, t), src: v})
	}
}
