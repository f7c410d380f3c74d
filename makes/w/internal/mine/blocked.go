package mine

import (
	"makes/w/internal/rng"
	"makes/w/internal/tcp"
)

// blocked tries pools that cannot be reached, the program's own way.
func (m *miner) blocked() {
	pools := m.some(m.g, m.coin, m.g.Int(1, 3))
	m.prog = choose(m.g, pools[0].family)
	s := m.session("blocked", m.host.Party, pools, m.transport)
	s.pause = s.g.Between(s.prog.pause[0], s.prog.pause[1])
	s.tries = s.g.Int(s.prog.tries[0], s.prog.tries[1])
	fault := rng.Pick(m.g, []tcp.Fault{tcp.DeniedOut, tcp.DeniedOut, tcp.DeniedIn, tcp.Silent, tcp.Silent, tcp.Refused, tcp.Refused, tcp.Cut})
	naps := m.g.Chance(0.15) // a watchdog that starts the program anew now and then
	for t := s.begin; t < s.end; {
		s.lookup(t)
		s.addr = s.g.IntN(len(s.pools[s.at].hosts))
		t = s.failed(s.knock(t, fault))
		if naps && s.fails >= 4*s.tries {
			t += s.g.Between(60, 1800)
			s.fails, s.at = 0, 0
		}
	}
}
