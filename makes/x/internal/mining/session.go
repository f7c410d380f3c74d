package mining

import (
	"math"
	"sort"

	"makes/x/internal/layer"
)

// never is a time that does not come.
const never = math.MaxFloat64

// work is the state of one session at a pool.
type work struct {
	*rig
	tg     *target
	st     *layer.Stream
	level  float64 // difficulty in hashes per share
	since  float64 // when the count for the next change of difficulty began
	count  int
	heard  float64 // when the pool last said something
	shared float64 // when the last share was taken
	factor float64
	extra  float64 // what a relay adds to every answer

	share, job, alive, report, ping, check, change float64
	nextJob, nextPhase, nextShare                  int
}

// session plays one connection from t, at most until the given time. It
// returns when the miner knows of the end. With open, a connection that
// reaches the end stays open.
func (g *rig) session(tg *target, t, until float64, open bool) float64 {
	w := &work{rig: g, tg: tg, level: tg.pool.start, extra: tg.relay / 3}
	if tg.memory > 0 {
		w.level = tg.memory
	}
	w.st, t = g.open(tg, t)
	t = w.greet(t)
	w.begin(t)
	_, broken := tg.pool.down(t)
	end := min(until, broken)
	fault := t + g.r.Exp(40*3600)
	end = min(end, fault)
	t = w.loop(t, end)
	if tg.pool.recalls {
		tg.memory = w.level
	}
	if dead, when := w.st.Dead(); dead {
		return max(t, when)
	}
	switch {
	case t < end: // hung up by the pool
		w.st.Close(1-tg.client, t)
	case end == until && open:
		w.st.Wait(end)
	case end == until:
		if g.r.Chance(0.5) {
			w.st.Reset(tg.client, t)
		} else {
			w.st.Close(tg.client, t)
		}
	default:
		w.breaks(t, end == broken)
		if dead, when := w.st.Dead(); dead {
			return max(t, when)
		}
	}
	return t
}

// breaks has the connection fail.
func (w *work) breaks(t float64, outage bool) {
	blunt := w.r.Chance(0.5)
	if outage {
		if o, _ := w.tg.pool.down(t); o != nil {
			blunt = o.blunt
		}
	}
	switch {
	case !blunt:
		w.st.Close(1-w.tg.client, t)
	case w.r.Chance(0.5):
		w.st.Reset(1-w.tg.client, t)
	default:
		// Nothing is said: the next share finds nobody.
		w.st.Vanish()
		next := t + w.r.Exp(max(5, w.level/w.rate))
		if limit := w.set.silence; limit > 0 && next > t+limit {
			w.st.Reset(w.tg.client, t+limit)
			return
		}
		w.say(next, w.tg.pool.say.submit)
	}
}

// say sends a message of the miner, hear one of the pool.
func (w *work) say(t float64, n int) float64 {
	return w.st.Send(w.tg.client, t, n+w.r.IntN(3))
}

func (w *work) hear(t float64, n int) float64 {
	w.heard = w.st.Send(1-w.tg.client, t+w.extra, n+w.r.IntN(3))
	return w.heard
}

func (w *work) greet(t float64) float64 {
	p := w.tg.pool
	for _, x := range p.say.hello {
		t = w.say(t, x.ask)
		t = w.hear(t+w.r.Exp(p.think), x.answer)
	}
	if p.say.target > 0 {
		w.hear(t, p.say.target)
		return w.hear(t+0.0002, w.jobSize(true))
	}
	return t
}

func (w *work) jobSize(clean bool) int {
	m := &w.tg.pool.say
	n := m.job
	if m.step > 0 {
		n += m.step * w.r.Count(m.branches)
	}
	if clean {
		n += m.clean
	}
	return n
}

func (w *work) begin(t float64) {
	p := w.tg.pool
	w.since, w.heard, w.shared = t, t, t
	w.nextJob = sort.Search(len(p.jobs), func(i int) bool { return p.jobs[i].At > t })
	w.nextPhase = sort.Search(len(w.phases), func(i int) bool { return w.phases[i].at > t })
	w.factor = 1
	if w.nextPhase > 0 {
		w.factor = w.phases[w.nextPhase-1].factor
	}
	w.nextShare = sort.SearchFloat64s(w.shares, t)
	w.alive, w.report, w.ping, w.check = never, never, never, never
	if w.set.alive > 0 && p.say.alive > 0 {
		w.alive = t + w.set.alive
	}
	if w.set.report > 0 && p.say.report > 0 {
		w.report = t + w.set.report
	}
	if p.ping > 0 {
		w.ping = t + p.ping
	}
	if p.timed && p.fixed == 0 {
		w.check = t + p.retarget
	}
	w.plan(t)
}

