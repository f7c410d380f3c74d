// Package life is what all hosts do ordinarily: who subscribes to what, and
// which services there are.
package life

import (
	"makes/aa/internal/flow"
	"makes/aa/internal/push"
	"makes/aa/internal/rng"
)

// grouped makes kinds of one group; a row is the life of its connections,
// where its servers are, its name and ports, and then what is said.
func grouped(group string) func(push.Life, push.Where, string, ...uint16) *push.Kind {
	return func(life push.Life, where push.Where, name string, ports ...uint16) *push.Kind {
		return push.NewKind(name, group, where, life, ports)
	}
}

// Kinds are all kinds.
func Kinds() []*push.Kind {
	var all []*push.Kind
	for _, list := range [][]*push.Kind{brokers(), watches(), feeds(), chat(), ops(), things(), data()} {
		all = append(all, list...)
	}
	return all
}

// role says how often an interface of that role takes from each group.
type role struct {
	weights  map[string]float64
	lo, hi   float64 // services
	desk     bool    // off at night
	fromMany float64 // probability of serving a crowd
}

var roles = []role{
	{weight("broker", 4, "watch", 2, "ops", 2, "data", 5, "feed", .4, "chat", .5), 14, 40, false, .1},
	{weight("broker", 3, "watch", 5, "ops", 4, "data", 3), 16, 45, false, 0},
	{weight("feed", 7, "broker", 2, "ops", 1, "data", 2), 14, 40, false, .05},
	{weight("chat", 6, "thing", 2, "feed", 1.5, "data", 2, "ops", .5), 14, 45, true, 0},
	{weight("thing", 6, "broker", 3, "ops", 2, "data", 1), 14, 40, false, .1},
	{weight("ops", 6, "data", 3, "watch", 2, "chat", 1), 16, 45, false, 0},
	{weight("data", 6, "broker", 2, "ops", 2, "chat", 1), 14, 30, false, .8},
	{weight("chat", 3, "feed", 2, "thing", 3, "data", 2, "broker", 2, "ops", 2, "watch", 1), 14, 40, false, .05},
}

func weight(pairs ...any) map[string]float64 {
	m := map[string]float64{}
	for i := 0; i < len(pairs); i += 2 {
		switch w := pairs[i+1].(type) {
		case int:
			m[pairs[i].(string)] = float64(w)
		case float64:
			m[pairs[i].(string)] = w
		}
	}
	return m
}

// town is the services of a seed with those who use them.
type town struct {
	net   *flow.Net
	r     *rng.R
	seed  uint64
	kinds []*push.Kind
	hosts []*push.Host
	all   []*use
	of    [][]*use // by kind
}

type use struct {
	*push.Service
	clients []*push.Host
}

// Live runs all ordinary life.
func Live(net *flow.Net, seed uint64, hosts []*push.Host, desks []bool) {
	t := &town{net: net, r: rng.New(seed, 31), seed: seed, kinds: Kinds(), hosts: hosts}
	t.of = make([][]*use, len(t.kinds))
	for i, h := range hosts {
		t.settle(i, h, desks[i])
	}
	for i, u := range t.all {
		if len(u.clients) > 0 {
			t.run(uint64(i), u)
		}
	}
	t.datagrams()
	t.dead()
	t.scans()
}

func (t *town) settle(i int, h *push.Host, desk bool) {
	ro := rng.Pick(t.r, roles)
	for ro.desk != desk {
		ro = rng.Pick(t.r, roles)
	}
	total := 0.0
	for _, k := range t.kinds {
		total += t.chance(k, &ro)
	}
	for range int(t.r.LogU(ro.lo, ro.hi)) {
		x := t.r.F() * total
		for j, k := range t.kinds {
			if x -= t.chance(k, &ro); x < 0 {
				t.join(j, h)
				break
			}
		}
	}
	if t.r.P(ro.fromMany) {
		t.crowd(i)
	}
}

func (t *town) chance(k *push.Kind, ro *role) float64 {
	if k.Crowds {
		return 0
	}
	return ro.weights[k.Group]
}

// join makes a host a client of a service of the kind, an old one or a new.
func (t *town) join(kind int, h *push.Host) {
	for range 4 {
		var u *use
		if list := t.of[kind]; len(list) > 0 && t.r.P(.7) {
			u = rng.Pick(t.r, list)
		} else {
			u = t.deploy(kind)
		}
		if u.Addrs[0] != h.Addr && !u.has(h) && !t.net.Mines(u.Addrs[0], h.Addr) {
			u.clients = append(u.clients, h)
			return
		}
	}
}

func (u *use) has(h *push.Host) bool {
	for _, c := range u.clients {
		if c == h {
			return true
		}
	}
	return false
}

// deploy makes a service: outside, on a host nobody looks at, or on one of ours.
func (t *town) deploy(kind int) *use {
	k := t.kinds[kind]
	inside := k.Where == push.In || k.Where == push.Any && t.r.P(.5)
	iface, addrs := -1, []uint32(nil)
	switch {
	case inside && t.r.P(.4):
		iface = t.r.N(len(t.hosts))
		addrs = []uint32{t.hosts[iface].Addr}
		if len(t.hosts[iface].Spans) > 1 || t.hosts[iface].Spans[0][0] > 0 { // not on a desk
			iface, addrs = -1, []uint32{t.net.Inside()}
		}
	case inside:
		addrs = []uint32{t.net.Inside()}
	default:
		for range rng.Pick(t.r, []int{1, 1, 2, 3, 5}) {
			addrs = append(addrs, t.net.Outside())
		}
	}
	u := &use{Service: push.New(t.net, k, t.r.Bits(), iface, addrs, inside)}
	t.all, t.of[kind] = append(t.all, u), append(t.of[kind], u)
	return u
}

// crowd makes an interface a server with many clients outside.
func (t *town) crowd(iface int) {
	var which []int
	for i, k := range t.kinds {
		if k.Crowds {
			which = append(which, i)
		}
	}
	k := rng.Pick(t.r, which)
	u := &use{Service: push.New(t.net, t.kinds[k], t.r.Bits(), iface, []uint32{t.hosts[iface].Addr}, false)}
	for range int(t.r.LogU(30, 400)) {
		at := t.r.F() * t.net.End * .5
		span := [2]float64{at, at + t.r.LogU(1800, 90000)}
		if t.r.P(.5) {
			span[0] = 0
		}
		span[1] = min(span[1], t.net.End)
		u.clients = append(u.clients, push.NewHost(t.r, -1, t.net.Outside(), [][2]float64{span}))
	}
	t.all = append(t.all, u)
}

// run lets all clients of a service live, and labels their pairs.
func (t *town) run(id uint64, u *use) {
	u.Publish()
	for _, h := range u.clients {
		r := rng.New(t.seed, 32, id, uint64(h.Addr))
		addr := u.Addr(*r)
		if h.Iface >= 0 {
			t.net.Benign(h.Iface, addr, u.Kind.Name)
		}
		if u.Iface >= 0 {
			t.net.Benign(u.Iface, h.Addr, u.Kind.Name)
		}
		u.Serve(h, r)
	}
	u.Forget()
}
