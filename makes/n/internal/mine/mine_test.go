package mine

import (
	"math/rand/v2"
	"testing"
)

func TestLength(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, test := range []struct {
		text   string
		number int
		want   int
	}{
		{`{"id":{n},"result":true,"error":null}`, 7, len(`{"id":7,"result":true,"error":null}`) + 1},
		{`{"id":{n},"result":true,"error":null}`, 1234, len(`{"id":1234,"result":true,"error":null}`) + 1},
		{`{"method":"x","params":["{w}","0x{16}"]}`, 1, len(`{"method":"x","params":["","0x"]}`) + 95 + 16 + 1},
		{`[{"a":{2}}]`, 1, len(`[{"a":10}]`) + 1},
		{``, 1, 0},
	} {
		f := compile(test.text, names{worker: 95, miner: r})
		if got := f.length(r, test.number); got != test.want {
			t.Errorf("%s: %d, want %d", test.text, got, test.want)
		}
	}
}

func TestPoolWidthsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	n := names{miner: r, seed: 5}
	a, b := compile(`{=8-36}`, n), compile(`job {=8-36}`, n)
	if a.length(r, 1)+4 != b.length(r, 1) {
		t.Errorf("%d and %d", a.length(r, 1), b.length(r, 1))
	}
}
