package prog

import (
	"makes/u/internal/clock"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

var agents = []Kind{
	{"ssm-message-channel", Agent, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(420, 200)
		s.Ask(every(300, 0.02), exact(2), exact(2))
		return s.Call(random(9000), near(900, 200), near(500, 100)).Life(among(1500, 3600))
	}},
	{"ssm-poll", Agent, Out, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 443, wire.TLS12).Ask(among(0.1, 1), near(1250, 20), near(420, 12)).Think(among(15, 20)).Life(random(30000))
	}},
	{"cloudwatch-agent", Agent, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(6, 60)).Ask(every(r.Num(10, 60, 60), 0.1), wide(r.LogInt(1500, 9000), 0.2), near(320, 12))
	}},
	{"cloudwatch-logs", Agent, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 30).Ask(uneven(r.Log(5, 60), 0.6), wide(r.LogInt(1500, 30000), 0.6), near(360, 12))
	}},
	{"datadog-agent", Agent, Out, func(r *rng.R) *talk.Spec {
		s := talk.Visit(r, 443, tls(r), 60)
		return s.Ask(every(15, 0.05), wide(r.LogInt(2500, 20000), 0.2), near(260, 10)).Ask(every(r.Num(10, 60), 0.05), wide(2500, 0.3), near(240, 10))
	}},
	{"newrelic-infra", Agent, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 90).Ask(every(r.Num(5, 15, 60), 0.05), wide(3000, 0.3), near(250, 12))
	}},
	{"edr-sensor", Agent, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, tls(r)).Hello(700, 500)
		s.Say(uneven(r.Log(5, 40), 1), wide(r.LogInt(300, 2400), 0.6)).Then(down, near(60, 12), among(0.005, 0.05))
		return s.Ask(every(r.Num(30, 60, 120), 0.05), near(90, 8), near(80, 8))
	}},
	{"wazuh-agent", Agent, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 1514, wire.Plain)
		s.Ask(every(r.Num(10, 20, 60), 0.02), near(100, 8), near(73, 4))
		return s.Say(uneven(r.Log(5, 90), 1.2), wide(420, 0.6)).Retry(60, 1, 60)
	}},
	{"osquery-tls", Agent, Out, func(r *rng.R) *talk.Spec { return poll(r, 443, tls(r), r.Num(10, 60, 300)) }},
	{"teleport-node", Agent, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 443, 3024, 3080), wire.SSH)
		s.Ask(every(r.Num(15, 60, 300), 0.02), near(60, 8), near(28, 4))
		return s.Ask(every(60, 0.1), near(420, 40), near(180, 20))
	}},
	{"tanium-client", Agent, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 17472, tls(r))
		return s.Ask(every(r.Num(30, 60, 120), 0.3), wide(420, 0.5), wide(700, 0.7)).Life(among(1500, 5000))
	}},
	{"puppet-agent", Agent, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 8140, wire.TLS12, 4).Ask(every(1800, 0.02), near(2000, 300), wide(30000, 0.4)).Several(3, 9, 0.5)
	}},
	{"salt-minion", Agent, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 4505, wire.Plain).Hello(64, 64).Hello(40, 40)
		return s.Push(random(r.Log(60, 2000)), wide(420, 0.4)).Keep(300, 0)
	}},
	{"chef-client", Agent, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 5).Ask(every(1800, 0.1), near(1300, 200), wide(6000, 0.9)).Several(8, 30, 0.3)
	}},
	{"unattended-upgrades", Agent, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 80, 443), wire.Plain, 3).Ask(every(r.Num(21600, 43200), 0.5), near(180, 20), wide(120000, 1.5)).Several(4, 20, 0.2)
	}},
	{"ntp-client", Agent, Out, func(r *rng.R) *talk.Spec {
		return talk.Packets(r, 123, talk.UDP).Source(rng.Pick(r, 123, 0)).Ask(every(r.Num(64, 128, 256, 1024), 0.03), exact(48), exact(48))
	}},
	{"dns-resolver", Agent, Either, func(r *rng.R) *talk.Spec {
		s := talk.Packets(r, 53, talk.UDP).Ask(uneven(r.Log(10, 200), 1.2), near(50, 12), wide(120, 0.4)).Several(1, 2, 0.01)
		return s.Idle(0.05, up, wire.Fin).Gap(uneven(r.Log(10, 300), 1), clock.Flat)
	}},
	{"syslog-tcp", Agent, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, rng.Pick(r, 514, 6514, 601), maybe(r)).Say(uneven(r.Log(1, 60), 1.2), wide(190, 0.4)).Several(1, 3, 0.2)
	}},
	{"fluentbit-forward", Agent, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 24224, maybe(r)).Say(every(r.Num(1, 5, 10), 0.1), wide(r.LogInt(500, 9000), 0.6)).Then(down, near(40, 4), among(0.001, 0.02))
	}},
	{"filebeat", Agent, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 5044, maybe(r)).Ask(uneven(r.Log(2, 30), 0.8), wide(r.LogInt(500, 6000), 0.7), exact(6)).Life(uneven(9000, 1))
	}},
	{"consul-agent", Agent, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 8300, wire.Plain)
		s.Ask(every(r.Num(10, 30), 0.1), exact(12), exact(12))
		return s.Ask(uneven(20, 0.8), near(220, 40), near(260, 60)).Ask(random(60), near(200, 10), near(420, 90)).Think(among(60, 300))
	}},
	{"serf-gossip", Agent, In, func(r *rng.R) *talk.Spec {
		return talk.Packets(r, rng.Pick(r, 8301, 7946), talk.UDP).Source(8301).Ask(random(r.Log(3, 30)), near(70, 20), near(40, 12))
	}},
	{"backup-agent-checkin", Agent, Out, func(r *rng.R) *talk.Spec { return poll(r, 443, tls(r), r.Num(60, 300, 600)) }},
	{"license-heartbeat", Agent, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 27000, 1947, 5093), wire.Plain).Hello(150, 150)
		return s.Ask(every(r.Num(60, 120, 300, 600), 0.02), near(148, 4), near(148, 4))
	}},
}

