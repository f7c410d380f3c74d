package report

import (
	"fmt"
	"io"
	"strings"

	"davy/eval"
)

// Ablation writes what each filter of the cascade is worth, as Markdown.
func Ablation(w io.Writer, ablations []*eval.Ablation) error {
	var b strings.Builder
	for i, a := range ablations {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "### Filters, trained %s\n\n", a.Trained)
		t := newTable("filters", "traits", "miners found", fmt.Sprintf("after %d h", eval.EarlyHours), "ordinary flagged", "miners above every ordinary pair")
		for _, trial := range a.Trials {
			traits := fmt.Sprint(trial.Traits)
			if trial.Traits == 0 {
				traits = "–"
			}
			if trial.Refused > 0 && trial.Found.K == 0 {
				t.add(trial.Filters, traits, "no model: refused", "", "", "")
				continue
			}
			t.add(trial.Filters, traits, share(trial.Found), share(trial.Early),
				fmt.Sprintf("%d of %d", trial.Alarms.K, trial.Alarms.N), share(trial.Clear))
		}
		t.write(&b)
		fmt.Fprintf(&b, "\nMiners are mining pairs of at least %d windows. Found and flagged are at the thresholds that each model sets itself from what it learnt; the last column does not depend on a threshold.\n", a.Least)
		b.WriteString("\n| filter | its traits |\n|---|---|\n")
		for _, f := range a.Filters {
			fmt.Fprintf(&b, "| %s | %s |\n", f.Name, strings.Join(f.Traits, ", "))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
