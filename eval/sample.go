package eval

import (
	"slices"

	"davy/biflow"
	"davy/model"
)

// A Capture is one set of logs with its labels.
type Capture struct {
	Name   string
	Table  *biflow.Table
	Labels *Labels
}

// A Sample is one labelled pair, kept whole.
type Sample struct {
	Capture string // unit of holding out
	Pair    biflow.Pair
	Label   Label
}

// Samples returns the labelled pairs of a capture that have at least one point.
// They are held out together; with split, by interface.
func Samples(c Capture, split bool) []Sample {
	var out []Sample
	for p := range c.Table.Pairs() {
		label := c.Labels.Find(p.Interface, p.Local, p.Remote)
		if label == nil || p.Points() == 0 {
			continue
		}
		s := Sample{Capture: c.Name, Pair: *p, Label: *label}
		s.Pair.Windows = slices.Clone(p.Windows)
		if split {
			s.Capture = p.Interface
		}
		out = append(out, s)
	}
	return out
}

func (s *Sample) ends() string { return s.Pair.Local.String() + "::" + s.Pair.Remote.String() }

// Train returns what the model learns from: points by time, without windows
// whose counts contradict each other.
func (s *Sample) Train() model.Sample {
	out := model.Sample{Mining: s.Label.Mining, Group: s.Label.Group, Key: s.Capture + " " + s.Pair.Interface + " " + s.ends()}
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

// TrainAll turns samples into the model's.
func TrainAll(samples []Sample) []model.Sample {
	out := make([]model.Sample, len(samples))
	for i := range samples {
		out[i] = samples[i].Train()
	}
	return out
}
