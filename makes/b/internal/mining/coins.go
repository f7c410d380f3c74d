package mining

// Coins are all currencies that miners mine here.
func Coins() []*Coin {
	bitcoin := bitcoinLike("bitcoin", 600, span{20, 60}, span{60, 460}, span{700, 900})
	bitcoin.Hello = append([]exchange{{
		`{"id":{id},"method":"mining.configure","params":[["version-rolling"],{"version-rolling.mask":"{8}","version-rolling.min-bit-count":2}]}`,
		`{"id":{id},"result":{"version-rolling":true,"version-rolling.mask":"{8}"},"error":null}`}}, bitcoin.Hello...)
	bitcoin.Share = `{"id":{id},"method":"mining.submit","params":["{user}","{job}","{en2}","{8}","{8}","{8}"]}`
	litecoin := bitcoinLike("litecoin", 150, span{15, 60}, span{80, 420}, span{200, 760})
	raptoreum := bitcoinLike("raptoreum", 120, span{20, 60}, span{200, 1400}, span{0, 340})
	raptoreum.Often = 0.5
	verus := equihashLike("verus", 60, span{2690, 2696}, span{0, 2700})
	verus.Warmup = span{0.2, 3}
	return []*Coin{
		randomX("monero", 120, span{95, 125}), ethproxy(), bitcoin, kawpow(), kaspa(),
		equihashLike("zcash", 75, span{2694, 2694}, span{0, 14}), verus, litecoin, ergo(),
		randomX("zephyr", 120, span{96, 110}), ethereumStratum(), bitcoinV2(), raptoreum,
		equihashLike("flux", 30, span{104, 108}, span{0, 16}), alephium(), beam(), conflux(), grin(),
	}
}

func ethproxy() *Coin {
	work := `"result":["0x{64}","0x{64}","0x{64}","0x{6-8}"]}`
	return &Coin{
		Name: "etc", Block: 13, Refresh: span{5, 30}, Often: 0.3, Warmup: span{6, 50}, TLS: 0.7,
		Hello: []exchange{
			{`{"id":{id},"jsonrpc":"2.0","method":"eth_submitLogin","worker":"{worker}","params":["{user}","{pass}"]}`, `{"id":{id},"jsonrpc":"2.0","result":true}`},
			{`{"id":{id},"jsonrpc":"2.0","method":"eth_getWork","params":[]}`, `{"id":{id},"jsonrpc":"2.0",` + work}},
		Job:    `{"id":0,"jsonrpc":"2.0",` + work,
		Share:  `{"id":{id},"jsonrpc":"2.0","method":"eth_submitWork","params":["0x{16}","0x{64}","0x{64}"]{tail}}`,
		Accept: `{"id":{id},"jsonrpc":"2.0","result":true}`,
		Reject: `{"id":{id},"jsonrpc":"2.0","result":false,"error":{"code":{2},"message":"{12-30}"}}`,
		Report: exchange{`{"id":{id},"jsonrpc":"2.0","method":"eth_submitHashrate","params":["0x{8-64}","0x{64}"]{tail}}`,
			`{"id":{id},"jsonrpc":"2.0","result":true}`},
		Every: span{5, 65}, Reports: 0.85,
		Parts: map[string]span{"user": {42, 60}, "tail": {0, 30}},
	}
}

func ethereumStratum() *Coin {
	return &Coin{
		Name: "etc-nicehash", Block: 13, Refresh: span{5, 30}, Often: 0.3, Warmup: span{6, 50}, TLS: 0.6,
		Hello: []exchange{
			{`{"id":{id},"method":"mining.subscribe","params":["{agent}","EthereumStratum/1.0.0"]}`,
				`{"id":{id},"result":[["mining.notify","{32}","EthereumStratum/1.0.0"],"{4-6}"],"error":null}`},
			{extranonce, isTrue}, {authorize, isTrue}},
		Level: setLevel,
		Job:   `{"id":null,"method":"mining.notify","params":["{job}","{64}","{64}",{bool}]}`,
		Share: `{"id":{id},"method":"mining.submit","params":["{user}","{job}","{10-12}"]}`, Accept: isTrue, Reject: isError,
		Parts: map[string]span{"user": {42, 64}},
	}
}

