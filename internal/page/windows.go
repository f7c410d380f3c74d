package page

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"

	"davy/biflow"
)

// mostKept is how many windows are kept in memory, of all pairs together: 56
// bytes each.
const mostKept = 1 << 19

// mostOfPair is how many windows are kept of one pair: three weeks of them.
const mostOfPair = 3024

// Windows keeps the windows of pairs until the page is written. Where there are
// too many, every pair keeps fewer, evenly spaced. The zero value is empty.
type Windows struct {
	pairs map[string]*series
	most  int // kept of one pair
	kept  int
}

// A series is what is kept of one pair.
type series struct {
	points   []point
	total    int // windows of the pair
	sums     [4]uint64
	records  uint64 // accepted
	rejected uint64
	turned   uint64 // packets of the rejected records
	conns    uint64 // connections, summed over windows
	unheard  uint64 // of them, without a packet back
	clients  uint32 // client ports of the window with the most
	ports    []portUse
	server   biflow.Side
	siblings int
	other    uint64 // packets of protocols other than TCP
}

// A point is one window.
type point struct {
	start      int64     // epoch seconds
	sums       [4]uint64 // local bytes, local packets, remote bytes, remote packets
	turned     uint64    // packets rejected
	incomplete bool      // AWS lost data in this window
}

// A portUse says in how many windows a port was the busiest of the server's side.
type portUse struct {
	port    uint16
	windows int
}

// mostPorts is how many server ports are kept of a pair.
const mostPorts = 6

// Keep keeps the windows of a pair under the id of its finding.
func (w *Windows) Keep(id string, p *biflow.Pair) {
	if w.pairs == nil {
		w.pairs, w.most = make(map[string]*series), mostOfPair
	}
	s := newSeries(p, w.most)
	w.pairs[id] = s
	w.kept += len(s.points)
	for w.kept > mostKept && w.most > 2 {
		w.halve()
	}
}

func (w *Windows) halve() {
	w.most /= 2
	w.kept = 0
	for _, s := range w.pairs {
		s.points = slices.Clip(slices.Clone(thin(s.points, w.most)))
		w.kept += len(s.points)
	}
}

func newSeries(p *biflow.Pair, most int) *series {
	s := &series{total: len(p.Windows), server: p.Server, siblings: p.Siblings, other: p.Other.Packets}
	ports := make(map[uint16]int)
	for i := range p.Windows {
		b := &p.Windows[i]
		for j, x := range [4]uint64{b.LocalBytes, b.LocalPackets, b.RemoteBytes, b.RemotePackets} {
			s.sums[j] = plus(s.sums[j], x)
		}
		s.records += uint64(b.Records)
		s.rejected += uint64(b.Rejected)
		s.turned = plus(s.turned, turned(b))
		s.conns += uint64(b.Connections)
		s.unheard += uint64(b.Unanswered)
		s.clients = max(s.clients, b.ClientPorts)
		if b.ServerPort != 0 {
			ports[b.ServerPort]++
		}
	}
	for _, b := range thin(p.Windows, most) {
		s.points = append(s.points, point{
			start: b.Start, sums: [4]uint64{b.LocalBytes, b.LocalPackets, b.RemoteBytes, b.RemotePackets},
			turned: turned(&b), incomplete: b.Flags&biflow.Incomplete != 0,
		})
	}
	for _, port := range slices.SortedFunc(maps.Keys(ports), func(a, b uint16) int { return cmp.Or(ports[b]-ports[a], cmp.Compare(a, b)) }) {
		if len(s.ports) == mostPorts {
			break
		}
		s.ports = append(s.ports, portUse{port, ports[port]})
	}
	return s
}

func turned(b *biflow.Window) uint64 { return plus(b.Turned[0].Packets, b.Turned[1].Packets) }

// plus is a+b, or 2^64−1 if that is less, as in biflow.
func plus(a, b uint64) uint64 {
	sum, carry := bits.Add64(a, b, 0)
	if carry != 0 {
		return ^uint64(0)
	}
	return sum
}

// thin returns at most so many of xs (two or more), evenly spaced, the first and
// the last among them.
func thin[T any](xs []T, most int) []T {
	n := len(xs)
	if n <= most {
		return xs
	}
	out := make([]T, most)
	for i := range out {
		out[i] = xs[i*(n-1)/(most-1)]
	}
	return out
}
