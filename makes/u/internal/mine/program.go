package mine

import "makes/u/internal/rng"

// Program is a miner program with the settings of one user.
type Program struct {
	agent, algos, style, worker int // lengths of what it writes
	configures                  bool
	pause                       float64 // seconds between attempts
	growth                      float64 // of the pause with each attempt
	most                        float64
	tries                       int     // attempts before the next pool of its list
	patience                    float64 // seconds for a connect
	ping                        float64 // silence before it asks whether the pool lives, 0 never
	noJob                       float64 // it reconnects without a job for so long, 0 never
	report                      float64 // seconds between hash rate reports, 0 never
	keep                        float64 // TCP keep-alive, 0 off
	donates                     float64 // share of the time mined for the author
	round                       float64 // seconds between two donations
	returns                     float64 // it tries its first pool again after so long
}

// NewProgram draws a program that can mine a coin.
func NewProgram(c *Coin, r *rng.R) *Program {
	m := &Program{agent: r.Int(9, 28), style: r.Int(0, 16), worker: r.Int(2, 22),
		growth: 1, tries: r.Int(1, 6), patience: r.Num(5, 10, 20, 30, 60, 130)}
	if r.Chance(0.45) {
		m.keep = r.Num(15, 30, 60, 60, 120, 300)
	}
	switch rng.Pick(r, 0, 0, 1, 2, 3) {
	case 0: // keeps a fixed short pause and goes round its list
		m.agent = r.Int(38, 72)
		m.algos = rng.Pick(r, 0, r.Int(60, 180), r.Int(180, 460))
		m.pause, m.tries, m.patience = r.Num(5, 5, 5, 1, 3, 10, 15), int(r.Num(5, 5, 3, 10)), 20
		m.ping = r.Num(60, 60, 0, 30)
		m.donates, m.round = r.Num(0, 0.01, 0.01, 0.03, 0.05), 6000
	case 1: // older ones wait half a minute
		m.pause = r.Num(10, 30, 30, 60)
		m.noJob = r.Num(60, 120, 150, 300, 0)
		m.configures = r.Chance(0.5)
	case 2: // closed programs for graphics cards
		m.pause = r.Num(3, 5, 10, 15, 20)
		m.noJob = r.Num(0, 180, 240, 300, 600)
		m.donates, m.round = r.Num(0.0065, 0.007, 0.01, 0.02), r.Num(3600, 3600, 5400, 7200)
		m.agent = r.Int(10, 34)
	case 3: // waits longer each time
		m.pause, m.growth, m.most = r.Num(1, 2, 5), r.Num(1.5, 2), r.Num(30, 60, 120, 300)
		m.ping = r.Num(0, 30, 120)
		m.configures = r.Chance(0.3)
	}
	if r.Chance(0.6) {
		m.report = r.Num(10, 30, 60, 60, 120)
	}
	m.returns = r.Num(30, 60, 120, 300, 900, 3600)
	m.most = max(m.most, m.pause)
	return m
}
