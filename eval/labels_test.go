package eval

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/netip"
	"strings"
	"testing"
)

func addr(s string) netip.Addr { return netip.MustParseAddr(s) }

func readLabels(t *testing.T, text string) *Labels {
	t.Helper()
	labels, err := ReadLabels(strings.NewReader(text), "labels.tsv")
	if err != nil {
		t.Fatal(err)
	}
	return labels
}

func TestParsePair(t *testing.T) {
	for _, test := range []struct{ in, a, b string }{
		{"10.0.0.1::198.51.100.1", "10.0.0.1", "198.51.100.1"},
		{"198.51.100.1::10.0.0.1", "10.0.0.1", "198.51.100.1"}, // either way round
		{"2001:db8::1::2001:db8::2", "2001:db8::1", "2001:db8::2"},
		{"::1::::2", "::1", "::2"},
		{"::::::", "::", "::"},
		{"10.0.0.1::::1", "10.0.0.1", "::1"},
		{"fe80::::1::2", "1::2", "fe80::"},
		{"1:2:3:4:5:6:7:8::8:7:6:5:4:3:2:1", "1:2:3:4:5:6:7:8", "8:7:6:5:4:3:2:1"},
		{"::ffff:10.0.0.1::10.0.0.2", "10.0.0.1", "10.0.0.2"},
		{"2001:DB8::A::10.0.0.1", "10.0.0.1", "2001:db8::a"},
	} {
		pair, err := ParsePair(test.in)
		if want := [2]netip.Addr{addr(test.a), addr(test.b)}; err != nil || pair != want {
			t.Errorf("%s is %v, %v; want %v", test.in, pair, err, want)
		}
	}
	for in, want := range map[string]string{
		"":                         `"" is not local::remote`,
		"10.0.0.1":                 `"10.0.0.1" is not local::remote`,
		"1::::1":                   `"1::::1" is not local::remote`, // neither "1" nor "1" is an address
		"10.0.0.1:10.0.0.2":        `"10.0.0.1:10.0.0.2" is not local::remote`,
		"10.0.0.1::":               `"10.0.0.1::" is not local::remote`,
		"10.0.0.1::10.0.0.256":     `"10.0.0.1::10.0.0.256" is not local::remote`,
		"10.0.0.1::host":           `"10.0.0.1::host" is not local::remote`,
		"2001:db8::1":              `"2001:db8::1" is not local::remote`,
		"fe80::1%a::::192.0.2.1":   `"fe80::1%a::::192.0.2.1" can be cut in two in 2 ways: write the IPv6 addresses in full`,
		"10.0.0.1::10.0.0.2::more": `"10.0.0.1::10.0.0.2::more" is not local::remote`,
	} {
		if pair, err := ParsePair(in); err == nil || err.Error() != want {
			t.Errorf("%q is %v, %v; want %s", in, pair, err, want)
		}
	}
}

// Whatever two addresses are written beside each other, as Go or in full, are
// read back as those two, or said to be ambiguous; never as two others.
func TestParsePairReadsBack(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	draw := func() netip.Addr {
		var b [16]byte
		if r.IntN(3) == 0 {
			return netip.AddrFrom4([4]byte{10, byte(r.Uint32()), byte(r.Uint32()), byte(r.Uint32())})
		}
		for i := range b {
			if r.IntN(3) == 0 { // zeros make for "::"
				b[i] = byte(r.Uint32())
			}
		}
		return netip.AddrFrom16(b).Unmap()
	}
	for range 20_000 {
		a, b := draw(), draw()
		want := [2]netip.Addr{a, b}
		if b.Less(a) {
			want = [2]netip.Addr{b, a}
		}
		for _, s := range []string{a.String() + "::" + b.String(), a.StringExpanded() + "::" + b.StringExpanded(), a.StringExpanded() + "::" + b.String()} {
			if got, err := ParsePair(s); err != nil || got != want {
				t.Fatalf("%s is %v, %v; want %v", s, got, err, want)
			}
		}
	}
}

