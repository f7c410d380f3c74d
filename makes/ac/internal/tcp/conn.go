package tcp

import (
	"makes/ac/internal/flow"
	"makes/ac/internal/rnd"
)

// Conn is a connection. End 0 is the one whose clock is used: that of the
// first view. Times of messages are those of their sender.
type Conn struct {
	r       *rnd.R
	views   []flow.View
	h       [2]*Host
	cli     int // which end opened it
	RTT     float64
	Loss    float64
	Rate    float64 // bytes a second
	mss     int
	over    int // of each packet
	owed    [2]int
	due     [2]float64
	quick   [2]int
	win     [2]int
	clock   float64
	lastAny float64
}

// New makes a connection, not yet open; views after the first are seen from
// end 1.
func New(r *rnd.R, views []flow.View, ends [2]*Host, cli int, rtt, loss, rate float64) *Conn {
	c := &Conn{r: r, views: views, h: ends, cli: cli, RTT: rtt, Loss: loss, Rate: rate,
		mss: min(ends[0].MSS, ends[1].MSS), over: 40, quick: [2]int{ends[0].Quick, ends[1].Quick}, win: [2]int{10, 10}}
	if ends[0].Stamps && ends[1].Stamps {
		c.over, c.mss = 52, c.mss-12
	}
	return c
}

func (c *Conn) packet(t float64, from, n, bytes int) {
	c.views[0].Add(t, from, n, bytes)
	if len(c.views) > 1 {
		c.views[1].Add(t, 1-from, n, bytes)
	}
	if t > c.lastAny {
		c.lastAny = t
	}
}

// Open does the handshake, and says when the client may speak.
func (c *Conn) Open(t float64) float64 {
	s := 1 - c.cli
	answer := 52
	if c.over == 52 {
		answer = 60
	} else if c.h[c.cli].Syn == 44 || c.h[s].Syn == 44 {
		answer = 44
	}
	if c.cli == 1 {
		t += c.RTT / 2
	}
	c.packet(t, c.cli, 1, c.h[c.cli].Syn)
	if c.r.Chance(c.Loss) {
		t += c.h[c.cli].SynRetry[0]
		c.packet(t, c.cli, 1, c.h[c.cli].Syn)
	}
	if c.cli == 0 {
		c.packet(t+c.RTT, 1, 1, answer)
		c.packet(t+c.RTT, 0, 1, c.over)
	} else {
		c.packet(t, 0, 1, answer)
		c.packet(t+c.RTT, 1, 1, c.over)
	}
	c.clock = t + c.RTT
	return c.clock
}

// Attach takes up a connection that was opened before the run.
func (c *Conn) Attach(t float64) {
	c.clock, c.lastAny, c.quick = t, t, [2]int{}
}

// settle lets pass what happens by itself until t.
func (c *Conn) settle(t float64) {
	for s := range 2 {
		if c.owed[s] > 0 && c.due[s] <= t {
			c.packet(c.due[s], s, 1, c.over)
			c.owed[s] = 0
		}
	}
	for s := range 2 {
		p := c.h[s].Probe
		if p == 0 || t-c.lastAny < p {
			continue
		}
		for at := c.lastAny + p; at < t; at += p {
			c.packet(at, s, 1, c.over+c.h[s].ProbeByte)
			c.packet(at+c.RTT, 1-s, 1, c.over)
		}
	}
}

// Wait lets time pass without a message.
func (c *Conn) Wait(t float64) {
	c.settle(t)
	c.clock = max(c.clock, t)
}

