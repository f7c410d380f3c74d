package programs

import (
	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/rng"
)

// tunnels: meshes, tunnels, shells.
var tunnels = []Program{
	{Name: "wireguard-peer", Tags: "vpn msp edge", Where: Net, Ports: ports(51820), Servers: 2, Make: func(k *Kit) acts.Plan {
		g := k.grams(51820, wave(0, acts.Every(25, 0.02), k.fix(32, 32), none()), wave(0, acts.Every(120, 0.03), k.fix(148, 148), k.fix(92, 92)), wave(0, k.rand(5, 120), k.sz(96, 600), k.sz(96, 900)))
		g.All = true
		return g
	}},
	{Name: "mesh-derp-relay", Tags: "vpn msp", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, push(acts.Every(60, 0.08), k.fix(5, 5)), k.ask(k.rand(30, 600), k.near(60, 200), k.near(60, 200)))
	}},
	{Name: "mesh-control-map-poll", Tags: "vpn msp", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, push(acts.Every(k.log(55, 65), 0.05), k.near(20, 40)), push(k.rand(200, 3000), k.sz(150, 3000)), tell(k.rand(300, 5000), k.near(300, 1500)))
	}},
	{Name: "zerotier", Tags: "vpn edge", Where: Net, Ports: ports(9993), Servers: 4, Make: func(k *Kit) acts.Plan {
		g := k.grams(9993, wave(0, acts.Every(k.log(10, 60), 0.1), k.near(130, 180), k.near(90, 170)), wave(1, k.rand(60, 300), k.near(80, 200), none()))
		g.All = true
		return g
	}},
	{Name: "nebula-lighthouse", Tags: "vpn edge msp", Where: Net, Ports: ports(4242), Make: func(k *Kit) acts.Plan {
		return k.grams(4242, wave(0, k.every(10, 60), k.near(60, 160), k.near(50, 100)), wave(0, k.rand(30, 300), k.sz(90, 700), k.sz(90, 700)))
	}},
	{Name: "openvpn-udp", Tags: "vpn", Where: Net, Ports: ports(1194), Make: func(k *Kit) acts.Plan {
		return k.grams(1, wave(0, acts.Every(10, 0.02), k.fix(40, 40), none()), wave(1, acts.Every(10, 0.02), k.fix(40, 40), none()), wave(0, k.rand(3, 60), k.sz(80, 900), k.sz(80, 1200)))
	}},
	{Name: "openvpn-tcp", Tags: "vpn clinic", Where: Net, Ports: ports(443, 1194), Make: func(k *Kit) acts.Plan {
		return k.talk(0, tell(acts.Every(k.log(5, 60), 0.02), k.fix(42, 42)), push(acts.Every(k.log(5, 60), 0.02), k.fix(42, 42)), human(burst(k.ask(k.rand(10, 120), k.sz(90, 900), k.sz(90, 2500)), 3)))
	}},
	{Name: "openvpn-tcp-sensors", Tags: "vpn iot edge", Where: Net, Ports: ports(443, 1194), Make: func(k *Kit) acts.Plan {
		return k.talk(0, tell(acts.Every(10, 0.02), k.fix(42, 42)), push(acts.Every(10, 0.02), k.fix(42, 42)), k.ask(k.rand(8, 60), k.near(150, 320), k.near(95, 180)))
	}},
	{Name: "ipsec-nat-t", Tags: "vpn fin", Where: Net, Ports: ports(4500), Make: func(k *Kit) acts.Plan {
		return k.grams(4500, wave(0, acts.Every(20, 0.01), k.fix(1, 1), none()), wave(0, k.every(10, 60), k.near(80, 112), k.near(80, 112)), wave(0, k.rand(3, 40), k.sz(100, 900), k.sz(100, 1300)))
	}},
	{Name: "ipsec-esp", Tags: "vpn fin", Where: Net, Ports: ports(0), Make: func(k *Kit) acts.Plan {
		g := k.grams(0, wave(0, k.rand(2, 40), k.sz(100, 900), k.sz(100, 1300)))
		g.Proto, g.Own = 50, 1
		return g
	}},
	{Name: "gre-bgp", Tags: "vpn msp-net", Where: Net, Ports: ports(0), Make: func(k *Kit) acts.Plan {
		g := k.grams(0, wave(0, acts.Every(k.log(10, 60), 0.15), k.fix(63, 75), k.fix(63, 75)), wave(1, k.rand(100, 2000), k.sz(80, 500), k.fix(44, 56)))
		g.Proto, g.Own = 47, 1
		return g
	}},
	{Name: "bgp-session", Tags: "vpn msp-net", Where: Private, Ports: ports(179), Servers: 2, Make: func(k *Kit) acts.Plan {
		ka := acts.Every(rng.Pick(k.R, 10, 30, 60.0), 0.15)
		return k.talk(0, tell(ka, k.fix(19, 19)), push(ka, k.fix(19, 19)), push(k.rand(300, 9000), k.sz(45, 400)))
	}},
	{Name: "autossh-tunnel", Tags: "vpn iot edge lab", Where: Net, Ports: ports(22, 2222), Make: func(k *Kit) acts.Plan {
		return k.talk(0, k.ask(k.every(15, 120), k.fix(52, 84), k.fix(28, 44)), k.poke(k.rand(60, 2000), k.sz(60, 400), k.sz(80, 1500)))
	}},
	{Name: "ssh-session", Tags: "desk dev lab msp", Where: Net, Ports: ports(22), Servers: 2, Make: func(k *Kit) acts.Plan {
		p := byDay(rounds(k.poll(0, k.heavy(1500, 20000), k.fix(36, 52), k.sz(36, 250)), k.log(30, 400), acts.Heavy(0.5, 1.6)))
		p.Hello = []acts.Msg{{From: 0, Size: 21}, {From: 1, Size: 41}, {From: 0, Size: 1500}, {From: 1, Size: 1080}, {From: 0, Size: 48}, {From: 1, Size: 450}, {From: 0, Size: 600}, {From: 1, Size: 600}}
		p.Linger, p.Closer = k.log(1, 1800), 0
		return p
	}},
	{Name: "ssh-config-run", Tags: "srv-agent msp", Where: Net, Ports: ports(22), Clients: 1, Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(0, k.every(900, 14400), k.sz(200, 5000), k.sz(100, 900)), 25, acts.Heavy(0.3, 1))
	}},
	{Name: "rdp-session", Tags: "srv-desk", Where: Net, Ports: ports(3389), Clients: 1, Make: func(k *Kit) acts.Plan {
		return byDay(rounds(k.poll(1, k.heavy(3000, 20000), k.sz(20, 120), k.odd(150, 900, 12000)), k.log(200, 1200), acts.Heavy(0.8, 1.3)))
	}},
	{Name: "vnc-idle", Tags: "srv-desk lab", Where: Private, Ports: ports(5900), Clients: 1, Make: func(k *Kit) acts.Plan {
		return k.talk(0, human(burst(k.ask(k.rand(5, 90), k.fix(8, 10), k.odd(40, 300, 20000)), 3)))
	}},
	{Name: "cloudflared-tunnel", Tags: "vpn web", Where: Net, Ports: ports(7844), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.ask(k.every(5, 45), k.fix(17, 17), k.fix(17, 17)), human(k.poke(k.rand(20, 400), k.sz(400, 1500), k.sz(500, 20000))))
	}},
	{Name: "quic-tunnel", Tags: "vpn web", Where: Net, Ports: ports(7844, 443), Servers: 2, Make: func(k *Kit) acts.Plan {
		g := k.grams(1, wave(0, acts.Every(k.log(5, 25), 0.1), k.fix(29, 40), k.fix(29, 36)), wave(1, k.rand(10, 200), k.sz(200, 1100), k.sz(200, 5000)))
		g.All = true
		return g
	}},
	{Name: "ngrok-agent", Tags: "vpn dev chat", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.ask(k.every(10, 30), k.fix(16, 40), k.fix(16, 40)), k.poke(k.rand(100, 3000), k.sz(300, 1500), k.sz(200, 3000)))
	}},
	{Name: "teleport-node", Tags: "vpn msp dev", Where: Net, Ports: ports(3024, 443), Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, k.ask(k.every(5, 60), k.fix(40, 90), k.fix(30, 60)), tell(k.every(30, 300), k.near(500, 1500)))
	}},
	{Name: "session-manager-shell", Tags: "dev msp", Where: Cloud, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return byDay(rounds(k.poll(1, k.heavy(3000, 40000), k.near(180, 260), k.sz(200, 900)), 150, acts.Heavy(0.8, 1.4)))
	}},
	{Name: "socks-proxy-user", Tags: "vpn desk attack", Where: Net, Ports: ports(1080, 9050), Make: func(k *Kit) acts.Plan {
		t := short(k.talk(0, k.ask(k.rand(5, 120), k.sz(100, 900), k.sz(100, 4000))), k.heavy(60, 3000), k.heavy(10, 900))
		t.Hello = []acts.Msg{{From: 0, Size: 3}, {From: 1, Size: 2}, {From: 0, Size: k.R.Int(10, 30)}, {From: 1, Size: 10}}
		return t
	}},
	{Name: "socks-chat-long", Tags: "vpn chat attack", Where: Net, Ports: ports(1080), Make: func(k *Kit) acts.Plan {
		t := k.talk(0.5, idle(k.ask(k.every(30, 120), k.near(20, 90), k.near(20, 90))), push(k.rand(10, 200), k.sz(100, 700)))
		t.Hello = []acts.Msg{{From: 0, Size: 3}, {From: 1, Size: 2}, {From: 0, Size: 24}, {From: 1, Size: 10}}
		return t
	}},
	{Name: "vpn-concentrator", Tags: "srv-vpn", Where: Net, Ports: ports(51820, 1194), Clients: 30, Own: true, Make: func(k *Kit) acts.Plan {
		return k.grams(1, wave(0, acts.Every(25, 0.02), k.fix(32, 32), none()), wave(0, acts.Every(120, 0.03), k.fix(148, 148), k.fix(92, 92)), wave(0, k.rand(10, 300), k.sz(96, 600), k.sz(96, 1200)))
	}},
	{Name: "vpn-tcp-server", Tags: "srv-vpn", Where: Net, Ports: ports(443), Clients: 14, Own: true, Make: func(k *Kit) acts.Plan {
		t := k.talk(0, tell(acts.Every(10, 0.02), k.fix(42, 42)), push(acts.Every(10, 0.02), k.fix(42, 42)), human(burst(k.ask(k.rand(10, 200), k.sz(90, 600), k.sz(90, 2500)), 2)))
		t.Probes[1] = 60 * clock.Second
		return t
	}},
}
