package lab

import (
	"math"
	"strconv"
)

const (
	poolsPerCoin = 16
	branchBytes  = 67 // 64 hexadecimal digits, two quotes and a comma
)

// A pool is one server: its dialect and the choices it made within it. Pools
// are drawn from the seed alone, so all miners of a pool meet the same sizes.
type pool struct {
	*dialect
	number   int
	jobs     []int // a job's size without branches, of each chain the pool works on
	branches span
	refresh  float64 // mean seconds; 0 for none
	even     float64 // how even the refreshes are: 1 a clock's, 0 a Poisson process's
	share    [2]int  // submit without the worker's name, accepted
	reject   int
	retune   int
	beats    [][2]int
	aim      float64 // seconds a share the difficulty is steered to; 0 if it is fixed
	check    float64 // seconds between looks at the difficulty
	life     float64 // mean seconds until a connection is lost
	outages  float64 // probability that more than the connection is lost
}

// newPool draws pool k of coin number n.
func newPool(seed uint64, n, k int) *pool {
	d := roll(seed, name("pool"), uint64(n), uint64(k))
	dialects := coins[n].dialects
	p := &pool{dialect: &dialects[d.IntN(len(dialects))], number: n*poolsPerCoin + k}
	for range 1 + p.dialect.chains {
		p.jobs = append(p.jobs, d.size(p.dialect.job))
	}
	if b := p.dialect.branch; b.hi > 0 {
		few := d.size(b)
		p.branches = span{few, min(few+2, b.hi)}
	}
	if r := p.dialect.refresh; r.hi > 0 && d.chance(0.8) {
		p.refresh, p.even = d.spread(r.lo, r.hi), d.between(0.2, 1)
	}
	p.share = [2]int{d.size(p.dialect.share.ask), d.size(p.dialect.share.answer)}
	p.reject = d.size(p.dialect.reject)
	if r := p.dialect.retune; r.hi > 0 {
		p.retune = d.size(r)
	}
	for _, b := range p.dialect.beats {
		p.beats = append(p.beats, [2]int{d.size(b.ask), d.size(b.answer)})
	}
	if !d.chance(p.fixed) {
		p.aim = []float64{15, 30, 30, 100}[d.IntN(4)]
		p.check = d.between(30, 90)
	}
	p.life = d.spread(1.5*3600, 24*3600)
	p.outages = d.between(0, 0.15)
	return p
}

// A miner is one client of a pool and its state.
type miner struct {
	*session
	*pool
	peer  *peer
	floor float64 // mean seconds between shares at the lowest difficulty: the hash rate
	extra int     // bytes of worker name in a submit
	wrong float64 // fraction of rejected shares
	idle  bool    // beats only in silence, where the dialect has that
	beat  []float64

	sway float64 // how far the hash rate strays: heat, other work on the machine

	conn       *conn
	difficulty float64
	power      float64 // present hash rate, about 1
	base       int     // bytes of a job of the present chain
	job        int     // bytes of the present job
	number     int     // of the last request
	shares     int     // since the difficulty was last changed
	tuned      float64
}

// kind is a miner of the n-th coin.
func (c *coin) kind(n int, tls bool) kind {
	k := kind{name: c.name + "-plain", class: Mining}
	if tls {
		k.name = c.name + "-tls"
	}
	k.run = func(s *session) { newMiner(s, newPool(s.seed, n, s.IntN(poolsPerCoin)), tls).mine() }
	return k
}

func newMiner(s *session, p *pool, tls bool) *miner {
	port := p.port[0]
	if tls {
		port = p.port[1]
	}
	network := 198<<24 | 51<<16 | 100<<8
	if p.number >= 250 {
		network = 203<<24 | 113<<8
	}
	m := &miner{session: s, pool: p, peer: s.peer(v4(network, 1+p.number%250), port, s.spread(0.008, 0.22))}
	m.peer.tls = tls
	m.floor = s.spread(p.pace.lo, p.pace.hi)
	if p.worker {
		m.extra = s.size(span{0, 30})
	}
	m.wrong = s.spread(0.002, 0.03)
	m.sway = s.between(0, 0.5)
	m.power = 1
	m.idle = s.chance(0.5)
	for _, b := range p.dialect.beats {
		m.beat = append(m.beat, s.spread(b.every.lo, b.every.hi))
	}
	return m
}

// mine connects, works until the connection is lost, and does it again.
func (m *miner) mine() {
	for m.login() && m.work() {
		if m.chance(m.outages) && !m.outage() {
			return
		}
		if !m.wait(m.between(1, 15)) {
			return
		}
	}
}

// outage is a pool out of reach for some minutes: it refuses or does not
// answer, and the client tries again after its retry pause.
func (m *miner) outage() bool {
	until := m.now + m.spread(60, 900)
	silent := m.chance(0.5)
	for m.now < until {
		pause := m.between(5, 7)
		if silent {
			m.unanswered(m.peer, m.now, 5)
			pause += 20 // the client's own connect timeout
		} else {
			m.refused(m.peer, m.now)
		}
		if !m.wait(pause) {
			return false
		}
	}
	return true
}

