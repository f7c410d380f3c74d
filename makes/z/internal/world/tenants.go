// Package world draws the tenants of a service provider, their hosts, and what runs on them.
package world

import (
	"makes/z/internal/acts"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// weight is how many programs with a tag a role runs, on average.
type weight struct {
	tag  string
	mean float64
}

// role is a kind of host.
type role struct {
	name   string
	system string
	runs   []weight
	// public hosts get the internet's background noise.
	public bool
}

var roles = map[string]role{
	"spare":      {"spare", "", nil, false},
	"web":        {"web", "", []weight{{"srv-web", 1.7}, {"web", 3}, {"app", 4}, {"db", 2}}, true},
	"app":        {"app", "", []weight{{"app", 8}, {"broker", 3}, {"db", 2.5}, {"queue", 1.5}, {"srv-app", 0.5}}, false},
	"worker":     {"worker", "", []weight{{"queue", 4}, {"app", 3}, {"broker", 2}, {"db", 1.5}}, false},
	"db":         {"db", "", []weight{{"srv-db", 1.3}, {"db", 3}, {"msp", 1}}, false},
	"broker":     {"broker", "", []weight{{"srv-broker", 1.5}, {"broker", 3}, {"edge", 1}}, true},
	"queue":      {"queue", "", []weight{{"srv-queue", 1}, {"srv-broker", 0.5}, {"queue", 2}, {"app", 2}}, false},
	"edge":       {"edge", "tiny", []weight{{"edge", 6}, {"iot", 4}, {"broker", 2}, {"vpn", 1.5}}, true},
	"iot":        {"iot", "", []weight{{"srv-iot", 1.6}, {"iot", 3}, {"stream", 2}, {"broker", 2}, {"db", 1.5}}, true},
	"desktop":    {"desktop", "windows", []weight{{"desk", 9}, {"chat", 3}, {"srv-desk", 0.7}, {"vpn", 0.5}}, false},
	"directory":  {"directory", "windows", []weight{{"srv-dir", 1.6}, {"msp", 2}, {"desk", 1}}, false},
	"files":      {"files", "windows", []weight{{"srv-file", 1}, {"msp", 2}, {"srv-desk", 0.4}}, false},
	"mail":       {"mail", "", []weight{{"srv-mail", 1}, {"mail", 3}, {"app", 2}}, true},
	"chat":       {"chat", "", []weight{{"srv-chat", 1.4}, {"chat", 6}, {"db", 1}, {"web", 1}}, true},
	"bot":        {"bot", "", []weight{{"chat", 7}, {"web", 2}, {"app", 2}}, false},
	"vpn":        {"vpn", "", []weight{{"srv-vpn", 1.3}, {"vpn", 4}, {"msp-net", 2}}, true},
	"bastion":    {"bastion", "", []weight{{"dev", 3}, {"vpn", 3}, {"msp", 3}, {"srv-noise", 1}}, true},
	"build":      {"build", "", []weight{{"dev", 6}, {"queue", 2.5}, {"app", 1}}, false},
	"monitor":    {"monitor", "", []weight{{"srv-monitor", 1}, {"poller", 1}, {"msp-net", 2}, {"msp", 2}}, false},
	"game":       {"game", "", []weight{{"srv-game", 1.6}, {"game", 5}, {"db", 1}}, true},
	"media":      {"media", "", []weight{{"srv-media", 1.2}, {"media", 5}, {"web", 2}}, true},
	"school":     {"school", "windows", []weight{{"school", 6}, {"desk", 4}, {"chat", 1}}, false},
	"clinic":     {"clinic", "windows", []weight{{"clinic-core", 3}, {"clinic", 4}, {"db", 1}, {"desk", 2}}, false},
	"payments":   {"payments", "", []weight{{"fin", 8}, {"srv-fin", 0.8}, {"db", 2}}, true},
	"trading":    {"trading", "", []weight{{"exchange", 8}, {"fin", 3}, {"stream", 1.5}}, false},
	"chain":      {"chain", "", []weight{{"chain", 3.2}, {"srv-chain", 0.9}, {"exchange", 1.5}, {"dead-chain", 0.4}}, true},
	"wallet":     {"wallet", "", []weight{{"chain", 2.5}, {"exchange", 3}, {"db", 1}}, false},
	"research":   {"research", "", []weight{{"lab", 6}, {"queue", 3}, {"dev", 1}}, false},
	"instrument": {"instrument", "bsd", []weight{{"lab", 5}, {"iot", 2}, {"stream", 1}}, true},
	"infected":   {"infected", "", []weight{{"attack", 4}, {"app", 3}, {"web", 1}, {"srv-attack", 0.4}, {"srv-noise", 0.5}}, true},
}

// trades gives the roles that a kind of tenant has, with repetition for frequency.
var trades = [][]string{
	{"clinic", "clinic", "desktop", "directory", "db", "files", "vpn", "web", "app"},
	{"school", "school", "school", "desktop", "directory", "files", "web", "chat"},
	{"game", "game", "game", "app", "db", "build", "chat", "broker", "worker"},
	{"payments", "payments", "app", "db", "broker", "queue", "worker", "web", "wallet"},
	{"media", "media", "web", "web", "db", "bot", "worker", "desktop", "mail"},
	{"trading", "trading", "chain", "chain", "wallet", "db", "app", "broker", "web"},
	{"iot", "iot", "edge", "edge", "edge", "broker", "db", "app", "vpn"},
	{"research", "research", "research", "instrument", "files", "build", "queue", "bastion"},
	{"web", "app", "app", "db", "queue", "worker", "worker", "build", "bot"},
	{"desktop", "desktop", "desktop", "directory", "mail", "vpn", "bastion", "monitor"},
}

// common roles may be in every tenant.
var common = []string{"monitor", "bastion", "worker", "bot", "broker", "vpn", "infected", "chain", "edge", "desktop", "spare", "spare"}

// tenant is a customer: a network, a day, tools of its own choice.
type tenant struct {
	account string
	base    uint32
	trade   []string
	habit   acts.Habit
	seed    uint64
	hosts   []*host
	// servers are private hosts without logs, by what they serve or use.
	servers map[string][]*tcp.Host
}

func newTenant(seed uint64, id int) *tenant {
	r := rng.New(seed, rng.Text("tenant"), uint64(id))
	t := &tenant{seed: r.Uint64(), servers: map[string][]*tcp.Host{}}
	t.account = digits(&r, 12)
	switch r.Intn(3) {
	case 0:
		t.base = 172<<24 | uint32(r.Int(16, 31))<<16
	default:
		t.base = 10<<24 | uint32((id*7+r.Intn(7))%256)<<16
	}
	t.trade = trades[r.Intn(len(trades))]
	if id < len(trades) {
		t.trade = trades[(id+int(seed%uint64(len(trades))))%len(trades)]
	}
	t.habit = acts.Habit{Low: r.Log(0.03, 0.5), Open: float64(r.Int(6, 9)), Close: float64(r.Int(17, 22)), Shift: r.Int(-8, 9)}
	if r.Chance(0.25) {
		t.habit = acts.Habit{Low: 0.6, Open: 8, Close: 24, Shift: r.Int(0, 23)}
	}
	return t
}

func digits(r *rng.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + r.Intn(10))
	}
	b[0] = byte('1' + r.Intn(9))
	return string(b)
}
