package mine

import (
	"makes/w/internal/rng"
	"makes/w/internal/talk"
	"makes/w/internal/tcp"
	"makes/w/internal/world"
)

// hub is a mining proxy and what its workers share.
type hub struct {
	host  *world.Host // nil when the proxy has no logged interface
	coin  *coin
	pool  *pool // the proxy as its workers see it
	up    []*pool
	hash  float64
	wants float64 // difficulty for all workers, zero when each has its own
}

// newHub draws a proxy in the private network of a miner.
func (f *field) newHub(g *rng.R, h *world.Host, c *coin, own bool) *hub {
	b := &hub{coin: c, up: f.some(g, c, 2)}
	party := talk.Party{}
	if own {
		b.host, party = h, h.Party
	} else {
		party = f.w.Stranger(g, h.Org, talk.VPC, []tcp.Family{tcp.Linux})
	}
	b.pool = f.newPool(g, c, talk.VPC, []talk.Party{party})
	p := b.pool
	p.name, p.family = b.up[0].name, b.up[0].family
	p.jobs = nil
	for _, t := range b.up[0].jobs {
		p.jobs = append(p.jobs, t+g.Between(0.001, 0.02))
	}
	p.think = g.Log(0.0005, 0.12)
	p.idle, p.life, p.fixed = 0, 0, 0
	p.ports = [2]uint16{rng.Pick(g, []uint16{3333, 3355, 8080, 4444, 9000, 34255}), rng.Pick(g, []uint16{443, 8443, 9443})}
	p.certs = g.Uint64()
	if g.Chance(0.5) { // one difficulty for all, so that the pool sees its target
		b.wants = c.lo * b.up[0].target * g.Log(2, 30)
	}
	return b
}

// atProxy is a worker of a proxy.
func (m *miner) atProxy(b *hub) {
	m.prog = choose(m.g, b.pool.family)
	s := m.session("proxy", m.host.Party, []*pool{b.pool}, m.transport)
	s.diff = b.wants
	s.play()
	s.finish()
	b.hash += m.hash
}

// run plays the proxy's own side: workers without a logged interface, and the
// connection to its pool.
func (m *miner) run(b *hub) {
	g := m.g
	own, name := m.hash, m.size
	m.shifts = nil
	for range int(g.Log(3, 45)) {
		ratio := g.Log(1, 19.99)
		m.hash, m.size = m.coin.lo*ratio, third(ratio)
		m.prog = choose(g, b.pool.family)
		worker := m.w.Stranger(g, m.host.Org, talk.VPC, nil)
		s := m.session("proxy", worker, []*pool{b.pool}, m.transport)
		for _, x := range s.via {
			x.path.Far = tcp.Client
		}
		s.diff = b.wants
		s.play()
		s.finish()
		b.hash += m.hash
	}
	m.hash, m.size = max(b.hash, own), "fast"
	if m.hash < 20*m.coin.lo {
		m.size = name
	}
	m.prog = choose(g, b.pool.family)
	s := m.session("proxy", m.host.Party, b.up, []string{"plain", "tls12", "tls13"}[g.Weighted([]float64{0.6, 0.12, 0.28})])
	if b.wants > 0 {
		s.diff = b.wants
	}
	s.play()
	s.finish()
}
