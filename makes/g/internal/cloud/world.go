// Package cloud holds the interfaces, the programs on them and their peers.
package cloud

import (
	"fmt"
	"time"

	"makes/g/internal/dice"
	"makes/g/internal/flowlog"
	"makes/g/internal/wire"
)

// World is a run of the simulation.
type World struct {
	Seed     uint64
	Length   time.Duration
	Labels   flowlog.Labels
	account  string
	d        *dice.Dice
	taken    map[uint32]bool
	services map[string]*service
}

// service is something that many interfaces may talk to.
type service struct {
	addrs []uint32
	port  uint16
	stack *wire.Stack
	path  wire.Path
	tls   [2]wire.TLS // versions 12 and 13
	new   bool        // whether it prefers TLS 1.3
}

// NewWorld begins a run.
func NewWorld(seed uint64, length time.Duration) *World {
	d := dice.New(seed, "world")
	return &World{Seed: seed, Length: length, account: fmt.Sprintf("%012d", d.Int64N(1e12)), d: d,
		taken: map[uint32]bool{resolver: true}, services: map[string]*service{}}
}

const (
	vpc      = 10 << 24
	known    = 3 << 14 // the addresses above it are left to scans
	resolver = vpc + 2
)

// private takes a free address of the VPC.
func (w *World) private() uint32 {
	for {
		a := uint32(vpc + w.d.Int(4, known-1))
		if host := a & 255; host > 3 && host < 255 && !w.taken[a] {
			w.taken[a] = true
			return a
		}
	}
}

// public takes a free address among those of servers. Those of callers are
// of other networks (their first octet is a multiple of 5).
func (w *World) public() uint32 {
	for {
		a := randomPublic(w.d)
		if a>>24%5 != 0 && !w.taken[a] {
			w.taken[a] = true
			return a
		}
	}
}

func caller(d *dice.Dice) uint32 {
	for {
		if a := randomPublic(d); a>>24%5 == 0 {
			return a
		}
	}
}

func randomPublic(d *dice.Dice) uint32 {
	for {
		a := uint32(d.Int(0, 1<<32-1))
		first, second := a>>24, a>>16&255
		bad := first == 0 || first == 10 || first == 127 || first >= 224 || first == 169 && second == 254 ||
			first == 172 && second>>4 == 1 || first == 192 && second == 168 || first == 100 && second>>6 == 1
		if last := a & 255; !bad && last != 0 && last != 255 {
			return a
		}
	}
}

// service returns the i-th service of a name, which it draws at first use.
func (w *World) service(inside bool, name string, i int, ports []uint16) *service {
	key := fmt.Sprint(inside, name, i)
	if s := w.services[key]; s != nil {
		return s
	}
	d := dice.New(w.Seed, "service", key)
	s := &service{port: dice.Pick(d, ports...), stack: wire.Server(d), path: wire.Far(d), new: d.Chance(0.7)}
	n, take := dice.Pick(d, 1, 1, 2, 3, 4, 8), w.public
	if inside {
		n, take, s.path = dice.Pick(d, 1, 1, 1, 2, 3), w.private, wire.Near(d)
	}
	for range n {
		s.addrs = append(s.addrs, take())
	}
	s.tls = [2]wire.TLS{wire.NewTLS(d, 12), wire.NewTLS(d, 13)}
	w.services[key] = s
	return s
}
