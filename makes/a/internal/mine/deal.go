package mine

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// Dealer gives each mining host its kind of mining, in turn.
type Dealer struct {
	market *market
	dealt  map[string]int
	turn   int
}

// NewDealer draws the coins' pools and blocks for a run of so many seconds.
func NewDealer(w *sim.World, seconds float64) *Dealer {
	return &Dealer{market: newMarket(w, seconds), dealt: map[string]int{}}
}

// Kinds are the kinds of mining; "all" takes turns.
var Kinds = []string{"pool", "solo", "proxy", "blocked", "all"}

var turns = []string{"pool", "pool", "solo", "pool", "proxy", "pool", "blocked", "pool", "pool"}

// deck is the order of coins; what is mined most in clouds comes oftener.
var deck = []string{"monero", "ravencoin", "zephyr", "ethclassic", "bitcoin", "verus", "monero", "kaspa", "litecoin",
	"flux", "wownero", "monero", "zcash", "ergo", "raptoreum", "dero"}

// Start makes a host mine.
func (d *Dealer) Start(h *sim.Host, kind string) {
	if kind == "all" {
		kind = turns[d.turn%len(turns)]
		d.turn++
	}
	n := d.dealt[kind]
	d.dealt[kind]++
	way := deck[n%len(deck)]
	switch kind {
	case "solo":
		way = soloCoins[n%len(soloCoins)]
	case "blocked":
		way = rnd.Pick(h.R, deck...)
	}
	name := way
	if way == "p2pool" {
		name = "monero"
	}
	c := d.market.coin(name)
	size := []string{"slow", "middle", "fast"}[(n+n/len(deck))%3]
	through := c.transit[(n/len(deck)+h.R.Int(0, len(c.transit)-1))%len(c.transit)]
	h.Start("", func(p *sim.Proc) {
		own := *rnd.Pick(p.R, c.pools...)
		if (kind == "solo" || kind == "blocked") && (through == "socks" || through == "vpn" || way != "dero" && way != "monero" && kind == "solo") {
			through = "plain"
		}
		po := &own
		if kind == "proxy" && n%2 == 1 {
			if through == "socks" || through == "vpn" {
				through = "plain"
			}
			po = proxyPool(p, c, po)
		}
		if kind == "solo" {
			po.name = c.name + "-node"
			if way == "p2pool" {
				po.name, through = "p2pool", "plain"
			}
		}
		g := newRig(p, c, po, size, through)
		g.hours()
		g.describe(kind)
		switch kind {
		case "pool":
			d.extras(g)
			g.mine()
		case "solo":
			g.solo(way)
		case "proxy":
			if n%2 == 1 {
				g.worker()
			} else {
				g.upstream()
			}
		case "blocked":
			g.blocked([]sim.Fate{sim.Rejected, sim.Dropped, sim.Refused, sim.Swallowed}[n%4])
		}
	})
}

// extras are what comes with some rigs: the author's share, a second process.
func (d *Dealer) extras(g *rig) {
	r := g.R
	if r.Chance(0.4) && g.through != "socks" && g.through != "vpn" {
		fee, part := rnd.Pick(r, g.coin.pools...), rnd.Pick(r, 0.007, 0.01, 0.01, 0.02, 0.05)
		if fee.name != g.pool.name {
			g.Fork(func(p *sim.Proc) { g.fee(p, fee, part) })
		}
	}
	if r.Chance(0.07) {
		g.Fork(func(p *sim.Proc) {
			q := *g
			q.Proc = p
			q.mine()
		})
	}
}
