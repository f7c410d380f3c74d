package main

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func generate(t *testing.T, r run) string {
	t.Helper()
	dir := t.TempDir()
	if err := r.write(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

func digest(t *testing.T, dir string) [32]byte {
	t.Helper()
	var all []byte
	for _, pattern := range []string{"logs/*.gz", "labels.tsv"} {
		files, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, name := range files {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			all = append(append(all, filepath.Base(name)...), content...)
		}
	}
	return sha256.Sum256(all)
}

func TestSameSeedSameBytes(t *testing.T) {
	r := run{seed: 4, interfaces: 8, miners: 8, kinds: "all", hours: 1, interval: 60}
	first := digest(t, generate(t, r))
	if digest(t, generate(t, r)) != first {
		t.Error("the same seed gave other bytes")
	}
	r.seed++
	if digest(t, generate(t, r)) == first {
		t.Error("another seed gave the same bytes")
	}
}

func TestRecordsAreSound(t *testing.T) {
	r := run{seed: 12, interfaces: 14, miners: 14, kinds: "all", hours: 1, interval: 600}
	dir := generate(t, r)
	labels, mining := readLabels(t, dir)
	if mining < r.miners/2 {
		t.Errorf("only %d mining pairs", mining)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "logs", "*.gz"))
	if len(files) != 1 {
		t.Fatalf("%d files for one hour", len(files))
	}
	file, err := os.Open(files[0])
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(zip)
	lines.Scan()
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		if len(f) != 14 {
			t.Fatalf("%d fields: %s", len(f), lines.Text())
		}
		if f[13] == "NODATA" || f[7] != "6" {
			continue
		}
		packets, bytes := number(t, f[8]), number(t, f[9])
		if bytes < 40*packets || bytes > 9001*packets {
			t.Errorf("%d bytes in %d packets: %s", bytes, packets, lines.Text())
		}
		if took := number(t, f[11]) - number(t, f[10]); took < 0 || took >= r.interval {
			t.Errorf("a record of %d s: %s", took, lines.Text())
		}
		known := labels[f[2]+f[3]+"::"+f[4]] || labels[f[2]+f[4]+"::"+f[3]]
		if stranger := f[12] == "REJECT" && strings.HasPrefix(f[4], "10."); !known && !stranger {
			t.Errorf("no label: %s", lines.Text())
		}
	}
}

func number(t *testing.T, s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func readLabels(t *testing.T, dir string) (known map[string]bool, mining int) {
	content, err := os.ReadFile(filepath.Join(dir, "labels.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	known = map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(string(content)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if known[f[3]+f[0]] = true; f[1] == "mining" {
			mining++
		}
	}
	return known, mining
}