// plan draws the time of the next share; as a Poisson process has no memory,
// this may be done again whenever its rate changes.
func (w *work) plan(t float64) {
	switch {
	case w.passes:
		w.share = never
		if w.nextShare < len(w.shares) {
			w.share = w.shares[w.nextShare]
		}
	case w.factor <= 0:
		w.share = never
	default:
		w.share = t + w.r.Exp(w.level/(w.rate*w.factor))
	}
}

// loop plays what happens until the end, or until the pool hangs up or the
// connection is dead.
func (w *work) loop(t, end float64) float64 {
	p := w.tg.pool
	for {
		w.job, w.change = never, never
		if w.nextJob < len(p.jobs) {
			w.job = p.jobs[w.nextJob].At
		}
		if w.nextPhase < len(w.phases) {
			w.change = w.phases[w.nextPhase].at
		}
		kick := never
		if p.kick > 0 {
			kick = w.shared + p.kick
		}
		next := min(w.share, w.job, w.alive, w.report, w.ping, w.check, w.change, kick, end)
		if next >= end {
			return end
		}
		t = max(t, next)
		switch next {
		case kick:
			return t
		case w.share:
			w.submit(t)
		case w.job:
			w.hear(t+w.r.Exp(0.004), w.jobSize(p.jobs[w.nextJob].Clean))
			w.nextJob++
		case w.alive:
			w.stay(t)
		case w.report:
			w.hear(w.say(t, p.say.report)+w.r.Exp(p.think), p.say.noted)
			w.report = t + w.set.report
		case w.ping:
			w.say(w.hear(t, p.say.ping)+0.0005, p.say.pong)
			w.ping = t + p.ping
		case w.check:
			w.adjust(t)
			w.check = t + p.retarget
		case w.change:
			w.factor = w.phases[w.nextPhase].factor
			w.nextPhase++
			w.plan(t)
		}
		if dead, when := w.st.Dead(); dead {
			return max(t, when)
		}
	}
}

// stay is the program's keep-alive: only after silence of the pool.
func (w *work) stay(t float64) {
	if due := w.heard + w.set.alive; due > t+0.01 {
		w.alive = due
		return
	}
	m := &w.tg.pool.say
	w.hear(w.say(t, m.alive)+w.r.Exp(w.tg.pool.think), m.living)
	w.alive = t + w.set.alive
}

func (w *work) submit(t float64) {
	p := w.tg.pool
	n := p.say.reply
	if w.r.Chance(p.bad) {
		n = p.say.refusal
	}
	at := w.say(t, p.say.submit)
	w.hear(at+w.r.Exp(p.think), n)
	w.shared = t
	w.count++
	if w.onShare != nil {
		w.onShare(at)
	}
	w.nextShare++
	if p.fixed == 0 && t-w.since >= p.retarget && !w.passes {
		w.adjust(at)
	}
	w.plan(t)
}

// adjust moves the difficulty towards what gives shares at the rate that the
// pool wants, and tells the miner.
func (w *work) adjust(t float64) {
	p := w.tg.pool
	span := t - w.since
	pace := span / math.Max(float64(w.count), 0.5)
	if span < p.retarget*0.8 || w.passes {
		return
	}
	if w.count < 3 && span < 6*p.share {
		return
	}
	w.since, w.count = t, 0
	if pace > p.share*(1-p.variance) && pace < p.share*(1+p.variance) {
		return
	}
	level := w.level * min(max(p.share/pace, 1/p.jump), p.jump)
	level = max(level, p.least)
	if level == w.level {
		return
	}
	w.level = level
	if p.say.target > 0 {
		w.hear(t+0.001, p.say.target)
	}
	if p.say.target == 0 || p.both {
		w.hear(t+0.0015, w.jobSize(false))
	}
	w.plan(t)
}
