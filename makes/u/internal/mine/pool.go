package mine

import (
	"fmt"
	"math"

	"makes/u/internal/addr"
	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

// Pool is a mining pool, a proxy or a node that hands out work.
type Pool struct {
	Name    string
	Coin    *Coin
	Parties []*talk.Party
	path    wire.Path
	down    clock.Spans
	ports   [3]int // plain, TLS 1.2, TLS 1.3
	covers  [3]wire.Cover

	session, jobID, goal, extra, pass, nonce2, verbose, chatty int

	wish    float64 // seconds between shares that it aims at
	window  float64 // seconds between changes of the difficulty
	slack   float64 // deviation that it tolerates
	start   float64 // difficulty in hashes
	least   float64
	fixed   bool
	refresh float64 // seconds between templates within a block, 0 never
	kick    float64 // it drops clients without a share for so long
	life    float64 // mean life of a connection at its balancer, 0 unlimited
	stale   float64 // share of rejected shares
	think   float64 // seconds until it answers
	keep    float64
	jobs    []job
}

type job struct {
	at     float64
	branch int
}

// NewPool draws the nth pool of a coin.
func NewPool(c *Coin, n int, length float64, r *rng.R) *Pool {
	p := &Pool{Name: fmt.Sprintf("%s-pool%d", c.Name, n), Coin: c, path: talk.Internet(r)}
	stack := rng.Pick(r, wire.Linux, wire.Linux, wire.Linux, wire.LinuxBare, wire.BSD)
	for _, a := range addr.Block(r, r.Int(1, 4)) {
		p.Parties = append(p.Parties, &talk.Party{Addr: a, Stack: stack, Up: clock.Forever})
	}
	p.down = outages(r, length, 0.25)
	p.ports = [3]int{
		rng.Pick(r, 3333, 4444, 5555, 7777, 3032, 14444, 80, 443, 8080, 10128, r.Int(1500, 20000)),
		rng.Pick(r, 443, 9000, 3443, 5556, 20535, r.Int(1500, 30000)),
		rng.Pick(r, 443, 443, 9443, 6666, 14433, r.Int(1500, 30000)),
	}
	p.covers = [3]wire.Cover{wire.NewCover(wire.Plain, r), wire.NewCover(wire.TLS12, r), wire.NewCover(wire.TLS13, r)}
	for k := range p.covers {
		p.covers[k].Mutual = 0
	}
	if c.dialect == stratum2 {
		p.covers[0] = wire.NewCover(wire.Noise, r)
	}
	p.habits(c, r)
	p.plan(c, length, r)
	return p
}

// habits draws how the pool writes and what it asks of its miners.
func (p *Pool) habits(c *Coin, r *rng.R) {
	p.session = rng.Pick(r, 8, 15, 20, 32, 36, 36, 64)
	p.jobID = rng.Pick(r, 4, 6, 8, 8, 12, 15, 16, 28, 36)
	p.goal = rng.Pick(r, 8, 8, 16)
	p.extra = rng.Pick(r, 0, 0, r.Int(8, 40), r.Int(20, 120))
	p.pass = r.Int(1, 24)
	p.nonce2 = rng.Pick(r, 8, 8, 16, 12)
	p.verbose = rng.Pick(r, 0, 0, 2, 16, r.Int(0, 30))
	p.chatty = rng.Pick(r, 0, 0, r.Int(20, 120))
	p.wish = rng.Pick(r, 5, 8, 10, 10, 12, 15, 15, 20, 30, 30, 45, 60, r.Log(4, 90))
	p.window = r.Num(10, 30, 45, 60, 90, 120, 240)
	p.slack = r.Num(0.1, 0.25, 0.3, 0.3, 0.5)
	p.least = c.low * r.Log(0.8, 60)
	p.start = max(p.least, c.low*r.Log(3, 400))
	if p.fixed = r.Chance(0.18); p.fixed {
		p.start = c.low * r.Log(20, 500)
		p.least = p.start
	}
	if c.block > 20 && r.Chance(0.75) {
		p.refresh = r.Num(10, 15, 20, 30, 30, 45, 55, 60, 60, 120)
	}
	if r.Chance(0.6) {
		p.kick = r.Num(120, 180, 300, 600, 600, 900, 1800)
	}
	if r.Chance(0.3) {
		p.life = r.Log(1800, 86400)
	}
	p.stale = r.Log(0.0003, 0.02)
	p.think = r.Log(0.0004, 0.08)
	if r.Chance(0.4) {
		p.keep = r.Num(15, 30, 60, 60, 75, 120, 300, 7200)
	}
}

// plan lays down when the pool has new work: with each block of the
// network, and with each new template in between.
func (p *Pool) plan(c *Coin, length float64, r *rng.R) {
	blocks := r.Sub("chain/" + c.Name)
	pace := c.block
	if pace < 5 { // pools of fast chains leave most blocks out
		pace = max(pace, r.Log(0.6, 5))
	}
	trees := float64(c.tree) * r.Uniform(0.5, 1)
	t := -float64(talk.Warm)
	lag := r.Log(0.05, 2)
	next := t + blocks.Exp(pace)
	for t < length {
		if p.refresh > 0 {
			for s := t + p.refresh*r.Uniform(0.97, 1.03); s < next-1; s += p.refresh * r.Uniform(0.97, 1.03) {
				p.jobs = append(p.jobs, job{at: s + lag, branch: int(trees*r.Uniform(0.6, 1) + 0.5)})
			}
		}
		p.jobs = append(p.jobs, job{at: next + lag, branch: int(trees*r.Uniform(0.3, 1) + 0.5)})
		t, next = next, next+blocks.Exp(pace)
	}
}

// outages draws when a service is down.
func outages(r *rng.R, length, chance float64) clock.Spans {
	var s clock.Spans
	for t := r.Exp(86400 / chance); t < length; t += r.Exp(86400 / chance) {
		end := t + r.Log(20, 3600)
		s = append(s, clock.Span{From: t, To: end})
		t = end
	}
	return s
}

// Front makes a proxy at a party that hands out the pool's work.
func (p *Pool) Front(at *talk.Party, r *rng.R) *Pool {
	f := *p
	f.Parties = []*talk.Party{at}
	f.path = talk.Private(r)
	f.down = nil
	f.habits(p.Coin, r)
	f.ports = [3]int{rng.Pick(r, 3333, 3333, 7777, 8080, 443, r.Int(2000, 30000)), 8443, 9443}
	f.life, f.kick = 0, r.Num(0, 0, 600)
	f.think = r.Log(0.0003, 0.01)
	return &f
}

// Lone makes a node that hands out work to be solved alone: it counts
// blocks only, so that shares practically never come.
func (p *Pool) Lone(r *rng.R) *Pool {
	f := *p
	f.Name = p.Coin.Name + "-solo"
	f.fixed, f.kick = true, 0
	f.start = math.Inf(1)
	if r.Chance(0.5) {
		f.start = p.Coin.low * r.Log(3e4, 3e6)
	}
	return &f
}

// Size is the third of the coin's hash rates in which one lies.
func (c *Coin) Size(hash float64) string {
	third := int(3 * math.Log(hash/c.low) / math.Log(20))
	return [...]string{"slow", "middle", "fast"}[min(max(third, 0), 2)]
}

// Hash draws the hash rate of a machine.
func (c *Coin) Hash(r *rng.R) float64 { return r.Log(c.low, 20*c.low) }

// Tag makes the label of mining a coin.
func (c *Coin) Tag(kind, pool, transport string, hash float64) *flow.Tag {
	return &flow.Tag{Mining: true, Name: c.Name + "-" + transport,
		Rest: fmt.Sprintf("\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s", kind, c.Name, pool, c.Size(hash), transport)}
}
