package miner

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"makes/q/internal/dice"
	"makes/q/internal/wire"
	"makes/q/internal/world"
)

// pool is a pool as its miners meet it.
type pool struct {
	*coin
	name       string
	peers      []world.Peer
	port, safe int // ports without and with TLS
	tls        wire.Layer
	habit      wire.Habit
	jobs       []float64 // when it has new work
	target     float64   // seconds between shares it aims at
	fixed      bool      // keeps a difficulty
	retarget   float64
	together   bool    // difficulty with every job
	afterShare float64 // odds of new work upon a share
	think      float64
	slow       float64 // odds of a late answer
	reject     float64
	kick       float64 // seconds without a share before it hangs up
	life       float64 // mean seconds of a connection
	poke       float64 // seconds between its own pings
	alive      float64
	accent     accent
}

// Trade is all coins and pools.
type Trade struct {
	world *world.World
	coins []*coin
	pools map[string]*pool
	chain map[string][]float64
	each  int
}

// NewTrade reads the coins.
func NewTrade(w *world.World, miners int) (*Trade, error) {
	coins, err := read()
	return &Trade{w, coins, map[string]*pool{}, map[string][]float64{}, 3 + min(miners/40, 6)}, err
}

// blocks are the times at which a coin's chain grows.
func (t *Trade) blocks(c *coin) []float64 {
	times, ok := t.chain[c.name]
	if !ok {
		d := dice.New(t.world.Seed, "chain "+c.name)
		for at := d.Wait(c.block); at < t.world.End; at += d.Wait(c.block) {
			times = append(times, at)
		}
		t.chain[c.name] = times
	}
	return times
}

func (t *Trade) pool(c *coin, i int) *pool {
	name := fmt.Sprintf("%s-%02d", c.name, i)
	if p := t.pools[name]; p != nil {
		return p
	}
	d := dice.New(t.world.Seed, "pool "+name)
	p := &pool{coin: c, name: name, port: dice.Pick(d, 3333, 4444, 5555, 7777, 80, 443, 14444, 10128, 20128, 1300, d.Int(1000, 20000)),
		safe: dice.Pick(d, 443, 443, 9000, 5556, 3443, 14433, 8443), tls: dice.Pick(d, wire.TLS12, wire.TLS13, wire.TLS13),
		target: dice.Pick(d, 5.0, 8, 10, 12, 15, 20, 20, 30, 30, 45, 60), fixed: d.Odds(0.3), retarget: d.Scale(20, 240),
		together: d.Odds(0.2), think: d.Scale(0.0005, 0.25), slow: d.Scale(0.001, 0.1), reject: d.Scale(0.0005, 0.03),
		kick: dice.Pick(d, 300.0, 600, 600, 900, 1200, 3600, 1e9), life: dice.Pick(d, 1e9, d.Scale(3600, 200000), d.Scale(20000, 400000)),
		alive: dice.Pick(d, 0, 0, 0, 15.0, 60, 60, 120, 300, 7200)}
	p.target *= d.Even(0.8, 1.25)
	p.habit = wire.DrawHabit(d, p.tls)
	if d.Odds(0.12) {
		p.afterShare = d.Scale(0.05, 1)
	}
	if d.Odds(0.12) {
		p.poke = d.Scale(15, 120)
	}
	for range d.Int(1, 4) {
		p.peers = append(p.peers, t.world.Peer(d, false))
	}
	p.accent = accent{session: dice.Pick(d, 8, 15, 16, 32, 36, 64), job: dice.Pick(d, 1, 4, 5, 8, 8, 10, 15, 16, 28, 32, 64), height: c.height,
		jobSpread: dice.Pick(d, 0, 0, 0, 1, 2), merkle: c.merkle, filler: dice.Pick(d, 0, 0, d.Int(10, 60)), coinb1: 2 * d.Int(45, 130),
		coinb2: 2 * d.Int(40, 260), nonce2: dice.Pick(d, 8, 8, 8, 16), diff: d.Int(3, 9), target: d.Int(70, 77), spaces: dice.Pick(d, 0, 0, 0, 3, 6), trim: dice.Pick(d, 0, 0, 16, 22)}
	p.schedule(d, t.blocks(c), t.world.End)
	t.pools[name] = p
	return p
}

