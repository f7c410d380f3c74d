package rig

import "makes/p/internal/wire"

// blocked tries the pools of its list again and again.
func (m *miner) blocked(p *pool) error {
	r := m.r
	list := []*pool{p}
	for n := wire.Pick(r, 1, 1, 2, 3, 3); len(list) < n; {
		if b := wire.Pick(r, m.w.pools...); b.coin == p.coin {
			list = append(list, b)
		}
	}
	what := wire.Pick(r, wire.Refused, wire.Dead, wire.Dead, wire.Denied, wire.Denied, wire.Healthy)
	each := wire.Pick(r, 1, 1, 3, 5) // attempts before the next of the list
	workers := make([]*worker, len(list))
	peers := make([]wire.Addr, len(list))
	for i, b := range list {
		w, err := newWorker(r, b, m.ratio)
		if err != nil {
			return err
		}
		workers[i], peers[i] = w, m.peer(b)
		m.label(b, peers[i], "blocked")
	}
	var open [2]float64 // when the first of the list can be reached after all
	if r.IntN(4) == 0 {
		at := m.to * r.Float64()
		open = [2]float64{at, at + min(m.to/4, wire.Span{Lo: 900, Hi: 20000}.Draw(r))}
	}
	bans := wire.Pick(r, 0.01, 0.5, 3, 10, 30)
	for n, t := 0, m.from+m.wait(0)*r.Float64(); t < m.to; n++ {
		if t >= m.pause[0] && t < m.pause[1] {
			t = m.pause[1]
		}
		i := n / each % len(list)
		if i == 0 && t >= open[0] && t < open[1] {
			t = workers[0].session(m.conn(list[0], peers[0], false), t, min(open[1], m.to)) + m.wait(0)
			continue
		}
		c := m.conn(list[i], peers[i], what == wire.Denied)
		if what != wire.Healthy {
			t = c.Try(t, what, m.patience)
		} else { // the pool answers, and closes
			at := workers[i].say(c, c.Open(t), "login")
			t = max(at, t+bans*(0.9+0.2*r.Float64()))
			c.Close(t, 1, list[i].closing)
		}
		wait := n
		if what == wire.Healthy && r.IntN(2) == 0 {
			wait = 0
		}
		t += m.wait(wait)
	}
	return nil
}
