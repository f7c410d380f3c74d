package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// Script commands that make and damage input.

// gz [-unfinished] FROM TO: compresses a file; unfinished, all of it can be
// decoded but its end is missing.
func scriptGzip(ts *testscript.TestScript, neg bool, args []string) {
	unfinished := len(args) > 0 && args[0] == "-unfinished"
	if unfinished {
		args = args[1:]
	}
	if neg || len(args) != 2 {
		ts.Fatalf("usage: gz [-unfinished] FROM TO")
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, err := io.WriteString(z, ts.ReadFile(args[0]))
	ts.Check(err)
	if unfinished {
		ts.Check(z.Flush())
	} else {
		ts.Check(z.Close())
	}
	write(ts, args[1], packed.Bytes())
}

// glue TO FROM…: concatenates files.
func scriptGlue(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: glue TO FROM…")
	}
	var all []byte
	for _, from := range args[1:] {
		all = append(all, ts.ReadFile(from)...)
	}
	write(ts, args[0], all)
}

// cut N FILE: takes the last N bytes off.
func scriptCut(ts *testscript.TestScript, neg bool, args []string) {
	n := number(ts, neg, args, 2)
	text := ts.ReadFile(args[1])
	write(ts, args[1], []byte(text[:len(text)-n]))
}

// flip N FILE: inverts the Nth byte from the end.
func scriptFlip(ts *testscript.TestScript, neg bool, args []string) {
	n := number(ts, neg, args, 2)
	text := []byte(ts.ReadFile(args[1]))
	text[len(text)-n] ^= 0xff
	write(ts, args[1], text)
}

// fill N FILE TEXT: appends the text N times. Escapes are Go's.
func scriptFill(ts *testscript.TestScript, neg bool, args []string) {
	n := number(ts, neg, args, 3)
	appendTo(ts, args[1], strings.Repeat(unescape(ts, args[2]), n))
}

func appendTo(ts *testscript.TestScript, name, text string) {
	file, err := os.OpenFile(ts.MkAbs(name), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	ts.Check(err)
	_, err = file.WriteString(text)
	ts.Check(err)
	ts.Check(file.Close())
}

// replace FROM TO OLD NEW: every OLD, of which there must be one. Escapes are Go's.
func scriptReplace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: replace FROM TO OLD NEW")
	}
	text, old := ts.ReadFile(args[0]), unescape(ts, args[2])
	if !strings.Contains(text, old) {
		ts.Fatalf("%s: no %q", args[0], old)
	}
	write(ts, args[1], []byte(strings.ReplaceAll(text, old, unescape(ts, args[3]))))
}

// rename FROM TO: as mv, but Go's escapes in TO are undone.
func scriptRename(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: rename FROM TO")
	}
	ts.Check(os.Rename(ts.MkAbs(args[0]), ts.MkAbs(unescape(ts, args[1]))))
}

// shuffle SEED FROM TO: another order of all lines but the header.
func scriptShuffle(ts *testscript.TestScript, neg bool, args []string) {
	seed := number(ts, neg, args, 3)
	head, lines := logLines(ts, args[1])
	r := rand.New(rand.NewPCG(uint64(seed), 1))
	r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	write(ts, args[2], []byte(head+strings.Join(lines, "")))
}

// split N FROM FOLDER: deals the lines out to N objects, every second one gzip.
func scriptSplit(ts *testscript.TestScript, neg bool, args []string) {
	n := number(ts, neg, args, 3)
	head, lines := logLines(ts, args[1])
	ts.Check(os.MkdirAll(ts.MkAbs(args[2]), 0o755))
	for i := range n {
		text := head
		for j := i; j < len(lines); j += n {
			text += lines[j]
		}
		name := filepath.Join(args[2], fmt.Sprintf("%03d.log", i))
		write(ts, name, []byte(text))
		if i%2 == 1 {
			scriptGzip(ts, false, []string{name, name + ".gz"})
			ts.Check(os.Remove(ts.MkAbs(name)))
		}
	}
}

func logLines(ts *testscript.TestScript, file string) (head string, lines []string) {
	lines = strings.SplitAfter(ts.ReadFile(file), "\n")
	return lines[0], lines[1 : len(lines)-1] // after the last newline there is nothing
}

// flows TO SEED WINDOWS ENI LOCAL REMOTE UP DOWN appends a pair's records. UP
// and DOWN are PACKETS:SIZE.
func scriptFlows(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 8 {
		ts.Fatalf("usage: flows TO SEED WINDOWS ENI LOCAL REMOTE UP DOWN")
	}
	var seed uint64
	var windows int
	var up, down middle
	_, err := fmt.Sscanf(strings.Join([]string{args[1], args[2], args[6], args[7]}, " "), "%d %d %d:%d %d:%d",
		&seed, &windows, &up.packets, &up.size, &down.packets, &down.size)
	ts.Check(err)
	appendTo(ts, args[0], flows(seed, windows, args[3], args[4], args[5], up, down))
}

func write(ts *testscript.TestScript, file string, text []byte) {
	ts.Check(os.WriteFile(ts.MkAbs(file), text, 0o644))
}

// number checks the number of arguments and returns the first, a number.
func number(ts *testscript.TestScript, neg bool, args []string, least int) int {
	if neg || len(args) < least {
		ts.Fatalf("want %d arguments, the first a number, no negation", least)
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	return n
}

func unescape(ts *testscript.TestScript, s string) string {
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	ts.Check(err)
	return text
}
