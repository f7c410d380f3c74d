package runs

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// groups sorts notes by their ranks where there are fewer ranks than notes.
type groups struct {
	index  []uint32 // open addressing: groups, from 1 on
	of     []uint32 // group of each note
	ranks  []rankGroup
	at     []uint32 // where the next note of a group goes
	sizes  []uint32
	sorted []note
}

type rankGroup struct {
	rank  uint64
	n     uint32
	group uint32
}

// multiplier spreads ranks over the index. It is another one in every run, so
// that nobody can choose addresses that collide.
var multiplier = rand.Uint64() | 1

// by sorts notes by rank, those of one rank as they come, and returns how many
// there are of each.
func (g *groups) by(notes []note) []uint32 {
	g.find(notes)
	slices.SortFunc(g.ranks, func(a, b rankGroup) int { return cmp.Compare(a.rank, b.rank) })
	g.at = slices.Grow(g.at[:0], len(g.ranks))[:len(g.ranks)]
	g.sizes = g.sizes[:0]
	sum := uint32(0)
	for _, r := range g.ranks {
		g.at[r.group] = sum
		sum += r.n
		g.sizes = append(g.sizes, r.n)
	}
	g.sorted = append(g.sorted[:0], notes...)
	for i := range g.sorted {
		at := &g.at[g.of[i]]
		notes[*at] = g.sorted[i]
		*at++
	}
	return g.sizes
}

// find gives each rank a group, in the order they come.
func (g *groups) find(notes []note) {
	size := 16
	for size < 2*len(notes) {
		size *= 2
	}
	g.index = slices.Grow(g.index[:0], size)[:size]
	clear(g.index)
	g.of = slices.Grow(g.of[:0], len(notes))[:len(notes)]
	g.ranks = g.ranks[:0]
	mask := size - 1
	for i := range notes {
		rank := notes[i].rank
		place := int(rank*multiplier>>32) & mask
		for g.index[place] != 0 && g.ranks[g.index[place]-1].rank != rank {
			place = (place + 1) & mask
		}
		if g.index[place] == 0 {
			g.ranks = append(g.ranks, rankGroup{rank: rank, group: uint32(len(g.ranks))})
			g.index[place] = uint32(len(g.ranks))
		}
		r := &g.ranks[g.index[place]-1]
		r.n++
		g.of[i] = r.group
	}
}
