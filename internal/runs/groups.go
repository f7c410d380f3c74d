package runs

import (
	"cmp"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// groups finds the order in which a log is packed. Of a pair there are many facts,
// so it is the pairs that are compared and sorted. Then facts sort as numbers do,
// made of the pair's place, the start and the fact's index.
type groups struct {
	found  []group
	sorted []ranking
	index  []uint32 // open addressing: found, from 1 on
	place  []uint32 // in sorted, of each in found
	keys   []uint64 // of each fact: its group in found, and later what it sorts by
	spare  []uint64
}

// A group is the facts of a pair of an interface.
type group struct {
	rank  uint64
	eni   uint32
	first uint32 // fact
	n     uint32 // how many
}

// A ranking is what is moved about to sort groups.
type ranking struct {
	rank   uint64
	number uint32 // of the group in found
}

// multiplier spreads pairs over the index. It is another one in every run, so
// that nobody can choose addresses that collide.
var multiplier = rand.Uint64() | 1

// spread takes one more part into a hash, of which the upper half is the better one.
func spread(hash, part uint64) uint64 { return (bits.RotateLeft64(hash, 32) ^ part) * multiplier }

// find gathers the facts of each pair of each interface.
func (g *groups) find(l *Log) {
	size := 16
	for size < 2*len(l.notes) {
		size *= 2
	}
	g.index = slices.Grow(g.index[:0], size)[:size]
	clear(g.index)
	g.keys = slices.Grow(g.keys[:0], len(l.notes))[:len(l.notes)]
	g.found = g.found[:0]
	for i, n := range l.notes {
		if i > 0 && n == l.notes[i-1] && isExact(n.rank) {
			g.keys[i] = g.keys[i-1] // they come in twos and more
		} else {
			g.keys[i] = uint64(g.number(l, i))
		}
		g.found[g.keys[i]].n++
	}
}

// number is that of a fact's group, which may be new.
func (g *groups) number(l *Log, i int) uint32 {
	n := l.notes[i]
	hash := spread(spread(0, n.rank), uint64(n.eni))
	exact, ends := isExact(n.rank), Ends{}
	if !exact {
		ends = l.ends(uint32(i))
		for _, part := range [...]uint64{ends.Lo.hi, ends.Lo.lo, ends.Hi.hi, ends.Hi.lo} {
			hash = spread(hash, part)
		}
	}
	mask := len(g.index) - 1
	for at := int(hash>>32) & mask; ; at = (at + 1) & mask {
		number := g.index[at]
		if number == 0 {
			g.found = append(g.found, group{rank: n.rank, eni: n.eni, first: uint32(i)})
			g.index[at] = uint32(len(g.found))
			return g.index[at] - 1
		}
		o := &g.found[number-1]
		if o.rank == n.rank && o.eni == n.eni && (exact || l.ends(o.first) == ends) {
			return number - 1
		}
	}
}

// sort sorts what was found, by interface in the given order and then by pair.
func (g *groups) sort(l *Log, order, places []uint32) {
	at := make([]uint32, len(order)+1) // how many, then where the next one goes
	for i := range g.found {
		at[places[g.found[i].eni]+1]++
	}
	for i := range order {
		at[i+1] += at[i]
	}
	g.sorted = slices.Grow(g.sorted[:0], len(g.found))[:len(g.found)]
	for i := range g.found {
		next := &at[places[g.found[i].eni]]
		g.sorted[*next] = ranking{g.found[i].rank, uint32(i)}
		*next++
	}
	from := uint32(0)
	for _, to := range at[:len(order)] {
		slices.SortFunc(g.sorted[from:to], func(a, b ranking) int {
			if a.rank != b.rank {
				return cmp.Compare(a.rank, b.rank)
			}
			return l.compare(g.found[a.number].first, g.found[b.number].first)
		})
		from = to
	}
	g.place = slices.Grow(g.place[:0], len(g.found))[:len(g.found)]
	for i := range g.sorted {
		g.place[g.sorted[i].number] = uint32(i)
	}
}
