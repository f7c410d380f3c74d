// Package mine lets hosts mine: at pools, by themselves, through a proxy, or in
// vain. The numbers of the protocols are drawn around those of real pools and
// miners.
package mine

import (
	"math"

	"makes/m/internal/draw"
	"makes/m/internal/fault"
	"makes/m/internal/tcp"
	"makes/m/internal/vpc"
)

// job is work that a pool gives all its miners at a time.
type job struct {
	at       float64
	branches int
}

// pool is a pool, or a proxy that is one for its workers.
type pool struct {
	name     string
	coin     *coin
	dialect  dialect
	style    *style
	slack    [8]int
	widths   widths
	addrs    []vpc.Addr
	port     uint16
	tlsPort  uint16
	stack    tcp.Stack
	path     tcp.Path
	jobs     []job
	target   float64 // mean seconds between shares
	fixed    bool    // the same difficulty for all
	start    float64 // seconds between shares of a middling rig at first
	floor    float64 // the same at the least difficulty
	retarget float64
	band     float64
	resend   bool    // a job after a new difficulty
	answer   float64 // seconds
	idleKick float64
	renew    float64 // mean seconds until the pool ends a connection
	rejects  float64
	extras   float64 // mean seconds between other messages
	polite   bool    // jobs come with the difficulty every time
	closes   string
	plan     fault.Plan
}

// blocks draws when a coin finds blocks.
func blocks(r draw.Rand, c *coin, until float64) (at []float64) {
	for t := -7200.0; t < until; {
		if t += max(c.gap, r.Exp(c.block)); t < until {
			at = append(at, t)
		}
	}
	return at
}

func newPool(r draw.Rand, name string, c *coin, found []float64, until float64, addrs []vpc.Addr) *pool {
	p := &pool{name: name, coin: c, dialect: dialects[draw.Pick(r, c.speaks...)], style: drawStyle(r), addrs: addrs,
		port: draw.Pick(r, 3333, 4444, 5555, 7777, 8008, 80, 443, uint16(r.Int(1100, 20000)), uint16(r.Int(1100, 20000))), tlsPort: draw.Pick(r, 443, 9000, 5555, uint16(r.Int(1100, 30000))),
		stack: tcp.DrawStack(r), path: tcp.DrawPath(r, false), target: r.Log(3, 90), fixed: r.Chance(0.3), start: r.Log(1, 60), floor: r.Log(0.3, 20),
		retarget: r.Log(20, 400), band: r.Uniform(0.1, 0.6), resend: r.Chance(0.6), answer: r.Log(0.0005, 0.15), idleKick: draw.Pick(r, 120, 300, 600, 900, 3600, 1e9),
		renew: r.Log(3, 300) * 3600, rejects: r.Log(0.0005, 0.04), extras: r.Log(0.3, 100) * 3600, polite: r.Chance(0.1), closes: draw.Pick(r, "fin", "fin", "reset")}
	if r.Chance(0.3) {
		p.plan = fault.Draw(r, until, r.Log(8, 100)*3600, r.Log(30, 3000))
	}
	p.stack.MSS = min(p.stack.MSS, 1460)
	p.retarget = max(p.retarget, r.Uniform(3, 10)*p.target)
	for i := range p.slack {
		p.slack[i] = p.style.slack()
	}
	w := &p.widths
	ids := draw.Pick(r, [2]int{1, 8}, [2]int{8, 16}, [2]int{15, 36}, [2]int{36, 64})
	own := map[byte][2]int{'S': draw.Pick(r, [2]int{36, 36}, [2]int{8, 32}), 'J': ids, 'E': {4, 16}, 'H': {6, 8}, 'Q': {1, 600}, 'F': {8, 64}, 'N': {10, 16}, 'O': {64, 64}}
	for f := range byte(len(w)) {
		w[f] = fixed(r, own[f])
	}
	if w['J'][0] < 8 && r.Chance(0.5) {
		w['J'][1]++ // ids that count
	}
	w['D'], w['L'], w['V'], w['Z'] = [2]int{3, draw.Pick(r, 5, 8, 14, 18)}, [2]int{9, 40}, [2]int{4, 5}, [2]int{16, 20}
	for f := range byte(len(w)) {
		span, known := c.width[f]
		if known {
			w[f] = span
		}
		if varies := f == 'M' || f == 'K' || f == 'O' || f == 'Z' || span[1]-span[0] > 1000; known && !varies {
			w[f] = fixed(r, span)
		}
	}
	if k := w['K'][0]; k > 0 {
		k = r.Int(w['K'][0], w['K'][1])
		w['K'] = [2]int{k, k + draw.Pick(r, 0, 0, 2)}
	}
	p.schedule(r, found, until)
	return p
}

