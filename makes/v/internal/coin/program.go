package coin

import (
	"makes/v/internal/rng"
	"makes/v/internal/talk"
)

// Donation is how a miner program works for its author.
type Donation uint8

// The ways.
const (
	None     Donation = iota
	Rounds            // a minute or so of each hundred, on a connection of its own
	Chunks            // short, more frequent chunks
	Parallel          // a second connection that stays open with rare shares
)

// Program is a miner program.
type Program struct {
	Name   string
	Speaks []Dialect
	Retry  talk.Retry
	Donate Donation
	Fee    float64 // share of the time
	Secure float64 // how readily it is used with TLS
}

// Programs is the list of miner programs.
var Programs = []Program{
	{"cpu-rx", []Dialect{CryptoNote, Heavy}, talk.Retry{First: 5, Factor: 1, Max: 5, Jitter: 0.01, Patience: 20}, Rounds, 0.01, 1},
	{"cpu-rx-fork", []Dialect{CryptoNote}, talk.Retry{First: 5, Factor: 1, Max: 5, Jitter: 0.01, Patience: 20}, None, 0, 1},
	{"cpu-multi", []Dialect{CryptoNote, Bitcoin, Verus, Heavy}, talk.Retry{First: 20, Factor: 1, Max: 20, Jitter: 0.05, Patience: 15}, Parallel, 0.0085, 0.8},
	{"cpu-classic", []Dialect{Bitcoin, Verus}, talk.Retry{First: 30, Factor: 1, Max: 30, Jitter: 0.01, Patience: 30}, None, 0, 0.1},
	{"gpu-classic", []Dialect{Bitcoin, Equihash, Verus}, talk.Retry{First: 10, Factor: 1, Max: 10, Jitter: 0.01, Patience: 30, Tries: 12, Rest: 60}, None, 0, 0.1},
	{"gpu-t", []Dialect{GetWork, EthStratum, KawPow, Autolykos, Heavy}, talk.Retry{First: 10, Factor: 1, Max: 10, Jitter: 0.03, Patience: 10}, Chunks, 0.01, 0.6},
	{"gpu-lol", []Dialect{GetWork, EthStratum, Equihash, Autolykos, Heavy, Cuckoo, ChainGroups}, talk.Retry{First: 5, Factor: 1.5, Max: 40, Jitter: 0.05, Patience: 12}, Parallel, 0.007, 0.6},
	{"gpu-red", []Dialect{GetWork, EthStratum, KawPow, Autolykos, Heavy, Bitcoin}, talk.Retry{First: 1, Factor: 2, Max: 60, Jitter: 0.05, Patience: 10}, Chunks, 0.0075, 0.5},
	{"gpu-g", []Dialect{GetWork, EthStratum, KawPow, Equihash, Autolykos, Cuckoo, Heavy}, talk.Retry{First: 5, Factor: 1.3, Max: 60, Jitter: 0.05, Patience: 15}, Parallel, 0.01, 0.6},
	{"gpu-bz", []Dialect{EthStratum, KawPow, Heavy, ChainGroups, Autolykos, Bitcoin}, talk.Retry{First: 5, Factor: 1, Max: 5, Jitter: 0.05, Patience: 20}, Chunks, 0.01, 0.4},
	{"gpu-phoenix", []Dialect{GetWork, EthStratum}, talk.Retry{First: 20, Factor: 1, Max: 20, Jitter: 0.01, Patience: 10}, Chunks, 0.0065, 0.6},
	{"asic-firmware", []Dialect{Bitcoin, V2, Equihash, Heavy, GetWork}, talk.Retry{First: 10, Factor: 1.5, Max: 120, Jitter: 0.1, Patience: 60}, None, 0, 0.1},
	{"asic-host", []Dialect{Bitcoin, V2}, talk.Retry{First: 5, Factor: 2, Max: 60, Jitter: 0.1, Patience: 30}, None, 0, 0.1},
}

// ProgramFor picks a program that speaks the coin's dialect.
func ProgramFor(c *Coin, r *rng.R) *Program {
	var fit []*Program
	for i := range Programs {
		for _, d := range Programs[i].Speaks {
			if d == c.Dialect {
				fit = append(fit, &Programs[i])
			}
		}
	}
	return fit[r.IntN(len(fit))]
}
