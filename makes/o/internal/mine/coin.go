// Package mine runs miners: what they say to pools, to nodes and to proxies.
package mine

import (
	"fmt"
	"strings"

	"makes/o/internal/dice"
)

// length draws the length of a message.
type length func(g *dice.Rand) int

// dialect is what miners and one pool say to each other.
type dialect struct {
	hello          []int // by turns, the miner first
	job, submit    length
	clean          length // job at a new block, if different
	accept, reject int
	diff           int // length of a new difficulty; 0 if it comes with a job
	ping, pong     int
	report, noted  int // hash rate
	poll, polled   int // of work, for pools that are asked
	batch          int // shares to one answer
}

// coin is a proof of work with the time between blocks in seconds.
type coin struct {
	name  string
	block float64
	fresh dice.Range // seconds between jobs without a new block; 0 for none
	speak func(g *dice.Rand) dialect
	solo  soloShape
}

// soloShape is what miners say to a node.
type soloShape struct {
	poll, polled, template dice.Range
	stream                 bool // the node tells of blocks by itself
	port                   uint16
}

var coins = []coin{
	{"monero", 120, dice.Range{Lo: 25, Hi: 120}, cryptonote("rx/0", 95, 152), soloShape{dice.Range{Lo: 150, Hi: 330}, dice.Range{Lo: 190, Hi: 900}, dice.Range{Lo: 900, Hi: 2600}, false, 18081}},
	{"bitcoin", 600, dice.Range{Lo: 20, Hi: 90}, bitcoin(11, 14, "20000000"), soloShape{dice.Range{Lo: 180, Hi: 290}, dice.Range{Lo: 180, Hi: 700}, dice.Range{Lo: 9e3, Hi: 2.5e6}, false, 8332}},
	{"bitcoin-sv2", 600, dice.Range{Lo: 15, Hi: 60}, stratum2, soloShape{}},
	{"litecoin", 150, dice.Range{Lo: 20, Hi: 60}, bitcoin(5, 9, "20000000"), soloShape{dice.Range{Lo: 180, Hi: 290}, dice.Range{Lo: 180, Hi: 500}, dice.Range{Lo: 5e3, Hi: 3e5}, false, 9332}},
	{"dash", 157, dice.Range{Lo: 20, Hi: 60}, bitcoin(1, 6, "20000000"), soloShape{dice.Range{Lo: 180, Hi: 290}, dice.Range{Lo: 180, Hi: 500}, dice.Range{Lo: 3e3, Hi: 9e4}, false, 9998}},
	{"ethereumclassic", 13, dice.Range{}, ethash, soloShape{dice.Range{Lo: 150, Hi: 260}, dice.Range{Lo: 280, Hi: 400}, dice.Range{Lo: 290, Hi: 410}, false, 8545}},
	{"ravencoin", 60, dice.Range{Lo: 15, Hi: 60}, kawpow, soloShape{dice.Range{Lo: 180, Hi: 290}, dice.Range{Lo: 180, Hi: 500}, dice.Range{Lo: 3e3, Hi: 4e4}, false, 8766}},
	{"zcash", 75, dice.Range{Lo: 20, Hi: 60}, equihash(2694), soloShape{dice.Range{Lo: 180, Hi: 290}, dice.Range{Lo: 180, Hi: 500}, dice.Range{Lo: 3e3, Hi: 4e4}, false, 8232}},
	{"flux", 30, dice.Range{Lo: 15, Hi: 60}, equihash(106), soloShape{}},
	{"verus", 60, dice.Range{Lo: 10, Hi: 60}, equihash(2694), soloShape{dice.Range{Lo: 180, Hi: 290}, dice.Range{Lo: 180, Hi: 500}, dice.Range{Lo: 3e3, Hi: 4e4}, false, 27486}},
	{"kaspa", 0.1, dice.Range{}, kaspa, soloShape{dice.Range{Lo: 90, Hi: 170}, dice.Range{Lo: 20, Hi: 60}, dice.Range{Lo: 1500, Hi: 9000}, true, 16110}},
	{"ergo", 120, dice.Range{Lo: 10, Hi: 60}, ergo, soloShape{dice.Range{Lo: 120, Hi: 260}, dice.Range{Lo: 300, Hi: 600}, dice.Range{Lo: 300, Hi: 600}, false, 9053}},
	{"alephium", 16, dice.Range{Lo: 4, Hi: 10}, alephium, soloShape{dice.Range{Lo: 30, Hi: 60}, dice.Range{Lo: 9e3, Hi: 3e4}, dice.Range{Lo: 9e3, Hi: 3e4}, true, 10973}},
	{"ironfish", 60, dice.Range{Lo: 10, Hi: 30}, ironfish, soloShape{}},
	{"beam", 60, dice.Range{Lo: 15, Hi: 40}, beam, soloShape{}},
	{"wownero", 300, dice.Range{Lo: 20, Hi: 90}, cryptonote("rx/wow", 97, 282), soloShape{dice.Range{Lo: 150, Hi: 330}, dice.Range{Lo: 190, Hi: 900}, dice.Range{Lo: 900, Hi: 2600}, false, 34568}},
}

