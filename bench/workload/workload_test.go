package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"davy/bench/trial"
)

func small() config {
	return config{Seed: 20260101, Start: 1767225600, Records: 20000, Interfaces: 10, Peers: 38, Mining: 0.02, PerFile: 3000, Plain: true, Gzip: true}
}

// made writes a workload and returns its folder.
func made(t *testing.T, c config) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "made")
	if err := write(dir, c); err != nil {
		t.Fatal(err)
	}
	return dir
}

// texts are the contents of files below a folder, unpacked, by path.
func texts(t *testing.T, dir string) (paths []string, all [][]byte) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if strings.HasSuffix(path, ".gz") {
			z, err := gzip.NewReader(bytes.NewReader(text))
			if err != nil {
				return err
			}
			if text, err = io.ReadAll(z); err != nil {
				return err
			}
		}
		paths, all = append(paths, path), append(all, text)
		return nil
	})
	if err != nil || len(all) == 0 {
		t.Fatalf("%d files, %v", len(all), err)
	}
	return paths, all
}

// counted counts lines as the documents of AWS describe them, with no code of
// what wrote them, and fails if a record crosses the edge of a window.
func counted(t *testing.T, files [][]byte) trial.Said {
	t.Helper()
	said := make(trial.Said)
	enis := make(map[string]bool)
	number := func(s string) int64 {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, text := range files {
		lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
		if lines[0]+"\n" != header {
			t.Fatalf("header %q", lines[0])
		}
		for _, line := range lines[1:] {
			f := strings.Fields(line)
			if len(f) != 14 {
				t.Fatalf("%d fields: %q", len(f), line)
			}
			said["rows"]++
			enis[f[2]] = true
			if start, end := number(f[10]), number(f[11]); end < start || end/600 != start/600 {
				t.Fatalf("not of one window: %q", line)
			}
			if f[13] != "OK" {
				continue
			}
			said["records"]++
			said["packets"] += number(f[8])
			said["bytes"] += number(f[9])
			if f[7] == "6" && f[12] == "ACCEPT" {
				said["tcp_records"]++
				said["tcp_packets"] += number(f[8])
				said["tcp_bytes"] += number(f[9])
			}
		}
	}
	said["interfaces"] = int64(len(enis))
	return said
}

func readSaid(t *testing.T, path string) trial.Said {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	said, err := trial.ReadSaid(text)
	if err != nil {
		t.Fatal(err)
	}
	return said
}

// The bytes are those of the workload that earlier figures were measured on.
func TestBytesStay(t *testing.T) {
	dir := made(t, small())
	sum := sha256.New()
	paths, all := texts(t, filepath.Join(dir, "plain"))
	for i, text := range all {
		sum.Write([]byte(filepath.Base(paths[i])))
		sum.Write(text)
	}
	const want = "26d23508753f7e8f1680b2af9772b400d5363f62ec1116854d59ac54b8e9a8ad"
	if got := hex.EncodeToString(sum.Sum(nil)); got != want {
		t.Errorf("%d files have the sum %s, want %s", len(all), got, want)
	}
	miners, err := os.ReadFile(filepath.Join(dir, "miners.txt"))
	if err != nil || string(miners) != "eni-03658b2efa056afc1 10.0.0.0 107.181.183.242\neni-0c17406a855e92396 10.0.0.1 45.76.15.201\n" {
		t.Errorf("miners %q, %v", miners, err)
	}
}

// What is said to be written is what is there, packed or not.
func TestSaidIsWritten(t *testing.T) {
	for name, change := range map[string]func(*config){
		"fleet":           func(c *config) { c.Records = 10000 },
		"cut in a window": func(c *config) { c.Records = 3456 },
		"cut at once":     func(c *config) { c.Records = 7 },
		"many interfaces": func(c *config) { c.Interfaces, c.Records = 200, 5000 },
		"distinct": func(c *config) {
			*c = config{Distinct: 9999, Start: 1767225600, PerFile: 3000, Plain: true, Gzip: true}
		},
	} {
		c := small()
		change(&c)
		dir := made(t, c)
		want := readSaid(t, filepath.Join(dir, "said.json"))
		if c.Records > 0 && want["rows"] != int64(c.Records) {
			t.Errorf("%s: %d lines, want %d", name, want["rows"], c.Records)
		}
		for _, format := range []string{"plain", "gz"} {
			_, all := texts(t, filepath.Join(dir, format))
			for key, n := range counted(t, all) {
				if want[key] != n {
					t.Errorf("%s, %s: %d %s are there, said are %d", name, format, n, key, want[key])
				}
			}
		}
	}
}

// Days are cut at midnight, and each says what is there up to its end.
func TestDays(t *testing.T) {
	c := small()
	c.Records, c.Days, c.Interfaces, c.Plain, c.Peers = 0, 2, 2, false, 6
	dir := made(t, c)
	var upto [][]byte
	for i, day := range []string{"day01", "day02"} {
		_, all := texts(t, filepath.Join(dir, "gz", day))
		upto = append(upto, all...)
		for _, text := range all {
			for line := range strings.Lines(string(text[len(header):])) {
				start, err := strconv.ParseInt(strings.Fields(line)[10], 10, 64)
				if err != nil || (start-c.Start)/86400 != int64(i) {
					t.Fatalf("%s has %q, %v", day, line, err)
				}
			}
		}
		if got, want := counted(t, upto), readSaid(t, filepath.Join(dir, "said."+day+".json")); !maps.Equal(got, want) {
			t.Errorf("up to %s there are %v, said are %v", day, got, want)
		}
	}
}

// No two peers share an address, up to the most there can be.
func TestDistinctPeers(t *testing.T) {
	dir := made(t, config{Distinct: 20_000, Start: 1767225600, PerFile: 7000, Plain: true})
	peers := make(map[string]bool)
	_, all := texts(t, filepath.Join(dir, "plain"))
	for _, text := range all {
		for line := range strings.Lines(string(text[len(header):])) {
			if f := strings.Fields(line); f[4] == "10.0.0.9" {
				if peers[f[3]] {
					t.Fatalf("%s comes twice", f[3])
				}
				peers[f[3]] = true
			}
		}
	}
	if said := readSaid(t, filepath.Join(dir, "said.json")); len(peers) != 20_000 || said["tcp_pairs"] != 20_000 || said["tcp_points"] != 20_000 {
		t.Errorf("%d peers, said %v", len(peers), said)
	}
	seen := make(map[string]bool)
	for i := 0; i < maxDistinct; i += 4093 { // prime: all octets move
		if a := distinctAddress(i); seen[a] {
			t.Fatalf("peer %d has the address of another, %s", i, a)
		} else {
			seen[a] = true
		}
	}
}

func TestConfigIsChecked(t *testing.T) {
	for name, c := range map[string]config{
		"no end":      {Interfaces: 5, Plain: true},
		"one alone":   {Records: 5, Interfaces: 1, Plain: true},
		"no output":   {Records: 5, Interfaces: 5},
		"too many":    {Distinct: maxDistinct + 1, Plain: true},
		"less than 0": {Distinct: -1, Plain: true},
	} {
		if err := write(filepath.Join(t.TempDir(), "x"), c); err == nil {
			t.Errorf("%s: %+v was written", name, c)
		}
	}
}
