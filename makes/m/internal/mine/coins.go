package mine

// coin is a proof of work with how it is mined.
type coin struct {
	name    string
	speaks  []string   // dialects
	block   float64    // mean seconds between blocks
	gap     float64    // least seconds between jobs
	refresh [2]float64 // seconds between jobs without a block
	address [2]int     // characters of a payout address
	width   map[byte][2]int
	rpc     [2]int // bytes of a block template by RPC
}

var coins = []coin{
	{"monero", []string{"login"}, 120, 1, [2]float64{20, 200}, [2]int{95, 106}, map[byte][2]int{'B': {152, 154}, 'T': {8, 16}}, [2]int{700, 2600}},
	{"wownero", []string{"login"}, 300, 1, [2]float64{30, 300}, [2]int{97, 108}, map[byte][2]int{'B': {282, 286}, 'T': {8, 16}}, [2]int{700, 2600}},
	{"zephyr", []string{"login"}, 120, 1, [2]float64{20, 200}, [2]int{98, 103}, map[byte][2]int{'B': {152, 156}, 'T': {8, 16}}, [2]int{800, 2600}},
	{"conceal", []string{"login"}, 120, 1, [2]float64{30, 200}, [2]int{98, 98}, map[byte][2]int{'B': {150, 180}, 'T': {8, 8}}, [2]int{600, 2000}},
	{"bitcoin", []string{"stratum", "stratum", "stratum", "binary"}, 600, 5, [2]float64{20, 60}, [2]int{6, 62}, map[byte][2]int{'C': {90, 260}, 'K': {120, 700}, 'M': {9, 13}}, [2]int{200000, 1500000}},
	{"bitcoincash", []string{"stratum"}, 600, 5, [2]float64{20, 60}, [2]int{34, 54}, map[byte][2]int{'C': {90, 240}, 'K': {100, 300}, 'M': {5, 9}}, [2]int{20000, 300000}},
	{"litecoin", []string{"stratum"}, 150, 3, [2]float64{20, 60}, [2]int{6, 43}, map[byte][2]int{'C': {100, 300}, 'K': {80, 400}, 'M': {5, 9}}, [2]int{20000, 300000}},
	{"dogecoin", []string{"stratum"}, 60, 3, [2]float64{20, 60}, [2]int{34, 34}, map[byte][2]int{'C': {100, 200}, 'K': {80, 200}, 'M': {3, 7}}, [2]int{10000, 100000}},
	{"digibyte", []string{"stratum"}, 75, 3, [2]float64{20, 60}, [2]int{34, 43}, map[byte][2]int{'C': {90, 220}, 'K': {80, 240}, 'M': {0, 4}}, [2]int{3000, 40000}},
	{"radiant", []string{"stratum"}, 300, 3, [2]float64{20, 60}, [2]int{34, 34}, map[byte][2]int{'C': {90, 220}, 'K': {80, 240}, 'M': {0, 3}}, [2]int{2000, 30000}},
	{"etchash", []string{"getwork", "nicehash", "getwork"}, 13, 1, [2]float64{10, 60}, [2]int{42, 42}, map[byte][2]int{'N': {10, 12}}, [2]int{250, 330}},
	{"ubiq", []string{"getwork", "nicehash"}, 88, 1, [2]float64{20, 90}, [2]int{42, 42}, map[byte][2]int{'N': {10, 12}}, [2]int{250, 330}},
	{"ravencoin", []string{"progpow"}, 60, 1, [2]float64{10, 60}, [2]int{34, 34}, nil, [2]int{3000, 60000}},
	{"neoxa", []string{"progpow"}, 60, 1, [2]float64{15, 60}, [2]int{34, 34}, nil, [2]int{2000, 20000}},
	{"firo", []string{"progpow"}, 150, 1, [2]float64{15, 60}, [2]int{34, 34}, nil, [2]int{2000, 30000}},
	{"zcash", []string{"equihash"}, 75, 1, [2]float64{15, 90}, [2]int{35, 35}, map[byte][2]int{'O': {2694, 2694}, 'N': {48, 60}}, [2]int{3000, 60000}},
	{"flux", []string{"equihash"}, 60, 1, [2]float64{15, 90}, [2]int{35, 35}, map[byte][2]int{'O': {106, 106}, 'N': {48, 60}}, [2]int{2000, 30000}},
	{"bitcoingold", []string{"equihash"}, 600, 1, [2]float64{15, 60}, [2]int{34, 34}, map[byte][2]int{'O': {202, 202}, 'N': {48, 60}}, [2]int{2000, 30000}},
	{"verus", []string{"verus"}, 60, 1, [2]float64{15, 60}, [2]int{34, 34}, map[byte][2]int{'O': {2690, 2694}, 'N': {48, 60}}, [2]int{3000, 40000}},
	{"kaspa", []string{"kaspa"}, 1, 0.3, [2]float64{5, 20}, [2]int{67, 67}, map[byte][2]int{'Z': {18, 20}}, [2]int{3000, 100000}},
	{"karlsen", []string{"kaspa"}, 1, 0.5, [2]float64{5, 20}, [2]int{69, 69}, map[byte][2]int{'Z': {18, 20}}, [2]int{2000, 20000}},
	{"ergo", []string{"ergo"}, 120, 1, [2]float64{10, 60}, [2]int{51, 51}, map[byte][2]int{'B': {60, 78}, 'N': {8, 12}}, [2]int{350, 500}},
	{"beam", []string{"beam"}, 60, 1, [2]float64{20, 90}, [2]int{64, 67}, nil, [2]int{400, 700}},
	{"grin", []string{"grin"}, 60, 1, [2]float64{10, 60}, [2]int{10, 56}, map[byte][2]int{'O': {415, 445}, 'B': {480, 480}, 'Z': {17, 20}}, [2]int{600, 900}},
	{"alephium", []string{"alephium"}, 1.5, 0.5, [2]float64{3, 15}, [2]int{45, 45}, map[byte][2]int{'B': {5000, 12000}, 'O': {620, 700}}, [2]int{3000, 20000}},
	{"nervos", []string{"pow"}, 9, 1, [2]float64{8, 40}, [2]int{46, 97}, map[byte][2]int{'N': {24, 28}}, [2]int{2000, 20000}},
	{"conflux", []string{"pow"}, 0.5, 0.5, [2]float64{2, 10}, [2]int{42, 50}, map[byte][2]int{'N': {16, 18}}, [2]int{300, 500}},
	{"ironfish", []string{"fish"}, 60, 1, [2]float64{10, 60}, [2]int{64, 64}, nil, [2]int{2000, 9000}},
}

