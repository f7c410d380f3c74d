package sim

import (
	"fmt"
	"math"

	"makes/e/internal/flow"
)

// World holds what all interfaces share: addresses, services, block times.
type World struct {
	Seed     uint64
	Seconds  float64
	Store    *flow.Store
	Labels   *Labels
	dice     Dice
	used     map[flow.Addr]bool
	services map[string][]Peer
	blocks   map[string][]float64
}

// NewWorld makes the world of a seed.
func NewWorld(seed uint64, store *flow.Store) *World {
	return &World{
		Seed: seed, Seconds: float64(store.Seconds), Store: store, Labels: &Labels{},
		dice: NewDice(seed, "world"), used: map[flow.Addr]bool{},
		services: map[string][]Peer{}, blocks: map[string][]float64{},
	}
}

// PrivateAddr takes an unused address of 10.0.0.0/16.
func (w *World) PrivateAddr() flow.Addr {
	for {
		a := flow.Addr(10<<24 | w.dice.Int(0, 239)<<8 | w.dice.Int(4, 254))
		if !w.used[a] {
			w.used[a] = true
			return a
		}
	}
}

// PublicAddr takes an unused address of the internet.
func (w *World) PublicAddr() flow.Addr {
	for {
		first := w.dice.Int(1, 223)
		switch first {
		case 10, 100, 127, 169, 172, 192, 198, 203:
			continue
		}
		a := flow.Addr(first<<24 | w.dice.IntN(1<<24))
		if last := a & 255; last != 0 && last != 255 && !w.used[a] {
			w.used[a] = true
			return a
		}
	}
}

// Service gives one of the n instances of a named service, made when first asked for.
func (w *World) Service(d Dice, name string, n int, make func() Peer) Peer {
	list := w.services[name]
	if list == nil {
		for range n {
			list = append(list, make())
		}
		w.services[name] = list
	}
	return Pick(d, list...)
}

// Blocks gives the times at which a chain finds its blocks: every miner and node
// of the coin hears of them at about the same moment.
func (w *World) Blocks(coin string, mean float64) []float64 {
	list, known := w.blocks[coin]
	if !known {
		d := NewDice(w.Seed, "blocks/"+coin)
		for t := WarmUp + d.Exp(mean); t < w.Seconds; t += math.Max(0.2, d.Exp(mean)) {
			list = append(list, t)
		}
		w.blocks[coin] = list
	}
	return list
}

// NewENI makes an interface id.
func NewENI(d Dice) string {
	return fmt.Sprintf("eni-0%016x", d.Uint64())
}