func kawpow() *Coin {
	return &Coin{
		Name: "ravencoin", Block: 60, Refresh: span{8, 60}, Often: 0.6, Warmup: span{8, 60}, TLS: 0.6,
		Hello:  []exchange{{subscribe, `{"id":{id},"result":[null,"{en1}"],"error":null}`}, {extranonce, isTrue}, {authorize, isTrue}},
		Level:  setTarget,
		Job:    `{"id":null,"method":"mining.notify","params":["{job}","{64}","{64}","{64}",{bool},{7},"{8}"]}`,
		Share:  `{"id":{id},"method":"mining.submit","params":["{user}","{job}","0x{16}","0x{64}","0x{64}"]}`,
		Accept: isTrue, Reject: isError,
		Report: exchange{`{"id":{id},"jsonrpc":"2.0","method":"eth_submitHashrate","params":["0x{8-64}","0x{64}"]}`, isTrue},
		Every:  span{20, 65}, Reports: 0.2,
		Parts: map[string]span{"en1": {4, 8}},
	}
}

func kaspa() *Coin {
	return &Coin{
		Name: "kaspa", Block: 0, Refresh: span{0.12, 3}, Often: 1, Warmup: span{0.2, 5}, TLS: 0.4,
		Hello:  []exchange{{subscribe, `{"id":{id},"result":[true,"{en3}"],"error":null}`}, {authorize, isTrue}},
		Level:  setLevel,
		Job:    `{"id":null,"method":"mining.notify","params":["{job}",{work}]}`,
		Share:  `{"id":{id},"method":"mining.submit","params":["{user}","{job}","0x{16}"]}`,
		Accept: isTrue, Reject: isError,
		Parts: map[string]span{"user": {67, 85}, "work": {82, 100}, "en3": {4, 22}, "job": {1, 8}},
	}
}

func ergo() *Coin {
	return &Coin{
		Name: "ergo", Block: 120, Refresh: span{10, 60}, Often: 0.6, Warmup: span{3, 40}, TLS: 0.5,
		Hello:  []exchange{{subscribe, `{"id":{id},"result":[null,"{en1}",{1}],"error":null}`}, {authorize, isTrue}},
		Level:  setLevel,
		Job:    `{"id":null,"method":"mining.notify","params":["{job}",{7},"{64}","","","{8}","{76-78}","",{bool}]}`,
		Share:  `{"id":{id},"method":"mining.submit","params":["{user}","{job}","{en2}","{8}","{16}"]}`,
		Accept: isTrue, Reject: isError,
		Parts: map[string]span{"user": {51, 66}, "en1": {4, 8}},
	}
}

// bitcoinV2 is Stratum v2: binary frames in a Noise channel.
func bitcoinV2() *Coin {
	return &Coin{
		Name: "bitcoin-v2", Block: 600, Refresh: span{20, 60}, Often: 0.9, Warmup: span{0.2, 10}, Binary: true, Batch: true,
		Hello: []exchange{{"{64}", "{170-240}"}, {"{setup}", "{44-60}"}, {"{open}", "{90-140}"}},
		Level: "{74}", Job: "{newjob}", Share: "{64-80}", Accept: "{58}", Reject: "{60-90}",
		Parts: map[string]span{"setup": {90, 170}, "open": {80, 150}, "newjob": {120, 1050}},
	}
}

func alephium() *Coin {
	return &Coin{
		Name: "alephium", Block: 0, Refresh: span{2, 16}, Often: 1, Warmup: span{0.2, 10}, TLS: 0.4,
		Hello: []exchange{{subscribe, `{"id":{id},"result":["{sid}"],"error":null}`}, {authorize, isTrue}},
		Level: setLevel,
		Job:   `{"id":null,"method":"mining.notify","params":[{jobs}]}`,
		Share: `{"id":{id},"method":"mining.submit","params":{"jobId":"{8}","fromGroup":{1},"toGroup":{1},"nonce":"{48}","worker":"{user}"}}`, Accept: isTrue, Reject: isError,
		Parts: map[string]span{"user": {45, 62}, "jobs": {700, 12000}, "sid": {4, 10}},
	}
}

