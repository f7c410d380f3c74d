package wire

import (
	"math/rand/v2"
	"testing"
)

// exchange is a request of 3000 bytes and an answer of 100 with an MSS of
// 1460: without timestamps, an ACK per two segments, 40 ms of delay.
func exchange(l Layer) []Record {
	s := &Stack{MSS: 1460, Delay: .04, Stretch: 2, KeepAlive: 60, Polite: true}
	log := NewLog(600, 0, 3600, 40000)
	c := NewConn(log, TCP, End{1, 40000, s}, End{2, 443, s}, Path{RTT: .01, Rate: 1e9, MSS: 1460}, true, rand.New(rand.NewPCG(1, 1)))
	t := c.Dial(10, Open, 5)
	c.Layer = l
	t = c.Send(t, 0, 3000)
	c.Send(t+.01, 1, 100)
	c.Close(150, 0)
	return log.Records
}

func TestExchange(t *testing.T) {
	// Client: SYN 52, ACK 40, 3 segments 3000+120, ACK of the answer 40, 2 probes at 70 and 130, FIN and last ACK.
	// Server: SYN 52, ACK of 2 segments 40, answer with the ACK of the third 140, 2 answers to probes, FIN.
	want := []Record{
		{Src: 1, Dst: 2, Sport: 40000, Dport: 443, Proto: TCP, Packets: 10, Bytes: 52 + 40 + 3120 + 40 + 80 + 80, Start: 10, End: 150},
		{Src: 2, Dst: 1, Sport: 443, Dport: 40000, Proto: TCP, Packets: 6, Bytes: 52 + 40 + 140 + 80 + 40, Start: 10, End: 150},
	}
	got := exchange(Plain)
	for i, w := range want {
		if got[i] != w {
			t.Errorf("got  %+v\nwant %+v", got[i], w)
		}
	}
	if tls := exchange(TLS13); tls[1].Bytes != want[1].Bytes+22 {
		t.Errorf("one record more than plain: %+v", tls[1])
	}
}

func TestDial(t *testing.T) {
	for _, c := range []struct {
		out            Outcome
		patience       float64
		records, first int
	}{{Refused, 5, 2, 1}, {Dead, 5, 1, 3}, {Dead, 200, 1, 7}, {Denied, 3, 1, 2}, {OneSided, 5, 2, 3}} {
		s := &Stack{MSS: 1460, Timestamps: true, Stretch: 2}
		log := NewLog(600, 0, 3600, 40000)
		NewConn(log, TCP, End{1, 40000, s}, End{2, 443, s}, Path{RTT: .01, MSS: 1460}, false, rand.New(rand.NewPCG(1, 1))).Dial(0, c.out, c.patience)
		r := log.Records
		if len(r) != c.records || int(r[0].Packets) != c.first || r[0].Bytes != 60*r[0].Packets || r[0].Reject != (c.out == Denied) {
			t.Errorf("%+v: %+v", c, r)
		}
	}
}
