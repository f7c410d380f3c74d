package lab

import (
	"net/netip"
	"testing"
	"time"
)

// bench is a session outside of Generate, on an interface whose only interval
// is longer than any test.
func bench() *session {
	h := &host{local: netip.MustParseAddr("10.0.0.10"), meter: newMeter(1<<30, 0, 1<<30)}
	return &session{dice: roll(1), host: h, label: new(Label), limit: 1 << 30}
}

func perfect(stamps bool) *peer {
	return &peer{
		addr: netip.MustParseAddr("198.51.100.1"), port: 3333, stamps: stamps,
		rtt: 0.02, rate: 1e8, delay: [2]float64{0.04, 0.04},
	}
}

// counts gives packets and bytes out, then in.
func counts(f *flow) [4]int64 {
	var n [4]int64
	for i, dir := range []int{out, in} {
		for _, c := range f.cells[dir] {
			n[2*i] += c.packets
			n[2*i+1] += c.bytes
		}
	}
	return n
}

func TestTCPArithmetic(t *testing.T) {
	tests := []struct {
		name   string
		stamps bool
		tls    bool
		run    func(c *conn)
		want   [4]int64 // packets and bytes out, packets and bytes in
	}{
		{"handshake with timestamps", true, false, func(c *conn) {}, [4]int64{2, 60 + 52, 1, 60}},
		{"handshake without", false, false, func(c *conn) {}, [4]int64{2, 52 + 40, 1, 52}},
		{"handshake and FIN", true, false, func(c *conn) { c.close(1, out) }, [4]int64{4, 60 + 3*52, 2, 60 + 52}},
		{"FIN from the other side", true, false, func(c *conn) { c.close(1, in) }, [4]int64{3, 60 + 2*52, 3, 60 + 2*52}},
		{"RST has no options", true, false, func(c *conn) { c.reset(1, in) }, [4]int64{2, 112, 2, 60 + 40}},
		{"lonely message: delayed ACK", true, false, func(c *conn) {
			c.send(1, in, 300)
			c.advance(2)
		}, [4]int64{3, 60 + 2*52, 2, 60 + 352}},
		{"quick reply carries the ACK, slow ACK of the reply", true, false, func(c *conn) {
			c.ask(1, 200, 0.001, 70)
			c.advance(2)
		}, [4]int64{4, 60 + 52 + 252 + 52, 2, 60 + 122}},
		{"slow reply does not", true, false, func(c *conn) {
			c.ask(1, 200, 0.2, 70)
			c.advance(2)
		}, [4]int64{4, 60 + 52 + 252 + 52, 3, 60 + 52 + 122}},
		{"two segments are acknowledged at once, the reply comes apart", true, false, func(c *conn) {
			c.ask(1, 2850, 0.001, 40)
			c.advance(2)
		}, [4]int64{5, 60 + 52 + 2*52 + 2850 + 52, 3, 60 + 52 + 92}},
		{"a byte more than a segment", true, false, func(c *conn) {
			c.send(1, out, 1449)
			c.advance(2)
		}, [4]int64{4, 112 + 2*52 + 1449, 2, 60 + 52}},
		{"a segment of 1460 without timestamps", false, false, func(c *conn) {
			c.send(1, out, 1460)
			c.advance(2)
		}, [4]int64{3, 92 + 1500, 2, 52 + 40}},
		{"five segments: two ACKs and a delayed one", false, false, func(c *conn) {
			c.send(1, out, 5*1460)
			c.advance(2)
		}, [4]int64{7, 92 + 5*1500, 4, 52 + 3*40}},
		{"two messages within the delay share an ACK", true, false, func(c *conn) {
			c.send(1, in, 100)
			c.send(1.01, in, 100)
			c.advance(2)
		}, [4]int64{3, 60 + 2*52, 3, 60 + 2*152}},
		{"a newline by itself, and an ACK for both", true, false, func(c *conn) {
			c.peer.trail[out] = 1
			c.send(1, out, 300)
			c.advance(2)
		}, [4]int64{4, 112 + 52 + 299 + 52 + 1, 2, 60 + 52}},
		{"a message shorter than what is written by itself", true, false, func(c *conn) {
			c.peer.trail[in] = 80
			c.send(1, in, 80)
			c.advance(2)
		}, [4]int64{3, 60 + 2*52, 2, 60 + 132}},
		{"a jumbo frame", true, false, func(c *conn) {
			c.segment = jumbo - c.header
			c.send(1, out, 8949)
			c.advance(2)
		}, [4]int64{3, 112 + 9001, 2, 60 + 52}},
		{"keep-alive", true, false, func(c *conn) { c.probe(1, out) }, [4]int64{3, 60 + 2*52, 2, 60 + 52}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := bench()
			p := perfect(test.stamps)
			p.tls = test.tls
			c := s.connect(p, 0.5)
			test.run(c)
			if got := counts(c.flow); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

// A whole share by hand: a submit of 220 bytes, a reply of 63, over TLS 1.3.
func TestTLSRecords(t *testing.T) {
	s := bench()
	p := perfect(true)
	c := s.connect(p, 0)
	p.tls = true // after the handshake, whose sizes are drawn
	before := counts(c.flow)
	c.ask(1, 220, 0.001, 63)
	c.advance(2)
	after := counts(c.flow)
	want := [4]int64{2, 52 + 220 + 22 + 52, 1, 52 + 63 + 22}
	for i := range want {
		if after[i]-before[i] != want[i] {
			t.Fatalf("got %v more than %v, want %v", after, before, want)
		}
	}
	for n, want := range map[int]int{1: 23, 16384: 16406, 16385: 16385 + 44} {
		if got := p.sealed(n); got != want {
			t.Errorf("sealed(%d) = %d, want %d", n, got, want)
		}
	}
}

// For any size, segments are what division says, and ACKs half of them,
// rounded up.
func TestSegmentsAndACKs(t *testing.T) {
	for _, stamps := range []bool{true, false} {
		for n := 1; n < 40_000; n += 97 {
			c := bench().connect(perfect(stamps), 0)
			before := counts(c.flow)
			c.send(1, out, n)
			c.advance(5)
			after := counts(c.flow)
			segments := int64((n + 1500 - c.header - 1) / (1500 - c.header))
			if got := after[0] - before[0]; got != segments {
				t.Fatalf("%d bytes: %d segments, want %d", n, got, segments)
			}
			if got := after[1] - before[1]; got != int64(n)+segments*int64(c.header) {
				t.Fatalf("%d bytes: %d on the wire", n, got)
			}
			if got := after[2] - before[2]; got != (segments+1)/2 {
				t.Fatalf("%d bytes: %d ACKs for %d segments", n, got, segments)
			}
		}
	}
}

func TestRetransmission(t *testing.T) {
	p := perfect(true)
	p.loss = 1
	c := bench().connect(p, 0)
	c.send(1, out, 100)
	c.advance(5)
	if got, want := counts(c.flow), ([4]int64{4, 112 + 2*152, 2, 60 + 52}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAttempts(t *testing.T) {
	s := bench()
	f := s.unanswered(perfect(true), 10, 4)
	if got, want := counts(f), ([4]int64{4, 240, 0, 0}); got != want {
		t.Errorf("unanswered: got %v, want %v", got, want)
	}
	if got := f.cells[out][0]; got.first != 10 || got.last != 17 {
		t.Errorf("SYNs from %d to %d, want 10 to 17", got.first, got.last)
	}
	p := perfect(true)
	p.inbound = true
	f = s.attempt(p, 10, 1, closed)
	if got, want := counts(f), ([4]int64{1, 40, 1, 60}); got != want {
		t.Errorf("refused: got %v, want %v", got, want)
	}
	if len(s.open) != 0 {
		t.Errorf("%d connections left open", len(s.open))
	}
}

func TestPorts(t *testing.T) {
	seen := map[uint16]bool{}
	for slot, turns := range []int{0: 5000, 1: 100, 2: 100, 31: 100, 32: 100} {
		s := bench()
		s.slot = slot
		s.port = 52800
		for range turns {
			p := s.nextPort()
			if p < 32768 || p > 60999 || seen[p] {
				t.Fatalf("port %d, slot %d", p, slot)
			}
			seen[p] = true
		}
	}
}

func TestBusy(t *testing.T) {
	s := bench()
	for hour := range 48 {
		s.now = float64(hour) * time.Hour.Seconds()
		if s.now -= 1800; s.busy() < 0.34 || s.busy() > 1 {
			t.Errorf("hour %d: %v", hour, s.busy())
		}
	}
}
