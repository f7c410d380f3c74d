package life

import (
	"slices"

	"makes/ab/internal/rng"
	"makes/ab/internal/site"
	"makes/ab/internal/tcp"
)

// families in the order of a role's weights.
var families = [][]Kind{agents, data, doors, plant, money, rooms, slices.Concat(labour, rounds)}

// roles are how much of each family an interface has to do with.
var roles = [][7]float64{
	{5, 8, 4, 0, 0, 1, 3},  // application server
	{6, 12, 3, 0, 0, 1, 1}, // database
	{5, 3, 3, 0, 0, 1, 12}, // worker or scheduler
	{8, 4, 4, 1, 1, 2, 2},  // management
	{3, 3, 2, 14, 0, 2, 1}, // plant gateway
	{4, 4, 3, 0, 12, 1, 1}, // payments, markets, telecom
	{4, 3, 5, 1, 0, 10, 1}, // terminals, offices, hospital
	{4, 2, 10, 0, 0, 3, 2}, // files and directory
	{4, 4, 4, 3, 3, 3, 4},  // a bit of all
}

// Count is the number of kinds.
func Count() int {
	n := 0
	for _, f := range families {
		n += len(f)
	}
	return n
}

// Live lets all interfaces lead their ordinary lives.
func Live(s *site.Site) {
	r := s.R
	zone := rng.Of(r, -8.0, -5, 0, 1, 2, 5.5, 8, 9)
	all := make([][]*service, len(families))
	n := max(80, min(len(s.Addrs)*5, 3*Count()))
	for i, f := range families {
		// Each kind comes once before any comes again.
		order := make([]int, len(f))
		for j := range order {
			o := r.N(j + 1)
			order[j], order[o] = order[o], j
		}
		for j := range max(9, n*len(f)/Count()) {
			z := zone
			if r.P(0.2) {
				z = rng.Of(r, -8.0, 0, 8)
			}
			all[i] = append(all[i], deploy(s, &f[order[j%len(f)]], z))
		}
	}
	for iface := range s.Addrs {
		role := roles[r.N(len(roles))]
		os := rng.Of(r, tcp.Linux, tcp.Linux, tcp.Linux, tcp.LinuxGRO, tcp.Windows, tcp.BSD)
		pairs := int(r.Log(16, 60))
		for tries := 0; pairs > 0 && tries < 300; tries++ {
			f := pick(r, role)
			// Some services are used by nearly everybody.
			list := all[f]
			v := list[min(r.N(len(list)), r.N(len(list)))]
			pairs -= join(s, v, iface, os)
		}
		noise(s, iface)
	}
	crowds(s, all)
}

func pick(r *rng.R, role [7]float64) int {
	sum := 0.0
	for _, w := range role {
		sum += w
	}
	x := r.F() * sum
	for i, w := range role {
		if x -= w; x < 0 {
			return i
		}
	}
	return 0
}

// join lets an interface take part in a service and returns the number of
// pairs that this made.
func join(s *site.Site, v *service, iface int, os *tcp.OS) int {
	r, k := s.R, v.kind
	most := 1
	if k.has("D") || k.has("r") {
		most = r.Between(1, 4)
	} else if r.P(0.3) {
		most = len(v.hosts)
	}
	if k.has("w") && r.P(0.7) {
		os = rng.Of(r, tcp.Desks...)
	}
	made := 0
	for range most {
		h := v.hosts[r.N(len(v.hosts))]
		switch {
		case k.has("d") && r.P(0.6):
			// The device calls, and we are whom it calls.
			h = host{addr: s.Inside(), iface: -1, os: rng.Of(r, tcp.Devices...), rtt: r.Log(0.002, 0.15)}
			if k.has("o") && r.P(0.5) {
				h.addr = s.Outside()
			}
			made += link(s, v, h, host{addr: s.Addrs[iface], iface: iface, os: os, rtt: h.rtt})
		case k.has("r"):
			made += link(s, v, h, host{addr: s.Addrs[iface], iface: iface, os: os, rtt: h.rtt})
		default:
			if k.has("d") {
				os = rng.Of(r, tcp.Devices...)
			}
			made += link(s, v, host{addr: s.Addrs[iface], iface: iface, os: os}, h)
		}
	}
	return made
}

// link runs a client and a server of a service, and returns 1 if it did.
func link(s *site.Site, v *service, client, server host) int {
	if !s.Claim(client.addr, server.addr) {
		return 0
	}
	r := s.R
	u := &use{v: v, path: tcp.Path{RTT: server.rtt * r.U(0.8, 1.3), Loss: v.loss, MTU: 1500}}
	u.client = tcp.End{Addr: client.addr, Iface: client.iface, OS: client.os}
	u.server = tcp.End{Addr: server.addr, Port: v.port, Iface: server.iface, OS: server.os}
	if v.outside {
		u.path.MTU = rng.Of(r, 1500, 1500, 1500, 1492, 1460, 1400)
	} else if r.P(0.4) {
		u.path.MTU = 9001
	}
	if r.P(0.02) {
		u.dead = r.Between(1, 3)
	}
	for range v.conns {
		u.run(s, r.Fork())
	}
	for _, e := range [][2]host{{client, server}, {server, client}} {
		if e[0].iface >= 0 {
			s.Label(e[0].iface, e[1].addr, "benign", v.kind.Name)
		}
	}
	return 1
}

// crowds are the clients of our servers that have no interface of ours.
func crowds(s *site.Site, all [][]*service) {
	r := s.R
	for _, f := range all {
		for _, v := range f {
			for _, h := range v.hosts {
				if h.iface < 0 || v.kind.has("r") {
					continue
				}
				n := r.Between(1, 6)
				if v.kind.has("m") && r.P(0.15) {
					n = int(r.Log(30, 300))
				}
				conns := v.conns
				if n > 20 {
					v.conns = 1
				}
				for range n {
					c := host{addr: s.Inside(), iface: -1, os: rng.Of(r, tcp.Servers...)}
					link(s, v, c, h)
				}
				v.conns = conns
			}
		}
	}
}
