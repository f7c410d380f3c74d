package world

import (
	"fmt"

	"makes/v/internal/kinds"
	"makes/v/internal/rng"
)

// want is a number of peers of a group of kinds.
type want struct {
	group  string
	lo, hi int
}

// role is what a host is for: whom it calls, and who calls it.
type role struct {
	name   string // for the reader of the table
	weight float64
	calls  []want
	serves []want
}

// spare tells whether nobody has a use for the host.
func (x *role) spare() bool { return x.calls == nil && x.serves == nil }

var roles = []role{
	{"batch-node", 8, []want{{"hpc", 2, 6}, {"store", 2, 5}, {"licence", 0, 2}, {"queue", 0, 2}}, []want{{"hpc", 0, 2}, {"shell", 0, 2}}},
	{"batch-head", 2, []want{{"hpc", 4, 26}, {"db", 1, 2}, {"store", 1, 3}}, []want{{"hpc", 16, 78}, {"shell", 2, 8}}},
	{"queue-worker", 8, []want{{"queue", 2, 6}, {"db", 1, 4}, {"cache", 1, 3}, {"api", 1, 5}, {"store", 0, 3}}, nil},
	{"task-master", 2, []want{{"db", 1, 3}, {"broker", 0, 2}}, []want{{"queue", 8, 58}}},
	{"spark-worker", 7, []want{{"bigdata", 4, 12}, {"store", 1, 4}, {"broker", 0, 2}}, []want{{"bigdata", 1, 5}}},
	{"bigdata-master", 2, []want{{"bigdata", 2, 8}, {"cluster", 1, 4}}, []want{{"bigdata", 12, 65}}},
	{"trainer", 5, []want{{"ml", 3, 9}, {"store", 2, 4}, {"bigdata", 0, 3}}, []want{{"shell", 0, 3}, {"ml", 0, 4}}},
	{"ml-hub", 2, []want{{"db", 1, 2}, {"store", 1, 3}}, []want{{"ml", 6, 45}}},
	{"notebook", 4, []want{{"ml", 2, 5}, {"db", 1, 3}, {"store", 1, 3}, {"api", 0, 3}, {"web", 0, 3}}, []want{{"ml", 1, 4}}},
	{"volunteer", 3, []want{{"volunteer", 1, 4}, {"web", 0, 3}}, []want{{"shell", 0, 2}}},
	{"render-node", 3, []want{{"queue", 2, 4}, {"licence", 1, 4}, {"store", 2, 5}}, []want{{"shell", 0, 1}}},
	{"ci-runner", 5, []want{{"ci", 2, 7}, {"infra", 1, 3}, {"api", 0, 2}}, []want{{"shell", 0, 1}}},
	{"ci-server", 2, []want{{"ci", 1, 3}, {"db", 1, 2}, {"chat", 0, 2}}, []want{{"ci", 6, 39}}},
	{"database", 5, []want{{"cluster", 2, 8}, {"cdc", 1, 3}, {"store", 0, 2}, {"bulk", 0, 2}}, []want{{"db", 8, 39}, {"cluster", 1, 6}, {"cdc", 0, 4}}},
	{"nosql-node", 4, []want{{"cluster", 4, 14}, {"store", 0, 2}}, []want{{"db", 4, 32}, {"cluster", 3, 12}}},
	{"cache-node", 3, []want{{"cluster", 1, 5}, {"cdc", 0, 1}}, []want{{"cache", 8, 45}, {"cluster", 0, 3}}},
	{"broker-node", 4, []want{{"cluster", 2, 6}, {"broker", 1, 4}}, []want{{"broker", 8, 58}}},
	{"etl-host", 5, []want{{"cdc", 2, 7}, {"db", 2, 6}, {"broker", 1, 4}, {"bulk", 1, 4}, {"api", 1, 5}}, []want{{"cdc", 0, 2}}},
	{"file-server", 3, []want{{"store", 1, 4}, {"bulk", 0, 2}, {"infra", 1, 3}}, []want{{"store", 9, 78}}},
	{"licence-server", 1.5, []want{{"licence", 0, 2}}, []want{{"licence", 6, 78}}},
	{"monitoring", 3, []want{{"mon", 16, 78}, {"db", 0, 2}, {"chat", 0, 3}}, []want{{"mon", 8, 58}}},
	{"config-master", 1.5, []want{{"agent", 1, 4}}, []want{{"agent", 12, 78}}},
	{"app-server", 7, []want{{"db", 1, 5}, {"cache", 1, 4}, {"broker", 0, 4}, {"api", 2, 9}, {"web", 1, 6}, {"chat", 0, 3}}, []want{{"web", 3, 26}}},
	{"web-front", 4, []want{{"web", 2, 10}, {"cache", 0, 2}}, []want{{"web", 24, 162}}},
	{"kube-node", 6, []want{{"hpc", 1, 4}, {"cluster", 1, 3}, {"db", 1, 5}, {"broker", 1, 4}, {"web", 2, 8}, {"api", 2, 8}}, []want{{"web", 2, 12}}},
	{"bastion", 1.5, []want{{"shell", 3, 15}, {"vpn", 0, 2}}, []want{{"shell", 2, 19}}},
	{"vpn-gate", 1.5, []want{{"vpn", 1, 5}}, []want{{"vpn", 4, 39}, {"shell", 0, 3}}},
	{"desktop", 4, []want{{"web", 6, 26}, {"chat", 3, 9}, {"api", 2, 6}, {"infra", 2, 4}, {"licence", 0, 3}}, []want{{"shell", 0, 2}}},
	{"crawler", 2, []want{{"web", 32, 104}, {"queue", 1, 3}, {"db", 1, 2}}, nil},
	{"bot-host", 3, []want{{"chat", 3, 10}, {"api", 3, 10}, {"finance", 0, 3}}, nil},
	{"trading", 3, []want{{"finance", 5, 18}, {"chain", 0, 3}, {"db", 0, 2}}, []want{{"finance", 0, 5}}},
	{"chain-node", 2.5, []want{{"chain", 6, 26}, {"finance", 0, 3}}, []want{{"chain", 2, 20}}},
	{"chain-user", 2.5, []want{{"chain", 2, 8}, {"api", 1, 4}, {"db", 0, 2}}, nil},
	{"iot-gate", 3, []want{{"broker", 1, 4}, {"db", 1, 2}}, []want{{"iot", 12, 104}}},
	{"game-voice", 2, []want{{"chat", 1, 4}, {"db", 1, 2}}, []want{{"chat", 6, 39}}},
	{"mail-relay", 1, []want{{"chat", 2, 10}, {"infra", 2, 4}}, []want{{"chat", 2, 20}}},
	{"backup-host", 1.5, []want{{"bulk", 4, 20}, {"store", 1, 4}}, []want{{"bulk", 2, 12}}},
	{"spare", 7, nil, nil},
	{"bare", 4, []want{{"api", 0, 2}, {"web", 0, 1}}, []want{{"shell", 0, 1}}},
}

