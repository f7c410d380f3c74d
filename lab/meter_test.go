package lab

import (
	"math/rand/v2"
	"net/netip"
	"testing"
)

// What goes into a meter comes out of it, once, within the bounds of the
// intervals, however it is read out.
func TestMeterConserves(t *testing.T) {
	for _, length := range []int64{60, 600} {
		for seed := range uint64(20) {
			r := rand.New(rand.NewPCG(seed, 1))
			phase := int64(r.IntN(int(length)))
			end := int64(7200 + r.IntN(3600))
			m := newMeter(length, phase, float64(end))
			h := &host{meter: m}
			flows := make([]*flow, 10)
			for i := range flows {
				flows[i] = &flow{meter: m, remote: netip.AddrPortFrom(netip.IPv4Unspecified(), uint16(i))}
			}
			m.flows = append(m.flows, flows...)
			var sent, got [2]int64
			var records []record
			for t := int64(0); t < end; {
				next := min(t+3600, end)
				for range 2000 {
					at := float64(t) + r.Float64()*float64(next-t+300) // some lie ahead, out of order
					dir, size := r.IntN(2), 40+r.IntN(1461)
					flows[r.IntN(len(flows))].packet(at, dir, size)
					if at < float64(end) {
						sent[0]++
						sent[1] += int64(size)
					}
				}
				t = next
				records = m.readOut(records, h, t, t == end)
			}
			seen := map[[3]int64]bool{}
			before := int64(-1)
			for _, r := range records {
				from, to := m.bounds(r.interval)
				if r.first < from || r.last > to || r.first > r.last || r.flow != nil && r.last == to {
					t.Fatalf("record from %d to %d in interval %d to %d", r.first, r.last, from, to)
				}
				if r.interval < before {
					t.Fatal("records out of order")
				}
				before = r.interval
				if r.flow == nil {
					continue
				}
				key := [3]int64{r.interval, int64(r.flow.remote.Port()), int64(r.dir)}
				if seen[key] {
					t.Fatalf("two records for %v", key)
				}
				seen[key] = true
				got[0] += r.packets
				got[1] += r.bytes
			}
			if got != sent {
				t.Fatalf("interval %d, seed %d: %v packets and bytes came out, %v went in", length, seed, got, sent)
			}
		}
	}
}

func TestMeterNoData(t *testing.T) {
	m := newMeter(60, 45, 300)
	f := &flow{meter: m}
	m.flows = append(m.flows, f)
	f.packet(50, out, 100)
	f.packet(104, in, 52)
	f.packet(-1, out, 100)  // before
	f.packet(300, out, 100) // after
	var got [][3]int64
	for _, r := range m.readOut(nil, &host{meter: m}, 300, true) {
		kind := int64(0)
		if r.flow != nil {
			kind = r.packets
		}
		got = append(got, [3]int64{kind, r.first, r.last})
	}
	want := [][3]int64{{0, 0, 45}, {1, 104, 104}, {1, 50, 50}, {0, 105, 165}, {0, 165, 225}, {0, 225, 285}, {0, 285, 300}}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

// An interface that is read out early moves packets into the next interval,
// where both directions would not be cut at one instant, and loses none.
func TestMeterEarly(t *testing.T) {
	const end = 100_000
	moved, apart := 0, 0
	for id := range uint64(20) {
		m := newMeter(600, 45, end)
		m.early = 30
		f := &flow{meter: m, id: mix(id)}
		m.flows = append(m.flows, f)
		for second := range end {
			f.packet(float64(second), out, 100)
			f.packet(float64(second), in, 100)
		}
		packets, of := 0, map[[2]int64]int64{}
		for _, r := range m.readOut(nil, &host{meter: m}, end, true) {
			from, to := m.bounds(r.interval)
			if r.first < from || r.last >= to {
				t.Fatalf("seconds %d to %d in the interval from %d to %d", r.first, r.last, from, to)
			}
			packets += int(r.packets)
			of[[2]int64{r.interval, int64(r.dir)}] = r.packets
		}
		if packets != 2*end {
			t.Fatalf("%d packets came out, %d went in", packets, 2*end)
		}
		for k, n := range of {
			if n < 600-30 || n > 600+30 {
				if k[0] >= 0 && k[0] < 166 {
					t.Errorf("%d packets in interval %d", n, k[0])
				}
			}
			if n != 600 {
				moved++
			}
			if n != of[[2]int64{k[0], 1 - k[1]}] {
				apart++
			}
		}
	}
	if moved < 5000 || apart < 5000 {
		t.Errorf("%d of 6680 records have other packets than their interval, %d other than the other direction's", moved, apart)
	}
}

func BenchmarkPacket(b *testing.B) {
	m := newMeter(600, 17, 1e12)
	f := &flow{meter: m}
	at := 0.0
	for b.Loop() {
		f.packet(at, in, 100)
		if at += 0.1; len(f.cells[in]) > 100 {
			f.cells[in] = f.cells[in][:0]
		}
	}
}
