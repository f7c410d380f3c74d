package tcp

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"compress/gzip"
	"io"
	"strings"

	"makes/r/internal/flow"
)

// exchange is one question, one answer, and the client closes.
type exchange struct{ ask, answer int }

func (x exchange) Open(c *Conn)        { c.Write(Local, x.ask, 1) }
func (exchange) Timer(*Conn, int, int) {}
func (x exchange) Got(c *Conn, side, _ int) {
	if side == Remote {
		c.Write(Remote, x.answer, 2)
	} else {
		c.After(flow.Second, 0, 0)
		c.Close(Local)
	}
}
func (exchange) Closed(*Conn, int) int64 { return 1000 }

// run gives packets and bytes, out and in, of one connection.
func run(t *testing.T, x App, quick int, state State) []string {
	t.Helper()
	stack := &Stack{OS: "linux", MSS: 1460, TS: true, SACK: true, SynBytes: 20, Delack: 40 * flow.Millisecond, Quick: quick, Stretch: 2,
		MinRTO: 200 * flow.Millisecond, Cwnd: 10, Window: 1 << 20, TLP: true, Retries: 15, Syn: seconds(1, 3, 7, 15, 31, 63, 127)}
	log := flow.NewLog(600*flow.Second, 1)
	pair := log.Pair(flow.Pair{Local: "10.0.0.1", Remote: "10.0.0.2", Interface: &flow.Interface{Account: "1", ENI: "eni-1"}})
	c := New(rand.New(rand.NewPCG(1, 1)), [2]*Stack{stack, stack}, Local, Path{RTT: 10 * flow.Millisecond, Rate: 100},
		log.Meter(pair, 6, 40000, 80, state == Denied), x, log.Until)
	c.Run(0, state)
	dir := t.TempDir()
	if err := log.Write(dir, time.Unix(0, 0).UTC()); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(filepath.Join(dir, "19700101T0000Z.log.gz"))
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
	var out []string
	for _, l := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		f := strings.Fields(l)
		out = append(out, f[3]+" "+strings.Join(f[8:13], " "))
	}
	return out
}

func TestExchange(t *testing.T) {
	for _, c := range []struct {
		name          string
		ask, answer   int
		quick         int
		state         State
		first, second string
	}{
		// SYN 60, ACK 52, 152, ACK 52, FIN 52, ACK 52; SYN 60, 252, ACK 52, FIN 52
		{"quick", 100, 200, 9, Up, "10.0.0.1 5 368 0 0 ACCEPT", "10.0.0.2 4 416 0 0 ACCEPT"},
		// ten segments of 1448 and a FIN against five ACKs, of which the last goes with the FIN
		{"bulk", 100, 14480, 0, Up, "10.0.0.1 9 576 0 0 ACCEPT", "10.0.0.2 13 15164 0 0 ACCEPT"},
		{"reset", 1, 1, 0, Down, "10.0.0.2 1 40 0 0 ACCEPT", "10.0.0.1 1 60 0 0 ACCEPT"},
		{"dead", 1, 1, 0, Dead, "10.0.0.1 7 420 0 63 ACCEPT", ""},
		{"denied", 1, 1, 0, Denied, "10.0.0.1 7 420 0 63 REJECT", ""},
	} {
		got := run(t, exchange{c.ask, c.answer}, c.quick, c.state)
		if len(got) < 1 || got[0] != c.first || c.second != "" && (len(got) < 2 || got[1] != c.second) {
			t.Errorf("%s: %q, not %q %q", c.name, got, c.first, c.second)
		}
	}
}
