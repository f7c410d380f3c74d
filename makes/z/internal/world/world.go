package world

import (
	"fmt"

	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/flow"
	"makes/z/internal/label"
	"makes/z/internal/mining"
	"makes/z/internal/rng"
	"makes/z/internal/sim"
	"makes/z/internal/tcp"
)

// Config says what to simulate.
type Config struct {
	Seed               uint64
	Interfaces, Miners int
	Kinds              string
	Hours              int
	Interval           clock.Time
	Dir                string
	Epoch              int64
}

// host is a simulated interface with its system.
type host struct {
	tcp.Host
	role   role
	tenant *tenant
	taken  map[string]bool
}

// World is all that is simulated.
type World struct {
	cfg     Config
	env     *acts.Env
	Book    *flow.Book
	Sheet   *label.Sheet
	Ifaces  []*flow.Iface
	hosts   []*host
	tenants []*tenant
	saas    map[string][]*tcp.Host
	used    map[uint32]bool
}

// Sim gives the simulation to run.
func (w *World) Sim() *sim.Sim { return w.env.Sim }

// Build draws the world.
func Build(cfg Config) *World {
	w := &World{cfg: cfg, saas: map[string][]*tcp.Host{}, used: map[uint32]bool{}}
	r := rng.New(cfg.Seed, rng.Text("world"))
	w.Ifaces = make([]*flow.Iface, cfg.Interfaces)
	w.hosts = make([]*host, cfg.Interfaces)
	groups := w.groups(&r)
	w.settle(groups, &r)
	w.Book = flow.NewBook(cfg.Dir, cfg.Epoch, cfg.Hours, cfg.Interval, w.Ifaces)
	w.Sheet = label.New(cfg.Interfaces)
	w.env = &acts.Env{Sim: &sim.Sim{}, Net: &tcp.Net{Book: w.Book}}
	ground := &mining.Ground{Seed: cfg.Seed, Env: w.env, Sheet: w.Sheet, Outside: w.outside, Inside: w.inside, Path: path}
	for k, g := range groups {
		if g.kind == "" {
			continue
		}
		var hosts []*tcp.Host
		for _, i := range g.members {
			hosts = append(hosts, &w.hosts[i].Host)
		}
		ground.Plant(g.kind, hosts, rng.New(cfg.Seed, rng.Text("mine"), uint64(k)))
	}
	for i, h := range w.hosts {
		w.furnish(h, rng.New(cfg.Seed, rng.Text("host"), uint64(i)))
	}
	return w
}

// group is a set of interfaces that must share a tenant.
type group struct {
	kind    string
	members []int
}

// cycle is the order of the kinds when all are wanted.
var cycle = []string{"pool", "solo", "proxy", "blocked", "pool", "pool", "pool", "proxy"}

func (w *World) groups(r *rng.Rand) []group {
	byKind := map[string][]int{}
	for i := range w.cfg.Miners {
		k := w.cfg.Kinds
		if k == "all" {
			k = cycle[i%len(cycle)]
		}
		byKind[k] = append(byKind[k], i)
	}
	var out []group
	for _, k := range []string{"pool", "solo", "proxy", "blocked"} {
		list := byKind[k]
		for len(list) > 0 {
			n := 1
			switch k {
			case "solo":
				n = r.Int(1, 4)
			case "proxy":
				n = r.Int(1, 8)
			}
			n = min(n, len(list))
			out = append(out, group{k, list[:n]})
			list = list[n:]
		}
	}
	for i := w.cfg.Miners; i < w.cfg.Interfaces; i++ {
		out = append(out, group{"", []int{i}})
	}
	return out
}

// settle spreads the groups over tenants at random and makes the hosts.
func (w *World) settle(groups []group, r *rng.Rand) {
	order := make([]int, len(groups))
	for i := range order {
		order[i] = i
	}
	rng.Shuffle(r, order)
	room := 0
	var t *tenant
	for _, k := range order {
		for _, i := range groups[k].members {
			if t == nil || room <= 0 && i == groups[k].members[0] {
				t = newTenant(w.cfg.Seed, len(w.tenants))
				w.tenants = append(w.tenants, t)
				room = int(r.Log(4, 40))
			}
			room--
			w.hosts[i] = w.newHost(t, i)
			t.hosts = append(t.hosts, w.hosts[i])
		}
	}
}

func (w *World) newHost(t *tenant, i int) *host {
	r := rng.New(w.cfg.Seed, rng.Text("iface"), uint64(i))
	name := t.trade[r.Intn(len(t.trade))]
	if r.Chance(0.2) {
		name = common[r.Intn(len(common))]
	}
	h := &host{role: roles[name], tenant: t, taken: map[string]bool{}}
	limit := clock.Time(w.cfg.Hours) * clock.Hour
	f := &flow.Iface{Index: i, ENI: fmt.Sprintf("eni-0%016x", r.Uint64()), Account: t.account,
		Phase: clock.Time(r.Intn(int(w.cfg.Interval/clock.Second))) * clock.Second, Bounds: r.Chance(0.3), To: limit}
	if i >= w.cfg.Miners && r.Chance(0.04) {
		f.From = clock.Time(r.Float() * float64(limit) * 0.8)
	}
	f.Addr = w.private(t, &r)
	f.Prepare(r.Fork(), limit, w.cfg.Interval)
	h.Host = tcp.Host{Addr: f.Addr, Iface: f, Stack: tcp.Draw(&r, h.role.system)}
	w.Ifaces[i] = f
	return h
}

// private draws an unused address of a tenant, from one of a few subnets.
func (w *World) private(t *tenant, r *rng.Rand) uint32 {
	for {
		a := t.base | uint32(r.Intn(8)*16+r.Intn(2))<<8 | uint32(r.Int(4, 254))
		if !w.used[a] {
			w.used[a] = true
			return a
		}
	}
}

func (w *World) inside(r *rng.Rand, near *tcp.Host) *tcp.Host {
	t := w.hosts[near.Iface.Index].tenant
	return &tcp.Host{Addr: w.private(t, r), Stack: tcp.Draw(r, rng.Pick(r, "", "", "", "windows"))}
}

func (w *World) outside(r *rng.Rand) *tcp.Host {
	for {
		a := acts.Stranger(r)
		if !w.used[a] {
			w.used[a] = true
			return &tcp.Host{Addr: a, Stack: tcp.Draw(r, rng.Pick(r, "", "", "", "", "windows", "bsd"))}
		}
	}
}

// cloud draws an address of the provider's services.
func (w *World) cloud(r *rng.Rand) *tcp.Host {
	blocks := [...]uint32{3<<24 | 5<<16, 52<<24 | 94<<16, 52<<24 | 119<<16, 54<<24 | 239<<16, 18<<24 | 206<<16, 35<<24 | 71<<16}
	for {
		a := blocks[r.Intn(len(blocks))] | uint32(r.Intn(1<<16))
		if !w.used[a] {
			w.used[a] = true
			return &tcp.Host{Addr: a, Stack: tcp.Draw(r, "")}
		}
	}
}

func path(r *rng.Rand, private bool) tcp.Path {
	if private {
		return tcp.Path{RTT: clock.Secs(r.Log(0.00015, 0.0015)), Loss: r.Log(1e-7, 1e-5), Rate: r.Log(5e7, 6e8)}
	}
	return tcp.Path{RTT: clock.Secs(r.Log(0.004, 0.25)), Loss: r.Log(1e-5, 4e-3), Rate: r.Log(1e6, 6e7), MSS: rng.Pick(r, 1460, 1460, 1460, 1400, 1452, 1380)}
}
