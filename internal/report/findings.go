package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
	"unicode/utf8"

	"davy/detect"
)

// Sort puts findings in the order they are shown in: surest first, then by
// score, windows inside, interface and addresses.
func Sort(findings []detect.Finding) {
	slices.SortFunc(findings, func(a, b detect.Finding) int {
		return cmp.Or(
			cmp.Compare(b.Verdict.Rank(), a.Verdict.Rank()),
			cmp.Compare(b.Score, a.Score),
			cmp.Compare(b.Inside, a.Inside),
			cmp.Compare(a.Interface, b.Interface),
			a.Local.Compare(b.Local),
			a.Remote.Compare(b.Remote),
		)
	})
}

// JSONLines writes one finding a line, in the form of docs/formats/finding.md.
func JSONLines(w io.Writer, findings []detect.Finding) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range findings {
		if err := enc.Encode(&findings[i]); err != nil {
			return err
		}
	}
	return nil
}

// mostReasons is how many lines of evidence Table shows of a finding.
const mostReasons = 8

// Table writes findings for people: one line each, and under it why.
func Table(w io.Writer, findings []detect.Finding) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	if len(findings) > 0 {
		fmt.Fprintln(tw, "VERDICT\tKIND\tSCORE\tINTERFACE\tLOCAL\tREMOTE\tSEEN")
	}
	for i := range findings {
		f := &findings[i]
		fmt.Fprintf(tw, "%s\t%s\t%.3f\t%s\t%s\t%s\t%s\n", f.Verdict, cmp.Or(Clean(f.Kind), "–"), f.Score, Clean(f.Interface), f.Local,
			endpoint(f.Remote, f.ServerPort), span(f))
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	for i := range findings {
		f := &findings[i]
		if _, err := fmt.Fprintf(w, "\n%s %s → %s: why\n", Clean(f.Interface), f.Local, endpoint(f.Remote, f.ServerPort)); err != nil {
			return err
		}
		for i, e := range f.Evidence {
			if i == mostReasons {
				fmt.Fprintf(w, "  · … and %d more (--format jsonl)\n", len(f.Evidence)-i)
				break
			}
			if _, err := fmt.Fprintf(w, "  · %s\n", Clean(e.Sentence)); err != nil {
				return err
			}
		}
	}
	return nil
}

func endpoint(a netip.Addr, port uint16) string {
	if port == 0 {
		return a.String()
	}
	return netip.AddrPortFrom(a, port).String()
}

// span says from when to when the pair was seen.
func span(f *detect.Finding) string {
	if f.First == 0 && f.Last == 0 {
		return "–"
	}
	const layout = "2006-01-02 15:04"
	first, last := time.Unix(f.First, 0).UTC(), time.Unix(f.Last, 0).UTC().Add(10*time.Minute)
	if first.Format(time.DateOnly) == last.Format(time.DateOnly) {
		return first.Format(layout) + " to " + last.Format("15:04") + " UTC"
	}
	return first.Format(layout) + " to " + last.Format(layout) + " UTC"
}

// Clean makes a string safe to show on a terminal: what is not printable is
// escaped as in Go source.
func Clean(s string) string {
	if utf8.ValidString(s) && strings.IndexFunc(s, func(r rune) bool { return !strconv.IsPrint(r) }) < 0 {
		return s
	}
	quoted := strconv.QuoteToGraphic(s)
	return quoted[1 : len(quoted)-1]
}
