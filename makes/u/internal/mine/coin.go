// Package mine simulates mining: the conversations of miner programs with
// pools, proxies and nodes.
package mine

// Coin is a coin that is mined.
type Coin struct {
	Name    string
	dialect dialect
	block   float64 // seconds between new work of the network
	low     float64 // hash rate of the slowest machine; the fastest has 20 times that
	proof   int     // characters of the solution in a submit
	header  int     // characters of the work that every job carries
	coinb   int     // characters of the coinbase halves, where jobs have them
	wallet  int     // characters of an address
	tree    int     // merkle branches at most
	port    int     // of the node's RPC
	solo    soloWay
	// template is the length of a block template of the node.
	template int
}

// Coins are those known, in a fixed order.
var Coins = []*Coin{
	{Name: "monero", dialect: cryptonote, block: 120, low: 900, header: 152, wallet: 95, port: 18081, solo: daemon, template: 2400},
	{Name: "wownero", dialect: cryptonote, block: 300, low: 800, header: 216, wallet: 97, port: 34568, solo: daemon, template: 1500},
	{Name: "zephyr", dialect: cryptonote, block: 120, low: 900, header: 160, wallet: 97, port: 17767, solo: daemon, template: 3100},
	{Name: "salvium", dialect: cryptonote, block: 120, low: 900, header: 166, wallet: 98, port: 19081, solo: daemon, template: 2700},
	{Name: "dynex", dialect: cryptonote, block: 120, low: 800, header: 154, wallet: 97, port: 18333, solo: daemon, template: 1300},
	{Name: "conceal", dialect: cryptonote, block: 120, low: 300, header: 152, wallet: 98, port: 16000, solo: daemon, template: 1100},
	{Name: "qrl", dialect: cryptonote, block: 60, low: 700, header: 152, wallet: 79, port: 19009, solo: daemon, template: 1900},
	{Name: "bitcoin", dialect: bitcoin, block: 600, low: 5e9, coinb: 320, wallet: 42, tree: 13, port: 8332, solo: template, template: 900000},
	{Name: "bitcoin-sv2", dialect: stratum2, block: 600, low: 5e9, coinb: 200, wallet: 42, tree: 13, port: 8332, solo: template, template: 900000},
	{Name: "bitcoincash", dialect: bitcoin, block: 600, low: 5e9, coinb: 260, wallet: 54, tree: 9, port: 8332, solo: longpoll, template: 120000},
	{Name: "litecoin", dialect: bitcoin, block: 150, low: 5e5, coinb: 420, wallet: 43, tree: 9, port: 9332, solo: template, template: 150000},
	{Name: "dogecoin", dialect: bitcoin, block: 60, low: 5e5, coinb: 280, wallet: 34, tree: 7, port: 22555, solo: longpoll, template: 60000},
	{Name: "feathercoin", dialect: bitcoin, block: 60, low: 6e5, coinb: 230, wallet: 34, tree: 3, port: 9337, solo: template, template: 4000},
	{Name: "vertcoin", dialect: bitcoin, block: 150, low: 2e5, coinb: 240, wallet: 43, tree: 4, port: 5888, solo: longpoll, template: 6000},
	{Name: "yenten", dialect: bitcoin, block: 120, low: 600, coinb: 210, wallet: 34, tree: 2, port: 9982, solo: template, template: 2500},
	{Name: "sugarchain", dialect: bitcoin, block: 5, low: 900, coinb: 220, wallet: 45, tree: 2, port: 34229, solo: template, template: 2300},
	{Name: "raptoreum", dialect: bitcoin, block: 120, low: 200, coinb: 640, wallet: 34, tree: 5, port: 9998, solo: template, template: 9000},
	{Name: "microbitcoin", dialect: bitcoin, block: 60, low: 500, coinb: 215, wallet: 43, tree: 3, port: 6502, solo: longpoll, template: 3000},
	{Name: "groestlcoin", dialect: bitcoin, block: 60, low: 5e6, coinb: 230, wallet: 44, tree: 4, port: 1441, solo: template, template: 5000},
	{Name: "digibyte-skein", dialect: bitcoin, block: 15, low: 5e7, coinb: 300, wallet: 43, tree: 5, port: 14022, solo: longpoll, template: 8000},
	{Name: "radiant", dialect: bitcoin, block: 300, low: 1e8, coinb: 235, wallet: 34, tree: 5, port: 7332, solo: template, template: 22000},
	{Name: "nexa", dialect: bitcoin, block: 120, low: 4e6, coinb: 90, wallet: 54, tree: 0, port: 7227, solo: template, template: 900},
	{Name: "verus", dialect: equihash, block: 62, low: 2e6, proof: 2694, header: 700, wallet: 34, port: 27486, solo: template, template: 11000},
	{Name: "zcash", dialect: equihash, block: 75, low: 30, proof: 2694, header: 220, wallet: 35, port: 8232, solo: longpoll, template: 14000},
	{Name: "horizen", dialect: equihash, block: 150, low: 30, proof: 2694, header: 220, wallet: 35, port: 8231, solo: template, template: 9000},
	{Name: "bitcoingold", dialect: equihash, block: 600, low: 8, proof: 202, header: 220, wallet: 34, port: 8332, solo: template, template: 30000},
	{Name: "flux", dialect: equihash, block: 120, low: 8, proof: 106, header: 220, wallet: 35, port: 16124, solo: template, template: 12000},
	{Name: "aion", dialect: equihash, block: 10, low: 10, proof: 2818, header: 140, wallet: 66, port: 8545, solo: getwork, template: 500},
	{Name: "etc", dialect: ethproxy, block: 13, low: 5e6, header: 198, wallet: 42, port: 8545, solo: getwork},
	{Name: "ethw", dialect: ethstratum, block: 13, low: 5e6, header: 128, wallet: 42, port: 8545, solo: getwork},
	{Name: "ubiq", dialect: ethproxy, block: 88, low: 5e6, header: 198, wallet: 42, port: 8588, solo: getwork},
	{Name: "quai", dialect: ethstratum, block: 5, low: 3e6, header: 132, wallet: 42, port: 8545, solo: getwork},
	{Name: "zano", dialect: ethproxy, block: 120, low: 2e6, header: 210, wallet: 97, port: 11211, solo: getwork},
	{Name: "ravencoin", dialect: kawpow, block: 60, low: 3e6, proof: 152, header: 200, wallet: 34, port: 8766, solo: template, template: 6000},
	{Name: "neoxa", dialect: kawpow, block: 60, low: 3e6, proof: 152, header: 200, wallet: 34, port: 8788, solo: template, template: 4000},
	{Name: "meowcoin", dialect: kawpow, block: 60, low: 3e6, proof: 152, header: 200, wallet: 34, port: 9766, solo: template, template: 3000},
	{Name: "conflux", dialect: ethstratum, block: 0.5, low: 4e6, header: 150, wallet: 42, port: 12537, solo: getwork},
	{Name: "ergo", dialect: autolykos, block: 120, low: 8e6, header: 150, wallet: 51, port: 9053, solo: getwork},
	{Name: "kaspa", dialect: kheavy, block: 0.5, low: 4e7, header: 92, wallet: 67, port: 16110, solo: stream, template: 3000},
	{Name: "karlsen", dialect: kheavy, block: 1, low: 4e6, header: 92, wallet: 69, port: 42110, solo: stream, template: 1500},
	{Name: "pyrin", dialect: kheavy, block: 1, low: 4e7, header: 92, wallet: 67, port: 13110, solo: stream, template: 1500},
	{Name: "alephium", dialect: plainjob, block: 4, low: 5e7, proof: 640, header: 660, wallet: 45, port: 10973, solo: stream, template: 11000},
	{Name: "beam", dialect: plainjob, block: 60, low: 2, proof: 224, header: 90, wallet: 67, port: 10002, solo: stream, template: 300},
	{Name: "grin", dialect: plainjob, block: 60, low: 0.3, proof: 440, header: 490, wallet: 52, port: 3416, solo: stream, template: 640},
	{Name: "ironfish", dialect: plainjob, block: 60, low: 5e7, proof: 44, header: 380, wallet: 64, port: 8020, solo: stream, template: 520},
	{Name: "xelis", dialect: plainjob, block: 15, low: 500, proof: 30, header: 240, wallet: 63, port: 8080, solo: stream, template: 420},
	{Name: "tari", dialect: plainjob, block: 120, low: 900, proof: 90, header: 180, wallet: 91, port: 18142, solo: stream, template: 1400},
}