func x(n int) string { return strings.Repeat("f", n) }

// around draws lengths of a base and a number with more or fewer digits.
func around(base, digits int) length {
	return func(g *dice.Rand) int { return base + g.IntN(digits+1) }
}

func user(g *dice.Rand, wallet int) string {
	return x(wallet) + dice.Pick(g, "", ".rig01", ".ip-10-0-12-34", "/worker", "."+x(1+g.IntN(20)))
}

// LoginLength is the length of the login of Monero's miners.
func LoginLength(wallet, pass, agent, algos string) int {
	return len(fmt.Sprintf(`{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":"%s","pass":"%s","agent":"%s","algo":[%s]}}`+"\n", wallet, pass, agent, algos))
}

func cryptonote(algo string, wallet, blob int) func(g *dice.Rand) dialect {
	return func(g *dice.Rand) dialect {
		id := dice.Pick(g, 4, 10, 15, 22, 36)
		session := x(dice.Pick(g, 16, 22, 36))
		params := fmt.Sprintf(`"blob":"%s","job_id":"%s","target":"%s"`, x(blob), x(id), x(dice.Pick(g, 8, 8, 16)))
		if dice.Chance(g, 0.8) {
			params += fmt.Sprintf(`,"algo":"%s","height":3389221,"seed_hash":"%s"`, algo, x(64))
		}
		if dice.Chance(g, 0.3) {
			params += fmt.Sprintf(`,"next_seed_hash":"%s"`, x(dice.Pick(g, 0, 64)))
		}
		job := len(fmt.Sprintf(`{"jsonrpc":"2.0","method":"job","params":{%s}}`+"\n", params))
		agent := dice.Pick(g, "XMRig/6.21.3 (Linux x86_64) libuv/1.48.0 gcc/11.2.1", "XMRig/6.22.2 (Windows NT 10.0; Win64; x64) libuv/1.49.2 msvc/2022", "xmr-stak-rx/1.0.5", "SRBMiner-MULTI/2.6.4")
		algos := dice.Pick(g, `"`+algo+`"`, `"cn/1","cn/2","cn/r","cn/fast","cn/half","cn/xao","cn/rto","cn/rwz","cn/zls","cn/double","cn/ccx","cn-lite/1","cn-heavy/0","cn-pico","cn/upx2","rx/0","rx/wow","rx/arq","rx/graft","rx/sfx","rx/yada","argon2/chukwa","ghostrider"`)
		result := ""
		if dice.Chance(g, 0.2) {
			result = x(40)
		}
		reply := len(fmt.Sprintf(`{"id":1,"jsonrpc":"2.0","error":null,"result":{"id":"%s","job":{%s},"extensions":["keepalive","nicehash"],"status":"OK"}}`+"\n", session, params))
		return dialect{
			hello: []int{LoginLength(user(g, wallet), dice.Pick(g, "x", "rig-7f3a", x(12)), agent, algos), reply},
			job:   around(job, 2), submit: around(len(fmt.Sprintf(`{"id":2,"jsonrpc":"2.0","method":"submit","params":{"id":"%s","job_id":"%s","nonce":"%s","result":"%s"%s}}`+"\n", session, x(id), x(8), x(64), dice.Pick(g, "", `,"algo":"rx/0"`)))+len(result), 4),
			accept: len(`{"id":2,"jsonrpc":"2.0","error":null,"result":{"status":"OK"}}` + "\n"),
			reject: len(`{"id":2,"jsonrpc":"2.0","error":{"code":-1,"message":"Low difficulty share"}}` + "\n"),
			ping:   len(fmt.Sprintf(`{"id":9,"jsonrpc":"2.0","method":"keepalived","params":{"id":"%s"}}`+"\n", session)),
			pong:   len(`{"id":9,"jsonrpc":"2.0","error":null,"result":{"status":"KEEPALIVED"}}` + "\n"),
		}
	}
}

