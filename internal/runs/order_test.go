package runs

import (
	"math/rand/v2"
	"testing"
)

// Facts come out in order, whether their starts are close together or ages apart.
func TestOrderOfStarts(t *testing.T) {
	for _, span := range []int64{1, 600, 1 << 40, 1 << 62} {
		r := rand.New(rand.NewPCG(7, uint64(span)))
		all := some(r, 3000, []string{"eni-0"})
		for i := range all {
			all[i].fact.Start = r.Int64N(span)
		}
		budget := &Budget{Dir: t.TempDir()}
		shelf := shelve(t, r, all, []string{"eni-0"}, budget)
		reader := shelf.Reader()
		if !reader.Next() {
			t.Fatal(reader.Err())
		}
		want, got := order(all), order(interfaceOf(t, reader, "eni-0"))
		if len(got) != len(want) {
			t.Fatalf("%d of %d came back", len(got), len(want))
		}
		for i := range want {
			if want[i] != got[i] {
				t.Errorf("%d s: %s became %s", span, want[i], got[i])
			}
		}
	}
}
