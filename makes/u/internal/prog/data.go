package prog

import (
	"makes/u/internal/clock"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

// pooled is a database client whose pool keeps connections.
func pooled(r *rng.R, port int, hello, greet int, ask, answer int) *talk.Spec {
	s := talk.Stream(r, port, maybe(r)).Greet(greet).Hello(hello, greet+40)
	s.Ask(uneven(r.Log(0.8, 40), 1.2), wide(ask, 0.6), wide(answer, 1)).When(clock.Daylight)
	if r.Chance(0.7) {
		s.Ask(every(r.Num(5, 10, 30, 60), 0.05), near(14, 4), near(16, 5))
	}
	if r.Chance(0.5) {
		s.Life(every(r.Num(600, 1800, 1800, 3600), 0.05)).Retry(0.5, 1, 2)
	}
	return s.Conns(r.Int(1, 5))
}

var data = []Kind{
	{"postgres-pool", Data, In, func(r *rng.R) *talk.Spec { return pooled(r, 5432, 90, 380, r.LogInt(90, 600), r.LogInt(120, 4000)) }},
	{"mysql-pool", Data, In, func(r *rng.R) *talk.Spec {
		return pooled(r, 3306, 190, 90, r.LogInt(70, 500), r.LogInt(90, 4000))
	}},
	{"postgres-listen-notify", Data, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 5432, maybe(r)).Hello(90, 400).Hello(30, 20)
		s.Push(uneven(r.Log(2, 200), 1.2), near(90, 30))
		return s.Ask(every(r.Num(15, 30, 60), 0.02), near(14, 2), near(60, 4))
	}},
	{"mysql-replication", Data, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 3306, maybe(r)).Greet(90).Hello(190, 11).Hello(60, 200)
		s.Push(random(r.Log(0.8, 10)), wide(480, 0.8)).When(clock.Daylight)
		return s.Push(every(r.Num(15, 30), 0.02), exact(48)).IfIdle()
	}},
	{"mongodb-driver", Data, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 27017, maybe(r)).Hello(320, 420)
		s.Ask(uneven(r.Log(1, 30), 1.1), wide(260, 0.5), wide(900, 0.9)).When(clock.Daylight)
		return s.Ask(every(10, 0.01), near(240, 3), near(390, 12))
	}},
	{"mongodb-monitor", Data, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 27017, maybe(r)).Hello(320, 420).Ask(among(0.001, 0.02), near(330, 3), near(430, 10)).Think(every(10, 0.001))
	}},
	{"redis-cache", Data, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 6379, maybe(r)).Hello(40, 5)
		return s.Ask(random(r.Log(0.7, 15)), near(r.Int(30, 120), 12), wide(r.LogInt(5, 2000), 0.7)).When(clock.Daylight).Conns(r.Int(1, 4))
	}},
	{"redis-pubsub", Data, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 6379, maybe(r)).Hello(60, 50)
		s.Push(uneven(r.Log(0.7, 60), 1.1), wide(r.LogInt(80, 400), 0.4)).When(clock.Evening)
		return s.Ask(every(r.Num(15, 30, 60), 0.02), exact(14), exact(20))
	}},
	{"redis-replica", Data, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 6379, wire.Plain).Hello(120, 50)
		s.Say(every(1, 0.002), near(37, 1)).Push(every(10, 0.002), exact(14))
		return s.Push(random(r.Log(0.8, 20)), wide(140, 0.6))
	}},
	{"redis-sentinel", Data, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 26379, wire.Plain).Ask(every(1, 0.02), exact(14), exact(7)).Say(every(2, 0.02), near(190, 2)).Then(down, exact(4), among(0.001, 0.003))
	}},
	{"redis-cluster-bus", Data, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 16379, wire.Plain).Ask(random(r.Log(1, 8)), near(2360, 104), near(2360, 104))
	}},
	{"memcached", Data, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 11211, wire.Plain).Ask(random(r.Log(0.7, 15)), near(46, 10), wide(600, 1.1)).When(clock.Daylight)
	}},
	{"cassandra-driver", Data, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 9042, maybe(r)).Hello(60, 100)
		s.Ask(every(30, 0.01), exact(9), near(60, 8)).IfIdle()
		return s.Ask(uneven(r.Log(0.8, 20), 1), near(150, 40), wide(400, 0.8)).When(clock.Daylight).Conns(r.Int(1, 3))
	}},
	{"elasticsearch-client", Data, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 9200, maybe(r), 300).Ask(uneven(r.Log(1, 60), 1.1), wide(1200, 0.6), wide(2500, 0.9)).When(clock.Daylight)
	}},
	{"elasticsearch-transport", Data, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 9300, maybe(r))
		return s.Ask(every(1, 0.02), near(180, 20), near(60, 6)).Ask(random(20), wide(3000, 1), near(160, 40)).Conns(r.Int(1, 4))
	}},
	{"etcd-client", Data, In, func(r *rng.R) *talk.Spec {
		s := grpc(r, 2379, wire.TLS13)
		s.Say(every(r.Num(3, 5, 10, 20), 0.01), near(22, 1)).Then(down, near(48, 2), among(0.001, 0.01))
		return s.Push(random(r.Log(5, 200)), wide(420, 0.6))
	}},
	{"etcd-peer", Data, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 2380, wire.TLS13).Say(every(r.Num(0.5, 1), 0.01), near(60, 2)).Push(every(r.Num(0.5, 1), 0.01), near(58, 2))
	}},
	{"zookeeper-session", Data, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 2181, wire.Plain).Hello(49, 41)
		s.Ask(every(r.Num(2, 4, 6, 10, 13.3), 0.01), exact(12), exact(20)).IfIdle()
		return s.Ask(uneven(r.Log(30, 900), 1), near(70, 20), near(160, 60))
	}},
	{"mssql-tds", Data, In, func(r *rng.R) *talk.Spec {
		return pooled(r, 1433, 230, 60, 300, r.LogInt(120, 3000)).Keep(30, 30)
	}},
	{"oracle-net", Data, In, func(r *rng.R) *talk.Spec { return pooled(r, 1521, 240, 40, 240, r.LogInt(150, 2000)) }},
	{"ldap-bind", Data, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 389, 636), maybe(r), r.Num(0.1, 60, 300)).Ask(uneven(r.Log(20, 400), 1.1), near(110, 30), wide(420, 0.6)).When(clock.Office)
	}},
	{"clickhouse-native", Data, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 9000, wire.Plain).Hello(80, 60).Ask(every(r.Num(1, 5, 10), 0.1), wide(r.LogInt(900, 60000), 0.6), near(40, 12))
	}},
	{"nfs-mount", Data, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 2049, wire.Plain).Source(rng.Pick(r, 0, r.Int(680, 1020)))
		return s.Ask(every(r.Num(30, 60), 0.02), near(140, 8), near(120, 8)).Ask(uneven(r.Log(2, 60), 1.3), near(200, 30), wide(300, 1.4))
	}},
	{"iscsi-session", Data, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 3260, wire.Plain).Hello(420, 300).Call(every(r.Num(5, 10, 15), 0.01), exact(48), exact(48)).Ask(uneven(6, 1.2), exact(48), wide(8192, 0.7))
	}},
}
