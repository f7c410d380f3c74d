package tcp

import (
	"makes/x/internal/rnd"
	"makes/x/internal/wire"
)

// Wait runs the timers of an idle connection until t.
func (c *Conn) Wait(t float64) {
	c.settle(t)
}

// Close has s close the connection at t, and the other side follow.
func (c *Conn) Close(s wire.Side, t float64) {
	if c.settle(t); c.dead {
		return
	}
	if n := c.half[s].held; n > 0 {
		c.half[s].held = 0
		c.transmit(s, t, n)
	}
	if c.forgotten(t) {
		c.void(s, t, 1)
		return
	}
	half := c.path.RTT / 2
	c.packets(s, t, 1, c.hdr)
	if c.r.Chance(0.4) {
		c.packets(1-s, t+half, 1, c.hdr)
		c.packets(1-s, t+half+c.r.Exp(0.01), 1, c.hdr)
	} else {
		c.packets(1-s, t+half, 1, c.hdr)
	}
	c.packets(s, t+c.path.RTT, 1, c.hdr)
	c.die(t)
}

// Reset has s abort the connection at t.
func (c *Conn) Reset(s wire.Side, t float64) {
	if c.settle(t); c.dead {
		return
	}
	if !c.forgotten(t) || s == wire.Near {
		c.packets(s, t, 1, wire.TCP)
	}
	c.die(t)
}

// Vanish has the far side or the path disappear without a word.
func (c *Conn) Vanish() {
	c.gone = true
}

// Refused is an attempt to connect that is answered with a RST. It returns
// when the client knows.
func Refused(r *rnd.Rand, o Options, t float64) float64 {
	st := o.Near
	if o.Client == wire.Far {
		st = o.Far
	}
	for i := 0; ; i++ {
		trip := o.Path.trip(r)
		o.Sink.Packets(o.Client, t, 1, st.Syn)
		o.Sink.Packets(1-o.Client, t+trip, 1, wire.TCP)
		t += 2 * trip
		if i >= st.SynAgain {
			break
		}
		t += 0.5
	}
	o.Sink.Done()
	return t
}

// Unanswered is an attempt to connect that gets no answer within limit
// seconds (0 for as long as the stack tries). It returns when the client
// gives up.
func Unanswered(o Options, t, limit float64) float64 {
	st := o.Near
	if o.Client == wire.Far {
		st = o.Far
	}
	at := t
	o.Sink.Packets(o.Client, at, 1, st.Syn)
	for i, wait := range st.SynWaits {
		at += wait
		if limit > 0 && at >= t+limit {
			at = t + limit
			break
		}
		if i < len(st.SynWaits)-1 {
			o.Sink.Packets(o.Client, at, 1, st.Syn)
		}
	}
	o.Sink.Done()
	return at
}

// HalfDenied is an attempt to connect whose answers a stateless filter drops
// on their way back: both sides repeat themselves.
func HalfDenied(o Options, t, limit float64) float64 {
	server := o.Far
	if o.Client == wire.Far {
		server = o.Near
	}
	end := Unanswered(o, t, limit)
	at := t + o.Path.RTT
	for _, wait := range []float64{0, 1, 2, 4, 8, 16} {
		at += wait
		o.Sink.Packets(1-o.Client, at, 1, server.Syn)
	}
	o.Sink.Done()
	return end
}
