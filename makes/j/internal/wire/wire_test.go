package wire

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"makes/j/internal/dice"
	"makes/j/internal/flowlog"
)

// records gives what an interface's log of an hour says of exchanges.
func records(t *testing.T, exchange func(*Path)) []string {
	t.Helper()
	log, dir := flowlog.New(0, 1, 600), t.TempDir()
	linux := &Stack{Timestamps: true, SYN: 60, MSS: 1460, Delay: 0.04, Every: 2, NoDelay: true, SYNs: 5}
	exchange(&Path{Tap: log.Tap("eni-1", "1", 0), Dice: dice.New(1), Local: flowlog.IP(10, 0, 0, 1), Remote: flowlog.IP(192, 0, 2, 1),
		Port: 443, FixedPort: 40000, Near: linux, Far: linux, RTT: 0.02, Rate: 1e6})
	if err := log.Write(dir); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(filepath.Join(dir, "flow-0000.log.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(zip)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		if !strings.HasSuffix(line, "NODATA") {
			got = append(got, line)
		}
	}
	return got
}

func same(t *testing.T, got, want []string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("records\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestExchange(t *testing.T) {
	got := records(t, func(p *Path) {
		c, at := p.Dial(10)
		c.Send(0, at, 100)      // 152 bytes
		c.Send(1, at+0.02, 500) // 552, acknowledges; acknowledged after 40 ms
		c.Send(0, 20, 3000)     // three segments, acknowledged by 1 at once and 1 later
		c.Leave(30)
	})
	same(t, got, []string{
		"2 1 eni-1 10.0.0.1 192.0.2.1 40000 443 6 7 3472 10 20 ACCEPT OK", // 60+52+152+52 and 3000+3*52
		"2 1 eni-1 192.0.2.1 10.0.0.1 443 40000 6 4 716 10 20 ACCEPT OK",  // 60+552+2*52
	})
}

func TestDenied(t *testing.T) {
	got := records(t, func(p *Path) { // at 10, 11, 13 and 17
		if end := p.Fail('d', 10, 10); end != 20 {
			t.Errorf("gave up at %v", end)
		}
	})
	same(t, got, []string{"2 1 eni-1 10.0.0.1 192.0.2.1 40000 443 6 4 240 10 17 REJECT OK"})
}

func TestKeepAlive(t *testing.T) {
	got := records(t, func(p *Path) {
		p.Near.Idle = 100
		c, _ := p.Dial(0)
		c.Leave(350)
	})
	same(t, got, []string{
		"2 1 eni-1 10.0.0.1 192.0.2.1 40000 443 6 5 268 0 300 ACCEPT OK", // 60+52, three probes
		"2 1 eni-1 192.0.2.1 10.0.0.1 443 40000 6 4 216 0 300 ACCEPT OK", // 60, three answers
	})
}

func TestSizes(t *testing.T) {
	for _, c := range []struct {
		w       Wrap
		n, want int
	}{{Wrap{}, 100, 100}, {Wrap{TLS: 13}, 100, 122}, {Wrap{TLS: 12}, 100, 129}, {Wrap{TLS: 12, CBC: true}, 100, 5 + 16 + 128}, {Wrap{TLS: 13}, 20000, 20044}} {
		if got := (&Link{w: c.w}).size(0, c.n); got != c.want {
			t.Errorf("%+v: %d bytes become %d, want %d", c.w, c.n, got, c.want)
		}
	}
}
