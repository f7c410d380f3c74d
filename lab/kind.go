package lab

import (
	"fmt"
	"slices"
)

// A kind is a sort of program. Its function is the whole life of one.
type kind struct {
	name  string
	class string
	run   func(*session)
}

// benign lists the look-alikes.
var benign = []kind{
	{name: "keep-alive", run: keepAlive},
	{name: "beacon-session", run: beaconSession},
	{name: "beacon-connect", run: beaconConnect},
	{name: "web", run: web},
	{name: "push", run: push},
	{name: "websocket", run: websocket},
	{name: "chat", run: chat},
	{name: "mqtt", run: mqtt},
	{name: "imap-idle", run: imapIdle},
	{name: "ssh-idle", run: sshIdle},
	{name: "ssh-active", run: sshActive},
	{name: "db-pool", run: dbPool},
	{name: "db-replica", run: dbReplica},
	{name: "redis", run: redis},
	{name: "memcached", run: memcached},
	{name: "queue-poll", run: queuePoll},
	{name: "runner-poll", run: runnerPoll},
	{name: "lb-health", run: lbHealth},
	{name: "scrape", run: scrape},
	{name: "log-ship", run: logShip},
	{name: "kube-watch", run: kubeWatch},
	{name: "mirror", run: mirror},
	{name: "backup", run: backup},
	{name: "scan", run: scan},
	{name: "brute-force", run: bruteForce},
	{name: "reject", run: reject},
	{name: "dns", run: dns},
	{name: "ntp", run: ntp},
	{name: "ping", run: ping},
}

// kinds finds a kind by its name.
var kinds = func() map[string]*kind {
	m := make(map[string]*kind)
	add := func(k kind) {
		if m[k.name] != nil {
			panic(fmt.Sprintf("lab: two kinds named %q", k.name))
		}
		m[k.name] = &k
	}
	for _, k := range benign {
		k.class = Benign
		add(k)
	}
	for i := range coins {
		for _, tls := range []bool{false, true} {
			add(coins[i].kind(i, tls))
		}
	}
	return m
}()

// Kinds lists the names of all kinds of a class, sorted.
func Kinds(class string) []string {
	var names []string
	for _, k := range kinds {
		if k.class == class {
			names = append(names, k.name)
		}
	}
	slices.Sort(names)
	return names
}