// login connects and gets the first job.
func (m *miner) login() bool {
	m.conn = m.connect(m.peer, m.now)
	m.number = 0
	m.difficulty = 1
	if m.aim > 0 {
		m.difficulty = max(1, m.spread(0.1, 2)*m.aim/m.floor)
	}
	m.shares, m.tuned = 0, m.now
	t := m.conn.ready
	for _, e := range m.hello {
		t = m.request(t, m.size(e.ask)+m.extra, m.size(e.answer))
	}
	if !m.until(t) {
		return false
	}
	if m.retune > 0 {
		m.conn.send(m.now, in, m.retune)
	}
	m.template()
	if !m.welcome {
		m.push()
	}
	return true
}

// request is an exchange with the pool; the number of the request is in both.
func (m *miner) request(at float64, ask, answer int) float64 {
	m.number++
	digits := len(strconv.Itoa(m.number)) - 1
	return m.conn.ask(at, ask+digits, m.spread(0.0005, 0.03), answer+digits)
}

// template makes the job for a new block. Pools that follow the best
// price go over to another chain now and then.
func (m *miner) template() {
	if m.job == 0 || m.chance(0.03) {
		m.base = m.jobs[m.IntN(len(m.jobs))]
	}
	m.job = m.base
	if m.pool.branches.hi > 0 {
		m.job += branchBytes * m.size(m.pool.branches)
	}
}

// push sends the present job.
func (m *miner) push() { m.conn.send(m.now, in, m.job) }

// renewal is the time until the job is refreshed: by a clock, or when enough
// new transactions have come together.
func (m *miner) renewal() float64 {
	if m.refresh == 0 {
		return math.Inf(1)
	}
	return m.refresh * (m.even + m.after(1-m.even))
}

// search is the time until the next share is found.
func (m *miner) search() float64 { return m.after(m.floor * m.difficulty / m.power) }

// The timers of a connection; those from atBeat on are the dialect's beats.
const (
	atBlock = iota
	atRefresh
	atShare
	atCheck
	atSway
	atLost
	atBeat
)

// work lives through one connection. It returns false when time is up.
func (m *miner) work() bool {
	next := m.timers()
	for {
		which := 0
		for i, t := range next {
			if t < next[which] {
				which = i
			}
		}
		if !m.until(next[which]) {
			return false
		}
		heard := true
		switch which {
		case atBlock:
			m.template()
			m.push()
			next[atBlock] = m.now + m.after(m.block)
			next[atRefresh] = m.now + m.renewal()
		case atRefresh:
			m.push()
			next[atRefresh] = m.now + m.renewal()
		case atShare:
			m.submit()
			next[atShare] = m.now + m.search()
		case atCheck:
			if heard = m.steer(); heard {
				next[atShare] = m.now + m.search()
			}
			next[atCheck] = m.now + m.check
		case atSway:
			m.power = m.between(1-m.sway, 1+m.sway)
			next[atSway] = m.now + m.after(1200)
			heard = false
		case atLost:
			m.leave()
			return true
		default:
			i := which - atBeat
			m.request(m.now, m.pool.beats[i][0], m.pool.beats[i][1])
			next[which] = m.now + m.beat[i]
		}
		if heard && m.idle {
			m.rest(next[atBeat:])
		}
	}
}

func (m *miner) timers() []float64 {
	next := make([]float64, atBeat, atBeat+len(m.beat))
	next[atBlock] = m.now + m.after(m.block)
	next[atRefresh] = m.now + m.renewal()
	next[atShare] = m.now + m.search()
	next[atCheck] = math.Inf(1)
	if m.aim > 0 {
		next[atCheck] = m.now + m.check
	}
	next[atSway] = m.now + m.after(1200)
	next[atLost] = m.now + m.after(m.life)
	for _, every := range m.beat {
		next = append(next, m.now+every)
	}
	return next
}

// rest puts off the beats that wait for silence.
func (m *miner) rest(next []float64) {
	for i, b := range m.dialect.beats {
		if b.idle {
			next[i] = m.now + m.beat[i]
		}
	}
}

// submit sends a share.
func (m *miner) submit() {
	m.shares++
	answer := m.pool.share[1]
	if m.chance(m.wrong) {
		answer = m.pool.reject
	}
	m.request(m.now, m.pool.share[0]+m.extra, answer)
}

// steer brings the pace of shares nearer to the pool's aim, at most threefold
// a time, as far as the lowest difficulty allows. It reports whether the
// difficulty changed.
func (m *miner) steer() bool {
	elapsed := m.now - m.tuned
	if m.shares < 6 && elapsed < 6*m.aim {
		return false
	}
	ratio := m.aim * max(float64(m.shares), 0.5) / elapsed
	if ratio > 0.7 && ratio < 1.3 {
		m.shares, m.tuned = 0, m.now
		return false
	}
	to := max(1, m.difficulty*min(max(ratio, 1./3), 3))
	changed := to != m.difficulty
	m.difficulty, m.shares, m.tuned = to, 0, m.now
	if changed {
		if m.retune > 0 {
			m.conn.send(m.now, in, m.retune)
		}
		m.push()
	}
	return changed
}

// leave loses the connection in one of the usual ways.
func (m *miner) leave() {
	switch m.IntN(4) {
	case 0:
		m.conn.close(m.now, out)
	case 1:
		m.conn.reset(m.now, in)
	default:
		m.conn.close(m.now, in)
	}
}
