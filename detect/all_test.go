package detect

import (
	"reflect"
	"testing"

	"davy/biflow"
	"davy/model"
)

// However many judge at a time, findings are those of one after another, beside
// their pairs; and who has seen enough gets no more.
func TestAllIsOneAfterAnother(t *testing.T) {
	m, err := model.Default()
	if err != nil {
		t.Fatal(err)
	}
	d, err := New(m, Options{Rule: Cascade})
	if err != nil {
		t.Fatal(err)
	}
	table := simulate(t, 5, 15, 14).table
	var want []Finding
	var windows []biflow.Window
	for p := range table.Pairs() {
		want, windows = append(want, d.Judge(p)), append(windows, p.Windows...)
	}
	if len(want) <= 2*batch {
		t.Fatalf("%d pairs are one batch of two workers", len(want))
	}
	for _, workers := range []int{0, 1, 2, 5} {
		var seen []biflow.Window
		n := 0
		for p, f := range d.All(table.Pairs(), workers) {
			if !reflect.DeepEqual(f, want[n]) || p.Interface != f.Interface || p.Remote != f.Remote {
				t.Fatalf("%d workers: pair %d: %+v, want %+v", workers, n, f, want[n])
			}
			seen, n = append(seen, p.Windows...), n+1
		}
		if n != len(want) || !reflect.DeepEqual(seen, windows) {
			t.Errorf("%d workers: %d findings of %d pairs, %d windows of %d", workers, n, len(want), len(seen), len(windows))
		}
		n = 0
		for range d.All(table.Pairs(), workers) {
			if n++; n == batch+1 {
				break
			}
		}
		if n != batch+1 {
			t.Errorf("%d workers: stopped after %d", workers, n)
		}
	}
}
