package stratum

import "makes/i/internal/rnd"

type span = rnd.Span

// dialect is the messages of a protocol.
type dialect struct {
	binary         bool // no line ends
	oneJob         bool // the difficulty comes with the job
	login          []step
	job, diff      line
	submit         line
	ok, bad        line
	alive, aliveOK line    // of the miner, now and then
	aliveEvery     span    // seconds
	aliveUse       float64 // probability
}

// step is a message at login.
type step struct {
	line
	up bool // to the pool
}

// steps parses the messages of a login: > to the pool, < from it.
func steps(texts ...string) []step {
	var s []step
	for _, text := range texts {
		s = append(s, step{parse(text[1:]), text[0] == '>'})
	}
	return s
}

var dialects = map[string]*dialect{
	"cryptonote": {oneJob: true,
		login: steps(`>{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":"<w>","pass":"<p>","agent":"<a>","algo":[<g>]}}`,
			`<{"jsonrpc":"2.0","id":1,"error":null,"result":{"id":"<s>","job":{"blob":"<152>","job_id":"<j>","target":"<8>","algo":"rx/0","height":<7>,"seed_hash":"<64>"},"extensions":["algo","keepalive"],"status":"OK"}}`),
		job:    parse(`{"jsonrpc":"2.0","method":"job","params":{"blob":"<152>","job_id":"<j>","target":"<8>","algo":"rx/0","height":<7>,"seed_hash":"<64>"<x>}}`),
		submit: parse(`{"id":<i>,"jsonrpc":"2.0","method":"submit","params":{"id":"<s>","job_id":"<j>","nonce":"<8>","result":"<64>"}}`),
		ok:     parse(`{"jsonrpc":"2.0","id":<i>,"error":null,"result":{"status":"OK"}}`),
		bad:    parse(`{"jsonrpc":"2.0","id":<i>,"error":{"code":-1,"message":"<16-30>"}}`),
		alive:  parse(`{"id":<i>,"jsonrpc":"2.0","method":"keepalived","params":{"id":"<s>"}}`), aliveOK: parse(`{"jsonrpc":"2.0","id":<i>,"error":null,"result":{"status":"KEEPALIVED"}}`),
		aliveEvery: span{30, 60}, aliveUse: 0.7},
	"bitcoin": {
		login: steps(`>{"id":0,"method":"mining.configure","params":[["version-rolling","minimum-difficulty"],{"version-rolling.mask":"1fffe000"}]}`,
			`<{"id":0,"result":{"version-rolling":true,"version-rolling.mask":"1fffe000"},"error":null}`,
			`>{"id":1,"method":"mining.subscribe","params":["<a>"]}`,
			`<{"id":1,"result":[[["mining.set_difficulty","<s>"],["mining.notify","<s>"]],"<e>",8],"error":null}`,
			`>{"id":2,"method":"mining.authorize","params":["<w>","<p>"]}`, `<{"id":2,"result":true,"error":null}`),
		job:    parse(`{"id":null,"method":"mining.notify","params":["<j>","<64>","<c>","<d>",[<b>],"20000000","<8>","<8>",<4-5>]}`),
		diff:   parse(`{"id":null,"method":"mining.set_difficulty","params":[<3-7>]}`),
		submit: parse(`{"id":<i>,"method":"mining.submit","params":["<w>","<j>","<e>","<8>","<8>","<v>"]}`),
		ok:     parse(`{"id":<i>,"result":true,"error":null}`), bad: parse(`{"id":<i>,"result":null,"error":[<2>,"<11-24>",null]}`)},
	"ethproxy": {oneJob: true,
		login: steps(`>{"id":1,"jsonrpc":"2.0","method":"eth_submitLogin","params":["<w>","<p>"],"worker":"<y>"}`, `<{"id":1,"jsonrpc":"2.0","result":true}`,
			`>{"id":2,"jsonrpc":"2.0","method":"eth_getWork","params":[]}`, `<{"id":2,"jsonrpc":"2.0","result":["0x<64>","0x<64>","0x<64>"<x>]}`),
		job:    parse(`{"id":0,"jsonrpc":"2.0","result":["0x<64>","0x<64>","0x<64>"<x>]}`),
		submit: parse(`{"id":<i>,"jsonrpc":"2.0","method":"eth_submitWork","params":["0x<16>","0x<64>","0x<64>"],"worker":"<y>"}`),
		ok:     parse(`{"id":<i>,"jsonrpc":"2.0","result":true}`), bad: parse(`{"id":<i>,"jsonrpc":"2.0","result":false,"error":[<2>,"<10-24>"]}`),
		alive: parse(`{"id":<i>,"jsonrpc":"2.0","method":"eth_submitHashrate","params":["0x<64>","0x<64>"],"worker":"<y>"}`), aliveOK: parse(`{"id":<i>,"jsonrpc":"2.0","result":true}`),
		aliveEvery: span{10, 60}, aliveUse: 0.8},
	"ethereumstratum": {
		login: steps(`>{"id":1,"method":"mining.subscribe","params":["<a>","EthereumStratum/1.0.0"]}`, `<{"id":1,"result":[["mining.notify","<s>","EthereumStratum/1.0.0"],"<e>"],"error":null}`,
			`>{"id":2,"method":"mining.authorize","params":["<w>","<p>"]}`, `<{"id":2,"result":true,"error":null}`),
		job:    parse(`{"id":null,"method":"mining.notify","params":["<j>","<64>","<64>",<4-5>]}`),
		diff:   parse(`{"id":null,"method":"mining.set_difficulty","params":[<1-8>]}`),
		submit: parse(`{"id":<i>,"method":"mining.submit","params":["<w>","<j>","<10-12>"]}`),
		ok:     parse(`{"id":<i>,"result":true,"error":null}`), bad: parse(`{"id":<i>,"result":false,"error":[<2>,"<10-22>",null]}`),
		alive: parse(`{"id":<i>,"method":"eth_submitHashrate","params":["0x<8-64>","0x<64>"]}`), aliveOK: parse(`{"id":<i>,"result":true,"error":null}`), aliveEvery: span{15, 90}, aliveUse: 0.4},
	"kawpow": {
		login: steps(`>{"id":1,"method":"mining.subscribe","params":["<a>"]}`, `<{"id":1,"result":["<s>","<e>"],"error":null}`,
			`>{"id":2,"method":"mining.authorize","params":["<w>","<p>"]}`, `<{"id":2,"result":true,"error":null}`),
		job:    parse(`{"id":null,"method":"mining.notify","params":["<j>","<64>","<64>","<64>",<4-5>,<7>,"<8>"]}`),
		diff:   parse(`{"id":null,"method":"mining.set_target","params":["<64>"]}`),
		submit: parse(`{"id":<i>,"method":"mining.submit","params":["<w>","<j>","0x<16>","0x<64>","0x<64>"]}`),
		ok:     parse(`{"id":<i>,"result":true,"error":null}`), bad: parse(`{"id":<i>,"result":null,"error":[<2>,"<10-22>"]}`),
		alive: parse(`{"id":<i>,"jsonrpc":"2.0","method":"eth_submitHashrate","params":["0x<6-64>","0x<64>"]}`), aliveOK: parse(`{"id":<i>,"result":true,"error":null}`), aliveEvery: span{15, 90}, aliveUse: 0.3},
	"equihash": {
		login: steps(`>{"id":1,"method":"mining.subscribe","params":["<a>",null,"<y>","<4>"]}`, `<{"id":1,"result":["<s>","<e>"],"error":null}`,
			`>{"id":2,"method":"mining.authorize","params":["<w>","<p>"]}`, `<{"id":2,"result":true,"error":null}`,
			`>{"id":3,"method":"mining.extranonce.subscribe","params":[]}`, `<{"id":3,"result":<4-5>,"error":null}`),
		job:    parse(`{"id":null,"method":"mining.notify","params":["<j>","<8>","<64>","<64>","<64>","<8>","<8>",<4-5><x>]}`),
		diff:   parse(`{"id":null,"method":"mining.set_target","params":["<64>"]}`),
		submit: parse(`{"id":<i>,"method":"mining.submit","params":["<w>","<j>","<8>","<n>","<z>"]}`),
		ok:     parse(`{"id":<i>,"result":true,"error":null}`), bad: parse(`{"id":<i>,"result":null,"error":[<2>,"<11-24>",null]}`)},
	"kaspa": {
		login: steps(`>{"id":1,"method":"mining.subscribe","params":["<a>"]}`, `<{"id":1,"result":[true,"EthereumStratum/1.0.0"],"error":null}`,
			`>{"id":2,"method":"mining.authorize","params":["<w>","<p>"]}`, `<{"id":2,"result":true,"error":null}`, `<{"method":"set_extranonce","params":["<e>",6]}`),
		job:    parse(`{"id":null,"method":"mining.notify","params":["<j>",[<19-20>,<19-20>,<19-20>,<19-20>],<13>]}`),
		diff:   parse(`{"id":null,"method":"mining.set_difficulty","params":[<1-8>]}`),
		submit: parse(`{"id":<i>,"method":"mining.submit","params":["<w>","<j>","0x<16>"]}`),
		ok:     parse(`{"id":<i>,"result":true,"error":null}`), bad: parse(`{"id":<i>,"result":null,"error":[<2>,"<9-20>",null]}`)},
	"autolykos": {
		login: steps(`>{"id":1,"method":"mining.subscribe","params":["<a>","EthereumStratum/1.0.0"]}`, `<{"id":1,"result":[null,"<e>",6],"error":null}`,
			`>{"id":2,"method":"mining.authorize","params":["<w>","<p>"]}`, `<{"id":2,"result":true,"error":null}`),
		job:    parse(`{"id":null,"method":"mining.notify","params":["<j>",<7>,"<64>","","","0000000<1>","<60-68>","",<4-5>]}`),
		diff:   parse(`{"id":null,"method":"mining.set_difficulty","params":[<1-6>]}`),
		submit: parse(`{"id":<i>,"method":"mining.submit","params":["<w>","<j>","<n>","<8>","<16>"]}`),
		ok:     parse(`{"id":<i>,"result":true,"error":null}`), bad: parse(`{"id":<i>,"result":false,"error":[<2>,"<10-24>"]}`)},
	"beam": {oneJob: true,
		login:  steps(`>{"method":"login","api_key":"<w>","id":"login","jsonrpc":"2.0"}`, `<{"code":0,"description":"Login successful","forkheight":<6>,"forkheight2":<6>,"id":"login","jsonrpc":"2.0","method":"result","nonceprefix":"<e>"}`),
		job:    parse(`{"difficulty":<9>,"height":<7>,"id":"<j>","input":"<64>","jsonrpc":"2.0","method":"job"}`),
		submit: parse(`{"method":"solution","id":"<j>","nonce":"<16>","output":"<208>","jsonrpc":"2.0"}`),
		ok:     parse(`{"code":1,"description":"accepted","id":"<j>","jsonrpc":"2.0","method":"result"}`), bad: parse(`{"code":3,"description":"rejected","id":"<j>","jsonrpc":"2.0","method":"result"}`)},
	"grin": {oneJob: true,
		login: steps(`>{"id":"0","jsonrpc":"2.0","method":"login","params":{"login":"<w>","pass":"<p>","agent":"<a>"}}`, `<{"id":"0","jsonrpc":"2.0","method":"login","result":"ok","error":null}`,
			`>{"id":"1","jsonrpc":"2.0","method":"getjobtemplate","params":null}`, `<{"id":"1","jsonrpc":"2.0","method":"getjobtemplate","result":{"difficulty":<1-3>,"height":<7>,"job_id":<3-6>,"pre_pow":"<486>"},"error":null}`),
		job:    parse(`{"id":"Stratum","jsonrpc":"2.0","method":"job","params":{"difficulty":<1-3>,"height":<7>,"job_id":<3-6>,"pre_pow":"<486>"}}`),
		submit: parse(`{"id":"<i>","jsonrpc":"2.0","method":"submit","params":{"edge_bits":32,"height":<7>,"job_id":<3-6>,"nonce":<18-20>,"pow":[<440-458>]}}`),
		ok:     parse(`{"id":"<i>","jsonrpc":"2.0","method":"submit","result":"ok","error":null}`), bad: parse(`{"id":"<i>","jsonrpc":"2.0","method":"submit","error":{"code":-32503,"message":"Solution submitted too late"}}`),
		alive: parse(`{"id":"<i>","jsonrpc":"2.0","method":"keepalive","params":null}`), aliveOK: parse(`{"id":"<i>","jsonrpc":"2.0","method":"keepalive","result":"ok","error":null}`), aliveEvery: span{20, 90}, aliveUse: 0.5},
	"alephium": {oneJob: true,
		login: steps(`>{"id":1,"method":"mining.subscribe","params":["<a>"]}`, `<{"id":1,"result":null,"error":null}`, `>{"id":2,"method":"mining.authorize","params":["<w>","<p>"]}`, `<{"id":2,"result":true,"error":null}`,
			`<{"id":null,"method":"mining.set_extranonce","params":["<e>"]}`),
		job:    parse(`{"id":null,"method":"mining.notify","params":[{"fromGroup":<1>,"toGroup":<1>,"jobId":"<j>","headerBlob":"<604>","txsBlob":"","targetBlob":"<56-64>","height":<7>}]}`),
		submit: parse(`{"id":<i>,"method":"mining.submit","params":{"jobId":"<j>","fromGroup":<1>,"toGroup":<1>,"nonce":"<48>","worker":"<w>"}}`),
		ok:     parse(`{"id":<i>,"result":true,"error":null}`), bad: parse(`{"id":<i>,"result":false,"error":[<2>,"<10-20>"]}`)},
	// Stratum V2 under Noise: a header of 22 bytes, and 16 after the payload.
	"stratum-v2": {binary: true,
		login: steps(`><64>`, `<<234>`, `><120-170>`, `<<48>`, `><110-180>`, `<<100-130>`),
		job:   parse(`<83>`), diff: parse(`<66-86>`), submit: parse(`<62>`), ok: parse(`<56-58>`), bad: parse(`<62-78>`)},
	"v2-prevhash": {binary: true,
		login: steps(`><64>`, `<<234>`, `><120-170>`, `<<48>`, `><110-180>`, `<<120-190>`),
		job:   parse(`<186-640>`), diff: parse(`<70-78>`), submit: parse(`<66-76>`), ok: parse(`<56>`), bad: parse(`<64-80>`)},
}

