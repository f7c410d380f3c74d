// Package mine plays the hosts that mine: at pools, at their own node, through
// proxies, and in vain.
package mine

// family is a dialect of the protocol between miner and pool.
type family uint8

const (
	cryptonote family = iota
	bitcoin
	bitcoinV2 // binary, encrypted frames
	ethProxy
	ethStratum
	kawpow
	equihash // 200,9
	equihashShort
	verus
	autolykos
	heavy
	beam
	alephium
	conflux
	families
)

// coin is a chain and how it is mined.
type coin struct {
	name     string
	dialects []family
	block    float64 // seconds between blocks, as far as pools follow them
	lo       float64 // hashes per second of the slowest miner; the fastest has 20 times that
	refresh  [2]float64
	branches [2]int // of the Merkle tree, where jobs carry it
	wallet   int    // length of an address
	poll     pollStyle
}

var coins = []coin{
	{"xmr", []family{cryptonote}, 120, 1000, [2]float64{0, 60}, [2]int{}, 95, daemonPoll},
	{"zeph", []family{cryptonote}, 120, 1000, [2]float64{0, 60}, [2]int{}, 97, daemonPoll},
	{"sal", []family{cryptonote}, 120, 1000, [2]float64{0, 90}, [2]int{}, 98, daemonPoll},
	{"wow", []family{cryptonote}, 300, 900, [2]float64{20, 90}, [2]int{}, 97, daemonPoll},
	{"tari", []family{cryptonote}, 240, 1000, [2]float64{15, 60}, [2]int{}, 91, daemonPoll},
	{"xhv", []family{cryptonote}, 120, 300, [2]float64{0, 60}, [2]int{}, 98, daemonPoll},
	{"etn", []family{cryptonote}, 120, 400, [2]float64{0, 45}, [2]int{}, 98, daemonPoll},
	{"btc", []family{bitcoin, bitcoin, bitcoin, bitcoinV2}, 600, 1e13, [2]float64{20, 60}, [2]int{10, 13}, 42, templatePoll},
	{"bch", []family{bitcoin}, 600, 1e13, [2]float64{20, 60}, [2]int{5, 9}, 42, templatePoll},
	{"dgb", []family{bitcoin}, 75, 1e11, [2]float64{25, 60}, [2]int{1, 5}, 34, templatePoll},
	{"ltc", []family{bitcoin}, 150, 1e9, [2]float64{20, 60}, [2]int{6, 10}, 34, templatePoll},
	{"doge", []family{bitcoin}, 60, 1e9, [2]float64{20, 60}, [2]int{5, 9}, 34, templatePoll},
	{"dash", []family{bitcoin}, 157, 1e10, [2]float64{20, 60}, [2]int{3, 7}, 34, templatePoll},
	{"pxc", []family{bitcoin}, 90, 1e6, [2]float64{30, 90}, [2]int{0, 2}, 34, templatePoll},
	{"rtm", []family{bitcoin}, 120, 800, [2]float64{30, 60}, [2]int{0, 5}, 34, templatePoll},
	{"rxd", []family{bitcoin}, 300, 1e9, [2]float64{10, 60}, [2]int{0, 5}, 34, templatePoll},
	{"yeco", []family{bitcoin}, 60, 300, [2]float64{30, 90}, [2]int{0, 2}, 34, templatePoll},
	{"etc", []family{ethProxy, ethStratum, ethStratum}, 13, 2e7, [2]float64{4, 15}, [2]int{}, 42, workPoll},
	{"ethw", []family{ethProxy, ethStratum}, 12, 2e7, [2]float64{4, 12}, [2]int{}, 42, workPoll},
	{"ubq", []family{ethProxy, ethStratum}, 88, 2e7, [2]float64{10, 40}, [2]int{}, 42, workPoll},
	{"rvn", []family{kawpow}, 60, 1e7, [2]float64{10, 40}, [2]int{}, 34, templatePoll},
	{"xna", []family{kawpow}, 60, 1e7, [2]float64{10, 40}, [2]int{}, 34, templatePoll},
	{"clore", []family{kawpow}, 60, 1e7, [2]float64{15, 60}, [2]int{}, 34, templatePoll},
	{"zec", []family{equihash}, 75, 200, [2]float64{20, 60}, [2]int{}, 35, templatePoll},
	{"zen", []family{equihash}, 150, 200, [2]float64{20, 60}, [2]int{}, 35, templatePoll},
	{"flux", []family{equihashShort}, 30, 15, [2]float64{15, 60}, [2]int{}, 35, templatePoll},
	{"btg", []family{equihashShort}, 600, 15, [2]float64{20, 60}, [2]int{}, 34, templatePoll},
	{"vrsc", []family{verus}, 60, 2e6, [2]float64{15, 60}, [2]int{}, 34, templatePoll},
	{"erg", []family{autolykos}, 120, 4e7, [2]float64{5, 30}, [2]int{}, 51, candidatePoll},
	{"kas", []family{heavy}, 1, 1e8, [2]float64{0.3, 2}, [2]int{}, 67, streamPoll},
	{"pyi", []family{heavy}, 1, 1e8, [2]float64{0.5, 2}, [2]int{}, 69, streamPoll},
	{"beam", []family{beam}, 60, 5, [2]float64{0, 60}, [2]int{}, 67, candidatePoll},
	{"alph", []family{alephium}, 4, 1e8, [2]float64{2, 6}, [2]int{}, 45, streamPoll},
	{"cfx", []family{conflux}, 1, 1e7, [2]float64{0.5, 3}, [2]int{}, 42, workPoll},
}
