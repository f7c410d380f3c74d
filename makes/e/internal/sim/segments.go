package sim

import "math"

// segments sends a short message at once; the other end owes acknowledgements.
func (c *Conn) segments(t float64, from Side, n int) {
	count := (n + c.mss - 1) / c.mss
	c.ends[from].owed = 0 // data carries the acknowledgement
	for i := range c.pings {
		if g := &c.pings[i]; g.idle && g.from == from {
			g.at = t + g.every
		}
	}
	c.emit(t, from, count, n+count*c.header)
	c.owe(t, 1-from, count)
}

// owe makes an end acknowledge segments: every few of them at once, the rest
// after a delay unless its own data comes first.
func (c *Conn) owe(t float64, by Side, count int) {
	e := &c.ends[by]
	e.owed += count
	away := 0.0
	if e.remote {
		away = c.peer.RTT
	}
	if acks := e.owed / e.every; acks > 0 {
		c.emit(t+away, by, acks, acks*c.header)
		e.owed %= e.every
	}
	if e.owed == 0 {
		return
	}
	switch {
	case e.quick > 0:
		e.quick--
		e.due = t + away + 0.0001
	case t-c.last > 1 && c.p.Chance(0.3): // idle: the kernel is quick again
		e.due = t + away + 0.0001
	default:
		e.due = t + away + e.delay
	}
}

func (c *Conn) acknowledge(t float64, by Side) {
	c.ends[by].owed = 0
	c.emit(t, by, 1, c.header)
}

// lostTail repeats a short message's last segment after the retransmission timer.
func (c *Conn) lostTail(from Side, n int) {
	c.p.Wait(0.2 + c.peer.RTT*c.p.Between(1, 2))
	if !c.ends[from].remote || c.p.Chance(0.3) { // a loss before the interface is not seen twice
		size := (n-1)%c.mss + 1
		c.emit(c.p.Now, from, 1, size+c.header)
	}
	c.ends[1-from].owed = max(c.ends[1-from].owed, 1)
	c.ends[1-from].due = c.p.Now + c.peer.RTT
}

// bulk sends a long message: slow start, then the path's rate, with losses.
func (c *Conn) bulk(from Side, n int) {
	p := c.p
	window, rtt := 10*c.mss, math.Max(c.peer.RTT, 0.0002)
	rate := c.peer.Rate * p.Between(0.5, 1)
	for n > 0 && p.Alive() {
		part, took := window, rtt
		if float64(window) > rate*rtt {
			part = max(10*c.mss, int(rate*0.4))
			took = float64(part) / rate
		} else {
			window *= 2
		}
		part = min(part, n)
		n -= part
		c.segments(p.Now, from, part)
		if lost := p.Rare((part+c.mss-1)/c.mss, c.peer.Loss); lost > 0 {
			c.repair(from, lost)
			took += rtt
		}
		p.Wait(took)
	}
	c.catchUp(p.Now)
}

// repair sends lost segments again, after duplicate acknowledgements with SACK blocks.
func (c *Conn) repair(from Side, lost int) {
	duplicates := lost * c.p.Int(2, 9)
	c.emit(c.p.Now+c.peer.RTT, 1-from, duplicates, duplicates*(c.header+12))
	if !c.ends[from].remote {
		c.emit(c.p.Now+c.peer.RTT, from, lost, lost*(c.mss+c.header))
	}
}
