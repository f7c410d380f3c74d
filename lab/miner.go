package lab

import (
	"math"
	"strconv"
)

// A miner is one client of a pool and its state.
type miner struct {
	*session
	*pool
	feed  *schedule
	peers []*peer // the paths to the pool, of which it takes one at a time
	peer  *peer

	floor  float64 // mean seconds between shares at the lowest difficulty: the hash rate
	extra  []int   // bytes of worker name in a submit; a worker for each
	hello  []exchange
	wrong  float64 // fraction of rejected shares
	counts bool    // its requests are numbered
	idle   bool    // beats only in silence, where the dialect has that
	beat   []float64
	detour float64 // seconds that answers take longer than the path tells: relays behind the peer
	sway   float64 // how far the hash rate strays: heat, other work on the machine
	calm   float64 // mean seconds until it strays to somewhere else
	share  float64 // of the hash rate it has, all the time
	pause  stretch // seconds before it connects again
	duty   float64 // seconds of a cycle of work and rest; 0 if it never rests
	leaves bool    // it hangs up when it rests
	least  float64 // lowest difficulty the pool gives it
	stint  float64 // seconds it stays connected; 0 for as long as it can
	shared *ledger // where a proxy gets its shares from; nil for its own work
	proxy  *miner  // to whom shares go on; nil for none

	conn       *conn
	difficulty float64
	power      float64 // present hash rate, about 1
	resting    bool
	chain      int     // of the last job
	number     int     // of the last request
	shares     int     // since the difficulty was last changed
	tuned      float64 // when that was
	found      float64 // when the next share is found; it is sent a little later
	base       []float64
}

// newMiner draws a client of a pool that connects over a transport.
func newMiner(s *session, p *pool, transport string) *miner {
	m := clientOf(s, p)
	rtt := s.spread(0.004, 0.28)
	var over string
	for k := range s.host.evasion.addresses() {
		var path *peer
		path, over = s.route(transport, server{p.addr(k), p.port, rtt})
		m.peers = append(m.peers, path)
	}
	m.peer = m.peers[0]
	if transport == overSocks {
		m.detour = rtt
		if m.peer.wrap.cells {
			m.detour = s.spread(0.1, 0.8) // three relays
		}
	}
	s.label.Attrs = m.attrs(byPool, over)
	return m
}

// clientOf draws a client without a path.
func clientOf(s *session, p *pool) *miner {
	m := &miner{session: s, pool: p, feed: newSchedule(s.seed, p, s.host.clock, s.now)}
	m.floor = s.spread(p.pace.lo, p.pace.hi)
	switch {
	case p.swap > 0 && s.chance(0.3): // a market's shares are not for processors: some find none before they are hung up on
		m.floor *= s.spread(1, 500)
	case p.aim == 0 && s.chance(0.2): // nor are those of every fixed difficulty
		m.floor *= s.spread(1, 100)
	}
	m.extra = []int{0}
	m.hello = p.dialect.hello
	if p.worker {
		m.extra[0] = s.size(span{0, 34})
		for s.chance(0.12) && len(m.extra) < 8 { // several workers on one connection
			m.extra = append(m.extra, s.size(span{0, 34}))
			m.hello = append(m.hello[:len(m.hello):len(m.hello)], authorize)
		}
	}
	for _, e := range p.extras {
		if s.chance(0.4) {
			m.hello = append(m.hello[:len(m.hello):len(m.hello)], e)
		}
	}
	if m.wrong = s.spread(0.002, 0.05); s.chance(0.2) {
		m.wrong = 0
	}
	m.counts = s.chance(0.75)
	if m.sway = s.spread(0.002, 0.1); s.chance(0.4) { // a machine that is not for mining alone
		m.sway = s.between(0.1, 0.8)
	}
	m.calm = s.spread(300, 7200)
	m.least = 1
	m.idle = s.chance(0.5)
	for _, b := range p.dialect.beats {
		every := s.spread(b.every.lo, b.every.hi)
		if s.chance(0.3) { // not switched on
			every = math.Inf(1)
		}
		m.beat = append(m.beat, every)
	}
	m.pause = []stretch{{1, 15}, {5, 6}, {10, 15}, {30, 31}}[s.IntN(4)]
	m.throttle(s.host.evasion.power())
	return m
}

