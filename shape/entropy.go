package shape

import (
	"cmp"
	"math"
)

// Entropy returns the Shannon entropy of a sample of discrete values, in nats:
// 0 if all are the same, and for none; ln n if none are. Source: Shannon, Bell
// System Technical Journal 27 (1948).
func Entropy[T cmp.Ordered](sample []T) float64 {
	h, _ := entropy(sample)
	return h
}

// EntropyMillerMadow returns [Entropy] corrected for the values that a small
// sample has not met yet: (m−1)/2n more, for m different values among n. It may
// exceed ln m. Source: Miller, in Quastler (ed.), Information Theory in
// Psychology (1955).
func EntropyMillerMadow[T cmp.Ordered](sample []T) float64 {
	h, kinds := entropy(sample)
	if kinds == 0 {
		return 0
	}
	return h + float64(kinds-1)/(2*float64(len(sample)))
}

// entropy returns the entropy and the number of different values.
func entropy[T cmp.Ordered](sample []T) (h float64, kinds int) {
	sorted := ascending(sample) // a map would sum in another order each time
	for from := 0; from < len(sorted); kinds++ {
		to := from + 1
		for to < len(sorted) && sorted[to] == sorted[from] {
			to++
		}
		share := float64(to-from) / float64(len(sorted))
		h -= share * math.Log(share)
		from = to
	}
	return h, kinds
}
