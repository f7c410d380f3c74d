package lab

import "slices"

// How much there is in Lookalikes.
const (
	lookalikesOfEach = 100
	poolMiners       = 6  // of each kind
	otherMiners      = 24 // of each kind that has no pool, but a node, a proxy or nothing
)

// lookalikes are the ordinary kinds that trees which learnt from drills take
// for miners most often: those of which at least two pairs were among the 150
// ordinary ones with the highest votes in either of the trials 1 and 21, but
// for the many peers of nodes; collaboration, of which one was, was added by
// hand. And, for miners that are blocked, what else finds nobody to talk to.
var lookalikes = []string{
	"api", "celery", "chain-heads", "chain-poll", "chat", "collaboration", "consul", "db-listen", "db-pool",
	"dead-backoff", "dead-constant", "dead-cron", "dead-mail", "dead-peers", "dead-pool", "dead-restart", "dead-target", "denied",
	"dns-tls", "electrum", "fix", "gearman", "grpc-stream", "json-rpc", "keep-alive", "kafka-consumer", "lightning", "long-worker", "metrics-agent", "mqtt-hub", "nats",
	"openvpn", "queue-poll", "rabbit", "redis", "redis-bus", "sensor", "socks", "ssh-tunnel", "task-worker", "ticker", "trading-bot",
	"turn-game", "websocket",
}

// Lookalikes is a day to learn from, as Drill is, in which what is hard to tell
// from miners is more frequent: a hundred programs of each such kind, half a
// dozen miners of every kind at a pool, two dozen of the others.
func Lookalikes(seed uint64) Config {
	hosts := minersOf(MiningKinds(byPool), seed, 0, poolMiners)
	for _, side := range []string{bySolo, byProxy, byBlocked} {
		hosts = append(hosts, minersOf(MiningKinds(side), seed, len(hosts), otherMiners)...)
	}
	return day(seed, append(hosts, programsOf(lookalikes, seed, len(hosts), lookalikesOfEach)...))
}

// programsOf are n programs of each kind, in any order, a few on an interface.
// The first interface is the one after so many others.
func programsOf(all []string, seed uint64, others, n int) []Host {
	var names []string
	for i := range n {
		for _, k := range roll(seed, uint64(i), name("order")).Perm(len(all)) {
			names = append(names, all[k])
		}
	}
	var hosts []Host
	for some := range slices.Chunk(names, together) {
		d := roll(seed, uint64(others+len(hosts)), name("drill"))
		hosts = append(hosts, Host{Kinds: some, IPv6: d.chance(dualStack), Early: d.early()})
	}
	return hosts
}
