package lab

import (
	"fmt"
	"math"
	"net/netip"
)

const poolsPerCoin = 16

// A pool is one server: its dialect and the choices it made within it. Pools
// are drawn from the seed alone, so all miners of a pool meet the same sizes.
type pool struct {
	*dialect
	coin    *coin
	number  int
	accent  bool      // its messages are of sizes that its dialect does not have
	jobs    []int     // a job's size without branches, of each chain the pool works on
	crowd   float64   // transactions in a full block
	refresh []float64 // of each chain, mean seconds between refreshes; 0 for none
	hard    []float64 // of each chain, how hard shares are beside the first's
	clump   bool      // they come in bursts
	swap    float64   // mean seconds until the pool works on another chain; 0 for never
	moody   float64   // largest factor by which demand changes the refreshes over hours
	even    float64   // how even refreshes are: 1 a clock's, 0 a Poisson process's
	hurry   float64   // seconds in which a new block's empty job is replaced by a full one; 0 if it is full at once
	lag     float64   // seconds after the network that it knows a new block
	tick    float64   // seconds between its looks for one; 0 if it is told
	with    bool      // each job comes with the difficulty
	share   [2]int    // submit without the worker's name, accepted
	reject  int
	retune  int
	beats   [][2]int
	ping    [2]int  // bytes of the pool's own ping and of the answer
	pinging float64 // seconds between pings; 0 for none
	think   stretch // seconds until it answers
	aim     float64 // seconds a share the difficulty is steered to; 0 if it is fixed
	check   float64 // seconds between looks at the difficulty
	leap    float64 // largest change of the difficulty at a time, as a factor
	kick    float64 // seconds without a share until the pool hangs up; 0 for never
	move    float64 // mean seconds until the pool sends clients elsewhere (client.reconnect); 0 for never
	life    float64 // mean seconds until a connection is lost
	outages float64 // probability that more than the connection is lost
}

// newPool draws pool k of coin number n.
//
// The steering is that of open-source pools: aims of 15 s (NOMP), 30
// (nodejs-pool), 100 (older CryptoNote pools), 3.3 (ckpool), 5 to 10
// (miningcore and big Bitcoin pools); looks each 30 to 90 s. NOMP and
// miningcore send the job again after 55 or 10 to 30 s without one, and hang up after 600 s without a share, others after 900 or never.
func newPool(seed uint64, n, k int) *pool {
	d := roll(seed, name("pool"), uint64(n), uint64(k))
	p := &pool{coin: &coins[n], number: n*poolsPerCoin + k}
	if all := p.coin.dialects; len(all) > 0 {
		p.dialect = &all[d.IntN(len(all))]
	} else {
		own := unnamed(d)
		p.dialect = &own
	}
	p.drawSizes(d)
	p.drawCadence(d)
	if p.dialect.crowd.hi > 0 {
		p.crowd = d.spread(p.dialect.crowd.lo, p.dialect.crowd.hi)
	}
	if p.block > 30 && d.chance(0.3) {
		p.hurry = d.spread(0.5, 10)
	}
	p.lag = d.spread(0.05, 2)
	if w := p.watch; w.hi > 0 && d.chance(0.8) {
		p.tick = d.spread(w.lo, w.hi)
	}
	fast := d.spread(0.0003, 0.3)
	p.think = stretch{fast, min(2, fast*d.spread(1.2, 60))}
	if !d.chance(p.fixed) {
		p.aim = []float64{3.3, 5, 10, 15, 15, 30, 30, 60, 100}[d.IntN(9)]
		if d.chance(0.5) { // somebody's own
			p.aim = d.spread(2, 120)
		}
		p.check = d.between(30, 90)
		p.leap = []float64{2, 3, 3, 10}[d.IntN(4)]
	}
	p.with = p.retune > 0 && d.chance(0.25)
	p.kick = []float64{0, 600, 600, 900}[d.IntN(4)]
	if p.worker && d.chance(0.1) {
		p.move = d.spread(3600, 12*3600)
	}
	p.life = d.spread(1.5*3600, 14*24*3600)
	p.outages = d.between(0, 0.15)
	return p
}

// drawCadence draws which chains the pool works on, and how often each brings
// jobs. A market for hash rate, such as NiceHash, changes with the orders from
// chain to chain every few minutes; each has a pool of its own behind it, and
// brings jobs each few seconds or each few minutes. In a capture of one (Neoscrypt,
// github.com/pbmartins/nypto), jobs a minute go from 2 to 20, with a variance of
// 5.6 times the mean. Prices and difficulties differ too. Elsewhere refreshes
// wait for transactions, of which there are now more and now fewer.
func (p *pool) drawCadence(d dice) {
	market := p.retune > 0 && d.chance(p.dialect.market)
	chains := 1
	if market {
		chains = 2 + d.IntN(6)
		p.swap = d.spread(60, 7200)
	}
	p.even = d.between(0.2, 1)
	if d.chance(0.3) {
		p.even = 1
	}
	p.clump = d.chance(0.1)
	if market {
		p.clump = d.chance(0.4)
	}
	r := p.dialect.refresh
	kept := r.hi > 0 && d.chance(0.55)
	pace := d.spread(8, 160)
	if p.moody = 1; d.chance(0.6) {
		p.moody = d.spread(1, 4)
	}
	if kept && d.chance(0.3) { // the default of common software, by a clock
		common := []float64{10, 20, 30, 55}[d.IntN(4)]
		r, p.even = stretch{common, common}, 1
	}
	for i := range chains {
		p.jobs = append(p.jobs, p.length(d, p.dialect.job))
		every := 0.0
		if market {
			every = max(2, pace*d.spread(0.1, 8))
		} else if kept {
			every = d.spread(r.lo, r.hi)
		}
		p.refresh = append(p.refresh, every)
		hard := 1.0
		if i > 0 {
			hard = d.spread(0.4, 2.5)
		}
		p.hard = append(p.hard, hard)
	}
}

