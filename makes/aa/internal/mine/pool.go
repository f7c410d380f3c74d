package mine

import (
	"fmt"
	"math"

	"makes/aa/internal/flow"
	"makes/aa/internal/push"
	"makes/aa/internal/rng"
	"makes/aa/internal/tcp"
)

// pool is one pool, or a proxy that looks like one to its workers.
type pool struct {
	name   string
	coin   *coin
	d      *dialect
	addrs  []uint32
	iface  int
	port   uint16
	tls    int
	os     *tcp.OS
	path   tcp.Path
	alive  float64
	target float64 // time between shares it wants
	window float64 // between changes of difficulty
	step   bool    // difficulty in powers of two
	fixed  bool
	merge  bool // difficulty and job in one segment
	stale  float64
	ping   float64
	jobs   []job
	sizes  struct{ job, ok, bad, diff, submit int }
	works  float64 // time to check a share
}

// job is when new work is pushed; fresh after a block.
type job struct {
	t     float64
	n     int
	fresh bool
}

// chain is when a coin's blocks are found.
func chain(seed uint64, c *coin, end float64) []float64 {
	r := rng.New(seed, 41, uint64(len(c.name)), uint64(c.name[0]), uint64(c.ports[0]))
	var all []float64
	mean := c.block * r.U(.92, 1.08)
	for t := -r.Exp(mean); t < end; t += math.Max(.05, r.Exp(mean)) {
		all = append(all, t)
	}
	return all
}

func newPool(net *flow.Net, seed uint64, c *coin, n int) *pool {
	r := rng.New(seed, 42, uint64(n))
	p := &pool{coin: c, d: named(rng.Pick(r, c.dialect)), iface: -1, port: rng.Pick(r, c.ports), os: tcp.Server(r),
		path:  tcp.Path{RTT: r.LogU(.004, .3), Loss: r.LogU(1e-5, .006), MSS: rng.Pick(r, []int{1460, 1460, 1440, 1400})},
		alive: rng.Pick(r, []float64{0, 0, 0, 30, 60, 300, 7200}), target: rng.Pick(r, []float64{3, 5, 10, 12, 15, 20, 30, 30, 60}),
		window: rng.Pick(r, []float64{30, 60, 90, 120, 180, 300}), step: r.P(.3), fixed: r.P(.12), merge: r.P(.4),
		stale: r.U(.02, .6), ping: r.U(20, 70), works: r.LogU(.0005, .08)}
	p.name = fmt.Sprintf("%s-%02d", c.name, n)
	for range r.Int(1, 3) {
		p.addrs = append(p.addrs, net.Outside())
	}
	if r.P(.15) {
		p.port = uint16(rng.Pick(r, []int{443, 80, 8080, 8443, 3333, 4444, 14444, 20535, 22, 53}))
	}
	d := p.d
	p.sizes.ok, p.sizes.bad, p.sizes.submit = d.ok.draw(r), d.bad.draw(r), d.submit.draw(r)
	p.sizes.job = d.job.draw(r)
	if d.diff[0] > 0 {
		p.sizes.diff = d.diff.draw(r)
	}
	p.publish(r, chain(seed, c, net.End))
	return p
}

// publish is the work the pool pushes to everybody.
func (p *pool) publish(r *rng.R, blocks []float64) {
	every := 0.0
	if p.coin.refresh[1] > 0 && r.P(.85) {
		every = r.LogU(p.coin.refresh[0], p.coin.refresh[1])
	}
	least := 0.0 // fast chains: not every block is worth a message
	if p.coin.block < 5 {
		least = r.LogU(.5, 8)
	}
	jitter := rng.Pick(r, []float64{0, .02, .3})
	lag := r.LogU(.05, 3)
	wobble := r.Int(0, 4)
	branches, next := r.U(6, 12), math.Inf(-1)
	for i, b := range blocks {
		if b < next {
			continue
		}
		next = b + least
		until := math.Inf(1)
		if i+1 < len(blocks) {
			until = blocks[i+1]
		}
		for t, fresh := b+r.Exp(lag), true; t < until; fresh = false {
			n := p.sizes.job + r.Int(0, wobble)
			if p.d.branch > 0 { // an empty block first, sometimes
				k := int(math.Max(0, branches+r.Norm()*1.3))
				if fresh && r.P(.25) {
					k = 0
				}
				n += k * p.d.branch
			}
			p.jobs = append(p.jobs, job{t, n, fresh})
			if every == 0 {
				break
			}
			t += every * (1 + jitter*(2*r.F()-1))
			if t > blocks[len(blocks)-1]+every {
				break
			}
		}
	}
}

// rig is a miner: its share of the coin's range of hash rates, and habits.
type rig struct {
	host   *push.Host
	r      *rng.R
	speed  float64 // 1 to 20
	alive  float64
	nagle  bool
	extra  int // length of the worker's name beyond the shortest
	beat   float64
	report float64
	hold   float64 // seconds for which difficulty would fit, at speed 1
	rough  float64
	retry  retry
}

func newRig(h *push.Host, r *rng.R, d *dialect) *rig {
	g := &rig{host: h, r: r, speed: r.LogU(1, 20), alive: rng.Pick(r, []float64{0, 0, 0, 30, 60, 60, 7200}), nagle: r.P(.12),
		extra: r.Int(0, 24), report: rng.Pick(r, []float64{0, 5, 10, 15, 30, 60, 60, 120}), rough: r.LogU(.0008, .05), retry: retryOf(rng.Pick(r, d.first))}
	g.hold = r.LogU(30, 400)
	if len(d.every) > 0 {
		g.beat = rng.Pick(r, d.every)
	}
	if d.report[0] == 0 {
		g.report = 0
	}
	return g
}

func (g *rig) size() string {
	switch x := math.Log(g.speed) / math.Log(20); {
	case x < 1./3:
		return "slow"
	case x < 2./3:
		return "middle"
	}
	return "fast"
}

// retry is how a miner tries again.
type retry struct {
	pause, grow, most, patience float64
}

func retryOf(miner string) retry {
	switch miner {
	case "xmrig":
		return retry{5, 1, 5, 20}
	case "xmr-stak":
		return retry{30, 1, 30, 10}
	case "srbminer":
		return retry{3, 1.5, 30, 10}
	case "lolminer":
		return retry{5, 2, 60, 15}
	case "t-rex":
		return retry{10, 1, 10, 30}
	case "phoenixminer", "claymore":
		return retry{20, 1, 20, 15}
	case "cgminer", "bmminer":
		return retry{5, 2, 30, 64}
	case "ccminer", "cpuminer":
		return retry{30, 1, 30, 30}
	case "gminer", "minizminer":
		return retry{10, 1, 10, 10}
	case "teamredminer":
		return retry{5, 1.7, 60, 30}
	case "bzminer", "rigel":
		return retry{5, 1, 5, 10}
	case "nanominer", "nbminer":
		return retry{10, 1, 10, 20}
	case "braiins", "translator":
		return retry{1, 2, 60, 5}
	}
	return retry{10, 1.2, 60, 20}
}
