package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"davy/bench/trial"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// logs are three interfaces in two objects. Of accepted TCP there are three
// pairs in four windows: a-b twice, a-c, and a-b of another interface.
var logs = map[string]string{
	"one.log": header +
		line("eni-0000000000000000a", "10.0.0.1", "198.51.100.2", 6, 5, 500, 1767225600, "ACCEPT") +
		line("eni-0000000000000000a", "198.51.100.2", "10.0.0.1", 6, 4, 400, 1767226199, "ACCEPT") +
		line("eni-0000000000000000a", "198.51.100.2", "10.0.0.1", 6, 3, 300, 1767226200, "ACCEPT") +
		line("eni-0000000000000000a", "10.0.0.1", "10.0.0.3", 6, 2, 200, 1767226200, "ACCEPT") +
		line("eni-0000000000000000a", "10.0.0.1", "10.0.0.3", 17, 1, 100, 1767226800, "ACCEPT") +
		line("eni-0000000000000000a", "192.0.2.7", "10.0.0.1", 6, 1, 44, 1767226800, "REJECT"),
	"two.log": header +
		line("eni-0000000000000000b", "198.51.100.2", "10.0.0.1", 6, 7, 700, 1767225600, "ACCEPT") +
		"2 123456789010 eni-0000000000000000c - - - - - - - 1767225600 1767226199 - NODATA\n",
}

var want = trial.Said{
	"rows": 8, "interfaces": 3, "records": 7, "packets": 23, "bytes": 2244,
	"tcp_records": 5, "tcp_packets": 21, "tcp_bytes": 2100, "tcp_pairs": 3, "tcp_points": 4,
}

func line(eni, src, dst string, protocol, packets, bytes, start int, action string) string {
	return fmt.Sprintf("2 123456789010 %s %s %s 40000 443 %d %d %d %d %d %s OK\n", eni, src, dst, protocol, packets, bytes, start, start, action)
}

func written(t *testing.T, logs map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range logs {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestCorrelate(t *testing.T) {
	dir := written(t, logs)
	for _, workers := range []int{1, 2} {
		said, err := correlate(context.Background(), []string{dir}, workers)
		if err != nil || !maps.Equal(said, want) {
			t.Errorf("%d workers: %v, %v; want %v", workers, said, err, want)
		}
	}
}

// Whatever keeps figures from being comparable is an error.
func TestCorrelateRefuses(t *testing.T) {
	for name, change := range map[string]func(map[string]string){
		"a bad line":     func(l map[string]string) { l["two.log"] += "2 3 4\n" },
		"a copy":         func(l map[string]string) { l["copy.log"] = l["one.log"] },
		"a hidden file":  func(l map[string]string) { l[".hidden"] = l["one.log"] },
		"an empty place": func(l map[string]string) { clear(l) },
		"windows that begin off the clock": func(l map[string]string) {
			l["two.log"] = header
			for i := range 20 { // each ends where the next begins, 300 s into the clock's windows
				l["two.log"] += fmt.Sprintf("2 123456789010 eni-0000000000000000b 10.0.0.1 10.0.0.2 1 2 6 5 500 %d %d ACCEPT OK\n", 1767225900+600*i, 1767226499+600*i)
			}
		},
	} {
		changed := maps.Clone(logs)
		change(changed)
		if said, err := correlate(context.Background(), []string{written(t, changed)}, 1); err == nil {
			t.Errorf("%s: %v", name, said)
		}
	}
}

// awk, which shares no code with davy, counts the same. The program is one of
// the rivals, in bench/mawk.
func TestAwkCountsTheSame(t *testing.T) {
	awk := ""
	for _, name := range []string{"mawk", "gawk", "awk"} {
		if path, err := exec.LookPath(name); err == nil {
			awk = path
			break
		}
	}
	if awk == "" {
		if os.Getenv("DAVY_NO_SKIP") == "1" {
			t.Fatal("no awk here")
		}
		t.Skip("no awk here")
	}
	dir := written(t, logs)
	run := func(args ...string) trial.Said {
		args = append(args, "-f", filepath.Join("..", "mawk", "correlate.awk"), filepath.Join(dir, "one.log"), filepath.Join(dir, "two.log"))
		cmd := exec.Command(awk, args...)
		var complaint bytes.Buffer
		cmd.Stderr = &complaint
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %s", err, complaint.Bytes())
		}
		said, err := trial.ReadSaid([]byte(strings.TrimSpace(string(out))))
		if err != nil {
			t.Fatal(err)
		}
		return said
	}
	accepted := trial.Said{"accepted_points": 5, "accepted_pairs": 3, "accepted_packets": 22, "accepted_bytes": 2200}
	if said := run(); !maps.Equal(said, accepted) {
		t.Errorf("awk says %v, want %v", said, accepted)
	}
	all := maps.Clone(want)
	maps.Copy(all, accepted)
	if said := run("-v", "check=1"); !maps.Equal(said, all) {
		t.Errorf("awk says %v, want %v", said, all)
	}
}
