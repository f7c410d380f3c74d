package lab

import "math"

// What the ordinary kinds are made of: rhythms, messages, places and habits.

// A rhythm gives the seconds until something happens again.
type rhythm func() float64

// ticks is a timer: a period, give or take a part of it.
func (s *session) ticks(period, jitter float64) rhythm {
	return func() float64 { return period * s.between(1-jitter, 1+jitter) }
}

// chances is a Poisson process: what machines do at any hour.
func (s *session) chances(mean float64) rhythm {
	return func() float64 { return s.after(mean) }
}

// daily is a Poisson process that follows the day: what people do.
func (s *session) daily(mean float64) rhythm {
	return func() float64 { return s.after(mean / s.busy()) }
}

// bursts has most gaps short and few long: a hyperexponential distribution,
// four in five of a fifth of the mean.
func (s *session) bursts(mean float64) rhythm {
	return func() float64 {
		if s.chance(0.8) {
			return s.after(mean / 5)
		}
		return s.after(mean * 4.2)
	}
}

// rhythm draws any of them, for programs of which all sorts exist, with a mean
// from a range of seconds.
func (s *session) rhythm(lo, hi float64) rhythm {
	mean := s.spread(lo, hi)
	switch s.IntN(6) {
	case 0:
		return s.ticks(mean, s.spread(0.001, 0.5))
	case 1:
		return s.bursts(mean)
	case 2, 3:
		return s.daily(mean)
	default:
		return s.chances(mean)
	}
}

// random draws one that is not a timer.
func (s *session) random(lo, hi float64) rhythm {
	mean := s.spread(lo, hi)
	switch s.IntN(4) {
	case 0:
		return s.bursts(mean)
	case 1:
		return s.daily(mean)
	default:
		return s.chances(mean)
	}
}

// A message gives the bytes of the next one.
type message func() int

// same is one size for good: binary formats, empty answers.
func (s *session) same(r span) message {
	n := s.scale(r)
	return func() int { return n }
}

// text draws how a program's messages vary around a size of its own: not at
// all, by the digits in them, or by up to half.
func (s *session) text(r span) message {
	n := s.scale(r)
	vary := 0
	switch s.IntN(3) {
	case 0:
		vary = 1 + s.IntN(12)
	case 1:
		vary = 1 + int(float64(n)*s.between(0.02, 0.5))
	}
	return func() int { return n + s.IntN(1+vary) }
}

// heavy is a size with a long tail above a least one drawn from the range.
func (s *session) heavy(r span, most int) message {
	n := s.scale(r)
	return func() int { return int(min(float64(n)*math.Exp(s.ExpFloat64()/1.2), float64(most))) } // as tail, quicker
}

// mix is a protocol of several messages, each with its own size; the first are
// the more common.
func (s *session) mix(r span) message {
	sorts := make([]message, 2+s.IntN(5))
	for i := range sorts {
		sorts[i] = s.text(r)
	}
	return func() int { return sorts[min(s.IntN(len(sorts)), s.IntN(len(sorts)))]() }
}

// scale is a log-uniform size.
func (s *session) scale(r span) int {
	return min(int(s.spread(float64(r.lo), float64(r.hi+1))), r.hi)
}

// A place says where the other side of a program tends to be.
type place struct {
	port, secure      uint16  // without and with TLS; secure 0 is the same
	tls, far, inbound float64 // probabilities
}

// meet draws a peer.
func (s *session) meet(w place) *peer {
	p := s.near(w.port)
	if s.chance(w.far) {
		p = s.far(w.port)
	}
	if p.tls = s.chance(w.tls); p.tls && w.secure != 0 {
		p.port = w.secure
	}
	p.inbound = s.chance(w.inbound)
	return p
}

// A deal is a request, the time the other side takes, and its reply.
type deal struct {
	ask, answer message
	think       stretch
}

// deal draws texts of the given sizes, and somebody more or less quick.
func (s *session) deal(ask, answer span) deal {
	return deal{s.text(ask), s.text(answer), s.thinks(0.0003, 0.05)}
}

// thinks draws a stretch of one to ten times a time of the range.
func (s *session) thinks(lo, hi float64) stretch {
	least := s.spread(lo, hi)
	return stretch{least, least * s.between(1, 10)}
}

// strike makes a deal that one side begins; it returns when that is done.
func (c *conn) strike(at float64, dir int, d deal) float64 {
	s := c.session
	t := c.send(max(at, c.ready), dir, d.ask())
	return c.send(t+c.turn(dir)+s.between(d.think.lo, d.think.hi), 1-dir, d.answer())
}

// A habit is something that happens again and again on a connection.
type habit struct {
	next rhythm
	do   func(*conn)
	idle bool // only after so long without anything else
}

// asks is the client's request and the server's reply.
func (s *session) asks(next rhythm, d deal) habit {
	return habit{next: next, do: func(c *conn) { c.strike(s.now, c.client, d) }}
}

// calls is the same the other way round.
func (s *session) calls(next rhythm, d deal) habit {
	return habit{next: next, do: func(c *conn) { c.strike(s.now, 1-c.client, d) }}
}

// tells is a message of the client that has no reply.
func (s *session) tells(next rhythm, m message) habit {
	return habit{next: next, do: func(c *conn) { c.send(s.now, c.client, m()) }}
}

// pushes is one of the server.
func (s *session) pushes(next rhythm, m message) habit {
	return habit{next: next, do: func(c *conn) { c.send(s.now, 1-c.client, m()) }}
}

// polls is a request held back by the server until there is news, but not
// longer than so many seconds. Nothing else goes on in the connection.
func (s *session) polls(most float64, news rhythm, ask, none, some message) habit {
	held, pause := 0.0, s.spread(0.0005, 0.05)
	return habit{
		next: func() float64 { return held + pause },
		do: func(c *conn) {
			held = min(news(), most)
			answer := some
			if held == most {
				answer = none
			}
			held = c.ask(s.now, ask(), held, answer()) + c.peer.rtt - s.now
		},
	}
}

// quiet makes a habit wait for silence.
func (h habit) quiet() habit {
	h.idle = true
	return h
}
