package lab

import "math"

// Connections of the ordinary kinds: kept up, or made for a moment.

// A link is a connection that a program keeps up: it greets, lives by its
// habits until it is lost, and is made again after a pause.
type link struct {
	peer   *peer
	other  func() *peer // the peer of each further connection, if not the same
	greet  []deal
	habits []habit
	life   rhythm // nil for good
	pause  rhythm // nil for 1 to 15 s

	conn *conn
	due  []float64 // of each habit, then the end
	next float64
}

// stay keeps up one link with a lifetime that is drawn.
func (s *session) stay(p *peer, greet []deal, habits ...habit) {
	s.tend(&link{peer: p, greet: greet, habits: habits, life: s.lifetime()})
}

// lifetime draws how long connections of a program last: for good, or minutes
// to days, by accident or by a limit of somebody on the way.
func (s *session) lifetime() rhythm {
	switch s.IntN(4) {
	case 0:
		return s.ticks(s.spread(1200, 24*3600), 0.1)
	case 1:
		return s.chances(s.spread(3600, 48*3600))
	}
	return nil
}

// tend runs links side by side until time is up.
func (s *session) tend(links ...*link) {
	for i, l := range links {
		l.next = s.now + 0.05*float64(i)
	}
	for {
		first := links[0]
		for _, l := range links[1:] {
			if l.next < first.next {
				first = l
			}
		}
		if !s.until(first.next) {
			return
		}
		first.turn(s)
	}
}

// turn does what is due on a link.
func (l *link) turn(s *session) {
	if l.conn == nil {
		l.begin(s)
		return
	}
	which := l.soonest()
	if which == len(l.habits) {
		l.end(s)
		return
	}
	h := l.habits[which]
	h.do(l.conn)
	l.due[which] = s.now + h.next()
	for i, other := range l.habits {
		if other.idle && !h.idle {
			l.due[i] = s.now + other.next()
		}
	}
	l.next = l.due[l.soonest()]
}

func (l *link) begin(s *session) {
	l.conn = s.connect(l.peer, s.now)
	t := l.conn.ready
	for _, d := range l.greet {
		t = l.conn.strike(t, l.conn.client, d)
	}
	l.due = l.due[:0]
	for _, h := range l.habits {
		l.due = append(l.due, t+h.next())
	}
	over := math.Inf(1)
	if l.life != nil {
		over = t + l.life()
	}
	l.due = append(l.due, over)
	l.next = l.due[l.soonest()]
}

func (l *link) end(s *session) {
	s.hangUp(l.conn)
	l.conn = nil
	l.next = s.now + s.between(1, 15)
	if l.pause != nil {
		l.next = s.now + l.pause()
	}
	if l.other != nil {
		l.peer = l.other()
	}
}

func (l *link) soonest() int {
	first := 0
	for i, t := range l.due {
		if t < l.due[first] {
			first = i
		}
	}
	return first
}

// hangUp ends a connection in one of the usual ways.
func (s *session) hangUp(c *conn) {
	side := s.IntN(2)
	if s.chance(0.2) {
		c.reset(max(s.now, c.sending[in].free, c.sending[out].free), side)
		return
	}
	c.close(s.now, side)
}

// visit is a connection for a few deals in a row. It returns when they are
// done; the connection is closed then.
func (s *session) visit(p *peer, deals ...deal) float64 {
	c := s.connect(p, s.now)
	t := c.ready
	for _, d := range deals {
		t = c.strike(t, c.client, d)
	}
	c.close(t+0.0005, s.IntN(2))
	return t
}

// visits pays one after another.
func (s *session) visits(p *peer, next rhythm, deals ...deal) {
	for s.wait(next()) {
		if !s.until(s.visit(p, deals...)) {
			return
		}
	}
}

// report makes the same deal again and again: over one connection, as many
// clients do, or over a new one each time.
func (s *session) report(p *peer, fresh float64, next rhythm, d deal) {
	if s.chance(fresh) {
		s.visits(p, next, d)
		return
	}
	s.stay(p, nil, s.asks(next, d))
}
