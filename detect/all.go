package detect

import (
	"iter"
	"sync"
	"sync/atomic"

	"davy/biflow"
)

// batch is how many pairs are held in memory for each worker.
const batch = 64

// All judges pairs by so many workers (at least 1) and yields each with its
// finding, in the order they came in. A pair yielded, its Windows included, is
// valid until the next one, as those that came in need be.
func (d *Detector) All(pairs iter.Seq[*biflow.Pair], workers int) iter.Seq2[*biflow.Pair, Finding] {
	workers = max(workers, 1)
	return func(yield func(*biflow.Pair, Finding) bool) {
		held, findings := make([]biflow.Pair, batch*workers), make([]Finding, batch*workers)
		n := 0
		flush := func() bool {
			d.judge(held[:n], findings, workers)
			for i := range n {
				if !yield(&held[i], findings[i]) {
					return false
				}
			}
			n = 0
			return true
		}
		for p := range pairs {
			windows := append(held[n].Windows[:0], p.Windows...)
			held[n] = *p
			held[n].Windows = windows
			if n++; n == len(held) && !flush() {
				return
			}
		}
		flush()
	}
}

// judge fills in the finding of each pair.
func (d *Detector) judge(pairs []biflow.Pair, findings []Finding, workers int) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(workers, len(pairs)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(pairs); i = int(next.Add(1)) - 1 {
				findings[i] = d.Judge(&pairs[i])
			}
		})
	}
	group.Wait()
}
