package report

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"math/rand/v2"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"davy/biflow"
	"davy/detect"
	"davy/eval"
	"davy/flowlog"
	"davy/flowlog/envelope"
	"davy/internal/pipeline"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares got with a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}

func addr(s string) netip.Addr { return netip.MustParseAddr(s) }

func ptr(x float64) *float64 { return &x }

// findings are one of each verdict: over midnight and within a day, IPv4 and
// IPv6, with ports and without.
func findings() []detect.Finding {
	return []detect.Finding{
		{
			ID: "0001", Interface: "eni-0a", Local: addr("10.0.0.1"), Remote: addr("198.51.100.1"), ServerPort: 3333,
			Account: "123456789012", VPC: "vpc-1", Subnet: "subnet-1", Instance: "i-1",
			Verdict: detect.Mining, Kind: "pool", Score: 0.99996, Rule: detect.Profiles, Profile: "monero-plain",
			First: 1740960000, Last: 1740963600, Windows: 7, Inside: 7, Possible: 7, Clue: biflow.ByShare, Model: "abcd",
			Evidence: []detect.Evidence{
				{
					Filter: "hull", Value: 1, Threshold: ptr(0.7), Miner: &[2]float64{0.7, 1}, Ordinary: &[2]float64{0, 0.05},
					PMiner: ptr(1), POrdinary: ptr(1e-9), Sentence: "7 of 7 windows lie inside the hull of <monero> & co",
				},
				{Filter: "occupancy", Value: 1, Sentence: "traffic in 7 of the 7 windows in which the interface was watched"},
			},
		},
		{
			Interface: "eni-0b", Local: addr("2001:db8::1"), Remote: addr("2001:db8::2"), ServerPort: 443,
			Verdict: detect.Suspect, Score: 0.5, Profile: "coin", First: 1740960000, Last: 1741046400, Windows: 3, Inside: 3,
		},
		{
			Interface: "eni-0c", Local: addr("10.0.0.1"), Remote: addr("10.0.0.2"), Verdict: detect.None, Profile: "article",
		},
	}
}

func TestJSONLines(t *testing.T) {
	var b bytes.Buffer
	if err := JSONLines(&b, findings()); err != nil {
		t.Fatal(err)
	}
	golden(t, "findings.golden.jsonl", b.Bytes())
	if n := strings.Count(b.String(), "\n"); n != 3 {
		t.Errorf("%d lines, want 3", n)
	}
}

// result is a run in which everything has gone wrong that can.
func result() *pipeline.Result {
	return &pipeline.Result{
		Stats: flowlog.Stats{
			Lines: 100, Header: 2, OK: 90, NoData: 3, SkipData: 1, Bytes: ^uint64(0), Packets: 1000, Saturated: true, Implausible: 4,
			Rejected: map[flowlog.Reason]int64{flowlog.FieldCount: 3, flowlog.BadENI: 1},
			Samples: []flowlog.ParseError{
				{Object: "a\x1b[2J.log", Line: 7, Reason: flowlog.FieldCount, Detail: "14 fields wanted, 13 found"},
				{Object: "a.log", Line: 8, Field: flowlog.InterfaceID, Reason: flowlog.BadENI, Detail: `"eni"`},
			},
		},
		Objects: pipeline.Objects{
			Found: 6, Read: 3, Bytes: 5000, Duplicates: []string{"b\u202e.log"},
			Failed:  []*flowlog.ObjectError{{Object: "c\x9b.gz", Reason: flowlog.Truncated, Detail: "gzip", Hint: "fetch it again"}, {Object: "d", Reason: flowlog.Unreadable, Err: errors.New("permission denied")}},
			Partial: []*flowlog.ObjectError{{Object: "e.gz", Reason: flowlog.TrailingGarbage, Detail: "bytes after the end"}},
			Skipped: []error{errors.New("f\r: hidden")},
		},
		Outside:   pipeline.Outside{Records: 7},
		Unwrapped: envelope.Counts{Envelopes: 2, Control: 1, Events: 90, Empty: 3},
	}
}

