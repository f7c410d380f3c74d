package tcp

import "makes/r/internal/flow"

// emit counts a packet sent now by side and gives when it arrives at the other
// side, or -1 if it gets lost.
func (c *Conn) emit(side, size int) int64 {
	e := &c.ends[side]
	if side == Remote && c.gone {
		return -1
	}
	arrival := c.Now + c.path.RTT/2
	if c.path.Jitter > 0 {
		arrival += int64(c.Rand.ExpFloat64() * float64(c.path.Jitter))
	}
	arrival = max(arrival, e.lastArrival+1+int64(float64(size)/c.path.Rate))
	lost := c.path.Loss > 0 && c.Rand.Float64() < c.path.Loss
	if c.dialing { // which keeps the time itself
		arrival, lost = c.Now, false
	}
	e.lastArrival = arrival
	if side == Local {
		c.meter.Add(Local, c.Now, size)
	} else if !lost {
		c.meter.Add(Remote, arrival, size)
	}
	if lost || side == Local && c.gone {
		return -1
	}
	return arrival
}

func (c *Conn) output(side int) {
	e := &c.ends[side]
	for e.next < e.written {
		n := min(int64(e.mss), e.written-e.next)
		flight := e.next - e.una
		if flight > 0 && (flight+n > int64(min(e.cwnd, float64(e.window))) || n < int64(e.mss) && e.nagle) {
			return
		}
		c.transmit(side, e.next, n)
		e.next += n
	}
	if e.finWanted && !e.finSent && e.next == e.written {
		e.finSent = true
		c.transmit(side, e.next, 0)
		e.next++
		e.written++
	}
}

// transmit sends n bytes from seq, or the FIN if none.
func (c *Conn) transmit(side int, seq, n int64) {
	e := &c.ends[side]
	if e.timedAt == 0 && seq >= e.next {
		e.timedAt, e.timedSeq = c.Now, seq+max(n, 1)
	}
	at := c.emit(side, int(40+int64(e.optSize)+n))
	if limit := c.path.MSS; limit > 0 && n > int64(limit) && e.mss > limit {
		c.push(event{t: c.Now + c.path.RTT/3 + 1, kind: evTooBig, side: uint8(side)})
		at = -1
	}
	if at >= 0 {
		c.push(event{t: at, kind: evSegment, side: uint8(1 - side), seq: seq, ack: e.got, n: int32(n),
			push: seq+n >= e.written, fin: n == 0})
	}
	e.pending, e.ackAt = 0, 0 // acknowledges, too
	c.armRetry(side)
}

func (c *Conn) sendAck(side int) {
	e := &c.ends[side]
	size := 40 + e.optSize
	if len(e.early) > 0 && e.SACK && c.ends[1-side].SACK {
		size += 4 + 8*min(len(e.early), 3)
	}
	e.pending, e.ackAt = 0, 0
	if at := c.emit(side, size); at >= 0 {
		c.push(event{t: at, kind: evSegment, side: uint8(1 - side), seq: e.next, ack: e.got})
	}
}

func (c *Conn) timeout(e *end) int64 {
	if e.srtt == 0 {
		return flow.Second
	}
	return e.srtt + max(e.MinRTO, 4*e.rttvar)
}

func (c *Conn) armRetry(side int) {
	e := &c.ends[side]
	wait := c.timeout(e) << e.backoff
	if e.TLP && !e.probed && e.backoff == 0 && e.srtt > 0 {
		probe := 2*e.srtt + 2*flow.Millisecond
		if e.next-e.una <= int64(e.mss) {
			probe = max(probe, e.srtt*3/2+200*flow.Millisecond)
		}
		wait = min(wait, probe)
	}
	e.retryAt = c.Now + min(wait, 120*flow.Second)
	if !e.retrySet {
		e.retrySet = true
		c.push(event{t: e.retryAt, kind: evRetry, side: uint8(side)})
	}
}

func (c *Conn) retry(side int) {
	e := &c.ends[side]
	e.retrySet = false
	if e.next == e.una {
		return
	}
	if e.retryAt > c.Now {
		e.retrySet = true
		c.push(event{t: e.retryAt, kind: evRetry, side: uint8(side)})
		return
	}
	e.timedAt = 0
	if e.TLP && !e.probed && e.backoff == 0 && e.srtt > 0 { // tail loss probe: the last segment again
		e.probed = true
		from := max(e.una, e.next-int64(e.mss))
		c.resend(side, from)
		return
	}
	if e.tries++; e.tries > e.Retries {
		c.over = true
		return
	}
	e.backoff = min(e.backoff+1, 9)
	e.ssthresh, e.cwnd = max(e.cwnd/2, float64(2*e.mss)), float64(e.mss)
	e.recover = e.next
	c.resend(side, e.una)
}

func (c *Conn) resend(side int, from int64) {
	e := &c.ends[side]
	last := e.next
	if e.finSent {
		last--
	}
	c.transmit(side, from, min(int64(e.mss), last-from))
}
