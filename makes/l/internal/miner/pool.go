package miner

import (
	_ "embed"
	"fmt"
	"math"
	"math/rand/v2"

	"makes/l/internal/script"
	"makes/l/internal/tcp"
)

// Env is what a miner has of its host and of the world.
type Env struct {
	Rng     *rand.Rand
	Clock   script.Clock
	Seconds float64
	Address func(private bool) uint32
	// Link makes a link to a remote address, or from it if in is set.
	Link func(remote uint32, port uint16, private, in bool) *tcp.Link
}

// Label says that a pair mines.
type Label struct {
	Link                              *tcp.Link
	Remote                            uint32
	Kind, Coin, Pool, Size, Transport string
}

// pool is a mining pool with ways of its own.
type pool struct {
	*coin
	name      string
	addresses []uint32
	port      uint16
	private   bool
	target    float64 // seconds between shares that it aims for
	fixed     float64 // or seconds at a fixed difficulty, of the slowest miner
	refresh   float64
	jitter    float64
	thin      float64 // least seconds between jobs
	retarget  float64
	latency   float64
	bad       float64
	empty     bool // a small job comes first at a new block
	life      float64
	kick      float64 // idle seconds after which it closes
	ping      float64 // seconds between the pool's own keep-alives
	keep      float64
	delta     float64 // time until it hears of a block
	layer     string
	turns     []turn
	msgs      [9]*message
}

const (
	mFirst = iota // after the login
	mJob
	mDiff // a new difficulty; a job if there is none
	mSubmit
	mOK
	mBad
	mKeep // when the miner is idle, or asks for work
	mAlive
	mRate // a report of the hash rate
)

var messageKinds = [...]string{"first", "job", "diff", "submit", "ok", "bad", "keep", "alive", "rate"}

func between(rng *rand.Rand, lo, hi float64) float64 { return lo * math.Pow(hi/lo, rng.Float64()) }

func newPool(c *coin, name string, address func(bool) uint32, rng *rand.Rand) *pool {
	p := &pool{coin: c, name: name, port: c.ports[rng.IntN(len(c.ports))], target: between(rng, 5, 60),
		refresh: c.refresh * between(rng, 0.4, 3), jitter: [...]float64{0, 0.02, 0.3, 1}[rng.IntN(4)],
		retarget: between(rng, 30, 400), latency: between(rng, 0.0005, 0.08), bad: between(rng, 0.001, 0.03), empty: rng.IntN(3) == 0,
		life: 1e9, delta: between(rng, 0.05, 3), turns: parseTurns(c.login, rng), thin: between(rng, 0.25, 4)}
	for range 1 + rng.IntN(3) {
		p.addresses = append(p.addresses, address(false))
	}
	switch rng.IntN(5) {
	case 0:
		p.fixed = between(rng, 40, 500)
	case 1:
		p.refresh = 1e9 // at blocks only
	}
	if rng.IntN(4) == 0 {
		p.life = between(rng, 1800, 90000)
	}
	if rng.IntN(3) == 0 {
		p.kick = between(rng, 120, 900)
	}
	if rng.IntN(5) == 0 {
		p.ping = between(rng, 20, 120)
	}
	if rng.IntN(2) == 0 {
		p.keep = between(rng, 15, 600)
	}
	for i, kind := range messageKinds {
		p.msgs[i] = parse(c.texts[kind], rng)
	}
	return p
}

// Pools are the pools that the hosts of a log share.
type Pools struct {
	list   []*pool
	author *pool // of the miner's author
	solo   []*script.Program
}

//go:embed solo.txt
var soloText string

// NewPools draws some pools of each coin.
func NewPools(address func(bool) uint32, rng *rand.Rand) (*Pools, error) {
	solo, err := script.Parse(soloText)
	if err != nil {
		return nil, fmt.Errorf("solo: %w", err)
	}
	all, coins := &Pools{solo: solo}, readCoins()
	all.author = newPool(coins[0], "donation", address, rng)
	all.author.life, all.author.fixed = 1e9, 0
	for _, c := range coins {
		n := 3 + rng.IntN(4)
		if c.name == "monero" {
			n *= 2
		}
		for i := range n {
			all.list = append(all.list, newPool(c, fmt.Sprintf("%s-%02d", c.name, i+1), address, rng))
		}
	}
	return all, nil
}

