package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var queues = []Kind{
	{"rabbitmq-consumer", rabbitConsumer},
	{"rabbitmq-publisher", rabbitPublisher},
	{"kafka-consumer", kafkaConsumer},
	{"kafka-producer", kafkaProducer},
	{"mqtt-client", mqttClient},
	{"nats-client", natsClient},
	{"sqs-poll", sqsPoll},
	{"activemq-stomp", stompClient},
	{"celery-worker", celeryWorker},
}

func amqpLogin(c *Conn) {
	c.Up(8)
	c.Down(c.D.Int(400, 520))
	c.Call(c.D.Int(250, 400), 20)
	c.Call(40, 21)
	c.Call(13, 16)
	c.Call(c.D.Int(40, 80), c.D.Int(30, 60))
}

// rabbitConsumer gets deliveries, acknowledges them, and beats both ways.
func rabbitConsumer(h *Host) {
	s := h.Peer(wire.Private, 5672, 5671)
	d := s.Dice(h)
	beat, job, come := d.Tick(5, 60), d.Size(150, 3000), h.D.Random(1, 300)
	work, batch := h.D.Log(0.01, 10), h.D.Chance(0.3)
	h.Keep(s, 1e5, h.D.Tick(1, 30), func(c *Conn) {
		if s.Port == 5671 {
			c.TLS()
		}
		amqpLogin(c)
		c.Run(c.Timer(come, func() {
			c.Down(job())
			if batch {
				c.Down(job())
			}
			c.Wait(h.D.Exp(work))
			c.Up(21)
		}), c.Timer(beat, func() { c.Up(8) }), c.Timer(beat, func() { c.Down(8) }))
	})
}

func rabbitPublisher(h *Host) {
	s := h.Peer(wire.Private, 5672, 5671)
	d := s.Dice(h)
	beat, job, confirm := d.Tick(5, 60), h.D.Size(150, 3000), h.D.Chance(0.6)
	h.Keep(s, 1e5, h.D.Tick(1, 30), func(c *Conn) {
		if s.Port == 5671 {
			c.TLS()
		}
		amqpLogin(c)
		c.Run(c.Timer(h.D.Random(0.5, 120), func() {
			if confirm {
				c.Call(job(), 21)
			} else {
				c.Up(job())
			}
		}), c.Timer(beat, func() { c.Up(8) }), c.Timer(beat, func() { c.Down(8) }))
	})
}

// kafkaConsumer fetches with a wait at the broker, and beats to the
// coordinator.
func kafkaConsumer(h *Host) {
	secure := maybe(h.D, 0.4)
	wait, batch := h.D.Log(0.5, 5), h.D.Size(100, 8000)
	come := h.D.Random(0.5, 60)
	for range h.D.Int(1, 3) {
		s := h.Peer(wire.Private, 9092, 9094, 9098)
		h.Keep(s, 2e5, h.D.Tick(1, 10), func(c *Conn) {
			secure(c)
			c.Call(40, 400)
			next := c.Now + come()
			for c.Open() {
				c.Up(h.D.Int(110, 180))
				if next < c.Now+wait {
					c.WaitUntil(next)
					c.Down(60 + batch())
					next = c.Now + come()
				} else {
					c.Wait(wait)
					c.Down(60)
				}
				c.Wait(0.002)
			}
		})
	}
	group := h.Peer(wire.Private, 9092, 9094, 9098)
	h.Keep(group, 2e5, h.D.Tick(1, 10), func(c *Conn) {
		secure(c)
		c.Run(c.Timer(h.D.Tick(3, 3.01), func() { c.Call(h.D.Int(100, 140), 16) }),
			c.Timer(h.D.Tick(5, 5.01), func() { c.Call(h.D.Int(110, 300), h.D.Int(40, 90)) }))
	})
}

func kafkaProducer(h *Host) {
	secure, batch := maybe(h.D, 0.4), h.D.Size(150, 12000)
	for range h.D.Int(1, 3) {
		s := h.Peer(wire.Private, 9092, 9094, 9098)
		h.Keep(s, 2e5, h.D.Tick(1, 10), func(c *Conn) {
			secure(c)
			c.Call(40, 400)
			c.Run(c.Timer(h.D.Random(0.2, 60), func() { c.Call(90+batch(), h.D.Int(50, 80)) }),
				c.Timer(h.D.Tick(290, 300), func() { c.Call(60, h.D.Int(300, 1500)) }))
		})
	}
}

