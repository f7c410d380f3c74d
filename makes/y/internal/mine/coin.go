// Package mine holds the miners: coins, pools, miner programs, the stratum dialects, solo mining, proxies and what is blocked.
package mine

import (
	"fmt"
	"math"
	"slices"

	"makes/y/internal/rng"
	"makes/y/internal/sim"
)

// coin is a chain as its miners see it.
type coin struct {
	name    string
	every   float64 // mean seconds between blocks
	address int     // characters of a payout address
	refresh float64 // seconds between a pool's fresh templates within a block, 0 for none
	talk    func(*session)
	solo    func(*rig, *sim.Ctx, *sim.Host, *sim.Host)
	peer    func(*sim.Ctx, *sim.Host, *sim.Host, *coin)
	soloAt  int // port of the node for miners
	peerAt  int // port of the node for its peers
	secure  bool
	softs   []int // indexes of programs that mine it
	branch  int   // typical number of merkle branches
	body    int   // characters of what else the dialect's job or solution carries
}

var coins = []coin{
	{"monero", 120, 95, 40, moneroTalk, moneroSolo, levinPeer, 18081, 18080, false, []int{0, 0, 0, 1, 2}, 0, 152},
	{"wownero", 300, 97, 60, moneroTalk, moneroSolo, levinPeer, 34568, 34567, false, []int{0, 1}, 0, 286},
	{"zephyr", 120, 97, 45, moneroTalk, moneroSolo, levinPeer, 17767, 17766, false, []int{0, 1}, 0, 168},
	{"salvium", 120, 98, 30, moneroTalk, moneroSolo, levinPeer, 19081, 19080, false, []int{0, 1}, 0, 152},
	{"sumokoin", 60, 95, 0, moneroTalk, moneroSolo, levinPeer, 20189, 20188, false, []int{0, 1, 2}, 0, 152},
	{"bitcoin", 600, 42, 30, bitcoinTalk, templateSolo, invPeer, 8332, 8333, false, []int{9, 9, 8}, 12, 420},
	{"bitcoin-v2", 600, 42, 30, v2Talk, templateSolo, invPeer, 8332, 8333, false, []int{9}, 12, 420},
	{"bitcoin-cash", 600, 42, 60, bitcoinTalk, templateSolo, invPeer, 8332, 8333, false, []int{9, 8}, 7, 300},
	{"litecoin", 150, 43, 40, bitcoinTalk, templateSolo, invPeer, 9332, 9333, false, []int{9, 8, 3}, 7, 520},
	{"digibyte", 15, 43, 20, bitcoinTalk, templateSolo, invPeer, 14022, 12024, false, []int{8, 9}, 2, 260},
	{"dash", 150, 34, 30, bitcoinTalk, templateSolo, invPeer, 9998, 9999, false, []int{9, 3}, 4, 900},
	{"decred", 300, 35, 30, decredTalk, templateSolo, invPeer, 9109, 9108, false, []int{9, 5}, 0, 432},
	{"feathercoin", 60, 34, 55, bitcoinTalk, templateSolo, invPeer, 9337, 9336, false, []int{4, 5}, 1, 220},
	{"vertcoin", 150, 43, 40, bitcoinTalk, templateSolo, invPeer, 5888, 5889, false, []int{4, 5}, 2, 250},
	{"raptoreum", 120, 34, 30, bitcoinTalk, templateSolo, invPeer, 10225, 10226, false, []int{3, 3, 1}, 3, 820},
	{"sugarchain", 5, 43, 0, bitcoinTalk, templateSolo, invPeer, 34229, 34230, false, []int{3}, 0, 230},
	{"scash", 600, 43, 45, scashTalk, templateSolo, invPeer, 8342, 8343, false, []int{1, 3}, 1, 260},
	{"ethereum-classic", 13, 42, 0, ethProxyTalk, getWorkSolo, devp2pPeer, 8545, 30303, false, []int{5, 6, 7}, 0, 0},
	{"ethereum-pow", 13, 42, 3, niceHashTalk, getWorkSolo, devp2pPeer, 8545, 30303, false, []int{5, 6, 7}, 0, 0},
	{"ubiq", 88, 42, 15, niceHashTalk, getWorkSolo, devp2pPeer, 8588, 30388, false, []int{5, 7}, 0, 0},
	{"zano", 60, 97, 20, ethProxyTalk, moneroSolo, levinPeer, 11211, 11121, false, []int{5, 7}, 0, 0},
	{"ravencoin", 60, 34, 25, kawpowTalk, templateSolo, invPeer, 8766, 8767, false, []int{5, 6, 7}, 0, 0},
	{"meowcoin", 60, 34, 30, kawpowTalk, templateSolo, invPeer, 9766, 8788, false, []int{5, 6}, 0, 0},
	{"neurai", 60, 34, 15, kawpowTalk, templateSolo, invPeer, 19001, 19000, false, []int{5, 7}, 0, 0},
	{"zcash", 75, 35, 30, equihashTalk, templateSolo, invPeer, 8232, 8233, false, []int{6, 9}, 0, 2694},
	{"horizen", 150, 35, 30, equihashTalk, templateSolo, invPeer, 8231, 9033, false, []int{6, 9}, 0, 2694},
	{"flux", 30, 35, 20, equihashTalk, templateSolo, invPeer, 16124, 16125, false, []int{6, 7}, 0, 106},
	{"bitcoin-gold", 600, 34, 40, equihashTalk, templateSolo, invPeer, 8332, 8338, false, []int{6, 7}, 0, 202},
	{"verus", 60, 34, 25, verusTalk, templateSolo, invPeer, 27486, 27485, false, []int{3, 1}, 0, 2694},
	{"ergo", 120, 51, 15, autolykosTalk, candidateSolo, levinPeer, 9053, 9030, false, []int{5, 6, 7}, 0, 0},
	{"kaspa", 1, 67, 0, kaspaTalk, kaspadSolo, kaspaPeer, 16110, 16111, false, []int{7, 10}, 0, 0},
	{"pyrin", 1, 67, 0, kaspaTalk, kaspadSolo, kaspaPeer, 13110, 13111, false, []int{7, 6}, 0, 0},
	{"spectre", 1, 69, 0, kaspaTalk, kaspadSolo, kaspaPeer, 18110, 18111, false, []int{1, 3}, 0, 0},
	{"alephium", 2, 45, 0, alephiumTalk, alephiumSolo, devp2pPeer, 10973, 9973, false, []int{7, 10, 6}, 0, 652},
	{"ironfish", 60, 64, 20, ironfishTalk, candidateSolo, levinPeer, 8020, 9033, false, []int{7, 6}, 0, 360},
	{"grin", 60, 62, 15, cuckooTalk, cuckooSolo, devp2pPeer, 3416, 3414, false, []int{6, 10}, 0, 530},
	{"mwc", 60, 62, 20, cuckooTalk, cuckooSolo, devp2pPeer, 3416, 3414, false, []int{6}, 0, 530},
	{"beam", 60, 66, 0, beamTalk, beamSolo, levinPeer, 10002, 10000, true, []int{6, 7}, 0, 0},
	{"conflux", 0.5, 50, 0, confluxTalk, getWorkSolo, devp2pPeer, 12537, 32323, false, []int{5, 7}, 0, 0},
	{"dero", 18, 66, 0, deroTalk, deroSolo, levinPeer, 10100, 10101, true, []int{1, 3}, 0, 96},
	{"xelis", 15, 63, 5, xelisTalk, deroSolo, devp2pPeer, 8080, 2125, false, []int{1, 3, 7}, 0, 0},
}

