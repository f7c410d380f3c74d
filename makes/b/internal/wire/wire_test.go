package wire

import (
	"testing"

	"makes/b/internal/flowlog"
)

// lab is a program on a machine next to a lossless peer, both with timestamps.
func lab(interval float64) (*Proc, *Peer) {
	w := NewWorld(1, 2, interval)
	h := NewHost(w, 0)
	*h.Self = Peer{Addr: h.Self.Addr, MTU: 1500, Stamps: true, DelAck: 0.04}
	peer := &Peer{Addr: 0x01020304, RTT: 0.01, Mbit: 100, MTU: 1500, Stamps: true, DelAck: 0.04}
	return &Proc{Rand: NewRand(1, "lab"), Host: h, Now: 1, End: w.End, Label: Label{Kind: "lab"}}, peer
}

// totals sums the records of each direction.
func totals(h *Host) (packets, bytes [2]int) {
	for _, r := range h.Finish() {
		d := 0
		if r.Action == flowlog.NoData {
			continue
		}
		if r.Src != h.Self.Addr {
			d = 1
		}
		packets[d] += int(r.Packets)
		bytes[d] += int(r.Bytes)
	}
	return
}

func TestExchangeByPacket(t *testing.T) {
	p, peer := lab(7200)
	c := p.Dial(peer, 80, Plain)
	c.Ask(100, 0.001, 200) // the answer carries the acknowledgement
	p.Wait(5)              // now the client has to send its own
	c.Close()
	packets, bytes := totals(p.Host)
	// SYN, ACK, request, ACK, FIN, ACK against SYN, answer, FIN.
	if want := [2]int{6, 3}; packets != want {
		t.Errorf("packets %v, want %v", packets, want)
	}
	if want := [2]int{60 + 5*52 + 100, 60 + 2*52 + 200}; bytes != want {
		t.Errorf("bytes %v, want %v", bytes, want)
	}
}

func TestBulkConservesBytesOverWindows(t *testing.T) {
	p, peer := lab(2)
	peer.Mbit = 1
	c := p.Dial(peer, 80, Plain)
	const n = 1448 * 1000
	c.Recv(n)
	c.Close()
	if p.Now < 10 {
		t.Errorf("%d bytes at 1 Mbit/s took until %v only", n, p.Now)
	}
	packets, bytes := totals(p.Host)
	if packets[1] != 1000+2 || bytes[1] != n+1000*52+60+52 {
		t.Errorf("%d packets of %d bytes", packets[1], bytes[1])
	}
}

func TestKeepAliveWhenSilent(t *testing.T) {
	p, peer := lab(7200)
	c := p.Dial(peer, 80, Plain)
	c.KeepAlive(60)
	p.Wait(601)
	c.Close()
	packets, _ := totals(p.Host)
	if want := [2]int{2 + 10 + 2, 1 + 10 + 1}; packets != want {
		t.Errorf("packets %v, want %v", packets, want)
	}
}

func TestRecordsStayInTheirWindows(t *testing.T) {
	p, peer := lab(60)
	c := p.Dial(peer, 80, TLS13)
	p.Run(p.End, p.Randomly(5, func() { c.Ask(300, 0.1, 30000) }))
	c.Close()
	h := p.Host
	for _, r := range h.Finish() {
		from := h.phase + float64(r.Window)*60
		if float64(r.End) >= from+60 || float64(r.Start)+1 <= from || r.Start > r.End {
			t.Fatalf("record %+v outside of its window from %v", r, from)
		}
	}
}

func TestKnockRetriesSYN(t *testing.T) {
	p, peer := lab(7200)
	p.Knock(peer, 3333, RejectedOut, 10) // at 0, 1, 3 and 7 seconds
	rs := flowlog.Merge(p.Host.records)
	if len(rs) != 1 || rs[0].Packets != 4 || rs[0].Bytes != 240 || rs[0].Action != flowlog.Reject {
		t.Errorf("records %+v", rs)
	}
}

func TestTunnelCarriesInnerAcknowledgements(t *testing.T) {
	p, peer := lab(7200)
	c := p.Dial(peer, 1194, Plain)
	c.tun = &Tunnel{Over: 30, Inner: 52, Room: 1300}
	before := c.flows[inward].rec.Bytes
	c.Send(100)
	p.Wait(5)
	c.settle(p.Now)
	if got := c.flows[inward].rec.Bytes - before; got < 52+82 || got > 2*52+82 {
		t.Errorf("the far side answered with %d bytes", got)
	}
}
