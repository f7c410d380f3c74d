package eval

import (
	"errors"
	"fmt"
	"slices"

	"davy/detect"
	"davy/model"
	"davy/shape"
)

// Options of an evaluation.
type Options struct {
	Training model.Options
	Detect   detect.Options
	Fixed    *model.Model // judge with this model; nil trains without what is held out
	Least    int          // windows a mining pair needs to count towards recall
}

// A Report is what one rule did on labelled logs.
type Report struct {
	Rule     detect.Rule `json:"rule"`
	Trained  string      `json:"trained"` // how the judging model came about
	Least    int         `json:"least_windows"`
	Found    Share       `json:"found"` // mining pairs of at least Least windows called mining
	Miners   []Miner     `json:"miners"`
	Ordinary []Level     `json:"ordinary"`
	Flagged  []Alarm     `json:"false_alarms"`
}

// A Share is k of n with its 95 % Wilson interval.
type Share struct {
	K  int     `json:"k"`
	N  int     `json:"n"`
	Lo float64 `json:"lo"`
	Hi float64 `json:"hi"`
}

// NewShare returns k of n with its interval.
func NewShare(k, n int) Share {
	lo, hi := shape.Wilson(k, n, 1.959963984540054)
	return Share{K: k, N: n, Lo: lo, Hi: hi}
}

func (s Share) String() string {
	if s.N == 0 {
		return "0 of 0"
	}
	return fmt.Sprintf("%d of %d (95 %% interval %.1f to %.1f %%)", s.K, s.N, 100*s.Lo, 100*s.Hi)
}

// A Miner is one mining pair and what became of it.
type Miner struct {
	Capture string         `json:"capture"`
	Pair    string         `json:"pair"` // local::remote
	Group   string         `json:"group"`
	Windows int            `json:"windows"` // judged
	Inside  int            `json:"inside"`
	Profile string         `json:"profile"`
	Verdict detect.Verdict `json:"verdict"`
	Score   float64        `json:"score"`
	Note    string         `json:"note,omitempty"` // why there was no model for it
}

// A Level counts ordinary pairs of at least Windows windows.
type Level struct {
	Windows int   `json:"windows"`
	Mining  Share `json:"mining"`
	Suspect Share `json:"suspect"`
}

// An Alarm is an ordinary pair that was flagged.
type Alarm struct {
	Capture string         `json:"capture"`
	Pair    string         `json:"pair"`
	Windows int            `json:"windows"`
	Profile string         `json:"profile"`
	Verdict detect.Verdict `json:"verdict"`
}

// levels of windows at which ordinary pairs are counted.
var levels = []int{1, 3, 12, 20}

// mostHeldOut is how many models HoldOut trains; of more captures, several are
// held out together.
const (
	mostHeldOut = 40
	foldsBeyond = 10
)

// HoldOut judges every capture with a model trained on all the others, or with
// the fixed model. Of more than 40 captures, tenths are held out together.
func HoldOut(samples []Sample, opts Options) (*Report, error) {
	names := captures(samples)
	held := func(i int) int { return i }
	n := len(names)
	r := newReport(opts, "on all other captures")
	switch {
	case opts.Fixed != nil:
		r.Trained = "beforehand"
	case n > mostHeldOut:
		n, held = foldsBeyond, func(i int) int { return i % foldsBeyond }
		r.Trained = "on the other nine tenths of the captures"
	}
	fold := make(map[string]int, len(names))
	for i, name := range names {
		fold[name] = held(i)
	}
	for f := range n {
		m := opts.Fixed
		if m == nil {
			var err error
			if m, _, err = model.Train(TrainAll(without(samples, fold, f)), opts.Training); err != nil && !errors.Is(err, model.ErrNoMining) {
				return nil, fmt.Errorf("without %s: %w", names[f], err)
			}
		}
		d, note := detector(m, opts.Detect)
		for i := range samples {
			if s := &samples[i]; fold[s.Capture] == f {
				r.judge(s, d, note)
			}
		}
	}
	r.finish()
	return r, nil
}

