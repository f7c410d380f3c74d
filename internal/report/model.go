package report

import (
	"fmt"
	"io"
	"time"

	"davy/model"
)

// Model writes what a model holds and what to expect of it.
func Model(w io.Writer, m *model.Model) error {
	t := &m.Training
	fmt.Fprintf(w, "model     version %d, windows of %d s, %s space; digest %.16s\n", m.Version, m.Window, m.Space, m.Digest())
	fmt.Fprintf(w, "trained   on %d windows of %d pairs, %s to %s; digest %.16s\n", t.Windows, t.Pairs, day(t.First), day(t.Last), t.Digest)
	if t.Note != "" {
		fmt.Fprintf(w, "          %s\n", Clean(t.Note))
	}
	fmt.Fprintf(w, "policy    a profile holds %.0f %% of a miner's windows; %.2g of miners missed, %.2g of ordinary pairs passed by chance; at least %d windows\n",
		100*m.Policy.Coverage, m.Policy.MissRate, m.Policy.FalseRate, m.Policy.MinWindows)
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
