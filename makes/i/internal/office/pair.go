package office

import (
	"math"

	"makes/i/internal/rnd"
	"makes/i/internal/tcp"
)

// pair is one client of a service; it runs one connection after another.
type pair struct {
	*service
	r        rnd.R
	path     *tcp.Path
	from, to tcp.End
	newPort  func() uint16
	open     calendar // when the client is at work
	always   bool     // regardless of hours
	gone     calendar // when the service is decommissioned
	speed    float64  // of this client
	end      float64

	current int // state
	until   float64
	conn    *tcp.Conn
	dies    float64 // end of the connection's life
	next    []float64
	asked   bool // a long poll is under way
}

// mode tells what the client does at a time, and until when.
func (p *pair) mode(t float64) (state, float64) {
	for t >= p.until {
		if p.until > math.Inf(-1) && len(p.machine) > 1 {
			p.current = p.draw(p.machine[p.current].next)
		} else {
			p.until = t
		}
		s := p.machine[p.current]
		stay := s.stay
		if !s.fixed {
			stay = p.r.Exp(stay)
		}
		p.until += max(5, stay)
	}
	s, until := p.machine[p.current], p.until
	if down, change := p.outages.at(t); down {
		s.mode, s.fault, until = broke, p.fault, min(until, change)
	} else {
		until = min(until, change)
	}
	if gone, change := p.gone.at(t); gone {
		if s.mode != off && s.mode != hush {
			s.mode, s.fault = broke, p.fault
		} else {
			s.mode = off
		}
		until = min(until, change)
	} else {
		until = min(until, change)
	}
	if !p.always {
		open, change := p.open.at(t)
		if !open {
			s.mode = off
		}
		until = min(until, change)
	}
	return s, min(until, p.end)
}

func (p *pair) draw(weights []float64) int {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	at := p.r.Float64() * sum
	for i, w := range weights {
		if at -= w; at < 0 {
			return i
		}
	}
	return 0
}

// run is the whole life of one connection slot.
func (p *pair) run(t float64) {
	p.next = make([]float64, len(p.verbs))
	p.until = math.Inf(-1)
	p.current = 0
	if len(p.machine) > 1 && p.r.Chance(0.6) {
		p.current = p.r.IntN(len(p.machine))
	}
	for t < p.end {
		s, until := p.mode(t)
		switch s.mode {
		case off:
			p.hangUp(t)
			t = until
		case broke:
			p.fail(t, s.fault)
			p.retry.Run(p.path, t+p.r.Float64()*min(5, p.retry.Wait), until, p.from, p.to, s.fault, p.newPort)
			t = until
		default:
			t = p.work(t, until, s)
		}
	}
	if p.conn != nil {
		p.conn.Idle(p.end)
		p.conn.Drop()
	}
}

func (p *pair) hangUp(t float64) {
	if p.conn == nil {
		return
	}
	if p.rude {
		p.conn.Reset(t, p.closer)
	} else {
		p.conn.Close(t, p.closer)
	}
	p.conn = nil
}

// fail breaks the connection as a fault of the service does.
func (p *pair) fail(t float64, why tcp.Fault) {
	if p.conn == nil {
		return
	}
	switch why {
	case tcp.Dead, tcp.Mute:
		p.conn.Lose(t, tcp.Client, 40+p.r.IntN(200), p.retry.Patience)
	case tcp.Denied: // tracked connections live on
		p.conn.Close(t, tcp.Client)
	default:
		p.conn.Reset(t, tcp.Server)
	}
	p.conn = nil
}

func (p *pair) connect(t float64) float64 {
	p.from.Port = p.newPort()
	conn, t := p.path.Dial(t, p.from, p.to)
	t = conn.Secure(t+p.r.Exp(0.001), p.tls)
	for _, g := range p.greet {
		t = conn.Ask(t+p.path.Lag(tcp.Client)+p.r.Exp(0.002), tcp.Client, g[0], p.r.Exp(0.01), g[1])
	}
	life := p.life
	if !p.lifeFixed {
		life = p.r.Exp(life)
	}
	if p.life == 0 {
		life = math.Inf(1)
	}
	p.conn, p.dies, p.asked = conn, t+max(1, life), false
	return t
}

// work talks until a time or until the connection's life is over.
func (p *pair) work(t, until float64, s state) float64 {
	eager := p.life > 0 && p.idle == 0
	if eager && p.conn == nil {
		t = p.connect(t)
	}
	for i := range p.verbs {
		v := &p.verbs[i]
		rate := s.rate * p.speed
		switch {
		case s.mode == hush && v.how != beats:
			p.next[i] = math.Inf(1)
		case v.how == beats:
			p.next[i] = t + v.wait(p.r, t, 1)*p.r.Float64()
		case v.how == polls:
			p.next[i] = t
			p.asked = false
		default:
			p.next[i] = t + v.wait(p.r, t, rate)*p.r.Float64()
		}
	}
	last := t
	for {
		i := 0
		for j := range p.next {
			if p.next[j] < p.next[i] {
				i = j
			}
		}
		at := max(p.next[i], t)
		stop := until
		if p.conn != nil {
			stop = min(stop, p.dies)
			if p.life == 0 || p.idle > 0 {
				if ends := last + p.idle; at > ends && ends < stop {
					p.hangUp(ends)
					continue
				}
			}
		}
		if at >= stop {
			if p.conn != nil {
				p.conn.Idle(stop)
				if p.dies <= stop {
					p.hangUp(stop)
					return max(stop, t) + p.r.Exp(1)
				}
			}
			return max(stop, t)
		}
		if p.conn == nil {
			at = p.connect(at) + p.r.Exp(0.002)
		}
		v := &p.verbs[i]
		t = p.say(v, at, i, s.rate*p.speed)
		last = t
	}
}

// say does one exchange, or a burst of them, and sets the time of the next.
func (p *pair) say(v *verb, t float64, i int, rate float64) float64 {
	first := func() int { return bytes(p.r, v.first, v.firstVar, v.firstMost) }
	then := func() int { return bytes(p.r, v.then, v.thenVar, v.thenMax) }
	if v.how == polls {
		if p.asked {
			t = p.conn.Send(t, tcp.Server, then()) + p.path.Lag(tcp.Client) + p.r.Exp(v.think)
		}
		t = p.conn.Send(t, tcp.Client, first())
		p.asked = true
		p.next[i] = t + max(p.path.Lag(tcp.Server)+0.005, min(v.wait(p.r, t, rate), v.timeout))
		return t
	}
	due := p.next[i]
	n := 1
	if v.burst > 1 {
		n += int(p.r.Exp(v.burst - 1))
	}
	for ; n > 0; n-- {
		side := tcp.Client
		if v.how == pushs || v.how == both && p.r.Chance(0.5) {
			side = tcp.Server
		}
		if size := first(); size > 0 {
			t = p.conn.Ask(t, side, size, p.r.Exp(v.think), then())
		}
		if n > 1 {
			t += p.r.Exp(v.gap) + p.path.Lag(side)
		}
	}
	if v.how == beats {
		rate = 1
	} else if open, _ := p.open.at(t); !open {
		rate *= p.night
	}
	p.next[i] = due + max(0.02, v.wait(p.r, due, rate))
	if p.next[i] < t {
		p.next[i] = t + 0.02*v.every
	}
	return t
}
