package detect

import (
	"slices"
	"testing"

	"davy/trait"
)

// Every trait has words, and no words are left over.
func TestPhrases(t *testing.T) {
	names := slices.Concat(trait.Names[:], trait.AttemptNames[:])
	for _, name := range names {
		if p := phrases[name]; p.words == "" || p.read == nil || p.read(0.5) == "" {
			t.Errorf("no words for %q", name)
		}
	}
	for name := range phrases {
		if !slices.Contains(names, name) {
			t.Errorf("%q is no trait", name)
		}
	}
}
