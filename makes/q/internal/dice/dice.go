// Package dice holds the few random laws that everything else is drawn from.
package dice

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// Dice is a source of chance of its own for one host, service or pool.
type Dice struct{ *rand.Rand }

// New gives the dice of a name under a seed: the same name, the same throws.
func New(seed uint64, name string) Dice {
	h := fnv.New64a()
	h.Write([]byte(name))
	return Dice{rand.New(rand.NewPCG(seed, h.Sum64()))}
}

// Odds is true with probability p.
func (d Dice) Odds(p float64) bool { return p > 0 && d.Float64() < p }

// Even draws between lo and hi, each value alike.
func (d Dice) Even(lo, hi float64) float64 { return lo + d.Float64()*(hi-lo) }

// Scale draws between lo and hi, each order of magnitude alike.
func (d Dice) Scale(lo, hi float64) float64 {
	if lo <= 0 || hi <= lo {
		return math.Max(lo, 0)
	}
	return lo * math.Exp(d.Float64()*math.Log(hi/lo))
}

// Int draws a whole number from lo to hi, both included.
func (d Dice) Int(lo, hi int) int {
	if hi <= lo {
		return lo
	}
	return lo + d.IntN(hi-lo+1)
}

// Wait draws an exponential time.
func (d Dice) Wait(mean float64) float64 { return d.ExpFloat64() * mean }

// Pick draws one of several.
func Pick[T any](d Dice, of ...T) T { return of[d.IntN(len(of))] }
