package store

import "makes/y/internal/sim"

// AMQP is a RabbitMQ consumer: deliveries of three frames, an ack of 21 bytes, heartbeat frames of eight at half the time-out
// both ways.
func AMQP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	beat := []float64{30, 30, 5, 10, 290}[p.Int(0, 4)]
	gap, body := p.Ratio(1, 500), p.Int(100, 5000)
	for x.Run() {
		c := x.Dial(a, b, 5672)
		c.Ask(8, 500, 0.002)
		c.Ask(430, 20, 0.002)
		c.Ask(36, 13, 0.002)
		c.Ask(13, 16, 0.001)
		c.Ask(60, 60, 0.001)
		up, down, msg := x.T+beat, x.T+beat*1.01, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(up, down, msg) {
			case 0:
				c.Up(8)
				up += beat
			case 1:
				c.Down(8)
				down += beat
			case 2:
				c.Down(90 + x.R.Size(body, 0.6))
				x.Sleep(x.R.Log(0.05, 1))
				c.Up(21)
				msg = x.T + x.R.Exp(gap/x.Shop())
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(5, 10))
	}
}

// KafkaConsumer fetches with a wait of half a second, beats its group coordinator every three seconds, commits each five.
func KafkaConsumer(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	wait := []float64{0.5, 0.5, 1, 5}[p.Int(0, 3)]
	gap, batch, parts := p.Ratio(0.3, 60), p.Int(200, 9000), p.Int(1, 12)
	x.Fork(func(y *sim.Ctx) {
		for y.Run() {
			c := y.Dial(a, b, 9092)
			c.Ask(60, 400, 0.001)
			c.Ask(420, 300, 3)
			commit := y.T + 5
			for c.OK() {
				y.Sleep(3)
				c.Ask(p.Int(0, 2)+92, 16, 0.001)
				if y.T > commit {
					c.Ask(130+parts*22, 60+parts*6, 0.003)
					commit = y.T + 5
				}
			}
			c.Close(0)
			y.Sleep(1)
		}
	})
	for x.Run() {
		c := x.Dial(a, b, 9092)
		c.Ask(60, 400, 0.001)
		c.Ask(50, 900, 0.001)
		for c.OK() {
			w := x.R.Exp(gap / x.Shop())
			if w > wait {
				c.Ask(70+parts*4, 24, wait)
				continue
			}
			c.Ask(70+parts*4, 90+x.R.Size(batch, 0.8), w)
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// KafkaProducer sends record batches lingering a little and gets acknowledgements; metadata each five minutes; the broker
// closes what idles ten minutes.
func KafkaProducer(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, batch := p.Ratio(0.2, 100), p.Int(200, 12000)
	for x.Run() {
		c := x.Dial(a, b, 9092)
		c.Ask(60, 400, 0.001)
		meta := x.T + 300
		for c.OK() {
			w := x.R.Exp(gap / x.Shop())
			x.Sleep(min(w, 540))
			if w > 540 {
				break
			}
			c.Ask(130+x.R.Size(batch, 0.8), 60, 0.004)
			if x.T > meta {
				c.Ask(50, 900, 0.001)
				meta = x.T + 300
			}
		}
		c.Close(0)
		x.Sleep(x.R.Exp(gap))
	}
}

// KafkaFollower is a broker replicating from a leader with fetches that wait half a second.
func KafkaFollower(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	parts, rate := p.Int(2, 40), p.Ratio(0.3, 6)
	for x.Run() {
		c := x.Dial(a, b, 9092)
		for c.OK() {
			got := x.R.Poisson(rate * x.Shop() / 2)
			wait := 0.5
			if got > 0 {
				wait = 0.5 / float64(1+got)
			}
			c.Ask(62+parts*2, 30+got*x.R.Size(900, 0.6), wait)
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// NATS is a client: MSG and PUB lines, PING each two minutes from either side.
func NATS(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, size := p.Ratio(0.5, 200), p.Int(60, 900)
	for x.Run() {
		c := x.Dial(a, b, 4222)
		c.Down(390)
		c.Ask(230, 6, 0.001)
		up, down, msg := x.T+120, x.T+120+x.R.Between(0, 60), x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(up, down, msg) {
			case 0:
				c.Ask(6, 6, 0)
				up += 120
			case 1:
				c.Down(6)
				c.Up(6)
				down += 120
			case 2:
				if x.R.Chance(0.5) {
					c.Up(x.R.Size(size, 0.5))
				} else {
					c.Down(x.R.Size(size, 0.5))
				}
				msg = x.T + x.R.Exp(gap/x.Shop())
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(2, 4))
	}
}

// Pulsar is a consumer with PING and PONG of ten bytes each thirty seconds from both sides, flow permits and acks.
func Pulsar(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, size := p.Ratio(1, 300), p.Int(100, 2500)
	for x.Run() {
		c := x.Dial(a, b, 6650)
		c.Ask(70, 50, 0.002)
		c.Ask(130, 24, 0.003)
		c.Up(20)
		up, down, msg := x.T+30, x.T+30.5, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(up, down, msg) {
			case 0:
				c.Ask(13, 13, 0)
				up += 30
			case 1:
				c.Down(13)
				c.Up(13)
				down += 30
			case 2:
				c.Down(60 + x.R.Size(size, 0.5))
				x.Sleep(x.R.Log(0.1, 0.7))
				c.Up(36)
				msg = x.T + x.R.Exp(gap/x.Shop())
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.1, 30))
	}
}

// OpenWire is ActiveMQ: KeepAliveInfo when a third of the inactivity limit of thirty seconds was silent, both ways.
func OpenWire(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(5, 600)
	for x.Run() {
		c := x.Dial(a, b, 61616)
		c.Ask(240, 320, 0.002)
		c.Ask(330, 90, 0.005)
		up, down, msg := x.T+10, x.T+10, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(up, down, msg) {
			case 0:
				c.Up(14)
				up += 10
			case 1:
				c.Down(14)
				down += 10
			case 2:
				c.Down(x.R.Size(800, 0.6))
				x.Sleep(0.05)
				c.Up(100)
				msg = x.T + x.R.Exp(gap/(0.1+x.Office()))
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 30))
	}
}

// IBMMQ is the ERP's channel: a heartbeat flow of 28 bytes each three hundred seconds, gets that wait, messages in office hours.
func IBMMQ(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	beat, gap := []float64{300, 300, 60}[p.Int(0, 2)], p.Ratio(20, 900)
	for x.Run() {
		c := x.Dial(a, b, 1414)
		c.Ask(276, 276, 0.002)
		c.Ask(420, 360, 0.003)
		c.Ask(600, 540, 0.003)
		next, msg := x.T+beat, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(next, msg) {
			case 0:
				c.Up(28)
				x.Sleep(0.01)
				c.Down(28)
				next += beat
			case 1:
				c.Ask(x.R.Size(1900, 0.6)+540, 580, 0.01)
				c.Ask(100, 100, 0.002)
				msg = x.T + x.R.Exp(gap/(0.05+x.Office()))
				next = x.T + beat
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(10, 60))
	}
}

// Beanstalk is a worker's reserve-with-timeout over a tiny text protocol.
func Beanstalk(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, wait := p.Ratio(5, 600), []float64{5, 30, 60}[p.Int(0, 2)]
	for x.Run() {
		c := x.Dial(a, b, 11300)
		c.Ask(16, 12, 0.0005)
		for c.OK() {
			w := x.R.Exp(gap / x.Shop())
			if w > wait {
				c.Ask(25, 11, wait)
				continue
			}
			c.Ask(25, 24+x.R.Size(320, 0.5), w)
			x.Sleep(x.R.Log(0.4, 1))
			c.Ask(15, 9, 0.0005)
		}
		c.Close(0)
		x.Sleep(3)
	}
}
