package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var mainframe = []talk.Spec{
	{Name: "tn3270-terminal", Ports: ports(23, 992, 1023, 3270), At: talk.Site, Covers: either, Servers: host, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: greets(3, 40, 3, 60, 8, 40, 10, 40, 600, 1800), Retry: fixed(10, 120),
		Talks: talks(ask(random, r(20, 180), v(25, 180, .4), v(500, 1900, .3)).busy().burst(1, 8, .5, v(3, 25, .6)).think(.05, .8, .5), push(steady, r(120, 900), r(3, 6), r(3, 6)).some(.7)), Keep: r(300, 7200)},
	{Name: "tn5250-terminal", Ports: ports(23, 992), At: talk.Site, Covers: either, Servers: host, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: greets(3, 20, 3, 40, 20, 50, 40, 80, 700, 1900), Retry: fixed(10, 120),
		Talks: talks(ask(random, r(20, 240), v(25, 130, .4), v(400, 2200, .4)).busy().burst(1, 6, .5, v(3, 25, .6)).think(.03, .5, .5), push(steady, r(300, 900), r(10, 20), r(0, 0)).some(.4)), Keep: r(300, 7200)},
	{Name: "tn3270-printer", Ports: ports(23, 2023), At: talk.Site, Servers: host, Hold: true, Hours: hours.Office, Hello: greets(3, 40, 3, 60, 8, 40, 10, 40), Keep: r(120, 1800), Retry: fixed(30, 300), Talks: talks(push(random, r(300, 7200), v(600, 6000, .6), r(8, 20)).busy().parts(1, 2, .3))},
	{Name: "ibm-mq-sender-channel", Ports: ports(1414, 1415, 1420), At: talk.Site, Covers: either, Servers: host, Hold: true, Hours: hours.Office, Addrs: r(1, 2), Hello: opens(268, 276, 268, 276, 130, 270, 40, 60), Retry: backoff(60, 60, 1200, 1200),
		Talks: talks(beat(r(30, 300), r(28, 28)), ask(random, r(5, 600), v(900, 5500, .5), r(64, 120)).busy().burst(1, 10, .8, r(.002, .1)).think(.002, .1, .5))},
	{Name: "ibm-mq-client-get", Ports: ports(1414, 1416, 1430), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Office, Conns: r(1, 5), Hello: opens(268, 276, 268, 276, 400, 700, 200, 500), Retry: backoff(1, 5, 60, 300),
		Talks: talks(ask(after, r(1, 60), v(520, 560, .01), v(480, 560, .01)), push(random, r(10, 900), v(900, 4000, .5), v(520, 560, .01)).busy(), beat(r(60, 300), r(28, 36)))},
	{Name: "connect-direct-transfer", Ports: ports(1364, 1363), At: talk.Partner, Covers: either, Servers: host, Hours: hours.Night, Hello: opens(250, 600, 250, 600), Retry: fixed(60, 600), Talks: talks(tell(random, r(1800, 20000), v(20000, 9e6, 1.3)).busy(), ask(random, r(1800, 9000), v(200, 600, .2), v(200, 900, .3)))},
	{Name: "nje-over-ip", Ports: ports(175, 2252), At: talk.Site, Covers: either, Servers: host, Hold: true, Hours: hours.Night, Hello: opens(33, 33, 33, 33, 60, 90, 60, 90), Retry: fixed(60, 300), Talks: talks(beat(r(30, 120), r(18, 30)), ask(random, r(300, 4000), v(400, 30000, 1), r(18, 40)).busy(), push(random, r(600, 6000), v(300, 60000, 1), r(18, 40)).busy())},
	{Name: "tuxedo-domain-gateway", Ports: ports(3050, 5555, 7010), At: talk.Site, Covers: either, Servers: legacy, Hold: true, Hours: hours.Office, Hello: opens(150, 400, 150, 400, 200, 300, 200, 300), Retry: fixed(30, 60), Keep: r(10, 120),
		Talks: talks(ask(random, r(2, 120), v(300, 1400, .4), v(300, 3500, .6)).busy().think(.005, .3, .8), ask(steady, r(10, 60), r(80, 200), r(80, 200)).some(.6))},
	{Name: "tuxedo-workstation", Ports: ports(3060, 9050, 7110), At: talk.VPC, Servers: legacy, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: opens(120, 300, 120, 300), Retry: fixed(10, 60), Talks: talks(ask(random, r(10, 240), v(240, 900, .3), v(300, 3000, .6)).busy().think(.01, .5, .7), probe(r(60, 300), r(60, 100), r(60, 100)).some(.6))},
	{Name: "cics-gateway", Ports: ports(2006, 8573), At: talk.Site, Covers: either, Servers: host, Hold: true, Conns: r(1, 8), Hours: hours.Office, Retry: fixed(5, 60), Talks: talks(ask(random, r(3, 90), v(200, 2200, .4), v(200, 4500, .6)).busy().think(.005, .2, .7), ask(steady, r(60, 600), r(20, 60), r(20, 60)).some(.5))},
	{Name: "ims-connect", Ports: ports(9999, 9998, 3700), At: talk.Site, Servers: host, Hold: true, Conns: r(1, 6), Hours: hours.Office, Retry: fixed(5, 60), Talks: talks(ask(random, r(3, 120), v(120, 900, .4), v(150, 2500, .5)).busy().think(.01, .3, .6))},
	{Name: "db2-drda-host", Ports: ports(446, 5040, 448), At: talk.Site, Covers: either, Servers: host, Hold: true, Conns: r(1, 8), Hours: hours.Office, Hello: opens(180, 300, 180, 320, 200, 330, 60, 160), Keep: r(120, 7200), Retry: fixed(5, 60),
		Talks: talks(ask(random, r(4, 120), v(180, 900, .4), v(200, 6000, .8)).busy().burst(1, 5, .5, r(.005, .1)).think(.003, .3, .8))},
	{Name: "control-m-agent", Ports: ports(7005, 7006, 7102), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Night, Hello: opens(80, 220, 80, 220), Retry: fixed(30, 120), Talks: talks(ask(steady, r(30, 120), v(60, 160, .02), v(60, 160, .02)), push(random, r(120, 1800), v(300, 1800, .3), v(90, 260, .2)).busy(), tell(random, r(200, 2400), v(150, 420, .2)).busy())},
	{Name: "autosys-agent", Ports: ports(7520, 7500, 9000), At: talk.VPC, Hours: hours.Night, Retry: fixed(30, 60), Talks: talks(ask(random, r(60, 1200), v(200, 800, .2), v(60, 160, .1)).busy(), ask(steady, r(60, 300), r(90, 160), r(60, 100)))},
	{Name: "workload-scheduler-agent", Ports: ports(31114, 31116), At: talk.VPC, Covers: tls12, Hours: hours.Night, Linger: r(0, 30), Talks: talks(ask(steady, r(60, 600), v(700, 1600, .03), v(300, 900, .05)), ask(random, r(200, 3000), v(800, 2400, .2), v(200, 500, .1)).busy())},
	{Name: "ftp-batch", Ports: ports(21), At: talk.Site, Servers: legacy, Hours: hours.Night, Hello: greets(40, 120, 12, 24, 30, 60, 12, 24, 25, 50), Talks: talks(ask(random, r(900, 9000), v(8, 40, .2), v(25, 120, .2)).busy().burst(5, 12, .3, r(.02, .5)))},
	{Name: "as2-trading-partner", Ports: ports(443, 4080, 5080), At: talk.Partner, Covers: either, Hours: hours.Office, Talks: talks(ask(random, r(600, 7200), v(6000, 200000, .8), v(1800, 3500, .1)).busy().think(.2, 3, .5))},
	{Name: "edi-mailbox-poll", Ports: ports(22, 10022), At: talk.Partner, Covers: secret, Talks: talks(ask(steady, r(120, 1800), v(60, 120, .1), v(80, 600, .3)).burst(4, 8, .2, r(.02, .3)))},
	{Name: "line-printer-daemon", Ports: ports(515, 9100), At: talk.Site, Servers: device, Hours: hours.Office, Retry: fixed(10, 60), Talks: talks(ask(random, r(120, 3000), v(3000, 300000, 1), r(1, 4)).busy(), ask(steady, r(60, 600), r(20, 60), r(20, 90)).some(.5)), Dead: .12},
	{Name: "sna-over-ip-gateway", Ports: ports(2065, 2067), At: talk.Site, Hold: true, Servers: host, Hours: hours.Office, Retry: fixed(15, 60), Talks: talks(beat(r(10, 60), r(16, 24)), ask(random, r(3, 60), v(60, 400, .4), v(200, 1900, .5)).busy().think(.03, .5, .5))},
}
