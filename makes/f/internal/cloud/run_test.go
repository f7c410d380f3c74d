package cloud

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"makes/f/internal/ordinary"
	"makes/f/internal/wide"
)

func files(t *testing.T, seed uint64) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	if err := Run(Config{Seed: seed, Interfaces: 6, Miners: 4, Kinds: "all", Hours: 1, Interval: 600, Out: dir}); err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	names, _ := filepath.Glob(filepath.Join(dir, "logs", "*"))
	for _, name := range append(names, filepath.Join(dir, "labels.tsv")) {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(name)] = b
	}
	return all
}

func TestSameSeedSameBytes(t *testing.T) {
	one, two, other := files(t, 7), files(t, 7), files(t, 8)
	if len(one) != 2 {
		t.Fatalf("%d files", len(one))
	}
	for name, b := range one {
		if !bytes.Equal(b, two[name]) {
			t.Errorf("%s differs between runs of one seed", name)
		}
		if bytes.Equal(b, other[name]) {
			t.Errorf("%s is the same for another seed", name)
		}
	}
}

func TestPairsAreOfOneKind(t *testing.T) {
	seen := map[string]bool{}
	mining := 0
	for _, line := range strings.Split(strings.TrimSpace(string(files(t, 9)["labels.tsv"])), "\n")[1:] {
		f := strings.Split(line, "\t")
		if seen[f[0]] || len(f) < 4 || f[2] == "" || !strings.HasPrefix(f[3], "eni-") {
			t.Errorf("bad line %q", line)
		}
		seen[f[0]] = true
		if f[1] == "mining" {
			mining++
			if len(f) != 9 {
				t.Errorf("tags missing in %q", line)
			}
		}
	}
	if mining < 4 {
		t.Errorf("%d pairs that mine", mining)
	}
}

func TestRolesNameKinds(t *testing.T) {
	known := map[string]bool{}
	for _, k := range ordinary.Kinds {
		if known[k.Name] {
			t.Errorf("two kinds are called %s", k.Name)
		}
		known[k.Name] = true
	}
	for _, ro := range append(roles, role{"everywhere", 0, everywhere}) {
		for name := range ro.kinds {
			if !known[name] {
				t.Errorf("role %s has unknown kind %s", ro.name, name)
			}
		}
	}
}

func TestOddKindIsChosen(t *testing.T) {
	r := wide.Seeded(3)
	for odd := range ordinary.Kinds {
		found := false
		for _, k := range choose(r, ordinary.Kinds, odd) {
			found = found || k == odd
		}
		if !found {
			t.Errorf("kind %s left out", ordinary.Kinds[odd].Name)
		}
	}
}
