package tcp

// Close ends the connection in order, begun by a side.
func (c *Conn) Close(t float64, by Side) {
	c.Settle(t)
	c.end[Client].owed, c.end[Server].owed = 0, 0
	c.emit(t, by, 1, c.head)
	other := 1 - by
	at := t + c.lag(other)
	if c.g.Chance(0.35) {
		c.emit(at, other, 1, c.head)
		at += c.g.Between(0.0002, 0.02)
	}
	c.emit(at, other, 1, c.head)
	c.emit(at+c.lag(by), by, 1, c.head)
}

// Reset ends the connection with a reset by a side.
func (c *Conn) Reset(t float64, by Side) {
	c.Settle(t)
	c.emit(t, by, 1, 40)
}

// Break is a message into a connection that the other side, or a middlebox,
// no longer knows: a reset comes back. It returns when that is seen.
func (c *Conn) Break(t float64, from Side, n int) float64 {
	n = min(max(n, 1), c.mss)
	c.emit(t, from, 1, n+c.head)
	t += c.lag(1 - from)
	c.emit(t, 1-from, 1, 40)
	return t
}

// Vanish is a message that is repeated, without an answer, until the sender
// gives up after patience seconds. It returns that time.
func (c *Conn) Vanish(t float64, from Side, n int, patience float64) float64 {
	c.Settle(t)
	n = min(max(n, 1), c.mss)
	wait := max(c.end[from].stack.RTOMin, 2*c.path.RTT)
	until := t + patience
	for range 15 {
		if t > until {
			break
		}
		if from != c.path.Far {
			c.emit(t, from, 1, n+c.head)
		}
		t += wait
		wait = min(wait*2, 120)
	}
	return until
}
