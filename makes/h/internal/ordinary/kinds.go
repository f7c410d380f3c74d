package ordinary

import (
	"makes/h/internal/sim"
	. "makes/h/internal/world"
)

const client, server = sim.Client, sim.Server

// to is the kind of a client whose service has so many addresses.
func to(name string, where Where, least, most int, tls float64, run func(*Prog), ports ...uint16) *Kind {
	return &Kind{Name: name, Where: where, Ports: ports, TLS: tls, Addrs: [2]int{least, most}, Run: run}
}

// toEach runs the program for every address.
func toEach(name string, where Where, least, most int, tls float64, run func(*Prog), ports ...uint16) *Kind {
	k := to(name, where, least, most, tls, run, ports...)
	k.Each = true
	return k
}

// from is the kind of a server that so many addresses come to.
func from(name string, where Where, least, most int, tls float64, run func(*Prog), ports ...uint16) *Kind {
	k := toEach(name, where, least, most, tls, run, ports...)
	k.Local = server
	return k
}

// Kinds are all ordinary kinds.
func Kinds() []*Kind {
	var all []*Kind
	for _, some := range [][]*Kind{agents(), stores(), queues(), platform(), services(), desks(), chains()} {
		all = append(all, some...)
	}
	return all
}

// agents report on a machine or wait for orders to it.
func agents() []*Kind {
	return []*Kind{
		to("ssm-channel", AWS, 1, 1, 1, session(1800, 90000,
			hello(each(700, 2300), each(150, 400)), hello(each(200, 1600), each(100, 400)),
			beat(client, 25, 320, each(6, 150), each(2, 150), false),
			order(chance(600, 9000), usual(400, 1500), usual(200, 900), 1)), 443),
		to("ec2-messages", AWS, 1, 1, 1, longPoll(regular(15, 30), chance(3000, 90000),
			request(each(300, 1200)), request(each(10, 60)), request(usual(400, 4000))), 443),
		to("cloudwatch-logs", AWS, 1, 1, 1, session(200, 8000, fetch(regular(5, 60), usual(300, 40000), each(0, 120))), 443),
		to("saas-metrics", Internet, 1, 1, 1, session(60, 20000,
			fetch(oneOf(10, 15, 15, 20, 30, 60), usual(400, 30000), each(2, 90))), 443),
		to("otel-grpc", VPC, 1, 2, 0.4, session(1800, 200000,
			hello(each(54, 84), each(40, 70)), beat(client, 10, 300, each(17, 17), each(17, 17), true),
			say(regular(1, 60), 1, usual(300, 20000), each(45, 110))), 4317, 4317, 443),
		from("prometheus-scrape", VPC, 1, 1, 0.15, session(4000, 300000,
			fetch(oneOf(5, 10, 15, 15, 30, 30, 60), each(0, 0), usual(2500, 250000))), 9100, 9090, 8080, 9102, 9113),
		to("log-forwarder", VPC, 1, 1, 0.4, session(600, 200000,
			beat(client, 10, 60, each(20, 120), none, false),
			say(chance(0.5, 60), 4, usual(150, 6000), each(6, 40))), 5044, 24224, 514, 9997, 6514),
		to("edr-sensor", Internet, 1, 1, 1, session(3600, 300000,
			hello(each(300, 1200), each(200, 3000)), beat(client, 20, 180, usual(60, 500), each(30, 160), false),
			say(chance(4, 90), 3, usual(120, 1800), each(20, 200)),
			order(chance(30, 4000), usual(100, 1500), usual(60, 900), 0.2)), 443),
		to("siem-agent", VPC, 1, 1, 0.1, session(20000, 400000,
			hello(each(80, 300), each(60, 120)), beat(client, 10, 60, each(120, 420), each(60, 110), false),
			say(chance(2, 120), 2, usual(180, 900), none)), 1514),
		to("beacon", Internet, 1, 2, 0.8, shots(regular(15, 900), 1, 1, 0.2,
			request(usual(20, 900)), request(usual(5, 900))), 443, 443, 8443, 80, 8080, 4443),
	}
}

