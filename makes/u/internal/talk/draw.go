// Package talk describes how programs converse and runs the conversations.
package talk

import (
	"math"

	"makes/u/internal/rng"
)

type shape uint8

const (
	even shape = iota
	random
	uneven
)

// Pause is a distribution of times in seconds.
type Pause struct {
	shape  shape
	mid    float64
	spread float64
}

// Every is a timer with a jitter given as a share of its period.
func Every(period, jitter float64) Pause { return Pause{even, period, jitter} }

// Random has the pauses of independent events.
func Random(mean float64) Pause { return Pause{random, mean, 0} }

// Uneven has mostly short and some very long pauses.
func Uneven(median, sigma float64) Pause { return Pause{uneven, median, sigma} }

// Between is uniform.
func Between(lo, hi float64) Pause {
	return Pause{even, (lo + hi) / 2, (hi - lo) / (hi + lo)}
}

// Draw returns a time.
func (p Pause) Draw(r *rng.R) float64 {
	switch p.shape {
	case random:
		return r.Exp(p.mid)
	case uneven:
		return r.LogNormal(p.mid, p.spread)
	}
	if p.spread == 0 {
		return p.mid
	}
	return p.mid * (1 + p.spread*r.Uniform(-1, 1))
}

// Size is a distribution of message lengths in bytes.
type Size struct {
	mid  int
	vary int
	wide float64
}

// Exact is always n bytes.
func Exact(n int) Size { return Size{mid: n} }

// Near is uniform around n.
func Near(n, vary int) Size { return Size{mid: n, vary: vary} }

// Wide is log-normal around a median.
func Wide(median int, sigma float64) Size { return Size{mid: median, wide: sigma} }

// Draw returns a length.
func (s Size) Draw(r *rng.R) int {
	switch {
	case s.wide > 0:
		n := float64(s.mid) * math.Exp(s.wide*r.NormFloat64())
		return int(max(2, min(n, 60*float64(s.mid))))
	case s.vary > 0:
		return max(1, s.mid+r.IntN(2*s.vary+1)-s.vary)
	}
	return s.mid
}
