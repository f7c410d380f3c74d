package stratum

import (
	"math"

	"makes/i/internal/rnd"
	"makes/i/internal/tcp"
)

// program is a miner's software and its settings.
type program struct {
	pause, patience float64 // after a failure, and with a try
	tries           int     // before the next pool
	alive           float64 // seconds between its own keep-alives; 0 for none
	always          bool    // sends those by a clock, not in silence only
	fields          map[byte]int
	rude            bool // drops connections with a reset
	keep            float64
}

func drawProgram(r rnd.R, c *coin) program {
	d := dialects[c.dialect]
	g := program{pause: rnd.Pick(r, 3.0, 5, 5, 5, 10, 10, 15, 20, 30, 30, 60), patience: rnd.Pick(r, 5.0, 10, 20, 20, 30, 60, 130), tries: rnd.Pick(r, 1, 1, 3, 5, 5),
		rude: r.Chance(0.3), keep: rnd.Pick(r, 0.0, 0, 0, 30, 60, 120)}
	if r.Chance(d.aliveUse) {
		g.alive, g.always = r.In(d.aliveEvery), c.dialect != "cryptonote" && c.dialect != "grin"
	}
	worker := r.Int(span{1, 14})
	g.fields = map[byte]int{'w': r.Int(c.wallet) + worker + 1, 'p': rnd.Pick(r, 1, 1, 1, 3, 8, 16), 'a': r.Int(span{9, 70}), 'g': r.Int(span{30, 500}), 'y': worker, 'v': rnd.Pick(r, 0, 8)}
	return g
}

// rig is one connection of a miner to a pool, again and again.
type rig struct {
	program
	r     rnd.R
	pool  *pool
	link  *link
	speed float64 // 1 to 20, and more for a proxy
	vars  vars
	since float64 // last message

	interval     float64 // mean seconds from share to share
	jobs, shares []float64
	note, replay bool    // notes jobs and shares, or has them given
	extra        float64 // mean seconds between shares besides the given
	backup       *rig
}

// run mines from one time to another.
func (g *rig) run(t, until float64) {
	for t < until {
		if up := g.pool.down(t); up > 0 {
			why := rnd.Pick(g.r, tcp.Refused, tcp.Dead, tcp.Slam)
			retry := tcp.Retry{Wait: g.pause, Factor: 1, Patience: g.patience, Round: 1, Hello: 200}
			if g.link.transport == "vpn" {
				t = up
				continue
			}
			if stop := min(up, until); g.backup != nil && stop-t > 60 {
				t = retry.Run(g.link.path, t, t+g.pause*float64(g.tries), g.link.from, g.link.to, why, g.link.port)
				t = g.backup.session(t, max(stop, t+5))
				continue
			}
			t = retry.Run(g.link.path, t, min(up, until), g.link.from, g.link.to, why, g.link.port)
			continue
		}
		t = g.session(t, until)
		t += g.pause * (1 + 0.1*g.r.Float64())
	}
	g.link.end(until)
}

func (g *rig) up(t float64, l line) float64   { return g.say(t, tcp.Client, l, false) }
func (g *rig) down(t float64, l line) float64 { return g.say(t, tcp.Server, l, true) }

func (g *rig) say(t float64, side tcp.Side, l line, pool bool) float64 {
	n := l.size(g.r, &g.vars, pool)
	if !g.pool.binary {
		n++
	}
	g.since = t
	return g.link.send(t, side, n)
}

