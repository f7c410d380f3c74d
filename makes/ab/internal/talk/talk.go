// Package talk runs programs on a connection: timers, exchanges of messages,
// and the framing that lies between a message and TCP.
package talk

import (
	"makes/ab/internal/rng"
	"makes/ab/internal/tcp"
)

// Up goes from the client to the server, Down the other way.
const (
	Up = iota
	Down
)

type event struct {
	t   float64
	seq int
	do  func(t float64)
}

// Sess is a connection with what runs on it.
type Sess struct {
	R     *rng.R
	Conn  *tcp.Conn
	Frame Frame
	Began float64
	Zone  float64 // hours that the people here are ahead of UTC
	Seed  uint64  // of the service: what all its clients see alike
	Last  [2]float64
	Count int // exchanges so far
	heap  []event
	seq   int
	ends  bool
	side  int
	how   int
}

// At lets something be done at a time.
func (s *Sess) At(t float64, do func(t float64)) {
	s.seq++
	h := append(s.heap, event{t, s.seq, do})
	i := len(h) - 1
	for i > 0 {
		p := (i - 1) / 2
		if !less(h[i], h[p]) {
			break
		}
		h[i], h[p] = h[p], h[i]
		i = p
	}
	s.heap = h
}

func less(a, b event) bool { return a.t < b.t || a.t == b.t && a.seq < b.seq }

func (s *Sess) pop() event {
	h := s.heap
	top, n := h[0], len(h)-1
	h[0] = h[n]
	h[n].do = nil
	h = h[:n]
	for i := 0; ; {
		c := 2*i + 1
		if c >= n {
			break
		}
		if c+1 < n && less(h[c+1], h[c]) {
			c++
		}
		if !less(h[c], h[i]) {
			break
		}
		h[i], h[c] = h[c], h[i]
		i = c
	}
	s.heap = h
	return top
}

// Send sends a message of so many bytes before framing, and returns when it
// has come.
func (s *Sess) Send(dir int, t float64, n int) float64 {
	s.Last[dir] = t
	first, second := s.Frame.wrap(s.R, dir, n)
	if first > 0 {
		t = max(t, s.Conn.Send(dir, t, first)-s.Conn.RTT()/2)
	}
	return s.Conn.Send(dir, t, second)
}

// End lets a side close the connection now.
func (s *Sess) End(side, how int) { s.ends, s.side, s.how = true, side, how }

// Idle is when a message went last, either way.
func (s *Sess) Idle() float64 { return max(s.Last[0], s.Last[1]) }

// Run runs until a time, until there is nothing left to do, or until the
// program ends it, and returns when. A connection with nothing left to do
// lingers. The connection is closed unless the run
// of the log is over.
func (s *Sess) Run(until, horizon, linger float64, side, how int) float64 {
	now := s.Began
	s.side, s.how = side, how
	for len(s.heap) > 0 && !s.ends {
		if s.heap[0].t >= until {
			now = until
			break
		}
		e := s.pop()
		now = max(now, e.t)
		e.do(now)
	}
	if now += linger; now < horizon {
		s.Conn.Close(s.side, max(now, s.Last[0], s.Last[1])+s.Conn.RTT(), s.how)
	} else {
		s.Conn.Advance(horizon)
		s.Conn.Flush()
	}
	return now
}

// Hour is the hour of the week where the people are: 0 is Monday midnight.
func (s *Sess) Hour(t float64) float64 {
	h := t/3600 + s.Zone
	for h < 0 {
		h += 168
	}
	return h
}

// Busy is how much people do at a time, from nearly 0 to 1.
func Busy(hour float64) float64 {
	day, h := int(hour/24)%7, hour-float64(int(hour/24))*24
	b := 0.06
	switch {
	case h >= 9 && h < 12, h >= 13.5 && h < 17:
		b = 1
	case h >= 12 && h < 13.5, h >= 17 && h < 19:
		b = 0.6
	case h >= 7 && h < 9:
		b = 0.4
	case h >= 19 && h < 23:
		b = 0.2
	}
	if day >= 5 {
		b *= 0.3
	}
	return b
}
