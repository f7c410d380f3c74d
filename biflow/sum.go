package biflow

import "math/bits"

// add is a+b, or 2^64−1 if that is less. It is commutative and associative,
// so that a saturated sum does not depend on the order either.
func add(a, b uint64) uint64 {
	sum, carry := bits.Add64(a, b, 0)
	if carry != 0 {
		return ^uint64(0)
	}
	return sum
}

// Totals are plain sums over records.
type Totals struct {
	Records uint64
	Bytes   uint64 // IP-level; 2^64−1 stands for that much or more
	Packets uint64
}

// Add adds u. Sums saturate.
func (t *Totals) Add(u Totals) {
	t.Records = add(t.Records, u.Records)
	t.Bytes = add(t.Bytes, u.Bytes)
	t.Packets = add(t.Packets, u.Packets)
}
