package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"davy": func() { os.Exit(run(os.Args[1:])) },
	})
}

// TestScripts runs every script of testdata/script. They find in $LOGS a folder
// of objects from six interfaces, three of which mine, in $LOG the same records
// in one file, in $LABELS what they are, in $MODEL a model made of them, and in
// $ROOT the repository.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	paths := writeFleet(t, t.TempDir())
	paths["ROOT"] = root
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			for name, path := range paths {
				env.Setenv(name, path)
			}
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": scriptExits, "json": scriptJSON, "same": scriptSame, "conserve": scriptConserve,
			"jsonlines": scriptJSONLines, "clean": scriptClean,
			"gz": scriptGzip, "glue": scriptGlue, "cut": scriptCut, "flip": scriptFlip, "fill": scriptFill,
			"replace": scriptReplace, "rename": scriptRename, "shuffle": scriptShuffle, "split": scriptSplit,
			"flows": scriptFlows,
		},
		RequireUniqueNames: true,
	})
}

// header is the default format's.
const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// writeFleet writes what the scripts share. The miners are far from all else,
// so that no scruple of a model matters here.
func writeFleet(t *testing.T, folder string) map[string]string {
	t.Helper()
	file := func(elem ...string) string { return filepath.Join(append([]string{folder}, elem...)...) }
	paths := map[string]string{"LOGS": file("logs"), "LOG": file("fleet.log"), "LABELS": file("labels.tsv"), "MODEL": file("model.json")}
	all, labels := header, "# pair label group interface\n*\tbenign\trest\n"
	for i := range 6 {
		eni, local := fmt.Sprintf("eni-0123456789abcdef%d", i), fmt.Sprintf("10.0.0.1%d", i)
		var lines string
		if i < 3 {
			remote := fmt.Sprintf("198.51.100.1%d", i)
			lines = flows(uint64(i), 40, eni, local, remote, middle{40, 100}, middle{50, 180})
			labels += fmt.Sprintf("%s::%s\tmining\tcoin\t%s\n", local, remote, eni)
		}
		for j := range 12 {
			lines += flows(uint64(100*i+j), 20, eni, local, fmt.Sprintf("203.0.113.%d", j), middle{2000, 300}, middle{4000, 1300})
		}
		mustWrite(t, file("logs", "2025", strconv.Itoa(i)+".log.gz"), gzipped(t, header+lines))
		all += lines
	}
	mustWrite(t, paths["LOG"], []byte(all))
	mustWrite(t, paths["LABELS"], []byte(labels))
	if out, err := exec.Command("davy", "train", "--labels", paths["LABELS"], "-o", paths["MODEL"], paths["LOGS"]).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return paths
}

func mustWrite(t *testing.T, path string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := io.WriteString(z, text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

// A middle is what one side's packets of a window are drawn around.
type middle struct{ packets, size int }

// flows is a pair's records, one each way a window of ten minutes.
func flows(seed uint64, windows int, eni, local, remote string, up, down middle) string {
	r := rand.New(rand.NewPCG(seed, 2))
	around := func(n int) int { return n - n/8 + r.IntN(n/4+1) }
	var b strings.Builder
	for w := range windows {
		start := 1740960000 + 600*w
		packets := around(up.packets)
		fmt.Fprintf(&b, "2 123456789012 %s %s %s 40000 3333 6 %d %d %d %d ACCEPT OK\n", eni, local, remote, packets, packets*around(up.size), start+5, start+590)
		packets = around(down.packets)
		fmt.Fprintf(&b, "2 123456789012 %s %s %s 3333 40000 6 %d %d %d %d ACCEPT OK\n", eni, remote, local, packets, packets*around(down.size), start+5, start+590)
	}
	return b.String()
}

// exits CODE PROGRAM ARG…: the program must end with the code.
func scriptExits(ts *testscript.TestScript, neg bool, args []string) {
	want := number(ts, neg, args, 2)
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// json FILE PATH WANT: what the file has at the dotted path, as JSON or as a plain string.
func scriptJSON(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: json FILE PATH WANT")
	}
	got := lookUp(ts, args[0], args[1])
	if (got == args[2]) == neg {
		ts.Fatalf("%s: %s is %s, want %s (negated: %v)", args[0], args[1], got, args[2], neg)
	}
}

func lookUp(ts *testscript.TestScript, file, path string) string {
	dec := json.NewDecoder(strings.NewReader(ts.ReadFile(file)))
	dec.UseNumber()
	var at any
	ts.Check(dec.Decode(&at))
	for key := range strings.SplitSeq(path, ".") {
		switch x := at.(type) {
		case map[string]any:
			at = x[key]
		case []any:
			i, err := strconv.Atoi(key)
			if key == "len" {
				at = json.Number(strconv.Itoa(len(x)))
			} else if err == nil && i < len(x) {
				at = x[i]
			} else {
				ts.Fatalf("%s: no %q in a list of %d", path, key, len(x))
			}
		default:
			at = nil
		}
	}
	if s, ok := at.(string); ok {
		return s
	}
	b, err := json.Marshal(at)
	ts.Check(err)
	return string(b)
}

// same FILE FILE PATH…: both JSON files have the same there.
func scriptSame(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("usage: same FILE FILE PATH…")
	}
	for _, path := range args[2:] {
		a, b := lookUp(ts, args[0], path), lookUp(ts, args[1], path)
		if (a == b) == neg {
			ts.Fatalf("%s: %s is %s, in %s %s (negated: %v)", path, args[0], a, args[1], b, neg)
		}
	}
}

// conserve FILE: in a summary every line is a header, a record or rejected.
func scriptConserve(ts *testscript.TestScript, neg bool, args []string) {
	var s struct {
		Lines, Header, OK, NoData, SkipData int64
		Rejected                            map[string]int64
		Objects                             struct {
			Found, Read                 int
			Failed, Duplicates, Skipped []any
		}
	}
	if neg || len(args) != 1 {
		ts.Fatalf("usage: conserve FILE")
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &s))
	sum := s.Header + s.OK + s.NoData + s.SkipData
	for _, n := range s.Rejected {
		sum += n
	}
	if s.Lines == 0 || sum != s.Lines {
		ts.Fatalf("%d lines, %d accounted for", s.Lines, sum)
	}
	if o := &s.Objects; o.Found != o.Read+len(o.Failed)+len(o.Duplicates) {
		ts.Fatalf("%d objects found, %d read, %d failed, %d duplicates", o.Found, o.Read, len(o.Failed), len(o.Duplicates))
	}
}

