package mine

// dialect makes the talk of a protocol.
type dialect func(names) talk

// cryptonote is the JSON-RPC dialect of Monero and its kin.
func cryptonote(algo int) dialect {
	return func(n names) talk {
		list := n.d.Int(0, 1) * n.d.Int(90, 420)
		job := func() int {
			return n.pool(fill(`{"jsonrpc":"2.0","method":"job","params":{"blob":"%","job_id":"%","target":"%","algo":"%","height":%,"seed_hash":"%"}}`,
				150+n.d.Int(0, 1)*2, n.jobID, 8, algo, 7, 64)) + n.extra
		}
		return talk{
			login: []exchange{{
				fill(`{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":"%","pass":"%","agent":"%","algo":[%]}}`, n.wallet, n.pass, n.agent, list),
				job() + n.pool(fill(`{"id":1,"error":null,"result":{"id":"%","job":,"extensions":["algo","keepalive"],"status":"OK"}}`, n.session)),
			}},
			job: job,
			submit: func() int {
				return fill(`{"id":%,"jsonrpc":"2.0","method":"submit","params":{"id":"%","job_id":"%","nonce":"%","result":"%"}}`, n.id(), n.session, n.jobID, 8, 64)
			},
			accepted: func() int {
				return n.pool(fill(`{"id":%,"jsonrpc":"2.0","error":null,"result":{"status":"OK"}}`, n.id()))
			},
			refused: func() int {
				return n.pool(fill(`{"id":%,"jsonrpc":"2.0","error":{"code":-1,"message":"%"},"result":null}`, n.id(), n.d.Int(11, 40)))
			},
			alive: [2]int{
				fill(`{"id":%,"jsonrpc":"2.0","method":"keepalived","params":{"id":"%"}}`, 3, n.session),
				n.pool(fill(`{"id":%,"jsonrpc":"2.0","error":null,"result":{"status":"KEEPALIVED"}}`, 3)),
			},
		}
	}
}

// stratum is the common frame of the mining.* dialects: notify gives the length
// of the job's parameters, submit that of the share's beyond the user and job.
func stratum(n names, notify, submit func() int) talk {
	yes := func() int { return n.pool(fill(`{"id":%,"result":true,"error":null}`, n.id())) }
	return talk{
		login: []exchange{
			{fill(`{"id":1,"method":"mining.subscribe","params":["%"]}`, n.agent),
				n.pool(fill(`{"id":1,"result":[[["mining.set_difficulty","%"],["mining.notify","%"]],"%",4],"error":null}`, n.session, n.session, 8))},
			{fill(`{"id":2,"method":"mining.authorize","params":["%","%"]}`, n.wallet, n.pass), yes()},
		},
		job: func() int {
			return n.pool(fill(`{"id":null,"method":"mining.notify","params":["%",%]}`, n.jobID, notify())) + n.extra
		},
		retarget: func() int {
			return n.pool(fill(`{"id":null,"method":"mining.set_difficulty","params":[%]}`, n.d.Int(2, 12)))
		},
		submit: func() int {
			return fill(`{"id":%,"method":"mining.submit","params":["%","%",%]}`, n.id(), n.wallet, n.jobID, submit())
		},
		accepted: yes,
		refused: func() int {
			return n.pool(fill(`{"id":%,"result":null,"error":[21,"%",null]}`, n.id(), n.d.Int(9, 40)))
		},
	}
}

// bitcoinLike sends both halves of the coinbase and so many merkle branches.
func bitcoinLike(coinbase, branches [2]int, rolling bool) dialect {
	return func(n names) talk {
		base, extranonce2 := n.d.Int(coinbase[0], coinbase[1]), 8*n.d.Int(1, 2)
		t := stratum(n, func() int {
			return fill(`"%","%",[%],"20000000","%","%",false`, 64, n.d.Near(base, 0.02), 67*n.d.Int(branches[0], branches[1]), 8, 8) - 1
		}, func() int {
			version := 0
			if rolling {
				version = 11
			}
			return fill(`"%","%","%"`, extranonce2, 8, 8) - 1 + version
		})
		if rolling {
			t.login = append([]exchange{{
				fill(`{"id":0,"method":"mining.configure","params":[["version-rolling"],{"version-rolling.mask":"1fffe000","version-rolling.min-bit-count":16}]}`),
				n.pool(fill(`{"id":0,"result":{"version-rolling":true,"version-rolling.mask":"1fffe000"},"error":null}`)),
			}}, t.login...)
		}
		return t
	}
}

// equihash sends headers in parts; shares carry the whole solution.
func equihash(solution, template int) dialect {
	return func(n names) talk {
		more := 0
		if template > 0 { // Verus sends the start of the solution
			more = 3 + n.d.Int(template/4, template)
		}
		t := stratum(n, func() int {
			return fill(`"04000000","%","%","%","%","%",true`, 64, 64, 64, 8, 8) - 1 + more
		}, func() int { return fill(`"%","%","%"`, 8, 64-8, solution) - 1 })
		t.retarget = func() int { return n.pool(fill(`{"id":null,"method":"mining.set_target","params":["%"]}`, 64)) }
		return t
	}
}

