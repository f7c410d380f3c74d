package talk

import (
	"makes/r/internal/flow"
	"makes/r/internal/tcp"
)

// session is one connection of a service.
type session struct {
	*Service
	acts   []act
	states []rhythmState
	client int
	done   int
	left   int  // exchanges until it is closed
	cut    bool // ended by an outage
	opened bool
}

const (
	timerStep = iota
	timerAct
	timerReply
	timerLife
	timerOutage
	timerGone
)

func (s *session) Open(c *tcp.Conn) {
	if s.shots > 0 {
		s.left = 1 + c.Rand.IntN(s.shots)
	}
	for _, o := range s.outages {
		if o[0] > c.Now {
			c.After(o[0]-c.Now, timerOutage, 0)
			break
		}
	}
	if s.wire.Opening(c, s.client, 0) {
		s.start(c)
	}
}

func (s *session) start(c *tcp.Conn) {
	if s.opened {
		return
	}
	s.opened = true
	if s.life.High > 0 {
		c.After(s.life.Duration(c.Rand), timerLife, 0)
	}
	for i := range s.acts {
		a := &s.acts[i]
		wait := int64(c.Rand.ExpFloat64()*20+1) * flow.Millisecond
		if s.lasting && a.rhythm.kind != "open" || i > 0 && a.side == 1 {
			wait = int64(c.Rand.Float64() * min(a.rhythm.gap, float64(c.Until)/1e6) * 1e6)
			if a.rhythm.kind == "clock" {
				wait = a.rhythm.next(c.Rand, c.Now, &s.states[i])
			}
		}
		c.After(wait, timerAct, i)
	}
}

func (s *session) Timer(c *tcp.Conn, id, i int) {
	switch id {
	case timerStep:
		if s.wire.Opening(c, s.client, i) {
			s.start(c)
		}
	case timerAct:
		a := &s.acts[i]
		if c.Closing(a.side ^ s.client) {
			return
		}
		s.send(c, a.side, a.size, a.times, TagFree+3*i)
		if a.rhythm.kind != "open" && !(a.closed && a.answer) {
			s.again(c, i)
		}
		if !a.answer {
			s.count(c, i)
		}
	case timerReply:
		a := &s.acts[i]
		s.send(c, 1-a.side, a.reply, Range{1, 1}, TagFree+3*i+1)
	case timerLife:
		s.end(c)
	case timerOutage:
		s.cut = true
		switch s.outage {
		case 0, 1:
			c.Close(1 - s.client)
		case 2, 4:
			if s.client == tcp.Local {
				c.Vanish()
			} else {
				c.Abort(tcp.Remote)
			}
		default:
			c.Abort(1 - s.client)
		}
	case timerGone:
		c.Abort(i)
	}
}

func (s *session) again(c *tcp.Conn, i int) {
	a := &s.acts[i]
	c.After(a.rhythm.next(c.Rand, c.Now, &s.states[i]), timerAct, i)
}

// send writes a message, or several at once, of a role.
func (s *session) send(c *tcp.Conn, role int, size sizer, times Range, tag int) {
	n := max(times.Int(c.Rand), 1)
	for k := range n {
		t := TagNone
		if k == n-1 {
			t = tag
		}
		s.wire.Send(c, role^s.client, s.client, size.draw(c.Rand), t)
	}
}

func (s *session) count(c *tcp.Conn, i int) {
	if i == 0 && s.left > 0 {
		if s.left--; s.left == 0 {
			s.end(c)
		}
	}
}

// end closes the connection in the service's way.
func (s *session) end(c *tcp.Conn) {
	side := s.client
	switch s.closing {
	case 0: // the server closes
		side = 1 - s.client
	case 1: // with a reset
		if c.Rand.IntN(2) == 0 {
			c.Abort(side)
			return
		}
	}
	s.wire.Bye(c, side)
	c.Close(side)
	if s.closing == 2 { // does not wait for the other side
		c.After(flow.Minute, timerGone, side)
	}
}

func (s *session) Got(c *tcp.Conn, side, tag int) {
	role := side ^ s.client
	if tag >= 0 && tag < TagFree {
		if tag+1 >= len(s.wire.Steps) {
			s.start(c)
		} else if wait := s.wire.Steps[tag+1].Wait; wait > 0 {
			c.After(wait, timerStep, tag+1)
		} else if s.wire.Opening(c, s.client, tag+1) {
			s.start(c)
		}
		return
	}
	if tag == TagNone {
		return
	}
	s.wire.Got(c, side)
	i, what := (tag-TagFree)/3, (tag-TagFree)%3
	a := &s.acts[i]
	switch {
	case what == 0 && a.answer && role != a.side:
		if a.p >= 1 || c.Rand.Float64() < a.p {
			c.After(a.wait.Duration(c.Rand), timerReply, i)
		} else if a.closed {
			s.again(c, i)
		}
	case what == 1:
		if a.confirm > 0 {
			s.wire.Send(c, side, s.client, a.confirm, TagFree+3*i+2)
		}
		if a.closed && a.rhythm.kind != "open" {
			s.again(c, i)
		}
		s.count(c, i)
	}
}

func (s *session) Closed(c *tcp.Conn, side int) int64 {
	switch s.closing {
	case 1:
		if c.Rand.IntN(3) == 0 {
			return -1
		}
	case 3: // half-closed for some time
		return Range{.05, 30}.Duration(c.Rand)
	}
	return int64(c.Rand.ExpFloat64() * float64(flow.Millisecond))
}
