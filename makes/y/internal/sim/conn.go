package sim

import (
	"math"

	"makes/y/internal/flow"
)

// Conn is a TCP connection; direction 0 is from client to server, 1 back.
type Conn struct {
	A, B *Host // client and server

	x     *Ctx
	rtt   float64
	mss   int
	hdr   int
	rate  float64
	loss  float64
	open  bool
	nat   bool
	over  int // bytes TLS adds to a record
	views [2][2]flow.Tally
	unack [2]bool    // data of a direction waits for its acknowledgement
	due   [2]float64 // when that is sent on its own
	quick [2]int
	last  float64    // latest packet
	alive [2]float64 // TCP keep-alive of client and server, 0 for none
	dies  float64    // the server's next restart
}

func (x *Ctx) newConn(a, b *Host, ap, bp uint16) *Conn {
	c := &Conn{A: a, B: b, x: x, loss: 2e-5, mss: 1460, hdr: 40}
	if a.Inside && b.Inside {
		c.rtt = 2*(a.Lag+b.Lag) + 1e-4
	} else {
		c.rtt = 2 * (a.Lag + b.Lag)
		c.loss = 2e-4 + 0.004*c.rtt
	}
	mtu := min(a.MTU, b.MTU)
	if a.Jumbo && b.Jumbo {
		mtu = 9001
	}
	if a.Stack.Stamps && b.Stack.Stamps {
		c.hdr = 52
	}
	c.mss = mtu - c.hdr
	c.rate = min(a.Rate, b.Rate)
	c.nat = a.Inside && !a.Public && !b.Inside
	for v, h := range []*Host{a, b} {
		c.views[v][0] = flow.Tally{If: h.If, Src: a.Addr, Dst: b.Addr, SrcPort: ap, DstPort: bp, Proto: flow.TCP}
		c.views[v][1] = flow.Tally{If: h.If, Src: b.Addr, Dst: a.Addr, SrcPort: bp, DstPort: ap, Proto: flow.TCP}
	}
	x.note(a, b)
	return c
}

func (c *Conn) synBytes(h *Host) int {
	if h.Stack.Stamps {
		return 60
	}
	return 52
}

// Dial connects a to b. The connection is not OK when b is out of order; time has passed then as the client waits.
func (x *Ctx) Dial(a, b *Host, port int) *Conn { return x.DialFrom(a, b, int(a.ephemeral()), port) }

// DialFrom is Dial from a given local port.
func (x *Ctx) DialFrom(a, b *Host, from, port int) *Conn {
	if bad, refuse := b.down(x.T); bad {
		fate := Silent
		if refuse {
			fate = Refused
		}
		x.Knock(a, b, port, fate)
		return &Conn{A: a, B: b, x: x}
	}
	c := x.newConn(a, b, uint16(from), uint16(port))
	c.open = true
	c.quick = [2]int{b.Stack.Quick, a.Stack.Quick}
	c.dies = x.T + x.R.Exp(b.Restart)
	x.keep(c)
	c.emit(0, x.T, 1, c.synBytes(a))
	if x.R.Chance(c.loss) {
		x.T++
		c.emit(0, x.T, 1, c.synBytes(a))
	}
	c.emit(1, x.T+c.rtt/2, 1, c.synBytes(b))
	x.T += c.rtt
	c.emit(0, x.T, 1, c.hdr)
	return c
}

// OK tells whether the connection stands.
func (c *Conn) OK() bool { return c.open && c.x.Run() }

// RTT is the round trip's time.
func (c *Conn) RTT() float64 { return c.rtt }

// KeepAlive turns on TCP keep-alives of the client (side 0) or the server (side 1).
func (c *Conn) KeepAlive(side int, seconds float64) { c.alive[side] = seconds }

func (c *Conn) emit(dir int, at float64, packets, bytes int) {
	c.views[0][dir].Add(at, packets, bytes)
	c.views[1][dir].Add(at, packets, bytes)
	c.last = max(c.last, at)
}

func (c *Conn) spread(dir int, from, to float64, packets, bytes int) {
	c.views[0][dir].Spread(from, to, packets, bytes)
	c.views[1][dir].Spread(from, to, packets, bytes)
	c.last = max(c.last, to)
}

func (c *Conn) host(side int) *Host {
	if side == 0 {
		return c.A
	}
	return c.B
}

// settle lets pass what the stacks do on their own until t: delayed acknowledgements, keep-alives, the server's restart.
func (c *Conn) settle(t float64) {
	for d := range 2 {
		if c.unack[d] && c.due[d] <= t {
			c.emit(1-d, c.due[d], 1, c.hdr)
			c.unack[d] = false
		}
	}
	ka, side := c.alive[0], 0
	if ka == 0 || c.alive[1] > 0 && c.alive[1] < ka {
		ka, side = c.alive[1], 1
	}
	stop := min(t, c.dies, c.x.End)
	for ka > 0 && c.last+ka < stop {
		at := c.last + ka
		c.emit(side, at, 1, c.hdr+c.host(side).Stack.ProbeBytes)
		c.emit(1-side, at+c.rtt, 1, c.hdr)
	}
	if t >= c.dies && c.open {
		c.emit(1, c.dies, 1, c.hdr)
		c.emit(0, c.dies+c.rtt, 2, 2*c.hdr)
		c.emit(1, c.dies+2*c.rtt, 1, c.hdr)
		c.end()
	}
}

