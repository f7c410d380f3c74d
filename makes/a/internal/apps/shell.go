package apps

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// Remote shells, desktops and tunnels.

func sshTo(p *sim.Proc, to sim.Target) *sim.Conn {
	r := p.R
	to.TLS = 0
	c := p.Dial(to)
	c.Ask(r.Int(21, 42), r.Int(21, 42), 0.005)
	c.Ask(r.Int(1000, 1600), r.Int(900, 1200), 0.002)
	c.Ask(r.Int(48, 1250), r.Int(420, 1600), 0.004)
	for range r.Int(3, 5) {
		c.Ask(r.Int(44, 680), r.Int(36, 560), 0.01)
	}
	return c
}

// sshSession is a person in a shell.
func sshSession(p *sim.Proc) {
	r := p.R
	to := visited(within(p, "bastion", 22))
	if p.Host.Exposed && r.Chance(0.5) {
		to.Peer = p.Host.World.Visitor()
	}
	to.Keep = 7200
	alive := rnd.Pick[float64](r, 15, 30, 60, 60, 1e8)
	for p.Sleep(p.Busy(hour)); p.Running(); p.Sleep(p.Busy(3 * hour)) {
		c := sshTo(p, to)
		key := r.Int(28, 44)
		typing := p.Random(r.LogU(8, 200), func() {
			for range r.Int(3, 40) {
				c.Ask(key, key, 0.0005)
				p.Sleep(r.LogU(0.06, 0.5))
			}
			c.Down(r.Size(900, 1.4))
		})
		c.Serve(p.Now+r.Exp(1.5*hour), typing, p.Tick(alive, func() { c.Ask(r.Int(52, 68), r.Int(28, 44), 0) }))
		c.End()
	}
}

// sshTunnel is kept by autossh; now and then something goes through it.
func sshTunnel(p *sim.Proc) {
	r := p.R
	to := sim.Target{Peer: p.Site("sshtunnel"), Port: rnd.Pick[uint16](r, 22, 2222, 443)}
	if r.Chance(0.4) {
		to.Peer = p.Inner("sshtunnel")
	}
	alive, use := rnd.Pick[float64](r, 10, 15, 30, 60), r.LogU(20, 4000)
	for p.Running() {
		c := sshTo(p, to)
		c.Serve(p.Now+r.Exp(40*hour), p.Tick(alive, func() { c.Ask(r.Int(52, 68), r.Int(28, 44), 0) }), p.Human(use, func() {
			for range r.Int(1, 6) {
				c.Ask(r.Size(300, 0.8), r.Size(700, 1.2), 0.02)
			}
		}))
		c.End()
		p.Sleep(r.Exp(10))
	}
}

func ansible(p *sim.Proc) {
	r := p.R
	to := visited(within(p, "ansible", 22))
	for p.Sleep(r.Exp(4 * hour)); p.Running(); p.Sleep(r.Exp(8 * hour)) {
		c := sshTo(p, to)
		for range r.Int(5, 60) {
			c.Ask(r.Size(1400, 1.1), r.Size(500, 0.8), r.LogU(0.05, 3))
		}
		c.Close(true)
	}
}

func desktop(p *sim.Proc) {
	r := p.R
	to := visited(within(p, "viewer", rnd.Pick[uint16](r, 3389, 5900)))
	to.TLS = 12
	for p.Sleep(p.Busy(hour)); p.Running(); p.Sleep(p.Busy(5 * hour)) {
		c := p.Dial(to)
		for range 8 {
			c.Ask(r.Size(400, 0.5), r.Size(600, 0.7), 0.01)
		}
		c.Serve(p.Now+r.Exp(hour), p.Random(0.7, func() { c.Up(r.Int(20, 80)) }), p.Random(1.2, func() { c.Down(r.Size(1300, 1.3)) }), p.Tick(60, func() { c.Ask(30, 30, 0) }))
		c.End()
	}
}

// openVPN over TCP, idle most of the time.
func openVPN(p *sim.Proc) {
	r := p.R
	to := sim.Target{Peer: p.Site("vpn"), Port: rnd.Pick[uint16](r, 1194, 443, 943)}
	ping, extra, use := rnd.Pick[float64](r, 10, 10, 15, 20, 60), r.Int(24, 44), r.LogU(5, 900)
	hold(p, to, 40*hour, func(c *sim.Conn) []*sim.Timer {
		for range 6 {
			c.Ask(r.Int(50, 1300), r.Int(50, 1500), 0.02)
		}
		return timers(p.Tick(ping, func() { c.Up(16 + extra) }), p.Tick(ping, func() { c.Down(16 + extra) }), p.Human(use, func() {
			for range r.Int(1, 9) { // packets, and their acknowledgements
				c.Ask(r.Size(180, 0.8)+extra, min(1400, r.Size(500, 1))+extra, 0.01)
				c.Up(52 + extra)
			}
		}))
	})
}

func jupyter(p *sim.Proc) {
	r := p.R
	socket(p, visited(sim.Target{Peer: p.Host.World.Visitor(), Port: rnd.Pick[uint16](r, 8888, 443, 8080), TLS: 13}), hour, rnd.Pick[float64](r, 5, 10, 30), true, r.LogU(3, 100), 600, r.LogU(10, 400), 900)
}

// tor is a client whose cells are of one size.
func tor(p *sim.Proc) {
	r := p.R
	to := sim.Target{Peer: p.Site("tor"), Port: rnd.Pick[uint16](r, 9001, 443), TLS: 13}
	hold(p, to, 20*hour, func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(1000, 2000), 1028, 0.05)
		return timers(p.Each(func() float64 { return r.U(2, 10) }, func() { c.Ask(514, 514, 0.05) }), p.Human(r.LogU(20, 900), func() {
			for range r.Int(1, 15) {
				c.Ask(514, 514*r.Int(1, 30), 0.2)
			}
		}))
	})
}
