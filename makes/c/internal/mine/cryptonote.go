package mine

import "makes/c/internal/dice"

// monero is the dialect of CryptoNote pools: login, job, submit.
func monero(d *dice.Dice, r *rig) dialect {
	id := holes(dice.Of(d, 4, 9, 15, 16, 36))
	jobID := holes(dice.Of(d, 6, 15, 16, 20, 28, 36))
	seed := `,"height":<7>,"seed_hash":"<64>"`
	if d.Chance(0.3) {
		seed += `,"next_seed_hash":"<64>"`
	}
	if d.Chance(0.6) {
		seed += `,"algo":"rx/0"`
	}
	target := holes(dice.Of(d, 8, 8, 16))
	body := `{"blob":"` + holes(2*d.Int(76, 78)) + `","job_id":"` + jobID + `","target":"` + target + `"` + seed + `}`
	extensions := dice.Of(d, "", `"extensions":["keepalive"],`, `"extensions":["algo","nicehash","connect","tls","keepalive"],`)
	algos := dice.Of(r.dice, "", `,"algo":["rx/0"]`, `,"algo":[<220>]`, `,"algo":[<330>]`)
	work := line(`{"jsonrpc":"2.0","method":"job","params":` + body + `}`)
	l := dialect{
		hello: []exchange{{
			line(`{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":"` + r.user + `","pass":"` + r.pass + `","agent":"` + r.agent + `"` + algos + `}}`),
			line(`{"id":1,"jsonrpc":"2.0","error":null,"result":{"id":"` + id + `","job":` + body + `,` + extensions + `"status":"OK"}}`)}},
		job:    steady(d, work),
		share:  line(`{"id":2,"jsonrpc":"2.0","method":"submit","params":{"id":"` + id + `","job_id":"` + jobID + `","nonce":"<8>","result":"<64>"` + dice.Of(r.dice, "", `,"algo":"rx/0"`) + `}}`),
		accept: line(`{"id":2,"jsonrpc":"2.0","error":null,"result":{"status":"OK"}}`),
		reject: line(`{"id":2,"jsonrpc":"2.0","error":{"code":-1,"message":"Low difficulty share"}}`),
	}
	l.beat = exchange{line(`{"id":3,"jsonrpc":"2.0","method":"keepalived","params":{"id":"` + id + `"}}`),
		line(`{"id":3,"jsonrpc":"2.0","error":null,"result":{"status":"KEEPALIVED"}}`)}
	return l
}
