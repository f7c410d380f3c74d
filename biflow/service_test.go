package biflow

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"net/netip"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// several is [traffic] of which a share of the records is at other ports of the
// server.
func several(seed uint64, n int, share float64) []string {
	r := rand.New(rand.NewPCG(seed, 3))
	lines := traffic(seed, n)
	for i, l := range lines {
		f := strings.Fields(l)
		if f[13] != "OK" || r.Float64() >= share {
			continue
		}
		for _, at := range []int{5, 6} {
			if f[at] == "443" {
				f[at] = strconv.Itoa(8000 + r.IntN(3))
			}
		}
		lines[i] = strings.Join(f, " ")
	}
	return lines
}

// naiveService is the service of a pair by the plainest counts: the lines of the
// port that is met in most windows, of several the one with the most packets, then
// the lowest; nil if that is not more than half of them, or all there is.
func naiveService(lines []string, p *Pair) []string {
	address := netip.MustParseAddr
	port := func(f []string) string {
		if (address(f[3]) == p.Remote) == (p.Server == RemoteSide) {
			return f[5]
		}
		return f[6]
	}
	windows, all, packets := map[string]map[int64]bool{}, map[int64]bool{}, map[string]int{}
	own := func(f []string) bool {
		if f[2] != p.Interface || f[13] != "OK" || f[7] != "6" {
			return false
		}
		from, to := address(f[3]), address(f[4])
		return from == p.Local && to == p.Remote || from == p.Remote && to == p.Local
	}
	for _, l := range lines {
		f := strings.Fields(l)
		if !own(f) {
			continue
		}
		start, _ := strconv.ParseInt(f[10], 10, 64)
		n, _ := strconv.Atoi(f[8])
		w := windowStart(start, p.Offset)
		if windows[port(f)] == nil {
			windows[port(f)] = map[int64]bool{}
		}
		windows[port(f)][w], all[w] = true, true
		packets[port(f)] += n
	}
	best := ""
	for _, q := range slices.Sorted(maps.Keys(windows)) {
		if n, m := len(windows[q]), len(windows[best]); n > m || n == m && packets[q] > packets[best] {
			best = q
		}
	}
	if len(windows) < 2 || 2*len(windows[best]) <= len(all) {
		return nil
	}
	var out []string
	for _, l := range lines {
		if f := strings.Fields(l); !own(f) || port(f) == best {
			out = append(out, l)
		}
	}
	return out
}

// The windows at a pair's service are those it would have without the records at
// other ports, and there are none where no port is the service.
func TestServiceIsThePairWithoutOtherPorts(t *testing.T) {
	mixed, whole := 0, 0
	for seed := range uint64(24) {
		lines := several(seed, 600, []float64{0, 0.1, 0.3, 0.9}[seed%4])
		pairs := collect(read(t, lines...))
		r := rand.New(rand.NewPCG(seed, 4))
		again := slices.Clone(lines)
		r.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
		for i, q := range collect(read(t, again...)) {
			if !reflect.DeepEqual(q.Service, pairs[i].Service) {
				t.Fatalf("seed %d, %v: another order, another service", seed, q.Remote)
			}
		}
		for i := range pairs {
			p := &pairs[i]
			at := naiveService(lines, p)
			if at == nil {
				if p.Service != nil || len(p.AtService()) != len(p.Windows) {
					t.Fatalf("seed %d, %v: a service of %d windows of %d, want none", seed, p.Remote, len(p.Service), len(p.Windows))
				}
				whole++
				continue
			}
			want := naive(at, p.Interface, p.Local, p.Remote, p.Offset, p.Server)
			got := slices.Clone(p.AtService())
			for j := range got {
				got[j].Flags &= Incomplete
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %v: at its service\n%+v, want\n%+v", seed, p.Remote, got, want)
			}
			mixed++
		}
	}
	if mixed < 100 || whole < 100 {
		t.Errorf("%d pairs with a service of their own, %d without: not much of a test", mixed, whole)
	}
}

// Cut keeps the windows from one time to before another, at the service too, and
// counts the watched ones anew.
func TestCut(t *testing.T) {
	var lines []string
	for i := range 10 {
		start := 600*i + 10
		lines = append(lines, fmt.Sprintf("%s 10.0.0.5 198.51.100.1 40000 3333 5 500 %d %d", eniA, start, start+60))
		if i%3 == 0 {
			lines = append(lines, fmt.Sprintf("%s 10.0.0.5 198.51.100.1 40001 443 50 50000 %d %d", eniA, start, start+60))
		}
	}
	p := only(t, read(t, lines...))
	if len(p.Service) != 10 || p.Service[0].LocalPackets != 5 || p.Windows[0].LocalPackets != 55 {
		t.Fatalf("%+v", p)
	}
	if n := p.Aside(); n != 4 {
		t.Errorf("%d windows with traffic at other ports, want 4", n)
	}
	q := p.Cut(p.Windows[2].Start, p.Windows[7].Start)
	if !reflect.DeepEqual(q.Windows, p.Windows[2:7]) || !reflect.DeepEqual(q.Service, p.Service[2:7]) || q.Possible != 5 {
		t.Errorf("%+v", q)
	}
	if none := p.Cut(p.Windows[9].Start+1, 1<<40); len(none.Windows) != 0 || len(none.AtService()) != 0 {
		t.Errorf("%+v", none)
	}
	p.Service = nil
	if q := p.Cut(p.Windows[2].Start, p.Windows[7].Start); q.Service != nil || !reflect.DeepEqual(q.AtService(), p.Windows[2:7]) {
		t.Errorf("%+v", q)
	}
}
