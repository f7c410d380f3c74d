// Package world is the cloud account: its interfaces, the services they talk
// to, and the programs that do the talking.
package world

import (
	"fmt"
	"strings"

	"makes/h/internal/sim"
)

// Where a peer lives, which decides addresses, round trips and segment sizes.
type Where int

// The places of peers.
const (
	VPC Where = iota
	AWS
	Internet
)

// Kind is a kind of program.
type Kind struct {
	Name  string
	Where Where
	Local sim.Side // which end the interface is
	Each  bool     // a program for every address, not one that picks among them
	Ports []uint16
	TLS   float64 // how often it uses TLS
	Addrs [2]int  // least and most addresses of a service
	Run   func(*Prog)
}

// Host is one network interface and the machine behind it.
type Host struct {
	Addr     uint32
	ID       string
	Team     int
	Windows  bool
	From, To float64 // when the machine runs
	Noon     float64 // when its people are busiest, second of the day
	Log      *sim.Log
	Programs []Program
	Labels   map[uint32]string // what the traffic with an address is
	seed     uint64
}

// Program is a kind of program with the service that it talks to.
type Program struct {
	Kind    *Kind
	Service *Service
}

// World is everything that a seed decides before time begins to pass.
type World struct {
	sim.Rand
	Seed     uint64
	Limit    float64
	Hosts    []*Host
	used     map[uint32]bool
	services map[string]*Service
}

// New makes a world of k interfaces, without programs.
func New(seed uint64, k, hours, interval int) *World {
	w := &World{Rand: sim.NewRand(seed, 1), Seed: seed, Limit: float64(hours) * 3600,
		used: map[uint32]bool{}, services: map[string]*Service{}}
	teams := max(2, k/45)
	for i := range k {
		h := &Host{Addr: w.address(10), ID: fmt.Sprintf("eni-0%016x", w.Uint64()), Team: w.IntN(teams), seed: w.Uint64(), Labels: map[uint32]string{},
			Log: &sim.Log{Iface: uint16(i), Phase: w.IntN(interval), Interval: interval, Limit: w.Limit}}
		h.Noon = sim.Pick(w.Rand, 13.5, 13.5, 19, 5.5)*3600 + w.Between(-5400, 5400)
		h.From, h.To = -w.Between(60, 3600), w.Limit
		if w.Chance(0.08) { // started or stopped during the run
			h.From = w.Between(0, 0.6*w.Limit)
		} else if w.Chance(0.05) {
			h.To = w.Between(0.3, 1) * w.Limit
		}
		w.Hosts = append(w.Hosts, h)
	}
	return w
}

// address draws an address never given out before, whose first byte is one of
// these; 10 is in the VPC, and none means any that has no special range.
func (w *World) address(first ...uint32) uint32 {
	top := uint32(127)
	for strings.Contains(" 100 127 169 172 192 198 203 ", fmt.Sprintf(" %d ", top)) {
		top = uint32(w.Int(11, 223))
	}
	if len(first) > 0 {
		top = sim.Pick(w.Rand, first...)
	}
	a := top<<24 | w.Uint32()&0xffffff
	if top == 10 {
		a &= 0xff00ffff
	}
	if low := a & 255; w.used[a] || low < 4 || low == 255 {
		return w.address(first...)
	}
	w.used[a] = true
	return a
}

// Add gives a host a program: a team shares services, all share the vendors.
func (w *World) Add(h *Host, k *Kind) {
	name := fmt.Sprint(k.Name, w.IntN(3))
	if k.Where == VPC {
		name = fmt.Sprint(k.Name, h.Team, "/", w.IntN(2))
	}
	if k.Local == sim.Server && k.Where == Internet {
		name = k.Name + h.ID // whoever visits a host visits no other
	}
	h.Add(k, w.Service(name, k), "benign\t"+k.Name+"\t"+h.ID)
}

// Service is the service of a name, drawn when it is first asked for.
func (w *World) Service(name string, k *Kind) *Service {
	if w.services[name] == nil {
		w.services[name] = w.newService(k)
	}
	return w.services[name]
}

// Add gives the host a program that talks to a service of its own choice.
func (h *Host) Add(k *Kind, s *Service, label string) {
	h.Programs = append(h.Programs, Program{k, s})
	for _, a := range s.Addrs {
		h.Labels[a] = label
	}
}

// Run lets the host live through its time and leaves its records in its log.
func (h *Host) Run(w *World) {
	for i, program := range h.Programs {
		if program.Kind.Each {
			for _, addr := range program.Service.Addrs {
				program.Kind.Run(newProg(w, h, program, uint64(i), addr))
			}
			continue
		}
		program.Kind.Run(newProg(w, h, program, uint64(i), program.Service.Addrs...))
	}
	h.Log.Merge()
}
