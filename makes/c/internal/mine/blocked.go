package mine

import (
	"math"

	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

// blocked is a miner that the network stops: its connections are rejected by
// the security group, vanish, are refused, lose their answers at the network
// ACL, or are cut as soon as a firewall sees what they are.
func (m *miner) blocked() {
	d := m.h.D
	targets := m.targets()
	try := m.cut
	if fate := dice.Of(d, wire.Rejected, wire.Rejected, wire.Dropped, wire.Dropped, wire.Refused, wire.Refused, wire.OneWay); d.Chance(0.88) {
		patience := dice.Of(d, 5, 10, 20, 20, 30, 130.0)
		try = func(t float64, s *wire.Service) float64 { return m.h.Knock(t, s, fate, patience) }
	}
	tries := d.Int(1, 6)
	pause, rest := d.Tick(1, 30), d.Tick(0.5, 120)
	growth, longest := dice.Of(d, 1, 1, 1, d.U(1.2, 2)), d.Log(60, 900)
	for t, round := m.h.Begin(), 0; t < m.h.End; round++ {
		s := targets[round%len(targets)]
		for wait, i := 1.0, 0; i < tries && t < m.h.End; i++ {
			t = try(t, s)
			t += min(pause()*wait, longest)
			wait *= growth
		}
		t += rest()
		if m.r.cron > 0 && round%len(targets) == len(targets)-1 {
			t = (math.Floor(t/m.r.cron)+1)*m.r.cron + d.U(0.3, 4)
		}
	}
}

// targets are the addresses the miner tries in turn.
func (m *miner) targets() []*wire.Service {
	var all []*wire.Service
	for _, p := range m.pools[:m.h.D.Int(1, len(m.pools))] {
		for i := range m.h.D.Int(1, len(p.hosts)) {
			s := m.way.remote(p.at(i, m.way.secret))
			label(m.h, s, "blocked", m.coin.name, p.name, m.size, m.way.name)
			all = append(all, s)
		}
		if m.way.relay != nil {
			break
		}
	}
	return all
}

// cut is a connection that is reset after the first message of the miner.
func (m *miner) cut(t float64, s *wire.Service) float64 {
	c := m.h.Dial(t, s)
	c.Up(dice.Of(m.h.D, s.Hello, m.h.D.Int(150, 500)))
	c.Wait(s.RTT)
	c.Reset(wire.Server)
	return c.Now
}
