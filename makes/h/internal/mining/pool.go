package mining

import (
	"math"
	"sort"

	"makes/h/internal/sim"
	"makes/h/internal/world"
)

// pool is how a pool gives out work. Difficulties are in seconds that a miner
// of speed 1 needs for a share.
type pool struct {
	name    string
	seed    uint64
	script  *script
	refresh float64 // seconds between jobs while there is no new block
	regular float64 // how far refreshes stray from that
	lag     float64 // from a block to its job
	start   float64 // first difficulty
	floor   float64 // least difficulty
	target  float64 // seconds between shares that it aims at; 0 leaves the difficulty
	review  float64 // seconds between looks at the difficulty
	stale   float64 // share of submits turned down
	life    float64 // seconds until a session ends, on average
	blocks  []float64
}

func newPool(w *world.World, coin Coin, name string) *pool {
	seed := w.Seed ^ sim.Hash(name)
	r := sim.NewRand(seed, 3)
	p := &pool{name: name, seed: seed, script: sim.Pick(r, coin.scripts...),
		refresh: r.Wide(coin.refresh[0], coin.refresh[1]), regular: sim.Pick(r, 0.02, 0.2, 0.6),
		lag: r.Wide(0.05, 4), start: r.Wide(30, 400), floor: r.Wide(4, 250),
		target: sim.Pick(r, 0, r.Wide(4, 60), r.Wide(8, 60), r.Between(8, 35)), review: r.Wide(20, 240),
		stale: r.Wide(0.001, 0.03), life: r.Wide(4000, 400000)}
	p.review = math.Max(p.review, 3*p.target)
	if coin.block >= 3 { // for faster ones, pools pick their own pace
		r := sim.NewRand(w.Seed, sim.Hash(coin.Name), 4) // all its pools see the same blocks
		for t := -4000.0; t < w.Limit; t += r.Exp(coin.block) {
			p.blocks = append(p.blocks, t)
		}
	}
	return p
}

// toBlock is how long after now the work on the next block is handed out.
func (p *pool) toBlock(now float64) float64 {
	if i := sort.SearchFloat64s(p.blocks, now-p.lag+1e-6); i < len(p.blocks) {
		return p.blocks[i] + p.lag - now
	}
	return math.Inf(1)
}

// miner is a rig, or a proxy for many, at a pool.
type miner struct {
	*world.Prog
	pool  *pool
	talk  *talk
	speed float64
	alive float64    // seconds of silence before it says that it lives
	tells float64    // seconds between reports of its speed
	pause [2]float64 // seconds at work and at rest; 0 never rests
}

func newMiner(p *world.Prog, at *pool, speed float64, rests bool) *miner {
	own := sim.NewRand(p.Uint64())
	m := &miner{Prog: p, pool: at, speed: speed, talk: at.script.speak(sim.NewRand(at.seed, 5), own),
		alive: sim.Pick(own, 60, 60, own.Wide(20, 200)), tells: sim.Pick(own, 60, own.Wide(10, 300))}
	if rests {
		m.pause = [2]float64{own.Wide(300, 20000), own.Wide(60, 20000)}
	}
	return m
}

// mine is a session from login to the end.
func (m *miner) mine(c *sim.Conn) {
	t := m.talk
	for i := 0; i < len(t.hello); i += 2 {
		c.Call(t.hello[i](), t.hello[i+1]())
	}
	if t.retarget() > 0 { // else the last answer had a job
		c.Push(t.retarget() + t.job())
	}
	if t.alive != nil {
		c.Beat(sim.Client, m.alive, t.alive(), t.answer(), m.Prog.Chance(0.5))
	}
	if t.report != nil {
		c.Beat(sim.Client, m.tells, t.report(), t.ok(), false)
	}
	difficulty, found, turns := math.Max(m.pool.start, m.pool.floor), 0, 0
	share := c.Timer(func() float64 { return m.Exp(difficulty / m.speed) })
	c.Redraw(share)
	block := c.Timer(func() float64 { return m.pool.toBlock(m.Now()) })
	c.Redraw(block)
	refresh, review, rest := c.Every(m.pool.refresh, m.pool.regular), c.Never(), c.Never()
	if m.pool.target > 0 {
		review = c.Every(m.pool.review, 0.1)
	}
	if m.pause[0] > 0 {
		rest = c.Timer(func() float64 { return m.Exp(m.pause[turns%2]) })
	}
	for {
		switch c.Next(share, block, refresh, review, rest) {
		case share:
			if turns%2 == 0 {
				found++
				answer := t.ok
				if m.Prog.Chance(m.pool.stale) {
					answer = t.bad
				}
				c.Call(t.submit(), answer())
			}
		case block:
			c.Push(t.job())
			c.Redraw(refresh)
		case refresh:
			c.Push(t.job())
		case review:
			if next := m.pool.reviewed(difficulty, found); next != difficulty {
				difficulty = next
				c.Push(t.retarget() + t.job())
				c.Redraw(share)
			}
			found = 0
		case rest:
			turns++
			c.Redraw(rest)
		case nil:
			return
		}
	}
}

// reviewed is the difficulty after so many shares since the last review.
func (p *pool) reviewed(difficulty float64, found int) float64 {
	ratio := (float64(found) + 0.3) * p.target / p.review
	if ratio > 0.6 && ratio < 1.6 {
		return difficulty
	}
	return math.Max(p.floor, difficulty*math.Min(4, math.Max(0.25, ratio)))
}