var monitors = []Kind{
	{"node-exporter-scrape", Monitor, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 9100, 9100, 9104, 9187), wire.Plain, 300).Ask(every(r.Num(10, 15, 15, 30, 60), 0.001), near(240, 6), wide(r.LogInt(6000, 40000), 0.03))
	}},
	{"prometheus-remote-write", Monitor, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 443, 9090, 8480), maybe(r), 300).Ask(every(r.Num(5, 15, 30), 0.1), wide(r.LogInt(3000, 60000), 0.2), near(120, 6))
	}},
	{"otlp-grpc", Monitor, Either, func(r *rng.R) *talk.Spec {
		return grpc(r, 4317, maybe(r)).Ask(every(r.Num(1, 5, 10, 60), 0.05), wide(r.LogInt(700, 9000), 0.5), near(30, 4))
	}},
	{"statsd-udp", Monitor, In, func(r *rng.R) *talk.Spec {
		return talk.Packets(r, 8125, talk.UDP).Say(random(r.Log(0.7, 10)), near(r.Int(40, 600), 30))
	}},
	{"zabbix-active", Monitor, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 10051, wire.Plain, 0.01).Ask(every(r.Num(30, 60, 120), 0.05), wide(500, 0.5), near(110, 4))
	}},
	{"zabbix-passive", Monitor, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 10050, wire.Plain, 0.01).Ask(uneven(r.Log(8, 60), 0.5), near(40, 12), near(26, 6))
	}},
	{"nagios-nrpe", Monitor, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 5666, wire.TLS12, 0.01).Ask(every(r.Num(60, 300), 0.1), exact(1036), exact(1036)).Several(2, 8, 3)
	}},
	{"icinga-cluster", Monitor, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 5665, tls(r)).Hello(300, 900)
		s.Say(every(r.Num(10, 20), 0.02), near(110, 2)).Push(every(r.Num(10, 20), 0.02), near(110, 2))
		return s.Say(uneven(9, 0.8), wide(1200, 0.3))
	}},
	{"snmp-poll", Monitor, In, func(r *rng.R) *talk.Spec {
		return talk.Packets(r, 161, talk.UDP).Ask(every(r.Num(30, 60, 300), 0.02), near(85, 6), near(140, 50)).Several(3, 12, 0.05)
	}},
	{"icmp-ping-monitor", Monitor, Either, func(r *rng.R) *talk.Spec {
		return talk.Packets(r, 0, talk.ICMP).Ask(every(r.Num(5, 10, 60), 0.02), exact(64), exact(64)).Several(1, 3, 1)
	}},
	{"tcp-health-check", Monitor, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 80, 443, 8080, 3306), wire.Plain, 0.001).Ask(every(r.Num(5, 10, 30), 0.01), near(120, 4), near(190, 12))
	}},
	{"uptime-probe", Monitor, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 0.01).Ask(every(r.Num(30, 60, 300), 0.05), near(180, 4), wide(1800, 0.4))
	}},
	{"jaeger-agent", Monitor, In, func(r *rng.R) *talk.Spec {
		return grpc(r, 14250, wire.Plain).Ask(uneven(r.Log(1, 10), 0.8), wide(1600, 0.7), near(24, 3)).When(clock.Daylight)
	}},
	{"sentry-ingest", Monitor, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 30).Ask(uneven(r.Log(20, 1500), 1.4), wide(5000, 0.7), near(240, 12)).When(clock.Daylight)
	}},
	{"grafana-live", Monitor, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(40, 90)
		s.Push(every(25, 0.01), exact(2)).Then(up, exact(2), among(0.01, 0.1))
		return s.Push(every(r.Num(1, 5, 10), 0.02), wide(420, 0.2)).Life(uneven(9000, 1)).Gap(random(9000), clock.Office)
	}},
	{"loki-push", Monitor, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 3100, 443), maybe(r), 90).Ask(every(r.Num(1, 5, 10), 0.2), wide(4000, 0.6), near(110, 6))
	}},
}
