package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var messaging = []talk.Spec{
	{Name: "kafka-consumer", Ports: ports(9092, 9093), At: talk.VPC, Covers: either, Hold: true, Conns: r(1, 4), Addrs: r(1, 3), Hours: hours.Soft, Hello: opens(30, 50, 260, 400, 60, 120, 200, 900), Retry: backoff(.05, 1, 1, 30), Talks: talks(ask(after, r(.4, 6), v(90, 220, .02), v(24, 90, .02)), push(random, r(3, 120), v(200, 6000, .8), r(0, 0)).busy(), ask(steady, r(3, 5), r(60, 110), r(10, 16)))},
	{Name: "kafka-producer", Ports: ports(9092, 9093), At: talk.VPC, Covers: either, Hold: true, Conns: r(1, 3), Addrs: r(1, 3), Hours: hours.Soft, Hello: opens(30, 50, 260, 400), Retry: backoff(.05, 1, 1, 30), Talks: talks(ask(random, r(.8, 60), v(150, 3000, .7), v(40, 70, .02)).busy(), ask(steady, r(300, 300), r(40, 90), v(200, 2000, .02)))},
	{Name: "rabbitmq-amqp", Ports: ports(5672, 5671), At: talk.VPC, Covers: either, Hold: true, Conns: r(1, 4), Hours: hours.Soft, Hello: opens(8, 8, 480, 520, 200, 420, 20, 20, 28, 36, 12, 12), Retry: fixed(1, 10), Talks: talks(tell(steady, r(5, 60), r(8, 8)).both(), push(random, r(3, 400), v(180, 1800, .6), r(21, 21)).busy(), tell(random, r(5, 600), v(150, 1800, .6)).busy())},
	{Name: "stomp-consumer", Ports: ports(61613, 61614), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Soft, Hello: opens(90, 160, 90, 140, 60, 140), Retry: backoff(1, 5, 30, 60), Talks: talks(tell(steady, r(5, 60), r(1, 1)).both(), push(random, r(4, 400), v(250, 1500, .5), r(60, 110)).busy())},
	{Name: "nats-client", Ports: ports(4222), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Soft, Hello: greets(250, 480, 180, 320, 6, 6), Retry: fixed(2, 2), Talks: talks(push(steady, r(20, 120), r(6, 6), r(6, 6)), ask(steady, r(120, 120), r(6, 6), r(6, 6)), push(random, r(2, 90), v(60, 600, .6), r(0, 0)).busy())},
	{Name: "mqtt-subscriber", Ports: ports(1883, 8883), At: talk.World, Covers: either, Hold: true, Hours: hours.Soft, Hello: opens(50, 160, 4, 4, 20, 80, 5, 6), Retry: backoff(1, 5, 60, 300), Talks: talks(probe(r(30, 300), r(2, 2), r(2, 2)), push(random, r(5, 300), v(40, 400, .5), r(0, 0)).busy())},
	{Name: "pulsar-client", Ports: ports(6650, 6651), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Soft, Hello: opens(50, 90, 40, 70, 60, 120, 60, 140), Retry: backoff(.1, 1, 30, 60), Talks: talks(ask(steady, r(30, 30), r(9, 9), r(9, 9)).both(), push(random, r(3, 120), v(150, 2000, .6), r(30, 50)).busy())},
	{Name: "zeromq-pipeline", Ports: ports(5555, 5556), At: talk.VPC, Hold: true, Hours: hours.Soft, Hello: opens(64, 64, 64, 64, 27, 50, 27, 50), Retry: fixed(.1, 1), Talks: talks(push(random, r(.8, 40), v(60, 900, .6), r(0, 0)).busy(), tell(steady, r(5, 30), r(8, 12)).both().some(.4))},
	{Name: "zookeeper-session", Ports: ports(2181), At: talk.VPC, Hold: true, Addrs: r(1, 3), Hello: opens(49, 49, 41, 41), Retry: fixed(1, 5), Talks: talks(probe(r(2, 20), r(12, 12), r(20, 20)), ask(random, r(30, 900), v(40, 120, .3), v(40, 900, .6)))},
	{Name: "etcd-watch", Ports: ports(2379), At: talk.VPC, Covers: tls, Hold: true, Hello: opens(200, 400, 100, 300), Retry: backoff(.1, 1, 3, 30), Talks: talks(push(random, r(2, 120), v(90, 1500, .6), r(0, 0)), ask(steady, r(5, 60), v(60, 120, .03), v(60, 140, .03)), ask(steady, r(10, 60), r(17, 17), r(17, 17)).some(.5))},
	{Name: "etcd-raft-peer", Ports: ports(2380), At: talk.VPC, Covers: tls, Hold: true, Conns: r(1, 2), Retry: fixed(.1, 5), Talks: talks(ask(steady, r(.5, 1), r(30, 60), r(30, 60)), tell(random, r(1, 20), v(120, 1200, .5)))},
	{Name: "consul-agent-rpc", Ports: ports(8300), At: talk.VPC, Covers: either, Hold: true, Retry: backoff(1, 5, 30, 60), Talks: talks(ask(steady, r(30, 30), r(12, 12), r(12, 12)).both(), ask(random, r(5, 60), v(150, 600, .3), v(60, 1200, .6)))},
	{Name: "consul-blocking-query", Ports: ports(8500, 8501), At: talk.VPC, Covers: either, Hold: true, Retry: fixed(5, 10), Talks: talks(ask(after, r(.01, 1), v(180, 320, .02), v(300, 3000, .05)).think(60, 320, .4))},
	{Name: "gossip-udp", Ports: ports(8301, 7946), Proto: 17, SamePort: true, At: talk.VPC, Talks: talks(ask(random, r(3, 30), v(30, 200, .5), v(20, 120, .4)).both())},
	{Name: "erlang-distribution", Ports: ports(25672, 9100, 4370), At: talk.VPC, Hold: true, Hello: opens(30, 60, 3, 3), Retry: fixed(1, 10), Talks: talks(tell(steady, r(15, 15), r(4, 4)).both(), tell(random, r(2, 60), v(60, 500, .5)).both())},
	{Name: "actor-cluster-artery", Ports: ports(2552, 25520), At: talk.VPC, Hold: true, Retry: backoff(1, 3, 10, 30), Talks: talks(ask(steady, r(1, 1), r(90, 200), r(90, 200)), tell(random, r(2, 20), v(200, 900, .4)).both())},
	{Name: "in-memory-grid-member", Ports: ports(5701, 47500, 10334), At: talk.VPC, Hold: true, Hello: opens(3, 60, 200, 700), Retry: fixed(1, 10), Talks: talks(tell(steady, r(1, 5), r(90, 400)).both(), ask(random, r(2, 60), v(90, 700, .5), v(40, 900, .7)))},
	{Name: "coherence-member", Ports: ports(7574, 9099), At: talk.VPC, Hold: true, Retry: fixed(2, 20), Talks: talks(tell(steady, r(1, 1), r(30, 70)).both(), ask(random, r(2, 40), v(120, 900, .5), v(60, 1500, .7)))},
	{Name: "job-queue-worker", Ports: ports(4730, 11300, 7419), At: talk.VPC, Hold: true, Hours: hours.Soft, Hello: opens(20, 120, 10, 60), Retry: fixed(1, 10), Talks: talks(ask(after, r(1, 30), r(12, 40), r(12, 30)), push(random, r(10, 600), v(100, 2500, .6), v(30, 300, .4)).busy().think(.1, 20, .8))},
	{Name: "cloud-queue-longpoll", Ports: ports(443), At: talk.Cloud, Covers: tls, Hold: true, Conns: r(1, 4), Addrs: r(1, 4), Life: r(300, 7200), Talks: talks(ask(after, r(.01, .5), v(900, 1600, .02), v(240, 420, .02)).think(10, 20, .02))},
	{Name: "event-hub-amqp", Ports: ports(5671), At: talk.World, Covers: tls, Hold: true, Hello: opens(8, 8, 120, 300, 200, 500, 90, 300), Retry: backoff(1, 4, 30, 60), Talks: talks(tell(steady, r(15, 120), r(8, 8)).both(), push(random, r(5, 120), v(300, 2000, .6), r(40, 70)))},
}
