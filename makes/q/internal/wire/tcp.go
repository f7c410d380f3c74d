// Package wire turns messages into packets: TCP and UDP as an interface in
// front of one of the two ends sees them, and what wraps messages above TCP.
package wire

import (
	"makes/q/internal/dice"
	"makes/q/internal/flowlog"
)

// Stack is the TCP of one host.
type Stack struct {
	Stamps    bool      // offers timestamps
	SynOpts   int       // bytes of options on a SYN
	MSS       int       // largest segment it takes, without options
	Every     int       // acknowledges at once after so many segments
	BySize    bool      // counts full segments only, so that small ones wait
	Delay     float64   // seconds that an acknowledgement may wait
	Quick     int       // segments at the start acknowledged at once
	Keep      float64   // idle seconds before a keep-alive probe; 0 without
	KeepBytes int       // payload of a probe, 0 or 1
	Retry     []float64 // when an unanswered SYN is sent again
	SynAgain  int       // times a refused SYN is tried again
}

// Draw gives the stack of a host: a Linux more often than not, else a
// Windows, a BSD or something small.
func Draw(d dice.Dice) Stack {
	linux := []float64{1, 3, 7, 15, 31, 63}
	s := Stack{Stamps: true, SynOpts: 20, MSS: 1460, Every: 2, BySize: true, Delay: 0.04, Quick: d.Int(0, 16), Retry: linux}
	switch p := d.Float64(); {
	case p < 0.62:
		s.Every = dice.Pick(d, 2, 2, 2, 4, 8, 16)
		s.Stamps = !d.Odds(0.12)
		if d.Odds(0.15) {
			s.Delay = dice.Pick(d, 0.08, 0.12, 0.2)
		}
		if d.Odds(0.1) {
			s.Retry = []float64{1.02, 2.04, 3.07, 4.1, 6.1, 10.2, 18.4, 34.8}
		}
	case p < 0.82:
		s.Stamps, s.SynOpts, s.BySize, s.Delay, s.Quick, s.KeepBytes = false, 12, false, dice.Pick(d, 0.04, 0.05, 0.2), 0, 1
		s.Retry, s.SynAgain = dice.Pick(d, []float64{3, 9}, []float64{1, 3, 7, 15}), dice.Pick(d, 0, 2, 2)
	case p < 0.94:
		s.BySize, s.Delay, s.Quick, s.Retry = false, 0.1, 0, []float64{1, 2, 3, 4, 5, 6.2, 8.6, 13.4, 23}
		s.SynOpts = 24
	default:
		s.Stamps, s.SynOpts, s.BySize, s.Delay, s.MSS = d.Odds(0.3), 4, false, 0.25, dice.Pick(d, 536, 1220, 1360, 1460)
		if s.Stamps {
			s.SynOpts = 16
		}
		s.Every, s.Retry = dice.Pick(d, 1, 2), []float64{6, 18, 42}
	}
	if s.MSS == 1460 && d.Odds(0.35) {
		s.MSS = dice.Pick(d, 1360, 1380, 1398, 1400, 1412, 1424, 1432, 1440, 1452)
	}
	return s
}

type side struct {
	Stack
	owed, owedBytes int
	due             float64
	got             int
}

// Conn is one connection, or the like of it over UDP. Side 0 has opened it.
// All times are those at the interface.
type Conn struct {
	RTT, Loss float64
	Rate      float64 // bytes a second of long messages
	Keeps     [2]bool // who has asked for keep-alives
	dice      dice.Dice
	flow      *flowlog.Flow
	local     int
	udp       bool
	side      [2]side
	mss, opt  int
	last      float64
	probes    int
}

// NewConn gives a connection that is not open yet; local is the side at which
// the interface is.
func NewConn(d dice.Dice, flow *flowlog.Flow, stacks [2]Stack, local int, udp bool, rtt, loss, rate float64) *Conn {
	c := &Conn{RTT: rtt, Loss: loss, Rate: rate, dice: d, flow: flow, local: local, udp: udp}
	c.side[0].Stack, c.side[1].Stack = stacks[0], stacks[1]
	c.mss = min(stacks[0].MSS, stacks[1].MSS)
	if stacks[0].Stamps && stacks[1].Stamps {
		c.opt = 12
		c.mss -= 12
	}
	return c
}

