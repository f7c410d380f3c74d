package wire

import (
	"testing"

	"makes/f/internal/wide"
)

// quiet is a link without chance: no loss, fixed habits, a round trip of 10 ms.
func quiet(inbound bool) *Link {
	st := Stack{stamps: true, ackDelay: 0.04, ackEvery: 2, synRetries: 6, synWait: 1}
	return &Link{Peers: []uint32{0x08080808}, Port: 3333, Inbound: inbound, Path: Path{RTT: 0.01, MSS: 1460, Rate: 1e6},
		Stacks: [2]Stack{st, st}, Closing: Closing{acks: 1}}
}

// total lets something happen at an interface and adds up its records.
func total(t *testing.T, interval float64, do func(p *Proc)) (sent, received [2]int) {
	t.Helper()
	store := make(Store, 2)
	n := NewNic(wide.Seeded(1), 0, 0x0a000005, interval, 7200, store)
	do(&Proc{Nic: n, R: wide.Seeded(2), T: 5, Label: Label{Name: "benign\tx"}})
	n.Finish()
	for _, hour := range store {
		for _, r := range hour {
			if r.noTraffic {
				continue
			}
			if n.window(float64(r.start)) != n.window(float64(r.end)) || r.end < r.start {
				t.Errorf("record from %d to %d leaves its interval", r.start, r.end)
			}
			sum := &received
			if r.src == n.Addr {
				sum = &sent
			}
			sum[0] += int(r.packets)
			sum[1] += int(r.bytes)
		}
	}
	return sent, received
}

func expect(t *testing.T, what string, got, want [2]int) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %d packets of %d bytes, want %d of %d", what, got[0], got[1], want[0], want[1])
	}
}

func TestExchange(t *testing.T) {
	for _, inbound := range []bool{false, true} {
		for _, interval := range []float64{60, 600} {
			sent, received := total(t, interval, func(p *Proc) {
				l := quiet(inbound)
				c := l.Open(p)
				c.Ask(100, 200, 0.001) // the answer carries the server's ACK
				c.Wait(1)              // the client's ACK comes late, by itself
				c.Wait(3000)
				c.Up(3000) // three segments: an ACK at once, one late
				c.Wait(1)
				c.Close(l.Closing)
			})
			client := [2]int{1 + 1 + 1 + 1 + 3 + 2, 60 + 52 + 152 + 52 + 3000 + 3*52 + 2*52}
			server := [2]int{1 + 1 + 2 + 1, 60 + 252 + 2*52 + 52}
			if inbound {
				client, server = server, client
			}
			expect(t, "sent", sent, client)
			expect(t, "received", received, server)
		}
	}
}

func TestKeepAlive(t *testing.T) {
	sent, received := total(t, 600, func(p *Proc) {
		l := quiet(false)
		l.Stacks[Server].keepIdle = 60
		c := l.Open(p)
		c.Wait(601)
		c.settle()
	})
	expect(t, "sent", sent, [2]int{2 + 10, 112 + 10*52})
	expect(t, "received", received, [2]int{1 + 10, 60 + 10*52})
}

func TestLongTransferKeepsBytes(t *testing.T) {
	const n = 50_000_000
	_, received := total(t, 60, func(p *Proc) {
		c := quiet(false).Open(p)
		c.Down(n)
		if c.T < 50 || c.T > 60 {
			t.Errorf("50 MB at 1 MB/s end at %.0f s", c.T)
		}
	})
	packets := (n + 1447) / 1448
	expect(t, "received", received, [2]int{1 + packets, 60 + n + packets*52})
}

func TestFailures(t *testing.T) {
	for why, want := range map[Failure][2][2]int{
		Rejected: {{5, 300}, {0, 0}},
		Dropped:  {{5, 300}, {0, 0}},
		Refused:  {{1, 60}, {1, 40}},
	} {
		sent, received := total(t, 600, func(p *Proc) { quiet(false).Fail(p, why, 20) })
		expect(t, "sent", sent, want[0])
		expect(t, "received", received, want[1])
	}
}

func TestSealed(t *testing.T) {
	if got := (&TLS{overhead: 22}).sealed(40000); got != 40000+3*22 {
		t.Errorf("three records: %d bytes", got)
	}
	if got := (&TLS{overhead: 41, block: 16}).sealed(16); got != 31+41 && got != 32+41 {
		t.Errorf("padded: %d bytes", got)
	}
}

func TestTunnelCarriesInnerPackets(t *testing.T) {
	sent, _ := total(t, 600, func(p *Proc) {
		l := quiet(false)
		l.Tunnel = &Tunnel{frame: 30, hello: [4]int{100, 100, 100, 100}, pingGap: 1e9, mss: 1300}
		c := l.Open(p)
		c.Up(200)
	})
	// outer handshake 112; two greetings; inner SYN 60, ACK 52, data 252, each framed by 30 and 52
	if least := 112 + 2*152 + (60 + 52 + 252) + 3*82; sent[1] < least || sent[1] > least+10*52 {
		t.Errorf("%d bytes sent, want %d and some ACKs", sent[1], least)
	}
}
