// Package dice draws random numbers that depend on nothing but a seed and
// the name of what they are drawn for.
package dice

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
)

// Dice is a source of random numbers.
type Dice struct{ *rand.Rand }

// New gives the dice of what is named by parts.
func New(seed uint64, parts ...any) Dice {
	h := fnv.New64a()
	fmt.Fprint(h, seed, "/", parts)
	return Dice{rand.New(rand.NewPCG(seed, h.Sum64()))}
}

// Range is what a number is drawn from.
type Range struct{ Lo, Hi float64 }

// Log draws from lo to hi, each ratio alike.
func (d Dice) Log(lo, hi float64) float64 {
	if hi <= lo {
		return lo
	}
	if lo <= 0 {
		return d.Between(lo, hi)
	}
	return lo * math.Exp(d.Float64()*math.Log(hi/lo))
}

// In draws from a range, each ratio alike.
func (d Dice) In(r Range) float64 { return d.Log(r.Lo, r.Hi) }

// Between draws from lo to hi, each difference alike.
func (d Dice) Between(lo, hi float64) float64 { return lo + d.Float64()*(hi-lo) }

// Int draws a whole number from lo to hi, both included.
func (d Dice) Int(lo, hi int) int { return lo + d.IntN(hi-lo+1) }

// Chance is true with probability p.
func (d Dice) Chance(p float64) bool { return p > 0 && d.Float64() < p }

// Exp draws from the exponential distribution.
func (d Dice) Exp(mean float64) float64 { return d.ExpFloat64() * mean }

// Pick gives one of the choices.
func Pick[T any](d Dice, choices ...T) T { return choices[d.IntN(len(choices))] }

// MustRange reads lo..hi, or one number, from a table of the program's own. It
// panics if there is neither.
func MustRange(s string) Range {
	lo, hi, two := strings.Cut(s, "..")
	if !two {
		hi = lo
	}
	a, err := strconv.ParseFloat(lo, 64)
	b, err2 := strconv.ParseFloat(hi, 64)
	if err != nil || err2 != nil || b < a {
		panic("range " + s)
	}
	return Range{a, b}
}