// Open shakes hands at t and says when the opener may send.
func (c *Conn) Open(t float64) float64 {
	c.last = t
	if c.udp {
		return t
	}
	c.bare(0, t, 1, 40+c.side[0].SynOpts)
	if c.dice.Odds(c.Loss) {
		c.bare(0, t+c.side[0].Retry[0], 1, 40+c.side[0].SynOpts)
	}
	syn := 40 + c.side[1].SynOpts
	if !c.side[0].Stamps && c.side[1].Stamps {
		syn -= 8
	}
	c.bare(1, t+c.RTT, 1, max(syn, 44))
	c.bare(0, t+c.RTT, 1, 40+c.opt)
	c.last = t + c.RTT
	return c.last
}

// Assume takes the connection as open since before t.
func (c *Conn) Assume(t float64) {
	c.last = t
	c.side[0].got, c.side[1].got = 1000, 1000
}

// KeepAlive lets a side probe after idle seconds.
func (c *Conn) KeepAlive(who int, idle float64) { c.Keeps[who], c.side[who].Keep = idle > 0, idle }

// Stop leaves the connection open at t, where the log ends.
func (c *Conn) Stop(t float64) {
	c.Settle(t)
	c.flow.Done()
}

func (c *Conn) bare(from int, t float64, packets, bytes int) {
	c.flow.Add(from, t, packets, bytes, false)
}

// Send sends a message, and says when its last packet has passed.
func (c *Conn) Send(t float64, from, n int) float64 {
	c.Settle(t)
	for n > 0 {
		chunk := n
		if limit := max(int(c.Rate), 10*c.mss); chunk > limit {
			chunk = limit
		}
		c.burst(t, from, 1, chunk)
		n -= chunk
		if n > 0 {
			t++
		} else {
			t += float64(chunk) / max(c.Rate, 1e4)
		}
	}
	c.last = max(c.last, t)
	return t
}

// Many sends count small messages in the second from t on.
func (c *Conn) Many(t float64, from, count, n int) {
	c.Settle(t)
	c.burst(t, from, count, n)
}

func (c *Conn) burst(t float64, from, count, n int) {
	if c.udp {
		each := (n + 1471) / 1472
		c.bare(from, t, count*each, count*(n+28*each))
		c.last = max(c.last, t)
		return
	}
	c.side[from].owed, c.side[from].owedBytes = 0, 0
	segs := count * ((n + c.mss - 1) / c.mss)
	c.bare(from, t, segs, count*n+segs*(40+c.opt))
	if c.Loss > 0 && c.dice.Odds(c.Loss*float64(segs)) {
		c.bare(from, t+max(0.2, 2*c.RTT), 1, min(n, c.mss)+40+c.opt)
		if segs > 3 {
			again := c.dice.Int(1, 3)
			c.bare(1-from, t+c.RTT, again, again*(52+c.opt))
		}
	}
	o := &c.side[1-from]
	at := t
	if 1-from != c.local {
		at += c.RTT
	}
	acks := 0
	if o.got < o.Quick {
		acks = min(segs, o.Quick-o.got)
	}
	o.got += segs
	o.owed += segs - acks
	o.owedBytes += count * n
	if o.BySize && o.owedBytes <= c.mss {
		// small ones wait for company or for the timer
	} else if k := o.owed / o.Every; k > 0 {
		acks += k
		o.owed -= k * o.Every
		o.owedBytes = 0
	}
	if acks > 0 {
		c.bare(1-from, at, acks, acks*(40+c.opt))
	}
	if o.owed > 0 && (o.due < at || o.owed <= segs) {
		o.due = at + o.Delay
	}
	c.last = max(c.last, t)
}

