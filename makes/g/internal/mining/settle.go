package mining

import (
	"time"

	"makes/g/internal/cloud"
	"makes/g/internal/dice"
	"makes/g/internal/wire"
)

// Kinds are the kinds of mining.
var Kinds = []string{"pool", "solo", "proxy", "blocked"}

var (
	transports = []string{"plain", "tls13", "plain", "socks", "tls12", "plain", "vpn"}
	sizes      = []string{"slow", "middle", "fast"}
	fates      = []wire.Fate{wire.Reject, wire.Drop, wire.Refuse} // of blocked miners
)

// Cast hands out what miners there are, in turn.
type Cast struct {
	seed  uint64
	kinds []string
	order []int // of the coins
	turn  map[string]int
}

// NewCast prepares miners of the given kinds.
func NewCast(seed uint64, kinds []string) *Cast {
	if len(kinds) == len(Kinds) { // pools are the most common
		kinds = []string{"pool", "solo", "pool", "proxy", "pool", "blocked"}
	}
	return &Cast{seed: seed, kinds: kinds, order: dice.New(seed, "coins").Perm(len(coins)), turn: map[string]int{}}
}

// Settle lets the next miner work on the host.
func (c *Cast) Settle(h *cloud.Host) {
	kind := c.kinds[c.turn["all"]%len(c.kinds)]
	turn := c.turn[kind]
	c.turn["all"]++
	c.turn[kind]++
	d := dice.New(c.seed, "miner", kind, turn)
	size := d.IntN(len(sizes))
	rate := d.Between(1, 2.714) * []float64{1, 2.714, 7.368}[size]
	start, end := period(d)
	settle := func(coin, pool, transport string, program cloud.Program) {
		h.Run(coin+"-"+transport, turn, notes(kind, coin, pool, sizes[size], transport), func(p *cloud.Proc) {
			if start > 0 {
				p.Now = time.Duration(start * float64(p.End))
			}
			p.End = time.Duration(end * float64(p.End))
			program(p)
		})
	}
	if kind == "solo" {
		w := templates[turn%len(templates)]
		settle(w[0], w[0]+"-node", "plain", func(p *cloud.Proc) { solo(p, w[0], w[1], rate) })
		return
	}
	o := newPool(c.seed, coins[c.order[turn%len(coins)]], d.IntN(poolsPerCoin))
	transport := transports[(turn+turn/len(coins))%len(transports)]
	if kind != "pool" {
		transport = dice.Pick(d, "plain", "plain", "tls13")
	}
	if o.tls(transport) == 13 && transport == "plain" {
		transport = "tls13"
	}
	switch {
	case kind == "proxy" && turn%2 == 0:
		settle(o.coin.name, o.name, transport, func(p *cloud.Proc) { upstream(p, o, rate, sizes[size], transport) })
	case kind == "proxy":
		settle(o.coin.name, o.coin.name+"-proxy", transport, func(p *cloud.Proc) { worker(p, o, rate, transport) })
	case kind == "blocked":
		settle(o.coin.name, o.name, transport, func(p *cloud.Proc) { c.blocked(p, o, transport, fates[turn%len(fates)]) })
	default:
		settle(o.coin.name, o.name, transport, func(p *cloud.Proc) {
			if transport != "vpn" && transport != "socks" && p.Chance(0.25) {
				p.Fork(1, func(p *cloud.Proc) { fee(p, o, rate, transport) })
			}
			newMiner(p, o, rate).live(o.peer(p, transport), transport)
		})
	}
}

// notes are what a label says of a miner.
func notes(kind, coin, pool, size, transport string) []string {
	return []string{"kind=" + kind, "coin=" + coin, "pool=" + pool, "size=" + size, "transport=" + transport}
}

// period is the part of the run in which a miner works: mostly all of it.
func period(d *dice.Dice) (start, end float64) {
	end = 1
	if d.Chance(0.2) {
		start = d.Float64() * 0.6
	}
	if d.Chance(0.15) {
		end = start + (1-start)*(0.3+0.7*d.Float64())
	}
	return start, end
}

// fee mines for the author of the miner for a while now and then, with another pool.
func fee(p *cloud.Proc, o *pool, rate float64, transport string) {
	other := *o
	other.name = o.coin.name + "-fee"
	q, m, habit := other.peer(p, transport), newMiner(p, &other, rate), p.Lasting(20*second, 3*minute)
	for gap := p.Timer(40*minute, 150*minute); p.Alive(); p.Wait(gap()) {
		p.Once(&q, habit, m.login, m.streams...)
	}
}

// upstream is a proxy: many workers' shares go to a pool, in one connection or
// several; some of the workers are seen to come in.
func upstream(p *cloud.Proc, o *pool, rate float64, size, transport string) {
	workers, ways := p.Between(3, 300), dice.Pick(p.Dice, 1, 1, 1, 2, 3, 5)
	port := dice.Pick[uint16](p.Dice, 3333, 3335, 8080, 4444, 14444)
	private := newPool(p.Uint64(), o.coin, 0)
	for i := range min(int(workers), p.Int(0, 12)) {
		p.Fork(i, func(p *cloud.Proc) {
			p.Kind, p.Notes = o.coin.name+"-plain", notes("proxy", o.coin.name, o.coin.name+"-proxy", size, "plain")
			m := newMiner(p, private, rate*p.Between(0.5, 2))
			m.serve = true
			m.live(p.Either(1, "worker of "+p.ENI, 40, port), "plain")
		})
	}
	for i := range ways {
		p.Fork(100+i, func(p *cloud.Proc) {
			m := newMiner(p, o, rate*workers/float64(ways))
			if m.shy = false; o.retarget == 0 { // somebody chose the difficulty for that many
				m.difficulty *= workers / float64(ways) * p.Between(0.2, 1)
			}
			m.live(o.peer(p, transport), transport)
		})
	}
}

// worker mines at a proxy in the private network, which is a pool to it.
func worker(p *cloud.Proc, o *pool, rate float64, transport string) {
	private := newPool(p.Uint64(), o.coin, 0)
	private.bad /= 10
	private.refresh, private.throttle = o.refresh, o.throttle // it passes jobs on
	q := p.Either(1, "mining proxy "+o.coin.name, 3, 3333, 3335, 8080, 4444, 14444)
	if version := o.tls(transport); version > 0 {
		q = q.SecureWith(version)
	}
	newMiner(p, private, rate).live(q, transport)
}

// blocked is a miner whose pools cannot be reached; it never gives up.
func (c *Cast) blocked(p *cloud.Proc, o *pool, transport string, fate wire.Fate) {
	again := newRetry(p.Dice)
	var pools []cloud.Peer
	for i := range p.Int(1, 4) { // its own pool and what it falls back to
		q := newPool(c.seed, o.coin, (o.number+i)%poolsPerCoin).peer(p, transport)
		q.Patience, q.Fate = again.patience, fate
		pools = append(pools, q)
	}
	for failed := 0; p.Alive(); failed++ {
		p.Open(&pools[failed/again.tries%len(pools)], false)
		p.Wait(again.after(failed % (again.tries * 8)))
	}
}
