package mine

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"makes/j/internal/dice"
	"makes/j/internal/flowlog"
	"makes/j/internal/site"
	"makes/j/internal/wire"
)

// pool is a mining pool.
type pool struct {
	*coin
	name       string
	addrs      []flowlog.Addr
	port       uint16
	stack      *wire.Stack
	wraps      map[string]wire.Wrap
	fields     fields
	job, ok    *template
	jobs       []float64 // times of new jobs
	target     float64   // seconds between shares
	fixed      bool      // difficulty, whatever the rate
	binary     bool      // difficulties are powers of two
	retarget   float64
	withTarget bool // each job comes with the difficulty
	life       float64
	think      float64
	stale      float64
	extras     bool // answers what miners say besides
	outages    [][2]float64
}

func newPool(s *site.Site, c *coin, number int, blocks []float64) *pool {
	d := dice.New(s.Seed, "pool", c.name, number)
	p := &pool{coin: c, name: fmt.Sprintf("%s-%02d", c.name, number), port: dice.Pick(d, c.ports...), stack: wire.DrawStack(d, false), wraps: map[string]wire.Wrap{},
		job: &c.dialect.jobs[d.IntN(len(c.dialect.jobs))], ok: &c.dialect.accepted[d.IntN(len(c.dialect.accepted))],
		target: dice.Pick(d, 5.0, 8, 10, 12, 15, 20, 20, 30, 30, 45, 60), fixed: d.Chance(0.25), binary: d.Chance(0.4), retarget: d.Log(20, 240),
		withTarget: d.Chance(0.3), think: d.Log(0.0005, 0.12), stale: d.Log(0.001, 0.03), extras: d.Chance(0.9)}
	for range d.Int(1, 3) {
		p.addrs = append(p.addrs, s.Public())
	}
	if d.Chance(0.35) {
		p.life = d.Log(900, 60000)
	}
	for i, size := range c.sizes {
		p.fields[i] = d.Int(int(size.Lo), int(size.Hi))
	}
	for name, v := range map[string]int{"plain": 0, "tls12": 12, "tls13": 13} {
		p.wraps[name] = wire.DrawWrap(dice.New(s.Seed, p.name, name), v)
	}
	p.wraps["socks"], p.wraps["vpn"] = wire.DrawWrap(dice.New(s.Seed, p.name, "socks"), dice.Pick(d, 0, 0, 13)), wire.DrawWrap(dice.New(s.Seed, p.name, "vpn"), 0)
	end := s.Log.End()
	if c.block > 5 {
		late, second := d.Log(0.05, 3), d.Chance(0.3)
		for _, t := range blocks {
			p.jobs = append(p.jobs, t+late*d.Float64())
			if second { // the empty block first
				p.jobs = append(p.jobs, t+late+d.Between(0.5, 4))
			}
		}
	}
	if c.refresh.Hi > 0 && (d.Chance(0.7) || c.block < 5) {
		period, jitter := math.Round(d.In(c.refresh)*20)/20, dice.Pick(d, 0, 0.002, 0.1)
		since := dice.Pick(d, true, false) // counted from the last block
		for t, k := d.Float64()*period, 0; t < end; t += period * (1 + jitter*d.NormFloat64()) {
			for since && k < len(blocks) && blocks[k] <= t {
				t = max(t-period, blocks[k]) + period
				k++
			}
			p.jobs = append(p.jobs, t)
		}
	}
	slices.Sort(p.jobs)
	for t := d.Exp(end * 2); t < end; t += d.Exp(end * 2) {
		p.outages = append(p.outages, [2]float64{t, t + d.Log(5, 1800)})
	}
	return p
}

// down says until when a pool cannot be used at a time, or from when it
// cannot be used next.
func (p *pool) down(t float64) (until, next float64) {
	for _, o := range p.outages {
		if t < o[0] {
			return 0, o[0]
		}
		if t < o[1] {
			return o[1], 0
		}
	}
	return 0, 1e9
}

// rig is a miner's connection to a pool.
type rig struct {
	*pool
	path    *wire.Path
	wrap    wire.Wrap
	fields  fields
	rate    float64 // 1 to 20
	every   float64 // seconds between shares, as it is now
	goal    float64
	retry   float64
	extra   float64
	counter int
	spans   [][2]float64 // when it works
	given   []float64    // times of shares, nil for at random
	found   *[]float64   // where times of shares are kept
}

