package report

import (
	"cmp"
	"io"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"davy/detect"
)

// Sort puts findings in the order they are shown in: suppressed ones last, surest
// first, then by score, windows inside, interface and addresses.
func Sort(findings []detect.Finding) {
	slices.SortFunc(findings, func(a, b detect.Finding) int {
		return cmp.Or(
			last(a)-last(b),
			cmp.Compare(b.Verdict.Rank(), a.Verdict.Rank()),
			cmp.Compare(b.Score, a.Score),
			cmp.Compare(b.Inside, a.Inside),
			cmp.Compare(a.Interface, b.Interface),
			a.Local.Compare(b.Local),
			a.Remote.Compare(b.Remote),
		)
	})
}

// last is 1 for what is shown after all others.
func last(f detect.Finding) int {
	if f.Suppressed != nil {
		return 1
	}
	return 0
}

// JSONLines writes one finding a line, in the form of docs/formats/finding.md.
func JSONLines(w io.Writer, findings []detect.Finding) error {
	for i := range findings {
		if err := writeJSON(w, &findings[i]); err != nil {
			return err
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
