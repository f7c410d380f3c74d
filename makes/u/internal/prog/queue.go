package prog

import (
	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

var queues = []Kind{
	{"amqp-consumer", Queue, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 5672, 5671), maybe(r)).Hello(8, 500).Hello(320, 20).Hello(60, 70)
		s.Say(every(r.Num(5, 15, 30, 30, 60), 0.01), exact(8)).Push(every(r.Num(5, 15, 30, 30, 60), 0.01), exact(8))
		return s.Push(uneven(r.Log(0.8, 120), 1.1), wide(r.LogInt(200, 1500), 0.5)).Then(up, exact(21), among(0.002, 0.5)).When(clock.Daylight)
	}},
	{"amqp-publisher", Queue, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 5672, wire.Plain).Hello(8, 500).Hello(320, 20).Hello(60, 70)
		s.Say(every(r.Num(15, 30), 0.01), exact(8)).Push(every(r.Num(15, 30), 0.01), exact(8))
		return s.Say(uneven(r.Log(0.8, 60), 1.1), wide(r.LogInt(200, 1500), 0.5)).When(clock.Daylight)
	}},
	{"kafka-consumer", Queue, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 9092, 9094), maybe(r)).Hello(60, 420)
		s.Ask(among(0.001, 0.01), near(r.Int(90, 200), 4), wide(r.LogInt(60, 1200), 0.5)).Think(every(r.Num(0.5, 0.5, 1, 5), 0.02))
		return s.Ask(every(3, 0.01), near(80, 2), exact(14)).Ask(every(5, 0.02), near(120, 3), near(40, 2))
	}},
	{"kafka-producer", Queue, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 9092, 9094), maybe(r)).Hello(60, 420)
		s.Ask(uneven(r.Log(0.7, 20), 1), wide(r.LogInt(300, 4000), 0.6), near(70, 4)).When(clock.Daylight)
		return s.Ask(every(300, 0.05), near(80, 2), near(900, 50)).Idle(540, down, wire.Fin)
	}},
	{"nats-client", Queue, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 4222, maybe(r)).Greet(380).Hello(200, 6)
		s.Call(every(120, 0.01), exact(6), exact(6)).Ask(every(120, 0.01), exact(6), exact(6))
		return s.Push(uneven(r.Log(0.8, 60), 1.1), wide(160, 0.6)).Say(uneven(r.Log(2, 100), 1), wide(140, 0.5))
	}},
	{"nats-route", Queue, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 6222, maybe(r)).Hello(400, 400)
		s.Ask(every(r.Num(30, 60), 0.02), exact(6), exact(6))
		return s.Say(random(r.Log(0.8, 15)), wide(150, 0.5)).Push(random(r.Log(0.8, 15)), wide(150, 0.5))
	}},
	{"sqs-longpoll", Queue, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, tls(r))
		s.Ask(among(0.001, 0.05), near(r.Int(900, 1500), 12), near(r.Int(280, 520), 8)).Think(among(r.Log(2, 18), 20))
		return s.Life(random(r.Log(1000, 30000))).Conns(r.Int(1, 3))
	}},
	{"kinesis-getrecords", Queue, Out, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 443, tls(r)).Ask(every(r.Num(1, 1, 2, 5), 0.02), near(1100, 20), wide(r.LogInt(420, 9000), 0.6))
	}},
	{"redis-blpop-worker", Queue, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 6379, wire.Plain).Ask(among(0.001, 0.01), near(r.Int(50, 140), 3), rng.Pick(r, exact(5), wide(400, 0.6))).Think(every(r.Num(1, 2, 5, 30), 0.002)).Conns(r.Int(1, 5))
	}},
	{"pulsar-consumer", Queue, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 6650, 6651), maybe(r)).Hello(90, 50).Hello(160, 30)
		s.Ask(every(30, 0.01), exact(13), exact(13)).Call(every(30, 0.01), exact(13), exact(13))
		return s.Push(uneven(r.Log(1, 60), 1.1), wide(420, 0.6)).Then(up, near(40, 4), among(0.002, 0.1))
	}},
	{"celery-heartbeat", Queue, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 5672, wire.Plain).Hello(8, 500).Say(every(2, 0.02), near(r.Int(320, 480), 8)).Call(every(60, 0.01), exact(8), exact(8))
	}},
	{"stomp-subscriber", Queue, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 61613, 61614), maybe(r)).Hello(110, 120)
		s.Say(every(r.Num(4, 10, 20), 0.02), exact(1)).Push(every(r.Num(4, 10, 20), 0.02), exact(1))
		return s.Push(uneven(r.Log(2, 90), 1.1), wide(420, 0.5)).Then(up, near(90, 4), among(0.002, 0.1))
	}},
	{"temporal-worker-poll", Queue, Either, func(r *rng.R) *talk.Spec {
		s := grpc(r, 7233, maybe(r))
		return s.Ask(among(0.005, 0.05), near(260, 12), wide(120, 0.8)).Think(among(r.Log(2, 40), 61)).Conns(r.Int(1, 3))
	}},
	{"zeromq-pubsub", Queue, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, r.Int(5550, 5600), wire.Plain).Hello(64, 64).Push(random(r.Log(0.7, 15)), wide(r.LogInt(60, 900), 0.4))
	}},
	{"gearman-worker", Queue, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 4730, wire.Plain).Hello(60, 12).Push(uneven(r.Log(3, 120), 1), wide(220, 0.5)).Then(up, near(70, 10), among(0.05, 0.9))
	}},
	{"beanstalk-reserve", Queue, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 11300, wire.Plain).Ask(among(0.001, 0.02), near(24, 3), rng.Pick(r, exact(11), wide(300, 0.6))).Think(every(r.Num(2, 5, 20), 0.01))
	}},
	{"batch-scheduler-agent", Queue, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 6817, 9618, 15001, 8786), maybe(r)).Hello(300, 300)
		return s.Ask(every(r.Num(5, 10, 30, 60), 0.05), near(r.LogInt(90, 900), 20), near(r.LogInt(60, 300), 10)).
			Call(uneven(r.Log(60, 2000), 1.2), wide(1800, 0.7), near(90, 12))
	}},
}

