package aws

import "makes/y/internal/sim"

// SQSWorker long-polls a queue for twenty seconds at a time and deletes what it got.
func SQSWorker(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	wait := []float64{20, 20, 10, 1}[p.Int(0, 3)]
	gap, size := p.Ratio(1, 900), p.Int(400, 4000)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for n := 0; c.OK() && n < 2000; n++ {
			next := x.R.Exp(gap / (0.2 + x.Shop()))
			if next > wait {
				c.Ask(1050, 420, wait)
				if wait < 5 {
					x.Sleep(4)
				}
				continue
			}
			c.Ask(1050, 700+size, next)
			x.Sleep(x.R.Log(0.2, 1))
			c.Ask(1250, 380, 0.008)
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.1, 2))
	}
}

// KinesisReader asks GetRecords of a shard once a second and renews its lease in between.
func KinesisReader(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	size, idle := p.Int(300, 9000), p.Between(1, 5)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 260)
		for c.OK() {
			got := 0
			if x.R.Chance(x.Shop()) {
				got = x.R.Size(size, 0.7)
			}
			c.Ask(1280, 620+got, 0.015)
			x.Sleep(idle)
			if x.R.Chance(0.0004) {
				break
			}
		}
		c.Close(1)
		x.Sleep(1)
	}
}

// EnhancedFanOut is SubscribeToShard: an HTTP/2 stream of five minutes on which events come, empty ones every five seconds.
func EnhancedFanOut(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, size := p.Ratio(0.5, 20), p.Int(300, 5000)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for n := x.R.Int(3, 40); n > 0 && c.OK(); n-- {
			c.Ask(1300, 200, 0.02)
			for stop := x.T + 300; x.T < stop && c.OK(); {
				w := x.R.Exp(gap)
				x.Sleep(min(w, 5))
				if w < 5 {
					c.Down(420 + x.R.Size(size, 0.5))
				} else {
					c.Down(390)
				}
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 5))
	}
}

// DynamoDB is a table's user: GetItem and PutItem on a kept connection, at the shop's pace.
func DynamoDB(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, item := p.Ratio(0.5, 60), p.Int(200, 3000)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for c.OK() {
			w := x.R.Exp(gap / (0.1 + x.Shop()))
			x.Sleep(min(w, 60))
			if w > 60 {
				break
			}
			if x.R.Chance(0.8) {
				c.Ask(880, 330+x.R.Size(item, 0.4), 0.004)
			} else {
				c.Ask(820+x.R.Size(item, 0.4), 320, 0.006)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Exp(20))
	}
}

// S3Batch puts or gets objects in bursts.
func S3Batch(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, size, put := p.Ratio(120, 7200), p.Int(20000, 9000000), p.Chance(0.6)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for n := 1 + x.R.Poisson(3); n > 0 && c.OK(); n-- {
			if put {
				c.Ask(900+x.R.Size(size, 0.9), 330, 0.06)
			} else {
				c.Ask(840, 480+x.R.Size(size, 0.9), 0.04)
			}
		}
		x.Sleep(x.R.Between(0, 5))
		c.Close(0)
	}
}

// STS is a role's credentials fetched anew before their hour is over.
func STS(x *sim.Ctx, a, b *sim.Host) {
	x.Sleep(x.R.F() * 3000)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		c.Ask(1900, 1850, 0.05)
		c.Close(0)
		x.Sleep(x.R.Between(2700, 3300))
	}
}

// SecretsCache asks for a secret's version every few minutes.
func SecretsCache(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every := []float64{300, 3600, 600, 60}[p.Int(0, 3)]
	x.Sleep(x.R.F() * every)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for n := p.Int(1, 6); n > 0; n-- {
			c.Ask(1190, 840, 0.02)
		}
		c.Close(0)
		x.Sleep(every)
	}
}

// ALBHealth is a load balancer node's health check of a target: a plain GET on a new connection.
func ALBHealth(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every := []float64{30, 30, 30, 20, 10}[p.Int(0, 4)]
	page, port := p.Int(2, 900), []int{80, 8080, 8443, 3000, 8000}[p.Int(0, 4)]
	x.Sleep(x.R.F() * every)
	for x.Run() {
		c := x.Dial(a, b, port)
		c.Ask(132, 190+page, x.R.Log(0.004, 0.7))
		c.Close(0)
		x.Sleep(every)
	}
}

