package mine

import (
	"math"
	"math/rand/v2"

	"makes/t/internal/apps"
	"makes/t/internal/wire"
)

// Run plays the miner.
func (m *Rig) Run(r *rand.Rand) {
	l := m.link(r)
	outages := m.outages(r)
	for _, span := range m.Spans {
		t := span.From
		attached := t <= 0 && r.Float64() < 0.9
		for attempt := 0; t < span.To; {
			if at := within(outages, t); at != nil {
				l.renew(m)
				t = l.conn.Fail(t, l.client, []wire.Failure{wire.Dead, wire.Refused, wire.Slammed}[int(at.From)%3], m.retry.Patience())
				t += m.retry.Wait(r, attempt)
				attempt++
				continue
			}
			attempt = 0
			if !attached {
				l.renew(m)
			}
			until := span.To
			for _, o := range outages {
				if o.From > t {
					until = min(until, o.From)
				}
			}
			g := game{Rig: m, link: l, rng: r, id: 1}
			t = g.play(t, until, attached)
			attached = false
			if t < span.To {
				t += m.retry.Wait(r, 0)
			}
		}
	}
	l.conn.Flush()
}

func within(spans []apps.Span, t float64) *apps.Span {
	for i := range spans {
		if t >= spans[i].From && t < spans[i].To {
			return &spans[i]
		}
	}
	return nil
}

func (m *Rig) outages(r *rand.Rand) []apps.Span {
	var all []apps.Span
	for t := 0.0; m.Pool.down > 0; {
		t += 86400 / m.Pool.down * r.ExpFloat64()
		if t > m.Host.Iface.End() {
			break
		}
		end := t + logUniform(r, 20, 2400)
		all = append(all, apps.Span{From: t, To: end})
		t = end
	}
	return all
}

// game is one connection to the pool.
type game struct {
	*Rig
	*link
	rng  *rand.Rand
	id   int
	mean float64 // seconds between shares now
}

func (g *game) message(t float64, fromMiner bool, m *template) {
	if m.fixed > 0 || len(m.parts) > 0 {
		g.send(t, fromMiner, m.size(g.rng, &g.named, g.id, g.Pool.spaced && !fromMiner))
	}
}

func (g *game) jobs(t float64, diff bool) {
	if diff || g.Pool.extraDiff {
		g.message(t, false, &g.Pool.text.diff)
	}
	for i := range g.Pool.text.job {
		g.message(t+0.0005*float64(i+1), false, &g.Pool.text.job[i])
	}
}

// goal is the mean time between shares to which difficulties lead.
func (g *game) goal() float64 {
	switch {
	case g.Target > 0:
		return g.Target / g.Fold
	case g.Pool.target > 0:
		return max(0.15, g.Pool.target/max(1, g.Fold/40))
	}
	return max(0.15, g.Pool.fixed/g.Rate/g.Fold)
}

func (g *game) login(t float64) float64 {
	t = g.open(t)
	for i := range g.Pool.text.login {
		g.message(t, g.Pool.text.fromMiner[i], &g.Pool.text.login[i])
		t += g.path.RTT/2 + g.Pool.answer
	}
	g.jobs(t, true)
	return t
}

// play works until the connection ends, and gives the time at which it does.
func (g *game) play(t, until float64, attached bool) float64 {
	p, r := g.Pool, g.rng
	g.mean = g.goal()
	never := math.Inf(1)
	end := until
	if p.life > 0 {
		end = min(end, t+p.life*(0.3+r.ExpFloat64()))
	}
	if attached {
		g.conn.Attach(t)
		g.id = 50 + r.IntN(3000)
	} else {
		t = g.login(t)
		g.mean *= math.Exp(1.2 * r.NormFloat64()) // the first difficulty fits badly
	}
	often := max(p.coin.block, p.smallest)
	block := t + often*r.ExpFloat64()
	refresh, keep, report, ping, tune, tunnel := never, never, never, never, t+p.retarget, never
	if p.refresh > 0 && !p.onlyOnBlock {
		refresh = t + p.refresh*r.Float64()
	}
	if p.keep > 0 {
		keep = t + p.keep
	}
	if p.report > 0 {
		report = t + p.report*r.Float64()
	}
	if p.ping > 0 {
		ping = t + p.ping*r.Float64()
	}
	if g.link.ping > 0 {
		tunnel = t + g.link.ping*r.Float64()
	}
	share := t + g.mean*r.ExpFloat64()
	heard := t
	for {
		next := min(block, refresh, keep, report, ping, tune, tunnel, share)
		if p.idleKick > 0 && heard+p.idleKick < min(next, end) {
			g.close(heard+p.idleKick, false, p.noFIN)
			return heard + p.idleKick
		}
		if next >= end {
			break
		}
		g.run(next)
		switch next {
		case block, refresh:
			g.jobs(next, false)
			if next == block {
				block = next + p.smallest/2 + max(0, often-p.smallest/2)*r.ExpFloat64()
			}
			if !math.IsInf(refresh, 1) {
				refresh = next + p.refresh*(0.97+0.06*r.Float64())
			}
		case keep:
			g.id++
			g.message(next, true, &p.text.keep)
			g.message(next+p.answer+g.path.RTT, false, &p.text.kept)
			keep, heard = next+p.keep, next
		case report:
			g.message(next, true, &p.text.report)
			g.message(next+p.answer+g.path.RTT, false, &p.text.got)
			report, heard = next+p.report, next
		case ping:
			g.message(next, false, &p.text.ping)
			g.send(next+g.path.RTT, true, 36)
			ping = next + p.ping
		case tune:
			tune = next + p.retarget
			g.retarget(next)
		case tunnel:
			n := 16
			if g.link.ssh {
				n = 40
			}
			d := r.IntN(2)
			g.conn.At(next, d, g.frame.Size(n), 1, 1e7)
			if g.link.ssh {
				g.conn.At(next+g.path.RTT, 1-d, g.frame.Size(8), 1, 1e7)
			}
			tunnel = next + g.link.ping*(0.95+0.1*r.Float64())
		default:
			g.share(next)
			share, heard = next+g.mean*r.ExpFloat64()+0.001, next
			if w := within(g.Pauses, share); w != nil {
				share = w.To + g.mean*r.ExpFloat64()
			}
			if p.keep > 0 {
				keep = next + p.keep
			}
		}
	}
	g.run(end)
	g.close(end, end == until, r.Float64() < 0.3)
	return end
}

func (g *game) share(t float64) {
	g.id++
	text := g.Pool.text
	g.message(t, true, &text.submit)
	answer := t + g.path.RTT + g.Pool.answer*(0.5+g.rng.ExpFloat64())
	if g.rng.Float64() < g.Pool.stale {
		g.message(answer, false, &text.refuse)
		return
	}
	g.message(answer, false, &text.accept)
}

// retarget adjusts the difficulty if the pace of shares is off.
func (g *game) retarget(t float64) {
	goal := g.goal()
	off := g.mean / goal
	if off > 0.75 && off < 1.35 && g.rng.Float64() < 0.93 {
		return
	}
	g.mean = g.mean * math.Pow(1/off, 0.5+0.6*g.rng.Float64())
	g.mean = min(4*goal, max(goal/4, g.mean))
	g.jobs(t, true)
}