var admin = []Kind{
	{"ssh-shell", Admin, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 22, wire.SSH)
		s.Ask(uneven(r.Log(3, 30), 1.2), near(4, 2), wide(90, 1)).Several(1, 30, 0.2).When(clock.Office)
		if r.Chance(0.6) {
			s.Ask(every(r.Num(15, 30, 60, 120), 0.01), near(40, 4), near(20, 4))
		}
		return s.Life(uneven(r.Log(400, 9000), 1)).Gap(random(r.Log(3000, 30000)), clock.Office)
	}},
	{"ssh-tunnel-idle", Admin, Either, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, rng.Pick(r, 22, 22, 2222), wire.SSH).Ask(every(r.Num(15, 30, 60), 0.005), near(44, 4), near(20, 4)).
			Ask(uneven(r.Log(60, 2000), 1.3), wide(300, 0.7), wide(700, 0.9)).Retry(r.Num(5, 10), 1, 60)
	}},
	{"ssh-probe-login", Admin, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 22, wire.SSH, 0.5).Ask(every(r.Num(60, 300, 600), 0.1), near(120, 12), wide(400, 0.6))
	}},
	{"rdp-session", Admin, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 3389, wire.TLS12).Hello(420, 600)
		s.Push(uneven(r.Log(0.8, 10), 1.2), wide(900, 1.2)).When(clock.Office)
		s.Say(uneven(r.Log(1, 10), 1), near(40, 16)).Several(1, 10, 0.1).When(clock.Office)
		return s.Life(uneven(9000, 0.8)).Gap(random(15000), clock.Office)
	}},
	{"vnc-session", Admin, Either, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 5901, wire.Plain).Hello(12, 200).Ask(uneven(1.5, 1), exact(10), wide(700, 1.5)).When(clock.Office).Life(uneven(4000, 0.8)).Gap(random(20000), clock.Office)
	}},
	{"anydesk-relay", Admin, Out, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, rng.Pick(r, 443, 6568, 80), tls(r)).Hello(500, 300).Ask(every(r.Num(20, 25, 60), 0.02), near(40, 6), near(40, 6))
	}},
	{"teamviewer-keepalive", Admin, Out, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, rng.Pick(r, 5938, 443), wire.Noise).Hello(120, 90).Ask(every(r.Num(24, 30, 60), 0.03), near(32, 8), near(32, 8)).Life(uneven(30000, 0.8))
	}},
	{"winrm-runner", Admin, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 5985, 5986), maybe(r), 60).Ask(uneven(r.Log(60, 1200), 1), near(2300, 200), near(1800, 200)).Several(2, 8, 0.4)
	}},
	{"ansible-ssh", Admin, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 22, wire.SSH, 60).Ask(every(r.Num(900, 1800, 3600), 0.1), wide(9000, 0.5), wide(600, 0.5)).Several(5, 40, 1)
	}},
	{"guacd-link", Admin, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 4822, wire.Plain).Hello(200, 300)
		s.Push(every(5, 0.02), near(24, 1)).Then(up, near(22, 1), among(0.01, 0.1))
		return s.Push(uneven(2, 1.2), wide(700, 1)).When(clock.Office).Life(uneven(3000, 0.8)).Gap(random(9000), clock.Office)
	}},
	{"smtp-relay", Admin, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 587, 25, 465), tls(r), 2).Hello(30, 180).Ask(uneven(r.Log(30, 1500), 1.2), wide(6000, 0.8), near(60, 8)).When(clock.Daylight)
	}},
	{"git-poll", Admin, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 0.05).Ask(every(r.Num(60, 180, 300), 0.1), near(420, 20), wide(2500, 0.3)).When(clock.Flat)
	}},
}

