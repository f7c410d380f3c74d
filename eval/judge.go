package eval

import (
	"cmp"
	"iter"
	"sync"
	"sync/atomic"

	"davy/biflow"
	"davy/detect"
	"davy/model"
)

// hours after a pair's first window at which it is judged by what was known then.
var hours = [...]int{1, 3, 6, 12, 24}

// A judge is one rule with one model.
type judge struct {
	rule     detect.Rule
	detector *detect.Detector // nil: there is none, and note says why
	note     string
}

// newJudge makes a judge of a model; nil if there was nothing to train one on.
func newJudge(m *model.Model, rule detect.Rule, minRate float64) judge {
	if m == nil {
		return judge{rule: rule, note: "no mining capture left to train on"}
	}
	d, err := detect.New(m, detect.Options{Rule: rule, MinRate: minRate})
	if err != nil {
		return judge{rule: rule, note: err.Error()}
	}
	return judge{rule: rule, detector: d}
}

// An outcome is what one judge said of one pair.
type outcome struct {
	capture, pair string
	eni           string // interface
	label         Label
	windows       int // with a record, and nothing lost
	inside        int
	profile, kind string
	verdict       detect.Verdict
	score, vote   float64
	early         [len(hours)]detect.Verdict
	note          string
}

// compare orders outcomes of a rule: by score, which is the same thing for all
// pairs, then by vote, which goes on where the score is flat.
func (o *outcome) compare(other *outcome) int {
	return cmp.Or(cmp.Compare(o.score, other.score), cmp.Compare(o.vote, other.vote))
}

// judge judges a pair as a whole and as it was known in its first hours.
func (j judge) judge(s *Sample) outcome {
	o := outcome{capture: s.Capture, pair: s.ends(), eni: s.Pair.Interface, label: s.Label, verdict: detect.None, note: j.note}
	for i := range s.Pair.Windows {
		if s.Pair.Windows[i].Flags&biflow.Incomplete == 0 {
			o.windows++
		}
	}
	for i := range o.early {
		o.early[i] = detect.None
	}
	if j.detector == nil {
		return o
	}
	f := j.detector.Judge(&s.Pair)
	o.inside, o.profile, o.kind = f.Inside, f.Profile, f.Kind
	o.verdict, o.score, o.vote = f.Verdict, f.Score, f.Vote
	known := 0
	for i, h := range hours {
		first := until(&s.Pair, h)
		switch len(first.Windows) {
		case len(s.Pair.Windows):
			o.early[i] = o.verdict
		case known:
			o.early[i] = o.early[i-1]
		default:
			o.early[i] = j.detector.Judge(&first).Verdict
		}
		known = len(first.Windows)
	}
	return o
}

// until returns a pair with the windows of its first hours, by the clock.
func until(p *biflow.Pair, hours int) biflow.Pair {
	if len(p.Windows) == 0 {
		return *p
	}
	first := p.Windows[0].Start
	return p.Cut(first, first+int64(hours)*3600)
}

// batch is how many samples are held in memory for each worker.
const batch = 64

// judgeAll has every judge judge every sample, several at a time, and returns
// the outcomes by judge, in the order of the samples.
func judgeAll(samples iter.Seq[*Sample], judges []judge, workers int) [][]outcome {
	workers = max(workers, 1)
	out := make([][]outcome, len(judges))
	var held []*Sample
	flush := func() {
		from := 0
		for j := range out {
			from = len(out[j])
			out[j] = append(out[j], make([]outcome, len(held))...)
		}
		var next atomic.Int64
		var group sync.WaitGroup
		for range min(workers, len(held)) {
			group.Go(func() {
				for i := int(next.Add(1)) - 1; i < len(held); i = int(next.Add(1)) - 1 {
					for j := range judges {
						out[j][from+i] = judges[j].judge(held[i])
					}
				}
			})
		}
		group.Wait()
		held = held[:0]
	}
	for s := range samples {
		if held = append(held, s); len(held) == batch*workers {
			flush()
		}
	}
	flush()
	return out
}
