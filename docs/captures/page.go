package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"davy/trait"
)

const head = `# The lab beside real captures

Where long public captures lie among simulated pairs of the same program; made by ` + "`make captures`" + `. What follows from it for the lab is in [lab.md](lab.md#beside-real-captures).

**What is compared.** A capture of at least ten ten-minute windows, and one simulated pair for each of the seeds %d to %d: a pool or server, a hash rate, a client and a path of its own, as the lab draws them, for as long as the capture lasts. Traits are those of [trait.go](../trait/trait.go), their median where a pair lasts for days.

**How to read it.** *5 %%*, *50 %%* and *95 %%* are quantiles over the simulated pairs. *Rank* is the share of them below the capture; ranks in bold are outside 5 to 95 %%. By chance that is one figure in ten, but figures hang together, so beside the number outside stands what a simulated pair has. Two distances take figures jointly: the *Mahalanobis radius* about the lab's mean (plain mean and covariance) in the traits of the table and the two rates; and the *distance to the nearest pair* in all traits of the cloud, each divided by the distance of the lab's 5 and 95 %% quantiles. Traits of ports and addresses are left out everywhere: the captures of miners have placeholders there. A simulated pair's distances are from all others.

**How far to trust it.** The four captures of miners are of one author and one pool company, and the lab's spreads were fitted to these very captures (TestFiguresOfCaptures holds it to their medians, packet ratio, variation and correlation; half of the simulated interfaces are read out early, by up to a minute, as their clouds asked for), so agreement there is kind to the lab. Their source has only counters, with a carry-over from row to row that the conversion undid where it could tell, which may blur bytes and packets a little. Traits that the test does not name are the better check. A rank near the middle says that the lab's range holds the capture, not that the range is right.
`

// page is the whole of docs/captures.md.
func page(studies []*study) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, head, firstSeed, lastSeed)
	b.WriteString("\n## In short\n\n| capture | windows | lab | pairs | traits outside 5 to 95 % | a simulated pair: 50, 95 % | radius: farther | nearest: farther |\n|---|---|---|---|---|---|---|---|\n")
	for _, s := range studies {
		fmt.Fprintf(&b, "| [%s](#%s) | %d | `%s` | %d | %d of %d | %s, %s | %s | %s |\n", s.title, s.name, len(s.real.windows), s.kind, len(s.lab),
			s.traits.outside, len(s.traits.value), number(s.traits.usual), number(s.traits.many), percent(s.far.farther), percent(s.near.farther))
	}
	b.WriteString("\nFarther: share of the simulated pairs that are at least as far from the others as the capture is from all. Small is bad.\n")
	for _, s := range studies {
		s.write(&b)
	}
	return []byte(b.String())
}

func (s *study) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n<a id=\"%s\"></a>\n\n## %s\n\nSource: %s, `%s`, %s::%s.", s.name, s.title, s.source, s.file, s.local, s.remote)
	if s.caveat != "" {
		b.WriteString(" " + s.caveat)
	}
	fmt.Fprintf(b, "\n\n![%s: bytes over packets of a window, the capture among simulated pairs](%s)\n\n", s.title, s.picture())
	fmt.Fprintf(b, "- Mahalanobis radius, %d traits: %s.\n- Distance to the nearest pair, %d traits: %s.\n- %s\n",
		s.dimensions, s.far, s.scales, s.near, s.misfits())
	fmt.Fprintf(b, "\n| | | capture | 5 %% | 50 %% | 95 %% | rank |\n|---|---|---|---|---|---|---|\n")
	for i, f := range figures {
		p := &s.figures
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s |\n", f.name, f.unit,
			number(p.value[i]), number(p.low[i]), number(p.mid[i]), number(p.high[i]), p.shownRank(i))
	}
}

// String says where the capture's distance lies among the lab's.
func (j joint) String() string {
	if math.IsNaN(j.distance) {
		return "none, since some trait follows from the others"
	}
	return fmt.Sprintf("%s; simulated pairs %s, %s, %s (5, 50, 95 %%), and %s of them at least as far",
		number(j.distance), number(j.low), number(j.mid), number(j.high), percent(j.farther))
}

// misfits lists the traits in which the lab is wrong, and by how much.
func (s *study) misfits() string {
	p := &s.traits
	var below, above []string
	for t := range p.value {
		entry := func(bound float64) string {
			return fmt.Sprintf("`%s` %s (%s)", trait.Names[t], number(p.value[t]), number(bound))
		}
		switch {
		case p.value[t] < p.low[t]:
			below = append(below, entry(p.low[t]))
		case p.value[t] > p.high[t]:
			above = append(above, entry(p.high[t]))
		}
	}
	list := func(words []string) string {
		if len(words) == 0 {
			return "none"
		}
		return strings.Join(words, ", ")
	}
	return "Below the lab's 5 % (in brackets): " + list(below) + ".\n- Above its 95 %: " + list(above) + "."
}

func (p *placing) shownRank(i int) string {
	rank := percent(p.rank[i])
	if p.value[i] < p.low[i] || p.value[i] > p.high[i] {
		return "**" + rank + "**"
	}
	return rank
}

func percent(x float64) string { return strconv.FormatFloat(x, 'f', 0, 64) + " %" }

// number writes three significant digits, and whole numbers from 100.
func number(x float64) string {
	digits := 0
	if a := math.Abs(x); a > 0 && a < 100 {
		digits = min(4, 2-int(math.Floor(math.Log10(a))))
	}
	s := strconv.FormatFloat(x, 'f', digits, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return strings.Replace(s, "-", "−", 1)
}
