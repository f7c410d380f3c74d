package rig

import "makes/p/internal/wire"

// proxy mines with the workers of a private net, and folds them into a few connections.
func (m *miner) proxy(p *pool) error {
	r := m.r
	workers := min(200, int(wire.Span{Lo: 5, Hi: 45}.Draw(r)))
	if r.IntN(12) == 0 {
		workers = 60 + r.IntN(141)
	}
	up := 1 + workers/256
	if r.IntN(3) == 0 { // each worker on its own
		up = min(workers, 10)
	}
	peer := m.peer(p)
	m.label(p, peer, "proxy")
	for range up {
		w, err := newWorker(r, p, m.ratio)
		if err != nil {
			return err
		}
		if !p.fixed && r.IntN(2) == 0 {
			w.interval /= wire.Span{Lo: 1, Hi: 20}.Draw(r)
		}
		if err := m.work(w, peer, nil); err != nil {
			return err
		}
	}
	// Inside, the proxy is the pool: same jobs, other difficulty, its own habits.
	inside := *p
	inside.port = wire.Pick(r, uint16(3333), 3333, 4444, 5555, 7777, 8080)
	inside.stack, inside.think = m.stack, wire.Span{Lo: 0.0002, Hi: 0.002}
	inside.fixed, inside.target = r.IntN(3) == 0, wire.Span{Lo: 6, Hi: 60}.Draw(r)
	inside.tune, inside.idle, inside.join = 0, 0, true
	if r.IntN(2) == 0 {
		inside.life = wire.Span{Lo: 1e6, Hi: 2e6}
	}
	inside.bad /= 3
	network := m.Address(true) &^ 0xffff
	small, cover := wire.NewStack(r, m.asic), wire.Plain
	m.transport = "plain"
	if r.IntN(6) == 0 {
		cover, m.transport = wire.TLS13, "tls13"
	}
	rtt := wire.Span{Lo: 0.0002, Hi: 0.02}.Draw(r)
	for i := range workers {
		rig := network | wire.Addr(1+i/200)<<8 | wire.Addr(10+i%200)
		m.label(p, rig, "proxy")
		w, err := newWorker(r, &inside, wire.Span{Lo: m.ratio / 2, Hi: m.ratio * 2}.Draw(r))
		if err != nil {
			return err
		}
		path := wire.NewPath(r, wire.Span{Lo: rtt, Hi: rtt}, cover)
		path.Hello = inside.hello
		t := -wire.Span{Lo: 100, Hi: 90000}.Draw(r)
		if m.from > 0 {
			t = m.from + 60*r.Float64()
		}
		for t < m.to {
			f := m.Flow(rig, inside.port, uint16(32768+r.IntN(28000)), 6, false)
			end := m.to
			if r.IntN(6) == 0 { // the rig is switched off
				end = min(end, max(t, 0)+wire.Span{Lo: 600, Hi: 90000}.Draw(r))
			}
			if t < m.pause[0] {
				end = min(end, m.pause[0])
			}
			t = w.session(wire.NewConn(f, r, 1, path, small, m.stack), t, end) + m.wait(0)
			if t >= m.pause[0] && t < m.pause[1] {
				t = m.pause[1] + 30*r.Float64()
			}
		}
	}
	return nil
}
