package life

import (
	"testing"

	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

func TestEveryKindOccursAmong200(t *testing.T) {
	for seed := range uint64(5) {
		seen := map[string]bool{}
		plans, _ := Plan(dice.New(seed, "plan"), 200)
		for _, plan := range plans {
			for _, k := range plan {
				seen[k.Name] = true
			}
		}
		for _, k := range Kinds {
			if !seen[k.Name] {
				t.Errorf("seed %d: no %s", seed, k.Name)
			}
		}
	}
}

// Each kind makes traffic within a day.
func TestEveryKindTalks(t *testing.T) {
	for _, k := range Kinds {
		w := wire.NewWorld(5, 24, 600)
		h := wire.NewHost(w, k.Name, false)
		k.Run(h)
		busy := 0
		for _, r := range h.Records() {
			if !r.NoData {
				busy++
			}
		}
		if busy == 0 {
			t.Errorf("%s is silent", k.Name)
		}
	}
}
