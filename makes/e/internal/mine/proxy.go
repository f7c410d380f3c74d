package mine

import "makes/e/internal/sim"

// upstream runs a mining proxy: few connections to the pool carry the shares of
// many workers, who come in from the private network.
func upstream(p *sim.Program, c coin, pl *pool, hash float64, size string, via carrier) {
	workers, lines := p.LogInt(5, 400), p.Int(1, 3)
	for range lines {
		q := p.Fork()
		m := newMiner(q, c, pl, hash*float64(workers)/float64(lines), via)
		m.run()
	}
	front := drawPool(p.Dice, c, pl.name)
	front.fresh, front.answer = pl.fresh, pl.answer+0.01
	port := sim.Pick(p.Dice, uint16(3333), 3333, 8080, 14444, 443)
	for range min(workers, p.Int(4, 25)) {
		q := p.Fork()
		q.Label = label("proxy", c, pl.name, size, "plain")
		w := newMiner(q, c, front, hash*q.Log(0.7, 1.4), carrier{})
		from := q.World.Private(0)
		for q.Alive() {
			conn := q.Accept(from, port).Keep(0, front.probe)
			w.session(conn, q.Now+q.Log(1800, 400_000))
			w.part(conn)
			q.Wait(q.Log(5, 3000))
		}
	}
}

// underling is a worker whose pool is a proxy (or a P2Pool node) close by.
func underling(p *sim.Program, c coin, hash float64, via carrier, name string) {
	front := drawPool(p.Dice, c, name)
	front.tlsPort = 3334
	front.doors = []sim.Peer{p.World.Private(sim.Pick(p.Dice, uint16(3333), 3333, 8080, 5555, 443))}
	newMiner(p, c, front, hash, via).run()
}
