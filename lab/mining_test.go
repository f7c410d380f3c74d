package lab

import (
	"math"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"
)

// A cloud is a pair as the detector sees it: bytes and packets out, bytes and
// packets in, of each aggregation interval it occurs in.
type cloud struct {
	Label
	points   []([4]float64)
	starts   []int64        // intervals of the points
	ports    map[uint16]int // local ports: intervals each occurs in
	rejected bool
}

// clouds simulates n interfaces with one kind for a time, and returns their
// pairs, but for ordinary ones.
func clouds(t testing.TB, seed uint64, n int, host Host, d time.Duration) []cloud {
	t.Helper()
	return cloudsOf(t, Mining, seed, n, host, d)
}

func cloudsOf(t testing.TB, class string, seed uint64, n int, host Host, d time.Duration) []cloud {
	t.Helper()
	cfg := Config{Seed: seed, Duration: d}
	for range n {
		cfg.Hosts = append(cfg.Hosts, host)
	}
	cfg, err := cfg.checked()
	if err != nil {
		t.Fatal(err)
	}
	var list []cloud
	for i := range cfg.Hosts {
		list = append(list, pairsOf(newHost(cfg, i), class, int64(d.Seconds()))...)
	}
	return list
}

func pairsOf(h *host, class string, end int64) []cloud {
	defer h.close()
	type key struct {
		remote   netip.Addr
		interval int64
	}
	windows := map[key]*[4]float64{}
	ports := map[netip.Addr]map[uint16]int{}
	rejected := map[netip.Addr]bool{}
	for at := int64(0); at < end; {
		at = min(at+slice, end)
		for _, r := range h.run(nil, at, at == end) {
			if r.flow == nil {
				continue
			}
			k := key{r.flow.remote.Addr(), r.interval}
			if windows[k] == nil {
				windows[k] = new([4]float64)
			}
			place := 2
			if r.dir == out {
				place = 0
			}
			windows[k][place] += float64(r.bytes)
			windows[k][place+1] += float64(r.packets)
			if ports[k.remote] == nil {
				ports[k.remote] = map[uint16]int{}
			}
			ports[k.remote][r.flow.local.Port()]++
			rejected[k.remote] = rejected[k.remote] || r.flow.rejected
		}
	}
	var list []cloud
	for _, l := range h.labels {
		if l.Class != class {
			continue
		}
		c := cloud{Label: l, ports: ports[l.Remote], rejected: rejected[l.Remote]}
		for k := range windows {
			if k.remote == l.Remote {
				c.starts = append(c.starts, k.interval)
			}
		}
		slices.Sort(c.starts)
		for _, i := range c.starts {
			c.points = append(c.points, *windows[key{l.Remote, i}])
		}
		list = append(list, c)
	}
	return list
}

// busiest keeps the pair with most packets of each interface.
func busiest(list []cloud) []cloud {
	best := map[string]cloud{}
	for _, c := range list {
		if b, ok := best[c.Interface]; !ok || c.total(1)+c.total(3) > b.total(1)+b.total(3) {
			best[c.Interface] = c
		}
	}
	var out []cloud
	for _, c := range list {
		if best[c.Interface].Remote == c.Remote {
			out = append(out, c)
		}
	}
	return out
}

func (c *cloud) total(axis int) (sum float64) {
	for _, p := range c.points {
		sum += p[axis]
	}
	return sum
}

