// Package dice draws the habits of programs: each instance first draws its own
// typical value from a wide range, and then varies around it.
package dice

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"time"
)

// Dice is a source of reproducible chance.
type Dice struct{ *rand.Rand }

// Size gives the length in bytes of a program's next message.
type Size func() int

// Gap gives the time until a program's next action.
type Gap func() time.Duration

// New returns dice that depend only on the seed and the names.
func New(seed uint64, names ...any) *Dice {
	h := fnv.New64a()
	fmt.Fprint(h, names...)
	return &Dice{rand.New(rand.NewPCG(seed, h.Sum64()))}
}

// Chance is true with probability p.
func (d *Dice) Chance(p float64) bool { return d.Float64() < p }

// Int is uniform in lo..hi.
func (d *Dice) Int(lo, hi int) int { return lo + d.IntN(hi-lo+1) }

// Between is uniform on a logarithmic scale.
func (d *Dice) Between(lo, hi float64) float64 {
	return lo * math.Exp(d.Float64()*math.Log(hi/lo))
}

// Dur is a duration, uniform on a logarithmic scale.
func (d *Dice) Dur(lo, hi time.Duration) time.Duration {
	return time.Duration(d.Between(float64(lo), float64(hi)))
}

// Exp is an exponentially distributed duration.
func (d *Dice) Exp(mean time.Duration) time.Duration {
	return time.Duration(d.ExpFloat64() * float64(mean))
}

// Pick takes one of the choices.
func Pick[T any](d *Dice, choices ...T) T { return choices[d.IntN(len(choices))] }

// Size draws a typical length in lo..hi and a spread; now and then a program's
// messages are all of one length.
func (d *Dice) Size(lo, hi int) Size {
	typical := d.Between(float64(lo), float64(hi))
	spread := d.Between(0.01, 0.6)
	if d.Chance(0.2) {
		spread = 0
	}
	floor, ceil := float64(lo)*0.6, float64(hi)*4
	return func() int {
		return int(min(ceil, max(floor, typical*math.Exp(spread*d.NormFloat64()))))
	}
}

// Timer is a program's ticking clock: a period in lo..hi with a jitter of its own.
func (d *Dice) Timer(lo, hi time.Duration) Gap {
	period := d.Dur(lo, hi)
	if d.Chance(0.7) && period > 2*time.Second {
		period = humanRound(period)
	}
	jitter := d.Between(0.0005, 0.2)
	return func() time.Duration {
		return time.Duration(float64(period) * (1 + jitter*(d.Float64()-0.3)))
	}
}

// humanRound rounds a period to what somebody would write into a configuration.
func humanRound(p time.Duration) time.Duration {
	for _, step := range []time.Duration{time.Hour, 5 * time.Minute, time.Minute, 15 * time.Second, 5 * time.Second} {
		if p >= 2*step {
			return p.Round(step)
		}
	}
	return p.Round(time.Second)
}

// Poisson gives memoryless gaps with a mean in lo..hi.
func (d *Dice) Poisson(lo, hi time.Duration) Gap {
	mean := d.Dur(lo, hi)
	return func() time.Duration { return d.Exp(mean) }
}

// Bursty gives trains of short gaps with long pauses between them.
func (d *Dice) Bursty(lo, hi time.Duration) Gap {
	mean, length := d.Dur(lo, hi), d.Between(2, 40)
	within := d.Between(0.005, 0.15)
	return func() time.Duration {
		if d.Chance(1 / length) {
			return d.Exp(time.Duration(float64(mean) * length))
		}
		return d.Exp(time.Duration(float64(mean) * within))
	}
}
