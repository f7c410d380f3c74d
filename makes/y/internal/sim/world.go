package sim

import (
	"fmt"

	"makes/y/internal/flow"
	"makes/y/internal/rng"
)

// World holds every host and the common facts of one run.
type World struct {
	Seed   uint64
	End    float64
	Hours  int
	Labels *flow.Labels
	Hosts  []*Host // the logged interfaces
	Zone   float64 // hours the company's clock is ahead of UTC

	used     map[uint32]bool
	public   map[string][]*Host
	ghosts   map[string][]*Host
	nets     map[string]uint32
	visitors *rng.R
}

// NewWorld makes an empty world.
func NewWorld(seed uint64, hours int) *World {
	w := &World{Seed: seed, End: float64(hours) * 3600, Hours: hours, Labels: flow.NewLabels(),
		used: map[uint32]bool{}, public: map[string][]*Host{}, ghosts: map[string][]*Host{}, nets: map[string]uint32{}}
	r := rng.New(seed, "world")
	w.Zone = float64(rng.Pick(r, -8, -6, -5, -3, 0, 1, 1, 2, 5, 8, 9))
	w.visitors = rng.New(seed, "visitors")
	return w
}

// Rand gives a named stream of this world.
func (w *World) Rand(names ...string) *rng.R { return rng.New(w.Seed, names...) }

// network gives the /16 of one of the company's environments.
func (w *World) network(env string) uint32 {
	if n, ok := w.nets[env]; ok {
		return n
	}
	r := w.Rand("network", env)
	for {
		n := uint32(10)<<24 | r.Uint32()&0xff<<16
		switch {
		case env == "legacy":
			n = 172<<24 | 31<<16
		case r.Chance(0.25):
			n = 172<<24 | uint32(r.Int(16, 30))<<16
		}
		taken := false
		for _, o := range w.nets {
			taken = taken || o == n
		}
		if !taken {
			w.nets[env] = n
			return n
		}
	}
}

// privateAddr gives a free address in an environment; group keeps hosts of a kind in few subnets.
func (w *World) privateAddr(env, group string, r *rng.R) uint32 {
	net := w.network(env)
	first := w.Rand("subnet", env, group).Uint32() & 0xfc
	for {
		a := net | (first+uint32(r.Int(0, 2)))&0xff<<8 | uint32(r.Int(4, 254))
		if !w.used[a] {
			w.used[a] = true
			return a
		}
		first++
	}
}

// publicAddr gives a free address on the internet.
func (w *World) publicAddr(r *rng.R) uint32 {
	heads := []uint32{3, 13, 15, 18, 20, 23, 34, 35, 40, 44, 45, 46, 51, 52, 54, 62, 64, 66, 77, 78, 81, 84, 88, 91, 94, 95,
		99, 104, 108, 116, 130, 135, 138, 142, 144, 146, 149, 151, 157, 159, 162, 165, 167, 176, 178, 185, 188, 193, 194, 195, 199, 205, 209, 212, 213, 216, 217}
	for {
		a := rng.Pick(r, heads...)<<24 | r.Uint32()&0xffffff
		if last := a & 0xff; last == 0 || last == 255 || w.used[a] {
			continue
		}
		w.used[a] = true
		return a
	}
}

// AddInterface adds a logged interface to an environment.
func (w *World) AddInterface(s *flow.Sink, env, role string, stack Stack, public bool) *Host {
	r := w.Rand("interface", fmt.Sprint(len(w.Hosts)))
	account := fmt.Sprintf("%012d", 100000000000+int64(w.Rand("account", env).F()*8e11))
	id := fmt.Sprintf("eni-0%08x%08x", r.Uint32(), r.Uint32())
	h := &Host{Addr: w.privateAddr(env, role, r), Role: role, Env: env, Stack: stack, Inside: true, Public: public,
		Jumbo: r.Chance(0.85), MTU: 1500, Lag: r.Between(1e-4, 5e-4)}
	h.If = flow.NewIface(s, id, account, h.Addr, w.Rand("iface", id))
	h.prepare(r, w.End)
	w.Hosts = append(w.Hosts, h)
	return h
}

// Inside gives the hosts that play a role for an environment: logged ones, and some of which no log is kept.
func (w *World) Inside(env, role string) []*Host {
	key := env + "/" + role
	if g, ok := w.ghosts[key]; ok {
		return g
	}
	r := w.Rand("inside", key)
	var all []*Host
	for _, h := range w.Hosts {
		if h.Role == role && (h.Env == env || env == "") {
			all = append(all, h)
		}
	}
	if len(all) == 0 || r.Chance(0.4) {
		for range r.Int(1, 5) {
			all = append(all, w.Ghost(env, role, r))
		}
	}
	w.ghosts[key] = all
	return all
}

// Ghost makes a private host nobody logs.
func (w *World) Ghost(env, role string, r *rng.R) *Host {
	g := &Host{Addr: w.privateAddr(env, role, r), Role: role, Env: env, Stack: Linux, Inside: true, Jumbo: r.Chance(0.8), MTU: 1500,
		Lag: r.Between(1e-4, 6e-4)}
	g.prepare(r, w.End)
	g.siblings = []*Host{g}
	return g
}

// Office gives the clients, devices and servers behind the company's links that play a role.
func (w *World) Office(role string, n int) []*Host {
	key := "office/" + role
	if g, ok := w.ghosts[key]; ok && len(g) >= n {
		return g[:n]
	}
	r := w.Rand(key)
	lag := r.Between(0.004, 0.02)
	g := w.ghosts[key]
	for len(g) < n {
		h := &Host{Addr: w.privateAddr("office", role, r), Role: role, Env: "office", Stack: Windows, Inside: true,
			Lag: r.Near(lag, 0.2), MTU: rng.Pick(r, 1436, 1400, 1422), Rate: r.Ratio(8e5, 6e6)}
		h.prepare(r, w.End)
		g = append(g, h)
	}
	w.ghosts[key] = g
	return g
}

// Service gives the addresses of a service on the internet; the first call for a name settles how many there are.
func (w *World) Service(name string, n int) []*Host {
	if s, ok := w.public[name]; ok {
		return s
	}
	r := w.Rand("service", name)
	lag := r.Ratio(0.0007, 0.07)
	stamps := r.Chance(0.85)
	var s []*Host
	for range max(1, n) {
		h := &Host{Addr: w.publicAddr(r), Role: name, Stack: Linux, Lag: r.Near(lag, 0.3), MTU: 1500, Rate: r.Ratio(1e6, 4e7)}
		h.Stack.Stamps = stamps
		h.prepare(r, w.End)
		s = append(s, h)
	}
	for _, h := range s {
		h.siblings = s
	}
	w.public[name] = s
	return s
}

// Visitor makes a stranger on the internet.
func (w *World) Visitor(stack Stack) *Host {
	r := w.visitors
	h := &Host{Addr: w.publicAddr(r), Role: "visitor", Stack: stack, Lag: r.Ratio(0.006, 0.12), MTU: rng.Pick(r, 1500, 1500, 1492, 1420),
		Rate: r.Ratio(2e5, 8e6), Restart: 1e9}
	h.port, h.step = r.Int(0, 20000), 1
	return h
}

// Crowd gives n private hosts of an environment nobody logs that share a role.
func (w *World) Crowd(env, role string, n int) []*Host {
	key := env + "/crowd-" + role
	r := w.Rand(key)
	g := w.ghosts[key]
	for len(g) < n {
		g = append(g, w.Ghost(env, role, r))
	}
	w.ghosts[key] = g
	return g[:n]
}
