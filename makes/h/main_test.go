package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func run(t *testing.T, o options) map[string][]byte {
	t.Helper()
	o.out = t.TempDir()
	if err := generate(o); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	names, _ := filepath.Glob(filepath.Join(o.out, "logs", "*.log.gz"))
	for _, name := range append(names, filepath.Join(o.out, "labels.tsv")) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = data
	}
	return files
}

func TestSameSeedSameBytes(t *testing.T) {
	o := options{seed: 3, interfaces: 12, miners: 8, hours: 1, interval: 60, kinds: "all"}
	a, b := run(t, o), run(t, o)
	for name, data := range a {
		if !bytes.Equal(data, b[name]) {
			t.Errorf("%s differs", name)
		}
	}
	o.seed = 4
	if bytes.Equal(run(t, o)["labels.tsv"], a["labels.tsv"]) {
		t.Error("another seed gives the same labels")
	}
}

func TestOutput(t *testing.T) {
	files := run(t, options{seed: 9, interfaces: 30, miners: 12, hours: 2, interval: 600, kinds: "all"})
	if len(files) != 3 {
		t.Fatalf("%d files for two hours", len(files))
	}
	labels := map[string]string{}
	for i, line := range strings.Split(strings.TrimSpace(string(files["labels.tsv"])), "\n") {
		f := strings.Split(line, "\t")
		if i == 0 {
			if line != "*\tbenign\trest" {
				t.Errorf("first line %q", line)
			}
			continue
		}
		if labels[f[0]] != "" {
			t.Errorf("%s is there twice", f[0])
		}
		labels[f[0]] = f[1]
		if want := map[string]int{"benign": 4, "mining": 9}[f[1]]; len(f) != want {
			t.Errorf("%d fields in %q", len(f), line)
		}
	}
	used := map[string]bool{}
	for name, data := range files {
		if name == "labels.tsv" {
			continue
		}
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(z)
		lines.Scan()
		for lines.Scan() {
			f := strings.Fields(lines.Text())
			if len(f) != 14 {
				t.Fatalf("%q", lines.Text())
			}
			if f[13] == "NODATA" {
				continue
			}
			packets, _ := strconv.Atoi(f[8])
			size, _ := strconv.Atoi(f[9])
			if size < 28*packets || size > 9001*packets || packets == 0 || f[10] > f[11] {
				t.Fatalf("%q", lines.Text())
			}
			used[f[3]+"::"+f[4]], used[f[4]+"::"+f[3]] = true, true
		}
	}
	for pair := range labels {
		if !used[pair] {
			t.Errorf("%s has a label and no traffic", pair)
		}
	}
}

func TestEveryKindOccurs(t *testing.T) {
	labels := string(run(t, options{seed: 5, interfaces: 200, miners: 20, hours: 1, interval: 600, kinds: "pool"})["labels.tsv"])
	for _, kind := range []string{"ssm-channel", "electrum-wallet", "redis-replica", "zookeeper-session", "chain-peer", "fix-session", "dead-vendor"} {
		if !strings.Contains(labels, "\t"+kind+"\t") {
			t.Errorf("no %s", kind)
		}
	}
}
