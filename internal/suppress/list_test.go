package suppress

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"strings"
	"testing"
	"time"

	"davy/detect"
)

// today is the day of all runs here.
var today = time.Date(2026, 6, 15, 13, 45, 0, 0, time.UTC)

func load(t *testing.T, text string) *List {
	t.Helper()
	l, err := Load(strings.NewReader(text), "s", today)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// found is a finding that is named.
func found() detect.Finding {
	return detect.Finding{
		ID: "0123456789abcdef", Interface: "eni-0123456789abcdef0", Local: netip.MustParseAddr("10.0.0.10"), Remote: netip.MustParseAddr("198.51.100.7"),
		ServerPort: 3333, Instance: "i-0123456789abcdef0", Verdict: detect.Mining, Kind: "pool", Score: 0.98,
		Names: &detect.Names{Instance: "i-0fedcba9876543210", Tags: map[string]string{"team": "red = hot", "empty": ""}, ASN: 64500},
	}
}

const signed = ` reason="a test" author=ana expires=2026-12-31`

// An entry covers what meets all of its criteria, and nothing else.
func TestCriteria(t *testing.T) {
	for criteria, want := range map[string]bool{
		"interface=eni-0123456789abcdef0":             true,
		"interface=eni-0123456789abcdef":              false,
		"instance=i-0123456789abcdef0":                true, // the log's
		"instance=i-0fedcba9876543210":                true, // the names'
		"instance=i-00000000":                         false,
		"local=10.0.0.10":                             true,
		"local=10.0.0.0/24":                           true,
		"local=10.0.1.0/24":                           false,
		"local=2001:db8::/32":                         false,
		"remote=198.51.100.7":                         true,
		"remote=::ffff:198.51.100.7":                  true,
		"remote=198.51.100.6/31":                      true,
		"remote=198.51.100.8":                         false,
		"port=3333":                                   true,
		"port=333":                                    false,
		`tag="team=red = hot"`:                        true,
		"tag=team=red":                                false,
		"tag=empty=":                                  true,
		"tag=absent=":                                 false,
		"asn=64500":                                   true,
		"asn=AS64500":                                 true,
		"asn=64501":                                   false,
		"remote=198.51.100.7 port=3333 asn=64500":     true,
		"remote=198.51.100.7 port=3334 asn=64500":     false,
		"remote=198.51.100.7 tag=empty= tag=team=red": false,
	} {
		all := []detect.Finding{found()}
		load(t, criteria+signed).Apply(all)
		if got := all[0].Suppressed != nil; got != want {
			t.Errorf("%s: %v", criteria, got)
		}
		bare := []detect.Finding{{Interface: "x"}} // without names, addresses and port
		load(t, criteria+signed).Apply(bare)
		if bare[0].Suppressed != nil {
			t.Errorf("%s covers a finding without any of it", criteria)
		}
	}
}

// A finding that is suppressed is the same in all else, and in its place.
func TestApplyChangesNothingElse(t *testing.T) {
	other := found()
	other.ID, other.Remote = "1123456789abcdef", netip.MustParseAddr("203.0.113.9")
	all := []detect.Finding{other, found()}
	before, _ := json.Marshal(all)
	l := load(t, "\ufeff# ours\n\n\tremote=198.51.100.7   reason=\"our \\\"own\\\" \\\\ node\" author=ana@example.com expires=2026-06-15 # SEC-1\n")
	if notes := l.Apply(all); len(notes) != 0 {
		t.Errorf("notes %q", notes)
	}
	want := detect.Suppression{Line: 3, Reason: `our "own" \ node`, Author: "ana@example.com", Expires: "2026-06-15"}
	if all[0].Suppressed != nil || all[1].Suppressed == nil || *all[1].Suppressed != want {
		t.Errorf("%+v, %+v", all[0].Suppressed, all[1].Suppressed)
	}
	load(t, "").Apply(all) // a list without the entry takes it back
	if after, _ := json.Marshal(all); string(after) != string(before) {
		t.Errorf("changed from\n%s\nto\n%s", before, after)
	}
}

// The first entry that covers a finding and has not ended is the one shown; what
// has ended, and what covers nothing, is said.
func TestNotes(t *testing.T) {
	text := "remote=198.51.100.7 reason=a author=x expires=2026-06-14\n" + // ended yesterday
		"remote=198.51.100.0/24 reason=b author=x expires=2026-06-15\n" +
		"port=3333 reason=c author=x expires=2026-06-15\n" + // covers the same
		"port=4444 reason=d author=x expires=2026-06-15\n" +
		"asn=1 reason=e author=x expires=2026-06-15\n" +
		"port=5555 reason=f author=x expires=2020-01-01\n"
	all := []detect.Finding{found()}
	notes := strings.Join(load(t, text).Apply(all), "\n")
	if want := "suppressions: s:1 expired on 2026-06-14, it would cover 1 finding\n" +
		"suppressions: s:4 covers no finding\n" +
		"suppressions: s:5 covers no finding\n" +
		"suppressions: s:6 expired on 2020-01-01, it would cover no finding"; notes != want {
		t.Errorf("notes\n%s\nwant\n%s", notes, want)
	}
	if s := all[0].Suppressed; s == nil || s.Line != 2 {
		t.Errorf("suppressed by %+v, want line 2", s)
	}
	unnamed := []detect.Finding{{Interface: "x"}}
	if notes := strings.Join(load(t, "asn=1"+signed).Apply(unnamed), "\n"); !strings.HasSuffix(notes, "no finding has names (--enrich, --asn)") {
		t.Errorf("without names: %s", notes)
	}
}

// What is no entry is an error that says where: nothing is guessed.
func TestBadLines(t *testing.T) {
	for text, want := range map[string]string{
		"reason=a author=b expires=2026-07-01":               "s:2: no criterion: it would cover every finding",
		"remote=0.0.0.0/0" + signed:                          "s:2: remote: 0.0.0.0/0 is every address",
		"local=::/0" + signed:                                "s:2: local: ::/0 is every address",
		"local=10.0.0.1/8" + signed:                          "s:2: local: 10.0.0.1/8 has bits beyond its length: is it 10.0.0.0/8?",
		"remote=::ffff:1.2.3.0/120" + signed:                 "s:2: remote: ::ffff:1.2.3.0/120: write it as IPv4",
		"remote=fe80::1%eth0" + signed:                       "s:2: remote: want an address or a prefix",
		"remote=pool.example" + signed:                       "s:2: remote: want an address or a prefix, not \"pool.example\"",
		"port=0" + signed:                                    "s:2: port: want a number from 1 to 65535",
		"port=65536" + signed:                                "s:2: port: want a number from 1 to 65535",
		"port=+1" + signed:                                   "s:2: port: want a number",
		"port=01" + signed:                                   "s:2: port: want a number",
		"asn=4294967296" + signed:                            "s:2: asn: want a number from 1 to 4294967295",
		"asn=as1" + signed:                                   "s:2: asn: want a number",
		"tag=x" + signed:                                     "s:2: tag: want KEY=VALUE",
		"tag==x" + signed:                                    "s:2: tag: want KEY=VALUE",
		"tag=a=1 tag=a=2" + signed:                           "s:2: tag a: twice",
		"port=1 port=2" + signed:                             "s:2: port: twice",
		"Port=1" + signed:                                    "s:2: Port: unknown, want interface,",
		"verdict=mining" + signed:                            "s:2: verdict: unknown",
		"port=1 author=b expires=2026-07-01":                 "s:2: reason: missing",
		"port=1 reason=b expires=2026-07-01":                 "s:2: author: missing",
		"port=1 reason=b author=b":                           "s:2: expires: missing",
		"port=1 reason=b author=b expires=never":             "s:2: expires: want a day",
		"port=1 reason=b author=b expires=2026-02-30":        "s:2: expires: want a day",
		"port=1 reason=b author=b expires=2027-06-17":        "s:2: expires: 2027-06-17 is more than a year ahead",
		"port" + signed:                                      "s:2: column 1: want KEY=VALUE",
		"=1" + signed:                                        "s:2: column 1: want KEY=VALUE",
		"port = 1" + signed:                                  "s:2: column 1: want KEY=VALUE",
		"port=" + signed:                                     "s:2: column 1: port: empty",
		`port=1 reason=" " author=b expires=2026-07-01`:      "s:2: column 8: reason: empty",
		`port=1 reason="a author=b`:                          "s:2: column 8: reason: a quote that does not end",
		`port=1 reason="a"author=b`:                          "s:2: column 8: reason: text right after a quote",
		`port=1 reason=a"b" author=b`:                        "s:2: column 8: reason: a quote within a value",
		`port=1 reason="a\n" author=b`:                       "s:2: column 8: reason: a backslash",
		"port=1 reason=a\x1b[2J author=b":                    "s:2: column 16: a character that is not printable",
		"port=1 reason=a\u202eb author=b":                    "s:2: column 16: a character that is not printable",
		"port=1 reason=\xff author=b":                        "s:2: not UTF-8",
		"port=1 reason=" + strings.Repeat("a", 513) + " a=b": "s:2: column 8: reason: longer than 512 bytes",
		"port=7" + signed + "\n#\nport=7 reason=z author=z expires=2026-07-01": "s:4: the same criteria as in line 2",
		"tag=a=b port=7" + signed + "\nport=7 tag=a=b" + signed:                "s:3: the same criteria as in line 2",
		"# " + strings.Repeat("x", 5000):                                       "s:2: longer than 4096 bytes",
	} {
		l, err := Load(strings.NewReader("# first\n"+text+"\n"), "s", today)
		var at *LineError
		if !errors.As(err, &at) || !strings.HasPrefix(err.Error(), want) || l != nil {
			t.Errorf("%.80q: %v, want %s", text, err, want)
		}
	}
	var many strings.Builder
	for i := range mostEntries + 1 {
		fmt.Fprintf(&many, "interface=x%d%s\n", i, signed)
	}
	if _, err := Load(strings.NewReader(many.String()), "s", today); err == nil || !strings.Contains(err.Error(), "more than 10000 entries") {
		t.Errorf("too many: %v", err)
	}
	broken := errors.New("disk on fire")
	if _, err := Load(io.MultiReader(strings.NewReader("port=1"+signed+"\n"), failing{broken}), "s", today); !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "s: ") {
		t.Errorf("a reader that fails: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// The last day counts, whatever the hour and the zone of the run.
func TestLastDay(t *testing.T) {
	east := time.FixedZone("", 14*3600)
	for _, c := range []struct {
		now  time.Time
		want bool
	}{
		{time.Date(2026, 6, 15, 23, 59, 59, 0, time.UTC), true},
		{time.Date(2026, 6, 16, 0, 0, 0, 0, time.UTC), false},
		{time.Date(2026, 6, 16, 13, 59, 0, 0, east), true}, // 23:59 of the day before, UTC
	} {
		l, err := Load(strings.NewReader("port=3333 reason=a author=b expires=2026-06-15"), "s", c.now)
		if err != nil {
			t.Fatal(err)
		}
		all := []detect.Finding{found()}
		if l.Apply(all); (all[0].Suppressed != nil) != c.want {
			t.Errorf("at %s: %v", c.now, all[0].Suppressed)
		}
	}
}

// FuzzLoad: a list that is read has entries with a criterion, a reason, an author
// and an end, and its reasons can be shown as they are.
func FuzzLoad(f *testing.F) {
	f.Add("remote=198.51.100.7/32 port=3333 tag=a=b asn=AS1" + signed + "\n# x\n")
	f.Add(`interface="a \"b\" \\" local=10.0.0.0/8` + signed)
	f.Add("\ufeffport=1 reason=\x00")
	f.Fuzz(func(t *testing.T, text string) {
		l, err := Load(strings.NewReader(text), "s", today)
		if err != nil {
			if l != nil {
				t.Error("a list beside an error")
			}
			return
		}
		for _, e := range l.entries {
			if len(e.criteria) == 0 || strings.TrimSpace(e.of.Reason) == "" || strings.TrimSpace(e.of.Author) == "" || e.expires.IsZero() || e.of.Line < 1 {
				t.Errorf("%+v", e)
			}
			if strings.ContainsAny(e.of.Reason+e.of.Author, "\x1b\n\r\u202e") {
				t.Errorf("%q, %q: steers a terminal", e.of.Reason, e.of.Author)
			}
		}
		all := []detect.Finding{found(), {Interface: "x"}}
		l.Apply(all)
		for i := range all {
			if s := all[i].Suppressed; s != nil && s.Expires < "2026-06-15" {
				t.Errorf("suppressed by an entry that has ended: %+v", s)
			}
		}
	})
}