// Send sends n bytes from an end, and says when the other end has them.
func (c *Conn) Send(t float64, from, n int) float64 {
	if from == 1 {
		t += c.RTT / 2
	}
	if t < c.clock {
		t = c.clock
	}
	c.settle(t)
	c.owed[from] = 0
	if t-c.clock > 2 { // after silence the window is small again
		c.win[from] = 10
	}
	segs := (n + c.mss - 1) / c.mss
	most := max(10, int(c.Rate*c.RTT)/c.mss)
	for segs > 0 {
		k := min(segs, c.win[from])
		if c.win[from] >= most { // long transfers go on evenly
			k = min(segs, max(k, int(c.Rate*.25)/c.mss))
		}
		bytes := min(n, k*c.mss)
		c.packet(t, from, k, bytes+k*c.over)
		c.arrive(t, 1-from, k)
		if c.Loss > 0 && c.r.Chance(min(.9, c.Loss*float64(k))) {
			again := t + c.RTT + .01
			if segs < 4 {
				again = t + max(.2, 2*c.RTT)
			} else {
				c.packet(t+c.RTT, 1-from, 3, 3*(c.over+12))
			}
			c.packet(again, from, 1, min(n, c.mss)+c.over)
			t = max(t, again)
		}
		segs, n = segs-k, n-bytes
		if segs > 0 {
			t += max(c.RTT, float64(k*c.mss)/c.Rate)
			c.win[from] = min(most, 2*c.win[from])
		}
	}
	c.clock = max(c.clock, t)
	if from == 0 {
		return t + c.RTT/2
	}
	return t
}

// arrive lets end to acknowledge segments.
func (c *Conn) arrive(t float64, to, segs int) {
	if to == 1 {
		t += c.RTT
	}
	every := c.h[to].AckEvery
	if c.quick[to] > 0 {
		c.quick[to] -= segs
		k := (segs + every - 1) / every
		c.packet(t, to, k, k*c.over)
		return
	}
	c.owed[to] += segs
	if k := c.owed[to] / every; k > 0 {
		c.packet(t, to, k, k*c.over)
		c.owed[to] %= every
	}
	if c.owed[to] > 0 {
		c.due[to] = t + c.r.Between(c.h[to].Delay[0], c.h[to].Delay[1])
	}
}

// Live carries media: packets both ways, told of by the second.
func (c *Conn) Live(t, until float64, perSecond, size [2]float64) {
	for ; t < until; t++ {
		for s := range 2 {
			k := int(perSecond[s] * c.r.Between(.85, 1.15))
			if k > 0 {
				c.packet(t+c.r.F()*.5, s, k, int(size[s]*c.r.Between(.8, 1.2))*k+k*c.over)
				c.packet(t+.5+c.r.F()*.4, 1-s, (k+3)/4, (k+3)/4*c.over)
			}
		}
	}
	c.clock = max(c.clock, t)
}

// Close ends the connection: "fin" by end from, "rst", or "mute" when the end
// vanishes and the other one repeats itself.
func (c *Conn) Close(t float64, from int, how string) {
	t = max(t, c.clock)
	c.settle(t)
	if how == "fin" && c.h[from].ResetClose {
		how = "rst"
	}
	switch how {
	case "fin":
		c.packet(t, from, 1, c.over)
		c.packet(t+c.RTT, 1-from, 1, c.over)
		if c.r.Chance(.4) {
			c.packet(t+c.RTT, 1-from, 1, c.over)
		}
		c.packet(t+1.5*c.RTT, from, 1, c.over)
	case "rst":
		c.packet(t, from, 1, 40)
	case "mute":
		wait := .3
		for range c.r.Int(5, 9) {
			c.packet(t, 1-from, 1, c.over+c.r.Int(20, 90))
			t, wait = t+wait, wait*2
		}
	}
	for i := range c.views {
		c.views[i].Done()
	}
}

// Knock tries a port that does not answer, answers RST or is forbidden, and
// says when the program hears of it; views are of the client's end.
func Knock(v flow.View, h *Host, t, timeout float64, answer string, rtt float64) float64 {
	v.Add(t, 0, 1, h.Syn)
	until := t + timeout
	if answer == "rst" {
		v.Add(t+rtt, 1, 1, 40)
		until = t + rtt
	} else {
		for _, wait := range h.SynRetry {
			if t += wait; t > until {
				break
			}
			v.Add(t, 0, 1, h.Syn)
		}
	}
	v.Done()
	return until
}
