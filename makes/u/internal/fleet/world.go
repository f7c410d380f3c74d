// Package fleet puts hosts, services and miners together and lets them talk.
package fleet

import (
	"fmt"

	"makes/u/internal/addr"
	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/mine"
	"makes/u/internal/prog"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

// World is all that is simulated.
type World struct {
	log      *flow.Log
	rnd      *rng.R
	hosts    []*host
	nets     []*network
	services map[string]*service
	tags     map[string]*flow.Tag
	pools    map[string]*mine.Pool
	vias     map[string]*talk.Party
	fixed    map[[2]uint32]bool // pairs that speak with fixed ports
}

// network is the private network of one account.
type network struct {
	*addr.Network
	index   int
	account string
	hosts   []*host
}

// host is a logged interface and what stands behind it.
type host struct {
	party *talk.Party
	net   *network
	role  *role
	open  bool    // has a public address
	zone  float64 // of its users
	rnd   *rng.R
}

// service is something that programs connect to.
type service struct {
	spec    *talk.Spec
	parties []*talk.Party
	path    wire.Path
	down    clock.Spans
	fault   wire.Fault
	inside  bool
}

// New makes a world of n hosts.
func New(log *flow.Log, seed uint64, n int) *World {
	w := &World{log: log, rnd: rng.New(seed, "world"), services: map[string]*service{}, tags: map[string]*flow.Tag{},
		pools: map[string]*mine.Pool{}, vias: map[string]*talk.Party{}, fixed: map[[2]uint32]bool{}}
	weights := make([]float64, len(roles))
	for i := range roles {
		weights[i] = roles[i].weight * w.rnd.Log(0.6, 1.6)
	}
	count := 1 + n/w.rnd.Int(25, 60)
	first := w.rnd.Int(0, 2)
	for i := range count {
		r := w.rnd.Sub(fmt.Sprint("net/", i))
		w.nets = append(w.nets, &network{Network: addr.NewNetwork(first+i, r), index: i,
			account: fmt.Sprintf("%012d", r.Int64N(9e11)+1e11)})
	}
	for i := range n {
		r := w.rnd.Sub(fmt.Sprint("host/", i))
		net := rng.Pick(r, w.nets...)
		h := &host{net: net, role: &roles[r.Weighted(weights)], rnd: r, zone: r.Num(-8, -5, 0, 1, 2, 5.5, 8, 9)}
		stack := rng.Pick(r, wire.Linux, wire.Linux, wire.Linux, wire.LinuxNew, wire.LinuxBare)
		if r.Chance(h.role.windows) {
			stack = rng.Pick(r, wire.Windows, wire.Windows, wire.WindowsOld)
		}
		h.open = r.Chance(h.role.public)
		h.party = &talk.Party{Addr: net.Take(), Stack: stack, Up: w.uptime(r)}
		h.party.Iface = log.NewIface(fmt.Sprintf("eni-%017x", r.Uint64()>>4&0x0fffffffffffffff|0x0100000000000000), net.account, h.party.Addr, r.Sub(fmt.Sprint("iface/", i)))
		net.hosts = append(net.hosts, h)
		w.hosts = append(w.hosts, h)
	}
	return w
}

// uptime draws when a host runs: most of them always.
func (w *World) uptime(r *rng.R) clock.Spans {
	length := w.log.Length()
	if length < 6*3600 || !r.Chance(0.1) {
		return clock.Forever
	}
	if r.Chance(0.5) { // it is started and stopped every day
		var s clock.Spans
		from, lasts := r.Uniform(0, 14), r.Uniform(7, 10)
		for d := -1.0; d*86400 < length; d++ {
			start := (d*24 + from) * 3600
			s = append(s, clock.Span{From: start, To: start + lasts*3600})
		}
		return s
	}
	from := r.Uniform(-0.5, 0.6) * length
	return clock.Spans{{From: from, To: max(from, 0) + r.Uniform(0.2, 0.8)*length}}
}

// tag returns the label of an ordinary program.
func (w *World) tag(name string) *flow.Tag {
	t := w.tags[name]
	if t == nil {
		t = &flow.Tag{Name: name}
		w.tags[name] = t
	}
	return t
}

// outside returns the nth service of a kind on the internet.
func (w *World) outside(k *prog.Kind, n int) *service {
	key := fmt.Sprint("out/", k.Name, "/", n)
	if s := w.services[key]; s != nil {
		return s
	}
	r := w.rnd.Sub(key)
	s := &service{spec: k.Make(r), path: talk.Internet(r), down: w.outages(r, 0.05)}
	stack := rng.Pick(r, wire.Linux, wire.Linux, wire.Linux, wire.LinuxBare, wire.BSD, wire.Windows)
	for _, a := range addr.Block(r, r.LogInt(1, 8)) {
		s.parties = append(s.parties, &talk.Party{Addr: a, Stack: stack, Up: clock.Forever})
	}
	w.services[key] = s
	return s
}

// inside returns the nth service of a kind in a private network.
func (w *World) inside(net *network, k *prog.Kind, n int) *service {
	key := fmt.Sprint("in/", net.index, "/", k.Name, "/", n)
	if s := w.services[key]; s != nil {
		return s
	}
	r := w.rnd.Sub(key)
	s := &service{spec: k.Make(r), path: talk.Private(r), down: w.outages(r, 0.02), inside: true}
	if r.Chance(0.45) {
		s.parties = []*talk.Party{rng.Pick(r, net.hosts...).party}
	} else {
		for range r.Int(1, 3) {
			s.parties = append(s.parties, &talk.Party{Addr: net.Take(), Stack: wire.Linux, Up: clock.Forever})
		}
	}
	w.services[key] = s
	return s
}

// dead returns a service that is never reached.
func (w *World) dead(net *network, k *prog.Kind, n int) *service {
	key := fmt.Sprint("dead/", net.index, "/", k.Name, "/", n)
	if s := w.services[key]; s != nil {
		return s
	}
	r := w.rnd.Sub(key)
	s := &service{spec: k.Make(r).Dead(r), path: talk.Internet(r)}
	s.fault = rng.Pick(r, wire.Refused, wire.Silent, wire.DeniedOut, wire.DeniedOut, wire.DeniedBack, wire.Refused)
	party := &talk.Party{Addr: addr.Public(r), Stack: wire.Linux, Up: clock.Forever}
	if k.Place == prog.In || k.Place == prog.Either && r.Chance(0.4) {
		s.path, s.inside = talk.Private(r), true
		party.Addr = net.Take()
		if r.Chance(0.4) {
			party = rng.Pick(r, net.hosts...).party
			s.fault = rng.Pick(r, wire.Refused, wire.DeniedIn, wire.DeniedIn)
		}
	}
	s.parties = []*talk.Party{party}
	w.services[key] = s
	return s
}

func (w *World) outages(r *rng.R, chance float64) clock.Spans {
	var s clock.Spans
	for t := r.Exp(86400 / chance); t < w.log.Length(); t += r.Exp(86400 / chance) {
		to := t + r.Log(10, 1800)
		s = append(s, clock.Span{From: t, To: to})
		t = to
	}
	return s
}
