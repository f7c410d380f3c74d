package mining

import (
	"fmt"
	"maps"

	"makes/b/internal/wire"
)

// miner is a mining program with its configuration.
type miner struct {
	kind      string
	rig       *rig
	chain     chain
	pools     []*Pool // by preference
	transport string
	relay     *wire.Peer // SOCKS proxy or VPN server, nil for none
	relayPort uint16
	choice    int     // which of a pool's plain ports
	step      float64 // its difficulty relative to the pool's usual one
	reports   float64 // seconds between reports, 0 for none
	unrest    float64 // jitter of the pool's refreshing
	retry     float64 // pause before connecting again
	leaves    bool    // disconnects when it does not work
	parts     sizes   // lengths of the miner's own names
	tunnel    *wire.Conn
	tunnelEnd float64
}

// ownParts are parts that the miner, not the pool, chooses.
var ownParts = []string{"user", "pass", "agent", "worker", "algos", "algo", "tail", "host", "setup"}

func newMiner(w *wire.World, r wire.Rand, kind string, h *wire.Host, pools []*Pool, chain chain) *miner {
	coin := &pools[0].Coin
	m := &miner{
		kind: kind, rig: newRig(r, w.End, h.Zone), chain: chain, pools: pools,
		choice: r.IntN(3), step: 1,
		unrest: r.Wide(0.001, 0.3),
		retry:  r.Wide(3, 30),
		leaves: r.Chance(0.5),
		parts:  sizes{},
	}
	m.step = []float64{0.3, 1, 3}[m.choice]
	if r.Chance(coin.Reports) {
		m.reports = r.Between(coin.Every.low, coin.Every.high)
	}
	for name, s := range both(coin.Parts) {
		for _, own := range ownParts {
			if name == own {
				m.parts[name] = r.Int(int(s.low), int(s.high))
			}
		}
	}
	m.transport = "plain"
	pool := pools[0]
	switch x := r.Float64(); {
	case x < 0.12:
		m.transport, m.relay = "socks", w.Reserve(r.Chance(0.4))
		m.relayPort = wire.Pick[uint16](r, 1080, 1080, 9050, 443, 8080, uint16(r.Int(1024, 60000)))
	case x < 0.24:
		m.transport, m.relay = "vpn", w.Reserve(r.Chance(0.2))
		m.relayPort = wire.Pick[uint16](r, 1194, 443, 443, 992, uint16(r.Int(1024, 60000)))
	case pool.TLS != wire.Plain && x < 0.7:
		m.transport = tlsName(pool.TLS)
	}
	return m
}

func tlsName(s wire.Security) string {
	return map[wire.Security]string{wire.Plain: "plain", wire.TLS12: "tls12", wire.TLS13: "tls13"}[s]
}

func (m *miner) partsAt(pool *Pool) sizes {
	s := maps.Clone(pool.parts)
	maps.Copy(s, m.parts)
	return s
}

func (m *miner) label(pool *Pool) wire.Label {
	return wire.Label{
		Mining: true, Kind: pool.Coin.Name + "-" + m.transport,
		Extra: fmt.Sprintf("kind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s",
			m.kind, pool.Coin.Name, pool.Name, m.rig.size(), m.transport),
	}
}

// run mines for the rest of the log.
func (m *miner) run(p *wire.Proc) {
	stretches := m.rig.on
	if !m.leaves {
		stretches = []stretch{{m.rig.on[0].from, p.End}}
	}
	for _, s := range stretches {
		p.Now = max(p.Now, s.from)
		for p.Now < min(s.to, p.End) {
			m.visit(p, s.to)
		}
	}
	if m.tunnel != nil {
		m.tunnel.Close()
	}
}

// visit is one attempt at the preferred pool, or at another when it is down.
func (m *miner) visit(p *wire.Proc, until float64) {
	pool := m.pools[0]
	p.Resolve()
	if m.relay == nil && p.Chance(0.06) {
		back := p.Now + p.Exp(400)
		how := wire.Pick(p.Rand, wire.Refused, wire.Dropped)
		for range p.Int(1, 5) {
			p.Label = m.label(pool)
			p.Knock(m.peer(p, pool), m.port(pool), how, p.Between(8, 25))
			p.Wait(m.retry)
		}
		if pool = m.pools[len(m.pools)-1]; pool != m.pools[0] {
			until = min(until, back)
		}
	}
	p.Label = m.label(pool)
	c := m.connect(p, pool)
	m.stay(p, c, pool, min(until, p.Now+p.Exp(pool.Hangup)))
	m.leave(p, c)
	p.Wait(p.Near(m.retry, 0.1))
}

func (m *miner) peer(p *wire.Proc, pool *Pool) *wire.Peer {
	return wire.Pick(p.Rand, pool.Peers...)
}

// secured tells whether the miner speaks TLS with the pool.
func (m *miner) secured(pool *Pool) bool {
	return (m.transport == "tls12" || m.transport == "tls13") && pool.TLS != wire.Plain
}

func (m *miner) port(pool *Pool) uint16 {
	if m.secured(pool) {
		return pool.TLSPort
	}
	return pool.Ports[m.choice%len(pool.Ports)]
}

func (m *miner) connect(p *wire.Proc, pool *Pool) *wire.Conn {
	switch m.transport {
	case "socks":
		c := p.Dial(m.relay, m.relayPort, wire.Plain)
		c.Socks(p.Int(12, 28), p.Wide(0.02, 0.6))
		return c
	case "vpn":
		if m.tunnel == nil || p.Now > m.tunnelEnd {
			m.openTunnel(p)
		}
		m.tunnel.InnerDial()
		return m.tunnel
	}
	sec := wire.Plain
	if m.secured(pool) {
		sec = pool.TLS
	}
	c := p.Dial(m.peer(p, pool), m.port(pool), sec)
	if pool.Keep > 0 {
		c.KeepAlive(pool.Keep)
	}
	return c
}

func (m *miner) openTunnel(p *wire.Proc) {
	if m.tunnel != nil {
		m.tunnel.Close()
	}
	m.tunnel = p.Dial(m.relay, m.relayPort, wire.Plain)
	m.tunnel.Tunnelled(&wire.Tunnel{
		Over:  p.Int(24, 50),
		Inner: wire.Pick(p.Rand, 40, 52, 52),
		Room:  p.Int(1250, 1400),
		Ping:  wire.Pick(p.Rand, 0.0, 10, 10, 15, 30, 60),
	})
	m.tunnelEnd = p.Now + p.Exp(20*3600)
}

func (m *miner) leave(p *wire.Proc, c *wire.Conn) {
	switch {
	case m.transport == "vpn":
		c.InnerClose()
	case p.Chance(0.3):
		c.Abort(p.Chance(0.5))
	case p.Chance(0.5):
		c.Close()
	default:
		c.Hangup()
	}
}
