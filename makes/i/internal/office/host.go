// Package office simulates what the servers and desktops of an enterprise in
// the cloud do besides mining.
package office

import (
	"fmt"
	"math"
	"strings"

	"makes/i/internal/flow"
	"makes/i/internal/rnd"
	"makes/i/internal/tcp"
)

// Roles of hosts, as often as they are found.
const roles = "ddddddddddaaaaaaabbbbfffmmceejllv"

// Estate is all services of a seed.
type Estate struct {
	days     float64
	services [][]*service // by kind
}

// New draws an estate for a number of interfaces.
func New(seed uint64, interfaces int, hours float64) *Estate {
	e := &Estate{days: math.Ceil(hours / 24)}
	r := rnd.New(seed, "estate")
	machines := map[string]uint32{} // kinds at one role share servers
	for i := range specs {
		s := &specs[i]
		var all []*service
		for n := range 4 + interfaces/50 {
			v := drawService(r, s, e.days)
			key := fmt.Sprint(s.by, n)
			if addr, ok := machines[key]; s.by != 0 && ok && r.Chance(0.4) {
				v.addrs[0] = addr
			} else if s.by != 0 {
				machines[key] = v.addrs[0]
			}
			all = append(all, v)
		}
		e.services = append(e.services, all)
	}
	return e
}

// Host is the computer behind an interface.
type Host struct {
	R      rnd.R
	Iface  *flow.Iface
	Stack  *tcp.Stack
	Names  map[uint32]string // of the programs, by the address of the other side
	port   uint16
	random bool // ports
}

// NewHost draws a host with its operating system.
func NewHost(r rnd.R, iface *flow.Iface, windows bool) *Host {
	return &Host{R: r, Iface: iface, Stack: tcp.Draw(r, windows), Names: map[uint32]string{}, port: uint16(49152 + r.IntN(12000)), random: !windows}
}

// Port gives a port for a new connection.
func (h *Host) Port() uint16 {
	if h.random {
		return uint16(32768 + h.R.IntN(28232))
	}
	if h.port++; h.port < 49152 {
		h.port = 49152
	}
	return h.port
}

func (h *Host) hours(days float64) calendar {
	var c calendar
	in, out := h.R.Between(6, 10), h.R.Between(15.5, 20)
	zone := rnd.Pick(h.R, 0.0, 0, 1, 2, -5, 8)
	for d := -1.0; d <= days; d++ {
		if weekday := (int(d) + 7) % 7; weekday > 4 && !h.R.Chance(0.08) || h.R.Chance(0.06) {
			continue
		}
		from := (d*24 + in - zone + h.R.NormFloat64()*0.3) * hour
		to := (d*24 + out - zone + h.R.NormFloat64()*0.7) * hour
		if h.R.Chance(0.4) { // a meal
			noon := from + (to-from)*h.R.Between(0.35, 0.6)
			c = append(c, window{from, noon})
			from = noon + h.R.Between(0.3, 1.2)*hour
		}
		c = append(c, window{from, to})
	}
	return c
}

// Host draws the programs of a host and runs them.
func (e *Estate) Host(r rnd.R, iface *flow.Iface, site int) *Host {
	role := roles[r.IntN(len(roles))]
	windows := strings.IndexByte("dcfmj", role) >= 0 && r.Chance(0.85) || r.Chance(0.3)
	h := NewHost(r, iface, windows)
	open := h.hours(e.days)
	var mine, served []int
	for i := range specs {
		if strings.IndexByte(specs[i].who, role) >= 0 {
			mine = append(mine, i)
		}
		if specs[i].by == role {
			served = append(served, i)
		}
	}
	pick := func(from []int, n int) []int {
		r.Shuffle(len(from), func(i, j int) { from[i], from[j] = from[j], from[i] })
		return from[:min(n, len(from))]
	}
	sleeps := role == 'd' && r.Chance(0.5)
	for _, i := range pick(mine, r.Int(span{4, 24})) {
		v := e.services[i][site%len(e.services[i])]
		if r.Chance(0.3) {
			v = rnd.Pick(r, e.services[i]...)
		}
		p := h.client(v, open, e.days)
		p.always = !sleeps && !v.officeHours
		if r.Chance(0.08) { // decommissioned, now or some day
			from := -1.0
			if r.Chance(0.3) {
				from = r.Float64() * e.days * day
			}
			p.gone = calendar{{from, e.days * day}}
		}
		h.start(p)
	}
	for range int(r.Exp(1.1)) { // services that are gone, of which nobody told this host
		v := *drawService(r, &specs[mine[r.IntN(len(mine))]], e.days)
		v.fault = rnd.Pick(r, tcp.Dead, tcp.Dead, tcp.Refused, tcp.Denied, tcp.Denied, tcp.Mute, tcp.Slam, tcp.Kick)
		v.greet, v.outages, v.pool = nil, nil, min(v.pool, 2)
		p := h.client(&v, open, e.days)
		p.always = !sleeps && !v.officeHours
		p.gone = calendar{{-hour, e.days * day}}
		for _, addr := range v.addrs { // in turn
			q := *p
			q.to.Addr = addr
			h.start(&q)
		}
	}
	for _, i := range pick(served, r.Int(span{1, 6})) {
		v := *rnd.Pick(r, e.services[i]...)
		v.machine = drawMachine(r)
		for range r.Int(span{1, 9}) {
			h.start(h.server(&v, e.days))
		}
	}
	h.datagrams()
	if r.Chance(0.2) {
		h.strangers()
	}
	return h
}