// jsonlines FILE N FIELD…: N lines, each an object with a value in every field.
func scriptJSONLines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: jsonlines FILE N FIELD…")
	}
	lines := strings.Split(strings.TrimSuffix(ts.ReadFile(args[0]), "\n"), "\n")
	if want, err := strconv.Atoi(args[1]); err != nil || len(lines) != want {
		ts.Fatalf("%d lines, want %s", len(lines), args[1])
	}
	for i, line := range lines {
		var object map[string]any
		if err := json.Unmarshal([]byte(line), &object); err != nil {
			ts.Fatalf("line %d: %v", i+1, err)
		}
		for _, field := range args[2:] {
			if v, ok := object[field]; !ok || v == nil || v == "" {
				ts.Fatalf("line %d: %s is %v", i+1, field, v)
			}
		}
	}
}

// clean FILE…: nothing in them can move a terminal's cursor.
func scriptClean(ts *testscript.TestScript, neg bool, args []string) {
	for _, file := range args {
		text := ts.ReadFile(file)
		bad := !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool {
			return r != '\n' && !unicode.IsGraphic(r)
		})
		if bad != neg {
			ts.Fatalf("%s: %q (negated: %v)", file, text, neg)
		}
	}
}

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

// pipeSize is more than a pipe holds: who has written so much knows that the
// reader is reading.
const pipeSize = 1 << 20

// A signal ends a run that reads from a pipe, whether the pipe goes on or has
// fallen silent.
func TestInterrupted(t *testing.T) {
	line := []byte("2 123456789012 eni-0123456789abcdef0 10.0.0.1 198.51.100.1 40000 3333 6 10 1000 1740960000 1740960500 ACCEPT OK\n")
	blank := []byte("\n")
	for _, test := range []struct {
		name   string
		signal os.Signal
		text   []byte
		silent bool
		code   int
		says   string
	}{
		{"SIGINT while records come", os.Interrupt, line, false, exitInterrupted, "davy: reading: stopped by interrupt\n"},
		{"SIGTERM while records come", syscall.SIGTERM, line, false, exitTerminated, "davy: reading: stopped by terminated\n"},
		{"SIGINT while nothing but blank lines comes", os.Interrupt, blank, false, exitInterrupted, "davy: reading: stopped by interrupt\n"},
		{"SIGINT while nothing comes", os.Interrupt, line, true, exitInterrupted, "davy: reading: stopped by interrupt\n"},
		{"SIGTERM while nothing comes", syscall.SIGTERM, line, true, exitTerminated, "davy: reading: stopped by terminated\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			ctx, stop := context.WithTimeout(t.Context(), 20*time.Second) // kills who does not listen
			defer stop()
			cmd := exec.CommandContext(ctx, "davy", "doctor", "-")
			var stdout, stderr bytes.Buffer
			cmd.Stdout, cmd.Stderr = &stdout, &stderr
			in, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if _, err := in.Write(bytes.Repeat(test.text, pipeSize/len(test.text))); err != nil {
				t.Fatal(err)
			}
			if err := cmd.Process.Signal(test.signal); err != nil {
				t.Fatal(err)
			}
			if !test.silent {
				more := bytes.Repeat(test.text, 4096/len(test.text))
				for err == nil { // until the reader has gone
					_, err = in.Write(more)
				}
			}
			cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != test.code || stderr.String() != test.says || stdout.Len() > 0 {
				t.Errorf("%v, %q, %q; want exit code %d, nothing and %q", cmd.ProcessState, stdout.String(), stderr.String(), test.code, test.says)
			}
		})
	}
}

// M12: who reads the output may leave, as in davy scan … | head. Nothing is
// said then; that SIGPIPE ends the program is as good as exit code 0.
func TestOutputClosed(t *testing.T) {
	for _, args := range [][]string{
		{"lab", "--preset", "fleet", "--enis", "1", "--miners", "0", "--for", "1h", "out"}, // writes nothing to it: works
		{"version"}, {"--help"}, {"doctor", "-"},
	} {
		t.Run(args[0], func(t *testing.T) {
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			r.Close()
			defer w.Close()
			cmd := exec.CommandContext(t.Context(), "davy", args...)
			var stderr bytes.Buffer
			cmd.Dir, cmd.Stdout, cmd.Stderr = t.TempDir(), w, &stderr
			cmd.Stdin = strings.NewReader("2 123456789012 eni-0123456789abcdef0 10.0.0.1 198.51.100.1 40000 3333 6 10 1000 1740960000 1740960500 ACCEPT OK\n")
			cmd.Run()
			status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
			quiet := cmd.ProcessState.Success() || ok && status.Signaled() && status.Signal() == syscall.SIGPIPE
			if !quiet {
				t.Errorf("ended with %v", cmd.ProcessState)
			}
			if text := stderr.String(); args[0] != "lab" && text != "" {
				t.Errorf("said %q", text)
			}
		})
	}
}
