package programs

import (
	"makes/z/internal/acts"
	"makes/z/internal/rng"
)

// attacks: what intruders leave behind besides mining.
var attacks = []Program{
	{Name: "c2-https-beacon", Tags: "attack", Where: Net, Ports: ports(443, 8443), Make: func(k *Kit) acts.Plan {
		return k.poll(1, acts.Every(k.log(5, 900), rng.Pick(k.R, 0, 0.1, 0.2, 0.5)), k.near(200, 700), k.odd(120, 400, 9000))
	}},
	{Name: "c2-raw-tcp-heartbeat", Tags: "attack", Where: Net, Ports: ports(4444, 8888, 53, 9999, 3333), Make: func(k *Kit) acts.Plan {
		return k.talk(0.1, k.ask(k.every(5, 120), k.fix(1, 120), k.fix(1, 90)), k.poke(k.rand(900, 20000), k.sz(40, 900), k.sz(90, 5000)))
	}},
	{Name: "c2-websocket", Tags: "attack", Where: Net, Ports: ports(443, 80), Make: func(k *Kit) acts.Plan {
		return k.talk(0.8, k.ask(k.every(10, 60), k.near(10, 90), k.near(10, 60)), k.poke(k.rand(600, 9000), k.sz(90, 900), k.sz(200, 9000)))
	}},
	{Name: "reverse-shell", Tags: "attack", Where: Net, Ports: ports(4444, 443, 9001), Make: func(k *Kit) acts.Plan {
		t := k.talk(0.2, human(burst(k.poke(k.rand(300, 5000), k.sz(5, 80), k.sz(20, 2000)), 6)))
		t.Probes[0] = 60e6
		return t
	}},
	{Name: "dns-tunnel", Tags: "attack", Where: Net, Ports: ports(53), Make: func(k *Kit) acts.Plan {
		return k.grams(0, wave(0, acts.Every(k.log(3, 30), 0.3), k.near(90, 240), k.near(120, 420)))
	}},
	{Name: "icmp-tunnel", Tags: "attack", Where: Net, Ports: ports(0), Make: func(k *Kit) acts.Plan {
		g := k.grams(1, wave(0, acts.Every(k.log(2, 30), 0.1), k.near(60, 900), k.near(60, 900)))
		g.Proto = 1
		return g
	}},
	{Name: "frp-reverse-proxy", Tags: "attack vpn dev", Where: Net, Ports: ports(7000, 443), Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, k.ask(acts.Every(30, 0.01), k.fix(60, 120), k.fix(40, 90)), k.poke(k.rand(120, 3000), k.sz(60, 400), k.sz(100, 3000)))
	}},
	{Name: "chisel-tunnel", Tags: "attack vpn", Where: Net, Ports: ports(443, 8080), Make: func(k *Kit) acts.Plan {
		return k.talk(0.6, k.ask(acts.Every(25, 0.01), k.fix(40, 60), k.fix(40, 60)), burst(k.poke(k.rand(90, 2000), k.sz(80, 900), k.sz(80, 4000)), 2))
	}},
	{Name: "residential-proxyware", Tags: "attack", Where: Net, Ports: ports(443, 9090, 7000), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.talk(0.7, k.ask(k.every(20, 60), k.fix(8, 60), k.fix(8, 60)), burst(k.poke(k.rand(30, 600), k.sz(200, 900), k.odd(300, 1500, 40000)), 3))
	}},
	{Name: "proxyware-exit-traffic", Tags: "attack", Where: Net, Ports: ports(443), Servers: 40, Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(1, k.heavy(30, 300), k.sz(400, 1500), k.odd(500, 3000, 60000)), 3, acts.Heavy(0.5, 1))
	}},
	{Name: "botnet-irc", Tags: "attack", Where: Net, Ports: ports(6667, 443, 8080), Make: func(k *Kit) acts.Plan {
		return k.talk(0.2, k.poke(k.every(60, 300), k.near(15, 40), k.near(15, 40)), push(k.rand(600, 20000), k.near(60, 300)))
	}},
	{Name: "p2p-botnet-udp", Tags: "attack", Where: Net, Ports: ports(14737, 6881, 7600), Servers: 30, Make: func(k *Kit) acts.Plan {
		g := k.grams(uint16(k.R.Int(2000, 60000)), wave(0, k.rand(60, 900), k.near(20, 120), k.near(20, 300)))
		g.All = true
		g.Waves[0].Chance = 0.5
		return g
	}},
	{Name: "ddos-bot-c2", Tags: "attack", Where: Net, Ports: ports(23, 1312, 666, 5555), Make: func(k *Kit) acts.Plan {
		return k.talk(0, k.ask(acts.Every(rng.Pick(k.R, 10.0, 30, 60), 0.01), k.fix(2, 2), none()), push(k.rand(3000, 30000), k.near(20, 90)))
	}},
	{Name: "ssh-bruteforce-out", Tags: "attack", Where: Net, Ports: ports(22), Servers: 60, Make: func(k *Kit) acts.Plan {
		p := rounds(k.poll(0, k.heavy(10, 90), k.sz(30, 1400), k.sz(40, 1000)), 5, acts.Every(0.3, 0.5))
		p.Down = 0.3
		return p
	}},
	{Name: "scanner-out", Tags: "attack", Where: Net, Ports: ports(22), Make: func(k *Kit) acts.Plan {
		return &acts.Scan{Ports: rng.Pick(k.R, ports(22, 2222), ports(6379, 2375, 2376), ports(445), ports(23, 2323, 8080), ports(8088, 10250, 5555)), Every: k.rand(5, 90), Burst: k.log(0.5, 6)}
	}},
	{Name: "lateral-scan", Tags: "attack", Where: Private, Ports: ports(445), Make: func(k *Kit) acts.Plan {
		return &acts.Scan{Ports: ports(22, 445, 3389, 5985), Every: k.rand(60, 1200), Burst: k.log(1, 12), Near: true}
	}},
	{Name: "paste-site-poll", Tags: "attack", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(60, 3600), k.near(150, 400), k.near(400, 3000))
	}},
	{Name: "exfil-chunks", Tags: "attack", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		b := k.bulk(true, k.heavy(600, 9000), 2e5, 2e7, 5e5)
		return b
	}},
	{Name: "tor-client", Tags: "attack vpn", Where: Net, Ports: ports(9001, 443), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.talk(1, burst(k.ask(k.rand(20, 300), k.fix(514, 514), k.fix(514, 514)), 2), tell(acts.Every(k.log(1.5, 9), 0.7), k.fix(514, 514)))
	}},
	{Name: "webshell-visits", Tags: "srv-attack", Where: Net, Ports: ports(443, 80), Clients: 2, Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(0.7, k.heavy(900, 20000), k.sz(300, 900), k.sz(200, 4000)), 5, acts.Heavy(4, 1))
	}},
	{Name: "ssh-bruteforce-in", Tags: "srv-noise", Where: Net, Ports: ports(22, 3389), Clients: 5, Own: true, Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(0, k.heavy(20, 1500), k.sz(30, 1400), k.sz(40, 1000)), 4, acts.Every(0.4, 0.5))
	}},
}