func (p *pool) rig(d dice.Dice, path *wire.Path, transport string, rate float64) *rig {
	r := &rig{pool: p, path: path, wrap: p.wraps[transport], fields: p.fields, rate: rate, retry: dice.Pick(d, 5.0, 5, 10, 15, 30), extra: d.In(p.dialect.every)}
	r.wrap.SOCKS, r.wrap.VPN = transport == "socks", transport == "vpn"
	r.fields['a'-'a'], r.fields['r'-'a'], r.fields['w'-'a'] = dice.Pick(d, p.agents...), dice.Pick(d, 1, 3, 5, 8, 12), p.wallet
	if d.Chance(0.3) {
		r.fields['w'-'a'] = d.Int(6, 14) // a name in place of a wallet
	}
	r.goal = p.target
	if p.fixed {
		r.goal = max(2, p.target*8/rate)
	} else if p.binary {
		r.goal *= math.Exp2(d.Float64() - 0.5)
	}
	end := path.Tap.End()
	from, to := -1.0, end+1
	if d.Chance(0.12) && end > 7200 {
		from = d.Between(0, end/3)
	}
	r.spans = [][2]float64{{from, to}}
	if d.Chance(0.12) && end > 7200 {
		pause := d.Between(max(from, 0)+1800, end)
		r.spans = [][2]float64{{from, pause}, {pause + d.Log(300, 7200), to}}
	}
	if d.Chance(0.75) && p.dialect.idle {
		r.extra = 0 // keep-alives are off
	}
	return r
}

// run mines for the whole log.
func (r *rig) run() {
	d := r.path.Dice
	for _, span := range r.spans {
		t := span[0]
		if t < 0 {
			t = -d.Log(1, 3000)
		}
		for t < span[1] && t < r.path.Tap.End() {
			until, next := r.down(t)
			if until > 0 {
				for t < min(until, span[1]) {
					t = r.path.Refused(max(t, 0)) + r.retry
				}
				continue
			}
			stop := min(span[1], next)
			if r.life > 0 {
				stop = min(stop, t+r.life*(0.3+d.ExpFloat64()))
			}
			t = r.session(t, max(stop, 1)) + r.retry*dice.Pick(d, 0.1, 1, 1)
		}
	}
}

func (r *rig) next(n int) *fields {
	r.counter += n
	r.fields['i'-'a'] = len(strconv.Itoa(r.counter))
	return &r.fields
}

// draw gives the time of the next share.
func (r *rig) draw(t float64) float64 {
	if r.given == nil {
		return t + r.path.Dice.Exp(r.every)
	}
	for len(r.given) > 0 && r.given[0] <= t {
		r.given = r.given[1:]
	}
	if len(r.given) == 0 {
		return 1e9
	}
	return r.given[0]
}

func (r *rig) session(t, stop float64) float64 {
	d, p, say := r.path.Dice, r.path, r.dialect
	l, t := p.Open(t, r.wrap)
	for i := range say.hello {
		l.Send(0, t, say.hello[i][0].length(&r.fields))
		t += p.RTT + r.think
		l.Send(1, t, say.hello[i][1].length(&r.fields))
		t += 0.001
	}
	target := say.target.length(&r.fields)
	push := func(at float64, targeted bool) {
		if target > 0 && targeted {
			l.Send(1, at, target)
		}
		l.Send(1, at, r.job.length(&r.fields))
	}
	push(t, true)
	r.counter = 3
	begin, end := t, p.Tap.End()
	t = max(t, 0)
	r.every = r.goal
	if begin > 0 && !r.fixed {
		r.every = r.goal * d.Log(0.1, 6)
	}
	k, _ := slices.BinarySearch(r.jobs, t)
	share, retarget, extra, last := r.draw(t), t+r.retarget, 1e9, t
	if say.extra[0].fixed > 0 && r.extra > 0 {
		extra = t + r.extra
	}
	lag := d.Float64() * 0.05
	for {
		job := 1e9
		if k < len(r.jobs) {
			job = r.jobs[k] + lag
		}
		t = min(job, share, retarget, extra)
		if t >= stop || t >= end {
			break
		}
		switch t {
		case job:
			push(t, r.withTarget)
			k++
		case share:
			last = t
			l.Send(0, t, say.share.length(r.next(1)))
			answer, reply := t+p.RTT+r.think*(0.5+0.5*d.ExpFloat64()), r.ok
			if d.Chance(r.stale) {
				reply = &say.rejected
			}
			l.Send(1, answer, reply.length(&r.fields))
			if r.found != nil {
				*r.found = append(*r.found, t+p.RTT/2+0.0003)
			}
			share = r.draw(t)
		case retarget:
			retarget = t + r.retarget
			// The rate of hashing itself goes up and down a little.
			if math.Abs(math.Log(r.every/r.goal)) > 0.3 && !r.fixed {
				r.every *= min(4, max(0.25, r.goal/r.every))
				push(t, true)
				share = r.draw(t)
			} else {
				r.every = r.goal * (1 + 0.05*d.NormFloat64())
			}
		default:
			if say.idle && t < last+r.extra {
				extra = last + r.extra
				break
			}
			last = t
			l.Send(0, t, say.extra[0].length(r.next(1)))
			if n := say.extra[1].length(&r.fields); n > 0 && r.extras {
				l.Send(1, t+p.RTT+r.think, n)
			}
			extra = t + r.extra*(1+0.01*d.ExpFloat64())
		}
	}
	switch {
	case stop >= end:
		l.Leave(end)
	case d.Chance(0.2):
		return l.Vanish(0, stop, 180)
	case d.Chance(0.4):
		l.Reset(1, stop)
	default:
		l.Close(d.IntN(2), stop)
	}
	return stop
}