func (c *cloud) axis(i int) []float64 {
	x := make([]float64, len(c.points))
	for n, p := range c.points {
		x[n] = p[i]
	}
	return x
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

// variation is the variance over the mean, and the coefficient of variation.
func variation(x []float64) (fano, cv float64) {
	var sum, squares float64
	for _, v := range x {
		sum += v
	}
	mean := sum / float64(len(x))
	for _, v := range x {
		squares += (v - mean) * (v - mean)
	}
	variance := squares / float64(len(x)-1)
	return variance / mean, math.Sqrt(variance) / mean
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

// poolKinds are the kinds that are a coin over a transport.
func poolKinds() []string {
	return slices.DeleteFunc(Kinds(Mining), func(k string) bool {
		return strings.HasPrefix(k, "solo-") || strings.HasPrefix(k, "proxy-") || strings.HasPrefix(k, "blocked-")
	})
}

// Every miner looks like mining in public captures: there in nearly every
// window, in both directions, with payload, packets of the two directions tied
// together, varying but not much.
func TestMinersLookLikeMiners(t *testing.T) {
	for _, kind := range poolKinds() {
		var ties []float64
		for _, c := range busiest(clouds(t, 11, 8, Host{Kinds: []string{kind}}, 24*time.Hour)) {
			if len(c.points) < 130 {
				t.Errorf("%s %s: in %d windows of 145", kind, c.Interface, len(c.points))
			}
			m := medians(c.points)
			if m[0] < 400 || m[0] > 8_000_000 || m[2] < 700 || m[2] > 8_000_000 || m[1] < 5 || m[1] > 20_000 || m[3] < 5 || m[3] > 20_000 {
				t.Errorf("%s %s: medians %v", kind, c.Interface, m)
			}
			if ratio := m[1] / m[3]; ratio < 0.33 || ratio > 3 {
				t.Errorf("%s %s: %v packets out for one in", kind, c.Interface, ratio)
			}
			if m[0] <= 40*m[1] || m[2] <= 40*m[3] {
				t.Errorf("%s %s: no payload in medians %v", kind, c.Interface, m)
			}
			working := slices.DeleteFunc(c.points, func(p [4]float64) bool { return p[3] < m[3]/2 }) // no outage
			ties = append(ties, correlation(working, 1, 3))
		}
		// Where jobs are about a segment long, some take two packets and no
		// more ACKs, so single miners may be lower.
		slices.Sort(ties)
		if ties[0] < 0 || ties[len(ties)/2] < 0.7 {
			t.Errorf("%s: packets of the two directions correlate with %.2f only", kind, ties)
		}
	}
}

// What captures of miners say on NiceHash, in ten-minute windows
// (github.com/pbmartins/nypto): medians of bytes and packets out and in, mean
// packets out for one in, coefficient of variation of packets out, correlation
// of packets out and in. The lab's miners reach to both sides of each.
func TestFiguresOfCaptures(t *testing.T) {
	for _, test := range []struct {
		kind    string
		figures [7]float64
	}{
		{"equihash-plain", [7]float64{137085, 197, 12194, 130, 1.47, 0.24, 0.94}},
		{"equihash-plain", [7]float64{73480, 92, 10272, 69, 1.32, 0.19, 0.96}},
		{"neoscrypt-plain", [7]float64{4351, 79, 40762, 79, 1.03, 0.38, 0.97}},
		{"neoscrypt-vpn", [7]float64{13776, 109, 30850, 145, 0.72, 0.42, 0.98}},
	} {
		var lab [7][]float64
		for _, c := range busiest(clouds(t, 12, 60, Host{Kinds: []string{test.kind}}, 24*time.Hour)) {
			m := medians(c.points)
			for i, x := range m {
				lab[i] = append(lab[i], x)
			}
			_, cv := variation(c.axis(1))
			lab[4] = append(lab[4], c.total(1)/c.total(3))
			lab[5] = append(lab[5], cv)
			lab[6] = append(lab[6], correlation(c.points, 1, 3))
		}
		for i, x := range test.figures {
			below := 0
			for _, y := range lab[i] {
				if y < x {
					below++
				}
			}
			if n := len(lab[i]); below < n/30 || below > n-n/30 {
				slices.Sort(lab[i])
				t.Errorf("%s: figure %d: %v has %d of %d miners below it: %.3g to %.3g", test.kind, i, x, below, n, lab[i][0], lab[i][n-1])
			}
		}
	}
}

// Difficulty that is steered brings miners of very different speed to about
// the same pace; one that is not leaves them apart.
func TestSteering(t *testing.T) {
	pace := func(aim, floor float64) float64 {
		s := bench()
		m := newMiner(s, newPool(1, 0, 0), overPlain)
		m.aim, m.check, m.leap, m.floor, m.sway, m.life = aim, 60, 3, floor, 0, math.Inf(1)
		shares := 0
		m.login()
		next := m.restart()
		check := m.now + m.check
		for m.now < 40_000 {
			m.now = min(next, check)
			if m.now == next {
				m.submit()
				if shares++; m.now < 10_000 {
					shares = 0
				}
				next = m.search()
			} else if check += m.check; m.aim > 0 && m.steer() {
				next = m.restart()
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

func TestAttrs(t *testing.T) {
	donations := 0
	for _, kind := range Kinds(Mining) {
		for _, c := range clouds(t, 13, 4, Host{Kinds: []string{kind}}, 4*time.Hour) {
			a := c.Attrs
			want, transport := byPool, ""
			group, suffix, _ := strings.Cut(kind, "-")
			switch {
			case kind == "solo-node":
				want = byNode
			case group == bySolo, group == byProxy, group == byBlocked:
				want = group
			default:
				if transport = suffix; a.Coin != group {
					t.Errorf("%s is labelled coin %s", kind, a.Coin)
				}
			}
			if a.Kind == byDonation && want == byPool {
				donations++
				continue
			}
			if a.Kind != want || c.Group != kind || a.Coin == "" || a.Evasion != "" {
				t.Errorf("%s is labelled %+v", kind, c.Label)
			}
			if (a.Pool == "") != (want == bySolo || want == byNode) || (a.Size == "") != (want == bySolo || want == byNode) || !strings.HasPrefix(a.Transport, transport) {
				t.Errorf("%s is labelled %+v", kind, c.Label)
			}
		}
	}
	if donations < 5 {
		t.Errorf("%d donations", donations)
	}
}

// Where two programs share a pair, the one that mines names it.
func TestMiningGoesFirst(t *testing.T) {
	h := &host{labelled: map[[2]netip.Addr]int{}}
	from := func(class, group string) *record {
		f := &flow{label: &Label{Class: class, Group: group}, remote: netip.MustParseAddrPort("192.0.2.1:80")}
		return &record{host: h, flow: f}
	}
	for _, r := range []*record{from(Benign, "web"), from(Mining, "a"), from(Benign, "web"), from(Mining, "b")} {
		h.name(r)
	}
	if len(h.labels) != 1 || h.labels[0].Group != "a" {
		t.Errorf("labels are %+v", h.labels)
	}
}

// Donations take about a minute in a hundred.
func TestDonations(t *testing.T) {
	pairs, windows := 0, 0
	for _, c := range clouds(t, 14, 40, Host{Kinds: []string{"monero-plain"}}, 24*time.Hour) {
		if c.Attrs.Kind == byDonation {
			pairs++
			windows += len(c.points)
		}
	}
	if n := float64(windows) / float64(pairs); pairs < 15 || pairs > 33 || n < 12 || n > 24 {
		t.Errorf("%d of 40 donate, in %.1f windows of 144; want about 24, and 12 to 18 times a day", pairs, n)
	}
}

// A proxy hands on what has come, in whatever order its workers brought it.
func TestLedgerTakesInOrder(t *testing.T) {
	var l ledger
	for _, at := range []float64{9, 2, 5, 1} {
		l.add(at)
	}
	if n := l.take(5); n != 3 {
		t.Errorf("took %d of the shares up to 5, want 3", n)
	}
	if l.add(7); l.next(20) != 7 {
		t.Errorf("the next is due at %v, want 7", l.next(20))
	}
	if n := l.take(20); n != 2 {
		t.Errorf("took %d of the rest, want 2", n)
	}
}