// dialect holds the messages of a mining protocol. <n> stands for n
// characters, <X> for a field of variable width, « » for what only some
// programs send; #n is a binary message of n bytes.
type dialect struct {
	login     []string // a client's, the answer, and so on; ? before one that only some send
	job       string
	target    string // a new difficulty; "" if it comes with the job
	submit    string
	good, bad string
	ping      string
	pong      string
	report    string // of the hash rate
	extra     []string
	poll      bool // some clients ask for work
}

const (
	good    = `{"id":<I>,"result":true«,"error":null»«,"jsonrpc":"2.0"»}`
	bad     = `{"id":<I>,"result":«false»«null»,"error":[<2>,"<L>"«,null»]«,"jsonrpc":"2.0"»}`
	auth    = `{"id":<I>,«"jsonrpc":"2.0",»"method":"mining.authorize","params":["<W>","<P>"]}`
	sub     = `{"id":<I>,«"jsonrpc":"2.0",»"method":"mining.subscribe","params":["<A>"«,null»«,"<U>","<4>"»]}`
	subbed  = `{"id":<I>,"result":[[["mining.notify","<S>"]«,["mining.set_difficulty","<S>"]»],"<E>",<1>]«,"error":null»}`
	nonced  = `{"id":<I>,"result":[null,"<E>"«,<2>»],"error":null}`
	xnonce  = `?{"id":<I>,"method":"mining.extranonce.subscribe","params":[]}`
	setDiff = `{"id":null,«"jsonrpc":"2.0",»"method":"mining.set_difficulty","params":[<D>]}`
	setGoal = `{"id":null,«"jsonrpc":"2.0",»"method":"mining.set_target","params":["<64>"]}`
	submit3 = `{"id":<I>,«"jsonrpc":"2.0",»"method":"mining.submit","params":["<W>","<J>","0x<16>"`
	rate    = `{"id":<I>,"jsonrpc":"2.0","method":"eth_submitHashrate","params":["0x<F>","0x<64>"]}`
	message = `{"id":null,"method":"client.show_message","params":["<L><L>"]}`
	version = `{"id":<4>,"method":"client.get_version","params":[]}`
	xmrJob  = `"blob":"<B>","job_id":"<J>","target":"<T>"«,"algo":"<4>"»«,"height":<H>»«,"seed_hash":"<64>"»«,"next_seed_hash":"<64>"»«,"id":"<S>"»`
)

