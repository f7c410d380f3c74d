package mine

// dialect is how a family of coins speaks. Sizes are bytes of the lines of
// JSON, with their newline, or of frames.
type dialect struct {
	name  string
	login []int // client and server in turn, the client first
	job   [2]float64
	share [2]float64
	reply [2]float64
	set   int    // bytes of a new difficulty; 0: it is in the next job
	alive string // what keeps the connection: ping, keep, rate, none
	// branches: jobs grow with the depth of the tree of transactions;
	// several: jobs for many groups at once; pull: the miner asks for each
	// job; mute: shares get no reply; cumulative: one reply to several.
	habit string
	layer string
}

var dialects = map[string]dialect{
	"btc":      {"btc", []int{82, 190, 110, 100}, [2]float64{420, 760}, [2]float64{98, 165}, [2]float64{36, 62}, 58, "ping", "branches", ""},
	"asic":     {"asic", []int{150, 130, 95, 180, 110, 96}, [2]float64{400, 720}, [2]float64{110, 185}, [2]float64{36, 58}, 60, "ping", "branches", ""},
	"short":    {"short", []int{75, 140, 105, 98}, [2]float64{330, 520}, [2]float64{95, 150}, [2]float64{36, 60}, 56, "none", "", ""},
	"cn":       {"cn", []int{260, 460}, [2]float64{290, 420}, [2]float64{185, 240}, [2]float64{62, 88}, 0, "keep", "", ""},
	"rx":       {"rx", []int{380, 560}, [2]float64{380, 520}, [2]float64{190, 260}, [2]float64{62, 90}, 0, "keep", "", ""},
	"ethproxy": {"ethproxy", []int{140, 42, 62, 250}, [2]float64{235, 330}, [2]float64{230, 300}, [2]float64{38, 58}, 0, "rate", "", ""},
	"eth1":     {"eth1", []int{95, 150, 105, 98, 60, 38}, [2]float64{230, 320}, [2]float64{95, 150}, [2]float64{36, 56}, 60, "none", "", ""},
	"eth2":     {"eth2", []int{120, 130, 70, 45, 95, 60}, [2]float64{130, 190}, [2]float64{62, 95}, [2]float64{28, 44}, 90, "ping", "", ""},
	"kawpow":   {"kawpow", []int{80, 110, 105, 180}, [2]float64{330, 430}, [2]float64{225, 290}, [2]float64{36, 56}, 118, "none", "", ""},
	"progpow":  {"progpow", []int{150, 45, 60, 330}, [2]float64{280, 350}, [2]float64{240, 310}, [2]float64{40, 60}, 0, "rate", "", ""},
	"eq200":    {"eq200", []int{110, 120, 100, 160}, [2]float64{480, 640}, [2]float64{2930, 3080}, [2]float64{36, 56}, 116, "none", "", ""},
	"eq144":    {"eq144", []int{110, 120, 100, 160}, [2]float64{480, 620}, [2]float64{440, 520}, [2]float64{36, 56}, 116, "none", "", ""},
	"eq192":    {"eq192", []int{110, 120, 100, 160}, [2]float64{480, 620}, [2]float64{1040, 1120}, [2]float64{36, 56}, 116, "none", "", ""},
	"verus":    {"verus", []int{100, 120, 120, 160}, [2]float64{540, 860}, [2]float64{2900, 3060}, [2]float64{36, 56}, 116, "none", "", ""},
	"kaspa":    {"kaspa", []int{95, 130, 130, 110}, [2]float64{120, 210}, [2]float64{100, 150}, [2]float64{34, 50}, 62, "none", "", ""},
	"auto":     {"auto", []int{90, 120, 110, 100}, [2]float64{190, 330}, [2]float64{95, 160}, [2]float64{36, 54}, 60, "none", "", ""},
	"alph":     {"alph", []int{110, 60, 120, 90}, [2]float64{330, 560}, [2]float64{150, 330}, [2]float64{36, 70}, 64, "none", "several", ""},
	"nexa":     {"nexa", []int{85, 130, 120, 98}, [2]float64{140, 260}, [2]float64{100, 160}, [2]float64{36, 54}, 58, "none", "", ""},
	"sv2":      {"sv2", []int{64, 234, 150, 60, 90, 140}, [2]float64{70, 260}, [2]float64{46, 68}, [2]float64{40, 62}, 58, "none", "cumulative", ""},
	"grin":     {"grin", []int{160, 60, 70, 540}, [2]float64{500, 660}, [2]float64{380, 640}, [2]float64{62, 90}, 0, "keep", "", ""},
	"beam":     {"beam", []int{120, 150}, [2]float64{230, 310}, [2]float64{290, 340}, [2]float64{60, 110}, 0, "none", "", "tls"},
	"cuckoo":   {"cuckoo", []int{95, 130, 110, 98}, [2]float64{210, 290}, [2]float64{420, 600}, [2]float64{36, 56}, 110, "none", "", ""},
	"ckb":      {"ckb", []int{85, 110, 110, 98}, [2]float64{200, 280}, [2]float64{110, 160}, [2]float64{36, 54}, 110, "none", "", ""},
	"kda":      {"kda", []int{85, 110, 110, 98}, [2]float64{640, 780}, [2]float64{100, 170}, [2]float64{36, 54}, 110, "none", "", ""},
	"hns":      {"hns", []int{85, 130, 110, 98}, [2]float64{560, 900}, [2]float64{130, 180}, [2]float64{36, 54}, 58, "none", "", ""},
	"dcr":      {"dcr", []int{85, 130, 110, 98}, [2]float64{560, 720}, [2]float64{120, 170}, [2]float64{36, 54}, 58, "none", "", ""},
	"iron":     {"iron", []int{160, 130}, [2]float64{420, 560}, [2]float64{130, 190}, [2]float64{70, 110}, 120, "none", "", ""},
	"dero":     {"dero", []int{}, [2]float64{400, 520}, [2]float64{180, 240}, [2]float64{60, 90}, 0, "none", "mute", "ws"},
	"xelis":    {"xelis", []int{150, 90}, [2]float64{330, 460}, [2]float64{240, 300}, [2]float64{30, 60}, 0, "ping", "", "ws"},
	"nimiq":    {"nimiq", []int{240, 90}, [2]float64{500, 800}, [2]float64{600, 900}, [2]float64{40, 70}, 70, "none", "", "ws"},
	"aleo":     {"aleo", []int{120, 110, 130, 60}, [2]float64{150, 300}, [2]float64{120, 260}, [2]float64{36, 60}, 70, "none", "", ""},
	"qubic":    {"qubic", []int{300, 200}, [2]float64{200, 420}, [2]float64{240, 420}, [2]float64{40, 90}, 0, "rate", "", "tls"},
	"duco":     {"duco", []int{}, [2]float64{86, 92}, [2]float64{40, 75}, [2]float64{5, 9}, 0, "none", "pull", ""},
	"xdag":     {"xdag", []int{512, 32}, [2]float64{64, 64}, [2]float64{32, 32}, [2]float64{32, 32}, 0, "none", "mute", ""},
	"quai":     {"quai", []int{95, 130, 120, 98}, [2]float64{300, 420}, [2]float64{110, 160}, [2]float64{36, 54}, 60, "ping", "", ""},
	"wart":     {"wart", []int{80, 110, 105, 98}, [2]float64{360, 470}, [2]float64{110, 170}, [2]float64{36, 54}, 60, "none", "", ""},
	"tari":     {"tari", []int{300, 420}, [2]float64{300, 430}, [2]float64{190, 270}, [2]float64{62, 90}, 0, "keep", "", ""},
	"ccx":      {"ccx", []int{120, 60}, [2]float64{180, 320}, [2]float64{180, 320}, [2]float64{50, 80}, 0, "ping", "", ""},
}

