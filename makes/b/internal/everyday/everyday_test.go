package everyday

import (
	"testing"

	"makes/b/internal/wire"
)

func TestEveryKindAmong200(t *testing.T) {
	seen := map[string]int{}
	for _, programs := range Assign(5, 200) {
		for _, k := range programs {
			seen[k.Name]++
		}
	}
	for _, k := range Kinds {
		if seen[k.Name] == 0 {
			t.Errorf("no %s", k.Name)
		}
	}
}

// Every program ends, and leaves traffic or had no occasion to.
func TestEveryKindRuns(t *testing.T) {
	w := wire.NewWorld(4, 24, 600)
	for i, k := range Kinds {
		h := wire.NewHost(w, i)
		h.Run(wire.NewRand(4, k.Name), wire.Label{Kind: k.Name}, k.Run)
		packets := 0
		for _, r := range h.Finish() {
			packets += int(r.Packets)
		}
		if packets == 0 {
			t.Errorf("%s sends nothing in a day", k.Name)
		}
	}
}
