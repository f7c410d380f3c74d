package detect

import (
	"iter"
	"sync"
	"sync/atomic"

	"davy/biflow"
)

// What a load holds for each worker: so many pairs and, as a pair of some weeks
// has thousands, no more windows than that and those of one more pair.
const (
	batch       = 256
	batchWindow = 1 << 13 // 1 MiB
)

// A load is pairs that are judged together.
type load struct {
	pairs    []biflow.Pair
	windows  []biflow.Window // of the pairs
	findings []Finding
	judging  sync.WaitGroup
}

// All judges pairs by so many workers (at least 1) and yields each with its
// finding, in the order they came in. A pair yielded, its Windows included, is
// valid until the next one, as those that came in need be.
//
// One load is judged while the next one comes in.
func (d *Detector) All(pairs iter.Seq[*biflow.Pair], workers int) iter.Seq2[*biflow.Pair, Finding] {
	workers = max(workers, 1)
	return func(yield func(*biflow.Pair, Finding) bool) {
		hands := make([]*worker, workers)
		for i := range hands {
			hands[i] = d.worker()
		}
		now, before := newLoad(workers), newLoad(workers)
		// turn has what came in judged, and yields what was judged meanwhile.
		turn := func() bool {
			before.judging.Wait()
			now.judge(hands)
			if !before.yield(yield) {
				now.judging.Wait()
				return false
			}
			before.empty()
			now, before = before, now
			return true
		}
		for p := range pairs {
			now.add(p)
			if (len(now.pairs) == cap(now.pairs) || len(now.windows) >= batchWindow*workers) && !turn() {
				return
			}
		}
		if turn() {
			turn()
		}
	}
}

func newLoad(workers int) *load {
	return &load{pairs: make([]biflow.Pair, 0, batch*workers), findings: make([]Finding, batch*workers)}
}

// add takes a pair in.
func (l *load) add(p *biflow.Pair) {
	q := *p
	q.Windows, q.Service = l.keep(p.Windows), l.keep(p.Service)
	l.pairs = append(l.pairs, q)
}

// keep copies windows; nil stays nil.
func (l *load) keep(windows []biflow.Window) []biflow.Window {
	if windows == nil {
		return nil
	}
	from := len(l.windows)
	l.windows = append(l.windows, windows...) // those that were kept before stay where they are
	return l.windows[from:len(l.windows):len(l.windows)]
}

// judge begins to fill in the finding of each pair. The hands are free again, and
// the findings there, when judging is done.
func (l *load) judge(hands []*worker) {
	var next atomic.Int64
	for _, w := range hands[:min(len(hands), len(l.pairs))] {
		l.judging.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(l.pairs); i = int(next.Add(1)) - 1 {
				w.judge(&l.pairs[i], &l.findings[i])
			}
			w.decide()
		})
	}
}

func (l *load) yield(yield func(*biflow.Pair, Finding) bool) bool {
	for i := range l.pairs {
		if !yield(&l.pairs[i], l.findings[i]) {
			return false
		}
	}
	return true
}

func (l *load) empty() { l.pairs, l.windows = l.pairs[:0], l.windows[:0] }