// market is what a run's world knows of the coins: when blocks came, which pools there are.
type market struct {
	w      *sim.World
	blocks map[string][]float64
	pools  map[string][]*pool
}

// chainOf gives the times of a coin's blocks.
func (k *market) chainOf(c *coin) []float64 {
	if b, ok := k.blocks[c.name]; ok {
		return b
	}
	r := k.w.Rand("blocks", c.name)
	var b []float64
	for t := r.Exp(c.every); t < k.w.End; {
		b = append(b, t)
		if c.every < 2 {
			// Chains of a block per second are paced by their template service rather than by luck.
			t += r.Near(c.every, 0.3)
		} else {
			t += r.Exp(c.every)
		}
	}
	k.blocks[c.name] = b
	return b
}

// pool is a pool of one coin: its servers and its habits.
type pool struct {
	name     string
	coin     *coin
	servers  []*sim.Host
	port     int
	tlsPort  int
	target   float64 // seconds between shares that vardiff aims at
	retarget float64 // seconds between looks at the difficulty
	low      float64 // least difficulty, in seconds of the slowest machine
	high     float64
	first    float64
	fixed    bool // no vardiff on this port
	refresh  float64
	phase    float64
	lateness float64 // seconds a new block's job comes after the block
	idle     float64 // seconds without a share after which it hangs up
	word     int     // characters of its job and session names
	spare    int     // further characters in its messages
	think    float64 // seconds to judge a share
	bad      float64 // share of shares refused
	donor    bool
	blocks   []float64
}

