package kinds

import (
	"makes/v/internal/flow"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// monitors watch hosts and take their figures.
func monitors() []Kind {
	const g = "mon"
	return []Kind{
		{"prometheus-scrape", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 9100, 9100, 8080, 9090, 9187, 2112), TLS: maybeTLS(r, 0.1), Keep: keep(r, 0.9, 15, 15), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(15, 30, 60, 10), 0.0005), c(steady(r, 180, 320)), s(loose(r, 2500, 60000, 0.02)).After(think(r, 0.003, 0.08)))}}
		}},
		{"statsd-push", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 8125, Loops: []talk.Loop{office(loop(some(r, 0.2, 10), c(loose(r, 40, 1200, 0.5))), 0.5)}}
		}},
		{"graphite-push", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 2003, 2004), Loops: []talk.Loop{loop(often(r, 10, 60, 60), c(loose(r, 400, 20000, 0.05)))}}
		}},
		{"zabbix-active", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 10051, Lazy: true, Idle: 0.01, Loops: []talk.Loop{loop(rng.Uni(10, r.Uni(20, 60)), c(loose(r, 250, 1500, 0.4)), s(steady(r, 90, 130)).After(think(r, 0.001, 0.02))), loop(often(r, 120, 60), c(rng.Fix(90)), s(loose(r, 500, 6000, 0.02)))}}
		}},
		{"zabbix-passive", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 10050, Lazy: true, Idle: 0.01, Loops: []talk.Loop{loop(rng.Exp(r.Log(12, 90)), c(loose(r, 20, 60, 0.2)), s(loose(r, 15, 60, 0.4)).After(think(r, 0.001, 0.02)))}}
		}},
		{"nagios-nrpe", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 5666, TLS: wire.NewTLS("tls12", r), Lazy: true, Idle: 0.02, Loops: []talk.Loop{loop(rng.Jit(300/float64(r.Int(2, 8)), 0.3), c(rng.Fix(1036)), s(rng.Fix(1036)).After(think(r, 0.02, 0.3)))}}
		}},
		{"snmp-poll", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 161, Lazy: true, Idle: 5, Loops: []talk.Loop{loop(often(r, 60, 300, 300), c(steady(r, 60, 220)).Times(rng.Uni(2, 30), rng.Exp(0.01)), s(steady(r, 80, 900)).Times(rng.Uni(2, 30), rng.Exp(0.01)))}}
		}},
		{"ping-monitor", g, Either, func(r *rng.R) *spec {
			n := r.Pickf(56, 64, 32, 68)
			return &spec{Proto: flow.ICMP, Loops: []talk.Loop{loop(often(r, 1, 5, 10, 30, 60), c(rng.Fix(n)), s(rng.Fix(n)))}}
		}},
		{"datadog-agent", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Life: rng.Uni(600, 3600), Loops: []talk.Loop{loop(rng.Jit(15, 0.02), c(loose(r, 1500, 9000, 0.2)), s(steady(r, 300, 480)).After(think(r, 0.02, 0.1))), loop(rng.Jit(r.Pickf(10, 30), 0.03), c(loose(r, 500, 6000, 0.4)), s(steady(r, 200, 420)).After(think(r, 0.02, 0.1)))}}
		}},
		{"datadog-process-agent", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Loops: []talk.Loop{loop(rng.Jit(10, 0.02), c(loose(r, 1200, 7000, 0.1)), s(steady(r, 120, 320)).After(think(r, 0.02, 0.1)))}}
		}},
		{"newrelic-agent", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: r.Pickf(0.1, 60, 120), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(60, 5), 0.03), c(loose(r, 900, 6000, 0.3)), s(steady(r, 280, 460)).After(think(r, 0.03, 0.2)))}}
		}},
		{"cloudwatch-agent", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: r.Pickf(5, 60, 90), Loops: []talk.Loop{loop(often(r, 60, 60, 10, 300), c(loose(r, 1500, 9000, 0.15)), s(steady(r, 280, 480)).After(think(r, 0.01, 0.05)))}}
		}},
		{"cloudwatch-logs-push", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: r.Pickf(5, 30, 90), Loops: []talk.Loop{office(loop(rng.Plus(5, some(r, 3, 60)), c(loose(r, 1200, 20000, 0.7)), s(steady(r, 280, 420)).After(think(r, 0.01, 0.05))), 0.3)}}
		}},
		{"splunk-forwarder", g, Either, func(r *rng.R) *spec {
			return &spec{Port: 9997, TLS: maybeTLS(r, 0.6), Life: rng.Fix(r.Pickf(30, 300, 30)), Gap: rng.Exp(0.1), Loops: []talk.Loop{loop(some(r, 3, 20), c(loose(r, 400, 6000, 0.7))), loop(rng.Jit(r.Pickf(10, 30), 0.02), c(steady(r, 90, 300)), s(steady(r, 30, 90)).Maybe(0.5))}}
		}},
		{"splunk-deployment-poll", g, Either, func(r *rng.R) *spec {
			return poll(r, 8089, often(r, 60, 30, 300), steady(r, 700, 1500), steady(r, 500, 1500), 1)
		}},
		{"fluent-forward", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 24224, TLS: maybeTLS(r, 0.3), Keep: keep(r, 0.4, 30, 300), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(1, 5, 10, 60), 0.1), c(loose(r, 400, 9000, 0.6)), s(steady(r, 25, 45)).Maybe(0.6))}}
		}},
		{"fluent-heartbeat-udp", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 24224, Loops: []talk.Loop{loop(rng.Jit(1, 0.01), c(rng.Fix(1)), s(rng.Fix(1)))}}
		}},
		{"beats-lumberjack", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 5044, 5044, 443), TLS: maybeTLS(r, 0.6), Keep: [2]float64{15, 0}, Loops: []talk.Loop{loop(some(r, 3, 30), c(loose(r, 500, 8000, 0.6)), s(rng.Fix(6)).After(think(r, 0.003, 0.3)))}}
		}},
		{"syslog-tcp", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 514, 601, 6514), TLS: maybeTLS(r, 0.3), Keep: keep(r, 0.3, 60, 7200), Loops: []talk.Loop{office(loop(some(r, 3, 60), c(loose(r, 110, 500, 0.5))), 0.3)}}
		}},
		{"syslog-udp", g, Either, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 514, CPort: r.Int(32768, 60999), Loops: []talk.Loop{office(loop(some(r, 3, 60), c(loose(r, 110, 500, 0.5))), 0.3)}}
		}},
		{"otlp-exporter", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 4317, 4317, 443), TLS: maybeTLS(r, 0.4), Hello: hello2(r), Frame: 9, Loops: []talk.Loop{loop(often(r, 5, 10, 30, 60), c(loose(r, 500, 9000, 0.3)), s(steady(r, 25, 90)).After(think(r, 0.002, 0.05)))}}
		}},
		{"jaeger-agent-udp", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 6831, Loops: []talk.Loop{office(loop(some(r, 2, 10), c(loose(r, 400, 5000, 0.5))), 0.6)}}
		}},
		{"ganglia-gmond", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 8649, Loops: []talk.Loop{loop(rng.Exp(r.Log(1, 6)), c(steady(r, 40, 120))), loop(rng.Jit(60, 0.05), c(steady(r, 60, 240)).Times(rng.Uni(10, 30), rng.Exp(0.02)))}}
		}},
		{"icinga-cluster", g, Either, func(r *rng.R) *spec {
			return &spec{Port: 5665, TLS: wire.AnyTLS(r).WithClientCert(r), Loops: []talk.Loop{loop(rng.Jit(10, 0.01), c(steady(r, 120, 200))), loop(rng.Jit(20, 0.01), s(steady(r, 120, 200))), loop(some(r, 4, 30), c(loose(r, 600, 2000, 0.3)))}}
		}},
		{"telegraf-http", g, Either, func(r *rng.R) *spec {
			return poll(r, rng.Pick(r, 443, 8086), often(r, 10, 10, 60), loose(r, 1500, 12000, 0.05), steady(r, 120, 260), 0.6)
		}},
		{"loki-tail", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 3100, 443), TLS: maybeTLS(r, 0.4), Hello: upgrade(r), Frame: 4, Quiet: r.Uni(0.1, 0.6), Session: rng.LogN(2500, 1), Loops: []talk.Loop{loop(some(r, 2, 10), s(loose(r, 300, 3000, 0.6))), loop(rng.Jit(1, 0.01), s(rng.Fix(2)), c(rng.Fix(6)))}}
		}},
		{"grafana-live", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 3000), TLS: maybeTLS(r, 0.8), Hello: upgrade(r), Frame: 6, Quiet: r.Uni(0.1, 0.5), Session: rng.LogN(4000, 1), Loops: []talk.Loop{loop(rng.Jit(25, 0.01), s(rng.Fix(3)), c(rng.Fix(3))), loop(often(r, 5, 10, 30, 60), c(loose(r, 900, 3000, 0.2)), s(loose(r, 1500, 30000, 0.6)).After(think(r, 0.02, 0.4)))}}
		}},
		{"collectd-network", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 25826, Loops: []talk.Loop{loop(rng.Jit(10, 0.01), c(steady(r, 900, 1400)).Times(rng.Uni(2, 7), rng.Exp(0.01)))}}
		}},
		{"icmp-smokeping", g, Net, func(r *rng.R) *spec {
			return &spec{Proto: flow.ICMP, Loops: []talk.Loop{loop(rng.Jit(300, 0.01), c(rng.Fix(64)).Times(rng.Fix(20), rng.Jit(1, 0.2)), s(rng.Fix(64)).Times(rng.Fix(20), rng.Jit(1, 0.2)))}}
		}},
		{"uptime-probe", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 80), TLS: maybeTLS(r, 0.7), Lazy: true, Idle: 0.05, Loops: []talk.Loop{loop(often(r, 60, 60, 300), c(steady(r, 120, 320)), s(loose(r, 400, 9000, 0.02)).After(think(r, 0.005, 0.2)))}}
		}},
		{"lb-health-check", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 80, 8080, 3000), Lazy: true, Idle: 0.01, Loops: []talk.Loop{loop(often(r, 15, 30, 30, 60), c(steady(r, 110, 180)), s(steady(r, 120, 900)).After(think(r, 0.001, 0.02)))}}
		}},
	}
}

