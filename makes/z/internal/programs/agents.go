package programs

import (
	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/rng"
)

// agents: remote management, monitoring and protection that the provider puts on every host.
var agents = []Program{
	{Name: "rmm-agent-websocket", Tags: "msp", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, idle(k.ask(k.every(20, 120), k.fix(6, 40), k.fix(6, 40))), tell(k.every(60, 300), k.near(400, 3000)), k.poke(k.rand(300, 9000), k.sz(200, 2000), k.sz(300, 9000)))
	}},
	{Name: "rmm-agent-checkin", Tags: "msp", Where: Net, Ports: ports(443, 8443), Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(1, k.every(30, 300), k.sz(400, 4000), k.near(150, 900)), rng.Pick(k.R, 1.0, 1.5, 3), acts.Heavy(0.1, 0.8))
	}},
	{Name: "rmm-relay-tcp", Tags: "msp", Where: Net, Ports: ports(5721, 8041, 2195, 1984), Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, k.ask(k.every(15, 60), k.fix(16, 120), k.fix(8, 80)), tell(k.rand(120, 2000), k.sz(200, 5000)))
	}},
	{Name: "rmm-nats-agent", Tags: "msp", Where: Net, Ports: ports(443, 4222), Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.poke(k.every(120, 120), k.fix(6, 6), k.fix(6, 6)), k.ask(k.every(60, 120), k.fix(6, 6), k.fix(6, 6)), burst(tell(acts.Every(k.log(30, 240), 0.5), k.sz(100, 1500)), 1))
	}},
	{Name: "salt-minion", Tags: "msp agent", Where: Net, Ports: ports(4505), Make: func(k *Kit) acts.Plan {
		return k.talk(0, push(k.rand(60, 1800), k.near(120, 700)), tell(k.every(30, 300), k.fix(9, 60)))
	}},
	{Name: "puppet-agent", Tags: "slow msp agent", Where: Private, Ports: ports(8140), Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(1, acts.Every(1800, 0.02), k.sz(900, 9000), k.sz(2000, 60000)), 9, acts.Heavy(0.4, 1))
	}},
	{Name: "chef-client", Tags: "slow msp agent", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(1, acts.Every(1800, 0.15), k.sz(1200, 5000), k.sz(800, 20000)), 14, acts.Heavy(0.3, 1))
	}},
	{Name: "remote-desktop-relay-idle", Tags: "msp desk", Where: Net, Ports: ports(5938, 443, 6568, 7070), Make: func(k *Kit) acts.Plan {
		return k.talk(0.6, k.ask(k.every(20, 120), k.fix(12, 60), k.fix(8, 50)), human(burst(k.poke(k.rand(2000, 20000), k.sz(200, 900), k.sz(300, 9000)), 25)))
	}},
	{Name: "screen-support-session-host", Tags: "msp", Where: Net, Ports: ports(8041, 443), Make: func(k *Kit) acts.Plan {
		return k.talk(0, k.ask(k.every(30, 60), k.near(30, 90), k.near(30, 90)))
	}},
	{Name: "mesh-agent", Tags: "msp", Where: Net, Ports: ports(443, 4433), Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.poke(k.every(25, 120), k.fix(10, 30), k.fix(10, 30)))
	}},
	{Name: "edr-sensor-stream", Tags: "msp agent", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, burst(tell(k.rand(6, 60), k.sz(300, 3000)), 0.8), k.ask(k.every(60, 300), k.near(100, 400), k.near(60, 200)), push(k.rand(600, 6000), k.sz(200, 3000)))
	}},
	{Name: "edr-cloud-lookup", Tags: "msp agent desk", Where: Net, Ports: ports(443), Servers: 2, Make: func(k *Kit) acts.Plan {
		return byDay(k.poll(1, k.rand(60, 900), k.sz(500, 2500), k.sz(200, 900)))
	}},
	{Name: "wazuh-agent", Tags: "msp agent", Where: Net, Ports: ports(1514), Make: func(k *Kit) acts.Plan {
		return k.talk(0, k.ask(k.every(10, 60), k.near(90, 260), k.near(70, 110)), burst(tell(k.rand(8, 120), k.sz(200, 900)), 1))
	}},
	{Name: "osquery-tls", Tags: "msp agent", Where: Net, Ports: ports(443, 8080), Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(20, 120), k.near(300, 500), k.near(120, 300))
	}},
	{Name: "ssm-agent-message", Tags: "agent", Where: Cloud, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return acts.Several{k.talk(1, k.ask(acts.Every(300, 0.01), k.fix(6, 10), k.fix(2, 6)), k.ask(k.every(1800, 3600), k.near(900, 1500), k.near(300, 500))), k.poll(1, acts.Every(300, 0.05), k.near(1200, 2500), k.near(250, 400))}
	}},
	{Name: "cloudwatch-agent", Tags: "agent", Where: Cloud, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(60, 60), k.near(1800, 7000), k.near(250, 400))
	}},
	{Name: "cloudwatch-logs", Tags: "agent app", Where: Cloud, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(5, 30), k.sz(900, 9000), k.near(250, 350))
	}},
	{Name: "datadog-agent", Tags: "agent", Where: Net, Ports: ports(443), Servers: 2, Make: func(k *Kit) acts.Plan {
		p := k.poll(1, acts.Every(rng.Pick(k.R, 15, 10, 30.0), 0.02), k.sz(1500, 12000), k.near(200, 400))
		p.Linger = 90
		return p
	}},
	{Name: "newrelic-agent", Tags: "agent app", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(5, 60), k.sz(900, 5000), k.near(200, 350))
	}},
	{Name: "zabbix-active-agent", Tags: "agent", Where: Private, Ports: ports(10051), Make: func(k *Kit) acts.Plan {
		return acts.Several{k.poll(0.2, k.every(5, 60), k.sz(250, 1500), k.fix(90, 130)), k.poll(0.2, k.every(60, 120), k.near(90, 150), k.near(200, 3000))}
	}},
	{Name: "prometheus-scrapes-us", Tags: "srv-agent agent", Where: Private, Ports: ports(9100, 9090, 9182, 8080), Clients: 1, Make: func(k *Kit) acts.Plan {
		p := k.poll(0.1, k.every(10, 60), k.near(150, 300), k.near(4000, 60000))
		p.Linger = 300
		return p
	}},
	{Name: "telegraf-influx", Tags: "agent lab iot", Where: Private, Ports: ports(8086), Make: func(k *Kit) acts.Plan {
		return k.poll(0.4, k.every(10, 30), k.sz(900, 5000), k.fix(140, 200))
	}},
	{Name: "graphite-line", Tags: "agent app", Where: Private, Ports: ports(2003), Make: func(k *Kit) acts.Plan {
		return k.talk(0, tell(k.every(10, 60), k.near(300, 5000)))
	}},
	{Name: "statsd-udp", Tags: "agent app game", Where: Private, Ports: ports(8125), Make: func(k *Kit) acts.Plan {
		return k.grams(1, wave(0, k.rand(2, 20), k.sz(40, 900), none()))
	}},
	{Name: "syslog-tls", Tags: "agent msp", Where: Net, Ports: ports(6514), Make: func(k *Kit) acts.Plan {
		return k.talk(1, burst(tell(k.rand(5, 90), k.sz(120, 500)), 1.2))
	}},
	{Name: "syslog-udp", Tags: "agent", Where: Private, Ports: ports(514), Make: func(k *Kit) acts.Plan {
		g := k.grams(1, wave(0, k.rand(4, 90), k.sz(90, 400), none()))
		g.Waves[0].Burst = 1
		return g
	}},
	{Name: "filebeat-lumberjack", Tags: "agent app", Where: Private, Ports: ports(5044), Make: func(k *Kit) acts.Plan {
		return k.talk(0.6, k.ask(k.rand(4, 40), k.sz(500, 9000), k.fix(6, 6)))
	}},
	{Name: "fluentd-forward", Tags: "agent app", Where: Private, Ports: ports(24224), Make: func(k *Kit) acts.Plan {
		p := k.poll(0.3, k.every(10, 60), k.sz(900, 30000), k.fix(30, 60))
		g := k.grams(1, wave(0, acts.Every(k.log(5, 15), 0.05), k.fix(1, 1), k.fix(1, 1)))
		return acts.Several{p, g}
	}},
	{Name: "elastic-agent-checkin", Tags: "agent msp", Where: Net, Ports: ports(443, 8220), Make: func(k *Kit) acts.Plan {
		return work(k.talk(1), acts.Cycle{Ask: k.near(1200, 4000), Wait: rng.Pick(k.R, 270.0, 300, 120), Empty: k.near(250, 500), Job: k.sz(600, 9000), Come: k.rand(1500, 20000), Busy: acts.Every(0.5, 0.5), Done: k.near(600, 1500), Ack: k.near(200, 400), Pause: acts.Every(1, 0.5)})
	}},
	{Name: "nrpe-check", Tags: "srv-agent", Where: Private, Ports: ports(5666, 12489), Clients: 1, Make: func(k *Kit) acts.Plan {
		return k.poll(0.8, k.rand(20, 90), k.fix(1036, 1040), k.fix(1036, 1040))
	}},
	{Name: "checkmk-pull", Tags: "srv-agent", Where: Private, Ports: ports(6556), Clients: 1, Make: func(k *Kit) acts.Plan {
		p := k.poll(0.5, k.every(60, 300), k.fix(2, 12), k.near(9000, 60000))
		p.Linger, p.Closer = 0, 1
		return p
	}},
	{Name: "icinga-cluster", Tags: "agent msp", Where: Net, Ports: ports(5665), Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.ask(k.every(10, 20), k.fix(80, 100), none()), push(k.every(10, 20), k.fix(80, 100)), tell(k.rand(5, 60), k.sz(900, 2500)))
	}},
	{Name: "sensu-agent", Tags: "agent", Where: Private, Ports: ports(8081), Make: func(k *Kit) acts.Plan {
		return k.talk(0.4, tell(k.every(20, 20), k.near(500, 900)), k.poke(k.every(30, 60), k.near(300, 700), k.near(600, 2500)))
	}},
	{Name: "netdata-stream", Tags: "agent lab", Where: Private, Ports: ports(19999), Make: func(k *Kit) acts.Plan {
		return k.talk(0.4, tell(acts.Every(k.log(2, 10), 0.02), k.near(500, 3000)), push(k.every(60, 300), k.fix(20, 40)))
	}},
	{Name: "otlp-grpc", Tags: "agent app", Where: Net, Ports: ports(4317, 443), Make: func(k *Kit) acts.Plan {
		return k.talk(0.8, k.ask(k.rand(3, 40), k.sz(600, 6000), k.fix(20, 60)), k.ask(k.every(10, 60), k.near(1500, 9000), k.fix(20, 60)))
	}},
	{Name: "sentry-events", Tags: "app web", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.rand(60, 2000), k.sz(1200, 12000), k.near(250, 500))
	}},
	{Name: "snmp-poller", Tags: "srv-agent msp-net", Where: Private, Ports: ports(161), Clients: 1, Make: func(k *Kit) acts.Plan {
		g := k.grams(0, wave(0, k.every(30, 300), k.near(45, 120), k.near(60, 1200)))
		g.Waves[0].Burst = k.log(1, 8)
		return g
	}},
	{Name: "ntp-client", Tags: "agent", Where: Net, Ports: ports(123), Servers: 4, Make: func(k *Kit) acts.Plan {
		g := k.grams(uint16(rng.Pick(k.R, 0, 123)), wave(0, acts.Every(rng.Pick(k.R, 64.0, 128, 256, 512, 1024), 0.03), k.fix(48, 48), k.fix(48, 48)))
		g.All = true
		return g
	}},
	{Name: "controller-inform", Tags: "msp-net edge", Where: Net, Ports: ports(8080, 8443), Make: func(k *Kit) acts.Plan {
		return k.poll(0.2, acts.Every(k.log(8, 30), 0.05), k.near(900, 3500), k.near(180, 400))
	}},
	{Name: "vuln-scanner-agent", Tags: "msp", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(240, 1800), k.near(700, 2000), k.near(300, 900))
	}},
	{Name: "backup-agent-control", Tags: "msp", Where: Net, Ports: ports(443, 8061, 6162), Make: func(k *Kit) acts.Plan {
		return acts.Several{k.talk(1, k.ask(k.every(30, 300), k.near(30, 300), k.near(20, 200))), k.bulk(true, acts.Every(k.log(7200, 90000), 0.1), 5e6, 4e8, 8e6)}
	}},
	{Name: "patch-cache", Tags: "slow msp desk", Where: Net, Ports: ports(443, 80), Servers: 2, Make: func(k *Kit) acts.Plan {
		return acts.Several{k.poll(0.7, k.every(1200, 7200), k.sz(400, 2000), k.sz(500, 30000)), k.bulk(false, k.heavy(20000, 80000), 1e6, 1e8, 1e7)}
	}},
	{Name: "uptime-probe-inbound", Tags: "srv-web", Where: Net, Ports: ports(443), Clients: 8, Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(60, 300), k.near(150, 300), k.sz(500, 20000))
	}},
	{Name: "icmp-watch", Tags: "msp-net agent", Where: Private, Ports: ports(0), Servers: 2, Make: func(k *Kit) acts.Plan {
		g := k.grams(0, wave(0, k.every(5, 60), k.fix(40, 64), k.fix(40, 64)))
		g.Proto = 1
		return g
	}},
	{Name: "monitoring-server", Tags: "srv-monitor", Where: Private, Ports: ports(10051, 443), Clients: 25, Own: true, Make: func(k *Kit) acts.Plan {
		return k.poll(0.4, k.every(30, 120), k.sz(250, 3000), k.near(90, 300))
	}},
	{Name: "monitoring-poller", Tags: "poller", Where: Private, Ports: ports(10050, 9100, 5666, 161, 22), Servers: 22, Own: true, Make: func(k *Kit) acts.Plan {
		return k.poll(0.3, k.every(30, 180), k.near(20, 300), k.near(60, 9000))
	}},
	{Name: "inventory-grpc-stream", Tags: "msp agent", Where: Net, Ports: ports(443, 50051), Make: func(k *Kit) acts.Plan {
		t := k.talk(1, k.ask(k.every(20, 300), k.fix(17, 17), k.fix(17, 17)), tell(k.every(300, 3600), k.sz(900, 12000)), push(k.rand(200, 5000), k.sz(80, 900)))
		t.Probes[0] = 15 * clock.Second
		return t
	}},
}
