package lab

import (
	"slices"
	"testing"
)

// Training has enough of everything, and a third of it in one-minute records.
func TestTraining(t *testing.T) {
	cfg := Training(1)
	on := map[string]int{} // interfaces on which a kind runs
	minutes, dual, evading, atPools := 0, 0, 0, 0
	for _, h := range cfg.Hosts {
		mines := false
		for _, k := range slices.Compact(slices.Sorted(slices.Values(h.Kinds))) {
			on[k]++
			mines = mines || kinds[k].side == byPool
		}
		if h.Interval == 60 {
			minutes++
		}
		if h.IPv6 {
			dual++
		}
		if mines {
			atPools++
		}
		if h.Evasion != (Evasion{}) {
			evading++
			if problem, _ := h.Evasion.problem(); problem != "" || !mines {
				t.Errorf("%v: %+v", h.Kinds, h.Evasion)
			}
		}
	}
	for _, k := range Kinds(Mining) {
		if on[k] != minersOfEach {
			t.Errorf("%s on %d interfaces, want %d", k, on[k], minersOfEach)
		}
	}
	for _, k := range Kinds(Benign) {
		if on[k] < 8 {
			t.Errorf("%s on %d interfaces", k, on[k])
		}
	}
	n := float64(len(cfg.Hosts))
	for what, share := range map[string][3]float64{
		"with one-minute records": {float64(minutes) / n, 0.3, 0.37},
		"dual-stack":              {float64(dual) / n, 0.2, 0.3},
		"of miners evade":         {float64(evading) / float64(atPools), 0.18, 0.32},
	} {
		if share[0] < share[1] || share[0] > share[2] {
			t.Errorf("%.2f %s", share[0], what)
		}
	}
}
