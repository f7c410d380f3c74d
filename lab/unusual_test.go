package lab

import (
	"math"
	"slices"
	"testing"
	"time"
)

func TestSoloPolls(t *testing.T) {
	var rates []float64
	for _, c := range clouds(t, 21, 40, Host{Kinds: []string{"solo-poll"}}, 6*time.Hour) {
		m := medians(c.points)
		if len(c.points) < 36 || m[0] <= 52*m[1] || m[2] <= 52*m[3] {
			t.Errorf("%s %s: in %d windows of 37, medians %v", c.Remote, c.Attrs.Coin, len(c.points), m)
		}
		rates = append(rates, m[1])
	}
	// A poll each 30 s to each 0.2 s, of one packet on an open connection to
	// half a dozen on a new one.
	slices.Sort(rates)
	if len(rates) != 40 || rates[0] < 20 || rates[39] > 25_000 || rates[0] > 200 || rates[39] < 3000 {
		t.Errorf("%d pairs send %.0f to %.0f packets a window", len(rates), rates[0], rates[len(rates)-1])
	}
}

func TestSoloNodes(t *testing.T) {
	peers := map[string]int{}
	for _, c := range clouds(t, 22, 12, Host{Kinds: []string{"solo-node"}}, 6*time.Hour) {
		if n := len(c.points); n > 12 {
			peers[c.Interface]++
			if m := medians(c.points); m[0] <= 52*m[1] || m[2] <= 52*m[3] || m[1] < 5 {
				t.Errorf("%s: medians %v", c.Remote, m)
			}
		}
	}
	for eni, n := range peers {
		if n < 5 {
			t.Errorf("%s has %d peers for two hours and more", eni, n)
		}
	}
	if len(peers) != 12 {
		t.Errorf("%d nodes", len(peers))
	}
}

func TestProxies(t *testing.T) {
	for _, c := range clouds(t, 23, 12, Host{Kinds: []string{"proxy-worker"}}, 6*time.Hour) {
		if !c.Remote.IsPrivate() || len(c.points) < 34 {
			t.Errorf("worker: %+v in %d windows of 37", c.Label, len(c.points))
		}
	}
	for _, c := range busiest(clouds(t, 23, 12, Host{Kinds: []string{"proxy-upstream"}}, 6*time.Hour)) {
		if c.Remote.IsPrivate() || len(c.points) < 30 || c.Attrs.Pool == "" {
			t.Errorf("upstream: %+v in %d windows of 37", c.Label, len(c.points))
		}
	}
	workers, pools := map[string]int{}, map[string]int{}
	for _, c := range clouds(t, 23, 12, Host{Kinds: []string{"proxy-star"}}, 6*time.Hour) {
		if c.Remote.IsPrivate() {
			workers[c.Interface]++
			if len(c.ports) != 1 {
				t.Errorf("workers connect to %d ports of %s", len(c.ports), c.Interface)
			}
			if c.total(0) <= 40*c.total(1) || c.total(2) <= 40*c.total(3) {
				t.Errorf("worker without payload: %+v", c.Label)
			}
		} else {
			pools[c.Interface]++
		}
	}
	for eni, n := range workers {
		if n < 3 || n > 40 || pools[eni] != 1 {
			t.Errorf("star %s has %d workers and %d pools", eni, n, pools[eni])
		}
	}
	if len(workers) != 12 {
		t.Errorf("%d stars", len(workers))
	}
}

// A proxy hands on what its workers find, so the two go up and down together.
func TestStarsAreTied(t *testing.T) {
	tied := 0
	for seed := uint64(0); seed < 12; seed++ {
		var up cloud
		down := map[int64]float64{}
		for _, c := range clouds(t, 60+seed, 1, Host{Kinds: []string{"proxy-star"}}, 12*time.Hour) {
			if !c.Remote.IsPrivate() {
				up = c
				continue
			}
			for i, at := range c.starts {
				down[at] += c.points[i][2]
			}
		}
		var both [][4]float64
		for i, at := range up.starts {
			both = append(both, [4]float64{up.points[i][0], down[at]})
		}
		if correlation(both, 0, 1) > 0.3 {
			tied++
		}
	}
	if tied < 6 {
		t.Errorf("bytes to the pool and from the workers go together in %d of 12 stars", tied)
	}
}

func TestLedger(t *testing.T) {
	var l ledger
	for _, at := range []float64{7, 3, 5} {
		l.add(at)
	}
	if at := l.next(10); at != 3 {
		t.Errorf("the first share is at %v", at)
	}
	if n := l.take(5); n != 2 || l.next(6) != 6 || l.next(10) != 7 {
		t.Errorf("took %d, left %v", n, l.times)
	}
}

// xmrig, blocked without a word, makes 24 attempts of five SYNs in ten minutes,
// each from another port; other clients fewer.
func TestBlocked(t *testing.T) {
	for _, kind := range []string{"blocked-reject", "blocked-silent", "blocked-refused"} {
		xmrig := 0
		attempts := map[string]float64{} // of the last window but one, to all pools
		for _, c := range clouds(t, 24, 30, Host{Kinds: []string{kind}}, 12*time.Hour) {
			last := c.points[len(c.points)-2] // long after those that worked at first
			sent, answers := last[1], last[3]
			attempts[c.Interface] += sent
			switch {
			case kind == "blocked-refused" && (math.Abs(answers-sent) > 1 || last[2] != 40*answers):
				t.Errorf("%s: %v answers to %v attempts: %v", kind, answers, sent, last)
			case kind != "blocked-refused" && answers != 0:
				t.Errorf("%s: %v answers", kind, answers)
			case last[0] > 60*sent || last[0] < 52*sent:
				t.Errorf("%s: more than SYNs: %v", kind, last)
			}
			if c.rejected != (kind == "blocked-reject") {
				t.Errorf("%s: rejected is %v", kind, c.rejected)
			}
			long := 0
			for _, n := range c.ports {
				if n > 12 {
					long++
				}
			}
			if long > 1 { // a connection while it worked
				t.Errorf("%s: %d ports in more than an hour", kind, long)
			}
		}
		for _, n := range attempts {
			if n >= 115 && n <= 125 {
				xmrig++
			}
		}
		if kind != "blocked-refused" && xmrig < 3 {
			t.Errorf("%s: %d clients send about 120 SYNs a window", kind, xmrig)
		}
	}
}

func TestKnocks(t *testing.T) {
	for _, test := range []struct {
		timeout float64
		patient bool
		want    int
	}{{20, false, 5}, {5, false, 3}, {1, false, 1}, {127, false, 7}, {1000, false, 7}, {21, true, 3}} {
		if n := (&peer{patient: test.patient}).knocks(test.timeout); n != test.want {
			t.Errorf("%v s: %d SYNs, want %d", test.timeout, n, test.want)
		}
	}
}
