package rig

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"makes/p/internal/field"
	"makes/p/internal/wire"
)

// World is the chains and pools of a seed.
type World struct {
	field *field.World
	pools []*pool
}

// pool has its own way with jobs, difficulties and connections.
type pool struct {
	*coin
	name    string
	dialect string
	addrs   []wire.Addr
	port    uint16
	hello   int
	stack   wire.Stack
	join    bool // messages said at once are one segment
	wide    bool
	lengths map[string]int
	target  float64   // seconds between shares of a rig; of one of ratio 1, if fixed
	fixed   bool      // difficulty
	tune    float64   // seconds between changes of a difficulty; 0 makes none
	jobs    []float64 // when they are sent
	again   float64   // seconds after which a job is sent again to who got none; 0 never
	life    wire.Span // of a connection
	idle    float64   // seconds without a share after which the pool closes
	think   wire.Span
	bad     float64 // share of the shares refused
	outages [][2]float64
	closing bool // by reset
	ping    float64
}

// NewWorld draws the chains and pools.
func NewWorld(r *rand.Rand, f *field.World, length float64) *World {
	w := &World{field: f}
	for i := range coins {
		c := &coins[i]
		blocks := beats(r, 0, length, func() float64 { return c.block * r.ExpFloat64() })
		if c.block < 5 {
			blocks = nil
		}
		for n := range 6 + r.IntN(4) {
			w.pools = append(w.pools, newPool(r, c, fmt.Sprintf("%s-%02d", c.name, n), blocks, length))
		}
	}
	return w
}

func beats(r *rand.Rand, from, to float64, gap func() float64) (all []float64) {
	for t := from + r.Float64()*gap(); t < to; t += max(gap(), 0.05) {
		all = append(all, t)
	}
	return all
}

func newPool(r *rand.Rand, c *coin, name string, blocks []float64, length float64) *pool {
	p := &pool{coin: c, name: name, dialect: wire.Pick(r, c.dialects...), port: wire.Pick(r, c.ports...), hello: int(wire.Span{Lo: 1100, Hi: 5000}.Draw(r)),
		stack: wire.NewStack(r, false), join: r.IntN(2) == 0, wide: r.IntN(5) == 0, lengths: map[string]int{},
		target: wire.Pick(r, 5.0, 8, 10, 12, 15, 20, 20, 30, 30, 45, 60), life: wire.Span{Lo: 1e6, Hi: 2e6}, think: wire.Span{Lo: 0.0005, Hi: wire.Span{Lo: 0.001, Hi: 0.3}.Draw(r)},
		bad: wire.Span{Lo: 0.0005, Hi: 0.03}.Draw(r), closing: r.IntN(3) == 0}
	for range 1 + r.IntN(4) {
		p.addrs = append(p.addrs, poolAddress(r))
	}
	if r.IntN(3) == 0 {
		p.fixed, p.target = true, wire.Span{Lo: 20, Hi: 400}.Draw(r)
	} else if r.IntN(3) > 0 {
		p.tune = wire.Span{Lo: 60, Hi: 3600}.Draw(r)
	}
	switch r.IntN(3) {
	case 0:
		p.life = wire.Span{Lo: 1800, Hi: 86400}
	case 1:
		p.life = wire.Span{Lo: 20000, Hi: 4e5}
	}
	if r.IntN(3) == 0 {
		p.idle = wire.Pick(r, 300.0, 600, 900, 1800)
	}
	if r.IntN(3) == 0 {
		p.ping = wire.Pick(r, 30.0, 60, 60, 120)
	}
	// Jobs: with each block, some seconds later each time, and when fees have grown.
	lag := wire.Span{Lo: 0.1, Hi: 4}.Draw(r)
	for _, b := range blocks {
		p.jobs = append(p.jobs, b+lag*(0.5+r.Float64()))
	}
	if blocks == nil {
		every := c.block * wire.Span{Lo: 0.4, Hi: 4}.Draw(r)
		p.jobs = beats(r, 0, length, func() float64 { return every * (0.4 + 0.6*r.ExpFloat64()) })
	}
	if c.block > 30 && r.IntN(4) > 0 {
		every := wire.Span{Lo: 12, Hi: 90}.Draw(r)
		if r.IntN(2) == 0 {
			every = wire.Pick(r, 15.0, 20, 30, 30, 40, 55, 60)
		}
		exact := r.IntN(2) == 0
		p.jobs = append(p.jobs, beats(r, 0, length, func() float64 {
			if exact {
				return every
			}
			return every * (0.3 + 0.7*r.ExpFloat64())
		})...)
	} else if c.block > 30 {
		p.again = wire.Pick(r, 0, 60.0, 120, 300)
	}
	slices.Sort(p.jobs)
	for range r.IntN(3) {
		from := length * r.Float64()
		p.outages = append(p.outages, [2]float64{from, from + wire.Span{Lo: 10, Hi: 1800}.Draw(r)})
	}
	slices.SortFunc(p.outages, func(a, b [2]float64) int { return int(math.Copysign(1, a[0]-b[0])) })
	for _, d := range []struct {
		word string
		span wire.Span
	}{{"session", wire.Span{Lo: 8, Hi: 36}}, {"job", wire.Span{Lo: 4, Hi: 36}}, {"more", wire.Span{Lo: 1, Hi: 160}}, {"x1", wire.Span{Lo: 4, Hi: 16}},
		{"coinbase1", wire.Span{Lo: 90, Hi: 260}}, {"coinbase2", wire.Span{Lo: 60, Hi: 600}}} {
		p.lengths[d.word] = int(d.span.Draw(r))
	}
	if r.IntN(2) == 0 {
		p.lengths["more"] = 0
	}
	p.lengths["x2"] = wire.Pick(r, 8, 16)
	if c.name == "zcash" || c.name == "verus" {
		p.lengths["x2"] = 64 - p.lengths["x1"]
	}
	return p
}

