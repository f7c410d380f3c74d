package detect

import (
	"reflect"
	"testing"

	"davy/biflow"
	"davy/model"
)

// embedded judges by the model built into davy.
func embedded(t testing.TB) *Detector {
	t.Helper()
	m, err := model.Default()
	if err != nil {
		t.Fatal(err)
	}
	d, err := New(m, Options{Rule: Cascade})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// However many judge at a time, findings are those of one after another, beside
// their pairs; and who has seen enough gets no more.
func TestAllIsOneAfterAnother(t *testing.T) {
	d := embedded(t)
	table := simulate(t, 5, 15, 14).table
	var want []Finding
	var windows []biflow.Window
	mixed := 0
	for p := range table.Pairs() {
		want, windows = append(want, d.Judge(p)), append(append(windows, p.Windows...), p.Service...)
		if p.Service != nil {
			mixed++
		}
	}
	if mixed < 5 {
		t.Errorf("%d pairs have a service beside others", mixed)
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
			seen, n = append(append(seen, p.Windows...), p.Service...), n+1
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

// A terse detector says the same of what is suspect, and of all others no more
// than whose they are.
func TestTerse(t *testing.T) {
	m, err := model.Default()
	if err != nil {
		t.Fatal(err)
	}
	tr := simulate(t, 5, 30, 14)
	own := tr.model(t)
	for rule, m := range map[Rule]*model.Model{Cascade: m, Profiles: own, Article: own} {
		var of [2]*Detector
		for i := range of {
			if of[i], err = New(m, Options{Rule: rule, MinRate: 0.9, Terse: i == 1}); err != nil {
				t.Fatal(err)
			}
		}
		var found, others, served int
		var findings []Finding
		for _, f := range of[1].All(tr.table.Pairs(), 2) {
			findings = append(findings, f)
		}
		for p, want := range of[0].All(tr.table.Pairs(), 2) {
			f := findings[found+others]
			if rule == Cascade && p.ServesStrangers() && len(p.Windows) > 0 {
				if served++; want.Verdict != None || want.Evidence[0].Filter != "side" {
					t.Fatalf("a server of strangers: %s, %+v", want.Verdict, want.Evidence)
				}
			}
			if want.Verdict != None {
				found++
			} else {
				others++
				want = Finding{Interface: p.Interface, Local: p.Local, Remote: p.Remote, Verdict: None}
			}
			if !reflect.DeepEqual(f, want) {
				t.Fatalf("%s: %+v, want %+v", rule, f, want)
			}
			if alone := of[1].Judge(p); !reflect.DeepEqual(alone, findings[found+others-1]) {
				t.Fatalf("%s: alone, %+v, want %+v", rule, alone, want)
			}
		}
		if found < 5 || others < 100 || rule == Cascade && served < 50 {
			t.Errorf("%s: %d found, %d others, %d of them asked by strangers: not much of a test", rule, found, others, served)
		}
	}
}

func BenchmarkAll(b *testing.B) {
	m, err := model.Default()
	if err != nil {
		b.Fatal(err)
	}
	table := simulate(b, 5, 15, 14).table
	for name, terse := range map[string]bool{"terse": true, "with reasons": false} {
		d, err := New(m, Options{Rule: Cascade, Terse: terse})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			pairs := 0
			for b.Loop() {
				for range d.All(table.Pairs(), 1) {
					pairs++
				}
			}
			b.ReportMetric(float64(pairs)/b.Elapsed().Seconds(), "pairs/s")
		})
	}
}
