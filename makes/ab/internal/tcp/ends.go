package tcp

import "math"

// Ways to end.
const (
	Fin    = iota // both sides close
	Reset         // the first to close resets
	FinRst        // a close that is answered by a reset
	Silent        // one end has vanished
	Half          // the other side closes only after a while
)

// Open shakes hands and returns when the client may send.
func (c *Conn) Open(t float64) float64 {
	for i, wait := range c.ends[0].OS.synRetry {
		c.packets(0, t, 1, 40+c.ends[0].OS.syn)
		if i == 2 || !c.r.P(c.path.Loss) {
			break
		}
		t += wait
	}
	options := c.ends[1].OS.syn
	if c.hdr == 40 {
		options = min(options, 12)
	}
	c.packets(1, t+c.path.RTT/2, 1, 40+options)
	t += c.path.RTT
	c.packets(0, t, 1, c.hdr)
	c.sent = [2]float64{t, t}
	return t + 0.0001
}

// Close ends the connection at a time, by a side.
func (c *Conn) Close(side int, t float64, how int) {
	c.Advance(t)
	other := 1 - side
	far := t + c.path.RTT/2
	switch how {
	case Fin:
		c.packets(side, t, 1, c.hdr)
		c.packets(other, far, 1, c.hdr)
		c.packets(side, t+c.path.RTT, 1, c.hdr)
	case Half:
		c.packets(side, t, 1, c.hdr)
		c.packets(other, far, 1, c.hdr)
		c.packets(other, far+c.r.U(0.2, 20), 1, c.hdr)
		c.packets(side, t+20, 1, c.hdr)
	case FinRst:
		c.packets(side, t, 1, c.hdr)
		c.packets(other, far, 1, 40)
	case Reset:
		c.packets(side, t, 1, 40)
	case Silent:
		// The other end repeats its last message until it gives up.
		n := c.r.Between(60, 400)
		for i, at := 0, far; i < 9; i++ {
			c.packets(other, at, 1, c.hdr+n)
			at += math.Min(120, 0.3*math.Pow(2, float64(i)))
			far = at
		}
	}
	c.Flush()
}

// Refuse is a SYN that is answered by a reset, or not at all until the
// client's patience is over. It returns when the client knows.
func (c *Conn) Refuse(t float64, answered bool, patience float64) float64 {
	c.packets(0, t, 1, 40+c.ends[0].OS.syn)
	end := t + patience
	if answered {
		c.packets(1, t+c.path.RTT/2, 1, 40)
		end = t + c.path.RTT
	} else {
		for _, wait := range c.ends[0].OS.synRetry {
			if t += wait; t >= end {
				break
			}
			c.packets(0, t, 1, 40+c.ends[0].OS.syn)
		}
	}
	c.Flush()
	return end
}

// Flush writes what is left in the windows.
func (c *Conn) Flush() {
	for _, d := range c.seen {
		for _, h := range d {
			if h != nil {
				h.Close()
			}
		}
	}
}
