package mining

import (
	"fmt"

	"makes/b/internal/wire"
)

// Plan hands out mining to interfaces, in turn.
type Plan struct {
	world  *wire.World
	pools  map[string][]*Pool
	chains map[string]chain
	coins  []*Coin
	nodes  []node
	turns  []string
	count  map[string]int
	shift  int
}

// Kinds are the values that NewPlan accepts.
var Kinds = map[string][]string{
	"pool":    {"pool"},
	"solo":    {"solo"},
	"proxy":   {"proxy"},
	"blocked": {"blocked"},
	"all":     {"pool", "pool", "solo", "pool", "proxy", "pool", "blocked"},
}

// NewPlan makes the mining world of a run.
func NewPlan(w *wire.World, kinds string) (*Plan, error) {
	turns, ok := Kinds[kinds]
	if !ok {
		return nil, fmt.Errorf("no kind of mining %q", kinds)
	}
	return &Plan{
		world: w, pools: Pools(w), chains: chains(w), coins: Coins(), nodes: nodes(),
		turns: turns, count: map[string]int{},
		shift: wire.NewRand(w.Seed, "first coin").IntN(100),
	}, nil
}

// Assign decides what the interface of the given number mines. All decisions
// have to come before any interface runs, since they reserve addresses.
func (pl *Plan) Assign(number int, h *wire.Host) func(*wire.Proc) {
	w := pl.world
	r := wire.NewRand(w.Seed, fmt.Sprintf("mining %d", number))
	kind := pl.turns[number%len(pl.turns)]
	turn := pl.shift + pl.count[kind]
	pl.count[kind]++
	if kind == "solo" {
		return newSolo(w, r, pl.nodes[turn%len(pl.nodes)], h, pl.chains).run
	}
	coin := pl.coins[turn%len(pl.coins)]
	chain := pl.chains[coin.Name]
	pools := pl.choose(r, coin)
	switch kind {
	case "blocked":
		return newBlocked(w, r, h, pools, chain).run
	case "proxy":
		if pl.count[kind]%2 == 0 {
			return newWorker(w, r, h, pools[0], chain).run
		}
		return newHub(w, r, h, pools, chain).run
	}
	m := newMiner(w, r, "pool", h, pools, chain)
	if m.relay != nil || !r.Chance(0.4) {
		return m.run
	}
	fee := *m
	fee.pools = pl.choose(r, coin)[:1]
	return func(p *wire.Proc) {
		p.Fork(m.run)
		fee.developer(p)
	}
}

// choose takes one to three pools of a coin, the preferred one first.
func (pl *Plan) choose(r wire.Rand, coin *Coin) []*Pool {
	var some []*Pool
	all := pl.pools[coin.Name]
	for _, i := range r.Perm(len(all))[:min(len(all), r.Int(1, 3))] {
		some = append(some, all[i])
	}
	return some
}

// developer mines now and then for whoever wrote the program.
func (m *miner) developer(p *wire.Proc) {
	p.Run(p.End, p.Every(p.Between(3600, 7200), 0.2, func() {
		if !m.rig.working(p.Now) {
			return
		}
		pool := m.pools[0]
		p.Label = m.label(pool)
		c := m.connect(p, pool)
		m.stay(p, c, pool, p.Now+p.Between(40, 180))
		c.Close()
	}))
}
