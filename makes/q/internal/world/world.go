// Package world has the hosts behind the interfaces, and those far away.
package world

import (
	"fmt"

	"makes/q/internal/dice"
	"makes/q/internal/flowlog"
	"makes/q/internal/wire"
)

// World is everything of one run.
type World struct {
	Seed  uint64
	Log   *flowlog.Log
	End   float64 // seconds
	Dice  dice.Dice
	Hosts []*Host
	nets  []uint32
	taken map[uint32]bool
}

// New gives a world without hosts.
func New(seed uint64, hours, interval int) *World {
	d := dice.New(seed, "world")
	day := int64(1736121600) + int64(d.IntN(51))*7*86400 // a Monday of 2025
	w := &World{Seed: seed, Log: flowlog.New(fmt.Sprintf("%012d", d.Int64N(9e11)+1e11), day, hours, interval),
		End: float64(hours) * 3600, Dice: d, taken: map[uint32]bool{}}
	for range d.Int(2, 5) {
		w.nets = append(w.nets, dice.Pick(d, 10<<24|uint32(d.IntN(256))<<16, 172<<24|uint32(d.Int(16, 31))<<16, 192<<24|168<<16))
	}
	return w
}

// Private gives an address of the inside that nobody has.
func (w *World) Private(d dice.Dice) uint32 {
	return w.free(func() uint32 { return dice.Pick(d, w.nets...) | uint32(d.IntN(1<<16)) })
}

// Public gives an address of the outside that nobody has.
func (w *World) Public(d dice.Dice) uint32 {
	return w.free(func() uint32 {
		for {
			a := d.Uint32()
			switch top := a >> 24; {
			case top == 0, top == 10, top == 127, top >= 224, a>>20 == 172<<4|1, a>>16 == 192<<8|168, a>>16 == 169<<8|254, a>>22 == 100<<2|1:
			default:
				return a
			}
		}
	})
}

func (w *World) free(draw func() uint32) uint32 {
	for {
		if a := draw(); a&255 != 0 && a&255 != 255 && !w.taken[a] {
			w.taken[a] = true
			return a
		}
	}
}

// Host is a host with an interface.
type Host struct {
	*World
	Dice   dice.Dice
	Stack  wire.Stack
	Iface  int
	ENI    string
	Addr   uint32
	port   int
	lo, hi int
	stride int
}

// AddHost adds a host.
func (w *World) AddHost() *Host {
	d := dice.New(w.Seed, fmt.Sprint("host", len(w.Hosts)))
	h := &Host{World: w, Dice: d, Stack: wire.Draw(d), ENI: fmt.Sprintf("eni-%017x", d.Uint64()>>1&0xfffffffffffffff|1<<59),
		Addr: w.Private(d), lo: 32768, hi: 60999, stride: dice.Pick(d, 0, 0, 1, 2)}
	if h.Stack.SynOpts == 12 {
		h.lo, h.hi = 49152, 65535
	}
	if h.Stack.MSS == 1460 && d.Odds(0.4) {
		h.Stack.MSS = 8961
	}
	if d.Odds(0.1) {
		h.lo = 1025
	}
	h.Iface = w.Log.Interface(h.ENI, d.IntN(600))
	h.port = d.Int(h.lo, h.hi)
	w.Hosts = append(w.Hosts, h)
	return h
}

// Peer is a host far away.
type Peer struct {
	Addr            uint32
	Stack           wire.Stack
	RTT, Loss, Rate float64
}

// Peer draws one, outside or inside.
func (w *World) Peer(d dice.Dice, private bool) Peer {
	p := Peer{Stack: wire.Draw(d), RTT: d.Scale(0.002, 0.3), Rate: d.Scale(1e4, 3e7)}
	if private {
		p.Addr, p.RTT, p.Rate = w.Private(d), d.Scale(0.0002, 0.004), d.Scale(1e6, 2e8)
	} else {
		p.Addr = w.Public(d)
		if d.Odds(0.5) {
			p.Loss = d.Scale(0.0001, 0.02)
		}
	}
	return p
}

// Dial begins a connection with a peer that is not open yet; in: the peer
// opens it.
func (h *Host) Dial(p *Peer, port int, in, udp bool) *wire.Conn {
	if h.stride > 0 {
		h.port += h.stride
	} else {
		h.port = h.Dice.Int(h.lo, h.hi)
	}
	if h.port > h.hi {
		h.port = h.lo
	}
	tuple := flowlog.Tuple{Src: h.Addr, Dst: p.Addr, SrcPort: uint16(h.port), DstPort: uint16(port), Proto: flowlog.TCP}
	stacks, local := [2]wire.Stack{h.Stack, p.Stack}, 0
	if in {
		tuple.Src, tuple.Dst, stacks, local = p.Addr, h.Addr, [2]wire.Stack{p.Stack, h.Stack}, 1
		tuple.SrcPort = uint16(h.Dice.Int(1025, 65535))
	}
	if udp {
		tuple.Proto = flowlog.UDP
	}
	return wire.NewConn(h.Dice, h.Log.Flow(h.Iface, tuple), stacks, local, udp, p.RTT, p.Loss, p.Rate)
}

// Pair names the host and a peer as labels do.
func (h *Host) Pair(p *Peer) string {
	b := flowlog.AppendAddr(nil, h.Addr)
	return string(flowlog.AppendAddr(append(b, "::"...), p.Addr))
}
