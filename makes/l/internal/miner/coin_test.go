package miner

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestMessage(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	share := `{"id":1234,"jsonrpc":"2.0","method":"submit","params":{"id":"` + strings.Repeat("x", 36) + `","job_id":"` + strings.Repeat("x", 20) +
		`","nonce":"01020304","result":"` + strings.Repeat("x", 64) + `"}}` + "\n"
	exact := strings.NewReplacer("<10-36>", "<36>", "<4-36>", "<20>").Replace(readCoins()[0].texts["submit"])
	if got := parse(exact, rng).size(1234, 0, rng); got != len(share) {
		t.Errorf("share of %d bytes, want %d", got, len(share))
	}
	for s, want := range map[string]int{"<62>": 62, `[<b>]`: 2 + 12*66 + 11, `"<8>",<i>`: 8 + 3 + 2} {
		if got := parse(s, rng).size(17, 12, rng); got != want {
			t.Errorf("%s: %d bytes, want %d", s, got, want)
		}
	}
	for range 100 {
		if n := parse("<4-9>", rng).size(1, 0, rng); n < 4 || n > 9 {
			t.Errorf("%d bytes", n)
		}
	}
}