// schedule makes jobs of blocks, and of fees that grow in the meantime.
func (p *pool) schedule(d dice.Dice, blocks []float64, end float64) {
	refresh := end
	if p.block > 20 && d.Odds(0.75) {
		refresh = min(dice.Pick(d, 10.0, 15, 20, 30, 30, 40, 55, 60, 60, 120), p.block*1.5)
	}
	steady, gap, lag := d.Odds(0.6), d.Scale(0.3, 3), d.Scale(0.05, 2)
	if p.block > 20 {
		gap = 0.2
	}
	pause := func() float64 {
		if steady {
			return refresh
		}
		return refresh * d.Even(0.3, 1.7)
	}
	last := 0.0
	for _, b := range append(slices.Clone(blocks), end) {
		for next := last + pause(); next < b; next += pause() {
			p.jobs, last = append(p.jobs, next), next
		}
		if b += lag * d.Even(0.5, 1.5); b-last >= gap {
			p.jobs, last = append(p.jobs, b), b
		}
	}
}

// rig is one miner and its way to a pool.
type rig struct {
	*pool
	d       dice.Dice
	host    *world.Host
	peer    *world.Peer
	in      bool
	port    int
	layer   wire.Layer
	habit   wire.Habit
	accent  accent
	power   float64 // hash rate, 0.05 to 1 of the coin's
	crowd   float64 // rigs in one
	ping    float64 // seconds of silence before a keep-alive of the protocol
	rates   float64 // seconds between reports of the hash rate
	alive   float64
	pause   float64 // seconds before it connects again
	restart float64 // mean seconds between restarts
	away    [][2]float64
	known   bool // its connection is older than the log
}

func (r *rig) dial() *wire.Pipe {
	c := r.host.Dial(r.peer, r.port, r.in, false)
	c.KeepAlive(0, r.alive)
	c.KeepAlive(1, r.pool.alive)
	return &wire.Pipe{Conn: c, Layer: r.layer, Habit: r.habit}
}

// gone gives the end of an absence that t is in.
func (r *rig) gone(t float64) (float64, bool) {
	for _, a := range r.away {
		if t >= a[0] && t < a[1] {
			return a[1], true
		}
	}
	return t, false
}

// work mines from one time to another, over as many connections as it takes.
func (r *rig) work(t, end float64) {
	for t < end {
		if back, ok := r.gone(t); ok {
			t, r.known = back+r.d.Float64()*5, false
			continue
		}
		until := min(end, t+r.d.Wait(r.life))
		if r.restart > 0 {
			until = min(until, t+r.d.Wait(r.restart))
		}
		for _, a := range r.away {
			if a[0] > t {
				until = min(until, a[0])
			}
		}
		t = r.connection(t, until) + r.pause*r.d.Even(1, 1.1)
	}
}

// connection is one connection until a time at most.
func (r *rig) connection(t, end float64) float64 {
	pipe := r.dial()
	if r.known {
		pipe.Assume(t)
		r.known = false
	} else {
		t = r.login(pipe, pipe.Ready(t))
	}
	t = r.mine(pipe, t, end)
	switch p := r.d.Float64(); {
	case t >= r.host.End:
		pipe.Stop(r.host.End)
	case p < 0.5:
		pipe.Close(t, r.d.IntN(2))
	case p < 0.85:
		pipe.Reset(t, r.d.IntN(2))
	default:
		pipe.Vanish(t, r.d.IntN(2), 200)
	}
	return t
}

