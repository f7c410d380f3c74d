package mining

import "makes/d/internal/dice"

// cryptonote is the JSON-RPC of Monero and its kin.
func cryptonote(pool, rig *dice.Dice) dialect {
	session, job := dice.Pick(pool, 36, 15, 8, 24, 12), dice.Pick(pool, 15, 28, 36, 10, 24)
	blob, target := pool.Int(150, 156), dice.Pick(pool, 8, 8, 16)
	version := dice.Pick(pool, "", `"jsonrpc":"2.0",`)
	extra := pool.Int(0, 90) // height, next seed, identifiers
	order := line(`{~"method":"job","params":{"blob":"~","job_id":"~","target":"~","algo":"rx/0","height":3412345,"seed_hash":"~"}}`,
		len(version), blob, job, target, 64) + extra
	user, agent := account(rig, dice.Pick(rig, 95, 95, 106)), rig.Int(40, 95)
	hello := line(`{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":"~","pass":"~","agent":"~","rigid":"~","algo":[~]}}`,
		user, rig.Int(1, 20), agent, rig.Int(0, 16), rig.Int(6, 330))
	welcome := order + line(`{"id":1,"jsonrpc":"2.0","error":null,"result":{"id":"~","job":,"extensions":[~],"status":"OK"}}`,
		session, pool.Int(0, 50)) - 60
	share := line(`{"id":~,"jsonrpc":"2.0","method":"submit","params":{"id":"~","job_id":"~","nonce":"~","result":"~"}}`,
		2, session, job, 8, 64)
	if rig.Chance(0.3) {
		share += len(`,"algo":"rx/0"`)
	}
	d := dialect{
		login:  [][2]int{{hello, welcome}},
		job:    fixed(rig, order, 2),
		submit: fixed(rig, share, 2),
		accept: line(`{"id":~,~"error":null,"result":{"status":"OK"}}`, 3, len(version)),
		refuse: line(`{"id":~,~"error":{"code":-1,"message":"~"}}`, 3, len(version), pool.Int(10, 40)),
		ping: [2]int{line(`{"id":~,"jsonrpc":"2.0","method":"keepalived","params":{"id":"~"}}`, 3, session),
			line(`{"id":~,~"error":null,"result":{"status":"KEEPALIVED"}}`, 3, len(version))},
	}
	if rig.Chance(0.65) {
		d.pause = dice.Pick(rig, 60.0, 60, 30, 120)
	}
	return d
}

// grin is JSON-RPC with proofs of 42 numbers.
func grin(pool, rig *dice.Dice) dialect {
	job := fixed(rig, line(`{"id":"Stratum","jsonrpc":"2.0","method":"job","params":{"difficulty":~,"height":~,"job_id":~,"pre_pow":"~"}}`,
		pool.Int(1, 4), 7, pool.Int(1, 9), pool.Int(470, 500)), 3)
	proof := 42*pool.Int(10, 11) - 1
	return dialect{
		login: [][2]int{{line(`{"id":"0","jsonrpc":"2.0","method":"login","params":{"login":"~","pass":"~","agent":"~"}}`,
			account(rig, pool.Int(10, 56)), rig.Int(1, 12), rig.Int(6, 24)), line(`{"id":"0","jsonrpc":"2.0","method":"login","result":"ok","error":null}`)},
			{line(`{"id":"0","jsonrpc":"2.0","method":"getjobtemplate","params":null}`), job() + 10}},
		job: job,
		submit: fixed(rig, line(`{"id":"0","jsonrpc":"2.0","method":"submit","params":{"edge_bits":32,"height":~,"job_id":~,"nonce":~,"pow":[~]}}`,
			7, 5, 19, proof), 12),
		accept: line(`{"id":"0","jsonrpc":"2.0","method":"submit","result":"ok","error":null}`),
		refuse: line(`{"id":"0","jsonrpc":"2.0","method":"submit","error":{"code":-32503,"message":"~"}}`, pool.Int(15, 50)),
		ping: [2]int{line(`{"id":"0","jsonrpc":"2.0","method":"keepalive","params":null}`),
			line(`{"id":"0","jsonrpc":"2.0","method":"keepalive","result":"ok","error":null}`)},
		pause: rig.Scale(10, 60),
	}
}
