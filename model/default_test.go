package model

import "testing"

// The model built into davy loads, knows ordinary traffic, and keeps its promises on paper.
func TestDefault(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Profiles) == 0 || m.Baseline == nil || m.Policy != DefaultPolicy || m.Training.Note == "" {
		t.Fatalf("%d profiles, policy %+v, note %q", len(m.Profiles), m.Policy, m.Training.Note)
	}
	for _, p := range m.Profiles {
		if p.Ordinary.Pairs < 1000 || p.Ordinary.Rate > 0.05 {
			t.Errorf("%s: trained beside %d ordinary pairs, up to %.3f of them touched", p.Name, p.Ordinary.Pairs, p.Ordinary.Rate)
		}
		if p.MinWindows < m.Policy.MinWindows || p.MinWindows > mostWindows || p.Share < lowestCoverage {
			t.Errorf("%s: %d windows, share %v", p.Name, p.MinWindows, p.Share)
		}
		// A miner in every window inside, seen long enough, is called mining.
		if v := p.Test(p.MinWindows, p.MinWindows, m.Policy); !v.Mining() {
			t.Errorf("%s: %+v is not mining", p.Name, v)
		}
		for _, v := range p.Vertices {
			if !p.Contains(v) {
				t.Errorf("%s: vertex %v is outside", p.Name, v)
			}
		}
	}
}
