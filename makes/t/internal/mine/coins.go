package mine

// coin is a family of mining protocols.
type coin struct {
	name    string
	block   float64    // mean time between blocks
	refresh [2]float64 // range of a pool's renewal of work, 0 is with blocks only
	login   []string   // '>' from the miner, '<' from the pool
	job     []string
	diff    string // announces another difficulty
	submit  string
	accept  string
	refuse  string
	keep    string // the miner's sign of life, and its answer
	kept    string
	keeps   [2]float64
	report  string // hash rate, or a request for work
	got     string
	reports [2]float64
	binary  bool
	agents  [2]int
}

const (
	rpcOK   = `{"id":⟨id⟩,"jsonrpc":"2.0","error":null,"result":{"status":"OK"}}`
	rpcBad  = `{"id":⟨id⟩,"jsonrpc":"2.0","error":{"code":-1,"message":"⟨R⟩"}}`
	trueOK  = `{"id":⟨id⟩,"result":true,"error":null}`
	trueBad = `{"id":⟨id⟩,"result":null,"error":[21,"⟨R⟩",null]}`
	auth    = `>{"id":2,"method":"mining.authorize","params":["⟨U⟩.⟨W⟩","⟨P⟩"]}`
	setDiff = `{"id":null,"method":"mining.set_difficulty","params":[⟨n2-9⟩]}`
	target  = `{"id":null,"method":"mining.set_target","params":["⟨h64⟩"]}`
	btcJob  = `{"id":null,"method":"mining.notify","params":["⟨J⟩","⟨h64⟩","⟨F⟩","⟨G⟩",[⟨M⟩],"⟨h8⟩","⟨h8⟩","⟨h8⟩",⟨n4-5⟩]}`
	btcWork = `{"id":⟨id⟩,"method":"mining.submit","params":["⟨U⟩.⟨W⟩","⟨J⟩","⟨X⟩","⟨h8⟩","⟨h8⟩"]}`
	rxJob   = `{"jsonrpc":"2.0","method":"job","params":{"blob":"⟨B⟩","job_id":"⟨J⟩","target":"⟨h8⟩","algo":"⟨A⟩","height":⟨n6-7⟩,"seed_hash":"⟨h64⟩"}}`
	rxLogin = `>{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":"⟨U⟩","pass":"⟨P⟩","agent":"⟨V⟩","algo":["cn/1","cn/2","cn/r","cn/fast","cn/half","cn/xao","cn/rto","cn/rwz","cn/zls","cn/double","rx/0","rx/wow","rx/arq","rx/graft","rx/sfx","ghostrider"]}}`
	rxReply = `<{"id":1,"jsonrpc":"2.0","error":null,"result":{"id":"⟨S⟩","job":{"blob":"⟨B⟩","job_id":"⟨J⟩","target":"⟨h8⟩","algo":"⟨A⟩","height":⟨n6-7⟩,"seed_hash":"⟨h64⟩"},"extensions":["algo","nicehash","connect","tls","keepalive"],"status":"OK"}}`
	rxWork  = `{"id":⟨id⟩,"jsonrpc":"2.0","method":"submit","params":{"id":"⟨S⟩","job_id":"⟨J⟩","nonce":"⟨h8⟩","result":"⟨h64⟩"⟨Y⟩}}`
	rxKeep  = `{"id":⟨id⟩,"jsonrpc":"2.0","method":"keepalived","params":{"id":"⟨S⟩"}}`
	rxKept  = `{"id":⟨id⟩,"jsonrpc":"2.0","error":null,"result":{"status":"KEEPALIVED"}}`
	ethRate = `{"id":6,"jsonrpc":"2.0","method":"eth_submitHashrate","params":["0x⟨h64⟩","0x⟨h64⟩"],"worker":"⟨W⟩"}`
)

var (
	btcLogin = []string{`>{"id":1,"method":"mining.subscribe","params":["⟨V⟩"]}`,
		`<{"id":1,"result":[[["mining.set_difficulty","⟨S⟩"],["mining.notify","⟨S⟩"]],"⟨E⟩",4],"error":null}`, auth, `<{"id":2,"result":true,"error":null}`}
	zecLogin = []string{`>{"id":1,"method":"mining.subscribe","params":["⟨V⟩",null,"⟨H⟩",3333]}`, `<{"id":1,"result":[null,"⟨E⟩"],"error":null}`, auth, `<{"id":2,"result":true,"error":null}`}
	kawLogin = []string{`>{"id":1,"method":"mining.subscribe","params":["⟨V⟩"]}`, `<{"id":1,"result":[null,"⟨E⟩"],"error":null}`, auth, `<{"id":2,"result":true,"error":null}`}
	rxLogins = []string{rxLogin, rxReply}
)

