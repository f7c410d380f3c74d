package mine

import (
	"fmt"
	"sort"

	"makes/w/internal/rng"
	"makes/w/internal/talk"
	"makes/w/internal/tcp"
	"makes/w/internal/world"
)

// pool is a mining pool, or a mining proxy that stands for one.
type pool struct {
	name    string
	coin    *coin
	family  family
	hosts   []talk.Party
	ports   [2]uint16 // plain and TLS
	style   style
	place   talk.Place
	fixed   float64 // difficulty in hashes when it does not vary
	target  float64 // seconds between shares
	retune  float64 // seconds between looks at the rate
	slack   float64
	leap    float64 // bound of a change at once
	floor   float64 // lowest difficulty
	start   float64 // first difficulty, relative to the right one
	think   float64 // time to answer
	again   bool    // sends a job after each share
	idle    float64 // closes after so long without a share, zero never
	life    float64 // seconds connections last, zero for no bound
	tcpKeep float64
	branch  int
	outages []span
	jobs    []float64
	certs   uint64
}

type span struct {
	from, to float64
	fault    tcp.Fault
	addr     int
}

// field is all pools and chains of a simulation.
type field struct {
	w      *world.World
	pools  map[*coin][]*pool
	blocks map[*coin][]float64
	author map[*coin]*pool
	g      *rng.R
}

var first = []string{"north", "deep", "iron", "blue", "hash", "stone", "lunar", "open", "river", "amber", "prime", "delta", "quick", "cedar", "polar", "salt"}
var second = []string{"pool", "dig", "miners", "shaft", "yield", "works", "nodes", "forge", "vein", "rock"}

// blockTimes is when a chain finds blocks.
func (f *field) blockTimes(c *coin) []float64 {
	if t := f.blocks[c]; t != nil {
		return t
	}
	g := rng.New(f.w.Seed, "chain "+c.name)
	var out []float64
	for t := -4000.0; t < f.w.End; t += g.Exp(max(c.block, 1)) {
		out = append(out, t)
	}
	f.blocks[c] = out
	return out
}

// some returns n pools of a coin, of which each seed has a handful.
func (f *field) some(g *rng.R, c *coin, n int) []*pool {
	list := f.pools[c]
	if list == nil {
		own := rng.New(f.w.Seed, "pools "+c.name)
		for range own.Int(3, 9) {
			list = append(list, f.newPool(own, c, talk.World, nil))
		}
		f.pools[c] = list
	}
	lead := list[g.IntN(len(list))]
	out := []*pool{lead}
	for _, i := range g.Perm(len(list)) {
		if p := list[i]; p != lead && p.family == lead.family && len(out) < n {
			out = append(out, p)
		}
	}
	return out
}

// newPool draws a pool; its server is the given host or new ones at a place.
func (f *field) newPool(g *rng.R, c *coin, place talk.Place, hosts []talk.Party) *pool {
	p := &pool{coin: c, place: place, hosts: hosts, certs: g.Uint64(), style: newStyle(g)}
	p.name = fmt.Sprintf("%s%s%d", rng.Pick(g, first), rng.Pick(g, second), g.Int(1, 99))
	p.family = rng.Pick(g, c.dialects)
	if hosts == nil {
		org := f.w.Orgs[g.IntN(len(f.w.Orgs))]
		for range g.Int(1, 4) {
			p.hosts = append(p.hosts, f.w.Stranger(g, org, place, []tcp.Family{tcp.Linux}))
		}
	}
	p.ports[0] = rng.Pick(g, []uint16{3333, 4444, 5555, 7777, 3032, 3052, 1010, 9999, 80, 8080, 14444, 45700, 10128, 6060, 20535, 25})
	p.ports[1] = rng.Pick(g, []uint16{443, 443, 443, 9000, 20001, 3334, 5556, 6690, 8443})
	p.target = rng.Pick(g, []float64{3, 5, 6, 8, 10, 10, 12, 15, 15, 20, 20, 30, 30, 40, 60, 90}) * g.Between(0.85, 1.2)
	if g.Chance(0.25) {
		p.fixed = c.lo * 4.5 * p.target * g.Log(0.35, 3)
	}
	p.retune = rng.Pick(g, []float64{15, 30, 30, 60, 90, 120, 240})
	p.slack = g.Between(0.15, 0.4)
	p.leap = rng.Pick(g, []float64{1.5, 2, 4, 4, 10})
	p.floor = c.lo * p.target * g.Log(0.05, 6)
	p.start = g.Log(0.03, 8)
	p.think = g.Log(0.001, 0.08)
	p.again = g.Chance(0.07)
	p.idle = rng.Pick(g, []float64{0, 300, 600, 600, 900, 1800})
	if g.Chance(0.3) {
		p.life = g.Log(3600, 60000)
	}
	p.tcpKeep = rng.Pick(g, []float64{0, 0, 15, 30, 60, 120, 300})
	p.branch = g.Int(c.branches[0], c.branches[1])
	rate := g.Log(0.1, 2.5) / 86400
	for t := g.Exp(1 / rate); t < f.w.End; t += g.Exp(1 / rate) {
		s := span{t, t + g.Log(8, 4000), rng.Pick(g, []tcp.Fault{tcp.Refused, tcp.Refused, tcp.Silent, tcp.Cut}), -1}
		if len(p.hosts) > 1 && g.Chance(0.6) {
			s.addr = g.IntN(len(p.hosts))
		}
		p.outages = append(p.outages, s)
	}
	f.schedule(g, p)
	return p
}

// schedule works out when a pool sends jobs: soon after blocks, and when the
// latest template has grown old.
func (f *field) schedule(g *rng.R, p *pool) {
	c := p.coin
	lag := g.Log(0.05, 1.5)
	fresh := 0.0
	if c.refresh[1] > 0 {
		fresh = g.Between(c.refresh[0], c.refresh[1])
	}
	if fresh < 4 && c.block > 10 {
		fresh = 0
	}
	last := -4000.0
	for _, b := range f.blockTimes(c) {
		for fresh > 0 && last+fresh < b {
			last += fresh * g.Between(0.97, 1.05)
			p.jobs = append(p.jobs, last)
		}
		if b+lag < last+min(fresh, 0.5) {
			continue
		}
		if last = b + lag*g.Between(0.7, 1.6); last < f.w.End {
			p.jobs = append(p.jobs, last)
		}
	}
	sort.Float64s(p.jobs)
}

// nextJob is the index of the first job after t.
func (p *pool) nextJob(t float64) int { return sort.SearchFloat64s(p.jobs, t) }

func (p *pool) down(addr int, t float64) (tcp.Fault, bool) {
	for _, s := range p.outages {
		if t >= s.from && t < s.to && (s.addr < 0 || s.addr == addr) {
			return s.fault, true
		}
	}
	return tcp.Healthy, false
}

func (p *pool) nextDown(addr int, t float64) float64 {
	next := 1e18
	for _, s := range p.outages {
		if s.from > t && (s.addr < 0 || s.addr == addr) {
			next = min(next, s.from)
		}
	}
	return next
}
