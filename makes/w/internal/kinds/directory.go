package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var directory = []talk.Spec{
	{Name: "ldap-bind-pool", Ports: ports(389, 636, 3268), At: talk.VPC, Hold: true, Conns: r(1, 6), Hours: hours.Office, Hello: opens(50, 130, 14, 22), Kick: r(300, 7200), Retry: fixed(1, 30), Servers: windows,
		Talks: talks(ask(random, r(10, 400), v(120, 380, .2), v(200, 2500, .6)).busy().parts(1, 2, .2), ask(steady, r(60, 600), r(60, 110), r(80, 200)).some(.4))},
	{Name: "ldap-sync-provider", Ports: ports(389, 636), At: talk.VPC, Hold: true, Hello: opens(60, 120, 14, 14, 200, 400), Keep: r(60, 600), Retry: fixed(10, 60), Talks: talks(push(random, r(60, 2400), v(300, 1800, .4), r(0, 0)))},
	{Name: "ldap-short-bind", Ports: ports(389, 636), At: talk.VPC, Covers: either, Servers: windows, Hours: hours.Office, Talks: talks(ask(random, r(30, 900), v(60, 300, .2), v(22, 1500, .6)).busy().burst(2, 4, .3, r(.001, .02)))},
	{Name: "kerberos-kdc", Ports: ports(88), At: talk.VPC, Servers: windows, Hours: hours.Office, Talks: talks(ask(random, r(100, 2400), v(250, 2200, .2), v(250, 1900, .2)).busy())},
	{Name: "domain-controller-rpc", Ports: ports(135, 49667, 49676, 445), At: talk.VPC, Servers: windows, Hours: hours.Soft, Linger: r(10, 900), Hello: opens(160, 300, 100, 250), Talks: talks(ask(random, r(200, 4000), v(120, 700, .3), v(80, 1600, .5)).busy().burst(1, 8, .4, r(.002, .05)))},
	{Name: "directory-replication", Ports: ports(49155, 49668), At: talk.VPC, Servers: windows, Hold: true, Kick: r(600, 3000), Hello: opens(160, 2500, 160, 900), Retry: fixed(15, 300), Talks: talks(ask(random, r(15, 400), v(300, 800, .2), v(300, 9000, .8)), ask(steady, r(180, 3600), r(400, 800), r(300, 1200)))},
	{Name: "smb-file-share", Ports: ports(445), At: talk.VPC, Servers: windows, Hold: true, Hours: hours.Office, Hello: opens(240, 280, 300, 400, 220, 2400, 240, 420, 120, 180, 84, 84), Kick: r(900, 5400), Retry: fixed(10, 300),
		Talks: talks(ask(random, r(10, 400), v(140, 420, .3), v(140, 60000, 1.2)).busy().burst(2, 14, .7, r(.002, .3)), probe(r(30, 120), r(72, 72), r(72, 72)).some(.6))},
	{Name: "group-policy-refresh", Ports: ports(445), At: talk.VPC, Servers: windows, Hello: opens(240, 280, 300, 400, 220, 2400, 240, 420), Linger: r(10, 60), Talks: talks(ask(steady, r(3000, 7200), v(140, 400, .2), v(140, 2500, .8)).burst(8, 40, .3, r(.002, .02)))},
	{Name: "radius-authentication", Ports: ports(1812, 1645), Proto: 17, At: talk.VPC, Hold: true, Hours: hours.Office, Talks: talks(ask(random, r(20, 900), v(120, 320, .1), v(20, 260, .3)).busy().burst(1, 9, .4, r(.01, .1)))},
	{Name: "dns-resolver", Ports: ports(53), Proto: 17, At: talk.VPC, Addrs: r(1, 2), Hours: hours.Soft, Talks: talks(ask(random, r(40, 600), v(30, 56, .15), v(60, 260, .4)).busy().think(.0003, .03, .9))},
	{Name: "dns-zone-transfer", Ports: ports(53), At: talk.VPC, Talks: talks(ask(steady, r(300, 7200), v(40, 120, .05), v(120, 60000, .8)))},
	{Name: "ntp-client", Ports: ports(123), Proto: 17, SamePort: true, At: talk.VPC, Addrs: r(1, 3), Talks: talks(ask(steady, r(64, 1024), r(48, 48), r(48, 48)))},
	{Name: "ntp-pool", Ports: ports(123), Proto: 17, SamePort: true, At: talk.World, Talks: talks(ask(steady, r(64, 2048), r(48, 48), r(48, 48)))},
	{Name: "identity-provider-oidc", Ports: ports(443, 8443), At: talk.World, Covers: tls, Linger: r(0, 75), Hours: hours.Office, Talks: talks(ask(random, r(60, 1800), v(700, 2600, .2), v(900, 5000, .3)).busy().think(.05, .6, .5))},
	{Name: "multifactor-push-poll", Ports: ports(443), At: talk.World, Covers: tls, Hold: true, Hours: hours.Office, Retry: backoff(2, 10, 60, 300), Talks: talks(probe(r(15, 60), r(40, 120), r(40, 120)), push(random, r(200, 3000), v(300, 900, .2), v(200, 600, .2)).busy())},
	{Name: "ocsp-crl-fetch", Ports: ports(80), At: talk.World, Spread: true, Addrs: r(1, 4), Talks: talks(ask(random, r(900, 14400), v(200, 320, .1), v(500, 3000, .5)))},
	{Name: "smartcard-ca-enrol", Ports: ports(443, 829), At: talk.VPC, Covers: tls12, Hours: hours.Office, Talks: talks(ask(random, r(600, 7200), v(1500, 3000, .1), v(1800, 4000, .1)).busy())},
}