var coins = []coin{
	{name: "monero", block: 120, refresh: [2]float64{12, 90}, login: rxLogins, job: []string{rxJob}, submit: rxWork, accept: rpcOK, refuse: rpcBad,
		keep: rxKeep, kept: rxKept, keeps: [2]float64{60, 60}, agents: [2]int{60, 100}},
	{name: "bitcoin", block: 600, refresh: [2]float64{20, 60}, login: btcLogin, job: []string{btcJob}, diff: setDiff, submit: btcWork, accept: trueOK, refuse: trueBad, agents: [2]int{10, 34}},
	{name: "etchash", block: 13, login: []string{`>{"id":1,"jsonrpc":"2.0","method":"eth_submitLogin","params":["⟨U⟩","x"],"worker":"⟨W⟩"}`, `<{"id":1,"jsonrpc":"2.0","result":true}`, `>{"id":5,"jsonrpc":"2.0","method":"eth_getWork","params":[]}`},
		job: []string{`{"id":0,"jsonrpc":"2.0","result":["0x⟨h64⟩","0x⟨h64⟩","0x⟨h64⟩","0x⟨h7⟩"]}`}, submit: `{"id":⟨id⟩,"jsonrpc":"2.0","method":"eth_submitWork","params":["0x⟨h16⟩","0x⟨h64⟩","0x⟨h64⟩"],"worker":"⟨W⟩"}`,
		accept: `{"id":⟨id⟩,"jsonrpc":"2.0","result":true}`, refuse: `{"id":⟨id⟩,"jsonrpc":"2.0","result":false,"error":"⟨R⟩"}`, report: ethRate, got: `{"id":6,"jsonrpc":"2.0","result":true}`, reports: [2]float64{10, 60}, agents: [2]int{10, 30}},
	{name: "ethash-nicehash", block: 13, login: []string{`>{"id":1,"method":"mining.subscribe","params":["⟨V⟩","EthereumStratum/1.0.0"]}`, `<{"id":1,"result":[["mining.notify","⟨S⟩","EthereumStratum/1.0.0"],"⟨E⟩"],"error":null}`, auth, `<{"id":2,"result":true,"error":null}`},
		job: []string{`{"id":null,"method":"mining.notify","params":["⟨J⟩","⟨h64⟩","⟨h64⟩",false]}`}, diff: setDiff, submit: `{"id":⟨id⟩,"method":"mining.submit","params":["⟨U⟩.⟨W⟩","⟨J⟩","⟨h10-12⟩"]}`, accept: trueOK, refuse: trueBad, agents: [2]int{10, 30}},
	{name: "ravencoin", block: 60, refresh: [2]float64{15, 60}, login: kawLogin, job: []string{target, `{"id":null,"method":"mining.notify","params":["⟨J⟩","⟨h64⟩","⟨h64⟩","⟨h64⟩",true,⟨n7⟩,"⟨h8⟩"]}`},
		submit: `{"id":⟨id⟩,"method":"mining.submit","params":["⟨U⟩.⟨W⟩","⟨J⟩","0x⟨h16⟩","0x⟨h64⟩","0x⟨h64⟩"]}`, accept: trueOK, refuse: trueBad, report: ethRate, got: trueOK, reports: [2]float64{20, 120}, agents: [2]int{10, 24}},
	{name: "zcash", block: 75, refresh: [2]float64{20, 75}, login: zecLogin, job: []string{`{"id":null,"method":"mining.notify","params":["⟨J⟩","⟨h8⟩","⟨h64⟩","⟨h64⟩","⟨h64⟩","⟨h8⟩","⟨h8⟩",true]}`}, diff: target,
		submit: `{"id":⟨id⟩,"method":"mining.submit","params":["⟨U⟩.⟨W⟩","⟨J⟩","⟨h8⟩","⟨h48-56⟩","⟨h2694⟩"]}`, accept: trueOK, refuse: trueBad, agents: [2]int{10, 24}},
	{name: "flux", block: 30, refresh: [2]float64{15, 30}, login: zecLogin, job: []string{`{"id":null,"method":"mining.notify","params":["⟨J⟩","⟨h8⟩","⟨h64⟩","⟨h64⟩","⟨h64⟩","⟨h8⟩","⟨h8⟩",false,"125_4","ZelProof"]}`}, diff: target,
		submit: `{"id":⟨id⟩,"method":"mining.submit","params":["⟨U⟩.⟨W⟩","⟨J⟩","⟨h8⟩","⟨h48-56⟩","⟨h106⟩"]}`, accept: trueOK, refuse: trueBad, agents: [2]int{10, 24}},
	{name: "litecoin", block: 150, refresh: [2]float64{20, 60}, login: btcLogin, job: []string{btcJob}, diff: setDiff, submit: btcWork, accept: trueOK, refuse: trueBad, agents: [2]int{10, 30}},
	{name: "verus", block: 60, refresh: [2]float64{15, 60}, login: zecLogin, job: []string{`{"id":null,"method":"mining.notify","params":["⟨J⟩","⟨h8⟩","⟨h64⟩","⟨h64⟩","⟨h64⟩","⟨h8⟩","⟨h8⟩",false,"⟨h144-290⟩"]}`}, diff: target,
		submit: `{"id":⟨id⟩,"method":"mining.submit","params":["⟨U⟩.⟨W⟩","⟨J⟩","⟨h8⟩","⟨h48-56⟩","⟨h2694⟩"]}`, accept: trueOK, refuse: trueBad, agents: [2]int{10, 24}},
	{name: "kaspa", block: 1.2, login: []string{`>{"id":1,"method":"mining.subscribe","params":["⟨V⟩","EthereumStratum/1.0.0"]}`, `<{"id":1,"result":[true,"EthereumStratum/1.0.0"],"error":null}`, auth, `<{"id":2,"result":true,"error":null}`, `<{"id":null,"method":"set_extranonce","params":["⟨E⟩",6]}`},
		job: []string{`{"id":⟨n1-6⟩,"method":"mining.notify","params":["⟨J⟩",[⟨n18-20⟩,⟨n18-20⟩,⟨n18-20⟩,⟨n18-20⟩],⟨n13⟩]}`}, diff: setDiff, submit: `{"id":⟨id⟩,"method":"mining.submit","params":["⟨U⟩.⟨W⟩","⟨J⟩","0x⟨h16⟩"]}`, accept: trueOK, refuse: trueBad, agents: [2]int{10, 30}},
	{name: "ergo", block: 120, refresh: [2]float64{20, 60}, login: btcLogin, job: []string{`{"id":null,"method":"mining.notify","params":["⟨J⟩",⟨n7⟩,"⟨h64⟩","","",2,"⟨n64-70⟩","",true]}`}, diff: setDiff,
		submit: `{"id":⟨id⟩,"method":"mining.submit","params":["⟨U⟩.⟨W⟩","⟨J⟩","⟨h8-12⟩","⟨h8⟩","⟨h16⟩"]}`, accept: trueOK, refuse: trueBad, agents: [2]int{10, 24}},
	{name: "alephium", block: 4, refresh: [2]float64{2, 8}, login: kawLogin, job: []string{`{"id":null,"method":"mining.notify","params":[{"jobId":"⟨h8⟩","fromGroup":⟨n1⟩,"toGroup":⟨n1⟩,"txsBlob":"","headerBlob":"⟨h560-620⟩","targetBlob":"⟨h56-64⟩"}]}`}, diff: setDiff,
		submit: `{"id":⟨id⟩,"method":"mining.submit","params":{"jobId":"⟨h8⟩","fromGroup":⟨n1⟩,"toGroup":⟨n1⟩,"nonce":"⟨h48⟩","worker":"⟨U⟩.⟨W⟩"}}`, accept: trueOK, refuse: trueBad, agents: [2]int{10, 24}},
	{name: "ghostrider", block: 120, refresh: [2]float64{20, 60}, login: rxLogins, job: []string{rxJob}, submit: rxWork, accept: rpcOK, refuse: rpcBad, keep: rxKeep, kept: rxKept, keeps: [2]float64{60, 60}, agents: [2]int{60, 100}},
	{name: "dynex", block: 120, refresh: [2]float64{30, 120}, login: rxLogins, job: []string{rxJob}, submit: rxWork, accept: rpcOK, refuse: rpcBad, keep: rxKeep, kept: rxKept, keeps: [2]float64{20, 120}, agents: [2]int{16, 40}},
	{name: "grin", block: 60, refresh: [2]float64{10, 60}, login: []string{`>{"id":"0","jsonrpc":"2.0","method":"login","params":{"login":"⟨U⟩","pass":"⟨P⟩","agent":"⟨V⟩"}}`, `<{"id":"0","jsonrpc":"2.0","method":"login","result":"ok","error":null}`},
		job:    []string{`{"id":"Stratum","jsonrpc":"2.0","method":"job","params":{"difficulty":⟨n1-4⟩,"height":⟨n7⟩,"job_id":⟨n1-4⟩,"pre_pow":"⟨h474-490⟩"}}`},
		submit: `{"id":"⟨id⟩","jsonrpc":"2.0","method":"submit","params":{"edge_bits":32,"height":⟨n7⟩,"job_id":⟨n1-4⟩,"nonce":⟨n17-20⟩,"pow":[⟨n380-450⟩]}}`, accept: `{"id":"⟨id⟩","jsonrpc":"2.0","method":"submit","result":"ok","error":null}`,
		refuse: rpcBad, keep: `{"id":"⟨id⟩","jsonrpc":"2.0","method":"keepalive"}`, kept: `{"id":"⟨id⟩","jsonrpc":"2.0","method":"keepalive","result":"ok","error":null}`, keeps: [2]float64{20, 60}, agents: [2]int{8, 24}},
	{name: "ironfish", block: 60, refresh: [2]float64{10, 60}, login: []string{`>{"id":0,"method":"mining.subscribe","body":{"version":2,"name":"⟨W⟩","publicAddress":"⟨h64⟩"}}`, `<{"id":1,"method":"mining.subscribed","body":{"clientId":⟨n1-6⟩,"graffiti":"⟨h64⟩","xn":"⟨E⟩"}}`},
		job: []string{`{"id":⟨n1-6⟩,"method":"mining.notify","body":{"miningRequestId":⟨n1-6⟩,"header":"⟨h360⟩"}}`}, diff: `{"id":⟨n1-6⟩,"method":"mining.set_target","body":{"target":"⟨h64⟩"}}`,
		submit: `{"id":⟨id⟩,"method":"mining.submit","body":{"miningRequestId":⟨n1-6⟩,"randomness":"⟨h16⟩"}}`, accept: `{"id":⟨id⟩,"method":"mining.submitted","body":{"id":⟨id⟩,"result":true}}`, refuse: `{"id":⟨id⟩,"method":"mining.submitted","body":{"id":⟨id⟩,"result":false,"message":"⟨R⟩"}}`, agents: [2]int{8, 24}},
	{name: "bitcoin-sv2", block: 600, refresh: [2]float64{20, 60}, login: []string{">⟨b64⟩", "<⟨b234⟩", ">⟨b110-170⟩", "<⟨b36⟩", ">⟨b90-150⟩", "<⟨b90-100⟩"}, job: []string{"⟨b92⟩"}, diff: "⟨b74⟩", submit: "⟨b62⟩", accept: "⟨b58⟩", refuse: "⟨b60-70⟩", binary: true, agents: [2]int{8, 24}},
	{name: "conflux", block: 30, refresh: [2]float64{2, 8}, login: []string{`>{"id":1,"method":"mining.subscribe","params":["⟨U⟩.⟨W⟩","⟨P⟩"]}`, `<{"id":1,"result":[true],"error":null}`}, job: []string{`{"id":⟨n1-6⟩,"method":"mining.notify","params":["⟨J⟩","⟨n8-9⟩","0x⟨h64⟩","0x⟨h56-64⟩"]}`},
		submit: `{"id":⟨id⟩,"method":"mining.submit","params":["⟨U⟩.⟨W⟩","⟨J⟩","0x⟨h16⟩","0x⟨h64⟩"]}`, accept: `{"id":⟨id⟩,"result":[true],"error":null}`, refuse: `{"id":⟨id⟩,"result":[false,"⟨R⟩"]}`, agents: [2]int{8, 24}},
	{name: "nexa", block: 120, refresh: [2]float64{20, 60}, login: btcLogin, job: []string{`{"id":null,"method":"mining.notify","params":["⟨J⟩","⟨h64⟩",⟨n6-7⟩,"⟨h8⟩"]}`}, diff: setDiff, submit: `{"id":⟨id⟩,"method":"mining.submit","params":["⟨U⟩.⟨W⟩","⟨J⟩","⟨X⟩","⟨h8⟩","⟨h8-16⟩"]}`, accept: trueOK, refuse: trueBad, agents: [2]int{8, 24}},
}
