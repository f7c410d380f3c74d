package mine

import (
	"math"
	"sort"

	"makes/ae/internal/estate"
	"makes/ae/internal/layer"
	"makes/ae/internal/rnd"
	"makes/ae/internal/tcp"
)

// pool is one provider for one coin: its software's sizes, its vardiff, its
// jobs, its bad hours.
type pool struct {
	coin          *coin
	name          string
	servers       []*estate.Host
	port          int
	jobs          []float64 // when everybody gets a job
	clean         []bool    // a block was found
	sizes         []int32   // of the jobs, alike for everybody
	size          float64   // factor of the job's length
	grow          int       // bytes that a template gains until the block
	submit, reply int
	target        float64 // seconds to a share that vardiff wants
	window        float64 // seconds to a retarget, 0 for a fixed difficulty
	slack         float64 // how far off the pace may be
	first         float64 // share time that the first difficulty gives a middle miner
	ping          float64 // seconds to the pool's own pings, 0 for none
	stale         float64
	diffAlways    bool // set_difficulty before every job
	hold          float64
	wrap          *layer.Wrap
	sockets       [2]tcp.End
	outages       [][2]float64
	path          func(tcp.Path) tcp.Path
}

func newPool(w *estate.World, r rnd.R, c *coin, name, transport string) *pool {
	end := w.Net.End()
	p := &pool{coin: c, name: name, port: rnd.Pick(r, c.ports...), size: r.Float64(), submit: r.Int(c.submit[0], c.submit[1]), reply: r.Int(c.reply[0], c.reply[1])}
	if r.P(.12) {
		p.port = r.Int(1100, 39000)
	}
	for range r.Int(2, 4) {
		p.servers = append(p.servers, w.Far(r))
	}
	p.grow = rnd.Pick(r, 0, 0, 67, 134)
	p.target = rnd.Pick(r, 3., 4, 5, 6, 8, 10, 10, 12, 15, 15, 20, 20, 30, 30, 45, 60)
	p.window = rnd.Pick(r, 30., 60, 90, 90, 120, 120, 300, 0, 0)
	p.slack = rnd.Pick(r, .2, .3, .3, .4, .5)
	p.first = r.Log(1, 80)
	p.ping = rnd.Pick(r, 0, 0, 0, 30, 60, 120.)
	p.stale = r.Log(.002, .04)
	p.diffAlways = r.P(.15)
	p.hold = r.Log(.0005, .12)
	p.wrap = layer.New(r, inner(c, transport))
	p.sockets = [2]tcp.End{tcp.End{}.Socket(r), tcp.End{}.Socket(r)}
	p.schedule(r, end)
	if r.P(.3) {
		from := r.Float64() * end
		p.outages = append(p.outages, [2]float64{from, from + r.Log(30, 3600)})
	}
	forget, reset := rnd.Pick(r, 0, 0, 350., 1800), r.P(.7)
	p.path = func(t tcp.Path) tcp.Path {
		t.Forget, t.Reset = forget, reset
		return t
	}
	for i := range p.jobs {
		p.sizes = append(p.sizes, int32(p.length(r, i)))
	}
	return p
}

// inner is what lies around the coin's messages themselves.
func inner(c *coin, transport string) string {
	switch {
	case transport == "tls12" || transport == "tls13":
		return transport
	case c.dialect == "getwork" && c.name != "alephium":
		return "wsp"
	}
	return "plain"
}

// schedule draws blocks, and refreshed templates in between. Chains faster
// than a pool likes are thinned out.
func (p *pool) schedule(r rnd.R, end float64) {
	least := rnd.Pick(r, .2, .4, .5, 1)
	refresh := p.coin.clean * rnd.Pick(r, .5, 1, 1, 1, 2, 0)
	exact := r.P(.6) // the refresh goes by the clock, not by new transactions
	block := r.Exp(p.coin.block)
	for t := 0.; t < end; {
		next, clean := block, true
		if refresh > 0 {
			step := refresh
			if !exact {
				step *= r.Uni(.5, 1.6)
			}
			if t+step < block {
				next, clean = t+step, false
			}
		}
		t = max(next, t+least)
		if clean {
			block = t + r.Exp(p.coin.block)
		}
		p.jobs, p.clean = append(p.jobs, t), append(p.clean, clean)
	}
}

// next is the number of the first job after t.
func (p *pool) next(t float64) int { return sort.SearchFloat64s(p.jobs, t) }

// job gives the length of the job at hand before number i.
func (p *pool) job(i int) int {
	if len(p.sizes) == 0 {
		return p.coin.job[0]
	}
	return int(p.sizes[min(i, len(p.sizes)-1)])
}

func (p *pool) length(r rnd.R, i int) int {
	lo, hi := float64(p.coin.job[0]), float64(p.coin.job[1])
	n := lo + (hi-lo)*p.size
	if p.coin.dialect == "stratum" {
		// a branch of the merkle tree more or less, by the transactions
		n += 67 * math.Floor(r.NormFloat64()+.5)
	}
	if p.grow > 0 && !p.clean[i] {
		n += float64(p.grow)
	}
	return int(max(lo*.7, n)) + r.IntN(3)
}

func (p *pool) down(t float64) bool {
	for _, o := range p.outages {
		if t >= o[0] && t < o[1] {
			return true
		}
	}
	return false
}

// cut is when the next outage begins.
func (p *pool) cut(t float64) float64 {
	at := math.Inf(1)
	for _, o := range p.outages {
		if o[0] > t {
			at = min(at, o[0])
		}
	}
	return at
}