// subscribe is the start of most protocols, with the length of extranonce 1.
func subscribe(g *dice.Rand, wallet, extranonce int, version string) []int {
	return []int{
		len(fmt.Sprintf(`{"id":1,"method":"mining.subscribe","params":["%s"%s]}`+"\n", version, dice.Pick(g, "", `,null,"pool.example.com","3333"`))),
		len(fmt.Sprintf(`{"id":1,"result":[[["mining.set_difficulty","%s"],["mining.notify","%s"]],"%s",4],"error":null}`+"\n", x(dice.Pick(g, 1, 8, 32)), x(dice.Pick(g, 1, 8, 32)), x(extranonce))),
		len(fmt.Sprintf(`{"id":2,"method":"mining.authorize","params":["%s","%s"]}`+"\n", user(g, wallet), dice.Pick(g, "x", "123", "d=65536"))),
		len(`{"id":2,"result":true,"error":null}` + "\n"),
	}
}

func answers(g *dice.Rand, d dialect) dialect {
	d.accept = len(dice.Pick(g, `{"id":14,"result":true,"error":null}`, `{"id":14,"jsonrpc":"2.0","result":true}`, `{"error":null,"id":14,"result":true}`)) + 1
	d.reject = len(`{"id":14,"result":null,"error":[21,"Job not found","`+x(20)+`"]}`) + 1
	return d
}

func bitcoin(few, many int, version string) func(g *dice.Rand) dialect {
	return func(g *dice.Rand) dialect {
		id, name := x(dice.Pick(g, 4, 8, 10, 24)), user(g, 42)
		coinbase := x(2 * (40 + g.IntN(40) + 30 + g.IntN(dice.Pick(g, 60, 300))))
		base := len(fmt.Sprintf(`{"id":null,"method":"mining.notify","params":["%s","%s","%s","",[],"%s","17034219","66a1b2c3",false]}`+"\n", id, x(64), coinbase, version))
		branches := few + g.IntN(many-few)
		diff := len(`{"id":null,"method":"mining.set_difficulty","params":[65536]}` + "\n")
		d := dialect{hello: subscribe(g, 42, dice.Pick(g, 8, 8, 16), dice.Pick(g, "cgminer/4.12.1", "bmminer/2.0.0/Antminer S19j Pro", "whatsminer/v1.0", "NiceHash/1.0.0")), diff: diff}
		d.job = func(g *dice.Rand) int { return base + 67*max(0, branches-g.IntN(4)) }
		d.clean = func(g *dice.Rand) int { return base + 67*g.IntN(branches+1) }
		rolling := dice.Chance(g, 0.5)
		submit := len(fmt.Sprintf(`{"id":14,"method":"mining.submit","params":["%s","%s","%s","%s","%s"]}`+"\n", name, id, x(dice.Pick(g, 8, 16)), x(8), x(8)))
		if rolling {
			submit += 11
			d.hello = append([]int{len(`{"id":3,"method":"mining.configure","params":[["version-rolling"],{"version-rolling.mask":"1fffe000","version-rolling.min-bit-count":2}]}`) + 1, len(`{"id":3,"result":{"version-rolling":true,"version-rolling.mask":"1fffe000"},"error":null}`) + 1}, d.hello...)
		}
		d.submit = around(submit, 2)
		return answers(g, d)
	}
}

// stratum2 has binary frames, each with a header of 6 bytes and two codes of
// authentication of 16.
func stratum2(g *dice.Rand) dialect {
	frame := func(payload int) int { return 22 + payload + 16 }
	extended := dice.Chance(g, 0.6)
	d := dialect{
		hello: []int{64, 234, frame(90 + g.IntN(60)), frame(6), frame(60 + g.IntN(50)), frame(70 + g.IntN(20))},
		job:   around(frame(45), 0), submit: around(frame(24), 0), accept: frame(20), reject: frame(30), diff: frame(36), batch: dice.Pick(g, 1, 1, 4, 10),
	}
	if extended {
		d.submit, d.job = around(frame(33), 0), around(frame(190+g.IntN(300)+32*(9+g.IntN(4))), 64)
	}
	job := d.job
	d.clean = func(g *dice.Rand) int { return job(g) + frame(48) }
	return d
}

