package ops

import "makes/y/internal/sim"

// Puppet runs each half hour: a catalog, file metadata in many small requests, a report.
func Puppet(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	files, catalog := p.Int(10, 150), p.Int(30000, 400000)
	x.Sleep(x.R.F() * 1800)
	for x.Run() {
		c := x.Dial(a, b, 8140)
		c.Mutual(12, 260, 2300, 1900)
		c.Ask(800, 1500, 0.05)
		c.Ask(14000, catalog, 4)
		for range files {
			c.Ask(640, 720, 0.01)
			x.Sleep(0.03)
		}
		c.Ask(24000, 250, 0.2)
		c.Close(0)
		x.Sleep(1800)
	}
}

// ChefClient runs each half hour with a splay, each request signed.
func ChefClient(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	books := p.Int(5, 60)
	for x.Run() {
		x.Sleep(1800 + x.R.F()*300)
		c := x.Dial(a, b, 443)
		c.TLS(12, 290)
		c.Ask(1350, 9000, 0.1)
		c.Ask(1900, 16000, 0.3)
		for range books {
			c.Ask(1340, x.R.Size(2600, 0.8), 0.02)
		}
		c.Ask(22000, 400, 0.1)
		c.Close(0)
	}
}

// SaltMinion keeps a subscription on 4505, where ZeroMQ is silent between commands but for TCP keep-alives, and goes to 4506
// to return results.
func SaltMinion(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	jobs := p.Ratio(300, 7000)
	for x.Run() {
		c := x.Dial(a, b, 4505)
		c.KeepAlive(0, 300)
		c.Ask(64+40, 64+40, 0.001)
		for c.OK() {
			x.Sleep(x.R.Exp(jobs))
			c.Down(x.R.Size(420, 0.3))
			x.Sleep(x.R.Log(0.6, 0.6))
			x.Fork(func(y *sim.Ctx) {
				d := y.Dial(a, b, 4506)
				d.Ask(104, 104, 0.001)
				d.Ask(y.R.Size(900, 0.8), 80, 0.02)
				d.Close(0)
			})
		}
		c.Close(0)
		x.Sleep(x.R.Between(5, 30))
	}
}

// Ansible is a run over SSH: a multiplexed connection on which small programs are sent and answer in JSON.
func Ansible(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, tasks := p.Ratio(3600, 40000), p.Int(8, 80)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		c := x.Dial(a, b, 22)
		c.Ask(41, 41, 0.01)
		c.Ask(1500, 1100, 0.01)
		c.Ask(1208, 1500, 0.01)
		c.Ask(700, 400, 0.05)
		for range tasks {
			c.Ask(420, 200, 0.02)
			c.Ask(x.R.Size(40000, 0.6), 200, 0.1)
			c.Ask(500, x.R.Size(1600, 0.7), x.R.Log(0.8, 0.8))
		}
		x.Sleep(60)
		c.Close(0)
	}
}

