// Package talk says who sends how much when on a connection: laws of sizes,
// clocks, streams of exchanges, and the sessions they make up.
package talk

import (
	"math"

	"makes/ad/internal/rnd"
)

// Law is a distribution of message sizes.
type Law struct {
	Mode   byte // = constant, j jittered, w wide, q quantised, g growing, m types, b two sorts
	Base   float64
	Spread float64
	types  []float64
}

// NewLaw draws the law of a service. Without a mode, one is drawn.
func NewLaw(r *rnd.R, mode byte, lo, hi float64) Law {
	if mode == 0 {
		mode = rnd.Pick[byte](r, '=', 'j', 'j', 'j', 'w', 'w', 'q', 'g', 'm', 'b')
	}
	l := Law{Mode: mode, Base: r.Log(lo, hi)}
	switch mode {
	case 'j':
		l.Spread = r.Log(0.005, 0.15)
	case 'w':
		l.Spread = r.Uni(0.25, 1)
	case 'q':
		l.Spread = rnd.Pick[float64](r, 8, 16, 16, 32, 64, 128)
	case 'g':
		l.Spread = r.Log(0.01, 1)
	case 'b':
		l.Spread = r.Log(1.5, 12)
	case 'm':
		for range r.Int(2, 5) {
			l.types = append(l.types, l.Base*r.Log(0.4, 2.5))
		}
	}
	return l
}

// Draw a size; n is how many came before.
func (l *Law) Draw(r *rnd.R, n int) int {
	x := l.Base
	switch l.Mode {
	case 'j':
		x *= 1 + l.Spread*r.NormFloat64()
	case 'w':
		x = min(r.Wide(x, l.Spread), 60*l.Base)
	case 'q':
		x = l.Spread * math.Ceil(x*r.Uni(0.7, 1.4)/l.Spread)
	case 'g':
		// Counters get digits, lists get entries, until they are cut again.
		x += l.Spread*float64(n%500) + math.Log10(float64(n+1))
	case 'm':
		x = l.types[min(r.IntN(len(l.types)), r.IntN(len(l.types)))] + float64(r.IntN(4))
	case 'b':
		if r.Chance(0.12) {
			x *= l.Spread
		}
		x += float64(r.IntN(5))
	}
	return max(1, int(x))
}
