package mine

import "makes/c/internal/wire"

// useProxy is a proxy of many workers, or one of its workers.
func (m *miner) useProxy(ms *Mines) {
	p := newPool(ms.w, ms.number(m.coin.name+"-proxy"), m.coin, wire.Private, 1)
	if m.h.D.Chance(0.5) {
		m.pools = []*pool{p}
		if m.way.relay != nil {
			m.way = newTransport(m.h, "plain")
		}
		m.usePools("proxy")
		return
	}
	m.serveWorkers(p)
	m.r.speed *= float64(m.h.D.Int(5, 120))
	m.usePools("proxy")
}

// serveWorkers are the private workers that a proxy lets in; more may come
// from elsewhere.
func (m *miner) serveWorkers(p *pool) {
	d := m.h.D
	secret := d.Chance(0.3)
	way := "plain"
	port := p.at(0, secret).Port
	if secret {
		way = "tls13"
	}
	for range d.Int(0, 8) {
		worker := *m.h.World.Service("worker of "+p.name, 0, wire.Private)
		worker.TLS = 13
		label(m.h, &worker, "proxy", m.coin.name, p.name, m.size, way)
		r := newRig(m.h, m.size)
		l := p.speak(m.h, r)
		for t := m.h.Begin(); t < m.h.End; {
			c := m.h.Accept(t, &worker, port)
			if secret {
				c.TLS()
			}
			c.Limit(d.Exp(p.life))
			work(c, r, p, l)
			c.Close(wire.Client)
			t = c.Now + r.retry()
		}
	}
}
