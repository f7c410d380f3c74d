package main

import (
	"fmt"
	"path"
	"strings"

	"davy/bench/trial"
)

// pictures is their folder beside the page.
const pictures = "performance"

const head = `# Performance

What davy takes beside other programs that do the same work on the same machine in the same minutes; made by ` + "`make bench`" + `. What is compared with what, and why it is fair, is in [bench/README.md](../bench/README.md).

**How to read it.** The programs run in turn, A B C, A B C, …; a ratio is formed within a round, and shown as its median and the range over the rounds. Ratios carry over to another machine, seconds do not: they stand beside. CPU is processor time of user and system, all threads together; wall is time by the clock; peak is the most memory that was resident. Files are in the page cache. Whoever is timed prints what it read, and no figure is on this page unless all of them, and the program that wrote the logs, count the same lines, records, packets, bytes, pairs and points.
`

// A builder writes the page.
type builder struct {
	strings.Builder
	*results
}

func (b *builder) f(format string, args ...any) { fmt.Fprintf(b, format, args...) }

// page is the whole of docs/performance.md.
func (r *results) page() []byte {
	b := &builder{results: r}
	b.WriteString(head)
	b.goals()
	b.on()
	b.parse()
	b.scan()
	b.bucket()
	b.python()
	b.whither()
	b.scaling()
	b.shapes()
	b.pathologies()
	if r.loops != "" {
		b.f("\n## The loops\n\nGo's own benchmarks of the code above, one run each on one core. Lone figures say little: `make benchmarks` before and after a change, and benchstat between, say more.\n\n```\n%s\n```\n", r.loops)
	}
	return []byte(b.String())
}

// goals writes the table that the page is about.
func (b *builder) goals() {
	b.WriteString("\n## In short\n\n| | beside | must | aim | measured | |\n|---|---|---|---|---|---|\n")
	var missed []string
	measured := 0
	for i := range goals {
		g := &goals[i]
		verdict := g.verdict(b.results)
		if !g.must.none() && verdict != notMeasured {
			measured++
		}
		if verdict == mustMissed {
			missed = append(missed, g.title(b.results))
		}
		b.f("| %s | %s | %s | %s | %s | %s |\n", g.title(b.results), g.rival, g.must.shown(g.sign()), g.aim.shown(g.sign()), g.measured(b.results), verdict)
	}
	b.f("\nMusts met: %d of %d measured.", measured-len(missed), measured)
	if len(missed) > 0 {
		b.f(" **Missed: %s.**", strings.Join(missed, "; "))
	}
	b.f(" A median judges. CPU, unless it says wall or memory; × is davy's cost for one of the rival's, and after \"by\" the rival's for one of davy's.\n")
	if len(b.leftOut) > 0 {
		b.WriteString("\nLeft out of this run:\n\n")
		for _, why := range b.leftOut {
			b.f("- %s.\n", strings.TrimSuffix(why, "."))
		}
	}
}

// on tells the machine and the versions.
func (b *builder) on() {
	b.WriteString("\n## Machine and versions\n\n| | |\n|---|---|\n")
	for _, fact := range b.machine {
		b.f("| %s | %s |\n", fact[0], strings.ReplaceAll(fact[1], "|", "\\|"))
	}
}

// shell shows the commands of a trial on its largest data, as one would type
// them.
func (b *builder) shell(name string) {
	b.WriteString("\n```sh\n")
	for _, c := range b.trials.Trial(name).Commands {
		if c.Data == b.largest(name) {
			b.f("%s\n", typed(c.Line))
		}
	}
	b.WriteString("```\n")
}

// typed is a command without the folders of the run, and with a pattern for the
// logs of one folder.
func typed(line []string) string {
	var words []string
	for i, w := range line {
		dir, base := path.Split(w)
		switch {
		case i == 0 || strings.HasSuffix(base, ".json"):
			w = base
		case strings.HasSuffix(base, ".log"):
			w = dir + "*.log"
		case strings.HasSuffix(base, ".log.gz"):
			w = dir + "*.log.gz"
		}
		if _, after, ok := strings.Cut(w, "/data/"); ok {
			w = after
		}
		if strings.Contains(w, "*") {
			w = "'" + w + "'"
		}
		if n := len(words); n == 0 || words[n-1] != w {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// row writes one line of a table of commands; ratio is to the rival, if any.
func (b *builder) row(label string, c, rival *trial.Command, m trial.Measure) {
	if c == nil {
		return
	}
	n := float64(b.rows(c.Data))
	rate := inverse(scaled(c.Of(trial.CPU), 1e6/n))
	ratio := absent
	switch {
	case rival == c:
		ratio = "1"
	case rival != nil:
		ratio = ranged(c.Ratio(rival, m), "×")
	}
	b.f("| %s | %s | %s | %s | %s | %.0f | %s |\n", records(b.rows(c.Data)), label,
		ranged(c.Of(trial.CPU), ""), ranged(c.Of(trial.Wall), ""), plain(rate.Median), c.Of(trial.Peak).Median/mebi, ratio)
}
