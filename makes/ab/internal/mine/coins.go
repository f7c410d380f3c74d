// Package mine is what miners say to pools, daemons and proxies.
package mine

import t "makes/ab/internal/talk"

// dialect is the sizes of a protocol's messages, before framing.
type dialect struct {
	hello           []t.ExchGene // what is said before the first job
	job             t.SizeGene
	diff            t.SizeGene // a change of difficulty
	submit, yes, no t.SizeGene
	report          t.ExchGene // of the hash rate, or a keep-alive by its clock
	reports         []float64
	alive           t.ExchGene // a keep-alive when nothing was sent
	idles           []float64
	ping            t.ExchGene // a server's
	refresh         [2]float64 // seconds between jobs of the same block
	target          []float64  // seconds between shares that pools aim at
}

var (
	yes = t.Near(34, 62)
	no  = t.Near(70, 130)
)

func stratum(job, submit t.SizeGene, lo, hi float64) dialect {
	return dialect{
		hello: []t.ExchGene{t.Ask(t.Near(55, 130), t.Near(90, 300)), t.Ask(t.Near(70, 170), t.Near(36, 60))},
		job:   job, diff: t.Near(48, 130), submit: submit, yes: yes, no: no,
		refresh: [2]float64{lo, hi}, target: []float64{3, 5, 10, 10, 15, 20, 30, 60},
	}
}

func (d dialect) first(e ...t.ExchGene) dialect {
	d.hello = append(append([]t.ExchGene{}, e...), d.hello...)
	return d
}

func (d dialect) reporting(e t.ExchGene, periods ...float64) dialect {
	d.report, d.reports = e, periods
	return d
}

func cryptonote(job, submit t.SizeGene) dialect {
	return dialect{
		hello: []t.ExchGene{t.Ask(t.Near(190, 460), t.Near(330, 680))},
		job:   job, diff: job, submit: submit, yes: t.Near(58, 86), no: t.Near(80, 150),
		alive: t.Ask(t.Near(58, 110), t.Near(58, 90)), idles: []float64{60, 60, 60, 30, 45},
		refresh: [2]float64{20, 120}, target: []float64{5, 10, 20, 30, 30, 40, 60, 120},
	}
}

func (d dialect) pinged(e t.ExchGene) dialect { d.ping = e; return d }