// rig is a miner with a connection to a pool.
type rig struct {
	*pool
	env      *Env
	link     *tcp.Link
	speed    float64 // ratio to the slowest
	keepIdle float64 // after which it sends a keep-alive
	every    float64 // seconds between reports or polls
	polls    bool
	retry    [2]float64
	breaks   [][2]float64 // times without shares
	silent   bool         // the breaks are without a connection, too
	id       int
	gap      float64 // between shares now
	conn     *tcp.Conn
	merged   int // workers behind it
}

func newRig(p *pool, env *Env, link *tcp.Link, speed float64) *rig {
	rng := env.Rng
	r := &rig{pool: p, env: env, link: link, speed: speed, merged: 1, id: 2 + rng.IntN(6)}
	if p.msgs[mKeep] != nil {
		if p.poll > 0 {
			if r.polls = rng.Float64() < p.poll; r.polls {
				r.every = between(rng, 1, 20)
			}
		} else if rng.IntN(4) > 0 {
			r.keepIdle = [...]float64{60, 60, 30, 120}[rng.IntN(4)]
		}
	}
	if p.msgs[mRate] != nil && r.every == 0 && rng.IntN(3) > 0 {
		r.every = [...]float64{10, 30, 60, 60, 300}[rng.IntN(5)]
	}
	r.retry[0] = [...]float64{5, 5, 10, 15, 30, 3}[rng.IntN(6)]
	r.retry[1] = r.retry[0] * [...]float64{1, 1, 1, 4, 12}[rng.IntN(5)]
	if rng.IntN(6) == 0 {
		from := env.Seconds * rng.Float64()
		r.breaks, r.silent = append(r.breaks, [2]float64{from, from + between(rng, 600, 5000)}), true
	}
	link.Patience = [...]float64{20, 10, 30, 60}[rng.IntN(4)]
	if p.keep > 0 {
		link.Stack[tcp.Server].Keep = p.keep
	}
	link.Stack[tcp.Client].Keep = [...]float64{0, 0, 60, 60, 30, 120, 7200}[rng.IntN(7)]
	return r
}

func (r *rig) say(side, kind int, branches int) {
	if m := r.msgs[kind]; m != nil {
		r.conn.Say(side, m.size(r.id, branches, r.env.Rng))
	}
}

// reply is what the pool answers after a round trip.
func (r *rig) reply(kind int) {
	r.conn.T += r.conn.RTT() + r.latency*(0.3+r.env.Rng.ExpFloat64())
	r.say(tcp.Server, kind, 0)
}

// goal is the gap between shares that the rig comes to.
func (r *rig) goal() float64 {
	if r.fixed > 0 {
		return r.fixed / r.speed
	}
	return r.target / float64(r.merged)
}

func (r *rig) branches() int {
	switch r.chain {
	case "bitcoin":
		return 11 + r.env.Rng.IntN(3)
	case "litecoin":
		return 5 + r.env.Rng.IntN(5)
	}
	return r.env.Rng.IntN(6)
}

// run mines from a time on until another.
func (r *rig) run(from, to float64) {
	rng := r.env.Rng
	running := from <= 0
	t, wait := max(from, 0), r.retry[0]
	for t < to {
		if b, pause := r.pause(t); pause && r.silent {
			t = b[1]
			continue
		}
		r.conn = nil
		if running {
			if _, _, up := r.link.Up(t); up {
				r.conn, r.gap = r.link.Resume(t), r.goal()
				r.id = 10 + rng.IntN(9000)
			}
			running = false
		}
		if r.conn == nil {
			at := t
			if r.conn, t = r.link.Dial(t); r.conn == nil {
				t = max(t, at) + wait
				wait = min(wait*2, r.retry[1])
				continue
			}
			r.login()
		}
		wait = r.retry[0]
		t = r.session(to) + r.retry[0]*(0.2+rng.Float64())
		r.link.Done()
	}
}

func (r *rig) pause(t float64) ([2]float64, bool) {
	for _, b := range r.breaks {
		if t >= b[0] && t < b[1] {
			return b, true
		}
	}
	return [2]float64{}, false
}

func (r *rig) login() {
	c := r.conn
	c.T += 0.01
	for i, t := range r.turns {
		if i > 0 && c.Turn(t.side) {
			c.T += r.latency
		}
		c.Say(t.side, t.text.size(1, 0, r.env.Rng))
	}
	c.T += c.RTT() + r.latency
	r.say(tcp.Server, mFirst, 0)
	r.say(tcp.Server, mJob, r.branches())
	r.gap = r.goal() * between(r.env.Rng, 0.2, 4)
	if r.fixed > 0 {
		r.gap = r.goal()
	}
}

