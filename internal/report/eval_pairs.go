package report

import (
	"fmt"
	"strings"

	"davy/detect"
	"davy/eval"
)

// mostPairs are listed of a sort.
const mostPairs = 20

// writePairs lists the miners of a rule, the missed only if there are many, and
// its false alarms.
func writePairs(b *strings.Builder, r *eval.Report) {
	fmt.Fprintf(b, "\n#### Rule %s\n", r.Rule)
	var counted, missed []eval.Miner
	few, found := 0, 0
	for _, m := range r.Miners {
		switch {
		case m.Windows >= r.Least:
			counted = append(counted, m)
			if m.Verdict != detect.Mining && m.Attrs["kind"] != "donation" {
				missed = append(missed, m)
			}
		case m.Verdict == detect.Mining:
			found++
			fallthrough
		default:
			few++
		}
	}
	title := "mining pair"
	if len(counted) > mostPairs {
		title, counted = "missed mining pair", missed
	}
	writeMiners(b, title, counted)
	if few > 0 {
		fmt.Fprintf(b, "\nOf %d shorter ones, %d are called mining.\n", few, found)
	}
	if len(r.Flagged) == 0 {
		b.WriteString("\nNo ordinary pair is flagged.\n")
		return
	}
	t := newTable("false alarm", "program", "windows", "profile", "score", "verdict")
	for i, a := range r.Flagged {
		if i < mostPairs {
			t.add(a.Capture+" "+a.Pair, a.Group, fmt.Sprint(a.Windows), a.Profile, fmt.Sprintf("%.3f", a.Score), string(a.Verdict))
		}
	}
	b.WriteString("\n")
	t.write(b)
	more(b, len(r.Flagged))
}

func writeMiners(b *strings.Builder, title string, miners []eval.Miner) {
	if len(miners) == 0 {
		return
	}
	t := newTable(title, "windows", "inside", "nearest", "called", "score", "verdict")
	for i, m := range miners {
		if i >= mostPairs {
			break
		}
		name := strings.TrimSpace(m.Capture + " " + m.Pair)
		if m.Group != "" && m.Group != m.Capture {
			name += " (" + m.Group + ")"
		}
		verdict := string(m.Verdict)
		if m.Note != "" {
			verdict += ": " + m.Note
		}
		t.add(name, fmt.Sprint(m.Windows), fmt.Sprint(m.Inside), m.Profile, m.Kind, fmt.Sprintf("%.3f", m.Score), verdict)
	}
	b.WriteString("\n")
	t.write(b)
	more(b, len(miners))
}

func more(b *strings.Builder, n int) {
	if n > mostPairs {
		fmt.Fprintf(b, "\n… and %d more.\n", n-mostPairs)
	}
}

// writePrograms lists the kinds of ordinary program that any rule flags.
func writePrograms(b *strings.Builder, rules []*eval.Report) {
	of := make([]map[string]eval.Program, len(rules))
	var order []string
	for i := len(rules) - 1; i >= 0; i-- { // the last rule's worst come first
		of[i] = make(map[string]eval.Program)
		for _, p := range rules[i].Programs {
			of[i][p.Name] = p
			if p.Mining+p.Suspect > 0 && !listed(of[i+1:], p.Name) {
				order = append(order, p.Name)
			}
		}
	}
	if len(order) == 0 {
		return
	}
	t := newTable(append([]string{"ordinary program", "pairs"}, names(rules)...)...)
	for _, name := range order {
		row := []string{name, fmt.Sprint(of[0][name].Pairs)}
		for i := range rules {
			p := of[i][name]
			row = append(row, fmt.Sprintf("%d mining, %d suspect", p.Mining, p.Suspect))
		}
		t.add(row...)
	}
	b.WriteString("\n")
	t.write(b)
}

func listed(of []map[string]eval.Program, name string) bool {
	for _, m := range of {
		if p := m[name]; p.Mining+p.Suspect > 0 {
			return true
		}
	}
	return false
}
