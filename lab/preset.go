package lab

import (
	"math"
	"time"
)

// Sample is a small set to try things on: four interfaces for twelve hours,
// one of them with one-minute records, and one miner (Monero, plain) among
// ordinary traffic.
func Sample() Config {
	return Config{
		Seed:     11,
		Duration: 12 * time.Hour,
		Hosts: []Host{
			{Kinds: []string{"ssh-idle", "redis", "monero-plain", "dns"}},
			{Kinds: []string{"beacon-session", "mqtt", "websocket", "queue-poll", "db-replica", "reject"}},
			{Interval: 60, Kinds: []string{"beacon-connect", "push"}},
			{Kinds: []string{"keep-alive", "kube-watch", "scrape", "chat", "ssh-active", "scan"}},
		},
	}
}

// How much of everything there is in Training.
const (
	minersOfEach = 24
	ordinaryENIs = 3000
	evasive      = 0.25
)

// Training is a day of the seed's own pools, delivered without faults: two
// dozen miners of every kind, each on an interface of its own, and a fleet of
// three thousand interfaces that do not mine, in which every ordinary kind is
// as frequent as its roles make it. A third of the interfaces has one-minute
// records, a quarter is dual-stack, and a quarter of the miners at pools evade
// a little.
func Training(seed uint64) Config {
	cfg := Config{Seed: seed, Duration: 24 * time.Hour}
	for range minersOfEach {
		for _, k := range Kinds(Mining) {
			d := roll(seed, uint64(len(cfg.Hosts)), name("training"))
			h := Host{Kinds: []string{k}, IPv6: d.chance(dualStack)}
			if kinds[k].side == byPool && d.chance(evasive) {
				h.Evasion = d.mildEvasion()
			}
			cfg.Hosts = append(cfg.Hosts, h)
		}
	}
	cfg.Hosts = append(cfg.Hosts, Plan{Seed: seed, ENIs: ordinaryENIs, Varied: true}.Hosts()...)
	for i := range cfg.Hosts {
		if i%3 == 0 {
			cfg.Hosts[i].Interval = 60
		}
	}
	return cfg
}

// mildEvasion draws what costs a miner little: one knob or a few, in hundredths.
func (d dice) mildEvasion() Evasion {
	some := func(lo, hi float64) float64 {
		if !d.chance(1. / 3) {
			return 0
		}
		return math.Round(100*d.between(lo, hi)) / 100
	}
	var e Evasion
	for e == (Evasion{}) {
		e = Evasion{Padding: some(0.02, 0.2), Jitter: some(0.05, 0.5), Throttle: some(0.25, 0.95), Dilution: some(0.01, 0.1)}
	}
	return e
}
