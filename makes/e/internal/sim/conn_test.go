package sim

import (
	"testing"
	"time"

	"makes/e/internal/flow"
)

// tally is a sink that sums packets and bytes by sender.
type tally struct{ count, bytes [2]int }

func (s *tally) packets(_ float64, from Side, count, bytes int) {
	s.count[from] += count
	s.bytes[from] += bytes
}

func (s *tally) closed() {}

func (s *tally) payload(header int) (up, down int) {
	return s.bytes[0] - header*s.count[0], s.bytes[1] - header*s.count[1]
}

// lab makes a program and a loss-free peer.
func lab() (*Program, Peer) {
	w := NewWorld(7, flow.NewStore("1", time.Unix(0, 0), 86400, 600))
	p := w.NewHost(0, "service", false).NewProgram(&Label{Name: "test"})
	p.Now = 0
	peer := w.Private(9)
	peer.Loss, peer.Stamps, peer.MTU, peer.RTT = 0, true, 1500, 0.01
	return p, peer
}

func TestExchangeBytes(t *testing.T) {
	p, peer := lab()
	s := &tally{}
	c := p.shake(peer, s, false, 1500, true)
	if s.count != [2]int{2, 1} || s.bytes != [2]int{60 + 52, 60} {
		t.Fatalf("handshake: %+v", s)
	}
	c.Ask(100, 3000, 0.001)
	p.Wait(5)
	c.catchUp(p.Now)
	up, down := s.payload(52)
	if up != 100+8 || down != 3000+8 { // SYNs carry 8 bytes of options more
		t.Errorf("payload %d up, %d down", up, down)
	}
	if s.count[Server] < 1+3 || s.count[Server] > 1+3+1 { // three segments, perhaps an ACK
		t.Errorf("server sent %d packets", s.count[Server])
	}
	if s.count[Client] < 2+1+1 {
		t.Errorf("the answer was not acknowledged: %+v", s)
	}
}

func TestBulkIsWhole(t *testing.T) {
	p, peer := lab()
	s := &tally{}
	c := p.shake(peer, s, false, 1500, true)
	c.Up(10_000_000)
	if up, _ := s.payload(52); up != 10_000_000+8 {
		t.Errorf("payload %d", up)
	}
	if full := (10_000_000 + 1447) / 1448; s.count[Client] < full || s.count[Client] > full+200 {
		t.Errorf("%d segments, want about %d", s.count[Client], full)
	}
	if acks := s.count[Server]; acks < s.count[Client]/9 || acks > s.count[Client] {
		t.Errorf("%d acknowledgements of %d segments", acks, s.count[Client])
	}
}

func TestKeepAlive(t *testing.T) {
	p, peer := lab()
	s := &tally{}
	c := p.shake(peer, s, false, 1500, true).Keep(0, 60)
	before := s.count
	p.Wait(605)
	c.catchUp(p.Now)
	if probes := s.count[Server] - before[Server]; probes < 9 || probes > 11 {
		t.Errorf("%d probes in ten minutes", probes)
	}
	if s.count[Client]-before[Client] != s.count[Server]-before[Server] {
		t.Error("a probe without an answer")
	}
}

func TestHeartbeatOnlyWhenSilent(t *testing.T) {
	p, peer := lab()
	s := &tally{}
	c := p.shake(peer, s, false, 1500, true)
	c.Heartbeat(30, Client, 8, 0)
	for range 20 { // busy: no heartbeat
		p.Wait(10)
		c.Up(100)
	}
	if up, _ := s.payload(52); up != 20*100+8 {
		t.Errorf("payload %d while busy", up)
	}
	p.Wait(301)
	c.catchUp(p.Now)
	if up, _ := s.payload(52); up != 20*100+8+10*8 {
		t.Errorf("payload %d after silence", up)
	}
}

func TestTunnelCarriesPackets(t *testing.T) {
	p, peer := lab()
	v := p.DialVPN(peer)
	outer := &tally{}
	v.Conn.pings = nil
	v.Conn.out = outer
	beyond := peer
	c := v.Dial(p, beyond)
	inner := 60 + 52 // SYN and ACK
	c.Up(500)
	inner += 500 + 52
	up := outer.bytes[Client] - outer.count[Client]*v.Conn.header
	if want := inner + 3*v.tun.overhead; up != want {
		t.Errorf("outer payload %d, want %d", up, want)
	}
}

func TestRefusedAndDropped(t *testing.T) {
	p, peer := lab()
	began := p.Now
	p.Knock(peer, Dropped, 20)
	if took := p.Now - began; took != 20 {
		t.Errorf("a dropped attempt took %v s", took)
	}
	began = p.Now
	if p.Knock(peer, Refused, 20); p.Now-began > 1 {
		t.Error("a refused attempt waited")
	}
}
