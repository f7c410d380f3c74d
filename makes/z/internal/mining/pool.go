package mining

import (
	"fmt"
	"math"

	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// pool is a mining pool with its habits.
type pool struct {
	name  string
	chain *chain
	hosts []*tcp.Host
	path  tcp.Path
	port  uint16
	// tls is the certificate side of the secured port.
	tls tcp.TLS
	// target is the wished time between shares in seconds, window how often the difficulty is looked at,
	// least and most bound it, first is what a new connection gets; all in hashes of the coin's unit.
	target, window     float64
	least, most, first float64
	// powers rounds the difficulty to powers of two.
	powers bool
	// slack is how far from the target the pool lets the rate be.
	slack float64
	// refresh is the time between jobs without a block (0: none), gap the least time between two jobs.
	refresh acts.Gap
	gap     clock.Time
	lag     clock.Time
	job     acts.Size
	diff    int
	reply   int
	refusal int
	think   float64
	bad     float64
	// kick ends connections without shares, life every connection.
	kick clock.Time
	life acts.Gap
	// extra is one more line after the greetings, such as a notice or an extranonce.
	extra  int
	probes [2]clock.Time
	outs   [][2]clock.Time
}

// newPool draws a pool; unit is the hash rate of the slowest miner of the coin.
func newPool(name string, h *chain, r *rng.Rand, hosts []*tcp.Host, path tcp.Path, until clock.Time) *pool {
	p := &pool{name: name, chain: h, hosts: hosts, path: path}
	p.port = rng.Pick(r, 3333, 4444, 5555, 7777, 14444, 3032, 443, 80, 8080, 1010, 20580, 10128, 6666, uint16(r.Int(1100, 40000)))
	p.tls = tcp.TLS{Version: rng.Pick(r, 12, 13, 13), Chain: r.Int(800, 4300)}
	p.target = rng.Pick(r, 5, 8, 10, 12, 15, 15, 20, 30, 30, 45, 60.0)
	p.window = rng.Pick(r, 30, 60, 90, 120, 240, 300, 600.0)
	p.least = p.target * r.Log(0.05, 4)
	p.most = p.least * r.Log(300, 1e5)
	p.first = p.least * r.Log(1, 20)
	p.powers = r.Chance(0.3)
	p.slack = r.Between(0.15, 0.5)
	if r.Chance(0.75) {
		p.refresh = acts.Every(rng.Pick(r, 10, 15, 20, 30, 30, 45, 55, 60, 120.0), rng.Pick(r, 0, 0.02, 0.2))
	}
	p.gap = clock.Secs(r.Log(0.2, 3))
	p.lag = clock.Secs(r.Log(0.02, 1.5))
	sig := 0.0
	if h.style == classic && h.job.hi > 500 {
		// The number of merkle branches changes with the mempool.
		sig = r.Between(0.02, 0.12)
	}
	p.job = acts.Size{Med: r.Log(h.job.lo, h.job.hi), Sig: sig + 0.003}
	p.diff = r.Int(52, 125)
	p.reply = r.Int(36, 66)
	if h.style == login {
		p.reply = r.Int(58, 92)
	}
	p.refusal = p.reply + r.Int(20, 90)
	p.think = r.Log(0.0008, 0.12)
	p.bad = r.Log(0.001, 0.03)
	if r.Chance(0.5) {
		p.kick = clock.Time(r.Int(4, 40)) * clock.Minute
	}
	if r.Chance(0.2) {
		p.life = acts.Expo(r.Log(7200, 90000))
	}
	if r.Chance(0.3) {
		p.extra = r.Int(60, 240)
	}
	p.probes[1] = clock.Time(rng.Pick(r, 0, 0, 30, 60, 120, 600)) * clock.Second
	for t := clock.Secs(r.Exp(200000)); t < until; t += clock.Secs(r.Exp(200000)) {
		end := t + clock.Secs(r.Log(40, 2400))
		p.outs = append(p.outs, [2]clock.Time{t, end})
		t = end
	}
	return p
}

// outage tells whether the pool is away at t, and if not, when it will be next.
func (p *pool) outage(t clock.Time) (away bool, next clock.Time) {
	for _, o := range p.outs {
		if t < o[0] {
			return false, o[0]
		}
		if t < o[1] {
			return true, o[1]
		}
	}
	return false, clock.Never
}

func (p *pool) bound(d float64) float64 {
	d = min(max(d, p.least), p.most)
	if p.powers {
		d = math.Exp2(math.Round(math.Log2(d)))
	}
	return d
}

// market is the world of pools: some for every coin, and one of the programs' authors.
type market struct {
	chains []*chain
	pools  [][]*pool
	donors []*pool
}

func newMarket(g *Ground) *market {
	m := &market{}
	until := g.Env.Net.Book.Limit()
	for i := range coins {
		r := rng.New(g.Seed, rng.Text("coin"), uint64(i))
		h := newChain(&coins[i], r.Fork(), until)
		m.chains = append(m.chains, h)
		var list []*pool
		for n := r.Int(2, 6); n > 0; n-- {
			list = append(list, newPool(fmt.Sprintf("%s%c", h.name, 'a'+rune(len(list))), h, &r, outside(g, &r, 1, 3), g.Path(&r, false), until))
		}
		m.pools = append(m.pools, list)
		d := newPool(h.name+"-dev", h, &r, outside(g, &r, 1, 2), g.Path(&r, false), until)
		d.kick, d.life = 0, acts.Gap{}
		m.donors = append(m.donors, d)
	}
	return m
}

func outside(g *Ground, r *rng.Rand, lo, hi int) []*tcp.Host {
	var hosts []*tcp.Host
	for n := r.Int(lo, hi); n > 0; n-- {
		hosts = append(hosts, g.Outside(r))
	}
	return hosts
}
