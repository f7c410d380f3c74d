package lab

import "fmt"

// Faults are what AWS does to records and objects on their way; the zero value
// is a log without any. Shares are between 0 and 1, each drawn independently
// and from the seed alone: faults change neither traffic nor each other.
//
// AWS documents that these things happen ("Flow log records" and "Publish flow
// logs to Amazon S3", Amazon VPC User Guide) but not how often.
type Faults struct {
	// Skew is the most seconds by which a record's start and end come after
	// its first and last packet, each direction by itself, but never beyond
	// the interval. AWS: up to 60 s.
	Skew int

	Split     float64 // records that come as two, as if the table had been flushed in between
	Skip      float64 // intervals of an interface lost: a SKIPDATA line stands for all its records
	Late      float64 // deliveries of an interface that come five minutes to six hours late
	Duplicate float64 // objects that come once more later, with the same content under another key
	Redeliver float64 // objects that come once more later under their own key
}

// Realistic draws faults such as a well-run log may have: a skew of 1 to 10 s,
// 0.2 to 5% of records split, 0.01 to 0.5% of intervals lost, 0.1 to 2% of
// deliveries late, 0.05 to 1% of objects duplicated and as many redelivered.
func Realistic(seed uint64) Faults {
	d := roll(seed, name("faults"))
	return Faults{
		Skew:      d.size(span{1, 10}),
		Split:     d.spread(0.002, 0.05),
		Skip:      d.spread(0.0001, 0.005),
		Late:      d.spread(0.001, 0.02),
		Duplicate: d.spread(0.0005, 0.01),
		Redeliver: d.spread(0.0005, 0.01),
	}
}

func (f *Faults) check() error {
	if f.Skew < 0 || f.Skew > 60 {
		return &ConfigError{"Faults.Skew", "is not within 0 and 60 seconds"}
	}
	for _, share := range []struct {
		field string
		value float64
	}{
		{"Split", f.Split}, {"Skip", f.Skip}, {"Late", f.Late}, {"Duplicate", f.Duplicate}, {"Redeliver", f.Redeliver},
	} {
		if !(share.value >= 0 && share.value <= 1) {
			return &ConfigError{"Faults." + share.field, fmt.Sprintf("is %v, not a share", share.value)}
		}
	}
	return nil
}

// any tells whether records are touched at all.
func (f *Faults) any() bool { return f.Skew > 0 || f.Split > 0 || f.Skip > 0 }

// What a number is drawn for.
const (
	forSkip = 1 + iota
	forSplit
	forCut
	forStart
	forEnd
	forLate
	forDelay
	forDuplicate
	forRedeliver
	forEarly
)

// draw is a number between 0 and 1 that depends on its arguments only.
func draw(key uint64, what, which int64) float64 {
	return float64(mix(key^mix(uint64(what)^mix(uint64(which))))>>11) / (1 << 53)
}

// spoil appends records, which are in order of interval and of one interface,
// to out as they come through.
func (f *Faults) spoil(out, records []record) []record {
	skipped := int64(-1 << 62) // the interval found lost last
	for i := range records {
		r := &records[i]
		if r.interval == skipped {
			continue
		}
		h := r.host
		if (i == 0 || r.interval != records[i-1].interval) && draw(h.key, forSkip, r.interval) < f.Skip {
			skipped = r.interval
			out = append(out, h.meter.silence(h, r.interval, statusSkipData))
			continue
		}
		if r.status != statusOK {
			out = append(out, *r)
			continue
		}
		moved := f.skewed(*r)
		if f.Split > 0 && draw(r.id(), forSplit, r.interval) < f.Split {
			out = moved.split(out, draw(r.id(), forCut, r.interval))
		} else {
			out = append(out, moved)
		}
	}
	return out
}

// id names the record among those of its interval.
func (r *record) id() uint64 {
	id := r.flow.id + uint64(r.dir)
	if r.inside {
		id = mix(id)
	}
	return id
}

// split appends the record as two, one after the other in time, if it is more
// than one packet and second long. Nothing is lost: the sums of the two are
// those of the one.
func (r *record) split(out []record, cut float64) []record {
	if r.packets < 2 || r.last == r.first {
		return append(out, *r)
	}
	one, two := *r, *r
	one.packets = 1 + int64(cut*float64(r.packets-1))
	one.bytes = r.bytes * one.packets / r.packets
	one.last = r.first + int64(cut*float64(r.last-r.first))
	one.flags &= flagSYN | flagACK
	two.packets -= one.packets
	two.bytes -= one.bytes
	two.first = one.last + 1
	two.flags &= flagFIN | flagRST
	return append(out, one, two)
}

// skewed moves the record's first and last second within its interval.
func (f *Faults) skewed(r record) record {
	if f.Skew == 0 {
		return r
	}
	_, to := r.host.meter.bounds(r.interval)
	to = min(to, int64(r.host.meter.end)) - 1
	most := float64(f.Skew + 1)
	r.first = min(r.first+int64(most*draw(r.id(), forStart, r.interval)), to)
	r.last = max(r.first, min(r.last+int64(most*draw(r.id(), forEnd, r.interval)), to))
	return r
}
