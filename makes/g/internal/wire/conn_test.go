package wire

import (
	"testing"
	"time"

	"makes/g/internal/dice"
	"makes/g/internal/flowlog"
)

// tally counts packets and bytes in both directions, and when they came.
type tally struct {
	packets, bytes [2]int
	times          []time.Duration
}

func (y *tally) Packets(d flowlog.Dir, t time.Duration, n, bytes int) {
	y.packets[d] += n
	y.bytes[d] += bytes
	y.times = append(y.times, t)
}

func (y *tally) Done() {}

func linux() *Stack {
	return &Stack{Timestamps: true, SynOptions: 8, QuickAck: true, AckDelay: 40 * time.Millisecond, AckEvery: 2,
		MinRTO: 200 * time.Millisecond, Retries: 15, SynGaps: doubling(time.Second, 6, time.Minute)}
}

func connect(t *testing.T, fate Fate, stack *Stack) (*Conn, *tally, time.Duration) {
	t.Helper()
	y := &tally{}
	e := Ends{Stack: [2]*Stack{stack, linux()}, Path: Path{RTT: 10 * time.Millisecond, MTU: 1500, Rate: 1e7}}
	c, at := Dial(dice.New(1), y, e, 0, fate, time.Hour)
	return c, y, at
}

func TestHandshake(t *testing.T) {
	c, y, at := connect(t, Accept, linux())
	if c == nil || at != 10*time.Millisecond {
		t.Fatalf("connected at %v", at)
	}
	if y.packets != [2]int{2, 1} || y.bytes != [2]int{60 + 52, 60} {
		t.Errorf("got %v packets, %v bytes", y.packets, y.bytes)
	}
}

func TestQuestionAndAnswer(t *testing.T) {
	c, y, at := connect(t, Accept, linux())
	*y = tally{}
	for range 5 { // a pause long enough that all ACKs are out
		c.In(c.Out(at, 100)+time.Millisecond, 200)
		at += 10 * time.Second
	}
	c.Idle(at)
	// The question; the answer, which carries the ACK once the server is in a
	// dialogue (the first question it acknowledges at once); the client's ACK.
	if y.packets != [2]int{10, 6} {
		t.Errorf("got %v packets", y.packets)
	}
	if want := [2]int{5 * (152 + 52), 5*252 + 52}; y.bytes != want {
		t.Errorf("got %v bytes, want %v", y.bytes, want)
	}
}

func TestBulk(t *testing.T) {
	c, y, at := connect(t, Accept, linux())
	*y = tally{}
	const n = 10_000_000
	arrived := c.Out(at, n)
	segments := y.packets[flowlog.Out]
	if y.bytes[flowlog.Out] != n+segments*52 || segments < n/1448 || segments > n/1448*11/10 {
		t.Errorf("%d segments, %d bytes", segments, y.bytes[flowlog.Out])
	}
	if acks := y.packets[flowlog.In]; acks < segments*4/10 || acks > segments*6/10 {
		t.Errorf("%d ACKs for %d segments", acks, segments)
	}
	if took := arrived - at; took < 600*time.Millisecond || took > 2*time.Second {
		t.Errorf("took %v at 10 MB/s", took)
	}
}

func TestNagle(t *testing.T) {
	for _, noDelay := range []bool{true, false} {
		c, _, at := connect(t, Accept, linux())
		c.NoDelay[flowlog.Out] = noDelay
		took := c.Out(at, 10, 10) - at
		if late := took > 12*time.Millisecond; late == noDelay {
			t.Errorf("no delay %v: the second write took %v", noDelay, took)
		}
	}
}

func TestKeepAlive(t *testing.T) {
	c, y, at := connect(t, Accept, linux())
	*y = tally{}
	c.Keep[flowlog.In] = time.Minute
	c.Idle(at + 10*time.Minute)
	if y.packets != [2]int{9, 9} && y.packets != [2]int{10, 10} {
		t.Errorf("got %v packets in ten minutes", y.packets)
	}
}

func TestFailures(t *testing.T) {
	_, y, at := connect(t, Drop, linux())
	if y.packets != [2]int{7, 0} || at != 127*time.Second {
		t.Errorf("dropped: %v packets, given up at %v", y.packets, at)
	}
	_, y, _ = connect(t, Refuse, linux())
	if y.packets != [2]int{1, 1} || y.bytes != [2]int{60, 40} {
		t.Errorf("refused: %v packets, %v bytes", y.packets, y.bytes)
	}
	windows := Windows(dice.New(1))
	if _, y, _ = connect(t, Refuse, windows); y.packets != [2]int{3, 3} {
		t.Errorf("refused, by Windows: %v packets", y.packets)
	}
}

func TestTunnelCarriesEachPacket(t *testing.T) {
	outer, y, at := connect(t, Accept, linux())
	*y = tally{}
	v := &Tunnel{Outer: outer, Overhead: 40}
	v.Packets(flowlog.Out, at, 1, 60)
	if y.packets[flowlog.Out] != 1 || y.bytes[flowlog.Out] != 60+40+52 {
		t.Errorf("%d packets, %d bytes", y.packets[flowlog.Out], y.bytes[flowlog.Out])
	}
}
