package mine

import (
	"strings"

	"makes/c/internal/dice"
)

// stratum is the common start of Stratum v1: subscribe, authorize, a
// difficulty, a job.
func stratum(d *dice.Dice, r *rig, extranonce int, target string) dialect {
	var l dialect
	subscribed := dice.Of(d, `[["mining.notify","<16>"]],`, `[["mining.set_difficulty","<16>"],["mining.notify","<16>"]],`, `["mining.notify","<32>","EthereumStratum/1.0.0"],`)
	if d.Chance(0.35) {
		l.hello = append(l.hello, exchange{line(`{"id":1,"method":"mining.configure","params":[["version-rolling"],{"version-rolling.mask":"ffffffff"}]}`),
			line(`{"id":1,"result":{"version-rolling":true,"version-rolling.mask":"1fffe000"},"error":null}`)})
	}
	l.hello = append(l.hello,
		exchange{line(`{"id":1,"method":"mining.subscribe","params":["` + r.agent + `"]}`),
			line(`{"id":1,"result":[` + subscribed + `"` + holes(extranonce) + `",4],"error":null}`)},
		exchange{line(`{"id":2,"method":"mining.authorize","params":["` + r.user + `","` + r.pass + `"]}`),
			line(`{"id":2,"result":true,"error":null}`)})
	if d.Chance(0.3) {
		l.hello = append(l.hello, exchange{line(`{"id":3,"method":"mining.extranonce.subscribe","params":[]}`), line(`{"id":3,"result":true,"error":null}`)})
	}
	l.target = line(target)
	l.verdicts(d)
	return l
}

const setDifficulty = `{"id":null,"method":"mining.set_difficulty","params":[<6>]}`

// notify is the job of Bitcoin's family: coinbase halves and Merkle branches.
// A fresh block has few branches at some pools.
func notify(d *dice.Dice, coinbase, branches int) func(bool) int {
	jobID := d.Int(4, 16)
	luck := d.Size(branches, branches)
	grows := d.Int(0, 2)
	empty := d.Chance(0.3)
	base := line(`{"params":["` + holes(jobID) + `","<64>","` + holes(coinbase) + `",[],"20000000","<8>","<8>",false],"id":null,"method":"mining.notify"}`)
	return func(fresh bool) int {
		n := luck()%(branches+1) + grows
		if fresh && empty {
			n = 0
		}
		return base + n*67
	}
}

func bitcoin(d *dice.Dice, r *rig) dialect {
	l := stratum(d, r, dice.Of(d, 8, 8, 16), setDifficulty)
	l.job = notify(d, d.Int(300, 900), d.Int(10, 12))
	roll := dice.Of(r.dice, "", `,"<8>"`)
	l.share = line(`{"params":["` + r.user + `","` + holes(d.Int(4, 16)) + `","` + holes(dice.Of(d, 8, 16)) + `","<8>","<8>"` + roll + `],"id":4,"method":"mining.submit"}`)
	return l
}

// scrypt is Bitcoin's dialect with the commitment of merged mining.
func scrypt(d *dice.Dice, r *rig) dialect {
	l := bitcoin(d, r)
	l.job = notify(d, d.Int(380, 800), d.Int(3, 8))
	return l
}

// ghostrider is the same for a CPU coin with small blocks and long coinbases.
func ghostrider(d *dice.Dice, r *rig) dialect {
	l := bitcoin(d, r)
	l.job = notify(d, d.Int(500, 1400), d.Int(1, 4))
	return l
}

// equihash has a header in the job and a solution of so many bytes in the
// share.
func equihash(solution int) func(d *dice.Dice, r *rig) dialect {
	prefix := 2
	if solution > 252 {
		prefix = 6
	}
	return func(d *dice.Dice, r *rig) dialect {
		nonce1 := dice.Of(d, 8, 16, 24)
		l := stratum(d, r, nonce1, `{"id":null,"method":"mining.set_target","params":["<64>"]}`)
		jobID := holes(d.Int(4, 20))
		l.job = steady(d, line(`{"id":null,"method":"mining.notify","params":["`+jobID+`","04000000","<64>","<64>","<64>","<8>","<8>",true]}`))
		l.share = line(`{"id":4,"method":"mining.submit","params":["` + r.user + `","` + jobID + `","<8>","` + holes(64-nonce1) + `","` + holes(prefix+2*solution) + `"]}`)
		return l
	}
}

// verus is Equihash's dialect whose jobs carry the start of a solution.
func verus(d *dice.Dice, r *rig) dialect {
	l := equihash(1344)(d, r)
	start := dice.Of(d, 144, 144, 2694)
	l.job = steady(d, line(`{"id":null,"method":"mining.notify","params":["<8>","04000100","<64>","<64>","<64>","<8>","<8>",false,"`+holes(start)+`"]}`))
	return l
}

