package tcp

import (
	"testing"

	"makes/i/internal/flow"
	"makes/i/internal/rnd"
)

func dial(stamps, windows bool, keep float64) (*Conn, float64) {
	s := &Stack{MSS: 1460, Stamps: stamps, Windows: windows, AckDelay: 0.2, AckEvery: 2, Coalesce: 1, KeepIdle: keep}
	p := &Path{R: rnd.New(1, "test"), Iface: &flow.Iface{Interval: 600, End: 3600}, Local: Client, RTT: 0.01, Rate: 1e6}
	return p.Dial(1, End{1, 50000, s}, End{2, 443, s})
}

func check(t *testing.T, c *Conn, s Side, packets, bytes int64) {
	t.Helper()
	if p, b := c.out[s].Count(); p != packets || b != bytes {
		t.Errorf("side %d: %d packets of %d bytes, want %d of %d", s, p, b, packets, bytes)
	}
}

func TestAsk(t *testing.T) {
	c, at := dial(true, true, 0)
	// 100 bytes up; 5000 down are four segments of at most 1448.
	at = c.Ask(at, Client, 100, 0.001, 5000)
	c.Idle(at + 1)
	check(t, c, Client, 5, 60+52+152+2*52)
	check(t, c, Server, 5, 60+5000+4*52)
}

func TestDelayedAck(t *testing.T) {
	c, at := dial(false, true, 0)
	c.Send(at, Server, 10)
	check(t, c, Client, 2, 52+40)
	c.Idle(at + 0.1)
	check(t, c, Client, 2, 52+40)
	c.Idle(at + 0.3)
	check(t, c, Client, 3, 52+40+40)
	check(t, c, Server, 2, 52+50)
}

func TestKeepAlive(t *testing.T) {
	c, at := dial(false, false, 60)
	c.Idle(at + 150) // two probes, each answered
	check(t, c, Client, 4, 52+40+2*40)
	check(t, c, Server, 3, 52+2*40)
}
