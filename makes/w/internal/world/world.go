// Package world builds organisations, their hosts and the services they use,
// and plays all that is not mining.
package world

import (
	"fmt"
	"math"

	"makes/w/internal/flow"
	"makes/w/internal/kinds"
	"makes/w/internal/record"
	"makes/w/internal/rng"
	"makes/w/internal/roles"
	"makes/w/internal/talk"
	"makes/w/internal/tcp"
)

// World is everything that is simulated.
type World struct {
	Seed  uint64
	End   float64
	Log   *flow.Log
	Orgs  []*Org
	Hosts []*Host
	addr  addresses
	open  map[*talk.Spec][]*talk.Service // services of the internet
	g     *rng.R
}

// Org is an organisation with a private network in the cloud.
type Org struct {
	Industry string
	account  string
	network  uint32 // /16
	site     uint32 // /16 on its premises
	partner  uint32 // /16 reached through a private line
	Zone     float64
	windows  float64 // share of Windows hosts
	jumbo    bool
	mess     float64 // how often things do not work
	tools    []*talk.Spec
	services map[*talk.Spec][]*talk.Service
	Hosts    []*Host
}

// Host is a host with a logged interface.
type Host struct {
	Index  int
	Org    *Org
	Role   *roles.Role
	Party  talk.Party
	Iface  *flow.Iface
	Family tcp.Family
	served map[*talk.Spec]*talk.Service
	G      *rng.R
}

// New builds organisations and hosts.
func New(seed uint64, count int, log *flow.Log) *World {
	w := &World{Seed: seed, End: log.End, Log: log, addr: addresses{map[uint32]bool{}}, open: map[*talk.Spec][]*talk.Service{}, g: rng.New(seed, "world")}
	for i := range 1 + count/15 {
		w.Orgs = append(w.Orgs, w.newOrg(i))
	}
	for i := range count {
		w.Hosts = append(w.Hosts, w.newHost(i))
	}
	return w
}

func (w *World) newOrg(i int) *Org {
	g := rng.New(w.Seed, "org", i)
	o := &Org{Industry: rng.Pick(g, roles.Industries), services: map[*talk.Spec][]*talk.Service{}}
	o.account = fmt.Sprintf("%012d", 100000000000+g.Uint64N(899999999999))
	o.network = private(g)
	o.site, o.partner = private(g), private(g)
	o.Zone = rng.Pick(g, []float64{-8, -6, -5, -5, -4, -3, 0, 0, 1, 1, 1, 2, 3, 5.5, 8, 9, 10})
	o.windows = g.Between(0.05, 0.7)
	o.jumbo = g.Chance(0.7)
	o.mess = g.Log(0.3, 3)
	pick := func(group string, lo, hi int) {
		specs := kinds.InGroup(group)
		for range g.Int(lo, hi) {
			o.tools = append(o.tools, &specs[g.IntN(len(specs))])
		}
	}
	pick("monitoring", 2, 5)
	pick("logging", 1, 2)
	if g.Chance(0.5) {
		pick("enterprise", 0, 2)
	}
	named := []string{"ntp-client", "ssm-style-channel", "cloud-metrics-put", "dns-resolver", "object-store-api", "puppet-style-agent", "edr-sensor-cloud"}
	for _, n := range named {
		if g.Chance(0.5) {
			o.tools = append(o.tools, kinds.ByName(n))
		}
	}
	return o
}

// private draws a /16 of the private ranges.
func private(g *rng.R) uint32 {
	switch g.IntN(8) {
	case 0:
		return 172<<24 | uint32(g.Int(16, 31))<<16
	case 1:
		return 192<<24 | 168<<16
	}
	return 10<<24 | uint32(g.Int(0, 255))<<16
}

func (w *World) newHost(i int) *Host {
	g := rng.New(w.Seed, "host", i)
	o := w.Orgs[g.IntN(len(w.Orgs))]
	h := &Host{Index: i, Org: o, G: g, served: map[*talk.Spec]*talk.Service{}}
	for h.Role == nil || !h.Role.Fits(o.Industry) || (len(h.Role.In) == 0 && g.Chance(0.35)) {
		h.Role = &roles.Table[g.IntN(len(roles.Table))]
	}
	h.Family = tcp.Linux
	switch {
	case h.Role.Windows || g.Chance(o.windows*0.5):
		h.Family = tcp.Windows
	case g.Chance(0.12):
		h.Family = tcp.OldLinux
	}
	from, to := 0.0, w.End
	if g.Chance(0.04) {
		from = math.Floor(g.Between(0, 0.6) * w.End)
	} else if g.Chance(0.04) {
		to = math.Floor(g.Between(0.4, 1) * w.End)
	}
	addr := w.addr.take(func() uint32 { return within(g, o.network) })
	h.Iface = flow.NewIface(w.Log, i, record.Name{Account: o.account, ENI: fmt.Sprintf("eni-0%016x", g.Uint64())}, addr, from, to, g.Child())
	w.Log.Book.Know(h.Iface)
	h.Party = talk.Party{Addr: addr, Iface: h.Iface, Stack: tcp.NewStack(g, h.Family, o.jumbo), Ports: hostPorts(g, h.Family), Zone: o.Zone}
	o.Hosts = append(o.Hosts, h)
	return h
}

func hostPorts(g *rng.R, f tcp.Family) *talk.Ports {
	switch f {
	case tcp.Linux, tcp.OldLinux:
		return talk.NewPorts(g, 32768, 60999)
	case tcp.Windows:
		return talk.NewPorts(g, 49152, 65535)
	case tcp.Appliance, tcp.Mainframe:
		return talk.NewPorts(g, 1024, 5000)
	}
	return talk.NewPorts(g, 32768, 65535)
}
