package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var monitoring = []talk.Spec{
	{Name: "zabbix-agent-active", Ports: ports(10051), At: talk.VPC, Covers: either, Talks: talks(ask(steady, r(15, 90), v(200, 1500, .5), v(80, 160, .03)), ask(steady, r(60, 120), r(90, 160), v(900, 9000, .02)))},
	{Name: "zabbix-proxy-poll", Ports: ports(10050), At: talk.VPC, Talks: talks(ask(steady, r(40, 300), v(16, 60, .2), v(14, 60, .3)))},
	{Name: "nrpe-check", Ports: ports(5666), At: talk.VPC, Covers: tls12, Talks: talks(ask(steady, r(60, 900), r(1036, 1036), r(1036, 1036)).think(.02, 1, .6))},
	{Name: "check-agent-dump", Ports: ports(6556), At: talk.VPC, Hello: greets(6000, 60000), Talks: talks(ask(steady, r(60, 300), r(1, 1), r(1, 1)))},
	{Name: "icinga-cluster", Ports: ports(5665), At: talk.VPC, Covers: tls12, Hold: true, Hello: opens(80, 200, 80, 200), Retry: fixed(10, 60), Talks: talks(tell(steady, r(5, 10), r(150, 260)).both(), tell(random, r(5, 60), v(900, 4000, .4)), push(random, r(60, 600), v(300, 900, .3), r(0, 0)))},
	{Name: "prometheus-scrape", Ports: ports(9100, 9090, 8080, 9104), At: talk.VPC, Hold: true, Retry: fixed(15, 60), Talks: talks(ask(steady, r(10, 60), v(180, 420, .01), v(3000, 60000, .02)))},
	{Name: "metrics-agent-saas", Ports: ports(443), At: talk.World, Covers: tls, Linger: r(0, 90), Addrs: r(2, 6), Spread: true, Talks: talks(ask(steady, r(10, 60), v(900, 9000, .3), v(150, 500, .1)), ask(steady, r(60, 600), v(500, 4000, .2), v(150, 400, .1)))},
	{Name: "apm-agent-saas", Ports: ports(443), At: talk.World, Covers: tls, Hold: true, Life: r(600, 9000), Hours: hours.Soft, Retry: backoff(5, 15, 120, 300), Talks: talks(ask(steady, r(5, 60), v(700, 6000, .4), v(120, 500, .1)))},
	{Name: "oneagent-gateway", Ports: ports(9999, 443), At: talk.VPC, Covers: tls, Hold: true, Conns: r(1, 3), Retry: backoff(5, 15, 60, 120), Talks: talks(ask(steady, r(5, 30), v(400, 3000, .5), v(120, 400, .1)), ask(steady, r(10, 60), v(200, 600, .1), v(120, 700, .2)))},
	{Name: "collectd-network", Ports: ports(25826), Proto: 17, SamePort: true, At: talk.VPC, Talks: talks(tell(steady, r(10, 30), v(1200, 1400, .05)).burst(1, 6, .1, r(.001, .01)))},
	{Name: "statsd-udp", Ports: ports(8125), Proto: 17, Hold: true, At: talk.VPC, Hours: hours.Soft, Talks: talks(tell(random, r(.8, 20), v(40, 900, .6)).busy())},
	{Name: "graphite-line", Ports: ports(2003), At: talk.VPC, Hold: true, Retry: fixed(1, 30), Talks: talks(tell(steady, r(10, 60), v(300, 9000, .05)))},
	{Name: "influx-write", Ports: ports(8086), At: talk.VPC, Covers: either, Hold: true, Retry: fixed(10, 30), Talks: talks(ask(steady, r(10, 60), v(500, 6000, .15), r(120, 260)))},
	{Name: "opentelemetry-export", Ports: ports(4317, 4318), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Soft, Retry: backoff(1, 5, 30, 120), Talks: talks(ask(steady, r(5, 60), v(300, 9000, .6), r(40, 120)), push(steady, r(10, 60), r(17, 17), r(17, 17)).some(.4))},
	{Name: "wazuh-agent", Ports: ports(1514), At: talk.VPC, Hold: true, Hours: hours.Soft, Hello: opens(120, 260, 60, 160), Retry: fixed(10, 60), Talks: talks(ask(steady, r(10, 60), v(80, 220, .1), r(60, 100)), tell(random, r(5, 120), v(150, 700, .4)).busy())},
	{Name: "edr-sensor-cloud", Ports: ports(443), At: talk.World, Covers: tls, Hold: true, Hours: hours.Soft, Hello: opens(300, 900, 100, 500), Retry: backoff(5, 30, 600, 1800), Dead: .06, Talks: talks(tell(random, r(5, 120), v(120, 900, .5)).busy(), ask(steady, r(30, 120), r(20, 90), r(20, 90)), push(random, r(1200, 9000), v(100, 600, .4), r(60, 300)))},
	{Name: "antivirus-cloud-lookup", Ports: ports(443, 80), At: talk.World, Covers: either, Linger: r(0, 60), Hours: hours.Office, Talks: talks(ask(random, r(60, 1200), v(300, 900, .2), v(150, 700, .3)).busy())},
	{Name: "vulnerability-agent", Ports: ports(443), At: talk.World, Covers: tls12, Talks: talks(ask(steady, r(600, 3600), v(600, 1500, .1), v(300, 900, .1)), tell(random, r(14400, 60000), v(20000, 600000, .7)))},
	{Name: "ssm-style-channel", Ports: ports(443), At: talk.Cloud, Covers: tls, Hold: true, Hello: opens(700, 1500, 300, 600), Life: r(1800, 90000), Retry: backoff(1, 5, 60, 900), Talks: talks(ask(steady, r(60, 300), r(6, 120), r(2, 60)), push(random, r(3600, 40000), v(600, 1800, .3), v(300, 900, .2)))},
	{Name: "ssm-style-longpoll", Ports: ports(443), At: talk.Cloud, Covers: tls, Linger: r(0, 30), Addrs: r(1, 3), Spread: true, Talks: talks(ask(after, r(.1, 2), v(900, 1900, .03), v(250, 420, .03)).think(18, 22, .01))},
	{Name: "cloud-metrics-put", Ports: ports(443), At: talk.Cloud, Covers: tls, Linger: r(0, 90), Addrs: r(2, 6), Spread: true, Talks: talks(ask(steady, r(60, 300), v(1200, 6000, .2), v(300, 500, .03)))},
	{Name: "cloud-log-put", Ports: ports(443), At: talk.Cloud, Covers: tls, Hold: true, Addrs: r(2, 6), Hours: hours.Soft, Life: r(60, 3600), Talks: talks(ask(random, r(5, 60), v(1500, 9000, .6), v(350, 500, .03)).busy())},
	{Name: "ping-monitor", Ports: ports(0), Proto: 1, Hold: true, At: talk.Site, Dead: .08, Talks: talks(ask(steady, r(5, 60), r(32, 64), r(32, 64)).burst(1, 4, .1, r(.5, 1)))},
	{Name: "tcp-port-check", Ports: ports(22, 80, 443, 1521, 8080), At: talk.VPC, Abrupt: true, Dead: .1, Talks: talks(ask(steady, r(30, 300), r(1, 1), r(1, 1)))},
	{Name: "http-uptime-check", Ports: ports(80, 443, 8080), At: talk.VPC, Covers: either, Talks: talks(ask(steady, r(30, 300), v(100, 260, .02), v(150, 900, .02)))},
	{Name: "sflow-udp", Ports: ports(6343), Proto: 17, Hold: true, At: talk.VPC, Talks: talks(tell(random, r(2, 30), v(300, 1300, .3)))},
	{Name: "hardware-bmc-event", Ports: ports(443), At: talk.VPC, Covers: tls12, Servers: device, Hold: true, Retry: backoff(10, 30, 300, 900), Talks: talks(push(steady, r(30, 120), v(10, 200, .05), r(0, 0)), ask(steady, r(60, 300), v(300, 600, .03), v(900, 4000, .05)))},
	{Name: "ups-network-shutdown", Ports: ports(3493, 3052), At: talk.Site, Servers: device, Hold: true, Hello: opens(14, 30, 3, 10), Retry: fixed(5, 30), Talks: talks(ask(steady, r(2, 15), r(18, 40), r(20, 60)).burst(1, 4, .1, r(.001, .02)))},
	{Name: "status-beacon-tcp", Ports: ports(8649, 5149, 9123), At: talk.VPC, Hold: true, Retry: fixed(10, 120), Talks: talks(tell(steady, r(10, 120), v(60, 900, .05)), push(steady, r(30, 300), r(8, 40), r(0, 0)).some(.4))},
	{Name: "inventory-agent", Ports: ports(443, 8443), At: talk.VPC, Covers: tls, Talks: talks(ask(steady, r(300, 3600), v(500, 2500, .2), v(200, 900, .2)), tell(random, r(20000, 80000), v(50000, 900000, .6)))},
}
