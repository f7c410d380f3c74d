package benign

import "makes/e/internal/sim"

var mesh = []Kind{
	{"grpc-unary", grpcUnary, odds{"service": 0.7, "node": 0.2, "web": 0.2}},
	{"grpc-stream", grpcStream, odds{"service": 0.2, "pipeline": 0.1}},
	{"grpc-server", grpcServer, odds{"service": 0.4}},
	{"mesh-control", meshControl, odds{"service": 0.35, "node": 0.3}},
	{"kubelet-api", kubeletAPI, odds{"node": 1}},
	{"controller-watch", controllerWatch, odds{"service": 0.15, "node": 0.3, "build": 0.05}},
	{"etcd-peer", etcdPeer, odds{"database": 0.1, "node": 0.02}},
	{"consul-agent", consulAgent, odds{"service": 0.12, "web": 0.08, "legacy": 0.04}},
	{"zookeeper-client", zookeeperClient, odds{"broker": 0.5, "pipeline": 0.2}},
	{"vault-agent", vaultAgent, odds{"service": 0.12, "build": 0.1}},
	{"raft-cluster", raftCluster, odds{"database": 0.12, "broker": 0.2}},
}

func grpcUnary(p *sim.Program) {
	threads(p, p.LogInt(1, 4), func(q *sim.Program) { // a few upstream services
		server, mtls := private(q, "grpc", 40, uint16(q.Int(50051, 50070))), q.Chance(0.5)
		mean, up, down := q.Log(0.15, 90), q.LogInt(10, 900), q.LogInt(10, 4000)
		beat, life := sim.Pick(q.Dice, 0.0, 0, 10, 20, 30, 60), sim.Pick(q.Dice, days, hours, span{28 * minute, 33 * minute})
		stay(q, life, soon, func() *sim.Conn {
			c := perhapsTLS(q.Dial(server).Keep(keepalive(q), keepalive(q)), mtls).GRPC()
			if beat > 0 {
				c.Ping(beat, sim.Client, 17+22*bit(mtls), 17+22*bit(mtls))
			}
			return c
		}, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{lively(q, mean, func() {
				c.Ask(q.Near(up, 0.5), q.Near(down, 0.7), q.Log(0.0005, 0.2))
				if q.Chance(0.2) { // window update and BDP ping
					q.Wait(0.0002)
					c.Up(1)
				}
			})}
		})
	})
}

func grpcStream(p *sim.Program) {
	server, tls := either(p, 0.2, "stream", 8, 443), p.Chance(0.6)
	in, out, body := p.Log(0.2, 90), p.Log(0.5, 120), p.LogInt(15, 900)
	stay(p, hours, soon, func() *sim.Conn {
		c := perhapsTLS(p.Dial(server), tls).GRPC()
		c.Ask(p.Int(80, 400), 20, 0.002)
		c.Ping(sim.Pick(p.Dice, 10.0, 30, 60, 300), sim.Client, 39, 39)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			lively(p, in, func() { c.Down(p.Near(body, 0.5)) }),
			lively(p, out, func() { c.Up(p.Near(body, 0.5)) }),
		}
	})
}

func grpcServer(p *sim.Program) {
	port := uint16(p.Int(50051, 50070))
	threads(p, p.LogInt(1, 8), func(q *sim.Program) {
		client, mtls, mean := q.World.Private(0), q.Chance(0.5), q.Log(0.3, 200)
		up, down := q.LogInt(10, 900), q.LogInt(10, 4000)
		stay(q, hours, later, func() *sim.Conn { return perhapsTLS(q.Accept(client, port).Keep(15, 15), mtls).GRPC() },
			func(c *sim.Conn) []*sim.Timer {
				return []*sim.Timer{lively(q, mean, func() { c.Ask(q.Near(up, 0.5), q.Near(down, 0.7), q.Log(0.0005, 0.2)) })}
			})
	})
}

// meshControl is a sidecar's stream from the control plane.
func meshControl(p *sim.Program) {
	push, size := p.Log(60, 2*hour), p.LogInt(800, 400000)
	stay(p, span{25 * minute, 35 * minute}, soon, func() *sim.Conn {
		c := p.Dial(private(p, "istiod", 3, sim.Pick(p.Dice, uint16(15012), 15010))).Keep(sim.Pick(p.Dice, 15.0, 45, 300), 15).TLS(sim.TLS13).GRPC()
		c.Ask(p.Int(900, 2500), size, 0.02)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{sometimes(p, push, func() {
			c.Push(p.LogInt(600, size), p.Int(150, 600), 0.01)
		})}
	})
}

