package mine

import (
	"math"
	"math/rand/v2"
	"sort"
)

// work gives the times at which a pool has new work.
type work struct {
	p      *pool
	blocks []float64
	at     int
	r      *rand.Rand
}

func (w *work) next(t float64) (at float64, block bool) {
	for w.at < len(w.blocks) && w.blocks[w.at] <= t {
		w.at++
	}
	at = math.Inf(1)
	if w.at < len(w.blocks) {
		at, block = w.blocks[w.at]+w.p.delay, true
	}
	if w.p.refresh > 0 {
		if next := t + w.p.refresh*(1+w.p.wobble*(2*w.r.Float64()-1)); next < at {
			return next, false
		}
	}
	return at, block
}

// session is one connection to the pool; it returns when it has ended.
func (g *rig) session(t, until float64, p *pool, warm bool) float64 {
	c, done, at := g.dial(t, p, warm)
	defer done()
	d := p.dialect
	n := names{g.worker, g.est.Rand("rig", g.host.IP, g.worker), p.seed}
	job, submit, accept, stale, target := compile(d.Job, n), compile(d.Submit, n), compile(d.Accept, n), compile(d.Stale, n), compile(d.Target, n)
	ping, pong, rate, rated := compile(d.Ping, n), compile(d.Pong, n), compile(d.Rate, n), compile(d.Rated, n)
	poll := compile(d.Work, n)
	number := 4
	send := func(t float64, dir int, f *form) float64 {
		size := f.length(g.r, number)
		if size > 0 && d.Name == "dero" {
			size += 4 + 4*(1-dir)
		}
		return c.Write(t, dir, size+d.Binary)
	}
	if !warm {
		for i, text := range d.Hello {
			f := compile(text, n)
			if f.fixed > 1 {
				at = send(at+.001+.004*g.r.Float64()+float64(i%2)*p.delay, i%2, &f)
			}
		}
		at = send(at, 1, &job)
	}
	if p.life > 0 {
		until = min(until, at+p.life*(.8+.4*g.r.Float64()))
	}
	died := at + 3600*40*g.r.ExpFloat64() // the network
	if died < until {
		until = died
	}
	if until <= at {
		return at
	}
	w := &work{p: p, r: g.r, blocks: g.blocks[p.coin.Name]}
	w.at = sort.SearchFloat64s(w.blocks, at)
	interval := p.fixed / g.speed
	aim := p.vardiff * max(1, math.Exp(-2.2*g.r.Float64())/g.speed) // slow ones meet the least difficulty
	if p.vardiff > 0 {
		interval = aim
		if !warm {
			interval *= math.Exp(2*g.r.Float64()-1.2) / math.Sqrt(g.speed)
		}
	}
	jobAt, block := w.next(at)
	shareAt := at + interval*g.r.ExpFloat64()
	never := math.Inf(1)
	tuneAt, rateAt, pollAt, heard := never, never, never, at
	if p.vardiff > 0 {
		tuneAt = at + p.retarget*g.r.Float64()
	}
	if d.Rate != "" && g.program.Report > 0 {
		rateAt = at + g.program.Report*g.r.Float64()
	}
	if d.Work != "" && p.seed%3 == 0 {
		pollAt = at + 10
	}
	lastJob, unacked := at, 0
	for {
		pingAt := never
		if d.Ping != "" && g.pings && g.program.Ping > 0 {
			pingAt = heard + g.program.Ping
		}
		next := min(jobAt, shareAt, tuneAt, rateAt, pingAt, pollAt)
		if p.idle > 0 && shareAt-at > p.idle && at+p.idle < until && next > at+p.idle && pingAt == never {
			c.Close(at+p.idle, 1)
			return at + p.idle
		}
		if next >= until {
			break
		}
		at = max(at, next)
		switch next {
		case jobAt:
			if p.both && d.Target != "" {
				send(at, 1, &target)
			}
			heard = send(at, 1, &job)
			lastJob = at
			jobAt, block = w.next(max(jobAt, at))
		case shareAt:
			number++
			got := send(at, 0, &submit) + p.delay*(.5+g.r.Float64())
			bad := block && at-lastJob < .3 || g.r.IntN(150) == 0
			switch unacked++; {
			case bad:
				heard = send(got, 1, &stale)
			case d.Batch > 0 && unacked%d.Batch != 0 || p.hide:
			default:
				heard = send(got, 1, &accept)
			}
			if g.r.Float64() < p.echo {
				heard = send(heard+.01, 1, &job)
			}
			at = max(at, heard)
			shareAt = max(at, shareAt) + interval*g.r.ExpFloat64()
		case tuneAt:
			tuneAt += p.retarget * (.8 + .4*g.r.Float64())
			ratio := aim * math.Exp(.35*g.r.NormFloat64()) / interval
			if ratio < .8 || ratio > 1.25 {
				interval *= max(.3, min(3, ratio))
				if d.Target != "" {
					send(at, 1, &target)
				}
				if d.Target == "" || g.r.IntN(2) == 0 {
					heard = send(at+.001, 1, &job)
				}
				shareAt = at + interval*g.r.ExpFloat64()
			}
		case rateAt:
			send(at, 0, &rate)
			heard = send(at+c.Path.RTT+p.delay, 1, &rated)
			rateAt += g.program.Report
		case pollAt:
			send(at, 0, &poll)
			heard = send(at+c.Path.RTT+p.delay, 1, &job)
			pollAt += 10
		case pingAt:
			number++
			send(at, 0, &ping)
			heard = max(at, send(at+c.Path.RTT+p.delay, 1, &pong))
		}
	}
	switch {
	case until >= g.est.Book.Seconds:
		c.Idle(until)
		return until
	case until == died && g.r.IntN(2) == 0:
		return c.Vanish(until, 0, 200, 20+60*g.r.Float64())
	case g.r.IntN(2) == 0:
		c.Reset(until, 1)
	default:
		c.Close(until, g.r.IntN(2))
	}
	return until
}
