// Package chain keeps the times of blocks: all who follow a chain hear of the
// same blocks, miners and their neighbours.
package chain

import (
	"sort"

	"makes/ad/internal/rnd"
)

type rule struct {
	name string
	mean float64
	slot float64 // blocks come at multiples of it; 0: at any time
	miss float64 // share of slots without a block
	wob  float64 // of slots, in seconds
}

// Chains with leaders keep to slots, those with work have none.
var rules = []rule{
	{"btc", 600, 0, 0, 0}, {"bch", 600, 0, 0, 0}, {"ltc", 150, 0, 0, 0}, {"doge", 60, 0, 0, 0},
	{"xmr", 120, 0, 0, 0}, {"zec", 75, 0, 0, 0}, {"dash", 157, 0, 0, 0}, {"etc", 13, 0, 0, 0},
	{"ada", 20, 1, 0.95, 0.3}, {"eth", 12, 12, 0.008, 0.4}, {"bsc", 0.75, 0.75, 0.001, 0.05},
	{"sol", 0.4, 0.4, 0.04, 0.06}, {"atom", 6.1, 6.1, 0, 0.7}, {"osmo", 1.6, 1.6, 0, 0.3},
	{"dot", 6, 6, 0.02, 0.4}, {"trx", 3, 3, 0.002, 0.1}, {"xrp", 3.7, 3.7, 0, 0.4},
	{"xlm", 5.6, 5.6, 0, 0.4}, {"algo", 2.8, 2.8, 0, 0.2}, {"near", 1.1, 1.1, 0.01, 0.1},
	{"avax", 1.8, 0, 0, 0}, {"pol", 2, 2, 0.003, 0.2}, {"op", 2, 2, 0, 0.1}, {"arb", 0.6, 0, 0, 0},
	{"ton", 2.6, 2.6, 0.01, 0.4}, {"xtz", 8, 8, 0.003, 0.3}, {"fil", 30, 30, 0.01, 1.5},
	{"hbar", 2, 2, 0, 0.2}, {"icp", 1, 1, 0, 0.2}, {"egld", 6, 6, 0.002, 0.2}, {"ksm", 6, 6, 0.03, 0.5},
	{"bnbbeacon", 3, 3, 0.01, 0.2}, {"xch", 18.75, 9.375, 0.5, 0.5}, {"xchsp", 9.375, 9.375, 0, 0.8},
	{"eos", 0.5, 0.5, 0.002, 0.03}, {"flow", 0.8, 0.8, 0, 0.15}, {"epoch", 384, 384, 0, 2},
	{"ar", 128, 0, 0, 0}, {"celo", 5, 5, 0.003, 0.2}, {"gno", 5, 5, 0.02, 0.3}, {"sia", 600, 0, 0, 0},
}

// Chains of a run.
type Chains struct {
	seed  uint64
	span  float64
	times map[string][]float64
}

// New makes the chains of a seed.
func New(seed uint64, span float64) *Chains {
	return &Chains{seed, span, map[string][]float64{}}
}

// Named gives the blocks of a chain by name.
func (c *Chains) Named(name string) []float64 {
	for _, r := range rules {
		if r.name == name {
			return c.blocks(r)
		}
	}
	panic("no chain " + name)
}

// Work gives the blocks of a chain of work which is not in the list.
func (c *Chains) Work(name string, mean float64) []float64 {
	return c.blocks(rule{name: name, mean: mean})
}

func (c *Chains) blocks(u rule) []float64 {
	if known := c.times[u.name]; known != nil {
		return known
	}
	r := rnd.New(c.seed, "chain "+u.name)
	var out []float64
	t := -2 * u.mean
	for t < c.span+u.mean {
		if u.slot == 0 {
			t += r.Exp(u.mean)
			out = append(out, t)
			continue
		}
		t += u.slot
		if !r.Chance(u.miss) {
			out = append(out, t+r.Exp(u.wob))
		}
	}
	sort.Float64s(out)
	c.times[u.name] = out
	return out
}

// After gives the index of the first block after a time.
func After(blocks []float64, t float64) int {
	return sort.SearchFloat64s(blocks, t)
}
