package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var logging = []talk.Spec{
	{Name: "syslog-tcp", Ports: ports(514, 601, 1468), At: talk.VPC, Hold: true, Hours: hours.Soft, Retry: fixed(5, 60), Keep: r(60, 7200), Dead: .05, Talks: talks(tell(random, r(2, 90), v(110, 420, .4)).busy())},
	{Name: "syslog-tls", Ports: ports(6514), At: talk.VPC, Covers: tls, Hold: true, Hours: hours.Soft, Retry: backoff(5, 30, 120, 600), Talks: talks(tell(random, r(3, 120), v(120, 420, .4)).busy(), tell(steady, r(600, 1800), r(60, 120)).some(.4))},
	{Name: "syslog-udp", Ports: ports(514), Proto: 17, At: talk.Site, Hold: true, Hours: hours.Soft, Dead: .08, Talks: talks(tell(random, r(2, 90), v(100, 380, .4)).busy())},
	{Name: "splunk-forwarder", Ports: ports(9997, 9998), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Soft, Addrs: r(2, 4), Spread: true, Life: r(60, 600), Hello: opens(400, 600, 20, 60), Retry: fixed(1, 30), Talks: talks(tell(random, r(2, 30), v(300, 5000, .8)).busy(), tell(steady, r(30, 30), r(40, 80)))},
	{Name: "splunk-deployment-poll", Ports: ports(8089), At: talk.VPC, Covers: tls12, Talks: talks(ask(steady, r(60, 600), v(500, 900, .03), v(600, 1600, .05)))},
	{Name: "beats-logstash", Ports: ports(5044), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Soft, Retry: backoff(1, 1, 60, 60), Talks: talks(ask(random, r(2, 60), v(400, 6000, .7), r(6, 6)).busy().think(.01, .5, .6))},
	{Name: "fluent-forward", Ports: ports(24224), At: talk.VPC, Hold: true, Hours: hours.Soft, Retry: backoff(1, 1, 30, 300), Talks: talks(ask(steady, r(5, 60), v(300, 6000, .6), r(30, 60)))},
	{Name: "fluent-heartbeat", Ports: ports(24224), At: talk.VPC, Talks: talks(ask(steady, r(10, 60), r(1, 8), r(1, 8)))},
	{Name: "windows-event-forwarding", Ports: ports(5985, 5986), At: talk.VPC, Servers: windows, Hold: true, Hours: hours.Office, Kick: r(600, 1200), Hello: opens(1500, 3500, 400, 900, 2000, 4000, 1200, 2600), Retry: fixed(30, 300), Talks: talks(ask(random, r(15, 600), v(2500, 9000, .5), v(900, 1500, .05)).busy(), ask(steady, r(300, 900), v(1800, 2600, .03), v(900, 1500, .03)))},
	{Name: "siem-collector", Ports: ports(514, 8413, 32006), At: talk.VPC, Covers: either, Hold: true, Retry: fixed(5, 60), Talks: talks(tell(random, r(2, 40), v(250, 900, .4)), ask(steady, r(10, 60), r(30, 120), r(16, 80)))},
	{Name: "gelf-http", Ports: ports(12201, 443), At: talk.VPC, Covers: either, Linger: r(5, 60), Hours: hours.Soft, Talks: talks(ask(random, r(5, 90), v(400, 2500, .5), r(80, 160)).busy())},
	{Name: "audit-dispatcher", Ports: ports(60), At: talk.VPC, Hold: true, Retry: fixed(30, 300), Talks: talks(ask(random, r(10, 200), v(200, 600, .3), r(16, 40)), ask(steady, r(30, 120), r(16, 16), r(16, 16)).some(.6))},
	{Name: "netflow-export", Ports: ports(2055, 9995, 4739), Proto: 17, At: talk.VPC, Hold: true, Hours: hours.Soft, Talks: talks(tell(random, r(2, 30), v(300, 1400, .3)).busy(), tell(steady, r(60, 600), r(100, 400)))},
	{Name: "db-audit-guard", Ports: ports(16016, 16018), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Office, Retry: fixed(10, 60), Talks: talks(tell(random, r(1, 30), v(200, 2400, .6)).busy(), tell(steady, r(5, 20), r(30, 80)).both())},
}
