package mine

import (
	"math"

	"makes/e/internal/sim"
)

// miner is one mining program with its pool.
type miner struct {
	p      *sim.Program
	coin   coin
	pool   *pool
	hash   float64 // shares a second at difficulty 1
	talk   talk
	via    carrier
	alive  float64 // idle seconds before an application keep-alive; 0: none
	report float64 // seconds between reported hash rates; 0: none
	split  bool    // the line feed goes in a segment of its own
	late   float64 // seconds that answers take beyond the connection's end
	diff   float64
	floor  float64 // difficulty that its owner asks for, lest shares come too fast
	shares int     // since the pool last looked
	spoke  float64
}

func newMiner(p *sim.Program, c coin, pl *pool, hash float64, via carrier) *miner {
	m := &miner{p: p, coin: c, pool: pl, hash: hash, via: via, split: p.Chance(0.06), floor: hash * p.Log(0.5, 5)}
	m.talk = c.speak(drawNames(p.Dice, pl, c.wallet))
	if m.talk.alive[0] > 0 && p.Chance(0.8) {
		m.alive = sim.Pick(p.Dice, 60.0, 60, 60, 30, 120)
	}
	if m.talk.report[0] > 0 && p.Chance(0.7) {
		m.report = sim.Pick(p.Dice, 10.0, 30, 60, 60, 60, 120)
	}
	return m
}

// up and down send a line.
func (m *miner) up(c *sim.Conn, n int) {
	m.spoke = m.p.Now
	if m.split {
		c.Up(n - 1)
		n = 1
	}
	c.Up(n)
}

func (m *miner) down(c *sim.Conn, n int) {
	m.spoke = m.p.Now
	c.Down(n)
}

// think is the time that the pool takes for an answer.
func (m *miner) think() float64 { return m.late + m.pool.answer*m.p.Between(0.5, 3) }

// ask sends a line and waits for the pool's answer.
func (m *miner) ask(c *sim.Conn, up, down int) {
	m.up(c, up)
	m.p.Wait(c.RTT() + m.think())
	m.down(c, down)
}

// login introduces the miner and gets its first difficulty and job.
func (m *miner) login(c *sim.Conn) {
	for _, e := range m.talk.login {
		m.ask(c, e.up, e.down)
		m.p.Wait(0.0005)
	}
	m.diff, m.shares = max(m.pool.easy, m.pool.start, m.floor), 0
	m.work(c, true)
}

// work sends a job, with the difficulty when that has changed.
func (m *miner) work(c *sim.Conn, changed bool) {
	n := m.talk.job()
	if changed && m.talk.retarget != nil {
		if r := m.talk.retarget(); m.pool.together {
			n += r
		} else {
			m.down(c, r)
			m.p.Wait(0.0003)
		}
	}
	m.down(c, n)
}

// share submits one and hears whether it counts.
func (m *miner) share(c *sim.Conn) {
	m.shares++
	if m.p.Chance(m.pool.stale) {
		m.ask(c, m.talk.submit(), m.talk.refused())
	} else {
		m.ask(c, m.talk.submit(), m.talk.accepted())
	}
}

// session mines on a connection until a time.
func (m *miner) session(c *sim.Conn, until float64) {
	p := m.p
	m.login(c)
	share := &sim.Timer{Wait: func() float64 { return p.Exp(m.diff / m.hash) }, Do: func() { m.share(c) }}
	looked := p.Now
	look := &sim.Timer{Wait: func() float64 { return m.pool.window }, Do: func() {
		next := math.Max(m.floor, m.pool.adjusted(m.diff, m.shares, p.Now-looked))
		if looked, m.shares = p.Now, 0; next != m.diff {
			m.diff = next
			m.work(c, true)
			share.Again(p)
		}
	}}
	timers := []*sim.Timer{share, look}
	if m.coin.block >= 3 {
		timers = append(timers, newBlocks(p, m.coin, func() { m.work(c, false) }))
	}
	if m.pool.fresh > 0 {
		timers = append(timers, &sim.Timer{
			Wait: func() float64 { return m.pool.fresh * p.Between(1-m.pool.jitter, 1+m.pool.jitter) },
			Do:   func() { m.work(c, false) },
		})
	}
	if m.report > 0 {
		timers = append(timers, &sim.Timer{Wait: func() float64 { return m.report }, Do: func() { m.ask(c, m.talk.report[0], m.talk.report[1]) }})
	}
	if m.alive > 0 {
		timers = append(timers, &sim.Timer{
			Wait: func() float64 { return math.Max(1, m.spoke+m.alive-p.Now) },
			Do:   func() { m.greet(c) },
		})
	}
	p.Loop(until, timers...)
}

// greet keeps an idle connection alive.
func (m *miner) greet(c *sim.Conn) {
	switch {
	case m.p.Now-m.spoke < m.alive-0.5:
	case m.pool.pong:
		m.ask(c, m.talk.alive[0], m.talk.alive[1])
	default:
		m.up(c, m.talk.alive[0])
	}
}

// newBlocks is a timer of the coin's blocks, each heard of after a moment.
func newBlocks(p *sim.Program, c coin, do func()) *sim.Timer {
	blocks, i, lag := p.World.Blocks(c.name, c.block), 0, p.Log(0.05, 1.5)
	return &sim.Timer{Do: do, Wait: func() float64 {
		for i < len(blocks) && blocks[i]+lag <= p.Now {
			i++
		}
		if i == len(blocks) {
			return math.Inf(1)
		}
		return blocks[i] + lag - p.Now
	}}
}

// run mines until the end of the run, with reconnects, breaks and fee rounds.
func (m *miner) run() {
	p := m.p
	fee := sim.Pick(p.Dice, 0.0, 0, 3000, 3600, 5940)
	patience, breaks := sim.Pick(p.Dice, 5.0, 5, 10, 15, 30), p.Chance(0.25)
	if fee > 0 {
		m.fees(fee)
	}
	for p.Alive() {
		c, end := m.via.dial(p, m.pool, m)
		m.session(c, p.Now+p.Log(m.pool.life[0], m.pool.life[1]))
		m.part(c)
		end()
		if p.Wait(patience * p.Between(0.8, 1.5)); breaks && p.Chance(0.5) {
			p.Wait(p.Log(60, 6*3600)) // its owner stops it, or the machine restarts
		}
		for p.Chance(0.15) && p.Alive() {
			p.Knock(m.via.door(m.pool), sim.Pick(p.Dice, sim.Refused, sim.Dropped), 20)
			p.Wait(patience)
		}
	}
}

// part ends a connection: the miner stops, the pool hangs up, or the path breaks.
func (m *miner) part(c *sim.Conn) {
	switch at := m.p.Float64(); {
	case at < 0.4:
		c.Drop()
	case at < 0.6:
		c.Close()
	case at < 0.8:
		c.Abort(sim.Server)
	default:
		c.Vanish(m.talk.submit())
	}
}

// fees mines for the program's author now and then, at the same pool.
func (m *miner) fees(every float64) {
	f := *m
	f.p = m.p.Fork()
	length := f.p.Between(30, 110)
	for f.p.Wait(f.p.Between(0, every)); f.p.Alive(); f.p.Wait(every) {
		c, end := f.via.dial(f.p, f.pool, &f)
		f.session(c, f.p.Now+length)
		c.Close()
		end()
	}
}
