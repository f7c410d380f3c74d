package lab

import "slices"

// Mining proxies. Their protocol is the pools'; what differs is who is on the
// other side, and how many workers are behind a connection.

// maxMerged is how many workers an upstream connection carries at most: they
// share one byte of the nonce (xmrig-proxy, mode "nicehash").
const maxMerged = 256

// proxied draws the pool a proxy works for, most often of Monero.
func (s *session) proxied() *pool {
	n := 0
	if s.chance(0.4) {
		n = s.IntN(len(coins))
	}
	p := *newPool(s.seed, n, s.IntN(poolsPerCoin))
	p.move = 0
	return &p
}

// proxyUpstream is a proxy's side towards the pool. In mode "nicehash" up to
// 256 workers share a connection; in mode "simple" each has its own.
func proxyUpstream(s *session) {
	m := newUpstream(s, s.proxied())
	if s.chance(0.3) {
		m.farm(1 + s.IntN(15))
	} else {
		m.merge(s.spread(2, maxMerged))
	}
	s.label.Attrs.Size = third(m.floor, m.pace)
	s.dilute(m.peer)
	m.mine()
}

func newUpstream(s *session, p *pool) *miner {
	transport := overPlain
	if s.chance(0.35) {
		transport = overTLS
	}
	m := newMiner(s, p, transport)
	s.label.Attrs.Kind = byProxy
	return m
}

// merge puts many workers behind a miner. The port they choose leaves the lot a
// share each 0.1 s (one of low difficulty) to 20 s, or a steered pace.
func (m *miner) merge(workers float64) {
	m.floor /= workers
	m.least = max(1, m.spread(0.1, 20)/m.floor)
}

// proxyWorker is a miner whose pool is a proxy in the same network.
func proxyWorker(s *session) {
	m := newWorker(s, s.proxied(), s.near(0))
	s.dilute(m.peer)
	m.mine()
}

// newWorker is a miner at a proxy, which passes on the jobs of its pool. The
// proxy's difficulty is its own, or the pool's and then hard for one worker: a
// share each ten seconds to ten minutes.
func newWorker(s *session, p *pool, at *peer) *miner {
	q := *p
	q.kick, q.outages, q.hurry = 0, 0, 0
	q.life = s.spread(3600, 14*24*3600)
	quick := s.spread(0.0002, 0.1) // some ask the pool first
	q.think = stretch{quick, min(1, quick*s.spread(1.2, 20))}
	q.aim = 0
	if s.chance(0.5) {
		q.aim, q.check, q.leap = s.spread(5, 60), s.between(30, 90), 3
	}
	m := clientOf(s, &q)
	if q.aim == 0 {
		m.least = max(1, s.spread(10, 600)/m.floor)
	}
	m.feed = newSchedule(s.seed, p, s.host.clock, s.now)
	m.peer = at
	m.peer.port = []uint16{3333, 80, 443, 8080, 7777}[s.IntN(5)]
	m.peer.delay = s.reluctance()
	m.peer.wrap.pad = s.host.evasion.Padding
	m.peers = []*peer{at}
	over := overPlain
	if s.chance(0.2) {
		m.peer.tls, over = true, "tls13"
	}
	s.label.Attrs = m.attrs(byProxy, over)
	return m
}

// proxyStar is the proxy's own interface: three to forty workers connect to it,
// and it to the pool. Jobs go on to all of them as they come, and the pool gets
// those of their shares that are hard enough.
func proxyStar(s *session) {
	p := s.proxied()
	p.aim = 0 // of the pool's ports, proxies are told to take one of fixed difficulty
	up := newUpstream(s, p)
	workers := 3 + s.IntN(38)
	up.merge(float64(workers))
	up.shared = new(ledger)
	s.label.Attrs.Size = third(up.floor, up.pace)
	port := []uint16{3333, 80, 443, 8080, 7777}[s.IntN(5)]
	for range workers {
		c := s.also(func(s *session) {
			at := s.near(0)
			at.inbound = true
			m := newWorker(s, p, at)
			m.peer.port = port
			m.floor = up.floor * float64(workers) * s.spread(0.3, 3)
			if m.proxy = up; m.aim == 0 {
				m.least = up.least
			}
			m.pause = stretch{5, 30}
			if s.wait(s.between(0, 300)) {
				m.mine()
			}
		})
		c.label = &Label{Class: s.label.Class, Group: s.label.Group}
	}
	s.also(func(s *session) { // behind the workers, whose shares it needs
		up.session = s
		up.mine()
	})
}

// A ledger is the shares that workers have handed to a proxy.
type ledger struct {
	times []float64
	order bool // they are sorted
}

func (l *ledger) add(at float64) {
	l.times = append(l.times, at)
	l.order = false
}

func (l *ledger) sort() {
	if !l.order {
		slices.Sort(l.times)
		l.order = true
	}
}

// next is when the proxy hands on the next share, or when it is to look again:
// by limit, as far as the workers have come.
func (l *ledger) next(limit float64) float64 {
	l.sort()
	if len(l.times) == 0 {
		return limit
	}
	return min(l.times[0], limit)
}

// take forgets the shares up to now, and says how many there were.
func (l *ledger) take(now float64) int {
	l.sort()
	n := 0
	for n < len(l.times) && l.times[n] <= now {
		n++
	}
	l.times = slices.Delete(l.times, 0, n)
	return n
}
