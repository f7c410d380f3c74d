package lab

import (
	"math"
	"slices"
	"testing"
	"time"
)

// windows sums a day of one kind on ten interfaces by pair and ten minutes:
// bytes and packets out, bytes and packets in.
func windows(t *testing.T, kind string) map[string][][4]float64 {
	t.Helper()
	cfg := Config{Seed: 11, Duration: 24 * time.Hour}
	for range 10 {
		cfg.Hosts = append(cfg.Hosts, Host{Kinds: []string{kind}})
	}
	lines, labels := generated(t, cfg)
	local := map[string]string{}
	phase := map[string]int64{}
	for i := range cfg.Hosts {
		checked, err := cfg.checked()
		if err != nil {
			t.Fatal(err)
		}
		h := newHost(checked, i)
		h.close()
		phase[h.eni] = h.meter.phase
	}
	for _, l := range labels {
		local[l.Interface] = l.Local.String()
	}
	type key struct {
		eni    string
		window int64
	}
	sums := map[key]*[4]float64{}
	for _, l := range lines {
		if l.status != "OK" {
			continue
		}
		k := key{l.eni, (l.start - phase[l.eni]) / 600}
		if sums[k] == nil {
			sums[k] = new([4]float64)
		}
		i := 0
		if l.src.Addr().String() != local[l.eni] {
			i = 2
		}
		sums[k][i] += float64(l.bytes)
		sums[k][i+1] += float64(l.packets)
	}
	pairs := map[string][][4]float64{}
	for k, v := range sums {
		pairs[k.eni] = append(pairs[k.eni], *v)
	}
	return pairs
}

func medians(points [][4]float64) (m [4]float64) {
	for i := range m {
		var x []float64
		for _, p := range points {
			x = append(x, p[i])
		}
		slices.Sort(x)
		m[i] = x[len(x)/2]
	}
	return m
}

func correlation(points [][4]float64, a, b int) float64 {
	var sa, sb, saa, sbb, sab float64
	n := float64(len(points))
	for _, p := range points {
		sa, sb = sa+p[a], sb+p[b]
		saa, sbb, sab = saa+p[a]*p[a], sbb+p[b]*p[b], sab+p[a]*p[b]
	}
	return (n*sab - sa*sb) / math.Sqrt((n*saa-sa*sa)*(n*sbb-sb*sb))
}

// Every miner looks like mining in public captures: there in nearly every
// window, in both directions, with payload, packets of the two directions tied
// together, varying but not much.
func TestMinersLookLikeMiners(t *testing.T) {
	for _, kind := range Kinds(Mining) {
		var ties []float64
		for eni, points := range windows(t, kind) {
			if len(points) < 130 {
				t.Errorf("%s %s: in %d windows of 145", kind, eni, len(points))
			}
			m := medians(points)
			if m[0] < 400 || m[0] > 700_000 || m[2] < 1000 || m[2] > 250_000 || m[1] < 8 || m[1] > 4000 || m[3] < 6 || m[3] > 2500 {
				t.Errorf("%s %s: medians %v", kind, eni, m)
			}
			if ratio := m[1] / m[3]; ratio < 0.5 || ratio > 2.5 {
				t.Errorf("%s %s: %v packets out for one in", kind, eni, ratio)
			}
			if m[0] <= 40*m[1] || m[2] <= 40*m[3] {
				t.Errorf("%s %s: no payload in medians %v", kind, eni, m)
			}
			working := slices.DeleteFunc(points, func(p [4]float64) bool { return p[3] < m[3]/2 }) // no outage
			ties = append(ties, correlation(working, 1, 3))
		}
		// Where jobs are about a segment long, some take two packets and no
		// more ACKs, so single miners may be lower.
		slices.Sort(ties)
		if ties[0] < 0.3 || ties[len(ties)/2] < 0.85 {
			t.Errorf("%s: packets of the two directions correlate with %.2f only", kind, ties)
		}
	}
}

// The medians of Equihash and Neoscrypt on NiceHash in public captures, out
// (bytes, packets) and in, lie among those of the lab's miners on every axis.
func TestMediansOfCaptures(t *testing.T) {
	captures := map[string][][4]float64{
		"equihash-plain":  {{137085, 197, 12194, 130}, {73480, 92, 10272, 69}},
		"neoscrypt-plain": {{4351, 79, 40762, 79}},
	}
	for kind, points := range captures {
		var lab [4][]float64
		for _, points := range windows(t, kind) {
			for i, x := range medians(points) {
				lab[i] = append(lab[i], x)
			}
		}
		for _, p := range points {
			for i, x := range p {
				if lo, hi := slices.Min(lab[i]), slices.Max(lab[i]); x < lo || x > hi {
					t.Errorf("%s: axis %d: %v is not within %v to %v", kind, i, x, lo, hi)
				}
			}
		}
		for i := range lab {
			slices.Sort(lab[i])
			if typical := lab[i][len(lab[i])/2]; typical < points[0][i]/4 || typical > points[0][i]*4 {
				t.Errorf("%s: axis %d: typical %v, capture %v", kind, i, typical, points[0][i])
			}
		}
	}
}

// Difficulty that is steered brings miners of very different speed to about
// the same pace; one that is not leaves them apart.
func TestSteering(t *testing.T) {
	pace := func(aim, floor float64) float64 {
		s := bench()
		m := newMiner(s, newPool(1, 0, 0), false)
		m.aim, m.check, m.floor, m.sway, m.life = aim, 60, floor, 0, math.Inf(1)
		shares := 0
		m.login()
		next := m.now + m.search()
		check := m.now + m.check
		for m.now < 40_000 {
			m.now = min(next, check)
			if m.now == next {
				m.submit()
				if shares++; m.now < 10_000 {
					shares = 0
				}
				next = m.now + m.search()
			} else if check += m.check; m.aim > 0 {
				m.steer()
			}
		}
		return 30_000 / float64(shares)
	}
	for _, floor := range []float64{0.5, 3, 10} {
		if p := pace(30, floor); p < 20 || p > 45 {
			t.Errorf("steered to 30 s from %v s: %v s", floor, p)
		}
		if p := pace(0, floor); p < floor*0.9 || p > floor*1.1 {
			t.Errorf("not steered, %v s: %v s", floor, p)
		}
	}
	if p := pace(15, 60); p < 50 {
		t.Errorf("a miner too slow for the lowest difficulty: %v s", p)
	}
}

// Miners of one pool meet the same message sizes.
func TestPoolsAreShared(t *testing.T) {
	for n := range coins {
		for k := range poolsPerCoin {
			a, b := newPool(5, n, k), newPool(5, n, k)
			if !slices.Equal(a.jobs, b.jobs) || a.share != b.share || a.aim != b.aim || a.number != b.number {
				t.Errorf("pool %d of %s is not the same twice", k, coins[n].name)
			}
		}
	}
}
