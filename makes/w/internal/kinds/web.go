package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var web = []talk.Spec{
	{Name: "https-visitor", Ports: ports(443), At: talk.VPC, Covers: tls, Linger: r(5, 75), Hours: hours.Evening, Talks: talks(ask(random, r(400, 30000), v(400, 1800, .3), v(800, 30000, 1.1)).busy().burst(1, 20, .9, v(.05, 6, 1)))},
	{Name: "https-api-client", Ports: ports(443, 8443), At: talk.VPC, Covers: tls, Linger: r(0, 60), Hours: hours.Soft, Talks: talks(ask(random, r(60, 6000), v(400, 2500, .4), v(200, 6000, .9)).busy())},
	{Name: "load-balancer-health", Ports: ports(80, 8080, 443), At: talk.VPC, Talks: talks(ask(steady, r(15, 60), v(110, 180, .01), v(120, 600, .01)))},
	{Name: "load-balancer-origin", Ports: ports(80, 8080, 8443), At: talk.VPC, Covers: either, Hold: true, Conns: r(2, 10), Hours: hours.Evening, Kick: r(60, 400), Talks: talks(ask(random, r(1, 60), v(500, 2200, .3), v(300, 20000, 1)).busy().think(.005, .2, .9))},
	{Name: "web-browsing", Ports: ports(443), At: talk.World, Covers: tls, Linger: r(10, 120), Addrs: r(3, 12), Spread: true, Conns: r(1, 4), Hours: hours.Office, Talks: talks(ask(random, r(120, 3000), v(400, 1800, .4), v(900, 60000, 1.2)).busy().burst(1, 30, .9, v(.05, 5, 1)))},
	{Name: "chat-websocket", Ports: ports(443), At: talk.World, Covers: wss, Hold: true, Hours: hours.Office, Addrs: r(1, 4), Hello: greets(60, 400), Life: r(3600, 40000), Retry: backoff(1, 3, 30, 120), Talks: talks(ask(steady, r(5, 30), r(20, 60), r(20, 60)), push(random, r(10, 300), v(90, 1200, .6), r(0, 0)).busy(), ask(random, r(120, 2400), v(90, 700, .4), v(60, 300, .3)).busy())},
	{Name: "chat-gateway-bot", Ports: ports(443), At: talk.World, Covers: wss, Hold: true, Hours: hours.Evening, Hello: greets(90, 160, 200, 400, 3000, 60000), Retry: backoff(1, 5, 60, 120), Talks: talks(ask(steady, r(41, 42), r(16, 26), r(16, 30)), push(random, r(3, 200), v(300, 2500, .5), r(0, 0)).busy())},
	{Name: "bot-longpoll", Ports: ports(443), At: talk.World, Covers: tls, Hold: true, Life: r(600, 9000), Retry: backoff(1, 5, 30, 60), Talks: talks(ask(after, r(.01, 1), v(250, 500, .02), v(320, 420, .02)).think(10, 60, .02))},
	{Name: "irc-client", Ports: ports(6667, 6697), At: talk.World, Covers: either, Hold: true, Hours: hours.Evening, Hello: opens(30, 90, 900, 4000), Retry: backoff(10, 30, 300, 600), Talks: talks(push(steady, r(60, 240), r(24, 50), r(24, 50)), push(random, r(5, 300), v(60, 260, .4), r(0, 0)).busy(), tell(random, r(200, 3000), v(30, 160, .4)).busy())},
	{Name: "xmpp-client", Ports: ports(5222), At: talk.World, Covers: tls, Hold: true, Hours: hours.Office, Hello: opens(120, 200, 300, 600, 120, 300, 60, 160, 150, 400, 400, 3000), Retry: backoff(5, 15, 120, 600), Talks: talks(ask(steady, r(30, 300), r(1, 90), r(1, 90)), push(random, r(20, 600), v(150, 700, .5), r(0, 0)).busy())},
	{Name: "server-sent-events", Ports: ports(443, 8080), At: talk.World, Covers: tls, Hold: true, Hours: hours.Soft, Hello: opens(300, 900, 200, 500), Life: r(60, 14400), Retry: fixed(1, 5), Talks: talks(push(steady, r(10, 60), r(2, 16), r(0, 0)), push(random, r(5, 600), v(90, 900, .6), r(0, 0)).busy())},
	{Name: "dashboard-websocket", Ports: ports(443, 3000), At: talk.VPC, Covers: ws, Hold: true, Window: hours.Office, Retry: backoff(1, 3, 30, 60), Talks: talks(push(steady, r(1, 30), v(90, 1800, .15), r(0, 0)), ask(steady, r(20, 60), r(2, 20), r(2, 20)))},
	{Name: "push-gateway-apns", Ports: ports(443, 5223), At: talk.World, Covers: tls, Hold: true, Hours: hours.Evening, Retry: backoff(1, 5, 60, 300), Talks: talks(ask(random, r(3, 200), v(350, 1200, .2), v(60, 140, .1)).busy(), ask(steady, r(60, 3600), r(17, 17), r(17, 17)))},
	{Name: "push-receiver-mtalk", Ports: ports(5228, 443), At: talk.World, Covers: tls, Hold: true, Hello: opens(250, 500, 60, 200), Retry: backoff(10, 30, 300, 900), Talks: talks(ask(steady, r(600, 1680), r(5, 12), r(4, 12)), push(random, r(300, 6000), v(150, 900, .4), r(5, 20)))},
	{Name: "webhook-sender", Ports: ports(443), At: talk.World, Covers: tls, Addrs: r(1, 3), Hours: hours.Soft, Talks: talks(ask(random, r(60, 2400), v(600, 4000, .4), v(150, 600, .3)).busy())},
	{Name: "grpc-stream", Ports: ports(50051, 443), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Soft, Hello: opens(150, 400, 60, 200), Retry: backoff(1, 1, 60, 120), Talks: talks(push(random, r(1, 60), v(40, 900, .6), r(0, 0)).busy(), tell(random, r(2, 90), v(40, 500, .5)).busy(), ask(steady, r(10, 300), r(17, 17), r(17, 17)))},
	{Name: "json-rpc-line-service", Ports: ports(3000, 9545, 7070, 4028), At: talk.VPC, Hold: true, Hours: hours.Soft, Hello: opens(80, 200, 80, 400), Retry: fixed(5, 30), Talks: talks(push(random, r(10, 90), v(200, 900, .2), r(0, 0)), ask(random, r(8, 120), v(110, 280, .08), v(50, 120, .08)), ask(steady, r(30, 120), r(60, 100), r(50, 90)).some(.5))},
	{Name: "voip-web-signalling", Ports: ports(443, 7443), At: talk.World, Covers: wss, Hold: true, Hours: hours.Office, Hello: opens(700, 1100, 400, 700, 900, 1200, 400, 700), Retry: backoff(2, 5, 60, 120), Talks: talks(ask(steady, r(10, 60), r(4, 4), r(2, 2)), ask(steady, r(60, 600), r(800, 1200), r(400, 700)), push(random, r(400, 6000), v(900, 3000, .3), r(300, 900)).busy().parts(1, 3, .3))},
	{Name: "game-lobby", Ports: ports(5000, 27015, 7777, 443), At: talk.World, Covers: either, Hold: true, Hours: hours.Evening, Hello: opens(60, 400, 200, 2000), Life: r(900, 14400), Retry: fixed(5, 60), Talks: talks(ask(steady, r(5, 30), r(8, 40), r(8, 40)), push(random, r(1, 20), v(40, 400, .6), r(0, 0)).busy())},
	{Name: "video-segment-fetch", Ports: ports(443), At: talk.World, Covers: tls, Hold: true, Window: hours.Office, Life: r(600, 7200), Retry: fixed(60, 2000), Talks: talks(ask(steady, r(2, 10), v(500, 1200, .1), v(200000, 3e6, .3)))},
	{Name: "news-feed-poll", Ports: ports(443, 80), At: talk.World, Covers: either, Talks: talks(ask(steady, r(60, 1800), v(250, 500, .03), v(300, 60000, .1)))},
	{Name: "dynamic-dns-update", Ports: ports(443, 80), At: talk.World, Covers: either, Talks: talks(ask(steady, r(60, 900), v(180, 350, .02), v(150, 350, .02)))},
	{Name: "ad-bid-listener", Ports: ports(443, 8080), At: talk.World, Covers: either, Hold: true, Hours: hours.Evening, Kick: r(30, 600), Talks: talks(ask(random, r(1.2, 20), v(900, 2600, .2), v(120, 1500, .6)).busy())},
	{Name: "telemetry-blocked", Ports: ports(443), At: talk.World, Covers: tls, Hold: true, Dead: .92, Addrs: r(1, 4), Retry: backoff(5, 60, 300, 3600), Talks: talks(ask(steady, r(300, 3600), v(400, 2000, .2), v(150, 500, .1)))},
	{Name: "retired-proxy", Ports: ports(3128, 8080, 8081), At: talk.Site, Hold: true, Dead: .92, Retry: fixed(3, 120), Talks: talks(ask(random, r(30, 600), v(150, 400, .2), v(39, 900, .4)))},
	{Name: "retired-collector", Ports: ports(514, 8089, 5044, 10514, 1514), At: talk.Site, Hold: true, Dead: .92, Retry: fixed(2, 60), Talks: talks(tell(random, r(5, 60), v(120, 400, .3)))},
	{Name: "retired-host-channel", Ports: ports(1414, 5555, 9000, 3000, 4444), At: talk.Site, Hold: true, Dead: .92, Addrs: r(1, 3), Retry: backoff(5, 60, 60, 1200), Talks: talks(beat(r(30, 300), r(28, 28)))},
	{Name: "closed-partner-session", Ports: ports(9878, 5001, 2775, 3868, 2575), At: talk.Partner, Hold: true, Dead: .9, Addrs: r(1, 2), Retry: fixed(5, 60), Hello: opens(40, 200, 40, 200), Talks: talks(beat(r(10, 60), r(16, 100)))},
}
