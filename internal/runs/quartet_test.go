package runs

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// Numbers of every size come back, beside one another and whatever is behind them.
func TestQuartet(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	check := func(q quartet, least int) {
		t.Helper()
		b := bytes.Repeat([]byte{0xff}, mostQuartet+slack)
		n := q.put(b)
		for i := n; i < len(b); i++ {
			b[i] = byte(r.Uint32()) // of what comes next
		}
		var got quartet
		if m := got.get(b); got != q || m != n || n < least || n > mostQuartet {
			t.Fatalf("%x comes back as %x; %d bytes, then %d", q, got, n, m)
		}
	}
	for k := range widths {
		wide := 8 * int(widths[k][3])
		for bits := range wide + 1 {
			for _, n := range []uint64{1<<bits - 1, 1 << min(bits, wide-1)} {
				var q quartet
				q[k] = n
				check(q, 3)
				q = quartet{^uint64(0), 1<<32 - 1, ^uint64(0), ^uint64(0)}
				q[k] = n
				check(q, 3)
			}
		}
	}
	for range 10_000 {
		check(quartet{r.Uint64() >> r.UintN(65), r.Uint64() >> (32 + r.UintN(33)), r.Uint64() >> r.UintN(65), r.Uint64() >> r.UintN(65)}, 3)
	}
}
