package mine

import (
	"math/rand/v2"
	"testing"
)

func TestTemplate(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	f := fields{'J' - 'A': 4}
	for _, c := range []struct {
		text   string
		id     int
		spaced bool
		want   int
	}{
		{trueOK, 5, false, len(`{"id":5,"result":true,"error":null}`) + 1},
		{trueOK, 123, true, len(`{"id": 123, "result": true, "error": null}`) + 1},
		{`{"a":["⟨J⟩",[⟨M⟩],"⟨h8⟩"]}`, 0, false, len(`{"a":["1234",[],"12345678"]}`) + 1},
		{"⟨b62⟩", 0, false, 62},
	} {
		m := compile(c.text)
		if got := m.size(r, &f, c.id, c.spaced); got != c.want {
			t.Errorf("%s: %d, want %d", c.text, got, c.want)
		}
	}
	f['M'-'A'] = 12
	m := compile("[⟨M⟩]")
	for range 20 { // each branch is 64 digits in quotes
		if n := m.size(r, &f, 0, false); n != 2+10*67-1 && n != 2+11*67-1 && n != 2+12*67-1 {
			t.Errorf("merkle branches: %d", n)
		}
	}
}

func TestSize(t *testing.T) {
	for rate, want := range map[float64]string{1: "slow", 5: "middle", 8: "fast", 20: "fast"} {
		if got := Size(rate); got != want {
			t.Errorf("%v: %s, want %s", rate, got, want)
		}
	}
}
