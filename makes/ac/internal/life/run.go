package life

import (
	"makes/ac/internal/rnd"
	"makes/ac/internal/tcp"
)

// role is what a machine is for: letters of the programs it may run, its
// family of systems, and how many programs there are on it.
type role struct {
	name, family, letters string
	least, most           int
}

var roles = []role{
	{"app", "server", "wa", 14, 34}, {"web", "server", "wn", 12, 30}, {"worker", "server", "ad", 12, 30},
	{"desktop", "desktop", "o", 22, 46}, {"build", "server", "vd", 14, 32}, {"data", "server", "d", 12, 28},
	{"dev", "desktop", "vo", 20, 44}, {"api", "server", "am", 14, 30}, {"gateway", "thing", "i", 10, 26},
	{"game", "server", "g", 10, 26}, {"school", "desktop", "so", 18, 40}, {"mail", "server", "m", 10, 24},
	{"proxy", "server", "xn", 10, 26}, {"crawler", "server", "c", 12, 30}, {"balancer", "server", "n", 10, 22},
	{"shared", "server", "wmc", 16, 34}, {"hub", "server", "ig", 12, 28}, {"relay", "server", "x", 8, 22},
	{"spare", "server", "", 2, 5},
}

func letters(name string) string {
	for _, r := range roles {
		if r.name == name {
			return r.letters
		}
	}
	return ""
}

// Live plans all ordinary life and runs it.
func (w *World) Live(r *rnd.R) {
	kinds := readKinds()
	for i := len(kinds) - 1; i > 0; i-- { // which ones are popular is another thing in each seed
		j := r.N(i + 1)
		kinds[i], kinds[j] = kinds[j], kinds[i]
	}
	var last *Company
	for _, f := range w.Ifaces {
		if f.Company != last {
			last = f.Company
			w.stack(r.Fork(), last, kinds)
		}
	}
	for _, f := range w.Ifaces {
		w.inhabit(r.Fork(), f)
	}
}

// stack chooses what a company runs; Zipf's law says how common each is.
func (w *World) stack(r *rnd.R, c *Company, kinds []*kind) {
	for rank, k := range kinds {
		share := max(.22, .9-float64(rank)/150)
		if !r.Chance(share) {
			continue
		}
		d := w.deploy(r.Fork(), c, k)
		d.weight = share * r.Pareto(.3, 1.1, 6)
		c.stack = append(c.stack, d)
	}
}

func fits(k *kind, letters string) bool {
	if k.roles == "*" {
		return true
	}
	for _, a := range letters {
		for _, b := range k.roles {
			if a == b {
				return true
			}
		}
	}
	return false
}

// inhabit gives a machine its programs.
func (w *World) inhabit(r *rnd.R, f *Iface) {
	ls := letters(f.Role)
	var may []*Deploy
	total := 0.0
	for _, d := range f.Company.stack {
		if fits(d.kind, ls) {
			may = append(may, d)
			total += d.weight
		}
	}
	for _, role := range roles {
		if role.name != f.Role {
			continue
		}
		for n := r.Int(role.least, role.most); n > 0 && len(may) > 0; n-- {
			x := r.F() * total
			i := 0
			for ; i < len(may)-1 && x > may[i].weight; i++ {
				x -= may[i].weight
			}
			d := may[i]
			total -= d.weight
			may = append(may[:i:i], may[i+1:]...)
			w.employ(r.Fork(), f, d)
		}
	}
}

// employ lets a machine use a deployment, with as many peers as that has.
func (w *World) employ(r *rnd.R, f *Iface, d *Deploy) {
	if d.scope == "in" || d.scope == "inp" {
		n := max(1, int(d.get("cl", float64(r.Int(1, 4)))*r.LogN(1, .5)))
		family := "desktop"
		if d.get("things", 0) > 0 {
			family = "thing"
		}
		for range min(n, 600) {
			peer, host := uint32(0), tcp.Draw(r, family)
			rtt, rate := r.LogU(.008, .25), r.LogU(2e5, 5e6)
			if d.scope == "inp" {
				rtt, rate = r.LogU(.0002, .002), 5e7
				peer, host = w.Private(r, f.Company), tcp.Draw(r, "server")
				if r.Chance(.4) {
					g := f.Company.ifaces[r.N(len(f.Company.ifaces))]
					peer, host = g.IP, g.Host
				}
			} else {
				peer = w.Address(r)
			}
			w.pair(r, f, d, &use{peer: peer, peerHost: host, in: true, port: d.s.port, rtt: rtt, rate: rate, loss: d.s.loss})
		}
		return
	}
	if d.scope == "many" {
		for range int(d.get("peers", 8)) {
			w.pair(r, f, d, &use{peer: w.Address(r), peerHost: tcp.Draw(r, "server"), port: d.port(r), rtt: r.LogU(.005, .3),
				rate: r.LogU(1e5, 5e6), loss: r.LogU(1e-6, 1e-3)})
		}
		return
	}
	for range r.Int(1, min(3, len(d.s.addrs))) {
		i := r.Zipf(len(d.s.addrs), 1.1)
		w.pair(r, f, d, &use{peer: d.s.addrs[i], peerHost: d.s.hosts[i], port: d.s.port, rtt: d.s.rtt * r.Between(.95, 1.05),
			rate: d.s.rate, loss: d.s.loss})
	}
}

// pair runs a program between an interface and a peer.
func (w *World) pair(r *rnd.R, f *Iface, d *Deploy, u *use) {
	if u.peer == f.IP || w.Taken[Pair(f.IP, u.peer)] {
		return
	}
	u.w, u.r, u.d, u.f = w, r.Fork(), d, f
	u.end, u.curve, u.busy = w.Log.End, &f.Company.curve, min(8, r.LogN(1, .6))
	if !d.silent {
		w.Name(f.IP, u.peer, "benign\t"+d.name, "")
	}
	d.act(u)
}
