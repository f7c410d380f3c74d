package detect

import (
	"iter"
	"sync"
	"sync/atomic"

	"davy/biflow"
	"davy/model"
)

const (
	batch       = 256     // pairs held in memory for each worker, at most
	batchWindow = 1 << 14 // windows of them, more only if the last pair has: 2 MiB
	together    = 64      // spans that the trees are asked about at a time
)

// All judges pairs by so many workers (at least 1) and yields each with its
// finding, in the order they came in. A pair yielded, its Windows included, is
// valid until the next one, as those that came in need be.
func (d *Detector) All(pairs iter.Seq[*biflow.Pair], workers int) iter.Seq2[*biflow.Pair, Finding] {
	workers = max(workers, 1)
	return func(yield func(*biflow.Pair, Finding) bool) {
		held := make([]biflow.Pair, 0, batch*workers)
		findings := make([]Finding, batch*workers)
		benches := make([]*bench, workers)
		for i := range benches {
			benches[i] = d.bench()
		}
		var windows []biflow.Window
		flush := func() bool {
			d.judge(held, findings, benches)
			for i := range held {
				if !yield(&held[i], findings[i]) {
					return false
				}
			}
			held, windows = held[:0], windows[:0]
			return true
		}
		for p := range pairs {
			from := len(windows)
			windows = append(windows, p.Windows...) // those held stay where they are
			held = append(held, *p)
			held[len(held)-1].Windows = windows[from:len(windows):len(windows)]
			if (len(held) == cap(held) || len(windows) >= batchWindow*workers) && !flush() {
				return
			}
		}
		flush()
	}
}

// judge fills in the finding of each pair.
func (d *Detector) judge(pairs []biflow.Pair, findings []Finding, benches []*bench) {
	var next atomic.Int64
	var group sync.WaitGroup
	for _, b := range benches[:min(len(benches), len(pairs))] {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(pairs); i = int(next.Add(1)) - 1 {
				b.judge(&pairs[i], &findings[i])
			}
			b.decide()
		})
	}
	group.Wait()
}

// A bench is one worker's: it decides on pairs by the cascade many at a time.
type bench struct {
	*Detector
	sittings []*model.Sitting
	cases    []cause
}

// A cause is a pair with the opinions on it, and where the finding goes.
type cause struct {
	pair *biflow.Pair
	to   *Finding
	of   [2]model.Opinion
}

func (d *Detector) bench() *bench {
	b := &bench{Detector: d}
	if d.opts.Rule == Cascade {
		for _, j := range d.juries() {
			b.sittings = append(b.sittings, j.Sitting(!d.opts.Terse))
		}
		b.cases = make([]cause, 0, batch)
	}
	return b
}

// judge takes a pair in. Its finding is there after the next decide.
func (b *bench) judge(p *biflow.Pair, to *Finding) {
	if b.sittings == nil {
		*to = b.judgePoints(p)
		return
	}
	if len(b.cases) == cap(b.cases) { // opinions are pointed at: they must not move
		b.decide()
	}
	b.cases = append(b.cases, cause{pair: p, to: to})
	for i, s := range b.sittings {
		s.Hear(p, &b.cases[len(b.cases)-1].of[i])
	}
	for _, s := range b.sittings {
		if s.Waiting() >= together {
			b.decide()
			return
		}
	}
}

// decide writes the findings on all pairs taken in.
func (b *bench) decide() {
	for _, s := range b.sittings {
		s.Decide()
	}
	for i := range b.cases {
		c := &b.cases[i]
		*c.to = b.judgeCascade(c.pair, &c.of)
		*c = cause{}
	}
	b.cases = b.cases[:0]
}
