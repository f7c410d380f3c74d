package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"davy/bench/trial"
)

// runs are runs whose CPU, wall and peak are the same figure.
func runs(x ...float64) []trial.Run {
	all := make([]trial.Run, len(x))
	for i := range x {
		all[i] = trial.Run{CPU: x[i], Wall: x[i], Peak: x[i] * mebi}
	}
	return all
}

var million = trial.Said{"rows": 1e6, "interfaces": 100, "records": 9e5, "packets": 5, "bytes": 6, "tcp_records": 8e5, "tcp_points": 7, "tcp_pairs": 8}

func times(by int64, said trial.Said) trial.Said {
	out := make(trial.Said)
	for k, n := range said {
		out[k] = n * by
	}
	return out
}

// folder writes a run: plain text of one and ten million records, in three rounds.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	ten := times(10, million)
	set := trial.Set{
		{Name: "check", Commands: []trial.Command{
			{Name: "duckdb check", Engine: "duckdb", Data: "1m", Said: million, Runs: runs(1)},
			{Name: "duckdb check", Engine: "duckdb", Data: "10m", Said: ten, Runs: runs(1)},
		}},
		{Name: "plain", Commands: []trial.Command{
			{Name: "davy 1", Engine: "davy", Data: "10m", Line: []string{"/x/bin/correlate", "-workers", "1", "/x/data/10m/plain"}, Said: ten, Runs: runs(4, 5, 9)},
			{Name: "duckdb 1", Engine: "duckdb", Data: "10m", Line: []string{"/x/bin/duckdb", "/x/data/10m/plain/*.log*"}, Said: trial.Said{"accepted_points": 9}, Runs: runs(10, 10, 18)},
			{Name: "davy 1", Engine: "davy", Data: "1m", Line: []string{"correlate", "x"}, Said: million, Runs: runs(0.4, 0.5, 1)},
		}},
	}
	for i := range set {
		if err := set[i].Write(filepath.Join(dir, set[i].Name+".trial.json")); err != nil {
			t.Fatal(err)
		}
	}
	put(t, dir, "machine.txt", "processor\tAbacus | 2\nGo\tgo1\nempty\t\n")
	put(t, dir, "left-out.txt", "mawk, which is not installed\n")
	put(t, dir, "stages/plain.tsv", "0.2500\tparsing\n0.5000\twindows\n0.2500\tjudging: traits\n")
	put(t, dir, "stages/gz.tsv", "0.1000\tparsing\n0.4000\twindows\n0.5000\tjudging: traits\n")
	return dir
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestPage(t *testing.T) {
	r, err := read(folder(t))
	if err != nil {
		t.Fatal(err)
	}
	docs := t.TempDir()
	if err := r.write(docs); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(docs, "performance.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| 10 M records of plain text to windows | DuckDB, 1 thread | ≤ 0.55× | ≤ 0.4× | **0.5×** (0.4 to 0.5) | must met, aim missed |",
		"| CPU a record of plain text, to 10 M records from a tenth | davy | ≤ 1.2× | – | **1×** (0.9 to 1) | must met |",
		"| hull of 1,000 points | Qhull | ≤ 2× | ≤ 1× | – | not measured |",
		"Musts met: 2 of 2 measured. A median judges.",
		"- mawk, which is not installed.",
		"| processor | Abacus \\| 2 |",
		"| 10 M | davy, 1 thread | 5 (4 to 9) | 5 (4 to 9) | 2 | 5 | 0.5× (0.4 to 0.5) |",
		"| 1 M | davy, 1 thread | 0.5 (0.4 to 1) | 0.5 (0.4 to 1) | 2 | 0 | – |",
		"correlate -workers 1 10m/plain\nduckdb '10m/plain/*.log*'\n",
		"(88.9 % of these records)",
		"| | Plain text | Gzip |\n|---|---|---|\n| parsing | 25.0 % | 10.0 % |\n",
		"- **10 M records of plain text to windows**, aim ≤ 0.4×, measured 0.5×: of that, windows 0.33×, parsing 0.17×.",
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(string(text), "NaN") || strings.Contains(string(text), "%!") || strings.Contains(string(text), "| empty |") {
		t.Errorf("the page:\n%s", text)
	}
	picture, err := os.ReadFile(filepath.Join(docs, "performance", "throughput.svg"))
	if err != nil || !strings.Contains(string(picture), "davy, 1 thread") {
		t.Errorf("throughput.svg: %v, %.300s", err, picture)
	}
	if _, err := os.Stat(filepath.Join(docs, "performance", "days.svg")); err == nil {
		t.Error("a picture of what was not measured")
	}
}

// A must that is missed is said in the first lines.
func TestMissedMust(t *testing.T) {
	dir := folder(t)
	set, err := trial.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	plain := set.Trial("plain")
	plain.Commands[0].Runs = runs(6, 6, 18)
	if err := plain.Write(filepath.Join(dir, "plain.trial.json")); err != nil {
		t.Fatal(err)
	}
	r, err := read(dir)
	if err != nil {
		t.Fatal(err)
	}
	page := string(r.page())
	for _, want := range []string{"| **0.6×** (0.6 to 1) | **must missed** |", "Musts met: 0 of 2 measured. **Missed: 10 M records of plain text to windows; CPU a record"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
}

// No page where anybody read something else, or nobody checked.
func TestNoPageWithoutAgreement(t *testing.T) {
	for name, change := range map[string]func(trial.Set){
		"a record": func(s trial.Set) {
			s.Trial("plain").Commands[0].Said = times(10, million)
			s.Trial("plain").Commands[0].Said["records"]++
		},
		"a point": func(s trial.Set) {
			s.Trial("check").Commands[0].Said = times(1, million)
			s.Trial("check").Commands[0].Said["tcp_points"]--
		},
		"not checked": func(s trial.Set) { s.Trial("check").Commands = s.Trial("check").Commands[:1] },
	} {
		dir := folder(t)
		set, err := trial.Read(dir)
		if err != nil {
			t.Fatal(err)
		}
		change(set)
		for i := range set {
			if err := set[i].Write(filepath.Join(dir, set[i].Name+".trial.json")); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := read(dir); err == nil || !strings.Contains(err.Error(), "no time of 1") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTyped(t *testing.T) {
	for want, line := range map[string]string{
		"mawk -f bench/mawk/correlate.awk '1m/plain/*.log'":  "/usr/bin/mawk -f bench/mawk/correlate.awk /w/data/1m/plain/a.log /w/data/1m/plain/b.log",
		"duckdb 'days/gz/day01/*.gz' 'days/gz/day02/*.gz'":   "/w/bin/duckdb /w/data/days/gz/day01/*.gz /w/data/days/gz/day02/*.gz",
		"davy scan --summary summary.json 1m/gz":             "/w/bin/davy scan --summary /w/run/summary.json /w/data/1m/gz",
		"duckdb -threads 2 -format parquet '1m/p/*.parquet'": "duckdb -threads 2 -format parquet /w/data/1m/p/*.parquet",
		"cat 'x/*.log.gz' 'y/*.log.gz'":                      "cat x/1.log.gz x/2.log.gz y/1.log.gz",
	} {
		if got := typed(strings.Fields(line)); got != want {
			t.Errorf("%q is shown as %q, want %q", line, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for x, want := range map[float64]string{
		0.0344: "0.034", 0.0999: "0.1", 0.4: "0.4", 0.554: "0.55", 1: "1", 1.906: "1.91", 9.994: "9.99", 9.996: "10", 12.46: "12.5", 99.96: "100", 104.4: "104", 40000: "40000",
	} {
		if got := plain(x); got != want {
			t.Errorf("%v is %q, want %q", x, got, want)
		}
	}
	for _, c := range []struct{ got, want string }{
		{plain(math.NaN()), "–"},
		{ranged(trial.NewSpread(nil), "×"), "–"},
		{ranged(trial.Spread{Median: 2, Min: 1, Max: 3}, "×"), "2× (1 to 3)"},
		{ranged(trial.Spread{Median: 2, Min: 2, Max: 2}, "×"), "2×"},
		{bold(trial.Spread{Median: 2, Min: 1, Max: 3}, " MiB"), "**2 MiB** (1 to 3)"},
		{bold(trial.Spread{Median: 2, Min: 2, Max: 2}, "×"), "**2×**"},
		{records(100_000), "100 k"},
		{records(10_000_000), "10 M"},
		{records(144), "144"},
		{records(23_400_000), "23.4 M"},
		{short(0.0000125), "12.5 µs"},
		{short(0.0444), "44.4 ms"},
		{short(3.5), "3.5 s"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if got, want := inverse(trial.Spread{Median: 2, Min: 1, Max: 4}), (trial.Spread{Median: 0.5, Min: 0.25, Max: 1}); got != want {
		t.Errorf("inverse %v, want %v", got, want)
	}
}

func TestVerdict(t *testing.T) {
	of := func(x float64) func(*results) trial.Spread {
		return func(*results) trial.Spread { return trial.Spread{Median: x, Min: x, Max: x} }
	}
	for _, c := range []struct {
		g    goal
		want string
	}{
		{goal{must: atMost(0.5), aim: atMost(0.4), figure: of(0.51)}, mustMissed},
		{goal{must: atMost(0.5), aim: atMost(0.4), figure: of(0.5)}, "must met, aim missed"},
		{goal{must: atMost(0.5), aim: atMost(0.4), figure: of(0.4)}, "aim met"},
		{goal{must: atLeast(1.7), aim: atLeast(1.9), figure: of(1.69)}, mustMissed},
		{goal{must: atLeast(1.7), aim: atLeast(1.9), figure: of(1.9)}, "aim met"},
		{goal{must: atMost(1.2), figure: of(1.1)}, "must met"},
		{goal{figure: of(7)}, "–"},
		{goal{must: atMost(0), figure: of(0)}, "must met"},
		{goal{must: atMost(0), figure: of(1)}, mustMissed},
		{goal{must: atMost(1), figure: of(math.NaN())}, notMeasured},
		{goal{must: atMost(1), aim: atMost(0.5), figure: of(0.9), aimed: of(0.4)}, "aim met"},
		{goal{must: atMost(1), aim: atMost(0.5), figure: of(0.4), aimed: of(0.6)}, "must met, aim missed"},
	} {
		if got := c.g.verdict(new(results)); got != c.want {
			t.Errorf("%+v of %v is %q, want %q", c.g.must, c.g.measured(new(results)), got, c.want)
		}
	}
}

// Profiles must be of the same stages, and numbers.
func TestProfilesRefused(t *testing.T) {
	for name, text := range map[string]string{"other stages": "0.1\tparsing\n0.9\twindows\n", "no number": "half\tparsing\n", "no name": "0.5\n"} {
		dir := folder(t)
		put(t, dir, "stages/parquet.tsv", text)
		if _, err := read(dir); err == nil || !strings.Contains(err.Error(), "parquet.tsv") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
