package apps

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// Message queues and RPC.

func rabbit(p *sim.Proc) {
	r := p.R
	to := within(p, "rabbit", 5672)
	beat := rnd.Pick[float64](r, 5, 15, 30, 30, 30, 150)
	gap, size := r.LogU(0.5, 600), r.LogU(120, 4000)
	copies(p, r.Int(1, 4), func(p *sim.Proc) {
		r := p.R
		hold(p, to, r.LogU(2*hour, 200*hour), func(c *sim.Conn) []*sim.Timer {
			c.Ask(8, r.Int(420, 560), 0.001)
			c.Ask(r.Int(200, 420), 20, 0.002)
			for range 3 {
				c.Ask(r.Int(16, 70), r.Int(13, 40), 0.001)
			}
			deliver := p.Human(gap, func() {
				c.Down(r.Size(size, 0.5))
				p.Aside(func() { p.Sleep(to.Peer.RTT + r.Exp(0.05)); c.Up(21) })
			})
			return timers(p.Tick(beat, func() { c.Up(8) }), p.Tick(beat, func() { c.Down(8) }), deliver)
		})
	})
}

func kafkaConsumer(p *sim.Proc) {
	r := p.R
	wait := rnd.Pick(r, 0.5, 0.5, 0.5, 0.1, 1, 5)
	busy, size := r.LogU(0.01, 0.6), r.LogU(200, 9000)
	up := r.Int(80, 220)
	copies(p, r.Int(1, 3), func(p *sim.Proc) {
		r := p.R
		hold(p, within(p, "kafka", rnd.Pick[uint16](r, 9092, 9094)), 60*hour, func(c *sim.Conn) []*sim.Timer {
			c.Ask(60, 460, 0.001)
			return timers(p.Each(func() float64 { return 0.001 }, func() {
				if r.Chance(busy * p.Host.Busy(p.Now)) {
					c.Ask(up, r.Size(size, 0.9), r.U(0, wait))
				} else {
					c.Ask(up, 21, wait)
				}
			}))
		})
	})
	hold(p, within(p, "kafka", 9092), 60*hour, func(c *sim.Conn) []*sim.Timer { // the group's coordinator
		return timers(p.Tick(3, func() { c.Ask(r.Int(90, 150), 16, 0.001) }), p.Tick(5, func() { c.Ask(r.Int(120, 300), r.Int(40, 110), 0.002) }))
	})
}

func kafkaProducer(p *sim.Proc) {
	r := p.R
	gap, size := r.LogU(0.1, 20), r.LogU(200, 14000)
	hold(p, within(p, "kafka", 9092), 60*hour, func(c *sim.Conn) []*sim.Timer {
		return timers(p.Human(gap, func() { c.Ask(r.Size(size, 0.7), r.Int(50, 70), 0.003) }), p.Tick(300, func() { c.Ask(50, 800, 0.002) }))
	})
}

func nats(p *sim.Proc) {
	r := p.R
	gap := r.LogU(0.3, 120)
	hold(p, within(p, "nats", 4222), 100*hour, func(c *sim.Conn) []*sim.Timer {
		c.Down(r.Int(280, 460))
		c.Ask(r.Int(160, 300), 6, 0.001)
		ping := rnd.Pick[float64](r, 20, 60, 120, 120)
		return timers(p.Tick(ping, func() { c.Ask(6, 6, 0) }), p.Tick(ping, func() { c.Down(6); c.Up(6) }),
			p.Human(gap, func() { c.Down(r.Size(240, 0.7)) }), p.Human(gap*2, func() { c.Up(r.Size(260, 0.7)) }))
	})
}

func sqs(p *sim.Proc) {
	r := p.R
	wait := rnd.Pick[float64](r, 20, 20, 20, 10, 5)
	busy := r.LogU(0.005, 0.9)
	up := r.Int(900, 1600)
	copies(p, r.Int(1, 4), func(p *sim.Proc) {
		r := p.R
		hold(p, outside(p, "sqs", 443), r.LogU(minute, 3*hour), func(c *sim.Conn) []*sim.Timer {
			return timers(p.Each(func() float64 { return 0.002 }, func() {
				if r.Chance(busy * p.Host.Busy(p.Now)) {
					c.Ask(up, r.Size(1500, 0.7), r.U(0.01, wait))
					c.Ask(up+300, r.Int(300, 420), 0.01)
				} else {
					c.Ask(up, r.Int(260, 420), wait)
				}
			}))
		})
	})
}

