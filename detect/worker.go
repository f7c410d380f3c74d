package detect

import (
	"davy/biflow"
	"davy/model"
)

// together is how many spans the trees are asked about at a time, but for the
// last of a batch: enough that what it takes to bring trees near is shared.
const together = 64

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