// stores are clients of databases, and their copies.
func stores() []*Kind {
	query := func() part { return say(people(0.5, 90), 4, usual(60, 700), usual(80, 5000)) }
	return []*Kind{
		to("sql-pool", VPC, 1, 1, 0.5, pool(1, 4, session(300, 40000,
			hello(each(80, 250), each(60, 450)), hello(each(50, 130), each(300, 500)),
			query(), say(regular(5, 300), 1, each(5, 40), each(7, 80)))), 5432, 3306, 6432, 1433),
		to("redis-cache", VPC, 1, 2, 0.3, session(900, 200000,
			hello(each(20, 120), each(5, 200)), beat(client, 10, 60, each(14, 14), each(7, 7), true),
			say(chance(0.3, 30), 2, usual(25, 300), usual(5, 800)),
			say(chance(2, 2000), 1, none, usual(60, 500))), 6379, 6379, 6380),
		to("redis-replica", VPC, 1, 1, 0.2, session(30000, 500000, // it acknowledges its offset each second
			hello(each(14, 14), each(7, 7)), hello(each(60, 160), usual(100000, 90000000)),
			beat(client, 1, 1, each(34, 46), none, false), beat(server, 10, 10, each(14, 14), none, false),
			say(chance(0.3, 40), 2, none, usual(50, 900))), 6379),
		toEach("mongo-monitor", VPC, 2, 3, 0.5, pool(2, 3, session(3000, 300000,
			hello(each(300, 500), each(500, 1300)),
			say(oneOf(10), 1, each(180, 420), usual(500, 1300)),
			say(people(2, 3000), 2, usual(150, 700), usual(150, 6000)))), 27017),
		to("cdc-stream", VPC, 1, 1, 0.5, session(20000, 300000,
			hello(each(100, 250), each(300, 500)), hello(each(60, 200), each(12, 40)),
			beat(client, 5, 15, each(39, 39), none, false), beat(server, 10, 30, each(23, 23), none, true),
			say(chance(1, 120), 5, none, usual(100, 1500))), 5432, 3306),
		to("zookeeper-session", VPC, 1, 3, 0.1, session(10000, 300000,
			hello(each(49, 49), each(41, 41)), beat(client, 1.5, 20, each(12, 12), each(20, 20), true),
			say(chance(30, 3000), 3, each(30, 120), usual(40, 900)),
			order(chance(60, 9000), each(40, 120), each(30, 80), 0.01)), 2181),
		from("etcd-peer", VPC, 1, 2, 0.9, session(50000, 500000,
			hello(each(200, 350), each(120, 250)), beat(client, 0.1, 1, each(30, 60), none, true),
			say(chance(0.3, 20), 1, usual(150, 1500), none)), 2380),
	}
}

// queues are consumers and producers of messages.
func queues() []*Kind {
	return []*Kind{
		toEach("kafka-consumer", VPC, 1, 3, 0.5, longPoll(oneOf(0.5, 0.5, 1, 5, 10), chance(0.3, 200),
			each(110, 220), each(40, 90), usual(200, 8000), hello(each(100, 220), each(500, 2000)),
			beat(client, 3, 3, each(80, 150), each(14, 30), false), beat(client, 5, 5, each(120, 260), each(40, 90), false)), 9092, 9094, 9096),
		toEach("kafka-producer", VPC, 1, 3, 0.5, session(5000, 300000,
			hello(each(40, 90), each(300, 600)), beat(client, 300, 300, each(40, 120), each(200, 1500), false),
			say(people(0.3, 60), 1, usual(150, 15000), each(50, 90))), 9092, 9094, 9098),
		to("amqp-consumer", VPC, 1, 2, 0.4, session(5000, 300000,
			hello(each(8, 8), each(450, 560)), hello(each(300, 450), each(20, 60)),
			beat(client, 5, 60, each(8, 8), none, true), beat(server, 5, 60, each(8, 8), none, true),
			order(people(0.5, 600), usual(150, 4000), each(21, 21), 0.3)), 5672, 5671),
		to("sqs-poll", AWS, 1, 2, 1, longPoll(oneOf(20, 20, 20, 10, 5, 1), people(1, 900),
			request(each(120, 300)), request(each(2, 240)), request(usual(700, 4000)), fetch(oneOf(1), each(300, 600), each(0, 240))), 443),
		to("mqtt-device", Internet, 1, 2, 0.8, session(1000, 200000,
			hello(each(40, 200), each(4, 4)), hello(each(20, 80), each(5, 5)), beat(client, 15, 600, each(2, 2), each(2, 2), true),
			say(regular(2, 600), 1, usual(30, 900), each(4, 4)),
			order(chance(60, 9000), usual(30, 500), each(4, 4), 0.05)), 8883, 8883, 1883, 443),
		to("nats-client", VPC, 1, 3, 0.3, session(10000, 300000,
			hello(none, each(250, 420)), hello(each(150, 300), each(6, 6)), beat(server, 20, 150, each(6, 6), each(6, 6), false),
			say(chance(0.5, 120), 2, none, usual(60, 1500)), say(chance(1, 300), 2, usual(60, 1500), none)), 4222),
	}
}

