package mining

// dialect is a protocol between miner and pool, as templates of its messages.
type dialect struct {
	hello     [][2]string // questions and answers when it begins
	target    string      // the pool sets a difficulty
	job       string
	submit    string
	ok        string
	refused   string
	alive     [2]string // a keep-alive and its answer
	report    [2]string // a hash rate report and its answer
	pull      string    // the miner must ask for each job
	binary    bool      // no ends of lines
	websocket bool
}

const (
	yes        = `{"id":<#>,"result":true,"error":null}`
	no         = `{"id":<#>,"result":null,"error":[<2>,"<10-40>",null]}`
	difficulty = `{"id":null,"method":"mining.set_difficulty","params":[<3-18>]}`
)

var cryptonote = dialect{
	hello: [][2]string{{
		`{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":"<95-140>","pass":"<1-30>","agent":"<18-110>"<0-460>}}`,
		`{"jsonrpc":"2.0","id":1,"error":null,"result":{"id":"<sid:6-36>","job":{"blob":"<blob:150-160>","job_id":"<jid:4-36>","target":"<tgt:8-16>","algo":"rx/0","height":3312345,"seed_hash":"<64>"}<0-80>,"status":"OK"}}`}},
	job:    `{"jsonrpc":"2.0","method":"job","params":{"blob":"<blob:150-160>","job_id":"<jid:4-36>","target":"<tgt:8-16>","algo":"rx/0","height":3312345,"seed_hash":"<64>"<extra:0-70>}}`,
	submit: `{"id":<#>,"jsonrpc":"2.0","method":"submit","params":{"id":"<sid:6-36>","job_id":"<jid:4-36>","nonce":"<8>","result":"<64>"<algo:0-16>}}`,
	ok:     `{"id":<#>,"jsonrpc":"2.0","error":null,"result":{"status":"OK"}}`, refused: `{"id":<#>,"jsonrpc":"2.0","error":{"code":-1,"message":"<10-40>"}<0-14>}`,
	alive: [2]string{`{"id":<#>,"jsonrpc":"2.0","method":"keepalived","params":{"id":"<sid:6-36>"}}`, `{"id":<#>,"jsonrpc":"2.0","error":null,"result":{"status":"KEEPALIVED"}}`},
}

var bitcoinHello = [][2]string{
	{`{"id":<#>,"method":"mining.subscribe","params":["<8-45>"<0-60>]}`, `{"id":<#>,"result":[[["mining.set_difficulty","<4-32>"],["mining.notify","<4-32>"]],"<4-16>",<1>],"error":null}`},
	{`{"id":<#>,"method":"mining.authorize","params":["<user:10-110>","<1-25>"]}`, yes},
}

var bitcoinConfigured = append([][2]string{{
	`{"id":<#>,"method":"mining.configure","params":[["version-rolling"<0-40>],{"version-rolling.mask":"<8>"<0-60>}]}`,
	`{"id":<#>,"result":{"version-rolling":true,"version-rolling.mask":"<8>"<0-30>},"error":null}`}}, bitcoinHello...)

// bitcoinLike is Stratum of the Bitcoin family; branches and coinbase differ.
func bitcoinLike(hello [][2]string, coinbase string, submitTail string) dialect {
	return dialect{
		hello:  hello,
		target: difficulty, job: `{"id":null,"method":"mining.notify","params":["<jid:2-16>","<64>","` + coinbase + `",[<~200>],"<8>","<8>","<8>",false]}`,
		submit: `{"params":["<user:10-110>","<jid:2-16>","<en2:8-16>","<8>","<8>"` + submitTail + `],"id":<#>,"method":"mining.submit"}`, ok: yes, refused: no,
	}
}

