package mining

import (
	"fmt"

	"makes/d/internal/dice"
	"makes/d/internal/netsim"
)

// proxy is either a worker at a private mining proxy, or the proxy itself:
// workers come in from the private network, and their shares go up to a pool.
func (m *miner) proxy(number int) {
	inner := m.found(m.coin, fmt.Sprintf("%s-proxy-%02d", m.coin.name, number), true)
	if m.dice.Chance(0.5) {
		m.run(m.start, func(r *Rig) { r.mine([]*Pool{inner}, m.labels()) })
		return
	}
	all := m.of(m.coin)
	upstream := *all[m.dice.IntN(len(all))]
	workers := m.dice.Size(3, 40)
	if upstream.aim > 0 { // proxies are given shares more often
		upstream.aim /= m.dice.Scale(1, 8)
		upstream.floor = 0
	}
	upstream.start /= float64(workers) / m.dice.Scale(1, float64(workers))
	upstream.start = max(upstream.start, 0.25*m.speed)
	m.run(m.start, func(r *Rig) { r.mine([]*Pool{&upstream}, m.labels()) })

	for range workers {
		speed := m.speed * m.dice.Around(1, 0.4)
		worker := m.places.Stranger(true)
		m.host.Start(dice.New(m.dice.Uint64()), m.start+m.dice.Tail(1, 3000, 0.6), m.worker(inner), m.away, func(p *netsim.Proc) {
			r := &Rig{Proc: p, chains: m.Chains, speed: speed, retry: p.Scale(3, 40)}
			for {
				c := r.Accept(worker, inner.port)
				c.Limit(r.Tail(2000, 40*netsim.Day, 0.5))
				r.session(c, inner)
				c.Close()
				r.Sleep(r.retry)
			}
		})
	}
}

// worker labels what comes in from workers, always unencrypted.
func (m *miner) worker(inner *Pool) *netsim.Label {
	w := *m
	w.way = "plain"
	return w.label(inner.name)
}
