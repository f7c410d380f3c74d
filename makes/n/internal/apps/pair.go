package apps

import (
	"math"
	"math/rand/v2"

	"makes/n/internal/estate"
)

// pair is a service between a logged host and one peer.
type pair struct {
	*service
	r                    *rand.Rand
	host, client, server *estate.Host
	fate                 string // "" unless it never works: "silent", "refused", "denied"
}

func (s *service) run(h *estate.Host, r *rand.Rand, name Namer) {
	p := &pair{service: s, r: r, host: h}
	if !s.from && r.IntN(28) == 0 {
		p.fate = []string{"silent", "refused", "denied"}[r.IntN(3)]
	}
	tell := func(peer *estate.Host) bool {
		if peer == h || peer.IP == h.IP {
			return false
		}
		if !s.unnamed && s.proto == 6 {
			name(h, peer.IP, s.name)
			if peer.Eni != nil {
				name(peer, h.IP, s.name)
			}
		}
		p.client, p.server = h, peer
		if s.from {
			p.client, p.server = peer, h
		}
		return true
	}
	if len(s.program.acts) == 0 {
		p.visits(tell)
		return
	}
	if s.from {
		for _, peer := range s.peers {
			for range int(s.conns + .5) {
				if tell(peer) {
					p.hold()
				}
			}
		}
		return
	}
	off := r.IntN(len(s.peers))
	for k := range max(1, int(s.conns*(.6+.8*r.Float64())+.5)) {
		if tell(s.peers[(off+k)%len(s.peers)]) {
			p.hold()
		}
	}
}

// next returns the time of the next event after t.
func (s *service) next(r *rand.Rand, law string, period, jitter, t float64) float64 {
	switch law {
	case "fixed":
		return t + period*(1+.002*(r.Float64()-.5))
	case "cron":
		return (math.Floor((t-s.phase)/period)+1)*period + s.phase + 1.5*r.Float64()*r.Float64()
	case "poisson":
		return t + period*r.ExpFloat64()
	case "heavy":
		return t + period*.4*math.Pow(1-r.Float64(), -.7)
	case "office", "day":
		for {
			t += period * r.ExpFloat64()
			if r.Float64() < s.busy(law, t) || t > s.est.Book.Seconds {
				return t
			}
		}
	}
	return t + period*(1+max(jitter, .03)*(2*r.Float64()-1)) // "jitter"
}

// busy returns how busy people are, between 0 and 1.
func (s *service) busy(law string, t float64) float64 {
	day, hour := math.Modf((t/3600 + s.zone + 168) / 24)
	hour *= 24
	if law == "day" {
		return .6 - .4*math.Cos((hour-3)/12*math.Pi)
	}
	b := .02
	if hour > 7.5 && hour < 19 {
		b = math.Min(1, math.Min(hour-7.4, 19-hour)/1.5)
	}
	if int(day)%7 >= 5 {
		b *= .1
	}
	return b
}

// down tells whether the service is down, and how.
func (p *pair) down(t float64) string {
	for _, o := range p.outages {
		if t >= o.from && t < o.to {
			if o.silent {
				return "silent"
			}
			return "refused"
		}
	}
	return p.fate
}

// open connects, or fails and says when it gives up.
func (p *pair) open(t float64) (*estate.Link, float64) {
	why := p.down(t)
	var denies *estate.Host
	if why == "denied" {
		denies = p.host
		if p.server.Eni != nil && p.r.IntN(2) == 0 {
			denies = p.server
		}
	}
	l := p.est.Connect(p.r, p.client, p.server, p.proto, p.port, denies)
	l.Keep, l.KeepBy = p.keep, p.keepBy
	if why == "" {
		return l, t
	}
	defer l.Done()
	switch {
	case p.proto != 6:
		l.Start(t)
		if len(p.talk) > 0 {
			l.Write(t, 0, p.size(p.talk[0].size, .2))
		} else {
			l.Write(t, 0, 60)
		}
		return nil, t + 5
	case why == "refused":
		return nil, l.Refused(t)
	}
	return nil, l.Unanswered(t, p.wait)
}

func (p *pair) size(s span, vary float64) int {
	switch {
	case s.lo != s.hi:
		return max(1, int(s.draw(p.r)))
	case s.fresh && vary > 0:
		return max(1, int(s.lo*exp(vary*p.r.NormFloat64())))
	}
	return int(s.lo)
}

// exp is math.Exp, nearly, for small values, and faster.
func exp(x float64) float64 {
	x = max(0, 1+x/16)
	x *= x
	x *= x
	x *= x
	return x * x
}

func (p *pair) converse(l *estate.Link, t float64) float64 {
	dir := 0
	for _, m := range p.talk {
		if b := 0; m.back {
			b = 1
			if dir == 0 {
				t += p.work * (.5 + p.r.Float64())
			}
			dir = b
		} else {
			dir = 0
		}
		t = l.Write(t, dir, p.size(m.size, p.wobble))
	}
	return t
}