func ethash(g *dice.Rand) dialect {
	if dice.Chance(g, 0.4) { // EthereumStratum/1.0.0
		id, name := x(dice.Pick(g, 4, 8, 10)), user(g, 42)
		d := dialect{hello: subscribe(g, 42, 6, `lolMiner 1.88","EthereumStratum/1.0.0`), diff: len(`{"id":null,"method":"mining.set_difficulty","params":[1.9999694828875]}`) + 1}
		d.job = around(len(fmt.Sprintf(`{"id":null,"method":"mining.notify","params":["%s","%s","%s",true]}`+"\n", id, x(64), x(64))), 1)
		d.submit = around(len(fmt.Sprintf(`{"id":14,"method":"mining.submit","params":["%s","%s","%s"]}`+"\n", name, id, x(10))), 2)
		return answers(g, d)
	}
	d := answers(g, dialect{
		hello:  []int{len(fmt.Sprintf(`{"id":1,"jsonrpc":"2.0","method":"eth_submitLogin","worker":"rig1","params":["0x%s","x"]}`+"\n", x(40))), 39, len(`{"id":2,"jsonrpc":"2.0","method":"eth_getWork","params":[]}`) + 1, 244},
		job:    around(len(fmt.Sprintf(`{"id":0,"jsonrpc":"2.0","result":["0x%s","0x%s","0x%s"%s]}`+"\n", x(64), x(64), x(64), dice.Pick(g, "", `,"0x13a5c21"`))), 0),
		submit: around(len(fmt.Sprintf(`{"id":40,"jsonrpc":"2.0","method":"eth_submitWork","worker":"rig1","params":["0x%s","0x%s","0x%s"]}`+"\n", x(16), x(64), x(64))), 2),
	})
	if dice.Chance(g, 0.7) {
		d.report, d.noted = len(fmt.Sprintf(`{"id":9,"jsonrpc":"2.0","method":"eth_submitHashrate","worker":"rig1","params":["0x%s","0x%s"]}`+"\n", x(dice.Pick(g, 7, 64)), x(64))), 39
	}
	if dice.Chance(g, 0.25) {
		d.poll, d.polled = 59, d.job(g)
	}
	return d
}

func kawpow(g *dice.Rand) dialect {
	id, name := x(dice.Pick(g, 4, 8, 64)), user(g, 34)
	d := dialect{hello: subscribe(g, 34, 6, dice.Pick(g, "T-Rex/0.26.8", "kawpowminer/1.2.4", "TeamRedMiner/0.10.21")), diff: len(fmt.Sprintf(`{"id":null,"method":"mining.set_target","params":["%s"]}`+"\n", x(64)))}
	d.job = around(len(fmt.Sprintf(`{"id":null,"method":"mining.notify","params":["%s","%s","%s","%s",true,3412345,"1b00f1a2"]}`+"\n", id, x(64), x(64), x(64))), 1)
	d.submit = around(len(fmt.Sprintf(`{"id":14,"method":"mining.submit","params":["%s","%s","0x%s","0x%s","0x%s"]}`+"\n", name, id, x(16), x(64), x(64))), 2)
	if dice.Chance(g, 0.3) {
		d.report, d.noted = 170, 37
	}
	return answers(g, d)
}

// equihash submits solutions of the given number of digits.
func equihash(solution int) func(g *dice.Rand) dialect {
	return func(g *dice.Rand) dialect {
		id, name := x(dice.Pick(g, 4, 10, 16)), user(g, 35)
		nonce := dice.Pick(g, 8, 16, 24)
		d := dialect{hello: subscribe(g, 35, nonce, dice.Pick(g, "miniZ/2.4e", "GMiner/3.44", "ccminer/3.8.3", "Antminer Z15")), diff: len(fmt.Sprintf(`{"id":null,"method":"mining.set_target","params":["%s"]}`+"\n", x(64)))}
		d.job = around(len(fmt.Sprintf(`{"id":null,"method":"mining.notify","params":["%s","04000000","%s","%s","%s","66a1b2c3","1c0fffff",true%s]}`+"\n", id, x(64), x(64), x(64), dice.Pick(g, "", `,"`+x(142)+`"`))), 0)
		d.submit = around(len(fmt.Sprintf(`{"id":14,"method":"mining.submit","params":["%s","%s","66a1b2c3","%s","%s"]}`+"\n", name, id, x(64-nonce), x(solution))), 2)
		return answers(g, d)
	}
}

