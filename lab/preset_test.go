package lab

import (
	"slices"
	"testing"
)

// tally counts what a Config has.
type tally struct {
	on                                               map[string]int // interfaces on which a kind runs
	minutes, dual, early, evading, diluting, atPools int
}

func tallyOf(t *testing.T, cfg Config) tally {
	t.Helper()
	n := tally{on: map[string]int{}}
	for _, h := range cfg.Hosts {
		mines := false
		for _, k := range slices.Compact(slices.Sorted(slices.Values(h.Kinds))) {
			n.on[k]++
			mines = mines || kinds[k].side == byPool
		}
		if h.Interval == 60 {
			n.minutes++
		}
		if h.IPv6 {
			n.dual++
		}
		if h.Early > 0 {
			n.early++
		}
		if mines {
			n.atPools++
		}
		if h.Shared != sharing {
			t.Errorf("%v: %v of programs at shared addresses, want %v", h.Kinds, h.Shared, sharing)
		}
		if h.Evasion.Dilution > 0 {
			n.diluting++
		}
		if h.Evasion != (Evasion{}) {
			n.evading++
			if problem, _ := h.Evasion.problem(); problem != "" || !mines {
				t.Errorf("%v: %+v", h.Kinds, h.Evasion)
			}
		}
	}
	return n
}

// Drill and Trial have enough of everything, in every manner.
func TestDrillAndTrial(t *testing.T) {
	for name, preset := range map[string]struct {
		config Config
		miners int // of each kind
		each   int // interfaces an ordinary kind runs on, at least
	}{
		"drill": {Drill(1), minersInDrill, 45}, // now and then two programs of a kind meet on an interface
		"trial": {Trial(1), minersInTrial, 8},
	} {
		n := tallyOf(t, preset.config)
		for _, k := range Kinds(Mining) {
			want := preset.miners
			if side := kinds[k].side; name == "drill" && side != byPool && side != byNode {
				want *= 2
			}
			if n.on[k] != want {
				t.Errorf("%s: %s on %d interfaces, want %d", name, k, n.on[k], want)
			}
		}
		for _, k := range Kinds(Benign) {
			if n.on[k] < preset.each {
				t.Errorf("%s: %s on %d interfaces", name, k, n.on[k])
			}
		}
		hosts := float64(len(preset.config.Hosts))
		for what, share := range map[string][3]float64{
			"with one-minute records": {float64(n.minutes) / hosts, 0.3, 0.37},
			"dual-stack":              {float64(n.dual) / hosts, 0.2, 0.3},
			"read out early":          {float64(n.early) / hosts, 0.45, 0.55},
			"of miners evade":         {float64(n.evading) / float64(n.atPools), 0.26, 0.4},
			"of miners dilute":        {float64(n.diluting) / float64(n.atPools), sharing - 0.03, sharing + 0.03},
		} {
			if share[0] < share[1] || share[0] > share[2] {
				t.Errorf("%s: %.2f %s", name, share[0], what)
			}
		}
	}
}

// Lookalikes has plenty of every kind that it names, and miners of every kind.
func TestLookalikes(t *testing.T) {
	if len(slices.Compact(slices.Sorted(slices.Values(lookalikes)))) != len(lookalikes) {
		t.Error("the list names a kind twice")
	}
	n := tallyOf(t, Lookalikes(1))
	for _, k := range lookalikes {
		if kinds[k] == nil || kinds[k].class != Benign {
			t.Errorf("%s is no ordinary kind", k)
		} else if n.on[k] < lookalikesOfEach*8/10 {
			t.Errorf("%s on %d interfaces", k, n.on[k])
		}
	}
	for _, k := range Kinds(Mining) {
		want := otherMiners
		switch kinds[k].side {
		case byPool:
			want = poolMiners
		case byNode:
			want = 0 // nobody can tell whether a full node mines
		}
		if n.on[k] != want {
			t.Errorf("%s on %d interfaces, want %d", k, n.on[k], want)
		}
	}
}
