package enrich

import (
	"errors"
	"fmt"
	"io"
	"net/netip"
	"strings"
	"testing"

	"davy/detect"
)

func poolsOf(t *testing.T, text string) *Pools {
	t.Helper()
	p, err := LoadPools(strings.NewReader(text), "p")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const list = "\ufeff# pools of ours\r\n" +
	"198.51.100.7,3333,Pool A,abuse desk,2026-01-31\r\n" +
	"198.51.100.7,,Pool A any port\n" +
	"198.51.100.0/24,4444,Net\n" +
	"\n" +
	"198.51.0.0/16\t\tA, B & C\thttps://example.com/a,b\t\n" +
	"2001:db8::/32 , 443 , Six , , 2026-02-01\n" +
	"pool.example.com,3333,Named\n" +
	"xn--bcher-kva.example.,,Named too\n" +
	"198.51.100.7,3333,Pool A again\n"

// The entry of the longest prefix that fits the port is the one.
func TestPools(t *testing.T) {
	p := poolsOf(t, list)
	for _, c := range []struct {
		remote     string
		port       uint16
		name, note string
	}{
		{"198.51.100.7", 3333, "Pool A", "the remote is in your pool list as Pool A (port 3333, from abuse desk 2026-01-31), line 2"},
		{"198.51.100.7", 4444, "Pool A any port", "the remote is in your pool list as Pool A any port (any port), line 3"},
		{"198.51.100.7", 0, "Pool A any port", "the remote is in your pool list as Pool A any port (any port), line 3"},
		{"::ffff:198.51.100.8", 4444, "Net", "the remote is in your pool list as Net (198.51.100.0/24, port 4444), line 4"},
		{"198.51.100.8", 5555, "A, B & C", "the remote is in your pool list as A, B & C (198.51.0.0/16, any port, from https://example.com/a,b), line 6"},
		{"2001:db8::1", 443, "Six", "the remote is in your pool list as Six (2001:db8::/32, port 443, from 2026-02-01), line 7"},
		{"2001:db8::1", 80, "", ""},
		{"192.0.2.1", 3333, "", ""},
		{"fe80::1%eth0", 443, "", ""},
	} {
		all := []detect.Finding{{Remote: netip.MustParseAddr(c.remote), ServerPort: c.port, Verdict: detect.None, Score: 0.5}}
		p.Name(all)
		n := all[0].Names
		if c.name == "" && n != nil || c.name != "" && (n == nil || n.Pool != c.name || n.PoolNote != c.note) {
			t.Errorf("%s port %d: %+v, want %s", c.remote, c.port, n, c.note)
		}
		if all[0].Verdict != detect.None || all[0].Score != 0.5 || all[0].Evidence != nil {
			t.Errorf("a pool list decides: %+v", all[0])
		}
	}
	p.Name([]detect.Finding{{}}) // no remote at all
	want := "pools: p: 2 of 8 entries are domains, which no flow log has: not used\npools: p: 1 of 8 entries have the address and port of one before: not used"
	if got := strings.Join(p.Notes(), "\n"); got != want {
		t.Errorf("notes\n%s\nwant\n%s", got, want)
	}
	if notes := poolsOf(t, "# nothing\n").Notes(); len(notes) != 0 {
		t.Errorf("of nothing: %q", notes)
	}
}

// A line that is no entry is an error with file, line and field.
func TestBadPools(t *testing.T) {
	for text, want := range map[string]string{
		"198.51.100.7":                           "p:2: address, port, name, source, date wanted, 1 found",
		"198.51.100.7,3333":                      "p:2: address, port, name, source, date wanted, 2 found",
		"198.51.100.7,3333,a,b,2026-01-01,x":     "p:2: address, port, name, source, date wanted, 6 found",
		"198.51.100.7 3333 a":                    "p:2: address, port",
		"address,port,name":                      `p:2: address: want an address, a prefix or a domain, not "address"`,
		",3333,a":                                "p:2: address: want an address",
		"198.51.100.300,3333,a":                  "p:2: address: want an address",
		"198.51.100.7:3333,,a":                   "p:2: address: want an address",
		"stratum+tcp://pool.example:3333,,a":     "p:2: address: want an address",
		"fe80::1%eth0,,a":                        "p:2: address: want an address",
		"-a.example,,a":                          "p:2: address: want an address",
		strings.Repeat("a.", 200) + "example,,a": "p:2: address: want an address",
		"198.51.100.7/24,,a":                     "p:2: address: 198.51.100.7/24 has bits beyond its length: is it 198.51.100.0/24?",
		"0.0.0.0/0,,a":                           "p:2: address: 0.0.0.0/0 is every address",
		"::ffff:198.51.100.0/120,,a":             "p:2: address: ::ffff:198.51.100.0/120: write it as IPv4",
		"198.51.100.7,0,a":                       "p:2: port: want 1 to 65535 or nothing, not \"0\"",
		"198.51.100.7,65536,a":                   "p:2: port: ",
		"198.51.100.7,0333,a":                    "p:2: port: ",
		"198.51.100.7,3333-3340,a":               "p:2: port: ",
		"198.51.100.7,3333, ":                    "p:2: name: missing",
		"198.51.100.7,3333,,abuse":               "p:2: name: missing",
		"198.51.100.7,3333,a,,yesterday":         "p:2: date: want a day like 2026-01-31 or nothing, not \"yesterday\"",
		"198.51.100.7,3333,a,,2026-02-30":        "p:2: date: ",
		"198.51.100.7,3333,\x1b[2J":              "p:2: name: characters that are not printable",
		"198.51.100.7,3333,a,\u202ebc":           "p:2: source: characters that are not printable",
		"198.51.100.7,3333,\xff":                 "p:2: name: characters that are not printable",
		"pool.example,x,a":                       "p:2: port: ",
		"#\n#\n198.51.100.7":                     "p:4: address",
		strings.Repeat("x", 5000):                "p:2: longer than 4096 bytes",
	} {
		p, err := LoadPools(strings.NewReader("# first\n"+text+"\n"), "p")
		var at *FileError
		if !errors.As(err, &at) || !strings.HasPrefix(err.Error(), want) || p != nil {
			t.Errorf("%.60q: %v, want %s", text, err, want)
		}
	}
	broken := errors.New("disk on fire")
	if _, err := LoadPools(io.MultiReader(strings.NewReader(list), failing{broken}), "p"); !errors.Is(err, broken) {
		t.Errorf("a reader that fails: %v", err)
	}
	lines := 0
	endless := readerFunc(func(b []byte) (int, error) {
		lines++
		return copy(b, fmt.Sprintf("10.%d.%d.%d,,a\n", lines>>16&255, lines>>8&255, lines&255)), nil
	})
	if _, err := LoadPools(endless, "p"); err == nil || !strings.HasSuffix(err.Error(), "more than 100000 entries") {
		t.Errorf("without end: %v", err)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }

// FuzzLoadPools: what is read as an entry matches its own address, and its name
// can be shown as it is.
func FuzzLoadPools(f *testing.F) {
	f.Add(list)
	f.Add("::1/128,1,x\n1.2.3.4/31\t2\ty\tz\t2026-01-01")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := LoadPools(strings.NewReader(text), "p")
		if err != nil {
			return
		}
		used := p.domains + p.repeats
		for prefix, all := range p.table.All() {
			used += len(all)
			for _, e := range all {
				got := []detect.Finding{{Remote: prefix.Addr(), ServerPort: e.port}}
				if p.Name(got); got[0].Names == nil || got[0].Names.Pool == "" || !shown(got[0].Names.PoolNote) {
					t.Errorf("%s port %d: %+v", prefix, e.port, got[0].Names)
				}
			}
		}
		if used != p.lines {
			t.Errorf("%d of %d entries are used or counted", used, p.lines)
		}
	})
}
