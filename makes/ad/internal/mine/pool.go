package mine

import (
	"fmt"
	"math"
	"sort"

	"makes/ad/internal/chain"
	"makes/ad/internal/place"
	"makes/ad/internal/rnd"
	"makes/ad/internal/talk"
	"makes/ad/internal/tcp"
)

type job struct {
	t     float64
	clean bool
	size  float64
}

// pool is one pool with the habits of its software.
type pool struct {
	coin
	d       dialect
	title   string
	peers   []place.Path
	port    uint16
	layer   string
	jobs    []job
	refresh float64 // of each connection by itself; 0: with the pool's jobs only
	jobMode talk.Law
	share   talk.Law
	reply   talk.Law
	target  float64 // seconds between shares that a difficulty aims at
	window  float64 // between looks at it; 0: the port has a fixed difficulty
	slack   float64 // how far off a rate may be
	double  bool    // difficulties are powers of two
	think   float64 // before a reply
	ping    float64 // by the server; 0: never
	pong    int
	extra   bool // extranonces are subscribed and sometimes set
	login   float64
	outages []float64 // begins and ends
	stay    float64   // mean of a connection
	twice   bool      // jobs come as two messages
	several int
	poll    float64 // miners ask for work this often, and get none otherwise
	credit  int     // shares to a cumulative reply
}

func newPool(p *place.Place, c coin, n int) *pool {
	r := rnd.New(p.Seed, "pool "+c.name, n)
	d := dialects[c.dialect]
	o := &pool{coin: c, d: d, title: fmt.Sprintf("%s-%02d", c.name, n+1)}
	for range r.Int(1, 3) {
		o.peers = append(o.peers, place.Far(r, p.Outer(), tcp.Server(r)))
	}
	o.port = uint16(rnd.Pick(r, c.ports...))
	if r.Chance(0.25) {
		o.port = rnd.Pick[uint16](r, 443, 80, 3333, 4444, 5555, 7777, 8080, 14444, 14433, 20535, uint16(r.Int(1025, 33000)))
	}
	o.layer = "raw"
	if d.layer != "" {
		o.layer = d.layer
	} else if r.Chance(0.3) {
		o.layer = "tls"
	}
	if d.name == "sv2" {
		o.layer = "noise"
	}
	o.jobMode = talk.NewLaw(r, 'j', d.job[0], d.job[1])
	o.jobMode.Spread = r.Log(0.002, 0.04)
	o.share = talk.NewLaw(r, 'j', d.share[0], d.share[1])
	o.share.Spread = r.Log(0.002, 0.015)
	o.reply = talk.NewLaw(r, 'j', d.reply[0], d.reply[1])
	o.reply.Spread = r.Log(0.002, 0.02)
	o.target = rnd.Pick(r, 2, 3.3, 4, 5, 6, 8, 10, 10, 12, 15, 15, 20, 20, 30, 30, 45, 60, 90, 120)
	if !r.Chance(0.2) {
		o.window = rnd.Pick[float64](r, 15, 30, 60, 90, 90, 120, 180, 240, 300, 600)
	}
	o.slack = r.Uni(0.1, 0.5)
	o.double = r.Chance(0.3)
	o.think = r.Log(0.0005, 0.08)
	if d.alive == "ping" && r.Chance(0.5) || r.Chance(0.08) {
		o.ping, o.pong = rnd.Pick[float64](r, 20, 30, 45, 60, 120, 300), r.Int(30, 60)
	}
	o.extra = r.Chance(0.3) && d.alive != "keep"
	o.login = r.Uni(0.85, 1.3)
	o.stay = 3600 * r.Log(3, 400)
	o.twice = r.Chance(0.06)
	if d.alive == "rate" && r.Chance(0.2) {
		o.poll = rnd.Pick(r, 0.5, 1, 2, 3, 5)
	}
	o.several, o.credit = 1, rnd.Pick(r, 1, 1, 4, 8, 10)
	if d.habit == "several" {
		o.several = rnd.Pick(r, 1, 1, 4, 16)
	}
	for t := r.Exp(86400 * 4); t < p.Span; t += r.Exp(86400 * 4) {
		end := t + r.Log(20, 7200)
		o.outages = append(o.outages, t, end)
		t = end
	}
	o.schedule(p, r)
	return o
}

