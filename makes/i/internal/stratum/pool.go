package stratum

import (
	"fmt"
	"math"
	"slices"

	"makes/i/internal/rnd"
	"makes/i/internal/tcp"
)

// pool is a pool with its habits.
type pool struct {
	*coin
	*dialect
	name     string
	addrs    []uint32
	port     uint16
	stack    *tcp.Stack
	tls      [2]tcp.TLS // 1.2 and 1.3
	fields   vars
	branches span
	refresh  float64 // seconds between jobs; 0 for new blocks only
	steady   bool    // renews by a clock, not since the last job
	delay    float64 // until a block becomes a job
	think    span    // until a share is answered
	target   float64 // seconds from share to share; 0 for a fixed difficulty
	base     float64 // seconds between shares of the slowest miner at the least difficulty
	retarget float64 // seconds
	slack    float64 // ratio that is left alone
	twofold  bool    // difficulties are powers of two
	start    float64 // first shares come so many times as fast
	rejects  float64
	kick     float64 // silence after which the pool ends a connection
	life     float64 // longest connection; 0 for any
	outages  [][2]float64
	blocks   []float64
	resends  bool // the difficulty before each job
}

// Market is all pools of a seed.
type Market struct {
	pools [][]*pool // by coin
	hours float64
}

// NewMarket draws the chains and pools of a seed.
func NewMarket(seed uint64, hours float64) *Market {
	r := rnd.New(seed, "pools")
	m := &Market{hours: hours}
	count := map[string]int{}
	for i := range coins {
		c := &coins[i]
		var blocks []float64
		if c.block > 0 {
			for t := r.Exp(c.block) - 1200; t < hours*3600; t += r.Exp(c.block) {
				blocks = append(blocks, t)
			}
		}
		var all []*pool
		for range 7 {
			count[c.name]++
			p := drawPool(r, c, hours)
			p.name, p.blocks = fmt.Sprintf("%s-%02d", c.name, count[c.name]), blocks
			all = append(all, p)
		}
		m.pools = append(m.pools, all)
	}
	return m
}

func drawPool(r rnd.R, c *coin, hours float64) *pool {
	p := &pool{coin: c, dialect: dialects[c.dialect], port: rnd.Pick(r, c.ports...), stack: tcp.Draw(r, false), delay: r.In(span{0.1, 4}),
		steady: r.Chance(0.4), target: r.In(c.target), base: r.In(span{20, 300}), retarget: r.In(span{20, 300}), slack: r.Between(1.2, 2.5),
		twofold: r.Chance(0.3), start: r.In(span{0.3, 6}), rejects: r.In(span{0.0005, 0.02}), resends: r.Chance(0.2)}
	for range 1 + r.IntN(3) {
		p.addrs = append(p.addrs, r.Public())
	}
	if r.Chance(0.4) {
		p.stack = p.stack.Keep(rnd.Pick(r, 30.0, 60, 60, 120, 300, 600))
	}
	p.tls = [2]tcp.TLS{tcp.DrawTLS(r, 12), tcp.DrawTLS(r, 13)}
	if r.Chance(c.renews) {
		p.refresh = r.In(c.refresh)
	}
	if r.Chance(0.2) {
		p.target = 0
	}
	lo := r.In(span{0.0005, 0.03})
	p.think = span{lo, lo * r.In(span{1.5, 20})}
	p.kick = rnd.Pick(r, 300.0, 600, 600, 900, 1800)
	if r.Chance(0.15) {
		p.life = r.In(span{1, 24}) * 3600
	}
	mid := r.In(c.branches)
	p.branches = span{mid * 0.8, mid * 1.2}
	f := &p.fields.fields
	p.fields.spaced = r.Chance(0.3)
	f['s'], f['e'], f['j'] = rnd.Pick(r, 8, 15, 16, 32, 36), rnd.Pick(r, 4, 8, 8, 16), rnd.Pick(r, 1, 4, 6, 8, 8, 10, 15, 16, 32)
	f['c'], f['d'] = r.Int(c.coinbase), r.Int(c.coinbase)
	f['n'], f['z'] = 64-f['e'], c.solution
	if c.dialect == "autolykos" {
		f['n'] = 16 - min(f['e'], 8)
	}
	if c.name == "verus" || c.name == "beam" || c.name == "etc" {
		f['x'] = rnd.Pick(r, 0, 0, 11, 24, 147)
	}
	if c.dialect == "cryptonote" {
		f['x'] = rnd.Pick(r, 0, 0, 0, 22, 40)
	}
	for d := 0.0; d < hours; d += 24 {
		if r.Chance(0.12) {
			from := (d + 24*r.Float64()) * 3600
			p.outages = append(p.outages, [2]float64{from, from + r.In(span{20, 1800})})
		}
	}
	return p
}

// down tells until when the pool is down at a time; 0 if it is up.
func (p *pool) down(t float64) float64 {
	for _, o := range p.outages {
		if t >= o[0] && t < o[1] {
			return o[1]
		}
	}
	return 0
}

// fails tells when the pool next goes down.
func (p *pool) fails(t float64) float64 {
	for _, o := range p.outages {
		if o[0] >= t {
			return o[0]
		}
	}
	return math.Inf(1)
}

// nextJob tells when the pool sends the job after one sent at t.
func (p *pool) nextJob(r rnd.R, t float64) (at float64, isBlock bool) {
	i, _ := slices.BinarySearch(p.blocks, t-p.delay+0.001)
	at = math.Inf(1)
	if i < len(p.blocks) {
		at, isBlock = p.blocks[i]+p.delay, true
	}
	if p.refresh > 0 {
		again := t + p.refresh*(1+0.02*r.Float64())
		if p.steady {
			again = (math.Floor(t/p.refresh)+1)*p.refresh + 0.05*r.Float64()
		} else if p.block == 0 {
			again = t + p.refresh*(0.6+0.8*r.Float64())
		}
		if again < at {
			at, isBlock = again, false
		}
	}
	return max(at, t+0.05), isBlock
}