func TestSummaryText(t *testing.T) {
	s := Summarise(result())
	s.Count(&biflow.Pair{Windows: []biflow.Window{{Start: 0, LocalPackets: 1}, {Start: 3000, LocalPackets: 1}}, Possible: 4, Unknown: 1})
	s.Count(&biflow.Pair{Windows: []biflow.Window{{Start: 600, Rejected: 1}}, Possible: 1})
	s.Count(&biflow.Pair{})
	s.Digest = strings.Repeat("0123456789abcdef", 4)
	s.Hidden(detect.Suspect)
	s.Hidden(detect.None)
	s.Shown([]detect.Finding{{Verdict: detect.Mining}, {Verdict: detect.Suspect, Suppressed: &detect.Suppression{}}})
	var b bytes.Buffer
	s.WriteText(&b, 1540*time.Millisecond)
	golden(t, "summary.golden", b.Bytes())
	b.Reset()
	if err := s.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	golden(t, "summary.golden.json", b.Bytes())
	if s.Complete {
		t.Error("complete, with all that went wrong")
	}
}

// A run in which nothing went wrong says so by saying nothing of it.
func TestSummaryComplete(t *testing.T) {
	res := &pipeline.Result{Stats: flowlog.Stats{Lines: 3, OK: 3}, Objects: pipeline.Objects{Found: 1, Read: 1}}
	s := Summarise(res)
	var b bytes.Buffer
	s.WriteUnseen(&b)
	if !s.Complete || b.Len() > 0 {
		t.Errorf("complete: %v, said %q", s.Complete, b.String())
	}
	for name, spoil := range map[string]func(*pipeline.Result){
		"a failed object":  func(r *pipeline.Result) { r.Objects.Failed = []*flowlog.ObjectError{{}} },
		"a partial object": func(r *pipeline.Result) { r.Objects.Partial = []*flowlog.ObjectError{{}} },
		"a rejected line":  func(r *pipeline.Result) { r.Stats.Rejected = map[flowlog.Reason]int64{"x": 1} },
		"a skipped path":   func(r *pipeline.Result) { r.Objects.Skipped = []error{errors.New("hidden")} },
	} {
		bad := *res
		spoil(&bad)
		if s := Summarise(&bad); s.Complete {
			t.Errorf("complete with %s", name)
		}
	}
}

func TestEval(t *testing.T) {
	const no = "no mining capture left to train on"
	by := func(k int) []eval.Breakdown {
		return []eval.Breakdown{{By: "coin", Values: []eval.Value{{Value: "a|b", Found: eval.NewShare(k, 1)}, {Value: "c", Found: eval.NewShare(0, 1)}}}}
	}
	reports := []*eval.Report{{
		Rule: detect.Article, Trained: "on all other captures", Least: 10, Found: eval.NewShare(0, 2), Interfaces: eval.NewShare(0, 2), By: by(0),
		Ordinary:  []eval.Level{{Windows: 1, Mining: eval.NewShare(3, 30)}, {Windows: 3, Mining: eval.NewShare(2, 20)}},
		Alerts:    eval.Alerts{Exposure: eval.Exposure{Interfaces: 3, Weeks: 1.5}, Pairs: 3, Rate: 2000, Upper: 5169.1},
		Precision: []eval.Precision{{Base: 0.001}, {Base: 1.0 / 200000}},
		Times:     []eval.Time{{Hours: 1, Found: eval.NewShare(0, 2), Alarms: eval.NewShare(3, 30)}},
		Kinds:     []eval.Kind{{Kind: "pool", None: 2}},
		Programs:  []eval.Program{{Name: "web", Pairs: 20, Mining: 3}, {Name: "dns", Pairs: 10}},
	}, {
		Rule: detect.Cascade, Trained: "on all other captures", Least: 10, Found: eval.NewShare(1, 2), Interfaces: eval.NewShare(1, 2), By: by(1), Companions: eval.NewShare(0, 1),
		Miners: []eval.Miner{
			{Capture: "a", Group: "a", Windows: 40, Inside: 39, Profile: "b", Verdict: detect.Mining, Score: 0.9, Kind: "pool"},
			{Capture: "b\x1b[m", Group: "coin", Windows: 12, Verdict: detect.None, Note: no},
			{Capture: "c", Group: "c", Windows: 9, Verdict: detect.Mining},
		},
		Ordinary:  []eval.Level{{Windows: 1, Mining: eval.NewShare(1, 30), Suspect: eval.NewShare(21, 30)}, {Windows: 3, Mining: eval.NewShare(0, 20)}},
		Alerts:    eval.Alerts{Exposure: eval.Exposure{Interfaces: 3, Weeks: 1.5}, Pairs: 1, Rate: 666.7, Upper: 3162.6},
		Precision: []eval.Precision{{Base: 0.001, Point: 0.99996, Least: 0.5}, {Base: 1.0 / 200000, Point: 1, Least: 0.0004}},
		Times:     []eval.Time{{Hours: 1, Found: eval.NewShare(1, 2), Alarms: eval.NewShare(0, 30)}},
		Kinds:     []eval.Kind{{Kind: "pool", Mining: 1, None: 1, Named: eval.NewShare(1, 1)}},
		Programs:  []eval.Program{{Name: "dns", Pairs: 10, Mining: 1, Suspect: 9}, {Name: "web", Pairs: 20, Suspect: 12}},
		Reliable: &eval.Reliability{Miners: 2, Ordinary: 8, Brier: 0.01, Constant: 0.16, Bins: []eval.Bin{
			{Hi: 0.5, Pairs: 8, Said: 0.01, Mined: eval.NewShare(0, 8)}, {Lo: 0.5, Hi: 1, Pairs: 2, Said: 0.95, Mined: eval.NewShare(2, 2)},
		}},
	}, {
		Rule: detect.Article, Trained: "beforehand", Least: 10,
		Ordinary: []eval.Level{{Windows: 1, Mining: eval.NewShare(0, 30)}, {Windows: 3, Mining: eval.NewShare(0, 20)}},
	}}
	for range 22 {
		reports[1].Flagged = append(reports[1].Flagged, eval.Alarm{Capture: "d", Pair: "10.0.0.1::10.0.0.2", Group: "web", Windows: 5, Profile: "b", Verdict: detect.Suspect})
	}
	var b bytes.Buffer
	if err := Eval(&b, reports); err != nil {
		t.Fatal(err)
	}
	golden(t, "eval.golden.md", b.Bytes())
}

