// Package addr gives out IPv4 addresses.
package addr

import "makes/u/internal/rng"

// Of puts four bytes together.
func Of(a, b, c, d int) uint32 {
	return uint32(a)<<24 | uint32(b)<<16 | uint32(c)<<8 | uint32(d)
}

// Public draws an address of the internet.
func Public(r *rng.R) uint32 {
	for {
		a, b := r.Int(1, 223), r.Int(0, 255)
		switch {
		case a == 10 || a == 127 || a == 100 && b&192 == 64:
		case a == 172 && b&240 == 16, a == 192 && b == 168, a == 169 && b == 254:
		case a == 198 && b&254 == 18, a == 192 && b == 0:
		default:
			return Of(a, b, r.Int(0, 255), r.Int(1, 254))
		}
	}
}

// Block draws n addresses of one operator: most of them close together.
func Block(r *rng.R, n int) []uint32 {
	list := make([]uint32, n)
	base := Public(r)
	for i := range list {
		if r.Chance(0.2) {
			base = Public(r)
		}
		list[i] = base&^0xff | uint32(r.Int(1, 254))
	}
	return list
}

// Network is a private network whose addresses are given out once.
type Network struct {
	base  uint32
	bits  int
	taken map[uint32]bool
	rnd   *rng.R
}

// NewNetwork makes the nth network of a world; networks do not overlap.
func NewNetwork(n int, r *rng.R) *Network {
	w := &Network{bits: 16, taken: map[uint32]bool{}, rnd: r}
	switch {
	case n == 0:
		w.base = Of(172, 31, 0, 0)
	case n == 1:
		w.base = Of(192, 168, 0, 0)
	default:
		w.base = Of(10, n*7%256, 0, 0)
	}
	return w
}

// Take gives out an address that was not given out before. The addresses
// lie in a few subnets, as those of a network do.
func (w *Network) Take() uint32 {
	subnets := 12
	for tries := 0; ; tries++ {
		if tries > 50 {
			subnets = 256
		}
		a := w.base | uint32(w.rnd.Int(0, subnets-1))<<8 | uint32(w.rnd.Int(4, 254))
		if !w.taken[a] {
			w.taken[a] = true
			return a
		}
	}
}
