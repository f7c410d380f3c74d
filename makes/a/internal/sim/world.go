// Package sim is the engine: hosts, peers, and TCP connections whose messages
// become packets at a network interface.
package sim

import (
	"strconv"

	"makes/a/internal/rnd"
)

// Peer is an address that hosts talk with, and the road to it.
type Peer struct {
	Addr     uint32
	RTT      float64 // seconds
	Jitter   float64 // mean of the added delay, as a part of RTT
	Loss     float64 // per packet
	MSS      int
	Stamps   bool    // TCP timestamps
	Delack   float64 // delayed acknowledgement
	Quick    float64 // part of messages acknowledged at once
	AckEvery int     // segments an acknowledgement covers in bulk
	Rate     float64 // bytes per second
	Cert     int     // bytes of its certificate chain
	Keep     float64 // TCP keep-alive of its sockets, 0 for none
}

// World hands out addresses. No address is given to two purposes.
type World struct {
	R      *rnd.Rand
	Size   int // number of simulated interfaces
	used   map[uint32]bool
	shared map[string][]*Peer
}

// NewWorld makes a world for a number of interfaces.
func NewWorld(r *rnd.Rand, size int) *World {
	return &World{R: r, Size: size, used: map[uint32]bool{}, shared: map[string][]*Peer{}}
}

// PrivateAddr gives an unused address of 10.0.0.0/16.
func (w *World) PrivateAddr() uint32 {
	for {
		a := uint32(10<<24 + w.R.Int(4, 65533))
		if low := a & 255; low > 3 && low < 255 && !w.used[a] {
			w.used[a] = true
			return a
		}
	}
}

func (w *World) publicAddr() uint32 {
	for {
		a := uint32(w.R.Word())
		top, second := a>>24, a>>16&255
		switch {
		case top < 3, top == 10, top == 127, top >= 224, w.used[a]:
		case top == 100 && second >= 64 && second < 128, top == 169 && second == 254:
		case top == 172 && second >= 16 && second < 32, top == 192 && (second == 168 || second == 0), top == 198 && second < 52:
		case a&255 == 0, a&255 == 255:
		default:
			w.used[a] = true
			return a
		}
	}
}

// Private gives a new peer in the private network.
func (w *World) Private() *Peer {
	r := w.R
	p := &Peer{Addr: w.PrivateAddr(), RTT: r.LogU(0.00015, 0.002), Jitter: r.LogU(0.05, 0.6),
		MSS: rnd.Pick(r, 8949, 8949, 8949, 1448), Stamps: !r.Chance(0.12), Delack: 0.04,
		Rate: r.LogU(2e7, 6e8), Cert: r.Int(750, 2600)}
	w.manners(p)
	if r.Chance(0.7) {
		p.Loss = 0
	}
	return p
}

// Public gives a new peer in the Internet with a round trip about rtt.
func (w *World) Public(rtt float64) *Peer {
	r := w.R
	p := &Peer{Addr: w.publicAddr(), RTT: r.LogN(rtt, 0.3), Jitter: r.LogU(0.01, 0.2),
		Loss: r.LogU(2e-5, 4e-3), MSS: rnd.Pick(r, 1448, 1448, 1448, 1448, 1428, 1400, 1388, 1328),
		Stamps: !r.Chance(0.2), Delack: rnd.Pick(r, 0.04, 0.04, 0.04, 0.1, 0.2),
		Rate: r.LogU(8e5, 9e7), Cert: r.Int(1900, 5200)}
	w.manners(p)
	return p
}

func (w *World) manners(p *Peer) {
	r := w.R
	p.Quick = rnd.Pick(r, 0.01, 0.02, 0.05, 0.3, 0.7, 0.97)
	p.AckEvery = r.Int(2, 9)
	if r.Chance(0.25) {
		p.Keep = rnd.Pick[float64](r, 15, 30, 45, 60, 75, 120, 300, 600, 7200)
	}
}

// Visitor gives a new peer at home or on the road.
func (w *World) Visitor() *Peer {
	p := w.Public(w.R.LogU(0.012, 0.25))
	p.Loss, p.Stamps = w.R.LogU(2e-4, 1.5e-2), w.R.Chance(0.6)
	p.Rate, p.AckEvery, p.Keep = w.R.LogU(2e5, 2e7), w.R.Int(2, 4), 0
	return p
}

// Site gives one of the addresses of a public service.
func (w *World) Site(r *rnd.Rand, name string) *Peer {
	list := w.shared[name]
	if list == nil {
		near := w.R.LogU(0.0012, 0.22)
		for range w.R.Int(2, 8+w.Size/20) {
			list = append(list, w.Public(near))
		}
		w.shared[name] = list
	}
	return list[r.Int(0, len(list)-1)]
}

// Inner gives one of the private servers of a kind.
func (w *World) Inner(r *rnd.Rand, name string) *Peer {
	name = "inner " + name
	list := w.shared[name]
	if list == nil {
		for range min(150, 2+w.Size/6) {
			list = append(list, w.Private())
		}
		w.shared[name] = list
	}
	return list[r.Int(0, len(list)-1)]
}

// ENI draws an interface identifier.
func (w *World) ENI() string {
	s := strconv.FormatUint(w.R.Word()>>4, 16)
	for len(s) < 15 {
		s = "0" + s
	}
	return "eni-0" + s + string("0123456789abcdef"[w.R.Int(0, 15)])
}
