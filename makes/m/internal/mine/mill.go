package mine

import (
	"math"

	"makes/m/internal/draw"
	"makes/m/internal/layer"
	"makes/m/internal/tcp"
)

// mill is a rig at a pool.
type mill struct {
	*pool
	*rig
	pair *layer.Pair
	rng  draw.Rand
	w    widths
	id   int
	goal float64 // seconds between the shares of a middling rig, at the present difficulty

	on                               *layer.Session
	heard                            float64
	jobText, targetText, submitText  text
	goodText, badText, pingText      text
	pongText, reportText, reportDone text
}

// side gives the direction in which the miner, or the pool, sends.
func (m *mill) side(miner bool) int {
	if miner {
		return m.pair.Opener
	}
	return 1 - m.pair.Opener
}

func (m *mill) say(t float64, miner bool, s text) float64 {
	m.heard = t
	return m.on.Send(t, m.side(miner), s.size(m.rng, &m.w, m.id))
}

// reply is the time at which an answer passes the interface.
func (m *mill) reply(t float64, miner bool) float64 {
	t += m.answer * m.rng.LogNormal(1, 0.5)
	if m.side(miner) == tcp.Out {
		t += m.on.RTT()
	}
	return t
}

func (m *mill) prepare() {
	s, g, d := m.pool.style, m.rig.style, m.pool.dialect
	m.jobText, m.targetText, m.goodText, m.badText = s.compile(d.job, m.pool.slack[0]), s.compile(d.target, m.pool.slack[1]), s.compile(d.good, m.pool.slack[2]), s.compile(d.bad, m.pool.slack[3])
	m.pongText, m.reportDone = s.compile(d.pong, m.pool.slack[4]), s.compile(good, m.pool.slack[2])
	m.submitText, m.pingText, m.reportText = g.compile(d.submit, m.rig.slack[0]), g.compile(d.ping, m.rig.slack[1]), g.compile(d.report, m.rig.slack[2])
	m.w = m.pool.widths
	for f, w := range m.rig.widths {
		if w[1] > 0 {
			m.w[f] = w
		}
	}
}

func (m *mill) greet(t float64) float64 {
	m.id = 1
	login := m.pool.dialect.login
	for i := 0; i+1 < len(login); i += 2 {
		ask := login[i]
		if ask[0] == '?' {
			ask = ask[1:]
			if _, known := m.rig.style.opts[ask]; !known {
				m.rig.style.opts[ask] = m.rig.style.rng.Chance(0.5)
			}
			if !m.rig.style.opts[ask] {
				continue
			}
		}
		t = m.say(t, true, m.rig.style.compile(ask, m.rig.slack[3]))
		t = m.say(m.reply(t, true), false, m.pool.style.compile(login[i+1], m.pool.slack[5])) + 0.001
		m.id++
	}
	return t
}

// branchy sets the width of the list of merkle branches.
func (m *mill) branchy(b int) {
	m.w['M'] = [2]int{max(0, 67*b-1), max(0, 67*b-1)}
}

// run mines at the pool.
func run(pair *layer.Pair, p *pool, g *rig, r draw.Rand) {
	m := &mill{pool: p, rig: g, pair: pair, rng: r, goal: p.start}
	m.prepare()
	plan := p.plan
	if g.plan != nil {
		plan = g.plan
	}
	tries, next := 0, 0
	for t := g.from; t < g.to; {
		if t >= g.pauseAt && t < g.pauseAt+g.pauseFor {
			t = g.pauseAt + g.pauseFor
			continue
		}
		if mode, down := plan.At(t); down {
			t = pair.Fail(t, mode) + g.backoff.Wait(r, tries)
			tries++
			continue
		}
		m.on, t = pair.Dial(t)
		if t = m.greet(t); g.login != "" {
			m.on.Close(t+r.Exp(0.2), m.side(false), "fin")
			t += g.backoff.Wait(r, tries)
			tries++
			continue
		}
		tries = 0
		end, how := t+r.Exp(p.renew), p.closes
		side := m.side(false)
		if g.pauseAt > t && g.pauseAt < end {
			end, side, how = g.pauseAt, m.side(true), "fin"
		}
		if out := plan.Next(t); out < end {
			end, how = out, draw.Pick(r, "fin", "reset", "lost")
			side = m.side(how == "lost")
		}
		if g.to < end {
			end, how = g.to, "end"
		}
		for next < len(p.jobs) && p.jobs[next].at < t {
			next++
		}
		t, next = m.work(t, end, next)
		if t < end {
			side, how = m.side(false), "fin" // kicked
		}
		m.on.Close(t, side, how)
		if how == "lost" {
			t += r.Uniform(20, 200)
		}
		t += g.backoff.Wait(r, 0) * r.Float64()
	}
}

