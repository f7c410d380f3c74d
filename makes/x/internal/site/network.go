// Package site has the simulated world: private networks, their interfaces,
// and the peers these have.
package site

import (
	"math"

	"makes/x/internal/eni"
	"makes/x/internal/rnd"
	"makes/x/internal/tcp"
)

// Network is a virtual private cloud.
type Network struct {
	Index     int
	Account   string
	Servers   map[string][]*Host // simulated hosts that offer a kind of service
	base      uint32
	bits      int
	subnets   []uint32
	other     uint32  // what lies behind the transit gateway
	haul      float64 // round-trip time to there
	endpoints float64 // share of the provider's services reached privately
	used      map[uint32]bool
}

// NewNetwork draws a network.
func NewNetwork(seed uint64, index int, account string) *Network {
	r := rnd.New(seed, "network", index)
	v := &Network{
		Index: index, Account: account, used: map[uint32]bool{}, Servers: map[string][]*Host{},
		haul: r.Log(0.0012, 0.05), endpoints: r.Between(0, 0.8), bits: 16,
	}
	switch {
	case index%5 == 3:
		v.base = ip(172, 16+uint32(index/5)%16, 0, 0)
	default:
		v.base = ip(10, uint32(index*7+r.IntN(6))%250, 0, 0)
	}
	v.other = ip(10, 250+uint32(index)%6, uint32(r.IntN(2))*128, 0)
	for range r.Int(3, 9) {
		v.subnets = append(v.subnets, v.base+uint32(r.IntN(64))<<10)
	}
	return v
}

// Private draws an address of the network that nothing else has.
func (v *Network) Private(r *rnd.Rand) uint32 {
	for {
		a := rnd.Pick(r, v.subnets) + 4 + r.Uint32N(1018)
		if !v.used[a] {
			v.used[a] = true
			return a
		}
		if r.Chance(0.01) {
			v.subnets = append(v.subnets, v.base+uint32(r.IntN(64))<<10)
		}
	}
}

// Host is a simulated network interface and the machine behind it.
type Host struct {
	NIC    *eni.Interface
	Net    *Network
	Stack  *tcp.Stack
	Public bool // has a public address, so no NAT gateway is on the way out
	R      *rnd.Rand
	Swing  float64 // how much the day changes activity
	Peak   float64 // second of the day with the most activity
	port   int
}

// Port takes an ephemeral port.
func (h *Host) Port() uint16 {
	lo, hi := h.Stack.Port[0], h.Stack.Port[1]
	if h.Stack.PortStep && h.port > 0 {
		h.port++
		if h.port > hi {
			h.port = lo
		}
	} else {
		h.port = h.R.Int(lo, hi)
	}
	return uint16(h.port)
}

// Busy is the activity at t relative to the mean; weekends are quieter.
func (h *Host) Busy(t float64) float64 {
	b := 1 + h.Swing*math.Cos(2*math.Pi*(t-h.Peak)/86400)
	if int(t/86400)%7 >= 5 {
		b *= 1 - 0.6*h.Swing
	}
	return max(b, 0.05)
}

// Address is one of the host's addresses; most often the primary one.
func (h *Host) Address(r *rnd.Rand) uint32 {
	if len(h.NIC.Addrs) == 1 || r.Chance(0.3) {
		return h.NIC.Addrs[0]
	}
	return rnd.Pick(r, h.NIC.Addrs[1:])
}
