package eval

import (
	"iter"
	"slices"

	"davy/biflow"
	"davy/model"
)

// A Capture is one set of logs with its labels.
type Capture struct {
	Name   string // unit of holding out; "" stands for each interface by itself
	Table  *biflow.Table
	Labels *Labels
}

// A Sample is one labelled pair, kept whole.
type Sample struct {
	Capture string // unit of holding out
	Pair    biflow.Pair
	Label   Label
}

// Samples yields the labelled pairs of the captures that have a window. Each
// owns its windows.
func Samples(captures ...Capture) iter.Seq[*Sample] {
	return func(yield func(*Sample) bool) {
		for _, c := range captures {
			for p := range c.Table.Pairs() {
				label := c.Labels.Find(p.Interface, p.Local, p.Remote)
				if label == nil || len(p.Windows) == 0 {
					continue
				}
				s := &Sample{Capture: c.Name, Pair: *p, Label: *label}
				s.Pair.Windows, s.Pair.Service = slices.Clone(p.Windows), slices.Clone(p.Service)
				if c.Name == "" {
					s.Capture = p.Interface
				}
				if !yield(s) {
					return
				}
			}
		}
	}
}

// Collect returns the samples of the captures in memory.
func Collect(captures ...Capture) []Sample {
	var out []Sample
	for s := range Samples(captures...) {
		out = append(out, *s)
	}
	return out
}

func (s *Sample) ends() string { return s.Pair.Local.String() + "::" + s.Pair.Remote.String() }

// kind is what the miner talks to; a pool where the label does not say.
func (l *Label) kind() string {
	if kind := l.Attrs["kind"]; kind != "" {
		return kind
	}
	return "pool"
}

// companion tells that the pair is the second, small one of a miner whose
// author takes a share of the work: finding the miner is enough.
func (l *Label) companion() bool { return l.Attrs["kind"] == "donation" }

// Train returns what the model learns from: points by time, without windows
// whose counts contradict each other.
func (s *Sample) Train() model.Sample {
	out := model.Sample{
		Mining: s.Label.Mining, Group: s.Label.Group, Kind: s.Label.Attrs["kind"], Unit: s.unit(),
		Key: s.Capture + " " + s.Pair.Interface + " " + s.ends(), Pair: &s.Pair,
	}
	for i := range s.Pair.Windows {
		w := &s.Pair.Windows[i]
		if !w.Known() || w.Flags&(biflow.Implausible|biflow.Saturated) != 0 {
			continue
		}
		if out.Points == nil {
			out.First = w.Start
		}
		out.Last = w.Start
		out.Points = append(out.Points, w.Point())
	}
	return out
}

// unit is what the pair shares its habits with: the pool of a miner; else the
// interface, or the capture.
func (s *Sample) unit() string {
	if pool := s.Label.Attrs["pool"]; pool != "" {
		return pool
	}
	return s.Capture
}

// TrainAll turns samples into the model's.
func TrainAll(samples []Sample) []model.Sample {
	out := make([]model.Sample, len(samples))
	for i := range samples {
		out[i] = samples[i].Train()
	}
	return out
}