func (r *rig) login(pipe *wire.Pipe, t float64) float64 {
	last := 0
	for _, f := range r.dialect.login {
		if f.from != last {
			t += pipe.RTT + r.think
		}
		last = f.from
		t = pipe.Send(t, f.from, r.accent.length(r.d, f, 1))
	}
	return t
}

// mine is what goes on once logged in.
func (r *rig) mine(pipe *wire.Pipe, t, end float64) float64 {
	d, di, id := r.d, r.dialect, 3+int(r.d.Scale(1, 3000))
	mean := r.target
	if r.fixed {
		mean = r.target * 0.22 / r.power
	} else if mean *= d.Even(0.8, 1.25); r.power < 0.12 {
		mean *= d.Even(1, 2.5) // below the least difficulty
	}
	mean = max(mean/r.crowd, 0.05)
	factor := 1.0
	if !r.fixed && t > 0 {
		factor = d.Scale(0.15, 6)
	}
	job := sort.SearchFloat64s(r.jobs, t)
	lag := d.Scale(0.001, 0.3)
	share, retarget := t+d.Wait(mean*factor), t+r.retarget
	spoke, shared, report, poke := t, t, t+r.rates*d.Float64(), t+r.poke
	const never = math.MaxFloat64
	for {
		next := [...]float64{never, share, never, never, never, retarget}
		if job < len(r.jobs) {
			next[0] = r.jobs[job] + lag
		}
		if r.ping > 0 {
			next[2] = spoke + r.ping
		}
		if r.rates > 0 {
			next[3] = report
		}
		if r.poke > 0 {
			next[4] = poke
		}
		what := 0
		for i := range next {
			if next[i] < next[what] {
				what = i
			}
		}
		t = max(next[what], t)
		if t >= end {
			return end
		}
		if t-shared > r.kick {
			return t
		}
		switch what {
		case 0:
			job++
			n := r.accent.length(d, di.job, id)
			if r.together && di.diff.fixed > 0 {
				n += r.accent.length(d, di.diff, id)
			}
			pipe.Send(t, 1, n)
		case 1:
			id++
			answer, n := pipe.RTT+r.think*d.Even(0.7, 1.3), r.accent.length(d, di.ok, id)
			if r.in {
				answer -= pipe.RTT
			}
			if d.Odds(r.slow) {
				answer += d.Scale(0.1, 3)
			}
			if d.Odds(r.reject) {
				n = r.accent.length(d, di.bad, id)
			}
			pipe.Send(t, 0, r.accent.length(d, di.submit, id))
			pipe.Send(t+answer, 1, n)
			if d.Odds(r.afterShare) {
				pipe.Send(t+answer+0.002, 1, r.accent.length(d, di.job, id))
			}
			spoke, shared = t, t
			share = t + d.Wait(mean*factor)
		case 2:
			id++
			pipe.Send(t, 0, r.accent.length(d, di.ping, id))
			pipe.Send(t+pipe.RTT+0.001, 1, r.accent.length(d, di.pong, id))
			spoke = t
		case 3:
			id++
			pipe.Send(t, 0, r.accent.length(d, di.rate, id))
			pipe.Send(t+pipe.RTT+0.001, 1, r.accent.length(d, di.rateDone, id))
			report += r.rates
		case 4:
			pipe.Send(t, 1, 40+r.accent.session)
			pipe.Send(t+0.001+pipe.RTT, 0, 36)
			poke += r.poke
		case 5:
			retarget += r.retarget
			if f := d.Scale(0.85, 1.18); !r.fixed && math.Abs(math.Log(factor)) > 0.35 {
				factor = f
				if di.diff.fixed > 0 {
					pipe.Send(t, 1, r.accent.length(d, di.diff, id))
				} else {
					pipe.Send(t, 1, r.accent.length(d, di.job, id))
				}
				share = t + d.Wait(mean*factor)
			} else if !r.fixed && d.Odds(0.08) {
				factor = d.Scale(0.6, 1.7)
			}
		}
	}
}
