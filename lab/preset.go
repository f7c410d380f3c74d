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
		Seed:     17,
		Duration: 12 * time.Hour,
		Hosts: []Host{
			{Kinds: []string{"ssh-idle", "redis", "monero-plain", "dns"}},
			{Kinds: []string{"beacon-session", "mqtt", "websocket", "queue-poll", "db-replica", "reject"}},
			{Interval: 60, Kinds: []string{"beacon-connect"}},
			{Kinds: []string{"keep-alive", "kube-watch", "scrape", "chat", "ssh-active", "scan"}},
		},
	}
}

// How much of everything there is in Drill and Trial.
const (
	minersInDrill  = 12 // of each kind at a pool; twice as many of the others
	minersInTrial  = 24
	ordinaryOfEach = 50
	together       = 6 // ordinary programs on one interface of Drill
	ordinaryENIs   = 3000
	evasive        = 1. / 3
	busy           = 0.5    // share of the miners beside which the programs of a role run
	sharing        = 1. / 8 // share of ordinary programs at shared addresses: as many as there are miners at pools that dilute
)

// Drill is a day to learn from, of the seed's own pools, delivered without
// faults: a dozen miners of every kind at a pool and two dozen of those without one,
// half of them beside the programs of a role, and fifty programs of every ordinary kind, six on an interface. A third
// of the interfaces has one-minute records, a quarter is dual-stack, half is
// read out early, and a third of the miners at pools evade. Many small
// drills teach more than a few large ones: what a seed's programs and pools
// share is shared by fewer.
func Drill(seed uint64) Config {
	hosts := minersOf(MiningKinds(byPool), seed, 0, minersInDrill)
	for _, side := range []string{bySolo, byProxy, byBlocked} {
		hosts = append(hosts, minersOf(MiningKinds(side), seed, len(hosts), 2*minersInDrill)...)
	}
	hosts = append(hosts, minersOf(MiningKinds(byNode), seed, len(hosts), minersInDrill)...)
	return day(seed, append(hosts, programsOf(Kinds(Benign), seed, len(hosts), ordinaryOfEach)...))
}

// Trial is a day to measure on what was learnt: two dozen miners of every kind,
// as in Drill, and a fleet of three thousand interfaces that do not mine, in
// which every ordinary kind is as frequent as its roles make it.
func Trial(seed uint64) Config {
	return day(seed, append(minersOf(Kinds(Mining), seed, 0, minersInTrial), Plan{Seed: seed, ENIs: ordinaryENIs, Varied: true}.Hosts()...))
}

// day is one of hosts of which every third has one-minute records. An eighth of
// their ordinary programs has a server whose address serves something else too:
// were it so with miners alone, other traffic at an address would be learnt as a
// sign of mining.
func day(seed uint64, hosts []Host) Config {
	for i := range hosts {
		hosts[i].Shared = sharing
		if i%3 == 0 {
			hosts[i].Interval = 60
		}
	}
	return Config{Seed: seed, Duration: 24 * time.Hour, Hosts: hosts}
}

// minersOf are n miners of each kind, each on an interface of its own, half of
// them beside the programs of a role. The first interface is the one after so
// many others.
func minersOf(all []string, seed uint64, others, n int) []Host {
	var hosts []Host
	for range n {
		for _, k := range all {
			d := roll(seed, uint64(others+len(hosts)), name("training"))
			h := Host{IPv6: d.chance(dualStack), Early: d.early()}
			if d.chance(busy) {
				h.Kinds = d.role().programs(d, others+len(hosts))
			}
			h.Kinds = append(h.Kinds, k)
			if kinds[k].side == byPool && d.chance(evasive) {
				h.Evasion = d.evasion()
			}
			hosts = append(hosts, h)
		}
	}
	return hosts
}

// early draws Host.Early: half of the interfaces are read out in time.
func (d dice) early() int {
	if d.chance(0.5) {
		return 0
	}
	return d.size(span{1, 59})
}

// evasion draws one knob or a few, in hundredths, and now and then more addresses.
func (d dice) evasion() Evasion {
	some := func(lo, hi float64) float64 {
		if !d.chance(1. / 3) {
			return 0
		}
		return math.Round(100*d.between(lo, hi)) / 100
	}
	var e Evasion
	for e == (Evasion{}) {
		e = Evasion{Padding: some(0.02, 0.5), Jitter: some(0.05, 0.8), Throttle: some(0.1, 0.95), Dilution: some(0.01, 0.2)}
		if d.chance(1. / 6) {
			e.Rotate = d.size(span{2, 20})
		}
	}
	return e
}
