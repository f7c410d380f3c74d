package benign

import (
	"makes/e/internal/flow"
	"makes/e/internal/sim"
)

var networks = []Kind{
	{"dns-udp", dnsUDP, odds{"any": 0.6}},
	{"ntp", ntp, odds{"any": 0.3}},
	{"dns-over-tcp", dnsOverTCP, odds{"any": 0.06, "service": 0.08}},
	{"vpn-client", vpnClient, odds{"desktop": 0.15, "bastion": 0.3, "iot": 0.1}},
	{"overlay-relay", overlayRelay, odds{"any": 0.05, "desktop": 0.1}},
	{"beacon", beacon, odds{"any": 0.04, "legacy": 0.05}},
	{"beacon-socket", beaconSocket, odds{"any": 0.03}},
	{"scanner", scanner, odds{"monitor": 0.3, "bastion": 0.1}},
	{"socks-proxy-user", socksUser, odds{"desktop": 0.08, "pipeline": 0.08}},
	{"bgp-speaker", bgpSpeaker, odds{"node": 0.12}},
	{"netflow-tcp", netflowTCP, odds{"monitor": 0.2, "node": 0.03}},
}

func dnsUDP(p *sim.Program) {
	mean := p.Log(8, 400)
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean)) {
		p.Resolve()
	}
}

func ntp(p *sim.Program) {
	server := p.World.Public(123)
	poll(p, sim.Pick(p.Dice, 16.0, 64, 256, 1024), 0.02, func() { p.Datagram(server, p.Host.Port(), 48, 48, 0.0001) })
}

func dnsOverTCP(p *sim.Program) {
	server, mean := either(p, 0.5, "dot", 4, sim.Pick(p.Dice, uint16(53), 853)), p.Log(2, 600)
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean)) {
		c := perhapsTLS(p.Dial(server), server.Port == 853)
		for range p.LogInt(1, 6) {
			c.Ask(2+p.Int(28, 128), 2+p.LogInt(60, 3000), p.Log(0.0005, 0.1))
			p.Wait(p.Log(0.01, 4))
		}
		c.Close()
	}
}

// vpnClient carries everyday connections in a TCP tunnel that pings when idle.
func vpnClient(p *sim.Program) {
	gateway, mean := public(p, "vpn", 4, sim.Pick(p.Dice, uint16(443), 1194)), p.Log(10, 900)
	inside := p.World.Private(443)
	for p.Alive() {
		v := p.DialVPN(gateway)
		p.Loop(p.Now+p.Log(20*minute, day), lively(p, mean, func() {
			c := v.Dial(p, inside)
			for range p.LogInt(1, 20) {
				c.Ask(p.LogInt(60, 1500), p.LogInt(60, 60000), p.Log(0.003, 0.3))
				p.Wait(p.Log(0.05, 5))
			}
			c.Close()
		}))
		end(p, v.Conn)
		p.Wait(later.draw(p))
	}
}

// overlayRelay is a mesh VPN's relay over TLS: rare frames, keep-alives.
func overlayRelay(p *sim.Program) {
	frames := p.Log(5, 600)
	stay(p, hours, soon, func() *sim.Conn {
		c := p.Dial(public(p, "relay", 5, 443)).TLS(sim.TLS13)
		c.Ask(p.Int(150, 300), p.Int(150, 400), 0.01)
		c.Ping(p.Between(55, 65), sim.Server, 27, 0)
		c.Ping(p.Between(15, 120), sim.Client, 35, 35)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			sometimes(p, frames, func() { c.Up(37 + p.Int(32, 180)) }),
			sometimes(p, frames, func() { c.Down(37 + p.Int(32, 180)) }),
		}
	})
}

func beacon(p *sim.Program) {
	period, jitter, up, down := p.Log(5, 1800), p.Between(0, 0.5), p.LogInt(200, 1500), p.LogInt(120, 900)
	server, tls := public(p, "beacon", 8, sim.Pick(p.Dice, uint16(443), 443, 80, 8443)), p.Chance(0.8)
	poll(p, period, jitter, func() {
		c := perhapsTLS(p.Dial(server), tls)
		c.Ask(p.Near(up, 0.1), p.Near(down, 0.05), 0.02)
		if p.Chance(0.01) {
			c.Ask(p.LogInt(500, 90000), p.Int(100, 300), 0.02)
		}
		c.Close()
	})
}