// The protocols, each as pools and miners of its coins speak it.
var (
	bitcoin   = stratum(t.Near(700, 2100), t.Near(92, 200), 20, 60).first(t.Ask(t.Near(110, 190), t.Near(100, 170)))
	scrypt    = stratum(t.Near(620, 1700), t.Near(88, 160), 15, 60).pinged(t.Push(t.Near(38, 60), t.Near(36, 50)))
	oldcoin   = stratum(t.Near(450, 1100), t.Near(88, 150), 20, 90)
	monero    = cryptonote(t.Near(260, 520), t.Near(170, 270))
	longblob  = cryptonote(t.Near(420, 900), t.Near(190, 300))
	nicehash  = cryptonote(t.Near(280, 430), t.Near(180, 250)).reporting(t.Ask(t.Near(60, 100), t.Near(60, 90)), 60, 300)
	ethproxy  = dialect{hello: []t.ExchGene{t.Ask(t.Near(90, 190), t.Near(36, 48)), t.Ask(t.Near(40, 66), t.Near(225, 300))}, job: t.Near(225, 310), diff: t.Near(225, 310), submit: t.Near(225, 295), yes: t.Near(34, 46), no: no, report: t.Ask(t.Near(170, 230), t.Near(34, 46)), reports: []float64{10, 10, 20, 60}, refresh: [2]float64{4, 20}, target: []float64{5, 10, 15, 60}}
	ethnice   = stratum(t.Near(230, 320), t.Near(84, 150), 4, 30)
	ethtwo    = stratum(t.Near(100, 190), t.Near(52, 90), 4, 20).first(t.Ask(t.Near(130, 200), t.Near(120, 170))).pinged(t.Push(t.Near(30, 44), t.Near(30, 44)))
	kawpow    = stratum(t.Near(240, 350), t.Near(210, 290), 8, 40).reporting(t.Ask(t.Near(110, 180), t.Near(36, 46)), 10, 30, 60)
	firopow   = stratum(t.Near(250, 360), t.Near(220, 300), 10, 60)
	equihash9 = stratum(t.Near(370, 720), t.Near(2830, 2990), 15, 60)
	equihash7 = stratum(t.Near(370, 640), t.Near(960, 1080), 15, 60)
	equihash5 = stratum(t.Near(370, 640), t.Near(330, 450), 15, 60)
	verushash = stratum(t.Near(480, 1800), t.Near(2870, 3060), 15, 60)
	kheavy    = stratum(t.Near(110, 260), t.Near(78, 140), 0.5, 4)
	autolykos = stratum(t.Near(260, 480), t.Near(105, 190), 10, 60)
	blakeflow = stratum(t.Near(500, 1500), t.Near(150, 800), 1, 8)
	nexapow   = stratum(t.Near(170, 330), t.Near(105, 210), 10, 40)
	cuckatoo  = stratum(t.Near(560, 800), t.Near(470, 700), 10, 50).reporting(t.Ask(t.Near(70, 90), t.Near(70, 100)), 30, 60)
	beamhash  = dialect{hello: []t.ExchGene{t.Ask(t.Near(120, 220), t.Near(80, 160))}, job: t.Near(180, 260), diff: t.Near(180, 260), submit: t.Near(280, 340), yes: t.Near(80, 120), no: no, refresh: [2]float64{15, 60}, target: []float64{5, 15, 30}}
	octopus   = stratum(t.Near(220, 330), t.Near(160, 260), 1, 6)
	eaglesong = stratum(t.Near(190, 280), t.Near(90, 150), 8, 20)
	fishhash  = stratum(t.Near(420, 620), t.Near(90, 150), 10, 40)
	xelis     = stratum(t.Near(330, 480), t.Near(100, 180), 3, 15).pinged(t.Push(t.Near(40, 60), t.Near(40, 50)))
	nimiq     = stratum(t.Near(600, 900), t.Near(300, 700), 20, 60)
	ghost     = stratum(t.Near(600, 1900), t.Near(95, 170), 20, 60)
	progpow   = stratum(t.Near(250, 420), t.Near(180, 260), 2, 12)
	taskwork  = dialect{hello: []t.ExchGene{t.Ask(t.Near(120, 400), t.Near(100, 300))}, job: t.Near(150, 420), diff: t.Near(60, 120), submit: t.Near(160, 420), yes: t.Near(20, 90), no: no, report: t.Ask(t.Near(60, 160), t.Near(20, 80)), reports: []float64{5, 15, 30, 60}, refresh: [2]float64{10, 90}, target: []float64{20, 60, 120}}
	sv2       = dialect{hello: []t.ExchGene{t.Ask(t.Same(64, 65), t.Same(234, 236)), t.Ask(t.Near(110, 170), t.Same(50, 52)), t.Ask(t.Near(90, 150), t.Near(120, 150))}, job: t.Near(85, 150), diff: t.Same(80, 82), submit: t.Same(62, 78), yes: t.Same(58, 60), no: t.Near(70, 90), refresh: [2]float64{20, 60}, target: []float64{5, 10, 15}}
	sv2ext    = dialect{hello: []t.ExchGene{t.Ask(t.Same(64, 65), t.Same(234, 236)), t.Ask(t.Near(110, 170), t.Same(50, 52)), t.Ask(t.Near(100, 160), t.Near(130, 160))}, job: t.Near(600, 1400), diff: t.Same(80, 82), submit: t.Same(70, 92), yes: t.Same(58, 60), no: t.Near(70, 90), refresh: [2]float64{20, 60}, target: []float64{5, 10}}
)

// coin is a proof of work.
type coin struct {
	name  string
	speak *dialect
	block float64 // seconds between blocks
	ports []int
}

