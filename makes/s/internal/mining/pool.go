package mining

import (
	"fmt"
	"slices"

	"makes/s/internal/dice"
	"makes/s/internal/wire"
)

// job is work a pool hands out.
type job struct {
	at     float64
	merkle int
}

// pool is a pool with all numbers its operator set.
type pool struct {
	name     string
	coin     *coin
	end      wire.End
	rtt      float64
	layer    wire.Layer
	widths   widths
	spaced   bool
	digits   int
	target   float64 // seconds of a share; 0 for a fixed difficulty
	window   float64 // of retargeting
	variance float64
	fixed    float64 // seconds of a share at a fixed difficulty, at hash rate 1
	first    float64 // the same, at the first difficulty
	floor    float64 // the same, at the lowest difficulty
	reject   float64
	delay    float64 // before a share is answered
	together bool    // difficulty and job in one segment
	insist   bool    // the difficulty is said with each job
	squeeze  float64 // what compression leaves of a message; 0 for none
	rejob    bool    // a new difficulty comes with a job
	silent   float64 // seconds without a share before the pool closes
	life     float64 // mean seconds of a session
	ping     float64 // seconds between the pool's own questions
	pingSize int
	poll     float64 // seconds between questions for work, where the pool does not push
	batch    float64 // seconds over which replies are held back
	keep     bool    // answers keep-alives
	jobs     []job
	outages  wire.Outages
}

// World is all coins and pools of a seed.
type World struct {
	seed    uint64
	seconds float64
	coins   []coin
	many    int
	chains  map[string][]float64
	pools   map[string]*pool
	address func(near bool) wire.Addr
}

// NewWorld makes a world with so many pools of a coin at most.
func NewWorld(seed uint64, seconds float64, many int, address func(near bool) wire.Addr) (*World, error) {
	coins, err := parse(dialectText)
	return &World{seed, seconds, coins, many, map[string][]float64{}, map[string]*pool{}, address}, err
}

// chain gives when the blocks of a coin are found.
func (w *World) chain(c *coin) []float64 {
	if list, ok := w.chains[c.name]; ok {
		return list
	}
	d := dice.New(w.seed, "chain "+c.name)
	var list []float64
	for t := -20 * c.block; t < w.seconds; {
		list = append(list, t)
		t += d.Exp(c.block)
	}
	w.chains[c.name] = list
	return list
}

// coin picks one; half of all mine what most mine.
func (w *World) coin(d *dice.Dice) *coin {
	if d.Chance(0.35) {
		name := dice.Pick(d, "monero", "monero", "bitcoin", "ethereum-classic", "ravencoin", "kaspa", "litecoin", "zcash", "moneroocean", "nicehash-multi")
		return &w.coins[slices.IndexFunc(w.coins, func(c coin) bool { return c.name == name })]
	}
	return &w.coins[d.IntN(len(w.coins))]
}

// pool gives one of the pools of a coin over a layer.
func (w *World) pool(d *dice.Dice, c *coin, transport string) *pool {
	name := fmt.Sprintf("%s-%02d", c.name, d.IntN(w.many))
	key := name + " " + transport
	if p := w.pools[key]; p != nil {
		return p
	}
	p := w.draw(dice.New(w.seed, "pool "+name), c)
	own := dice.New(w.seed, "pool "+key)
	p.name, p.layer = name, wire.NewLayer(own, transport)
	p.end.Addr, p.end.Port = w.address(false), uint16(dice.Pick(own, 3333, 4444, 5555, 7777, 8008, 9000, 10128, 14444, 443, 80, own.Int(1024, 30000)))
	w.pools[key] = p
	return p
}