// mqttClient reports and obeys.
func mqttClient(h *Host) {
	s := h.Peer(wire.Public, 8883, 1883, 443)
	d := s.Dice(h)
	ping, report, order := d.Tick(15, 600), h.D.Size(30, 500), h.D.Size(20, 300)
	every, asked, sure := h.D.Tick(2, 600), h.D.Random(30, 5000), h.D.Chance(0.6)
	h.Keep(s, d.Log(2000, 200000), h.D.Random(1, 120), func(c *Conn) {
		if s.Port != 1883 {
			c.TLS()
		}
		c.Call(h.D.Int(40, 200), 4)
		c.Call(h.D.Int(20, 80), 5)
		c.OnIdle(ping(), func() { c.Call(2, 2) })
		c.Run(c.Timer(every, func() {
			if sure {
				c.Call(report(), 4)
			} else {
				c.Up(report())
			}
		}), c.Timer(asked, func() { c.Ring(order(), 4) }))
	})
}

// natsClient sends and gets subjects, with pings of both sides.
func natsClient(h *Host) {
	s := h.Peer(wire.Private, 4222)
	d := s.Dice(h)
	msg, secure, ping := h.D.Size(40, 900), maybe(d, 0.3), d.Tick(20, 120)
	h.Keep(s, 2e5, h.D.Tick(1, 5), func(c *Conn) {
		c.Down(h.D.Int(250, 500))
		secure(c)
		c.Call(h.D.Int(200, 350), 6)
		c.Run(c.Timer(h.D.Random(0.5, 60), func() { c.Down(msg()) }),
			c.Timer(h.D.Random(0.5, 60), func() { c.Up(msg()) }),
			c.Timer(ping, func() { c.Call(6, 6) }), c.Timer(ping, func() { c.Ring(6, 6) }))
	})
}

// sqsPoll asks with a long wait and deletes what it got.
func sqsPoll(h *Host) {
	s := h.Peer(wire.Public, 443)
	wait, msg := dice.Of(h.D, 1.0, 5, 10, 20, 20, 20), h.D.Size(500, 6000)
	come := h.D.Random(5, 900)
	ask := h.D.Int(700, 1600)
	h.Keep(s, h.D.Log(200, 20000), h.D.Tick(0.1, 5), func(c *Conn) {
		c.TLS()
		next := c.Now + come()
		for c.Open() {
			c.Up(ask)
			if next > c.Now+wait {
				c.Wait(wait)
				c.Down(h.D.Int(240, 480))
			} else {
				c.WaitUntil(next)
				c.Down(400 + msg())
				c.Wait(h.D.Exp(1))
				c.Call(ask+180, h.D.Int(240, 460))
				next = c.Now + come()
			}
			c.Wait(0.01)
		}
	})
}

func stompClient(h *Host) {
	s := h.Peer(wire.Private, 61613, 61614, 61616)
	d := s.Dice(h)
	beat, msg := d.Tick(5, 30), h.D.Size(120, 1500)
	h.Keep(s, 1e5, h.D.Tick(1, 30), func(c *Conn) {
		if s.Port == 61614 {
			c.TLS()
		}
		c.Call(h.D.Int(80, 180), h.D.Int(70, 150))
		c.Run(c.Timer(beat, func() { c.Up(1) }), c.Timer(beat, func() { c.Down(1) }),
			c.Timer(h.D.Random(2, 300), func() { c.Ring(msg(), h.D.Int(60, 110)) }))
	})
}

// celeryWorker waits for tasks in Redis with a blocking pop and gossips.
func celeryWorker(h *Host) {
	s := h.Peer(wire.Private, 6379)
	task, result := h.D.Size(400, 2500), h.D.Size(150, 1500)
	come := h.D.Random(2, 600)
	h.Keep(s, 1e5, h.D.Tick(1, 10), func(c *Conn) {
		c.Call(60, 10)
		next := c.Now + come()
		for c.Open() {
			c.Up(h.D.Int(75, 130))
			if next > c.Now+1 {
				c.Wait(1)
				c.Down(5)
			} else {
				c.WaitUntil(next)
				c.Down(task())
				c.Wait(h.D.Exp(3))
				c.Call(result(), 8)
				next = c.Now + come()
			}
		}
	})
	h.Keep(s, 1e5, h.D.Tick(1, 10), func(c *Conn) {
		c.Every(h.D.Tick(2, 5), func() { c.Up(h.D.Int(300, 500)); c.Down(4) })
	})
}
