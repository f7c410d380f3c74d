package mining

import (
	"fmt"
	"testing"

	"makes/s/internal/dice"
)

func TestMessages(t *testing.T) {
	coins, err := parse(dialectText)
	if err != nil {
		t.Fatal(err)
	}
	if len(coins) < 30 {
		t.Errorf("%d coins", len(coins))
	}
	w := widths{'W': 42, 'R': 4, 'J': 8, 'F': 16, 'C': 250}
	d := dice.New(1, "test")
	for _, test := range []struct{ coin, said, want string }{
		{"bitcoin", "submit", `{"id":%[1]d,"method":"mining.submit","params":["` + zeros(42) + `.rig1","` + zeros(8) + `","` + zeros(16) + `","00000000","00000000","00000000"]}`},
		{"ethereum-classic", "ok", `{"id":%[1]d,"jsonrpc":"2.0","result":true}`},
		{"ethereum-classic", "submit", `{"id":%[1]d,"jsonrpc":"2.0","method":"eth_submitWork","worker":"rig1","params":["0x` + zeros(16) + `","0x` + zeros(64) + `","0x` + zeros(64) + `"]}`},
		{"monero", "keep<", `{"id":%[1]d,"jsonrpc":"2.0","error":null,"result":{"status":"KEEPALIVED"}}`},
	} {
		for i := range coins {
			if coins[i].name != test.coin {
				continue
			}
			for _, id := range []int{7, 1234} {
				m := compile(coins[i].dialect.said[test.said], w, false)
				want := len(fmt.Sprintf(test.want+"\n", id))
				if got := m.size(d, id, 1, 0); got != want {
					t.Errorf("%s %s: %d bytes, want %d", test.coin, test.said, got, want)
				}
			}
		}
	}
	m := compile(`[<M>]`, w, false)
	if got := m.size(d, 1, 1, 2); got != len(`["","",]`)-1+128+1 {
		t.Errorf("two branches: %d bytes", got)
	}
}

func zeros(n int) string { return fmt.Sprintf("%0*d", n, 0) }
