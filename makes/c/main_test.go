package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"makes/c/internal/mine"
)

func generate(t *testing.T, interval int) string {
	t.Helper()
	dir := t.TempDir()
	err := run(options{seed: 9, interfaces: 12, miners: 8, kinds: mine.Kinds, hours: 2, interval: interval, out: dir})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// files gives the contents of the files of a run by name.
func files(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	names, _ := filepath.Glob(filepath.Join(dir, "*", "*.gz"))
	for _, name := range append(names, filepath.Join(dir, "labels.tsv")) {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(name)] = b
	}
	return all
}

// records gives the fields of all lines of the logs.
func records(t *testing.T, dir string) [][]string {
	t.Helper()
	var all [][]string
	for name, b := range files(t, dir) {
		if !strings.HasSuffix(name, ".gz") {
			continue
		}
		zip, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(zip)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(text)), "\n")
		for _, line := range lines[1:] {
			all = append(all, strings.Fields(line))
		}
	}
	return all
}

func TestSameSeedSameBytes(t *testing.T) {
	a, b := files(t, generate(t, 600)), files(t, generate(t, 600))
	if len(a) != 3 || len(a) != len(b) {
		t.Fatalf("%d and %d files", len(a), len(b))
	}
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

// The interval of aggregation changes the records, not the packets.
func TestIntervalKeepsTheSums(t *testing.T) {
	total := func(interval int) (packets, bytes int) {
		for _, r := range records(t, generate(t, interval)) {
			if r[13] == "OK" {
				p, _ := strconv.Atoi(r[8])
				b, _ := strconv.Atoi(r[9])
				packets, bytes = packets+p, bytes+b
			}
		}
		return packets, bytes
	}
	p1, b1 := total(600)
	p2, b2 := total(60)
	if p1 != p2 || b1 != b2 || p1 == 0 {
		t.Errorf("%d packets, %d bytes; then %d, %d", p1, b1, p2, b2)
	}
}

// Every accepted TCP record has a label, and no pair has two.
func TestLabels(t *testing.T) {
	dir := generate(t, 600)
	labels := map[string]string{}
	lines := strings.Split(strings.TrimSpace(string(files(t, dir)["labels.tsv"])), "\n")
	if lines[0] != "*\tbenign\trest" {
		t.Errorf("first line %q", lines[0])
	}
	kinds := map[string]bool{}
	for _, line := range lines[1:] {
		f := strings.Split(line, "\t")
		if labels[f[0]] != "" {
			t.Errorf("%s has two labels", f[0])
		}
		labels[f[0]] = f[1]
		if f[1] == "mining" {
			kinds[f[4]] = true
		}
	}
	if len(kinds) != len(mine.Kinds) {
		t.Errorf("kinds of mining: %v", kinds)
	}
	for _, r := range records(t, dir) {
		if len(r) != 14 {
			t.Fatalf("fields: %v", r)
		}
		if r[7] == "6" && r[12] == "ACCEPT" && labels[r[3]+"::"+r[4]] == "" && labels[r[4]+"::"+r[3]] == "" {
			t.Errorf("no label: %v", r)
		}
	}
}
