package mining

import (
	"math"

	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

// newUpstream is a proxy that gathers many workers' shares for a pool; some of
// its workers connect to it at this interface.
func newUpstream(h *wide.Rand, n *wire.Nic, size, transport string, p *pool, book wire.Book) *Miner {
	workers, hub := wide.Between(h, 4, 400), *p
	hub.difficulty *= math.Pow(workers, h.Float64())
	m := newMiner(h, n, "proxy", size, transport, &hub, false)
	m.speed *= workers
	m.workOn = 0
	m.conns = 1 + int(workers/256)
	m.through(h, book)
	inner := innerPool(h, p)
	inner.port = wide.Pick(h, usual...)
	for range min(int(workers), 1+h.IntN(8)) {
		w := newMiner(h, n, "proxy", size, "plain", inner, true)
		w.link = wire.DrawLink(h, n, true, true)
		w.link.Peers, w.link.Port = []uint32{book.Keep(h, true)}, inner.port
		m.more = append(m.more, w)
	}
	return m
}

// newWorker is a miner that works for a proxy in the private network.
func newWorker(h *wide.Rand, n *wire.Nic, size, transport string, p *pool, book wire.Book) *Miner {
	inner := innerPool(h, p)
	inner.addrs = []uint32{book.Keep(h, true)}
	inner.port = wide.Pick(h, usual...)
	if transport == "socks" || transport == "vpn" { // no one takes these to a neighbour
		transport = "plain"
	}
	return newMiner(h, n, "proxy", size, transport, inner, true).through(h, book)
}

// innerPool is a proxy that speaks the pool's dialect with its own difficulty.
func innerPool(h *wide.Rand, p *pool) *pool {
	inner := *p
	inner.name += "-proxy"
	inner.think = wide.Between(h, 0.0001, 0.3)
	inner.difficulty, inner.least = wide.Between(h, 10, 250), wide.Between(h, 1, 40)
	inner.target = wide.Pick(h, 0, wide.Between(h, 4, 60))
	return &inner
}

// newBlocked is a miner that something keeps from its pools.
func newBlocked(h *wide.Rand, n *wire.Nic, size, transport string, p *pool, number int, book wire.Book) *Miner {
	m := newMiner(h, n, "blocked", size, transport, p, false).through(h, book)
	patience := wide.Pick(h, 5.0, 10, 15, 20, 20, 30, 60, 127)
	growth, most := wide.Pick(h, 1.0, 1, 1, 1.3, 2), wide.Between(h, 60, 900)
	m.run = func(m *Miner, p *wire.Proc) {
		for gap := m.retry; p.T < m.to; gap = max(m.retry, min(gap*growth, most)) {
			if number%4 == 3 { // let in, and reset when it shows what it is
				c := m.link.Open(p)
				c.Up(m.pool.login[0].N(p.R))
				c.Wait(0.01)
				c.Close(wire.Cut)
				p.T = c.T
			} else {
				m.link.Fail(p, wire.Failure(number%4), patience)
			}
			p.Wait(gap * (0.95 + 0.1*p.R.Float64()))
		}
	}
	return m
}