func (p *pair) end(l *estate.Link, t float64) {
	switch p.bye {
	case "rst":
		l.Reset(t, 0)
	case "rsts":
		l.Reset(t, 1)
	case "server":
		l.Close(t, 1)
	default:
		l.Close(t, 0)
	}
	l.Idle(t + 1)
	l.Done()
}

// visits lets the client connect now and then for a short conversation.
func (p *pair) visits(tell func(*estate.Host) bool) {
	seen := false
	for t := p.next(p.r, p.law, p.period, p.jitter, -p.period*p.r.Float64()); t < p.est.Book.Seconds; t = p.next(p.r, p.law, p.period, p.jitter, t) {
		z := p.r.Float64()
		if !tell(p.peers[int(z*z*float64(len(p.peers)))]) {
			continue
		}
		l, at := p.open(t)
		if l == nil {
			t = max(t, at-p.period)
			continue
		}
		at = l.Dial(t)
		if p.secure != nil {
			at = l.Secure(at, *p.secure, seen && p.r.IntN(2) == 0)
		}
		seen = true
		for i := range max(1, p.size(p.x, 0)) {
			if i > 0 {
				at += p.think.draw(p.r)
			}
			at = p.converse(l, at)
		}
		p.end(l, at+.001)
		if p.law == "after" {
			t = at
		}
	}
}

// hold keeps a connection, on which the acts take place, as long as it lasts.
func (p *pair) hold() {
	end := p.est.Book.Seconds
	open := p.r.IntN(20) > 0 && p.down(0) == "" // from before
	retry := p.retry
	for t := 0.0; t < end; {
		life := math.Inf(1)
		if p.life.hi > 0 {
			life = p.life.draw(p.r)
		}
		if open {
			life *= p.r.Float64()
		} else if t == 0 {
			t = p.next(p.r, "jitter", 20, 1, 0)
		}
		l, at := p.open(t)
		if l == nil {
			t = at + retry*(.9+.2*p.r.Float64())
			retry = min(retry*2, max(p.limit, p.retry))
			continue
		}
		retry = p.retry
		until := min(t+life, end)
		crash := ""
		for _, o := range p.outages {
			if o.from > t && o.from < until {
				until, crash = o.from, "refused"
				if o.silent {
					crash = "silent"
				}
			}
		}
		at = l.Begin(t, open)
		switch {
		case p.secure != nil && open:
			l.Record = p.secure.Record
		case p.secure != nil:
			at = l.Secure(at, *p.secure, t > 0 && p.r.IntN(3) == 0)
		}
		if !open {
			at = p.converse(l, at)
		}
		at = max(at, p.perform(l, at, until, open))
		open = false
		switch {
		case until >= end:
			l.Idle(end)
			l.Done()
			return
		case crash == "silent":
			at = l.Vanish(max(at, until), 0, 100, min(120, p.wait*3))
			l.Done()
		case crash == "refused":
			l.Reset(max(at, until), 1)
			l.Done()
		default:
			p.end(l, max(at, until))
		}
		t = max(at, until) + .05
		if p.gap.hi > 0 {
			t += p.gap.draw(p.r)
		}
	}
}

func (p *pair) perform(l *estate.Link, t, until float64, warm bool) float64 {
	var due [8]float64
	for i, a := range p.acts {
		due[i] = p.next(p.r, a.law, a.every.draw(p.r), p.jitter, t)
		if warm && a.every.lo == a.every.hi {
			due[i] = t + (due[i]-t)*p.r.Float64()
		}
	}
	for now := t; ; {
		i := 0
		for j := range p.acts {
			if due[j] < due[i] {
				i = j
			}
		}
		at := max(due[i], now)
		if at >= until {
			return now
		}
		a := &p.acts[i]
		dir := 0
		if a.back {
			dir = 1
		}
		n := 1
		if b := a.burst.draw(p.r); b > 1 {
			n = 1 + int(p.r.ExpFloat64()*(b-1))
		}
		for range n {
			if a.prob.lo < 1 && p.r.Float64() >= a.prob.lo {
				continue
			}
			at = l.Write(at, dir, p.size(a.size, a.vary.lo))
			if a.reply.hi > 0 {
				at = l.Write(at+a.after.draw(p.r)*(.6+.8*p.r.Float64()), 1-dir, p.size(a.reply, a.vary.lo))
			}
		}
		now = at
		from := due[i]
		if a.law == "after" {
			from = at
		}
		due[i] = p.next(p.r, a.law, a.every.draw(p.r), p.jitter, from)
		if due[i] < at-60 {
			due[i] = at
		}
	}
}
