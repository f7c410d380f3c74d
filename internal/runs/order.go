package runs

import (
	"cmp"
	"math/bits"
	"slices"
)

// order returns the indices of all facts by group, as sorted, and start.
func (g *groups) order(facts []logged) []uint64 {
	if len(facts) == 0 {
		return nil
	}
	first, last := facts[0].Start, facts[0].Start
	for i := range facts {
		first, last = min(first, facts[i].Start), max(last, facts[i].Start)
	}
	index := bits.Len(uint(len(facts)))
	start := index + bits.Len64(uint64(last-first))
	whole := start + bits.Len(uint(len(g.sorted)))
	if whole > 64 {
		return g.compared(facts)
	}
	for i, n := range g.keys {
		g.keys[i] = uint64(g.place[n])<<start | uint64(facts[i].Start-first)<<index | uint64(i)
	}
	g.radix(index, whole)
	for i := range g.keys {
		g.keys[i] &= 1<<index - 1
	}
	return g.keys
}

// compared is the same where starts are ages apart.
func (g *groups) compared(facts []logged) []uint64 {
	g.spare = append(g.spare[:0], g.keys...)
	for i := range g.keys {
		g.keys[i] = uint64(i)
	}
	slices.SortFunc(g.keys, func(a, b uint64) int {
		return cmp.Or(cmp.Compare(g.place[g.spare[a]], g.place[g.spare[b]]), cmp.Compare(facts[a].Start, facts[b].Start))
	})
	return g.keys
}

// radix sorts the keys by some of their bits, the least significant digit first.
func (g *groups) radix(from, to int) {
	const digit, values = 12, 1 << 12 // two digits do for most logs
	g.spare = slices.Grow(g.spare[:0], len(g.keys))[:len(g.keys)]
	for ; from < to; from += digit {
		var at [values]uint32 // how many, then where the next one goes
		for _, key := range g.keys {
			at[key>>from%values]++
		}
		sum := uint32(0)
		for i, n := range at {
			at[i], sum = sum, sum+n
		}
		for _, key := range g.keys {
			next := &at[key>>from%values]
			g.spare[*next] = key
			*next++
		}
		g.keys, g.spare = g.spare, g.keys
	}
}
