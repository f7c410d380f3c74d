package world

import "makes/w/internal/rng"

// addresses gives out IPv4 addresses, each once.
type addresses struct{ used map[uint32]bool }

func (a *addresses) take(draw func() uint32) uint32 {
	for {
		if x := draw(); !a.used[x] && x&255 != 0 && x&255 != 255 {
			a.used[x] = true
			return x
		}
	}
}

// public draws an address of the internet, clear of the special ranges.
func public(g *rng.R) uint32 {
	for {
		first := uint32(g.Int(2, 217))
		switch first {
		case 10, 100, 127, 169, 172, 192, 198, 203, 214, 215:
			continue
		}
		return first<<24 | g.Uint32()&0xffffff
	}
}

// cloudRange draws an address of the cloud provider's own services.
func cloudRange(g *rng.R) uint32 {
	first := rng.Pick(g, []uint32{3, 18, 35, 44, 52, 52, 54, 54})
	return first<<24 | g.Uint32()&0xffffff
}

// within draws an address of a /16.
func within(g *rng.R, prefix uint32) uint32 { return prefix | g.Uint32()&0xffff }