// ConsulAgent gossips by UDP each second with one of the members and holds a multiplexed RPC connection on which blocking
// queries return after minutes; yamux asks every thirty seconds.
func ConsulAgent(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	members := p.Int(5, 120)
	x.Fork(func(y *sim.Ctx) {
		u := y.UDP(a, b, 8301, 8301)
		for y.Run() {
			y.Sleep(y.R.Exp(float64(members) / 2))
			u.Ask(y.R.Size(120, 0.5), y.R.Size(90, 0.4), 0.001)
		}
	})
	for x.Run() {
		c := x.Dial(a, b, 8300)
		c.Up(1)
		ping, query, sync := x.T+30, x.T+x.R.Between(200, 640), x.T+60
		for c.OK() {
			switch x.Until(ping, query, sync) {
			case 0:
				c.Ask(12, 12, 0)
				c.Ask(0, 12, 0.1)
				c.Up(12)
				ping += 30
			case 1:
				c.Down(x.R.Size(700, 0.7))
				x.Sleep(0.02)
				c.Up(260)
				query = x.T + x.R.Between(30, 640)/2
			case 2:
				c.Ask(340, 900, 0.002)
				sync = x.T + x.R.Between(60, 120)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}

// NomadClient beats by a time to live the server gives (10 to 20 s) and holds blocking queries for its allocations.
func NomadClient(x *sim.Ctx, a, b *sim.Host) {
	for x.Run() {
		c := x.Dial(a, b, 4647)
		c.Up(1)
		beat, ping, allocs := x.T+1, x.T+30, x.T+x.R.Between(250, 320)
		for c.OK() {
			switch x.Until(beat, ping, allocs) {
			case 0:
				c.Ask(190, 330, 0.003)
				beat = x.T + x.R.Between(10, 20)
			case 1:
				c.Ask(12, 12, 0)
				ping += 30
			case 2:
				c.Ask(240, 410, 0.003)
				allocs = x.T + x.R.Between(250, 320)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}

// EtcdPeer is raft between members: heartbeats each hundred milliseconds on a stream, probes of the round trip, appends.
func EtcdPeer(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	beat := []float64{0.1, 0.25, 0.5}[p.Int(0, 2)]
	gap := p.Ratio(0.3, 20)
	for x.Run() {
		c := x.Dial(a, b, 2380)
		c.Mutual(13, 420, 1100, 1100)
		c.Ask(330, 210, 0.001)
		entry := x.T + x.R.Exp(gap)
		for c.OK() {
			x.Sleep(beat)
			c.Up(19)
			if x.T >= entry {
				c.Up(x.R.Size(900, 1))
				entry = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// ZooKeeper is a client's session: a ping of twelve bytes when a third of the time-out passed without traffic.
func ZooKeeper(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	third := []float64{2, 5, 10, 13.3}[p.Int(0, 3)]
	gap := p.Ratio(10, 600)
	for x.Run() {
		c := x.Dial(a, b, 2181)
		c.Ask(49, 41, 0.002)
		for c.OK() {
			w := x.R.Exp(gap)
			if w > third {
				x.Sleep(third)
				c.Ask(12, 20, 0)
				continue
			}
			x.Sleep(w)
			c.Ask(x.R.Int(30, 90), x.R.Size(160, 0.7), 0.002)
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 5))
	}
}

// VaultAgent renews its token at two thirds of the lease and re-reads templates every five minutes.
func VaultAgent(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	lease := []float64{900, 1800, 3600}[p.Int(0, 2)]
	renew, render := x.T+lease*2/3, x.T+300*x.R.F()
	for x.Run() {
		which := x.Until(renew, render)
		c := x.Dial(a, b, 8200)
		c.TLS(13, 420)
		if which == 0 {
			c.Ask(310, 720, 0.01)
			renew = x.T + lease*x.R.Between(0.6, 0.7)
		} else {
			c.Ask(270, 640, 0.01)
			render = x.T + x.R.Between(240, 300)
		}
		x.Sleep(x.R.Between(1, 90))
		c.Close(0)
	}
}

// SSMSession is a person's shell on the host: keystrokes, echoes, long pauses.
func SSMSession(x *sim.Ctx, a, b *sim.Host) {
	for x.Run() {
		x.Sleep(x.R.Exp(20000 / (0.1 + x.Office())))
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 1500)
		c.Ask(1400, 500, 0.05)
		for n := x.R.Int(40, 700); n > 0 && c.OK(); n-- {
			c.Down(x.R.Int(118, 150))
			x.Sleep(0.02)
			c.Up(x.R.Size(190, 0.6))
			c.Down(150)
			x.Sleep(x.R.Log(0.5, 1.3))
		}
		c.Close(0)
	}
}

// AptMirror is the daily look for updates, and the updates.
func AptMirror(x *sim.Ctx, a, b *sim.Host) {
	x.Sleep(x.NextDaily(x.R.Between(5.5, 7.5)))
	for x.Run() {
		c := x.Dial(a, x.Other(b), 80)
		for n := x.R.Int(3, 8); n > 0; n-- {
			size := 240
			if x.R.Chance(0.5) {
				size += x.R.Size(400000, 1.3)
			}
			c.Ask(210, size, 0.02)
		}
		c.Close(0)
		x.Sleep(86400 - 1800 + x.R.F()*3600)
	}
}
