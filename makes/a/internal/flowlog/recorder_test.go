package flowlog

import "testing"

func TestWindows(t *testing.T) {
	r := &Recorder{Interval: 60, Phase: 25, Length: 3600}
	f := r.Open(Key{Remote: 1, LocalPort: 2, RemotePort: 3, Proto: TCP})
	packets := 0
	for at := -50.0; at < 3700; at += 7.5 {
		f.Add(int(at)%2 == 0, at, 2, 104)
		if at >= 0 && at < 3600 {
			packets += 2
		}
	}
	f.Add(true, 30, 1, 52) // late, for an early window
	packets++
	got, bytes := 0, 0
	seen := map[[2]int]bool{}
	for _, q := range r.Records() {
		got += int(q.Packets)
		bytes += int(q.Bytes)
		key := [2]int{int(q.Window), 0}
		if q.Out {
			key[1] = 1
		}
		if seen[key] {
			t.Errorf("window %v twice", key)
		}
		seen[key] = true
		if r.window(float64(q.Start)) != q.Window || r.window(float64(q.End)) != q.Window || q.Start > q.End {
			t.Errorf("record %+v is not within its window", q)
		}
	}
	if got != packets || bytes != 52*packets {
		t.Errorf("%d packets and %d bytes, want %d and %d", got, bytes, packets, 52*packets)
	}
}
