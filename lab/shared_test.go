package lab

import (
	"math"
	"testing"
	"time"
)

// Other traffic comes to the pair and takes nothing from it: as many more bytes
// come in as the windows say that have it.
func TestShared(t *testing.T) {
	host := Host{Kinds: []string{"mqtt"}}
	alone := cloudsOf(t, Benign, 31, 60, host, 24*time.Hour)
	host.Shared = 1
	shared := cloudsOf(t, Benign, 31, 60, host, 24*time.Hour)
	if len(alone) != len(shared) {
		t.Fatalf("%d pairs alone, %d at shared addresses", len(alone), len(shared))
	}
	var shares []float64
	for i := range alone {
		if alone[i].Remote != shared[i].Remote {
			t.Fatalf("%v alone, %v at a shared address", alone[i].Remote, shared[i].Remote)
		}
		m, other, same := medians(alone[i].points), 0.0, 0
		for j, p := range shared[i].points {
			if j < len(alone[i].points) && p == alone[i].points[j] {
				same++
			}
			if p[2] > 2*m[2]+10_000 {
				other++
			}
		}
		if same == 0 {
			t.Errorf("%v: no window is as it would be alone", alone[i].Remote)
		}
		shares = append(shares, other/float64(len(shared[i].points)))
	}
	sum, least, most := 0.0, math.Inf(1), 0.0
	for _, x := range shares {
		sum, least, most = sum+x, min(least, x), max(most, x)
	}
	// Log-uniform from 0.01 to 0.3 is 0.085 in the mean; transfers may reach over a boundary.
	if mean := sum / float64(len(shares)); mean < 0.05 || mean > 0.17 || least > 0.03 || most < 0.2 {
		t.Errorf("other traffic in %.3f of the windows, from %.3f to %.3f", mean, least, most)
	}
}

// Miners have knobs of their own, and of a share of programs only so many share.
func TestSharedByWhom(t *testing.T) {
	mining := Host{Kinds: []string{"monero-plain"}}
	without := clouds(t, 32, 5, mining, 6*time.Hour)
	mining.Shared = 1
	for i, c := range clouds(t, 32, 5, mining, 6*time.Hour) {
		if c.total(2) != without[i].total(2) {
			t.Errorf("miner %d is at a shared address", i)
		}
	}
	device := Host{Kinds: []string{"mqtt"}}
	alone := cloudsOf(t, Benign, 33, 200, device, 6*time.Hour)
	device.Shared = 0.3
	n := 0
	for i, c := range cloudsOf(t, Benign, 33, 200, device, 6*time.Hour) {
		if c.total(2) != alone[i].total(2) {
			n++
		}
	}
	if n < 30 || n > 65 { // of 60, some of which have no other traffic in six hours
		t.Errorf("%d of 200 programs are at shared addresses, want about 50", n)
	}
}
