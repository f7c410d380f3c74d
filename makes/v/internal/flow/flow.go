// Package flow folds packets into flow log records as they come: one record per
// direction of a 5-tuple and aggregation interval of an interface.
package flow

import "makes/v/internal/rng"

// Protocol numbers of IP.
const (
	ICMP = 1
	TCP  = 6
	UDP  = 17
)

// Status tells what a record says.
type Status uint8

// The statuses of a record.
const (
	Accept Status = iota
	Reject
	NoData
	SkipData
)

// Key is the 5-tuple of one direction.
type Key struct {
	Src, Dst     uint32
	SPort, DPort uint16
	Proto        uint8
}

// Back is the 5-tuple of the other direction.
func (k Key) Back() Key { return Key{k.Dst, k.Src, k.DPort, k.SPort, k.Proto} }

// Record is one line of the log; times are seconds since the start of the simulation.
type Record struct {
	Key
	Eni        uint16
	Status     Status
	Packets    uint32
	Bytes      uint64
	Start, End int32
}

// Sink takes finished records, in no order.
type Sink interface{ Record(r *Record) }

// Tap is the logging of one interface.
type Tap struct {
	Eni      uint16
	From, To float64 // life of the interface within the simulation
	interval float64
	phase    float64
	sink     Sink
	r        *rng.R
	seen     []uint64
	skip     []uint64
	bounds   bool
	split    float64
}

// NewTap begins the log of an interface that lives from from to to.
func NewTap(eni uint16, interval, from, to float64, sink Sink, r *rng.R) *Tap {
	n := int(to/interval)/64 + 2
	t := &Tap{Eni: eni, From: from, To: to, interval: interval, sink: sink, r: r,
		seen: make([]uint64, n), skip: make([]uint64, n)}
	t.phase = -r.Uni(0, interval)
	// A part of the capture hosts stamps records with the bounds of the interval.
	t.bounds = r.Chance(0.12)
	t.split = r.Log(0.001, 0.02)
	for w := range n * 64 {
		if r.Chance(0.0002) {
			t.skip[w>>6] |= 1 << (w & 63)
		}
	}
	return t
}

// window is the number of the interval that holds t.
func (t *Tap) window(at float64) int { return int((at - t.phase) / t.interval) }

// put writes one finished record of a window.
func (t *Tap) put(h *Half) {
	w := h.window
	if w>>6 < len(t.seen) {
		t.seen[w>>6] |= 1 << (w & 63)
		// A skipped interval loses about half of its records.
		if t.skip[w>>6]&(1<<(w&63)) != 0 && t.r.Chance(0.5) {
			return
		}
	}
	lo := t.phase + float64(w)*t.interval
	hi := lo + t.interval - 1
	start, end := h.first, h.last
	if t.bounds && !h.cut {
		start, end = lo, hi
	}
	// The two directions are flushed apart, so their stamps differ a little.
	if t.r.Chance(0.3) {
		start += t.r.Uni(0, 1.4)
		end += t.r.Uni(0, 1.9)
	}
	start = max(start, t.From)
	end = min(max(end, start), t.To)
	start = min(start, end)
	t.sink.Record(&Record{Key: h.Key, Eni: t.Eni, Status: h.status, Packets: h.packets,
		Bytes: h.bytes, Start: int32(start), End: int32(end)})
}

// Close writes the lines of the intervals without traffic or with lost records.
func (t *Tap) Close() {
	for w := t.window(t.From); ; w++ {
		lo := t.phase + float64(w)*t.interval
		hi := lo + t.interval - 1
		if hi >= t.To {
			return
		}
		if lo < t.From || w>>6 >= len(t.seen) {
			continue
		}
		rec := Record{Eni: t.Eni, Start: int32(lo), End: int32(hi)}
		if t.skip[w>>6]&(1<<(w&63)) != 0 {
			rec.Status = SkipData
			t.sink.Record(&rec)
		} else if t.seen[w>>6]&(1<<(w&63)) == 0 {
			rec.Status = NoData
			t.sink.Record(&rec)
		}
	}
}

// Half is one direction of a flow as one interface sees it.
type Half struct {
	Key
	tap         *Tap
	window      int
	until       float64
	first, last float64
	packets     uint32
	bytes       uint64
	status      Status
	cut         bool
}

// NewHalf prepares a direction; a nil tap sees nothing.
func NewHalf(t *Tap, k Key, s Status) Half { return Half{Key: k, tap: t, status: s, until: -1e18} }

// Add counts packets at a time. Slightly late packets fall into the open interval.
func (h *Half) Add(at float64, packets, bytes int) {
	t := h.tap
	if t == nil || at < t.From || at >= t.To {
		return
	}
	if at >= h.until || h.packets == 0 {
		h.Flush()
		h.window = t.window(at)
		h.until = t.phase + float64(h.window+1)*t.interval
		h.first, h.last = at, at
		h.cut = t.r.Chance(t.split)
		if h.cut {
			// Two capture cells meet within this interval: the record is cut there.
			h.until = t.r.Uni(at, h.until)
		}
	}
	h.packets += uint32(packets)
	h.bytes += uint64(bytes)
	if at > h.last {
		h.last = at
	}
}

// Flush ends the open record.
func (h *Half) Flush() {
	if h.packets > 0 {
		h.tap.put(h)
		h.packets, h.bytes = 0, 0
	}
}
