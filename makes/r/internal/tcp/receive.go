package tcp

type message struct {
	end int64
	tag int
}

type span struct{ from, to int64 }

func (c *Conn) segment(side int, ev *event) {
	e, peer := &c.ends[side], &c.ends[1-side]
	e.heard, e.unanswered = c.Now, 0
	if ev.ack > e.una {
		c.acked(side, ev.ack)
	} else if ev.ack == e.una && ev.n == 0 && !ev.fin && !ev.probe && e.next > e.una && len(peer.early) > 0 {
		if e.dups++; e.dups == 3 && e.una >= e.recover {
			e.recover = e.next
			e.ssthresh = max(e.cwnd/2, float64(2*e.mss))
			e.cwnd = e.ssthresh
			c.resend(side, e.una)
		}
	}
	if ev.probe {
		c.sendAck(side)
		return
	}
	if ev.n == 0 && !ev.fin {
		return
	}
	to := ev.seq + int64(ev.n)
	if ev.fin {
		to++
	}
	switch {
	case to <= e.got: // again
		c.sendAck(side)
		return
	case ev.seq > e.got:
		e.remember(span{ev.seq, to})
		c.sendAck(side)
		return
	}
	if e.finSent && e.finWanted && ev.n > 0 && c.Rand.IntN(3) == 0 { // data for a closed socket
		c.Abort(side)
		return
	}
	e.got = max(e.got, to)
	hole := len(e.early) > 0
	for len(e.early) > 0 && e.early[0].from <= e.got {
		e.got = max(e.got, e.early[0].to)
		e.early = e.early[1:]
	}
	e.pending++
	now := hole || ev.fin || e.quick > 0 || e.pending >= e.Stretch || e.pending >= 2 && ev.push
	if e.quick > 0 {
		e.quick--
	}
	c.deliver(side)
	if c.over {
		return
	}
	if peer.finSent && e.got >= peer.written && !e.finGot {
		e.finGot = true
		now = true
		if !e.finWanted {
			if d := c.app.Closed(c, side); d < 0 {
				c.Abort(side)
				return
			} else {
				c.push(event{t: c.Now + d + 1, kind: evFin, side: uint8(side)})
			}
		}
	}
	switch {
	case e.pending == 0: // the answer took the ACK along
	case now:
		c.sendAck(side)
	case e.ackAt == 0:
		e.ackAt = c.Now + e.Delack
		if e.Tick {
			e.ackAt = (c.Now/e.Delack + 1) * e.Delack
		}
		if !e.ackSet {
			e.ackSet = true
			c.push(event{t: e.ackAt, kind: evAck, side: uint8(side)})
		}
	}
	if e.finSent && e.una == e.next && e.finGot {
		c.over = true
	}
}

// deliver hands whole messages to the program.
func (c *Conn) deliver(side int) {
	e, peer := &c.ends[side], &c.ends[1-side]
	for peer.head < len(peer.messages) && peer.messages[peer.head].end <= e.got && !c.over {
		m := peer.messages[peer.head]
		if peer.head++; peer.head == len(peer.messages) {
			peer.messages, peer.head = peer.messages[:0], 0
		}
		c.app.Got(c, side, m.tag)
		if e.Update && e.pending > 2 {
			c.sendAck(side)
		}
	}
}

func (c *Conn) acked(side int, ack int64) {
	e := &c.ends[side]
	if e.timedAt > 0 && ack >= e.timedSeq {
		m := c.Now - e.timedAt
		if e.timedAt = 0; e.srtt == 0 {
			e.srtt, e.rttvar = m, m/2
		} else {
			e.rttvar += (max(e.srtt-m, m-e.srtt) - e.rttvar) / 4
			e.srtt += (m - e.srtt) / 8
		}
	}
	n := float64(ack - e.una)
	if e.cwnd < e.ssthresh {
		e.cwnd += n
	} else {
		e.cwnd += n * float64(e.mss) / e.cwnd
	}
	e.una, e.dups, e.backoff, e.tries, e.probed = ack, 0, 0, 0, false
	e.next = max(e.next, ack)
	if e.una < e.recover { // a further hole
		c.resend(side, e.una)
	}
	if e.next > e.una {
		c.armRetry(side)
	}
	c.output(side)
	if e.finSent && e.una == e.next && e.finGot {
		c.over = true
	}
}

// remember keeps what came too early, in order and without overlaps.
func (e *end) remember(s span) {
	i := 0
	for i < len(e.early) && e.early[i].to < s.from {
		i++
	}
	j := i
	for j < len(e.early) && e.early[j].from <= s.to {
		s = span{min(s.from, e.early[j].from), max(s.to, e.early[j].to)}
		j++
	}
	e.early = append(e.early[:i:i], append([]span{s}, e.early[j:]...)...)
}
