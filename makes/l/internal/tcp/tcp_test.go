package tcp

import (
	"bufio"
	"compress/gzip"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"makes/l/internal/flow"
)

// capture gives packets and bytes of all records by source port.
func capture(t *testing.T, traffic func(*flow.Flow, *rand.Rand)) map[string]string {
	t.Helper()
	log := flow.NewLog(time.Unix(0, 0), 1, 600, "1")
	traffic(log.Tap("eni-1", 0, 0).Flow(flow.TCP, 1, 4000, 2, 80, false), rand.New(rand.NewPCG(1, 1)))
	dir := t.TempDir()
	if err := log.Write(dir); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(filepath.Join(dir, "1970-01-01T00.log.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for lines := bufio.NewScanner(zip); lines.Scan(); {
		f := strings.Fields(lines.Text())
		all[f[5]] += strings.Join(f[8:10], "/")
	}
	return all
}

func TestConn(t *testing.T) {
	lazy := Stack{Stamps: true, MSS: 1460, Every: 2, Delay: 0.04, Keep: 60}
	bare := Stack{MSS: 1460, Every: 2, Delay: 0.04}
	for _, test := range []struct {
		name           string
		server         Stack
		client, remote string
	}{
		// SYN 60, ACK 52, data 152, delayed ACK 52, two keep-alives 104 | SYN 60, data 252 with the ACK, two replies 104
		{"stamps", lazy, "6/420", "4/416"},
		// SYN 60, ACK 40, data 140, delayed ACK 40, two keep-alives 80 | SYN 52, data 240, two replies 80
		{"bare", bare, "6/360", "4/372"},
	} {
		got := capture(t, func(f *flow.Flow, rng *rand.Rand) {
			c := New(f, rng, lazy, test.server, Path{RTT: 0.01, Rate: 1e6}, Client, NewLayer("plain", false, rng))
			c.Open(10)
			c.Say(Client, 100)
			c.Turn(Server)
			c.Say(Server, 200)
			c.Wait(150)
			c.Abandon()
		})
		if got["4000"] != test.client || got["80"] != test.remote {
			t.Errorf("%s: client %q, want %q; server %q, want %q", test.name, got["4000"], test.client, got["80"], test.remote)
		}
	}
}

func TestSegments(t *testing.T) {
	bare := Stack{MSS: 1460, Every: 2, Delay: 0.04}
	got := capture(t, func(f *flow.Flow, rng *rand.Rand) {
		c := New(f, rng, bare, bare, Path{RTT: 0.01, Rate: 1e6}, Client, NewLayer("tls13", false, rng))
		c.Resume(10)
		c.Say(Client, 5000) // 5022 bytes with a record's header and tag: 4 segments, 2 ACKs
		c.Send(Server, 1)
		c.Abandon()
	})
	if got["4000"] != "4/5182" || got["80"] != "3/121" {
		t.Errorf("got %q", got)
	}
}

func TestKnock(t *testing.T) {
	got := capture(t, func(f *flow.Flow, _ *rand.Rand) {
		// SYNs at 0, 1, 3 and 7 s; patience ends before the one at 15 s
		if end := Knock(f, Stack{Stamps: true, SYNs: 7}, 100, 10, 0.01, false); end != 110 {
			t.Errorf("end %v", end)
		}
	})
	if got["4000"] != "4/240" {
		t.Errorf("got %q", got)
	}
}
