package detect

import (
	"davy/biflow"
	"davy/model"
)

// together is how many spans the trees are asked about at a time, but for the
// last of a batch: enough that what it takes to bring trees near is shared.
const together = 64

// A worker decides on pairs by the cascade many at a time.
type worker struct {
	*Detector
	sittings []*model.Sitting
	cases    []pending
}

// A pending finding is a pair with the opinions on it, and where the finding goes.
type pending struct {
	pair *biflow.Pair
	to   *Finding
	of   [2]model.Opinion
}

func (d *Detector) worker() *worker {
	w := &worker{Detector: d}
	if d.opts.Rule == Cascade {
		for _, j := range d.juries() {
			w.sittings = append(w.sittings, j.Sitting(!d.opts.Terse))
		}
		w.cases = make([]pending, 0, batch)
	}
	return w
}

// judge takes a pair in. Its finding is there after the next decide.
func (w *worker) judge(p *biflow.Pair, to *Finding) {
	if w.sittings == nil {
		*to = w.judgePoints(p)
		return
	}
	if len(w.cases) == cap(w.cases) { // opinions are pointed at: they must not move
		w.decide()
	}
	w.cases = append(w.cases, pending{pair: p, to: to})
	for i, s := range w.sittings {
		s.Hear(p, &w.cases[len(w.cases)-1].of[i])
	}
	for _, s := range w.sittings {
		if s.Waiting() >= together {
			w.decide()
			return
		}
	}
}

// decide writes the findings on all pairs taken in.
func (w *worker) decide() {
	for _, s := range w.sittings {
		s.Decide()
	}
	for i := range w.cases {
		c := &w.cases[i]
		*c.to = w.judgeCascade(c.pair, &c.of)
		*c = pending{}
	}
	w.cases = w.cases[:0]
}
