package biflow

import (
	"compress/gzip"
	"io"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"davy/flowlog"
)

const eniA, eniB = "eni-0aaaaaaaaaaaaaaaa", "eni-0bbbbbbbbbbbbbbbb"

// read parses lines of the default format; a short form is expanded:
//
//	ENI SRC DST SPORT DPORT PACKETS BYTES START END [ACTION]
func read(t testing.TB, lines ...string) *Table {
	t.Helper()
	table := new(Table)
	feed(t, table, lines...)
	return table
}

func feed(t testing.TB, table *Table, lines ...string) {
	t.Helper()
	var b strings.Builder
	for _, line := range lines {
		f := strings.Fields(line)
		if len(f) == 9 {
			f = append(f, "ACCEPT")
		}
		if len(f) == 10 {
			f = []string{"2", "123456789012", f[0], f[1], f[2], f[3], f[4], "6", f[5], f[6], f[7], f[8], f[9], "OK"}
		}
		b.WriteString(strings.Join(f, " ") + "\n")
	}
	fill(t, table, strings.NewReader(b.String()))
}

// fill reads default-format records; every line must be good.
func fill(t testing.TB, table *Table, r io.Reader) flowlog.Stats {
	t.Helper()
	rd, err := flowlog.NewReader(r, flowlog.Options{Require: Needs})
	if err != nil {
		t.Fatal(err)
	}
	var rec flowlog.Record
	for {
		switch err := rd.Read(&rec); {
		case err == io.EOF:
			if bad := rd.Stats().Bad(); bad > 0 {
				t.Fatalf("%d bad lines: %v", bad, rd.Stats().Samples)
			}
			return *rd.Stats()
		case err != nil:
			t.Fatal(err)
		}
		table.Add(&rec)
	}
}

// collect returns all pairs, each with windows of its own.
func collect(table *Table) []Pair {
	var out []Pair
	for p := range table.Pairs() {
		q := *p
		q.Windows, q.Service = slices.Clone(p.Windows), slices.Clone(p.Service)
		out = append(out, q)
	}
	return out
}

// only returns the one pair of the table.
func only(t testing.TB, table *Table) Pair {
	t.Helper()
	pairs := collect(table)
	if len(pairs) != 1 {
		t.Fatalf("%d pairs, want 1: %+v", len(pairs), pairs)
	}
	return pairs[0]
}

func addr(s string) netip.Addr { return netip.MustParseAddr(s) }

// devFiles returns the real captures that match the pattern. Without them the
// test is skipped, or fails where nothing may be skipped.
func devFiles(t testing.TB, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "shared", "data", "dev", pattern))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		if os.Getenv("DAVY_NO_SKIP") == "1" {
			t.Fatal("real captures are missing at ../shared/data/dev")
		}
		t.Skip("real captures are not here: ../shared/data/dev")
	}
	return files
}

func fillFile(t testing.TB, table *Table, name string) flowlog.Stats {
	t.Helper()
	return fill(t, table, strings.NewReader(strings.Join(fileLines(t, name), "\n")))
}

// fileLines returns the lines of a capture.
func fileLines(t testing.TB, name string) []string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}
