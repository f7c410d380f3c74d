package lab

import (
	"testing"
	"time"
)

// grown is how much a flow grows by what is done.
func grown(f *flow, do func()) [4]int64 {
	before := counts(f)
	do()
	after := counts(f)
	for i := range after {
		after[i] -= before[i]
	}
	return after
}

// A share by hand, a submit of 220 bytes and a reply of 63, in every wrap.
func TestWraps(t *testing.T) {
	for _, test := range []struct {
		name string
		tls  bool
		wrap wrap
		want [4]int64
	}{
		{"plain", false, wrap{}, [4]int64{2, 52 + 220 + 52, 1, 52 + 63}},
		{"TLS 1.3", true, wrap{}, [4]int64{2, 52 + 220 + 22 + 52, 1, 52 + 63 + 22}},
		{"TLS 1.2", true, wrap{tls12: true}, [4]int64{2, 52 + 220 + 29 + 52, 1, 52 + 63 + 29}},
		{"a relay passes bytes on", false, wrap{socks: true}, [4]int64{2, 52 + 220 + 52, 1, 52 + 63}},
		{"a cell each", true, wrap{cells: true}, [4]int64{2, 52 + 514 + 22 + 52, 1, 52 + 514 + 22}},
	} {
		s := bench()
		p := perfect(true)
		p.tls, p.wrap = test.tls, test.wrap
		c := s.connect(p, 0)
		c.advance(c.ready + 1)
		if got := grown(c.flow, func() { c.ask(c.ready+1, 220, 0.001, 63); c.advance(c.ready + 3) }); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
	c := bench().connect(perfect(true), 0)
	c.peer.wrap.cells = true
	for n, want := range map[int]int{1: 514, 498: 514, 499: 1028, 2850: 6 * 514} {
		if got := c.wrapped(n); got != want {
			t.Errorf("%d bytes are %d in cells, want %d", n, got, want)
		}
	}
}

// A SOCKS5 greeting is four messages: 3, 2, then the request and 10.
func TestGreeting(t *testing.T) {
	for range 50 {
		s := bench()
		p := perfect(true)
		plain := counts(s.connect(p, 0).flow)
		p.wrap.socks = true
		c := s.connect(p, 0)
		c.advance(c.ready + 1)
		got := counts(c.flow)
		if n := got[1] - plain[1] - 52*(got[0]-plain[0]); n < 3+10 || n > 4+40+41 {
			t.Errorf("%d bytes of greeting out", n)
		}
		if n := got[3] - plain[3] - 52*(got[2]-plain[2]); n != 2+10 && n != 2+2+10 {
			t.Errorf("%d bytes of greeting in", n)
		}
	}
}

// inTunnel is a session whose packets go through an OpenVPN connection.
func inTunnel() (*session, *flow) {
	s := bench()
	s.tunnel = &tunnel{owner: s, method: methods[0], peer: perfect(true), lost: never}
	shell := *s
	shell.tunnel = nil
	s.tunnel.session = &shell
	s.tunnel.dial(0)
	s.tunnel.lost = never
	return s, s.tunnel.conn.flow
}

// A connection and a message inside a tunnel: SYN, SYN-ACK, ACK, 300 bytes and
// their delayed ACK are five messages outside, each with 26 bytes more, and the
// outer connection's own ACKs.
func TestTunnelArithmetic(t *testing.T) {
	s, outside := inTunnel()
	s.tunnel.drain(10)
	got := grown(outside, func() {
		c := s.connect(perfect(true), 20)
		c.send(30, in, 300)
		c.advance(40)
		s.tunnel.drain(50)
	})
	// Out: SYN, ACK (with the outer ACK of the SYN-ACK in it), the ACK of the
	// message, and the outer one before it; in: SYN-ACK, the message, and ACKs
	// of ACKs.
	payload := [2]int64{60 + 52 + 52 + 3*26, 60 + 352 + 2*26}
	if n := got[1] - 52*got[0]; n != payload[0] {
		t.Errorf("%d bytes through the tunnel out, want %d", n, payload[0])
	}
	if n := got[3] - 52*got[2]; n != payload[1] {
		t.Errorf("%d bytes through the tunnel in, want %d", n, payload[1])
	}
	if got[0] < 3 || got[0] > 4 || got[2] < 4 || got[2] > 5 {
		t.Errorf("%d packets out and %d in", got[0], got[2])
	}
}

// All that an interface with a tunnel shows is one pair, and what goes through
// comes out whole.
func TestTunnelsHide(t *testing.T) {
	for _, c := range clouds(t, 71, 20, Host{Kinds: []string{"monero-vpn"}}, 6*time.Hour) {
		if c.Attrs.Transport != overVPN || c.Attrs.Kind != byPool || len(c.points) < 36 {
			t.Errorf("%+v in %d windows of 37", c.Label, len(c.points))
		}
	}
	s, outside := inTunnel()
	c := s.connect(perfect(true), 20)
	for at := 30.0; at < 3500; at++ {
		c.send(at, in, 1000)
	}
	c.advance(3600)
	if n := len(s.tunnel.queue); n < 2*3470 {
		t.Errorf("%d packets wait", n)
	}
	got := grown(outside, func() { s.tunnel.drain(3600) })
	if n := len(s.tunnel.queue); n != 0 || got[3]-52*got[2] != 3470*1078+60+26 {
		t.Errorf("%d packets left, %d bytes through", n, got[3]-52*got[2])
	}
}
