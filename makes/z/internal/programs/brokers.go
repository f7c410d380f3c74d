package programs

import (
	"makes/z/internal/acts"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// brokers: publish and subscribe, streaming.
var brokers = []Program{
	{Name: "mqtt-subscriber", Tags: "broker iot", Where: Net, Ports: ports(8883, 1883, 8883), Make: func(k *Kit) acts.Plan {
		return k.talk(0.7, idle(k.ask(k.every(20, 300), k.fix(2, 2), k.fix(2, 2))), push(k.rand(4, 400), k.sz(30, 900)))
	}},
	{Name: "mqtt-publisher-qos1", Tags: "broker iot", Where: Net, Ports: ports(8883, 1883), Make: func(k *Kit) acts.Plan {
		return k.talk(0.7, idle(k.ask(k.every(30, 120), k.fix(2, 2), k.fix(2, 2))), k.ask(k.every(3, 300), k.sz(40, 1200), k.fix(4, 4)))
	}},
	{Name: "mqtt-bridge", Tags: "broker iot edge", Where: Net, Ports: ports(1883, 8883, 8084), Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, idle(k.ask(k.every(60, 60), k.fix(2, 2), k.fix(2, 2))), burst(k.ask(k.rand(3, 30), k.sz(60, 400), k.fix(4, 4)), 1.5), k.poke(k.rand(20, 600), k.sz(60, 300), k.fix(4, 4)))
	}},
	{Name: "mqtt-over-websocket", Tags: "broker web", Where: Net, Ports: ports(443, 9001), Make: func(k *Kit) acts.Plan {
		return k.talk(0.9, k.ask(k.every(15, 60), k.fix(8, 8), k.fix(4, 4)), push(k.heavy(2, 60), k.sz(80, 1500)))
	}},
	{Name: "amqp-consumer", Tags: "broker app", Where: Private, Ports: ports(5672, 5671), Make: func(k *Kit) acts.Plan {
		beat := k.every(10, 60)
		return k.talk(0.3, tell(beat, k.fix(8, 8)), push(beat, k.fix(8, 8)), k.poke(k.rand(2, 120), k.sz(200, 3000), k.fix(21, 21)))
	}},
	{Name: "amqp-publisher-confirms", Tags: "broker app", Where: Private, Ports: ports(5672, 5671), Make: func(k *Kit) acts.Plan {
		beat := k.every(30, 60)
		return k.talk(0.3, tell(beat, k.fix(8, 8)), push(beat, k.fix(8, 8)), human(k.ask(k.rand(2, 60), k.sz(250, 2500), k.fix(21, 21))))
	}},
	{Name: "amazon-mq-stomp", Tags: "broker app", Where: Cloud, Ports: ports(61614), Make: func(k *Kit) acts.Plan {
		return k.talk(1, tell(k.every(10, 60), k.fix(1, 1)), push(k.every(10, 60), k.fix(1, 1)), k.poke(k.rand(5, 200), k.sz(150, 2000), k.fix(60, 90)))
	}},
	{Name: "openwire-consumer", Tags: "broker app", Where: Private, Ports: ports(61616, 61617), Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, tell(k.every(10, 15), k.fix(9, 12)), push(k.every(10, 15), k.fix(9, 12)), k.poke(k.rand(4, 300), k.sz(400, 2500), k.fix(110, 170)))
	}},
	{Name: "artemis-core-session", Tags: "broker app", Where: Private, Ports: ports(61616), Make: func(k *Kit) acts.Plan {
		return k.talk(0.2, tell(k.every(30, 30), k.fix(17, 21)), k.poke(k.rand(3, 90), k.sz(300, 4000), k.fix(30, 45)), k.ask(k.rand(10, 200), k.sz(200, 900), k.fix(17, 17)))
	}},
	{Name: "nats-client", Tags: "broker app edge", Where: Private, Ports: ports(4222), Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, k.ask(k.every(120, 120), k.fix(6, 6), k.fix(6, 6)), k.poke(k.every(120, 120), k.fix(6, 6), k.fix(6, 6)), push(k.rand(1.5, 60), k.sz(60, 700)), tell(k.rand(3, 200), k.sz(60, 500)))
	}},
	{Name: "nats-leafnode", Tags: "broker edge", Where: Net, Ports: ports(7422, 443), Make: func(k *Kit) acts.Plan {
		return k.talk(0.9, k.ask(k.every(30, 120), k.fix(6, 6), k.fix(6, 6)), burst(tell(k.rand(4, 60), k.sz(80, 900)), 1), push(k.rand(10, 300), k.sz(60, 300)))
	}},
	{Name: "jetstream-pull", Tags: "broker queue", Where: Private, Ports: ports(4222), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.3, k.ask(k.every(120, 120), k.fix(6, 6), k.fix(6, 6))), acts.Cycle{Ask: k.fix(120, 170), Wait: rng.Pick(k.R, 5.0, 30, 60),
			Empty: k.fix(50, 90), Job: k.sz(200, 2500), Come: k.rand(3, 120), Busy: k.heavy(0.05, 5), Done: k.fix(70, 110), Pause: acts.Every(0.01, 0.5)})
	}},
	{Name: "kafka-consumer", Tags: "broker stream", Where: Private, Ports: ports(9092, 9094), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0.4, k.ask(k.every(5, 30), acts.Size{Med: k.log(80, 180)}, k.odd(40, 90, 3000)), idle(k.ask(k.every(3, 3), k.fix(60, 90), k.fix(14, 20))))
	}},
	{Name: "kafka-group-heartbeat", Tags: "broker stream", Where: Private, Ports: ports(9092, 9096), Make: func(k *Kit) acts.Plan {
		return k.talk(0.4, k.ask(k.every(3, 10), k.fix(90, 150), k.fix(14, 18)), k.ask(k.every(5, 60), k.near(120, 300), k.fix(30, 60)))
	}},
	{Name: "kafka-producer-idle", Tags: "broker stream app", Where: Private, Ports: ports(9092), Servers: 2, Make: func(k *Kit) acts.Plan {
		t := k.talk(0.4, burst(k.ask(k.rand(4, 200), k.sz(300, 4000), k.fix(50, 70)), 0.5), k.ask(k.every(180, 300), k.fix(60, 90), k.sz(400, 3000)))
		return t
	}},
	{Name: "kafka-replica-fetch", Tags: "broker stream", Where: Private, Ports: ports(9091, 9092), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0.2, k.ask(acts.Every(k.log(2, 8), 0.02), k.near(150, 600), k.odd(70, 200, 8000)))
	}},
	{Name: "pulsar-consumer", Tags: "broker stream", Where: Private, Ports: ports(6650, 6651), Make: func(k *Kit) acts.Plan {
		return k.talk(0.4, k.ask(k.every(30, 30), k.fix(9, 12), k.fix(9, 12)), k.poke(k.every(30, 30), k.fix(9, 12), k.fix(9, 12)), k.poke(k.rand(3, 90), k.sz(150, 1800), k.fix(30, 40)))
	}},
	{Name: "rocketmq-client", Tags: "broker stream", Where: Private, Ports: ports(9876, 10911), Make: func(k *Kit) acts.Plan {
		return k.talk(0.1, k.ask(k.every(30, 30), k.sz(300, 900), k.fix(90, 140)), k.ask(k.every(15, 20), k.near(280, 420), k.odd(110, 150, 2500)))
	}},
	{Name: "redis-pubsub", Tags: "broker app", Where: Private, Ports: ports(6379, 6380), Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, push(k.rand(1.5, 120), k.sz(50, 800)), idle(k.ask(k.every(30, 60), k.fix(14, 14), k.fix(7, 17))))
	}},
	{Name: "redis-stream-group", Tags: "broker queue", Where: Private, Ports: ports(6379), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.2), acts.Cycle{Ask: k.fix(90, 140), Wait: rng.Pick(k.R, 2.0, 5, 10), Empty: k.fix(5, 5), Job: k.sz(120, 900),
			Come: k.rand(2, 60), Busy: k.heavy(0.01, 2), Done: k.fix(60, 90), Ack: k.fix(4, 4), Pause: acts.Every(0.002, 0.5)})
	}},
	{Name: "redis-sentinel-link", Tags: "broker db", Where: Private, Ports: ports(26379, 6379), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0, k.ask(k.every(2, 5), k.fix(14, 28), k.fix(7, 7)), k.ask(k.every(10, 10), k.fix(14, 20), k.sz(2500, 5000)), tell(k.every(2, 10), k.fix(120, 200)))
	}},
	{Name: "ibm-mq-channel", Tags: "broker fin", Where: Net, Ports: ports(1414), Make: func(k *Kit) acts.Plan {
		return k.talk(0.6, k.ask(k.every(300, 300), k.fix(28, 28), k.fix(28, 28)), human(k.ask(k.rand(5, 200), k.sz(600, 4000), k.fix(60, 110))))
	}},
	{Name: "tibco-ems-client", Tags: "broker fin", Where: Private, Ports: ports(7222, 7243), Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, k.ask(k.every(5, 30), k.fix(20, 40), k.fix(20, 40)), k.poke(k.rand(2, 60), k.sz(200, 1500), k.fix(40, 70)))
	}},
	{Name: "solace-smf-session", Tags: "broker fin", Where: Net, Ports: ports(55555, 55443), Make: func(k *Kit) acts.Plan {
		return k.talk(0.7, k.ask(k.every(3, 30), k.fix(12, 20), k.fix(12, 20)), push(k.rand(1, 30), k.sz(120, 700)))
	}},
	{Name: "zeromq-subscriber", Tags: "broker lab", Where: Private, Ports: ports(5555, 5556, 7001), Make: func(k *Kit) acts.Plan {
		t := k.talk(0, push(k.every(1, 30), k.near(40, 1500)), k.poke(k.every(30, 60), k.fix(9, 9), k.fix(7, 7)))
		t.Hello = []acts.Msg{{From: 0, Size: 64}, {From: 1, Size: 64}, {From: 0, Size: 28}, {From: 1, Size: 28}, {From: 0, Size: 10}}
		return t
	}},
	{Name: "nsqd-consumer", Tags: "broker queue", Where: Private, Ports: ports(4150), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0.1, k.poke(k.every(30, 30), k.fix(17, 17), k.fix(4, 4)), k.poke(k.rand(2, 90), k.sz(100, 900), k.fix(21, 21)))
	}},
	{Name: "nsqlookupd-poll", Tags: "broker", Where: Private, Ports: ports(4161), Make: func(k *Kit) acts.Plan {
		return k.poll(0, k.every(30, 60), k.fix(130, 180), k.sz(250, 900))
	}},
	{Name: "centrifugo-websocket", Tags: "broker web", Where: Net, Ports: ports(443, 8000), Make: func(k *Kit) acts.Plan {
		return k.talk(0.9, k.poke(k.every(25, 25), k.fix(4, 6), k.fix(6, 8)), human(push(k.rand(3, 90), k.sz(100, 900))))
	}},
	{Name: "pusher-channel", Tags: "broker web chat", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, idle(k.ask(k.every(30, 120), k.fix(36, 40), k.fix(36, 40))), human(push(k.rand(5, 300), k.sz(150, 1200))))
	}},
	{Name: "socketio-client", Tags: "broker web", Where: Net, Ports: ports(443, 3000), Make: func(k *Kit) acts.Plan {
		return k.talk(0.8, k.poke(k.every(10, 30), k.fix(3, 3), k.fix(7, 7)), push(k.rand(3, 200), k.sz(60, 900)), human(k.ask(k.rand(20, 600), k.sz(80, 500), k.sz(40, 300))))
	}},
	{Name: "sse-feed", Tags: "broker web media", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		t := k.talk(1, push(k.every(10, 45), k.fix(3, 16)), push(k.rand(4, 300), k.sz(150, 2000)))
		t.Hello = []acts.Msg{{From: 0, Size: k.R.Int(180, 1200)}, {From: 1, Size: k.R.Int(200, 600)}}
		return short(t, k.every(60, 7200), acts.Every(k.log(0.5, 5), 0.1))
	}},
	{Name: "google-pubsub-streaming-pull", Tags: "broker app", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return short(k.talk(1, tell(k.every(30, 30), k.fix(20, 60)), push(k.every(30, 30), k.fix(14, 40)), k.poke(k.rand(3, 120), k.sz(200, 2500), k.fix(230, 300))), acts.Every(1800, 0.1), acts.Every(0.2, 0.5))
	}},
	{Name: "azure-servicebus-amqp", Tags: "broker app", Where: Net, Ports: ports(5671), Make: func(k *Kit) acts.Plan {
		return short(k.talk(1, tell(k.every(30, 120), k.fix(8, 8)), push(k.every(30, 120), k.fix(8, 8)), k.poke(k.rand(5, 200), k.sz(300, 2500), k.fix(40, 60))), acts.Every(1200, 0.02), acts.Every(1, 0.4))
	}},
	{Name: "kinesis-shard-reader", Tags: "broker stream app", Where: Cloud, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.poll(1, acts.Every(k.log(5, 20), 0.02), k.near(900, 1300), k.odd(350, 500, 15000))
	}},
	{Name: "zookeeper-client", Tags: "broker app db", Where: Private, Ports: ports(2181), Make: func(k *Kit) acts.Plan {
		return k.talk(0.1, idle(k.ask(acts.Every(k.log(2, 14), 0.01), k.fix(12, 12), k.fix(20, 20))), k.ask(k.rand(30, 900), k.sz(60, 140), k.sz(90, 600)))
	}},
	{Name: "etcd-watch", Tags: "broker app", Where: Private, Ports: ports(2379), Make: func(k *Kit) acts.Plan {
		return k.talk(0.7, k.ask(k.every(10, 30), k.fix(17, 17), k.fix(17, 17)), push(k.rand(5, 300), k.sz(120, 1500)), k.ask(k.every(5, 60), k.fix(40, 70), k.fix(40, 90)))
	}},
	{Name: "consul-blocking-query", Tags: "broker app agent", Where: Private, Ports: ports(8500, 8501), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.4), acts.Cycle{Ask: k.near(180, 320), Wait: rng.Pick(k.R, 60.0, 300, 600), Empty: k.near(350, 1200), Job: k.sz(400, 4000),
			Come: k.rand(60, 900), Busy: acts.Every(0.01, 0.5), Done: k.near(180, 320), Ack: k.near(350, 1200), Pause: acts.Every(0.05, 0.5)})
	}},
	{Name: "broker-server-mqtt", Tags: "srv-broker", Where: Net, Ports: ports(8883, 1883), Clients: 60, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0.7, idle(k.ask(k.every(30, 300), k.fix(2, 2), k.fix(2, 2))), k.ask(k.every(20, 900), k.sz(40, 700), k.fix(4, 4)), push(k.rand(100, 4000), k.sz(30, 300)))
	}},
	{Name: "broker-server-amqp", Tags: "srv-broker", Where: Private, Ports: ports(5672), Clients: 14, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0.2, tell(k.every(10, 60), k.fix(8, 8)), push(k.every(10, 60), k.fix(8, 8)), k.poke(k.rand(10, 300), k.sz(200, 2000), k.fix(21, 21)), k.ask(k.rand(12, 400), k.sz(200, 2000), k.fix(21, 21)))
	}},
	{Name: "broker-server-redis", Tags: "srv-broker", Where: Private, Ports: ports(6379), Clients: 12, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0.1, burst(k.ask(k.rand(8, 120), k.sz(30, 300), k.sz(5, 900)), 1.5), push(k.rand(20, 400), k.sz(60, 400)))
	}},
	{Name: "websocket-push-server", Tags: "srv-web srv-broker", Where: Net, Ports: ports(443), Clients: 40, Own: true, Make: func(k *Kit) acts.Plan {
		t := k.talk(1, k.poke(k.every(20, 60), k.fix(2, 6), k.fix(6, 10)), human(push(k.rand(10, 300), k.sz(60, 900))))
		t.Closer = tcp.Client
		return short(t, k.heavy(300, 7200), k.heavy(30, 6000))
	}},
}
