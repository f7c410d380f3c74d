package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"davy/detect"
)

func text(t *testing.T, findings []detect.Finding, v View) string {
	t.Helper()
	var b bytes.Buffer
	if err := Table(&b, findings, v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTable(t *testing.T) {
	all := []detect.Finding{miner(), suspect()}
	golden(t, "table.golden", []byte(text(t, findings(), View{})))
	golden(t, "table.80.golden", []byte(text(t, all, View{Width: 80})))
	golden(t, "table.140.golden", []byte(text(t, all[:1], View{Width: 140})))
	golden(t, "table.colour.golden", []byte(text(t, all, View{Width: 100, Colour: true})))
	golden(t, "table.names.golden", []byte(text(t, []detect.Finding{named(), waved()}, View{Width: 100})))
	golden(t, "table.names.colour.golden", []byte(text(t, []detect.Finding{named(), waved()}, View{Width: 100, Colour: true})))
	if got := text(t, nil, View{Width: 80, Colour: true}); got != "" {
		t.Errorf("of nothing: %q", got)
	}
}

func TestExplain(t *testing.T) {
	for name, c := range map[string]struct {
		of   detect.Finding
		view View
	}{
		"explain.golden": {miner(), View{}}, "explain.80.golden": {miner(), View{Width: 80}}, "explain.colour.golden": {suspect(), View{Width: 80, Colour: true}},
		"explain.names.golden": {named(), View{Width: 80}}, "explain.suppressed.golden": {waved(), View{Width: 80}},
	} {
		var b bytes.Buffer
		if err := Explain(&b, &c.of, c.view); err != nil {
			t.Fatal(err)
		}
		golden(t, name, b.Bytes())
	}
}

// ours are the escape sequences that davy writes itself.
var ours = regexp.MustCompile(`\x1b\[(?:0|1|2|33|1;31)m`)

// steers tells whether a text holds anything that moves a cursor or hides what
// it says.
func steers(s string) bool {
	return !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) })
}

// No line of what is written for a terminal is wider than it, but for what is
// there to be copied. Colour changes nothing but colour.
func TestWidth(t *testing.T) {
	all := []detect.Finding{miner(), suspect(), named(), waved()}
	for _, n := range []int{20, 40, 41, 60, 80, 100, 140, 200} {
		var plain, painted bytes.Buffer
		for _, v := range []View{{Width: n}, {Width: n, Colour: true}} {
			out := &plain
			if v.Colour {
				out = &painted
			}
			out.WriteString(text(t, all, v))
			for i := range all {
				if err := Explain(out, &all[i], v); err != nil {
					t.Fatal(err)
				}
			}
		}
		if got := ours.ReplaceAllString(painted.String(), ""); got != plain.String() || !strings.Contains(painted.String(), "\x1b[") {
			t.Errorf("%d columns: colour changes the text", n)
		}
		for line := range strings.Lines(plain.String()) {
			line = strings.TrimSuffix(line, "\n")
			// Identifiers and commands are one line each, and titles one of a few words.
			copied := strings.Contains(line, "  aws ") || regexp.MustCompile(`^  [a-z]+ +\S+$`).MatchString(line) || strings.Contains(line, "davy explain 3fa2") || strings.Contains(line, "network interface eni-")
			if width(line) > max(n, narrowest) && !copied {
				t.Errorf("%d columns: %q has %d", n, line, width(line))
			}
		}
	}
}

