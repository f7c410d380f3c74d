package sim

import "math"

// Ask sends n bytes from the client.
func (c *Conn) Ask(n int) {
	c.settle(c.clock.Now)
	c.clock.Now = c.put(Client, c.clock.Now, n)
}

// Push sends n bytes from the server, unasked.
func (c *Conn) Push(n int) {
	c.settle(c.clock.Now)
	c.clock.Now = c.put(Server, c.clock.Now, n)
}

// Answer sends n bytes from the server once it has thought.
func (c *Conn) Answer(n int) {
	c.clock.Now += c.reach(Server) + c.Exp(c.Think)
	c.Push(n)
}

// Call is a question and its answer.
func (c *Conn) Call(ask, answer int) {
	c.clock.Now += c.reach(Client)
	c.Ask(ask)
	c.Answer(answer)
}

// Wait lets d seconds pass; false means that the session is at its end.
func (c *Conn) Wait(d float64) bool {
	t := c.clock.Now + d
	if t >= c.Until {
		c.clock.Now = max(c.clock.Now, c.Until)
		c.settle(c.clock.Now)
		return false
	}
	c.clock.Now = t
	return true
}

// Beat makes a side send n bytes by the clock or, if idle, after silence.
func (c *Conn) Beat(from Side, every float64, n, answer int, idle bool) {
	c.beats = append(c.beats, beat{from: from, every: every, n: n, answer: answer, idle: idle, mark: c.clock.Now})
}

// KeepAlive makes a side's TCP probe the other after that much silence.
func (c *Conn) KeepAlive(from Side, after float64) {
	c.Beat(from, after, 0, 0, true)
}

// Finish is an orderly close begun by a side.
func (c *Conn) Finish(by Side) {
	now := c.clock.Now
	c.settle(now)
	if c.tls != nil && c.Chance(0.7) {
		c.put(by, now, 2)
	}
	c.waiting = [2]int{}
	to := by.other()
	c.emit(by, now, 1, c.path.Header)
	packets := c.Int(1, 2) // ACK and FIN, together or not
	c.emit(to, now+c.reach(to), packets, packets*c.path.Header)
	c.emit(by, now+c.path.RTT, 1, c.path.Header)
	if c.tunnel != nil {
		c.tunnel.Finish(Client)
	}
	c.End()
}

// Reset is a close by RST.
func (c *Conn) Reset(by Side) {
	c.settle(c.clock.Now)
	c.emit(by, c.clock.Now, 1, 40)
	c.End()
}

// Vanish has the local side repeat n bytes to a dead peer until it gives up.
func (c *Conn) Vanish(n int, patience float64) {
	c.settle(c.clock.Now)
	n = min(c.tls.wrap(n), c.path.MSS) + c.path.Header
	for gap, spent := 0.2+c.path.RTT, 0.0; spent < patience; gap = math.Min(2*gap, 120) {
		c.emit(c.local, c.clock.Now, 1, n)
		c.clock.Now += gap
		spent += gap
	}
	c.End()
}

// End stops watching the connection; its last records go to the log.
func (c *Conn) End() {
	if c.tunnel != nil {
		c.tunnel.End()
		return
	}
	c.flows[Client].Flush()
	c.flows[Server].Flush()
}

// Timer is one of several things that a connection waits for.
type Timer struct {
	at  float64
	gap func() float64
}

// Timer first rings after a part of a gap, then after every gap drawn.
func (c *Conn) Timer(gap func() float64) *Timer {
	return &Timer{at: c.clock.Now + gap()*c.Float64(), gap: gap}
}

// Every rings with a period, give or take a fraction.
func (c *Conn) Every(period, jitter float64) *Timer {
	return c.Timer(func() float64 { return c.Jitter(period, jitter) })
}

// Random rings without memory.
func (c *Conn) Random(mean float64) *Timer {
	t := c.Timer(func() float64 { return c.Exp(mean) })
	c.Redraw(t)
	return t
}

// Never does not ring.
func (c *Conn) Never() *Timer { return &Timer{at: math.Inf(1)} }

// Redraw sets a timer anew from now on.
func (c *Conn) Redraw(t *Timer) { t.at = c.clock.Now + t.gap() }

// Next waits for the first of the timers; nil means the session is at its end.
func (c *Conn) Next(timers ...*Timer) *Timer {
	first := timers[0]
	for _, t := range timers[1:] {
		if t.at < first.at {
			first = t
		}
	}
	if !c.Wait(max(0, first.at-c.clock.Now)) {
		return nil
	}
	first.at = max(first.at, c.clock.Now-1) + first.gap()
	return first
}
