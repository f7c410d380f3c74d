package shape

import (
	"cmp"
	"math"
	"slices"
)

// A Sample is numbers as they came and in ascending order: sorted once, it has
// quantiles, ranks and the like at no more cost. Its methods give what the
// functions of the same name give. The zero value is empty.
type Sample struct {
	Values []float64 // as they came, of the caller

	sorted []float64
	order  []int // Values[order[i]] is sorted[i]

	ranks   []float64
	squares float64 // sum of those of the ranks less their mean
}

// Set makes the sample one of values, which must not change while it is used.
// It does not allocate once the sample has been as large. O(n log n), and about
// O(n) for up to 256 values.
func (s *Sample) Set(values []float64) {
	n := len(values)
	s.Values, s.ranks = values, s.ranks[:0]
	s.sorted, s.order = sized(s.sorted, n), sized(s.order, n)
	if n <= few {
		s.sortFew()
		return
	}
	for i := range s.order {
		s.order[i] = i
	}
	slices.SortFunc(s.order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	for i, at := range s.order {
		s.sorted[i] = values[at]
	}
}

// Quantile is that of the function [Quantile].
func (s *Sample) Quantile(p float64) float64 { return quantileSorted(s.sorted, p) }

// QuantileSpread is that of the function [QuantileSpread].
func (s *Sample) QuantileSpread() (spread float64, ok bool) { return spreadSorted(s.sorted) }

// LnQuantile returns the [Quantile] of the natural logarithms of the values,
// all above 0, without taking more than two: they have the same order.
func (s *Sample) LnQuantile(p float64) float64 {
	if len(s.sorted) == 0 {
		return math.NaN()
	}
	i, share := quantilePlace(len(s.sorted), p)
	lower := math.Log(s.sorted[i])
	if i+1 == len(s.sorted) {
		return lower
	}
	return lower + share*(math.Log(s.sorted[i+1])-lower)
}

// Median is that of the function [Median].
func (s *Sample) Median() float64 { return medianSorted(s.sorted) }

// Entropy is that of the function [Entropy].
func (s *Sample) Entropy() float64 {
	h, _ := entropySorted(s.sorted)
	return h
}

// Ranks are those of the function [Ranks]. They are valid until the next Set.
func (s *Sample) Ranks() []float64 {
	if len(s.ranks) == len(s.order) {
		return s.ranks
	}
	s.ranks, s.squares = sized(s.ranks, len(s.order)), 0
	middle := float64(len(s.order)+1) / 2
	for from := 0; from < len(s.order); {
		to := from + 1
		for to < len(s.order) && s.sorted[to] == s.sorted[from] {
			to++
		}
		rank := float64(from+1+to) / 2
		for _, i := range s.order[from:to] {
			s.ranks[i] = rank
		}
		s.squares += float64(to-from) * (rank - middle) * (rank - middle)
		from = to
	}
	return s.ranks
}

// Spearman is the function [Spearman] of two samples' values.
func (s *Sample) Spearman(t *Sample) (rho float64, ok bool) {
	x, y := s.Ranks(), t.Ranks()
	if paired(x, y) < 2 {
		return 0, false
	}
	// The mean of ranks is known, and sums of their halves are exact.
	middle := float64(len(x)+1) / 2
	var xy float64
	for i := range x {
		xy += (x[i] - middle) * (y[i] - middle)
	}
	return correlation(s.squares, t.squares, xy)
}

// Order are the numbers of the values, from 0, in ascending order of the values.
// They are valid until the next Set.
func (s *Sample) Order() []int { return s.order }

// few is how many values can be numbered by a byte, fewer are so few that one
// digit of their places tells most apart.
const (
	few   = 1 << 8
	fewer = 1 << 6
)

// A place is what sortFew sorts by: how far a value is from the least to the
// greatest, in digits of places.
const (
	digit  = 7 // bits
	places = 1 << digit
)

// sortFew sorts up to few values without comparing them, but for the last step.
// They are sorted by one or two digits of their place, the last digit first, and
// insertion mends what those do not tell apart. Source: Knuth, The Art of
// Computer Programming 3, 5.2.1 and 5.2.5.
func (s *Sample) sortFew() {
	n := len(s.Values)
	if n == 0 {
		return
	}
	least, most := extent(s.Values, 1, 0)
	scale := 0.0
	if most > least {
		scale = 1 / (most - least)
	}
	if n <= fewer {
		s.byDigit(least, scale*(places-1))
	} else {
		s.byDigits(least, scale*(places*places-1))
	}
	for i, number := range s.order {
		x := s.Values[number]
		for ; i > 0 && s.sorted[i-1] > x; i-- {
			s.sorted[i], s.order[i] = s.sorted[i-1], s.order[i-1]
		}
		s.sorted[i], s.order[i] = x, number
	}
}

// byDigit orders up to fewer values by their place, of one digit.
func (s *Sample) byDigit(least, scale float64) {
	var at [fewer]uint8
	var counts [places]uint8 // how many have this place, then where they go
	for i, x := range s.Values {
		place := uint8(int32((x-least)*scale)) % places
		at[i%fewer] = place
		counts[place]++
	}
	pile(&counts)
	for i, place := range at[:len(s.Values)] {
		to := &counts[place%places]
		s.order[*to] = i
		*to++
	}
}

// byDigits orders up to few values by their place, of two digits.
func (s *Sample) byDigits(least, scale float64) {
	var items, byLow [few]uint32 // a place and, in the last byte, the number of a value
	var low, high [places]uint16 // how many have this digit, then where they go
	for i, x := range s.Values {
		place := uint32(int32((x - least) * scale))
		items[i%few] = place<<8 | uint32(i)
		low[place%places]++
		high[place>>digit%places]++
	}
	pile(&low)
	pile(&high)
	for _, item := range items[:len(s.Values)] {
		at := &low[item>>8%places]
		byLow[*at%few] = item
		*at++
	}
	for _, item := range byLow[:len(s.Values)] {
		at := &high[item>>(8+digit)%places]
		s.order[*at] = int(uint8(item))
		*at++
	}
}

// pile turns numbers of items into where the first of each goes.
func pile[T uint8 | uint16](counts *[places]T) {
	sum := T(0)
	for i, n := range counts {
		counts[i] = sum
		sum += n
	}
}