// Settle lets pass what happens by itself before t: late acknowledgements
// and keep-alives.
func (c *Conn) Settle(t float64) {
	if c.udp {
		return
	}
	for i := range c.side {
		s := &c.side[i]
		if s.owed > 0 && s.due < t {
			c.bare(i, s.due, 1, 40+c.opt)
			c.last = max(c.last, s.due)
			s.owed, s.owedBytes = 0, 0
		}
	}
	for {
		who, keep := -1, 0.0
		for i := range c.side {
			if k := c.side[i].Keep; c.Keeps[i] && k > 0 && (who < 0 || k < keep) {
				who, keep = i, k
			}
		}
		if who < 0 || c.last+keep >= t {
			return
		}
		c.last += keep
		c.bare(who, c.last, 1, 40+c.opt+c.side[who].KeepBytes)
		c.bare(1-who, c.last+c.RTT, 1, 40+c.opt)
	}
}

// Close ends the connection in good order.
func (c *Conn) Close(t float64, who int) {
	if !c.udp {
		c.Settle(t)
		both := 1
		if c.dice.Odds(0.4) {
			both = 2
		}
		c.side[who].owed = 0
		c.bare(who, t, 1, 40+c.opt)
		c.bare(1-who, t+c.RTT, both, both*(40+c.opt))
		c.bare(who, t+c.RTT, 1, 40+c.opt)
	}
	c.flow.Done()
}

// Reset ends it with a reset.
func (c *Conn) Reset(t float64, who int) {
	if !c.udp {
		c.Settle(t)
		c.bare(who, t, 1, 40)
	}
	c.flow.Done()
}

// Vanish ends it without a word from one side: the other sends its last
// message again and again.
func (c *Conn) Vanish(t float64, who, n int) {
	if !c.udp {
		c.Settle(t)
		for wait := 0.3; wait < c.dice.Scale(2, 200); wait *= 2 {
			c.bare(1-who, t+wait, 1, min(n, c.mss)+40+c.opt)
		}
	}
	c.flow.Done()
}

// Fate is how an attempt to open a connection fails.
type Fate int

// The fates.
const (
	Fine    Fate = iota
	Refused      // answered with a reset
	Dead         // not answered
	Denied       // the opener's SYN is rejected
	Walled       // the answer is rejected
	Shut         // opened, and closed at once
	Turned       // opened, asked, and told to go
)

// Fail tries to open in vain for at most patience seconds, and says when the
// opener knows.
func (c *Conn) Fail(t float64, fate Fate, patience float64) float64 {
	defer c.flow.Done()
	syn := 40 + c.side[0].SynOpts
	switch {
	case c.udp:
		c.flow.Add(0, t, 1, 28+c.dice.Int(20, 80), fate == Denied)
		return t + patience
	case fate == Refused:
		for i := 0; ; i++ {
			c.bare(0, t, 1, syn)
			c.bare(1, t+c.RTT, 1, 40)
			if i >= c.side[0].SynAgain {
				return t + c.RTT
			}
			t += 0.5 + c.RTT
		}
	case fate == Turned:
		t = c.Send(c.Open(t), 0, c.dice.Int(30, 500)) + c.RTT
		t = c.Send(t+0.002, 1, c.dice.Int(20, 300)) + c.dice.Scale(0.001, 0.5)
		c.Close(t, 1)
		return t
	case fate == Shut:
		t = c.Open(t) + c.dice.Scale(0.001, 1)
		if c.dice.Odds(0.5) {
			c.Reset(t, 1)
		} else {
			c.Close(t, 1)
		}
		return t
	}
	tries := append([]float64{0}, c.side[0].Retry...)
	for _, wait := range tries {
		if wait > patience {
			break
		}
		c.flow.Add(0, t+wait, 1, syn, fate == Denied)
		if fate == Walled {
			c.flow.Add(1, t+wait+c.RTT, 1, 40+c.side[1].SynOpts, true)
		}
	}
	return t + min(patience, 2*tries[len(tries)-1]+1)
}
