package talk

import (
	"makes/ad/internal/rnd"
	"makes/ad/internal/tcp"
)

// Step is one message of an exchange.
type Step struct {
	Side  int
	Size  Law
	Delay float64 // mean time to think before it
}

// Stream is a source of exchanges.
type Stream struct {
	Clock Clock
	Steps []Step  // the first at the clock's time, the others after it
	Share float64 // of exchanges that get more than the first message
	Nth   int     // only each so-many-th gets more: credit, cumulative replies
	Batch float64 // mean number of first messages at once
}

// Proto is what is said on a connection of a service.
type Proto struct {
	Layer   Layer
	Hello   []Step
	Streams []Stream
	Bye     int // way to end
	ByeSide int
	Alive   [2]float64
	Vanish  float64 // chance that the other end is gone at the end
}

type event struct {
	t      float64
	stream int
	step   int
}

// Session is one connection in the making.
type Session struct {
	p     *Proto
	c     *tcp.Conn
	r     *rnd.R
	ticks []ticker
	count []int
	queue []event
	spoke [2]float64
}

// Run lets a session talk from t to end. If it is older than the log, there
// is no beginning; if it outlives the log, there is no end.
func Run(p *Proto, c *tcp.Conn, r *rnd.R, t, end, span float64, old bool) {
	s := &Session{p: p, c: c, r: r, ticks: make([]ticker, len(p.Streams)), count: make([]int, len(p.Streams))}
	c.Alive = p.Alive
	if old {
		c.Resume(t)
	} else {
		t = p.Layer.Begin(c, r, c.Open(t))
		for i := range p.Hello {
			h := &p.Hello[i]
			t = c.Send(t+r.Exp(h.Delay), h.Side, p.Layer.Size(h.Side, h.Size.Draw(r, i)))
		}
	}
	for i := range p.Streams {
		s.ticks[i] = newTicker(&p.Streams[i].Clock, r, t)
		if old {
			s.count[i] = r.IntN(5000)
		}
		s.push(event{s.ticks[i].first(r, t), i, 0})
	}
	stop := min(end, span)
	for len(s.queue) > 0 && s.queue[0].t < stop {
		e := s.pop()
		t = e.t
		s.turn(e)
	}
	switch {
	case end >= span:
		c.Done(span)
		return
	case r.Chance(p.Vanish):
		end = c.Vanish(max(end, t+0.5), tcp.C, 60+r.IntN(200), r.Int(5, 15))
	default:
		end = max(end, t+0.5)
		c.Close(end, p.ByeSide, p.Bye)
	}
	c.Done(end)
}

func (s *Session) turn(e event) {
	st := &s.p.Streams[e.stream]
	step := &st.Steps[e.step]
	k := &s.ticks[e.stream]
	if e.step == 0 && k.Rhythm == Idle && s.spoke[step.Side]+k.Mean > e.t+0.01 {
		s.push(event{s.spoke[step.Side] + k.Mean, e.stream, 0})
		return
	}
	n := s.count[e.stream]
	size := s.p.Layer.Size(step.Side, step.Size.Draw(s.r, n))
	if e.step == 0 && st.Batch > 1 {
		for range min(int(s.r.Exp(st.Batch-0.5)), 200) {
			size += s.p.Layer.Size(step.Side, step.Size.Draw(s.r, n))
		}
	}
	there := s.c.Send(e.t, step.Side, size)
	s.spoke[step.Side] = e.t
	if e.step == 0 {
		s.count[e.stream]++
	}
	last := e.step+1 >= len(st.Steps)
	if e.step == 0 && !last {
		last = st.Nth > 1 && n%st.Nth != 0 || st.Share < 1 && !s.r.Chance(st.Share)
	}
	if !last {
		next := &st.Steps[e.step+1]
		at := there
		if next.Side == step.Side {
			at = e.t
		}
		s.push(event{at + 0.0003 + s.r.Exp(next.Delay), e.stream, e.step + 1})
	}
	switch {
	case k.Rhythm == Think:
		if last {
			s.push(event{there + s.r.Exp(k.Mean), e.stream, 0})
		}
	case e.step == 0:
		s.push(event{k.next(s.r, e.t), e.stream, 0})
	}
}

// push and pop keep a heap by time.
func (s *Session) push(e event) {
	s.queue = append(s.queue, e)
	i := len(s.queue) - 1
	for i > 0 {
		up := (i - 1) / 2
		if s.queue[up].t <= e.t {
			break
		}
		s.queue[i] = s.queue[up]
		i = up
	}
	s.queue[i] = e
}

func (s *Session) pop() event {
	top := s.queue[0]
	n := len(s.queue) - 1
	e := s.queue[n]
	s.queue = s.queue[:n]
	i := 0
	for {
		kid := 2*i + 1
		if kid >= n {
			break
		}
		if kid+1 < n && s.queue[kid+1].t < s.queue[kid].t {
			kid++
		}
		if e.t <= s.queue[kid].t {
			break
		}
		s.queue[i] = s.queue[kid]
		i = kid
	}
	if n > 0 {
		s.queue[i] = e
	}
	return top
}
