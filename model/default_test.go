package model

import (
	"bytes"
	"testing"
)

// The model built into davy loads, knows both sides, and keeps its promises on paper.
func TestDefault(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	if m.Traffic == nil || m.Attempts == nil || m.Baseline == nil || m.Policy != DefaultPolicy || m.Training.Note == "" {
		t.Fatalf("traffic %v, attempts %v, policy %+v, note %q", m.Traffic != nil, m.Attempts != nil, m.Policy, m.Training.Note)
	}
	if n := len(m.Traffic.Groups); n < 40 {
		t.Errorf("%d groups of miners", n)
	}
	for _, c := range []*Classifier{m.Traffic, m.Attempts} {
		if len(c.Bands) != len(bands) {
			t.Errorf("calibrated for %d lengths, want %d", len(c.Bands), len(bands))
		}
		for _, b := range c.Bands {
			if b.Miners < fewestMiners || b.Ordinary < fewestOrdinary {
				t.Errorf("from %d windows on: calibrated on %d miners and %d ordinary pairs", b.Windows, b.Miners, b.Ordinary)
			}
			if !(b.Suspect < b.Mining) {
				t.Errorf("from %d windows on: suspect from %v, mining from %v", b.Windows, b.Suspect, b.Mining)
			}
			// The policy's number, and the part of one that a quantile between two votes leaves over.
			if most := 1 + m.Policy.FalseAlerts*float64(c.Interfaces)/1000; float64(b.Flagged) > most {
				t.Errorf("from %d windows on: %d of %d ordinary pairs are flagged", b.Windows, b.Flagged, b.Ordinary)
			}
		}
	}
}

// The file is as davy would write it.
func TestDefaultEncode(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	if b, err := m.Encode(); err != nil || !bytes.Equal(b, defaultFile) {
		t.Errorf("written anew, it is another file of %d bytes, was %d: %v", len(b), len(defaultFile), err)
	}
}

func BenchmarkDefault(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Default(); err != nil {
			b.Fatal(err)
		}
	}
}
