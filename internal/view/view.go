// Package view says what a picture of a pair's traffic shows.
//
// In go windows, from biflow, and a model's hull; out come figures for
// internal/plot, with units on the axes, and notes that say what is seen and
// what is left out. A pair of which there is nothing to draw has a figure too,
// that says so.
package view

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"davy/biflow"
	"davy/detect"
	"davy/internal/numeral"
	"davy/internal/plot"
)

// A Subject is what one picture is of.
type Subject struct {
	Title   string
	Pairs   int
	Windows []biflow.Window // of all pairs, one after the other, silent ones too
}

// points are the windows that are points.
func (s *Subject) points() []biflow.Point {
	out := make([]biflow.Point, 0, len(s.Windows))
	for i := range s.Windows {
		if w := &s.Windows[i]; w.Known() {
			out = append(out, w.Point())
		}
	}
	return out
}

// Options of a picture.
type Options struct {
	Hull      *Hull  // nil for none
	NoHull    string // why there is none
	PlaneHull bool   // planes: also the hull of the points shown, in two dimensions
	Zoom      bool   // planes: axes that follow the points, and cut the hull off
	Scale     plot.Scale
	Theme     plot.Theme
	Remote    bool // quantum: of the remote side
}

// Names of the views.
var Names = []string{"planes", "frames", "timeline", "quantum", "line", "neighbour", "ripley", "pca"}

// OfOne tells whether a view makes sense for one pair only.
func OfOne(name string) bool { return slices.Contains([]string{"timeline", "quantum"}, name) }

// Draw returns the figure of a view.
func Draw(name string, s *Subject, o *Options) (*plot.Figure, error) {
	draw := map[string]func(*Subject, *Options, *plot.Figure) error{
		"planes": planes, "frames": planes, "timeline": timeline, "quantum": quantum,
		"line": lines, "neighbour": neighbour, "ripley": ripley, "pca": components,
	}[name]
	if draw == nil {
		return nil, fmt.Errorf("no view %q: want one of %q", name, Names)
	}
	f := &plot.Figure{Title: s.Title, Theme: o.Theme, Width: 800, Height: 440, Notes: []string{s.count()}}
	return f, draw(s, o, f)
}

// count says how many windows there are, from when to when.
func (s *Subject) count() string {
	points, lost := 0, 0
	var first, last int64
	for i := range s.Windows {
		w := &s.Windows[i]
		switch {
		case w.Known():
			points++
		case w.Flags&biflow.Incomplete != 0:
			lost++
		}
		if i == 0 || w.Start < first {
			first = w.Start
		}
		last = max(last, w.Start+biflow.Seconds)
	}
	text := numeral.Grouped(points) + " windows of ten minutes"
	if points == 1 {
		text = "1 window of ten minutes"
	}
	if s.Pairs > 1 {
		text += " of " + numeral.Grouped(s.Pairs) + " pairs"
	}
	if len(s.Windows) > 0 {
		const layout = "2006-01-02 15:04"
		text += ", " + time.Unix(first, 0).UTC().Format(layout) + " to " + time.Unix(last, 0).UTC().Format(layout) + " UTC"
	}
	if silent := len(s.Windows) - points - lost; silent > 0 {
		text += "; " + numeral.Grouped(silent) + " with nothing accepted left out"
	}
	if lost > 0 {
		text += "; " + numeral.Grouped(lost) + " left out, in which AWS skipped data"
	}
	return text
}

// Outcome names what became of a pair of a known label and group: the four
// kinds of picture that the article has.
func Outcome(mining bool, group string, v detect.Verdict) string {
	text, more := "no miner, rightly passed over", group
	switch {
	case mining && v == detect.Mining:
		text = "a miner, found"
	case mining:
		text = "a miner, missed"
	case v == detect.Mining:
		text = "no miner: a false alarm"
	}
	if v == detect.Suspect {
		more = strings.TrimPrefix(more+", suspect", ", ")
	}
	if more == "" {
		return text
	}
	return text + " (" + more + ")"
}
