package mining

import (
	"makes/b/internal/wire"
)

// private makes a mining proxy within the cloud out of a pool of the coin: the
// same messages, a difficulty of its own, no waiting to speak of.
func private(w *wire.World, r wire.Rand, pool *Pool) *Pool {
	p := *pool
	p.Name = pool.Coin.Name + "-proxy"
	p.Peers = []*wire.Peer{w.Reserve(true)}
	p.Ports = []uint16{wire.Pick[uint16](r, 3333, 3333, 8080, 7777, 443, 3380, uint16(r.Int(1024, 40000)))}
	p.Vary = newRule(r)
	p.Vary.fixed = r.Chance(0.6)
	p.Hangup = r.Wide(6*3600, 200*3600)
	if p.TLS != wire.Plain && r.Chance(0.7) {
		p.TLS = wire.Plain
	}
	return &p
}

// newWorker is a miner at a proxy within the cloud.
func newWorker(w *wire.World, r wire.Rand, h *wire.Host, pool *Pool, c chain) *miner {
	m := newMiner(w, r, "proxy", h, []*Pool{private(w, r, pool)}, c)
	if m.relay != nil {
		m.relay, m.transport = nil, "plain"
	}
	return m
}

// hub is a mining proxy: workers within the cloud, a pool outside.
type hub struct {
	upstream []*miner
	workers  []*miner
	port     uint16
}

func newHub(w *wire.World, r wire.Rand, h *wire.Host, pools []*Pool, c chain) *hub {
	x := &hub{port: wire.Pick[uint16](r, 3333, 3333, 4444, 8080, uint16(r.Int(1024, 30000)))}
	inside := private(w, r, pools[0])
	total := 0.0
	for range r.WideInt(4, 40) {
		worker := newWorker(w, r, h, inside, c)
		worker.pools[0].Vary = inside.Vary
		x.workers = append(x.workers, worker)
		total += worker.rig.full
	}
	total *= r.Wide(1, 5) // workers elsewhere
	lines := r.Int(1, 3)
	first := newMiner(w, r, "proxy", h, pools, c)
	step := r.Wide(1, 30) // whoever has many workers asks for more difficulty
	for range lines {
		m := *first
		m.step *= step
		m.rig = newRig(r, w.End, h.Zone)
		m.rig.full = total / float64(lines)
		m.rig.power = m.rig.full
		m.rig.on = []stretch{{-7200, w.End}}
		x.upstream = append(x.upstream, &m)
	}
	return x
}

func (x *hub) run(p *wire.Proc) {
	for _, m := range x.upstream {
		p.Fork(m.run)
	}
	for _, m := range x.workers {
		p.Fork(func(q *wire.Proc) { x.serve(q, m) })
	}
}

// serve takes a worker's connections.
func (x *hub) serve(p *wire.Proc, m *miner) {
	pool := m.pools[0]
	from := pool.Peers[0]
	p.Label = m.label(pool)
	sec := wire.Plain
	if m.secured(pool) {
		sec = pool.TLS
	}
	for _, s := range m.rig.on {
		p.Now = max(p.Now, s.from)
		for p.Now < min(s.to, p.End) {
			c := p.Accept(from, x.port, sec)
			m.stay(p, c, pool, min(s.to, p.Now+p.Exp(pool.Hangup)))
			c.Close()
			p.Wait(m.retry)
		}
	}
}
