package miner

import (
	"strings"
	"testing"

	"makes/q/internal/dice"
)

func TestLength(t *testing.T) {
	coins, err := read()
	if err != nil {
		t.Fatal(err)
	}
	a := accent{wallet: 42, worker: 4, job: 6, session: 36, nonce2: 8, height: 7}
	hex := func(n int) string { return strings.Repeat("0", n) }
	for _, test := range []struct {
		coin string
		form func(*dialect) form
		want string
	}{
		{"monero", func(d *dialect) form { return d.submit }, `{"id":17,"jsonrpc":"2.0","method":"submit","params":{"id":"` + hex(36) + `","job_id":"` + hex(6) + `","nonce":"` + hex(8) + `","result":"` + hex(64) + `"}}`},
		{"bitcoin", func(d *dialect) form { return d.submit }, `{"id":17,"method":"mining.submit","params":["` + hex(42) + `.` + hex(4) + `","` + hex(6) + `","` + hex(8) + `","` + hex(8) + `","` + hex(8) + `"]}`},
		{"ravencoin", func(d *dialect) form { return d.ok }, `{"id":17,"result":true,"error":null}`},
	} {
		for _, c := range coins {
			if c.name != test.coin {
				continue
			}
			if got := a.length(dice.New(1, "test"), test.form(c.dialect), 17); got != len(test.want)+1 {
				t.Errorf("%s: %d bytes, want %d", test.coin, got, len(test.want)+1)
			}
		}
	}
	for _, c := range coins {
		if c.dialect.job.fixed == 0 || c.dialect.submit.fixed == 0 || len(c.dialect.login) < 2 {
			t.Errorf("%s says too little", c.name)
		}
	}
}
