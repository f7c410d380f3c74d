package mine

import "makes/c/internal/dice"

// ethproxy is getwork over TCP: three hashes down, three up.
func ethproxy(d *dice.Dice, r *rig) dialect {
	rpc := dice.Of(d, `"jsonrpc":"2.0",`, "")
	work := `["0x<64>","0x<64>","0x<64>"` + dice.Of(d, "", `,"0x<6>"`) + `]`
	l := dialect{
		hello: []exchange{
			{line(`{"id":1,"jsonrpc":"2.0","method":"eth_submitLogin","worker":"` + r.worker + `","params":["` + r.user + `","` + r.pass + `"]}`), line(`{"id":1,` + rpc + `"result":true}`)},
			{line(`{"id":5,"jsonrpc":"2.0","method":"eth_getWork","params":[]}`), line(`{"id":5,` + rpc + `"result":` + work + `}`)}},
		job:    steady(d, line(`{"id":0,`+rpc+`"result":`+work+`}`)),
		share:  line(`{"id":4,"jsonrpc":"2.0","method":"eth_submitWork","params":["0x<16>","0x<64>","0x<64>"],"worker":"` + r.worker + `"}`),
		accept: line(`{"id":4,` + rpc + `"result":true}`),
		reject: line(`{"id":4,` + rpc + `"result":false,"error":{"code":23,"message":"Invalid share"}}`),
		report: exchange{line(`{"id":6,"jsonrpc":"2.0","method":"eth_submitHashrate","params":["0x<8>","0x<64>"],"worker":"` + r.worker + `"}`), line(`{"id":6,` + rpc + `"result":true}`)},
	}
	return l
}

// nicehashEthash is EthereumStratum/1.0: the share is only a nonce.
func nicehashEthash(d *dice.Dice, r *rig) dialect {
	l := stratum(d, r, dice.Of(d, 4, 6), setDifficulty)
	jobID := holes(dice.Of(d, 4, 8, 64))
	l.job = steady(d, line(`{"id":null,"method":"mining.notify","params":["`+jobID+`","<64>","<64>",false]}`))
	l.share = line(`{"id":4,"method":"mining.submit","params":["` + r.user + `","` + jobID + `","<12>"]}`)
	l.report = exchange{line(`{"id":9,"jsonrpc":"2.0","method":"mining.hashrate","params":[<9>,"` + r.user + `"]}`), line(`{"id":9,"result":true}`)}
	return l
}

// stratumV2 is binary and encrypted frame by frame: a header of six bytes and
// two authentication tags around each body.
func stratumV2(d *dice.Dice, r *rig) dialect {
	const frame = 6 + 16 + 16
	standard := d.Chance(0.5)
	l := dialect{
		hello: []exchange{{64, 170}, {frame + d.Int(60, 110), frame + 6},
			{frame + 50 + len(r.user), frame + d.Int(50, 80)}},
		first:  []int{frame + 48},
		target: frame + 36,
		share:  frame + 24,
		accept: frame + 20,
		reject: frame + 28,
	}
	coinbase, branches := d.Int(200, 500), 32*d.Int(10, 12)
	l.job = func(fresh bool) int {
		n := frame + 45
		if !standard {
			n += coinbase + branches
		}
		if fresh {
			n += frame + 48
		}
		return n
	}
	if !standard {
		l.share += 9
	}
	return l
}
