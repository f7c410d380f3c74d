package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func read(t *testing.T, o options) map[string][]byte {
	t.Helper()
	o.out = t.TempDir()
	if err := generate(o); err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob(filepath.Join(o.out, "logs", "*"))
	all := map[string][]byte{}
	for _, n := range append(names, filepath.Join(o.out, "labels.tsv")) {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(n)] = b
	}
	return all
}

func TestSameSeedSameBytes(t *testing.T) {
	o := options{seed: 11, interfaces: 15, miners: 8, kinds: "all", hours: 2, interval: 600}
	a, b := read(t, o), read(t, o)
	if len(a) != 3 || len(b) != 3 {
		t.Fatalf("%d and %d files", len(a), len(b))
	}
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			t.Errorf("%s differs", name)
		}
	}
	o.seed++
	if c := read(t, o); bytes.Equal(a["labels.tsv"], c["labels.tsv"]) {
		t.Error("another seed gives the same labels")
	}
}

func TestLabelsOfPairs(t *testing.T) {
	o := options{seed: 12, interfaces: 28, miners: 28, kinds: "all", hours: 2, interval: 60}
	seen := map[string]bool{}
	kinds := map[string]bool{}
	for line := range strings.Lines(string(read(t, o)["labels.tsv"])) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if seen[f[0]] {
			t.Errorf("%s twice", f[0])
		}
		seen[f[0]] = true
		switch {
		case f[1] == "mining" && len(f) == 9:
			kinds[f[4]] = true
		case f[1] == "mining", f[0] != "*" && len(f) != 4:
			t.Errorf("odd line %q", line)
		}
	}
	for _, k := range []string{"pool", "solo", "proxy", "blocked"} {
		if !kinds["kind="+k] {
			t.Errorf("no %s", k)
		}
	}
}