func TestAblation(t *testing.T) {
	var b bytes.Buffer
	err := Ablation(&b, []*eval.Ablation{{
		Trained: "on other logs", Least: 10, Filters: []eval.Filter{{Name: "sizes", Traits: []string{"local_size", "remote_size"}}},
		Trials: []eval.Trial{
			{Filters: "article", Found: eval.NewShare(1, 4), Early: eval.NewShare(1, 4), Alarms: eval.NewShare(30, 100), Clear: eval.NewShare(0, 4)},
			{Filters: "all", Traits: 39, Found: eval.NewShare(4, 4), Early: eval.NewShare(3, 4), Alarms: eval.NewShare(0, 100), Clear: eval.NewShare(4, 4)},
			{Filters: "sizes", Traits: 2, Found: eval.NewShare(0, 4), Early: eval.NewShare(0, 4), Alarms: eval.NewShare(0, 100), Clear: eval.NewShare(0, 4), Refused: 4},
		},
	}})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "ablation.golden.md", b.Bytes())
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"":                               "",
		"plain text":                     "plain text",
		"größer, ≥ 98 %, 日本":             "größer, ≥ 98 %, 日本",
		`back\slash and "quotes"`:        `back\slash and "quotes"`,
		"\x1b[31mred":                    `\x1b[31mred`,
		"line\nbreak\ttab\rreturn":       `line\nbreak\ttab\rreturn`,
		"\x00\x7f":                       `\x00\x7f`,
		"\u009b31m":                      `\u009b31m`,     // CSI, as one rune
		"\x9b31m":                        `\x9b31m`,       // CSI, as one byte: no UTF-8
		"gpj.\u202efdp":                  `gpj.\u202efdp`, // right to left
		"zero\u200bwidth \ufeff":         `zero\u200bwidth \ufeff`,
		"\xff\xfe and \xc0\xaf":          `\xff\xfe and \xc0\xaf`,
		"a replacement character \ufffd": "a replacement character \ufffd",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) is %q, want %q", in, got, want)
		}
	}
}

