package model

import (
	"fmt"
	"math"
	"testing"
)

// A group weighs as the root of its pairs, however many spans those have, and both
// sides weigh the same.
func TestLessonWeights(t *testing.T) {
	var samples []Sample
	add := func(n int, mining bool, group string, rows int) {
		for i := range n {
			samples = append(samples, Sample{
				Mining: mining, Group: group, Key: fmt.Sprint(mining, group, i), looked: &look{traffic: make([]row, rows)},
			})
		}
	}
	add(16, true, "coin", 3)
	add(4, true, "other coin", 1)
	add(9, false, "web", 1)
	add(100, false, "chat", 2)
	add(5, false, "silent", 0)
	l := newLesson(samples, 1, func(l *look) []row { return l.traffic })
	sum, all := map[string]float64{}, 0.0
	for i, w := range l.weight {
		sum[samples[l.of[i]].Group] += w
		all += w
	}
	n := float64(len(l.rows))
	for name, want := range map[string]float64{"coin": n * 4 / 6, "other coin": n * 2 / 6, "web": n * 3 / 13, "chat": n * 10 / 13, "silent": 0} {
		if !(math.Abs(sum[name]-want) < 1e-9*n) {
			t.Errorf("%s: %v, want %v", name, sum[name], want)
		}
	}
	if !(math.Abs(all-2*n) < 1e-9*n) {
		t.Errorf("all weigh %v, want %v", all, 2*n)
	}
}