// LaterHalf trains on the first half of every mining pair and judges the
// second: what the method does for the very miner it knows. Ordinary pairs are
// judged whole, with their captures' traffic known to the model.
func LaterHalf(samples []Sample, opts Options) (*Report, error) {
	r := newReport(opts, "on the first half of the same captures")
	first, second := slices.Clone(samples), slices.Clone(samples)
	for i := range samples {
		if s := &samples[i]; s.Label.Mining {
			half := len(s.Pair.Windows) / 2
			first[i].Pair.Windows, second[i].Pair.Windows = s.Pair.Windows[:half], s.Pair.Windows[half:]
		}
	}
	m, _, err := model.Train(TrainAll(first), opts.Training)
	if err != nil && !errors.Is(err, model.ErrNoMining) {
		return nil, err
	}
	d, note := detector(m, opts.Detect)
	for i := range second {
		r.judge(&second[i], d, note)
	}
	r.finish()
	return r, nil
}

func newReport(opts Options, trained string) *Report {
	r := &Report{Rule: opts.Detect.Rule, Trained: trained, Least: opts.Least, Miners: []Miner{}, Flagged: []Alarm{}}
	for _, n := range levels {
		r.Ordinary = append(r.Ordinary, Level{Windows: n})
	}
	return r
}

// detector returns nil and the reason where the model cannot be used.
func detector(m *model.Model, opts detect.Options) (*detect.Detector, string) {
	if m == nil {
		return nil, "no mining capture left to train on"
	}
	d, err := detect.New(m, opts)
	if err != nil {
		return nil, err.Error()
	}
	return d, ""
}

func (r *Report) judge(s *Sample, d *detect.Detector, note string) {
	f := detect.Finding{Verdict: detect.None, Windows: s.Pair.Points()}
	if d != nil {
		f = d.Judge(&s.Pair)
	}
	if s.Label.Mining {
		r.Miners = append(r.Miners, Miner{
			Capture: s.Capture, Pair: s.ends(), Group: s.Label.Group, Windows: f.Windows, Inside: f.Inside,
			Profile: f.Profile, Verdict: f.Verdict, Score: f.Score, Note: note,
		})
		return
	}
	for i := range r.Ordinary {
		l := &r.Ordinary[i]
		if f.Windows < l.Windows {
			continue
		}
		l.Mining.N++
		l.Suspect.N++
		switch f.Verdict {
		case detect.Mining:
			l.Mining.K++
		case detect.Suspect:
			l.Suspect.K++
		}
	}
	if f.Verdict != detect.None {
		r.Flagged = append(r.Flagged, Alarm{
			Capture: s.Capture, Pair: s.ends(),
			Windows: f.Windows, Profile: f.Profile, Verdict: f.Verdict,
		})
	}
}

func (r *Report) finish() {
	k, n := 0, 0
	for _, m := range r.Miners {
		if m.Windows < r.Least {
			continue
		}
		n++
		if m.Verdict == detect.Mining {
			k++
		}
	}
	r.Found = NewShare(k, n)
	for i := range r.Ordinary {
		l := &r.Ordinary[i]
		l.Mining, l.Suspect = NewShare(l.Mining.K, l.Mining.N), NewShare(l.Suspect.K, l.Suspect.N)
	}
	slices.SortStableFunc(r.Miners, func(a, b Miner) int { return b.Windows - a.Windows })
	slices.SortStableFunc(r.Flagged, func(a, b Alarm) int {
		if c := b.Verdict.Rank() - a.Verdict.Rank(); c != 0 {
			return c
		}
		return b.Windows - a.Windows
	})
}

func captures(samples []Sample) []string {
	var names []string
	for i := range samples {
		names = append(names, samples[i].Capture)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// without returns the samples that are not in the fold.
func without(samples []Sample, fold map[string]int, f int) []Sample {
	var out []Sample
	for i := range samples {
		if fold[samples[i].Capture] != f {
			out = append(out, samples[i])
		}
	}
	return out
}
