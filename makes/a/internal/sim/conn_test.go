package sim

import (
	"testing"

	"makes/a/internal/flowlog"
	"makes/a/internal/rnd"
)

// testHost makes a host and a peer on a road without losses or surprises.
func testHost() (*Host, *Peer) {
	r := rnd.New(1, 2)
	w := NewWorld(r, 1)
	log := &flowlog.Recorder{Interval: 600, Phase: 100, Length: 3600}
	h := NewHost(w, r, w.PrivateAddr(), log, "linux")
	h.resolve, h.quick = nil, 0
	peer := &Peer{Addr: 1<<24 + 1, RTT: 0.01, MSS: 1448, Stamps: true, Delack: 0.04, AckEvery: 2, Rate: 1e6, Cert: 3000}
	return h, peer
}

func sums(h *Host) (packets, bytes [2]int) {
	for _, q := range h.Log.Records() {
		packets[side(q.Out)] += int(q.Packets)
		bytes[side(q.Out)] += int(q.Bytes)
	}
	return packets, bytes
}

func TestExchange(t *testing.T) {
	h, peer := testHost()
	h.Start("test", func(p *Proc) {
		p.Now = 10
		c := p.Dial(Target{Peer: peer, Port: 3333})
		p.Sleep(1)
		c.Ask(100, 200, 0.001) // answered at once: the answer acknowledges
		p.Sleep(1)
		c.Ask(100, 3000, 0.5) // answered late: acknowledged first
		p.Sleep(1)
		c.Reset(true)
	})
	packets, bytes := sums(h)
	// out: SYN, ACK, two requests, ACK of 200, two ACKs of 3000 (one delayed), RST
	if wantP, wantB := 8, 60+52+2*152+3*52+40; packets[1] != wantP || bytes[1] != wantB {
		t.Errorf("out: %d packets, %d bytes, want %d and %d", packets[1], bytes[1], wantP, wantB)
	}
	// in: SYN-ACK, 200, ACK, 3000 in three segments
	if wantP, wantB := 6, 60+252+52+3000+3*52; packets[0] != wantP || bytes[0] != wantB {
		t.Errorf("in: %d packets, %d bytes, want %d and %d", packets[0], bytes[0], wantP, wantB)
	}
}

func TestKeepAlive(t *testing.T) {
	h, peer := testHost()
	h.Start("test", func(p *Proc) {
		p.Now = 10
		c := p.Dial(Target{Peer: peer, Port: 3333, Keep: 60})
		p.Sleep(599)
		c.Reset(true)
	})
	if packets, _ := sums(h); packets[1] != 2+9+1 || packets[0] != 1+9 {
		t.Errorf("got %d packets out and %d in", packets[1], packets[0])
	}
}

func TestBulkKeepsBytes(t *testing.T) {
	h, peer := testHost()
	const n = 20_000_000
	h.Start("test", func(p *Proc) {
		p.Now = 10
		c := p.Dial(Target{Peer: peer, Port: 443})
		c.Up(n)
		c.open = false
	})
	packets, bytes := sums(h)
	if payload := bytes[1] - (packets[1]-1)*52 - 60; payload != n {
		t.Errorf("payload %d, want %d", payload, n)
	}
}

func TestTLSRecords(t *testing.T) {
	k := tlsKind{13, 22}
	if got := k.wrap(40000); got != 40000+3*22 {
		t.Errorf("wrapped to %d", got)
	}
	if got := (tlsKind{}).wrap(40000); got != 40000 {
		t.Errorf("plain became %d", got)
	}
}

// counter is a sink that counts data segments and acknowledgements.
type counter struct{ data, acks [2]int }

func (k *counter) Add(out bool, _ float64, packets, bytes int) {
	if bytes > 52*packets {
		k.data[side(out)] += packets
	} else {
		k.acks[side(out)] += packets
	}
}

func TestTunnelCarriesEachPacket(t *testing.T) {
	h, peer := testHost()
	h.Start("test", func(p *Proc) {
		p.Now = 10
		v := p.Tunnel(Target{Peer: peer, Port: 1194})
		k := &counter{}
		v.outer.sink = k
		c := v.Dial(Target{Peer: peer, Port: 3333})
		p.Sleep(1)
		c.Ask(100, 200, 0.001)
		p.Sleep(1)
		c.settle(p.Now)
		// inner: SYN, ACK, request, ACK out; SYN-ACK and answer in
		if k.data != [2]int{2, 4} {
			t.Errorf("segments in and out: %v", k.data)
		}
		v.outer.open = false
	})
}
