// Package wire simulates programs that talk over TCP (and a little UDP) and
// turns their messages into packets and the packets into flow log records.
//
// A program is a function of a Proc, which has a clock of its own. It dials or
// accepts connections, sends messages, waits. Times are seconds since the
// beginning of the log; programs start somewhat earlier, so that the log begins
// in the middle of their lives.
package wire

import (
	"math"
	"strconv"
)

// World is what all interfaces of a run share.
type World struct {
	Seed     uint64
	End      float64 // length of the log in seconds
	Interval float64 // aggregation interval in seconds
	reserved map[uint32]bool
	draw     Rand
}

// NewWorld makes an empty world.
func NewWorld(seed uint64, hours int, interval float64) *World {
	return &World{
		Seed: seed, End: float64(hours) * 3600, Interval: interval,
		reserved: map[uint32]bool{},
		draw:     NewRand(seed, "world"),
	}
}

// Peer is another machine as an interface sees it.
type Peer struct {
	Addr   uint32
	RTT    float64 // seconds
	Loss   float64 // probability that a packet is lost
	Mbit   float64
	MTU    int
	Stamps bool    // sends TCP timestamps
	DelAck float64 // delays acknowledgements by so much
	Cert   int     // bytes of its certificates
	Slow   float64 // typical delay of its answers beyond the network's
}

func newPeer(r Rand, addr uint32, private bool) *Peer {
	p := &Peer{
		Addr:   addr,
		RTT:    r.Wide(0.002, 0.24),
		Loss:   r.Wide(1e-5, 4e-3),
		Mbit:   r.Wide(5, 900),
		MTU:    Pick(r, 1500, 1500, 1500, 1500, 1500, 1492, 1460, 1420),
		Stamps: r.Chance(0.85),
		DelAck: Pick(r, 0.04, 0.04, 0.04, 0.05, 0.1, 0.2),
		Cert:   r.WideInt(1200, 5200),
		Slow:   r.Wide(0.001, 0.1),
	}
	if private {
		p.RTT = r.Wide(0.00015, 0.0025)
		p.Loss = r.Wide(1e-8, 1e-5)
		p.Mbit = r.Wide(300, 5000)
		p.MTU = Pick(r, 9001, 9001, 1500)
		p.Slow = r.Wide(0.0002, 0.03)
	}
	return p
}

// Reserve makes a machine with an address that no other call returns.
func (w *World) Reserve(private bool) *Peer {
	addr := w.address(w.draw, private)
	w.reserved[addr] = true
	return newPeer(w.draw, addr, private)
}

// Stranger makes a public machine that nobody else knows.
func (w *World) Stranger(r Rand) *Peer { return newPeer(r, w.address(r, false), false) }

// Service chooses one of the machines that offer a named service to everyone.
func (w *World) Service(r Rand, name string, machines int, private bool) *Peer {
	own := NewRand(w.Seed, "service "+name+" "+strconv.Itoa(r.IntN(machines)))
	return newPeer(own, w.address(own, private), private)
}

func (w *World) address(r Rand, private bool) uint32 {
	for {
		a := r.Uint32()
		if private {
			a = 10<<24 | a&0xffff
		}
		if !w.reserved[a] && usable(a, private) {
			return a
		}
	}
}

func usable(a uint32, private bool) bool {
	last := byte(a)
	if last == 0 || last == 255 {
		return false
	}
	if private {
		return a&0xffff > 4
	}
	first, second := byte(a>>24), byte(a>>16)
	switch {
	case first == 0, first == 10, first == 127, first >= 224:
	case first == 100 && second >= 64 && second < 128:
	case first == 169 && second == 254, first == 192 && second == 168:
	case first == 172 && second >= 16 && second < 32:
	case first == 198 && (second == 18 || second == 19):
	default:
		return true
	}
	return false
}

// activity is how busy people are at a time, 0 to 1, where the log starts on a
// Monday at midnight and people live zone hours to the east.
func activity(t, zone float64) float64 {
	hour := t/3600 + zone
	day := int(math.Floor(hour/24)) % 7
	if day < 0 {
		day += 7
	}
	hour = math.Mod(math.Mod(hour, 24)+24, 24)
	curve := [...]float64{.06, .04, .03, .03, .03, .04, .1, .3, .7, 1, 1, .95, .75, .9, 1, .95, .9, .75, .55, .45, .4, .35, .2, .1}
	a := curve[int(hour)]
	if day >= 5 {
		a *= .4
	}
	return a
}