// NLBHealth is the TCP check of a network load balancer: connect and close.
func NLBHealth(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every := []float64{30, 10}[p.Int(0, 1)]
	port := []int{443, 1883, 5044, 1514, 636}[p.Int(0, 4)]
	x.Sleep(x.R.F() * every)
	for x.Run() {
		c := x.Dial(a, b, port)
		c.Close(0)
		x.Sleep(every)
	}
}

// ALBTarget is a load balancer node's pool of kept connections to a target, requests going by the shop's pace.
func ALBTarget(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, req, page := p.Ratio(0.7, 25), p.Int(500, 1700), p.Int(400, 14000)
	port := []int{80, 8080, 3000, 8000}[p.Int(0, 3)]
	for x.Run() {
		c := x.Dial(a, b, port)
		for c.OK() {
			w := x.R.Exp(gap / (0.05 + x.Shop()))
			if w > 60 {
				x.Sleep(60)
				break
			}
			x.Sleep(w)
			c.Ask(x.R.Size(req, 0.2), x.R.Size(page, 0.9), x.R.Log(0.03, 0.9))
		}
		c.Close(1)
		x.Sleep(x.R.Exp(gap * 2))
	}
}

// Route53Health is the health checkers' visit from one of their addresses: every thirty seconds each.
func Route53Health(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every, tls := []float64{30, 10}[p.Int(0, 1)], p.Chance(0.6)
	page := p.Int(20, 5200)
	x.Sleep(x.R.F() * every)
	for x.Run() {
		port := 80
		if tls {
			port = 443
		}
		c := x.Dial(a, b, port)
		if tls {
			c.TLS(12, 220)
		}
		c.Ask(176, 220+page, 0.01)
		c.Close(0)
		x.Sleep(x.R.Near(every, 0.02))
	}
}

// EFS is an NFSv4.1 mount: a SEQUENCE renews the lease each minute, and calls come in bursts.
func EFS(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(2, 300)
	c := x.DialFrom(a, b, x.R.Int(700, 1020), 2049)
	c.KeepAlive(0, 60)
	for x.Run() {
		if !c.OK() {
			x.Sleep(x.R.Between(3, 15))
			c = x.DialFrom(a, b, x.R.Int(700, 1020), 2049)
			continue
		}
		next := x.R.Exp(gap / (0.1 + x.Shop()))
		if next > 60 {
			x.Sleep(60)
			c.Ask(108, 120, 0.001)
			continue
		}
		x.Sleep(next)
		for n := 1 + x.R.Poisson(4); n > 0; n-- {
			switch x.R.Int(0, 3) {
			case 0:
				c.Ask(236, 32768+120, 0.004)
			case 1:
				c.Ask(x.R.Size(9000, 0.8), 180, 0.01)
			default:
				c.Ask(x.R.Int(180, 260), x.R.Int(150, 330), 0.002)
			}
		}
	}
}

// IoTCore is a gateway's MQTT over TLS with client certificates: telemetry, and PINGREQ when it is silent.
func IoTCore(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	ka := []float64{30, 60, 300, 1200}[p.Int(0, 3)]
	gap, size := p.Ratio(3, 400), p.Int(60, 900)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 8883)
		c.Mutual(12, 260, 3900, 900)
		c.Ask(p.Int(50, 120), 4, 0.02)
		c.Ask(60, 5, 0.02)
		for c.OK() {
			w := x.R.Exp(gap)
			if w > ka {
				x.Sleep(ka)
				c.Ask(2, 2, 0.001)
				continue
			}
			x.Sleep(w)
			c.Ask(x.R.Size(size, 0.15), 4, 0.01)
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 8))
	}
}

// Firehose is the log shipper's PutRecordBatch every few seconds.
func Firehose(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	every, size := p.Between(1, 10), p.Int(400, 22000)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 300)
		for n := x.R.Int(200, 3000); n > 0 && c.OK(); n-- {
			x.Sleep(every)
			if x.R.Chance(0.3 + 0.7*x.Shop()) {
				c.Ask(900+x.R.Size(size, 0.5), 560, 0.03)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.5, 4))
	}
}

// LambdaSQL is a function's network interface pool seen by a database: short visits with few statements.
func LambdaSQL(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(4, 200)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / (0.1 + x.Shop())))
		c := x.Dial(a, b, 5432)
		c.Ask(8, 1, 0.001)
		c.TLS(13, 400)
		c.Ask(110, 24, 0.002)
		c.Ask(220, 420, 0.002)
		for n := 1 + x.R.Poisson(2); n > 0; n-- {
			c.Ask(x.R.Size(190, 0.5), x.R.Size(700, 0.9), 0.004)
		}
		c.Up(5)
		c.Close(0)
	}
}
