package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"davy/detect"
)

// shownReasons is how many pieces of evidence Table shows of a finding.
const shownReasons = 2

// shownSightings is how many other interfaces it shows.
const shownSightings = 4

// Table writes findings for people, in the order given: a row each, and under
// it the strongest reasons, where else it was seen, and how to see the rest. It is as wide as the view:
// where the columns do not fit, times move below their row, then addresses.
func Table(w io.Writer, findings []detect.Finding, v View) error {
	if len(findings) == 0 {
		return nil
	}
	rows := [][]string{{"VERDICT", "KIND", "SCORE", "INTERFACE", "LOCAL", "REMOTE", "SEEN"}}
	for i := range findings {
		f := &findings[i]
		rows = append(rows, []string{
			Clean(string(f.Verdict)), cmp.Or(Clean(f.Kind), "–"), fmt.Sprintf("%.3f", f.Score), Clean(f.Interface),
			Clean(f.Local.String()), Clean(endpoint(f.Remote, f.ServerPort)), span(f),
		})
	}
	short := shortest(findings)
	grid := newGrid(rows, v)
	for i, row := range rows {
		var b strings.Builder
		if i == 0 {
			grid.write(&b, row, strong, strong)
		} else {
			grid.finding(&b, row, &findings[i-1], short[i-1])
		}
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
	}
	var b strings.Builder
	v.item(&b, "", "All evidence of a finding: davy scan --format jsonl PATH | davy explain ID")
	_, err := io.WriteString(w, b.String())
	return err
}

// finding writes a finding's row and what stands below it; all of it is faint if
// the finding is suppressed.
func (g *grid) finding(b *strings.Builder, row []string, f *detect.Finding, id string) {
	v := g.view
	if f.Suppressed != nil && v.Colour {
		plain := *g
		plain.view.Colour = false
		var text strings.Builder
		plain.finding(&text, row, f, id)
		for line := range strings.Lines(text.String()) {
			b.WriteString(v.paint(faint, strings.TrimSuffix(line, "\n")) + "\n")
		}
		return
	}
	g.write(b, row, style(f.Verdict), "")
	for _, line := range []string{Suppressed(f), who(f)} {
		if line != "" {
			v.item(b, "  · ", line)
		}
	}
	for _, e := range Reasons(f, shownReasons) {
		v.item(b, "  · ", Clean(e.Sentence))
	}
	for _, line := range Elsewhere(f, shownSightings) {
		v.item(b, "  · ", Clean(line))
	}
	v.more(b, f, id)
	b.WriteString("\n")
}

// more says how to see what is not shown.
func (v View) more(b *strings.Builder, f *detect.Finding, id string) {
	if id == "" {
		return
	}
	text := "davy explain " + Clean(id)
	if rest := len(f.Evidence) - shownReasons; rest > 0 {
		text = fmt.Sprintf("… and %d more: %s", rest, text)
	}
	b.WriteString(v.paint(faint, "  · "+text) + "\n")
}

// shortestID is the least number of digits an id is shown with.
const shortestID = 8

// shortest returns for each finding as much of its id as no other has.
func shortest(findings []detect.Finding) []string {
	short := make([]string, len(findings))
	for n := shortestID; ; n++ {
		seen := make(map[string]string)
		clash := false
		for i := range findings {
			id := findings[i].ID
			short[i] = id[:min(n, len(id))]
			if other, ok := seen[short[i]]; ok && other != id && (len(other) > n || len(id) > n) {
				clash = true
			}
			seen[short[i]] = id
		}
		if !clash {
			return short
		}
	}
}

// A grid lays out rows of seven cells: verdict, kind, score, interface, local,
// remote, time.
type grid struct {
	view   View
	widths []int
	shown  int // cells that stand in the row
}

// gap is between two columns.
const gap = "  "

// newGrid measures the rows and chooses how many cells stand in one.
func newGrid(rows [][]string, v View) *grid {
	g := &grid{view: v, widths: make([]int, len(rows[0])), shown: len(rows[0])}
	for _, row := range rows {
		for i, cell := range row {
			g.widths[i] = max(g.widths[i], width(cell))
		}
	}
	total := func(n int) int {
		sum := (n - 1) * len(gap)
		for _, w := range g.widths[:n] {
			sum += w
		}
		return sum
	}
	for _, n := range []int{6, 4, 3} { // without the time, the addresses, the interface
		if room := v.columns(); room > 0 && total(g.shown) > room {
			g.shown = n
		}
	}
	return g
}

// write writes a row, its first cell in one style and the others in another.
// Cells that have no room stand below.
func (g *grid) write(b *strings.Builder, row []string, first, others string) {
	style, last := first, g.shown-1
	for i, cell := range row[:last] {
		b.WriteString(g.view.paint(style, cell) + strings.Repeat(" ", g.widths[i]-width(cell)) + gap)
		style = others
	}
	b.WriteString(g.view.paint(style, row[last]) + "\n")
	if row[0] == "VERDICT" {
		return
	}
	if g.shown <= 3 {
		g.view.item(b, "  ", row[3])
	}
	if g.shown <= 4 {
		g.view.item(b, "  ", row[4]+" → "+row[5])
	}
	if g.shown <= 6 {
		g.view.item(b, "  ", row[6])
	}
}
