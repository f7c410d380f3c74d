package tcp

import (
	"testing"
	"time"

	"makes/o/internal/dice"
	"makes/o/internal/flow"
)

type count struct{ packets, bytes int }

// watch makes a connection whose packets are counted.
func watch(a, b Stack) (*Conn, map[bool]*count) {
	seen := map[bool]*count{true: {}, false: {}}
	c := New(dice.New(1, 1), flow.Flow{}, a, b, Path{RTT: 0.02})
	c.Tunnel = func(up bool, _ float64, packets, bytes int) {
		seen[up].packets += packets
		seen[up].bytes += bytes
	}
	return c, seen
}

func TestExchange(t *testing.T) {
	stack := Stack{MSS: 1460, Stamps: true, DelAck: 0.04, AckEvery: 2}
	c, seen := watch(stack, stack)
	at := c.Open(10)
	at = c.Send(at, true, 100)      // one segment
	at = c.Send(at+0.1, false, 200) // the first was acknowledged on its own by then
	c.Send(at+0.01, true, 3000)     // three segments of 1448, 1448 and 104, carrying the acknowledgement
	c.Idle(at + 1)                  // two acknowledgements: of two segments and of the last
	// up: SYN 60, ACK 52, 100+52, 3000+3*52; down: SYN 60, ACK 52, 200+52, two ACKs of 52
	if got, want := *seen[true], (count{6, 60 + 52 + 152 + 3156}); got != want {
		t.Errorf("up: %+v, not %+v", got, want)
	}
	if got, want := *seen[false], (count{5, 60 + 52 + 252 + 104}); got != want {
		t.Errorf("down: %+v, not %+v", got, want)
	}
}

func TestKeepAlive(t *testing.T) {
	stack := Stack{MSS: 1460, DelAck: 0.04, AckEvery: 2}
	c, seen := watch(stack, stack)
	c.Keep(60, 0, 1)
	c.touch(0)
	c.Idle(301)
	if got, want := [2]count{*seen[true], *seen[false]}, [2]count{{5, 5 * 41}, {5, 5 * 40}}; got != want {
		t.Errorf("%+v, not %+v", got, want)
	}
}

func TestDenied(t *testing.T) {
	log := flow.NewLog(time.Unix(0, 0), 1, 600, "1")
	h := NewHost(dice.New(1, 1), log.AddIface("eni-1", 1, 0))
	h.Stack.Syns = []float64{1, 3, 7, 15}
	if got := h.Fail(5, Peer{Addr: 2, Port: 443}, Denied, 10, 0, 0); got != 15 {
		t.Errorf("knew at %v", got)
	}
	if got := h.Fail(5, Peer{Addr: 2, Port: 443}, Denied, 100, 0, 0); got != 5+31 {
		t.Errorf("knew at %v", got)
	}
}
