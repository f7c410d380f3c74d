package mining

import "makes/b/internal/wire"

// blocked is a miner that does not get through.
type blocked struct {
	*miner
	how      wire.Block
	cut      bool    // a middlebox resets the connection once it has seen the login
	patience float64 // of one attempt
	growth   float64 // of the pause after every failure
	most     float64
}

func newBlocked(w *wire.World, r wire.Rand, h *wire.Host, pools []*Pool, c chain) *blocked {
	b := &blocked{
		miner:    newMiner(w, r, "blocked", h, pools, c),
		how:      wire.Pick(r, wire.RejectedOut, wire.RejectedOut, wire.Dropped, wire.Refused, wire.RejectedReply),
		cut:      r.Chance(0.15),
		patience: wire.Pick(r, 5.0, 10, 20, 20, 30, 130),
		growth:   1, most: r.Wide(30, 1200),
	}
	if r.Chance(0.3) {
		b.growth = r.Between(1.2, 2)
	}
	if b.relay != nil {
		b.relay, b.transport = nil, "plain"
	}
	return b
}

func (b *blocked) run(p *wire.Proc) {
	for _, s := range b.rig.on {
		p.Now = max(p.Now, s.from)
		pause, tries := b.retry, 0
		for p.Now < min(s.to, p.End) {
			pool := b.pools[tries/5%len(b.pools)] // five tries, then the next pool
			tries++
			p.Resolve()
			p.Label = b.label(pool)
			if b.cut {
				b.login(p, pool)
			} else {
				p.Knock(b.peer(p, pool), b.port(pool), b.how, b.patience)
			}
			p.Wait(p.Near(pause, 0.02))
			pause = min(b.most, pause*b.growth)
		}
	}
}

func (b *blocked) login(p *wire.Proc, pool *Pool) {
	c := b.connect(p, pool)
	s := &session{p: p, c: c, pool: pool, parts: b.partsAt(pool)}
	s.parts["id"] = 1
	c.Send(s.size(pool.Coin.Hello[0].ask))
	p.Wait(p.Between(0.001, 0.2))
	c.Abort(false)
}