// platform is what clusters, builds and dead entries in configurations make.
func platform() []*Kind {
	return []*Kind{
		to("kube-watch", VPC, 1, 2, 1, session(3000, 200000,
			hello(each(150, 1500), usual(2000, 60000)), beat(client, 2, 10, each(350, 900), each(400, 1200), false),
			beat(client, 30, 30, each(17, 17), each(17, 17), true), say(people(1, 60), 3, none, usual(400, 9000)),
			say(oneOf(10, 60, 300), 1, usual(900, 9000), usual(1500, 9000))), 443, 6443),
		to("ci-runner", Internet, 1, 3, 1, longPoll(oneOf(3, 10, 30, 50), people(300, 9000),
			request(each(100, 900)), request(each(0, 40)), request(usual(4000, 40000)),
			say(oneOf(1), 200, usual(300, 4000), request(each(0, 200)))), 443),
		to("package-mirror", Internet, 1, 2, 0.6, shots(regular(900, 40000), 2, 15, 0.3,
			request(each(0, 0)), request(usual(3000, 3000000))), 80, 443),
		to("s3-transfer", AWS, 1, 2, 1, pool(1, 2, shots(regular(120, 20000), 1, 12, 1,
			request(usual(1, 80000000)), request(usual(1, 3000000)))), 443),
		to("dead-retry", VPC, 1, 2, 0, inVain(1, 300, 0.5, false), 8080, 9092, 5432, 8125, 3000, 4444, 9200),
		to("dead-vendor", Internet, 1, 2, 0, inVain(1, 300, 0.5, false), 443, 8443, 9997, 3333, 2195),
		to("group-denied", Internet, 1, 2, 0, inVain(5, 1800, 0, true), 25, 443, 22, 6667, 8333, 5938, 5555),
	}
}

// inVain is a client of a service that is no more or that may not be reached.
func inVain(least, most, refused float64, rejected bool) func(*Prog) {
	return func(p *Prog) {
		refused := p.Habit.Chance(refused)
		for gap := regular(least, most)(p); p.Sleep(gap()); {
			p.Fail(refused, rejected)
		}
	}
}

// services serve requests, or make them.
func services() []*Kind {
	page := func() part { return fetch(people(0.2, 30), usual(1, 900), usual(400, 60000)) }
	return []*Kind{
		from("alb-web", VPC, 1, 2, 0.25, pool(1, 3, session(60, 4000, page())), 80, 8080, 443, 3000),
		from("health-check", VPC, 1, 1, 0.2, shots(oneOf(10, 15, 30, 30, 60), 1, 1, 0.01,
			request(each(0, 0)), request(each(2, 30))), 80, 8080, 443),
		from("public-web", Internet, 2, 8, 0.8, shots(people(60, 4000), 1, 12, 20,
			request(each(0, 300)), request(usual(900, 60000))), 443, 80),
		to("api-client", Internet, 1, 1, 1, session(20, 4000,
			fetch(people(1, 300), usual(40, 4000), usual(60, 12000))), 443),
		to("api-poll", Internet, 1, 2, 0.85, session(120, 90000,
			fetch(regular(2, 120), each(0, 0), usual(30, 5000))), 443, 80, 8080),
		to("grpc-service", VPC, 1, 2, 0.5, session(900, 200000,
			hello(each(44, 84), each(30, 70)), beat(client, 10, 300, each(17, 17), each(17, 17), true),
			say(people(0.1, 60), 2, usual(50, 1500), usual(40, 5000))), 50051, 443, 8080, 9000),
		to("event-stream", Internet, 1, 2, 1, session(500, 90000,
			hello(request(each(0, 0)), request(usual(300, 20000))), beat(server, 10, 190, each(1, 40), none, false),
			say(people(15, 6000), 1, none, usual(80, 3000))), 443),
		to("model-stream", AWS, 1, 3, 1, session(20, 300, // a prompt, and the answer by the word
			say(people(5, 400), 1, request(usual(900, 90000)), each(100, 300)), say(chance(0.05, 0.5), 1, none, each(90, 280))), 443),
		from("live-users", Internet, 2, 5, 0.9, session(300, 20000,
			hello(each(400, 1500), each(130, 350)), beat(client, 15, 60, each(6, 12), each(2, 6), false),
			say(people(2, 200), 2, none, usual(40, 1200)), say(people(4, 400), 1, usual(40, 700), each(20, 150))), 443, 8080),
	}
}

