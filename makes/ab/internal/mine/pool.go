package mine

import (
	"fmt"
	"sort"

	"makes/ab/internal/rng"
	"makes/ab/internal/site"
	"makes/ab/internal/talk"
)

// pool is a pool's software with its settings, or a proxy's.
type pool struct {
	name    string
	coin    *coin
	ports   []uint16 // one for each class of miners
	addrs   []uint32
	rtt     float64
	seed    uint64
	job     talk.Size
	diff    talk.Size
	submit  talk.Size
	yes, no talk.Size
	hello   []talk.Exch
	report  talk.Exch
	every   float64
	alive   talk.Exch
	idle    float64
	ping    talk.Exch
	pinging float64
	jobs    []float64
	target  float64 // seconds between shares, 0 if difficulty is fixed
	window  float64 // of retargeting
	slow    float64 // how long a share is looked at
	reject  float64
	late    float64 // spread of a job over the miners
	outage  [2]float64
	split   bool // difficulty and job in packets of their own
	maxAge  float64
}

// newPool draws a pool of a coin; blocks are those of the whole chain.
func newPool(s *site.Site, c *coin, n int, blocks []float64) *pool {
	r, d := s.R, c.speak
	p := &pool{name: fmt.Sprintf("%s-%02d", c.name, n), coin: c, rtt: r.Log(0.005, 0.2), seed: r.Bits()}
	for range 3 {
		port := rng.Of(r, c.ports...)
		if r.P(0.15) {
			port = r.Between(1000, 30000)
		}
		p.ports = append(p.ports, uint16(port))
	}
	for range r.Between(2, 4) {
		p.addrs = append(p.addrs, s.Outside())
	}
	p.job, p.diff, p.submit, p.yes, p.no = d.job(r), d.diff(r), d.submit(r), d.yes(r), d.no(r)
	for _, h := range d.hello {
		p.hello = append(p.hello, h(r))
	}
	if d.report != nil && r.P(0.75) {
		p.report, p.every = d.report(r), rng.Of(r, d.reports...)
	}
	if d.alive != nil && r.P(0.85) {
		p.alive, p.idle = d.alive(r), rng.Of(r, d.idles...)
	}
	if d.ping != nil && r.P(0.6) {
		p.ping, p.pinging = d.ping(r), rng.Of(r, 10.0, 20, 30, 60, 120)
	}
	if r.P(0.8) {
		p.target, p.window = rng.Of(r, d.target...), rng.Of(r, 30.0, 60, 90, 120, 240, 300)
	}
	p.slow, p.reject, p.late = r.Log(0.0005, 0.05), r.Log(0.0005, 0.03), r.Log(0.001, 0.8)
	p.split = r.P(0.4)
	p.outage = [2]float64{-1, -1}
	if r.P(0.2) {
		at := r.U(0, s.Log.Seconds)
		p.outage = [2]float64{at, at + r.Log(20, 7200)}
	}
	if r.P(0.25) {
		p.maxAge = r.Log(1800, 43200)
	}
	p.schedule(r, blocks, s.Log.Seconds)
	return p
}

// schedule lays down when the pool has new work: after each block, and in
// between for new transactions, by a clock, or when fees have grown.
func (p *pool) schedule(r *rng.R, blocks []float64, horizon float64) {
	d := p.coin.speak
	refresh := r.Log(d.refresh[0], d.refresh[1])
	style := r.N(4)
	latency := r.Log(0.05, 3)
	add := func(from, to float64) {
		for t := from; ; {
			switch style {
			case 0:
				return // blocks only
			case 1:
				t += refresh
			case 2:
				t += refresh * r.U(0.7, 1.3)
			default:
				t += refresh*0.5 + r.Exp(refresh)
			}
			if t >= to {
				return
			}
			p.jobs = append(p.jobs, t)
		}
	}
	last := 0.0
	least := r.U(0.4, 2) // a fast chain's blocks are gathered
	for _, b := range append(blocks, horizon) {
		b += latency * r.U(0.5, 1.5)
		if b-last < least {
			continue
		}
		add(last, b)
		p.jobs = append(p.jobs, b)
		last = b
	}
	sort.Float64s(p.jobs)
}

// chain draws the blocks of a coin.
func chain(r *rng.R, block, horizon float64) []float64 {
	var b []float64
	for t := r.Exp(block); t < horizon; t += r.Exp(block) {
		b = append(b, t)
	}
	return b
}