func kaspa(g *dice.Rand) dialect {
	id, name := x(dice.Pick(g, 1, 4, 8)), user(g, 67)
	d := dialect{hello: subscribe(g, 67, dice.Pick(g, 4, 6), dice.Pick(g, "IceRiverMiner-v1.1", "BzMiner-v21", "lolMiner 1.88")), diff: len(`{"id":null,"method":"mining.set_difficulty","params":[8192]}`) + 1}
	d.job = around(len(fmt.Sprintf(`{"id":null,"jsonrpc":"2.0","method":"mining.notify","params":["%s",[%s],1733011200123]}`+"\n", id, x(4*19+3))), 3)
	if dice.Chance(g, 0.4) {
		d.job = around(len(fmt.Sprintf(`{"id":null,"method":"mining.notify","params":["%s","%s"]}`+"\n", id, x(80))), 1)
	}
	d.submit = around(len(fmt.Sprintf(`{"id":14,"method":"mining.submit","params":["%s","%s","0x%s"]}`+"\n", name, id, x(16))), 3)
	return answers(g, d)
}

func ergo(g *dice.Rand) dialect {
	id, name := x(dice.Pick(g, 2, 6, 10)), user(g, 51)
	d := dialect{hello: subscribe(g, 51, dice.Pick(g, 4, 8), "nanominer-3.9"), diff: len(`{"id":null,"method":"mining.set_difficulty","params":[1]}`) + 1}
	d.job = around(len(fmt.Sprintf(`{"id":null,"method":"mining.notify","params":["%s",1412345,"%s","","","00000003","%s","",true]}`+"\n", id, x(64), x(66))), 2)
	d.submit = around(len(fmt.Sprintf(`{"id":14,"method":"mining.submit","params":["%s","%s","%s","66a1b2c3","%s"]}`+"\n", name, id, x(8), x(16))), 2)
	return answers(g, d)
}

func alephium(g *dice.Rand) dialect {
	group := fmt.Sprintf(`{"jobId":"%s","fromGroup":0,"toGroup":1,"headerBlob":"%s","txsBlob":"","targetBlob":"%s"},`, x(dice.Pick(g, 4, 8)), x(652), x(dice.Pick(g, 8, 64)))
	d := dialect{hello: subscribe(g, 45, 4, "bzminer/v21"), diff: len(`{"id":null,"method":"mining.set_difficulty","params":[16]}`) + 1}
	d.job = around(55+len(group)*dice.Pick(g, 1, 4, 16), 0)
	d.submit = around(len(fmt.Sprintf(`{"id":14,"method":"mining.submit","params":{"jobId":"%s","fromGroup":0,"toGroup":3,"nonce":"%s","worker":"%s"}}`+"\n", x(8), x(48), user(g, 45))), 2)
	return answers(g, d)
}

func ironfish(g *dice.Rand) dialect {
	d := dialect{hello: []int{len(fmt.Sprintf(`{"id":0,"method":"mining.subscribe","body":{"version":1,"publicAddress":"%s","name":"rig"}}`+"\n", x(64))), 110 + g.IntN(40)}, diff: len(fmt.Sprintf(`{"id":3,"method":"mining.set_target","body":{"target":"%s"}}`+"\n", x(64)))}
	d.job = around(len(fmt.Sprintf(`{"id":4,"method":"mining.notify","body":{"miningRequestId":214,"header":"%s"}}`+"\n", x(360))), 3)
	d.submit = around(len(fmt.Sprintf(`{"id":14,"method":"mining.submit","body":{"miningRequestId":214,"randomness":"%s"}}`+"\n", x(16))), 3)
	d.accept, d.reject = len(`{"id":14,"method":"mining.submitted","body":{"id":14,"result":true}}`)+1, 92
	return d
}

func beam(g *dice.Rand) dialect {
	d := dialect{hello: []int{len(fmt.Sprintf(`{"method":"login","api_key":"%s","id":"login","jsonrpc":"2.0"}`+"\n", user(g, 67))), 120 + g.IntN(20)}}
	d.job = around(len(fmt.Sprintf(`{"difficulty":94371840,"height":3012345,"id":"%s","input":"%s","jsonrpc":"2.0","method":"job"%s}`+"\n", x(3+g.IntN(6)), x(64), dice.Pick(g, "", `,"nonceprefix":"a1b2c3"`))), 1)
	d.submit = around(len(fmt.Sprintf(`{"method":"solution","id":"%s","nonce":"%s","output":"%s","jsonrpc":"2.0"}`+"\n", x(6), x(16), x(208))), 1)
	d.accept, d.reject = len(`{"code":1,"description":"accepted","id":"123456","jsonrpc":"2.0","method":"result"}`)+1, 91
	return d
}
