package model

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// A group weighs as the root of its pairs, an origin as the root of its groups, and
// both sides weigh the same.
func TestLessonWeights(t *testing.T) {
	var samples []Sample
	add := func(n int, mining bool, origin, group string, rows int) {
		group, kind, _ := strings.Cut(group, ", ")
		for i := range n {
			samples = append(samples, Sample{
				Mining: mining, Origin: origin, Group: group, Kind: kind, Key: fmt.Sprint(mining, origin, group, kind, i),
				looked: &look{traffic: make([]row, rows)},
			})
		}
	}
	add(16, true, "lab", "coin, proxy", 3)
	add(1, true, "lab", "coin, pool", 3)
	add(4, true, "lab", "other coin", 1)
	add(1, true, "make", "coin", 2)
	add(9, false, "lab", "web", 1)
	add(100, false, "make", "web", 2)
	add(25, false, "", "chat", 1)
	add(5, false, "silent", "chat", 0)
	l := newLesson(samples, 1, func(l *look) []row { return l.traffic })
	sum := map[string]float64{}
	all := 0.0
	for i, w := range l.weight {
		s := &samples[l.of[i]]
		sum[fmt.Sprint(s.Mining, " ", s.Origin)] += w
		sum[fmt.Sprint(s.Mining, " ", s.Origin, " ", s.Group, s.Kind)] += w
		all += w
	}
	n := float64(len(l.rows))
	mining, ordinary := math.Sqrt(4+1+2)+math.Sqrt(1), math.Sqrt(3)+math.Sqrt(10)+math.Sqrt(5)
	for name, want := range map[string]float64{
		"true lab": n * math.Sqrt(7) / mining, "true make": n / mining,
		"true lab coinproxy": n * math.Sqrt(7) / mining * 4 / 7, "true lab coinpool": n * math.Sqrt(7) / mining / 7,
		"true lab other coin": n * math.Sqrt(7) / mining * 2 / 7,
		"false lab":           n * math.Sqrt(3) / ordinary, "false make": n * math.Sqrt(10) / ordinary, "false ": n * math.Sqrt(5) / ordinary,
	} {
		if !(math.Abs(sum[name]-want) < 1e-9*n) {
			t.Errorf("%s: %v, want %v", name, sum[name], want)
		}
	}
	if !(math.Abs(all-2*n) < 1e-9*n) {
		t.Errorf("all weigh %v, want %v", all, 2*n)
	}
}
