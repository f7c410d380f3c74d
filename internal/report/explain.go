package report

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"davy/detect"
)

// Explain writes all there is to say of one finding: verdict, every piece of
// evidence on a scale, identifiers to copy, and what to do next.
func Explain(w io.Writer, f *detect.Finding, v View) error {
	var b strings.Builder
	b.WriteString(v.paint(style(f.Verdict), Clean(string(f.Verdict))) + "  " + v.paint(strong, title(f)) + "\n")
	v.item(&b, "  ", Clean(f.Local.String())+" → "+Clean(endpoint(f.Remote, f.ServerPort)))
	if s := Suppressed(f); s != "" {
		v.item(&b, "  ", s)
	}
	if s := who(f); s != "" {
		v.item(&b, "  ", s)
	}
	v.item(&b, "  ", span(f))
	v.item(&b, "  ", score(f))
	seen := fmt.Sprintf("traffic in %d windows of ten minutes, of %d watched", f.Windows, f.Possible)
	if f.Unknown > 0 {
		seen += fmt.Sprintf("; AWS lost data of %d (SKIPDATA)", f.Unknown)
	}
	v.item(&b, "  ", seen)
	if f.Profile != "" {
		v.item(&b, "  ", "nearest group of miners: "+Clean(f.Profile)+" (kind "+Clean(f.Kind)+")")
	}
	b.WriteString("\n")
	v.item(&b, "  ", signValue+" this pair   "+signLow+signRange+signHigh+" where others lie   "+signLimit+" threshold")
	for _, part := range parts(f) {
		if len(part.evidence) == 0 {
			continue
		}
		b.WriteString("\n" + v.paint(strong, part.title) + "\n")
		for _, e := range part.evidence {
			v.evidence(&b, e)
		}
	}
	v.elsewhere(&b, f)
	v.names(&b, f)
	v.identifiers(&b, f)
	v.next(&b, f)
	_, err := io.WriteString(w, b.String())
	return err
}

// score says what the score is, which depends on the rule.
func score(f *detect.Finding) string {
	switch f.Rule {
	case detect.Cascade:
		return fmt.Sprintf("score %.3f: the probability that it mines, if one pair in a thousand does", f.Score)
	case detect.Profiles:
		return fmt.Sprintf("score %.3f: rank by it, it is too sure of itself to be read as a probability", f.Score)
	case detect.Article:
		return fmt.Sprintf("score %.3f: the share of windows inside the raw hull", f.Score)
	}
	return fmt.Sprintf("score %.3f", f.Score)
}

// part is evidence of one kind.
type part struct {
	title    string
	evidence []*detect.Evidence
}

// parts sorts evidence by what it is for, and keeps its order otherwise.
func parts(f *detect.Finding) []part {
	out := []part{{title: "Decides"}, {title: "Speaks for mining, weightiest first"}, {title: "Speaks against mining, weightiest first"}, {title: "For information"}}
	for i := range f.Evidence {
		e, at := &f.Evidence[i], 3
		switch {
		case e.Weight != nil && *e.Weight > 0:
			at = 1
		case e.Weight != nil && *e.Weight < 0:
			at = 2
		case e.Threshold != nil:
			at = 0
		}
		out[at].evidence = append(out[at].evidence, e)
	}
	return out
}

// evidence writes one filter: its sentence, where its value lies, its numbers.
func (v View) evidence(b *strings.Builder, e *detect.Evidence) {
	say := func(x float64) string { return Clean(detect.Number(e.Filter, x)) }
	b.WriteString("\n")
	v.item(b, "  ", cmp.Or(Clean(e.Sentence), "(no sentence)"))
	const around = 14 + 24 // columns before a scale, and after it for its range
	cells := scaleCells
	if n := v.columns(); n > 0 {
		cells = max(narrowest/4, min(cells, n-around))
	}
	s := newScale(e, cells)
	for _, r := range []struct {
		of   string
		ends *[2]float64
	}{{"miners", e.Miner}, {"ordinary", e.Ordinary}} {
		if r.ends != nil {
			v.item(b, fmt.Sprintf("    %-8s  ", r.of), s.line(r.ends, e)+"  "+say(r.ends[0])+" to "+say(r.ends[1]))
		}
	}
	notes := []string{Clean(e.Filter) + " " + say(e.Value)}
	if e.Threshold != nil {
		notes = append(notes, "threshold "+say(*e.Threshold))
	}
	if e.Weight != nil {
		notes = append(notes, fmt.Sprintf("adds %+.2f to the log odds of the vote", *e.Weight))
	}
	if e.PMiner != nil {
		notes = append(notes, fmt.Sprintf("probability of so few, were it a miner: %.2g", *e.PMiner))
	}
	if e.POrdinary != nil {
		notes = append(notes, fmt.Sprintf("of so many, were it ordinary: %.2g", *e.POrdinary))
	}
	v.item(b, "    ", strings.Join(notes, "; "))
}

// identifiers writes what can be copied, a line each, never broken.
func (v View) identifiers(b *strings.Builder, f *detect.Finding) {
	b.WriteString("\n" + v.paint(strong, "Identifiers") + "\n")
	port := ""
	if f.ServerPort > 0 {
		port = strconv.Itoa(int(f.ServerPort))
	}
	for _, id := range [][2]string{
		{"finding", f.ID},
		{"interface", f.Interface},
		{"instance", Instance(f)},
		{"account", f.Account},
		{"vpc", f.VPC},
		{"subnet", f.Subnet},
		{"local", f.Local.String()},
		{"remote", f.Remote.String()},
		{"port", port},
		{"rule", string(f.Rule)},
		{"model", f.Model},
	} {
		if id[1] != "" {
			fmt.Fprintf(b, "  %-10s %s\n", id[0], Clean(id[1]))
		}
	}
}