func (h *Host) client(v *service, open calendar, days float64) *pair {
	keep := v.keep
	if keep == 0 && h.Stack.Windows && h.R.Chance(0.3) {
		keep = 7200
	}
	addr := rnd.Pick(h.R, v.addrs...)
	return &pair{service: v, r: h.R, newPort: h.Port, open: open, speed: h.R.Log(0.4), end: days * day,
		path: &tcp.Path{R: h.R, Iface: h.Iface, Local: tcp.Client, RTT: v.rtt * h.R.Between(0.9, 1.3), Loss: v.loss, Rate: v.rate},
		from: tcp.End{Addr: h.Iface.Addr, Stack: h.Stack.Keep(keep)}, to: tcp.End{Addr: addr, Port: v.port, Stack: v.stack}}
}

func (h *Host) server(v *service, days float64) *pair {
	addr := h.R.Private(20 + h.R.IntN(80))
	other := NewHost(h.R, h.Iface, h.R.Chance(0.6))
	p := &pair{service: v, r: h.R, newPort: other.Port, open: h.hours(days), speed: h.R.Log(0.5), end: days * day, always: !v.officeHours,
		path: &tcp.Path{R: h.R, Iface: h.Iface, Local: tcp.Server, RTT: v.rtt * h.R.Between(0.8, 2), Loss: v.loss, Rate: v.rate},
		from: tcp.End{Addr: addr, Stack: other.Stack.Keep(v.keep)}, to: tcp.End{Addr: h.Iface.Addr, Port: v.port, Stack: h.Stack}}
	return p
}

func (h *Host) start(p *pair) {
	p.end = min(p.end, h.Iface.End)
	other := p.to.Addr
	if p.path.Local == tcp.Server {
		other = p.from.Addr
	}
	if _, ok := h.Names[other]; !ok {
		h.Names[other] = p.name
	}
	n := max(1, int(p.pool*h.R.Between(0.7, 1.2)))
	if p.gone != nil {
		n = 1
	}
	p.speed /= math.Sqrt(float64(n))
	for range n {
		one := *p
		one.run(-h.R.Between(5, 20) * minute)
	}
}

// datagrams adds names, time, management and logs over UDP.
func (h *Host) datagrams() {
	for range 1 + h.R.IntN(4) {
		server := h.R.Private(100 + h.R.IntN(8))
		port := rnd.Pick[uint16](h.R, 53, 53, 53, 123, 161, 514, 88, 389, 5060)
		every, ask, answer := h.R.In(span{60, 3600}), h.R.Int(span{40, 400}), h.R.Int(span{40, 900})
		if port == 514 {
			answer = 0
		}
		source := h.Port()
		for t := h.R.Exp(every); t < h.Iface.End; t += h.R.Exp(every) {
			if port == 53 || port == 88 {
				source = h.Port()
			}
			out := h.Iface.Flow(h.Iface.Addr, server, source, port, 17, false)
			out.Add(t, 1, 28+ask)
			out.Flush()
			if answer > 0 {
				in := h.Iface.Flow(server, h.Iface.Addr, port, source, 17, false)
				in.Add(t+0.001, 1, 28+answer)
				in.Flush()
			}
		}
	}
}

// strangers adds scanners that the security group rejects.
func (h *Host) strangers() {
	every := h.R.In(span{300, 7200})
	for t := h.R.Exp(every); t < h.Iface.End; t += h.R.Exp(every) {
		in := h.Iface.Flow(h.R.Public(), h.Iface.Addr, uint16(1024+h.R.IntN(64000)), rnd.Pick[uint16](h.R, 22, 23, 80, 443, 445, 1433, 3389, 3333, 5900, 6379, 8080, 8443), 6, true)
		n := 1 + h.R.IntN(2)
		in.Add(t, n, n*rnd.Pick(h.R, 40, 44, 60))
		in.Flush()
	}
}

// Peers adds connections of a chain's node to others of its network.
func (h *Host) Peers(n int) {
	for i := range specs {
		if specs[i].name != "chain-node-peer" {
			continue
		}
		days := math.Ceil(h.Iface.End / day)
		for range n {
			p := h.client(drawService(h.R, &specs[i], days), nil, days)
			p.always = true
			h.start(p)
		}
	}
}
