package kinds

import (
	"makes/v/internal/flow"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// pgHello is the start of a PostgreSQL session.
func pgHello(r *rng.R) []talk.Step {
	return []talk.Step{c(steady(r, 60, 110)), s(rng.Fix(24)), c(steady(r, 55, 110)), s(rng.Fix(93)), c(rng.Fix(109)), s(steady(r, 330, 520))}
}

// sql is a pooled database connection with its application's queries.
func sql(r *rng.R, port int, hello []talk.Step, busyLo, busyHi float64) *spec {
	p := &spec{Port: port, TLS: maybeTLS(r, 0.45), Hello: hello, Conns: r.Int(1, 4), Keep: keep(r, 0.5, 30, 600)}
	if r.Chance(0.5) {
		p.Life = rng.Uni(r.Log(400, 3000), 3600)
	}
	p.Loops = []talk.Loop{office(loop(some(r, busyLo, busyHi), c(loose(r, 60, 700, 0.6)), s(loose(r, 80, 4000, 1)).After(think(r, 0.0008, 0.02))), 0.6)}
	if r.Chance(0.6) {
		p.Loops = append(p.Loops, loop(often(r, 10, 15, 30, 60), c(rng.Fix(r.Pickf(13, 25, 14))), s(rng.Fix(r.Pickf(62, 11, 30)))))
	}
	return p
}

// databases are relational and other data bases, with their clusters' own talk.
func databases() []Kind {
	const g = "db"
	return []Kind{
		{"postgres-pool", g, VPC, func(r *rng.R) *spec { return sql(r, rng.Pick(r, 5432, 5432, 6432), pgHello(r), 4, 80) }},
		{"mysql-pool", g, VPC, func(r *rng.R) *spec {
			return sql(r, 3306, []talk.Step{s(steady(r, 78, 120)), c(steady(r, 180, 300)), s(rng.Fix(11)), c(steady(r, 60, 400)), s(rng.Fix(11))}, 4, 80)
		}},
		{"sqlserver-pool", g, VPC, func(r *rng.R) *spec {
			return sql(r, 1433, []talk.Step{c(rng.Fix(88)), s(rng.Fix(48)), c(steady(r, 300, 600)), s(steady(r, 380, 520))}, 2, 60)
		}},
		{"oracle-pool", g, VPC, func(r *rng.R) *spec {
			p := sql(r, 1521, []talk.Step{c(steady(r, 240, 420)), s(rng.Fix(8)), c(rng.Fix(320)), s(rng.Fix(32)), c(steady(r, 900, 2600)), s(steady(r, 900, 2600))}, 2, 60)
			// Dead connection detection: an empty packet from the server every so many minutes.
			p.Loops = append(p.Loops, loop(often(r, 600, 120, 60), s(rng.Fix(10))))
			return p
		}},
		{"mongo-client", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: rng.Pick(r, 27017, 27017, 27018), TLS: maybeTLS(r, 0.5), Keep: [2]float64{120, r.Pickf(0, 120)}, Hello: []talk.Step{c(steady(r, 300, 420)), s(steady(r, 300, 700))}}
			p.Loops = []talk.Loop{loop(rng.Jit(10, 0.003), s(steady(r, 280, 620)), c(steady(r, 120, 300)).Maybe(0.5)),
				office(loop(some(r, 4, 60), c(loose(r, 150, 900, 0.5)), s(loose(r, 150, 3000, 0.8)).After(think(r, 0.001, 0.02))), 0.5)}
			return p
		}},
		{"mongo-replica-heartbeat", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 27017, TLS: maybeTLS(r, 0.4), Keep: [2]float64{120, 120}, Conns: 1, Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(2, 2, 1, 10), 0.003), c(steady(r, 240, 420)), s(steady(r, 420, 900)).After(think(r, 0.0005, 0.004))),
				loop(rng.Jit(5, 0.1), s(steady(r, 240, 420)), c(steady(r, 420, 900)))}}
		}},
		{"neo4j-bolt", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 7687, TLS: maybeTLS(r, 0.4), Life: rng.Fix(3600), Loops: []talk.Loop{office(loop(some(r, 3, 60), c(loose(r, 120, 700, 0.4)), s(loose(r, 100, 3000, 0.9)).After(think(r, 0.002, 0.08))), 0.6), loop(often(r, 15, 30, 120), s(rng.Fix(2)))}}
		}},
		{"cassandra-driver", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: 9042, TLS: maybeTLS(r, 0.3), Conns: r.Int(1, 2), Hello: []talk.Step{c(rng.Fix(31)), s(rng.Fix(9)), c(rng.Fix(60)), s(rng.Fix(20))}}
			p.Loops = []talk.Loop{loop(rng.Jit(30, 0.01), c(rng.Fix(9)), s(steady(r, 60, 90))), office(loop(some(r, 2.5, 20), c(loose(r, 80, 500, 0.4)), s(loose(r, 60, 2000, 0.8)).After(think(r, 0.0008, 0.008))), 0.5)}
			return p
		}},
		{"elastic-client", g, VPC, func(r *rng.R) *spec {
			p := poll(r, rng.Pick(r, 9200, 443), some(r, 3, 30), loose(r, 300, 3000, 0.6), loose(r, 300, 9000, 0.8), 0.4)
			p.Idle = r.Log(30, 300)
			return p
		}},
		{"elastic-transport", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 9300, TLS: maybeTLS(r, 0.5), Conns: r.Int(1, 2), Keep: keep(r, 0.6, 60, 300), Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(1, 5, 5), 0.01), c(steady(r, 120, 260)), s(steady(r, 40, 160))), loop(some(r, 3, 60), c(loose(r, 300, 9000, 0.8)), s(loose(r, 100, 2000, 0.6)))}}
		}},
		{"influx-writer", g, Either, func(r *rng.R) *spec {
			return poll(r, rng.Pick(r, 8086, 443), often(r, 5, 10, 10, 60), loose(r, 600, 9000, 0.2), steady(r, 120, 260), 0.4)
		}},
		{"clickhouse-client", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 9000, Conns: r.Int(1, 2), Loops: []talk.Loop{office(loop(some(r, 3, 60), c(loose(r, 200, 2000, 0.5)), s(loose(r, 300, 20000, 0.9)).After(think(r, 0.005, 0.3))), 0.4), loop(some(r, 10, 200), c(rng.Fix(1)), s(rng.Fix(1)))}}
		}},
		{"proxysql-pool", g, VPC, func(r *rng.R) *spec { return sql(r, 6033, nil, 2, 20) }},
		{"couchdb-changes", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 5984, 443), TLS: maybeTLS(r, 0.5), Hello: []talk.Step{c(steady(r, 250, 600)), s(steady(r, 200, 380))}, Loops: []talk.Loop{
				loop(often(r, 60, 30, 10), s(rng.Fix(6))), loop(some(r, 5, 200), s(loose(r, 120, 900, 0.3)))}}
		}},
		{"firestore-listen", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.NewTLS("tls13", r), Hello: hello2(r), Frame: 9, Life: rng.Uni(1800, 3600), Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(45, 30), 0.01), s(steady(r, 30, 80)), c(rng.Fix(17))), loop(some(r, 10, 300), s(loose(r, 200, 2500, 0.5)))}}
		}},
		{"dynamodb-client", g, AWS, func(r *rng.R) *spec {
			p := poll(r, 443, some(r, 2, 30), loose(r, 700, 1800, 0.1), loose(r, 300, 3000, 0.5), 1)
			p.Idle = r.Pickf(10, 60, 60, 180)
			return p
		}},
		{"cockroach-sql", g, VPC, func(r *rng.R) *spec { return sql(r, 26257, pgHello(r), 3, 50) }},
	}
}

