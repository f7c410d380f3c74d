package shape

// medianOf returns the median of xs, of which there is at least one, and
// reorders them.
func medianOf(xs []float64) float64 {
	mid := len(xs) / 2
	lo, hi := narrow(xs, mid)
	upper := find(xs, lo, hi, mid)
	if len(xs)%2 == 1 {
		return upper
	}
	if lo == mid { // all that is less has been left aside
		lo = 0
	}
	return (greatest(xs[lo:mid]) + upper) / 2
}

// greatest returns the greatest of xs, of which there is at least one.
func greatest(xs []float64) float64 {
	most := xs[0]
	for _, x := range xs {
		if x > most {
			most = x
		}
	}
	return most
}

// find reorders xs between lo and hi, both included, so that the k-th smallest,
// from 0, which must be there, is at k, with none greater before it and none
// less behind. Source: Hoare, Algorithm 65: Find, Comm. ACM 4 (1961), with the
// middle as the pivot.
func find(xs []float64, lo, hi, k int) float64 {
	for lo < hi {
		pivot := xs[lo+(hi-lo)/2]
		i, j := lo, hi
		for i <= j {
			for xs[i] < pivot {
				i++
			}
			for xs[j] > pivot {
				j--
			}
			if i <= j {
				xs[i], xs[j] = xs[j], xs[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			hi = j
		case k >= i:
			lo = i
		default:
			return xs[k]
		}
	}
	return xs[k]
}

// drawn is how many values are drawn to guess between which two the k-th
// smallest is. The rank of one among them has a standard deviation of √drawn/2,
// or 4, at most; margin is twice that.
const (
	drawn  = 64
	margin = 8
)

// narrow reorders xs so that the k-th smallest, from 0, is between lo and hi,
// both included, with none greater before them and none less behind: few, if
// values differ. Source: Floyd & Rivest, Algorithm 489: SELECT, Comm. ACM 18
// (1975).
func narrow(xs []float64, k int) (lo, hi int) {
	lo, hi = 0, len(xs)-1
	for n := hi + 1; n > 4*drawn; n = hi - lo + 1 {
		var draw [drawn]float64
		for i := range draw {
			draw[i] = xs[lo+i*n/drawn]
		}
		at := (k - lo) * drawn / n
		first, last := max(0, at-margin), min(at+margin, drawn-1)
		find(draw[:], 0, drawn-1, first)
		find(draw[:], first, drawn-1, last)
		for _, bound := range [...]float64{draw[first], draw[last]} {
			if cut := lo + split(xs[lo:hi+1], bound); k < cut {
				hi = cut - 1
			} else {
				lo = cut
			}
		}
		if hi-lo+1 > n/2 { // few different values, or bad luck
			break
		}
	}
	return lo, hi
}

// split brings the values below the bound to the front and returns their
// number. Where each of them goes cannot be foreseen, so there is no branch: a
// value changes places with the first that is not below, and stays there if it
// is below itself.
func split(xs []float64, bound float64) int {
	front := 0
	for i, x := range xs {
		xs[i] = xs[front]
		xs[front] = x
		front += one(x < bound)
	}
	return front
}

// one is 1 if it is so, and 0 if not.
func one(so bool) int {
	if so {
		return 1
	}
	return 0
}
