package wire

import (
	"math/rand/v2"
	"testing"
)

func conn(timestamps bool) (*Log, *Conn) {
	l := NewLog(1, 600, 0, "1")
	s := Stack{Timestamps: timestamps, MSS: 1460, Delay: 0.04, Every: 2, Retries: 3, FirstRTO: 1, Keep: 100}
	return l, NewConn(l.AddIface("eni", 1, 0), rand.New(rand.NewPCG(1, 1)), TCP, s, s, Path{RTT: 0.01}, 2, 40000, 80)
}

// totals checks the packets and bytes of the first record in each direction.
func totals(t *testing.T, l *Log, out, outBytes, in, inBytes int) {
	t.Helper()
	got := [4]int{}
	for _, r := range l.hours[0] {
		d := 0
		if r.src != 1 {
			d = 2
		}
		got[d] += int(r.packets)
		got[d+1] += int(r.bytes)
	}
	if want := [4]int{out, outBytes, in, inBytes}; got != want {
		t.Errorf("packets and bytes out, in: %v, want %v", got, want)
	}
}

func TestExchange(t *testing.T) {
	l, c := conn(false)
	c.Open(1, Local)                 // out 52, in 52, out 40
	c.At(2, Local, 100, 1, 1e6)      // out 140, its ACK rides along with the answer
	c.At(2.02, Remote, 3000, 1, 1e6) // in 1500, 1500, 120; out an ACK for two, later one for the third
	c.Close(3, Local, false)         // out 40, in 40, out 40
	c.Flush()
	totals(t, l, 7, 52+40+140+40+40+40+40, 5, 52+3120+40)
}

func TestKeepAlive(t *testing.T) {
	l, c := conn(true)
	c.Open(1, Local)            // out 60, in 60, out 52
	c.At(2, Remote, 10, 1, 1e6) // in 62, out 52
	c.Run(250)                  // probes after 102 and 202 seconds
	c.Flush()
	totals(t, l, 5, 60+4*52, 4, 60+62+2*52)
}

func TestDenied(t *testing.T) {
	l, c := conn(false)
	if got := c.Fail(5, Local, Denied, 60); got != 20 { // at 0, 1, 3 and 7, given up at 15
		t.Errorf("given up at %v", got)
	}
	c.Flush()
	totals(t, l, 4, 4*52, 0, 0)
	if l.hours[0][0].state != reject {
		t.Error("not rejected")
	}
}