func poolAddress(r *rand.Rand) wire.Addr {
	first := wire.Pick(r, 5, 15, 46, 51, 54, 65, 78, 88, 95, 103, 107, 135, 142, 145, 147, 159, 163, 172, 178, 188, 198, 206, 212)
	return wire.Addr(first<<24 | (32+r.IntN(200))<<16 | r.IntN(256)<<8 | 1 + r.IntN(254))
}

// nextJob gives the time of the pool's first job after t.
func (p *pool) nextJob(t float64) float64 {
	i, _ := slices.BinarySearch(p.jobs, math.Nextafter(t, math.Inf(1)))
	if i == len(p.jobs) {
		return math.Inf(1)
	}
	return p.jobs[i]
}

// outage gives when the pool is away at t until, or else when it goes.
func (p *pool) outage(t float64) (until, goes float64) {
	for _, o := range p.outages {
		if t < o[0] {
			return 0, o[0]
		}
		if t < o[1] {
			return o[1], 0
		}
	}
	return 0, math.Inf(1)
}

// worker is a rig, or a proxy, with its words for a pool.
type worker struct {
	*pool
	r        *rand.Rand
	script   script
	id       int
	interval float64 // seconds between shares
	report   float64 // seconds between reports of its rate; 0 sends none
	alive    float64 // idle seconds before it says that it is alive; 0 never
}

// newWorker draws a rig of a ratio of hash rates, 1 to 20.
func newWorker(r *rand.Rand, p *pool, ratio float64) (*worker, error) {
	wallet, rig, agent := int(p.wallet.Draw(r)+0.5), r.IntN(16), 8+r.IntN(60)
	pass, algo, roll := wire.Pick(r, 1, 1, 1, 3, 8, 20), wire.Pick(r, 0, 0, 14), wire.Pick(r, 0, 11)
	branches := 67 * wire.Pick(r, 0, 3, 6, 10)
	if p.coin.name == "bitcoin" {
		branches = 67 * (9 + r.IntN(3))
	}
	script, err := compile(p.dialect, func(word string) (int, int) {
		switch word {
		case "wallet":
			return wallet, wallet
		case "rig":
			return rig, rig
		case "agent":
			return agent, agent
		case "pass":
			return pass, pass
		case "algo":
			return algo, algo
		case "roll":
			return roll, roll
		case "branches":
			return branches, branches + 67
		}
		if n, ok := p.lengths[word]; ok {
			return n, n
		}
		return 0, -1
	}, p.wide)
	w := &worker{pool: p, r: r, script: script, interval: p.target * (0.8 + 0.5*r.Float64()), id: 3}
	if p.fixed {
		w.interval = p.target / ratio
	}
	if script["report"] != nil && r.IntN(3) > 0 {
		w.report = wire.Pick(r, 10.0, 20, 30, 60)
	}
	if script["ping"] != nil && r.IntN(3) > 0 {
		w.alive = 60
	}
	return w, err
}

