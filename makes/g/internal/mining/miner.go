package mining

import (
	"time"

	"makes/g/internal/cloud"
	"makes/g/internal/dice"
)

// pair is a message of the miner and the pool's answer, which may be missing.
type pair struct{ ask, answer message }

// miner is a program that mines with a pool, or with a proxy as its pool.
type miner struct {
	*cloud.Proc
	pool         *pool
	rate         float64 // 1 is slow, 20 is fast
	serve        bool    // the host is the pool of somebody else
	shy          bool    // it pauses while people use the machine
	hello        []pair
	target, job  message
	share, bad   pair
	alive        pair
	report, pull pair
	difficulty   float64 // seconds between shares at a rate of 1
	shares       int     // since they were last counted
	since, spoke time.Duration
	far          time.Duration // what a SOCKS proxy adds to the way
	streams      []cloud.Stream
}

func newMiner(p *cloud.Proc, o *pool, rate float64) *miner {
	m := &miner{Proc: p, pool: o, rate: rate, shy: p.Chance(0.08)}
	theirs, ours := newWording(dice.New(o.seed, "wording")), newWording(p.Dice)
	ours.drawn = theirs.drawn
	d := o.dialect
	both := func(templates [2]string) pair {
		answer := theirs.message(templates[1])
		return pair{ours.message(templates[0]), answer}
	}
	switch {
	case d.binary:
		theirs.ending, ours.ending, theirs.spaced, ours.spaced = 0, 0, false, false
	case d.websocket: // frame headers; the client's carries a mask
		theirs.ending, ours.ending = 4, 8
		m.hello = append(m.hello, both([2]string{"<160-420>", "<120-260>"}))
	}
	m.target, m.job = theirs.message(d.target), theirs.message(d.job)
	for _, h := range d.hello {
		m.hello = append(m.hello, both(h))
	}
	m.share, m.alive, m.report = both([2]string{d.submit, d.ok}), both(d.alive), both(d.report)
	m.bad, m.pull = pair{m.share.ask, theirs.message(d.refused)}, pair{ours.message(d.pull), m.job}
	theirs.d = p.Dice // habits are drawn; from now on messages vary by themselves
	m.difficulty = o.target.Seconds() * p.Between(2, 10)
	if o.retarget > 0 && p.Chance(0.6) {
		m.difficulty = o.target.Seconds() * rate * p.Between(0.5, 2)
	}
	m.plan()
	return m
}

// plan makes the streams of a session.
func (m *miner) plan() {
	o := m.pool
	m.stream(func() time.Duration {
		return max(200*ms, m.Exp(time.Duration(m.difficulty/m.rate*float64(second))))
	}, m.submit)
	if o.coin.block > 0 {
		m.stream(func() time.Duration { return o.nextJob(m.Dice) }, func() { m.down(m.Now, m.job()) })
	}
	if o.retarget > 0 {
		m.stream(func() time.Duration { return o.retarget }, m.vardiff)
	}
	if idle := m.Dur(30*second, 2*minute); m.alive.ask != nil && o.answersKeepAlives && m.Chance(0.75) {
		m.stream(func() time.Duration { return max(second, m.spoke+idle-m.Now) }, func() {
			if m.Now-m.spoke >= idle {
				m.exchange(m.alive)
			}
		})
	}
	if m.report.ask != nil && m.Chance(0.7) {
		m.stream(m.Timer(10*second, 2*minute), func() { m.exchange(m.report) })
	}
}

func (m *miner) stream(g dice.Gap, do func()) {
	m.streams = append(m.streams, cloud.Stream{Every: g, Do: do})
}

// down carries what the pool says.
func (m *miner) down(at time.Duration, n ...int) time.Duration {
	if m.serve {
		return m.Conn.Out(at, n...)
	}
	return m.Conn.In(at+m.far, n...)
}

// exchange is a message of the miner with its answer, if there is one.
func (m *miner) exchange(x pair) time.Duration {
	m.spoke = m.Now
	up := m.Conn.Out
	if m.serve {
		up = m.Conn.In
	}
	at := up(m.Now, x.ask())
	if x.answer == nil {
		return at
	}
	return m.down(at+m.pool.think(), x.answer())
}

// login begins a session.
func (m *miner) login() {
	for _, h := range m.hello {
		m.Now = m.exchange(h)
	}
	m.since, m.shares = m.Now, 0
	switch {
	case m.pull.ask != nil:
		m.Now = m.exchange(m.pull)
	case len(m.hello) != 1 || m.target != nil: // else the job was in the answer
		m.retell()
	}
}

// retell sends the difficulty with a job.
func (m *miner) retell() {
	switch {
	case m.target == nil:
		m.down(m.Now, m.job())
	case m.pool.split:
		m.down(m.Now, m.target(), m.job())
	default:
		m.down(m.Now, m.target()+m.job())
	}
}

// submit submits a share.
func (m *miner) submit() {
	if m.shy && m.Busy(m.Now) > 0.5 {
		return
	}
	m.shares++
	share := m.share
	if m.bad.answer != nil && m.Chance(m.pool.bad) {
		share = m.bad
	}
	heard := m.exchange(share)
	if m.pull.ask != nil {
		m.Now = heard
		m.Now = m.exchange(m.pull)
	} else if m.pool.rewards {
		m.down(heard, m.job())
	}
}

// vardiff lets the pool look at how often shares come.
func (m *miner) vardiff() {
	seen := (m.Now - m.since).Seconds() / max(0.5, float64(m.shares))
	wanted := m.pool.target.Seconds()
	least := m.pool.least * wanted
	if seen > wanted/1.4 && seen < wanted*1.4 || seen > wanted && m.difficulty <= least {
		return
	}
	m.difficulty = max(least, m.difficulty*min(4, max(0.25, wanted/seen)))
	m.since, m.shares = m.Now, 0
	m.retell()
}