var dialects = map[string]dialect{
	"login": {
		login: []string{`{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":"<W>","pass":"<P>","agent":"<A>"«,"rigid":"<R>"»«,"algo":[<G>]»}}`,
			`{"id":1,«"jsonrpc":"2.0",»"error":null,"result":{"id":"<S>","job":{` + xmrJob + `}«,"extensions":["algo","nicehash","connect","tls","keepalive"]»,"status":"OK"}}`},
		job:    `{"jsonrpc":"2.0","method":"job","params":{` + xmrJob + `}}`,
		submit: `{"id":<I>,"jsonrpc":"2.0","method":"submit","params":{"id":"<S>","job_id":"<J>","nonce":"<8>","result":"<64>"«,"algo":"<4>"»}}`,
		good:   `{"id":<I>,"jsonrpc":"2.0"«,"error":null»,"result":{"status":"OK"}}`, bad: `{"id":<I>,"jsonrpc":"2.0","error":{"code":-1,"message":"<L>"}}`,
		ping: `{"id":<I>,"jsonrpc":"2.0","method":"keepalived","params":{"id":"<S>"}}`, pong: `{"id":<I>,"jsonrpc":"2.0","error":null,"result":{"status":"KEEPALIVED"}}`,
	},
	"stratum": {
		login: []string{`?{"id":<I>,"method":"mining.configure","params":[["version-rolling"«,"minimum-difficulty","subscribe-extranonce"»],{"version-rolling.mask":"<8>"«,"version-rolling.min-bit-count":2»}]}`,
			`{"id":<I>,"result":{"version-rolling":true,"version-rolling.mask":"<8>"},"error":null}`, sub, subbed, auth, good, xnonce, good,
			`?{"id":<I>,"method":"mining.suggest_difficulty","params":[<D>]}`, setDiff},
		job:    `{"id":null,"method":"mining.notify","params":["<J>","<64>","<C>","<K>",[<M>],"<8>","<8>","<8>",<V>]}`,
		target: setDiff, submit: `{"id":<I>,"method":"mining.submit","params":["<W>","<J>","<E>","<8>","<8>"«,"<8>"»]}`, good: good, bad: bad,
		ping: `{"id":<I>,"method":"mining.ping","params":[]}`, pong: `{"id":<I>,"result":"pong","error":null}`,
		extra: []string{message, version, `{"id":null,"method":"mining.set_extranonce","params":["<E>",<1>]}`, `{"id":null,"method":"mining.set_version_mask","params":["<8>"]}`},
	},
	"binary": {
		login:  []string{`#130<A>`, `#28`, `#75<W>`, `#93`},
		job:    `#150<Q>`,
		target: `#74`, submit: `#62«<8>»`, good: `#58`, bad: `#56<L>`,
	},
	"getwork": {
		login: []string{`{"id":<I>,"jsonrpc":"2.0","method":"eth_submitLogin","params":["<W>"«,"<P>"»]«,"worker":"<R>"»}`, `{"id":<I>,"jsonrpc":"2.0","result":true}`,
			`{"id":<I>,"jsonrpc":"2.0","method":"eth_getWork","params":[]}`, `{"id":<I>,"jsonrpc":"2.0","result":["0x<64>","0x<64>","0x<64>"«,"0x<6>"»]}`},
		job:    `{"id":0,"jsonrpc":"2.0","result":["0x<64>","0x<64>","0x<64>"«,"0x<6>"»]«,"height":<H>»«,"algo":"etchash"»}`,
		submit: `{"id":<I>,"jsonrpc":"2.0","method":"eth_submitWork","params":["0x<16>","0x<64>","0x<64>"]«,"worker":"<R>"»}`,
		good:   `{"id":<I>,"jsonrpc":"2.0","result":true«,"error":null»}`, bad: `{"id":<I>,"jsonrpc":"2.0","result":false,"error":{"code":<2>,"message":"<L>"}}`,
		report: rate, ping: `{"id":<I>,"jsonrpc":"2.0","method":"eth_getWork","params":[]}`, pong: `{"id":<I>,"jsonrpc":"2.0","result":["0x<64>","0x<64>","0x<64>"]}`, poll: true,
	},
	"nicehash": {
		login: []string{`{"id":<I>,"method":"mining.subscribe","params":["<A>","EthereumStratum/1.0.0"]}`, `{"id":<I>,"result":[["mining.notify","<32>","EthereumStratum/1.0.0"],"<4>"],"error":null}`, xnonce, good, auth, good},
		job:   `{"id":null,"method":"mining.notify","params":["<J>","<64>","<64>",<V>]«,"height":<H>»}`, target: setDiff,
		submit: `{"id":<I>,"method":"mining.submit","params":["<W>","<J>","<N>"]}`, good: good, bad: bad, report: rate, extra: []string{message, `{"id":null,"method":"mining.set_extranonce","params":["<4>"]}`},
	},
	"progpow": {
		login: []string{sub, nonced, auth, good, xnonce, good},
		job:   `{"id":null,"method":"mining.notify","params":["<J>","<64>","<64>","<64>",<V>,<H>,"<8>"]}`, target: setGoal,
		submit: submit3 + `,"0x<64>","0x<64>"]«,"worker":"<R>"»}`, good: good, bad: bad, report: rate, extra: []string{message, version},
	},
	"equihash": {
		login: []string{sub, nonced, auth, good, xnonce, good},
		job:   `{"id":null,"method":"mining.notify","params":["<J>","<8>","<64>","<64>","<64>","<8>","<8>",<V>«,"<5>"»«,"<8>"»]}`, target: setGoal,
		submit: `{"id":<I>,"method":"mining.submit","params":["<W>","<J>","<8>","<N>","<O>"]}`, good: good, bad: bad, extra: []string{message, version},
	},
	"verus": {
		login: []string{sub, nonced, auth, good, xnonce, good},
		job:   `{"id":null,"method":"mining.notify","params":["<J>","<8>","<64>","<64>","<64>","<8>","<8>",<V>,"<144>«<1500>»«<600>»"]}`, target: setGoal,
		submit: `{"id":<I>,"method":"mining.submit","params":["<W>","<J>","<8>","<N>","<O>"]}`, good: good, bad: bad, extra: []string{message},
	},
	"kaspa": {
		login: []string{`{"id":<I>,«"jsonrpc":"2.0",»"method":"mining.subscribe","params":["<A>"«,"EthereumStratum/1.0.0"»]}`, `{"id":<I>,"result":[true,"EthereumStratum/1.0.0"]«,"error":null»}`, auth, good},
		job:   `{"id":null,«"jsonrpc":"2.0",»"method":"mining.notify","params":["<J>",«[<Z>,<Z>,<Z>,<Z>]»«"<64><16>"»,<13>]}`, target: setDiff,
		submit: `{"id":<I>,«"jsonrpc":"2.0",»"method":"mining.submit","params":["<W>","<J>","0x<16>"]}`, good: good, bad: bad,
	},
	"ergo": {
		login: []string{sub, nonced, auth, good},
		job:   `{"id":null,«"jsonrpc":"2.0",»"method":"mining.notify","params":["<J>",<H>,"<64>","","","<8>","<B>","",<V>]}`, target: setDiff,
		submit: `{"id":<I>,«"jsonrpc":"2.0",»"method":"mining.submit","params":["<W>","<J>","<N>","<8>","<16>"]}`, good: good, bad: bad, report: rate,
	},
	"beam": {
		login:  []string{`{"method":"login","api_key":"<W>","id":"login","jsonrpc":"2.0"}`, `{"code":0,"description":"Login successful","id":"login","jsonrpc":"2.0","method":"result","nonceprefix":"<E>","forkheight":<H>}`},
		job:    `{"difficulty":<D>,"height":<H>,"id":"<J>","input":"<64>","jsonrpc":"2.0","method":"job"}`,
		submit: `{"method":"solution","id":"<J>","nonce":"<16>","output":"<64><64><64><16>","jsonrpc":"2.0"}`, good: `{"code":1,"description":"accepted"«,"blockhash":"<64>"»,"id":"<J>","jsonrpc":"2.0","method":"result"}`, bad: `{"code":-<1>,"description":"<L>","id":"<J>","jsonrpc":"2.0","method":"result"}`,
	},
	"grin": {
		login: []string{`{"id":"<I>","jsonrpc":"2.0","method":"login","params":{"login":"<W>","pass":"<P>","agent":"<A>"}}`, `{"id":"<I>","jsonrpc":"2.0","method":"login","result":"ok","error":null}`,
			`{"id":"<I>","jsonrpc":"2.0","method":"getjobtemplate","params":null}`, `{"id":"<I>","jsonrpc":"2.0","method":"getjobtemplate","result":{"difficulty":<D>,"height":<H>,"job_id":<3>,"pre_pow":"<B>"},"error":null}`},
		job:    `{"id":"Stratum","jsonrpc":"2.0","method":"job","params":{"difficulty":<D>,"height":<H>,"job_id":<3>,"pre_pow":"<64><64><64><64><64><64><64><32>"}}`,
		submit: `{"id":"<I>","jsonrpc":"2.0","method":"submit","params":{"edge_bits":<2>,"height":<H>,"job_id":<3>,"nonce":<Z>,"pow":[<O>]}}`, good: `{"id":"<I>","jsonrpc":"2.0","method":"submit","result":"ok","error":null}`, bad: `{"id":"<I>","jsonrpc":"2.0","method":"submit","error":{"code":-<5>,"message":"<L>"}}`,
		ping: `{"id":"<I>","jsonrpc":"2.0","method":"keepalive","params":null}`, pong: `{"id":"<I>","jsonrpc":"2.0","method":"keepalive","result":"ok","error":null}`,
	},
	"alephium": {
		login: []string{sub, nonced, auth, good},
		job:   `{"id":null,"method":"mining.notify","params":[{"jobId":"<J>","fromGroup":<1>,"toGroup":<1>,"headerBlob":"<64>«<300>»","txsBlob":"«<B>»","targetBlob":"<64>"}]}`, target: setDiff,
		submit: `{"id":<I>,"method":"mining.submit","params":{"jobId":"<J>","fromGroup":<1>,"toGroup":<1>,"nonce":"<48>","worker":"<W>"}}`, good: good, bad: bad,
	},
	"pow": {
		login: []string{sub, nonced, auth, good},
		job:   `{"id":null,"jsonrpc":"2.0","method":"mining.notify","params":["<J>","«0x»<64>",<H>«,"<64>"»,<V>]}`, target: setGoal,
		submit: `{"id":<I>,"jsonrpc":"2.0","method":"mining.submit","params":["<W>","<J>","<N>"«,"0x<64>"»]}`, good: good, bad: bad,
	},
	"fish": {
		login:  []string{`{"id":<I>,"method":"mining.subscribe","body":{"version":<1>,"name":"<R>","publicAddress":"<W>","agent":"<A>"}}`, `{"id":<I>,"method":"mining.subscribed","body":{"clientId":<4>,"graffiti":"<32>","xn":"<E>"}}`},
		job:    `{"id":<I>,"method":"mining.notify","body":{"miningRequestId":<4>,"header":"<64><64><64><64><64><40>"}}`,
		target: `{"id":<I>,"method":"mining.set_target","body":{"target":"<64>"}}`,
		submit: `{"id":<I>,"method":"mining.submit","body":{"miningRequestId":<4>,"randomness":"<16>"}}`, good: `{"id":<I>,"method":"mining.submitted","body":{"id":<I>,"result":true}}`, bad: `{"id":<I>,"method":"mining.submitted","body":{"id":<I>,"result":false,"message":"<L>"}}`,
	},
}
