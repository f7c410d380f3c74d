package lab

import "time"

// Sample is a small set to try things on: four interfaces for twelve hours,
// one of them with one-minute records, and one miner (Monero, plain) among
// ordinary traffic.
func Sample() Config {
	return Config{
		Seed:     7,
		Duration: 12 * time.Hour,
		Hosts: []Host{
			{Kinds: []string{"ssh-idle", "redis", "monero-plain", "dns"}},
			{Kinds: []string{"beacon-session", "mqtt", "websocket", "queue-poll", "db-replica", "reject"}},
			{Interval: 60, Kinds: []string{"beacon-connect", "push"}},
			{Kinds: []string{"keep-alive", "kube-watch", "scrape", "chat", "ssh-active", "scan"}},
		},
	}
}

// Training is a day of the seed's own pools: twenty-four miners of every mining kind,
// each on an interface with some ordinary programs, and eighty interfaces with
// ordinary programs only, in ten-minute records.
func Training(seed uint64) Config {
	miners := 24 * len(Kinds(Mining))
	return Config{
		Seed:     seed,
		Duration: 24 * time.Hour,
		Hosts:    Fleet(seed, miners+80, miners),
	}
}

// Fleet draws n hosts that each run four to nine benign kinds. The first
// miners of them also run a miner; the mining kinds take turns. Host i does
// not depend on n.
func Fleet(seed uint64, n, miners int) []Host {
	benign, mining := Kinds(Benign), Kinds(Mining)
	hosts := make([]Host, n)
	for i := range hosts {
		d := roll(seed, uint64(i), name("fleet"))
		order := d.Perm(len(benign))
		for _, k := range order[:d.size(span{4, 9})] {
			hosts[i].Kinds = append(hosts[i].Kinds, benign[k])
		}
		if i < miners {
			hosts[i].Kinds = append(hosts[i].Kinds, mining[i%len(mining)])
		}
	}
	return hosts
}
