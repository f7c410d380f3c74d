// Package mining holds the miners: dialects of many coins as special cases of
// one wide family, pools that speak them each in its own way, and miners of all
// sizes that reach a pool, a node or a proxy, or try to.
package mining

import "makes/f/internal/wide"

type rng = wide.Range

// Coin is a family of dialects: the lengths of its messages in bytes, and when
// they come. A pool draws its own dialect from these.
type Coin struct {
	Name    string
	Block   float64 // mean seconds between the chain's blocks
	Refresh rng     // seconds after which a pool sends a job without a new block
	Steps   rng     // messages of the login

	Login, Welcome rng // each step of the login and its answer
	Job, Share, OK rng
	Tune           rng     // the message that sets the difficulty; none if part of the job
	Keep           float64 // how often miners send keep-alives,
	Report         float64 // report their speed,
	Poll           float64 // or ask for work instead of waiting for it
	Ports          []uint16

	Template rng // a node's block template, for those who mine alone
	RPC      []uint16
}

var usual = []uint16{3333, 4444, 5555, 7777, 8888, 9999, 443, 80, 8080, 1314, 6666}

// coins are ordinary Stratum over JSON lines unless their numbers say otherwise.
var coins = []Coin{
	{Name: "monero", Block: 120, Refresh: rng{8, 90}, Steps: rng{1, 1}, Login: rng{260, 640}, Welcome: rng{370, 620}, Job: rng{310, 500}, Share: rng{185, 270}, OK: rng{52, 80}, Keep: 0.7, Ports: []uint16{3333, 5555, 7777, 10128, 20128, 14444, 443, 80, 9000}, Template: rng{700, 2200}, RPC: []uint16{18081, 18089}},
	{Name: "bitcoin", Block: 600, Refresh: rng{15, 70}, Steps: rng{2, 4}, Login: rng{55, 210}, Welcome: rng{38, 280}, Job: rng{500, 2300}, Share: rng{90, 200}, OK: rng{33, 70}, Tune: rng{48, 90}, Keep: 0.03, Ports: []uint16{3333, 443, 25, 1800, 700, 4334}, Template: rng{20000, 2e6}, RPC: []uint16{8332}},
	{Name: "bitcoin-v2", Block: 600, Refresh: rng{15, 90}, Steps: rng{3, 4}, Login: rng{60, 180}, Welcome: rng{40, 260}, Job: rng{60, 420}, Share: rng{50, 74}, OK: rng{40, 60}, Tune: rng{56, 80}, Ports: []uint16{3336, 34254, 34255, 3333}, Template: rng{20000, 2e6}, RPC: []uint16{8442}},
	{Name: "etc", Block: 13, Refresh: rng{8, 60}, Steps: rng{1, 3}, Login: rng{90, 240}, Welcome: rng{38, 160}, Job: rng{210, 430}, Share: rng{90, 340}, OK: rng{36, 64}, Keep: 0.05, Report: 0.55, Poll: 0.25, Ports: []uint16{4444, 1010, 3333, 19999, 14444}, Template: rng{280, 420}, RPC: []uint16{8545, 8546}},
	{Name: "ravencoin", Block: 60, Refresh: rng{10, 60}, Steps: rng{2, 3}, Login: rng{70, 190}, Welcome: rng{40, 170}, Job: rng{270, 500}, Share: rng{220, 360}, OK: rng{34, 64}, Tune: rng{100, 150}, Report: 0.2, Ports: []uint16{3838, 6060, 12222, 3333, 16059}, Template: rng{3000, 60000}, RPC: []uint16{8766}},
	{Name: "zcash", Block: 75, Refresh: rng{10, 70}, Steps: rng{2, 4}, Login: rng{70, 220}, Welcome: rng{40, 170}, Job: rng{370, 950}, Share: rng{2750, 2980}, OK: rng{34, 66}, Tune: rng{95, 140}, Ports: []uint16{3357, 6633, 3333, 1111}, Template: rng{2000, 60000}, RPC: []uint16{8232}},
	{Name: "flux", Block: 90, Refresh: rng{10, 70}, Steps: rng{2, 4}, Login: rng{70, 220}, Welcome: rng{40, 170}, Job: rng{370, 760}, Share: rng{250, 380}, OK: rng{34, 66}, Tune: rng{95, 140}, Ports: []uint16{7011, 9200, 3333}, Template: rng{2000, 40000}, RPC: []uint16{16124}},
	{Name: "litecoin", Block: 45, Refresh: rng{15, 60}, Steps: rng{2, 4}, Login: rng{55, 200}, Welcome: rng{38, 260}, Job: rng{480, 2600}, Share: rng{90, 190}, OK: rng{33, 70}, Tune: rng{48, 90}, Ports: []uint16{3333, 8888, 3000, 25}, Template: rng{5000, 400000}, RPC: []uint16{9332, 22555}},
	{Name: "kaspa", Block: 0.1, Refresh: rng{0.3, 9}, Steps: rng{2, 3}, Login: rng{55, 200}, Welcome: rng{36, 140}, Job: rng{90, 280}, Share: rng{65, 150}, OK: rng{30, 62}, Tune: rng{50, 90}, Ports: []uint16{5555, 16061, 1206, 4444}, Template: rng{600, 6000}, RPC: []uint16{16110}},
	{Name: "verus", Block: 60, Refresh: rng{8, 60}, Steps: rng{2, 4}, Login: rng{70, 220}, Welcome: rng{40, 170}, Job: rng{420, 3500}, Share: rng{2750, 2980}, OK: rng{34, 66}, Tune: rng{95, 140}, Ports: []uint16{3956, 9999, 3960, 5040, 1445}, Template: rng{4000, 30000}, RPC: []uint16{27486}},
	{Name: "ergo", Block: 120, Refresh: rng{10, 60}, Steps: rng{2, 3}, Login: rng{60, 190}, Welcome: rng{38, 150}, Job: rng{170, 400}, Share: rng{90, 190}, OK: rng{34, 62}, Tune: rng{50, 90}, Report: 0.1, Ports: []uint16{3056, 1180, 3100, 8888}, Template: rng{200, 700}, RPC: []uint16{9053}},
	{Name: "alephium", Block: 1, Refresh: rng{1.5, 15}, Steps: rng{1, 3}, Login: rng{60, 190}, Welcome: rng{36, 150}, Job: rng{260, 6500}, Share: rng{90, 420}, OK: rng{34, 70}, Tune: rng{48, 90}, Ports: []uint16{1199, 20032, 10973}, Template: rng{3000, 20000}, RPC: []uint16{10973}},
	{Name: "conflux", Block: 0.5, Refresh: rng{0.8, 10}, Steps: rng{1, 2}, Login: rng{80, 220}, Welcome: rng{38, 150}, Job: rng{180, 330}, Share: rng{180, 340}, OK: rng{36, 66}, Report: 0.2, Ports: []uint16{17168, 3094, 27778}, Template: rng{250, 500}, RPC: []uint16{32525}},
	{Name: "beam", Block: 60, Refresh: rng{15, 120}, Steps: rng{1, 1}, Login: rng{120, 230}, Welcome: rng{80, 170}, Job: rng{150, 290}, Share: rng{310, 430}, OK: rng{70, 130}, Keep: 0.1, Ports: []uint16{5252, 3333, 10002, 1130}, Template: rng{150, 300}, RPC: []uint16{10002}},
	{Name: "grin", Block: 60, Refresh: rng{10, 60}, Steps: rng{1, 3}, Login: rng{90, 210}, Welcome: rng{60, 150}, Job: rng{500, 950}, Share: rng{420, 720}, OK: rng{60, 110}, Keep: 0.4, Ports: []uint16{3030, 13654, 3333}, Template: rng{500, 1000}, RPC: []uint16{3416}},
	{Name: "ironfish", Block: 60, Refresh: rng{4, 40}, Steps: rng{1, 1}, Login: rng{110, 260}, Welcome: rng{90, 200}, Job: rng{330, 560}, Share: rng{85, 160}, OK: rng{50, 110}, Tune: rng{100, 160}, Ports: []uint16{1145, 8888, 9034}, Template: rng{500, 4000}, RPC: []uint16{8021}},
	{Name: "dynex", Block: 120, Refresh: rng{8, 90}, Steps: rng{1, 1}, Login: rng{220, 520}, Welcome: rng{330, 560}, Job: rng{290, 470}, Share: rng{180, 320}, OK: rng{52, 80}, Keep: 0.5, Ports: []uint16{19333, 2222, 18333}, Template: rng{700, 2500}, RPC: []uint16{18333}},
	{Name: "raptoreum", Block: 120, Refresh: rng{10, 70}, Steps: rng{2, 4}, Login: rng{55, 210}, Welcome: rng{38, 230}, Job: rng{450, 1700}, Share: rng{90, 200}, OK: rng{33, 70}, Tune: rng{48, 90}, Ports: []uint16{6273, 7273, 4444}, Template: rng{2000, 40000}, RPC: []uint16{10226}},
	{Name: "alt-json", Block: 40, Refresh: rng{2, 180}, Steps: rng{1, 5}, Login: rng{50, 900}, Welcome: rng{20, 900}, Job: rng{90, 4000}, Share: rng{60, 3200}, OK: rng{20, 260}, Tune: rng{30, 200}, Keep: 0.3, Report: 0.3, Poll: 0.2, Ports: usual, Template: rng{200, 90000}, RPC: []uint16{8080, 9998}},
	{Name: "alt-binary", Block: 25, Refresh: rng{1, 120}, Steps: rng{1, 3}, Login: rng{20, 300}, Welcome: rng{8, 200}, Job: rng{40, 900}, Share: rng{16, 400}, OK: rng{4, 60}, Keep: 0.5, Report: 0.2, Poll: 0.2, Ports: usual, Template: rng{80, 9000}, RPC: []uint16{21841, 9100}},
}

// chain draws the times of a coin's blocks; pools of one coin share them.
func chain(r *wide.Rand, c *Coin, from, to float64) []float64 {
	if c.Block < 2 {
		return nil // too many to be announced one by one
	}
	var times []float64
	for t := from; t < to; t += wide.Exp(r, c.Block) {
		times = append(times, t)
	}
	return times
}