// coin is a coin in a dialect. Block times are in seconds.
type coin struct {
	name    string
	dialect string
	block   float64
	ports   []int
}

var coins = []coin{
	{"bitcoin", "asic", 600, []int{3333, 443, 25, 700, 1800}}, {"monero", "rx", 120, []int{3333, 443, 14444, 10128, 20128, 5555, 80}},
	{"ethereum-classic", "ethproxy", 13, []int{4444, 1010, 5555, 14444}}, {"ravencoin", "kawpow", 60, []int{3838, 6060, 10031, 20031}},
	{"zcash", "eq200", 75, []int{2142, 6633, 3357, 20575}}, {"kaspa", "kaspa", 1, []int{5555, 4444, 16061}},
	{"ergo", "auto", 120, []int{3056, 8888, 20016}}, {"verus", "verus", 60, []int{9999, 3956, 20985}},
	{"alephium", "alph", 8, []int{20032, 1199, 4100}}, {"nexa", "nexa", 120, []int{4444, 5101, 20033}},
	{"litecoin", "asic", 150, []int{3333, 443, 1314}}, {"bitcoin-v2", "sv2", 600, []int{3333, 34254, 3336}},
	{"zephyr", "rx", 120, []int{1123, 10343, 3333}}, {"ethereum-pow", "eth1", 13, []int{3443, 3353, 4444}},
	{"flux", "eq144", 30, []int{2001, 7011, 20535}}, {"beam", "beam", 60, []int{5252, 5555, 3333}},
	{"grin", "grin", 60, []int{3416, 3030, 13416}}, {"conflux", "eth1", 0.5, []int{8888, 17777, 20012}},
	{"nervos", "ckb", 10, []int{1800, 3333, 10100}}, {"kadena", "kda", 1.5, []int{443, 3600, 4444}},
	{"handshake", "hns", 600, []int{7701, 3008}}, {"decred", "dcr", 300, []int{3333, 5555, 9508}},
	{"iron-fish", "iron", 60, []int{9034, 4040, 8145}}, {"dero", "dero", 1.1, []int{10100, 10300}},
	{"xelis", "xelis", 5, []int{5225, 8080, 6633}}, {"aleo", "aleo", 15, []int{4133, 4420, 8898}},
	{"qubic", "qubic", 60, []int{443, 7777, 8088}}, {"duino", "duco", 600, []int{2811, 2813, 6042}},
	{"bitcoin-cash", "btc", 600, []int{3333, 1228, 443}}, {"dogecoin", "asic", 60, []int{3333, 4433}},
	{"dash", "btc", 157, []int{9999, 3533}}, {"digibyte", "btc", 15, []int{3257, 3004}},
	{"vertcoin", "short", 150, []int{9171, 10240}}, {"monacoin", "short", 90, []int{8888, 3032}},
	{"wownero", "rx", 300, []int{3333, 34568}}, {"salvium", "rx", 120, []int{1230, 20055}},
	{"haven", "cn", 120, []int{3333, 1110}}, {"conceal", "ccx", 120, []int{3333, 16061}},
	{"ryo", "cn", 240, []int{5555, 3333}}, {"turtlecoin", "cn", 30, []int{3333, 10381}},
	{"raptoreum", "short", 120, []int{6273, 7070, 4444}}, {"yescrypt", "short", 60, []int{6233, 6323}},
	{"dynex", "cn", 120, []int{18333, 19331}}, {"tari", "tari", 120, []int{4200, 6118}},
	{"neoxa", "kawpow", 60, []int{4243, 10222}}, {"clore", "kawpow", 60, []int{2083, 10225}},
	{"meowcoin", "kawpow", 60, []int{10227, 3344}}, {"evrmore", "kawpow", 60, []int{2820, 10228}},
	{"firo", "kawpow", 150, []int{8181, 3358}}, {"zano", "progpow", 120, []int{8877, 3072}},
	{"callisto", "ethproxy", 13, []int{4455, 8008}}, {"ubiq", "ethproxy", 88, []int{8008, 3030}},
	{"octaspace", "eth2", 13, []int{5225, 10205}}, {"etica", "eth2", 13, []int{3655, 5455}},
	{"bitcoin-gold", "eq144", 600, []int{4040, 3857}}, {"ycash", "eq192", 75, []int{6655, 3032}},
	{"horizen", "eq200", 150, []int{2145, 4332}}, {"pirate", "eq200", 60, []int{9150, 2053}},
	{"aeternity", "cuckoo", 180, []int{4040, 6020}}, {"cortex", "cuckoo", 15, []int{4008, 7777}},
	{"karlsen", "kaspa", 1, []int{2010, 5555}}, {"pyrin", "kaspa", 1, []int{5566, 4444}},
	{"spectre", "kaspa", 1, []int{5555, 6363}}, {"radiant", "short", 300, []int{2233, 7474}},
	{"quai", "quai", 5, []int{3333, 8002}}, {"warthog", "wart", 20, []int{3223, 10001}},
	{"sia", "btc", 600, []int{3333, 7777}}, {"scash", "rx", 600, []int{8888, 3333}},
	{"nimiq", "nimiq", 60, []int{8443, 2053}}, {"xdag", "xdag", 64, []int{13654, 3232}},
	{"sumokoin", "cn", 240, []int{3333, 4444}}, {"epic", "grin", 60, []int{3416, 51416}},
	{"namecoin", "btc", 600, []int{3333, 3330}}, {"peercoin", "btc", 500, []int{3333, 9904}},
	{"groestl", "short", 60, []int{3333, 5544}}, {"masari", "cn", 60, []int{5555, 3333}},
}
