package flowlog

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"makes/d/internal/world"
)

// generate makes a small run and returns its files by name, unpacked.
func generate(t *testing.T, seed uint64) map[string]string {
	t.Helper()
	w, err := world.New(world.Config{Seed: seed, Interfaces: 24, Miners: 14, Kinds: "all", Hours: 2, Interval: 60})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := Write(w, dir); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	names, _ := filepath.Glob(filepath.Join(dir, "*", "*.log.gz"))
	for _, name := range append(names, filepath.Join(dir, "labels.tsv")) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)+" packed"] = string(data)
		if strings.HasSuffix(name, ".gz") {
			zip, err := gzip.NewReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if data, err = io.ReadAll(zip); err != nil {
				t.Fatal(err)
			}
		}
		files[filepath.Base(name)] = string(data)
	}
	return files
}

func TestSameSeedSameBytes(t *testing.T) {
	a, b, c := generate(t, 5), generate(t, 5), generate(t, 6)
	if len(a) != 6 {
		t.Fatalf("%d files", len(a))
	}
	for name, data := range a {
		if b[name] != data {
			t.Errorf("%s differs between runs of one seed", name)
		}
	}
	if a["labels.tsv"] == c["labels.tsv"] {
		t.Error("another seed gave the same labels")
	}
}

// Every TCP record that was let through must have a label or be a scan, and
// every label must have records; all miners must mine.
func TestLabelsMatchRecords(t *testing.T) {
	files := generate(t, 7)
	unseen := map[string]bool{}
	miners := map[string]bool{}
	for _, l := range strings.Split(strings.TrimSpace(files["labels.tsv"]), "\n")[1:] {
		f := strings.Split(l, "\t")
		unseen[f[3]+" "+f[0]] = true
		if f[1] == "mining" {
			miners[f[3]] = true
			if len(f) != 9 || !strings.HasPrefix(f[4], "kind=") || !strings.HasPrefix(f[8], "transport=") {
				t.Errorf("bad label: %q", l)
			}
		}
	}
	if len(miners) != 14 {
		t.Errorf("%d interfaces mine", len(miners))
	}
	known := map[string]bool{}
	for k := range unseen {
		known[k] = true
	}
	for name, data := range files {
		if !strings.HasSuffix(name, ".log.gz") {
			continue
		}
		lines := strings.Split(strings.TrimSpace(data), "\n")
		if lines[0]+"\n" != header {
			t.Errorf("%s: header %q", name, lines[0])
		}
		for _, l := range lines[1:] {
			f := strings.Fields(l)
			if len(f) != 14 {
				t.Fatalf("%d fields: %s", len(f), l)
			}
			if f[7] != "6" {
				continue
			}
			out, in := f[2]+" "+f[3]+"::"+f[4], f[2]+" "+f[4]+"::"+f[3]
			delete(unseen, out)
			delete(unseen, in)
			if f[12] == "ACCEPT" && !known[out] && !known[in] && f[8] > "3" {
				t.Errorf("unlabelled: %s", l)
			}
		}
	}
	if len(unseen) > 0 {
		t.Errorf("%d labels without records, such as %v", len(unseen), unseen)
	}
}