// gossips are the heartbeats of clusters: raft, gossip, failure detectors.
func gossips() []Kind {
	const g = "cluster"
	return []Kind{
		{"cassandra-gossip", g, VPC, func(r *rng.R) *spec {
			n := r.Log(500, 2600)
			return &spec{Port: rng.Pick(r, 7000, 7001), TLS: maybeTLS(r, 0.3), Keep: keep(r, 0.3, 60, 300), Loops: []talk.Loop{
				loop(rng.Exp(r.Log(1, 6)), c(rng.Jit(n, 0.05)), s(loose(r, 300, 1200, 0.3)), c(loose(r, 80, 500, 0.5)))}}
		}},
		{"cassandra-internode", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 7000, Loops: []talk.Loop{loop(some(r, 1.2, 10), c(loose(r, 120, 1500, 0.6)), s(loose(r, 40, 600, 0.6)).After(think(r, 0.0005, 0.004)))}}
		}},
		{"cockroach-raft", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 26257, TLS: wire.NewTLS("tls13", r).WithClientCert(r), Hello: hello2(r), Frame: 9, Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(1, 0.5), 0.02), c(loose(r, 120, 900, 0.3)), s(loose(r, 60, 500, 0.3))), loop(rng.Jit(r.Pickf(3, 1), 0.02), c(steady(r, 150, 240)), s(steady(r, 80, 160))), loop(some(r, 3, 20), c(loose(r, 300, 4000, 0.7)))}}
		}},
		{"etcd-peer", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 2380, TLS: maybeTLS(r, 0.7), Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(0.1, 0.5, 0.5, 0.5), 0.01), c(rng.Fix(10))), loop(rng.Jit(r.Pickf(0.5, 0.25), 0.01), s(rng.Fix(10))), office(loop(some(r, 2, 10), c(loose(r, 200, 3000, 0.6)), s(rng.Fix(22))), 0.3)}}
		}},
		{"etcd-watch", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 2379, TLS: maybeTLS(r, 0.7), Hello: hello2(r), Frame: 9, Loops: []talk.Loop{
				shared(r, some(r, 4, 60), rng.Exp(0.003), s(loose(r, 200, 2000, 0.5))), loop(rng.Jit(r.Pickf(30, 10), 0.01), c(rng.Fix(17)), s(rng.Fix(17))), loop(rng.Jit(r.Pickf(5, 20, 3), 0.02), c(rng.Fix(24)), s(steady(r, 45, 70)))}}
		}},
		{"consul-serf-gossip", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 8301, CPort: 8301, Loops: []talk.Loop{
				loop(rng.Exp(r.Log(1, 20)), c(steady(r, 60, 160)), s(steady(r, 60, 160))), loop(rng.Exp(r.Log(1, 20)), s(loose(r, 80, 600, 0.5)), c(loose(r, 80, 600, 0.5)))}}
		}},
		{"consul-blocking-query", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8500, 8300), TLS: maybeTLS(r, 0.4), Conns: r.Int(1, 3), Loops: []talk.Loop{
				now(serial(rng.Exp(0.02), c(steady(r, 180, 420)), s(loose(r, 400, 6000, 0.2)).After(rng.Mix(rng.Uni(280, 319), 0.5, some(r, 5, 200)))))}}
		}},
		{"consul-raft", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8300, Loops: []talk.Loop{loop(rng.Uni(0.5, 1), c(rng.Fix(120)), s(rng.Fix(90))), loop(some(r, 3, 20), c(loose(r, 300, 2500, 0.5)), s(rng.Fix(90)))}}
		}},
		{"zookeeper-session", g, VPC, func(r *rng.R) *spec {
			t := r.Pickf(10, 18, 30, 40, 90)
			return &spec{Port: 2181, TLS: maybeTLS(r, 0.15), Hello: []talk.Step{c(rng.Fix(49)), s(rng.Fix(41))}, Loops: []talk.Loop{
				loop(rng.Jit(t/3, 0.01), c(rng.Fix(12)), s(rng.Fix(20))), shared(r, some(r, 20, 600), rng.Exp(0.003), s(steady(r, 50, 120)), c(steady(r, 40, 120)), s(loose(r, 80, 900, 0.5)))}}
		}},
		{"zookeeper-quorum", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 2888, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(2, 1), 0.01), s(rng.Fix(24)), c(rng.Fix(r.Pickf(24, 36, 60)))), loop(some(r, 3, 20), s(loose(r, 100, 700, 0.4)), c(rng.Fix(24)), s(rng.Fix(24)))}}
		}},
		{"clickhouse-keeper", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 9181, Loops: []talk.Loop{loop(rng.Jit(10, 0.01), c(rng.Fix(12)), s(rng.Fix(20))), loop(some(r, 2, 10), c(loose(r, 60, 400, 0.3)), s(loose(r, 40, 600, 0.5)))}}
		}},
		{"redis-sentinel", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 6379, 26379), Loops: []talk.Loop{loop(rng.Jit(1, 0.05), c(rng.Fix(14)), s(rng.Fix(7))), loop(rng.Jit(10, 0.02), c(rng.Fix(14)), s(loose(r, 3200, 5600, 0.01))), loop(rng.Jit(2, 0.05), c(steady(r, 160, 200)), s(rng.Fix(4)), s(steady(r, 160, 220)))}}
		}},
		{"redis-cluster-bus", g, VPC, func(r *rng.R) *spec {
			n := 2256 + 104*float64(r.Int(1, 6))
			return &spec{Port: 16379, Loops: []talk.Loop{loop(rng.Exp(r.Log(1, 8)), c(rng.Fix(n)), s(rng.Fix(n))), loop(rng.Exp(r.Log(2, 8)), s(rng.Fix(n)), c(rng.Fix(n)))}}
		}},
		{"galera-group", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 4567, Loops: []talk.Loop{loop(rng.Jit(1, 0.03), c(steady(r, 40, 80))), loop(rng.Jit(1, 0.03), s(steady(r, 40, 80))), loop(some(r, 2, 20), c(loose(r, 200, 3000, 0.7)), s(steady(r, 40, 80)))}}
		}},
		{"patroni-rest", g, VPC, func(r *rng.R) *spec {
			return poll(r, 8008, often(r, 10, 10, 30), steady(r, 80, 180), steady(r, 300, 700), 0.2)
		}},
		{"hazelcast-member", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 5701, Loops: []talk.Loop{loop(rng.Jit(5, 0.01), c(steady(r, 300, 620))), loop(rng.Jit(5, 0.01), s(steady(r, 300, 620))), loop(some(r, 4, 60), c(loose(r, 120, 900, 0.4)), s(loose(r, 60, 400, 0.4)))}}
		}},
		{"ignite-discovery", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 47500, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(2, 0.5, 1), 0.02), c(steady(r, 280, 600)), s(rng.Fix(1))), loop(rng.Jit(2, 0.02), c(loose(r, 800, 3000, 0.1)), s(rng.Fix(1)))}}
		}},
		{"akka-cluster", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 2552, 25520), Loops: []talk.Loop{loop(rng.Jit(1, 0.02), c(steady(r, 180, 360)), s(steady(r, 180, 360))), loop(rng.Exp(2), c(loose(r, 300, 1500, 0.2)), s(loose(r, 200, 900, 0.3)).Maybe(0.4))}}
		}},
		{"erlang-distribution", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 25672, Loops: []talk.Loop{loop(rng.Jit(15, 0.01), c(rng.Fix(4))), loop(rng.Jit(15, 0.01), s(rng.Fix(4))), loop(some(r, 3, 15), c(loose(r, 150, 900, 0.5))), loop(some(r, 3, 15), s(loose(r, 150, 900, 0.5)))}}
		}},
		{"corosync-totem", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 5405, CPort: r.Int(5405, 5410), Loops: []talk.Loop{loop(rng.Jit(r.Log(0.3, 1.5), 0.02), c(rng.Fix(102)), s(rng.Fix(102)))}}
		}},
		{"keepalived-check", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 80, 3306, 6443), Lazy: true, Idle: 0.002, Loops: []talk.Loop{loop(often(r, 10, 20, 30, 60), c(rng.Fix(1)).Maybe(0.1))}}
		}},
		{"tikv-pd-heartbeat", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 2379, Hello: hello2(r), Frame: 9, Loops: []talk.Loop{loop(rng.Jit(10, 0.02), c(steady(r, 400, 900)), s(steady(r, 30, 90))), loop(rng.Jit(r.Pickf(2, 6), 0.3), c(steady(r, 180, 420)), s(steady(r, 20, 90)).Maybe(0.3)), loop(rng.Jit(2, 0.02), c(rng.Fix(30)), s(rng.Fix(40)))}}
		}},
	}
}