var (
	bitcoin  = bitcoinLike(bitcoinConfigured, `<cb1:90-240>","<cb2:120-900>",[<branches:300-870>`, `,"<8>"`)
	scrypt   = bitcoinLike(bitcoinHello, `<cb1:110-320>","<cb2:90-500>",[<branches:60-700>`, ``)
	cpuCoin  = bitcoinLike(bitcoinHello, `<cb1:110-400>","<cb2:90-900>",[<branches:0-330>`, ``)
	ergo     = bitcoinLike(bitcoinHello, `<msg:64-66>","","","<8>","<bits:70-78>`, ``)
	ethStrat = dialect{
		hello:  [][2]string{{`{"id":1,"method":"mining.subscribe","params":["<8-30>","EthereumStratum/1.0.0"]}`, `{"id":1,"result":[["mining.notify","<32>","EthereumStratum/1.0.0"],"<4-6>"],"error":null}`}, bitcoinHello[1]},
		target: difficulty, job: `{"id":null,"method":"mining.notify","params":["<jid:4-64>","<64>","<64>",true]<0-30>}`,
		submit: `{"id":<#>,"method":"mining.submit","params":["<user:10-110>","<jid:4-64>","<10-12>"]}`, ok: yes, refused: no,
	}
	ethProxy = dialect{
		hello: [][2]string{{`{"id":1,"jsonrpc":"2.0","method":"eth_submitLogin","worker":"<1-20>","params":["<42-70>","x"]}`, `{"id":1,"jsonrpc":"2.0","result":true}`},
			{`{"id":5,"jsonrpc":"2.0","method":"eth_getWork","params":[]}`, `{"id":5,"jsonrpc":"2.0","result":["0x<64>","0x<64>","0x<64>"<0-12>]}`}},
		job:    `{"id":0,"jsonrpc":"2.0","result":["0x<64>","0x<64>","0x<64>"<height:0-12>]}`,
		submit: `{"id":4,"jsonrpc":"2.0","method":"eth_submitWork"<worker:0-30>,"params":["0x<16>","0x<64>","0x<64>"]}`,
		ok:     `{"id":4,"jsonrpc":"2.0","result":true}`, refused: `{"id":4,"jsonrpc":"2.0","result":false<0-60>}`,
		report: [2]string{`{"id":6,"jsonrpc":"2.0","method":"eth_submitHashrate"<worker:0-30>,"params":["0x<hr:8-64>","0x<64>"]}`, `{"id":6,"jsonrpc":"2.0","result":true}`},
	}
	kawpow = dialect{
		hello:  bitcoinHello,
		target: `{"id":null,"method":"mining.set_target","params":["<64>"]}`,
		job:    `{"id":null,"method":"mining.notify","params":["<jid:4-64>","<64>","<64>","<64>",true,3512345,"<8>"]}`,
		submit: `{"id":<#>,"method":"mining.submit","params":["<user:10-110>","<jid:4-64>","0x<16>","0x<64>","0x<64>"]<0-20>}`, ok: yes, refused: no,
		report: [2]string{`{"id":<#>,"method":"eth_submitHashrate","params":["0x<hr:8-64>","0x<64>"]}`, yes},
	}
	kaspa = dialect{
		hello:  bitcoinHello,
		target: difficulty, job: `{"id":null,"method":"mining.notify","params":["<jid:1-9>",[<~2><18>,<19>,<~2><18>,<19>],<13>]}`,
		submit: `{"id":<#>,"method":"mining.submit","params":["<user:60-110>","<jid:1-9>","0x<16>"]}`,
		ok:     `{"id":<#>,"result":true<0-12>}`, refused: no,
	}
	alephium = dialect{
		hello:  bitcoinHello,
		target: difficulty, job: `{"id":null,"method":"mining.notify","params":[<alph:900-13000><~90>]}`,
		submit: `{"id":<#>,"method":"mining.submit","params":{"jobId":"<jid:1-9>","fromGroup":1,"toGroup":3,"nonce":"<48>","worker":"<user:10-110>"}}`, ok: yes, refused: no,
		report: [2]string{`{"id":<#>,"method":"hashrate","params":["<hr:10-64>"]}`, ``},
	}
	ironfish = dialect{
		hello:  [][2]string{{`{"id":0,"method":"mining.subscribe","body":{"version":2,"name":"<1-20>","publicAddress":"<64-100>"}}`, `{"id":0,"method":"mining.subscribed","body":{"clientId":<2-7>,"graffiti":"<20-64>","xn":"<4-8>"}}`}},
		target: `{"id":1,"method":"mining.set_target","body":{"target":"<64>"}}`,
		job:    `{"id":1,"method":"mining.notify","body":{"miningRequestId":<jid:2-8>,"header":"<header:300-370>"}}`,
		submit: `{"id":<#>,"method":"mining.submit","body":{"miningRequestId":<jid:2-8>,"randomness":"<16>"}}`,
		ok:     `{"id":<#>,"method":"mining.submitted","body":{"id":<#>,"result":true}}`,
	}
	dero = dialect{
		websocket: true,
		job:       `{"blockhashing_blob":"<96>","difficulty":"<4-9>","difficultyuint64":<4-9>,"height":<7>,"prev_hash":"<0-64>","epochmilli":<1-13>,"blocks":<~2>,"miniblocks":<~4>,"rejected":0,"lasterror":"","status":"","jobid":"<jid:20-50>"}`,
		submit:    `{"jobid":"<jid:20-50>","mbl_blob":"<96>"}`,
	}
	duino = dialect{
		hello:  [][2]string{{`JOB,<u:3-16>,<3-7>,<0-20>`, `<40>,<40>,<2-7>`}},
		submit: `<~2><4-8>,<~3><4-9>,<12-35>,<0-20>,,<4-10>`, ok: `GOOD`, refused: `BAD`,
		pull: `JOB,<u:3-16>,<3-7>,<0-20>`, job: `<40>,<40>,<~2><2-6>`,
	}
	// stratum2 is binary and encrypted: each frame has two tags of 16 bytes.
	stratum2 = dialect{
		binary: true,
		hello:  [][2]string{{`<64>`, `<170-234>`}, {`<90-180>`, `<44>`}, {`<80-190>`, `<70-120>`}},
		target: `<74>`, job: `<frame:87-760>`, submit: `<sub:62-75>`, ok: `<58>`, refused: `<55-80>`,
	}
)

// equihash is Stratum as Zcash has it, with a solution of so many hex digits.
func equihash(solution, jobTail string) dialect {
	return dialect{
		hello: [][2]string{{`{"id":1,"method":"mining.subscribe","params":["<8-30>",null,"<8-30>","<2-5>"]}`, `{"id":1,"result":[null,"<en1:8-16>"],"error":null}`}, bitcoinHello[1],
			{`{"id":<#>,"method":"mining.extranonce.subscribe","params":[]}`, yes}},
		target: `{"id":null,"method":"mining.set_target","params":["<64>"]}`,
		job:    `{"id":null,"method":"mining.notify","params":["<jid:2-20>","<8>","<64>","<64>","<64>","<8>","<8>",true` + jobTail + `]}`,
		submit: `{"id":<#>,"method":"mining.submit","params":["<user:10-110>","<jid:2-20>","<8>","<en2:48-56>","` + solution + `"]}`, ok: yes, refused: no,
	}
}
