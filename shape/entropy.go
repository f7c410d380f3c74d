package shape

import (
	"cmp"
	"math"
)

// Entropy returns the Shannon entropy of a sample of discrete values, in nats:
// 0 if all are the same, and for none; ln n if none are. Source: Shannon, Bell
// System Technical Journal 27 (1948).
func Entropy[T cmp.Ordered](sample []T) float64 {
	h, _ := entropySorted(ascending(sample)) // a map would sum in another order each time
	return h
}

// EntropyMillerMadow returns [Entropy] corrected for the values that a small
// sample has not met yet: (m−1)/2n more, for m different values among n. It may
// exceed ln m. Source: Miller, in Quastler (ed.), Information Theory in
// Psychology (1955).
func EntropyMillerMadow[T cmp.Ordered](sample []T) float64 {
	h, kinds := entropySorted(ascending(sample))
	if kinds == 0 {
		return 0
	}
	return h + float64(kinds-1)/(2*float64(len(sample)))
}

// entropySorted returns the entropy of an ascending sample and the number of
// different values.
func entropySorted[T cmp.Ordered](sorted []T) (h float64, kinds int) {
	var times int // that the value before occurred; most often the next does too
	var term float64
	for from := 0; from < len(sorted); kinds++ {
		to := from + 1
		for to < len(sorted) && sorted[to] == sorted[from] {
			to++
		}
		if to-from != times {
			times = to - from
			share := float64(times) / float64(len(sorted))
			term = share * math.Log(share)
		}
		h -= term
		from = to
	}
	return h, kinds
}
