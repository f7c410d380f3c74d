package shape

import "math"

// How many values are drawn from many to guess between which two of them the
// median is, and which two those are: the third from either end. The median of
// values in no order is outside once in 240 times: two or fewer of 16 draws are
// on one side of it with a probability of 137/2¹⁶, and there are two sides.
const (
	guessed   = 16
	guessEdge = 2
)

const (
	many = 4 * guessed // values of which it is worth a guess
	bins = 64          // that values are sorted into to find the one in the middle
)

// guessMedian is [medianOf] of many values, which keep their order, in a few
// passes without a branch that depends on them. kept is room for as many. Not ok
// if the guess was wrong, and for a median of 0, whose sign depends on their
// order.
//
// Source: Floyd & Rivest, Expected time bounds for selection, Comm. ACM 18
// (1975), for the guess; Knuth, The Art of Computer Programming 3, 5.2.5, for
// the bins.
func guessMedian(xs, kept []float64) (median float64, ok bool) {
	var draw [guessed]float64
	for i := range draw {
		draw[i] = xs[(2*i+1)*len(xs)/(2*guessed)]
	}
	insert(draw[:])
	lo, hi := draw[guessEdge], draw[guessed-1-guessEdge]
	kept, below := between(kept[:len(xs)], xs, lo, hi)
	// The values in the middle are those at k-1 and k of kept, or at k alone.
	k := len(xs)/2 - below
	if k < 1 || k >= len(kept) {
		return 0, false
	}
	switch {
	case lo == hi && len(xs)%2 == 0:
		return (lo + hi) / 2, lo != 0
	case lo == hi:
		return lo, lo != 0
	}
	scale := (bins - 1) / (hi - lo)
	if !(scale > 0 && scale*(hi-lo) < bins) { // no distance, or no number
		return 0, false
	}
	var counts [bins]uint32
	for _, x := range kept {
		counts[binOf(x, lo, scale)]++
	}
	bin, before := 0, 0
	for ; before+int(counts[bin%bins]) <= k; bin++ {
		before += int(counts[bin%bins])
	}
	lower := lo
	if before == k { // the lower one is in a bin before
		for _, x := range kept {
			if x > lower && binOf(x, lo, scale) < bin {
				lower = x
			}
		}
	}
	n := 0
	for _, x := range kept {
		kept[n] = x
		n += one(binOf(x, lo, scale) == bin)
	}
	middle := kept[:n]
	k -= before
	median = find(middle, 0, n-1, k)
	if len(xs)%2 == 0 {
		if k > 0 {
			lower = greatest(middle[:k])
		}
		median = (lower + median) / 2
	}
	return median, median != 0
}

// binOf is the bin of a value, which rises with it from 0 to bins-1.
func binOf(x, lo, scale float64) int { return int(int32((x-lo)*scale)) & (bins - 1) }

// between copies those of xs that are from lo to hi, both included, and counts
// those that are less.
func between(to, xs []float64, lo, hi float64) (kept []float64, below int) {
	n := 0
	for _, x := range xs {
		to[n] = x
		less := one(x < lo)
		below += less
		n += 1 - less - one(x > hi)
	}
	return to[:n], below
}

// handful is how many values are sorted at once by insert.
const handful = 8

// medianAside is [medianOf] of a few values, which come to be in any order, or
// none of them. to is room for as many. What is less than a pivot goes to one end
// of the room, what is greater to the other, and a pivot is among neither: each
// goes to both, and the places move on or do not, without a branch. Source:
// Hoare, Algorithm 65: Find, Comm. ACM 4 (1961).
func medianAside(xs, to []float64) float64 {
	k, even, before := len(xs)/2, len(xs)%2 == 0, math.NaN()
	to = to[:len(xs)]
	for len(xs) > handful {
		n := len(xs)
		pivot := middleOfThree(xs[n/4], xs[n/2], xs[3*n/4])
		less, last := 0, n-1
		for _, x := range xs {
			to[less], to[last] = x, x
			less += one(x < pivot)
			last -= one(x > pivot)
		}
		switch {
		case k < less:
			xs, to = to[:less], xs[:less]
		case k > last:
			k, before = k-last-1, pivot
			xs, to = to[last+1:], xs[last+1:]
		case !even || k > less:
			return pivot
		case less > 0:
			return (greatest(to[:less]) + pivot) / 2
		default:
			return (before + pivot) / 2
		}
	}
	insert(xs)
	if k > 0 {
		before = xs[k-1]
	}
	if even {
		return (before + xs[k]) / 2
	}
	return xs[k]
}

// middleOfThree is the median of three values.
func middleOfThree(a, b, c float64) float64 {
	if a > b {
		a, b = b, a
	}
	if b > c {
		b = c
	}
	if a > b {
		return a
	}
	return b
}

// insert sorts a few values.
func insert(xs []float64) {
	for i, x := range xs {
		for ; i > 0 && xs[i-1] > x; i-- {
			xs[i] = xs[i-1]
		}
		xs[i] = x
	}
}