// beaconSocket keeps one connection and says a few words at a time.
func beaconSocket(p *sim.Program) {
	period, jitter, up, down := p.Log(5, 240), p.Between(0, 0.4), p.LogInt(10, 400), p.LogInt(4, 400)
	task := p.Log(5*minute, 5*hour)
	stay(p, days, later, func() *sim.Conn {
		c := perhapsTLS(p.Dial(public(p, "socket", 5, anyPort(p))).Keep(keepalive(p), 0), p.Chance(0.5))
		c.Ask(p.Int(60, 700), p.Int(20, 200), 0.02)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			every(p, period, jitter, func() { c.Ask(p.Near(up, 0.1), p.Near(down, 0.1), 0.01) }),
			sometimes(p, task, func() { c.Push(p.Int(60, 900), p.LogInt(60, 20000), p.Log(0.1, 5)) }),
		}
	})
}

// scanner tries ports of the network's machines; most are closed or filtered.
func scanner(p *sim.Program) {
	targets := make([]sim.Peer, p.LogInt(30, 250))
	for i := range targets {
		targets[i] = p.World.Private(0)
	}
	poll(p, p.Log(hour, day), 0.1, func() {
		for _, host := range targets {
			for range p.Int(3, 12) {
				target := host.At(uint16(p.LogInt(21, 20000)))
				switch at := p.Float64(); {
				case at < 0.55:
					p.Knock(target, sim.Refused, 1)
				case at < 0.9:
					p.Knock(target, sim.Dropped, 0.4)
				default:
					c := p.Dial(target)
					c.Ask(p.Int(1, 200), p.Int(10, 600), 0.01)
					c.Abort(sim.Client)
				}
			}
		}
	})
}

func socksUser(p *sim.Program) {
	proxy, mean := either(p, 0.5, "socks", 4, 1080), p.Log(10, 600)
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean) / p.Busy()) {
		q := p.Fork()
		c := q.Dial(proxy)
		c.Socks(q.Int(8, 40), q.Log(0.02, 0.4))
		c.AnyTLS()
		for range q.LogInt(1, 10) {
			c.Ask(q.Int(200, 1200), q.LogInt(200, 90000), q.Log(0.03, 0.4))
			q.Wait(q.Log(0.1, 20))
		}
		c.Close()
	}
}

func bgpSpeaker(p *sim.Program) {
	peer, change := private(p, "bgp", 4, 179), p.Log(60, 4*hour)
	hold := sim.Pick(p.Dice, 3.0, 30, 60)
	stay(p, days, soon, func() *sim.Conn {
		c := p.Dial(peer)
		c.Ask(p.Int(45, 75), p.Int(45, 75), 0.01)
		c.Ask(19, 19+p.LogInt(40, 6000), 0.01)
		c.Ping(hold, sim.Client, 19, 0)
		c.Ping(hold*p.Between(0.9, 1), sim.Server, 19, 0)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{sometimes(p, change, func() { c.Down(p.LogInt(40, 1500)) }), sometimes(p, change, func() { c.Up(p.LogInt(40, 1500)) })}
	})
}

func netflowTCP(p *sim.Program) {
	mean := p.Log(0.5, 30)
	stay(p, days, soon, func() *sim.Conn { return p.Dial(private(p, "flow-collector", 2, 4739)) }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{lively(p, mean, func() { c.Up(p.LogInt(120, 1400)) }), every(p, 600, 0.01, func() { c.Up(p.Int(200, 700)) })}
	})
}

// Strangers are the internet's scans of an interface, which no label names.
func Strangers(h *sim.Host) {
	p := h.NewProgram(nil)
	mean := p.Log(10, 120)
	regulars := make([]flow.Addr, 30)
	for i := range regulars {
		regulars[i] = p.World.PublicAddr()
	}
	for ; p.Alive(); p.Wait(p.Exp(mean)) {
		from := sim.Pick(p.Dice, regulars...)
		if p.Chance(0.5) {
			from = p.World.PublicAddr()
		}
		p.Stray(from, sim.Pick(p.Dice, uint16(22), 23, 80, 443, 445, 3389, 6379, 8080, 8545, uint16(p.Int(1, 65535))))
	}
}
