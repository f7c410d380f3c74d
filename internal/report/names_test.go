package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"davy/detect"
)

// Suppressed findings are shown last, and otherwise the order stays.
func TestSuppressedLast(t *testing.T) {
	a, b, c := miner(), miner(), suspect()
	a.ID, b.ID, c.ID = "a", "b", "c"
	a.Score, b.Score = 0.9, 0.8
	a.Suppressed = &detect.Suppression{Line: 1}
	for _, all := range [][]detect.Finding{{a, b, c}, {c, b, a}, {b, a, c}} {
		Sort(all)
		if got := all[0].ID + all[1].ID + all[2].ID; got != "bca" {
			t.Errorf("order %s, want bca", got)
		}
	}
}

// Both ends in a line, as far as they are known.
func TestWho(t *testing.T) {
	for want, n := range map[string]*detect.Names{
		"":           nil,
		"instance i": {Owner: "instance i"},
		"→ AS7 N":    {ASN: 7, ASName: "N"},
		"→ AS7":      {ASN: 7},
		"instance i → AS7 N, P (your pool list)": {Owner: "instance i", ASN: 7, ASName: "N", Pool: "P"},
		"→ P (your pool list)":                   {Pool: "P"},
		`a\x1b[2J → AS7 \u202e`:                  {Owner: "a\x1b[2J", ASN: 7, ASName: "\u202e"},
	} {
		if got := who(&detect.Finding{Names: n}); got != want {
			t.Errorf("%+v: %q, want %q", n, got, want)
		}
	}
}

// Names and suppressions do not touch what is said of the verdict.
func TestNamesAreNoEvidence(t *testing.T) {
	plain, with := miner(), named()
	with.Suppressed = waved().Suppressed
	with.Instance = plain.Instance
	var a, b bytes.Buffer
	if err := Explain(&a, &plain, View{}); err != nil {
		t.Fatal(err)
	}
	if err := Explain(&b, &with, View{}); err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(b.String(), "\n")
	for line := range strings.Lines(a.String()) { // all of it, in order, with names between
		for len(lines) > 0 && lines[0] != line {
			lines = lines[1:]
		}
		if len(lines) == 0 {
			t.Fatalf("%q is missing, or elsewhere", line)
		}
		lines = lines[1:]
	}
}

// Security Hub takes fifty tags, with values, none of AWS' own.
func TestASFFTags(t *testing.T) {
	n := &detect.Names{Tags: map[string]string{"aws:cloudformation:stack-name": "x", "AWS:x": "y", "empty": " ", " ": "blank", "k\x1b": "v\x1b[2J", "long": strings.Repeat("é", 300)}}
	tags := asffTags(n)
	if len(tags) != 2 || tags[`k\x1b`] != `v\x1b[2J` || len([]rune(tags["long"])) != mostTagValue {
		t.Errorf("%q", tags)
	}
	for i := range 60 {
		n.Tags[fmt.Sprint("z", i)] = "v"
	}
	if tags := asffTags(n); len(tags) != mostTags || tags["long"] == "" {
		t.Errorf("%d tags", len(tags))
	}
	if tags := asffTags(&nobody); len(tags) != 0 {
		t.Errorf("of nobody: %q", tags)
	}
}

// The summary says how many findings are suppressed, and all notes, cleaned.
func TestSummaryOfSuppressed(t *testing.T) {
	s := &Summary{Complete: true, Findings: 3, Suppressed: 2, Verdicts: map[string]int{"mining": 3}, Notes: []string{"suppressions: s:1 covers no finding", "names: \x1b[2J"}}
	var b bytes.Buffer
	s.WriteText(&b, time.Second)
	if got := b.String(); !strings.HasSuffix(got, "note      suppressions: s:1 covers no finding\nnote      names: \\x1b[2J\nfound     3 mining; 2 of them suppressed, in 1.0 s\n") {
		t.Errorf("%s", got)
	}
	b.Reset()
	if err := s.WriteJSON(&b); err != nil || !strings.Contains(b.String(), `"suppressed": 2`) || !strings.Contains(b.String(), `"notes": [`) {
		t.Errorf("%v: %s", err, b.String())
	}
}
