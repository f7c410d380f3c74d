package sim

import "testing"

func quiet() *Path {
	return &Path{RTT: 0.02, Rate: 1e7, MSS: 1448, Header: 52, Syn: 60, Delay: [2]float64{0.04, 0.04}, Stretch: [2]int{2, 2}}
}

func dial(log *Log, clock *Clock) *Conn {
	key := Key{Src: 10<<24 | 1, Dst: 200<<24 | 1, SrcPort: 40000, DstPort: 3333, Proto: 6}
	c := Open(NewRand(1), clock, quiet(), log, key, Client)
	c.fresh = [2]int{}
	return c
}

func totals(log *Log) (packets [2]int, bytes [2]int) {
	for _, r := range log.Records {
		i := 0
		if r.Key.SrcPort == 3333 {
			i = 1
		}
		packets[i] += int(r.Packets)
		bytes[i] += int(r.Bytes)
	}
	return packets, bytes
}

func TestCallBytes(t *testing.T) {
	log, clock := &Log{Interval: 600, Limit: 3600}, &Clock{}
	c := dial(log, clock)
	c.Call(200, 70) // the answer carries the ACK; the answer's own ACK is delayed
	c.Wait(10)
	c.Call(200, 70)
	c.Until = 20
	c.Wait(100)
	c.End()
	packets, bytes := totals(log)
	if want := [2]int{2 + 2 + 2, 1 + 2}; packets != want {
		t.Errorf("packets %v, want %v", packets, want)
	}
	if want := [2]int{60 + 52 + 2*252 + 2*52, 60 + 2*122}; bytes != want {
		t.Errorf("bytes %v, want %v", bytes, want)
	}
}

func TestBulkIsCutAndAcknowledged(t *testing.T) {
	log, clock := &Log{Interval: 600, Limit: 3600}, &Clock{}
	c := dial(log, clock)
	c.Push(14480)
	c.End()
	packets, bytes := totals(log)
	if packets != [2]int{2 + 5, 1 + 10} || bytes[1] != 60+14480+10*52 {
		t.Errorf("packets %v, bytes %v", packets, bytes)
	}
}

func TestRecordsStayInTheirIntervals(t *testing.T) {
	log, clock := &Log{Interval: 60, Phase: 17, Limit: 3600}, &Clock{}
	c := dial(log, clock)
	c.KeepAlive(Client, 15)
	for c.Wait(c.Exp(40)) {
		c.Call(100, 100)
	}
	c.End()
	sum := 0
	for _, r := range log.Records {
		sum += int(r.Packets)
		if log.Window(int(r.Start)) != log.Window(int(r.End)) || r.End < r.Start {
			t.Fatalf("record from %d to %d", r.Start, r.End)
		}
	}
	log.Merge()
	for i, r := range log.Records {
		sum -= int(r.Packets)
		if i > 0 && r.Key == log.Records[i-1].Key && log.Window(int(r.Start)) == log.Window(int(log.Records[i-1].Start)) {
			t.Fatal("two records of a flow in one interval")
		}
	}
	if sum != 0 {
		t.Errorf("merging lost %d packets", sum)
	}
}

func TestTunnelCarriesEveryPacket(t *testing.T) {
	log, clock := &Log{Interval: 600, Limit: 3600}, &Clock{}
	outer := dial(log, clock)
	in := outer.Inside(quiet())
	_, before := totals(log)
	in.Call(100, 100)
	in.Until = 5
	in.Wait(10)
	in.End()
	_, bytes := totals(log)
	// SYN, ACK, question and ACK of the answer, each with the tunnel's own
	if least := 60 + 52 + 152 + 52 + 4*vpnOverhead; bytes[0]-before[0] < least {
		t.Errorf("%d bytes out, want at least %d", bytes[0], least)
	}
}

func TestUnansweredSynBacksOff(t *testing.T) {
	log, clock := &Log{Interval: 600, Limit: 3600}, &Clock{}
	Attempt{Rejected: true, First: 1, Patience: 20}.Fail(clock, quiet(), log, Key{Src: 1, Dst: 2, Proto: 6})
	if r := log.Records; len(r) != 1 || r[0].Packets != 5 || r[0].End != 15 || !r[0].Key.Reject {
		t.Errorf("%+v", r) // at 0, 1, 3, 7 and 15 s
	}
}
