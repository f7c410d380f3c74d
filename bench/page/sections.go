package main

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"davy/bench/trial"
)

// columns are those of tables of commands; the last one's head follows.
const columns = "\n| records | | CPU, s | wall, s | M records a CPU second | peak, MiB | "

// label writes a command's name for people: "davy, 2 threads".
func label(name string) string {
	engine, rest, _ := strings.Cut(name, " ")
	name = map[string]string{"duckdb": "DuckDB", "article": "article"}[engine]
	if name == "" {
		name = engine
	}
	switch {
	case rest == "1":
		return name + ", 1 thread"
	case rest != "" && strings.Trim(rest, "0123456789") == "":
		return name + ", " + rest + " threads"
	case rest == "ceiling":
		return "`davy scan`, under a ceiling"
	case name == "davy" && (rest == "files" || rest == "s3"):
		return "`davy scan`, 2 threads, " + map[string]string{"files": "files", "s3": "S3"}[rest]
	case rest == "scan":
		return "`davy scan`, 2 threads"
	case rest != "":
		return name + ", " + rest
	}
	return name
}

// commands writes a table of all commands of a trial by size, with what each
// takes for one of the rival's.
func (b *builder) commands(name, rival, head string, m trial.Measure) {
	b.WriteString(columns + head + " |\n|---|---|---|---|---|---|---|\n")
	for _, data := range b.sets(name) {
		for i := range b.trials.Trial(name).Commands {
			if c := &b.trials.Trial(name).Commands[i]; c.Data == data {
				b.row(label(c.Name), c, b.command(name, rival, data), m)
			}
		}
	}
}

func (b *builder) has(name string) bool { return len(b.trials.Trial(name).Commands) > 0 }

// parse is the heavy step alone.
func (b *builder) parse() {
	if !b.has("plain") {
		return
	}
	b.f("\n## Records to windows\n\nThe heavy step alone: read, parse, sum by interface, pair of addresses and 600 seconds. No model, no findings. davy checks every line and every object on the way, keeps ports, flags and who answered whom, and finds where each interface's windows begin; the others sum four columns by the clock, davy accepted TCP only (%s %% of these records), they all that is accepted.\n", plain(100*b.tcp("plain")))
	b.f("\n![CPU throughput by number of records: davy and the others, plain text and gzip](%s/throughput.svg)\n", pictures)
	for _, format := range formats {
		if !b.has(format[0]) {
			continue
		}
		b.f("\n### %s\n", format[1])
		b.commands(format[0], "duckdb 1", "CPU to DuckDB, 1 thread", trial.CPU)
		if data := b.largest(format[0]); b.command(format[0], "davy 2", data) != nil {
			b.f("\nBy the clock, two threads do for one: davy %s", ranged(b.ratio(format[0], "davy 1", "davy 2", data, trial.Wall), "×"))
			if s := b.ratio(format[0], "duckdb 1", "duckdb 2", data, trial.Wall); !math.IsNaN(s.Median) {
				b.f(", DuckDB %s", ranged(s, "×"))
			}
			b.WriteString(".\n")
		}
		b.shell(format[0])
	}
}

// tcp is the share of accepted TCP among the records of a trial's largest data.
func (b *builder) tcp(name string) float64 {
	data := b.largest(name)
	return float64(b.said(data, "tcp_records")) / float64(b.said(data, "records"))
}

// scan is everything that davy does.
func (b *builder) scan() {
	if !b.has("scan") {
		return
	}
	b.WriteString("\n## The whole scan\n\n`davy scan` with its built-in model: windows as above, then every pair judged, and the findings written. DuckDB makes windows and stops there.\n")
	b.commands("scan", "duckdb 2", "wall to DuckDB, 2 threads", trial.Wall)
	b.f("\nPeak memory: %s of DuckDB's.\n", ranged(b.ratio("scan", "davy scan", "duckdb 2", b.largest("scan"), trial.Peak), "×"))
	b.shell("scan")
}

// bucket is the same from S3.
func (b *builder) bucket() {
	if !b.has("s3") {
		return
	}
	b.WriteString("\n### From S3\n\nThe same scan of the same objects, from files and from VersityGW on the loopback, which reads the same files and takes its share of the same processors.\n")
	b.commands("s3", "davy files", "wall to files", trial.Wall)
	b.shell("s3")
}

// python is the article's way, and the best one in its language.
func (b *builder) python() {
	if !b.has("article") {
		return
	}
	b.WriteString("\n### Beside the article and pandas\n\nThe article's pipeline, mended so far that it runs: *published* builds a triangulation for each pair, *hoisted* one for all. *pandas* is what somebody would write who knows Python well. Both test membership in one hull of 542 facets; davy's model does more. Ratios are CPU to `davy scan` in the same round.\n")
	for _, name := range []string{"article", "python"} {
		if b.has(name) {
			b.commands(name, "davy scan", "CPU to `davy scan`", trial.CPU)
			b.shell(name)
		}
	}
}

