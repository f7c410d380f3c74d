// Package mine is mining: a pool that pushes work, and miners that report.
package mine

import "makes/aa/internal/rng"

// span is a range of message lengths.
type span [2]int

func (s span) draw(r *rng.R) int { return r.Int(s[0], s[1]) }

// dialect is a mining protocol, by the lengths of its messages.
type dialect struct {
	name    string
	hello   []span // up and down in turns
	job     span
	branch  int  // length of a merkle branch in a job, whose number varies
	clean   span // another message before a job, after a block
	diff    span // a message that sets difficulty, besides the job
	submit  span
	ok, bad span
	keep    span      // a ping of the client
	pong    span      // and its answer
	every   []float64 // its periods
	server  bool      // the server pings too
	report  span      // hash rate reports
	batch   bool      // accepted shares may be confirmed together
	first   []string  // miners' names for their retry timers
}

var dialects = []dialect{
	{name: "stratum1", hello: []span{{58, 110}, {120, 210}, {75, 150}, {38, 62}}, job: span{330, 620}, branch: 67, diff: span{48, 66},
		submit: span{98, 165}, ok: span{36, 58}, bad: span{70, 130}, first: []string{"cgminer", "bmminer", "braiins"}},
	{name: "stratum1-rolling", hello: []span{{110, 160}, {80, 135}, {58, 110}, {120, 210}, {75, 150}, {38, 62}}, job: span{380, 700}, branch: 67,
		diff: span{48, 66}, submit: span{115, 180}, ok: span{36, 58}, bad: span{70, 130}, first: []string{"cgminer", "bmminer"}},
	{name: "stratum1-suggest", hello: []span{{58, 100}, {120, 210}, {60, 70}, {36, 40}, {75, 150}, {38, 62}}, job: span{300, 540}, branch: 67,
		diff: span{48, 66}, submit: span{98, 150}, ok: span{36, 58}, bad: span{60, 110}, keep: span{45, 60}, pong: span{36, 48}, every: []float64{60, 120}, server: true,
		first: []string{"cpuminer", "ccminer"}},
	{name: "sv2", hello: []span{{64, 64}, {234, 234}, {100, 200}, {30, 40}, {80, 150}, {90, 140}}, job: span{72, 130}, clean: span{78, 84}, diff: span{60, 66},
		submit: span{46, 64}, ok: span{44, 60}, bad: span{50, 80}, batch: true, first: []string{"braiins", "translator"}},
	{name: "sv2-extended", hello: []span{{64, 64}, {234, 234}, {100, 200}, {30, 40}, {90, 160}, {110, 170}}, job: span{300, 900}, branch: 32, clean: span{78, 84}, diff: span{60, 66},
		submit: span{54, 80}, ok: span{44, 60}, bad: span{50, 80}, batch: true, first: []string{"translator"}},
	{name: "cryptonote", hello: []span{{210, 540}, {340, 520}}, job: span{270, 450}, submit: span{195, 265}, ok: span{60, 84}, bad: span{75, 125},
		keep: span{68, 102}, pong: span{66, 90}, every: []float64{60, 60, 60, 30, 120}, first: []string{"xmrig", "xmrig", "srbminer"}},
	{name: "cryptonote-mute", hello: []span{{150, 330}, {340, 480}}, job: span{260, 400}, submit: span{185, 250}, ok: span{60, 80}, bad: span{75, 120},
		first: []string{"xmr-stak", "srbminer"}},
	{name: "ethproxy", hello: []span{{95, 190}, {36, 60}, {58, 80}, {235, 300}}, job: span{235, 310}, submit: span{225, 300}, ok: span{36, 60}, bad: span{70, 120},
		report: span{150, 235}, first: []string{"phoenixminer", "lolminer", "teamredminer"}},
	{name: "ethproxy-getwork", hello: []span{{95, 190}, {36, 60}}, job: span{235, 300}, submit: span{225, 300}, ok: span{36, 60}, bad: span{70, 120},
		keep: span{58, 76}, pong: span{235, 300}, every: []float64{5, 10}, report: span{150, 235}, first: []string{"phoenixminer", "claymore"}},
	{name: "ethstratum1", hello: []span{{75, 120}, {90, 150}, {60, 130}, {36, 48}}, job: span{180, 250}, diff: span{48, 70}, submit: span{85, 135},
		ok: span{36, 56}, bad: span{60, 110}, report: span{130, 200}, first: []string{"t-rex", "lolminer", "gminer"}},
	{name: "ethstratum2", hello: []span{{110, 160}, {90, 120}, {30, 46}, {36, 50}, {60, 120}, {30, 50}}, job: span{100, 190}, diff: span{60, 160},
		submit: span{55, 90}, ok: span{18, 32}, bad: span{50, 90}, server: true, report: span{60, 110}, first: []string{"lolminer", "gminer"}},
	{name: "kawpow", hello: []span{{62, 110}, {70, 120}, {80, 150}, {36, 48}}, job: span{235, 310}, diff: span{104, 122}, submit: span{205, 275},
		ok: span{36, 48}, bad: span{60, 105}, report: span{120, 190}, first: []string{"t-rex", "gminer", "kawpowminer"}},
	{name: "equihash200", hello: []span{{90, 140}, {70, 110}, {70, 140}, {36, 50}}, job: span{310, 420}, diff: span{106, 120}, submit: span{2780, 2900},
		ok: span{36, 50}, bad: span{60, 100}, first: []string{"cgminer", "gminer"}},
	{name: "equihash144", hello: []span{{80, 140}, {70, 110}, {70, 140}, {36, 50}}, job: span{310, 420}, diff: span{106, 120}, submit: span{300, 380},
		ok: span{36, 50}, bad: span{60, 100}, first: []string{"lolminer", "gminer", "minizminer"}},
	{name: "equihash192", hello: []span{{80, 140}, {70, 110}, {70, 140}, {36, 50}}, job: span{310, 420}, diff: span{106, 120}, submit: span{900, 1010},
		ok: span{36, 50}, bad: span{60, 100}, first: []string{"minizminer", "gminer"}},
	{name: "verushash", hello: []span{{70, 120}, {70, 110}, {70, 140}, {36, 50}}, job: span{420, 1300}, diff: span{106, 120}, submit: span{2790, 2960},
		ok: span{36, 50}, bad: span{60, 100}, first: []string{"ccminer", "srbminer"}},
	{name: "kaspa", hello: []span{{70, 120}, {50, 110}, {90, 160}, {36, 50}}, job: span{115, 190}, diff: span{48, 66}, submit: span{85, 140},
		ok: span{34, 50}, bad: span{55, 100}, first: []string{"lolminer", "bzminer", "iceriver"}},
	{name: "autolykos", hello: []span{{62, 110}, {90, 140}, {80, 150}, {36, 48}}, job: span{250, 350}, diff: span{48, 130}, submit: span{95, 150},
		ok: span{36, 50}, bad: span{55, 100}, report: span{110, 180}, first: []string{"lolminer", "t-rex", "nanominer"}},
	{name: "alephium", hello: []span{{80, 130}, {60, 100}, {80, 140}, {36, 60}}, job: span{640, 1150}, diff: span{50, 80}, submit: span{140, 230},
		ok: span{36, 60}, bad: span{60, 100}, first: []string{"bzminer", "lolminer"}},
	{name: "nexa", hello: []span{{60, 110}, {80, 120}, {80, 150}, {36, 50}}, job: span{120, 215}, diff: span{48, 66}, submit: span{95, 150},
		ok: span{36, 50}, bad: span{55, 100}, first: []string{"bzminer", "rigel", "wildrig"}},
	{name: "beam", hello: []span{{120, 190}, {70, 130}}, job: span{165, 225}, submit: span{300, 345}, ok: span{62, 90}, bad: span{70, 110}, first: []string{"lolminer", "gminer"}},
	{name: "grin", hello: []span{{110, 190}, {60, 80}, {60, 90}, {700, 830}}, job: span{700, 830}, submit: span{430, 560}, ok: span{62, 90}, bad: span{90, 140},
		keep: span{50, 70}, pong: span{60, 200}, every: []float64{60, 30}, first: []string{"lolminer", "grin-miner"}},
	{name: "ironfish", hello: []span{{150, 260}, {110, 180}}, job: span{430, 520}, diff: span{120, 150}, submit: span{110, 170}, ok: span{70, 110}, bad: span{80, 130}, first: []string{"rigel", "bzminer"}},
	{name: "aleo", hello: []span{{80, 140}, {60, 110}, {80, 160}, {36, 50}}, job: span{150, 260}, diff: span{60, 90}, submit: span{110, 210}, ok: span{36, 50}, bad: span{60, 110}, first: []string{"bzminer", "gminer"}},
	{name: "conflux", hello: []span{{70, 130}, {36, 60}}, job: span{190, 260}, submit: span{190, 260}, ok: span{36, 56}, bad: span{60, 110}, first: []string{"t-rex", "nbminer"}},
	{name: "derod-ws", hello: []span{{180, 320}, {129, 210}}, job: span{260, 400}, submit: span{120, 160}, ok: span{200, 330}, bad: span{200, 330}, server: true, first: []string{"dero-miner", "astrobwt"}},
	{name: "ckb", hello: []span{{70, 120}, {80, 130}, {80, 150}, {36, 48}}, job: span{160, 230}, diff: span{104, 122}, submit: span{90, 150}, ok: span{36, 48}, bad: span{55, 100}, first: []string{"bmminer", "nbminer"}},
	{name: "binary-task", hello: []span{{72, 110}, {16, 60}}, job: span{80, 200}, submit: span{56, 120}, ok: span{8, 24}, bad: span{12, 30}, keep: span{8, 16}, pong: span{8, 16}, every: []float64{10, 30}, batch: true, first: []string{"qubic-cli", "rqiner"}},
}

