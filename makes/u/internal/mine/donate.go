package mine

import (
	"makes/u/internal/clock"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
)

// Donation makes the program's connections to a pool of its author, at
// which it works for a short time in each round; nil if it gives nothing.
func (g *Rig) Donation(pool *Pool, r *rng.R) *Rig {
	m := g.Program
	if m.donates == 0 || g.Transport == "vpn" {
		return nil
	}
	client := &talk.Party{Addr: g.Client.Addr, Iface: g.Client.Iface, Stack: g.Client.Stack}
	for t := m.round * r.Uniform(-0.5, 1); t < g.Log.Length(); t += m.round * r.Uniform(0.95, 1.05) {
		span := clock.Span{From: t, To: t + m.donates*m.round}
		if g.Client.Up.Has(span.From) && g.Client.Up.Has(span.To) {
			client.Up = append(client.Up, span)
		}
	}
	return &Rig{Log: g.Log, Client: client, Pools: []*Pool{pool}, Program: m, Hash: g.Hash,
		Transport: g.Transport, Via: g.Via, R: r,
		Tag: pool.Coin.Tag("donation", pool.Name, g.Transport, g.Hash)}
}