// Whatever stands in a log, a file name or a model, nothing of it can move the
// cursor, colour the screen or forge a line.
func TestNothingControlsTheTerminal(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	alphabet := []string{"\x1b", "[31m", "]0;x\a", "\n", "\r", "\b", "\x00", "\x7f", "\x9b", "\u009b", "\u202e", "\u2066", "\u200b", "\u2028", "\xff", "a", "é", "\\", `"`, "\t", "\v"}
	nasty := func() string {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(alphabet[r.IntN(len(alphabet))])
		}
		return b.String()
	}
	var lines int
	for range 2000 {
		f := findings()[:1]
		f[0].Interface, f[0].Profile, f[0].Evidence[0].Sentence = nasty(), nasty(), nasty()
		res := result()
		res.Objects.Failed[0].Object, res.Objects.Failed[1].Hint = nasty(), nasty()
		res.Objects.Partial[0].Detail, res.Objects.Duplicates[0] = nasty(), nasty()
		res.Stats.Samples[0].Object, res.Objects.Skipped[0] = nasty(), errors.New(nasty())
		var b bytes.Buffer
		if err := Table(&b, f, View{}); err != nil {
			t.Fatal(err)
		}
		Summarise(res).WriteText(&b, time.Second)
		text := b.String()
		at := strings.IndexFunc(text, func(c rune) bool { return c != '\n' && !unicode.IsGraphic(c) })
		if at >= 0 || !utf8.ValidString(text) {
			t.Fatalf("from %+v, at %d:\n%q", f[0], at, text)
		}
		if n := strings.Count(text, "\n"); lines == 0 {
			lines = n
		} else if n != lines {
			t.Fatalf("%d lines, else %d:\n%s", n, lines, text)
		}
	}
}

// The order does not depend on the order before, and each key counts only
// among equals in those before it.
func TestSort(t *testing.T) {
	f := func(v detect.Verdict, score float64, inside int, eni, local, remote string) detect.Finding {
		return detect.Finding{Verdict: v, Score: score, Inside: inside, Interface: eni, Local: addr(local), Remote: addr(remote)}
	}
	want := []detect.Finding{
		f(detect.Mining, 0.2, 1, "eni-9", "10.0.0.9", "10.0.0.9"),
		f(detect.Suspect, 0.9, 1, "eni-9", "10.0.0.9", "10.0.0.9"),
		f(detect.Suspect, 0.8, 9, "eni-9", "10.0.0.9", "10.0.0.9"),
		f(detect.Suspect, 0.8, 8, "eni-1", "10.0.0.9", "10.0.0.9"),
		f(detect.Suspect, 0.8, 8, "eni-2", "10.0.0.2", "10.0.0.9"),
		f(detect.Suspect, 0.8, 8, "eni-2", "10.0.0.10", "10.0.0.3"),
		f(detect.Suspect, 0.8, 8, "eni-2", "10.0.0.10", "10.0.0.20"),
		f(detect.None, 1, 99, "eni-0", "10.0.0.1", "10.0.0.1"),
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		got := slices.Clone(want)
		r.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		Sort(got)
		for i := range got {
			if got[i].Interface != want[i].Interface || got[i].Score != want[i].Score || got[i].Inside != want[i].Inside ||
				got[i].Verdict != want[i].Verdict || got[i].Local != want[i].Local || got[i].Remote != want[i].Remote {
				t.Fatalf("place %d is %+v, want %+v", i, got[i], want[i])
			}
		}
	}
}

// brokenPipe fails after n bytes.
type brokenPipe struct{ n int }

var errPipe = errors.New("broken pipe")

func (w *brokenPipe) Write(p []byte) (int, error) {
	if len(p) > w.n {
		return w.n, errPipe
	}
	w.n -= len(p)
	return len(p), nil
}

// A reader that leaves is noticed, wherever it leaves.
func TestWriteErrors(t *testing.T) {
	all := []detect.Finding{miner(), suspect()}
	for name, write := range map[string]func(io.Writer) error{
		"Table":     func(w io.Writer) error { return Table(w, findings(), View{}) },
		"Explain":   func(w io.Writer) error { return Explain(w, &all[0], View{}) },
		"JSONLines": func(w io.Writer) error { return JSONLines(w, findings()) },
		"CSV":       func(w io.Writer) error { return CSV(w, findings()) },
		"OCSF":      func(w io.Writer) error { return OCSF(w, all, origin) },
		"ASFF":      func(w io.Writer) error { return ASFF(w, all, origin) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		for n := 0; n < b.Len(); n += 1 + b.Len()/500 {
			if err := write(&brokenPipe{n}); !errors.Is(err, errPipe) {
				t.Fatalf("%s after %d of %d bytes: %v", name, n, b.Len(), err)
			}
		}
	}
}
