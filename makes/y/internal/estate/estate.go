package estate

import (
	"fmt"
	"strconv"
	"strings"

	"makes/y/internal/flow"
	"makes/y/internal/rng"
	"makes/y/internal/sim"
)

// Build adds the company's interfaces to the world.
func Build(w *sim.World, s *flow.Sink, n int) {
	r := w.Rand("estate")
	total := 0
	for _, k := range roles {
		total += k.weight
	}
	for range n {
		at := r.Int(0, total-1)
		for _, k := range roles {
			if at -= k.weight; at >= 0 {
				continue
			}
			env := k.env
			if env == "prod" && r.Chance(0.25) {
				env = rng.Pick(r, "stage", "stage", "prod2")
			}
			w.AddInterface(s, env, k.name, k.stack, k.public)
			break
		}
	}
}

// Live runs everything ordinary on an interface for the whole time.
func Live(w *sim.World, h *sim.Host) {
	r := w.Rand("live", h.If.ID)
	for _, k := range roles {
		if k.name == h.Role {
			runAll(w, h, r, k.uses)
		}
	}
	if h.Role == standby {
		return
	}
	fleet := w.Rand("agents", h.Env)
	for _, line := range agents {
		// The choice is the environment's, exceptions are the machine's.
		pick := rng.Pick(fleet, line...)
		if r.Chance(0.93) {
			runAll(w, h, r, pick)
		}
	}
	runAll(w, h, r, chance)
}

// runAll runs the uses of a line of words.
func runAll(w *sim.World, h *sim.Host, r *rng.R, uses string) {
	for _, word := range strings.Fields(uses) {
		name, p, found := strings.Cut(word, "?")
		if prob, err := strconv.ParseFloat(p, 64); found && (err != nil || !r.Chance(prob)) {
			continue
		}
		lo, hi := 1, 1
		name, span, found := strings.Cut(name, ":")
		if found {
			if n, _ := fmt.Sscanf(span, "%d-%d", &lo, &hi); n == 1 {
				hi = lo
			}
		}
		inbound := strings.HasPrefix(name, "<")
		name = strings.TrimPrefix(name, "<")
		run(w, h, r, name, inbound, r.Int(lo, hi))
	}
}

// run runs a program between the interface and n different peers.
func run(w *sim.World, h *sim.Host, r *rng.R, name string, inbound bool, n int) {
	p, ok := catalog[name]
	if !ok {
		panic("estate: no program " + name)
	}
	label := &flow.Label{Class: "benign", Name: name}
	where := p.far
	if inbound {
		where = p.near
	}
	used := map[*sim.Host]bool{h: true}
	for k := range n {
		var peer *sim.Host
		if where != "self" {
			if peer = place(w, h, r, name, where, used); peer == nil {
				return
			}
			used[peer] = true
		}
		x := sim.NewCtx(w, label, 0, w.Rand("run", h.If.ID, name, fmt.Sprint(inbound, k)))
		// Machines do not start in step.
		x.T = x.R.F() * 30
		if inbound {
			p.run(x, peer, h)
		} else {
			p.run(x, h, peer)
		}
		x.Finish()
	}
}

// place finds a peer not used yet, or nil. Its words are "aws NAME N" for a service of the provider, maybe by a private
// endpoint, "net NAME N" for a service of N addresses, "nets NAME N K" for K such services, "in ROLE" for a server of the
// company, "crowd ROLE N" for one of N unlogged machines, "office ROLE N" for one of N behind the links, "dead" for an
// address that has been given up.
func place(w *sim.World, h *sim.Host, r *rng.R, name, where string, used map[*sim.Host]bool) *sim.Host {
	var role string
	var n, k int
	kind, rest, _ := strings.Cut(where, " ")
	fmt.Sscanf(rest, "%s %d %d", &role, &n, &k)
	var all []*sim.Host
	switch kind {
	case "aws":
		// An environment has private endpoints or uses the public addresses.
		if w.Rand("endpoint", h.Env).Chance(0.35) {
			all = w.Crowd(h.Env, "vpce-"+role, 3)
		} else {
			all = w.Service(role, n)
		}
	case "net":
		all = w.Service(role, n)
	case "nets":
		all = w.Service(role+strconv.Itoa(r.Int(1, k)), n)
	case "in":
		all = w.Inside(h.Env, role)
		if r.Chance(0.3) {
			all = w.Inside("ops", role)
		}
	case "crowd":
		all = w.Crowd(h.Env, role, n)
	case "office":
		all = w.Office(role, n)
	case "dead":
		if r.Chance(0.5) {
			all = w.Crowd(h.Env, "gone-"+name, 9)
		} else {
			all = w.Service("gone-"+name+strconv.Itoa(r.Int(1, 20)), 1)
		}
	}
	var free []*sim.Host
	for _, g := range all {
		if !used[g] {
			free = append(free, g)
		}
	}
	if len(free) == 0 {
		return nil
	}
	return rng.Pick(r, free...)
}
