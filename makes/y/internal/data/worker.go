// Package data holds the data team's pipelines: schedulers, clusters, warehouses and feeds.
package data

import "makes/y/internal/sim"

// SparkExecutor talks to its driver: a heartbeat of metrics each ten seconds and task messages during a job.
func SparkExecutor(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(600, 7000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		c := x.Dial(a, b, p.Int(35000, 45000))
		c.Ask(900, 700, 0.02)
		beat, task := x.T+10, x.T+x.R.Exp(2)
		for stop := x.T + x.R.Log(1500, 1.1); c.OK() && x.T < stop; {
			switch x.Until(beat, task) {
			case 0:
				c.Ask(x.R.Size(2600, 0.3), 180, 0.002)
				beat += 10
			case 1:
				c.Down(x.R.Size(4600, 0.3))
				x.Sleep(x.R.Log(1.5, 1))
				c.Up(x.R.Size(2300, 0.6))
				task = x.T + x.R.Exp(2)
			}
		}
		c.Close(0)
	}
}

// SparkShuffle is block fetches between executors, some hundred megabytes now and then.
func SparkShuffle(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, block := p.Ratio(300, 5000), p.Int(200000, 9000000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		c := x.Dial(a, b, 7337)
		for n := x.R.Int(4, 60); n > 0 && c.OK(); n-- {
			c.Ask(x.R.Int(300, 2000), x.R.Size(block, 0.9), 0.01)
			x.Sleep(x.R.Exp(0.5))
		}
		c.Close(0)
	}
}

// NodeManager beats to the resource manager each second.
func NodeManager(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	busy := p.Between(0, 0.2)
	for x.Run() {
		c := x.Dial(a, b, 8031)
		c.Ask(170, 120, 0.005)
		for c.OK() {
			x.Sleep(1)
			up := 260
			if x.R.Chance(busy) {
				up += x.R.Size(700, 0.6)
			}
			c.Ask(up, 110, 0.001)
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// DataNode beats to the name node each three seconds, sends incremental block reports, and a full one each six hours.
func DataNode(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	blocks := p.Int(2000, 90000)
	full := x.T + x.R.F()*21600
	for x.Run() {
		c := x.Dial(a, b, 8020)
		c.Ask(200, 140, 0.003)
		for c.OK() {
			x.Sleep(3)
			c.Ask(290, 66, 0.001)
			if x.R.Chance(0.05) {
				c.Ask(x.R.Int(200, 500), 40, 0.001)
			}
			if x.T > full {
				c.Ask(blocks*12, 120, 0.1)
				full += 21600
			}
		}
		c.Close(0)
		x.Sleep(3)
	}
}

// CeleryWorker is a worker on RabbitMQ with gossip: its own heartbeat event every two seconds, its mates' coming back the
// other way, AMQP heartbeats, tasks.
func CeleryWorker(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	mates, gap := p.Int(1, 12), p.Ratio(5, 300)
	for x.Run() {
		c := x.Dial(a, b, 5672)
		c.Ask(8, 480, 0.002)
		c.Ask(380, 20, 0.002)
		c.Ask(50, 60, 0.002)
		own, theirs, task := x.T+2, x.T+x.R.Exp(2/float64(mates)), x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(own, theirs, task) {
			case 0:
				c.Up(480)
				own += 2
			case 1:
				c.Down(520)
				theirs = x.T + x.R.Exp(2/float64(mates))
			case 2:
				c.Down(x.R.Size(900, 0.3))
				x.Sleep(x.R.Log(1, 1))
				c.Up(21)
				task = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 8))
	}
}

// AirflowDB is a scheduler at its metadata base: heartbeats each five seconds and the loop's queries on kept connections.
func AirflowDB(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	loop := p.Between(1, 6)
	for x.Run() {
		c := x.Dial(a, b, 5432)
		c.Ask(90, 24, 0.002)
		c.Ask(110, 420, 0.005)
		for stop := x.T + 1800; c.OK() && x.T < stop; {
			for n := x.R.Int(3, 9); n > 0; n-- {
				c.Ask(x.R.Size(900, 0.6), x.R.Size(800, 1.1), x.R.Log(0.003, 0.8))
			}
			x.Sleep(loop)
		}
		c.Close(0)
		x.Sleep(0.5)
	}
}

// DaskWorker beats to its scheduler every half second to some seconds by cluster size, with a comm keep-alive of ten bytes each minute.
func DaskWorker(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every := p.Between(0.5, 5)
	for x.Run() {
		c := x.Dial(a, b, 8786)
		c.Ask(330, 330, 0.002)
		c.Ask(1900, 700, 0.01)
		for c.OK() {
			x.Sleep(every)
			c.Ask(x.R.Int(1100, 1500), 110, 0.002)
			if x.R.Chance(0.05 * x.Office()) {
				for n := x.R.Int(5, 80); n > 0; n-- {
					c.Down(x.R.Size(1200, 0.6))
					x.Sleep(x.R.Exp(0.3))
					c.Up(x.R.Size(420, 0.4))
				}
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 20))
	}
}

// TemporalWorker long-polls its task queues: gRPC calls that return empty after a minute.
func TemporalWorker(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	pollers, gap := p.Int(2, 8), p.Ratio(4, 600)
	for x.Run() {
		c := x.Dial(a, b, 7233)
		c.Ask(24+40, 40, 0.001)
		poll, task, ping := x.T+60/float64(pollers), x.T+x.R.Exp(gap), x.T+30
		for c.OK() {
			switch x.Until(poll, task, ping) {
			case 0:
				c.Down(70)
				c.Up(210)
				poll = x.T + 60/float64(pollers)
			case 1:
				c.Down(x.R.Size(1500, 0.8))
				x.Sleep(x.R.Log(0.02, 1))
				c.Ask(x.R.Size(700, 0.7), 60, 0.006)
				c.Up(210)
				task = x.T + x.R.Exp(gap)
			case 2:
				c.Ask(17, 17, 0)
				ping += 30
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.5, 10))
	}
}

// RayRaylet reports a node's resources to the head every hundred milliseconds to second, and polls for what others said.
func RayRaylet(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every := p.Between(0.25, 1)
	for x.Run() {
		c := x.Dial(a, b, 6379)
		c.Ask(24+40+200, 40+300, 0.002)
		health := x.T + 5
		for c.OK() {
			x.Sleep(every)
			c.Ask(x.R.Int(180, 260), 36, 0.001)
			if x.T > health {
				c.Ask(0, 60, 0)
				c.Up(40)
				health += 5
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}
