package mine

import (
	"math"
	"sort"

	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

// Rig is a miner program at work on one host.
type Rig struct {
	Log       *flow.Log
	Client    *talk.Party
	Pools     []*Pool // in the order of preference
	Program   *Program
	Hash      float64
	Transport string
	Via       *Via
	Fault     wire.Fault
	Tag       *flow.Tag
	R         *rng.R

	flow      flow.Flow
	conn      wire.Conn
	cover     wire.Covered
	tunnel    wire.Tunnel
	within    wire.Within
	inside    wire.Path
	pipe      wire.Pipe
	known     bool
	tunnelled bool

	// the state of a session
	pool    *Pool
	say     words
	diff    float64
	share   float64 // when the next share will be found
	retune  float64
	report  float64
	found   int // shares since the difficulty was last looked at
	heard   float64
	shared  float64 // time of the last share
	jobbed  float64 // time of the last job
	nextJob int
}

// Run simulates the whole time of the log.
func (g *Rig) Run() {
	end := g.Log.Length()
	t := -g.R.Uniform(1, talk.Warm)
	user := g.Pools[0].Coin.wallet + g.Program.worker
	at, fails := 0, 0
	for t < end {
		span, ok := g.Client.Up.At(t)
		if t = max(t, span.From); !ok || t >= end {
			break
		}
		p := g.Pools[at]
		if g.Fault == wire.Healthy && !p.down.Has(t) {
			fails = 0
			g.pool, g.say = p, speak(p.Coin, p, g.Program, user)
			t = g.session(t, at > 0, end)
			if at > 0 && !g.Pools[0].down.Has(t) {
				at = 0
			}
			continue
		}
		m := g.Program
		t = g.miss(p, t) + min(m.pause*math.Pow(m.growth, float64(min(fails, 40))), m.most)*g.R.Uniform(0.98, 1.04)
		if fails++; fails%m.tries == 0 {
			at = (at + 1) % len(g.Pools)
		}
	}
	if g.tunnelled {
		g.tunnel.Settle(end)
	}
	g.flow.Flush()
}

// session is one connection to the pool; it returns when the next attempt
// is due.
func (g *Rig) session(t float64, backup bool, end float64) float64 {
	p, m := g.pool, g.Program
	t = g.dial(p, t)
	for _, s := range g.say.login {
		if s.from == flow.Server {
			t += p.think * g.R.Uniform(0.5, 2)
		}
		t = g.pipe.Send(t, s.from, s.size+g.R.Int(0, 1))
	}
	g.begin(t)
	stop, by, how := g.stop(t, backup)
	for {
		at, what := stop, g.finish
		if g.nextJob < len(p.jobs) && p.jobs[g.nextJob].at < at {
			at, what = p.jobs[g.nextJob].at, g.work
		}
		if g.share < at {
			at, what = g.share, g.submit
		}
		if g.retune < at {
			at, what = g.retune, g.adjust
		}
		if g.report < at {
			at, what = g.report, g.tell
		}
		if ping := g.heard + m.ping; m.ping > 0 && g.say.alive > 0 && ping < at {
			at, what = ping, g.ask
		}
		if p.kick > 0 && g.shared+p.kick < at {
			stop, by, how = max(t, g.shared+p.kick), flow.Server, wire.Fin
			break
		}
		if m.noJob > 0 && g.jobbed+m.noJob < at {
			stop, by, how = max(t, g.jobbed+m.noJob), flow.Client, wire.Fin
			break
		}
		if at >= stop || at >= end {
			break
		}
		what(at)
		t = at
	}
	if stop >= end {
		g.pipe.Settle(end)
		return end
	}
	t = g.pipe.Close(stop, by, how)
	if g.Transport == "vpn" {
		if !g.Client.Up.Has(t + 1) {
			g.tunnel.Close(t, flow.Client, wire.Fin)
			g.tunnelled = false
		}
	} else {
		g.flow.Flush()
	}
	return t + m.pause*g.R.Uniform(0.3, 1.1)
}

// finish stands for the end of a session, which has no message of its own.
func (g *Rig) finish(float64) {}

// begin sends the first work after the login.
func (g *Rig) begin(t float64) {
	p := g.pool
	g.diff, g.found = p.start, 0
	if t < 0 && !p.fixed { // it has been at work long before the log begins
		g.diff = max(p.least, g.Hash*p.wish*g.R.Uniform(0.7, 1.4))
	}
	g.nextJob = sort.Search(len(p.jobs), func(i int) bool { return p.jobs[i].at > t })
	if g.say.target > 0 {
		t = g.pipe.Send(t+p.think, flow.Server, g.say.target)
	}
	if p.Coin.dialect != cryptonote && p.Coin.dialect != ethproxy && p.Coin.dialect != plainjob {
		t = g.pipe.Send(t+0.0005, flow.Server, g.size(max(0, g.nextJob-1)))
	}
	g.heard, g.shared, g.jobbed = t, t, t
	g.share = t + g.R.Exp(g.diff/g.Hash)
	g.retune, g.report = math.Inf(1), math.Inf(1)
	if !p.fixed {
		g.retune = t + p.window
	}
	if g.say.report > 0 && g.Program.report > 0 {
		g.report = t + g.Program.report*g.R.Uniform(0.2, 1)
	}
}

// stop draws when and how a session ends at the latest.
func (g *Rig) stop(t float64, backup bool) (float64, flow.Side, wire.Ending) {
	p := g.pool
	at := t + g.R.Exp(3*86400)
	by, how := rng.Pick(g.R, flow.Client, flow.Server), rng.Pick(g.R, wire.Reset, wire.Vanish)
	if p.life > 0 {
		if s := t + p.life*g.R.Uniform(0.3, 1.7); s < at {
			at, by, how = s, flow.Server, rng.Pick(g.R, wire.Fin, wire.Fin, wire.Reset)
		}
	}
	if span, ok := p.down.At(t); ok && span.From < at {
		at, by, how = span.From, flow.Server, rng.Pick(g.R, wire.Fin, wire.Reset, wire.Vanish)
	}
	if span, ok := g.Client.Up.At(t); ok && span.To < at {
		at, by, how = span.To, flow.Client, rng.Pick(g.R, wire.Fin, wire.Reset)
	}
	if backup {
		first := g.Pools[0]
		back := t + g.Program.returns
		if span, ok := first.down.At(back); ok && span.From <= back {
			back = span.To + g.R.Uniform(0, g.Program.returns)
		}
		if back < at {
			at, by, how = back, flow.Client, wire.Fin
		}
	}
	return at, by, how
}

// size is the length of a job.
func (g *Rig) size(n int) int {
	size := g.say.job + g.R.Int(0, 3)
	if n < len(g.pool.jobs) {
		size += g.pool.jobs[n].branch * g.say.branch
	}
	return size
}

// work passes the pool's new job on.
func (g *Rig) work(t float64) {
	at := t + g.pool.think*g.R.Uniform(0, 3)
	g.heard = g.pipe.Send(at, flow.Server, g.size(g.nextJob))
	g.jobbed = g.heard
	g.nextJob++
}

// submit hands in a share.
func (g *Rig) submit(t float64) {
	p := g.pool
	at := g.pipe.Send(t, flow.Client, g.say.submit+g.R.Int(0, 2))
	answer := g.say.okay
	if g.R.Chance(p.stale) {
		answer = g.say.bad
	}
	g.heard = g.pipe.Send(at+p.think*g.R.Uniform(0.6, 2), flow.Server, answer+g.R.Int(0, 1))
	g.shared = t
	g.found++
	g.share = t + g.R.Exp(g.diff/(g.Hash*g.R.Uniform(0.9, 1)))
}

// adjust lets the pool change the difficulty to the rate of shares.
func (g *Rig) adjust(t float64) {
	p := g.pool
	ratio := (float64(g.found) + 0.3) * p.wish / p.window
	g.found = 0
	g.retune = t + max(p.window, p.wish)
	if math.Abs(ratio-1) < p.slack {
		return
	}
	diff := max(p.least, g.diff*min(max(ratio, 0.25), 4))
	if math.Abs(diff/g.diff-1) < 0.02 {
		return
	}
	g.diff = diff
	if g.say.target > 0 {
		t = g.pipe.Send(t, flow.Server, g.say.target)
	}
	g.heard = g.pipe.Send(t+0.0003, flow.Server, g.size(max(0, g.nextJob-1)))
	g.share = t + g.R.Exp(g.diff/g.Hash)
}

// tell reports the hash rate.
func (g *Rig) tell(t float64) {
	at := g.pipe.Send(t, flow.Client, g.say.report)
	g.heard = g.pipe.Send(at+g.pool.think, flow.Server, g.say.noted)
	g.report = t + g.Program.report
}

// ask asks whether the pool is still there.
func (g *Rig) ask(t float64) {
	at := g.pipe.Send(t, flow.Client, g.say.alive)
	g.heard = g.pipe.Send(at+g.pool.think, flow.Server, g.say.lives)
}