func grpc(p *sim.Proc) {
	r := p.R
	gap, up, down := r.LogU(0.1, 60), r.LogU(40, 700), r.LogU(30, 2500)
	copies(p, r.Int(1, 3), func(p *sim.Proc) {
		r := p.R
		hold(p, within(p, "grpc", rnd.Pick[uint16](r, 50051, 8080, 9090, 7777)), r.LogU(hour/2, 60*hour), func(c *sim.Conn) []*sim.Timer {
			c.Ask(r.Int(60, 110), r.Int(40, 80), 0)
			return timers(p.Human(gap, func() { c.Ask(r.Size(up, 0.5), r.Size(down, 0.7), r.LogU(0.001, 0.1)) }),
				p.Tick(rnd.Pick[float64](r, 10, 30, 60, 300, 7200), func() { c.Ask(17, 17, 0) }))
		})
	})
}

// grpcServer streams to clients that subscribed to something.
func grpcServer(p *sim.Proc) {
	r := p.R
	gap, size := r.LogU(0.5, 90), r.LogU(50, 900)
	copies(p, r.Int(1, 6), func(p *sim.Proc) {
		hold(p, visited(within(p, "grpcclient", 50051)), 20*hour, func(c *sim.Conn) []*sim.Timer {
			return timers(p.Human(gap, func() { c.Down(p.R.Size(size, 0.4)) }), p.Tick(30, func() { c.Ask(17, 17, 0) }), p.Random(gap*5, func() { c.Up(p.R.Size(90, 0.4)) }))
		})
	})
}

func zookeeper(p *sim.Proc) {
	r := p.R
	beat := rnd.Pick(r, 1.33, 2, 3.3, 6.6, 10, 13.3)
	to := within(p, "zookeeper", 2181)
	to.TLS = 0
	hold(p, to, 200*hour, func(c *sim.Conn) []*sim.Timer {
		c.Ask(49, 41, 0.001)
		return timers(p.Tick(beat, func() { c.Ask(12, 20, 0.0005) }), p.Random(r.LogU(30, 3000), func() { c.Ask(r.Int(40, 120), r.Int(60, 600), 0.001) }))
	})
}

func etcd(p *sim.Proc) {
	r := p.R
	beat := rnd.Pick(r, 0.1, 0.25, 0.5, 1)
	copies(p, 2, func(p *sim.Proc) {
		to := within(p, "etcdpeer", 2380)
		to.TLS, to.Inbound = 13, r.Chance(0.5)
		hold(p, to, 300*hour, func(c *sim.Conn) []*sim.Timer {
			return timers(p.Tick(beat, func() { c.Ask(57, 57, 0.0002) }), p.Human(r.LogU(0.5, 8), func() { c.Ask(p.R.Size(900, 0.7), 70, 0.001) }))
		})
	})
}

func consul(p *sim.Proc) {
	r := p.R
	to := within(p, "consul", 8300)
	size := r.LogU(150, 3000)
	hold(p, to, 50*hour, func(c *sim.Conn) []*sim.Timer {
		return timers(p.Tick(30, func() { c.Ask(12, 12, 0) }), p.Each(loose(p, 60, 0.5), func() { c.Ask(r.Int(160, 420), r.Size(size, 0.5), 0.003) }),
			p.Random(15, func() {
				to := to
				to.Port, to.TLS = 8301, 0
				p.Aside(func() { visit(p, to, 1, 2500, 2500, 0.002) })
			}))
	})
}

func kubelet(p *sim.Proc) {
	r := p.R
	to := within(p, "kubeapi", rnd.Pick[uint16](r, 443, 6443))
	to.TLS, to.Keep = 13, 30
	hold(p, to, 200*hour, func(c *sim.Conn) []*sim.Timer {
		return timers(p.Tick(10, func() { c.Ask(r.Int(420, 700), r.Int(600, 900), 0.004) }), p.Tick(rnd.Pick[float64](r, 10, 300), func() { c.Ask(r.Size(1800, 0.4), r.Size(9000, 0.4), 0.01) }),
			p.Human(r.LogU(3, 60), func() { c.Down(r.Size(2500, 0.9)) }), p.Tick(30, func() { c.Ask(39, 39, 0) }))
	})
}

func kubeWatch(p *sim.Proc) {
	r := p.R
	copies(p, r.Int(1, 5), func(p *sim.Proc) {
		r := p.R
		to := within(p, "kubewatch", 443)
		to.TLS = 13
		lead := r.Chance(0.5)
		hold(p, to, r.LogU(hour/2, 40*hour), func(c *sim.Conn) []*sim.Timer {
			t := timers(p.Human(r.LogU(4, 300), func() { c.Down(r.Size(2200, 0.8)) }), p.Tick(30, func() { c.Ask(39, 39, 0) }))
			if lead {
				t = append(t, p.Tick(2, func() { c.Ask(r.Int(200, 340), r.Int(420, 640), 0.004); c.Ask(r.Int(480, 660), r.Int(420, 640), 0.006) }))
			}
			return t
		})
	})
}
