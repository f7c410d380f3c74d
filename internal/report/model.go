package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"

	"davy/model"
)

// Model writes what a model holds and what to expect of it.
func Model(w io.Writer, m *model.Model) error {
	t := &m.Training
	fmt.Fprintf(w, "model     version %d, windows of %d s, %s space; digest %.16s\n", m.Version, m.Window, m.Space, m.Digest())
	fmt.Fprintf(w, "trained   on %d windows of %d pairs, %s to %s; digest %.16s\n", t.Windows, t.Pairs, day(t.First), day(t.Last), t.Digest)
	if m := t.Measured; m != nil {
		fmt.Fprintf(w, "measured  on %d windows of %d other pairs, %s to %s; digest %.16s\n", m.Windows, m.Pairs, day(m.First), day(m.Last), m.Digest)
	}
	if t.Note != "" {
		fmt.Fprintf(w, "          %s\n", Clean(t.Note))
	}
	p := &m.Policy
	fmt.Fprintf(w, "policy    at a thousand interfaces %.2g ordinary pairs called mining and %.2g suspect, at each length of log\n", p.FalseAlerts, p.SuspectAlerts)
	if len(m.Profiles) > 0 {
		fmt.Fprintf(w, "          a profile holds %.0f %% of a miner's windows; %.2g of miners missed, %.2g of ordinary pairs passed by chance; at least %d windows\n",
			100*p.Coverage, p.MissRate, p.FalseRate, p.MinWindows)
	}
	if err := writeClassifier(w, "traffic", m.Traffic); err != nil {
		return err
	}
	if err := writeClassifier(w, "attempts", m.Attempts); err != nil {
		return err
	}
	for _, p := range m.Profiles {
		c, o := &p.Coverage, &p.Ordinary
		fmt.Fprintf(w, "\nprofile   %s: %d windows of %d pairs, %d pruned; rank %d, %d vertices\n", Clean(p.Name), p.Windows, p.Pairs, p.Pruned, p.Rank(), len(p.Vertices))
		fmt.Fprintf(w, "  expects to hold %.1f %% of further windows at α %.3f (unexpanded %.1f %%; Efron's 1 − V/(n+1): %.1f %%), by %d folds of %s\n",
			100*c.Expanded, p.Alpha, 100*c.Raw, 100*c.Efron, c.Folds, c.Held)
		fmt.Fprintf(w, "  a single miner has at least %.1f %% of its windows inside\n", 100*p.Share)
		fmt.Fprintf(w, "  touched by %d of %d ordinary pairs (95 %% bound %.2g), %d of %d windows; says mining from %d windows on\n",
			o.Touched, o.Pairs, o.Rate, o.Inside, o.Windows, p.MinWindows)
	}
	if b := m.Baseline; b != nil {
		fmt.Fprintf(w, "\nbaseline  the article's raw hull: %d windows, %d vertices; expects to hold %.1f %% of further windows (Efron %.1f %%), by %d folds of %s\n",
			b.Windows, len(b.Vertices), 100*b.Coverage.Raw, 100*b.Coverage.Efron, b.Coverage.Folds, b.Coverage.Held)
	}
	_, err := fmt.Fprintln(w)
	return err
}

func day(t int64) string { return time.Unix(t, 0).UTC().Format(time.DateOnly) }

// mostTraits is how many traits are named, the weightiest first.
const mostTraits = 8

func writeClassifier(w io.Writer, name string, c *model.Classifier) error {
	if c == nil {
		return nil
	}
	fmt.Fprintf(w, "\n%-9s %d traits, %d trees of %d nodes, %d groups of miners\n", name, len(c.Traits), c.Trees.Trees(), c.Trees.Nodes(), len(c.Groups))
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "  from windows\tmining from vote\tsuspect from\tleft-out miners found\tleft-out ordinary pairs flagged\t")
	for _, b := range c.Bands {
		fmt.Fprintf(tw, "%d\t%.4f\t%.4f\t%.1f %% of %d\t%d of %d\t\n", b.Windows, b.Mining, b.Suspect,
			100*float64(b.Found)/float64(b.Spans), b.Spans, b.Flagged, b.Ordinary)
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	if d := c.Doubt; d.Miners+d.Ordinary > 0 {
		fmt.Fprintf(w, "  labels in doubt: %d miners vote as the middle ordinary pair or less, %d ordinary pairs more like mining than the middle miner\n", d.Miners, d.Ordinary)
		for _, key := range d.Keys {
			fmt.Fprintf(w, "    %s\n", Clean(key))
		}
	}
	traits := slices.Clone(c.Traits)
	slices.SortStableFunc(traits, func(a, b model.Trait) int { return cmp.Compare(b.Importance, a.Importance) })
	fmt.Fprint(w, "  weightiest: ")
	for i, t := range traits[:min(mostTraits, len(traits))] {
		if i > 0 {
			fmt.Fprint(w, ", ")
		}
		fmt.Fprintf(w, "%s %.0f %%", t.Name, 100*t.Importance)
	}
	_, err := fmt.Fprintln(w)
	return err
}
