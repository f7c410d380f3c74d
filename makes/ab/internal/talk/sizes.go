package talk

import (
	"math"

	"makes/ab/internal/rng"
)

// Size is the law of a message's size within one service.
type Size func(s *Sess) int

// SizeGene draws the law that a service has, out of a program's range.
type SizeGene func(r *rng.R) Size

// Same is one size per service.
func Same(lo, hi float64) SizeGene {
	return func(r *rng.R) Size {
		n := int(r.Log(lo, hi))
		return func(*Sess) int { return n }
	}
}

// Near is a size per service that varies by a few bytes: numbers and names
// of different lengths.
func Near(lo, hi float64) SizeGene {
	return func(r *rng.R) Size {
		n := r.Log(lo, hi)
		by := n * r.Log(0.005, 0.08)
		return func(s *Sess) int { return max(1, int(n+by*s.R.Norm())) }
	}
}

// Wide is anything in a part of the range, small more often than large.
func Wide(lo, hi float64) SizeGene {
	return func(r *rng.R) Size {
		a, b := r.Log(lo, hi), r.Log(lo, hi)
		a, b = min(a, b), max(a, b, lo*1.2)
		mid, sigma := math.Sqrt(a*b), max(0.08, math.Log(b/a)/4)
		return func(s *Sess) int { return max(1, int(min(b*2, s.R.LogNorm(mid, sigma)))) }
	}
}

// Steps is a number of rows of the same length behind a head.
func Steps(head, row float64, most int) SizeGene {
	return func(r *rng.R) Size {
		h, w, n := r.Log(head*0.7, head*1.4), r.Log(row*0.6, row*1.6), 1+r.N(most)
		return func(s *Sess) int { return int(h) + int(w)*s.R.Between(0, n) }
	}
}

// Grows starts small and becomes larger with every exchange, to begin anew.
func Grows(lo, hi float64) SizeGene {
	return func(r *rng.R) Size {
		a, b := r.Log(lo, hi/2), r.Log(lo*2, hi)
		a, b = min(a, b), max(a, b)
		turns := r.Between(20, 600)
		return func(s *Sess) int { return int(a + (b-a)*float64(s.Count%turns)/float64(turns)) }
	}
}

// Or is mostly the first, and at times the second.
func Or(usual, rare SizeGene, lo, hi float64) SizeGene {
	return func(r *rng.R) Size {
		u, v, p := usual(r), rare(r), r.Log(lo, hi)
		return func(s *Sess) int {
			if s.R.P(p) {
				return v(s)
			}
			return u(s)
		}
	}
}

// Few is one of a handful of sizes: kinds of messages.
func Few(lo, hi float64) SizeGene {
	return func(r *rng.R) Size {
		sizes := make([]int, r.Between(2, 6))
		for i := range sizes {
			sizes[i] = int(r.Log(lo, hi))
		}
		return func(s *Sess) int { return sizes[min(s.R.N(len(sizes)), s.R.N(len(sizes)))] }
	}
}
