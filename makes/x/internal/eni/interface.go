// Package eni models elastic network interfaces: they fold packets into flow
// records per aggregation interval, each with its own phase.
package eni

import (
	"math"

	"makes/x/internal/flowlog"
	"makes/x/internal/label"
	"makes/x/internal/rnd"
)

// Interface is one network interface with flow logs enabled.
type Interface struct {
	Index    int
	Owner    flowlog.Owner
	Addrs    []uint32 // the primary address first, then secondary ones
	Labels   *label.Set
	Until    float64 // end of the simulation
	interval float64
	phase    float64
	bounds   bool    // records bear the bounds of the interval, not packet times
	lag      float64 // largest delay of a record's end
	split    float64 // odds of a record being split
	r        *rnd.Rand
	spool    *flowlog.Spool
	active   []uint64
	open     []*View
	sweepAt  int
}

// New makes an interface.
func New(index int, owner flowlog.Owner, addrs []uint32, interval, until float64, spool *flowlog.Spool, seed uint64) *Interface {
	r := rnd.New(seed, "eni", index)
	n := &Interface{
		Index: index, Owner: owner, Addrs: addrs, Until: until,
		Labels:   label.NewSet(owner.ID),
		interval: interval,
		phase:    math.Floor(r.Between(0, interval)),
		bounds:   r.Chance(0.25),
		lag:      r.Between(0, 8),
		r:        r, spool: spool, sweepAt: 256,
	}
	if r.Chance(0.5) {
		n.split = r.Between(0.0005, 0.01)
	}
	n.active = make([]uint64, int(until/interval)/64+2)
	return n
}

func (n *Interface) slot(t float64) int {
	return int((t + n.phase) / n.interval)
}

// limits gives the bounds of an aggregation interval.
func (n *Interface) limits(slot int) (from, to float64) {
	from = float64(slot)*n.interval - n.phase
	return max(0, from), from + n.interval
}

func (n *Interface) watch(v *View) {
	n.open = append(n.open, v)
	if len(n.open) < n.sweepAt {
		return
	}
	kept := n.open[:0]
	for _, v := range n.open {
		if !v.closed {
			kept = append(kept, v)
		}
	}
	clear(n.open[len(kept):])
	n.open = kept
	n.sweepAt = max(256, 2*len(kept))
}

// Finish writes what is still being counted and the lines for the intervals
// without any traffic.
func (n *Interface) Finish() {
	for _, v := range n.open {
		v.flush(0)
		v.flush(1)
	}
	n.open = nil
	for slot := 0; ; slot++ {
		from, to := n.limits(slot)
		if from >= n.Until {
			return
		}
		used := n.active[slot/64]>>(slot%64)&1 == 1
		status := flowlog.NoData
		if n.r.Chance(0.0001) {
			status = flowlog.SkipData
		} else if used {
			continue
		}
		n.spool.Add(&flowlog.Record{
			NIC: uint16(n.Index), Status: status,
			Start: uint32(from), End: uint32(min(to, n.Until) - 1),
		})
	}
}
