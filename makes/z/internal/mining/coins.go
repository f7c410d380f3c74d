// Package mining simulates miners, their pools, proxies and nodes.
package mining

import (
	"sort"

	"makes/z/internal/clock"
	"makes/z/internal/rng"
)

// style is a family of mining protocols.
type style int

const (
	// login: JSON-RPC with login, job, submit and keepalived.
	login style = iota
	// classic: subscribe, authorize, set_difficulty or set_target, notify, submit.
	classic
	// ether: eth_submitLogin, getWork pushed or polled, submitWork, submitHashrate.
	ether
)

// span is a range of sizes.
type span struct{ lo, hi float64 }

// coin is what one mines: protocol, mean time between blocks, sizes of the messages.
type coin struct {
	name   string
	style  style
	block  float64
	job    span
	submit span
	// template is the range of sizes of a node's block template, 0 if nobody mines it solo here.
	template span
	// p2p is the port of the chain's nodes, rpc of their interface.
	p2p, rpc uint16
	// keep: the miners send keep-alives of the protocol.
	keep bool
	// report: the miners tell their hash rates.
	report bool
}

var coins = []coin{
	{"xmr", login, 120, span{372, 440}, span{212, 262}, span{1300, 2600}, 18080, 18081, true, false},
	{"zeph", login, 120, span{380, 450}, span{212, 262}, span{1300, 2600}, 17766, 17767, true, false},
	{"sal", login, 120, span{376, 445}, span{212, 262}, span{1300, 2800}, 19080, 19081, true, false},
	{"wow", login, 300, span{390, 520}, span{225, 330}, span{1200, 2300}, 34567, 34568, true, false},
	{"dnx", login, 120, span{350, 620}, span{200, 420}, span{}, 17336, 18333, true, false},
	{"xtm", login, 120, span{340, 430}, span{210, 260}, span{}, 18189, 18142, true, false},
	{"ccx", login, 120, span{300, 380}, span{190, 240}, span{900, 1900}, 15000, 16000, true, false},
	{"grin", login, 60, span{480, 580}, span{470, 660}, span{}, 3414, 3413, true, false},
	{"beam", login, 60, span{165, 240}, span{320, 380}, span{}, 10000, 10005, false, false},
	{"btc", classic, 600, span{950, 1950}, span{108, 178}, span{900000, 3000000}, 8333, 8332, false, false},
	{"bch", classic, 600, span{750, 1600}, span{105, 170}, span{20000, 400000}, 8333, 8332, false, false},
	{"ltc", classic, 150, span{850, 1800}, span{105, 170}, span{20000, 200000}, 9333, 9332, false, false},
	{"doge", classic, 60, span{700, 1400}, span{105, 170}, span{8000, 90000}, 22556, 22555, false, false},
	{"dgb", classic, 75, span{520, 1100}, span{105, 165}, span{3000, 20000}, 12024, 14022, false, false},
	{"dash", classic, 155, span{620, 1250}, span{105, 165}, span{6000, 60000}, 9999, 9998, false, false},
	{"ftc", classic, 60, span{430, 760}, span{100, 150}, span{1500, 9000}, 9336, 9337, false, false},
	{"vtc", classic, 150, span{480, 900}, span{100, 150}, span{2000, 12000}, 5889, 5888, false, false},
	{"rtm", classic, 120, span{650, 1350}, span{105, 160}, span{4000, 30000}, 10226, 10225, false, false},
	{"ntx", classic, 60, span{420, 720}, span{100, 150}, span{1200, 6000}, 8433, 8432, false, false},
	{"sc", classic, 600, span{450, 900}, span{100, 150}, span{}, 9981, 9980, false, false},
	{"hns", classic, 600, span{800, 1350}, span{130, 240}, span{9000, 90000}, 12038, 12037, false, false},
	{"zec", classic, 75, span{330, 400}, span{2840, 2985}, span{9000, 90000}, 8233, 8232, false, false},
	{"btg", classic, 600, span{330, 400}, span{360, 430}, span{3000, 30000}, 8338, 8332, false, false},
	{"flux", classic, 30, span{330, 410}, span{245, 330}, span{3000, 30000}, 16125, 16124, false, false},
	{"vrsc", classic, 60, span{640, 2700}, span{2840, 3010}, span{6000, 60000}, 27485, 27486, false, false},
	{"rvn", classic, 60, span{300, 385}, span{228, 276}, span{5000, 60000}, 8767, 8766, false, true},
	{"xna", classic, 60, span{300, 385}, span{228, 276}, span{1500, 12000}, 19000, 19001, false, true},
	{"firo", classic, 150, span{310, 390}, span{228, 276}, span{3000, 20000}, 8168, 8888, false, true},
	{"erg", classic, 120, span{185, 275}, span{108, 155}, span{900, 1700}, 9030, 9053, false, false},
	{"kas", classic, 0.6, span{108, 175}, span{92, 135}, span{1500, 9000}, 16111, 16110, false, false},
	{"alph", classic, 2.5, span{650, 2400}, span{320, 420}, span{}, 9973, 10973, false, false},
	{"cfx", classic, 0.8, span{175, 245}, span{140, 190}, span{}, 32323, 12535, false, false},
	{"nexa", classic, 120, span{230, 310}, span{105, 150}, span{2000, 20000}, 7228, 7227, false, false},
	{"iron", classic, 60, span{470, 720}, span{90, 170}, span{}, 9033, 8020, false, true},
	{"ckb", classic, 10, span{140, 230}, span{95, 140}, span{900, 9000}, 8115, 8114, false, false},
	{"kda", classic, 1.5, span{560, 900}, span{150, 420}, span{}, 1789, 1848, false, false},
	{"etc", ether, 13, span{208, 262}, span{232, 274}, span{330, 400}, 30303, 8545, false, true},
	{"ethw", ether, 13, span{160, 250}, span{108, 262}, span{330, 400}, 30303, 8545, false, true},
	{"ubq", ether, 88, span{208, 262}, span{232, 274}, span{330, 400}, 30388, 8588, false, true},
	{"exp", ether, 30, span{208, 262}, span{232, 274}, span{330, 400}, 42786, 9656, false, true},
}

// chain is a coin's blocks during the simulation.
type chain struct {
	*coin
	at []clock.Time
}

func newChain(c *coin, r rng.Rand, until clock.Time) *chain {
	h := &chain{coin: c}
	for t := -clock.Hour; t < until+clock.Hour; {
		// Chains of many blocks a second come as regular as their nodes let them.
		gap := r.Exp(c.block)
		if c.block < 5 {
			gap = c.block * r.Between(0.3, 1.7)
		}
		t += clock.Secs(gap) + 1
		h.at = append(h.at, t)
	}
	return h
}

// after gives the first block later than t.
func (h *chain) after(t clock.Time) clock.Time {
	i := sort.Search(len(h.at), func(i int) bool { return h.at[i] > t })
	if i == len(h.at) {
		return clock.Never
	}
	return h.at[i]
}
