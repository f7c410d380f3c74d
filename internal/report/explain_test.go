package report

import (
	"bytes"
	"math"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"davy/detect"
)

func TestScale(t *testing.T) {
	between := func(lo, hi float64) *[2]float64 { return &[2]float64{lo, hi} }
	for name, c := range map[string]struct {
		e               detect.Evidence
		miner, ordinary string
	}{
		"inside both":        {detect.Evidence{Value: 5, Miner: between(0, 10), Ordinary: between(4, 6)}, "├────●────┤", "····├●┤····"},
		"left of both":       {detect.Evidence{Value: 0, Miner: between(5, 10), Ordinary: between(2, 4)}, "●····├────┤", "●·├─┤······"},
		"right of both":      {detect.Evidence{Value: 10, Miner: between(0, 5), Ordinary: between(2, 4)}, "├────┤····●", "··├─┤·····●"},
		"at a threshold":     {detect.Evidence{Value: 10, Threshold: ptr(10), Miner: between(0, 5), Ordinary: between(0, 0)}, "├────┤····●", "┼·········●"},
		"above a threshold":  {detect.Evidence{Value: 10, Threshold: ptr(7), Miner: between(7, 10), Ordinary: between(0, 1)}, "·······┆──●", "├┤·····┆··●"},
		"all the same":       {detect.Evidence{Value: 3, Miner: between(3, 3), Ordinary: between(3, 3)}, "·····●·····", "·····●·····"},
		"a range turned":     {detect.Evidence{Value: 0, Miner: between(10, 5), Ordinary: between(4, 2)}, "●····├────┤", "●·├─┤······"},
		"as far as they get": {detect.Evidence{Value: math.MaxFloat64, Miner: between(-math.MaxFloat64, 0), Ordinary: between(-1, 1)}, "├────┤····●", "·····┼····●"},
		"too close to part":  {detect.Evidence{Value: 5e-324, Miner: between(0, 5e-324), Ordinary: between(0, 0)}, "·····●·····", "·····●·····"},
	} {
		s := newScale(&c.e, 11)
		if got := s.line(c.e.Miner, &c.e); got != c.miner {
			t.Errorf("%s: miners %s, want %s", name, got, c.miner)
		}
		if got := s.line(c.e.Ordinary, &c.e); got != c.ordinary {
			t.Errorf("%s: ordinary %s, want %s", name, got, c.ordinary)
		}
	}
}

// Any numbers that JSON can hold give a text, on a scale that is as wide as it
// should be.
func TestExplainNumbers(t *testing.T) {
	numbers := []float64{0, 1, -1, math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, 710, -745, 1e18}
	for _, filter := range []string{"local_slope", "single", "client", "local_scatter", "byte_ratio", "memory", "vote", "hull", "unheard"} {
		for _, x := range numbers {
			for _, y := range numbers {
				e := detect.Evidence{Filter: filter, Value: x, Threshold: &y, Miner: &[2]float64{x, y}, Ordinary: &[2]float64{y, x}, Weight: &x, Sentence: "s"}
				f := miner()
				f.Evidence, f.Score, f.First, f.Last = []detect.Evidence{e}, x, math.MaxInt64, math.MinInt64
				var b bytes.Buffer
				if err := Explain(&b, &f, View{}); err != nil {
					t.Fatal(err)
				}
				if line := newScale(&e, 20).line(e.Miner, &e); utf8.RuneCountInString(line) != 20 || strings.Count(line, signValue) != 1 || steers(b.String()) {
					t.Errorf("%s %g %g: %s\n%s", filter, x, y, line, b.String())
				}
			}
		}
	}
}

// Commands are made of well-formed ids and addresses only.
func TestSteps(t *testing.T) {
	count := func(eni, instance, local, remote string) (n int) {
		f := detect.Finding{Interface: eni, Instance: instance, Local: addr(local), Remote: addr(remote)}
		return len(steps(&f))
	}
	for _, c := range []struct {
		eni, instance, local, remote string
		want                         int
	}{
		{"eni-0123456789abcdef0", "i-0123456789abcdef0", "10.0.0.1", "198.51.100.1", 5},
		{"eni-01234567", "i-01234567", "10.0.0.1", "198.51.100.1", 5},
		{"eni-0123456789abcdef0", "", "10.0.0.1", "2001:db8::1", 4},
		{"eni-0123456789ABCDEF0", "", "10.0.0.1", "198.51.100.1", 2}, // by address
		{"eni-0123456789abcdef0\n", "i-01234567\n", "10.0.0.1", "198.51.100.1", 2},
		{"eni-0123456789abcdef0;reboot", "i-01234567 x", "10.0.0.1", "198.51.100.1", 2},
		{"eni-0123456789abcdef01", "", "10.0.0.1", "198.51.100.1", 2}, // too long
		{"x", "x", "fe80::1%$(reboot)", "fe80::1%'x", 0},
	} {
		if got := count(c.eni, c.instance, c.local, c.remote); got != c.want {
			t.Errorf("%+v: %d steps", c, got)
		}
	}
	for _, s := range evil {
		f := hostile(s)
		f.Local, f.Remote = addr("fe80::1%"+strings.ReplaceAll(s, "%", "x")+"x"), addr("fe80::1%x")
		if got := steps(&f); len(got) != 0 {
			t.Errorf("%q: %v", s, got)
		}
	}
	f := detect.Finding{Interface: "x", Local: addr("2001:db8::7"), Remote: addr("10.1.2.3")}
	var commands []string
	for _, s := range steps(&f) {
		commands = append(commands, s.command)
	}
	if want := []string{
		"aws ec2 describe-network-interfaces --filters 'Name=ipv6-addresses.ipv6-address,Values=2001:db8::7'",
		"aws ec2 describe-network-interfaces --filters 'Name=addresses.private-ip-address,Values=10.1.2.3'",
	}; !slices.Equal(commands, want) {
		t.Errorf("%q", commands)
	}
}

