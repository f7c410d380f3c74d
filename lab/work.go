package lab

import "math"

// The timers of a connection; those from atBeat on are the dialect's beats.
const (
	atJob = iota
	atShare
	atCheck
	atSway
	atLost
	atKick
	atMove
	atHop
	atDuty
	atPing
	atBeat
)

var never = math.Inf(1)

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
		case atJob:
			m.feed.skip(math.Nextafter(m.now, never))
			if m.renew() {
				next[atShare] = m.restart()
			}
			next[atJob] = m.feed.next
		case atShare:
			if heard = m.deliver(); heard {
				next[atKick] = m.patience()
			}
			next[atShare] = m.search()
		case atCheck:
			if heard = m.steer(); heard {
				next[atShare] = m.restart()
			}
			next[atCheck] = m.now + m.check
		case atSway:
			m.stray()
			next[atSway] = m.now + m.after(m.calm)
			heard = false
		case atLost:
			m.leave()
			return true
		case atKick, atMove:
			if which == atMove {
				m.tell(m.size(span{62, 110}))
			}
			m.conn.close(m.now, 1-m.conn.client)
			return true
		case atHop:
			m.conn.close(m.now, m.conn.client)
			m.peer = m.peers[m.IntN(len(m.peers))]
			return true
		case atDuty:
			if !m.toggle(next) {
				return m.away()
			}
			heard = false
		case atPing:
			m.conn.send(m.now, 1-m.conn.client, m.ping[0])
			m.conn.send(m.now+m.conn.turn(1-m.conn.client)+m.between(0.0002, 0.05), m.conn.client, m.ping[1])
			next[atPing] = m.now + m.pinging
		default:
			i := which - atBeat
			m.request(m.now, m.pool.beats[i][0], m.pool.beats[i][1])
			m.base[i] += m.beat[i]
			next[which] = max(m.now, m.base[i]+m.late(m.beat[i]))
		}
		if heard && m.idle {
			m.rest(next[atBeat:])
		}
	}
}

// timers are what is due when the connection has been made.
func (m *miner) timers() []float64 {
	next := make([]float64, atBeat, atBeat+len(m.beat))
	for i := range next {
		next[i] = never
	}
	next[atJob] = m.feed.next
	next[atShare] = m.restart()
	if m.aim > 0 {
		next[atCheck] = m.now + m.check
	}
	next[atSway] = m.now + m.after(m.calm)
	next[atLost] = m.now + m.after(m.life)
	if m.stint > 0 {
		next[atLost] = m.now + m.stint
	}
	next[atKick] = m.patience()
	if m.move > 0 {
		next[atMove] = m.now + m.after(m.move)
	}
	if len(m.peers) > 1 {
		next[atHop] = m.now + m.spread(600, 4*3600)
	}
	if m.duty > 0 {
		next[atDuty] = m.now + m.host.evasion.power()*m.duty*m.between(0.5, 1.5)
	}
	if m.pinging > 0 {
		next[atPing] = m.now + m.pinging
	}
	m.base = m.base[:0]
	for _, every := range m.beat {
		m.base = append(m.base, m.now+every)
		next = append(next, m.now+every+m.late(every))
	}
	return next
}

// renew sends the present job, and the difficulty where the pool does that with
// each, or where it is another one's now: one write. It reports the latter.
func (m *miner) renew() bool {
	n, other := m.feed.job, m.feed.on != m.chain
	if m.with || other {
		n += m.retune
	}
	m.tell(n)
	m.chain = m.feed.on
	return other
}

// mean is the expected time between shares.
func (m *miner) mean() float64 { return m.floor * m.difficulty * m.hard[m.chain] / m.power }

// deliver submits what has been found. It reports whether anything had.
func (m *miner) deliver() bool {
	if m.shared == nil {
		m.submit()
		return true
	}
	n := m.shared.take(m.now)
	for range n {
		m.submit()
	}
	return n > 0
}

// restart searches from now on.
func (m *miner) restart() float64 {
	m.found = m.now
	if m.shared != nil {
		m.shared.take(m.now) // what came while it was away is stale
	}
	return m.search()
}

// search is when the next share is sent: when it is found, or later where that
// is to look less even.
func (m *miner) search() float64 {
	if m.resting {
		return never
	}
	if m.shared != nil {
		return max(m.now, m.shared.next(m.limit))
	}
	mean := m.mean()
	m.found += m.after(mean)
	return max(m.now, m.found+m.late(mean))
}

// patience is when the pool hangs up for want of shares. Clients whose
// keep-alives it counts are spared.
func (m *miner) patience() float64 {
	if m.kick == 0 || m.welcome {
		return never
	}
	return m.now + m.kick
}

// stray changes the hash rate a little.
func (m *miner) stray() {
	m.power = m.share * m.between(1-m.sway, 1+m.sway)
}

// rest puts off the beats that wait for silence.
func (m *miner) rest(next []float64) {
	for i, b := range m.dialect.beats {
		if b.idle {
			m.base[i] = m.now + m.beat[i]
			next[i] = m.base[i] + m.late(m.beat[i])
		}
	}
}

// toggle begins or ends the rest of a miner that works in cycles. It returns
// false if the miner is to hang up.
func (m *miner) toggle(next []float64) bool {
	share := m.host.evasion.power()
	m.resting = !m.resting
	if m.resting {
		if m.leaves {
			return false
		}
		share = 1 - share
	}
	next[atShare], next[atKick] = m.restart(), m.patience()
	next[atDuty] = m.now + share*m.duty*m.between(0.5, 1.5)
	return true
}

// away is a rest without a connection.
func (m *miner) away() bool {
	m.conn.close(m.now, m.conn.client)
	return m.wait((1 - m.host.evasion.power()) * m.duty * m.between(0.5, 1.5))
}