// throttle makes the miner use a share of its hash rate: all the time, or by
// working in cycles of ten minutes to two hours.
func (m *miner) throttle(share float64) {
	m.share = 1
	if share < 1 {
		if m.chance(0.5) {
			m.share = share
		} else {
			m.duty, m.leaves = m.spread(600, 7200), m.chance(0.5)
		}
	}
	m.power = m.share
}

// attrs describe the miner for labels.
func (m *miner) attrs(kind, transport string) Attrs {
	return Attrs{
		Kind:      kind,
		Coin:      m.coin.name,
		Pool:      m.id(),
		Size:      third(m.floor, m.pace),
		Transport: transport,
		Evasion:   m.host.evasion.String(),
	}
}

// third says in which third of the coin's hash rates, in ratios, a miner is
// whose shares are so many seconds apart.
func third(floor float64, pace stretch) string {
	switch x := math.Log(floor/pace.lo) / math.Log(pace.hi/pace.lo); {
	case x < 1./3:
		return "fast"
	case x < 2./3:
		return "middle"
	}
	return "slow"
}

// mine connects, works until the connection is lost, and does it again.
func (m *miner) mine() {
	for m.login() && m.work() {
		if m.chance(m.outages) && !m.outage() {
			return
		}
		if !m.wait(m.between(m.pause.lo, m.pause.hi)) {
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
		pause := m.between(m.pause.lo, m.pause.hi)
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
	if m.tunnel != nil && !m.until(m.tunnel.quiet) {
		return false
	}
	m.conn = m.connect(m.peer, m.now)
	m.number = 0
	m.difficulty = m.least
	if m.aim > 0 {
		m.difficulty = max(m.least, m.spread(0.1, 2)*m.aim/m.floor)
	}
	m.shares, m.tuned, m.resting = 0, m.now, false
	t := m.conn.ready
	for i, e := range m.hello {
		t = m.request(t, m.size(e.ask)+m.extra[i%len(m.extra)], m.size(e.answer))
	}
	if !m.until(t) {
		return false
	}
	m.feed.skip(m.now)
	m.chain = m.feed.on
	if m.retune > 0 {
		m.tell(m.retune)
	}
	if !m.welcome {
		m.tell(m.feed.job)
	}
	return true
}

// tell is a message of the pool's own accord.
func (m *miner) tell(n int) { m.conn.send(m.now, 1-m.conn.client, n) }

// request is an exchange with the pool; the number of the request is in both,
// or always the same one.
func (m *miner) request(at float64, ask, answer int) float64 {
	m.number++
	digits := 0
	if m.counts {
		digits = len(strconv.Itoa(m.number)) - 1
	}
	think := m.detour + m.spread(m.think.lo, m.think.hi)
	return m.conn.ask(at, ask+digits, think, answer+digits)
}

// submit sends a share.
func (m *miner) submit() {
	m.shares++
	answer := m.pool.share[1]
	if m.chance(m.wrong) {
		answer = m.reject
	}
	t := m.request(m.now, m.pool.share[0]+m.extra[m.IntN(len(m.extra))], answer)
	if m.proxy != nil && m.chance(m.difficulty/m.proxy.least) {
		m.proxy.shared.add(t)
	}
}

// steer brings the pace of shares nearer to the pool's aim, as far as the pool
// leaps and the lowest difficulty allows. It reports whether the difficulty
// changed.
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
	to := max(m.least, m.difficulty*min(max(ratio, 1/m.leap), m.leap))
	changed := to != m.difficulty
	m.difficulty, m.shares, m.tuned = to, 0, m.now
	if changed {
		if m.retune > 0 {
			m.tell(m.retune)
		}
		m.tell(m.feed.job)
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
