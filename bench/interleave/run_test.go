//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"davy/bench/trial"
)

func shell(name, script string) command {
	return command{Command: trial.Command{Name: name, Line: []string{"sh", "-c", script}}}
}

func TestParse(t *testing.T) {
	got, err := parse(strings.Fields("-- davy%1m@sum.json ./davy scan x -- mawk%1m mawk -f y"))
	want := []command{
		{trial.Command{Name: "davy", Engine: "davy", Data: "1m", Line: []string{"./davy", "scan", "x"}}, "sum.json"},
		{trial.Command{Name: "mawk", Engine: "mawk", Data: "1m", Line: []string{"mawk", "-f", "y"}}, ""},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("parsed %+v, %v; want %+v", got, err, want)
	}
	if got, err := parse([]string{"--", "duckdb 2%10m", "duckdb"}); err != nil || got[0].Engine != "duckdb" || got[0].Name != "duckdb 2" {
		t.Errorf("parsed %+v, %v", got, err)
	}
	for _, words := range [][]string{nil, {"--"}, {"--", "davy"}, {"--", "davy", "x", "--"}} {
		if got, err := parse(words); err == nil {
			t.Errorf("%q was parsed as %+v", words, got)
		}
	}
}

// A run is measured, and what it said is kept. A memory of 64 MiB, written to,
// is seen, in bytes.
func TestRun(t *testing.T) {
	c := shell("x", `head -c 67108864 /dev/zero | tail -c 67108864 >/dev/null; echo "some lines"; echo '{"rows":3}'`)
	for range 2 {
		if err := c.run(context.Background(), []string{"0"}); err != nil {
			t.Fatal(err)
		}
	}
	if len(c.Runs) != 2 || !maps.Equal(c.Said, trial.Said{"rows": 3}) {
		t.Fatalf("%d runs, said %v", len(c.Runs), c.Said)
	}
	for _, r := range c.Runs {
		if !(r.CPU > 0 && r.Wall > 0) || r.Peak < 64<<20 || r.Peak > 1<<30 {
			t.Errorf("took %+v", r)
		}
	}
}

func TestRunFails(t *testing.T) {
	for name, c := range map[string]command{
		"code":    shell("x", `echo '{"rows":3}'; echo why >&2; exit 3`),
		"nothing": shell("x", `true`),
		"text":    shell("x", `echo 3 rows`),
		"missing": {Command: trial.Command{Line: []string{"/nonexistent/program"}}},
	} {
		if err := c.run(context.Background(), []string{"0"}); err == nil || len(c.Runs) > 0 {
			t.Errorf("%s: %v, %d runs", name, err, len(c.Runs))
		}
	}
	c := shell("x", `echo '{"rows":3}'; exit 3`)
	if err := c.run(context.Background(), []string{"0", "3"}); err != nil {
		t.Errorf("3 is no failure here: %v", err)
	}
}

// A program that reads something else in the next round is caught.
func TestSaidDiffers(t *testing.T) {
	file := filepath.Join(t.TempDir(), "n")
	c := shell("x", fmt.Sprintf(`echo x >> %s; echo "{\"rows\":$(wc -l < %s)}"`, file, file))
	if err := c.run(context.Background(), []string{"0"}); err != nil {
		t.Fatal(err)
	}
	if err := c.run(context.Background(), []string{"0"}); err == nil || !strings.Contains(err.Error(), "in another") {
		t.Errorf("one line, then two: %v", err)
	}
}

// What a file says is of this run, not of an earlier one.
func TestSaidInAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "said.json")
	c := shell("x", fmt.Sprintf(`echo '{"rows":4}' > %s; echo findings`, file))
	c.file = file
	if err := c.run(context.Background(), []string{"0"}); err != nil || c.Said["rows"] != 4 {
		t.Fatalf("%v, said %v", err, c.Said)
	}
	silent := shell("x", "true")
	silent.file = file
	if err := silent.run(context.Background(), []string{"0"}); !os.IsNotExist(err) {
		t.Errorf("the file of an earlier run was read: %v, %v", err, silent.Said)
	}
}

func TestTail(t *testing.T) {
	var out tail
	for i := range 100_000 {
		fmt.Fprintf(&out, "line %d\n", i)
	}
	out.Write(bytes.Repeat([]byte("x"), 3*tailSize))
	out.Write([]byte("\nlast\n\n"))
	if got := string(out.line()); got != "last" {
		t.Errorf("last line %q", got)
	}
	if len(out.kept) > 2*tailSize {
		t.Errorf("%d bytes are kept", len(out.kept))
	}
	var empty tail
	if got := empty.line(); len(got) != 0 {
		t.Errorf("last line of nothing: %q", got)
	}
}
