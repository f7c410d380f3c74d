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

	"makes/g/internal/mining"
)

// generate runs the program and returns its files.
func generate(t *testing.T, seed uint64, interfaces, miners int, kinds []string, interval int) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	if err := run(seed, interfaces, miners, kinds, 2, interval, dir); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	paths, _ := filepath.Glob(dir + "/logs/*")
	for _, p := range append(paths, dir+"/labels.tsv") {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(p)] = b
	}
	return files
}

// records calls do with the fields of each record.
func records(t *testing.T, files map[string][]byte, do func(f []string)) {
	t.Helper()
	for name, b := range files {
		if name == "labels.tsv" {
			continue
		}
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(z)
		lines.Scan() // the header
		for lines.Scan() {
			do(strings.Fields(lines.Text()))
		}
	}
}

func labels(files map[string][]byte) map[string][]string {
	all := map[string][]string{}
	for line := range strings.Lines(string(files["labels.tsv"])) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		all[f[0]] = f[1:]
	}
	return all
}

func TestSameSeedSameBytes(t *testing.T) {
	a, b := generate(t, 4, 12, 6, mining.Kinds, 600), generate(t, 4, 12, 6, mining.Kinds, 600)
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			t.Errorf("%s differs", name)
		}
	}
	if bytes.Equal(a["labels.tsv"], generate(t, 5, 12, 6, mining.Kinds, 600)["labels.tsv"]) {
		t.Error("another seed, the same labels")
	}
}

// The same packets are counted, however long the intervals are.
func TestIntervalsKeepTheSums(t *testing.T) {
	var sums [2][2]int
	for i, interval := range []int{600, 60} {
		records(t, generate(t, 6, 8, 4, mining.Kinds, interval), func(f []string) {
			for j := range 2 {
				if n, err := strconv.Atoi(f[8+j]); err == nil {
					sums[i][j] += n
				}
			}
			start, _ := strconv.Atoi(f[10])
			if end, _ := strconv.Atoi(f[11]); end < start || end-start >= interval {
				t.Fatalf("a record from %d to %d", start, end)
			}
		})
	}
	if sums[0] != sums[1] || sums[0][0] == 0 {
		t.Errorf("packets and bytes are %v", sums)
	}
}

func TestLabels(t *testing.T) {
	files := generate(t, 8, 40, 20, mining.Kinds, 600)
	pairs, kinds := labels(files), map[string]int{}
	for _, f := range pairs {
		if f[0] == "mining" {
			kinds[f[3]]++
		}
	}
	for _, k := range mining.Kinds {
		if kinds["kind="+k] == 0 {
			t.Errorf("no mining of kind %s", k)
		}
	}
	known, unknown := 0, 0
	records(t, files, func(f []string) {
		if f[7] != "6" {
			return
		}
		if pairs[f[3]+"::"+f[4]] == nil && pairs[f[4]+"::"+f[3]] == nil {
			unknown++
		} else {
			known++
		}
	})
	if unknown > known/5 {
		t.Errorf("%d records without a label, %d with", unknown, known)
	}
}

func TestRejectedTrafficHasNoAnswer(t *testing.T) {
	files := generate(t, 9, 9, 9, []string{"blocked"}, 600)
	pairs := labels(files)
	rejected := 0
	records(t, files, func(f []string) {
		if f[12] != "REJECT" {
			return
		}
		if l := pairs[f[3]+"::"+f[4]]; l != nil && l[0] == "mining" {
			rejected++
		}
		if l := pairs[f[4]+"::"+f[3]]; l != nil && l[0] == "mining" {
			t.Errorf("a rejected SYN is answered: %v", f)
		}
	})
	if rejected == 0 {
		t.Error("no miner is rejected")
	}
}
