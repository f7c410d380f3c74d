package script

import (
	"maps"
	"math/rand/v2"
	"slices"
	"sort"
)

// Chains gives the seconds between blocks of chains; those with negative ones
// are nearly regular, others random.
var Chains = map[string]float64{
	"bitcoin": 600, "monero": 120, "ethereum": -12, "etc": 13, "litecoin": 150, "zcash": 75, "raven": 60,
	"kaspa": 1, "ergo": 120, "verus": 60, "alephium": 4, "beam": 60, "conflux": 2, "cosmos": -6, "tron": -3, "polygon": -2.1,
	"avalanche": 1.8, "cardano": 20, "tezos": -8, "polkadot": -6, "doge": 60, "solana": -4, "bsc": -1.5, "neo": -15,
	"candle": -60, "nexa": 120, "dynex": 120, "zephyr": 120,
}

// Clock holds the times of the blocks of all chains, which all hosts share.
type Clock map[string][]float64

// NewClock draws the blocks of so many seconds.
func NewClock(seconds float64, names []string, rng *rand.Rand) Clock {
	c := Clock{}
	for _, name := range names {
		gap := Chains[name]
		for t := -gap * rng.Float64(); t < seconds; {
			if gap > 0 {
				t += gap * rng.ExpFloat64()
			} else {
				t = t - gap
				if rng.IntN(100) == 0 {
					continue
				}
			}
			c[name] = append(c[name], t)
		}
	}
	return c
}

// Next gives the first block after a time.
func (c Clock) Next(chain string, after float64) float64 {
	times := c[chain]
	i := sort.SearchFloat64s(times, after)
	for i < len(times) && times[i] <= after {
		i++
	}
	if i == len(times) {
		return 1e18
	}
	return times[i]
}

// Names gives the names of all chains in order.
func Names() []string { return slices.Sorted(maps.Keys(Chains)) }
