package wire

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"makes/q/internal/dice"
	"makes/q/internal/flowlog"
)

// records gives "packets bytes action" of each direction of what talk says.
func records(t *testing.T, a, b Stack, talk func(*Conn)) []string {
	t.Helper()
	log, dir := flowlog.New("123456789012", 1736121600, 1, 600), t.TempDir()
	i := log.Interface("eni-0", 0)
	flow := log.Flow(i, flowlog.Tuple{Src: 1, Dst: 2, SrcPort: 3, DstPort: 4, Proto: flowlog.TCP})
	talk(NewConn(dice.New(1, "test"), flow, [2]Stack{a, b}, 0, false, 0.01, 0, 1e6))
	if err := log.Write(dir); err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob(filepath.Join(dir, "logs", "*"))
	file, err := os.Open(names[0])
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	got := make([]string, 2)
	for lines := bufio.NewScanner(zip); lines.Scan(); {
		switch f := strings.Fields(lines.Text()); f[5] {
		case "3":
			got[0] = fmt.Sprint(f[8], " ", f[9], " ", f[12])
		case "4":
			got[1] = fmt.Sprint(f[8], " ", f[9], " ", f[12])
		}
	}
	return got
}

func TestConn(t *testing.T) {
	linux := Stack{Stamps: true, SynOpts: 20, MSS: 1460, Every: 2, BySize: true, Delay: 0.04, Retry: []float64{1, 3, 7}}
	windows := Stack{SynOpts: 12, MSS: 1460, Every: 2, Delay: 0.2, Retry: []float64{3, 9}}
	for _, test := range []struct {
		name string
		b    Stack
		talk func(*Conn)
		want [2]string
	}{
		// SYN 60, ACK 52, 100+52, ACK 52, RST 40; SYN 60, 300+52 with the ACK
		{"request", linux, func(c *Conn) { c.Open(0); c.Send(1, 0, 100); c.Send(1.02, 1, 300); c.Reset(9, 0) }, [2]string{"5 356 ACCEPT", "2 412 ACCEPT"}},
		// two full segments of 1448 are acknowledged at once
		{"segments", linux, func(c *Conn) { c.Open(0); c.Send(1, 1, 2896); c.Stop(9) }, [2]string{"3 164 ACCEPT", "3 3060 ACCEPT"}},
		// no timestamps with a Windows: SYN 60, ACK 40, 10+40; SYN 52, ACK 40
		{"late", windows, func(c *Conn) { c.Open(0); c.Send(1, 0, 10); c.Stop(9) }, [2]string{"3 150 ACCEPT", "2 92 ACCEPT"}},
		// probes at 10.01 and 20.01
		{"probes", linux, func(c *Conn) { c.KeepAlive(0, 10); c.Open(0); c.Stop(25) }, [2]string{"4 216 ACCEPT", "3 164 ACCEPT"}},
		{"denied", linux, func(c *Conn) { c.Fail(0, Denied, 5) }, [2]string{"3 180 REJECT", ""}},
		{"refused", linux, func(c *Conn) { c.Fail(0, Refused, 5) }, [2]string{"1 60 ACCEPT", "1 40 ACCEPT"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := records(t, linux, test.b, test.talk); [2]string(got) != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

func TestWrapped(t *testing.T) {
	for _, test := range []struct {
		habit   Habit
		n, want int
	}{{Habit{Over: 22}, 100, 122}, {Habit{Over: 29}, 20000, 20058}, {Habit{Over: 41, Pad: 16}, 100, 153}} {
		if got := (&Pipe{Habit: test.habit}).wrapped(test.n); got != test.want {
			t.Errorf("%v: %d bytes become %d, want %d", test.habit, test.n, got, test.want)
		}
	}
}
