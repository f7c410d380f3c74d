// Package coin knows the coins that are mined, what their pools and miners say to
// each other, and how programs try again.
package coin

import "makes/v/internal/rng"

// Dialect is a family of pool protocols.
type Dialect uint8

// The dialects.
const (
	CryptoNote  Dialect = iota // JSON-RPC login, job, submit, keepalived
	Bitcoin                    // mining.subscribe, notify with merkle branches, submit
	V2                         // the binary second version of Stratum
	GetWork                    // eth_getWork and eth_submitWork
	EthStratum                 // EthereumStratum/1.0.0
	KawPow                     // header hash, mix hash
	Equihash                   // large solutions
	Verus                      // solutions of Equihash size in small blocks
	Autolykos                  // Ergo
	Heavy                      // short jobs in quick succession
	Cuckoo                     // JSON-RPC with lists of nonces
	ChainGroups                // one job message for many parallel chains
)

// Solo is how a node hands out work without a pool.
type Solo uint8

// The ways of solo mining.
const (
	Daemon   Solo = iota // height polled, template fetched by HTTP
	Template             // getblocktemplate, with or without long poll
	Work                 // eth_getWork polled
	Push                 // templates pushed over a stream
	NoSolo
)

// Coin is a coin.
type Coin struct {
	Name    string
	Dialect Dialect
	Block   float64 // seconds between blocks
	Solo    Solo
	Txs     int // transactions of a block, which make branches and templates large
	Sol     int // hexadecimal digits of a solution, for Equihash
}

// All is the list of coins.
var All = []Coin{
	{"monero", CryptoNote, 120, Daemon, 40, 0},
	{"zephyr", CryptoNote, 120, Daemon, 4, 0},
	{"salvium", CryptoNote, 120, Daemon, 4, 0},
	{"wownero", CryptoNote, 300, Daemon, 2, 0},
	{"conceal", CryptoNote, 120, Daemon, 2, 0},
	{"tari-rx", CryptoNote, 240, Daemon, 3, 0},
	{"qrl", CryptoNote, 60, Daemon, 2, 0},
	{"xelis", CryptoNote, 5, Push, 3, 0},
	{"bitcoin", Bitcoin, 600, Template, 3000, 0},
	{"bitcoin-v2", V2, 600, NoSolo, 3000, 0},
	{"bitcoin-cash", Bitcoin, 600, Template, 150, 0},
	{"litecoin", Bitcoin, 150, Template, 200, 0},
	{"dogecoin", Bitcoin, 60, Template, 60, 0},
	{"digibyte", Bitcoin, 75, Template, 12, 0},
	{"feathercoin", Bitcoin, 60, Template, 2, 0},
	{"yespower-small", Bitcoin, 60, Template, 2, 0},
	{"yescrypt-globe", Bitcoin, 60, Template, 3, 0},
	{"raptoreum", Bitcoin, 120, Template, 3, 0},
	{"vertcoin", Bitcoin, 150, Template, 3, 0},
	{"verthash-neo", Bitcoin, 60, Template, 2, 0},
	{"lyra-mona", Bitcoin, 90, Template, 6, 0},
	{"myriad", Bitcoin, 60, Template, 2, 0},
	{"dash", Bitcoin, 157, Template, 20, 0},
	{"ethereum-classic", GetWork, 13, Work, 20, 0},
	{"ethereum-pow", EthStratum, 13, Work, 30, 0},
	{"ubiq", GetWork, 88, Work, 2, 0},
	{"octa", EthStratum, 13, Work, 4, 0},
	{"quai", EthStratum, 5, Work, 20, 0},
	{"zano", GetWork, 60, Work, 2, 0},
	{"conflux", EthStratum, 0.5, NoSolo, 20, 0},
	{"ravencoin", KawPow, 60, Template, 12, 0},
	{"neoxa", KawPow, 60, Template, 3, 0},
	{"firo", KawPow, 150, Template, 4, 0},
	{"evrmore", KawPow, 60, Template, 3, 0},
	{"zcash", Equihash, 75, Template, 8, 2694},
	{"horizen", Equihash, 150, Template, 8, 2694},
	{"gold-144", Equihash, 600, Template, 20, 202},
	{"flux", Equihash, 30, Template, 4, 106},
	{"zero-192", Equihash, 120, Template, 2, 806},
	{"veruscoin", Verus, 60, Template, 4, 2694},
	{"ergo", Autolykos, 120, NoSolo, 6, 0},
	{"kaspa", Heavy, 0.1, Push, 20, 0},
	{"karlsen", Heavy, 1, Push, 4, 0},
	{"pyrin", Heavy, 1, Push, 4, 0},
	{"nexa", Bitcoin, 120, Template, 6, 0},
	{"ironfish", Heavy, 60, Push, 6, 0},
	{"dero", Heavy, 18, Push, 6, 0},
	{"grin", Cuckoo, 60, NoSolo, 3, 0},
	{"beam", Cuckoo, 60, NoSolo, 3, 0},
	{"aeternity", Cuckoo, 180, NoSolo, 6, 0},
	{"alephium", ChainGroups, 8, NoSolo, 3, 0},
}

// Blocks draws when the network finds blocks; pools of one coin share them.
func (c *Coin) Blocks(r *rng.R, length float64) []float64 {
	var at []float64
	// Faster chains are not told block by block: everyone throttles.
	mean := max(c.Block, 0.5)
	for t := -4000.0; t < length; {
		if c.Block < 2 {
			t += mean * r.Uni(0.8, 1.2)
		} else {
			t += r.Exp(mean)
		}
		at = append(at, t)
	}
	return at
}
