// Package mining has the currencies, pools and programs of miners, and plays
// their traffic: pools, nodes asked for work, proxies, and pools out of reach.
package mining

import (
	"math"

	"makes/x/internal/rnd"
)

// Dialect is a way in which miners and pools talk.
type Dialect int

// The dialects.
const (
	Cryptonote Dialect = iota // login, job, submit, keepalived
	Stratum                   // mining.subscribe, notify, submit
	EthProxy                  // eth_submitLogin, eth_submitWork
	EthStratum                // mining.notify with header and seed hashes
	ProgPow                   // with a mix hash, and a target of its own
	Equihash                  // long solutions
	Short                     // header hash and nonce only
	Cuckoo                    // JSON-RPC with cycles of edges
	Binary                    // Stratum version 2
	Groups                    // several chains per job
)

// Asking is how a miner gets work from a node.
type Asking int

// The ways to ask.
const (
	Height   Asking = iota // the height every second, a template when it changes
	Template               // getblocktemplate
	Work                   // eth_getWork
	Stream                 // the node pushes work
)

// Coin is a currency.
type Coin struct {
	Name     string
	Talk     Dialect
	Block    float64 // mean seconds between blocks
	Slow     float64 // hashes per second of the slowest miner; the fastest is twenty times faster
	Solution int     // bytes of a solution in a submit
	Branches rnd.Span
	Ask      Asking
	Body     rnd.Span // bytes of a block template as a node gives it
}

