package mining

import "makes/d/internal/dice"

// ether is spoken in two ways: as the RPC of a node pushed over a
// connection, or as Stratum with the hashes only.
func ether(pool, rig *dice.Dice) dialect {
	user := account(rig, 42)
	if pool.Chance(0.45) {
		id := pool.Int(4, 16)
		d := first(pool, rig, user, pool.Int(4, 6))
		d.job = fixed(rig, line(`{"id":null,"method":"mining.notify","params":["~","~","~",true]}`, id, 64, 64), 1)
		d.submit = fixed(rig, line(`{"id":~,"method":"mining.submit","params":["~","~","~"]}`, 3, user, id, 12), 2)
		return d
	}
	worker := rig.Int(1, 16)
	job := fixed(rig, line(`{"id":0,"jsonrpc":"2.0","result":["0x~","0x~","0x~","0x~"]}`, 64, 64, 64, dice.Pick(pool, 0, 7)), 0)
	ok := line(`{"id":~,"jsonrpc":"2.0","result":true}`, 2)
	d := dialect{
		login: [][2]int{{line(`{"id":1,"jsonrpc":"2.0","method":"eth_submitLogin","params":["~","~"],"worker":"~"}`, user, 1, worker), ok},
			{line(`{"id":2,"jsonrpc":"2.0","method":"eth_getWork","params":[]}`), job()}},
		job:    job,
		submit: fixed(rig, line(`{"id":~,"jsonrpc":"2.0","method":"eth_submitWork","params":["0x~","0x~","0x~"],"worker":"~"}`, 2, 16, 64, 64, worker), 1),
		accept: ok,
		refuse: line(`{"id":~,"jsonrpc":"2.0","result":false,"error":{"code":23,"message":"~"}}`, 2, pool.Int(8, 30)),
		report: [2]int{line(`{"id":~,"jsonrpc":"2.0","method":"eth_submitHashrate","params":["0x~","0x~"],"worker":"~"}`, 2, rig.Int(7, 64), 64, worker), ok},
	}
	if rig.Chance(0.8) {
		d.often = rig.Scale(8, 90)
	}
	return d
}

// second is Stratum V2: binary frames, each with an encrypted header of 22
// bytes and 16 bytes of authentication.
func second(pool, rig *dice.Dice) dialect {
	frame := func(payload int) int { return 22 + payload + 16 }
	name := rig.Int(5, 60)
	d := dialect{
		login: [][2]int{{64, 234}, // the Noise handshake
			{frame(rig.Int(50, 130)), frame(6)},
			{frame(4 + 1 + name + 4 + 32), frame(4 + 4 + 32 + 1 + pool.Int(4, 32) + 4)}},
		accept:   frame(20),
		refuse:   frame(9 + pool.Int(9, 24)),
		retarget: frame(36),
	}
	if pool.Chance(0.5) { // extended channels leave the coinbase to the miner
		d.job = fixed(rig, frame(14+pool.Int(180, 420)+32*12), 64)
		d.submit = fixed(rig, frame(24+1+pool.Int(4, 12)), 0)
	} else {
		d.job = fixed(rig, frame(45), 0)
		d.submit = fixed(rig, frame(24), 0)
	}
	return d
}
