package benign

import (
	"math"

	"makes/e/internal/sim"
)

var queues = []Kind{
	{"kafka-consumer", kafkaConsumer, odds{"service": 0.3, "pipeline": 0.7, "node": 0.2}},
	{"kafka-producer", kafkaProducer, odds{"service": 0.25, "pipeline": 0.4, "web": 0.1, "iot": 0.2}},
	{"amqp-consumer", amqpConsumer, odds{"service": 0.3, "pipeline": 0.2, "web": 0.1}},
	{"amqp-broker", amqpBroker, odds{"broker": 0.7}},
	{"nats-client", natsClient, odds{"service": 0.12, "node": 0.1, "iot": 0.1}},
	{"mqtt-client", mqttClient, odds{"iot": 0.9, "service": 0.03}},
	{"mqtt-broker", mqttBroker, odds{"broker": 0.3, "iot": 0.1}},
	{"sqs-long-poll", sqsPoll, odds{"service": 0.2, "pipeline": 0.3}},
	{"temporal-worker", temporalWorker, odds{"service": 0.08, "pipeline": 0.1}},
	{"celery-worker", celeryWorker, odds{"pipeline": 0.3, "service": 0.08}},
	{"stomp-client", stompClient, odds{"legacy": 0.12, "service": 0.02}},
	{"pulsar-client", pulsarClient, odds{"pipeline": 0.1, "service": 0.03}},
}

func kafkaConsumer(p *sim.Program) {
	tls, flow := p.Chance(0.3), p.Log(0.3, 120) // mean wait for data
	fetch, batch := p.Int(90, 420), p.LogInt(150, 20000)
	maxWait := sim.Pick(p.Dice, 0.5, 0.5, 0.5, 1, 5, 10)
	beat := sim.Pick(p.Dice, 3.0, 3, 3, 10)
	dial := func(q *sim.Program) *sim.Conn {
		c := perhapsTLS(q.Dial(private(q, "kafka", 9, 9092)), tls)
		c.Ask(q.Int(30, 60), q.Int(300, 600), 0.001)
		return c
	}
	threads(p, p.Int(1, 3), func(q *sim.Program) { // a fetcher per broker
		stay(q, days, soon, func() *sim.Conn { return dial(q) }, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{every(q, 0.002, 0.9, func() {
				if wait := q.Exp(flow); wait < maxWait {
					c.Ask(q.Near(fetch, 0.05), fetch/3+q.Near(batch, 0.7), wait)
				} else {
					c.Ask(q.Near(fetch, 0.05), fetch/3, maxWait)
				}
			}), every(q, 300, 0.01, func() { c.Ask(60, 900, 0.002) })}
		})
	})
	stay(p, days, soon, func() *sim.Conn { return dial(p) }, func(c *sim.Conn) []*sim.Timer { // coordinator
		return []*sim.Timer{
			every(p, beat, 0.03, func() { c.Ask(p.Near(120, 0.02), 16, 0.0008) }),
			every(p, 5, 0.01, func() { c.Ask(p.Near(210, 0.2), 60, 0.001) }),
		}
	})
}

func kafkaProducer(p *sim.Program) {
	tls, batch, mean := p.Chance(0.3), p.LogInt(200, 12000), p.Log(0.1, 30)
	stay(p, days, soon, func() *sim.Conn {
		c := perhapsTLS(p.Dial(private(p, "kafka", 9, 9092)), tls)
		c.Ask(40, 450, 0.001)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			lively(p, mean, func() { c.Ask(90+p.Near(batch, 0.9), p.Int(50, 75), p.Between(0.001, 0.01)) }),
			every(p, 300, 0.01, func() { c.Ask(60, 900, 0.002) }),
		}
	})
}

