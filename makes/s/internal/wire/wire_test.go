package wire

import (
	"testing"

	"makes/s/internal/dice"
)

// totals gives packets and bytes of the flow from an address.
func totals(l *Log, src Addr) (packets, bytes int) {
	for _, r := range l.hours[0] {
		if r.src == src {
			packets += int(r.packets)
			bytes += int(r.bytes)
		}
	}
	return packets, bytes
}

func TestExchange(t *testing.T) {
	stack := Stack{MSS: 1460, Timestamps: true, SynOptions: 20, DelayedAck: 0.04, AckEvery: 2, SynTries: 3, SynFirst: 1}
	client, server := End{1, 40000, stack}, End{2, 3333, stack}
	tests := []struct {
		name                               string
		play                               func(c *Conn)
		outPackets, outBytes, inP, inBytes int
	}{
		// SYN, ACK, 100 bytes, ACK for two of three segments, 100 bytes with the
		// ACK for the third; back SYN, 3000 bytes in three segments, which
		// acknowledge the first request, and an ACK for the second.
		{"answered", func(c *Conn) {
			at := c.Open(10)
			at = c.Send(at, Client, 100)
			at = c.Send(at+0.01, Server, 3000)
			c.Send(at+0.01, Client, 100)
			c.Settle(20)
			c.Drop()
		}, 1 + 1 + 1 + 1 + 1, 60 + 52 + 152 + 52 + 152, 1 + 3 + 1, 60 + 3000 + 3*52 + 52},
		{"unanswered push", func(c *Conn) {
			c.Resume(10)
			c.Send(10, Server, 200)
			c.Settle(20)
			c.Drop()
		}, 1, 52, 1, 252},
		{"refused", func(c *Conn) { c.Fail(10, Refused, 30) }, 1, 60, 1, 40},
		{"dead", func(c *Conn) { c.Fail(10, Dead, 30) }, 3, 180, 0, 0},
	}
	for _, test := range tests {
		log := NewLog(1, 600)
		c := Dial(dice.New(1, "test"), log.Tap("eni", 0, false), &client, &server, Client, 0.02, 6)
		test.play(c)
		if p, b := totals(log, 1); p != test.outPackets || b != test.outBytes {
			t.Errorf("%s: out %d packets, %d bytes; want %d, %d", test.name, p, b, test.outPackets, test.outBytes)
		}
		if p, b := totals(log, 2); p != test.inP || b != test.inBytes {
			t.Errorf("%s: in %d packets, %d bytes; want %d, %d", test.name, p, b, test.inP, test.inBytes)
		}
	}
}

func TestLayerSize(t *testing.T) {
	for _, test := range []struct {
		layer   Layer
		n, want int
	}{
		{Layer{block: 1}, 100, 100},
		{Layer{over: 22, block: 1}, 100, 122},
		{Layer{over: 22, block: 1}, 20000, 20044},
		{Layer{over: 41, block: 16}, 100, 112 + 41},
	} {
		if got := test.layer.Size(test.n); got != test.want {
			t.Errorf("%+v: %d bytes, want %d", test.layer, got, test.want)
		}
	}
}