// coin is what is mined, and how its chain runs.
type coin struct {
	name    string
	dialect []string
	block   float64    // mean time between blocks
	refresh [2]float64 // between templates of the same block, 0 for none
	ports   []uint16
}

var none = [2]float64{}

var coins = []coin{
	{"bitcoin", []string{"stratum1", "stratum1-rolling", "sv2", "sv2-extended"}, 600, [2]float64{20, 60}, []uint16{3333, 443, 25, 1314, 3336, 700, 34254}},
	{"monero", []string{"cryptonote", "cryptonote", "cryptonote-mute"}, 120, [2]float64{15, 120}, []uint16{3333, 4444, 5555, 7777, 10128, 14433, 14444, 443, 80, 20535, 10032}},
	{"ethereum-classic", []string{"ethproxy", "ethstratum1", "ethproxy-getwork", "ethstratum2"}, 13, none, []uint16{1010, 4444, 19999, 3333, 14444, 8008}},
	{"ravencoin", []string{"kawpow"}, 60, [2]float64{10, 40}, []uint16{6060, 3838, 12222, 3333, 20066}},
	{"zcash", []string{"equihash200"}, 75, [2]float64{15, 60}, []uint16{1417, 3357, 6633, 3333}},
	{"verus", []string{"verushash"}, 62, [2]float64{10, 50}, []uint16{9999, 3956, 3960, 17041}},
	{"kaspa", []string{"kaspa"}, 1, none, []uint16{5555, 16110, 1206, 4420, 443}},
	{"ergo", []string{"autolykos"}, 120, [2]float64{10, 30}, []uint16{1180, 3100, 8888, 11888}},
	{"alephium", []string{"alephium"}, 8, none, []uint16{20032, 1199, 3333, 10973}},
	{"nexa", []string{"nexa"}, 120, [2]float64{15, 60}, []uint16{5550, 9998, 3355}},
	{"litecoin", []string{"stratum1", "stratum1-suggest"}, 150, [2]float64{20, 60}, []uint16{3333, 8888, 25, 443, 3335}},
	{"dogecoin", []string{"stratum1"}, 60, [2]float64{20, 60}, []uint16{3334, 5555, 4181}},
	{"dash", []string{"stratum1"}, 157, [2]float64{20, 60}, []uint16{5588, 443, 4234}},
	{"bitcoin-cash", []string{"stratum1-rolling"}, 600, [2]float64{20, 60}, []uint16{3333, 443, 3352}},
	{"digibyte", []string{"stratum1", "stratum1-suggest"}, 75, [2]float64{20, 60}, []uint16{3333, 5038, 3032}},
	{"decred", []string{"stratum1-suggest"}, 300, [2]float64{20, 60}, []uint16{3252, 4721}},
	{"wownero", []string{"cryptonote"}, 300, [2]float64{20, 120}, []uint16{34568, 3333, 40202}},
	{"zephyr", []string{"cryptonote"}, 120, [2]float64{20, 120}, []uint16{1123, 3333, 10943, 443}},
	{"salvium", []string{"cryptonote"}, 120, [2]float64{20, 120}, []uint16{1230, 5555, 4444}},
	{"raptoreum", []string{"stratum1-suggest", "stratum1"}, 120, [2]float64{20, 60}, []uint16{6273, 8050, 443, 3008}},
	{"scala", []string{"cryptonote", "cryptonote-mute"}, 120, none, []uint16{3333, 4455}},
	{"conceal", []string{"cryptonote-mute"}, 120, none, []uint16{3333, 3055}},
	{"dynex", []string{"cryptonote"}, 120, none, []uint16{19333, 18333, 443}},
	{"tari", []string{"cryptonote"}, 120, [2]float64{20, 120}, []uint16{4040, 3333}},
	{"ethereum-pow", []string{"ethproxy", "ethstratum1"}, 13, none, []uint16{3443, 4444, 8008}},
	{"octa", []string{"ethproxy"}, 13, none, []uint16{5205, 8200}},
	{"zano", []string{"ethproxy", "ethproxy-getwork"}, 120, none, []uint16{8866, 3346}},
	{"neoxa", []string{"kawpow"}, 60, [2]float64{10, 40}, []uint16{10226, 3000}},
	{"clore", []string{"kawpow"}, 60, [2]float64{10, 40}, []uint16{2083, 3030, 5200}},
	{"firo", []string{"kawpow"}, 150, [2]float64{10, 40}, []uint16{8181, 3018}},
	{"flux", []string{"equihash144"}, 120, [2]float64{15, 60}, []uint16{2001, 7011}},
	{"bitcoin-gold", []string{"equihash144"}, 600, [2]float64{15, 60}, []uint16{4040, 6788}},
	{"zero", []string{"equihash192"}, 120, [2]float64{15, 60}, []uint16{6568, 3052}},
	{"horizen", []string{"equihash200"}, 150, [2]float64{15, 60}, []uint16{2001, 3356}},
	{"karlsen", []string{"kaspa"}, 1, none, []uint16{7132, 2024, 10375}},
	{"pyrin", []string{"kaspa"}, 1, none, []uint16{6112, 13232}},
	{"spectre", []string{"kaspa"}, 1, none, []uint16{5555, 2114}},
	{"radiant", []string{"nexa", "stratum1-suggest"}, 300, [2]float64{20, 60}, []uint16{7332, 8332}},
	{"beam", []string{"beam"}, 60, none, []uint16{5252, 3359, 443}},
	{"grin", []string{"grin"}, 60, [2]float64{10, 30}, []uint16{6666, 3416, 2222}},
	{"ironfish", []string{"ironfish"}, 60, [2]float64{5, 20}, []uint16{9034, 3333, 1145}},
	{"aleo", []string{"aleo"}, 12, none, []uint16{20009, 4420}},
	{"conflux", []string{"conflux"}, 1, none, []uint16{6800, 27778}},
	{"dero", []string{"derod-ws"}, 18, [2]float64{.5, 3}, []uint16{10100, 10300}},
	{"nervos", []string{"ckb"}, 9, none, []uint16{3333, 8114, 443}},
	{"qubic", []string{"binary-task"}, 60, [2]float64{10, 60}, []uint16{21841, 8080, 443}},
	{"xelis", []string{"derod-ws", "nexa"}, 15, none, []uint16{7019, 8080, 5210}},
	{"handshake", []string{"stratum1-suggest"}, 600, [2]float64{20, 60}, []uint16{3008, 701}},
	{"kadena", []string{"stratum1-suggest"}, 15, none, []uint16{3600, 443}},
	{"vertcoin", []string{"stratum1"}, 150, [2]float64{20, 60}, []uint16{3096, 9171}},
}

func named(name string) *dialect {
	for i := range dialects {
		if dialects[i].name == name {
			return &dialects[i]
		}
	}
	panic("no dialect " + name)
}
