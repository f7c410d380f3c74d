package mine

import (
	"makes/w/internal/rng"
	"makes/w/internal/world"
)

// Kinds are the ways of mining that a run may ask for.
var Kinds = []string{"pool", "solo", "proxy", "blocked"}

// mixture is the order of kinds when all are asked for.
var mixture = []string{"pool", "solo", "proxy", "blocked", "pool", "pool"}

// Play plays the mining of the first n hosts. Kind is one of Kinds or "all".
func Play(w *world.World, n int, kind string) {
	f := &field{w: w, pools: map[*coin][]*pool{}, blocks: map[*coin][]float64{}, author: map[*coin]*pool{}, g: rng.New(w.Seed, "mining")}
	hubs := map[*world.Org]*hub{}
	heads := map[*hub]*miner{}
	var order []*hub
	for i := range n {
		h, k := w.Hosts[i], kind
		if kind == "all" {
			k = mixture[i%len(mixture)]
		}
		c := f.coinFor(i)
		if b := hubs[h.Org]; k == "proxy" && b != nil {
			c = b.coin
		}
		m := f.newMiner(h, k, c)
		switch k {
		case "pool":
			m.atPools()
		case "solo":
			m.solo()
		case "blocked":
			m.blocked()
		case "proxy":
			b := hubs[h.Org]
			if b == nil || f.g.Chance(0.15) {
				own := f.g.Chance(0.6)
				b = f.newHub(f.g, h, m.coin, own)
				hubs[h.Org] = b
				if own {
					heads[b] = m
					order = append(order, b)
					continue
				}
			}
			m.atProxy(b)
		}
	}
	for _, b := range order { // after their workers, whose work they pass on
		heads[b].run(b)
	}
}

// coinFor draws a miner's coin; a few are much more frequent than the rest.
func (f *field) coinFor(i int) *coin {
	g := rng.New(f.w.Seed, "coin", i)
	if g.Chance(0.3) {
		return &coins[g.Weighted([]float64{10, 2, 1, 1, 2})]
	}
	return &coins[g.IntN(len(coins))]
}
