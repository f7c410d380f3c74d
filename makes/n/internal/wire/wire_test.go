package wire

import (
	"math/rand/v2"
	"testing"
)

type count [2][2]int

func (c *count) Add(_ float64, dir, packets, bytes int) {
	c[dir][0] += packets
	c[dir][1] += bytes
}

func TestExchange(t *testing.T) {
	plain := &Stack{MSS: 1460, DelayedAck: 0.04, AckEvery: 2}
	stamped := &Stack{Timestamps: true, MSS: 1460, DelayedAck: 0.04, AckEvery: 2}
	for name, test := range map[string]struct {
		stack *Stack
		want  count
	}{
		// client: SYN 52, ACK 40, request 140, ACK of the reply's third
		// segment and of the first two 80, FIN 40, ACK 40.
		// server: SYN+ACK 52, reply 3000+3*40 with the ACK on it, FIN 40.
		"without timestamps": {plain, count{{7, 52 + 40 + 140 + 2*40 + 2*40}, {5, 52 + 3120 + 40}}},
		"with timestamps":    {stamped, count{{7, 60 + 52 + 152 + 2*52 + 2*52}, {5, 60 + 3000 + 3*52 + 52}}},
	} {
		var got count
		c := &Conn{Sink: &got, Ends: [2]*Stack{test.stack, test.stack}, Path: Path{RTT: 0.01, Rate: 1e7}, Rand: rand.New(rand.NewPCG(1, 1))}
		at := c.Dial(10)
		at = c.Ask(at, 0, 100, 0.005, 3000)
		c.Idle(at + 1)
		c.Close(at+2, 0)
		if got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

func TestKeepAlive(t *testing.T) {
	var got count
	s := &Stack{MSS: 1460}
	c := &Conn{Sink: &got, Ends: [2]*Stack{s, s}, Keep: 60}
	c.Start(0)
	c.Idle(301) // at 60, 120, 180, 240, 300
	if want := (count{{5, 200}, {5, 200}}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestUnanswered(t *testing.T) {
	var got count
	c := &Conn{Sink: &got, Ends: [2]*Stack{{Syn: []float64{1, 2, 4, 8, 16, 32, 64}}}}
	if end := c.Unanswered(0, 20); end != 20 || got[0] != [2]int{5, 5 * 52} { // at 0, 1, 3, 7, 15
		t.Errorf("%v at %v", got, end)
	}
}
