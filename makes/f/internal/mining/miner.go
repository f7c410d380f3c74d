package mining

import (
	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

// Miner is a mining program with its habits, its way to the peer, and its times.
type Miner struct {
	kind, size, transport       string
	pool                        *pool
	link                        *wire.Link
	speed                       float64 // 1 is a slow processor
	conns                       int
	share                       wide.Sizes
	from, to, retry             float64 // when it runs, how soon it comes back
	keepGap, reportGap, pollGap float64
	keep, report, poll          int     // bytes of these messages
	workOn, workOff             float64 // spells of work and rest, 0 if it always works
	run                         func(*Miner, *wire.Proc)
	more                        []*Miner // others that go with it: workers, the developers' share
}

var sizes = map[string]rng{"slow": {0.7, 1.6}, "middle": {3, 6.5}, "fast": {12, 28}}

func newMiner(h *wide.Rand, n *wire.Nic, kind, size, transport string, p *pool, inside bool) *Miner {
	m := &Miner{kind: kind, size: size, transport: transport, pool: p, speed: sizes[size].Draw(h), conns: 1, run: (*Miner).mine}
	m.link = wire.DrawLink(h, n, inside, false)
	m.link.Peers, m.link.Port = p.addrs, p.port
	if size != "slow" && wide.Chance(h, 0.15) { // a connection for each card
		m.conns = 2 + h.IntN(5)
		m.speed /= float64(m.conns)
	}
	m.share = wide.DrawLines(h, rng{p.sharesLen * 0.95, p.sharesLen * 1.05})
	before := -wide.Between(h, 60, 7000)
	m.from = wide.Pick(h, before, before, before, h.Float64()*0.4*n.End)
	m.to = wide.Pick(h, n.End, n.End, n.End, n.End, n.End, n.End, n.End, m.from+(0.5+0.5*h.Float64())*(n.End-m.from))
	m.retry = wide.Between(h, 1, 60)
	if wide.Chance(h, p.coin.Keep) {
		m.keepGap, m.keep = wide.Pick(h, 60, 60, wide.Between(h, 15, 300)), rng{70, 130}.Int(h)
	}
	if wide.Chance(h, p.coin.Report) {
		m.reportGap, m.report = wide.Pick(h, 5.0, 10, 30, 60, 60), rng{110, 260}.Int(h)
	}
	if wide.Chance(h, p.coin.Poll) {
		m.pollGap, m.poll = wide.Pick(h, 0.5, 2, 5, 10, 20, wide.Between(h, 0.3, 60)), rng{50, 110}.Int(h)
	}
	m.workOn, m.workOff = wide.Pick(h, 0, 0, 0, 0, 0, 0, 0, wide.Between(h, 600, 30000)), wide.Between(h, 300, 20000)
	return m
}

// through sets the transport and the addresses it needs.
func (m *Miner) through(h *wide.Rand, book wire.Book) *Miner {
	l := m.link
	switch m.transport {
	case "tls13", "tls12":
		l.TLS, l.Port = wire.DrawTLS(h, m.transport == "tls12"), m.pool.secure
	case "socks":
		l.Socks, l.Peers, l.Port = true, []uint32{book.Keep(h, wide.Chance(h, 0.2))}, wide.Pick[uint16](h, 1080, 1080, 9050, 9150, 1081, 7890)
		l.Path.RTT += wide.Between(h, 0.01, 0.4)
	case "vpn":
		l.Tunnel, l.Peers, l.Port = wire.DrawTunnel(h), []uint32{book.Keep(h, false)}, wide.Pick[uint16](h, 443, 1194, 1723, 8443, 992)
		if wide.Chance(h, 0.5) {
			l.TLS = wire.DrawTLS(h, wide.Chance(h, 0.5))
		}
	}
	return m
}

// Run lets the miner, and those that go with it, run to the end.
func (m *Miner) Run(n *wire.Nic, r *wide.Rand) {
	p := &wire.Proc{Nic: n, R: r, T: m.from, Label: m.label()}
	m.run(m, p)
	for _, other := range m.more {
		other.Run(n, r)
	}
}

func (m *Miner) label() wire.Label {
	coin := m.pool.coin.Name
	return wire.Label{Name: "mining\t" + coin + "-" + m.transport,
		Tags: "\tkind=" + m.kind + "\tcoin=" + coin + "\tpool=" + m.pool.name + "\tsize=" + m.size + "\ttransport=" + m.transport}
}

// mine keeps connections to the pool.
func (m *Miner) mine(p *wire.Proc) {
	for range m.conns {
		p.Fork(func(p *wire.Proc) {
			p.Wait(wide.Exp(p.R, 1))
			m.sessions(p, func(c *wire.Conn, a *wire.Agenda) { m.stratum(c, a, p.R) })
		})
	}
}

// sessions keeps a connection, does what is planned on it, and comes back when
// it breaks, not always at the first try.
func (m *Miner) sessions(p *wire.Proc, plan func(c *wire.Conn, a *wire.Agenda)) {
	for p.T < m.to {
		c := m.link.Open(p)
		a := wire.NewAgenda(c)
		plan(c, a)
		a.Run(min(m.to, c.T+wide.Exp(p.R, m.pool.life)))
		c.Close(m.link.Closing)
		p.T = c.T + m.retry*(0.7+0.6*p.R.Float64())
		for wide.Chance(p.R, 0.2) && p.T < m.to {
			m.link.Fail(p, wire.Failure(1+p.R.IntN(2)), 20)
			p.Wait(m.retry)
		}
	}
}
