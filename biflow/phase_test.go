package biflow

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
)

// steady observes n capture windows of w seconds that begin at phase: records
// that begin and end a few seconds inside them, and short ones anywhere.
func steady(p *phase, r *rand.Rand, at, w int64, n int) {
	for i := range int64(n) {
		start := 1_000_000*600 + at + i*w
		p.observe(start+r.Int64N(4), start+w-1-r.Int64N(4))
		s := r.Int64N(w)
		p.observe(start+s, start+s+r.Int64N(w-s))
	}
}

// Whatever second the windows begin at, it is found: no record of a window
// that was cut there is parted.
func TestPhaseIsFound(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for at := range int64(600) {
		var p phase
		steady(&p, r, at, 600, 40)
		if off := abs(p.offset()-at) % 600; off > 4 && off < 596 {
			t.Fatalf("windows begin at %d, found %d", at, p.offset())
		}
		var q phase // one-minute windows: any of the ten minutes will do
		steady(&q, r, at, 60, 400)
		if off := abs(q.offset()-at) % 60; off > 4 && off < 56 {
			t.Fatalf("minutes begin at %d, found %d", at%60, q.offset())
		}
	}
}

func abs(x int64) int64 {
	if x < 0 {
		return -x
	}
	return x
}

// A few stray records, even long ones, do not move the phase.
func TestPhaseIsRobust(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for _, at := range []int64{1, 299, 595} {
		var p phase
		steady(&p, r, at, 600, 100)
		for range 20 {
			s := r.Int64N(1e9)
			p.observe(s, s+r.Int64N(3600))
		}
		if off := abs(p.offset()-at) % 600; off > 6 && off < 594 {
			t.Errorf("windows begin at %d, found %d", at, p.offset())
		}
	}
}

// Clock windows are kept where nothing speaks against them.
func TestPhaseOfTheClock(t *testing.T) {
	var p phase
	if p.offset() != 0 {
		t.Error("no evidence moves the windows")
	}
	p.observe(1200, 1799)
	p.observe(1700, 1700)
	p.observe(1800, 2400) // up to the next window's first second
	if got := p.offset(); got != 0 {
		t.Errorf("offset %d, want 0", got)
	}
}

func TestWindowStart(t *testing.T) {
	for _, c := range []struct{ t, offset, want int64 }{
		{1200, 0, 1200},
		{1799, 0, 1200},
		{1800, 0, 1800},
		{1200, 1, 601},
		{1201, 1, 1201},
		{0, 599, -1},
		{598, 599, -1},
		{599, 599, 599},
	} {
		if got := windowStart(c.t, c.offset); got != c.want {
			t.Errorf("second %d, windows from %d: %d, want %d", c.t, c.offset, got, c.want)
		}
	}
}

// shifted reads a real capture with all its times moved.
func shifted(t testing.TB, name string, by int) *Table {
	table := new(Table)
	var b strings.Builder
	for _, l := range fileLines(t, name) {
		f := strings.Fields(l)
		var start, end int
		fmt.Sscan(f[10], &start)
		fmt.Sscan(f[11], &end)
		f[10], f[11] = fmt.Sprint(start+by), fmt.Sprint(end+by)
		b.WriteString(strings.Join(f, " ") + "\n")
	}
	fill(t, table, strings.NewReader(b.String()))
	return table
}

// pointsOf returns every pair's points, by time, as text.
func pointsOf(table *Table) map[string][]Point {
	out := make(map[string][]Point)
	for p := range table.Pairs() {
		key := fmt.Sprint(p.Interface, p.Local, p.Remote)
		for i := range p.Windows {
			if w := &p.Windows[i]; !w.Silent() {
				out[key] = append(out[key], w.Point())
			}
		}
	}
	return out
}

// common counts the points that stand in both, pair by pair, as often.
func common(a, b map[string][]Point) (same, all int) {
	for key, points := range a {
		left := make(map[Point]int)
		for _, x := range b[key] {
			left[x]++
		}
		for _, x := range points {
			if left[x] > 0 {
				left[x]--
				same++
			}
		}
		all += max(len(points), len(b[key]))
	}
	return same, all
}

// The clock against which an interface's windows are cut does not show: moved
// by any number of seconds, real captures of ten windows and more give the very
// same points. A few minutes of log do not tell where windows begin; those
// captures are logged, not held to it.
func TestPhaseDoesNotChangeThePoints(t *testing.T) {
	files := devFiles(t, "mining-*.600.log.gz")
	files = append(files, devFiles(t, "benign-home-lab-7h.600.log.gz")...)
	for _, name := range files {
		base := shifted(t, name, 0)
		want := pointsOf(base)
		same, all := 0, 0
		for _, by := range []int{1, 7, 59, 60, 123, 299, 300, 301, 480, 577, 590, 597, 598, 599} {
			s, n := common(want, pointsOf(shifted(t, name, by)))
			same, all = same+s, all+n
		}
		longest := 0
		for w := range base.Watches() {
			longest = max(longest, w.Watched)
		}
		t.Logf("%-55s %4d windows: %6d of %6d points the same", filepath.Base(name), longest, same, all)
		if longest >= 10 && same != all {
			t.Errorf("%s: only %d of %d points stay", filepath.Base(name), same, all)
		}
	}
}

// One-minute and ten-minute logs of one capture give the same points, but for
// records that start in another window than they would as a whole.
func TestMinuteAndTenMinuteLogsAgree(t *testing.T) {
	same, all := 0, 0
	for _, tens := range devFiles(t, "*.600.log.gz") {
		minutes := strings.Replace(tens, ".600.", ".60.", 1)
		if len(globbed(minutes)) == 0 {
			continue
		}
		a, b := new(Table), new(Table)
		fillFile(t, a, tens)
		fillFile(t, b, minutes)
		s, n := common(pointsOf(a), pointsOf(b))
		t.Logf("%-55s %5d of %5d points the same", filepath.Base(tens), s, n)
		same, all = same+s, all+n
	}
	t.Logf("%-55s %5d of %5d points the same (%.2f %%)", "all", same, all, 100*float64(same)/float64(all))
	if float64(same) < 0.98*float64(all) {
		t.Errorf("only %d of %d points agree", same, all)
	}
}

func globbed(name string) []string { files, _ := filepath.Glob(name); return files }