var coins = []coin{
	{"monero", &monero, 120, []int{3333, 443, 80, 14444, 20128, 4444, 10128}},
	{"bitcoin", &bitcoin, 600, []int{3333, 443, 25, 1800, 700, 8888}},
	{"ravencoin", &kawpow, 60, []int{3838, 6060, 20501, 443, 4444}},
	{"etc", &ethproxy, 13, []int{1010, 4444, 8008, 443, 3333}},
	{"kaspa", &kheavy, 0.6, []int{1206, 5555, 16061, 443}},
	{"zcash", &equihash9, 75, []int{2142, 3333, 6633, 443}},
	{"litecoin", &scrypt, 45, []int{3333, 8888, 443, 3002}},
	{"bitcoin-sv2", &sv2, 600, []int{34254, 34255, 3336, 443}},
	{"verus", &verushash, 60, []int{9999, 3300, 443, 3956}},
	{"ergo", &autolykos, 120, []int{3052, 1180, 20560, 443}},
	{"alephium", &blakeflow, 4, []int{20032, 1199, 1120, 443}},
	{"nexa", &nexapow, 120, []int{2032, 7007, 16060}},
	{"zephyr", &monero, 120, []int{1123, 3333, 5050, 443}},
	{"wownero", &longblob, 300, []int{34568, 4444, 3333}},
	{"salvium", &longblob, 120, []int{1230, 3333, 443}},
	{"ethw", &ethnice, 13, []int{1010, 2020, 4444, 443}},
	{"flux", &equihash5, 30, []int{7011, 2001, 443}},
	{"raptoreum", &ghost, 120, []int{3333, 6273, 443, 7001}},
	{"conflux", &octopus, 0.5, []int{6800, 8888, 443}},
	{"grin", &cuckatoo, 60, []int{3416, 6667, 443}},
	{"beam", &beamhash, 60, []int{5252, 10003, 443}},
	{"nicehash-randomx", &nicehash, 120, []int{9200, 443, 3380}},
	{"bitcoincash", &bitcoin, 600, []int{1228, 3333, 443}},
	{"nervos", &eaglesong, 10, []int{10300, 8888, 443}},
	{"dogecoin", &scrypt, 60, []int{3333, 5555, 443}},
	{"etc-stratum2", &ethtwo, 13, []int{5555, 2020, 443}},
	{"komodo", &equihash9, 60, []int{3857, 443, 7775}},
	{"pyrin", &kheavy, 1, []int{1215, 443, 16111}},
	{"karlsen", &fishhash, 1, []int{1200, 1195, 443}},
	{"ironfish", &fishhash, 60, []int{9035, 1145, 443}},
	{"firo", &firopow, 150, []int{5050, 8181, 443}},
	{"neoxa", &kawpow, 60, []int{4040, 10148}},
	{"clore", &kawpow, 60, []int{3030, 10150, 443}},
	{"dash", &oldcoin, 156, []int{3000, 3433, 443}},
	{"decred", &oldcoin, 300, []int{3252, 5550, 443}},
	{"handshake", &oldcoin, 600, []int{3008, 2018, 443}},
	{"digibyte", &oldcoin, 75, []int{3008, 8008}},
	{"vertcoin", &oldcoin, 150, []int{3052, 9171}},
	{"xelis", &xelis, 15, []int{2172, 7019, 443}},
	{"nimiq", &nimiq, 60, []int{8444, 443, 2053}},
	{"quai", &progpow, 5, []int{3333, 2133, 443}},
	{"tari-randomx", &longblob, 120, []int{3333, 18183, 443}},
	{"dynex", &longblob, 120, []int{19331, 2200, 443}},
	{"qubic-like", &taskwork, 60, []int{443, 8080, 7777}},
	{"bitcoin-sv2-extended", &sv2ext, 600, []int{34265, 3336}},
	{"bitcoingold", &equihash5, 600, []int{4040, 3857}},
	{"hush", &equihash7, 75, []int{3333, 6666}},
	{"radiant", &oldcoin, 300, []int{7986, 16059}},
}

// Coins is how many there are.
func Coins() int { return len(coins) }