// ready tells whether a message can go at the present time, and otherwise lets the connection die as it would.
func (c *Conn) ready(dir, n int) bool {
	if !c.open {
		return false
	}
	t := c.x.T
	c.settle(t)
	if !c.open {
		return false
	}
	if c.nat && t-c.last > 350 {
		// The NAT gateway has forgotten the flow: what comes from inside is answered by a reset.
		if dir == 0 {
			c.emit(0, t, 1, min(n, c.mss)+c.hdr)
			c.emit(1, t+0.001, 1, 40)
		}
		c.end()
		return false
	}
	if bad, refuse := c.B.down(t); bad {
		if dir == 0 && refuse {
			c.emit(0, t, 1, min(n, c.mss)+c.hdr)
			c.emit(1, t+c.rtt, 1, 40)
		} else if dir == 0 {
			c.starve(n)
		}
		c.end()
		return false
	}
	return true
}

// starve repeats a message into the void until the program gives up.
func (c *Conn) starve(n int) {
	patience := c.x.R.Ratio(12, 130)
	for wait, gap := 0.0, 0.2+c.rtt; wait < patience; wait, gap = wait+gap, gap*2 {
		c.emit(0, c.x.T+wait, 1, min(n, c.mss)+c.hdr)
	}
	c.x.Sleep(patience)
}

// Up sends a message of n bytes to the server.
func (c *Conn) Up(n int) { c.send(0, n) }

// Down sends a message of n bytes to the client.
func (c *Conn) Down(n int) { c.send(1, n) }

// Ask sends a request and, after the server has thought, its answer.
func (c *Conn) Ask(up, down int, think float64) {
	c.Up(up)
	c.x.Sleep(think + c.rtt)
	c.Down(down)
}

func (c *Conn) send(dir, n int) {
	if c.over > 0 && n > 0 {
		n += c.over * (1 + n/16384)
	}
	c.raw(dir, n)
}

// raw sends bytes as segments, with acknowledgements as the receiver's stack gives them.
func (c *Conn) raw(dir, n int) {
	if n <= 0 || !c.ready(dir, n) {
		return
	}
	x, t := c.x, c.x.T
	c.unack[1-dir] = false // rides on this message
	segs := (n + c.mss - 1) / c.mss
	took := 0.0
	if segs > 10 {
		took = c.rtt*math.Log2(float64(segs)/10+1) + float64(n)/c.rate
	}
	c.spread(dir, t, t+took, segs, n+segs*c.hdr)
	if p := c.loss * float64(segs); p > 0 && x.R.Chance(min(p, 1)) {
		again := max(1, int(p*x.R.Between(0.5, 1.5)))
		c.spread(dir, t+max(0.2, c.rtt), t+took, again, again*(min(n, c.mss)+c.hdr))
		if segs > 3 {
			c.spread(1-dir, t+c.rtt, t+took, 3*again, 3*again*(c.hdr+12))
		}
	}
	every := c.host(1 - dir).Stack.Every
	if segs < 12 {
		every = min(every, 2)
	}
	if full := segs / every; full > 0 && n > c.mss {
		c.spread(1-dir, t+c.rtt/2, t+took+c.rtt/2, full, full*c.hdr)
		segs -= full * every
	}
	x.T += took
	if segs <= 0 {
		return
	}
	if c.quick[dir] > 0 {
		c.quick[dir]--
		c.emit(1-dir, x.T+c.rtt/2, 1, c.hdr)
		return
	}
	c.unack[dir], c.due[dir] = true, x.T+c.rtt+c.host(1-dir).Stack.Delack
}

// Close ends the connection from the client (side 0) or the server (side 1).
func (c *Conn) Close(side int) {
	if !c.open {
		return
	}
	c.settle(c.x.T)
	if !c.open {
		return
	}
	if c.over > 0 {
		c.raw(side, c.over+2)
		if !c.open {
			return
		}
		c.unack[side] = false
	}
	t := c.x.T
	c.emit(side, t, 1, c.hdr)
	c.emit(1-side, t+c.rtt, 1, c.hdr)
	c.emit(side, t+c.rtt, 1, c.hdr)
	if c.x.R.Chance(0.25) {
		c.emit(1-side, t+c.rtt, 1, c.hdr)
	}
	c.end()
}

// Reset ends the connection with a reset from a side.
func (c *Conn) Reset(side int) {
	if !c.open {
		return
	}
	c.settle(c.x.T)
	if c.open {
		c.emit(side, c.x.T, 1, 40)
		c.end()
	}
}

// Vanish lets a side disappear without a word.
func (c *Conn) Vanish() {
	if c.open {
		c.settle(c.x.T)
		c.end()
	}
}

func (c *Conn) end() {
	c.open = false
	for v := range c.views {
		for d := range c.views[v] {
			c.views[v][d].Flush()
		}
	}
	delete(c.x.live, flusher(c))
}

// flush ends the bookkeeping of a connection that outlives its program's run.
func (c *Conn) flush() {
	if c.open {
		c.settle(min(c.x.T, c.x.End))
	}
	c.open = false
	for v := range c.views {
		for d := range c.views[v] {
			c.views[v][d].Flush()
		}
	}
}
