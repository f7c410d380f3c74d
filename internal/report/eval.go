package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"davy/detect"
	"davy/eval"
)

// EvalJSON writes evaluation reports as indented JSON.
func EvalJSON(w io.Writer, reports []*eval.Report) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(reports)
}

// Eval writes evaluation reports as Markdown, which reads well on a terminal too.
func Eval(w io.Writer, reports []*eval.Report) error {
	var b strings.Builder
	b.WriteString("| rule | trained | mining pairs found |")
	for _, l := range reports[0].Ordinary {
		fmt.Fprintf(&b, " ordinary ≥ %d |", l.Windows)
	}
	b.WriteString("\n|---|---|---|" + strings.Repeat("---|", len(reports[0].Ordinary)) + "\n")
	for _, r := range reports {
		fmt.Fprintf(&b, "| %s | %s | %s |", r.Rule, r.Trained, r.Found)
		for _, l := range r.Ordinary {
			fmt.Fprintf(&b, " %d of %d", l.Mining.K, l.Mining.N)
			if l.Suspect.K > 0 {
				fmt.Fprintf(&b, " (+%d suspect)", l.Suspect.K)
			}
			b.WriteString(" |")
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "\nFound: verdict mining among mining pairs of at least %d windows, with a 95 %% Wilson interval. Ordinary ≥ n: pairs of at least n windows called mining.\n", reports[0].Least)
	for _, r := range reports {
		writeEval(&b, r)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeEval(b *strings.Builder, r *eval.Report) {
	fmt.Fprintf(b, "\n### Rule %s, trained %s\n\n", r.Rule, r.Trained)
	b.WriteString("| mining pair | windows | inside | best profile | score | verdict |\n|---|---|---|---|---|---|\n")
	few := 0
	for _, m := range r.Miners {
		if m.Windows < r.Least {
			few++
			continue
		}
		name := strings.TrimSpace(m.Capture + " " + m.Pair)
		if m.Group != "" && m.Group != m.Capture {
			name += " (" + m.Group + ")"
		}
		verdict := string(m.Verdict)
		if m.Note != "" {
			verdict += ": " + m.Note
		}
		fmt.Fprintf(b, "| %s | %d | %d | %s | %.3f | %s |\n", Clean(name), m.Windows, m.Inside, Clean(m.Profile), m.Score, verdict)
	}
	if few > 0 {
		found := 0
		for _, m := range r.Miners {
			if m.Windows < r.Least && m.Verdict == detect.Mining {
				found++
			}
		}
		fmt.Fprintf(b, "\nOf %d shorter ones, %d are called mining.\n", few, found)
	}
	if len(r.Flagged) == 0 {
		b.WriteString("\nNo ordinary pair is flagged.\n")
		return
	}
	const most = 20
	b.WriteString("\n| false alarm | windows | profile | verdict |\n|---|---|---|---|\n")
	for i, a := range r.Flagged {
		if i == most {
			fmt.Fprintf(b, "\n… and %d more.\n", len(r.Flagged)-most)
			break
		}
		fmt.Fprintf(b, "| %s %s | %d | %s | %s |\n", Clean(a.Capture), Clean(a.Pair), a.Windows, Clean(a.Profile), a.Verdict)
	}
}
