package detect

import (
	"iter"
	"sync"
	"sync/atomic"

	"davy/biflow"
)

// What is held in memory for each worker: so many pairs and, as a pair of some
// weeks has thousands, no more windows than that and those of one more pair.
const (
	batch       = 256
	batchWindow = 1 << 14 // 2 MiB
)

// All judges pairs by so many workers (at least 1) and yields each with its
// finding, in the order they came in. A pair yielded, its Windows included, is
// valid until the next one, as those that came in need be.
func (d *Detector) All(pairs iter.Seq[*biflow.Pair], workers int) iter.Seq2[*biflow.Pair, Finding] {
	workers = max(workers, 1)
	return func(yield func(*biflow.Pair, Finding) bool) {
		held := make([]biflow.Pair, 0, batch*workers)
		findings := make([]Finding, batch*workers)
		hands := make([]*worker, workers)
		for i := range hands {
			hands[i] = d.worker()
		}
		var windows []biflow.Window
		flush := func() bool {
			d.judge(held, findings, hands)
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
func (d *Detector) judge(pairs []biflow.Pair, findings []Finding, hands []*worker) {
	var next atomic.Int64
	var group sync.WaitGroup
	for _, w := range hands[:min(len(hands), len(pairs))] {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(pairs); i = int(next.Add(1)) - 1 {
				w.judge(&pairs[i], &findings[i])
			}
			w.decide()
		})
	}
	group.Wait()
}