// scaling is how cost grows.
func (b *builder) scaling() {
	if !b.has("plain") && !b.has("interfaces") && !b.has("days") && !b.has("distinct") {
		return
	}
	b.WriteString("\n## Scaling\n")
	if sets := b.sets("plain"); len(sets) > 1 {
		b.WriteString("\n**Records.** CPU a record with each step of size, by rounds:\n\n| from | to | plain | gzip |\n|---|---|---|---|\n")
		for i := range sets[1:] {
			small, large := sets[i], sets[i+1]
			b.f("| %s | %s | %s | %s |\n", records(b.rows(small)), records(b.rows(large)),
				ranged(b.between("plain", "davy 1", large, small, trial.CPU, true), "×"), ranged(b.between("gz", "davy 1", large, small, trial.CPU, true), "×"))
		}
	}
	if sets := b.sets("interfaces"); len(sets) > 1 {
		b.f("\n**Interfaces.** The same number of records of more interfaces, 38 pairs each; plain text, one thread.\n\n![CPU a record by number of interfaces](%s/interfaces.svg)\n\n| interfaces | records | davy, CPU µs a record | DuckDB | davy to DuckDB | davy peak, MiB |\n|---|---|---|---|---|---|\n", pictures)
		for _, data := range sets {
			by := 1e6 / float64(b.rows(data))
			davy := b.command("interfaces", "davy 1", data)
			b.f("| %d | %s | %s | %s | %s | %.0f |\n", b.said(data, "interfaces"), records(b.rows(data)), ranged(scaled(davy.Of(trial.CPU), by), ""),
				b.eachOf("interfaces", "duckdb 1", data, by), ranged(b.ratio("interfaces", "davy 1", "duckdb 1", data, trial.CPU), "×"), davy.Of(trial.Peak).Median/mebi)
		}
		b.shell("interfaces")
	}
	b.days()
	b.distinct()
}

// eachOf is the CPU of a command, scaled.
func (b *builder) eachOf(name, command, data string, by float64) string {
	if c := b.command(name, command, data); c != nil {
		return ranged(scaled(c.Of(trial.CPU), by), "")
	}
	return absent
}

func (b *builder) days() {
	sets := b.sets("days")
	if len(sets) == 0 {
		return
	}
	b.f("\n**Days.** A fleet of %d interfaces, read from its first day on; gzip, two threads, the model known; with davy's default of `--memory`, and with a ceiling of %s.\n\n![Peak memory by days of logs](%s/days.svg)\n\n| days | records | `davy scan` peak, MiB | under the ceiling | DuckDB peak, MiB | `davy scan` wall, s | under the ceiling | CPU µs a record | under the ceiling |\n|---|---|---|---|---|---|---|---|---|\n",
		b.said(sets[0], "interfaces"), b.fact("ceiling (days)"), pictures)
	for _, data := range sets {
		c := b.command("days", "davy scan", data)
		low := b.command("days", "davy ceiling", data)
		perRecord := 1e6 / float64(b.rows(data))
		b.f("| %d | %s | %s | %s | %s | %s | %s | %s | %s |\n", dayOf(data), records(b.rows(data)),
			ranged(scaled(c.Of(trial.Peak), 1.0/mebi), ""), ranged(scaled(low.Of(trial.Peak), 1.0/mebi), ""), b.peakOf("days", "duckdb 2", data),
			ranged(c.Of(trial.Wall), ""), ranged(low.Of(trial.Wall), ""), ranged(scaled(c.Of(trial.CPU), perRecord), ""), ranged(scaled(low.Of(trial.CPU), perRecord), ""))
	}
}

func (b *builder) peakOf(name, command, data string) string {
	if c := b.command(name, command, data); c != nil {
		return ranged(scaled(c.Of(trial.Peak), 1.0/mebi), "")
	}
	return absent
}

// dayOf is how many days a set of the trial of days has: days-7.
func dayOf(data string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(data, "days-"))
	return n
}

func (b *builder) distinct() {
	sets := b.sets("distinct")
	if len(sets) == 0 {
		return
	}
	b.WriteString("\n**A flood.** One interface and a great many peers within one window, as in a scan of ports from everywhere. `davy scan` may take so much memory; what does not fit goes to disk. Every pair, record, packet and byte is counted by both.\n\n| pairs | records | `davy scan` peak, MiB | wall, s | DuckDB, 2 threads: peak, MiB | wall to DuckDB |\n|---|---|---|---|---|---|\n")
	for _, data := range sets {
		c := b.command("distinct", "davy scan", data)
		b.f("| %s | %s | %s | %s | %s | %s |\n", records(b.said(data, "all_pairs")), records(b.rows(data)), ranged(scaled(c.Of(trial.Peak), 1.0/mebi), ""),
			ranged(c.Of(trial.Wall), ""), b.peakOf("distinct", "duckdb 2", data), ranged(b.ratio("distinct", "davy scan", "duckdb 2", data, trial.Wall), "×"))
	}
	b.shell("distinct")
}

// shapes is geometry and statistics.
func (b *builder) shapes() {
	if len(b.geometry) == 0 {
		return
	}
	b.WriteString("\n## Hull, membership, statistics\n\nThe same points for both, and the same outcome: facets, vertices, members, pairs counted. SciPy's hull is Qhull. CPU and wall are davy's for one of SciPy's.\n\n| | points | davy, CPU | SciPy, CPU | CPU | wall |\n|---|---|---|---|---|---|\n")
	for _, o := range slices.SortedFunc(slices.Values(b.geometry), compareOperations) {
		b.f("| %s | %s | %s | %s | %s | %s |\n", o.title(), records(int64(o.davy[0].N)), short(spreadOf(o.davy, cpuOf).Median), short(spreadOf(o.scipy, cpuOf).Median),
			ranged(o.ratio(cpuOf), "×"), ranged(o.ratio(wallOf), "×"))
	}
}
