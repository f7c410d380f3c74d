package lab

// miners lists the mining kinds: each coin over each transport, and those that
// have something else than a pool on the other side, or nothing.
func miners() []kind {
	list := []kind{
		{name: "proxy-upstream", side: byProxy, run: proxyUpstream},
		{name: "proxy-star", side: byProxy, run: proxyStar},
		{name: "proxy-worker", side: byProxy, run: proxyWorker},
		{name: "solo-poll", side: bySolo, run: soloPoll},
		{name: "solo-node", side: byNode, run: soloNode},
		{name: "blocked-reject", side: byBlocked, run: blocked(filtered)},
		{name: "blocked-silent", side: byBlocked, run: blocked(silent)},
		{name: "blocked-refused", side: byBlocked, run: blocked(closed)},
	}
	for n := range coins {
		for _, t := range transports {
			list = append(list, kind{name: coins[n].name + "-" + t, side: byPool, run: atPool(n, t)})
		}
	}
	return list
}

// atPool is a miner of the n-th coin, or a few rigs behind the same address, at
// one pool.
func atPool(n int, transport string) func(*session) {
	return func(s *session) {
		m := newMiner(s, newPool(s.seed, n, s.IntN(poolsPerCoin)), transport)
		if s.chance(0.12) {
			m.farm(1 + s.IntN(6))
		}
		m.donate()
		s.dilute(m.peer)
		m.mine()
	}
}

// farm starts more rigs beside a miner, each with a connection of its own, to a
// port for rigs: a share each 3 to 20 s at most.
func (m *miner) farm(rigs int) {
	soonest := m.spread(3, 20)
	m.least = max(1, soonest/m.floor)
	for range rigs {
		m.also(func(s *session) {
			r := clientOf(s, m.pool)
			r.peers, r.peer, r.detour = m.peers, m.peers[0], m.detour // where the miner is by then depends on who is stepped first
			r.floor = m.floor * s.spread(0.5, 2)
			r.least = max(1, soonest/r.floor)
			if s.wait(s.between(0, 60)) {
				r.mine()
			}
		})
	}
}

// donate starts what common miners do for their authors: they work a share of
// the time, such as a minute in every 80 to 120 (xmrig at its lowest level), at
// another pool.
func (m *miner) donate() {
	if m.coin.fee == 0 || !m.chance(0.6) {
		return
	}
	k := (m.pool.number%poolsPerCoin + 1 + m.IntN(poolsPerCoin-1)) % poolsPerCoin
	p := newPool(m.seed, m.pool.number/poolsPerCoin, k)
	transport := overPlain
	if m.chance(0.4) {
		transport = overTLS
	}
	s := m.also(func(s *session) {
		d := newMiner(s, p, transport)
		d.peers = d.peers[:1] // authors do not hide
		d.floor = m.floor
		s.label.Attrs.Kind = byDonation
		s.label.Attrs.Size = third(d.floor, d.pace)
		every := s.spread(4800, 7200)
		d.stint = every * m.coin.fee * s.between(0.8, 1.2)
		for at := s.now + every*s.between(0, 1); s.until(at) && d.login() && d.work(); at += every {
		}
	})
	s.label = &Label{Class: m.label.Class, Group: m.label.Group}
}
