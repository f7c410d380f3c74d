package mining

import (
	"testing"

	"makes/h/internal/sim"
)

func TestMessageSizes(t *testing.T) {
	r := sim.NewRand(1)
	for text, want := range map[string]int{
		`{"id":<2>,"result":true}`: len(`{"id":12,"result":true}`) + 1,
		`<24><38>`:                 62,
		`["0x<64>"]`:               70,
	} {
		if n := message(text, r, r)(); n != want {
			t.Errorf("%s: %d, want %d", text, n, want)
		}
	}
	loose := message(`<~5-9>`, r, r)
	seen := map[int]bool{}
	for range 200 {
		seen[loose()] = true
	}
	if len(seen) != 5 || !seen[5] || !seen[9] {
		t.Errorf("sizes %v", seen)
	}
}

func TestSharesOfRealSize(t *testing.T) {
	r := sim.NewRand(7)
	submit := cryptonote.speak(r, r).submit()
	if least := len(`{"id":1,"jsonrpc":"2.0","method":"submit","params":{"id":"","job_id":"","nonce":"","result":""}}`) + 72 + 16; submit < least || submit > least+80 {
		t.Errorf("a Monero share of %d bytes", submit)
	}
	if n := coins[7].scripts[0].speak(r, r).submit(); n < 2694 || n > 3000 {
		t.Errorf("a Zcash share of %d bytes", n)
	}
}

func TestDifficultyFollowsShares(t *testing.T) {
	p := &pool{target: 15, review: 60, floor: 10}
	if d := p.reviewed(100, 4); d != 100 {
		t.Errorf("on target, but %v", d)
	}
	if d := p.reviewed(100, 40); d <= 100 || d > 400 {
		t.Errorf("too many shares, but %v", d)
	}
	if d := p.reviewed(12, 0); d != 10 {
		t.Errorf("no shares, but %v", d)
	}
}
