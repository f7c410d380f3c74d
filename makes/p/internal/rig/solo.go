package rig

import (
	"math"

	"makes/p/internal/wire"
)

// solo polls a node of the chain for block templates.
func (m *miner) solo(p *pool) {
	r := m.r
	peer := m.Address(r.IntN(4) > 0)
	m.label(p, peer, "solo")
	node := *p
	node.port = wire.Pick(r, uint16(8332), 18081, 8545, 9332, 8766, 27486, 12211)
	m.rtt = wire.Span{Lo: 0.0003, Hi: 0.05}.Draw(r)
	every := wire.Pick(r, 0.2, 0.5, 1, 1, 2, 3, 5, 5, 10)
	cheap := r.IntN(2) == 0 || p.template.Lo > 5000 // asks for the height, and for a template when that is new
	kept := every < 2 || r.IntN(3) > 0
	refresh := wire.Pick(r, 0.0, 30, 60)
	request, info := 180+r.IntN(260), int(wire.Span{Lo: 180, Hi: 2600}.Draw(r))
	think := wire.Span{Lo: 0.0005, Hi: wire.Span{Lo: 0.002, Hi: 0.2}.Draw(r)}
	template := p.template.Draw(r)
	life := wire.Pick(r, 1e6, 1e6, 20000, 3000)
	ask := func(c *wire.Conn, t float64, answer int) float64 {
		c.Send(t, 0, request+r.IntN(3))
		t += c.Reply(1) + think.Draw(r)
		if answer > 1000 && r.IntN(2) == 0 { // headers first
			c.Send(t, 1, 160)
			answer -= 160
		}
		c.Send(t, 1, answer+r.IntN(4))
		return t
	}
	block, fresh := p.nextJob(0), 0.0
	var c *wire.Conn
	began := 0.0
	found := m.from + r.Float64()*m.to
	for t := m.from + every*r.Float64(); t < m.to; t += every * (1 + 0.01*r.NormFloat64()) {
		if t >= m.pause[0] && t < m.pause[1] {
			continue
		}
		if until, _ := p.outage(t); until > 0 && until < t+600 { // the node is started again
			if c != nil {
				c.Close(t, 1, true)
				c = nil
			}
			m.conn(&node, peer, false).Try(t, wire.Refused, m.patience)
			t += m.wait(0)
			continue
		}
		at := t
		if c == nil {
			c = m.conn(&node, peer, false)
			at, began = c.Open(t), t
		}
		news := t >= block || refresh > 0 && t > fresh+refresh
		if cheap {
			at = ask(c, at, info)
		}
		if !cheap || news {
			at = ask(c, at+0.001, int(template*(0.9+0.2*r.Float64())))
		}
		if news {
			block, fresh = p.nextJob(t), t
		}
		if t > found {
			c.Send(at+0.01, 0, request+int(template*0.5))
			c.Send(at+0.05+c.RTT, 1, 220)
			found = math.Inf(1)
		}
		if !kept || t > began+life {
			c.Close(at+0.001, r.IntN(2), false)
			c = nil
		}
	}
	if c != nil {
		c.Close(m.to, 0, false)
	}
	if r.IntN(2) == 0 {
		m.w.field.Play(m.Host, p.peers)
	}
}
