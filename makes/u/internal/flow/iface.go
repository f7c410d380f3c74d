package flow

import (
	"math"

	"makes/u/internal/rng"
)

// Iface is a network interface whose traffic is logged.
type Iface struct {
	ID      string
	Account string
	Addr    uint32

	index  uint32
	phase  float64 // seconds by which the intervals are shifted
	bounds bool    // records carry the bounds of the interval, not packet times
	split  float64 // how often a record is written in two parts
	seen   []uint64
	log    *Log
	rnd    *rng.R
}

// NewIface adds an interface to the log.
func (l *Log) NewIface(id, account string, addr uint32, r *rng.R) *Iface {
	n := int(l.length/l.interval) + 2
	i := &Iface{
		ID: id, Account: account, Addr: addr,
		index:  uint32(len(l.ifaces)),
		phase:  math.Floor(r.Uniform(0, l.interval)),
		bounds: r.Chance(0.2),
		split:  r.Log(0.0005, 0.01),
		seen:   make([]uint64, n/64+1),
		log:    l,
		rnd:    r,
	}
	l.ifaces = append(l.ifaces, i)
	return i
}

// slot is the number of the interval that contains t.
func (i *Iface) slot(t float64) int { return int((t + i.phase) / i.log.interval) }

// slotStart is the time at which interval n begins.
func (i *Iface) slotStart(n int) float64 { return float64(n)*i.log.interval - i.phase }

// write logs what one cell has gathered.
func (i *Iface) write(rec record, c *cell) {
	i.seen[c.slot/64] |= 1 << (c.slot % 64)
	first, last := c.first, c.last
	if i.bounds {
		first = i.slotStart(c.slot) + i.rnd.Uniform(0, 2)
		last = i.slotStart(c.slot+1) - i.rnd.Uniform(0, 2)
	}
	rec.iface = i.index
	rec.start, rec.end = i.log.second(first), i.log.second(last)
	rec.end = max(rec.end, rec.start)
	rec.packets, rec.bytes = c.packets, c.bytes
	if c.packets >= 4 && i.rnd.Chance(i.split) {
		i.writeHalves(rec)
		return
	}
	i.log.put(&rec)
}

// writeHalves logs a record in two parts, as the service does when two of
// its collectors saw the flow.
func (i *Iface) writeHalves(rec record) {
	share := i.rnd.Uniform(0.15, 0.85)
	a, b := rec, rec
	a.packets = max(1, uint32(float64(rec.packets)*share))
	b.packets = rec.packets - a.packets
	a.bytes = rec.bytes / uint64(rec.packets) * uint64(a.packets)
	b.bytes = rec.bytes - a.bytes
	a.end = rec.start + uint32(float64(rec.end-rec.start)*share)
	b.start = a.end
	i.log.put(&a)
	i.log.put(&b)
}

// gaps logs the intervals without traffic, and the very few in which the
// service skipped records.
func (i *Iface) gaps() {
	for n := 0; i.slotStart(n) < i.log.length; n++ {
		from := max(i.slotStart(n), 0)
		to := min(i.slotStart(n+1), i.log.length)
		rec := record{iface: i.index, start: i.log.second(from), end: i.log.second(to - 1), status: noData}
		switch {
		case to-from < 1:
		case i.seen[n/64]&(1<<(n%64)) == 0:
			i.log.put(&rec)
		case i.rnd.Chance(2e-5):
			rec.status = skipData
			i.log.put(&rec)
		}
	}
}