func kubeletAPI(p *sim.Program) {
	pods, churn := p.Int(5, 60), p.Log(5, 300)
	api := private(p, "kube-api", 2, 443)
	stay(p, days, soon, func() *sim.Conn {
		c := p.Dial(api).Keep(30, 30).TLS(sim.TLS13)
		c.Ask(400, pods*p.Int(3000, 9000), 0.05)
		c.Ping(30, sim.Client, 39, 39)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			every(p, 10, 0.04, func() { c.Ask(p.Int(300, 700), p.Int(400, 900), 0.006) }), // lease
			every(p, 300, 0.04, func() { c.Ask(p.Int(900, 9000), p.Int(3000, 12000), 0.01) }),
			sometimes(p, churn, func() { c.Down(p.LogInt(800, 8000)) }),
			every(p, 60, 0.3, func() { c.Ask(p.Int(100, 300), p.Int(1500, 4000), 0.005) }),
		}
	})
}

func controllerWatch(p *sim.Program) {
	api, event, lease := private(p, "kube-api", 2, 443), p.Log(1, 600), sim.Pick(p.Dice, 0.0, 2, 2, 5, 10)
	stay(p, span{5 * minute, 10 * minute * 6}, span{0.01, 1}, func() *sim.Conn {
		c := p.Dial(api).Keep(30, 30).TLS(sim.TLS13)
		c.Ping(30, sim.Client, 39, 39)
		c.Ask(p.Int(120, 400), p.LogInt(500, 200000), 0.02)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		timers := []*sim.Timer{sometimes(p, event, func() { c.Down(p.LogInt(500, 6000)) })}
		if lease > 0 {
			timers = append(timers, every(p, lease, 0.05, func() { c.Ask(p.Int(200, 480), p.Int(350, 700), 0.005) }))
		}
		return timers
	})
}

// raft sends heartbeats to followers on a pair of connections.
func raft(p *sim.Program, peer sim.Peer, beat float64, size, answer int, mean float64) {
	stay(p, days, soon, func() *sim.Conn { return p.Dial(peer).Keep(30, 30) }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			every(p, beat, 0.02, func() { c.Ask(size, answer, 0.0004) }),
			lively(p, mean, func() { c.Ask(size+p.LogInt(100, 4000), answer, 0.002) }),
		}
	})
}

func etcdPeer(p *sim.Program) {
	beat := sim.Pick(p.Dice, 0.1, 0.5, 1)
	threads(p, 2, func(q *sim.Program) {
		raft(q, q.World.Private(2380), beat, q.Int(60, 110), q.Int(60, 110), q.Log(0.2, 10))
	})
}

func raftCluster(p *sim.Program) {
	beat, port := p.Log(0.3, 5), sim.Pick(p.Dice, uint16(8300), 7946, 9093, 6222, 25672, 2888)
	threads(p, p.Int(1, 3), func(q *sim.Program) {
		raft(q, q.World.Private(port), beat, q.Int(30, 220), q.Int(20, 120), q.Log(0.5, 200))
	})
}

// consulAgent holds blocking queries and sends health updates.
func consulAgent(p *sim.Program) {
	change, checks := p.Log(20, 1200), p.Log(5, 60)
	stay(p, days, soon, func() *sim.Conn {
		return p.Dial(private(p, "consul", 3, 8300)).Keep(30, 30).TLS(sim.TLS12)
	}, func(c *sim.Conn) []*sim.Timer {
		c.Ping(30, sim.Client, 41, 41) // yamux
		return []*sim.Timer{
			sometimes(p, change, func() { c.Down(p.LogInt(300, 9000)); p.Wait(0.001); c.Up(p.Int(180, 320)) }),
			every(p, checks, 0.2, func() { c.Ask(p.Int(280, 520), p.Int(40, 90), 0.002) }),
		}
	})
}

func zookeeperClient(p *sim.Program) {
	timeout, mean := sim.Pick(p.Dice, 6.0, 18, 30, 40), p.Log(10, 1200)
	stay(p, days, soon, func() *sim.Conn {
		c := p.Dial(private(p, "zookeeper", 3, 2181))
		c.Ask(49, 41, 0.003)
		c.Heartbeat(timeout/3, sim.Client, 12, 20)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{sometimes(p, mean, func() { c.Ask(p.Int(30, 120), p.LogInt(40, 900), 0.002) })}
	})
}

func vaultAgent(p *sim.Program) {
	vault := private(p, "vault", 2, 8200)
	poll(p, p.Log(20, 1800), 0.1, func() {
		c := p.Dial(vault).TLS(sim.TLS13)
		c.Ask(p.Int(220, 420), p.Int(400, 1600), 0.01)
		c.Close()
	})
}
