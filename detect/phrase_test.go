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

func TestDigits(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 0.00123456: "0.00123", 1.2345: "1.23", 123.45: "123", 1254: "1250", 1_255_999: "1260000", -98765: "-98800",
	} {
		if got := digits(x, 3); got != want {
			t.Errorf("%v is written %s, want %s", x, got, want)
		}
	}
}
