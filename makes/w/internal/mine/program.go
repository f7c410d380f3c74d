package mine

import "makes/w/internal/rng"

// program is how a miner program behaves on the network.
type program struct {
	speaks   []family
	agent    int
	pause    [2]float64 // between attempts
	growing  bool       // doubles the pause
	tries    [2]int     // before the next pool
	timeout  float64    // of connecting
	keep     bool       // sends keep-alives
	reports  bool
	report   [2]float64
	silence  float64 // reconnects after so long without a job
	donation float64 // seconds between rounds at the author's pool, zero for none
	round    [2]float64
	tcpKeep  float64
	back     [2]float64 // time at another pool until the first is tried again
	cpu      bool
}

var programs = []program{
	{speaks: []family{cryptonote}, agent: 72, pause: [2]float64{5, 5}, tries: [2]int{5, 5}, timeout: 20, keep: true, silence: 0, donation: 6000, round: [2]float64{60, 300}, tcpKeep: 60, back: [2]float64{5, 60}, cpu: true},
	{speaks: []family{cryptonote}, agent: 66, pause: [2]float64{1, 30}, tries: [2]int{2, 10}, timeout: 20, keep: true, tcpKeep: 60, back: [2]float64{5, 60}, cpu: true},
	{speaks: []family{cryptonote}, agent: 30, pause: [2]float64{10, 30}, tries: [2]int{1, 3}, timeout: 10, donation: 6000, round: [2]float64{120, 120}, back: [2]float64{60, 300}, cpu: true},
	{speaks: []family{cryptonote, verus, bitcoin, heavy, kawpow}, agent: 24, pause: [2]float64{5, 10}, tries: [2]int{2, 5}, timeout: 15, silence: 600, donation: 7200, round: [2]float64{55, 90}, back: [2]float64{120, 600}, cpu: true},
	{speaks: []family{bitcoin, cryptonote, verus}, agent: 18, pause: [2]float64{10, 30}, tries: [2]int{3, 1000}, timeout: 30, silence: 120, back: [2]float64{60, 300}, cpu: true},
	{speaks: []family{verus, bitcoin, equihash}, agent: 15, pause: [2]float64{15, 30}, tries: [2]int{3, 1000}, timeout: 30, silence: 300, back: [2]float64{60, 600}},
	{speaks: []family{ethProxy, ethStratum}, agent: 22, pause: [2]float64{0.5, 3}, tries: [2]int{3, 3}, timeout: 6, reports: true, report: [2]float64{60, 60}, silence: 180, back: [2]float64{600, 1800}},
	{speaks: []family{ethProxy, ethStratum, kawpow, autolykos, conflux, heavy, alephium}, agent: 14, pause: [2]float64{10, 10}, tries: [2]int{5, 5}, timeout: 10, reports: true, report: [2]float64{30, 60}, silence: 300, donation: 3600, round: [2]float64{36, 72}, tcpKeep: 30, back: [2]float64{600, 600}},
	{speaks: []family{equihash, equihashShort, kawpow, ethProxy, ethStratum, beam, autolykos, heavy}, agent: 12, pause: [2]float64{3, 8}, tries: [2]int{3, 5}, timeout: 10, reports: true, report: [2]float64{15, 60}, silence: 240, donation: 5400, round: [2]float64{40, 110}, back: [2]float64{300, 900}},
	{speaks: []family{equihashShort, beam, ethProxy, ethStratum, heavy, alephium, autolykos, kawpow}, agent: 16, pause: [2]float64{5, 20}, tries: [2]int{3, 6}, timeout: 10, reports: true, report: [2]float64{30, 120}, silence: 300, donation: 5000, round: [2]float64{35, 60}, back: [2]float64{600, 900}},
	{speaks: []family{ethStratum, kawpow, heavy, autolykos, verus, conflux}, agent: 26, pause: [2]float64{15, 30}, growing: true, tries: [2]int{2, 4}, timeout: 15, reports: true, report: [2]float64{60, 180}, silence: 400, donation: 4500, round: [2]float64{30, 60}, tcpKeep: 45, back: [2]float64{300, 1200}},
	{speaks: []family{bitcoin}, agent: 20, pause: [2]float64{30, 60}, tries: [2]int{2, 5}, timeout: 60, silence: 90, tcpKeep: 45, back: [2]float64{60, 300}},
	{speaks: []family{bitcoin}, agent: 30, pause: [2]float64{5, 60}, growing: true, tries: [2]int{2, 4}, timeout: 30, silence: 150, tcpKeep: 120, back: [2]float64{300, 1800}},
	{speaks: []family{bitcoinV2}, agent: 20, pause: [2]float64{1, 10}, growing: true, tries: [2]int{2, 4}, timeout: 10, silence: 600, back: [2]float64{300, 1800}},
	{speaks: []family{equihash, equihashShort}, agent: 17, pause: [2]float64{5, 15}, tries: [2]int{3, 20}, timeout: 21, silence: 600, back: [2]float64{300, 1200}},
	{speaks: []family{alephium, conflux, heavy, beam, autolykos}, agent: 19, pause: [2]float64{2, 10}, tries: [2]int{3, 10}, timeout: 10, reports: true, report: [2]float64{20, 90}, silence: 200, donation: 6000, round: [2]float64{50, 70}, back: [2]float64{300, 900}},
}

// choose picks a program that speaks a dialect.
func choose(g *rng.R, f family) *program {
	var fit []*program
	for i := range programs {
		for _, s := range programs[i].speaks {
			if s == f {
				fit = append(fit, &programs[i])
			}
		}
	}
	return rng.Pick(g, fit)
}
