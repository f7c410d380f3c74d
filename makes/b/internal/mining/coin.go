// Package mining simulates cryptocurrency miners: their dialects of Stratum,
// pools, proxies, nodes, and attempts that do not get through.
package mining

// exchange is a request and its answer.
type exchange struct{ ask, answer string }

// span is a range to draw from.
type span struct{ low, high float64 }

// Coin is a currency with the protocol that its pools speak. Messages are
// templates (see sizes.of), without the line feed.
type Coin struct {
	Name    string
	Block   float64 // mean seconds between blocks
	Refresh span    // seconds between new jobs for the same block
	Often   float64 // probability that a pool sends such jobs
	Warmup  span    // seconds of preparation before the first share
	TLS     float64 // how many pools offer TLS
	Hello   []exchange
	Level   string // notice of a new difficulty, "" when jobs carry it
	Job     string
	Share   string
	Accept  string
	Reject  string
	Report  exchange // hash rate, or a sign of life
	Every   span     // seconds between reports, by miner
	Reports float64  // how many miners report
	Batch   bool     // shares are acknowledged in batches
	Binary  bool     // no line feeds, no JSON
	Parts   map[string]span
}

const (
	subscribed = `{"id":{id},"result":[[["mining.set_difficulty","{sid}"],["mining.notify","{sid}"]],"{en1}",{1}],"error":null}`
	isTrue     = `{"id":{id},"result":true,"error":null}`
	isError    = `{"id":{id},"result":null,"error":[{2},"{12-30}",null]}`
	subscribe  = `{"id":{id},"method":"mining.subscribe","params":["{agent}"]}`
	authorize  = `{"id":{id},"method":"mining.authorize","params":["{user}","{pass}"]}`
	extranonce = `{"id":{id},"method":"mining.extranonce.subscribe","params":[]}`
	setLevel   = `{"id":null,"method":"mining.set_difficulty","params":[{level}]}`
	setTarget  = `{"id":null,"method":"mining.set_target","params":["{64}"]}`
)

// common are sizes of parts that most dialects have.
var common = map[string]span{
	"sid": {8, 36}, "en1": {8, 10}, "en2": {8, 16}, "agent": {9, 40}, "user": {34, 70}, "pass": {1, 24},
	"level": {1, 12}, "job": {2, 20}, "bool": {4, 5}, "worker": {3, 16},
}

// randomX is the Monero family; algos is the part by which logins differ most.
func randomX(name string, block float64, user span) *Coin {
	login := `{"id":{id},"jsonrpc":"2.0","method":"login","params":{"login":"{user}","pass":"{pass}","agent":"{agent}","algo":[{algos}]}}`
	job := `{"blob":"{blob}","job_id":"{job}","target":"{target}","algo":"rx/0","height":{7},"seed_hash":"{64}"}`
	return &Coin{
		Name: name, Block: block, Refresh: span{12, 75}, Often: 0.6, Warmup: span{4, 70}, TLS: 0.9,
		Hello:  []exchange{{login, `{"jsonrpc":"2.0","id":{id},"error":null,"result":{"id":"{sid}","job":` + job + `,"extensions":[{extensions}],"status":"OK"}}`}},
		Job:    `{"jsonrpc":"2.0","method":"job","params":` + job + `}`,
		Share:  `{"id":{id},"jsonrpc":"2.0","method":"submit","params":{"id":"{sid}","job_id":"{job}","nonce":"{8}","result":"{64}"{algo}}}`,
		Accept: `{"jsonrpc":"2.0","id":{id},"error":null,"result":{"status":"OK"}}`,
		Reject: `{"jsonrpc":"2.0","id":{id},"error":{"code":-1,"message":"{13-32}"}}`,
		Report: exchange{`{"id":{id},"jsonrpc":"2.0","method":"keepalived","params":{"id":"{sid}"}}`,
			`{"jsonrpc":"2.0","id":{id},"error":null,"result":{"status":"KEEPALIVED"}}`},
		Every: span{55, 65}, Reports: 0.55,
		Parts: map[string]span{"user": user, "agent": {24, 80}, "algos": {6, 420}, "blob": {150, 158}, "job": {8, 36},
			"sid": {14, 36}, "target": {8, 16}, "extensions": {6, 50}, "algo": {0, 14}},
	}
}

// bitcoinLike is Stratum v1 as Bitcoin has it.
func bitcoinLike(name string, block float64, refresh, coinbase span, branches span) *Coin {
	return &Coin{
		Name: name, Block: block, Refresh: refresh, Often: 0.95, Warmup: span{0.2, 10}, TLS: 0.35,
		Hello: []exchange{{subscribe, subscribed}, {authorize, isTrue}},
		Level: setLevel,
		Job:   `{"id":null,"method":"mining.notify","params":["{job}","{64}","{coinbase}","{coinbase}",[{branches}],"{8}","{8}","{8}",{bool}]}`,
		Share: `{"id":{id},"method":"mining.submit","params":["{user}","{job}","{en2}","{8}","{8}"]}`, Accept: isTrue, Reject: isError,
		Parts: map[string]span{"user": {12, 60}, "coinbase": coinbase, "branches": branches},
	}
}

// equihashLike is the Zcash dialect, whose shares carry whole solutions.
func equihashLike(name string, block float64, solution, extra span) *Coin {
	return &Coin{
		Name: name, Block: block, Refresh: span{15, 60}, Often: 0.7, Warmup: span{0.5, 15}, TLS: 0.5,
		Hello: []exchange{{`{"id":{id},"method":"mining.subscribe","params":["{agent}",null,"{host}","{4}"]}`,
			`{"id":{id},"result":["{sid}","{en1}"],"error":null}`}, {authorize, isTrue}},
		Level: setTarget,
		Job:   `{"id":null,"method":"mining.notify","params":["{job}","{8}","{64}","{64}","{64}","{8}","{8}",{bool}{extra}]}`,
		Share: `{"id":{id},"method":"mining.submit","params":["{user}","{job}","{8}","{en2}","{solution}"]}`, Accept: isTrue, Reject: isError,
		Parts: map[string]span{"host": {12, 30}, "en2": {46, 58}, "solution": solution, "extra": extra, "en1": {6, 18}},
	}
}
