package mine

import (
	"math"

	"makes/ac/internal/rnd"
	"makes/ac/internal/wire"
)

// rig is one miner process.
type rig struct {
	r     *rnd.R
	c     coin
	w     words
	power float64 // 1 to 20
	life  habit
	count int // of messages, whose numbers grow
}

// mean is the time between shares at a difficulty of 1 for the coin's range.
func (m *rig) mean(p *pool) float64 { return p.target * 4.5 / m.power }

func (m *rig) number() int {
	m.count++
	if !m.w.digits {
		return 0
	}
	return int(math.Log10(float64(m.count)))
}

// session mines on a connection until then, and gives the time of its end.
func (m *rig) session(k *wire.Link, p *pool, y *way, t, until float64, fresh bool) float64 {
	r, w := m.r, &m.w
	if fresh {
		for _, h := range w.hello {
			t = k.Send(t+r.Exp(.003), wire.Client, h[0])
			t = k.Send(t+y.outside+r.Exp(.01), wire.Server, h[1])
		}
	}
	diff := p.target / m.mean(p) // that for which shares come as the pool wants
	least := diff / 12           // of the pool
	if p.fixed {
		diff = 1
	} else if fresh {
		diff *= p.first
	}
	if fresh && w.target > 0 {
		k.Send(t+.002, wire.Server, w.target)
	}
	inf := math.Inf(1)
	block, tmpl, held := t+r.Exp(m.c.block), t+p.refresh*r.F(), inf
	share := t + r.Exp(m.mean(p)*diff)
	keep, report, ping, poll := inf, inf, inf, inf
	if w.every > 0 {
		keep = t + w.every
	}
	if w.report > 0 {
		report = t + w.report*r.F()
	}
	if w.pings > 0 {
		ping = t + w.pings
	}
	if w.poll > 0 {
		poll = t + w.poll*r.F()
	}
	retarget, since, got, lastJob := t+p.window, t, 0, t
	for {
		at := min(block, tmpl, held, share, keep, report, ping, poll, retarget)
		if at >= until {
			return until
		}
		switch at {
		case block:
			block = at + r.Exp(m.c.block)
			if p.batch > 0 {
				held = min(held, at+p.batch)
			} else {
				m.sendJob(k, p, at+y.outside+r.LogN(.05, .8), true)
				lastJob = at
				if p.clean {
					tmpl = at + p.refresh
				}
			}
		case held:
			m.sendJob(k, p, at, true)
			held, lastJob = inf, at
		case tmpl:
			m.sendJob(k, p, at, false)
			lastJob = at
			if p.clean {
				tmpl = at + p.refresh + r.F()*.01
			} else {
				tmpl = at + p.refresh*r.Between(.4, 1.6)
			}
		case share:
			hashing := m.life.hashes(at)
			if hashing > 0 {
				m.submit(k, p, y, at)
				got++
				if keep < inf { // a miner that has just spoken need not say so
					keep = at + w.every
				}
			}
			share = at + r.Exp(m.mean(p)*diff/max(.05, hashing))
		case keep:
			x := k.Send(at, wire.Client, w.keep[0]+m.number())
			k.Send(x+y.outside+.001, wire.Server, w.keep[1]+m.number())
			keep = at + w.every
		case report:
			x := k.Send(at, wire.Client, w.rate[0])
			if w.rate[1] > 0 {
				k.Send(x+y.outside+.002, wire.Server, w.rate[1])
			}
			report = at + w.report*r.Between(.995, 1.005)
		case ping:
			x := k.Send(at, wire.Server, w.ping[0]+m.number())
			k.Send(x+.002, wire.Client, w.ping[1])
			ping = at + w.pings*r.Between(.9, 1.1)
		case poll:
			x := k.Send(at, wire.Client, 60+r.N(3))
			k.Send(x+y.outside+.003, wire.Server, w.job+p.job)
			poll = at + w.poll
		case retarget:
			retarget = at + p.window
			if p.fixed || m.life.hashes(at) == 0 {
				break
			}
			is := (at - since) / max(.4, float64(got))
			if off := p.target / is; off > 1.35 || off < .7 {
				diff = max(least, diff*max(.25, min(4, off)))
				if w.target > 0 {
					k.Send(at, wire.Server, w.target+r.N(3))
				}
				if w.target == 0 || r.Chance(.5) {
					m.sendJob(k, p, at+.001, true)
				}
				share = at + r.Exp(m.mean(p)*diff)
			}
			since, got = at, 0
		}
		if p.keep && at-lastJob > 55 {
			m.sendJob(k, p, at+.01, false)
			lastJob = at
		}
	}
}

func (m *rig) sendJob(k *wire.Link, p *pool, t float64, clean bool) {
	n := m.w.job + p.job
	if m.w.jitter > 0 {
		n += m.w.jitter * m.r.N(4) / 2
	}
	if clean {
		n -= m.w.first // a block without transactions yet has no branches
	}
	if m.w.binary && clean {
		k.Send(t, wire.Server, 38+38) // SetNewPrevHash
	}
	k.Send(t, wire.Server, max(40, n))
}

func (m *rig) submit(k *wire.Link, p *pool, y *way, t float64) {
	if m.c.dialect == "getwork" {
		t += m.r.Exp(.001)
	}
	x := k.Send(t, wire.Client, m.w.submit+m.number()+m.r.N(2))
	if m.w.ok == 0 {
		return
	}
	n := m.w.ok + m.number()
	if m.r.Chance(p.stale) {
		n = m.w.no
	}
	k.Send(x+y.outside+m.r.LogN(.004, .8), wire.Server, n)
}
