package model

import (
	"encoding/json"
	"math"
	"slices"
	"testing"
)

// Numbers come back as they were, and are not taken from what is none.
func TestPacked(t *testing.T) {
	for _, p := range []Packed{{}, {0}, {1, -2.5, math.MaxFloat32, math.SmallestNonzeroFloat32, float32(math.Inf(-1))}} {
		text, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var got Packed
		if err := json.Unmarshal(text, &got); err != nil || !slices.Equal(got, p) {
			t.Errorf("%v became %s and then %v, %v", p, text, got, err)
		}
	}
	if text, err := json.Marshal(Packed{1, -2}); err != nil || string(text) != `"AACAPwAAAMA="` {
		t.Errorf("1 and -2 are %s, %v", text, err)
	}
	for _, text := range []string{`"AACAPw"`, `"AACAPwA="`, `"AACA\nPw=="`, `"AACAPx=="`, `[1]`, `1`} {
		var got Packed
		if err := json.Unmarshal([]byte(text), &got); err == nil || got != nil {
			t.Errorf("%s was read as %v", text, got)
		}
	}
}
