package programs

import (
	"makes/z/internal/acts"
	"makes/z/internal/rng"
)

// fields: devices, instruments, games, media.
var fields = []Program{
	{Name: "coap-lwm2m-devices", Tags: "srv-iot", Where: Net, Ports: ports(5683, 5684), Clients: 45, Own: true, Make: func(k *Kit) acts.Plan {
		return k.grams(1, wave(0, k.every(30, 1800), k.near(40, 200), k.near(8, 40)), wave(1, k.rand(600, 9000), k.near(30, 90), k.near(20, 120)))
	}},
	{Name: "modbus-tcp-poll", Tags: "iot edge", Where: Net, Ports: ports(502), Servers: 4, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0, k.ask(acts.Every(k.log(2, 30), 0.02), k.fix(12, 12), k.fix(11, 250)))
	}},
	{Name: "opcua-session", Tags: "iot edge", Where: Net, Ports: ports(4840), Servers: 2, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0.2, k.poke(acts.Every(k.log(2, 20), 0.02), k.near(120, 500), k.near(90, 140)), k.ask(k.every(5, 30), k.fix(90, 120), k.fix(100, 160)))
	}},
	{Name: "ocpp-charge-points", Tags: "srv-iot", Where: Net, Ports: ports(443, 9000), Clients: 30, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0.8, k.ask(k.every(30, 300), k.near(40, 70), k.near(60, 90)), k.ask(k.rand(60, 900), k.near(300, 700), k.near(20, 40)))
	}},
	{Name: "lorawan-gateway-udp", Tags: "iot edge", Where: Net, Ports: ports(1700), Make: func(k *Kit) acts.Plan {
		return k.grams(1, wave(0, acts.Every(k.log(5, 30), 0.02), k.fix(12, 12), k.fix(4, 4)), wave(0, k.rand(4, 60), k.near(180, 400), k.fix(4, 4)), wave(0, acts.Every(30, 0.01), k.near(110, 200), k.fix(4, 4)))
	}},
	{Name: "lns-basicstation", Tags: "iot edge", Where: Net, Ports: ports(443, 8887), Make: func(k *Kit) acts.Plan {
		return k.talk(1, tell(k.rand(5, 60), k.near(250, 450)), k.poke(acts.Every(30, 0.05), k.fix(2, 6), k.fix(6, 10)), k.ask(acts.Every(60, 0.2), k.fix(40, 60), k.fix(50, 70)))
	}},
	{Name: "iec104-outstation", Tags: "iot edge", Where: Net, Ports: ports(2404), Servers: 3, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0, idle(k.ask(acts.Every(20, 0.01), k.fix(6, 6), k.fix(6, 6))), k.poke(k.rand(4, 90), k.near(16, 120), k.fix(6, 6)))
	}},
	{Name: "dnp3-master", Tags: "iot edge", Where: Net, Ports: ports(20000), Servers: 3, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0, k.ask(k.every(5, 60), k.fix(20, 27), k.near(17, 292)), k.ask(k.every(60, 300), k.fix(10, 10), k.fix(10, 10)))
	}},
	{Name: "gps-tracker-server", Tags: "srv-iot", Where: Net, Ports: ports(5023, 5001, 8090), Clients: 50, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0, human(k.ask(k.every(10, 120), k.near(30, 160), k.fix(4, 20))), k.ask(k.every(60, 300), k.fix(10, 20), k.fix(10, 15)))
	}},
	{Name: "device-shadow-mqtt", Tags: "iot app", Where: Cloud, Ports: ports(8883, 443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, idle(k.ask(k.every(30, 1200), k.fix(2, 2), k.fix(2, 2))), k.ask(k.rand(10, 300), k.sz(120, 900), k.fix(4, 4)), k.poke(k.rand(20, 600), k.sz(150, 1200), k.fix(4, 4)))
	}},
	{Name: "smart-meter-head-end", Tags: "srv-iot", Where: Private, Ports: ports(4059, 4061), Clients: 25, Own: true, Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(0.2, acts.Every(900, 0.05), k.near(30, 120), k.near(40, 250)), 6, acts.Every(0.4, 0.6))
	}},
	{Name: "camera-rtsp-tcp", Tags: "iot school clinic", Where: Net, Ports: ports(554, 8554), Make: func(k *Kit) acts.Plan {
		return k.talk(0, burst(push(acts.Every(k.log(1, 4), 0.05), k.sz(4000, 30000)), 1), k.ask(acts.Every(k.log(20, 55), 0.05), k.near(130, 220), k.near(110, 160)))
	}},
	{Name: "camera-p2p-cloud", Tags: "iot school clinic", Where: Net, Ports: ports(8800, 6000), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.grams(1, wave(0, acts.Every(k.log(5, 30), 0.05), k.near(20, 120), k.near(20, 90)))
	}},
	{Name: "firmware-check", Tags: "slow iot edge", Where: Net, Ports: ports(443, 80), Make: func(k *Kit) acts.Plan {
		return k.poll(0.7, k.every(600, 7200), k.near(200, 700), k.near(200, 900))
	}},
	{Name: "gnss-ntrip-corrections", Tags: "lab iot edge", Where: Net, Ports: ports(2101), Make: func(k *Kit) acts.Plan {
		return k.talk(0, push(acts.Every(rng.Pick(k.R, 1.0, 2, 5), 0.02), k.near(150, 900)), tell(k.every(10, 60), k.fix(75, 90)))
	}},
	{Name: "seedlink-seismic", Tags: "lab", Where: Net, Ports: ports(18000), Servers: 2, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0, burst(push(k.rand(3, 20), k.fix(520, 520)), 0.7), k.ask(k.every(30, 120), k.fix(6, 10), k.fix(4, 20)))
	}},
	{Name: "adsb-beast-feeder", Tags: "lab", Where: Net, Ports: ports(30004, 30005), Make: func(k *Kit) acts.Plan {
		return k.talk(0, tell(acts.Every(k.log(1, 5), 0.1), k.sz(200, 1200)), push(k.every(30, 60), k.fix(4, 30)))
	}},
	{Name: "ais-receiver-udp", Tags: "lab edge", Where: Net, Ports: ports(10110), Make: func(k *Kit) acts.Plan {
		return k.grams(1, wave(0, k.rand(2, 20), k.near(48, 110), none()))
	}},
	{Name: "weather-ldm", Tags: "lab media", Where: Net, Ports: ports(388), Make: func(k *Kit) acts.Plan {
		return k.talk(0, push(k.rand(4, 60), k.odd(300, 3000, 80000)), k.poke(acts.Every(30, 0.1), k.fix(36, 50), k.fix(24, 32)))
	}},
	{Name: "jupyter-kernel-websocket", Tags: "lab dev", Where: Net, Ports: ports(443, 8888), Make: func(k *Kit) acts.Plan {
		return k.talk(0.7, k.ask(k.every(10, 30), k.fix(6, 10), k.fix(6, 10)), human(burst(k.ask(k.rand(30, 600), k.near(400, 900), k.sz(300, 9000)), 3)))
	}},
	{Name: "mpi-idle-ranks", Tags: "lab", Where: Private, Ports: ports(1024, 49400), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.talk(0, burst(k.ask(k.rand(3, 60), k.near(60, 3000), k.near(60, 3000)), 4))
	}},
	{Name: "globus-transfer", Tags: "lab", Where: Net, Ports: ports(50000, 443), Make: func(k *Kit) acts.Plan {
		return k.bulk(k.R.Chance(0.5), k.heavy(5000, 50000), 5e7, 2e9, 3e7)
	}},
	{Name: "license-server-heartbeat", Tags: "lab game dev", Where: Private, Ports: ports(27000, 5053, 1055), Make: func(k *Kit) acts.Plan {
		return k.talk(0, k.ask(k.every(30, 120), k.near(40, 160), k.near(40, 160)))
	}},
	{Name: "game-session-udp", Tags: "srv-game", Where: Net, Ports: ports(27015, 7777), Clients: 14, Own: true, Make: func(k *Kit) acts.Plan {
		g := k.grams(0, wave(0, k.heavy(600, 7200), k.near(40, 90), k.near(100, 300)))
		g.Waves[0].Burst, g.Waves[0].Human = 60, true
		return g
	}},
	{Name: "game-lobby-websocket", Tags: "srv-game", Where: Net, Ports: ports(443, 7350), Clients: 40, Own: true, Make: func(k *Kit) acts.Plan {
		return short(k.talk(0.9, k.ask(k.every(10, 60), k.fix(4, 30), k.fix(4, 30)), human(push(k.rand(5, 120), k.sz(60, 500))), human(k.ask(k.rand(20, 400), k.sz(60, 300), k.sz(60, 900)))), k.heavy(600, 9000), k.heavy(900, 30000))
	}},
	{Name: "game-master-heartbeat", Tags: "game", Where: Net, Ports: ports(27011, 28900), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.grams(27015, wave(0, k.every(30, 300), k.near(40, 300), k.near(10, 60)), wave(1, k.rand(10, 120), k.fix(25, 25), k.near(80, 400)))
	}},
	{Name: "matchmaker-grpc", Tags: "game", Where: Net, Ports: ports(443, 50051), Make: func(k *Kit) acts.Plan {
		return k.talk(0.8, k.ask(k.every(5, 20), k.near(60, 200), k.near(20, 80)), human(push(k.rand(15, 300), k.sz(200, 1200))))
	}},
	{Name: "voice-rtp-relay", Tags: "srv-game", Where: Net, Ports: ports(50000, 3478), Clients: 5, Make: func(k *Kit) acts.Plan {
		g := k.grams(1, wave(0, acts.Every(k.log(4, 15), 0.02), k.near(20, 110), k.near(20, 110)), wave(0, k.heavy(900, 7200), k.near(90, 200), k.near(90, 200)))
		g.Waves[1].Burst, g.Waves[1].Human = 900, true
		return g
	}},
	{Name: "perforce-client", Tags: "game dev", Where: Private, Ports: ports(1666), Make: func(k *Kit) acts.Plan {
		return acts.Several{byDay(rounds(k.poll(0.6, k.heavy(200, 3000), k.sz(300, 1500), k.odd(300, 900, 30000)), 4, acts.Every(0.05, 0.5))), k.bulk(false, k.heavy(3000, 20000), 1e6, 4e8, 3e7)}
	}},
	{Name: "leaderboard-rest", Tags: "game", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return byDay(k.poll(1, k.rand(10, 300), k.near(300, 900), k.sz(250, 3000)))
	}},
	{Name: "newswire-feed-tcp", Tags: "media", Where: Net, Ports: ports(8088, 21000), Servers: 2, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, human(push(k.rand(15, 300), k.sz(900, 6000))), push(k.every(10, 60), k.fix(4, 60)), tell(k.every(30, 300), k.fix(4, 30)))
	}},
	{Name: "rss-crawler", Tags: "media", Where: Net, Ports: ports(443), Servers: 30, Own: true, Make: func(k *Kit) acts.Plan {
		return k.poll(0.95, k.every(240, 3600), k.near(200, 400), k.odd(150, 400, 30000))
	}},
	{Name: "live-blog-websocket", Tags: "srv-media", Where: Net, Ports: ports(443), Clients: 60, Own: true, Make: func(k *Kit) acts.Plan {
		return short(k.talk(1, k.poke(k.every(20, 60), k.fix(2, 8), k.fix(6, 12)), human(push(k.rand(20, 200), k.sz(150, 2000)))), k.heavy(200, 4000), k.heavy(600, 30000))
	}},
	{Name: "icecast-relay", Tags: "media", Where: Net, Ports: ports(8000), Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, push(acts.Every(k.log(2, 5), 0.05), k.near(16000, 60000)))
	}},
	{Name: "ad-decision-rest", Tags: "media web", Where: Net, Ports: ports(443), Servers: 3, Make: func(k *Kit) acts.Plan {
		return byDay(rounds(k.poll(1, k.rand(10, 120), k.sz(500, 2000), k.odd(120, 300, 3000)), 3, acts.Heavy(0.2, 1)))
	}},
	{Name: "e-learning-presence", Tags: "school", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return byDay(k.poll(1, k.every(15, 90), k.near(500, 1200), k.near(200, 900)))
	}},
	{Name: "classroom-screen-agent", Tags: "school", Where: Private, Ports: ports(5405, 11100), Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, k.ask(k.every(5, 30), k.near(20, 90), k.near(10, 60)), human(burst(tell(k.rand(30, 600), k.sz(2000, 30000)), 2)))
	}},
	{Name: "proctoring-stream", Tags: "school", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return short(k.talk(1, tell(acts.Every(k.log(3, 10), 0.1), k.sz(3000, 30000)), k.ask(k.every(10, 30), k.near(30, 90), k.near(30, 90))), k.heavy(1200, 5400), k.heavy(9000, 60000))
	}},
	{Name: "print-cloud-connector", Tags: "school clinic desk", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.ask(k.every(30, 240), k.near(30, 90), k.near(30, 90)), human(k.poke(k.rand(400, 6000), k.sz(300, 1500), k.sz(200, 600))))
	}},
	{Name: "patient-monitor-gateway", Tags: "clinic-core", Where: Private, Ports: ports(24105, 3200), Servers: 4, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0, push(acts.Every(k.log(2, 12), 0.02), k.near(200, 1300)), k.ask(k.every(10, 60), k.fix(8, 40), k.fix(8, 40)))
	}},
	{Name: "e-prescription-rest", Tags: "clinic-core", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return byDay(k.poll(1, k.rand(60, 900), k.sz(1500, 6000), k.sz(600, 3000)))
	}},
}