func TestReadLabels(t *testing.T) {
	labels := readLabels(t, "# a comment\r\n\r\n"+
		"10.0.0.1::198.51.100.1\tmining\tmonero\r\n"+
		"  10.0.0.1::198.51.100.1   benign backup eni-b  \n"+
		"2001:db8::1::2001:db8::2 benign\n"+
		"10.0.0.9::198.51.100.9 mining coin eni-c\n")
	for _, test := range []struct {
		eni, a, b string
		want      string // "" for none
	}{
		{"eni-a", "10.0.0.1", "198.51.100.1", "mining monero"},
		{"eni-a", "198.51.100.1", "10.0.0.1", "mining monero"},
		{"eni-b", "10.0.0.1", "198.51.100.1", "benign backup"}, // the interface's own goes first
		{"eni-a", "2001:db8::2", "2001:db8::1", "benign "},
		{"eni-c", "10.0.0.9", "198.51.100.9", "mining coin"},
		{"eni-a", "10.0.0.9", "198.51.100.9", ""},
		{"eni-a", "10.0.0.1", "198.51.100.2", ""},
	} {
		got := ""
		if l := labels.Find(test.eni, addr(test.a), addr(test.b)); l != nil {
			got = map[bool]string{true: "mining ", false: "benign "}[l.Mining] + l.Group
		}
		if got != test.want {
			t.Errorf("%s %s %s is %q, want %q", test.eni, test.a, test.b, got, test.want)
		}
	}
	if l := readLabels(t, "* benign rest\n").Find("eni-a", addr("10.0.0.1"), addr("10.0.0.2")); l == nil || l.Mining || l.Group != "rest" {
		t.Errorf("a pair that is not named: %+v", l)
	}
}

func TestLabelAttrs(t *testing.T) {
	labels := readLabels(t, "10.0.0.1::10.0.0.2 mining a eni-1 kind=pool\tpool=x=y size=\n10.0.0.1::10.0.0.3 mining a eni-1\n")
	find := func(remote string) map[string]string {
		return labels.Find("eni-1", addr("10.0.0.1"), addr(remote)).Attrs
	}
	if got, want := find("10.0.0.2"), (map[string]string{"kind": "pool", "pool": "x=y", "size": ""}); !maps.Equal(got, want) {
		t.Errorf("attributes are %q, want %q", got, want)
	}
	if got := find("10.0.0.3"); got != nil {
		t.Errorf("attributes are %q, want none", got)
	}
}

func TestUnusedLabels(t *testing.T) {
	labels := readLabels(t, "10.0.0.1::10.0.0.2 mining a\n10.0.0.1::10.0.0.3 benign b\n10.0.0.1::10.0.0.2 benign c eni-x\n* benign\n")
	labels.Find("eni-y", addr("10.0.0.2"), addr("10.0.0.1"))
	labels.Find("eni-y", addr("10.0.0.8"), addr("10.0.0.9"))
	var groups []string
	for _, l := range labels.Unused() {
		groups = append(groups, l.Group)
	}
	if got := strings.Join(groups, " "); got != "b c" {
		t.Errorf("unused are %q, want b and c", got)
	}
}

