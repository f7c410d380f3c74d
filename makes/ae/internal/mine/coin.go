// Package mine is what miners say to pools, nodes and proxies.
package mine

// coin is a proof of work in one dialect. Sizes are bytes of a line; pools
// draw their own near them.
type coin struct {
	name, dialect string
	block         float64 // seconds to a block
	login         [2]int  // all that the miner says first, and the answers
	job           [2]int  // range of a job's size
	submit        [2]int
	reply         [2]int
	clean         float64 // seconds to a refreshed job, 0 for none
	ports         []int
}

// coins come by their dialects:
//
//	stratum    subscribe, authorize, set_difficulty, notify with branches
//	cryptonote login, job, submit, keepalived; difficulty comes with the job
//	ethproxy   getWork asked for or pushed, submitHashrate by the clock
//	ethstratum subscribe with a version, short notify
//	kawpow     set_target and notify with header and seed
//	equihash   long solutions in submit
//	binary     frames of a Noise session: Stratum V2
//	getwork    a WebSocket of a node or pool that sends templates
//	grin       JSON-RPC with a template that is asked for
var coins = []coin{
	{"bitcoin", "stratum", 600, [2]int{290, 330}, [2]int{900, 1750}, [2]int{150, 230}, [2]int{36, 60}, 30, []int{3333, 443, 25, 700, 8888, 3334}},
	{"bitcoincash", "stratum", 600, [2]int{260, 310}, [2]int{700, 1300}, [2]int{120, 200}, [2]int{36, 60}, 40, []int{3333, 8888, 4000}},
	{"bitcoin-v2", "binary", 600, [2]int{230, 400}, [2]int{70, 250}, [2]int{50, 75}, [2]int{40, 60}, 30, []int{3336, 34254, 34265, 3333}},
	{"bitcoin-v2-extended", "binary", 600, [2]int{260, 420}, [2]int{350, 900}, [2]int{58, 90}, [2]int{40, 60}, 25, []int{3336, 34255, 443}},
	{"litecoin", "stratum", 150, [2]int{210, 270}, [2]int{800, 1600}, [2]int{110, 180}, [2]int{36, 58}, 25, []int{3333, 8888, 3643, 443}},
	{"dogecoin", "stratum", 60, [2]int{200, 260}, [2]int{600, 1300}, [2]int{110, 170}, [2]int{36, 58}, 0, []int{3433, 20101, 5555}},
	{"digibyte-skein", "stratum", 75, [2]int{200, 260}, [2]int{560, 1000}, [2]int{110, 170}, [2]int{36, 58}, 30, []int{4233, 6633, 3533}},
	{"dash", "stratum", 158, [2]int{210, 270}, [2]int{620, 1100}, [2]int{110, 170}, [2]int{36, 58}, 30, []int{3533, 10000, 443}},
	{"groestlcoin", "stratum", 60, [2]int{200, 260}, [2]int{520, 760}, [2]int{110, 160}, [2]int{36, 58}, 40, []int{5333, 20004}},
	{"vertcoin", "stratum", 150, [2]int{200, 260}, [2]int{480, 760}, [2]int{105, 160}, [2]int{36, 58}, 45, []int{5778, 9171, 3096}},
	{"radiant", "stratum", 300, [2]int{200, 260}, [2]int{460, 900}, [2]int{110, 170}, [2]int{36, 58}, 40, []int{7000, 5566}},
	{"yescrypt", "stratum", 60, [2]int{190, 250}, [2]int{460, 700}, [2]int{110, 160}, [2]int{36, 58}, 40, []int{6234, 6233}},
	{"ghostrider-raptoreum", "stratum", 120, [2]int{240, 300}, [2]int{700, 1500}, [2]int{130, 190}, [2]int{36, 60}, 40, []int{17056, 10300, 443}},
	{"verthash-neo", "stratum", 90, [2]int{200, 260}, [2]int{480, 700}, [2]int{110, 160}, [2]int{36, 58}, 40, []int{7106, 4040}},
	{"kadena", "stratum", 15, [2]int{180, 240}, [2]int{520, 620}, [2]int{110, 150}, [2]int{36, 58}, 0, []int{3700, 5500, 443}},
	{"siacoin", "stratum", 600, [2]int{190, 240}, [2]int{620, 1000}, [2]int{120, 160}, [2]int{36, 58}, 30, []int{3333, 7777}},
	{"handshake", "stratum", 600, [2]int{190, 240}, [2]int{520, 900}, [2]int{150, 200}, [2]int{36, 58}, 30, []int{3008, 7701}},
	{"nervos", "stratum", 9, [2]int{180, 230}, [2]int{240, 330}, [2]int{120, 160}, [2]int{36, 58}, 0, []int{8008, 4300, 443}},
	{"dynex", "cryptonote", 120, [2]int{240, 420}, [2]int{330, 420}, [2]int{230, 290}, [2]int{58, 80}, 30, []int{4004, 19331, 443}},
	{"monero", "cryptonote", 120, [2]int{280, 520}, [2]int{330, 430}, [2]int{190, 260}, [2]int{56, 84}, 60, []int{3333, 443, 80, 14444, 20128, 5555, 10128}},
	{"monero-nicehash", "cryptonote", 120, [2]int{300, 520}, [2]int{340, 440}, [2]int{200, 270}, [2]int{58, 84}, 20, []int{9200, 3380, 443, 3353}},
	{"wownero", "cryptonote", 300, [2]int{280, 500}, [2]int{340, 480}, [2]int{210, 330}, [2]int{56, 80}, 60, []int{4242, 34568, 8888}},
	{"zephyr", "cryptonote", 120, [2]int{280, 500}, [2]int{330, 430}, [2]int{190, 260}, [2]int{56, 80}, 40, []int{1123, 5123, 443}},
	{"salvium", "cryptonote", 120, [2]int{280, 500}, [2]int{330, 460}, [2]int{190, 260}, [2]int{56, 80}, 40, []int{1230, 20535, 7070}},
	{"conceal", "cryptonote", 120, [2]int{270, 480}, [2]int{260, 340}, [2]int{190, 250}, [2]int{56, 80}, 50, []int{3333, 5555}},
	{"turtlecoin", "cryptonote", 30, [2]int{270, 480}, [2]int{270, 360}, [2]int{190, 250}, [2]int{56, 80}, 0, []int{4242, 3384}},
	{"tari-randomx", "cryptonote", 120, [2]int{280, 500}, [2]int{420, 640}, [2]int{190, 260}, [2]int{56, 80}, 30, []int{4200, 6118, 443}},
	{"zano", "ethproxy", 60, [2]int{230, 290}, [2]int{240, 300}, [2]int{220, 270}, [2]int{36, 60}, 0, []int{8877, 3338, 7756}},
	{"etc-proxy", "ethproxy", 13, [2]int{220, 280}, [2]int{230, 290}, [2]int{220, 280}, [2]int{36, 60}, 0, []int{8008, 4444, 1010, 443}},
	{"ubiq", "ethproxy", 88, [2]int{220, 280}, [2]int{230, 290}, [2]int{220, 280}, [2]int{36, 60}, 0, []int{8008, 3030}},
	{"etc-stratum1", "ethstratum", 13, [2]int{210, 270}, [2]int{240, 310}, [2]int{85, 140}, [2]int{36, 60}, 0, []int{3333, 4444, 9999, 443}},
	{"etc-stratum2", "ethstratum", 13, [2]int{280, 340}, [2]int{90, 210}, [2]int{60, 100}, [2]int{24, 40}, 0, []int{5555, 3344, 443}},
	{"etchash-octa", "ethstratum", 10, [2]int{210, 270}, [2]int{230, 300}, [2]int{85, 140}, [2]int{36, 60}, 0, []int{5225, 5252}},
	{"conflux", "ethstratum", 1, [2]int{140, 190}, [2]int{240, 320}, [2]int{190, 250}, [2]int{36, 60}, 0, []int{3332, 8440, 443}},
	{"ravencoin", "kawpow", 60, [2]int{200, 260}, [2]int{270, 350}, [2]int{230, 280}, [2]int{36, 60}, 30, []int{3333, 6060, 20535, 443}},
	{"neoxa", "kawpow", 60, [2]int{200, 260}, [2]int{270, 350}, [2]int{230, 280}, [2]int{36, 60}, 40, []int{10200, 7700}},
	{"clore", "kawpow", 60, [2]int{200, 260}, [2]int{270, 350}, [2]int{230, 280}, [2]int{36, 60}, 40, []int{3030, 8082}},
	{"firo-progpow", "kawpow", 150, [2]int{200, 260}, [2]int{270, 350}, [2]int{230, 280}, [2]int{36, 60}, 30, []int{1500, 8181}},
	{"quai-progpow", "kawpow", 5, [2]int{200, 260}, [2]int{260, 340}, [2]int{220, 270}, [2]int{36, 60}, 0, []int{3333, 3388}},
	{"zcash", "equihash", 75, [2]int{180, 260}, [2]int{320, 430}, [2]int{2840, 2900}, [2]int{36, 58}, 30, []int{3357, 1314, 6666, 443}},
	{"horizen", "equihash", 150, [2]int{180, 260}, [2]int{320, 430}, [2]int{2840, 2900}, [2]int{36, 58}, 40, []int{3056, 2146}},
	{"flux", "equihash", 30, [2]int{180, 260}, [2]int{320, 430}, [2]int{270, 330}, [2]int{36, 58}, 0, []int{7011, 2033, 443}},
	{"bitcoingold", "equihash", 600, [2]int{180, 260}, [2]int{320, 430}, [2]int{360, 430}, [2]int{36, 58}, 30, []int{4040, 8866}},
	{"beam", "equihash", 60, [2]int{120, 240}, [2]int{180, 240}, [2]int{300, 360}, [2]int{60, 110}, 0, []int{5252, 7776}},
	{"verus", "equihash", 60, [2]int{190, 280}, [2]int{700, 1000}, [2]int{2850, 2960}, [2]int{36, 58}, 40, []int{9999, 3956, 443, 17036}},
	{"kaspa", "ethstratum", .1, [2]int{150, 210}, [2]int{150, 230}, [2]int{85, 130}, [2]int{36, 60}, 0, []int{5555, 16110, 1206, 443}},
	{"karlsen", "ethstratum", 1, [2]int{150, 210}, [2]int{150, 230}, [2]int{85, 130}, [2]int{36, 60}, 0, []int{1195, 5555}},
	{"pyrin", "ethstratum", 1, [2]int{150, 210}, [2]int{150, 230}, [2]int{85, 130}, [2]int{36, 60}, 0, []int{1177, 13110}},
	{"ergo-autolykos", "ethstratum", 120, [2]int{200, 260}, [2]int{250, 340}, [2]int{95, 150}, [2]int{36, 60}, 30, []int{3053, 3100, 11111, 443}},
	{"nexa", "ethstratum", 120, [2]int{180, 240}, [2]int{190, 260}, [2]int{110, 160}, [2]int{36, 60}, 40, []int{3092, 10002, 443}},
	{"alephium", "getwork", 16, [2]int{110, 200}, [2]int{2500, 9000}, [2]int{120, 200}, [2]int{40, 90}, 3, []int{1133, 20032, 10973, 443}},
	{"ironfish", "ethstratum", 60, [2]int{160, 230}, [2]int{420, 520}, [2]int{90, 140}, [2]int{40, 80}, 10, []int{9034, 1145}},
	{"grin", "grin", 60, [2]int{170, 210}, [2]int{560, 680}, [2]int{420, 520}, [2]int{70, 110}, 0, []int{3416, 2222, 443}},
	{"epic-randomx", "grin", 60, [2]int{180, 230}, [2]int{620, 820}, [2]int{330, 430}, [2]int{70, 110}, 0, []int{3416, 3333, 443}},
	{"xelis", "getwork", 15, [2]int{160, 320}, [2]int{330, 460}, [2]int{240, 300}, [2]int{40, 80}, 0, []int{8080, 2086, 443}},
	{"dero-astrobwt", "getwork", 18, [2]int{180, 340}, [2]int{280, 380}, [2]int{160, 230}, [2]int{280, 380}, .5, []int{10100, 10300, 443}},
	{"spectre", "ethstratum", 1, [2]int{150, 210}, [2]int{150, 230}, [2]int{85, 130}, [2]int{36, 60}, 0, []int{5555, 18110}},
	{"warthog", "stratum", 20, [2]int{170, 230}, [2]int{420, 520}, [2]int{110, 160}, [2]int{36, 58}, 0, []int{3000, 7788}},
	{"aleo", "ethstratum", 15, [2]int{140, 210}, [2]int{180, 330}, [2]int{200, 320}, [2]int{36, 70}, 0, []int{4133, 5588, 443}},
	{"qubic-epoch", "getwork", 300, [2]int{300, 520}, [2]int{160, 420}, [2]int{220, 360}, [2]int{50, 110}, 60, []int{8088, 443}},
}
