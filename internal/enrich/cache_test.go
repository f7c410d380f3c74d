package enrich

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"reflect"
	"strings"
	"testing"
	"time"
)

// saved returns a cache of the fleet after a day, with one of it gone, and its bytes.
func saved(t *testing.T) (*Cache, string) {
	t.Helper()
	s, all := fleet()
	c := NewCache()
	refreshed(t, c, s, all, day1)
	delete(s.interfaces, eni(2))
	refreshed(t, c, s, all, day1.Add(25*time.Hour))
	return c, bytesOf(t, c)
}

func bytesOf(t *testing.T, c *Cache) string {
	t.Helper()
	var b bytes.Buffer
	if err := c.Save(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What is saved and loaded gives the same names without AWS, and the same bytes.
func TestCacheIsTheSame(t *testing.T) {
	c, text := saved(t)
	again, err := LoadCache(strings.NewReader(text), "c")
	if err != nil {
		t.Fatal(err)
	}
	if got := bytesOf(t, again); got != text || bytesOf(t, c) != text {
		t.Errorf("other bytes:\n%s\n%s", text, got)
	}
	_, online := fleet()
	_, offline := fleet()
	c.Name(online)
	again.Name(offline)
	for i, want := range []string{"instance i-0123456789abcdef0 (web-1)", "instance i-0123456789abcdef1, gone since 2026-06-16", "NAT gateway nat-0123456789abcdef0 (egress-1)", "EKS pod address on node i-0fedcba9876543210"} {
		if online[i].Names.Owner != want || !reflect.DeepEqual(online[i], offline[i]) {
			t.Errorf("%+v online, %+v offline, want %s", online[i].Names, offline[i].Names, want)
		}
	}
	if lines := strings.Split(text, "\n"); len(lines) != 6 || lines[0] != `{"version":1,"interfaces":4}` ||
		lines[1] != `{"id":"eni-00000000000000001","region":"eu-central-1","account":"123456789012","fetched":"2026-06-16T14:45:12Z","asked":"2026-06-16T14:45:12Z","type":"interface","description":"Primary network interface","addresses":["10.0.0.1"],"tags":{"cost":"7","team":"blue"},"instance":{"id":"i-0123456789abcdef0","state":"running","tags":{"Name":"web-1","team":"red"}}}` {
		t.Errorf("%d lines:\n%s\n%s", len(lines), lines[0], lines[1])
	}
	if empty := bytesOf(t, NewCache()); empty != "{\"version\":1,\"interfaces\":0}\n" {
		t.Errorf("of nothing: %q", empty)
	}
}

// Whatever AWS says, what is saved of it can be loaded.
func TestCacheOfAnything(t *testing.T) {
	s := newStub()
	long := strings.Repeat("é", 5000)
	tags := map[string]string{"<b>&\u2028": long, long: "x", "": "", "\xff": "\xc0\xaf"}
	for n := range 2 * mostTags {
		tags[fmt.Sprint("z", n)] = "v"
	}
	i := s.add(eni(1), long, "="+long, "10.0.0.1", "i-0123456789abcdef0", tags)
	i.Account, i.Region = long, long
	i.Addresses = append(i.Addresses, netip.Addr{}, netip.MustParseAddr("fe80::1%eth0"), i.Addresses[0])
	i.Prefixes = append(i.Prefixes, netip.Prefix{}, netip.MustParsePrefix("10.0.0.1/8"))
	for n := range mostAddresses + 50 {
		i.Addresses = append(i.Addresses, netip.AddrFrom4([4]byte{10, 1, byte(n / 256), byte(n)}))
	}
	s.instances["i-0123456789abcdef0"] = &Resource{"i-0123456789abcdef0", long, tags}
	s.add(eni(2), "interface", "", "10.0.0.2", "i-*", nil)
	c := NewCache()
	refreshed(t, c, s, on("10.0.0.1", eni(1), eni(2)), day1)
	text := bytesOf(t, c)
	again, err := LoadCache(strings.NewReader(text), "c")
	if err != nil {
		t.Fatal(err)
	}
	got := again.interfaces[eni(1)]
	if len(got.Addresses) != mostAddresses || len(got.Tags) != mostTags || len(got.Instance.Tags) != mostTags || again.interfaces[eni(2)].Instance != nil || got.Region != "eu-central-1" || len(got.Description) > mostText || !strings.HasSuffix(got.Description, "é") || bytesOf(t, again) != text {
		t.Errorf("%d addresses, %d tags, %d bytes of description", len(got.Addresses), len(got.Tags), len(got.Description))
	}
	for s, want := range map[string]string{"a\xffb": "a\ufffdb", strings.Repeat("\xff", 2000): strings.Repeat("\ufffd", 1), "": ""} {
		if got := short(s); got != want {
			t.Errorf("%.10q: %.20q, want %.20q", s, got, want)
		}
	}
}

// A file that is not what was saved is an error that names file and line.
func TestBadCaches(t *testing.T) {
	_, text := saved(t)
	lines := strings.SplitAfter(text, "\n")
	swap := func(old, new string) string {
		if !strings.Contains(text, old) {
			t.Fatalf("no %s in\n%s", old, text)
		}
		return strings.Replace(text, old, new, 1)
	}
	const web = `"id":"eni-00000000000000001"`
	for name, c := range map[string]struct{ text, want string }{
		"empty":              {"", "c:1: empty, no cache of names"},
		"something else":     {"VERDICT KIND\n", "c:1: no cache of names: invalid character"},
		"another JSON":       {"{}\n", "c:1: no cache of names: it has no version"},
		"a finding":          {`{"id":"0123456789abcdef"}`, "c:1: no cache of names: it has no version"},
		"a version to come":  {swap(`"version":1`, `"version":2`), "c:1: version 2, this davy reads version 1"},
		"too many":           {swap(`"interfaces":4`, `"interfaces":50001`), "c:1: 50001 interfaces, a cache has at most 50000"},
		"fewer than none":    {swap(`"interfaces":4`, `"interfaces":-1`), "c:1: -1 interfaces"},
		"more than promised": {swap(`"interfaces":4`, `"interfaces":3`), "c:5: more than the 3 interfaces"},
		"cut at a line":      {strings.Join(lines[:3], ""), "c:4: ends after 2 of 4 interfaces"},
		"cut within a line":  {strings.Join(lines[:3], "")[:len(strings.Join(lines[:3], ""))-9], "c:3: unexpected EOF"},
		"twice":              {strings.Join(append(append([]string{}, lines[:2]...), lines[1:]...), ""), "c:3: eni-00000000000000001: twice"},
		"not in order":       {lines[0] + lines[2] + lines[1] + strings.Join(lines[3:], ""), "c:3: eni-00000000000000001: not in the order of ids"},
		"an unknown key":     {swap(web, web+`,"x":1`), `c:2: json: unknown field "x"`},
		"a key twice":        {swap(web, web+`,"region":"a"`), "c:2: not as davy writes it"},
		"a key in capitals":  {swap(`"region"`, `"REGION"`), "c:2: not as davy writes it"},
		"a blank":            {swap(web, " "+web), "c:2: not as davy writes it"},
		"a type":             {swap(`"region":"eu-central-1"`, `"region":7`), "c:2: json: cannot unmarshal number"},
		"an id":              {swap(web, `"id":"eni-x"`), `c:2: id: want eni- and 8 to 17 hexadecimal digits, not "eni-x"`},
		"an id that expands": {swap(web, `"id":"*"`), `c:2: id: want`},
		"an instance":        {swap(`"id":"i-0123456789abcdef0"`, `"id":"i-*"`), "c:2: instance: want"},
		"a NAT gateway":      {swap(`"id":"nat-0123456789abcdef0"`, `"id":"nat"`), "c:4: nat_gateway: want"},
		"a day":              {swap(`"gone":"2026-06-16"`, `"gone":"soon"`), `c:3: gone: want a day, not "soon"`},
		"a time":             {swap(`"fetched":"2026-06-16T14:45:12Z"`, `"fetched":"soon"`), "c:2: parsing time"},
		"a time of no run":   {swap(`"fetched":"2026-06-16T14:45:12Z"`, `"fetched":"0001-01-01T00:00:00Z"`), "c:2: fetched: want"},
		"a fraction":         {swap(`"fetched":"2026-06-16T14:45:12Z"`, `"fetched":"2026-06-16T14:45:12.5Z"`), "c:2: fetched: want"},
		"a zone":             {swap(`"asked":"2026-06-16T14:45:12Z"`, `"asked":"2026-06-16T16:45:12+02:00"`), "c:2: asked: want"},
		"asked before":       {swap(`"asked":"2026-06-16T14:45:12Z"`, `"asked":"2026-06-15T14:45:12Z"`), "c:2: asked: want"},
		"an address":         {swap(`"addresses":["10.0.0.1"]`, `"addresses":["10.0.0.1%x"]`), "c:2: "},
		"a zone of one":      {swap(`"addresses":["10.0.0.1"]`, `"addresses":["fe80::1%x"]`), "c:2: addresses: "},
		"no address":         {swap(`"addresses":["10.0.0.1"]`, `"addresses":[""]`), "c:2: addresses: "},
		"a prefix":           {swap(`"10.0.1.16/28"`, `"10.0.1.17/28"`), "c:5: prefixes: "},
		"a long text":        {swap(`"eu-central-1"`, `"`+strings.Repeat("x", mostText+1)+`"`), "c:2: a text longer than 1024 bytes"},
		"a long line":        {swap(`"eu-central-1"`, `"`+strings.Repeat("x", mostLine)+`"`), "c:2: line too long"},
		"text after it":      {text + "x\n", "c:6: "},
	} {
		got, err := LoadCache(strings.NewReader(c.text), "c")
		var at *FileError
		if !errors.As(err, &at) || !strings.HasPrefix(err.Error(), c.want) || got != nil {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	broken := errors.New("disk on fire")
	if _, err := LoadCache(io.MultiReader(strings.NewReader(text), failing{broken}), "c"); !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "c: ") {
		t.Errorf("a reader that fails: %v", err)
	}
	c, _ := saved(t)
	if err := c.Save(failing{broken}); !errors.Is(err, broken) {
		t.Errorf("a writer that fails: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error)  { return 0, f.err }
func (f failing) Write([]byte) (int, error) { return 0, f.err }

// A cache does not grow without bound: what was fetched longest ago leaves it, and
// a note says so.
func TestCacheIsBounded(t *testing.T) {
	c := NewCache()
	for n := range mostInterfaces + 2 {
		c.interfaces[eni(n)] = &Interface{ID: eni(n), Fetched: day1.Add(-time.Duration(n%7) * time.Hour)}
	}
	s := newStub()
	s.add(eni(1<<20), "interface", "", "10.0.0.1", "", nil)
	notes := refreshed(t, c, s, on("10.0.0.1", eni(1<<20)), day1)
	if want := "names: the cache holds 50000 interfaces at most: 3 of those fetched longest ago left it"; notes != want || c.Len() != mostInterfaces {
		t.Errorf("%d interfaces, %q", c.Len(), notes)
	}
	if c.interfaces[eni(6)] != nil || c.interfaces[eni(13)] != nil || c.interfaces[eni(20)] != nil || c.interfaces[eni(27)] == nil || c.interfaces[eni(1<<20)] == nil {
		t.Error("not the oldest left")
	}
}

// FuzzLoadCache: what is loaded is saved as it was, and names anything.
func FuzzLoadCache(f *testing.F) {
	f.Add("{\"version\":1,\"interfaces\":1}\n" + `{"id":"eni-00000001","region":"r","fetched":"2026-06-16T14:45:12Z","addresses":["10.0.0.1"],"prefixes":["10.0.0.0/28"],"tags":{"a":"\u001b[2J"},"instance":{"id":"i-00000001"}}` + "\n")
	f.Add("{\"version\":1,\"interfaces\":1}\n" + `{"id":"eni-00000001","region":"","fetched":"2026-06-16T14:45:12Z","asked":"2026-06-16T14:45:12Z","gone":"2026-06-16","description":"Interface for NAT Gateway nat-00000001","nat_gateway":{"id":"nat-00000001","state":"deleted"}}` + "\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := LoadCache(strings.NewReader(text), "c")
		if err != nil {
			return
		}
		if got := bytesOf(t, c); got != text && got != text+"\n" && got != strings.ReplaceAll(text, "\r\n", "\n") {
			t.Errorf("%q became %q", text, got)
		}
		all := on("10.0.0.1", "eni-00000001")
		c.Name(all)
	})
}