var clusters = []Kind{
	{"kube-watch", Cluster, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 443, 6443), wire.TLS13).HTTP2().Hello(900, r.LogInt(900, 60000))
		s.Push(uneven(r.Log(1, 30), 1.2), wide(1500, 0.7))
		s.Ask(every(10, 0.02), near(1400, 20), near(900, 30))
		return s.Ask(every(30, 0.01), exact(17), exact(17)).IfIdle()
	}},
	{"kubelet-node-lease", Cluster, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 443, wire.TLS13).HTTP2().Ask(every(10, 0.04), near(720, 4), near(640, 4)).Ask(every(300, 0.1), near(9000, 400), near(9000, 400))
	}},
	{"leader-election", Cluster, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 443, wire.TLS13).HTTP2().Ask(every(2, 0.02), near(260, 4), near(620, 4)).Ask(every(2, 0.02), near(700, 4), near(620, 4))
	}},
	{"envoy-xds", Cluster, In, func(r *rng.R) *talk.Spec {
		return grpc(r, rng.Pick(r, 15010, 15012, 18000), wire.TLS13).Push(uneven(r.Log(10, 400), 1.2), wide(5000, 0.9)).Then(up, near(420, 90), among(0.005, 0.1))
	}},
	{"cni-health", Cluster, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 4240, wire.Plain, 0.05).Ask(every(r.Num(10, 60), 0.05), near(120, 2), near(140, 4))
	}},
	{"ecs-agent", Cluster, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(1500, 400)
		s.Push(every(60, 0.1), near(62, 2)).Then(up, near(90, 2), among(0.001, 0.02))
		return s.Say(every(20, 0.02), near(1500, 40)).Life(among(1600, 2000))
	}},
	{"nomad-client", Cluster, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 4647, tls(r)).Ask(every(r.Num(10, 15, 20), 0.2), near(260, 6), near(240, 12)).Ask(random(20), near(250, 6), near(320, 50)).Think(among(30, 300)).Ask(every(30, 0.01), exact(12), exact(12))
	}},
	{"docker-swarm-dispatch", Cluster, In, func(r *rng.R) *talk.Spec {
		return grpc(r, 2377, wire.TLS12).Ask(every(5, 0.1), near(60, 4), near(30, 3)).Push(random(300), wide(1500, 0.8))
	}},
	{"raft-peer", Cluster, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, r.Int(7000, 9900), maybe(r)).Ask(every(r.Num(0.5, 1, 1.5), 0.05), near(r.Int(60, 140), 4), near(r.Int(30, 80), 3))
	}},
	{"ray-gcs-heartbeat", Cluster, In, func(r *rng.R) *talk.Spec {
		return grpc(r, 6379, wire.Plain).Ask(every(r.Num(1, 3, 5), 0.02), wide(300, 0.2), near(90, 6)).Ask(uneven(10, 1), wide(500, 0.6), wide(260, 0.6))
	}},
	{"hdfs-datanode", Cluster, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 8020, wire.Plain).Hello(400, 30).Ask(every(3, 0.01), near(260, 8), near(100, 4)).Ask(every(300, 0.1), near(2000, 90), near(60, 4))
	}},
	{"spark-executor", Cluster, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, r.Int(35000, 45000), wire.Plain).Ask(every(10, 0.02), near(r.LogInt(700, 4000), 60), near(90, 4)).Call(uneven(20, 1.2), wide(4500, 0.4), wide(2500, 0.5)).Life(uneven(6000, 0.8)).Gap(random(6000), clock.Night)
	}},
	{"rpc-microservice", Cluster, In, func(r *rng.R) *talk.Spec {
		return grpc(r, r.Int(8000, 9900), maybe(r)).Ask(uneven(r.Log(0.8, 30), 1.1), wide(r.LogInt(80, 900), 0.5), wide(r.LogInt(60, 2500), 0.6)).When(clock.Daylight).Conns(r.Int(1, 3))
	}},
	{"eureka-heartbeat", Cluster, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 8761, wire.Plain, 60).Ask(every(30, 0.01), near(260, 4), near(130, 4)).Ask(every(30, 0.01), near(220, 4), wide(1200, 0.1))
	}},
	{"jenkins-agent", Cluster, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 50000, 443), maybe(r)).Hello(300, 300)
		s.Ask(every(r.Num(60, 240, 300), 0.02), near(220, 12), near(240, 12))
		return s.Call(uneven(r.Log(20, 900), 1.5), wide(1500, 0.8), wide(2500, 0.9)).When(clock.Office)
	}},
	{"github-runner-poll", Cluster, Out, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 443, tls(r)).Ask(among(0.1, 1), near(1900, 30), near(420, 12)).Think(every(50, 0.02)).Life(random(9000))
	}},
	{"gitlab-runner-poll", Cluster, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 60).Ask(every(r.Num(3, 3, 10), 0.01), near(900, 5), near(420, 6))
	}},
}

