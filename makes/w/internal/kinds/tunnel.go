package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var tunnel = []talk.Spec{
	{Name: "openvpn-tcp-branch", Ports: ports(443, 1194, 943), At: talk.World, Hold: true, Hours: hours.Office, Hello: opens(16, 60, 28, 70, 300, 600, 1500, 4000, 300, 2500, 200, 600), Retry: backoff(5, 5, 300, 300),
		Talks: talks(tell(steady, r(10, 60), r(42, 58)).both(), ask(random, r(2, 60), v(90, 700, .6), v(90, 1500, .7)).busy(), ask(steady, r(3600, 3600), r(900, 1800), r(1500, 4000)))},
	{Name: "ipsec-nat-traversal", Ports: ports(4500), Proto: 17, SamePort: true, At: talk.Partner, Hours: hours.Office, Talks: talks(tell(steady, r(20, 20), r(1, 1)).both(), ask(steady, r(10, 60), r(80, 108), r(80, 108)).both().some(.7), ask(random, r(1, 30), v(100, 900, .6), v(100, 1300, .6)).busy())},
	{Name: "esp-site-tunnel", Ports: ports(0), Proto: 50, At: talk.Partner, Hours: hours.Office, Hold: true, Talks: talks(ask(random, r(1, 20), v(90, 900, .6), v(90, 1300, .6)).busy(), ask(steady, r(5, 30), r(120, 140), r(120, 140)).both())},
	{Name: "gre-tunnel-keepalive", Ports: ports(0), Proto: 47, At: talk.Partner, Hold: true, Talks: talks(ask(steady, r(5, 30), r(24, 48), r(4, 28)), ask(random, r(2, 60), v(90, 900, .6), v(90, 1300, .6)))},
	{Name: "sstp-remote-user", Ports: ports(443), At: talk.VPC, Covers: tls12, Servers: windows, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: opens(200, 300, 150, 220, 30, 80, 60, 200, 20, 120, 20, 120), Retry: backoff(5, 30, 120, 300), Talks: talks(ask(steady, r(30, 60), r(8, 20), r(8, 20)).both(), ask(random, r(3, 60), v(90, 700, .6), v(90, 1400, .7)).busy())},
	{Name: "ssl-vpn-client", Ports: ports(443, 8443, 10443), At: talk.World, Covers: tls, Hold: true, Window: hours.Office, Hours: hours.Office, Hello: opens(600, 1200, 400, 1500, 500, 900, 600, 2500), Retry: backoff(5, 10, 60, 300), Talks: talks(ask(steady, r(20, 60), r(8, 16), r(8, 16)), ask(random, r(3, 60), v(80, 600, .6), v(80, 1400, .7)).busy())},
	{Name: "wireguard-peer", Ports: ports(51820, 41641), Proto: 17, SamePort: true, At: talk.World, Hours: hours.Soft, Talks: talks(tell(steady, r(25, 25), r(32, 32)).some(.8), ask(steady, r(120, 130), r(148, 148), r(92, 92)), ask(random, r(5, 120), v(96, 800, .6), v(96, 1400, .6)).busy())},
	{Name: "http-connect-proxy", Ports: ports(3128, 8080), At: talk.VPC, Hours: hours.Office, Linger: r(5, 240), Hello: opens(120, 420, 39, 90, 260, 640, 2000, 5000, 90, 150, 60, 300), Conns: r(1, 4), Talks: talks(ask(random, r(20, 400), v(300, 1800, .4), v(300, 20000, 1)).busy().burst(1, 8, .7, r(.05, 2)))},
	{Name: "socks-proxy-tunnel", Ports: ports(1080, 9050), At: talk.VPC, Hold: true, Hello: opens(3, 4, 2, 2, 10, 40, 10, 10, 260, 640, 2000, 5000), Hours: hours.Office, Life: r(300, 20000), Retry: backoff(5, 10, 60, 300), Talks: talks(probe(r(20, 120), r(30, 70), r(30, 70)), ask(random, r(20, 600), v(120, 900, .5), v(120, 5000, .9)).busy())},
	{Name: "tor-relay-client", Ports: ports(9001, 443, 9030), At: talk.World, Covers: tls, Hold: true, Life: r(1800, 40000), Hello: opens(514, 514, 1000, 2200), Retry: backoff(5, 30, 120, 600), Talks: talks(ask(random, r(10, 200), r(514, 514), v(514, 5000, .8)), tell(steady, r(100, 300), r(514, 514)), tell(steady, r(3, 12), r(514, 514)).both().some(.5))},
	{Name: "cloud-tunnel-daemon", Ports: ports(7844, 443), At: talk.World, Covers: tls, Hold: true, Conns: r(2, 4), Addrs: r(2, 4), Hello: opens(200, 600, 200, 600), Retry: backoff(1, 2, 60, 120), Talks: talks(push(steady, r(5, 30), r(17, 30), r(17, 30)), push(random, r(10, 600), v(300, 1200, .3), v(400, 9000, .9)))},
	{Name: "mesh-relay-derp", Ports: ports(443), At: talk.World, Covers: tls, Hold: true, Hello: opens(200, 400, 150, 300), Retry: backoff(1, 5, 30, 60), Talks: talks(push(steady, r(60, 60), r(5, 13), r(0, 0)), ask(steady, r(60, 120), r(13, 13), r(13, 13)).some(.5), tell(random, r(60, 1200), r(100, 200)).both())},
}
