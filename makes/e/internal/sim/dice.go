// Package sim is the small engine: a world of addresses and services, hosts with
// one network interface, and programs that wait, connect and exchange messages.
// Messages become TCP segments, acknowledgements and keep-alives, and those the
// packets that a flow log counts.
package sim

import (
	"math"
	"math/rand/v2"
)

// Dice draws random values.
type Dice struct{ *rand.Rand }

// NewDice makes dice that depend on a seed and a name only.
func NewDice(seed uint64, name string) Dice {
	h := uint64(14695981039346656037)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 1099511628211
	}
	return Dice{rand.New(rand.NewPCG(seed, h))}
}

// Between draws evenly.
func (d Dice) Between(a, b float64) float64 { return a + (b-a)*d.Float64() }

// Log draws so that every order of magnitude is alike.
func (d Dice) Log(a, b float64) float64 { return a * math.Pow(b/a, d.Float64()) }

// Exp draws the wait of a memoryless event.
func (d Dice) Exp(mean float64) float64 { return d.ExpFloat64() * mean }

// Bell draws about a median with a log-normal spread.
func (d Dice) Bell(median, sigma float64) float64 {
	return median * math.Exp(sigma*d.NormFloat64())
}

// Int draws from a to b, both included.
func (d Dice) Int(a, b int) int { return a + d.IntN(b-a+1) }

// LogInt draws whole numbers so that every order of magnitude is alike.
func (d Dice) LogInt(a, b int) int { return int(d.Log(float64(a), float64(b)+0.999)) }

// Chance is true with probability p.
func (d Dice) Chance(p float64) bool { return d.Float64() < p }

// Pick draws one of the values.
func Pick[T any](d Dice, values ...T) T { return values[d.IntN(len(values))] }

// Near scatters a size about n by a fraction.
func (d Dice) Near(n int, fraction float64) int {
	return max(1, int(float64(n)*(1+fraction*(2*d.Float64()-1))))
}

// Rare counts the events among n that each happen with a small probability p.
func (d Dice) Rare(n int, p float64) int {
	mean := float64(n) * p
	if mean < 1e-4 {
		if d.Chance(mean) {
			return 1
		}
		return 0
	}
	if mean > 50 {
		return max(0, int(mean+math.Sqrt(mean)*d.NormFloat64()+0.5))
	}
	count := 0
	for left := d.Exp(1); left < mean; left += d.Exp(1) {
		count++
	}
	return count
}
