package tcp

import (
	"testing"

	"makes/m/internal/draw"
)

type count struct{ packets, bytes [2]int }

func (c *count) Packets(_ float64, dir, n, bytes int) {
	c.packets[dir] += n
	c.bytes[dir] += bytes
}

func TestExchange(t *testing.T) {
	s := Stack{Timestamps: true, MSS: 1460, AckDelay: 0.04, AckEvery: 2, Retries: 6}
	var got count
	c := NewConn(&got, draw.New(1, "test"), &s, &s, Path{RTT: 0.01, Rate: 1e7}, Out, 60, Out)
	at := c.Open(0)         // SYN 60, SYN-ACK 60, ACK 52
	c.Send(at, Out, 100)    // 152
	c.Send(at+0.02, In, 50) // 102, takes the acknowledgment along
	c.Send(1, In, 3000)     // 52 after 40 ms; then 1448+1448+104 with 3×52; acknowledgments 52 and, late, 52
	c.Advance(62)           // a probe and its answer, 52 each
	c.Close(62.5, Out, true)
	want := count{[2]int{8, 6}, [2]int{60 + 52 + 152 + 52 + 52 + 52 + 52 + 40, 60 + 102 + 3156 + 52}}
	if got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestUnanswered(t *testing.T) {
	s := Stack{Retries: 6}
	var got count
	if end := Unanswered(&got, 0, &s, Out, 1000); end != 127 || got.packets[Out] != 7 || got.bytes[Out] != 7*52 {
		t.Errorf("until %v, %+v", end, got)
	}
}
