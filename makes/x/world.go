package main

import (
	"fmt"
	"time"

	"makes/x/internal/eni"
	"makes/x/internal/flowlog"
	"makes/x/internal/mining"
	"makes/x/internal/rnd"
	"makes/x/internal/roles"
	"makes/x/internal/site"
	"makes/x/internal/tcp"
)

// epoch is the Monday of 2025 on which a seed's simulation begins.
func epoch(seed uint64) int64 {
	first := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, 7*rnd.New(seed, "monday", 0).IntN(50)).Unix()
}

// world is everything simulated.
type world struct {
	*options
	until  float64
	towns  []*roles.Town
	hosts  []*site.Host
	roles  []*roles.Role
	offers [][]string
}

func newWorld(o *options, spool *flowlog.Spool) *world {
	w := &world{options: o, until: float64(o.hours) * 3600}
	r := rnd.New(o.seed, "world", 0)
	var nets []*site.Network
	account := ""
	for i := range min(max(o.interfaces/14, 1), 45) {
		if i == 0 || r.Chance(0.6) {
			account = fmt.Sprintf("%012d", r.Int64N(9e11)+1e11)
		}
		net := site.NewNetwork(o.seed, i, account)
		nets = append(nets, net)
		w.towns = append(w.towns, roles.NewTown(o.seed, net))
	}
	for i := range o.interfaces {
		w.add(i, rnd.Pick(r, nets), spool)
	}
	return w
}

// add makes the i-th host.
func (w *world) add(i int, net *site.Network, spool *flowlog.Spool) {
	r := rnd.New(w.seed, "host", i)
	role := roles.Draw(r)
	addrs := []uint32{net.Private(r)}
	if role.Pods {
		for range r.Int(5, 22) {
			addrs = append(addrs, net.Private(r))
		}
	}
	owner := flowlog.Owner{Account: net.Account, ID: fmt.Sprintf("eni-0%016x", r.Uint64())}
	h := &site.Host{
		NIC: eni.New(i, owner, addrs, float64(w.interval), w.until, spool, w.seed),
		Net: net, Stack: &tcp.Linux, Public: r.Chance(role.Public),
		R: r, Swing: r.Between(0, 0.8), Peak: r.Between(9, 22) * 3600,
	}
	switch {
	case role.Windows || r.Chance(0.12):
		h.Stack = &tcp.Windows
		if r.Chance(0.15) {
			h.Stack = &tcp.WindowsOld
		}
	case r.Chance(0.06):
		h.Stack = &tcp.LinuxOld
	case r.Chance(0.04):
		h.Stack = &tcp.BSD
	case r.Chance(0.05):
		h.Stack = &tcp.LinuxNoTS
	}
	offers := role.Offers(r)
	for _, name := range offers {
		net.Servers[name] = append(net.Servers[name], h)
	}
	w.hosts = append(w.hosts, h)
	w.roles = append(w.roles, role)
	w.offers = append(w.offers, offers)
}

// turn gives the kinds of mining in turn when all are wanted.
var turn = []string{"pool", "solo", "pool", "proxy", "pool", "blocked"}

// mine plays all mining before anything else, so that no ordinary program
// takes the pairs.
func (w *world) mine() {
	m := mining.NewMarket(w.seed, w.until)
	var proxies []*site.Host
	for i, h := range w.hosts[:w.miners] {
		kind := w.kinds
		if kind == "all" {
			kind = turn[i%len(turn)]
		}
		r := rnd.New(w.seed, "mine", i)
		switch kind {
		case "pool":
			m.Pool(h, r)
		case "solo":
			m.Solo(h, r)
		case "blocked":
			m.Blocked(h, r)
		default:
			proxies = append(proxies, h)
		}
	}
	m.Proxies(proxies, rnd.New(w.seed, "proxies", 0))
}

func (w *world) live() {
	for i, h := range w.hosts {
		w.towns[h.Net.Index].Live(h, w.roles[i], w.offers[i], w.until)
	}
}