// captures carry changes of data bases onward.
func captures() []Kind {
	const g = "cdc"
	return []Kind{
		{"postgres-replica", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 5432, TLS: maybeTLS(r, 0.4), Hello: pgHello(r), Loops: []talk.Loop{office(loop(some(r, 1.2, 12), s(loose(r, 120, 4000, 1)), c(rng.Fix(39))), 0.6), loop(rng.Jit(10, 0.01), c(rng.Fix(39))), loop(rng.Jit(30, 0.01), s(rng.Fix(23)))}}
		}},
		{"mysql-binlog-stream", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 3306, TLS: maybeTLS(r, 0.4), Keep: keep(r, 0.4, 30, 120), Loops: []talk.Loop{office(loop(some(r, 2, 30), s(loose(r, 200, 3000, 0.9))), 0.6), loop(often(r, 30, 60, 4, 1), s(rng.Fix(r.Pickf(43, 51, 61))))}}
		}},
		{"mongo-oplog-tail", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 27017, TLS: maybeTLS(r, 0.4), Keep: [2]float64{120, 120}, Loops: []talk.Loop{now(serial(rng.Exp(0.001), c(steady(r, 180, 320)), s(rng.Mix(steady(r, 220, 320), r.Uni(0.1, 0.8), loose(r, 600, 5000, 0.6))).After(rng.Uni(r.Uni(0.1, 0.9), r.Pickf(1, 1, 5)))))}}
		}},
		{"debezium-connect", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 5432, 3306), TLS: maybeTLS(r, 0.5), Loops: []talk.Loop{loop(some(r, 3, 30), s(loose(r, 200, 3000, 0.8))), loop(often(r, 10, 10, 60), c(rng.Fix(39)), s(rng.Fix(23)).Maybe(0.6))}}
		}},
		{"change-stream-watch", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 27017, 443, 10255), TLS: maybeTLS(r, 0.7), Loops: []talk.Loop{now(serial(rng.Exp(0.01), c(steady(r, 250, 450)), s(rng.Mix(steady(r, 250, 400), 0.2, loose(r, 700, 4000, 0.6))).After(rng.Uni(0.5, r.Pickf(1, 10, 30)))))}}
		}},
		{"redis-replica", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6379, TLS: maybeTLS(r, 0.1), Loops: []talk.Loop{loop(rng.Jit(1, 0.02), c(rng.Fix(37))), loop(rng.Jit(10, 0.01), s(rng.Fix(14))), office(loop(some(r, 2, 30), s(loose(r, 50, 900, 0.7))), 0.5)}}
		}},
		{"goldengate-trail", g, Corp, func(r *rng.R) *spec {
			return &spec{Port: r.Int(7809, 7840), Loops: []talk.Loop{loop(some(r, 3, 20), c(loose(r, 300, 20000, 0.7)), s(rng.Fix(28))), loop(often(r, 10, 60), c(steady(r, 60, 200)), s(rng.Fix(28)))}}
		}},
		{"fivetran-like-sync", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 5432, 3306, 22), TLS: maybeTLS(r, 0.8), Lazy: true, Idle: r.Pickf(5, 30), Loops: []talk.Loop{loop(often(r, 300, 900, 3600), c(loose(r, 300, 900, 0.3)).Times(rng.Uni(4, 20), rng.Exp(0.5)), s(rng.LogN(r.Log(2000, 3e5), 1)).Times(rng.Uni(2, 10), rng.Exp(0.5)))}}
		}},
		{"logstash-jdbc-poll", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 5432, 3306, 1433), Loops: []talk.Loop{loop(often(r, 5, 10, 60, 60, 300), c(steady(r, 200, 900)), s(rng.Mix(steady(r, 120, 400), 0.3, loose(r, 2000, 60000, 0.8))).After(think(r, 0.003, 0.2)))}}
		}},
	}
}

