package lab

// A retry is how a client tries again.
type retry struct {
	timeout float64 // seconds until it gives an attempt up
	pause   stretch // seconds before the next
	growth  float64 // by which the pause grows each time; 1 for not at all
	most    float64 // longest pause
	tries   int     // attempts at a pool before the next is tried
}

// retries: xmrig (connect timeout 20 s, retry-pause 5, retries 5), cpuminer and
// ccminer (curl's timeout of 30 s, --retry-pause 30 or 10), xmr-stak (the
// kernel's timeout, 10 s that grow), GPU miners (10 to 15 s, with and without
// backing off), ethminer and others at 3 to 5 s, and a job of cron each minute.
var retries = [...]retry{
	{20, stretch{5, 5}, 1, 5, 5},
	{20, stretch{5, 5}, 1, 5, 5},
	{20, stretch{1, 10}, 1, 10, 3},
	{30, stretch{30, 30}, 1, 30, 1},
	{30, stretch{10, 10}, 1, 10, 3},
	{127, stretch{10, 10}, 1.3, 300, 1},
	{10, stretch{10, 15}, 1, 15, 3},
	{15, stretch{5, 10}, 1.5, 120, 4},
	{5, stretch{3, 5}, 1, 5, 3},
	{20, stretch{40, 40}, 1, 40, 1},
}

// blocked is a miner that cannot reach its pools: a wall of a sort is between.
// Some could for some hours.
func blocked(sort int) func(*session) {
	return func(s *session) {
		m := newMiner(s, newPool(s.seed, s.IntN(len(coins)), s.IntN(poolsPerCoin)), overPlain)
		s.label.Attrs.Kind = byBlocked
		if s.chance(0.25) {
			m.stint = s.spread(3600, 8*3600)
			if !m.login() || !m.work() {
				return
			}
		}
		others := s.IntN(3)
		for k := range others {
			p := *m.peer
			p.addr = s.facing(m.addr(maxRotate - 1 - k))
			m.peers = append(m.peers, &p)
		}
		windows := s.chance(0.1)
		for _, p := range m.peers {
			p.patient = windows
			if windows {
				p.stamps = false
			}
		}
		m.insist(sort, retries[s.IntN(len(retries))])
	}
}

// insist tries to connect, for ever, from another port each time.
func (m *miner) insist(sort int, r retry) {
	pause := m.between(r.pause.lo, r.pause.hi)
	for n := 0; ; n++ {
		w := &wall{peer: m.peers[n/r.tries%len(m.peers)], sort: sort, patience: r.timeout}
		if !m.until(m.knock(w) + pause + m.late(pause)) {
			return
		}
		pause = min(pause*r.growth, max(r.most, pause))
	}
}
