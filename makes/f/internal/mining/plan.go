package mining

import (
	"slices"

	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

// Planner deals out miners of all sorts, in turn.
type Planner struct {
	h       *wide.Rand
	book    wire.Book
	pools   [][]*pool // by coin
	order   []int     // of coins
	ways    []string
	kinds   []string
	counter int
}

// KindNames are the kinds of mining that can be asked for.
var KindNames = []string{"pool", "solo", "proxy", "blocked"}

// NewPlanner draws the pools of a run. kind is one of KindNames, or "all".
func NewPlanner(h *wide.Rand, kind string, end float64, book wire.Book) *Planner {
	p := &Planner{h: h, book: book, order: h.Perm(len(coins))}
	for i := range coins {
		blocks := chain(h, &coins[i], -9000, end+9000)
		var some []*pool
		for n := range 3 + h.IntN(3) {
			some = append(some, drawPool(h, &coins[i], n+1, blocks, book))
		}
		p.pools = append(p.pools, some)
	}
	p.ways = []string{"plain", "tls13", "plain", "socks", "tls12", "plain", "vpn", "tls13", "plain", "tls12", "plain"}
	h.Shuffle(len(p.ways), func(i, j int) { p.ways[i], p.ways[j] = p.ways[j], p.ways[i] })
	p.kinds = []string{kind}
	if kind == "all" {
		p.kinds = []string{"pool", "solo", "pool", "proxy", "pool", "blocked", "pool", "pool"}
	}
	return p
}

// Next makes the next miner, at an interface.
func (p *Planner) Next(n *wire.Nic) *Miner {
	kind := p.kinds[p.counter%len(p.kinds)]
	number := p.counter / len(p.kinds)
	if p.counter++; p.counter%len(p.order) == 0 {
		p.order = p.h.Perm(len(coins))
	}
	coin := p.order[p.counter%len(p.order)]
	pool := wide.Pick(p.h, p.pools[coin]...)
	size := wide.Pick(p.h, "slow", "middle", "fast")
	way := p.ways[p.counter%len(p.ways)]
	switch kind {
	case "solo":
		return newSolo(p.h, n, size, wide.Pick(p.h, "plain", "plain", "plain", "tls13", "tls12"), pool, p.book)
	case "proxy":
		if number%2 == 0 {
			return newUpstream(p.h, n, size, way, pool, p.book)
		}
		return newWorker(p.h, n, size, way, pool, p.book)
	case "blocked":
		return newBlocked(p.h, n, size, way, pool, number, p.book)
	}
	m := newMiner(p.h, n, "pool", size, way, pool, false).through(p.h, p.book)
	if wide.Chance(p.h, 0.3) && slices.Contains([]string{"plain", "tls12", "tls13"}, way) {
		m.more = append(m.more, p.tithe(n, m, p.pools[coin]))
	}
	return m
}

// tithe is the time a mining program works for its developers, at a pool of
// their choice: short stays with long pauses.
func (p *Planner) tithe(n *wire.Nic, m *Miner, some []*pool) *Miner {
	theirs := *wide.Pick(p.h, some...)
	theirs.life = wide.Between(p.h, 30, 200)
	d := newMiner(p.h, n, "pool", m.size, m.transport, &theirs, false).through(p.h, p.book)
	d.speed, d.conns, d.from, d.to = m.speed, 1, m.from+wide.Exp(p.h, 3000), m.to
	d.retry, d.workOn = wide.Between(p.h, 2400, 9000), 0
	return d
}
