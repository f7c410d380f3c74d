package tcp

import (
	"math"

	"makes/x/internal/wire"
)

// window is the number of segments that may be sent before the first
// acknowledgement.
const window = 10

// Send hands n bytes to the connection at time t and returns when they have
// arrived at the other side.
func (c *Conn) Send(s wire.Side, t float64, n int) float64 {
	if c.settle(t); c.dead {
		return t
	}
	h, p := &c.half[s], &c.half[1-s]
	if h.nagle && h.held+n < c.mss && (p.pending > 0 || t < h.ackAt) {
		h.held += n
		due := t + c.path.RTT
		if p.pending > 0 {
			due = max(due, p.ackDue+c.path.RTT)
		}
		return due
	}
	n += h.held
	h.held = 0
	if n > 48*c.mss {
		return c.bulk(s, t, n)
	}
	return c.transmit(s, t, n)
}

// bulk spreads a large message over the time that the path needs for it.
func (c *Conn) bulk(s wire.Side, t float64, n int) float64 {
	rate := c.r.Around(c.path.Rate, 0.3)
	piece := max(24*c.mss, n/250, min(int(rate*2), n/8))
	t += c.path.RTT * math.Log2(float64(48))
	for n > 0 && !c.dead {
		k := min(n, piece)
		c.transmit(s, t, k)
		t += float64(k) / rate
		c.settle(t)
		n -= k
	}
	return t + c.path.RTT/2
}

func (c *Conn) transmit(s wire.Side, t float64, n int) float64 {
	h, p := &c.half[s], &c.half[1-s]
	if c.forgotten(t) {
		return c.void(s, t, n)
	}
	segs := (n + c.mss - 1) / c.mss
	carries := h.pending > 0
	h.pending, h.ackDue = 0, never
	if t-h.heard < h.st.Delay {
		h.chatty = true
	}
	c.packets(s, t, segs, n+segs*c.hdr)
	arrive := t + c.path.trip(c.r)
	if segs > window {
		arrive += c.path.RTT*math.Floor(1+math.Log2(float64(segs)/window)) + float64(n)/c.path.Rate
	}
	if c.toLoss -= segs; c.toLoss <= 0 {
		arrive += c.lose(s, t, segs, min(n, c.mss))
	}
	c.last = arrive
	c.rearm(arrive)
	if carries {
		c.acked(1-s, arrive)
	}
	if arrive-p.heard > c.rto() {
		p.quick = p.st.Quick
	}
	p.heard = arrive
	p.pending += segs
	c.acknowledge(1-s, arrive, segs)
	return arrive
}

// acknowledge decides whether s acknowledges now or later.
func (c *Conn) acknowledge(s wire.Side, at float64, segs int) {
	h := &c.half[s]
	every := h.st.Every
	if segs > 4 {
		every = max(every, 1+c.r.IntN(h.st.Merge))
	}
	acks := h.pending / every
	if acks == 0 && h.quick > 0 && !h.chatty {
		acks = 1
	}
	if acks == 0 {
		if h.ackDue == never {
			h.ackDue = at + h.st.Delay
		}
		return
	}
	h.quick -= min(h.quick, acks)
	h.pending = max(0, h.pending-acks*every)
	h.ackDue = never
	if h.pending > 0 {
		h.ackDue = at + h.st.Delay
	}
	c.packets(s, at, acks, acks*c.hdr)
	c.acked(1-s, at+c.path.RTT/2)
}

// lose has one segment of a message lost and returns the delay until it is
// repaired: three later segments cause a fast retransmission, else a tail
// probe or the retransmission timer does.
func (c *Conn) lose(s wire.Side, t float64, segs, size int) float64 {
	c.nextLoss()
	later := c.r.IntN(segs)
	h := &c.half[s]
	var wait float64
	switch {
	case later >= 3:
		wait = c.path.RTT
		c.packets(1-s, t+c.path.RTT/2, later, later*(c.hdr+8))
	case h.st.TailProbe:
		wait = max(2*c.path.RTT, 0.01)
		if segs == 1 {
			wait += c.half[1-s].st.Delay * 1.5
		}
	default:
		wait = c.rto()
	}
	c.visible(s, t+wait, 1, size+c.hdr)
	again := c.rto()
	for c.r.Chance(0.08) && again < 20 {
		wait += again
		c.visible(s, t+wait, 1, size+c.hdr)
		again *= 2
	}
	return wait
}

// void sends into a path that drops everything.
func (c *Conn) void(s wire.Side, t float64, n int) float64 {
	segs := min((n+c.mss-1)/c.mss, window)
	size := min(n, segs*c.mss)
	c.visible(s, t, segs, size+segs*c.hdr)
	if c.path.Abrupt && s == wire.Near {
		t += 0.001
		c.sink.Packets(wire.Far, t, 1, wire.TCP)
		c.die(t)
		return t
	}
	limit := c.giveUp
	if limit <= 0 {
		limit = never
	}
	wait, at := c.rto(), t
	for range c.half[s].st.Retries {
		if at+wait-t > limit {
			break
		}
		at += wait
		c.visible(s, at, 1, min(n, c.mss)+c.hdr)
		wait = min(2*wait, 120)
	}
	c.die(min(at+wait, t+limit))
	return c.deadAt
}
