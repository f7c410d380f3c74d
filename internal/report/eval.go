package report

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"davy/eval"
	"davy/internal/numeral"
)

// EvalJSON writes evaluation reports, or ablations, as indented JSON.
func EvalJSON[T any](w io.Writer, reports []T) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(reports)
}

// Eval writes evaluation reports as Markdown, which reads well on a terminal
// too. Rules that were trained the same way stand side by side.
func Eval(w io.Writer, reports []*eval.Report) error {
	var b strings.Builder
	writeSummary(&b, reports)
	for from := 0; from < len(reports); {
		to := from + 1
		for to < len(reports) && reports[to].Trained == reports[from].Trained {
			to++
		}
		writeWay(&b, reports[from:to])
		from = to
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeSummary(b *strings.Builder, reports []*eval.Report) {
	first := reports[0]
	head := []string{"rule", "trained", "miners found", "interfaces found"}
	for _, l := range first.Ordinary {
		head = append(head, fmt.Sprintf("ordinary ≥ %d", l.Windows))
	}
	head = append(head, "false alerts")
	for _, p := range first.Precision {
		head = append(head, "precision at "+oneIn(p.Base))
	}
	t := newTable(head...)
	for _, r := range reports {
		row := []string{string(r.Rule), r.Trained, r.Found.String(), fmt.Sprintf("%d of %d", r.Interfaces.K, r.Interfaces.N)}
		for _, l := range r.Ordinary {
			cell := fmt.Sprintf("%d of %d", l.Mining.K, l.Mining.N)
			if l.Suspect.K > 0 {
				cell += fmt.Sprintf(" (+%d suspect)", l.Suspect.K)
			}
			row = append(row, cell)
		}
		row = append(row, fmt.Sprintf("%s (at most %s)", number(r.Alerts.Rate), number(r.Alerts.Upper)))
		for _, p := range r.Precision {
			row = append(row, fmt.Sprintf("%s (at least %s)", percent(p.Point), percent(p.Least)))
		}
		t.add(row...)
	}
	t.write(b)
	e := first.Alerts
	fmt.Fprintf(b, "\nFound: verdict mining among mining pairs of at least %d windows, with a 95 %% Wilson interval; interfaces: with such pairs, at least one of them found. "+
		"Ordinary ≥ n: pairs of at least n windows called mining. "+
		"False alerts: for 1,000 interfaces and a week, with the 95 %% upper bound; %d interfaces were watched for %s interface-weeks. "+
		"Precision: share of pairs that mine of those called mining, where one pair in so many mines; the second figure is with the 95 %% upper bound of the share of ordinary pairs flagged.\n",
		first.Least, e.Interfaces, number(e.Weeks))
}

func oneIn(base float64) string { return "1:" + numeral.Grouped(int(math.Round(1/base))) }

// number shows three digits that matter.
func number(x float64) string {
	if x >= 100 {
		return fmt.Sprintf("%.0f", x)
	}
	return fmt.Sprintf("%.3g", x)
}

// percent rounds down where rounding up would say all.
func percent(x float64) string {
	switch {
	case x == 0 || x == 1:
		return fmt.Sprintf("%.0f %%", 100*x)
	case x > 0.999:
		return fmt.Sprintf("%.2f %%", math.Floor(1e4*x)/100)
	case x < 0.001:
		return fmt.Sprintf("%.2g %%", 100*x)
	}
	return fmt.Sprintf("%.1f %%", 100*x)
}

// share is a share in a narrow column.
func share(s eval.Share) string {
	if s.N == 0 {
		return "–"
	}
	return fmt.Sprintf("%d of %d: %s (%.1f–%.1f)", s.K, s.N, percent(s.Rate()), 100*s.Lo, 100*s.Hi)
}