// drawSizes draws how long the pool's messages are: every second pool has an
// accent, which makes each of its messages shorter or longer than its dialect's.
func (p *pool) drawSizes(d dice) {
	p.accent = d.chance(0.5)
	size := func(of span) int { return p.length(d, of) }
	p.share = [2]int{size(p.dialect.share.ask), size(p.dialect.share.answer)}
	p.reject = size(p.dialect.reject)
	if r := p.dialect.retune; r.hi > 0 {
		p.retune = size(r)
	}
	for _, b := range p.dialect.beats {
		p.beats = append(p.beats, [2]int{size(b.ask), size(b.answer)})
	}
	if d.chance(0.12) {
		p.ping = [2]int{d.size(span{36, 64}), d.size(span{32, 60})}
		p.pinging = d.spread(20, 120)
	}
}

// length draws how long a message of the pool is.
func (p *pool) length(d dice, of span) int {
	n := d.size(of)
	if p.accent {
		n = int(float64(n) * d.spread(0.75, 1.35))
	}
	return n
}

// id names the pool in labels.
func (p *pool) id() string { return fmt.Sprintf("%s-%02d", p.coin.name, p.number%poolsPerCoin) }

// addr is the pool's k-th address: one of its own, or one of those that pools
// share for many names.
func (p *pool) addr(k int) netip.Addr {
	if k == 0 {
		return v4(198<<24|51<<16|100<<8, 1+p.number)
	}
	return v4(203<<24|113<<8, 1+(p.number*(maxRotate-1)+k)%250)
}

// A schedule is what a pool sends to all its clients: jobs, by the clock of the
// chain and its own. Each miner follows it from a copy; all copies agree.
type schedule struct {
	*pool
	chain dice // blocks of the network
	own   dice
	clock float64 // seconds since midnight at the start of the simulation
	block float64 // when the network finds the next block
	fresh float64 // when the pool began with the present one
	next  float64 // when the next job comes
	swap  float64 // when the pool goes to another chain
	on    int     // the present chain
	mood  float64 // by which refreshes are rarer now
	turn  float64 // when that changes
	job   int     // bytes of the present job
}

// newSchedule follows a pool's jobs from a point in time.
func newSchedule(seed uint64, p *pool, clock, from float64) *schedule {
	f := &schedule{
		pool:  p,
		chain: roll(seed, name("chain"), name(p.coin.name)),
		own:   roll(seed, name("feed"), uint64(p.number)),
		clock: clock,
		swap:  never,
		turn:  -never,
	}
	begin := -warm - math.Min(3600, 20*p.dialect.block)
	f.block, f.next, f.fresh = begin, begin, begin
	if p.swap > 0 {
		f.swap = begin
	}
	f.skip(from)
	return f
}

// skip makes all jobs up to a point in time.
func (f *schedule) skip(to float64) {
	for f.job == 0 || f.next < to {
		f.step()
	}
}

// step makes the job that is due, and finds when the one after it is.
func (f *schedule) step() {
	now := f.next
	empty := false
	if now >= f.heard() {
		for f.heard() <= now {
			f.block += f.chain.after(f.dialect.block)
		}
		f.fresh = now
		empty = f.hurry > 0
	}
	if now >= f.swap {
		f.on = f.own.IntN(len(f.jobs))
		f.swap = now + f.own.after(f.pool.swap)
	}
	if now >= f.turn {
		f.mood = f.own.spread(1/f.moody, f.moody)
		f.turn = now + f.own.after(1800)
	}
	f.job = f.jobs[f.on]
	wait := f.renewal()
	if empty {
		wait = f.hurry
	} else {
		f.job += f.branch * f.branches(now)
	}
	f.next = min(f.heard(), f.swap, now+wait)
}

// heard is when the pool knows the next block.
func (f *schedule) heard() float64 {
	t := f.block + f.lag
	if f.tick > 0 {
		t = math.Ceil(t/f.tick) * f.tick
	}
	return t
}

// renewal is the time until the job is refreshed: by a clock, or when enough
// new transactions have come together.
func (f *schedule) renewal() float64 {
	every := f.refresh[f.on]
	if every == 0 {
		return never
	}
	if f.clump { // most follow closely; the mean stays
		if f.own.chance(0.6) {
			every *= 0.2
		} else {
			every *= 2.2
		}
	}
	return every * f.mood * (f.even + f.own.after(1-f.even))
}

// branches is the depth of the merkle tree of what waits to be mined: much at
// busy hours, little after a block.
func (f *schedule) branches(now float64) int {
	if f.crowd == 0 {
		return 0
	}
	waiting := f.crowd * busyAt(now+f.clock) * min(1, 0.1+(now-f.fresh)/f.dialect.block)
	return int(math.Ceil(math.Log2(1 + waiting)))
}
