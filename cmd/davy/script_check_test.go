package main

import (
	"encoding/json"
	"errors"
	"os/exec"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"
)

// Script commands that check what davy wrote.

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
