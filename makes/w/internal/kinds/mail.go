package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var mail = []talk.Spec{
	{Name: "imap-idle", Ports: ports(993, 143), At: talk.World, Covers: tls, Hold: true, Hours: hours.Office, Hello: greets(60, 140, 30, 90, 120, 300, 15, 30, 300, 700, 10, 20, 10, 12), Kick: r(1740, 3600), Retry: backoff(5, 30, 300, 900),
		Talks: talks(ask(steady, r(120, 1740), r(6, 22), r(30, 80)), push(random, r(200, 3600), v(14, 40, .2), v(30, 120, .2)).busy(), push(steady, r(110, 300), r(16, 30), r(0, 0)).some(.5))},
	{Name: "imap-poll", Ports: ports(993), At: talk.World, Covers: tls, Hello: greets(60, 140, 30, 90, 120, 300), Talks: talks(ask(steady, r(60, 900), r(12, 40), v(60, 600, .4)).burst(2, 6, .2, r(.02, .2)))},
	{Name: "pop3-poll", Ports: ports(995, 110), At: talk.Partner, Covers: either, Hello: greets(30, 90, 14, 40, 10, 60, 12, 30, 10, 60), Talks: talks(ask(steady, r(60, 1800), r(6, 6), r(8, 20)).burst(2, 3, .2, r(.02, .1)))},
	{Name: "smtp-relay", Ports: ports(25, 587), At: talk.Site, Covers: either, Hours: hours.Office, Hello: greets(40, 120, 18, 50, 120, 260), Talks: talks(ask(random, r(60, 1800), v(30, 80, .2), v(14, 60, .2)).busy().burst(3, 4, .1, r(.01, .1)), tell(random, r(60, 1800), v(2000, 200000, 1)).busy())},
	{Name: "smtp-denied-egress", Ports: ports(25), At: talk.World, Dead: .85, Addrs: r(1, 4), Retry: backoff(60, 300, 3600, 14400), Hold: true, Hello: greets(40, 120, 18, 50, 120, 260), Life: r(2, 20), Talks: talks(ask(random, r(300, 3000), v(30, 80, .2), v(14, 60, .2)))},
	{Name: "mapi-over-http", Ports: ports(443), At: talk.Partner, Covers: tls, Hold: true, Conns: r(1, 4), Window: hours.Office, Hours: hours.Office, Servers: windows, Life: r(600, 9000), Retry: backoff(5, 30, 60, 300), Talks: talks(ask(random, r(20, 300), v(900, 2200, .2), v(900, 9000, .7)).busy(), ask(after, r(300, 1200), v(900, 1500, .05), v(400, 700, .05)), push(steady, r(15, 15), r(17, 30), r(0, 0)).some(.6))},
	{Name: "activesync-ping", Ports: ports(443), At: talk.Partner, Covers: tls, Hold: true, Hours: hours.Office, Life: r(2000, 20000), Retry: backoff(10, 60, 300, 900), Talks: talks(ask(after, r(1, 3), v(600, 1100, .03), v(350, 600, .05)).think(240, 900, .3))},
	{Name: "calendar-dav-poll", Ports: ports(443), At: talk.World, Covers: tls, Talks: talks(ask(steady, r(300, 1800), v(600, 1200, .1), v(700, 5000, .4)).burst(1, 3, .2, r(.05, .3)))},
	{Name: "mail-gateway-clients", Ports: ports(25), At: talk.VPC, Hours: hours.Soft, Hello: greets(40, 120, 18, 50, 120, 260), Talks: talks(ask(random, r(300, 7200), v(30, 80, .2), v(14, 60, .2)).busy().burst(3, 4, .1, r(.02, .3)), tell(random, r(900, 9000), v(3000, 100000, 1)).busy())},
	{Name: "antispam-lookup", Ports: ports(443, 24441, 2703), At: talk.World, Covers: either, Linger: r(0, 60), Hours: hours.Soft, Talks: talks(ask(random, r(20, 600), v(200, 900, .3), v(90, 400, .3)).busy())},
}
