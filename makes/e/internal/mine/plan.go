package mine

import (
	"fmt"

	"makes/e/internal/sim"
)

// Kinds of mining in turn; a run of all kinds has mostly pool mining.
var turns = map[string][]string{
	"pool":    {"pool"},
	"solo":    {"solo"},
	"proxy":   {"proxy"},
	"blocked": {"blocked"},
	"all":     {"pool", "pool", "solo", "pool", "proxy", "pool", "blocked"},
}

// Known tells whether there is such a selection of kinds.
func Known(kinds string) bool { return turns[kinds] != nil }

// Plan hands out the mining jobs of a run.
type Plan struct {
	world *sim.World
	dice  sim.Dice
	turns []string
	order []int // of the coins
	given map[string]int
	first map[string]int // where each kind begins in the order of coins
	count int
}

// NewPlan makes the plan of a selection of kinds.
func NewPlan(w *sim.World, kinds string) *Plan {
	d := sim.NewDice(w.Seed, "mining")
	return &Plan{
		world: w, dice: d, turns: turns[kinds], order: d.Perm(len(coins)), given: map[string]int{},
		first: map[string]int{"proxy": d.IntN(len(coins)), "blocked": d.IntN(len(coins))},
	}
}

var transports = []string{"plain", "tls13", "plain", "socks", "plain", "tls12", "plain", "vpn", "tls13", "plain"}

// sizes are ranges of speed, twenty-fold in all.
var sizes = []struct {
	name      string
	low, high float64
}{{"slow", 0.22, 0.5}, {"middle", 0.7, 1.5}, {"fast", 2.2, 4.4}}

// Next starts the next mining job on a machine.
func (pl *Plan) Next(h *sim.Host) {
	kind := pl.turns[pl.count%len(pl.turns)]
	pl.count++
	n := pl.given[kind]
	pl.given[kind]++
	d := pl.dice
	size := sizes[(n+n/3)%3]
	transport := transports[(n*3+n/10)%len(transports)]
	c := coins[pl.order[(n+pl.first[kind])%len(coins)]]
	switch kind {
	case "pool":
		house := findPool(pl.world, c, d.IntN(poolsPerCoin))
		p := start(h, kind, c, house.name, size.name, transport)
		newMiner(p, c, house, speed(d, c, size.low, size.high), drawCarrier(p, transport)).run()
	case "proxy":
		transport = sim.Pick(d, "plain", "plain", "tls13", "tls12")
		if n%2 == 0 {
			house := findPool(pl.world, c, d.IntN(poolsPerCoin))
			p := start(h, kind, c, house.name, size.name, transport)
			upstream(p, c, house, speed(d, c, size.low, size.high), size.name, carrier{transport: transport})
		} else {
			name := fmt.Sprintf("proxy-%02d", n+1)
			p := start(h, kind, c, name, size.name, transport)
			underling(p, c, speed(d, c, size.low, size.high), carrier{transport: transport}, name)
		}
	case "solo":
		s := soloists[n%len(soloists)]
		pl.solo(h, s, n, size.name)
	case "blocked":
		pools := []*pool{findPool(pl.world, c, 0)}
		for i := 1; i < poolsPerCoin && d.Chance(0.4); i++ {
			pools = append(pools, findPool(pl.world, c, i))
		}
		fate := []sim.Fate{sim.Rejected, sim.Dropped, sim.Refused}[n%3]
		transport = sim.Pick(d, "plain", "plain", "tls13")
		blocked(start(h, kind, c, pools[0].name, size.name, transport), pools, fate, transport == "tls13")
	}
}

func (pl *Plan) solo(h *sim.Host, s soloist, n int, size string) {
	c, d, transport := find(s.coin), pl.dice, "plain"
	if d.Chance(0.15) {
		transport = "tls13"
	}
	p := start(h, "solo", c, fmt.Sprintf("node-%02d", n+1), size, transport)
	s.run(&soloRun{
		Program: p, coin: c, tls: transport != "plain", wins: d.Log(3600, 40*86400),
		node: pl.world.Either(d, 0.4, s.port),
	})
}

func label(kind string, c coin, pool, size, transport string) *sim.Label {
	return &sim.Label{
		Name: c.name + "-" + transport,
		Mining: fmt.Sprintf("kind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s",
			kind, c.name, pool, size, transport),
	}
}

// start makes the program; some miners come in the middle of the run.
func start(h *sim.Host, kind string, c coin, pool, size, transport string) *sim.Program {
	p := h.NewProgram(label(kind, c, pool, size, transport))
	if p.Chance(0.25) {
		p.Now = p.Between(0, p.End*0.6)
	}
	return p
}

// speed draws a miner's speed: shares a second at the coin's lowest difficulty.
func speed(d sim.Dice, c coin, low, high float64) float64 {
	return d.Log(low, high) / d.Log(c.share[0], c.share[1])
}
