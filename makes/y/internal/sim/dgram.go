package sim

import "makes/y/internal/flow"

// Dgram is a flow of datagrams (or of pings) between a and b.
type Dgram struct {
	x     *Ctx
	rtt   float64
	views [2][2]flow.Tally
}

// UDP starts a flow of datagrams from a local port, 0 for an ephemeral one.
func (x *Ctx) UDP(a, b *Host, from, port int) *Dgram {
	if from == 0 {
		from = int(a.ephemeral())
	}
	return x.dgram(a, b, uint16(from), uint16(port), flow.UDP)
}

// ICMP starts a flow of pings.
func (x *Ctx) ICMP(a, b *Host) *Dgram { return x.dgram(a, b, 0, 0, flow.ICMP) }

func (x *Ctx) dgram(a, b *Host, ap, bp uint16, proto uint8) *Dgram {
	u := &Dgram{x: x, rtt: 2 * (a.Lag + b.Lag)}
	for v, h := range []*Host{a, b} {
		u.views[v][0] = flow.Tally{If: h.If, Src: a.Addr, Dst: b.Addr, SrcPort: ap, DstPort: bp, Proto: proto}
		u.views[v][1] = flow.Tally{If: h.If, Src: b.Addr, Dst: a.Addr, SrcPort: bp, DstPort: ap, Proto: proto}
	}
	x.note(a, b)
	x.keep(u)
	return u
}

// Deny makes what a sends count as dropped at its own interface (side 0) or at b's (side 1).
func (u *Dgram) Deny(side int) {
	u.views[side][0].Reject = true
	if side == 0 {
		u.views[1][0].If = nil
	}
}

func (u *Dgram) send(dir, n int) {
	packets := 1 + max(0, n-1)/1472
	for v := range u.views {
		u.views[v][dir].Add(u.x.T, packets, n+8+20*packets)
	}
}

// Up sends n bytes to b.
func (u *Dgram) Up(n int) { u.send(0, n) }

// Down sends n bytes to a.
func (u *Dgram) Down(n int) { u.send(1, n) }

// Flood sends many packets of n bytes each evenly over some time, without letting time pass.
func (u *Dgram) Flood(dir int, seconds float64, packets, n int) {
	for v := range u.views {
		u.views[v][dir].Spread(u.x.T, u.x.T+seconds, packets, packets*(n+28))
	}
}

// Ask sends a datagram and its answer.
func (u *Dgram) Ask(up, down int, think float64) {
	u.Up(up)
	u.x.Sleep(u.rtt + think)
	u.Down(down)
}

// Done ends the flow.
func (u *Dgram) Done() {
	u.flush()
	delete(u.x.live, flusher(u))
}

func (u *Dgram) flush() {
	for v := range u.views {
		for d := range u.views[v] {
			u.views[v][d].Flush()
		}
	}
}