// Live plays the ordinary traffic of all hosts.
func (w *World) Live() {
	for _, h := range w.Hosts {
		w.live(h)
	}
}

func (w *World) live(h *Host) {
	r := w.r.Split(fmt.Sprint("life", h.Index))
	if h.role.spare() {
		// A spare interface: a clock, perhaps, and strangers.
		w.call(h, want{"infra", 0, 1}, r)
		w.answer(h, want{"scan", 0, 8}, r)
		return
	}
	for _, x := range []want{{"infra", 1, 5}, {"agent", 1, 4}, {"mon", 1, 4}} {
		w.call(h, x, r)
	}
	for _, x := range h.role.calls {
		w.call(h, x, r)
	}
	for _, x := range h.role.serves {
		w.answer(h, x, r)
	}
	if r.Chance(0.3) {
		// Something outside its role, as every real host has it.
		groups := []string{"agent", "queue", "api", "chat", "cluster", "shell", "vpn", "licence", "volunteer", "ml", "cache", "broker"}
		w.call(h, want{rng.Pick(r, groups...), 1, 3}, r)
	}
	if r.Chance(0.4) {
		// A public address draws strangers.
		w.answer(h, want{"scan", 5, int(r.Log(15, 120))}, r)
	}
	for r.Chance(0.4) {
		w.dead(h, r)
	}
}

// Ask makes a host a client of some service of a kind.
func (w *World) Ask(h *Host, kind string) { w.use(h, w.find(w.Kind(kind), h.VPC, w.Talk())) }

// few picks some kinds of a group, as a host does not use all that exist.
func (w *World) few(group string, n int, visit bool, r *rng.R) []kinds.Kind {
	var pool []kinds.Kind
	for _, k := range w.groups[group] {
		if visit || k.Place != kinds.Visit {
			pool = append(pool, k)
		}
	}
	r.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
	return pool[:min(len(pool), n)]
}

// call makes a host the client of services.
func (w *World) call(h *Host, x want, r *rng.R) {
	n := r.Int(x.lo, x.hi)
	ks := w.few(x.group, 1+n/2, false, r)
	if n == 0 || len(ks) == 0 {
		return
	}
	if n > 14 {
		ks = ks[:min(len(ks), r.Int(2, 5))]
	}
	for i := range n {
		k := ks[i%len(ks)]
		if n > 14 {
			// Many peers of one kind: each its own service, as a monitoring host has it.
			w.use(h, w.newService(k, h.VPC, w.Talk()))
			continue
		}
		w.use(h, w.find(k, h.VPC, w.Talk()))
	}
}

// answer makes a host the server of clients.
func (w *World) answer(h *Host, x want, r *rng.R) {
	n := r.Int(x.lo, x.hi)
	if n == 0 {
		return
	}
	ks := w.few(x.group, rng.Pick(r, 1, 1, 2, 3), true, r)
	if x.group == "scan" {
		// Every stranger is after something else.
		ks = w.few(x.group, 5, true, r)
		for i := range n {
			s := w.newService(ks[i%len(ks)], h.VPC, w.Talk())
			w.serve(h, s, 1)
		}
		return
	}
	for i, k := range ks {
		part := n / len(ks)
		if i == 0 {
			part = n - part*(len(ks)-1)
		}
		s := w.newService(k, h.VPC, w.Talk())
		w.serve(h, s, part)
	}
}