// work is what happens in one connection.
func (m *mill) work(t, end float64, next int) (float64, int) {
	p, r, inf := m.pool, m.rng, math.Inf(1)
	if !p.fixed && m.goal == p.start && r.Chance(0.3) {
		m.goal = p.target * m.power // the miner asked for a difficulty
	}
	if p.fixed {
		m.goal = p.target
	}
	if m.targetText.length > 0 {
		t = m.say(t, false, m.targetText)
	}
	if next > 0 {
		m.branchy(p.jobs[next-1].branches)
		t = m.say(t, false, m.jobText)
	}
	timer := func(every float64) float64 {
		if every <= 0 {
			return inf
		}
		return t + every*r.Uniform(0.2, 1)
	}
	share, ping, report, poll, retarget := t+r.Exp(m.goal/m.power), timer(m.keepalive), timer(m.report), inf, t+p.retarget
	if m.pingText.length == 0 {
		ping = inf
	}
	if m.reportText.length == 0 {
		report = inf
	}
	if p.dialect.poll {
		ping = inf
		poll = timer(m.rig.poll)
	}
	extra, shares, last, offset := t+r.Exp(p.extras), 0, t, r.Exp(0.1)
	for {
		work := inf
		if next < len(p.jobs) {
			work = max(t, p.jobs[next].at+offset)
		}
		now := min(work, share, ping, report, poll, retarget, extra, end, last+p.idleKick)
		switch now {
		case end:
			return end, next
		case work:
			m.branchy(p.jobs[next].branches)
			next++
			if p.polite && m.targetText.length > 0 {
				m.say(now, false, m.targetText)
			}
			m.say(now+r.Exp(0.01), false, m.jobText)
		case share:
			m.id++
			at := m.reply(m.say(now, true, m.submitText), true)
			if text := m.goodText; r.Chance(p.rejects) || now-p.jobs[max(0, next-1)].at < 0.3 && r.Chance(0.3) {
				m.say(at, false, m.badText)
			} else {
				m.say(at, false, text)
			}
			shares, last = shares+1, now
			share = now + r.Exp(max(0.3, m.goal/m.power))
			if m.donate > 0 && math.Mod(now+5000, m.donate) < 60 {
				share += 60
			}
		case ping:
			if m.lazy && m.heard+m.keepalive > now+0.01 {
				ping = m.heard + m.keepalive
				continue
			}
			m.id++
			m.say(m.reply(m.say(now, true, m.pingText), true), false, m.pongText)
			ping, last = now+m.keepalive, now
		case poll:
			m.id++
			m.say(m.reply(m.say(now, true, m.pingText), true), false, m.pongText)
			poll = now + m.rig.poll*r.Uniform(0.98, 1.02)
		case report:
			m.id++
			at := m.say(now, true, m.reportText)
			m.say(m.reply(at, true), false, m.reportDone)
			report = now + m.report
		case retarget:
			retarget = now + p.retarget
			if p.fixed {
				continue
			}
			seen := float64(shares) / p.retarget * m.goal // power, as the pool sees it
			shares = 0
			if goal := max(p.floor, min(max(seen*p.target, m.goal/4), m.goal*4)); math.Abs(math.Log(goal/m.goal)) > p.band {
				m.goal = goal
				if m.targetText.length > 0 {
					m.say(now, false, m.targetText)
				}
				if p.resend || m.targetText.length == 0 {
					m.say(now+0.001, false, m.jobText)
				}
				share = now + r.Exp(max(0.3, m.goal/m.power))
			}
		case extra:
			if n := len(p.dialect.extra); n > 0 {
				m.say(now, false, p.style.compile(p.dialect.extra[r.IntN(n)], 0))
			}
			extra = now + r.Exp(p.extras)
		default:
			return now, next
		}
		t = now
	}
}
