package push

import (
	"makes/aa/internal/rng"
	"makes/aa/internal/tcp"
)

// Serve lets a client live with the service for the whole time.
func (s *Service) Serve(h *Host, r *rng.R) {
	addr := rng.Pick(r, s.Addrs)
	path := s.path
	path.RTT *= r.U(.8, 1.3)
	if h.Iface < 0 {
		path = tcp.Path{RTT: r.LogU(.008, .3), Loss: r.LogU(1e-5, .01), MSS: 1460}
	}
	c := &client{s: s, h: h, r: r, addr: addr, path: path}
	for range s.conns {
		for _, span := range h.Spans {
			switch s.Kind.life.kind {
			case visits:
				c.visits(span[0], span[1])
			case each:
				c.each(span[0], span[1])
			default:
				c.stay(span[0], span[1])
			}
		}
	}
}

// Addr draws as Serve does which address of the service a client uses.
func (s *Service) Addr(r rng.R) uint32 { return rng.Pick(&r, s.Addrs) }

type client struct {
	s    *Service
	h    *Host
	r    *rng.R
	addr uint32
	path tcp.Path
}

func (c *client) peers() (tcp.Peer, tcp.Peer) {
	s := c.s
	return tcp.Peer{Iface: c.h.Iface, Addr: c.h.Addr, Port: c.h.Port(), OS: c.h.OS, Alive: s.alive[0], Nagle: s.nagle},
		tcp.Peer{Iface: s.Iface, Addr: c.addr, Port: s.Port, OS: s.os, Alive: s.alive[1]}
}

func (c *client) link() *Link {
	a, b := c.peers()
	return NewLink(tcp.Dial(c.s.net, c.r, c.path, a, b), c.r, c.s.tls, c.s.Kind.frame)
}

// open connects, and says what is said at first.
func (c *client) open(l *Link, t float64) float64 {
	t = l.Open(t, c.path.RTT)
	dir := tcp.Up
	if c.s.Kind.greet {
		dir = tcp.Down
	}
	for _, h := range c.s.hello {
		t = l.Msg(dir, t+c.r.Exp(.004), h(c.r, t))
		dir = 1 - dir
	}
	return t
}

func (c *client) life() float64 {
	if c.s.Kind.life.kind == days {
		return c.r.LogU(10, 600) * 3600
	}
	return c.r.LogU(c.s.lo, c.s.hi*1.0001)
}

// stay keeps a connection, and connects again when it breaks.
func (c *client) stay(t, end float64) {
	running := t == 0 && c.r.P(.92)
	if !running {
		t += c.r.LogU(1, 900)
	}
	for t < end {
		l := c.link()
		life := c.life()
		if running {
			l.C.Running(t)
			life *= c.r.F()
			t += c.r.F() * 2
		} else {
			t = c.open(l, t)
		}
		running = false
		until := min(t+life, end)
		c.s.session(l, c.r, c.path.RTT, t, until)
		t = c.part(l, until)
		if t >= end {
			return
		}
		t = c.again(t)
	}
}

// part is how a connection ends.
func (c *client) part(l *Link, t float64) float64 {
	if t >= c.s.net.End {
		l.C.Quiet(t)
		l.C.Drop()
		return t
	}
	switch {
	case c.r.P(c.s.rude * .4):
		return l.C.Vanish(c.r.N(2), t, c.r.Int(20, 600))
	case c.r.P(c.s.rude):
		l.C.Reset(c.r.N(2), t)
	default:
		if l.TLS != 0 && c.r.P(.7) {
			l.C.Send(c.r.N(2), t, 24)
		}
		l.C.Close(c.r.N(2), t+.001)
	}
	return t
}

// again is when the next attempt succeeds; what fails before doubles its pause.
func (c *client) again(t float64) float64 {
	pause := c.r.LogU(.2, 15)
	if c.r.P(c.s.trouble) {
		how := rng.Pick(c.r, []tcp.Refusal{tcp.Silent, tcp.Shut, tcp.Shut})
		for range c.r.Int(1, 14) {
			a, b := c.peers()
			t = tcp.Fail(c.s.net, c.r, c.path, a, b, t+pause*c.r.U(.8, 1.2), how, 20)
			pause = min(pause*2, 120)
		}
	}
	return t + pause
}

// visits come with people, or with crowds.
func (c *client) visits(t, end float64) {
	for {
		t = c.s.comes(c.r, t)
		if t >= end {
			return
		}
		l := c.link()
		at := c.open(l, t)
		until := min(at+c.life(), end)
		c.s.session(l, c.r, c.path.RTT, at, until)
		t = c.part(l, until)
	}
}

// each has a connection for each message, or some where they come closely.
func (c *client) each(t, end float64) {
	p := &c.s.parts[0]
	law := p.fresh()
	next := law(c.r, t)
	for next < end {
		l := c.link()
		at := c.open(l, next)
		for next < end {
			at = c.exchange(l, p, max(at, next))
			next = law(c.r, next)
			if next > at+c.s.keep {
				break
			}
		}
		c.part(l, min(at+c.s.keep, end))
		next = max(next, at+c.s.keep)
	}
}

// exchange is a message and all its answers, in order.
func (c *client) exchange(l *Link, p *part, t float64) float64 {
	at := l.Msg(p.dir, t, p.size(c.r, t))
	dir := 1 - p.dir
	for i, turn := range p.source.turns {
		at = l.Msg(dir, at+c.r.Exp(p.delay[i]), p.turns[i](c.r, at))
		if turn.back {
			dir = 1 - dir
		}
	}
	return at
}