func amqpConsumer(p *sim.Program) {
	tls, body, mean, beat := p.Chance(0.3), p.LogInt(60, 3000), p.Log(0.3, 300), sim.Pick(p.Dice, 5.0, 15, 30, 30, 30, 60)
	broker := either(p, 0.1, "rabbitmq", 5, 5672)
	replies := p.Chance(0.4)
	stay(p, days, soon, func() *sim.Conn {
		c := perhapsTLS(p.Dial(broker), tls)
		c.Ask(8, p.Int(480, 530), 0.002)
		c.Ask(p.Int(300, 420), 20, 0.003)
		c.Ask(20+16, 13, 0.001)
		for range p.Int(2, 5) {
			c.Ask(p.Int(13, 70), p.Int(12, 50), 0.001)
		}
		c.Heartbeat(beat, sim.Client, 8, 0)
		c.Heartbeat(beat, sim.Server, 8, 0)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{lively(p, mean, func() {
			c.Down(p.Int(90, 180) + p.Near(body, 0.6))
			p.Wait(p.Log(0.002, 3))
			if replies {
				c.Up(p.Int(80, 130) + p.Near(body, 0.6))
			}
			c.Up(21)
		})}
	})
}

// amqpBroker is the broker's side: workers of the same network stay connected.
func amqpBroker(p *sim.Program) {
	body, beat := p.LogInt(60, 3000), sim.Pick(p.Dice, 10.0, 30, 30, 60)
	threads(p, p.LogInt(2, 14), func(q *sim.Program) {
		worker, mean := q.World.Private(0), q.Log(1, 600)
		stay(q, days, later, func() *sim.Conn {
			c := q.Accept(worker, 5672)
			c.Ask(8, 505, 0.002)
			c.Ask(350, 20, 0.003)
			c.Ask(60, 40, 0.001)
			c.Heartbeat(beat, sim.Client, 8, 0)
			c.Heartbeat(beat, sim.Server, 8, 0)
			return c
		}, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{lively(q, mean, func() { c.Push(130+q.Near(body, 0.6), 21, q.Log(0.002, 3)) })}
		})
	})
}

func natsClient(p *sim.Program) {
	subject, body, in, out := p.Int(12, 50), p.LogInt(20, 1200), p.Log(0.5, 120), p.Log(0.5, 120)
	beat := sim.Pick(p.Dice, 120.0, 120, 30, 20)
	stay(p, days, soon, func() *sim.Conn {
		c := p.Dial(private(p, "nats", 3, 4222))
		c.Down(p.Int(350, 520))
		c.Ask(p.Int(180, 330), 11, 0.0005)
		c.Up(p.Int(30, 300))
		c.Ping(beat, sim.Server, 6, 6)
		c.Ping(beat, sim.Client, 6, 6)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			lively(p, in, func() { c.Down(15 + subject + p.Near(body, 0.5)) }),
			lively(p, out, func() { c.Up(12 + subject + p.Near(body, 0.5)) }),
		}
	})
}

func mqttClient(p *sim.Program) {
	tls, keep := p.Chance(0.6), sim.Pick(p.Dice, 15.0, 30, 60, 60, 120, 300)
	topic, body, period := p.Int(15, 60), p.LogInt(20, 600), p.Log(1, 600)
	acked, commands := p.Chance(0.6), p.Log(60, 8*hour)
	broker := either(p, 0.6, "mqtt", 5, sim.Pick(p.Dice, uint16(1883), 8883))
	stay(p, span{10 * minute, 5 * day}, soon, func() *sim.Conn {
		c := perhapsTLS(p.Dial(broker), tls)
		c.Ask(p.Int(30, 160), 4, 0.01)
		c.Ask(p.Int(20, 70), 5, 0.003)
		c.Heartbeat(keep*p.Between(0.95, 1), sim.Client, 2+22*bit(tls), 2+22*bit(tls))
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			every(p, period, 0.05, func() {
				n := 4 + topic + p.Near(body, 0.2)
				if acked {
					c.Ask(n+2, 4, p.Log(0.001, 0.1))
				} else {
					c.Up(n)
				}
			}),
			sometimes(p, commands, func() { c.Push(topic+p.Near(body, 0.5), 4, 0.02) }),
		}
	})
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// mqttBroker serves devices that come over the internet or from the network.
func mqttBroker(p *sim.Program) {
	outside := p.Chance(0.5)
	threads(p, p.LogInt(3, 30), func(q *sim.Program) {
		device := q.World.Either(q.Dice, float64(bit(outside)), 0)
		topic, period, keep := q.Int(15, 60), q.Log(5, 900), sim.Pick(q.Dice, 30.0, 60, 60, 300)
		stay(q, hours, later, func() *sim.Conn {
			c := q.Accept(device, 1883)
			c.Ask(q.Int(30, 160), 4, 0.002)
			c.Heartbeat(keep, sim.Client, 2, 2)
			return c
		}, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{every(q, period, 0.1, func() { c.Ask(topic+q.Int(20, 200), 4, 0.001) })}
		})
	})
}

