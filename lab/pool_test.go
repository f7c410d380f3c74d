package lab

import (
	"math"
	"slices"
	"testing"
)

// Miners of one pool meet the same message sizes, and the same jobs at the same
// time, whenever they came.
func TestPoolsAreShared(t *testing.T) {
	for n := range coins {
		for k := range poolsPerCoin {
			a, b := newPool(5, n, k), newPool(5, n, k)
			if !slices.Equal(a.jobs, b.jobs) || a.share != b.share || a.aim != b.aim || a.id() != b.id() || a.addr(0) != b.addr(0) {
				t.Errorf("pool %d of %s is not the same twice", k, coins[n].name)
			}
			early, late := newSchedule(5, a, 0, -3000), newSchedule(5, b, 0, 500)
			early.skip(1000)
			late.skip(1000)
			if early.next != late.next || early.job != late.job {
				t.Errorf("pool %d of %s sends other jobs to who came later", k, coins[n].name)
			}
		}
	}
}

// Where a pool looks for blocks by a clock, jobs come at its ticks only, at most
// one at each.
func TestWatchedBlocks(t *testing.T) {
	p := &pool{dialect: &dialect{block: 1}, coin: &coins[0], jobs: []int{150}, refresh: []float64{0}, lag: 0.1, tick: 0.7, even: 1, moody: 1}
	f := newSchedule(7, p, 0, 0)
	last, jobs := f.next, 0
	for f.step(); f.next < 3600; f.step() {
		gap := (f.next - last) / p.tick
		if math.Abs(gap-math.Round(gap)) > 1e-6 || gap < 0.5 {
			t.Fatalf("a job %v ticks after the last", gap)
		}
		last, jobs = f.next, jobs+1
	}
	// A tick has a block with probability 1 − exp(−0.7): 2589 of 5143, ± 5 standard deviations.
	if jobs < 2589-180 || jobs > 2589+180 {
		t.Errorf("%d jobs an hour", jobs)
	}
}

// Jobs carry more branches by day than by night, and after a while than right
// after a block.
func TestJobsGrow(t *testing.T) {
	p := newPool(1, slices.IndexFunc(coins, func(c coin) bool { return c.name == "scrypt" }), 0)
	p.crowd, p.hurry, p.refresh, p.even = 800, 0, []float64{20}, 1
	branches := func(clock, sinceBlock float64) int {
		f := &schedule{pool: p, clock: clock, fresh: 100}
		return f.branches(100 + sinceBlock)
	}
	if night, day := branches(3*3600, 100), branches(12*3600, 100); night >= day {
		t.Errorf("%d branches by night, %d by day", night, day)
	}
	if young, old := branches(12*3600, 0), branches(12*3600, 150); young != 7 || old != 10 {
		t.Errorf("%d and %d branches of 80 and 800 transactions, want 7 and 10", young, old)
	}
}