// say plays what is said when, and what is answered.
func (w *worker) say(c *wire.Conn, t float64, when string) float64 {
	lines := w.script[when]
	for i := 0; i < len(lines); i++ {
		l := &lines[i]
		n := l.size(w.r, w.id)
		for w.join && i+1 < len(lines) && lines[i+1].side == l.side {
			i++
			n += lines[i].size(w.r, w.id)
		}
		if i > 0 {
			t += c.Reply(l.side)
		}
		if l.side == 1 {
			t += w.think.Lo + (w.think.Hi-w.think.Lo)*w.r.Float64()
		}
		c.Send(t, l.side, n)
	}
	return t
}

// session plays a connection from its begin to its end, and gives the time of that.
func (w *worker) session(c *wire.Conn, t, until float64) float64 {
	r := w.r
	from := t
	if t > 0 || from > -60 {
		t = c.Open(t)
		w.id = 3
		t = w.say(c, t, "login")
	} else {
		w.id = int(-t / w.interval)
		t = c.Open(-30)
	}
	until = min(until, from+w.life.Draw(r))
	shared, told, spoke := t, t, t
	start := max(t, 0)
	timers := []wire.Timer{{Next: w.nextJob(start), Fire: func(t float64) float64 {
		w.say(c, t+0.05*r.Float64(), "job")
		c.Rest(t)
		told = t
		return w.nextJob(t)
	}}, {Next: start + w.interval*r.ExpFloat64(), Fire: func(t float64) float64 {
		w.id++
		shared, spoke = t, t
		at := w.say(c, t, "share")
		at += c.Reply(1) + w.think.Hi*r.Float64()
		if r.Float64() < w.bad {
			w.say(c, at, "bad")
		} else {
			w.say(c, at, "ok")
		}
		c.Rest(at)
		ramp := min(1, 0.15+(t-from)/600) // a difficulty begins low
		return t + 0.02 + w.interval*r.ExpFloat64()*ramp
	}}}
	add := func(first float64, fire func(t float64) float64) {
		timers = append(timers, wire.Timer{Next: first, Fire: fire})
	}
	if w.again > 0 {
		add(start+w.again, func(t float64) float64 {
			if t < told+w.again-1e-6 {
				return told + w.again
			}
			w.say(c, t, "job")
			told = t
			return t + w.again
		})
	}
	if w.alive > 0 {
		add(start+w.alive, func(t float64) float64 {
			if last := max(spoke, told); t < last+w.alive-1e-6 {
				return last + w.alive
			}
			w.id++
			w.say(c, t, "ping")
			spoke = t
			return t + w.alive
		})
	}
	if w.report > 0 {
		add(start+w.report*r.Float64(), func(t float64) float64 {
			w.id++
			w.say(c, t, "report")
			c.Rest(t + 0.3)
			return t + w.report
		})
	}
	if w.tune > 0 && w.script["diff"] != nil {
		add(start+w.tune*r.Float64(), func(t float64) float64 {
			w.say(c, t, "diff")
			return t + w.tune*(0.5+r.ExpFloat64())
		})
	}
	if w.ping > 0 && w.dialect != "cryptonote" {
		n := 40 + len(w.name)
		add(start+w.ping*r.Float64(), func(t float64) float64 {
			c.Send(t, 1, n)
			c.Send(t+c.Reply(0), 0, n-12)
			return t + w.ping
		})
	}
	if c.Tunnelled() {
		every := wire.Pick(r, 10.0, 10, 20, 60)
		add(start+every*r.Float64(), func(t float64) float64 {
			c.Beat(t)
			return t + every
		})
	}
	if w.idle > 0 {
		add(start+w.idle, func(t float64) float64 {
			if t > shared+w.idle {
				return math.NaN()
			}
			return shared + w.idle + 1
		})
	}
	t = wire.Run(timers, until)
	c.Settle(t)
	c.Close(t, r.IntN(2), w.closing)
	return t
}
