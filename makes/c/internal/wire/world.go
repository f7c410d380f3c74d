package wire

import (
	"fmt"

	"makes/c/internal/dice"
)

// World holds what the hosts share: the clock, the addresses, the services,
// the moments at which blockchains grow.
type World struct {
	seed     uint64
	d        *dice.Dice
	Seconds  float64 // length of the run
	Interval int     // of aggregation
	used     map[uint32]bool
	services map[string][]*Service
	blocks   map[string][]float64
}

// Warm is how long before the run programs start at the earliest.
const Warm = 900

// NewWorld gives an empty world for a run of so many hours.
func NewWorld(seed uint64, hours, interval int) *World {
	return &World{seed: seed, d: dice.New(seed, "world"), Seconds: float64(hours) * 3600, Interval: interval,
		used: map[uint32]bool{}, services: map[string][]*Service{}, blocks: map[string][]float64{}}
}

// Dice gives dice of a name in this world.
func (w *World) Dice(name string) *dice.Dice { return dice.New(w.seed, name) }

// PrivateAddr gives an unused address of 10.0.0.0/16.
func (w *World) PrivateAddr() uint32 {
	return w.unused(func() uint32 { return 10<<24 | uint32(w.d.Int(4, 65534)) })
}

// publicAddr gives an unused address of the internet.
func (w *World) publicAddr() uint32 {
	return w.unused(func() uint32 {
		for {
			a, b := uint32(w.d.Int(2, 222)), uint32(w.d.Int(0, 255))
			reserved := a == 10 || a == 127 || a == 100 && b >= 64 && b < 128 || a == 169 && b == 254 ||
				a == 172 && b >= 16 && b < 32 || a == 192 && (b == 168 || b == 0) || a == 198 && (b == 18 || b == 19 || b == 51) || a == 203 && b == 0
			if !reserved {
				return a<<24 | b<<16 | uint32(w.d.Int(0, 255))<<8 | uint32(w.d.Int(1, 254))
			}
		}
	})
}

func (w *World) unused(draw func() uint32) uint32 {
	for {
		if a := draw(); !w.used[a] {
			w.used[a] = true
			return a
		}
	}
}

// Service gives a service of the named group: one that others use already, or
// a new one. No address belongs to two groups.
func (w *World) Service(group string, reuse float64, private bool, ports ...uint16) *Service {
	key := fmt.Sprint(group, private, ports)
	known := w.services[key]
	if len(known) > 0 && w.d.Chance(reuse) {
		return dice.Of(w.d, known...)
	}
	s := w.newService(private, ports)
	w.services[key] = append(known, s)
	return s
}

// Blocks gives the moments at which a chain with the given mean gap grows,
// the same for everyone.
func (w *World) Blocks(chain string, mean float64) []float64 {
	if w.blocks[chain] == nil {
		d := w.Dice("chain" + chain)
		for t := -float64(Warm); t < w.Seconds; {
			t += d.Exp(mean)
			w.blocks[chain] = append(w.blocks[chain], t)
		}
	}
	return w.blocks[chain]
}