// schedule the jobs that all connections get: of blocks, of another chain that
// is mined along, and of fresh transactions.
func (o *pool) schedule(p *place.Place, r *rnd.R) {
	blocks := p.Chains.Work(o.name, o.block)
	lag := r.Log(0.05, 2.5)
	least := 0.0 // pools of quick chains skip blocks
	if o.block < 3 {
		least = r.Log(0.5, 6)
	}
	burst := r.Chance(0.25) // an empty block first, the full one soon after
	base := o.jobMode.Base
	last := -1e9
	for _, b := range blocks {
		t := b + lag*r.Uni(0.6, 1.5)
		if t < last+least {
			continue
		}
		last = t
		o.jobs = append(o.jobs, job{t, true, base})
		if burst {
			o.jobs = append(o.jobs, job{t + r.Uni(0.3, 4), false, base * 1.05})
		}
	}
	if o.d.habit == "branches" && r.Chance(0.35) || r.Chance(0.05) {
		for _, b := range p.Chains.Work("aux "+o.name, r.Log(30, 600)) {
			o.jobs = append(o.jobs, job{b + lag, r.Chance(0.5), base})
		}
	}
	every := rnd.Pick[float64](r, 0, 0, 0, 5, 10, 15, 20, 25, 30, 30, 40, 55, 60, 60, 90, 120)
	if o.block < 6 && r.Chance(0.7) {
		every = 0
	}
	sort.Slice(o.jobs, func(i, j int) bool { return o.jobs[i].t < o.jobs[j].t })
	switch mode := r.IntN(4); {
	case every == 0:
	case mode == 0:
		o.refresh = every // each connection has a timer
	case mode == 1: // a clock, whatever blocks do
		for t := r.Float64() * every; t < p.Span; t += every {
			o.jobs = append(o.jobs, job{t + r.Exp(0.02), false, base})
		}
	case mode == 2: // since the last job
		old := o.jobs
		for i, j := range old {
			next := p.Span
			if i+1 < len(old) {
				next = old[i+1].t
			}
			for t := j.t + every; t < next; t += every + r.Exp(0.1) {
				o.jobs = append(o.jobs, job{t, false, base})
			}
		}
	default: // when fees have grown enough
		for t := 0.0; t < p.Span; t += max(3, every*r.Uni(0.2, 1)+r.Exp(every*0.6)) {
			o.jobs = append(o.jobs, job{t, false, base})
		}
	}
	sort.Slice(o.jobs, func(i, j int) bool { return o.jobs[i].t < o.jobs[j].t })
	if o.d.habit != "branches" {
		return
	}
	// The tree gets deeper as transactions wait.
	waiting := r.Log(20, 4000)
	deep := waiting
	for i := range o.jobs {
		if o.jobs[i].clean {
			deep = waiting * r.Uni(0.3, 1)
		} else {
			deep += waiting * 0.1
		}
		o.jobs[i].size += 67 * math.Ceil(math.Log2(deep+1))
	}
}

// after gives the first job after a time.
func (o *pool) after(t float64) int {
	return sort.Search(len(o.jobs), func(i int) bool { return o.jobs[i].t > t })
}

// down tells whether the pool is out of order, and until when.
func (o *pool) down(t float64) (bool, float64) {
	for i := 0; i < len(o.outages); i += 2 {
		if t >= o.outages[i] && t < o.outages[i+1] {
			return true, o.outages[i+1]
		}
	}
	return false, 0
}

// nextOutage is when the pool fails next.
func (o *pool) nextOutage(t float64) float64 {
	i := chain.After(o.outages, t)
	if i%2 == 0 && i < len(o.outages) {
		return o.outages[i]
	}
	return math.Inf(1)
}