var tunnels = []Kind{
	{"openvpn-udp", Tunnel, Either, func(r *rng.R) *talk.Spec {
		s := talk.Packets(r, 1194, talk.UDP)
		s.Ask(every(r.Num(10, 15, 60), 0.02), exact(40), exact(40))
		return s.Ask(uneven(r.Log(2, 90), 1.4), wide(180, 0.8), wide(600, 1.2)).When(clock.Office)
	}},
	{"openvpn-tcp", Tunnel, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 443, 1194), wire.Plain).Hello(56, 68).Hello(330, 2900).Hello(2100, 420)
		s.Ask(every(r.Num(10, 15, 60), 0.02), exact(42), exact(42))
		return s.Ask(uneven(r.Log(2, 90), 1.4), wide(180, 0.8), wide(600, 1.2)).When(clock.Office)
	}},
	{"wireguard", Tunnel, Either, func(r *rng.R) *talk.Spec {
		s := talk.Packets(r, 51820, talk.UDP).Source(51820)
		s.Ask(every(120, 0.02), exact(148), exact(92)).Say(every(r.Num(15, 25, 25), 0.01), exact(32))
		return s.Ask(uneven(r.Log(3, 200), 1.4), wide(160, 0.7), wide(420, 1.2)).When(clock.Office)
	}},
	{"ipsec-nat-t", Tunnel, Out, func(r *rng.R) *talk.Spec {
		s := talk.Packets(r, 4500, talk.UDP).Source(4500)
		s.Say(every(20, 0.02), exact(1)).Ask(every(r.Num(10, 30), 0.02), exact(80), exact(80))
		return s.Ask(uneven(r.Log(2, 60), 1.3), wide(180, 0.8), wide(500, 1.1))
	}},
	{"tailscale-derp", Tunnel, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, wire.TLS13).Hello(420, 300)
		return s.Push(every(60, 0.04), exact(5)).Say(every(r.Num(20, 26), 0.1), near(90, 20))
	}},
	{"tailscale-control", Tunnel, Out, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 443, wire.TLS13).HTTP2().Hello(900, r.LogInt(3000, 40000)).Push(every(60, 0.05), exact(27)).Push(uneven(400, 1), wide(500, 0.8))
	}},
	{"cloudflared", Tunnel, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 7844, wire.TLS13).HTTP2().Conns(4)
		return s.Call(every(r.Num(5, 15, 30), 0.02), exact(17), exact(17)).Call(uneven(r.Log(3, 200), 1.3), wide(800, 0.5), wide(2500, 1)).When(clock.Daylight)
	}},
	{"ngrok-agent", Tunnel, Out, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 443, tls(r)).Hello(420, 400).Ask(every(10, 0.01), exact(16), exact(16)).Call(uneven(200, 1.4), wide(700, 0.5), wide(1500, 1))
	}},
	{"zerotier", Tunnel, Out, func(r *rng.R) *talk.Spec {
		return talk.Packets(r, 9993, talk.UDP).Source(9993).Ask(every(r.Num(20, 60), 0.1), near(137, 10), near(90, 12))
	}},
	{"frp-client", Tunnel, Out, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, rng.Pick(r, 7000, 7001), maybe(r)).Hello(180, 60).Ask(every(30, 0.01), near(60, 4), near(40, 3)).Retry(r.Num(1, 5, 10), 2, 20).Ends(flow.Server, wire.Reset)
	}},
	{"socks-relay-user", Tunnel, Either, func(r *rng.R) *talk.Spec {
		s := talk.Visit(r, 1080, wire.Plain, r.Num(10, 60)).Hello(3, 2).Hello(24, 10)
		return s.Ask(uneven(r.Log(20, 400), 1.3), wide(600, 0.5), wide(2500, 1)).When(clock.Daylight)
	}},
	{"bgp-session", Tunnel, Either, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 179, wire.Plain).Hello(60, 60).Say(every(r.Num(3, 10, 30, 60), 0.1), exact(19)).Push(every(r.Num(3, 10, 30, 60), 0.1), exact(19)).Push(uneven(90, 1.4), wide(90, 0.8))
	}},
}
