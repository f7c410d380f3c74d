package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"davy/biflow"
	"davy/internal/numeral"
	"davy/internal/plot"
	"davy/internal/report"
	"davy/internal/view"
	"davy/model"
)

// write draws the chosen pairs and writes the picture or pictures.
func (c *plotCmd) write(e *env, to target, chosen []chosenPair, choice *choice, m *model.Model) error {
	if !c.Quiet {
		choice.unseen(e.stderr)
	}
	if to.kind != "gif" && !to.folder {
		if view.OfOne(c.View) && len(chosen) > 1 {
			return usage(fmt.Errorf("%s pairs match, and --view %s is of one: choose with --pair or --eni, or let OUT be a folder or a GIF", numeral.Grouped(len(chosen)), c.View))
		}
		f, err := c.figure(c.pooled(chosen, choice), m)
		if err != nil {
			return err
		}
		return c.save(e, c.Out, to, f)
	}
	all := len(chosen)
	if c.Most > 0 && all > c.Most {
		slices.SortStableFunc(chosen, func(a, b chosenPair) int { return cmp.Compare(b.Points(), a.Points()) })
		chosen = chosen[:c.Most]
		if !c.Quiet {
			fmt.Fprintf(e.stderr, "note      %s pairs match; the %d with most windows are drawn (--most)\n", numeral.Grouped(all), c.Most)
		}
	}
	figures, err := c.figures(chosen, all, choice, m)
	if err != nil {
		return err
	}
	if !to.folder {
		return c.save(e, c.Out, to, figures...)
	}
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return err
	}
	taken := make(map[string]bool)
	for i, f := range figures {
		name := filepath.Join(c.Out, fileName(&chosen[i].Pair, taken)+"."+to.kind)
		if err := c.save(e, name, to, f); err != nil {
			return err
		}
	}
	return nil
}

// figures are one for each pair.
func (c *plotCmd) figures(chosen []chosenPair, all int, choice *choice, m *model.Model) ([]*plot.Figure, error) {
	var figures []*plot.Figure
	for i := range chosen {
		s := &view.Subject{Title: choice.title(&chosen[i]), Pairs: 1, Windows: chosen[i].Windows}
		f, err := c.figure(s, m)
		if err != nil {
			return nil, err
		}
		if len(chosen) > 1 {
			of := fmt.Sprintf("%d of %d: ", i+1, len(chosen))
			if all > len(chosen) {
				of = fmt.Sprintf("%d of %d, of %s: ", i+1, len(chosen), numeral.Grouped(all))
			}
			f.Title = of + f.Title
		}
		figures = append(figures, f)
	}
	if c.SameAxes {
		plot.Align(figures...)
	}
	return figures, nil
}

func (c *plotCmd) figure(s *view.Subject, m *model.Model) (*plot.Figure, error) {
	o := c.viewing()
	var points []biflow.Point
	for i := range s.Windows {
		if w := &s.Windows[i]; w.Known() {
			points = append(points, w.Point())
		}
	}
	var err error
	if o.Hull, o.NoHull, err = view.ChooseHull(m, c.Hull, points); err != nil {
		return nil, usage(fmt.Errorf("--hull: %w", err))
	}
	return view.Draw(c.View, s, &o)
}

// pooled is all pairs in one picture.
func (c *plotCmd) pooled(chosen []chosenPair, choice *choice) *view.Subject {
	if len(chosen) == 1 {
		return &view.Subject{Title: choice.title(&chosen[0]), Pairs: 1, Windows: chosen[0].Windows}
	}
	s := &view.Subject{Pairs: len(chosen), Title: numeral.Grouped(len(chosen)) + " pairs"}
	if by := c.chooseFlags.String(); by != "" {
		s.Title += ": " + by
	}
	for i := range chosen {
		s.Windows = append(s.Windows, chosen[i].Windows...)
	}
	return s
}

// title names a pair and, where its label is known, what became of it.
func (c *choice) title(p *chosenPair) string {
	text := fmt.Sprintf("%s  %s ↔ %s", p.Interface, p.Local, p.Remote)
	if p.label == nil || c.detector == nil {
		return text
	}
	return view.Outcome(p.label.Mining, p.label.Group, c.detector.Judge(&p.Pair).Verdict) + ":  " + text
}

// save writes one file.
func (c *plotCmd) save(e *env, name string, to target, figures ...*plot.Figure) error {
	density := float64(to.width) / float64(figures[0].Width)
	err := writeFile(name, func(w io.Writer) error {
		switch to.kind {
		case "svg":
			return figures[0].SVG(w)
		case "gif":
			return plot.GIF(w, density, int(100*c.Delay+0.5), figures...)
		}
		return figures[0].PNG(w, density)
	})
	if err == nil && !c.Quiet {
		fmt.Fprintf(e.stderr, "wrote     %s\n", report.Clean(name))
	}
	return err
}

// fileName names a pair's picture by interface and addresses. What may mean
// something to a file system is replaced; names that come out alike are numbered.
func fileName(p *biflow.Pair, taken map[string]bool) string {
	name := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '-' || r == '.' {
			return r
		}
		return '_'
	}, p.Interface)
	name = strings.TrimLeft(name[:min(len(name), 100)], ".-")
	ends := strings.NewReplacer(":", "-", "%", "-").Replace(p.Local.String() + "_" + p.Remote.String())
	base := name + "_" + ends
	name = base
	for i := 2; taken[name]; i++ {
		name = fmt.Sprintf("%s-%d", base, i)
	}
	taken[name] = true
	return name
}
