package mining

import (
	"fmt"
	"time"

	"makes/g/internal/cloud"
	"makes/g/internal/dice"
)

const poolsPerCoin = 5

// pool is a pool of a coin and its ways, the same for all its miners.
type pool struct {
	coin              coin
	name              string
	number            int
	seed              uint64
	dialect           dialect
	target, retarget  time.Duration // between shares; how often it looks at that, 0 is never
	least, bad        float64       // lowest difficulty, relative to the usual; shares refused
	throttle          time.Duration
	refresh, think    dice.Gap
	split, rewards    bool // difficulty and job in two writes; a new job for every share
	answersKeepAlives bool
}

func newPool(seed uint64, c coin, number int) *pool {
	name := fmt.Sprintf("%s-%02d", c.name, number)
	d := dice.New(seed, "pool", name)
	o := &pool{coin: c, name: name, number: number, seed: d.Uint64(), dialect: dice.Pick(d, c.dialects...),
		target: c.share.draw(d), throttle: c.throttle.draw(d), least: d.Between(0.02, 1), bad: d.Between(0.0005, 0.03),
		split: d.Chance(0.6), rewards: d.Chance(0.05), answersKeepAlives: d.Chance(0.7)}
	if d.Chance(0.75) {
		o.retarget = d.Dur(20*second, 6*minute)
	}
	if refresh := c.refresh.draw(d); refresh > 0 && d.Chance(0.75) {
		o.refresh = d.Timer(refresh, refresh)
	}
	slow := d.Dur(500*time.Microsecond, 250*ms)
	o.think = func() time.Duration { return slow/2 + d.Exp(slow/2) }
	return o
}

// peer is the pool as seen from a host; TLS has a port of its own.
func (o *pool) peer(p *cloud.Proc, transport string) cloud.Peer {
	q := p.Nth(false, "pool-"+o.name, 0, o.coin.tls...)
	if version := o.tls(transport); version > 0 {
		return q.SecureWith(version)
	}
	q.Port = dice.Pick(dice.New(o.seed, "port"), o.coin.plain...)
	return q
}

// tls is the version that goes with a transport, or 0.
func (o *pool) tls(transport string) int {
	switch {
	case transport == "tls12":
		return 12
	case transport == "tls13", len(o.coin.plain) == 0:
		return 13
	}
	return 0
}

// nextJob is the time to the next job for the miners.
func (o *pool) nextJob(d *dice.Dice) time.Duration {
	next := time.Duration(d.ExpFloat64() * o.coin.block * float64(second))
	if o.refresh != nil {
		next = min(next, o.refresh())
	}
	return max(next, o.throttle)
}