// caches are in-memory stores.
func caches() []Kind {
	const g = "cache"
	return []Kind{
		{"redis-commands", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 6379, 6379, 6380), TLS: maybeTLS(r, 0.3), Conns: r.Int(1, 4), Keep: keep(r, 0.4, 30, 300), Loops: []talk.Loop{
				office(loop(some(r, 2, 15), c(loose(r, 40, 250, 0.5)), s(loose(r, 8, 1500, 1)).After(rng.Exp(0.0005))), 0.6), loop(often(r, 15, 30, 60), c(rng.Fix(14)), s(rng.Fix(7)))}}
		}},
		{"redis-pubsub", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6379, TLS: maybeTLS(r, 0.2), Keep: keep(r, 0.5, 30, 300), Hello: []talk.Step{c(steady(r, 40, 90)), s(steady(r, 40, 90))}, Loops: []talk.Loop{
				shared(r, some(r, 3, 60), rng.Exp(0.001), s(loose(r, 90, 900, 0.4))), loop(often(r, 10, 15, 25, 60), c(rng.Fix(14)), s(rng.Fix(24)))}}
		}},
		{"redis-stream-group", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6379, Loops: []talk.Loop{now(serial(rng.Exp(0.002), c(steady(r, 110, 180)), s(rng.Mix(rng.Fix(5), r.Uni(0.1, 0.9), loose(r, 180, 1500, 0.4))).After(rng.Uni(r.Uni(0.3, 1.9), r.Pickf(2, 5))), c(steady(r, 70, 110)).Maybe(0.5), s(rng.Fix(4)).Maybe(0.5)))}}
		}},
		{"memcached", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 11211, Conns: r.Int(1, 4), Loops: []talk.Loop{office(loop(some(r, 2, 20), c(loose(r, 30, 120, 0.4)), s(loose(r, 8, 2500, 1.2)).After(rng.Exp(0.0005))), 0.6)}}
		}},
		{"varnish-backend", g, VPC, func(r *rng.R) *spec {
			p := poll(r, 8080, some(r, 2, 40), loose(r, 400, 1200, 0.4), loose(r, 500, 40000, 1), 0)
			p.Idle = r.Pickf(30, 60)
			return p
		}},
		{"alluxio-worker", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 19998, Hello: hello2(r), Frame: 9, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(1, 2, 10), 0.02), c(loose(r, 300, 900, 0.1)), s(steady(r, 40, 120)))}}
		}},
		{"aerospike-tend", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 3000, Loops: []talk.Loop{loop(rng.Jit(1, 0.02), c(steady(r, 40, 110)), s(steady(r, 60, 220))), office(loop(some(r, 2, 10), c(loose(r, 80, 300, 0.3)), s(loose(r, 40, 900, 0.7))), 0.5)}}
		}},
		{"session-lock", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 6379, 2379, 8500), Loops: []talk.Loop{loop(often(r, 3, 5, 10, 10), c(steady(r, 60, 220)), s(steady(r, 4, 120)))}}
		}},
	}
}
