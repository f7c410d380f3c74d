package page

import (
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"davy/detect"
	"davy/internal/report"
	"davy/trait"
)

var (
	policy = regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`)
	block  = regexp.MustCompile(`(?s)<script type="application/json" id="([a-z0-9-]+)">(.*?)</script>`)
	inline = regexp.MustCompile(`(?s)<script>(.*?)</script>`)
	styled = regexp.MustCompile(`(?s)<style>(.*?)</style>`)
)

// The policy allows the page's own script and style, by hash, and nothing else.
func TestPolicyAllowsWhatIsThere(t *testing.T) {
	html := made(3, 20).html(t)
	rules := make(map[string]string)
	for rule := range strings.SplitSeq(policy.FindStringSubmatch(html)[1], ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(rule), " ")
		rules[name] = value
	}
	want := map[string]string{
		"default-src": "'none'", "connect-src": "'none'", "base-uri": "'none'", "form-action": "'none'",
		"require-trusted-types-for": "'script'", "trusted-types": "'none'",
		"script-src": hash(inline.FindStringSubmatch(html)[1]), "style-src": hash(styled.FindStringSubmatch(html)[1]),
	}
	for name, value := range want {
		if rules[name] != value {
			t.Errorf("%s is %q, want %q", name, rules[name], value)
		}
	}
	if len(rules) != len(want) {
		t.Errorf("policy %v", rules)
	}
}

// The script has none of what turns text into markup or code.
func TestScriptMakesNoMarkup(t *testing.T) {
	for _, name := range scripts {
		for _, bad := range []string{"innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "javascript:", "fetch(", "XMLHttpRequest", "import("} {
			if strings.Contains(asset(name+".js"), bad) {
				t.Errorf("%s.js has %s", name, bad)
			}
		}
	}
}

// No string of a log ends its block, or is anything but a string.
func TestHostileStringsAreData(t *testing.T) {
	f := hostile()
	html := f.html(t)
	blocks := block.FindAllStringSubmatch(html, -1)
	if want := 1 + (len(f.findings)+chunk-1)/chunk; len(blocks) != want {
		t.Fatalf("%d blocks, want %d", len(blocks), want)
	}
	if n := strings.Count(strings.ToLower(html), "<script"); n != len(blocks)+1 {
		t.Errorf("%d scripts, want %d", n, len(blocks)+1)
	}
	var ix index
	for _, b := range blocks {
		if strings.ContainsAny(b[2], "<>&\u2028\u2029") {
			t.Errorf("block %s holds what could end it", b[1])
		}
		if !json.Valid([]byte(b[2])) {
			t.Errorf("block %s is no JSON", b[1])
		}
	}
	if err := json.Unmarshal([]byte(blocks[0][2]), &ix); err != nil {
		t.Fatal(err)
	}
	for _, s := range corpus {
		if !slices.Contains(ix.Strings, clean(s)) {
			t.Errorf("%q is not on the page as it is", s)
		}
	}
	for _, s := range ix.Strings {
		if strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsGraphic(r) }) {
			t.Errorf("%q: something in it cannot be seen", s)
		}
	}
}

// Five thousand findings of a week, names and numbers all different, fit.
func TestFiveThousandFindingsAreSmall(t *testing.T) {
	f := made(5000, 1008)
	html := f.html(t)
	t.Logf("5,000 findings of 1,008 windows: %.2f MB; %s", float64(len(html))/1e6, thinnedOf(t, html))
	if len(html) > 8_000_000 {
		t.Errorf("%d bytes, want 8 MB at most", len(html))
	}
	var ix index
	if err := json.Unmarshal([]byte(block.FindStringSubmatch(html)[2]), &ix); err != nil {
		t.Fatal(err)
	}
	if len(ix.Rows) != 5000 || !strings.Contains(ix.Summary.Thinned, "windows of a pair, evenly spaced") {
		t.Errorf("%d rows; what is left out: %q", len(ix.Rows), ix.Summary.Thinned)
	}
}

// What other interfaces saw is in the list, so that it can be searched for and shown.
func TestElsewhereIsInThePage(t *testing.T) {
	f := made(2, 5)
	f.findings[0].AlsoOn = []detect.Sighting{{Interface: "eni-0fedcba9876543210", Role: "NAT gateway, inner side"}}
	f.findings[1].Behind = "NAT gateway: the machine that mines is behind it"
	var ix index
	if err := json.Unmarshal([]byte(block.FindStringSubmatch(f.html(t))[2]), &ix); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"also on eni-0fedcba9876543210 (NAT gateway, inner side)", f.findings[1].Behind} {
		if w := ix.Rows[i].Where; len(w) != 1 || ix.Strings[w[0]] != want {
			t.Errorf("finding %d: %v", i, w)
		}
	}
}

// A report of few findings leaves nothing out, and says nothing of it.
func TestFewFindingsAreWhole(t *testing.T) {
	f := made(4, 500)
	html := f.html(t)
	if html != f.html(t) {
		t.Error("twice the same, but the pages differ")
	}
	var ix index
	var details []detail
	blocks := block.FindAllStringSubmatch(html, -1)
	if err := errors.Join(json.Unmarshal([]byte(blocks[0][2]), &ix), json.Unmarshal([]byte(blocks[1][2]), &details)); err != nil {
		t.Fatal(err)
	}
	if ix.Summary.Thinned != "" || len(details) != 4 {
		t.Fatalf("%d details; left out: %q", len(details), ix.Summary.Thinned)
	}
	for i, d := range details {
		if got := unpacked(t, d.Traffic); len(got) != 500 || d.Traffic.Total != 500 {
			t.Errorf("finding %d: %d windows of %d", i, len(got), d.Traffic.Total)
		}
		if n := len(ix.Sets[d.Set]); n != len(d.Places) || n != len(d.Weights) || n != len(strings.Split(d.Read, "|")) || n != trait.Count {
			t.Errorf("finding %d: %d traits", i, n)
		}
	}
}

func TestStates(t *testing.T) {
	seen := report.Summary{Complete: true, Pairs: 40, Windows: 900}
	with := func(change func(*report.Summary)) *report.Summary {
		s := seen
		s.Verdicts = make(map[string]int)
		change(&s)
		return &s
	}
	waved := detect.Finding{Verdict: detect.Mining, Interface: "b", Suppressed: &detect.Suppression{Line: 1}}
	one := []detect.Finding{{Verdict: detect.Mining, Interface: "a"}, {Verdict: detect.Mining, Interface: "a"}}
	for _, c := range []struct {
		state, headline, lead string
		summary               *report.Summary
		findings              []detect.Finding
	}{
		{"clean", "Nothing mines here.", "No model finds every miner", with(func(*report.Summary) {}), nil},
		{"unseen", "not all could be", "not the same as clean", with(func(s *report.Summary) { s.Gaps = 1 }), nil},
		{"unseen", "not all could be", "not the same as clean", with(func(s *report.Summary) { s.Unknown = 1 }), nil},
		{"unseen", "not all could be", "not the same as clean", with(func(s *report.Summary) { s.Rejected = map[string]int64{"too_old": 3} }), nil},
		{"unseen", "not all could be", "not the same as clean", with(func(s *report.Summary) { s.Objects.Failed = []report.Failed{{}} }), nil},
		{"blind", "Nothing could be judged.", "neither way", with(func(s *report.Summary) { s.Pairs, s.Windows = 0, 0 }), nil},
		{"mining", "1 network interface mines, with 2 peers.", "Surest come first", with(func(s *report.Summary) { s.Verdicts["mining"] = 2 }), one},
		{"suspect", "Nothing is sure to mine; 1 pair is suspect.", "1 finding below the verdict asked for is not listed", with(func(s *report.Summary) { s.Verdicts["suspect"] = 1 }), nil},
		{"mining", "1 network interface mines.", "1 finding is suppressed, and listed last.", with(func(s *report.Summary) { s.Verdicts["mining"] = 2 }), []detect.Finding{one[0], waved}},
		{"suppressed", "Nothing mines but what is suppressed.", "1 finding is suppressed, and listed last.", with(func(s *report.Summary) { s.Verdicts["mining"] = 1 }), []detect.Finding{waved}},
		{"suppressed", "Nothing mines but what is suppressed.", "Not all could be seen", with(func(s *report.Summary) { s.Verdicts["mining"], s.Gaps = 1, 1 }), []detect.Finding{waved}},
		{"suspect", "Nothing is sure to mine; 1 pair is suspect.", "1 finding is suppressed", with(func(s *report.Summary) { s.Verdicts["mining"], s.Verdicts["suspect"] = 1, 1 }), []detect.Finding{{Verdict: detect.Suspect}, waved}},
	} {
		w := inWords(c.summary, c.findings)
		if w.State != c.state || !strings.Contains(w.Headline, c.headline) || !strings.Contains(w.Lead, c.lead) {
			t.Errorf("want %s, %q, %q; it is %s, %q, %q", c.state, c.headline, c.lead, w.State, w.Headline, w.Lead)
		}
	}
}

// What cannot be written is an error.
func TestWriteReportsErrors(t *testing.T) {
	full := errors.New("disk full")
	f := made(1, 1)
	if err := Write(failing{full}, f.findings, f.windows, f.summary); !errors.Is(err, full) {
		t.Errorf("%v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func thinnedOf(t *testing.T, html string) string {
	t.Helper()
	var ix index
	if err := json.Unmarshal([]byte(block.FindStringSubmatch(html)[2]), &ix); err != nil {
		t.Fatal(err)
	}
	return ix.Summary.Thinned
}

func BenchmarkWrite(b *testing.B) {
	f := made(200, 1008)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, f.findings, f.windows, f.summary); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(f.findings)*b.N)/b.Elapsed().Seconds(), "findings/s")
}
