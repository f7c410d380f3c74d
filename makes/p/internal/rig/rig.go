package rig

import (
	"fmt"
	"math/rand/v2"

	"makes/p/internal/field"
	"makes/p/internal/wire"
)

// Kinds are the kinds of miners.
var Kinds = []string{"pool", "solo", "proxy", "blocked"}

// miner is a host that mines.
type miner struct {
	*field.Host
	w         *World
	r         *rand.Rand
	ratio     float64 // of its hash rate to that of the slowest
	asic      bool
	stack     wire.Stack
	cover     wire.Cover
	tunnel    wire.Addr // server of a tunnel, if there is one
	rtt       float64
	from, to  float64
	pause     [2]float64
	retry     []float64 // seconds before each new attempt; the last one stays
	patience  float64
	transport string
}

// Run makes a host mine.
func (w *World) Run(h *field.Host, kind string) error {
	r := h.Rand
	m := &miner{Host: h, w: w, r: r, ratio: wire.Span{Lo: 1, Hi: 20}.Draw(r), to: h.Length(), rtt: wire.Span{Lo: 0.004, Hi: 0.22}.Draw(r)}
	p := wire.Pick(r, w.pools...)
	if r.IntN(4) == 0 { // what processors of gateways mine
		for p.dialects[0] != "cryptonote" {
			p = wire.Pick(r, w.pools...)
		}
	}
	m.cover = wire.Pick(r, wire.Plain, wire.Plain, wire.Plain, wire.Plain, wire.TLS12, wire.TLS13, wire.TLS13, wire.Socks, wire.VPN, wire.Shell)
	m.asic = r.Float64() < p.asic
	m.stack = wire.NewStack(r, m.asic || r.IntN(4) == 0)
	if m.asic && r.IntN(2) == 0 {
		m.cover = wire.Plain
	}
	if kind == "solo" || kind == "proxy" && (m.cover == wire.VPN || m.cover == wire.Shell) {
		m.cover = wire.Plain
	}
	m.retry = wire.Pick(r, []float64{5}, []float64{5}, []float64{10}, []float64{30}, []float64{15}, []float64{1, 2, 4, 8, 16, 32, 60}, []float64{5, 10, 20, 40, 60, 120, 300},
		[]float64{3, 3, 3, 60}, []float64{10, 15, 20, 30}, []float64{60})
	m.patience = wire.Pick(r, 4.0, 10, 20, 20, 30, 75, 130)
	switch r.IntN(10) {
	case 0:
		m.from = m.to * 0.4 * r.Float64()
	case 1:
		at := m.to * (0.2 + 0.6*r.Float64())
		m.pause = [2]float64{at, at + min(m.to/10, wire.Span{Lo: 600, Hi: 6000}.Draw(r))}
	}
	m.transport = string(m.cover)
	switch m.cover {
	case wire.Shell:
		m.transport = string(wire.VPN)
		fallthrough
	case wire.VPN, wire.Socks:
		m.tunnel = h.Address(r.IntN(6) == 0)
	}
	switch kind {
	case "solo":
		m.solo(p)
		return nil
	case "proxy":
		return m.proxy(p)
	case "blocked":
		return m.blocked(p)
	}
	return m.pool(p)
}

func (m *miner) label(p *pool, peer wire.Addr, kind string) {
	size := "slow"
	if m.ratio > 7.37 {
		size = "fast"
	} else if m.ratio > 2.71 {
		size = "middle"
	}
	m.Label(field.Label{Peer: peer, Name: p.coin.name + "-" + m.transport,
		Mining: fmt.Sprintf("kind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s", kind, p.coin.name, p.name, size, m.transport)})
}

// conn prepares a connection to a pool at an address, or through the tunnel.
func (m *miner) conn(p *pool, peer wire.Addr, denied bool) *wire.Conn {
	path := wire.NewPath(rand.New(rand.NewPCG(uint64(peer), 1)), wire.Span{Lo: m.rtt, Hi: m.rtt}, m.cover)
	path.Hello = p.hello
	return wire.NewConn(m.Flow(peer, m.Port(), path.Door(p.port), 6, denied), m.r, 0, path, m.stack, p.stack)
}