var coins = []Coin{
	{"monero", Cryptonote, 120, 700, 0, rnd.Span{}, Height, rnd.Span{Lo: 900, Hi: 1500}},
	{"wownero", Cryptonote, 300, 500, 0, rnd.Span{}, Height, rnd.Span{Lo: 800, Hi: 1300}},
	{"zephyr", Cryptonote, 120, 700, 0, rnd.Span{}, Height, rnd.Span{Lo: 900, Hi: 1500}},
	{"salvium", Cryptonote, 120, 700, 0, rnd.Span{}, Height, rnd.Span{Lo: 900, Hi: 1500}},
	{"arqma", Cryptonote, 120, 2500, 0, rnd.Span{}, Height, rnd.Span{Lo: 800, Hi: 1300}},
	{"conceal", Cryptonote, 120, 150, 0, rnd.Span{}, Height, rnd.Span{Lo: 700, Hi: 1100}},
	{"tari", Cryptonote, 120, 700, 0, rnd.Span{}, Stream, rnd.Span{Lo: 500, Hi: 900}},
	{"dero", Cryptonote, 18, 900, 0, rnd.Span{}, Stream, rnd.Span{Lo: 290, Hi: 350}},
	{"xelis", Cryptonote, 15, 900, 0, rnd.Span{}, Stream, rnd.Span{Lo: 330, Hi: 420}},
	{"raptoreum", Stratum, 120, 300, 0, rnd.Span{Lo: 0, Hi: 5}, Template, rnd.Span{Lo: 2000, Hi: 20000}},
	{"yenten", Stratum, 120, 150, 0, rnd.Span{Lo: 0, Hi: 3}, Template, rnd.Span{Lo: 1200, Hi: 5000}},
	{"koto", Stratum, 60, 600, 0, rnd.Span{Lo: 0, Hi: 3}, Template, rnd.Span{Lo: 1200, Hi: 6000}},
	{"mintme", EthProxy, 13, 300, 0, rnd.Span{}, Work, rnd.Span{Lo: 330, Hi: 420}},
	{"verus", Equihash, 60, 2e6, 2694, rnd.Span{}, Template, rnd.Span{Lo: 3000, Hi: 30000}},
	{"ravencoin", ProgPow, 60, 8e6, 0, rnd.Span{}, Template, rnd.Span{Lo: 3000, Hi: 60000}},
	{"neurai", ProgPow, 60, 8e6, 0, rnd.Span{}, Template, rnd.Span{Lo: 2000, Hi: 30000}},
	{"clore", ProgPow, 60, 8e6, 0, rnd.Span{}, Template, rnd.Span{Lo: 2000, Hi: 30000}},
	{"firo", ProgPow, 150, 9e6, 0, rnd.Span{}, Template, rnd.Span{Lo: 3000, Hi: 40000}},
	{"etc", EthProxy, 13, 1.5e7, 0, rnd.Span{}, Work, rnd.Span{Lo: 330, Hi: 420}},
	{"ethw", EthStratum, 13, 1.5e7, 0, rnd.Span{}, Work, rnd.Span{Lo: 330, Hi: 420}},
	{"ubiq", EthStratum, 88, 1.5e7, 0, rnd.Span{}, Work, rnd.Span{Lo: 330, Hi: 420}},
	{"octa", EthProxy, 13, 1.5e7, 0, rnd.Span{}, Work, rnd.Span{Lo: 330, Hi: 420}},
	{"conflux", Short, 0.9, 1.5e7, 132, rnd.Span{}, Stream, rnd.Span{Lo: 250, Hi: 350}},
	{"ergo", Short, 120, 3e7, 0, rnd.Span{}, Work, rnd.Span{Lo: 400, Hi: 700}},
	{"kaspa", Short, 1, 1e8, 0, rnd.Span{}, Stream, rnd.Span{Lo: 2500, Hi: 60000}},
	{"pyrin", Short, 1, 6e8, 0, rnd.Span{}, Stream, rnd.Span{Lo: 2500, Hi: 20000}},
	{"ironfish", Short, 60, 1.2e7, 0, rnd.Span{}, Stream, rnd.Span{Lo: 700, Hi: 3000}},
	{"nexa", Short, 120, 3e7, 0, rnd.Span{}, Template, rnd.Span{Lo: 900, Hi: 3000}},
	{"radiant", Stratum, 300, 3e8, 0, rnd.Span{Lo: 0, Hi: 8}, Template, rnd.Span{Lo: 2000, Hi: 90000}},
	{"alephium", Groups, 8, 2e8, 0, rnd.Span{}, Stream, rnd.Span{Lo: 3000, Hi: 9000}},
	{"flux", Equihash, 120, 15, 106, rnd.Span{}, Template, rnd.Span{Lo: 2000, Hi: 30000}},
	{"bitcoin-gold", Equihash, 600, 20, 202, rnd.Span{}, Template, rnd.Span{Lo: 3000, Hi: 60000}},
	{"zcash", Equihash, 75, 300, 2694, rnd.Span{}, Template, rnd.Span{Lo: 5000, Hi: 90000}},
	{"horizen", Equihash, 150, 300, 2694, rnd.Span{}, Template, rnd.Span{Lo: 5000, Hi: 90000}},
	{"beam", Cuckoo, 60, 10, 208, rnd.Span{}, Stream, rnd.Span{Lo: 260, Hi: 340}},
	{"grin", Cuckoo, 60, 0.4, 380, rnd.Span{}, Stream, rnd.Span{Lo: 600, Hi: 900}},
	{"aeternity", Cuckoo, 180, 2, 420, rnd.Span{}, Stream, rnd.Span{Lo: 260, Hi: 340}},
	{"bitcoin", Stratum, 600, 1e13, 0, rnd.Span{Lo: 10, Hi: 13}, Template, rnd.Span{Lo: 7e5, Hi: 2.4e6}},
	{"bitcoin-v2", Binary, 600, 1e13, 0, rnd.Span{Lo: 10, Hi: 13}, Template, rnd.Span{Lo: 7e5, Hi: 2.4e6}},
	{"bitcoin-cash", Stratum, 600, 1e13, 0, rnd.Span{Lo: 5, Hi: 10}, Template, rnd.Span{Lo: 4e4, Hi: 4e5}},
	{"litecoin", Stratum, 150, 5e8, 0, rnd.Span{Lo: 5, Hi: 9}, Template, rnd.Span{Lo: 4e4, Hi: 3e5}},
	{"dogecoin", Stratum, 60, 5e8, 0, rnd.Span{Lo: 3, Hi: 8}, Template, rnd.Span{Lo: 2e4, Hi: 2e5}},
	{"dash", Stratum, 157, 1e10, 0, rnd.Span{Lo: 2, Hi: 6}, Template, rnd.Span{Lo: 1e4, Hi: 9e4}},
	{"digibyte", Stratum, 75, 5e8, 0, rnd.Span{Lo: 1, Hi: 6}, Template, rnd.Span{Lo: 5e3, Hi: 6e4}},
	{"vertcoin", Stratum, 150, 4e5, 0, rnd.Span{Lo: 0, Hi: 4}, Template, rnd.Span{Lo: 2e3, Hi: 2e4}},
	{"feathercoin", Stratum, 60, 3e5, 0, rnd.Span{Lo: 0, Hi: 3}, Template, rnd.Span{Lo: 1e3, Hi: 1e4}},
	{"nervos", Short, 10, 1e10, 32, rnd.Span{}, Template, rnd.Span{Lo: 3000, Hi: 30000}},
	{"kadena", Groups, 1.5, 1e11, 0, rnd.Span{}, Stream, rnd.Span{Lo: 320, Hi: 420}},
}

// Coins is the number of currencies.
func Coins() int {
	return len(coins)
}

// size names the third of the range of hash rates that a rate is in.
func (c *Coin) size(rate float64) string {
	third := int(3 * math.Log(rate/c.Slow) / math.Log(20))
	return [...]string{"slow", "middle", "fast"}[min(max(third, 0), 2)]
}

// rate draws the hash rate of a miner.
func (c *Coin) rate(r *rnd.Rand) float64 {
	return r.Log(c.Slow, 20*c.Slow)
}
