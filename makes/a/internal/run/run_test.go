package run

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func generate(t *testing.T, seed uint64) string {
	t.Helper()
	dir := t.TempDir()
	c := Config{Seed: seed, Interfaces: 12, Miners: 9, Kinds: "all", Hours: 2, Interval: 600, Dir: dir}
	if err := Generate(c); err != nil {
		t.Fatal(err)
	}
	return dir
}

func content(t *testing.T, dir string) (all []byte) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "logs", "*.log.gz"))
	if err != nil || len(files) != 2 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range append(files, filepath.Join(dir, "labels.tsv")) {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(append(all, filepath.Base(name)...), b...)
	}
	return all
}

func TestSameSeedSameBytes(t *testing.T) {
	a, b, c := content(t, generate(t, 5)), content(t, generate(t, 5)), content(t, generate(t, 6))
	if !bytes.Equal(a, b) {
		t.Error("the same seed gave other bytes")
	}
	if bytes.Equal(a, c) {
		t.Error("another seed gave the same bytes")
	}
}

// TestLabels checks that each TCP pair has one label, scans aside, and that
// no address is both mined with and used otherwise.
func TestLabels(t *testing.T) {
	dir := generate(t, 7)
	text, err := os.ReadFile(filepath.Join(dir, "labels.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	class, remote := map[string]string{}, map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if class[f[0]] != "" {
			t.Errorf("%s is labelled twice", f[0])
		}
		class[f[0]] = f[1]
		addr := strings.Split(f[0], "::")[1]
		if was := remote[addr]; was != "" && was != f[1] {
			t.Errorf("%s is %s and %s", addr, was, f[1])
		}
		remote[addr] = f[1]
		if (f[1] == "mining") != (len(f) == 9) {
			t.Errorf("odd line %q", line)
		}
	}
	files, _ := filepath.Glob(filepath.Join(dir, "logs", "*.log.gz"))
	answered := map[string]bool{}
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		gz, err := gzip.NewReader(file)
		if err != nil {
			t.Fatal(err)
		}
		for lines := bufio.NewScanner(gz); lines.Scan(); {
			f := strings.Fields(lines.Text())
			if len(f) != 14 {
				t.Fatalf("line %q", lines.Text())
			}
			if f[7] != "6" {
				continue
			}
			if class[f[3]+"::"+f[4]] == "" && class[f[4]+"::"+f[3]] == "" && (len(f[8]) > 1 || f[8] > "2") {
				t.Errorf("no label for %q", lines.Text())
			}
			if f[12] == "REJECT" {
				answered[f[4]+f[6]+f[3]+f[5]] = false
			} else if _, rejected := answered[f[3]+f[5]+f[4]+f[6]]; rejected {
				t.Errorf("rejected and yet answered: %q", lines.Text())
			}
		}
		file.Close()
	}
}
