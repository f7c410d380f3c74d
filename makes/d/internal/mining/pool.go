package mining

import (
	"fmt"

	"makes/d/internal/dice"
	"makes/d/internal/netsim"
	"makes/d/internal/places"
)

// Pool is one of the pools of a coin, with its ways.
type Pool struct {
	name  string
	coin  *Coin
	seed  uint64 // of the dice for its dialect
	peers []*netsim.Peer
	port  int
	tls   int
	jobs  []float64 // when it sends new work

	aim     float64 // seconds between shares it adjusts rigs to, 0: never adjusts
	start   float64 // difficulty at the start: seconds between shares of a rig of speed 1
	floor   float64 // least difficulty
	review  float64 // seconds between adjustments
	life    float64 // mean length of connections, 0: unlimited
	patient float64 // seconds to answer a share
	stale   float64 // part of shares refused
}

// Chains knows all coins and pools of a run.
type Chains struct {
	dice   *dice.Dice
	places *places.Places
	end    float64
	blocks map[*Coin][]float64
	pools  map[*Coin][]*Pool
}

// NewChains prepares the world of mining.
func NewChains(d *dice.Dice, w *places.Places, end float64) *Chains {
	return &Chains{d, w, end, map[*Coin][]float64{}, map[*Coin][]*Pool{}}
}

// chain gives the times of the blocks of a coin.
func (x *Chains) chain(coin *Coin) []float64 {
	if x.blocks[coin] == nil {
		t := -netsim.WarmUp
		for t < x.end+coin.block {
			t += x.dice.Exp(coin.block)
			x.blocks[coin] = append(x.blocks[coin], t)
		}
	}
	return x.blocks[coin]
}

// of gives the pools of a coin.
func (x *Chains) of(coin *Coin) []*Pool {
	if x.pools[coin] == nil {
		for i := range x.dice.Int(3, 6) {
			x.pools[coin] = append(x.pools[coin], x.found(coin, fmt.Sprintf("%s-%02d", coin.name, i+1), false))
		}
	}
	return x.pools[coin]
}

// found makes a new pool.
func (x *Chains) found(coin *Coin, name string, private bool) *Pool {
	d := x.dice
	p := &Pool{name: name, coin: coin, seed: d.Uint64(), port: x.port(coin), tls: x.port(coin),
		start:  d.Scale(coin.share[0], coin.share[1]) * d.Scale(1, 10),
		review: d.Scale(30, 400), patient: d.Scale(0.0005, 0.15), stale: d.Scale(0.001, 0.03)}
	if d.Chance(0.7) {
		p.aim = d.Scale(coin.share[0], coin.share[1])
		p.floor = p.aim * d.Scale(0.3, 6)
	}
	if d.Chance(0.4) {
		p.life = d.Scale(3600, 2*netsim.Day)
	}
	for range d.Int(1, 4) {
		p.peers = append(p.peers, x.places.Server(private))
	}
	p.schedule(x)
	return p
}

func (x *Chains) port(coin *Coin) int {
	if x.dice.Chance(0.25) {
		return dice.Pick(x.dice, 443, 80, 8080, 25, 53, 5222, 9000)
	}
	return x.dice.Int(coin.ports[0], coin.ports[1])
}

// schedule fixes when the pool sends work: after each block, and again when
// nothing new has come for a while.
func (p *Pool) schedule(x *Chains) {
	d := x.dice
	least := d.Scale(p.coin.least[0], p.coin.least[1])
	fresh := max(1.5*least, d.Scale(p.coin.fresh[0], p.coin.fresh[1]))
	play := dice.Pick(d, 0, 0.02, 0.3)
	lag := d.Scale(0.1, 1.5)
	last := -netsim.WarmUp - d.Exp(fresh)
	send := func(t float64) {
		if t-last >= least {
			p.jobs = append(p.jobs, t)
			last = t
		}
	}
	for _, b := range x.chain(p.coin) {
		t := b + d.Exp(lag)
		for next := last + fresh; next < t; next = last + fresh*(1+play*(d.Float64()-0.5)) {
			send(next)
		}
		send(t)
	}
}
