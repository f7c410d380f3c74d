// Package vpc holds the hosts that are watched, and writes their flow logs.
package vpc

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"makes/m/internal/draw"
	"makes/m/internal/tcp"
)

// Addr is an IPv4 address.
type Addr uint32

// String gives the dotted form.
func (a Addr) String() string {
	return fmt.Sprintf("%d.%d.%d.%d", a>>24, a>>16&255, a>>8&255, a&255)
}

// Host is a private host with one network interface.
type Host struct {
	ENI   string
	Addr  Addr
	Stack tcp.Stack
	Until float64 // end of the log, in seconds

	interval, phase float64
	records         []record
	seen            map[Addr]bool
	port            uint16
	orderly         bool // ports in a row
	rng             draw.Rand
}

type record struct {
	window             int32
	src, dst           Addr
	srcPort, dstPort   uint16
	protocol           uint8
	reject             bool
	packets, from, til uint32
	bytes              uint64
}

// ports joins the ports, the protocol and the action.
func (r *record) ports() uint64 {
	key := uint64(r.srcPort)<<32 | uint64(r.dstPort)<<16 | uint64(r.protocol)<<1
	if r.reject {
		key++
	}
	return key
}

// NewHost draws a host.
func NewHost(r draw.Rand, eni string, addr Addr, interval, until float64) *Host {
	return &Host{ENI: eni, Addr: addr, Stack: tcp.DrawStack(r), Until: until, interval: interval,
		phase: math.Floor(r.Uniform(0, interval)), seen: map[Addr]bool{}, port: uint16(r.Int(32768, 60000)), orderly: r.Chance(0.4), rng: r}
}

// Seen says whether there is traffic with an address.
func (h *Host) Seen(a Addr) bool { return h.seen[a] }

// Port gives the next ephemeral port.
func (h *Host) Port() uint16 {
	if !h.orderly {
		return uint16(h.rng.Int(32768, 60999))
	}
	if h.port++; h.port > 60999 {
		h.port = 32768
	}
	return h.port
}

// Flow gathers the packets of one connection.
type Flow struct {
	host              *Host
	remote            Addr
	local, remotePort uint16
	protocol          uint8
	reject            bool
	window            int32
	packets           [2]uint32
	bytes             [2]uint64
	from, til         [2]float64
}

// NewFlow begins a flow of the host with a remote address.
func (h *Host) NewFlow(remote Addr, localPort, remotePort uint16, protocol uint8, reject bool) *Flow {
	return &Flow{host: h, remote: remote, local: localPort, remotePort: remotePort, protocol: protocol, reject: reject, window: math.MinInt32}
}

// Packets counts packets.
func (f *Flow) Packets(t float64, dir, count, bytes int) {
	if t < 0 || t >= f.host.Until {
		return
	}
	window := int32(math.Floor((t - f.host.phase) / f.host.interval))
	if window > f.window {
		f.Flush()
		f.window = window
	} else if window < f.window {
		t = f.host.phase + float64(f.window)*f.host.interval
	}
	if f.packets[dir] == 0 {
		f.from[dir], f.til[dir] = t, t
	}
	f.from[dir], f.til[dir] = min(f.from[dir], t), max(f.til[dir], t)
	f.packets[dir] += uint32(count)
	f.bytes[dir] += uint64(bytes)
}

// Flush ends the records of the interval.
func (f *Flow) Flush() {
	for dir, n := range f.packets {
		if n == 0 {
			continue
		}
		r := record{window: f.window, src: f.host.Addr, dst: f.remote, srcPort: f.local, dstPort: f.remotePort, protocol: f.protocol,
			reject: f.reject, packets: n, bytes: f.bytes[dir], from: uint32(f.from[dir]), til: uint32(f.til[dir])}
		if dir == tcp.In {
			r.src, r.dst, r.srcPort, r.dstPort = r.dst, r.src, r.dstPort, r.srcPort
		}
		f.host.records = append(f.host.records, r)
		f.host.seen[f.remote] = true
	}
	f.packets, f.bytes = [2]uint32{}, [2]uint64{}
}

// take gives the records in order of their intervals and forgets them;
// connections with the same addresses and ports are one flow.
func (h *Host) take() []record {
	slices.SortFunc(h.records, func(a, b record) int {
		if a.window != b.window {
			return int(a.window - b.window)
		}
		if x, y := uint64(a.src)<<32|uint64(a.dst), uint64(b.src)<<32|uint64(b.dst); x != y {
			return cmp.Compare(x, y)
		}
		if x, y := a.ports(), b.ports(); x != y {
			return cmp.Compare(x, y)
		}
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.til, b.til))
	})
	all := h.records[:0]
	for _, r := range h.records {
		if n := len(all); n > 0 {
			if p := &all[n-1]; p.window == r.window && p.src == r.src && p.dst == r.dst && p.ports() == r.ports() {
				p.packets, p.bytes, p.til = p.packets+r.packets, p.bytes+r.bytes, max(p.til, r.til)
				continue
			}
		}
		all = append(all, r)
	}
	h.records = nil
	return all
}
