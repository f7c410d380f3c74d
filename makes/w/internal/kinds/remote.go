package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var remote = []talk.Spec{
	{Name: "rdp-desktop", Ports: ports(3389), At: talk.VPC, Servers: windows, Covers: desk, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: opens(300, 600, 2000, 9000), Retry: fixed(5, 60),
		Talks: talks(ask(random, r(10, 120), v(12, 60, .3), v(80, 2500, .9)).busy().burst(5, 60, .6, v(.1, .4, .5)), push(steady, r(15, 60), v(60, 500, .3), r(0, 0)))},
	{Name: "ica-session", Ports: ports(1494, 2598), At: talk.VPC, Servers: windows, Covers: either, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: greets(6, 12, 6, 12, 300, 900, 200, 800), Retry: fixed(5, 30),
		Talks: talks(ask(random, r(8, 90), v(6, 40, .3), v(60, 1800, .9)).busy().burst(5, 60, .6, v(.1, .5, .5)), push(steady, r(10, 60), r(8, 20), r(8, 20)))},
	{Name: "vnc-console", Ports: ports(5900, 5901, 5902), At: talk.VPC, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: greets(12, 12, 12, 12, 2, 5, 1, 17, 4, 4, 40, 120), Retry: fixed(5, 60), Talks: talks(ask(random, r(10, 200), v(6, 18, .3), v(200, 20000, 1.2)).busy().burst(4, 60, .6, v(.1, .6, .5)), ask(steady, r(.5, 30), r(10, 10), v(16, 900, .6)).some(.5))},
	{Name: "ssh-interactive", Ports: ports(22), At: talk.VPC, Covers: secret, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: greets(120, 900), Life: r(900, 20000), Retry: fixed(60, 3000), Talks: talks(ask(random, r(15, 300), v(8, 12, .1), v(8, 400, 1)).busy().burst(6, 70, .6, v(.12, .5, .5)), probe(r(15, 300), r(64, 80), r(28, 40)).some(.4))},
	{Name: "ssh-idle-tunnel", Ports: ports(22, 2222), At: talk.World, Covers: secret, Hold: true, Retry: backoff(3, 10, 60, 300), Talks: talks(probe(r(15, 120), r(64, 90), r(20, 40)), ask(random, r(60, 1800), v(100, 900, .5), v(100, 3000, .8)))},
	{Name: "reverse-ssh-support", Ports: ports(443, 22), At: talk.Partner, Covers: secret, Hold: true, Retry: fixed(30, 300), Talks: talks(push(talk.Idle, r(15, 60), r(60, 80), r(28, 36)))},
	{Name: "telnet-console", Ports: ports(23, 2001, 2003), At: talk.Site, Servers: device, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: greets(12, 30, 9, 30, 40, 300), Kick: r(300, 1800), Retry: fixed(60, 2000), Talks: talks(ask(random, r(30, 600), r(1, 2), v(1, 300, 1.2)).busy().burst(4, 40, .6, v(.15, .6, .5)))},
	{Name: "serial-console-server", Ports: ports(4001, 7001, 3001), At: talk.Site, Servers: device, Hold: true, Keep: r(10, 120), Retry: fixed(10, 120), Talks: talks(push(random, r(30, 3000), v(20, 200, .6), r(0, 0)))},
	{Name: "x11-application", Ports: ports(6000, 6010), At: talk.Site, Servers: legacy, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: opens(12, 48, 200, 9000), Retry: fixed(60, 900), Talks: talks(ask(random, r(2, 60), v(60, 900, .6), v(32, 200, .5)).busy().burst(1, 20, .8, r(.01, .3)))},
	{Name: "pcoip-session", Ports: ports(4172), Proto: 17, At: talk.VPC, SamePort: true, Hours: hours.Office, Talks: talks(tell(steady, r(1, 3), r(60, 120)).both(), push(random, r(3, 30), v(500, 9000, 1), r(40, 90)).busy().burst(4, 40, .5, r(.03, .2)))},
	{Name: "remote-support-idle", Ports: ports(5938, 443, 6568), At: talk.World, Covers: either, Hold: true, Hello: opens(40, 400, 40, 600), Retry: backoff(2, 30, 120, 600), Talks: talks(ask(steady, r(15, 120), v(24, 90, .05), v(24, 90, .05)), push(random, r(600, 9000), r(100, 600), r(60, 300)))},
	{Name: "bastion-session-recording", Ports: ports(443, 3023), At: talk.VPC, Covers: tls, Hold: true, Hours: hours.Office, Hello: opens(200, 900, 200, 900), Retry: backoff(2, 10, 60, 120), Talks: talks(ask(steady, r(5, 60), r(40, 140), r(20, 90)), tell(random, r(10, 400), v(200, 1500, .6)).busy())},
	{Name: "ipmi-serial-over-lan", Ports: ports(623), Proto: 17, At: talk.Site, SamePort: true, Servers: device, Talks: talks(ask(steady, r(5, 60), r(40, 60), r(40, 70)))},
	{Name: "thin-client-broker", Ports: ports(32111, 4001, 443), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Office, Retry: fixed(10, 60), Talks: talks(ask(steady, r(20, 120), v(180, 600, .05), v(90, 500, .05)), ask(random, r(300, 3000), v(300, 900, .2), v(300, 2500, .3)).busy())},
	{Name: "screen-share-relay", Ports: ports(443), At: talk.World, Covers: tls, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: opens(200, 900, 200, 900), Retry: backoff(1, 5, 30, 120), Talks: talks(push(random, r(.8, 8), v(90, 900, .6), r(0, 0)).busy(), ask(steady, r(5, 30), r(30, 80), r(30, 80)))},
}
