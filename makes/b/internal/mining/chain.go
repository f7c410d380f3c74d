package mining

import (
	"sort"

	"makes/b/internal/wire"
)

// chain holds the times of a coin's blocks, which all its pools see.
type chain []float64

func chains(w *wire.World) map[string]chain {
	all := map[string]chain{}
	for _, c := range Coins() {
		if c.Block == 0 {
			continue
		}
		r := wire.NewRand(w.Seed, "chain of "+c.Name)
		for t := -7200.0; t < w.End; t += r.Exp(c.Block) {
			all[c.Name] = append(all[c.Name], t)
		}
	}
	return all
}

// gap is the time from now to the next block, or very long without blocks.
func (c chain) gap(now float64) float64 {
	i := sort.SearchFloat64s(c, now)
	for i < len(c) && c[i] <= now+1 {
		i++
	}
	if i == len(c) {
		return 1e9
	}
	return c[i] - now
}
