package trait

import (
	"math"
	"math/rand/v2"
	"net/netip"
	"slices"
	"testing"

	"davy/biflow"
)

func TestNames(t *testing.T) {
	for _, names := range [][]string{Names[:], AttemptNames[:]} {
		sorted := slices.Sorted(slices.Values(names))
		if sorted[0] == "" || len(slices.Compact(sorted)) != len(names) {
			t.Errorf("names are empty or not unique: %q", names)
		}
	}
}

// Whatever the windows hold, every trait is a finite number.
func TestFinite(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	count := func() uint64 {
		switch r.IntN(4) {
		case 0:
			return 0
		case 1:
			return uint64(r.IntN(4))
		case 2:
			return uint64(r.IntN(100_000))
		}
		return r.Uint64() >> r.IntN(64)
	}
	for range 2000 {
		p := &biflow.Pair{Server: biflow.Side(r.IntN(3))}
		for i := range 1 + r.IntN(160) {
			p.Windows = append(p.Windows, biflow.Window{
				Start: int64(i) * biflow.Seconds, LocalBytes: count(), LocalPackets: count(), RemoteBytes: count(), RemotePackets: count(),
				Connections: uint32(1 + r.IntN(50)), ClientPorts: uint32(r.IntN(50)), ServerShare: r.Float64(),
				Turned: [2]biflow.Sum{{Bytes: count(), Packets: count()}, {Bytes: count(), Packets: count()}},
			})
		}
		for _, s := range Spans(p) {
			for i, x := range s.Traits() {
				if math.IsNaN(x) || math.IsInf(x, 0) {
					t.Fatalf("%s is %v", Names[i], x)
				}
			}
		}
		for _, s := range Attempts(p) {
			for i, x := range s.Attempts() {
				if math.IsNaN(x) || math.IsInf(x, 0) {
					t.Fatalf("%s is %v", AttemptNames[i], x)
				}
			}
		}
	}
}

// Three times as much of everything is the same traffic at another rate.
func TestRateFree(t *testing.T) {
	slow, fast := poolLike(Day, 3), poolLike(Day, 3)
	for i := range fast.Windows {
		w := &fast.Windows[i]
		w.LocalBytes, w.LocalPackets, w.RemoteBytes, w.RemotePackets = 3*w.LocalBytes, 3*w.LocalPackets, 3*w.RemoteBytes, 3*w.RemotePackets
	}
	a, b := Spans(slow)[0].Traits(), Spans(fast)[0].Traits()
	for _, i := range []int{
		LocalSize, RemoteSize, PacketRatio, ByteRatio, LocalSizeSpread, RemoteSizeSpread, PacketRatioSpread, LocalFloor, RemoteFloor,
		LocalSpread, RemoteSpread, LocalByteSpread, RemoteByteSpread, Peak, Dip, LocalSkew, RemoteSkew, Occupancy, Drift, Memory, Disorder,
		PacketTie, ByteTie, LocalTie, RemoteTie, LocalCross, RemoteCross, LocalSlope, RemoteSlope, PacketSlope, LocalScatter, RemoteScatter,
		PacketScatter, LocalPlane, RemotePlane, SecondAxis, ThirdAxis, FourthAxis, Duplicates, Connections, Single, Kept, Client, Inside, Siblings,
	} {
		if math.Abs(a[i]-b[i]) > 1e-9*(1+math.Abs(a[i])) {
			t.Errorf("%s is %v, at three times the rate %v", Names[i], a[i], b[i])
		}
	}
}

// One window in twenty of something else hardly moves what is a median or a quartile.
func TestDilution(t *testing.T) {
	clean, mixed := poolLike(Day, 4), poolLike(Day, 4)
	for i := 7; i < Day; i += 20 {
		w := &mixed.Windows[i]
		w.LocalBytes, w.LocalPackets, w.RemoteBytes, w.RemotePackets = 80_000, 1200, 3_000_000, 2100
	}
	a, b := Spans(clean)[0].Traits(), Spans(mixed)[0].Traits()
	for _, i := range []int{LocalSize, RemoteSize, PacketRatio, ByteRatio, LocalSpread, RemoteSpread, LocalByteSpread, RemoteByteSpread, LocalRate, RemoteRate, Dip} {
		if math.Abs(a[i]-b[i]) > 0.05 {
			t.Errorf("%s is %v, diluted %v", Names[i], a[i], b[i])
		}
	}
}

func TestSpans(t *testing.T) {
	for n, want := range map[int][]int{1: {1}, 143: {143}, 145: {145}, 215: {215}, 217: {108, 108}, 3025: slices.Repeat([]int{Day}, 21)} {
		p := poolLike(n, 1)
		p.Windows[0].Flags |= biflow.Incomplete // unknown: no part of any span
		if n > 1 {
			n--
		} else {
			p.Windows[0].Flags = 0
		}
		var got []int
		sum := 0
		for _, s := range Spans(p) {
			got = append(got, len(s.Windows))
			sum += len(s.Windows)
		}
		if sum != n || len(got) != len(want) {
			t.Errorf("%d windows are cut into %v, want about %v", n, got, want)
		}
	}
	if Spans(&biflow.Pair{}) != nil {
		t.Error("a pair without windows has a span")
	}
}

// A client that tries each 25 s and sends five SYNs a time, without a reply
// (see docs: 20 s of timeout and 5 s of pause).
func TestAttempts(t *testing.T) {
	p := &biflow.Pair{Server: biflow.RemoteSide, Remote: netip.MustParseAddr("fd00::1"), Siblings: 2}
	for i := range 18 {
		p.Windows = append(p.Windows, biflow.Window{
			Start: int64(i) * biflow.Seconds, Connections: 24, Unanswered: 24, ClientPorts: 24, ServerPort: 3333, ServerShare: 1,
			LocalPackets: 120, LocalBytes: 120 * 60,
		})
	}
	spans := Attempts(p)
	if len(spans) != 1 || len(spans[0].Windows) != 18 {
		t.Fatalf("%d spans", len(spans))
	}
	v := spans[0].Attempts()
	for i, want := range map[int]float64{
		AttemptRate: math.Log(24), AttemptPackets: math.Log(5), AttemptSize: math.Log(60), AttemptReplies: 0, AttemptRejected: 0,
		AttemptPorts: 1, AttemptPortShare: 1, AttemptClient: 1, AttemptInside: 1, AttemptSiblings: math.Log(3), AttemptSpread: 0, AttemptPeak: 0, AttemptDip: 0,
	} {
		if math.Abs(v[i]-want) > 1e-12 {
			t.Errorf("%s is %v, want %v", AttemptNames[i], v[i], want)
		}
	}
	for i := range p.Windows { // the same, turned away by a security group
		w := &p.Windows[i]
		w.Turned[0], w.LocalPackets, w.LocalBytes, w.Unanswered = biflow.Sum{Bytes: w.LocalBytes, Packets: w.LocalPackets}, 0, 0, 0
	}
	u := Attempts(p)[0].Attempts()
	if math.Abs(u[AttemptRejected]-1) > 1e-12 || u[AttemptRate] != v[AttemptRate] || u[AttemptPackets] != v[AttemptPackets] || u[AttemptSize] != v[AttemptSize] {
		t.Errorf("rejected: %v, unanswered: %v", u, v)
	}
	if Attempts(poolLike(20, 1)) != nil {
		t.Error("traffic is taken for attempts")
	}
}
