// Package mine is cryptocurrency mining: coins and the dialects their pools
// speak, pools and their habits, rigs, and the ways they reach a pool, a
// node, a proxy, or nothing.
package mine

import "makes/c/internal/dice"

// coin is what matters of a coin for its traffic.
type coin struct {
	name    string
	block   float64    // mean seconds between blocks, 0 if jobs only follow the pool's clock
	refresh [2]float64 // range of a pool's pause between jobs within a block
	renews  float64    // share of pools that renew jobs within a block
	ease    [2]float64 // range of the seconds a slow machine needs for the easiest share
	speak   func(d *dice.Dice, r *rig) dialect
	solo    func(m *miner)
}

var coins = []coin{
	{"monero", 120, [2]float64{10, 60}, 0.6, [2]float64{1, 60}, monero, soloMonero},
	{"bitcoin", 600, [2]float64{15, 60}, 1, [2]float64{10, 400}, bitcoin, soloTemplate(600000, 4000000)},
	{"etc", 13, [2]float64{1.5, 10}, 0.3, [2]float64{5, 60}, ethproxy, soloGetWork},
	{"kaspa", 0, [2]float64{0.2, 2.5}, 1, [2]float64{2, 30}, kaspa, soloKaspa},
	{"ravencoin", 60, [2]float64{5, 40}, 0.7, [2]float64{3, 60}, kawpow, soloTemplate(3000, 40000)},
	{"litecoin", 60, [2]float64{15, 60}, 0.9, [2]float64{5, 120}, scrypt, soloTemplate(40000, 500000)},
	{"zcash", 75, [2]float64{10, 60}, 0.7, [2]float64{3, 80}, equihash(1344), soloTemplate(3000, 60000)},
	{"verus", 62, [2]float64{5, 60}, 0.7, [2]float64{1, 40}, verus, soloTemplate(6000, 60000)},
	{"flux", 120, [2]float64{10, 60}, 0.7, [2]float64{3, 60}, equihash(52), soloTemplate(3000, 30000)},
	{"ergo", 120, [2]float64{5, 60}, 0.6, [2]float64{3, 60}, ergo, soloNodeStratum},
	{"raptoreum", 120, [2]float64{15, 60}, 0.8, [2]float64{2, 60}, ghostrider, soloTemplate(4000, 50000)},
	{"alephium", 0, [2]float64{1, 8}, 1, [2]float64{3, 40}, alephium, soloNodeStratum},
	{"conflux", 0, [2]float64{0.3, 1.5}, 1, [2]float64{3, 60}, nicehashEthash, soloNodeStratum},
	{"ironfish", 60, [2]float64{3, 30}, 0.9, [2]float64{3, 60}, ironfish, soloNodeStratum},
	{"bitcoin-sv2", 600, [2]float64{15, 60}, 1, [2]float64{10, 400}, stratumV2, soloNodeStratum},
	{"zephyr", 120, [2]float64{10, 60}, 0.5, [2]float64{1, 60}, monero, soloMonero},
}
