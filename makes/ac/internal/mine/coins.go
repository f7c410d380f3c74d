// Package mine is what intruders leave behind: miners of many coins and
// dialects, their pools, proxies, nodes and those that reach nobody.
package mine

// coin is a proof of work and how its miners talk.
type coin struct {
	name    string
	dialect string
	block   float64    // seconds between blocks
	refresh [2]float64 // seconds between templates a pool sends besides
	share   [2]float64 // seconds between shares that pools aim at
	job     [2]int     // bytes that vary with the pool's software
	chance  int        // how often intruders choose it
}

// coins, those that run on processors first, which intruders like best.
var coins = []coin{
	{"monero", "cryptonote", 120, [2]float64{20, 90}, [2]float64{20, 60}, [2]int{360, 440}, 12},
	{"monero-gateway", "xmrigproxy", 120, [2]float64{20, 60}, [2]float64{30, 120}, [2]int{340, 430}, 6},
	{"wownero", "cryptonote", 300, [2]float64{30, 120}, [2]float64{15, 60}, [2]int{420, 560}, 2},
	{"haven", "cryptonote", 120, [2]float64{25, 60}, [2]float64{15, 60}, [2]int{420, 520}, 1},
	{"zephyr", "cryptonote", 120, [2]float64{20, 60}, [2]float64{15, 60}, [2]int{400, 520}, 3},
	{"salvium", "cryptonote", 120, [2]float64{20, 60}, [2]float64{15, 50}, [2]int{400, 520}, 2},
	{"conceal", "cryptonote", 120, [2]float64{30, 90}, [2]float64{10, 40}, [2]int{340, 440}, 1},
	{"graft", "cryptonote", 120, [2]float64{30, 90}, [2]float64{15, 60}, [2]int{360, 460}, 1},
	{"sumokoin", "cryptonote", 240, [2]float64{30, 120}, [2]float64{10, 60}, [2]int{380, 440}, 1},
	{"dero", "astro", 18, [2]float64{.5, 1.5}, [2]float64{10, 60}, [2]int{420, 520}, 2},
	{"raptoreum", "stratum", 120, [2]float64{20, 60}, [2]float64{6, 30}, [2]int{420, 900}, 3},
	{"verus", "equihash", 60, [2]float64{15, 60}, [2]float64{5, 30}, [2]int{560, 3400}, 4},
	{"yespower-sugar", "stratum", 5, [2]float64{10, 60}, [2]float64{5, 30}, [2]int{400, 700}, 1},
	{"yescrypt-r32", "stratum", 60, [2]float64{20, 60}, [2]float64{5, 30}, [2]int{400, 700}, 1},
	{"ghostrider", "xmrigstratum", 60, [2]float64{20, 60}, [2]float64{10, 40}, [2]int{420, 800}, 1},
	{"scala", "cryptonote", 120, [2]float64{30, 90}, [2]float64{15, 60}, [2]int{360, 440}, 1},
	{"qrl", "cryptonote", 60, [2]float64{15, 60}, [2]float64{15, 60}, [2]int{300, 400}, 1},
	{"xelis", "xelis", 5, [2]float64{3, 10}, [2]float64{5, 25}, [2]int{220, 320}, 2},
	{"qubic", "qubic", 1800, [2]float64{60, 300}, [2]float64{60, 600}, [2]int{200, 420}, 2},
	{"spectre", "kaspa", 1, [2]float64{2, 10}, [2]float64{5, 30}, [2]int{150, 190}, 1},
	{"bitcoin", "stratum", 600, [2]float64{28, 60}, [2]float64{10, 30}, [2]int{700, 1400}, 2},
	{"bitcoin-v2", "sv2", 600, [2]float64{30, 60}, [2]float64{6, 20}, [2]int{40, 90}, 1},
	{"bitcoin-cash", "stratum", 600, [2]float64{28, 60}, [2]float64{10, 30}, [2]int{600, 1200}, 1},
	{"litecoin", "stratum", 150, [2]float64{25, 60}, [2]float64{8, 30}, [2]int{700, 1500}, 1},
	{"dogecoin", "stratum", 60, [2]float64{20, 60}, [2]float64{8, 30}, [2]int{600, 1300}, 1},
	{"digibyte", "stratum", 15, [2]float64{20, 60}, [2]float64{5, 20}, [2]int{500, 900}, 1},
	{"dash", "stratum", 150, [2]float64{30, 60}, [2]float64{8, 20}, [2]int{560, 1300}, 1},
	{"groestlcoin", "stratum", 60, [2]float64{30, 60}, [2]float64{8, 20}, [2]int{500, 800}, 1},
	{"decred", "stratum", 300, [2]float64{30, 60}, [2]float64{10, 30}, [2]int{620, 760}, 1},
	{"sia", "stratum", 600, [2]float64{30, 60}, [2]float64{10, 30}, [2]int{500, 800}, 1},
	{"ethereum-classic", "ethproxy", 13, [2]float64{4, 12}, [2]float64{10, 60}, [2]int{230, 270}, 2},
	{"ethereum-pow", "ethstratum", 13, [2]float64{5, 15}, [2]float64{10, 40}, [2]int{240, 290}, 1},
	{"etica", "ethproxy", 13, [2]float64{5, 15}, [2]float64{10, 60}, [2]int{230, 260}, 1},
	{"quai", "ethstratum2", 6, [2]float64{3, 10}, [2]float64{8, 40}, [2]int{120, 200}, 1},
	{"ravencoin", "kawpow", 60, [2]float64{15, 45}, [2]float64{8, 30}, [2]int{310, 370}, 2},
	{"neoxa", "kawpow", 60, [2]float64{15, 45}, [2]float64{8, 30}, [2]int{310, 370}, 1},
	{"clore", "kawpow", 60, [2]float64{15, 45}, [2]float64{8, 30}, [2]int{310, 370}, 1},
	{"firo", "kawpow", 150, [2]float64{15, 60}, [2]float64{8, 30}, [2]int{310, 380}, 1},
	{"zcash", "equihash", 75, [2]float64{15, 60}, [2]float64{8, 30}, [2]int{340, 420}, 1},
	{"horizen", "equihash", 150, [2]float64{20, 60}, [2]float64{8, 30}, [2]int{340, 420}, 1},
	{"flux", "equihash", 120, [2]float64{20, 60}, [2]float64{8, 30}, [2]int{330, 400}, 1},
	{"bitcoin-gold", "equihash", 600, [2]float64{20, 60}, [2]float64{8, 30}, [2]int{330, 400}, 1},
	{"kaspa", "kaspa", 1, [2]float64{1, 10}, [2]float64{5, 20}, [2]int{140, 180}, 2},
	{"karlsen", "kaspa", 1, [2]float64{1, 10}, [2]float64{5, 20}, [2]int{140, 180}, 1},
	{"pyrin", "kaspa", 1, [2]float64{2, 10}, [2]float64{5, 20}, [2]int{140, 180}, 1},
	{"ergo", "autolykos", 120, [2]float64{10, 40}, [2]float64{8, 30}, [2]int{260, 360}, 1},
	{"alephium", "alephium", 16, [2]float64{2, 8}, [2]float64{8, 30}, [2]int{900, 2600}, 1},
	{"nexa", "nexa", 120, [2]float64{15, 60}, [2]float64{8, 30}, [2]int{200, 300}, 1},
	{"radiant", "stratum", 300, [2]float64{20, 60}, [2]float64{8, 30}, [2]int{500, 800}, 1},
	{"ironfish", "ironfish", 60, [2]float64{10, 40}, [2]float64{8, 30}, [2]int{420, 520}, 1},
	{"beam", "beam", 60, [2]float64{15, 40}, [2]float64{8, 30}, [2]int{190, 230}, 1},
	{"grin", "grin", 60, [2]float64{10, 30}, [2]float64{20, 60}, [2]int{560, 680}, 1},
	{"conflux", "stratum", 1, [2]float64{.6, 3}, [2]float64{10, 40}, [2]int{200, 280}, 1},
	{"aeternity", "stratum", 180, [2]float64{20, 60}, [2]float64{15, 60}, [2]int{160, 240}, 1},
	{"old-getwork", "getwork", 120, [2]float64{30, 60}, [2]float64{10, 40}, [2]int{560, 900}, 1},
}
