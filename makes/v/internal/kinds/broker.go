package kinds

import (
	"makes/v/internal/flow"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// amqp is a connection to a RabbitMQ-like broker with its frames of heartbeat.
func amqp(r *rng.R, loops []talk.Loop) *spec {
	p := &spec{Port: 5672, Hello: []talk.Step{c(rng.Fix(8)), s(steady(r, 480, 520)), c(steady(r, 290, 420)), s(rng.Fix(20)), c(rng.Fix(40)), s(rng.Fix(13)), c(rng.Fix(13)), s(rng.Fix(16))}}
	if r.Chance(0.35) {
		p.Port, p.TLS = 5671, wire.AnyTLS(r)
	}
	h := r.Pickf(5, 15, 30, 30, 60) * r.Uni(0.97, 1)
	p.Loops = append(loops, loop(rng.Jit(h, 0.01), c(rng.Fix(8))), loop(rng.Jit(h, 0.01), s(rng.Fix(8))))
	return p
}

// brokers pass messages.
func brokers() []Kind {
	const g = "broker"
	return []Kind{
		{"kafka-consumer", g, VPC, func(r *rng.R) *spec {
			wait := r.Pickf(0.5, 0.5, 1, 5, 5)
			p := &spec{Port: rng.Pick(r, 9092, 9092, 9094), TLS: maybeTLS(r, 0.4), Hello: []talk.Step{c(steady(r, 30, 60)), s(steady(r, 350, 600))}}
			p.Loops = []talk.Loop{now(serial(rng.Exp(0.003), c(steady(r, 90, 320)), s(rng.Mix(steady(r, 50, 160), r.Uni(0.01, 0.7), loose(r, 400, 9000, 0.7))).After(rng.Uni(wait*r.Uni(0.3, 1), wait*1.01))))}
			return p
		}},
		{"kafka-group-coordinator", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 9092, TLS: maybeTLS(r, 0.4), Loops: []talk.Loop{loop(rng.Jit(3, 0.01), c(steady(r, 90, 170)), s(rng.Fix(r.Pickf(14, 10, 16)))), loop(often(r, 5, 60), c(steady(r, 120, 600)), s(steady(r, 40, 200)))}}
		}},
		{"kafka-producer", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 9092, 9094), TLS: maybeTLS(r, 0.4), Idle: r.Pickf(0, 540), Lazy: r.Chance(0.3), Loops: []talk.Loop{office(loop(some(r, 1.2, 20), c(loose(r, 250, 4000, 0.6)), s(steady(r, 50, 90)).After(think(r, 0.001, 0.015))), 0.5), loop(rng.Jit(300, 0.01), c(rng.Fix(60)), s(loose(r, 300, 3000, 0.02)))}}
		}},
		{"kafka-follower-fetch", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 9092, 9093), Loops: []talk.Loop{now(serial(rng.Exp(0.002), c(steady(r, 120, 700)), s(rng.Mix(steady(r, 60, 300), r.Uni(0.1, 0.8), loose(r, 500, 9000, 0.7))).After(rng.Uni(r.Uni(0.1, 0.45), 0.5))))}}
		}},
		{"kafka-connect-metadata", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 9092, Idle: 540, Lazy: true, Loops: []talk.Loop{loop(rng.Jit(300, 0.02), c(steady(r, 50, 90)), s(loose(r, 600, 9000, 0.02)))}}
		}},
		{"kinesis-consumer", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: 60, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(1, 1, 0.25, 5), 0.05), c(steady(r, 900, 1500)), s(rng.Mix(steady(r, 380, 560), r.Uni(0.05, 0.6), loose(r, 1500, 20000, 0.7))).After(think(r, 0.008, 0.04)))}}
		}},
		{"kinesis-fanout", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Hello: hello2(r), Frame: 9, Life: rng.Fix(300), Gap: rng.Exp(0.2), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(5, 1), 0.1), s(rng.Mix(steady(r, 180, 300), 0.3, loose(r, 900, 9000, 0.6))), c(rng.Fix(13)).Maybe(0.4))}}
		}},
		{"pulsar-consumer", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 6650, 6651), TLS: maybeTLS(r, 0.4), Loops: []talk.Loop{loop(rng.Jit(30, 0.01), s(rng.Fix(13)), c(rng.Fix(13))), loop(rng.Jit(30, 0.01), c(rng.Fix(13)), s(rng.Fix(13))), loop(some(r, 2, 40), s(loose(r, 150, 2500, 0.5)), c(rng.Fix(30)))}}
		}},
		{"rabbitmq-consumer", g, VPC, func(r *rng.R) *spec {
			return amqp(r, []talk.Loop{office(loop(some(r, 2, 120), s(loose(r, 180, 2500, 0.5)), c(rng.Fix(21)).After(rng.LogN(r.Log(0.005, 2), 0.8))), 0.5)})
		}},
		{"rabbitmq-publisher", g, VPC, func(r *rng.R) *spec {
			return amqp(r, []talk.Loop{office(loop(some(r, 2, 120), c(loose(r, 180, 2500, 0.5)), s(rng.Fix(21)).Maybe(0.6)), 0.5)})
		}},
		{"amazon-mq-openwire", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 61616, 61617), TLS: maybeTLS(r, 0.6), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(10, 15), 0.03), c(rng.Fix(5))), loop(rng.Jit(r.Pickf(10, 15), 0.03), s(rng.Fix(5))), loop(some(r, 4, 200), s(loose(r, 300, 1500, 0.4)), c(steady(r, 70, 120)))}}
		}},
		{"stomp-client", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 61613, 61614), TLS: maybeTLS(r, 0.5), Loops: []talk.Loop{loop(often(r, 10, 20, 30), c(rng.Fix(1))), loop(often(r, 10, 20, 30), s(rng.Fix(1))), loop(some(r, 3, 100), s(loose(r, 250, 1500, 0.4)), c(steady(r, 60, 110)).Maybe(0.6))}}
		}},
		{"nats-subscriber", g, Either, func(r *rng.R) *spec {
			return &spec{Port: 4222, TLS: maybeTLS(r, 0.4), Hello: []talk.Step{s(steady(r, 300, 620)), c(steady(r, 180, 420)), s(rng.Fix(6)), c(steady(r, 30, 120))}, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(120, 20), 0.05), c(rng.Fix(6)), s(rng.Fix(6))), loop(rng.Jit(120, 0.05), s(rng.Fix(6)), c(rng.Fix(6))), shared(r, some(r, 3, 60), rng.Exp(0.002), s(loose(r, 80, 900, 0.5)))}}
		}},
		{"nats-route", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6222, Conns: r.Int(1, 3), Loops: []talk.Loop{loop(rng.Jit(30, 0.2), c(rng.Fix(6)), s(rng.Fix(6))), loop(some(r, 2, 20), c(loose(r, 60, 900, 0.5))), loop(some(r, 2, 20), s(loose(r, 60, 900, 0.5)))}}
		}},
		{"nsq-consumer", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 4150, Loops: []talk.Loop{loop(rng.Jit(30, 0.01), s(rng.Fix(19)), c(rng.Fix(4))), loop(some(r, 3, 60), s(loose(r, 120, 1200, 0.5)), c(rng.Fix(21)).After(rng.LogN(r.Log(0.01, 5), 0.8)))}}
		}},
		{"zeromq-feed", g, Either, func(r *rng.R) *spec {
			return &spec{Port: r.Int(5550, 5600), Hello: []talk.Step{c(rng.Fix(64)), s(rng.Fix(64)), c(rng.Fix(28)), s(rng.Fix(28))}, Keep: keep(r, 0.4, 30, 300), Loops: []talk.Loop{shared(r, some(r, 2, 60), rng.Exp(0.002), s(loose(r, 60, 2000, 0.3)))}}
		}},
		{"mqtt-backend", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8883, 1883), TLS: maybeTLS(r, 0.6), Hello: []talk.Step{c(steady(r, 40, 160)), s(rng.Fix(4)), c(steady(r, 20, 80)), s(rng.Fix(5))}, Loops: []talk.Loop{loop(often(r, 30, 60, 45), c(rng.Fix(2)), s(rng.Fix(2))), loop(some(r, 3, 100), s(loose(r, 60, 600, 0.4)), c(rng.Fix(4)).Maybe(0.5))}}
		}},
		{"solace-messaging", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 55443, 55555), TLS: maybeTLS(r, 0.7), Loops: []talk.Loop{loop(rng.Jit(3, 0.02), c(rng.Fix(20)), s(rng.Fix(12)).Maybe(0.9)), loop(some(r, 4, 60), s(loose(r, 150, 1500, 0.4)), c(rng.Fix(40)).Maybe(0.6))}}
		}},
		{"ibm-mq-channel", g, Corp, func(r *rng.R) *spec {
			return &spec{Port: 1414, TLS: maybeTLS(r, 0.6), Loops: []talk.Loop{loop(often(r, 300, 60, 30), c(rng.Fix(28)), s(rng.Fix(28))), loop(some(r, 4, 100), c(loose(r, 500, 3000, 0.4)), s(steady(r, 60, 500)))}}
		}},
		{"eventhub-amqp", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 5671, TLS: wire.AnyTLS(r), Life: rng.Uni(1200, 86400), Loops: []talk.Loop{loop(rng.Jit(30, 0.01), c(rng.Fix(8))), loop(rng.Jit(120, 0.01), s(rng.Fix(8))), loop(some(r, 3, 60), s(loose(r, 300, 2500, 0.5)), c(steady(r, 30, 60)).Maybe(0.3))}}
		}},
		{"pubsub-streaming-pull", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.NewTLS("tls13", r), Hello: hello2(r), Frame: 9, Life: rng.Uni(900, 1800), Gap: rng.Exp(0.2), Loops: []talk.Loop{loop(rng.Jit(30, 0.02), c(steady(r, 5, 60)), s(rng.Fix(17)).Maybe(0.5)), loop(some(r, 3, 100), s(loose(r, 300, 2500, 0.5)), c(steady(r, 180, 300)))}}
		}},
		{"multicast-like-udp-feed", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: r.Int(10000, 30000), CPort: r.Int(10000, 30000), Loops: []talk.Loop{office(loop(some(r, 0.1, 4), s(loose(r, 60, 1200, 0.4))), 0.7), loop(often(r, 1, 5), c(steady(r, 20, 60)))}}
		}},
	}
}