// schedule draws when the pool gives new work: for each block, and when it
// refreshes the transactions.
func (p *pool) schedule(r draw.Rand, found []float64, until float64) {
	every, delay := r.Log(p.coin.refresh[0], p.coin.refresh[1]), r.Log(0.02, 0.5)
	refreshes, tidy := r.Chance(0.8), r.Chance(0.7)
	m, last := p.widths['M'], -7300.0
	branches := m[0]
	for i := 0; i <= len(found); i++ {
		end := until
		if i < len(found) {
			end = found[i] + r.Exp(delay)
		}
		for refreshes && last+every < end {
			if last += every; !tidy {
				last += every * r.Uniform(-0.2, 0.6)
			}
			if last < end {
				p.jobs = append(p.jobs, job{last, branches})
			}
		}
		if last = max(last, end); len(p.jobs) == 0 || end-p.jobs[len(p.jobs)-1].at >= p.coin.gap {
			branches = min(m[1], max(m[0], r.Int(branches-2, branches+3)))
			p.jobs = append(p.jobs, job{end, branches})
		}
	}
}

// rig is one miner, with its program.
type rig struct {
	power     float64 // in middling rigs
	style     *style
	slack     [8]int
	widths    widths // of its own fields
	keepalive float64
	lazy      bool // a keep-alive only after silence
	report    float64
	poll      float64
	backoff   fault.Backoff
	from, to  float64
	pauseAt   float64
	pauseFor  float64
	donate    float64 // seconds between donations of a minute
	plan      fault.Plan
	login     string // fault after the login: "", "kick" or "close"
}

// powers is the range of hash rates within a coin.
const powers = 20.0

func drawRig(r draw.Rand, c *coin, until float64) *rig {
	g := &rig{power: r.Log(1/math.Sqrt(powers), math.Sqrt(powers)), style: drawStyle(r), lazy: r.Chance(0.5), report: r.Log(8, 120), from: -r.Uniform(0, 3600), to: until, pauseAt: math.Inf(1),
		backoff: fault.Backoff{First: draw.Pick(r, 2.0, 3, 5, 5, 10, 10, 15, 20, 30, 60), Factor: draw.Pick(r, 1, 1, 1, 1.5, 2), Max: r.Log(60, 600), Jitter: draw.Pick(r, 0, 0, 0.1)}}
	if r.Chance(0.7) {
		g.keepalive = draw.Pick(r, 30.0, 60, 60, 60, 90, 120, 180, 300, 600)
	}
	if r.Chance(0.5) {
		g.report = 0
	}
	if r.Chance(0.25) {
		g.poll = r.Log(0.3, 10)
	}
	for i := range g.slack {
		g.slack[i] = g.style.slack()
	}
	if r.Chance(0.15) {
		g.from = r.Uniform(0, until*0.5)
	} else if r.Chance(0.1) {
		g.pauseAt, g.pauseFor = r.Uniform(0, until), r.Log(300, 7200)
	}
	w := &g.widths
	worker := r.Int(c.address[0], c.address[1])
	if r.Chance(0.7) {
		worker += 1 + r.Int(1, 20)
	}
	w['A'], w['P'], w['R'], w['U'], w['G'], w['W'] = fixed(r, [2]int{6, 80}), fixed(r, draw.Pick(r, [2]int{0, 1}, [2]int{1, 40})), fixed(r, [2]int{2, 24}), fixed(r, [2]int{9, 30}), fixed(r, [2]int{20, 300}), [2]int{worker, worker}
	return g
}

// size names the third of the range of hash rates that the rig is in.
func (g *rig) size() string {
	third := int(3 * (math.Log(g.power)/math.Log(powers) + 0.5))
	return [...]string{"slow", "middle", "fast"}[min(max(third, 0), 2)]
}
