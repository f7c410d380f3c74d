package mining

import (
	"slices"

	"makes/x/internal/rnd"
)

// program is a miner program.
type program struct {
	name    string
	speaks  []Dialect
	alive   rnd.Span // seconds without a word from the pool before it says it lives
	retry   rnd.Span // pause before the next attempt
	grow    float64  // by which that pause grows
	most    float64
	timeout rnd.Span // of an attempt to connect
	silence rnd.Span // seconds without a word after which a pool is given up, 0 for never
	tries   rnd.Span // attempts before the next pool's turn
	fee     float64  // share of time for the author
	turn    rnd.Span // seconds between turns for the author
	report  rnd.Span // seconds between hash rate reports
	nagle   bool
	keep    float64 // TCP keep-alive
}

func span(lo, hi float64) rnd.Span { return rnd.Span{Lo: lo, Hi: hi} }

var programs = []program{
	{"rx-one", []Dialect{Cryptonote, ProgPow, EthStratum, EthProxy}, span(60, 60), span(5, 5), 1, 5, span(20, 20), span(0, 0), span(5, 5), 0.01, span(5400, 6000), span(0, 0), false, 0},
	{"rx-fork", []Dialect{Cryptonote, ProgPow}, span(15, 60), span(2, 10), 1, 10, span(20, 20), span(0, 0), span(2, 10), 0, span(0, 0), span(0, 0), false, 0},
	{"rx-multi", []Dialect{Cryptonote, Stratum, Short, Cuckoo, EthStratum}, span(0, 90), span(10, 30), 1, 30, span(10, 30), span(180, 420), span(2, 5), 0.0085, span(3600, 7200), span(0, 0), false, 60},
	{"cpu-opt", []Dialect{Stratum, Equihash}, span(0, 0), span(10, 30), 1, 30, span(30, 30), span(300, 300), span(3, 9), 0, span(0, 0), span(0, 0), false, 60},
	{"gpu-alpha", []Dialect{EthProxy, EthStratum, ProgPow, Short, Stratum}, span(0, 0), span(5, 15), 1, 15, span(10, 20), span(180, 300), span(2, 5), 0.01, span(3600, 3700), span(20, 60), false, 0},
	{"gpu-beta", []Dialect{EthProxy, EthStratum, Equihash, Short, Cuckoo, Groups}, span(0, 0), span(5, 10), 1, 10, span(5, 15), span(120, 300), span(3, 6), 0.0075, span(3600, 7200), span(10, 60), false, 30},
	{"gpu-gamma", []Dialect{EthProxy, EthStratum, ProgPow, Equihash, Short, Groups, Stratum}, span(0, 0), span(3, 20), 1.5, 60, span(10, 30), span(60, 300), span(3, 5), 0.01, span(2500, 5400), span(30, 60), true, 0},
	{"gpu-delta", []Dialect{EthProxy, EthStratum, ProgPow, Short, Groups}, span(0, 0), span(10, 30), 2, 240, span(5, 10), span(100, 300), span(2, 4), 0.02, span(3600, 3600), span(15, 30), false, 60},
	{"asic-board", []Dialect{Stratum, Binary, Short, Groups, Equihash}, span(0, 0), span(5, 30), 1, 30, span(30, 60), span(120, 600), span(1, 3), 0.015, span(4000, 9000), span(0, 0), false, 45},
	{"old-c-miner", []Dialect{Stratum, EthStratum, Equihash}, span(0, 0), span(15, 30), 1, 30, span(60, 60), span(90, 120), span(1, 2), 0, span(0, 0), span(0, 0), true, 45},
	{"beam-like", []Dialect{Cuckoo, Equihash, Cryptonote}, span(0, 30), span(2, 5), 1, 5, span(10, 30), span(120, 300), span(4, 8), 0.01, span(3000, 7200), span(0, 0), false, 0},
	{"js-script", []Dialect{Cryptonote, Stratum}, span(20, 60), span(1, 60), 1.5, 300, span(5, 20), span(0, 0), span(1, 1), 0.02, span(1800, 7200), span(0, 0), false, 0},
}

// rival draws a program for a currency, with its settings.
func rival(r *rnd.Rand, d Dialect) *program {
	for {
		p := rnd.Pick(r, programs)
		if slices.Contains(p.speaks, d) {
			return &p
		}
	}
}