// session mines over an open connection, and gives the time of its end.
func (r *rig) session(to float64) float64 {
	rng, c := r.env.Rng, r.conn
	stop := min(to, c.T+r.life*(0.5+rng.Float64()))
	outage, how, _ := r.link.Up(c.T)
	for _, b := range r.breaks {
		if r.silent && b[0] > c.T {
			stop = min(stop, b[0])
		}
	}
	const never = 1e18
	tick := func(after, mean float64) float64 {
		if mean <= 0 {
			return never
		}
		return after + mean
	}
	refresh := func(after float64) float64 {
		return after + r.refresh*(1+r.jitter*(rng.Float64()-0.5))
	}
	block := r.env.Clock.Next(r.chain, c.T) + r.delta
	job, share := refresh(c.T), c.T+r.gap*rng.ExpFloat64()
	retarget := tick(c.T, r.retarget)
	report, ping := tick(c.T, r.every*rng.Float64()), tick(c.T, r.ping)
	said, lastJob, branches := c.T, c.T, r.branches()
	full := never
	for {
		idle, kick := never, never
		if r.keepIdle > 0 {
			idle = said + r.keepIdle
		}
		if r.kick > 0 {
			kick = said + r.kick
		}
		at := min(block, job, share, retarget, report, ping, idle, kick, full)
		if at >= min(stop, outage) {
			c.Wait(min(stop, outage))
			switch {
			case stop > outage && how == tcp.Refused:
				c.Reset(tcp.Server)
			case stop > outage:
				c.Vanish(tcp.Client, 160, 5)
			case stop >= r.env.Seconds:
				c.Abandon()
			default:
				c.Close(rng.IntN(2))
			}
			return c.T
		}
		c.Wait(at)
		switch at {
		case block:
			if block = r.env.Clock.Next(r.chain, at-r.delta+r.thin) + r.delta*(0.8+0.4*rng.Float64()); block <= at {
				block = at + r.thin
			}
			lastJob = at
			if r.empty && r.msgs[mJob].branch {
				r.say(tcp.Server, mJob, 0)
				full = at + 0.5 + 3*rng.Float64()
			} else {
				branches = r.branches()
				r.say(tcp.Server, mJob, branches)
			}
			job = refresh(c.T)
		case full:
			full, branches = never, r.branches()
			r.say(tcp.Server, mJob, branches)
		case job:
			if lastJob < at {
				if rng.IntN(8) == 0 {
					branches = r.branches()
				}
				r.say(tcp.Server, mJob, branches)
			}
			lastJob, job = at, refresh(c.T)
		case share:
			share = c.T + r.gap*rng.ExpFloat64()
			if _, pause := r.pause(at); pause {
				continue
			}
			r.id++
			r.say(tcp.Client, mSubmit, 0)
			said = c.T
			if rng.Float64() < r.bad {
				r.reply(mBad)
			} else {
				r.reply(mOK)
			}
		case retarget:
			retarget = c.T + r.retarget*(0.8+0.4*rng.Float64())
			if off := math.Abs(math.Log(r.gap / r.goal())); r.fixed == 0 && (off > 0.3 || rng.IntN(7) == 0) {
				r.gap = r.goal() * math.Exp(0.25*rng.NormFloat64())
				r.say(tcp.Server, mDiff, 0)
				r.say(tcp.Server, mJob, branches)
			}
		case report:
			report = c.T + r.every
			kind := mRate
			if r.polls {
				kind = mKeep
			}
			r.id++
			r.say(tcp.Client, kind, 0)
			said = c.T
			r.reply([...]int{mRate: mOK, mKeep: mAlive}[kind])
		case ping:
			ping = c.T + r.ping
			r.say(tcp.Server, mOK, 0)
			if r.id%2 == 0 {
				r.conn.T += r.conn.RTT()
				r.say(tcp.Client, mOK, 0)
			}
		case idle:
			r.id++
			r.say(tcp.Client, mKeep, 0)
			said = c.T
			r.reply(mAlive)
		case kick:
			c.Close(tcp.Server)
			return c.T
		}
	}
}