// session is one connection, until it breaks or the time is over.
func (g *rig) session(t, until float64) float64 {
	p, r := g.pool, g.r
	t = g.link.open(t)
	g.vars = p.fields
	for k, n := range g.fields {
		g.vars.fields[k] = n
	}
	for _, s := range p.login {
		if s.up {
			t = g.up(t+g.link.path.Lag(tcp.Client)+0.001, s.line)
		} else {
			t = g.down(t+g.link.path.Lag(tcp.Server)+r.In(p.think), s.line)
		}
		g.vars.id++
	}
	ends, fault := min(until, p.fails(t)), true
	if p.life > 0 && t+p.life < ends {
		ends, fault = t+p.life, false
	}
	if broken := t + r.Exp(30*3600); broken < ends {
		ends, fault = broken, true
	}
	if !p.oneJob {
		t = g.down(t+0.002, p.diff)
	}
	if g.interval == 0 {
		g.interval = p.base / g.speed
		if p.target > 0 {
			g.interval = max(g.interval/60, p.target/p.start)
		}
		g.interval = max(g.interval, 0.4)
	}
	next := [...]float64{t + 0.01, 0, math.Inf(1), t + p.retarget} // job, share, keep-alive, retarget
	next[1] = g.nextShare(t)
	if g.alive > 0 {
		next[2] = t + g.alive
	}
	if g.replay || p.target == 0 {
		next[3] = math.Inf(1)
	}
	done, block := 0, false
	for {
		i := 0
		for j := range next {
			if next[j] < next[i] {
				i = j
			}
		}
		at := max(t, next[i])
		if g.since+p.kick < min(at, ends) {
			g.link.close(g.since+p.kick, tcp.Server, false)
			return g.since + p.kick
		}
		if at >= ends {
			break
		}
		switch i {
		case 0:
			t = g.job(at, p.resends)
			if g.note {
				g.jobs = append(g.jobs, at)
			}
			next[0], block = g.nextJob(at)
		case 1:
			g.vars.id++
			if g.note {
				g.shares = append(g.shares, at)
			}
			done++
			t = g.up(at, p.submit)
			answer := p.ok
			if r.Chance(p.rejects) || block && r.Chance(0.05) {
				answer = p.bad
			}
			t = g.down(t+g.link.path.Lag(tcp.Server)+r.In(p.think), answer)
			next[1] = g.nextShare(at)
		case 2:
			next[2] = at + g.alive
			if !g.always && at-g.since < g.alive*0.98 {
				next[2] = g.since + g.alive
				continue
			}
			g.vars.id++
			t = g.up(at, p.alive)
			t = g.down(t+g.link.path.Lag(tcp.Server)+r.In(p.think), p.aliveOK)
		case 3:
			next[3] = at + p.retarget*r.Between(0.9, 1.2)
			if g.adapt(float64(done) / p.retarget) {
				t = g.job(at, true)
				next[1] = g.nextShare(at)
			}
			done = 0
		}
	}
	switch {
	case ends >= until:
		if g.link.transport != "vpn" {
			g.link.idle(ends)
			g.link.conn.Idle(ends)
		}
		if r.Chance(0.5) {
			g.link.close(ends, tcp.Client, g.rude)
		} else if g.link.transport != "vpn" {
			g.link.conn.Drop()
		}
	case fault && r.Chance(0.3) && g.link.transport != "vpn":
		ends = g.link.conn.Lose(ends, tcp.Client, 200, g.patience*2)
	default:
		g.link.close(ends, tcp.Server, r.Chance(0.4))
	}
	return ends
}

func (g *rig) job(t float64, diff bool) float64 {
	g.vars.branches = g.r.Int(g.pool.branches)
	if diff && !g.pool.oneJob {
		t = g.down(t, g.pool.diff)
	}
	return g.down(t, g.pool.job)
}

func (g *rig) nextJob(t float64) (float64, bool) {
	if !g.replay {
		return g.pool.nextJob(g.r, t)
	}
	return after(g.jobs, t) + 0.02*g.r.Float64(), false
}

func (g *rig) nextShare(t float64) float64 {
	if !g.replay {
		return t + g.r.Exp(g.interval)
	}
	at := after(g.shares, t)
	if g.extra > 0 {
		at = min(at, t+g.r.Exp(g.extra))
	}
	return at
}

// after is the first of the sorted times that is later than t.
func after(times []float64, t float64) float64 {
	lo, hi := 0, len(times)
	for lo < hi {
		if mid := (lo + hi) / 2; times[mid] > t {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo == len(times) {
		return math.Inf(1)
	}
	return times[lo]
}

// adapt lets the pool set a new difficulty after it saw shares at a rate; it
// tells whether it did.
func (g *rig) adapt(rate float64) bool {
	p := g.pool
	factor := 0.5
	if rate > 0 {
		factor = max(0.25, min(4, rate*p.target))
	}
	if p.twofold {
		factor = math.Exp2(math.Round(math.Log2(factor)))
	}
	if factor < p.slack && factor > 1/p.slack {
		return false
	}
	least := max(0.4, p.base/g.speed/60) // at the least difficulty
	now := max(g.interval*factor, least)
	if now == g.interval {
		return false
	}
	g.interval = now
	return true
}