// ethProxy is eth_getWork pushed over TCP, with reported hash rates.
func ethProxy(n names) talk {
	worker := n.d.Int(0, 16)
	return talk{
		login: []exchange{
			{fill(`{"id":1,"jsonrpc":"2.0","method":"eth_submitLogin","worker":"%","params":["%","%"]}`, worker, n.wallet, n.pass), n.pool(fill(`{"id":1,"jsonrpc":"2.0","result":true}`))},
			{fill(`{"id":5,"jsonrpc":"2.0","method":"eth_getWork","params":[]}`), n.pool(fill(`{"id":5,"jsonrpc":"2.0","result":["%","%","%","%"]}`, 66, 66, 66, 9))},
		},
		job: func() int {
			return n.pool(fill(`{"id":0,"jsonrpc":"2.0","result":["%","%","%","%"]}`, 66, 66, 66, 9)) + n.extra
		},
		submit: func() int {
			return fill(`{"id":%,"jsonrpc":"2.0","method":"eth_submitWork","worker":"%","params":["%","%","%"]}`, n.id(), worker, 18, 66, 66)
		},
		accepted: func() int { return n.pool(fill(`{"id":%,"jsonrpc":"2.0","result":true}`, n.id())) },
		refused: func() int {
			return n.pool(fill(`{"id":%,"jsonrpc":"2.0","result":false,"error":{"code":-1,"message":"%"}}`, n.id(), n.d.Int(10, 35)))
		},
		report: [2]int{
			fill(`{"id":6,"jsonrpc":"2.0","method":"eth_submitHashrate","worker":"%","params":["%","%"]}`, worker, n.d.Int(10, 66), 66),
			n.pool(fill(`{"id":6,"jsonrpc":"2.0","result":true}`)),
		},
	}
}

// ethStratum is the mining.* dialect of Ethash coins.
func ethStratum(n names) talk {
	return stratum(n, func() int { return fill(`"%","%",true`, 64, 64) - 1 }, func() int { return fill(`"%"`, 12) - 1 })
}

// eitherEth lets the pool's port decide which dialect is spoken.
func eitherEth(n names) talk {
	if n.extra%2 == 0 {
		return ethProxy(n)
	}
	return ethStratum(n)
}

// kawpow is the dialect of the ProgPow family.
func kawpow(n names) talk {
	t := stratum(n, func() int { return fill(`"%","%","%",true,%,"%"`, 64, 64, 64, 7, 8) - 1 },
		func() int { return fill(`"%","%","%"`, 18, 66, 66) - 1 })
	t.retarget = func() int { return n.pool(fill(`{"id":null,"method":"mining.set_target","params":["%"]}`, 64)) }
	t.report = [2]int{
		fill(`{"id":9,"jsonrpc":"2.0","method":"eth_submitHashrate","params":["%","%"]}`, 66, 66),
		n.pool(fill(`{"id":9,"result":true,"error":null}`)),
	}
	return t
}

// kaspa sends the header as four numbers or one string, many times a second.
func kaspa(n names) talk {
	header := n.d.Int(76, 92)
	return stratum(n, func() int { return fill(`[%],%`, header, 13) - 1 }, func() int { return fill(`"%"`, n.d.Int(17, 18)) - 1 })
}

// autolykos is the dialect of Ergo.
func autolykos(n names) talk {
	nonce := n.d.Int(8, 14)
	return stratum(n, func() int { return fill(`%,"%","","","%","","",true`, 7, 64, n.d.Int(66, 68)) - 1 },
		func() int { return fill(`"%","","%"`, nonce, 16) - 1 })
}

// blockflow is Alephium: a job for each of sixteen chains at once.
func blockflow(n names) talk {
	chains, blob := n.d.Int(4, 16), n.d.Int(320, 640)
	t := stratum(n, func() int {
		return chains * fill(`{"jobId":"%","fromGroup":0,"toGroup":0,"headerBlob":"%","txsBlob":"","targetBlob":"%"},`, n.jobID, blob, n.d.Int(8, 64))
	}, func() int { return fill(`{"fromGroup":0,"toGroup":1,"nonce":"%"}`, 48) - 1 })
	return t
}

// beam has its own JSON with an API key.
func beam(n names) talk {
	return talk{
		login: []exchange{{fill(`{"method":"login","api_key":"%","id":"login","jsonrpc":"2.0"}`, n.wallet),
			n.pool(fill(`{"method":"result","code":0,"description":"Login successful","id":"login","jsonrpc":"2.0","nonceprefix":"%","forkheight":321321}`, 6))}},
		job: func() int {
			return n.pool(fill(`{"method":"job","id":"%","jsonrpc":"2.0","input":"%","difficulty":%,"height":%}`, n.jobID, 64, 10, 7)) + n.extra
		},
		submit: func() int {
			return fill(`{"method":"solution","id":"%","nonce":"%","output":"%","jsonrpc":"2.0"}`, n.jobID, 16, 208)
		},
		accepted: func() int {
			return n.pool(fill(`{"method":"result","code":1,"description":"accepted","id":"%","jsonrpc":"2.0"}`, n.jobID))
		},
		refused: func() int {
			return n.pool(fill(`{"method":"result","code":-4,"description":"rejected","id":"%","jsonrpc":"2.0"}`, n.jobID))
		},
	}
}

// stratum2 is the binary second version: a noise handshake, then framed messages.
func stratum2(n names) talk {
	frame := func(size int) int { return 6 + 16 + size + 16 }
	return talk{
		login: []exchange{
			{64, 234},
			{frame(90 + n.agent), frame(6)},
			{frame(20 + n.wallet), frame(45 + n.d.Int(0, 16))},
		},
		job:      func() int { return frame(48) + n.extra/4 },
		retarget: func() int { return frame(36) },
		submit:   func() int { return frame(24) },
		accepted: func() int { return frame(20) },
		refused:  func() int { return frame(8 + n.d.Int(10, 30)) },
	}
}