func TestLabelErrors(t *testing.T) {
	for line, want := range map[string]string{
		"10.0.0.1::10.0.0.2":                       "line: 1 fields, want local::remote label group [interface [key=value ...]]",
		"10.0.0.1::10.0.0.2 mining a eni-1 more":   `field 5: "more" is not key=value`,
		"10.0.0.1::10.0.0.2 mining a eni-1 a=b =c": `field 6: "=c" is not key=value`,
		"10.0.0.1::10.0.0.2 mining a eni-1 a=b a=": `field 6: "a" is given twice`,
		"10.0.0.1 mining a":                        `pair: "10.0.0.1" is not local::remote`,
		"10.0.0.1::10.0.0.2 Mining a":              `label: "Mining": want mining or benign`,
		"10.0.0.1::10.0.0.2 mining":                "group: a mining pair needs the name of its profile",
		"* mining a":                               "pair: every pair not named cannot be mining",
		"* benign a eni-1 b c":                     `field 5: "b" is not key=value`,
	} {
		_, err := ReadLabels(strings.NewReader("# one\n* benign\n\n"+line+"\n10.0.0.1::10.0.0.3 benign\n"), "my labels.tsv")
		if want = "my labels.tsv:4: " + want; err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", line, err, want)
		}
		if e, ok := errors.AsType[*LabelError](err); !ok || e.Line != 4 || e.File != "my labels.tsv" || e.Unwrap() == nil {
			t.Errorf("%q: %#v is no LabelError of line 4", line, err)
		}
	}
}

func TestManifest(t *testing.T) {
	const text = "note\tfile\tlabel\tminer_pairs\n" +
		"x\tlogs/./a.600.log.gz\tmining\t10.0.0.1::198.51.100.1 10.0.0.1::198.51.100.2\n" +
		"y \"quoted\tlogs/b.log\tmixed\t2001:db8::1::2001:db8::2\n" +
		"z\tc\tbenign\t-\n"
	m, err := ReadManifest(strings.NewReader(text), "m.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ file, a, b, want string }{
		{"logs/a.600.log.gz", "198.51.100.1", "10.0.0.1", "true a"},
		{"./logs/a.600.log.gz", "198.51.100.2", "10.0.0.1", "true a"},
		{"logs/a.600.log.gz", "198.51.100.3", "10.0.0.1", "none"}, // of other pairs of mining files nothing is said
		{"logs/b.log", "2001:db8::2", "2001:db8::1", "true b"},
		{"logs/b.log", "10.0.0.1", "10.0.0.2", "none"},
		{"c", "10.0.0.1", "10.0.0.2", "false c"},
		{"a.600.log.gz", "198.51.100.1", "10.0.0.1", "unknown file"},
		{"logs/c", "10.0.0.1", "10.0.0.2", "unknown file"},
	} {
		got := "unknown file"
		if labels, ok := m.Labels(test.file); ok {
			got = "none"
			if l := labels.Find("eni-1", addr(test.a), addr(test.b)); l != nil {
				got = fmt.Sprint(l.Mining, " ", l.Group)
			}
		}
		if got != test.want {
			t.Errorf("%s, %s and %s: %s, want %s", test.file, test.a, test.b, got, test.want)
		}
	}
}

func TestManifestErrors(t *testing.T) {
	const header = "file\tlabel\tminer_pairs\n"
	for _, test := range []struct{ text, want string }{
		{"", "m.tsv: header: EOF"},
		{"file\tminer_pairs\n", "m.tsv:1: label: column missing"},
		{"file\tlabel\n", "m.tsv:1: miner_pairs: column missing"},
		{"name\tlabel\tminer_pairs\n", "m.tsv:1: file: column missing"},
		{header + "a\tbenign\t-\nb\tbad\t-\n", `m.tsv:3: miner_pairs or label: label "bad": want mining, mixed or benign`},
		{header + "\n\na\tmining\t10.0.0.1::10.0.0.2 10.0.0.1\n", `m.tsv:4: miner_pairs or label: "10.0.0.1" is not local::remote`},
		{header + "a\tmining\n", "m.tsv: record on line 2: wrong number of fields"},
	} {
		if _, err := ReadManifest(strings.NewReader(test.text), "m.tsv"); err == nil || err.Error() != test.want {
			t.Errorf("%q: %v, want %s", test.text, err, test.want)
		}
	}
}

func TestCaptureName(t *testing.T) {
	for in, want := range map[string]string{
		"a": "a", "x/y/a.log": "a", "x/a.log.gz": "a", "a.600.log.gz": "a", "a.60.log": "a", "a.b.log.gz": "a.b", "logs.gz/a.6": "a.6",
	} {
		if got := CaptureName(in); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
}