// kawpow has the hashes of header and mix in the share.
func kawpow(d *dice.Dice, r *rig) dialect {
	l := stratum(d, r, dice.Of(d, 4, 6), `{"id":null,"method":"mining.set_target","params":["<64>"]}`)
	jobID := holes(dice.Of(d, 4, 8, 64))
	l.job = steady(d, line(`{"id":null,"method":"mining.notify","params":["`+jobID+`","<64>","<64>","<64>",true,<7>,"<8>"]}`))
	l.share = line(`{"id":4,"method":"mining.submit","params":["` + r.user + `","` + jobID + `","0x<16>","0x<64>","0x<64>"]}`)
	l.report = exchange{line(`{"id":9,"jsonrpc":"2.0","method":"eth_submitHashrate","params":["0x<64>","0x<64>"],"worker":""}`), line(`{"id":9,"result":true,"error":null}`)}
	return l
}

// kaspa has very short jobs, very often.
func kaspa(d *dice.Dice, r *rig) dialect {
	l := stratum(d, r, dice.Of(d, 4, 6), dice.Of(d, setDifficulty, `{"id":null,"jsonrpc":"2.0","method":"mining.set_difficulty","params":[<12>]}`))
	jobID := holes(d.Int(1, 10))
	work := dice.Of(d, `[<19>,<20>,<19>,<20>],<13>`, `"<80>"`, `"<64>",<13>`)
	l.job = steady(d, line(`{"id":null,`+dice.Of(d, "", `"jsonrpc":"2.0",`)+`"method":"mining.notify","params":["`+jobID+`",`+work+`]}`))
	l.share = line(`{"id":4,` + dice.Of(r.dice, "", `"jsonrpc":"2.0",`) + `"method":"mining.submit","params":["` + r.user + `","` + jobID + `","` + dice.Of(d, "", "0x") + `<16>"]}`)
	return l
}

// ergo is Autolykos: a message and a bound in decimals.
func ergo(d *dice.Dice, r *rig) dialect {
	l := stratum(d, r, dice.Of(d, 4, 8), `{"id":null,"method":"mining.set_difficulty","params":[1]}`)
	jobID := holes(d.Int(4, 10))
	l.job = steady(d, line(`{"id":null,"method":"mining.notify","params":["`+jobID+`",<7>,"<64>","","",`+dice.Of(d, "2", `"00000002"`)+`,"<66>","",true]}`))
	l.share = line(`{"id":4,"method":"mining.submit","params":["` + r.user + `","` + jobID + `","<12>","<8>","<16>"]}`)
	return l
}

// alephium sends jobs of several of its sixteen chains together.
func alephium(d *dice.Dice, r *rig) dialect {
	l := stratum(d, r, dice.Of(d, 4, 8), setDifficulty)
	one := `{"jobId":"<8>","fromGroup":0,"toGroup":1,"headerBlob":"<604>","txsBlob":"` + holes(d.Int(0, 700)) + `","targetBlob":"<60>","height":<7>},`
	chains := dice.Of(d, 1, 1, 4, 16)
	l.job = steady(d, line(`{"id":null,"method":"mining.notify","params":[`+strings.Repeat(one, chains)+`]}`))
	l.share = line(`{"id":4,"method":"mining.submit","params":{"jobId":"<8>","fromGroup":0,"toGroup":1,"nonce":"<48>","worker":"` + r.user + `"}}`)
	return l
}

// ironfish has its own JSON protocol.
func ironfish(d *dice.Dice, r *rig) dialect {
	l := dialect{
		hello: []exchange{{line(`{"id":0,"method":"mining.subscribe","body":{"version":1,"publicAddress":"<64>","name":"` + r.agent + `"}}`),
			line(`{"id":1,"method":"mining.subscribed","body":{"clientId":<5>,"graffiti":"<32>","xn":"<4>"}}`)}},
		target: line(`{"id":2,"method":"mining.set_target","body":{"target":"<64>"}}`),
		job:    steady(d, line(`{"id":2,"method":"mining.notify","body":{"miningRequestId":<6>,"header":"`+holes(dice.Of(d, 360, 400))+`"}}`)),
		share:  line(`{"id":3,"method":"mining.submit","body":{"miningRequestId":<6>,"randomness":"<16>"}}`),
		accept: line(`{"id":4,"method":"mining.submitted","body":{"id":3,"result":true}}`),
	}
	l.reject = l.accept + 30
	return l
}
