package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"davy/detect"
	"davy/internal/numeral"
	"davy/internal/report"
)

// mostNamed is how many objects or lines of one sort the page names.
const mostNamed = 50

// brief is a run in words: what was found, what was read, what was not.
type brief struct {
	State    string  `json:"state"` // mining, suspect, clean, unseen (nothing found, not all seen), blind (nothing to judge)
	Headline string  `json:"headline"`
	Lead     string  `json:"lead"`
	Read     []fact  `json:"read"`
	Unseen   []fact  `json:"unseen"`
	Thinned  string  `json:"thinned,omitempty"` // what the page itself leaves out
	Named    []named `json:"named"`             // objects and lines, one by one
}

// A fact is a number and what it counts.
type fact struct {
	Number string `json:"number"`
	What   string `json:"what"`
}

// named are things of one sort.
type named struct {
	What string   `json:"what"`
	List []string `json:"list"`
	More int      `json:"more,omitempty"`
}

func inWords(s *report.Summary, findings []detect.Finding) *brief {
	w := &brief{Read: read(s), Unseen: unseen(s), Named: names(s)}
	mining, suspect := s.Verdicts[string(detect.Mining)], s.Verdicts[string(detect.Suspect)]
	enis, hidden, waved := make(map[string]bool), mining+suspect, 0
	for i := range findings {
		f := &findings[i]
		if f.Verdict != detect.None {
			hidden--
		}
		switch {
		case f.Suppressed != nil && f.Verdict == detect.Mining:
			waved, mining = waved+1, mining-1
		case f.Suppressed != nil && f.Verdict == detect.Suspect:
			waved, suspect = waved+1, suspect-1
		case f.Verdict == detect.Mining:
			enis[f.Interface] = true
		}
	}
	switch {
	case mining > 0:
		w.State, w.Headline = "mining", count(len(enis), "network interface")+" "+plural(len(enis), "mines", "mine")
		if mining > len(enis) {
			w.Headline += ", with " + count(mining, "peer")
		}
		w.Headline += "."
		w.Lead = "A finding is one interface and one peer. Surest come first; open one to see why."
		if suspect > 0 {
			w.Lead = count(suspect, "more pair") + " " + plural(suspect, "is", "are") + " suspect. " + w.Lead
		}
	case suspect > 0:
		w.State, w.Headline = "suspect", "Nothing is sure to mine; "+count(suspect, "pair")+" "+plural(suspect, "is", "are")+" suspect."
		w.Lead = "Suspect means worth a look. Most suspects are ordinary: where few machines mine, far more of those look a little like miners."
	case waved > 0:
		w.State, w.Headline = "suppressed", "Nothing mines but what is suppressed."
		if len(w.Unseen) > 0 {
			w.Lead = "Not all could be seen: what is listed under “Not seen” may hide a miner."
		}
	case s.Windows == 0 && s.Pairs == 0:
		w.State, w.Headline = "blind", "Nothing could be judged."
		w.Lead = "There was no TCP traffic between two addresses in what was read. That says nothing about mining, neither way."
	case len(w.Unseen) > 0:
		w.State, w.Headline = "unseen", "Nothing mines in what could be seen, and not all could be."
		w.Lead = "This is not the same as clean. What is listed under “Not seen” may hide a miner."
	default:
		w.State, w.Headline = "clean", "Nothing mines here."
		w.Lead = "All of the logs was read, and no window of any pair is missing. No model finds every miner: davy model show says how many of them this one does."
	}
	if waved > 0 {
		w.Lead += " " + count(waved, "finding") + " " + plural(waved, "is", "are") + " suppressed, and listed last."
	}
	if hidden > 0 {
		w.Lead += " " + count(hidden, "finding") + " below the verdict asked for " + plural(hidden, "is", "are") + " not listed; --min-verdict suspect lists them."
	}
	w.Lead = strings.TrimSpace(w.Lead)
	return w
}

func read(s *report.Summary) []fact {
	return []fact{
		{numeral.Grouped(s.Objects.Read) + " of " + numeral.Grouped(s.Objects.Found), plural(s.Objects.Found, "object", "objects") + ", " + size(s.Objects.Bytes) + " of text"},
		{numeral.Grouped(s.OK), "records in " + numeral.Grouped(s.Lines) + " lines"},
		{numeral.Grouped(s.Interfaces), plural(s.Interfaces, "network interface", "network interfaces")},
		{numeral.Grouped(s.Pairs), plural(s.Pairs, "pair", "pairs") + " of addresses"},
		{numeral.Grouped(s.Windows), plural(s.Windows, "window", "windows") + " of ten minutes with TCP traffic"},
	}
}

// unseen lists all that keeps "nothing found" from meaning "clean".
func unseen(s *report.Summary) []fact {
	out := []fact{}
	add := func(n int64, what string) {
		if n > 0 {
			out = append(out, fact{numeral.Grouped(n), what})
		}
	}
	add(int64(len(s.Objects.Failed)), plural(len(s.Objects.Failed), "object", "objects")+" left out whole: truncated, corrupt or of an unknown format")
	add(int64(len(s.Objects.Partial)), plural(len(s.Objects.Partial), "object", "objects")+" read in part only")
	add(int64(len(s.Objects.Skipped)), plural(len(s.Objects.Skipped), "thing", "things")+" among the paths that are no flow logs")
	rejected := int64(0)
	for _, n := range s.Rejected {
		rejected += n
	}
	add(rejected, plural(int(rejected), "line", "lines")+" left out, for reasons listed below")
	add(s.SkipData, plural(int(s.SkipData), "line", "lines")+" of SKIPDATA: AWS lost records there")
	add(int64(s.Unknown), "windows of pairs under SKIPDATA: what they held is unknown")
	add(int64(s.Gaps), "windows of pairs in which their interface's log is silent")
	if s.Saturated {
		out = append(out, fact{"2⁶⁴−1", "was reached by a sum, which stayed there"})
	}
	return out
}

func names(s *report.Summary) []named {
	out := []named{}
	add := func(what string, list []string) {
		if len(list) == 0 {
			return
		}
		n := named{What: what, More: max(0, len(list)-mostNamed)}
		for _, text := range list[:min(len(list), mostNamed)] {
			n.List = append(n.List, clean(text))
		}
		out = append(out, n)
	}
	failures := func(list []report.Failed) []string {
		var out []string
		for _, f := range list {
			out = append(out, f.Error)
		}
		return out
	}
	add("Objects left out", failures(s.Objects.Failed))
	add("Objects read in part", failures(s.Objects.Partial))
	add("Skipped", s.Objects.Skipped)
	var reasons []string
	for _, reason := range slices.Sorted(maps.Keys(s.Rejected)) {
		reasons = append(reasons, fmt.Sprintf("%s: %s", reason, count(int(s.Rejected[reason]), "line")))
	}
	add("Notes on names and suppressions", s.Notes)
	add("Reasons for lines left out", reasons)
	add("Some of those lines", s.Samples)
	add("Objects with the same content as another, counted once", s.Objects.Duplicates)
	return out
}

func count(n int, what string) string { return numeral.Grouped(n) + " " + plural(n, what, what+"s") }

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// size writes bytes with a unit, decimal.
func size(n int64) string {
	x, unit := float64(n), "B"
	for _, u := range []string{"kB", "MB", "GB", "TB", "PB", "EB"} {
		if x < 999.5 {
			break
		}
		x, unit = x/1000, u
	}
	return fmt.Sprintf("%.3g %s", x, unit)
}
