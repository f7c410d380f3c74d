package programs

import (
	"makes/z/internal/acts"
	"makes/z/internal/rng"
)

// data: databases, caches, directories, file services.
var data = []Program{
	{Name: "postgres-pool", Tags: "db app fin clinic", Where: Private, Ports: ports(5432), Servers: 2, Make: func(k *Kit) acts.Plan {
		return short(k.talk(0.6, human(burst(k.ask(k.rand(5, 60), k.sz(90, 700), k.sz(80, 4000)), 2)), k.ask(k.every(30, 60), k.fix(14, 24), k.fix(60, 80))), k.every(600, 3600), acts.Every(0.05, 0.5))
	}},
	{Name: "mysql-pool", Tags: "db app web school", Where: Private, Ports: ports(3306), Make: func(k *Kit) acts.Plan {
		return short(k.talk(0.4, human(burst(k.ask(k.rand(5, 60), k.sz(60, 500), k.sz(60, 5000)), 2)), idle(k.ask(k.every(30, 60), k.fix(5, 5), k.fix(11, 11)))), k.every(1800, 28800), acts.Every(0.05, 0.5))
	}},
	{Name: "mysql-binlog-replica", Tags: "db", Where: Private, Ports: ports(3306), Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, burst(push(k.rand(2, 60), k.sz(150, 1500)), 2), idle(push(k.every(10, 60), k.fix(40, 50))))
	}},
	{Name: "postgres-wal-stream", Tags: "db", Where: Private, Ports: ports(5432), Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, k.poke(k.rand(2, 30), k.sz(100, 3000), k.fix(39, 39)), k.poke(k.every(10, 30), k.fix(23, 23), k.fix(39, 39)))
	}},
	{Name: "mongodb-driver-monitor", Tags: "db app game", Where: Private, Ports: ports(27017), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.talk(0.6, push(acts.Every(10, 0.001), k.near(300, 700)), k.ask(acts.Every(10, 0.002), k.near(250, 400), k.near(300, 700)))
	}},
	{Name: "mongodb-app-pool", Tags: "db app game", Where: Net, Ports: ports(27017), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0.9, human(burst(k.ask(k.rand(5, 60), k.sz(200, 900), k.sz(150, 5000)), 2)))
	}},
	{Name: "mongodb-replset", Tags: "db", Where: Private, Ports: ports(27017), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, k.ask(acts.Every(2, 0.01), k.near(280, 420), k.near(500, 800)), k.poke(k.rand(5, 60), k.sz(300, 2500), k.near(250, 350)))
	}},
	{Name: "redis-cache", Tags: "db app web game", Where: Private, Ports: ports(6379), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, human(burst(k.ask(k.rand(4, 60), k.sz(30, 300), k.odd(5, 200, 5000)), 2)))
	}},
	{Name: "redis-replica", Tags: "db", Where: Private, Ports: ports(6379), Make: func(k *Kit) acts.Plan {
		return k.talk(0, tell(acts.Every(2, 0.01), k.fix(37, 42)), push(acts.Every(10, 0.01), k.fix(14, 14)), push(k.rand(2, 30), k.sz(60, 500)))
	}},
	{Name: "memcached", Tags: "db web", Where: Private, Ports: ports(11211), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0, human(burst(k.ask(k.rand(3, 40), k.sz(20, 120), k.odd(5, 300, 9000)), 4)))
	}},
	{Name: "cassandra-driver", Tags: "db iot game", Where: Private, Ports: ports(9042), Servers: 4, Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, idle(k.ask(k.every(30, 30), k.fix(9, 9), k.fix(100, 120))), k.ask(k.rand(5, 90), k.sz(120, 600), k.sz(60, 2500)))
	}},
	{Name: "cassandra-gossip", Tags: "db", Where: Private, Ports: ports(7000), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.talk(0.2, k.ask(acts.Every(k.log(3, 9), 0.2), k.near(90, 400), k.near(90, 400)), tell(k.rand(3, 30), k.near(60, 160)))
	}},
	{Name: "elasticsearch-transport", Tags: "db media", Where: Private, Ports: ports(9300), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.talk(0.4, k.ask(acts.Every(k.log(4, 10), 0.02), k.near(90, 250), k.near(40, 120)), burst(k.ask(k.rand(10, 200), k.sz(500, 5000), k.sz(200, 4000)), 2))
	}},
	{Name: "couchdb-changes", Tags: "db clinic", Where: Net, Ports: ports(5984, 443), Make: func(k *Kit) acts.Plan {
		return k.talk(0.7, push(acts.Every(k.log(10, 60), 0.01), k.fix(1, 6)), push(k.rand(30, 900), k.sz(90, 500)))
	}},
	{Name: "debezium-source", Tags: "db stream fin", Where: Private, Ports: ports(5432, 3306), Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, push(k.rand(2, 40), k.sz(150, 2000)), tell(k.every(10, 10), k.fix(39, 39)))
	}},
	{Name: "ldap-bind-pool", Tags: "db school clinic", Where: Private, Ports: ports(389, 636), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, human(k.ask(k.rand(10, 300), k.sz(60, 300), k.sz(60, 2500))), idle(k.ask(k.every(60, 300), k.fix(40, 70), k.fix(50, 120))))
	}},
	{Name: "kerberos", Tags: "db desk school", Where: Private, Ports: ports(88), Servers: 2, Make: func(k *Kit) acts.Plan {
		return byDay(k.poll(0, k.heavy(300, 4000), k.sz(250, 1800), k.sz(1200, 1900)))
	}},
	{Name: "domain-dns", Tags: "desk school clinic", Where: Private, Ports: ports(53), Make: func(k *Kit) acts.Plan {
		return k.grams(0, wave(0, k.rand(20, 200), k.sz(28, 60), k.sz(60, 250)))
	}},
	{Name: "smb-share", Tags: "desk school clinic media", Where: Private, Ports: ports(445), Servers: 2, Make: func(k *Kit) acts.Plan {
		t := k.talk(0, human(burst(k.ask(k.rand(20, 400), k.sz(110, 300), k.odd(110, 500, 40000)), 5)), idle(k.ask(k.every(60, 600), k.fix(72, 80), k.fix(72, 80))))
		return t
	}},
	{Name: "nfs-mount", Tags: "db lab game media", Where: Private, Ports: ports(2049), Make: func(k *Kit) acts.Plan {
		return k.talk(0, idle(k.ask(k.every(20, 60), k.near(110, 170), k.near(80, 130))), burst(k.ask(k.rand(10, 200), k.sz(150, 500), k.odd(120, 400, 60000)), 6))
	}},
	{Name: "mssql-pool", Tags: "db clinic fin", Where: Private, Ports: ports(1433), Make: func(k *Kit) acts.Plan {
		t := k.talk(0.3, human(burst(k.ask(k.rand(5, 60), k.sz(150, 1500), k.sz(60, 6000)), 2)))
		t.Probes[0], t.Probes[1] = 30e6, 30e6
		return t
	}},
	{Name: "mssql-idle-keepalive", Tags: "db clinic", Where: Private, Ports: ports(1433), Make: func(k *Kit) acts.Plan {
		t := k.talk(0.3, k.ask(k.rand(600, 6000), k.sz(100, 500), k.sz(60, 500)))
		t.Probes[0] = 30e6
		return t
	}},
	{Name: "oracle-dcd", Tags: "db fin", Where: Private, Ports: ports(1521), Make: func(k *Kit) acts.Plan {
		return k.talk(0.2, k.poke(acts.Every(600, 0), k.fix(10, 10), none()), human(burst(k.ask(k.rand(20, 300), k.sz(150, 900), k.sz(100, 3000)), 2)))
	}},
	{Name: "cockroach-gossip", Tags: "db fin", Where: Private, Ports: ports(26257), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0.9, k.ask(acts.Every(k.log(2, 6), 0.05), k.near(60, 400), k.near(40, 250)), burst(tell(k.rand(4, 40), k.sz(200, 1500)), 1))
	}},
	{Name: "patroni-dcs", Tags: "db", Where: Private, Ports: ports(2379, 8500), Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, burst(k.ask(acts.Every(10, 0.01), k.near(180, 400), k.near(250, 2500)), 1))
	}},
	{Name: "dynamodb-app", Tags: "db app game iot", Where: Cloud, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return byDay(k.poll(1, k.rand(3, 90), k.sz(500, 1500), k.odd(180, 500, 9000)))
	}},
	{Name: "snowflake-query-poll", Tags: "db fin media", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return byDay(rounds(k.poll(1, k.rand(200, 3000), k.near(900, 2500), k.sz(400, 5000)), 6, acts.Every(4, 0.6)))
	}},
	{Name: "influx-subscriber", Tags: "db iot lab", Where: Private, Ports: ports(8086), Make: func(k *Kit) acts.Plan {
		return k.poll(0.2, k.every(5, 30), k.near(250, 600), k.sz(300, 9000))
	}},
	{Name: "dicom-router", Tags: "clinic-core", Where: Private, Ports: ports(104, 11112), Servers: 2, Make: func(k *Kit) acts.Plan {
		b := k.bulk(true, k.heavy(600, 6000), 5e5, 5e7, 2e7)
		b.TLS.Version = 0
		return acts.Several{rounds(k.poll(0.1, k.every(60, 300), k.near(200, 320), k.near(180, 280)), 2, acts.Every(0.01, 0.5)), b}
	}},
	{Name: "hl7-mllp", Tags: "clinic-core", Where: Private, Ports: ports(2575, 6661), Servers: 2, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, human(k.ask(k.rand(10, 300), k.sz(400, 2000), k.near(90, 220))))
	}},
	{Name: "db-server-clients", Tags: "srv-db", Where: Private, Ports: ports(5432, 3306, 1433), Clients: 12, Own: true, Make: func(k *Kit) acts.Plan {
		return short(k.talk(0.4, human(burst(k.ask(k.rand(8, 120), k.sz(80, 600), k.sz(80, 4000)), 1.5)), k.ask(k.every(20, 120), k.fix(5, 30), k.fix(11, 80))), rng.Pick(k.R, k.every(1800, 7200), k.rand(3000, 90000)), acts.Every(0.1, 0.5))
	}},
	{Name: "cache-server-clients", Tags: "srv-db", Where: Private, Ports: ports(6379, 11211), Clients: 10, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0.1, human(burst(k.ask(k.rand(8, 120), k.sz(30, 300), k.odd(5, 200, 3000)), 2)))
	}},
	{Name: "directory-server-clients", Tags: "srv-dir", Where: Private, Ports: ports(389, 88, 445, 53), Clients: 25, Own: true, Make: func(k *Kit) acts.Plan {
		return byDay(rounds(k.poll(0.1, k.heavy(200, 3000), k.sz(80, 900), k.sz(100, 2500)), 2.5, acts.Heavy(0.05, 1)))
	}},
	{Name: "file-server-clients", Tags: "srv-file", Where: Private, Ports: ports(445, 2049), Clients: 15, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0, human(burst(k.ask(k.rand(40, 800), k.sz(110, 300), k.odd(110, 500, 30000)), 4)), idle(k.ask(k.every(60, 600), k.fix(72, 80), k.fix(72, 80))))
	}},
}