func sqsPoll(p *sim.Program) {
	queue, wait, mean := public(p, "sqs", 6, 443), sim.Pick(p.Dice, 20.0, 20, 20, 10, 5), p.Log(2, 900)
	head, body := p.Int(900, 1700), p.LogInt(300, 4000)
	stay(p, span{60, 2 * hour}, soon, func() *sim.Conn {
		p.Resolve()
		return p.Dial(queue).Keep(keepalive(p), 0).AnyTLS()
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{every(p, 0.01, 0.9, func() {
			came := p.Exp(mean)
			if came > wait {
				c.Ask(p.Near(head, 0.02), p.Int(280, 420), wait)
				return
			}
			c.Ask(p.Near(head, 0.02), 450+p.Near(body, 0.5), came)
			p.Wait(p.Log(0.01, 5))
			c.Ask(p.Near(head, 0.05)+250, p.Int(300, 420), 0.01)
		})}
	})
}

// temporalWorker holds gRPC polls that end empty after a minute.
func temporalWorker(p *sim.Program) {
	mean := p.Log(1, 300)
	server, tls := either(p, 0.4, "temporal", 3, 7233), p.Chance(0.5)
	threads(p, p.Int(1, 4), func(q *sim.Program) {
		stay(q, span{5 * minute, day}, soon, func() *sim.Conn {
			c := perhapsTLS(q.Dial(server).Keep(keepalive(q), 0), tls).GRPC()
			c.Ping(30, sim.Client, 17, 17)
			return c
		}, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{every(q, 0.01, 0.9, func() {
				came := q.Exp(mean)
				c.Ask(q.Near(160, 0.1), 20, math.Min(came, 60))
				if came < 60 {
					c.Down(q.LogInt(300, 6000))
					q.Wait(q.Log(0.005, 2))
					c.Ask(q.LogInt(200, 2000), 10, 0.01)
				}
			})}
		})
	})
}

// celeryWorker waits with BRPOP on redis and gossips heartbeats.
func celeryWorker(p *sim.Program) {
	redis, mean := private(p, "redis", 8, 6379), p.Log(1, 600)
	stay(p, days, soon, func() *sim.Conn { return p.Dial(redis).Keep(0, 300) }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{every(p, 0.001, 0.9, func() {
			came := p.Exp(mean)
			if came > 1 {
				c.Ask(p.Near(95, 0.02), 5, 1)
				return
			}
			c.Ask(p.Near(95, 0.02), p.LogInt(500, 4000), came)
			p.Wait(p.Log(0.01, 20))
			c.Ask(p.LogInt(200, 1500), p.Int(5, 30), 0.001)
		}), every(p, 2, 0.02, func() { c.Ask(p.Near(420, 0.02), 4, 0.0005) })}
	})
}

func stompClient(p *sim.Program) {
	beat, mean, body := sim.Pick(p.Dice, 5.0, 10, 20, 30), p.Log(1, 300), p.LogInt(80, 2500)
	stay(p, days, later, func() *sim.Conn {
		c := p.Dial(private(p, "activemq", 3, 61613))
		c.Ask(p.Int(80, 150), p.Int(100, 160), 0.005)
		c.Up(p.Int(60, 120))
		c.Heartbeat(beat, sim.Client, 1, 0)
		c.Heartbeat(beat, sim.Server, 1, 0)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{lively(p, mean, func() { c.Push(180+p.Near(body, 0.5), p.Int(60, 90), p.Log(0.01, 1)) })}
	})
}

func pulsarClient(p *sim.Program) {
	mean, body := p.Log(0.2, 120), p.LogInt(100, 4000)
	stay(p, days, soon, func() *sim.Conn {
		c := p.Dial(private(p, "pulsar", 4, 6650))
		c.Ask(p.Int(50, 90), p.Int(30, 60), 0.002)
		c.Ping(sim.Pick(p.Dice, 30.0, 30, 60), sim.Server, 10, 10)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{lively(p, mean, func() { c.Push(60+p.Near(body, 0.4), p.Int(28, 40), p.Log(0.001, 0.5)) })}
	})
}
