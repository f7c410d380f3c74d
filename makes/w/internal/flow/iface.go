// Package flow folds packets into the records of network interfaces.
package flow

import (
	"math"

	"makes/w/internal/record"
	"makes/w/internal/rng"
)

// Log is where all interfaces write, and the settings they share.
type Log struct {
	Interval float64
	End      float64
	Spill    *record.Spill
	Book     *Book
}

// Iface is one network interface that flow logs are kept of.
type Iface struct {
	Index    int
	Name     record.Name
	Addr     uint32
	From, To float64 // while the host exists
	log      *Log
	phase    float64 // offset of this interface's intervals
	bounds   bool    // records carry the interval's bounds, not packet times
	busy     []uint64
	skipped  map[int]bool
	g        *rng.R
}

// NewIface makes an interface that exists between from and to.
func NewIface(l *Log, index int, name record.Name, addr uint32, from, to float64, g *rng.R) *Iface {
	f := &Iface{Index: index, Name: name, Addr: addr, From: from, To: to, log: l, g: g}
	f.phase = math.Floor(g.Between(0, l.Interval))
	f.bounds = g.Chance(0.25)
	n := int(l.End/l.Interval) + 2
	f.busy = make([]uint64, n/64+1)
	f.skipped = map[int]bool{}
	for k := range n {
		if g.Chance(3e-5) {
			f.skipped[k] = true
		}
	}
	return f
}

func (f *Iface) slot(t float64) int { return int((t + f.phase) / f.log.Interval) }

func (f *Iface) limits(slot int) (lo, hi float64) {
	lo = float64(slot)*f.log.Interval - f.phase
	return lo, lo + f.log.Interval
}

// Finish writes the lines of intervals without traffic, and of those in which
// the service lost records.
func (f *Iface) Finish() {
	for k := f.slot(f.From); ; k++ {
		lo, hi := f.limits(k)
		lo, hi = max(lo, f.From), min(hi, f.To)
		if lo >= f.To {
			return
		}
		if hi-lo < 1 {
			continue
		}
		r := record.Rec{Iface: uint32(f.Index), Start: uint32(lo), End: uint32(max(lo, hi-1-f.g.Between(0, 4)))}
		switch {
		case f.skipped[k]:
			r.Status = record.SkipData
		case f.busy[k>>6]>>(k&63)&1 == 0:
			r.Status = record.NoData
		default:
			continue
		}
		f.log.Spill.Add(&r)
	}
}
