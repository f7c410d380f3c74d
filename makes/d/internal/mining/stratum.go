package mining

import "makes/d/internal/dice"

// first is what most dialects of Stratum begin with. user is the length of
// the account, nonce of the extra nonce the pool gives.
func first(pool, rig *dice.Dice, user, nonce int) dialect {
	spaces := dice.Pick(pool, 0, 0, 4, 7) // some write JSON with spaces
	d := dialect{
		login: [][2]int{
			{line(`{"id":1,"method":"mining.subscribe","params":["~"]}`, rig.Int(8, 40)),
				line(`{"id":1,"result":[[["mining.set_difficulty","~"],["mining.notify","~"]],"~",4],"error":null}`,
					pool.Int(1, 16), pool.Int(1, 32), nonce) + spaces},
			{line(`{"id":2,"method":"mining.authorize","params":["~","~"]}`, user, rig.Int(1, 12)),
				line(`{"id":2,"result":true,"error":null}`) + spaces},
		},
		accept:   line(`{"id":~,"result":true,"error":null}`, 3) + spaces,
		refuse:   line(`{"id":~,"result":null,"error":[21,"~",null]}`, 3, pool.Int(9, 30)) + spaces,
		retarget: line(`{"id":null,"method":"mining.set_difficulty","params":[~]}`, pool.Int(1, 9)) + spaces,
	}
	if rig.Chance(0.4) {
		d.login = append(d.login, [2]int{line(`{"id":3,"method":"mining.extranonce.subscribe","params":[]}`), d.accept})
	}
	return d
}

// classic is Stratum as Bitcoin made it: half a coinbase, Merkle branches.
// The branches follow the number of waiting transactions; a job right after
// a block may have none.
func classic(wallet, branches int, rolling bool) speak {
	return func(pool, rig *dice.Dice) dialect {
		user, id, nonce := account(rig, wallet), pool.Int(1, 14), dice.Pick(pool, 8, 8, 16)
		d := first(pool, rig, user, 8)
		job := line(`{"id":null,"method":"mining.notify","params":["~","~","~","~",[],"~","~","~",false]}`,
			id, 64, pool.Int(84, 240), pool.Int(90, 560), 8, 8, 8)
		d.job = func() int {
			if rig.Chance(0.06) {
				return job
			}
			return job + 67*max(0, branches+rig.Int(-2, 1)) - 1
		}
		share := line(`{"id":~,"method":"mining.submit","params":["~","~","~","~","~"]}`, 3, user, id, nonce, 8, 8)
		if rolling {
			d.login = append([][2]int{{
				line(`{"id":0,"method":"mining.configure","params":[["version-rolling"],{"version-rolling.mask":"~","version-rolling.min-bit-count":2}]}`, 8),
				line(`{"id":0,"result":{"version-rolling":true,"version-rolling.mask":"~"},"error":null}`, 8)}}, d.login...)
			share += 11
		}
		d.submit = fixed(rig, share, 2)
		return d
	}
}

// kawpow gives header and seed hash, and wants a mix hash.
func kawpow(pool, rig *dice.Dice) dialect {
	user, id := account(rig, 34), pool.Int(4, 16)
	d := first(pool, rig, user, 6)
	d.retarget = line(`{"id":null,"method":"mining.set_target","params":["~"]}`, 64)
	d.job = fixed(rig, line(`{"id":null,"method":"mining.notify","params":["~","~","~","~",true,3612345,"~"]}`, id, 64, 64, 64, 8), 1)
	if pool.Chance(0.4) { // the target comes before every job
		job := d.job
		d.job = func() int { return d.retarget + job() }
	}
	d.submit = fixed(rig, line(`{"id":~,"method":"mining.submit","params":["~","~","0x~","0x~","0x~"]}`, 3, user, id, 16, 64, 64), 2)
	if rig.Chance(0.5) {
		d.often = rig.Scale(20, 120)
		d.report = [2]int{line(`{"id":~,"jsonrpc":"2.0","method":"eth_submitHashrate","params":["0x~","0x~"]}`, 3, 64, 64), d.accept}
	}
	return d
}

// equihash wants solutions of so many hexadecimal digits. extra is what jobs
// of some coins carry besides: digits of a solution already begun.
func equihash(wallet, solution, extra int) speak {
	return func(pool, rig *dice.Dice) dialect {
		user, id := account(rig, wallet), pool.Int(1, 17)
		nonce := pool.Int(8, 16)
		d := first(pool, rig, user, nonce)
		d.retarget = line(`{"id":null,"method":"mining.set_target","params":["~"]}`, 64)
		more := 0
		if extra > 0 {
			more = extra + pool.Int(-30, 150)
		}
		d.job = fixed(rig, line(`{"id":null,"method":"mining.notify","params":["~","~","~","~","~","~","~",true]}`,
			id, 8, 64, 64, 64, 8, 8)+more, 0)
		d.submit = fixed(rig, line(`{"id":~,"method":"mining.submit","params":["~","~","~","~","~"]}`,
			3, user, id, 8, 64-nonce, solution), 2)
		return d
	}
}

// ergo sends a message to hash and a target in decimal digits.
func ergo(pool, rig *dice.Dice) dialect {
	user, id := account(rig, 51), pool.Int(1, 16)
	d := first(pool, rig, user, pool.Int(4, 8))
	d.job = fixed(rig, line(`{"id":null,"method":"mining.notify","params":["~",1412345,"~","","","~","~","",true]}`,
		id, 64, 2, pool.Int(62, 72)), 1)
	d.submit = fixed(rig, line(`{"id":~,"method":"mining.submit","params":["~","~","~","~","~"]}`,
		3, user, id, pool.Int(8, 12), pool.Int(0, 8), 16), 2)
	return d
}

// kaspa has blocks so often that jobs are most of the traffic.
func kaspa(pool, rig *dice.Dice) dialect {
	user, id := account(rig, 67), pool.Int(1, 9)
	d := first(pool, rig, user, pool.Int(2, 6))
	work := dice.Pick(pool, 80+len(`""`), 4*20+5)
	d.job = fixed(rig, line(`{"id":~,"jsonrpc":"2.0","method":"mining.notify","params":["~",~,~]}`, id, id, work, 13), 4)
	d.submit = fixed(rig, line(`{"id":~,"method":"mining.submit","params":["~","~","0x~"]}`, 3, user, id, 16), 2)
	return d
}

// alephium has chains for all pairs of four groups; pools send work for one,
// some, or all of them at once.
func alephium(pool, rig *dice.Dice) dialect {
	user, id := account(rig, 45), pool.Int(6, 16)
	d := first(pool, rig, user, pool.Int(2, 8))
	n := dice.Pick(pool, 1, 4, 16)
	one := line(`{"jobId":"~","fromGroup":1,"toGroup":2,"txsBlob":"","targetBlob":"~","headerBlob":"~"},`,
		id, pool.Int(8, 64), pool.Int(590, 610))
	d.job = fixed(rig, line(`{"id":null,"method":"mining.notify","params":[]}`)+n*one-1, n)
	d.submit = fixed(rig, line(`{"id":~,"method":"mining.submit","params":{"jobId":"~","fromGroup":1,"toGroup":2,"nonce":"~","worker":"~"}}`,
		3, id, 48, user), 2)
	return d
}
