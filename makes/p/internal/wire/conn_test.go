package wire

import (
	"math/rand/v2"
	"testing"
	"time"
)

// exchange plays a connection with two messages, and gives what was counted.
func exchange(path Path, a, b Stack, messages ...int) (records []record) {
	log := NewLog(time.Unix(1736121600, 0), 1, 600, "123456789012")
	nic := log.Nic("eni-1", 10<<24|1, 0)
	c := NewConn(nic.Flow(10<<24|2, 40000, 502, 6, false), rand.New(rand.NewPCG(1, 2)), 0, path, a, b)
	t := c.Open(10)
	for i, n := range messages {
		t += c.Reply(i % 2)
		c.Send(t, i%2, n)
	}
	c.Close(t+1, 0, false)
	return log.hours[0]
}

func TestExchange(t *testing.T) {
	plain := Stack{MSS: 1460, Delay: 0.04, Every: 2}
	stamped := Stack{MSS: 1460, Delay: 0.04, Every: 2, Timestamps: true}
	for _, c := range []struct {
		name       string
		a, b       Stack
		path       Path
		messages   []int
		out, outB  int
		back, bckB int
	}{
		// SYN, ACK, request, ACK of the answer, FIN, ACK; SYN-ACK, answer on the ACK, FIN.
		{"modbus", plain, plain, Path{RTT: 0.001}, []int{12, 29}, 6, 44 + 40 + 52 + 40 + 40 + 40, 3, 44 + 69 + 40},
		{"timestamps", stamped, stamped, Path{RTT: 0.001}, []int{12, 29}, 6, 60 + 52 + 64 + 52 + 52 + 52, 3, 60 + 81 + 52},
		// Of three segments two are acknowledged at once, and the third after the delay.
		{"three segments", plain, plain, Path{RTT: 0.001}, []int{10, 4000}, 7, 44 + 40 + 50 + 40 + 40 + 40 + 40, 5, 44 + 4000 + 3*40 + 40},
		{"split", plain, plain, Path{RTT: 0.001, Split: 4}, []int{12}, 6, 44 + 40 + 44 + 48 + 40 + 40, 3, 44 + 40 + 40},
	} {
		got := exchange(c.path, c.a, c.b, c.messages...)
		if len(got) != 2 {
			t.Fatalf("%s: %d records", c.name, len(got))
		}
		o, b := got[0], got[1]
		if int(o.packets) != c.out || int(o.bytes) != c.outB || int(b.packets) != c.back || int(b.bytes) != c.bckB {
			t.Errorf("%s: %d packets of %d bytes, %d of %d back; want %d, %d, %d, %d", c.name,
				o.packets, o.bytes, b.packets, b.bytes, c.out, c.outB, c.back, c.bckB)
		}
	}
}

func TestTry(t *testing.T) {
	log := NewLog(time.Unix(1736121600, 0), 1, 600, "123456789012")
	nic := log.Nic("eni-1", 10<<24|1, 0)
	try := func(fault Fault) float64 {
		f := nic.Flow(10<<24|2, 40000, 502, 6, fault == Denied)
		return NewConn(f, nil, 0, Path{RTT: 0.1}, Stack{MSS: 1460, Retries: 6}, Stack{}).Try(100, fault, 20)
	}
	if at := try(Denied); at != 120 {
		t.Errorf("gives up at %v", at)
	}
	if at := try(Refused); at < 100.1 || at > 100.11 {
		t.Errorf("refused at %v", at)
	}
	got := log.hours[0]
	// SYNs at 0, 1, 3, 7 and 15 seconds; a SYN and a reset.
	if len(got) != 3 || !got[0].reject || got[0].packets != 5 || got[0].end != 115 || got[1].packets != 1 || got[2].bytes != 40 {
		t.Errorf("%+v", got)
	}
}
