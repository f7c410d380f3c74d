package mining

import (
	"fmt"
	"sort"

	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

// pool is one pool of a coin, with its own dialect and habits.
type pool struct {
	name         string
	coin         *Coin
	blocks       []float64
	addrs        []uint32
	port, secure uint16 // plain and with TLS

	login, welcome         []wide.Sizes
	job, tune, ok, refusal wide.Sizes
	sharesLen              float64
	together               bool // difficulty and job in one write
	pipelined              bool // the login's steps are not waited for
	refresh                wide.Cadence
	lag, think, life       float64 // from a block to its job, of an answer, of a connection
	refused, silentAnswer  float64 // parts of the shares
	difficulty, least      float64 // seconds a share takes at speed 1: at first, at least
	target, retarget       float64 // seconds between shares aimed at (0: any), between adjustments
	pingGap                float64 // 0 if the pool does not ask for life signs
	pingDown, pingAnswer   int
}

func drawPool(h *wide.Rand, c *Coin, number int, blocks []float64, book wire.Book) *pool {
	p := &pool{name: fmt.Sprintf("%s-%02d", c.Name, number), coin: c, blocks: blocks}
	for range wide.Pick(h, 1, 1, 2, 3, 5) {
		p.addrs = append(p.addrs, book.Keep(h, false))
	}
	p.port, p.secure = wide.Pick(h, c.Ports...), wide.Pick(h, append(usual[:4:4], 443, 443, 20580, 9443)...)
	if wide.Chance(h, 0.15) {
		p.port = wide.Pick(h, usual...)
	}
	for range c.Steps.Int(h) {
		p.login = append(p.login, wide.DrawLines(h, c.Login))
		p.welcome = append(p.welcome, wide.DrawLines(h, c.Welcome))
	}
	p.job = wide.DrawLines(h, c.Job)
	if c.Job[1] > 1500 { // jobs that grow and shrink with the chain's traffic
		p.job = wide.DrawSizes(h, rng{c.Job[0] * 1.3, c.Job[1] * 0.8})
	}
	p.tune, p.ok, p.refusal = wide.DrawLines(h, c.Tune), wide.DrawLines(h, c.OK), wide.DrawLines(h, rng{c.OK[0] + 25, c.OK[1] + 80})
	p.sharesLen = c.Share.Draw(h)
	p.together, p.pipelined = wide.Chance(h, 0.5), wide.Chance(h, 0.4)
	p.refresh = wide.Pick(h, wide.DrawTimer(h, c.Refresh), wide.DrawCadence(h, c.Refresh, false, 0))
	p.lag, p.refused = wide.Between(h, 0.05, 3), wide.Between(h, 0.0005, 0.06)
	p.think = wide.Between(h, 0.0004, 0.25)
	p.difficulty = wide.Between(h, 12, 300)
	p.least = wide.Between(h, 1, 60)
	if wide.Chance(h, 0.65) {
		p.target, p.retarget = wide.Between(h, 4, 60), wide.Between(h, 30, 400)
	}
	p.life = wide.Between(h, 2000, 2e6)
	if wide.Chance(h, 0.12) {
		p.pingGap, p.pingDown, p.pingAnswer = wide.Between(h, 20, 300), rng{30, 70}.Int(h), rng{24, 70}.Int(h)
	}
	p.silentAnswer = wide.Pick(h, 0, 0, 0, 0, 0, 0, 0, h.Float64())
	return p
}

// wait is how long after t the next block's job comes, at most a long time.
func (p *pool) wait(t float64) float64 {
	i := sort.SearchFloat64s(p.blocks, t-p.lag+0.001)
	if i == len(p.blocks) {
		return 1e9
	}
	return p.blocks[i] + p.lag - t
}
