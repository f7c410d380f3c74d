package mining

import (
	"makes/x/internal/chain"
	"makes/x/internal/rnd"
	"makes/x/internal/site"
)

// poolsEach is the number of pools of one currency.
const poolsEach = 7

// Market has all currencies and pools of one seed, made when first needed.
type Market struct {
	seed    uint64
	until   float64
	weights []float64
	blocks  map[int][]float64
	pools   map[int]*pool
}

// NewMarket makes the market of a seed.
func NewMarket(seed uint64, until float64) *Market {
	m := &Market{seed: seed, until: until, blocks: map[int][]float64{}, pools: map[int]*pool{}}
	r := rnd.New(seed, "market", 0)
	for i := range coins {
		w := 1.0
		switch {
		case coins[i].Name == "monero":
			w = 9
		case coins[i].Talk == Cryptonote || coins[i].Slow < 1000:
			w = 1.6
		case coins[i].Slow > 1e10:
			w = 0.6
		}
		m.weights = append(m.weights, w*r.Log(0.5, 2))
	}
	return m
}

// choose draws a currency, as a number.
func (m *Market) choose(r *rnd.Rand) int {
	sum := 0.0
	for _, w := range m.weights {
		sum += w
	}
	x := r.Float64() * sum
	for i, w := range m.weights {
		if x -= w; x < 0 {
			return i
		}
	}
	return 0
}

func (m *Market) chain(c int) []float64 {
	b, ok := m.blocks[c]
	if !ok {
		// Several blocks a second look like one to those who wait for work.
		mean := max(coins[c].Block, 0.8)
		b = chain.Blocks(rnd.New(m.seed, "blocks", c), mean, -7200, m.until)
		m.blocks[c] = b
	}
	return b
}

// pool gives the k-th pool of a currency.
func (m *Market) pool(c, k int) *pool {
	index := c*poolsEach + k
	p, ok := m.pools[index]
	if !ok {
		p = newPool(m.seed, index, &coins[c], m.chain(c), m.until)
		m.pools[index] = p
	}
	return p
}

// author gives the pool at which a program mines for its author.
func (m *Market) author(g *rig, c int) *pool {
	n := 0
	for i := range programs {
		if programs[i].name == g.prog.name {
			n = i
		}
	}
	index := 5000 + n*len(coins) + c
	p, ok := m.pools[index]
	if !ok {
		p = newPool(m.seed, index, &coins[c], m.chain(c), m.until)
		p.name = g.prog.name + "-author"
		if r := rnd.New(m.seed, "author", index); r.Chance(0.7) {
			p.fixed = coins[c].Slow * 4.5 * r.Log(6, 60)
			p.start = p.fixed
		}
		m.pools[index] = p
	}
	return p
}

// transports draws how a pool is reached.
func transports(r *rnd.Rand) string {
	switch x := r.Float64(); {
	case x < 0.5:
		return "plain"
	case x < 0.61:
		return "tls12"
	case x < 0.82:
		return "tls13"
	case x < 0.91:
		return "socks"
	default:
		return "vpn"
	}
}

// reach makes the target of a host at one address of a pool.
func (m *Market) reach(g *rig, h *site.Host, local uint32, p *pool, k int, transport string) *target {
	r := g.r
	tg := &target{pool: p, transport: transport}
	peer := p.peer(m.seed, h.Net, k)
	switch transport {
	case "socks", "vpn":
		tg.hop = peer.Path
		tg.hop.MTU = r.Int(1300, 1420)
		tg.hop.Idle = 0
		where := rnd.Pick(r, []site.Where{site.World, site.World, site.Cloud, site.Nearby})
		if transport == "vpn" {
			where = rnd.Pick(r, []site.Where{site.World, site.Cloud})
		}
		peer = h.Net.Peer(r, where)
		tg.relay = tg.hop.RTT*1.5 + r.Log(0.001, 0.6)
		tg.port = rnd.Pick(r, []uint16{1080, 1080, 9050, 3128, 8080, 443})
		tg.http = r.Chance(0.3)
		if transport == "vpn" {
			tg.relay = 0
			tg.port = rnd.Pick(r, []uint16{443, 1194, 8443, 992})
			if r.Chance(0.6) {
				tg.suite = p.suites["tls13"]
			}
		}
	case "tls12", "tls13":
		tg.suite = p.suites[transport]
		tg.port = rnd.Pick(r, p.ports[true])
	default:
		tg.port = rnd.Pick(r, p.ports[false])
	}
	tg.link = h.Link(local, peer, "mining")
	if tg.link == nil {
		return nil
	}
	return tg
}

// reachAll makes targets at some pools of a currency, the first one preferred.
func (m *Market) reachAll(g *rig, h *site.Host, local uint32, c int, transport string) []*target {
	var out []*target
	r := g.r
	first := r.IntN(poolsEach)
	pools := []*pool{m.pool(c, first)}
	if r.Chance(0.3) {
		pools = append(pools, m.pool(c, (first+1)%poolsEach))
	}
	for _, p := range pools {
		n := 1
		if r.Chance(0.3) && transport != "socks" && transport != "vpn" {
			n = len(p.addrs)
		}
		begin := r.IntN(len(p.addrs))
		for k := range n {
			if tg := m.reach(g, h, local, p, (begin+k)%len(p.addrs), transport); tg != nil {
				out = append(out, tg)
			}
		}
	}
	return out
}
