package mining

import (
	"time"

	"makes/g/internal/dice"
)

const (
	ms     = time.Millisecond
	second = time.Second
	minute = time.Minute
	hour   = time.Hour
)

type ports []uint16

// span is a range of seconds; a pool draws its own from it.
type span [2]float64

func (s span) draw(d *dice.Dice) time.Duration {
	if s[0] == 0 {
		return 0
	}
	return time.Duration(d.Between(s[0], s[1]) * float64(second))
}

// coin is something to mine, and how its pools do it. One without plain ports
// is always mined over TLS.
type coin struct {
	name     string
	dialects []dialect
	block    float64 // mean seconds between blocks, of all chains
	refresh  span    // how often pools renew a job between blocks
	throttle span    // no two jobs within this
	share    span    // what pools want between a miner's shares
	plain    ports
	tls      ports
}

var coins = []coin{
	{"monero", []dialect{cryptonote}, 120, span{8, 180}, span{}, span{8, 90}, ports{3333, 4444, 5555, 7777, 14444, 10128, 80, 3357}, ports{443, 9000, 20128, 14433, 20064}},
	{"zephyr", []dialect{cryptonote}, 120, span{10, 300}, span{}, span{10, 120}, ports{1123, 5555, 3333, 9999}, ports{1124, 443, 8888}},
	{"bitcoin", []dialect{bitcoin, bitcoin, bitcoin, stratum2}, 600, span{15, 70}, span{}, span{2, 25}, ports{3333, 25, 443, 1800, 8888, 34254, 700}, ports{443, 3336, 995, 20535}},
	{"litecoin", []dialect{scrypt}, 35, span{20, 120}, span{}, span{3, 30}, ports{3333, 8888, 25, 1314, 7000}, ports{443, 3336, 7100}},
	{"etc", []dialect{ethProxy, ethProxy, ethStrat}, 13, span{2, 20}, span{}, span{6, 120}, ports{4444, 8008, 1010, 14444, 3333, 19999}, ports{5555, 8443, 443, 34444}},
	{"ravencoin", []dialect{kawpow}, 60, span{10, 60}, span{}, span{5, 60}, ports{3838, 6060, 8888, 12222, 3333}, ports{16060, 443, 22222}},
	{"zcash", []dialect{equihash("<2694>", "")}, 75, span{20, 120}, span{}, span{3, 40}, ports{3333, 6633, 2142, 1800}, ports{3334, 443, 6663}},
	{"flux", []dialect{equihash("<106>", `,"<4-12>","<4-12>"`)}, 30, span{15, 60}, span{}, span{4, 50}, ports{7011, 2001, 9200, 3333}, ports{7021, 443, 9433}},
	{"bitcoingold", []dialect{equihash("<202>", "")}, 600, span{20, 180}, span{}, span{6, 60}, ports{4040, 8866, 3857}, ports{14040, 443, 8817}},
	{"kaspa", []dialect{kaspa}, 0.1, span{}, span{0.15, 4}, span{1, 20}, ports{5555, 16110, 4444, 1206, 13094}, ports{443, 5556, 18110}},
	{"verus", []dialect{equihash("<2694>", `,"<140-2900>"`)}, 60, span{8, 60}, span{}, span{5, 60}, ports{9999, 3956, 3300, 9995, 17777}, ports{443, 9998, 19999}},
	{"alephium", []dialect{alephium}, 1, span{}, span{1, 12}, span{2, 30}, ports{20032, 1199, 3333}, ports{20033, 443}},
	{"ergo", []dialect{ergo}, 120, span{15, 120}, span{}, span{6, 80}, ports{3053, 8888, 1180, 11888}, ports{3056, 443, 9999}},
	{"raptoreum", []dialect{cpuCoin}, 120, span{20, 120}, span{}, span{8, 120}, ports{7070, 3333, 6273, 4301}, ports{7072, 443}},
	{"ironfish", []dialect{ironfish}, 60, span{3, 30}, span{}, span{5, 40}, ports{9034, 1145, 8888}, ports{9035, 443}},
	{"dero", []dialect{dero}, 0.5, span{}, span{0.4, 3}, span{8, 180}, ports{}, ports{10300, 10100, 443, 10350}},
	{"duino", []dialect{duino}, 0, span{}, span{}, span{3, 25}, ports{2811, 2812, 2813, 6043}, ports{443}},
}
