// Package life is what the account does besides: companies with their stacks,
// roles of machines, and the programs between them and the world.
package life

import (
	"makes/ac/internal/flow"
	"makes/ac/internal/rnd"
	"makes/ac/internal/tcp"
)

// Iface is one of our interfaces.
type Iface struct {
	N       int
	IP      uint32
	Host    *tcp.Host
	Company *Company
	Role    string
}

// Company is an account with a stack of programs that its machines share.
type Company struct {
	ID      int
	Account string
	net     uint32
	curve   Curve
	stack   []*Deploy
	ifaces  []*Iface
}

// World holds it all.
type World struct {
	R      *rnd.R
	Log    *flow.Log
	Ifaces []*Iface
	Taken  map[uint64]bool // pairs that mine
	labels []Label
	named  map[labelKey]bool
	used   map[uint32]bool
	byIP   map[uint32]*Iface
	public map[string][]*service
}

// Label names a pair.
type Label struct {
	A, B  uint32
	Text  string // label, group
	Iface int
	More  string // attributes
}

type labelKey struct {
	pair  uint64
	iface int
}

// Pair is a key for two addresses, either way round.
func Pair(a, b uint32) uint64 {
	if a > b {
		a, b = b, a
	}
	return uint64(a)<<32 | uint64(b)
}

// Name labels a pair once for each interface that sees it.
func (w *World) Name(a, b uint32, text, more string) {
	for _, ip := range [2]uint32{a, b} {
		i := w.byIP[ip]
		if i == nil {
			continue
		}
		key := labelKey{Pair(a, b), i.N}
		if w.named[key] {
			continue
		}
		w.named[key] = true
		other := a
		if ip == a {
			other = b
		}
		w.labels = append(w.labels, Label{ip, other, text, i.N, more})
	}
}

// Labels are all that were named.
func (w *World) Labels() []Label { return w.labels }

// At gives the interface of an address, if it is ours.
func (w *World) At(ip uint32) *Iface { return w.byIP[ip] }

// Address draws an address outside that nobody has.
func (w *World) Address(r *rnd.R) uint32 {
	for {
		a := uint32(r.U())
		switch r.N(8) {
		case 0:
			a = a&0x0003ffff | 0x36000000 // a cloud
		case 1:
			a = a&0x0001ffff | 0x68100000 // a CDN
		case 2:
			a = a&255 | rnd.Pick(r, uint32(0xC0000200), 0xC6336400, 0xCB007100)
		}
		if top := a >> 24; top < 1 || top == 10 || top == 127 || top > 223 || a>>20 == 0xAC1 || a>>16 == 0xC0A8 ||
			a>>16 == 0xA9FE || a>>22 == 0x191 || a&255 == 0 || a&255 == 255 || w.used[a] {
			continue
		}
		w.used[a] = true
		return a
	}
}

// Private draws an address of a company's network that nobody has.
func (w *World) Private(r *rnd.R, c *Company) uint32 {
	for {
		a := c.net | uint32(r.Int(4, 4090))
		if a&255 != 0 && a&255 != 255 && !w.used[a] {
			w.used[a] = true
			return a
		}
	}
}

// New makes companies and their interfaces.
func New(r *rnd.R, log *flow.Log, n int) *World {
	w := &World{R: r, Log: log, Taken: map[uint64]bool{}, named: map[labelKey]bool{}, used: map[uint32]bool{},
		byIP: map[uint32]*Iface{}, public: map[string][]*service{}}
	var c *Company
	left, spread := 0, r.Int(0, 4095)
	for i := range n {
		if left == 0 {
			left = int(r.Pareto(5, 1.1, 60))
			id := 0
			if c != nil {
				id = c.ID + 1
			}
			c = &Company{ID: id, net: 10<<24 | uint32((spread+id*7)%4096)<<12, curve: drawCurve(r)}
			for range 12 {
				c.Account += string(rune('0' + r.N(10)))
			}
		}
		left--
		role := roles[r.Zipf(len(roles), .6)]
		f := &Iface{N: i, IP: w.Private(r, c), Company: c, Role: role.name, Host: tcp.Draw(r, role.family)}
		c.ifaces = append(c.ifaces, f)
		w.Ifaces = append(w.Ifaces, f)
		w.byIP[f.IP] = f
	}
	return w
}
