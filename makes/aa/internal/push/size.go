package push

import (
	"math"

	"makes/aa/internal/rng"
)

// Size is the length of a message in bytes.
type Size func(r *rng.R, t float64) int

// Sizes draws how long the messages of one deployment are.
type Sizes func(r *rng.R) Size

// Const is one length, drawn for the deployment.
func Const(lo, hi int) Sizes {
	return func(r *rng.R) Size {
		n := int(r.LogU(float64(lo), float64(hi)+1))
		return func(*rng.R, float64) int { return n }
	}
}

// Near is one length with numbers in it that have more digits or fewer.
func Near(lo, hi int) Sizes {
	return func(r *rng.R) Size {
		n, j := r.LogU(float64(lo), float64(hi)+1), r.Int(1, 4)
		return func(r *rng.R, _ float64) int { return int(n) + r.Int(0, j) - r.Int(0, j) }
	}
}

// Text is log-normal around a median of the deployment.
func Text(lo, hi int) Sizes {
	return func(r *rng.R) Size {
		m, s := r.LogU(float64(lo), float64(hi)+1), r.U(.15, .9)
		least := m * .35
		return func(r *rng.R, _ float64) int { return int(min(max(r.LogN(m, s), least), m*30)) }
	}
}

// Few is one of a few types of message, each nearly constant, some rare.
func Few(lo, hi int) Sizes {
	return func(r *rng.R) Size {
		var all []Size
		for range r.Int(2, 6) {
			all = append(all, Near(lo, hi)(r))
		}
		skew := r.U(1, 3)
		return func(r *rng.R, t float64) int {
			return all[int(math.Pow(r.F(), skew)*float64(len(all)))](r, t)
		}
	}
}

// Block is a whole number of blocks: ciphers, records, pages.
func Block(unit, lo, hi int) Sizes {
	return func(r *rng.R) Size {
		a, spread := r.Int(lo, hi), r.Int(0, 3)
		return func(r *rng.R, _ float64) int { return unit * (a + r.Int(0, spread)) }
	}
}

// Grow is a list that gets longer until it is cut, and starts again.
func Grow(lo, hi int) Sizes {
	return func(r *rng.R) Size {
		n, item, every := r.Int(lo, hi), r.Int(8, 120), r.LogU(600, 20000)
		top := r.U(5, 60)
		return func(_ *rng.R, t float64) int {
			return n + item*int(math.Mod(math.Abs(t)/every*top, top))
		}
	}
}

// Rows is a head with a number of rows, geometric.
func Rows(head, row int) Sizes {
	return func(r *rng.R) Size {
		h, w := float64(head)*r.LogU(.6, 1.8), float64(row)*r.LogU(.6, 1.8)
		mean := r.LogU(.6, 8)
		return func(r *rng.R, _ float64) int { return int(h + w*(1+math.Floor(r.Exp(mean)))) }
	}
}