// peer is the address to which the miner connects for a pool.
func (m *miner) peer(p *pool) wire.Addr {
	if m.tunnel != 0 {
		return m.tunnel
	}
	return wire.Pick(m.r, p.addrs...)
}

// wait gives the seconds before attempt n.
func (m *miner) wait(n int) float64 {
	return m.retry[min(n, len(m.retry)-1)] * (1 + 0.02*m.r.Float64())
}

// pool mines at a pool with one rig or several.
func (m *miner) pool(p *pool) error {
	r := m.r
	rigs := wire.Pick(r, 1, 1, 1, 1, 1, 2, 3, 2+r.IntN(7))
	if m.tunnel != 0 && m.cover != wire.Socks {
		rigs = 1
	}
	backup := p
	for backup == p || backup.coin != p.coin {
		backup = wire.Pick(r, m.w.pools...)
	}
	peer := m.peer(p)
	for range rigs {
		if rigs > 1 && m.tunnel == 0 && r.IntN(3) == 0 {
			peer = m.peer(p)
		}
		w, err := newWorker(r, p, m.ratio)
		if err != nil {
			return err
		}
		m.label(p, peer, "pool")
		if err := m.work(w, peer, backup); err != nil {
			return err
		}
	}
	if p.dialect != "cryptonote" && r.IntN(3) == 0 {
		m.w.field.Play(m.Host, wire.Pick(r, "rig-os-agent", "rig-api"))
	}
	if m.tunnel != 0 {
		return nil
	}
	if p.dialect == "cryptonote" && r.IntN(5) < 2 || p.asic < 0.5 && r.IntN(5) == 0 {
		return m.donate(p)
	}
	if r.IntN(8) == 0 { // a pool in the list that was better, and is gone
		gone := m.Address(false)
		m.label(p, gone, "blocked")
		every := wire.Pick(r, 60.0, 300, 600, 1800)
		what := wire.Pick(r, wire.Refused, wire.Dead, wire.Dead)
		for t := m.from + every*r.Float64(); t < m.to; t += every {
			m.conn(p, gone, false).Try(t, what, m.patience)
		}
	}
	return nil
}

// work plays the connections of a rig over its time.
func (m *miner) work(w *worker, peer wire.Addr, backup *pool) error {
	r := m.r
	t := m.from
	if t == 0 && r.IntN(4) > 0 {
		t = -wire.Span{Lo: 100, Hi: 90000}.Draw(r)
	}
	for n := 0; t < m.to; {
		if now := max(t, 0); now >= m.pause[0] && now < m.pause[1] {
			t = m.pause[1]
			continue
		}
		until, goes := w.outage(max(t, 0))
		if until > 0 {
			t = max(t, 0)
			what := wire.Dead
			if w.closing {
				what = wire.Refused
			}
			if n++; n == 5 && backup != nil && m.tunnel == 0 {
				b, err := newWorker(r, backup, m.ratio)
				if err != nil {
					return err
				}
				other := m.peer(backup)
				m.label(backup, other, "pool")
				t = b.session(m.conn(backup, other, false), t, min(until, m.to))
				continue
			}
			t = m.conn(w.pool, peer, false).Try(t, what, m.patience) + m.wait(n)
			continue
		}
		n = 0
		end := min(m.to, goes)
		if t < m.pause[0] {
			end = min(end, m.pause[0])
		}
		t = w.session(m.conn(w.pool, peer, false), t, end) + m.wait(0)
	}
	return nil
}

// donate mines a minute of each hundred, or so, for the miner's author.
func (m *miner) donate(p *pool) error {
	peer := poolAddress(rand.New(rand.NewPCG(uint64(len(p.coin.name)), uint64(m.r.IntN(3)))))
	m.label(p, peer, "donation")
	every := wire.Pick(m.r, 6000.0, 6000, 3000, 2000)
	spell := wire.Pick(m.r, 60.0, 60, 36, 120)
	for t := m.from + every*m.r.Float64(); t < m.to; t += every {
		w, err := newWorker(m.r, p, m.ratio)
		if err != nil {
			return err
		}
		w.interval = 20 / m.ratio
		w.session(m.conn(p, peer, false), t, t+spell)
	}
	return nil
}
