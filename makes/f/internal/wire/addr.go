package wire

import "makes/f/internal/wide"

// Book hands out addresses and keeps those of interfaces and of mining apart
// from those of ordinary peers.
type Book map[uint32]bool

// Private draws an address of the cloud's own network, 10.0.0.0/16.
func (b Book) Private(r *wide.Rand) uint32 {
	for {
		a := 10<<24 | uint32(r.IntN(256))<<8 | uint32(4+r.IntN(250))
		if !b[a] {
			return a
		}
	}
}

// Public draws an address of the Internet.
func (b Book) Public(r *wide.Rand) uint32 {
	for {
		a := r.Uint32()
		first := a >> 24
		special := first < 2 || first == 10 || first == 127 || first > 223 || first == 100 || first == 169 ||
			first == 172 || first == 192 || first == 198 || first == 203
		if !special && !b[a] {
			return a
		}
	}
}

// Keep draws an address that no one else will get.
func (b Book) Keep(r *wide.Rand, inside bool) uint32 {
	a := b.Public(r)
	if inside {
		a = b.Private(r)
	}
	b[a] = true
	return a
}
