package netsim

import (
	"testing"

	"makes/d/internal/dice"
)

// plainHost has a predictable stack: timestamps, no acknowledgement at once.
func plainHost(interval int32) *Host {
	h := NewHost("eni-test", 10<<24|1, interval, 17%interval, 7200)
	h.Stack = Stack{Options: 12, Syn: 60, Delack: 0.04, Retries: 3}
	return h
}

func plainPeer() *Peer { return &Peer{Addr: 1 << 24, RTT: 0.01, MTU: 1500, Rate: 1e6, Options: true} }

// totals runs a program and sums what was recorded each way.
func totals(h *Host, body func(*Proc)) (packets, bytes [2]int, records []*Record) {
	h.Start(dice.New(1), 0, &Label{Kind: "test"}, nil, body)
	h.Run(h.End + float64(h.Interval))
	h.Stop()
	records = h.Drain(h.End)
	for _, r := range records {
		side := up
		if r.Src != h.Addr {
			side = down
		}
		packets[side] += int(r.Packets)
		bytes[side] += int(r.Bytes)
	}
	return
}

func TestExchangeToThePacket(t *testing.T) {
	packets, bytes, _ := totals(plainHost(600), func(p *Proc) {
		c := p.Dial(plainPeer(), 80)
		c.perAck = 2
		c.Ask(100, 4000, 0.005) // 1 segment up, 3 down, of which 2 get an acknowledgement
		c.Wait(1)               // the third gets a late one
		c.Close()
	})
	// up: SYN, ACK, request, 2 acknowledgements, FIN, ACK
	if packets[up] != 7 || bytes[up] != 60+52+152+2*52+2*52 {
		t.Errorf("up: %d packets, %d bytes", packets[up], bytes[up])
	}
	// down: SYN, 3 segments, FIN; the request is acknowledged by the answer
	if packets[down] != 5 || bytes[down] != 60+4000+3*52+52 {
		t.Errorf("down: %d packets, %d bytes", packets[down], bytes[down])
	}
}

func TestUnanswered(t *testing.T) {
	for policy, want := range map[Policy][2]int{Refuse: {1, 1}, Drop: {4, 0}, Reject: {4, 0}} {
		peer := plainPeer()
		peer.Policy = policy
		packets, _, records := totals(plainHost(600), func(p *Proc) {
			p.Timeout = 100
			if p.Dial(peer, 80) != nil {
				t.Error("connected")
			}
		})
		if packets != want {
			t.Errorf("policy %d: packets %v, want %v", policy, packets, want)
		}
		for _, r := range records {
			if r.Reject != (policy == Reject) {
				t.Errorf("policy %d: reject is %v", policy, r.Reject)
			}
		}
	}
}

// chatter is a long program with a little of everything.
func chatter(p *Proc) {
	peer := plainPeer()
	peer.Loss = 0.01
	for {
		c := p.Dial(peer, 443)
		if !c.TLS(13, false) {
			continue
		}
		c.Limit(900)
		c.Probe(30)
		c.Live(
			&Habit{Gap: p.Random(20), Do: func() { c.Ask(p.Bytes(300, 1), p.Bytes(2000, 1.5), 0.1) }},
			&Habit{Gap: p.Every(400, 0.1), Do: func() { c.Down(3_000_000) }})
		p.Sleep(5)
	}
}

func TestIntervalsOnlyDivide(t *testing.T) {
	longPackets, longBytes, _ := totals(plainHost(600), chatter)
	shortPackets, shortBytes, records := totals(plainHost(60), chatter)
	if longPackets != shortPackets || longBytes != shortBytes {
		t.Errorf("600 s: %v %v, 60 s: %v %v", longPackets, longBytes, shortPackets, shortBytes)
	}
	type slot struct {
		Key
		window int32
	}
	seen := map[slot]bool{}
	for _, r := range records {
		w := (r.Start - 17 + 60) / 60
		if w != (r.End-17+60)/60 || r.End < r.Start {
			t.Errorf("record from %d to %d crosses an interval", r.Start, r.End)
		}
		if seen[slot{r.Key, w}] {
			t.Errorf("two records of %v in interval %d", r.Key, w)
		}
		seen[slot{r.Key, w}] = true
	}
}

func TestAwayEndsConnections(t *testing.T) {
	h := plainHost(60)
	h.Start(dice.New(2), 0, &Label{Kind: "test"}, Spans{{1000, 5000}}, chatter)
	h.Run(h.End + 60)
	h.Stop()
	for _, r := range h.Drain(h.End) {
		if r.End > 1002 && r.Start < 5000 {
			t.Errorf("traffic from %d to %d, while the program was away", r.Start, r.End)
		}
	}
	if n := len(h.Silent(h.End)); n < 60 {
		t.Errorf("only %d silent intervals", n)
	}
}