// draw sets all numbers of a pool.
func (w *World) draw(d *dice.Dice, c *coin) *pool {
	p := &pool{coin: c, end: wire.End{Stack: wire.NewStack(d)}, rtt: d.Log(0.005, 0.28), spaced: d.Chance(0.25),
		digits: d.Int(1, 12), target: d.Log(3, 90), window: d.Log(20, 600), variance: d.Between(0.1, 0.6),
		first: d.Log(1, 400), floor: d.Log(0.3, 60), reject: d.Log(0.0005, 0.06), delay: d.Log(0.0005, 0.4), together: d.Chance(0.5),
		rejob: d.Chance(0.6), silent: dice.Pick(d, 0, 0, 300, 600, 900, 1800, d.Log(90, 4000)), life: d.Log(2400, 3e6), keep: d.Chance(0.75)}
	if d.Chance(0.22) {
		p.target, p.fixed = 0, d.Log(8, 500)
	} else if d.Chance(0.5) {
		p.target = dice.Pick(d, 4, 5, 10, 12, 15, 15, 20, 30, 30, 45, 60, 100.0)
	}
	p.end.Stack.KeepIdle, p.insist = wire.KeepIdle(d), d.Chance(0.15)
	if d.Chance(0.05) {
		p.squeeze = d.Between(0.35, 0.8)
	}
	if d.Chance(0.15) {
		p.ping, p.pingSize = d.Log(10, 180), d.Int(30, 90)
	}
	if d.Chance(0.1) {
		p.batch = d.Log(0.05, 2)
	}
	if c.dialect.name == "ethproxy" && d.Chance(0.15) {
		p.poll = d.Log(0.4, 10)
	}
	p.widths = widths{'J': dice.Pick(d, 1, 4, 4, 8, 12, 15, 16, 28, 32, 36, d.Int(2, 40)), 'E': 2 * d.Int(1, 10), 'F': 2 * d.Int(2, 12),
		'H': d.Int(5, 7), 'C': d.Int(180, 700), 'B': c.blob + c.blob*d.IntN(2)*d.IntN(3)/40, 'S': c.proof}
	if d.Chance(0.4) {
		p.widths['X'] = int(d.Log(2, 260))
	}
	p.jobs = w.work(d, p)
	switch v := d.Float64(); { // out of reach now and then
	case v < 0.12:
		from := d.Between(0, w.seconds)
		p.outages = wire.Outages{{From: from, To: from + d.Log(10, 5000), Fault: dice.Pick(d, wire.Refused, wire.Dead, wire.Kicked)}}
	case v < 0.18:
		for t := d.Exp(15000); t < w.seconds; t += d.Exp(15000) {
			p.outages = append(p.outages, wire.Outage{From: t, To: t + d.Log(3, 400), Fault: dice.Pick(d, wire.Refused, wire.Dead, wire.Kicked)})
			t = p.outages[len(p.outages)-1].To
		}
	}
	return p
}

// work draws when a pool has new jobs: with each block, and most pools when
// the template got better.
func (w *World) work(d *dice.Dice, p *pool) []job {
	lag, throttle := d.Log(0.02, 2.5), d.Log(0.3, 6)
	refresh, churn := 0.0, d.Log(0.15, 1)
	switch {
	case d.Chance(0.4):
		refresh = dice.Pick(d, 5, 10, 15, 20, 25, 30, 30, 40, 45, 55, 60, 60, 90, 120.0)
	case d.Chance(0.5):
		refresh = d.Log(2.5, 200)
	}
	restart, own := d.Chance(0.5), d.Chance(0.3)
	fills := d.Between(0, 12)
	blocks := w.chain(p.coin)
	var list []job
	last, tick := -1e9, -d.Between(0, 60)
	add := func(t float64) {
		if t-last < throttle {
			return
		}
		last = t
		list = append(list, job{t, min(13, max(0, int(fills+d.NormFloat64()*1.5)))})
	}
	for i, b := range blocks {
		if b+lag > -300 {
			add(b + lag + d.Exp(0.05))
		}
		if restart {
			tick = b + lag
		}
		next := w.seconds
		if i+1 < len(blocks) {
			next = blocks[i+1] + lag
		}
		for refresh > 0 && tick+refresh < next {
			tick += refresh
			if tick > -300 && (churn > 0.9 || d.Chance(churn)) {
				add(tick)
			}
			if own { // its own work takes time
				tick += d.Exp(0.05 * refresh)
			}
		}
	}
	return list
}
