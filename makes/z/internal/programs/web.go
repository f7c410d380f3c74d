package programs

import (
	"makes/z/internal/acts"
)

// webs: browsing, sites, code and files.
var webs = []Program{
	{Name: "browsing", Tags: "desk", Where: Net, Ports: ports(443), Servers: 40, Make: func(k *Kit) acts.Plan {
		p := byDay(rounds(k.poll(1, k.heavy(20, 200), k.sz(400, 1500), k.odd(800, 6000, 60000)), 5, acts.Heavy(0.3, 1.4)))
		p.Spread = 3
		return p
	}},
	{Name: "saas-app-tab", Tags: "desk", Where: Net, Ports: ports(443), Servers: 3, Make: func(k *Kit) acts.Plan {
		return byDay(rounds(k.poll(1, k.rand(15, 180), k.sz(600, 2500), k.sz(300, 6000)), 2, acts.Heavy(0.5, 1)))
	}},
	{Name: "office-coauthoring", Tags: "desk", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return short(k.talk(1, k.ask(k.every(10, 60), k.fix(6, 40), k.fix(6, 40)), human(burst(k.ask(k.rand(10, 120), k.sz(300, 1500), k.sz(150, 900)), 2))), k.heavy(900, 9000), k.heavy(300, 9000))
	}},
	{Name: "video-call", Tags: "desk school", Where: Net, Ports: ports(3478, 8801), Make: func(k *Kit) acts.Plan {
		g := k.grams(0, wave(0, k.heavy(8000, 30000), k.near(700, 1100), k.near(700, 1100)))
		g.Waves[0].Burst, g.Waves[0].Human = 3000, true
		return g
	}},
	{Name: "public-web-server", Tags: "srv-web srv-media", Where: Net, Ports: ports(443, 80), Clients: 90, Make: func(k *Kit) acts.Plan {
		return byDay(rounds(k.poll(0.9, k.heavy(600, 9000), k.sz(400, 1500), k.odd(900, 5000, 50000)), 4, acts.Heavy(0.3, 1.4)))
	}},
	{Name: "load-balancer-to-app", Tags: "srv-web srv-app", Where: Private, Ports: ports(8080, 80, 3000), Clients: 3, Make: func(k *Kit) acts.Plan {
		return acts.Several{k.poll(0, k.every(5, 30), k.near(120, 200), k.near(150, 400)), k.talk(0, human(burst(k.ask(k.rand(3, 30), k.sz(500, 1800), k.odd(300, 4000, 30000)), 1)))}
	}},
	{Name: "public-api-server", Tags: "srv-web srv-app", Where: Net, Ports: ports(443, 8443), Clients: 30, Own: true, Make: func(k *Kit) acts.Plan {
		return byDay(k.poll(1, k.heavy(60, 2000), k.sz(300, 1500), k.sz(200, 5000)))
	}},
	{Name: "rest-partner-poll", Tags: "app fin", Where: Net, Ports: ports(443), Servers: 2, Own: true, Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(15, 900), k.near(300, 900), k.sz(200, 5000))
	}},
	{Name: "grpc-microservice", Tags: "app", Where: Peer, Ports: ports(50051, 9000), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, human(k.ask(k.rand(2, 30), k.sz(100, 900), k.sz(60, 2000))), k.ask(k.every(10, 60), k.fix(17, 17), k.fix(17, 17)))
	}},
	{Name: "internal-http-call", Tags: "app", Where: Peer, Ports: ports(8080, 8000, 3000), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.poll(0.1, k.rand(4, 60), k.sz(200, 1200), k.sz(200, 6000))
	}},
	{Name: "raft-peer", Tags: "app db", Where: Peer, Ports: ports(2380, 8300), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(0.4, k.ask(acts.Every(k.log(2, 6), 0.05), k.near(60, 300), k.near(40, 120)), push(k.rand(5, 60), k.near(100, 400)))
	}},
	{Name: "serf-gossip", Tags: "app agent", Where: Peer, Ports: ports(8301, 7946), Servers: 3, Make: func(k *Kit) acts.Plan {
		g := k.grams(8301, wave(0, k.rand(8, 60), k.near(40, 300), k.near(20, 60)))
		g.All = true
		return acts.Several{g, k.poll(0, k.every(30, 60), k.sz(500, 3000), k.sz(500, 3000))}
	}},
	{Name: "git-fetch", Tags: "dev app", Where: Net, Ports: ports(443, 22), Make: func(k *Kit) acts.Plan {
		return byDay(rounds(k.poll(0.8, k.heavy(300, 6000), k.sz(400, 1500), k.odd(500, 3000, 200000)), 2, acts.Every(0.2, 0.5)))
	}},
	{Name: "package-mirror", Tags: "slow dev agent", Where: Net, Ports: ports(80, 443), Servers: 4, Make: func(k *Kit) acts.Plan {
		return acts.Several{rounds(k.poll(0.6, k.every(1800, 14400), k.near(150, 350), k.sz(200, 90000)), 6, acts.Every(0.1, 0.5)), k.bulk(false, k.heavy(20000, 90000), 1e6, 1e8, 2e7)}
	}},
	{Name: "container-registry-pull", Tags: "dev app", Where: Cloud, Ports: ports(443), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.bulk(false, k.heavy(3000, 40000), 1e6, 3e8, 4e7)
	}},
	{Name: "object-store-put", Tags: "app media lab db", Where: Cloud, Ports: ports(443), Servers: 6, Make: func(k *Kit) acts.Plan {
		b := k.bulk(true, k.heavy(60, 3000), 5e3, 8e6, 3e7)
		return b
	}},
	{Name: "object-store-get", Tags: "app media lab", Where: Cloud, Ports: ports(443), Servers: 6, Make: func(k *Kit) acts.Plan {
		return k.bulk(false, k.heavy(60, 3000), 5e3, 3e7, 4e7)
	}},
	{Name: "nightly-dump", Tags: "db msp", Where: Net, Ports: ports(443, 22), Make: func(k *Kit) acts.Plan {
		return k.bulk(true, acts.Every(86400, 0.05), 3e7, 3e9, 1e7)
	}},
	{Name: "rsync-mirror", Tags: "media lab", Where: Net, Ports: ports(873, 22), Make: func(k *Kit) acts.Plan {
		return k.bulk(false, k.every(3600, 14400), 1e5, 2e8, 8e6)
	}},
	{Name: "ftp-drop", Tags: "fin media clinic", Where: Net, Ports: ports(21, 22, 990), Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(0.2, k.every(300, 3600), k.near(10, 60), k.near(25, 120)), 9, acts.Every(0.1, 0.6))
	}},
	{Name: "identity-provider", Tags: "app web desk", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return byDay(k.poll(1, k.rand(60, 1500), k.sz(900, 2500), k.sz(1200, 5000)))
	}},
	{Name: "sts-and-secrets", Tags: "app agent", Where: Cloud, Ports: ports(443), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(300, 3600), k.near(700, 1800), k.near(900, 2500))
	}},
	{Name: "feature-flag-stream", Tags: "app web game", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, push(acts.Every(k.log(15, 180), 0.05), k.fix(1, 6)), push(k.rand(900, 20000), k.sz(200, 4000)), tell(k.every(5, 60), k.near(300, 900)))
	}},
	{Name: "feature-flag-poll", Tags: "app web game", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(15, 60), k.near(200, 500), k.odd(120, 250, 5000))
	}},
	{Name: "analytics-beacon", Tags: "web game media", Where: Net, Ports: ports(443), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(10, 120), k.sz(600, 5000), k.near(120, 400))
	}},
	{Name: "llm-api-stream", Tags: "app lab chat", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return byDay(rounds(k.poll(1, k.rand(60, 2000), k.odd(60, 120, 6000), k.near(120, 260)), 25, acts.Heavy(0.15, 0.8)))
	}},
	{Name: "external-dns-resolver", Tags: "app mail desk", Where: Net, Ports: ports(53), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.grams(0, wave(0, k.rand(20, 300), k.sz(28, 60), k.sz(60, 300)))
	}},
	{Name: "dns-over-tls", Tags: "desk app", Where: Net, Ports: ports(853), Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.rand(10, 120), k.fix(130, 130), k.near(470, 480))
	}},
	{Name: "quic-browsing", Tags: "desk", Where: Net, Ports: ports(443), Servers: 15, Make: func(k *Kit) acts.Plan {
		g := k.grams(0, wave(0, k.heavy(60, 600), k.sz(300, 1300), k.odd(900, 6000, 90000)))
		g.Waves[0].Burst, g.Waves[0].Human = 4, true
		return g
	}},
}
