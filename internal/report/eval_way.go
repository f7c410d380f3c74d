package report

import (
	"fmt"
	"strings"

	"davy/detect"
	"davy/eval"
)

// writeWay writes what rules did that were trained the same way, side by side.
func writeWay(b *strings.Builder, rules []*eval.Report) {
	fmt.Fprintf(b, "\n### Trained %s\n", rules[0].Trained)
	writeBreakdowns(b, rules)
	writeKinds(b, rules)
	writeTimes(b, rules)
	writeReliability(b, rules)
	for _, r := range rules {
		writePairs(b, r)
	}
	writePrograms(b, rules)
}

// names are the rules as columns.
func names(rules []*eval.Report) []string {
	var out []string
	for _, r := range rules {
		out = append(out, string(r.Rule))
	}
	return out
}

// mostValues are the rows an attribute may take; of more, the missed are shown.
const mostValues = 16

func writeBreakdowns(b *strings.Builder, rules []*eval.Report) {
	t := newTable(append([]string{"miners found by", ""}, names(rules)...)...)
	overall := func(name string, of func(*eval.Report) eval.Share) {
		row := []string{name, ""}
		for _, r := range rules {
			row = append(row, share(of(r)))
		}
		t.add(row...)
	}
	overall("all", func(r *eval.Report) eval.Share { return r.Found })
	overall("all, ranked above every ordinary pair", func(r *eval.Report) eval.Share { return r.Clear })
	for i, by := range rules[0].By {
		left := 0
		for j, v := range by.Values {
			row := []string{by.By, v.Value}
			all := true
			for _, r := range rules {
				s := r.By[i].Values[j].Found
				all = all && (s.K == s.N || r.Rule == detect.Article)
				row = append(row, share(s))
			}
			if len(by.Values) > mostValues && all {
				left++
				continue
			}
			t.add(row...)
		}
		if left > 0 {
			row := []string{by.By, fmt.Sprintf("(%d others)", left)}
			for _, r := range rules {
				if r.Rule == detect.Article {
					row = append(row, "")
				} else {
					row = append(row, "all")
				}
			}
			t.add(row...)
		}
	}
	if rules[0].Companions.N > 0 {
		overall("donation pairs, counted only here", func(r *eval.Report) eval.Share { return r.Companions })
	}
	b.WriteString("\n")
	t.write(b)
}

func writeKinds(b *strings.Builder, rules []*eval.Report) {
	if len(rules[0].Kinds) == 0 {
		return
	}
	t := newTable("miners of kind", "rule", "mining", "suspect", "none", "of mining, kind named right")
	for i := range rules[0].Kinds {
		for _, r := range rules {
			k := r.Kinds[i]
			named := share(k.Named)
			if r.Rule != detect.Cascade {
				named = "–" // the others know pools only
			}
			t.add(k.Kind, string(r.Rule), fmt.Sprint(k.Mining), fmt.Sprint(k.Suspect), fmt.Sprint(k.None), named)
		}
	}
	b.WriteString("\n")
	t.write(b)
}

func writeTimes(b *strings.Builder, rules []*eval.Report) {
	head := []string{"hours after the first window"}
	for _, r := range rules {
		head = append(head, string(r.Rule)+": found", "ordinary flagged")
	}
	t := newTable(head...)
	for i := range rules[0].Times {
		row := []string{fmt.Sprint(rules[0].Times[i].Hours)}
		for _, r := range rules {
			time := r.Times[i]
			row = append(row, share(time.Found), fmt.Sprintf("%d of %d", time.Alarms.K, time.Alarms.N))
		}
		t.add(row...)
	}
	b.WriteString("\n")
	t.write(b)
}

func writeReliability(b *strings.Builder, rules []*eval.Report) {
	for _, r := range rules {
		q := r.Reliable
		if q == nil {
			continue
		}
		t := newTable("score of "+string(r.Rule)+", converted", "pairs", "mean score", "of them mining")
		for _, bin := range q.Bins {
			said := fmt.Sprintf("%.3f", bin.Said)
			if bin.Pairs == 0 {
				said = "–"
			}
			t.add(fmt.Sprintf("%.1f to %.1f", bin.Lo, bin.Hi), fmt.Sprint(bin.Pairs), said, share(bin.Mined))
		}
		b.WriteString("\n")
		t.write(b)
		fmt.Fprintf(b, "\nThe score is for one miner in a thousand pairs; here it is converted to %d miners among %d pairs. Brier score %.4f; saying the share of miners of every pair gets %.4f.\n",
			q.Miners, q.Miners+q.Ordinary, q.Brier, q.Constant)
	}
}