// coin is a coin with its protocol, and what is its own in that.
type coin struct {
	name, dialect string
	block         float64 // seconds between blocks, mean; 0 for too many of them
	refresh       span    // seconds between jobs of a pool that renews them
	renews        float64 // probability of such a pool
	branches      span
	coinbase      span // bytes of each of its halves
	solution      int
	wallet        span
	ports         []uint16
	target        span // seconds from share to share that pools aim at
}

var coins = []coin{
	{"monero", "cryptonote", 120, span{15, 60}, 0.5, span{}, span{}, 0, span{95, 106}, []uint16{3333, 4444, 5555, 7777, 443, 10128}, span{10, 60}},
	{"bitcoin", "bitcoin", 600, span{20, 60}, 1, span{11, 13}, span{110, 300}, 0, span{15, 60}, []uint16{3333, 25, 443, 1883}, span{4, 30}},
	{"etc", "ethproxy", 13, span{4, 10}, 0.3, span{}, span{}, 0, span{42, 42}, []uint16{4444, 1010, 5555, 8008}, span{5, 60}},
	{"ravencoin", "kawpow", 60, span{15, 45}, 0.4, span{}, span{}, 0, span{36, 50}, []uint16{6060, 3636, 10031, 12222}, span{6, 30}},
	{"zcash", "equihash", 75, span{20, 60}, 0.5, span{}, span{}, 2694, span{37, 50}, []uint16{6633, 2142, 3357}, span{5, 30}},
	{"kaspa", "kaspa", 0, span{0.4, 4}, 1, span{}, span{}, 0, span{69, 82}, []uint16{5555, 1111, 4420}, span{5, 30}},
	{"ergo", "autolykos", 120, span{15, 60}, 0.6, span{}, span{}, 0, span{52, 64}, []uint16{3056, 8888, 3100}, span{5, 40}},
	{"litecoin", "bitcoin", 150, span{20, 55}, 0.9, span{3, 9}, span{90, 260}, 0, span{15, 50}, []uint16{3333, 8888, 25, 443}, span{5, 30}},
	{"bitcoin", "stratum-v2", 600, span{30, 60}, 1, span{}, span{}, 0, span{20, 60}, []uint16{3333, 34254, 3336}, span{5, 30}},
	{"verus", "equihash", 60, span{15, 50}, 0.6, span{}, span{}, 2694, span{34, 45}, []uint16{9999, 3956, 9998}, span{6, 40}},
	{"etc", "ethereumstratum", 13, span{5, 12}, 0.3, span{}, span{}, 0, span{34, 60}, []uint16{3353, 9999, 4444}, span{5, 40}},
	{"zephyr", "cryptonote", 120, span{20, 60}, 0.5, span{}, span{}, 0, span{97, 106}, []uint16{1123, 5566, 2222}, span{10, 60}},
	{"flux", "equihash", 30, span{10, 40}, 0.5, span{}, span{}, 106, span{35, 48}, []uint16{7011, 2001, 1200}, span{5, 30}},
	{"beam", "beam", 60, span{20, 60}, 0.3, span{}, span{}, 0, span{66, 80}, []uint16{5252, 1130, 3333}, span{8, 40}},
	{"alephium", "alephium", 0, span{1, 12}, 1, span{}, span{}, 0, span{45, 55}, []uint16{1170, 20032, 3333}, span{5, 30}},
	{"bitcoin-cash", "bitcoin", 600, span{25, 60}, 0.9, span{1, 7}, span{90, 250}, 0, span{42, 60}, []uint16{3333, 443, 1314}, span{5, 30}},
	{"grin", "grin", 60, span{15, 50}, 0.5, span{}, span{}, 0, span{20, 55}, []uint16{6667, 3334, 13416}, span{10, 60}},
	{"digibyte", "bitcoin", 75, span{15, 40}, 0.7, span{0.6, 4}, span{80, 180}, 0, span{34, 45}, []uint16{3015, 3008, 20000}, span{5, 30}},
	{"bitcoin", "v2-prevhash", 600, span{20, 60}, 1, span{}, span{}, 0, span{20, 60}, []uint16{3333, 3337}, span{4, 20}},
	{"neoxa", "kawpow", 60, span{10, 40}, 0.5, span{}, span{}, 0, span{34, 44}, []uint16{10039, 4002}, span{5, 30}},
	{"bitcoin-gold", "equihash", 600, span{20, 60}, 0.9, span{}, span{}, 202, span{34, 44}, []uint16{3857, 4040}, span{5, 30}},
}
