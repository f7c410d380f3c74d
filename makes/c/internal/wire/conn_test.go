package wire

import "testing"

// linux is a stack that always delays its acknowledgements.
var linux = Stack{Stamps: true, Syn: 60, Delay: 0.04, Thrift: 2}

func testHost() (*Host, *Service) {
	w := NewWorld(1, 1, 600)
	h := NewHost(w, "test", false)
	h.Stack = linux
	return h, &Service{Addr: 1, Port: 3333, Stack: linux, MTU: 1500, RTT: 0.02, Think: 0.001, Rate: 1e6}
}

// sum adds up what the interface saw of each direction.
func sum(h *Host) (out, in Record) {
	for _, r := range h.Records() {
		to := &in
		if r.Src == h.Addr {
			to = &out
		}
		to.Packets += r.Packets
		to.Bytes += r.Bytes
	}
	return out, in
}

func check(t *testing.T, name string, r Record, packets, bytes int64) {
	t.Helper()
	if r.Packets != packets || r.Bytes != bytes {
		t.Errorf("%s: %d packets, %d bytes; want %d, %d", name, r.Packets, r.Bytes, packets, bytes)
	}
}

func TestCallIsPiggybacked(t *testing.T) {
	h, s := testHost()
	c := h.Dial(10, s)
	c.Call(100, 200)
	c.Wait(1)
	c.finish()
	out, in := sum(h)
	check(t, "out", out, 4, 60+52+152+52) // SYN, ACK, request, ACK of the answer
	check(t, "in", in, 2, 60+252)         // SYN-ACK, answer with the ACK
}

func TestPushBeforeTheRunIsAcknowledged(t *testing.T) {
	h, s := testHost()
	c := h.Dial(-100, s)
	c.Down(300)
	c.WaitUntil(50)
	for range 5 {
		c.Down(300)
		c.Wait(10)
	}
	c.finish()
	out, in := sum(h)
	check(t, "out", out, 5, 5*52)
	check(t, "in", in, 5, 5*352)
}

func TestLongMessage(t *testing.T) {
	h, s := testHost()
	c := h.Dial(10, s)
	const n = 3000000
	c.Down(n)
	c.finish()
	out, in := sum(h)
	if payload := in.Bytes - 60 - 52*(in.Packets-1); payload != n {
		t.Errorf("payload %d", payload)
	}
	if least := int64(n / 1448); in.Packets < least || in.Packets > least+10 {
		t.Errorf("%d packets", in.Packets)
	}
	if acks := out.Packets - 2; acks < n/1448/2-2 || acks > n/1448/2+10 {
		t.Errorf("%d acknowledgements", acks)
	}
}

func TestKeepAliveAndTunnel(t *testing.T) {
	h, s := testHost()
	c := h.Dial(10, s)
	c.KeepAlive(Server, 60)
	c.Wait(610)
	c.finish()
	out, in := sum(h)
	check(t, "out", out, 12, 60+52+10*52)
	check(t, "in", in, 11, 60+10*52)

	outer := h.Dial(1000, s)
	inner := outer.Through(30)
	inner.mss = 1000
	inner.Call(100, 200)
	outer.Wait(1)
	outer.finish()
	out, _ = sum(h)
	// Outer SYN, ACK; inner SYN, ACK, request, ACK, each in a segment.
	if want := int64(60 + 52 + (60 + 52 + 152) + 3*(30+52)); out.Bytes < want {
		t.Errorf("tunnel: %d bytes, want at least %d", out.Bytes, want)
	}
}

func TestRecordsStayInTheirIntervals(t *testing.T) {
	h, s := testHost()
	c := h.Dial(0, s)
	for range 500 {
		c.Call(50, 50)
		c.Wait(7)
	}
	c.finish()
	seen := map[[2]int64]bool{}
	for _, r := range h.Records() {
		key := [2]int64{int64(r.Window), int64(r.Src)}
		if seen[key] {
			t.Errorf("two records of a flow in window %d", r.Window)
		}
		seen[key] = true
		if h.window(r.Start) != r.Window || h.window(r.End) != r.Window || r.Start > r.End {
			t.Errorf("record %+v leaves its window", r)
		}
	}
}

func TestKnock(t *testing.T) {
	h, s := testHost()
	if end := h.Knock(10, s, Refused, 20); end > 11 {
		t.Errorf("refusal took until %v", end)
	}
	out, in := sum(h)
	check(t, "out", out, 1, 60)
	check(t, "in", in, 1, 40)
	h.Knock(100, s, Rejected, 20)
	for _, r := range h.Records() {
		if !r.NoData && (!r.Reject || r.Src != h.Addr || r.Packets < 4) {
			t.Errorf("rejected: %+v", r)
		}
	}
}