var poolWords = []string{"amber", "birch", "copper", "delta", "ember", "fjord", "garnet", "harbor", "indigo", "juniper", "kestrel", "lagoon", "mosaic", "nimbus"}

// poolsOf gives the pools of a coin.
func (k *market) poolsOf(c *coin) []*pool {
	if p, ok := k.pools[c.name]; ok {
		return p
	}
	r := k.w.Rand("pools", c.name)
	var all []*pool
	for i := range r.Int(2, 5) {
		all = append(all, k.newPool(c, fmt.Sprintf("%s-%s%d", rng.Pick(r, poolWords...), c.name, i+1), r))
	}
	k.pools[c.name] = all
	return all
}

func (k *market) newPool(c *coin, name string, r *rng.R) *pool {
	p := &pool{name: name, coin: c, target: rng.Pick(r, 5.0, 10, 12, 15, 15, 20, 30, 60), retarget: rng.Pick(r, 30.0, 60, 90, 120),
		fixed: r.Chance(0.15), phase: r.F() * 60, lateness: r.Ratio(0.05, 2), idle: rng.Pick(r, 300.0, 600, 600, 900, 3600),
		word: rng.Pick(r, 4, 6, 8, 8, 15, 16, 28, 36), spare: r.Int(0, 40), think: r.Ratio(0.0005, 0.03), bad: r.Ratio(0.0005, 0.01),
		blocks: k.chainOf(c)}
	p.low = r.Ratio(8, 120)
	p.high = p.low * r.Ratio(300, 1e5)
	p.first = p.low * r.Ratio(1, 20)
	if p.fixed {
		p.first = r.Ratio(60, 600)
		p.low, p.high = p.first, p.first
	}
	p.port = rng.Pick(r, 3333, 3333, 4444, 5555, 7777, 8888, 14444, 10032, 443, 80, 1111, 9000, 20580, r.Int(2000, 20000))
	p.tlsPort = rng.Pick(r, 443, 443, 5556, 9000, 14433, 3443, 20581, 8443)
	if c.refresh > 0 {
		p.refresh = r.Near(c.refresh, 0.5)
		if r.Chance(0.2) {
			p.refresh = 0
		}
	}
	p.servers = k.w.Service("pool "+name, r.Int(1, 4))
	for _, h := range p.servers {
		h.Restart = r.Ratio(6*3600, 200*3600)
		if r.Chance(0.15) {
			h.Fail(r.F()*k.w.End, r.Ratio(60, 3000), r.Chance(0.5))
		}
	}
	return p
}

// nextJob tells when after t the pool next has work, and whether it is for a new block.
func (p *pool) nextJob(t float64) (at float64, clean bool) {
	i, _ := slices.BinarySearch(p.blocks, t-p.lateness+1e-6)
	at, clean = math.Inf(1), true
	if i < len(p.blocks) {
		at = p.blocks[i] + p.lateness
	}
	if p.refresh > 0 {
		if f := (math.Floor((t+1e-6-p.phase)/p.refresh)+1)*p.refresh + p.phase; f < at {
			return f, false
		}
	}
	return at, clean
}
