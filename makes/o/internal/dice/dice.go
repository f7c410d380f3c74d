// Package dice draws numbers from ranges.
package dice

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
)

// Rand is the source of all draws.
type Rand = rand.Rand

// New gives the source of a seed and a purpose.
func New(seed uint64, purpose uint64) *Rand {
	return rand.New(rand.NewPCG(seed, purpose*0x9e3779b97f4a7c15+1))
}

// Range is a range of numbers, both ends included.
type Range struct{ Lo, Hi float64 }

// Draw gives a number of the range, evenly in ratios where the range allows.
func (r Range) Draw(g *Rand) float64 {
	switch {
	case r.Lo == r.Hi:
		return r.Lo
	case r.Lo <= 0:
		return r.Lo + g.Float64()*(r.Hi-r.Lo)
	}
	return r.Lo * math.Pow(r.Hi/r.Lo, g.Float64())
}

// Int gives a whole number of the range.
func (r Range) Int(g *Rand) int { return int(math.Round(r.Draw(g))) }

// Even gives a number of the range, evenly.
func (r Range) Even(g *Rand) float64 { return r.Lo + g.Float64()*(r.Hi-r.Lo) }

// Chance says yes with the given probability.
func Chance(g *Rand, p float64) bool { return g.Float64() < p }

// Pick gives one of the values.
func Pick[T any](g *Rand, values ...T) T { return values[g.IntN(len(values))] }

var units = map[byte]float64{'k': 1e3, 'M': 1e6, 'm': 60, 'h': 3600}

// Parse reads "5", "5-30", "1m-2h" or "2k-1M": m and h are minutes and hours.
func Parse(text string) (Range, error) {
	lo, hi, both := strings.Cut(text, "-")
	if !both {
		hi = lo
	}
	a, err := number(lo)
	if err != nil {
		return Range{}, err
	}
	b, err := number(hi)
	if err != nil {
		return Range{}, err
	}
	if b < a {
		return Range{}, fmt.Errorf("range %q is empty", text)
	}
	return Range{a, b}, nil
}

func number(text string) (float64, error) {
	unit := 1.0
	if n := len(text); n > 0 && units[text[n-1]] > 0 {
		unit, text = units[text[n-1]], text[:n-1]
	}
	v, err := strconv.ParseFloat(text, 64)
	return v * unit, err
}
