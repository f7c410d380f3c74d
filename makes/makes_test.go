// Package makes holds all generators to what they have in common: the flags,
// and what they write.
package makes

import (
	"bufio"
	"compress/gzip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status"

// values are those of the attributes that docs/formats/labels.md lists.
var values = map[string]string{
	"kind": " pool solo proxy blocked donation node ", "size": " slow middle fast ", "transport": " plain tls12 tls13 socks vpn ",
}

func TestOutput(t *testing.T) {
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", bin+string(filepath.Separator), "./...").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	mains, err := filepath.Glob("*/main.go")
	if err != nil || len(mains) == 0 {
		t.Fatalf("%d generators, %v", len(mains), err)
	}
	for _, main := range mains {
		name := filepath.Dir(main)
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if out, err := exec.Command(filepath.Join(bin, name), "-seed", "3", "-interfaces", "24", "-miners", "12",
				"-kinds", "all", "-hours", "1", "-interval", "600", "-out", dir).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			checkLabels(t, filepath.Join(dir, "labels.tsv"), pairs(t, filepath.Join(dir, "logs", "*.log.gz")))
		})
	}
}

// pairs reads all logs, and gives the pairs of addresses in them, either way
// round, with the interface.
func pairs(t *testing.T, pattern string) map[string]bool {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) != 1 {
		t.Fatalf("%d logs of an hour, %v", len(names), err)
	}
	file, err := os.Open(names[0])
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	lines := bufio.NewScanner(zip)
	if !lines.Scan() || lines.Text() != header {
		t.Errorf("header %q", lines.Text())
	}
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		if len(f) != 14 || f[0] != "2" {
			t.Fatalf("line %q", lines.Text())
		}
		seen[f[3]+"::"+f[4]+" "+f[2]], seen[f[4]+"::"+f[3]+" "+f[2]] = true, true
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return seen
}

// checkLabels holds the labels against docs/formats/labels.md and the logs.
func checkLabels(t *testing.T, path string, seen map[string]bool) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if lines[0] != "*\tbenign\trest" {
		t.Errorf("first label %q", lines[0])
	}
	kinds := map[string]bool{} // of which there is traffic
	for _, line := range lines[1:] {
		f := strings.Split(line, "\t")
		if len(f) < 4 || f[1] != "mining" && (f[1] != "benign" || len(f) > 4) {
			t.Fatalf("label %q", line)
		}
		if f[1] == "benign" {
			continue
		}
		if len(f) != 9 {
			t.Fatalf("label %q", line)
		}
		for i, key := range []string{"kind", "coin", "pool", "size", "transport"} {
			k, v, _ := strings.Cut(f[4+i], "=")
			if k != key || v == "" || values[key] != "" && !strings.Contains(values[key], " "+v+" ") {
				t.Errorf("%s: label %q", key, line)
			}
			if k == "kind" && seen[f[0]+" "+f[3]] {
				kinds[v] = true
			}
		}
	}
	for _, k := range []string{"pool", "solo", "proxy", "blocked"} {
		if !kinds[k] {
			t.Errorf("no %s: %v", k, kinds)
		}
	}
}
