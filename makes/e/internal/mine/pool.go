package mine

import (
	"fmt"
	"math"

	"makes/e/internal/sim"
)

// pool is a pool's policy: how it sends jobs, sets difficulties and answers.
type pool struct {
	name     string
	doors    []sim.Peer // addresses that its name resolves to
	tlsPort  uint16
	easy     float64 // lowest difficulty
	start    float64 // first difficulty
	vardiff  bool
	target   float64 // seconds between shares that it aims at
	window   float64 // seconds between its looks at a miner
	band     float64 // what it tolerates about the target
	step     float64 // largest change at a time
	fresh    float64 // seconds between jobs beyond new blocks; 0: none
	jitter   float64
	together bool    // difficulty and job leave in one segment
	answer   float64 // seconds that an answer takes
	life     [2]float64
	probe    float64 // TCP keep-alive
	pong     bool    // answers to application keep-alives
	stale    float64 // share of refused shares
	session  int
	jobID    int
	extra    int
	spaced   int
}

const poolsPerCoin = 5

// findPool gives the i-th pool of a coin; its policy depends on the world only.
func findPool(w *sim.World, c coin, i int) *pool {
	name := fmt.Sprintf("%s-%02d", c.name, i+1)
	p := drawPool(sim.NewDice(w.Seed, "pool/"+name), c, name)
	doors := 1 + len(name)*(i+1)%4
	for door := range doors {
		peer := w.Service(sim.NewDice(0, "one"), fmt.Sprint("pool/", name, "/", door), 1, func() sim.Peer { return w.Public(0) })
		p.doors = append(p.doors, peer.At(c.ports[i%len(c.ports)]))
	}
	return p
}

func drawPool(d sim.Dice, c coin, name string) *pool {
	p := &pool{
		name: name, easy: d.Log(0.4, 2.5), start: d.Log(0.5, 20), vardiff: d.Chance(0.8),
		target: d.Log(4, 60), window: d.Log(20, 240), band: d.Between(0.15, 0.6), step: sim.Pick(d, 1.3, 2, 2, 4, 16),
		jitter: d.Between(0, 0.3), together: d.Chance(0.6), answer: d.Log(0.0005, 0.12),
		probe: sim.Pick(d, 0.0, 0, 15, 30, 60, 120, 7200), pong: d.Chance(0.85),
		stale: d.Log(0.001, 0.03), session: sim.Pick(d, 8, 15, 16, 20, 32, 36, 64), jobID: sim.Pick(d, 2, 4, 5, 8, 8, 15, 21, 28, 64),
		extra: sim.Pick(d, 0, 0, 0, 1, 12, 41, 80), spaced: sim.Pick(d, 0, 0, 0, 3, 6),
		tlsPort: sim.Pick(d, uint16(443), 443, 3443, 5443, 9443, 20003, 6666),
	}
	if !p.vardiff {
		p.start = d.Log(0.5, 5)
	}
	if c.block < 3 || d.Chance(0.75) {
		p.fresh = d.Log(c.fresh[0], c.fresh[1])
	}
	p.life = sim.Pick(d, [2]float64{1800, 20000}, [2]float64{7200, 200000}, [2]float64{40000, 900000}, [2]float64{40000, 900000})
	return p
}

// adjusted gives a miner's next difficulty after shares in so many seconds.
func (p *pool) adjusted(diff float64, shares int, seconds float64) float64 {
	if !p.vardiff {
		return diff
	}
	ratio := float64(shares) * p.target / seconds
	if ratio > 1-p.band && ratio < 1+p.band {
		return diff
	}
	ratio = math.Min(math.Max(ratio, 1/p.step), p.step)
	return math.Max(p.easy, diff*ratio)
}
