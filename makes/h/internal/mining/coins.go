package mining

// Coin is a currency and how its pools are spoken to.
type Coin struct {
	Name    string
	scripts []*script  // a pool speaks one of them
	block   float64    // mean seconds between blocks
	refresh [2]float64 // pools renew work at least so often
	ports   []uint16
}

var coins = []Coin{
	{"monero", []*script{cryptonote}, 120, [2]float64{9, 400}, []uint16{443, 3333, 4444, 5555, 8443, 10128, 14433, 20128, 80}},
	{"verus", []*script{equihash(`<2694>`, `<0-2700>`)}, 60, [2]float64{10, 90}, []uint16{9999, 5040, 3956, 443, 9998}},
	{"kaspa", []*script{stratum(67, `"<3-8>",[<83>],<13>`, `"<3-8>","0x<16>"`), stratum(67, `"<8>","<80>"`, `"<8>","<16>"`)},
		0.1, [2]float64{0.25, 5}, []uint16{5555, 4444, 1206, 7777, 443}},
	{"ethereumclassic", []*script{getWorkPool, stratum(42, `"<3-64>","<64>","<64>",true`, `"<3-64>","<12>"`)},
		13, [2]float64{8, 30}, []uint16{4444, 1010, 8008, 5555, 443}},
	{"ravencoin", []*script{stratum(34, `"<4-16>","<64>","<64>","<64>",true,<7>,"<8>"`, `"<4-16>","0x<16>","0x<64>","0x<64>"`)},
		60, [2]float64{12, 90}, []uint16{6060, 3838, 8888, 12222, 443}},
	{"bitcoin", []*script{bitcoinLike(42, 10, 13), bitcoinLike(42, 10, 13), stratum2}, 600, [2]float64{15, 60}, []uint16{3333, 443, 25, 1800, 3334}},
	{"raptoreum", []*script{bitcoinLike(34, 0, 4)}, 120, [2]float64{15, 90}, []uint16{4444, 6900, 3333, 443}},
	{"zcash", []*script{equihash(`<2694>`, `<0-4>`)}, 75, [2]float64{15, 80}, []uint16{3333, 6633, 2142, 443}},
	{"flux", []*script{equihash(`<106>`, `"<5>","<8>"`)}, 30, [2]float64{12, 60}, []uint16{7011, 2033, 9200, 443}},
	{"litecoin", []*script{bitcoinLike(34, 4, 10)}, 55, [2]float64{15, 60}, []uint16{3333, 8888, 3335, 443}},
	{"ergo", []*script{stratum(51, `"<4-8>",<7>,"<64>","","","<8>","<62-72>","",true`, `"<4-8>","<4-14>","<8>","<16>"`)},
		120, [2]float64{10, 60}, []uint16{3053, 8180, 11111, 443}},
	{"alephium", []*script{stratum(45, `{"fromGroup":0,"toGroup":0,"jobId":"<8>","headerBlob":"<560-680>","targetBlob":"<64>"}<0-2300>`,
		`"<8>",0,0,"<48>"`)}, 0.5, [2]float64{0.6, 9}, []uint16{20032, 1199, 3333, 443}},
	{"xelis", []*script{stratum(66, `"<8-36>","<16>","<64-224>","xel/v2",true`, `"<8-36>","<16>"`)}, 5, [2]float64{3, 30}, []uint16{6610, 3333, 8080, 443}},
	{"qubic", []*script{qubic}, 400, [2]float64{60, 1200}, []uint16{443, 7777, 8088}},
}

// equihash has a long solution; some coins hand out a part of it with the job.
func equihash(solution, extra string) *script {
	return stratum(35, `"<4-16>","<8>","<64>","<64>","<64>","<8>","<8>",true`+extra, `"<4-16>","<8>","<48-60>","`+solution+`"`)
}

// cryptonote is the JSON-RPC of XMRig and its kin.
var cryptonote = &script{
	wallet: 95,
	hello: []string{
		`{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":"USER","pass":"x","agent":"<~18-75>","algo":[<~6-330>]}}`,
		`{"id":1,"jsonrpc":"2.0","error":null,"result":{"id":"<15-36>","job":{<330-500>},<0-70>"status":"OK"}}`},
	job: `{"jsonrpc":"2.0","method":"job","params":{"blob":"<150-154>","job_id":"<1-36>","target":"<8>",` +
		`"algo":"rx/0","height":3312345,"seed_hash":"<64>"<0-90>}}`,
	submit: `{"id":<~1-5>,"jsonrpc":"2.0","method":"submit","params":{"id":"<15-36>","job_id":"<1-36>","nonce":"<8>","result":"<64>"<0-14>}}`,
	ok:     `{"id":<~1-5>,"jsonrpc":"2.0","error":null,"result":{"status":"OK"}}`,
	bad:    `{"id":<~1-5>,"jsonrpc":"2.0","error":{"code":-1,"message":"<11-40>"}}`,
	alive:  `{"id":<~1-5>,"jsonrpc":"2.0","method":"keepalived","params":{"id":"<15-36>"}}`,
	answer: `{"id":<~1-5>,"jsonrpc":"2.0","error":null,"result":{"status":"KEEPALIVED"}}`,
}

// stratum2 is the binary successor: frames under a Noise cipher.
var stratum2 = &script{
	wallet:   42,
	hello:    []string{`<64>`, `<170-234>`, `<~98-148>`, `<44>`, `<50>USER`, `<82-102>`},
	job:      `<83-900><~0-86>`,
	submit:   `<62>`,
	ok:       `<58>`,
	bad:      `<58-78>`,
	retarget: `<74>`,
}

// getWorkPool is the dialect of eth-proxy.
var getWorkPool = &script{
	wallet: 42,
	hello: []string{`{"id":1,"jsonrpc":"2.0","method":"eth_submitLogin","params":["USER"<~0-40>]}`, `{"id":1,"jsonrpc":"2.0","result":true<0-12>}`,
		`{"id":2,"jsonrpc":"2.0","method":"eth_getWork","params":[]}`, `{"id":2,"jsonrpc":"2.0","result":["0x<64>","0x<64>","0x<64>"<0-12>]}`},
	job:     `{"id":0,"jsonrpc":"2.0","result":["0x<64>","0x<64>","0x<64>"<0-12>]}`,
	submit:  `{"id":<1-4>,"jsonrpc":"2.0","method":"eth_submitWork","params":["0x<16>","0x<64>","0x<64>"]<0-16>}`,
	ok:      `{"id":<1-4>,"jsonrpc":"2.0","result":true}`,
	bad:     `{"id":<1-4>,"jsonrpc":"2.0","result":false,"error":"<10-60>"}`,
	report:  `{"id":6,"jsonrpc":"2.0","method":"eth_submitHashrate","params":["0x<9-64>","0x<64>"]}`,
	reports: 0.6,
}

// qubic goes over a WebSocket: work is rarely new, reports of speed are many.
var qubic = &script{
	hello:   []string{`<~180-500>`, `<129-260>`, `<~200-900>`, `<180-760>`},
	job:     `<120-700><~0-20>`,
	submit:  `<150-420>`,
	ok:      `<30-110>`,
	bad:     `<40-120>`,
	alive:   `<6-36>`,
	answer:  `<2-40>`,
	report:  `<80-280>`,
	reports: 0.8,
}
