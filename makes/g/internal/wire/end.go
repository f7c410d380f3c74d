package wire

import (
	"time"

	"makes/g/internal/flowlog"
)

// Close ends the connection in order, begun by side d, and returns when.
func (c *Conn) Close(t time.Duration, d flowlog.Dir) time.Duration {
	if !c.alive {
		return t
	}
	t = max(t, c.side[d].sent)
	if c.tls.goodbye > 0 {
		c.transmit(d, t, c.tls.goodbye)
	}
	c.settle(t)
	half := c.ends.Path.RTT / 2
	c.emit(d, t, 1, c.header)
	switch x := c.d.Float64(); {
	case x < 0.08: // data was left unread, or the process does not linger
		c.emit(d.Other(), t+half, 1, ipTCP)
	case x < 0.65: // FIN and ACK in one
		c.emit(d.Other(), t+half, 1, c.header)
		c.emit(d, t+2*half, 1, c.header)
	default:
		c.emit(d.Other(), t+half, 1, c.header)
		wait := c.d.Dur(100*time.Microsecond, 300*time.Millisecond)
		c.emit(d.Other(), t+half+wait, 1, c.header)
		c.emit(d, t+2*half+wait, 1, c.header)
	}
	c.end()
	return t + 2*half
}

// Reset ends the connection with a RST of side d.
func (c *Conn) Reset(t time.Duration, d flowlog.Dir) {
	if c.alive {
		c.settle(t)
		c.emit(d, t, 1, ipTCP)
		c.end()
	}
}

// Vanish lets the other end of d be gone: what d sends is repeated until its
// stack, or its patience, gives up. It returns when.
func (c *Conn) Vanish(t time.Duration, d flowlog.Dir, n int, patience time.Duration) time.Duration {
	if !c.alive {
		return t
	}
	c.settle(t)
	size := min(c.mss, c.tls.wrap(n)) + c.header
	give, wait := t+patience, c.rto(d)
	for i := 0; i <= c.ends.Stack[d].Retries && t < give; i++ {
		c.emit(d, t, 1, size)
		t += wait
		wait = min(2*wait, 2*time.Minute)
	}
	t = min(t, give)
	if c.d.Chance(0.5) {
		c.emit(d, t, 1, ipTCP)
	}
	c.end()
	return t
}

// Stall lets the receiver of d keep its window shut for a while: d probes it.
func (c *Conn) Stall(t time.Duration, d flowlog.Dir, length time.Duration) time.Duration {
	c.settle(t)
	end, wait := t+length, c.rto(d)
	for t += wait; t < end; t += wait {
		c.emit(d, t, 1, c.header+c.ends.Stack[d].KeepBytes)
		c.emit(d.Other(), t+c.ends.Path.RTT/2, 1, c.header)
		wait = min(2*wait, 2*time.Minute)
	}
	c.emit(d.Other(), end, 1, c.header) // the window opens
	c.side[d].heard, c.side[d.Other()].heard = end, end
	return end
}

// Idle lets time pass up to t.
func (c *Conn) Idle(t time.Duration) {
	if c.alive {
		c.settle(t)
	}
}

func (c *Conn) end() {
	c.alive = false
	c.sink.Done()
}