func beam() *Coin {
	return &Coin{
		Name: "beam", Block: 60, Refresh: span{15, 60}, Often: 0.4, Warmup: span{0.5, 20}, TLS: 1,
		Hello:  []exchange{{`{"method":"login","api_key":"{user}","id":"login","jsonrpc":"2.0"}`, `{"code":0,"description":"Login successful","id":"login","jsonrpc":"2.0","method":"result","nonceprefix":"{4-8}","forkheight":{6},"forkheight2":{7}}`}},
		Job:    `{"difficulty":{9},"height":{7},"id":"{job}","input":"{64}","jsonrpc":"2.0","method":"job"}`,
		Share:  `{"method":"solution","id":"{job}","nonce":"{16}","output":"{208}","jsonrpc":"2.0"}`,
		Accept: `{"code":1,"description":"accepted","id":"{job}","jsonrpc":"2.0","method":"result"{hash}}`,
		Reject: `{"code":-{2},"description":"{8-20}","id":"{job}","jsonrpc":"2.0","method":"result"}`,
		Parts:  map[string]span{"user": {66, 84}, "hash": {0, 90}},
	}
}

func conflux() *Coin {
	return &Coin{
		Name: "conflux", Block: 0, Refresh: span{0.5, 6}, Often: 1, Warmup: span{5, 50}, TLS: 0.4,
		Hello:  []exchange{{`{"id":{id},"jsonrpc":"2.0","method":"mining.subscribe","params":["{user}","{pass}"]}`, `{"jsonrpc":"2.0","id":{id},"result":[true,null],"error":null}`}},
		Job:    `{"jsonrpc":"2.0","id":{1},"method":"mining.notify","params":["{job}","{9}","0x{64}","0x{64}"]}`,
		Share:  `{"id":{id},"jsonrpc":"2.0","method":"mining.submit","params":["{worker}","{job}","0x{16}","0x{64}"]}`,
		Accept: `{"jsonrpc":"2.0","id":{id},"result":[true,null]}`, Reject: `{"jsonrpc":"2.0","id":{id},"result":[false,"{12-40}"]}`,
		Parts: map[string]span{"user": {50, 68}, "job": {10, 66}},
	}
}

func grin() *Coin {
	return &Coin{
		Name: "grin", Block: 60, Refresh: span{10, 60}, Often: 0.8, Warmup: span{1, 20}, TLS: 0.4,
		Hello: []exchange{
			{`{"id":"{id}","jsonrpc":"2.0","method":"login","params":{"agent":"{agent}","login":"{user}","pass":"{pass}"}}`, `{"id":"{id}","jsonrpc":"2.0","method":"login","result":"ok","error":null}`},
			{`{"id":"{id}","jsonrpc":"2.0","method":"getjobtemplate","params":null}`, `{"id":"{id}","jsonrpc":"2.0","method":"getjobtemplate","result":{"difficulty":{level},"height":{7},"job_id":{1-4},"pre_pow":"{prepow}"},"error":null}`}},
		Job:    `{"id":"Stratum","jsonrpc":"2.0","method":"job","params":{"difficulty":{level},"height":{7},"job_id":{1-4},"pre_pow":"{prepow}"}}`,
		Share:  `{"id":"{id}","jsonrpc":"2.0","method":"submit","params":{"edge_bits":32,"height":{7},"job_id":{1-4},"nonce":{17-20},"pow":[{420-460}]}}`,
		Accept: `{"id":"{id}","jsonrpc":"2.0","method":"submit","result":"ok","error":null}`,
		Reject: `{"id":"{id}","jsonrpc":"2.0","method":"submit","result":null,"error":{"code":-{5},"message":"{12-40}"}}`,
		Report: exchange{`{"id":"{id}","jsonrpc":"2.0","method":"keepalive","params":null}`, `{"id":"{id}","jsonrpc":"2.0","method":"keepalive","result":"ok","error":null}`},
		Every:  span{25, 60}, Reports: 0.5,
		Parts: map[string]span{"user": {20, 70}, "prepow": {470, 500}},
	}
}