// Whatever strings a finding holds, a terminal is not steered, no line is
// added, and nothing of the strings gets into a command.
func TestHostileText(t *testing.T) {
	for _, s := range evil {
		f := hostile(s)
		for _, v := range []View{{}, {Width: 80}, {Width: 80, Colour: true}} {
			var b bytes.Buffer
			b.WriteString(text(t, []detect.Finding{f}, v))
			if err := Explain(&b, &f, v); err != nil {
				t.Fatal(err)
			}
			if got := ours.ReplaceAllString(b.String(), ""); steers(got) {
				t.Errorf("%q: %q", s, got)
			}
			if strings.Contains(b.String(), "aws cloudtrail") || strings.Count(b.String(), "     aws ") != 2 { // both by address
				t.Errorf("%q: in a command:\n%s", s, b.String())
			}
		}
		var b bytes.Buffer
		if err := JSONLines(&b, []detect.Finding{f}); err != nil || steers(b.String()) || strings.Count(b.String(), "\n") != 1 {
			t.Errorf("%q: %q, %v", s, b.String(), err)
		}
	}
}

// What is escaped in JSON is the same string when it is read.
func TestJSONIsTheSame(t *testing.T) {
	for _, s := range evil {
		f := hostile(s)
		f.ID, f.Verdict = "0123456789abcdef", detect.Mining
		f.Interface = strings.ToValidUTF8(s, "�") // as encoding/json has it
		var b bytes.Buffer
		if err := JSONLines(&b, []detect.Finding{f}); err != nil {
			t.Fatal(err)
		}
		n := 0
		err := ReadFindings(&b, "x", func(got *detect.Finding) {
			n++
			if got.Interface != f.Interface {
				t.Errorf("%q became %q", f.Interface, got.Interface)
			}
		})
		if err != nil || n != 1 {
			t.Errorf("%q: %d findings, %v", s, n, err)
		}
	}
	if got := string(printable([]byte("\"\U000e0041\""))); got != `"\udb40\udc41"` {
		t.Errorf("a tag: %s", got)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int
		want []string
	}{
		{"a b c", 0, []string{"a b c"}},
		{"a b c", 3, []string{"a b", "c"}},
		{"abcdefg h", 3, []string{"abc", "def", "g h"}},
		{"a abcdefg", 3, []string{"a", "abc", "def", "g"}},
		{"漢字漢字", 4, []string{"漢字", "漢字"}},
		{"漢字", 1, []string{"漢", "字"}},
		{"e\u0301e\u0301 e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
		{"", 5, []string{""}},
	} {
		got := wrap(c.s, c.n)
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q to %d: %q, want %q", c.s, c.n, got, c.want)
		}
	}
}

func TestReasons(t *testing.T) {
	names := func(f detect.Finding, n int) (out string) {
		for _, e := range Reasons(&f, n) {
			out += e.Filter + " "
		}
		return out
	}
	f := miner()
	if got := names(f, 2); got != "single local_slope " {
		t.Errorf("mining for %s", got)
	}
	if got := names(f, 9); got != "single local_slope client vote occupancy " {
		t.Errorf("mining for %s", got)
	}
	if f.Verdict = detect.None; names(f, 2) != "drift vote " {
		t.Errorf("ordinary for %s", names(f, 2))
	}
	if got := names(suspect(), 2); got != "hull windows " {
		t.Errorf("suspect for %s", got)
	}
	if got := names(detect.Finding{Verdict: detect.Mining}, 2); got != "" {
		t.Errorf("for nothing: %s", got)
	}
}

func TestShortest(t *testing.T) {
	for _, c := range [][2][]string{
		{{"0123456789abcdef", "0123456789abcde0", "1123456789abcdef"}, {"0123456789abcdef", "0123456789abcde0", "1123456789abcdef"}},
		{{"0123456789abcdef", "1123456789abcdef"}, {"01234567", "11234567"}},
		{{"0123456789abcdef", "0123456789abcdef"}, {"01234567", "01234567"}}, // the same finding twice
		{{"012345678aaaaaaa", "012345679aaaaaaa"}, {"012345678", "012345679"}},
		{{"", "", "01"}, {"", "", "01"}},
	} {
		var all []detect.Finding
		for _, id := range c[0] {
			all = append(all, detect.Finding{ID: id})
		}
		if got := strings.Join(shortest(all), " "); got != strings.Join(c[1], " ") {
			t.Errorf("%v: %s", c[0], got)
		}
	}
}
