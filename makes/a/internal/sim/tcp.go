package sim

import "math"

const bulkSegments = 48 // longer messages take time

// message sends n bytes of the application in one direction, now.
func (c *Conn) message(out bool, n int) {
	if !c.open || n <= 0 {
		return
	}
	t := c.p.Now
	c.settle(t)
	n = c.secure.wrap(n)
	tx := side(out)
	c.due[tx] = 0 // the segment carries the acknowledgement
	if t-c.heard[tx] < 0.04 {
		c.chatty[tx] = true
	}
	segments := (n + c.mss - 1) / c.mss
	if segments > bulkSegments {
		c.bulk(out, n, segments)
		return
	}
	c.sink.Add(out, t, segments, n+segments*c.head)
	c.last = t
	if loss := c.to.Peer.Loss; loss > 0 && c.p.R.Chance(loss*float64(segments)) {
		c.lost(out, t, min(n, c.mss))
	}
	c.acknowledge(out, t, segments)
}

// lost resends a segment. What the host sends is seen twice; what a peer sends
// is seen once if the first copy was lost on its way, and twice if only the
// acknowledgement was.
func (c *Conn) lost(out bool, t float64, n int) {
	wait := max(0.2, 2*c.to.Peer.RTT)
	if c.p.R.Chance(0.5) {
		wait = 0.01 + 2*c.to.Peer.RTT // a tail loss probe
	}
	if out || c.p.R.Chance(0.3) {
		c.sink.Add(out, t+wait, 1, n+c.head)
	}
	if c.p.R.Chance(0.3) {
		c.sink.Add(!out, t+wait, 1, c.head+12) // with a SACK block
	}
}

// acknowledge lets the receiver answer segments that passed the interface at t.
func (c *Conn) acknowledge(out bool, t float64, segments int) {
	rx := side(!out)
	arrive := t
	if out {
		arrive += c.to.Peer.RTT
	}
	c.heard[rx] = arrive
	every := min(c.every[rx], max(2, segments/2))
	atOnce := segments / every
	rest := segments % every
	pending := c.due[rx] > 0
	quick := c.quick[rx]
	if c.chatty[rx] {
		quick = 0.03
	}
	if rest > 0 && (pending || c.p.R.Chance(quick)) {
		atOnce, rest = atOnce+1, 0
	}
	if atOnce > 0 {
		c.sink.Add(!out, arrive, atOnce, atOnce*c.head)
		c.due[rx] = 0
	}
	if rest > 0 {
		c.due[rx] = arrive + c.delack[rx]
	}
}

// bulk sends a long message at the rate of the road, second by second.
func (c *Conn) bulk(out bool, n, segments int) {
	p, q, rx := c.p, c.to.Peer, side(!out)
	c.due[rx], c.chatty[rx] = 0, false
	start := c.to.Peer.RTT * math.Log2(1+float64(min(segments, 4000))/10) // slow start
	p.Sleep(start)
	rate := p.R.Around(q.Rate, 0.3) / float64(c.mss)
	for segments > 0 {
		k := min(segments, max(1, int(rate)))
		size := min(n, k*c.mss)
		c.sink.Add(out, p.Now, k, size+k*c.head)
		if again := p.R.Count(float64(k) * q.Loss); again > 0 {
			if out {
				c.sink.Add(true, p.Now, again, again*(c.mss+c.head))
			}
			c.sink.Add(!out, p.Now+q.RTT, 3*again, 3*again*(c.head+12))
		}
		acks := (k + c.every[rx] - 1) / c.every[rx]
		c.sink.Add(!out, p.Now, acks, acks*c.head)
		p.Sleep(min(1, float64(k)/rate))
		n, segments = n-size, segments-k
	}
	c.last = p.Now
}

// settle sends what was due before t: delayed acknowledgements and keep-alives.
func (c *Conn) settle(t float64) {
	for s, at := range c.due {
		if at > 0 && at <= t {
			c.sink.Add(s == 1, at, 1, c.head)
			c.last = max(c.last, at)
			c.due[s], c.chatty[s] = 0, false
		}
	}
	if !c.open || c.keep == 0 {
		return
	}
	for at := c.last + c.keep; at < t; at = c.last + c.keep {
		c.sink.Add(c.keepOut, at, 1, c.head)
		at += c.to.Peer.RTT
		c.sink.Add(!c.keepOut, at, 1, c.head)
		c.last = at
	}
}
