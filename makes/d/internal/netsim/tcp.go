package netsim

// bulk is the size from which a message takes time on the wire.
const bulk = 64 << 10

// Up sends a message from the opener of the connection.
func (c *Conn) Up(n int) { c.message(up, n) }

// Down sends a message from the acceptor.
func (c *Conn) Down(n int) { c.message(down, n) }

// Ask sends a request, waits for the way and the work, and gets an answer. It
// tells whether the connection survived.
func (c *Conn) Ask(request, answer int, work float64) bool {
	c.Up(request)
	if !c.Wait(c.peer.RTT + work) {
		return false
	}
	c.Down(answer)
	return !c.closed
}

// Call is Ask the other way round: the acceptor asks.
func (c *Conn) Call(request, answer int, work float64) bool {
	c.Down(request)
	if !c.Wait(c.peer.RTT + work) {
		return false
	}
	c.Up(answer)
	return !c.closed
}

// message wraps n bytes in what the connection runs over and sends them;
// large ones at the rate of the peer.
func (c *Conn) message(side, n int) {
	if c.record > 0 {
		n += c.record * ((n + 16383) / 16384)
	}
	if c.inner > 0 {
		n += c.inner * ((n + c.mss - c.inner - 1) / (c.mss - c.inner))
	}
	for n > bulk && !c.closed {
		step := max(bulk, min(n, int(c.peer.Rate)))
		c.segments(side, step)
		n -= step
		c.Wait(float64(step) / c.peer.Rate)
	}
	if n > 0 && !c.closed {
		c.segments(side, n)
	}
}

// segments sends n bytes as packets, with the acknowledgements for them.
func (c *Conn) segments(side, n int) {
	t := c.p.Now
	c.settle(t)
	c.ackDue[side] = 0 // data carry the acknowledgement owed
	k := (n + c.mss - 1) / c.mss
	c.flows[side].add(t, k, n+k*c.head)
	c.active = t
	if c.lossIn -= float64(k); c.lossIn < 0 {
		c.repeat(side, min(n, c.mss))
	}
	other := 1 - side
	if c.inner == 0 {
		acks := k / c.perAck
		c.flows[other].add(t+c.peer.RTT, acks, acks*c.head)
		if k%c.perAck == 0 {
			c.ackDue[other] = 0
			return
		}
		if k == 1 && c.p.Chance(c.p.Host.Stack.Quick) {
			c.flows[other].add(t+c.peer.RTT, 1, c.head)
			return
		}
	}
	if c.ackDue[other] == 0 {
		c.ackDue[other] = t + c.peer.RTT + c.p.Host.Stack.Delack
	}
}

// repeat is a lost segment sent again; one lost on its way here is only seen
// the second time. The receiver complains with selective acknowledgements.
func (c *Conn) repeat(side, n int) {
	c.lossIn = c.nextLoss()
	t := c.p.Now + 2*c.peer.RTT + 0.01
	if local := (side == up) != c.accepted; local || c.p.Chance(0.5) {
		c.flows[side].add(t, 1, n+c.head)
	}
	dups := c.p.Int(0, 3)
	c.flows[1-side].add(t, dups, dups*(c.head+12))
}

// nextLoss draws how many segments pass before one is lost.
func (c *Conn) nextLoss() float64 {
	if c.peer.Loss == 0 {
		return Forever
	}
	return c.p.Exp(1 / c.peer.Loss)
}

// settle sends what falls due by itself until time t: delayed
// acknowledgements and keep-alives.
func (c *Conn) settle(t float64) {
	for side, due := range c.ackDue {
		if due == 0 || due > t {
			continue
		}
		c.ackDue[side] = 0
		if c.inner > 0 { // the acknowledgement of the tunnelled connection
			c.flows[side].add(due, 1, c.head+c.inner)
			c.flows[1-side].add(due+0.04, 1, c.head)
		} else {
			c.flows[side].add(due, 1, c.head)
		}
	}
	if c.keep == 0 {
		return
	}
	for c.active+c.keep <= t {
		c.active += c.keep
		c.flows[up].add(c.active, 1, c.head+c.keepLen)
		c.flows[down].add(c.active+c.peer.RTT, 1, c.head+c.keepLen)
		if c.keepLen > 0 {
			c.flows[up].add(c.active+c.peer.RTT, 1, c.head)
		}
	}
}