// desks are people at work from afar.
func desks() []*Kind {
	return []*Kind{
		to("chat-gateway", Internet, 1, 2, 1, session(1500, 100000,
			hello(each(300, 1200), each(130, 900)), hello(each(150, 600), usual(2000, 30000)),
			beat(client, 10, 60, each(16, 66), each(10, 52), false),
			say(people(1, 200), 2, none, usual(80, 1600)), say(people(20, 3000), 1, usual(80, 600), each(30, 300))), 443),
		from("ssh-shell", Internet, 1, 2, 0, visits(people(3000, 20000), 3000, session(9000, 90000,
			hello(each(20, 45), each(20, 45)), hello(each(900, 2500), each(900, 1800)), hello(each(300, 1500), each(300, 1500)),
			beat(client, 15, 120, each(44, 44), each(28, 28), true),
			say(chance(2, 200), 30, each(36, 36), each(36, 52)), say(chance(5, 300), 3, none, usual(100, 5000)))), 22, 22, 2222),
		from("remote-desktop", Internet, 1, 2, 0.9, visits(people(3000, 9000), 7000, session(9000, 90000,
			hello(each(300, 1500), usual(20000, 300000)), beat(server, 1, 20, each(20, 120), none, true),
			say(chance(0.3, 60), 20, each(20, 90), usual(400, 9000)))), 3389, 8443, 4172),
		to("tcp-vpn", Internet, 1, 1, 0, vpn, 443, 1194),
		to("browsing", Internet, 2, 6, 1, shots(people(8, 90), 1, 20, 20,
			request(each(0, 200)), request(usual(3000, 60000))), 443),
	}
}

// vpn is a tunnel with a program inside.
func vpn(p *Prog) {
	inner := sim.Path{RTT: 0.03, MSS: 1348, Header: 52, Syn: 60, Rate: 3e6, Delay: [2]float64{0.04, 0.04}, Stretch: [2]int{2, 2}}
	gap, ask, answer := people(1, 120)(p), usual(40, 900)(p), usual(40, 5000)(p)
	p.Sessions(p.Habit.Wide(4000, 200000), func(c *sim.Conn) {
		c.Tunnel(sim.Pick(p.Habit, 10.0, 10, 15, 30, 60))
		in := c.Inside(&inner)
		for in.Wait(gap()) {
			in.Call(ask(), answer())
		}
	})
}

// chains have to do with markets and ledgers, but nobody mines.
func chains() []*Kind {
	return []*Kind{
		to("exchange-ticker", Internet, 1, 2, 1, session(3000, 86400,
			hello(each(200, 600), each(130, 500)), hello(each(60, 400), each(30, 300)),
			beat(server, 10, 180, each(4, 40), each(8, 40), false), say(chance(0.15, 20), 3, none, usual(60, 900)),
			say(chance(10, 5000), 1, each(120, 400), each(150, 600))), 443, 9443),
		to("fix-session", Internet, 1, 1, 0.6, session(70000, 90000,
			hello(each(110, 200), each(100, 180)), beat(client, 10, 60, each(75, 95), none, true),
			beat(server, 10, 60, each(75, 95), none, true), say(people(5, 1200), 3, each(170, 280), each(200, 420))),
			4001, 5201, 9878, 443),
		to("electrum-wallet", Internet, 1, 2, 0.7, session(3000, 100000, // JSON-RPC by the line
			hello(each(80, 110), each(70, 110)), hello(each(60, 80), each(220, 260)), hello(each(400, 9000), each(120, 7000)),
			beat(client, 45, 600, each(48, 62), each(38, 45), true), say(chance(140, 620), 1, none, each(225, 260)),
			say(chance(30, 4000), 2, each(120, 150), usual(300, 2000))), 50002, 50001),
		to("evm-rpc", Internet, 1, 2, 0.85, pool(1, 2, session(500, 90000,
			hello(each(200, 600), each(130, 300)), say(oneOf(12, 12, 2, 3), 1, none, each(700, 1900)),
			fetch(regular(1, 90), each(60, 250), usual(44, 2500)))), 443, 8545, 8546),
		to("node-rpc", VPC, 1, 1, 0.1, session(20, 90000,
			fetch(regular(1, 60), each(55, 200), usual(120, 3000))), 8332, 18081, 8232, 8545),
		toEach("chain-peer", Internet, 4, 8, 0, session(1000, 90000,
			hello(each(120, 160), each(140, 200)), beat(client, 120, 120, each(32, 32), each(32, 32), false),
			say(chance(1, 20), 2, none, each(61, 450)), say(chance(1, 20), 2, each(61, 450), none),
			say(chance(3, 60), 1, each(61, 130), usual(250, 2000)), say(chance(60, 3000), 1, each(61, 105), usual(2000, 900000))),
			8333, 30303, 18080, 26656),
	}
}