// A quoted string is one word to a shell, and the same.
func TestQuote(t *testing.T) {
	for _, s := range evil {
		if strings.ContainsRune(s, 0) { // no argument can
			continue
		}
		got, err := exec.Command("sh", "-c", "printf %s "+quote(s)).Output()
		if err != nil || string(got) != s {
			t.Errorf("%q is %q to a shell, %v", s, got, err)
		}
	}
}

func TestReadFindings(t *testing.T) {
	const good = `{"id":"0123456789abcdef","interface_id":"eni-0a","local":"10.0.0.1","remote":"10.0.0.2","verdict":"mining","new_field":[1]}`
	for _, text := range []string{good, good + "\n", "\ufeff" + good + "\r\n\r\n", "\n \n" + good, good + "\n" + good} {
		n := 0
		if err := ReadFindings(strings.NewReader(text), "f", func(f *detect.Finding) { n++ }); err != nil || n != strings.Count(text, "{") {
			t.Errorf("%q: %d findings, %v", text, n, err)
		}
	}
	swap := func(old, new string) string { return good + "\n" + strings.Replace(good, old, new, 1) }
	for text, want := range map[string]string{
		"VERDICT  KIND": "f:1: no finding: invalid character",
		good + "\n{":    "f:2: no finding: unexpected end of JSON input",
		"[]":            "f:1: no finding: json: cannot unmarshal array",
		"{}":            "f:1: no finding: id: want 16 hexadecimal digits",
		"null":          "f:1: no finding: id: want 16 hexadecimal digits",
		swap("0123456789abcdef", "0123456789ABCDEF"):   "f:2: no finding: id: ",
		swap("0123456789abcdef", "0123456789abcdef\n"): "f:2: no finding: ",
		swap("mining", "sure"):                         "f:2: no finding: verdict: want mining, suspect or none",
		swap("eni-0a", ""):                             "f:2: no finding: interface_id: missing",
		swap("10.0.0.1", ""):                           "f:2: no finding: local: want an IP address",
		swap("10.0.0.2", "fe80::1%$(reboot)"):          "f:2: no finding: remote: want an IP address",
		swap("10.0.0.2", "pool.example"):               "f:2: no finding: ",
		swap("[1]", "1e999") + " ":                     "",
		swap(`"new_field":[1]`, `"score":1e999`):       "f:2: no finding: json: cannot unmarshal number 1e999",
		swap(`"new_field":[1]`, `"server_port":70000`): "f:2: no finding: json: cannot unmarshal number 70000",
		good + "\n" + strings.Repeat("x", longestLine): "f:2: no finding: longer than 16 MiB",
	} {
		err := ReadFindings(strings.NewReader(text), "f", func(*detect.Finding) {})
		if want == "" && err != nil || want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)) {
			t.Errorf("%.300q: %v, want %s", text, err, want)
		}
	}
	broken := &brokenReader{strings.NewReader(good + "\n")}
	if err := ReadFindings(broken, "f", func(*detect.Finding) {}); err == nil || err.Error() != "f: broken pipe" {
		t.Errorf("a reader that fails: %v", err)
	}
}

// brokenReader fails where it should end.
type brokenReader struct{ r *strings.Reader }

func (b *brokenReader) Read(p []byte) (int, error) {
	if b.r.Len() == 0 {
		return 0, errPipe
	}
	return b.r.Read(p)
}

// FuzzReadFindings: whatever is read as a finding can be shown in every form.
func FuzzReadFindings(f *testing.F) {
	f.Add([]byte(`{"id":"0123456789abcdef","interface_id":"eni-0a","local":"10.0.0.1","remote":"::ffff:10.0.0.2","verdict":"mining","evidence":[{"filter":"drift","value":1e308,"miner_range":[-1e308,0],"sentence":"\u001b[2J"}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var all []detect.Finding
		if err := ReadFindings(bytes.NewReader(text), "f", func(f *detect.Finding) { all = append(all, *f) }); err != nil {
			return
		}
		var b bytes.Buffer
		o := origin
		o.Account = "123456789012"
		err := []error{Table(&b, all, View{Width: 60}), JSONLines(&b, all), OCSF(&b, all, o), ASFF(&b, all, o)}
		for i := range all {
			err = append(err, Explain(&b, &all[i], View{Width: 60}))
		}
		for _, err := range err {
			if err != nil {
				t.Fatal(err)
			}
		}
		if steers(b.String()) {
			t.Fatalf("%q", b.String())
		}
	})
}