// agents manage hosts from a central place.
func agents() []Kind {
	const g = "agent"
	return []Kind{
		{"ssm-agent", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.NewTLS(rng.Pick(r, "tls12", "tls13"), r), Hello: upgrade(r), Frame: 6, Life: rng.Uni(1500, 3600), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(60, 300), 0.01), c(steady(r, 8, 40)), s(steady(r, 4, 40))), loop(rng.Jit(300, 0.1), c(steady(r, 500, 900)), s(steady(r, 200, 500)).After(think(r, 0.02, 0.1)))}}
		}},
		{"ssm-message-poll", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Loops: []talk.Loop{now(serial(rng.Uni(0.1, 6), c(steady(r, 900, 1400)), s(steady(r, 180, 300)).After(rng.Uni(19, 21))))}}
		}},
		{"salt-minion", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 4505, Keep: [2]float64{300, 0}, Hello: []talk.Step{c(rng.Fix(64)), s(rng.Fix(64))}, Loops: []talk.Loop{shared(r, some(r, 60, 3000), rng.Exp(0.002), s(loose(r, 400, 1200, 0.2)))}}
		}},
		{"salt-return", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 4506, Lazy: true, Idle: r.Pickf(1, 60), Loops: []talk.Loop{loop(some(r, 60, 3000), c(loose(r, 500, 9000, 0.7)), s(steady(r, 90, 300))), loop(rng.Jit(900, 0.2), c(steady(r, 500, 900)), s(steady(r, 300, 900)))}}
		}},
		{"puppet-agent", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8140, TLS: wire.NewTLS("tls12", r).WithClientCert(r), Lazy: true, Idle: 5, Loops: []talk.Loop{loop(rng.Jit(1800, 0.005), c(rng.Fix(700)), s(loose(r, 9000, 90000, 0.1)).After(think(r, 0.3, 3)), c(loose(r, 9000, 60000, 0.1)), s(loose(r, 20000, 400000, 0.1)).After(think(r, 1, 9)), c(loose(r, 9000, 90000, 0.2)).After(rng.LogN(20, 0.5)), s(rng.Fix(300)))}}
		}},
		{"chef-client", g, Either, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: 20, Loops: []talk.Loop{loop(rng.Uni(1800, 2100), c(steady(r, 900, 1500)).Times(rng.Uni(8, 30), rng.Exp(0.4)), s(loose(r, 2000, 60000, 0.8)).Times(rng.Uni(8, 30), rng.Exp(0.4)))}}
		}},
		{"wazuh-agent", g, Either, func(r *rng.R) *spec {
			return &spec{Port: 1514, Keep: keep(r, 0.3, 60, 600), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(10, 10, 60), 0.02), c(steady(r, 140, 320)), s(rng.Fix(r.Pickf(73, 77)))), loop(some(r, 5, 200), c(loose(r, 300, 1500, 0.4)))}}
		}},
		{"osquery-tls", g, Either, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: rng.Pick(r, 0.05, 0.05, 30), Loops: []talk.Loop{loop(often(r, 30, 60, 120), c(steady(r, 260, 420)), s(steady(r, 220, 420)).After(think(r, 0.01, 0.1))), loop(often(r, 60, 120), c(loose(r, 900, 9000, 0.6)), s(steady(r, 180, 300)))}}
		}},
		{"edr-sensor", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.NewTLS("tls12", r), Life: rng.LogN(40000, 0.6), Loops: []talk.Loop{loop(some(r, 4, 30), c(loose(r, 200, 2500, 0.7))), loop(often(r, 60, 120, 30), c(steady(r, 40, 120)), s(steady(r, 40, 120)).After(think(r, 0.01, 0.05))), loop(some(r, 600, 9000), s(loose(r, 400, 30000, 0.8)))}}
		}},
		{"antivirus-cloud", g, Net, func(r *rng.R) *spec {
			return poll(r, 443, some(r, 60, 900), steady(r, 600, 2500), loose(r, 300, 3000, 0.3), 1)
		}},
		{"fleet-checkin", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 8220), TLS: wire.AnyTLS(r), Loops: []talk.Loop{now(serial(rng.Uni(0.5, 3), c(steady(r, 700, 2500)), s(steady(r, 220, 420)).After(rng.Uni(240, 300))))}}
		}},
		{"beacon-update-check", g, Net, func(r *rng.R) *spec {
			return poll(r, rng.Pick(r, 443, 80, 8443), rng.Jit(r.Log(20, 1800), r.Uni(0, 0.5)), steady(r, 180, 1200), steady(r, 120, 1500), 0.8)
		}},
		{"telemetry-socket", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, r.Int(1024, 20000)), TLS: maybeTLS(r, 0.6), Keep: keep(r, 0.5, 30, 300), Hello: []talk.Step{c(steady(r, 80, 600)), s(steady(r, 20, 400))}, Loops: []talk.Loop{loop(rng.Jit(r.Log(5, 120), r.Uni(0, 0.2)), c(loose(r, 60, 900, 0.3)), s(steady(r, 8, 120)).Maybe(r.Uni(0.2, 1))), loop(some(r, 60, 3000), s(loose(r, 60, 1500, 0.5)))}}
		}},
		{"mesh-xds-stream", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 15012, 15010, 18000), TLS: maybeTLS(r, 0.8), Hello: hello2(r), Frame: 9, Life: rng.Uni(1800, 2700), Loops: []talk.Loop{shared(r, some(r, 10, 300), rng.Exp(0.05), s(loose(r, 2000, 60000, 0.8)), c(steady(r, 180, 400))), loop(rng.Jit(30, 0.01), s(rng.Fix(17)), c(rng.Fix(17)))}}
		}},
		{"vault-token-renew", g, VPC, func(r *rng.R) *spec {
			return poll(r, 8200, some(r, 30, 900), steady(r, 300, 600), steady(r, 700, 1500), 0.8)
		}},
		{"feature-flag-stream", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Hello: []talk.Step{c(steady(r, 300, 700)), s(loose(r, 2000, 50000, 0.2))}, Life: rng.LogN(20000, 0.8), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(180, 30, 60), 0.01), s(rng.Fix(r.Pickf(2, 3, 12)))), loop(some(r, 300, 6000), s(loose(r, 300, 3000, 0.5)))}}
		}},
		{"guest-backup-agent", g, Corp, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 1556, 13724, 8400, 10000), TLS: maybeTLS(r, 0.6), Loops: []talk.Loop{loop(often(r, 60, 300, 600), c(steady(r, 120, 900)), s(steady(r, 80, 500)))}}
		}},
		{"remote-support-agent", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 5938, 6568), TLS: maybeTLS(r, 0.7), Keep: keep(r, 0.3, 60, 300), Loops: []talk.Loop{loop(often(r, 20, 30, 45, 60), c(steady(r, 20, 90)), s(steady(r, 20, 90)).After(think(r, 0.002, 0.03)))}}
		}},
	}
}
