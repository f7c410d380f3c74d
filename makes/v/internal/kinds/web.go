package kinds

import (
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// webs are browsers, visitors and web back ends.
func webs() []Kind {
	const g = "web"
	return []Kind{
		{"web-visitor", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 443, 80), TLS: maybeTLS(r, 0.85), Lazy: true, Idle: r.Pickf(5, 60, 75, 115), Conns: r.Int(1, 2), Quiet: r.Log(0.004, 0.05), Session: rng.LogN(150, 1), Loops: []talk.Loop{
				now(loop(some(r, 8, 60), c(loose(r, 400, 1600, 0.3)).Times(rng.Uni(1, 6), rng.Exp(0.05)), s(rng.LogN(r.Log(2000, 40000), 1.2)).Times(rng.Uni(1, 6), rng.Exp(0.05)).After(think(r, 0.01, 0.3))))}}
		}},
		{"api-visitor", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: r.Pickf(5, 60, 350), Loops: []talk.Loop{office(loop(some(r, 60, 1500), c(loose(r, 400, 2000, 0.4)), s(loose(r, 300, 9000, 0.9)).After(think(r, 0.005, 0.2))), 0.6)}}
		}},
		{"balancer-to-app", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 80, 8080, 3000, 8443), TLS: maybeTLS(r, 0.15), Conns: r.Int(1, 4), Idle: r.Pickf(60, 60, 300), Lazy: true, Loops: []talk.Loop{office(loop(some(r, 4, 60), c(loose(r, 500, 2000, 0.4)), s(loose(r, 300, 12000, 1)).After(think(r, 0.005, 0.15))), 0.7)}}
		}},
		{"browsing", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: r.Pickf(30, 115, 180), Quiet: r.Log(0.01, 0.1), Session: rng.LogN(400, 1), Loops: []talk.Loop{
				now(office(loop(some(r, 10, 90), c(loose(r, 500, 2500, 0.4)).Times(rng.LogN(4, 0.9), rng.Exp(0.06)), s(rng.LogN(r.Log(3000, 90000), 1.3)).Times(rng.LogN(4, 0.9), rng.Exp(0.06)).After(think(r, 0.01, 0.2))), 0.7))}}
		}},
		{"crawler-fetch", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 443, 80), TLS: maybeTLS(r, 0.85), Lazy: true, Idle: r.Pickf(0.05, 5, 15), Quiet: r.Log(0.01, 0.3), Session: rng.LogN(300, 1), Loops: []talk.Loop{loop(some(r, 3, 20), c(steady(r, 220, 600)), s(rng.LogN(r.Log(3000, 80000), 1)).After(think(r, 0.03, 0.6)))}}
		}},
		{"proxy-to-upstream", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8080, 9000, 8000, 5000), Conns: r.Int(1, 3), Lazy: true, Idle: r.Pickf(30, 60, 75, 300), Loops: []talk.Loop{office(loop(some(r, 4, 60), c(loose(r, 400, 1800, 0.4)), s(loose(r, 300, 15000, 1)).After(think(r, 0.005, 0.2))), 0.7)}}
		}},
		{"grpc-microservice", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: rng.Pick(r, 50051, 8080, 9090), TLS: maybeTLS(r, 0.5), Hello: hello2(r), Frame: 9, Conns: r.Int(1, 2), Life: rng.Uni(1800, 7200), Loops: []talk.Loop{office(loop(some(r, 4, 60), c(loose(r, 80, 900, 0.4)), s(loose(r, 60, 1500, 0.6)).After(think(r, 0.001, 0.08))), 0.6)}}
			if r.Chance(0.5) {
				p.Loops = append(p.Loops, loop(often(r, 10, 20, 30, 60), c(rng.Fix(17)), s(rng.Fix(17))))
			}
			return p
		}},
		{"thrift-rpc", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 9090, r.Int(9000, 9999)), Conns: r.Int(1, 2), Keep: keep(r, 0.3, 60, 600), Loops: []talk.Loop{office(loop(some(r, 4, 60), c(loose(r, 60, 500, 0.3)), s(loose(r, 40, 900, 0.6)).After(think(r, 0.001, 0.05))), 0.5)}}
		}},
		{"soap-legacy", g, Corp, func(r *rng.R) *spec {
			return poll(r, rng.Pick(r, 443, 8443, 7001), some(r, 20, 600), loose(r, 1500, 5000, 0.2), loose(r, 1200, 20000, 0.5), 0.6)
		}},
		{"json-rpc-socket", g, Either, func(r *rng.R) *spec {
			// Line based JSON over a long-lived socket: calls, answers, and notices from the server.
			return &spec{Port: r.Int(3000, 19000), TLS: maybeTLS(r, 0.4), Keep: keep(r, 0.4, 30, 300), Hello: []talk.Step{c(steady(r, 80, 400)), s(steady(r, 80, 500))}, Loops: []talk.Loop{loop(some(r, 5, 60), c(loose(r, 90, 400, 0.3)), s(loose(r, 40, 300, 0.3)).After(think(r, 0.005, 0.2))), loop(some(r, 10, 120), s(loose(r, 150, 1200, 0.3))), loop(often(r, 30, 60), c(steady(r, 50, 110)), s(steady(r, 40, 100)))}}
		}},
		{"long-poll-comet", g, Either, func(r *rng.R) *spec {
			hold := r.Pickf(20, 25, 30, 55, 60, 110)
			return &spec{Port: 443, TLS: maybeTLS(r, 0.9), Loops: []talk.Loop{now(serial(rng.Exp(0.05), c(steady(r, 300, 1500)), s(rng.Mix(steady(r, 150, 400), 0.3, loose(r, 400, 3000, 0.5))).After(rng.Uni(hold*r.Uni(0.3, 1), hold*1.01))))}}
		}},
		{"sse-stream", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Hello: []talk.Step{c(steady(r, 300, 800)), s(steady(r, 250, 600))}, Life: rng.LogN(9000, 1), Loops: []talk.Loop{loop(often(r, 15, 20, 30), s(rng.Fix(r.Pickf(1, 2, 13)))), loop(some(r, 4, 100), s(loose(r, 120, 1500, 0.5)))}}
		}},
		{"websocket-app", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Hello: upgrade(r), Frame: 4, Quiet: r.Uni(0.05, 0.6), Session: rng.LogN(2500, 1), Loops: []talk.Loop{loop(often(r, 20, 25, 30, 54), s(rng.Fix(2)), c(rng.Fix(6))), office(loop(some(r, 3, 90), s(loose(r, 90, 1500, 0.6))), 0.5), office(loop(some(r, 10, 200), c(loose(r, 60, 600, 0.5)), s(loose(r, 60, 600, 0.5)).Maybe(0.6)), 0.6)}}
		}},
		{"graphql-subscription", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Hello: upgrade(r), Frame: 6, Life: rng.LogN(20000, 0.8), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(60, 20, 10), 0.02), s(rng.Fix(13))), loop(some(r, 5, 200), s(loose(r, 200, 2000, 0.5)))}}
		}},
	}
}

// apis are web services that a server calls.
func apis() []Kind {
	const g = "api"
	call := func(name string, p Place, lo, hi, reqLo, reqHi, respLo, respHi float64) Kind {
		return Kind{name, g, p, func(r *rng.R) *spec {
			q := poll(r, 443, some(r, lo, hi), loose(r, reqLo, reqHi, 0.3), loose(r, respLo, respHi, 0.7), 1)
			q.Loops[0].Work = r.Uni(0, 0.8)
			return q
		}}
	}
	return []Kind{
		call("aws-sts-api", AWS, 60, 1800, 700, 1400, 1200, 2500),
		call("aws-ec2-api", AWS, 20, 900, 700, 1500, 900, 40000),
		call("aws-secrets-api", AWS, 60, 3600, 600, 1100, 500, 2500),
		call("aws-xray-api", AWS, 1, 30, 900, 9000, 300, 500),
		call("payment-api", Net, 10, 900, 700, 2500, 600, 4000),
		call("geocoding-api", Net, 2, 300, 250, 600, 400, 5000),
		call("crm-rest-api", Net, 10, 900, 600, 2500, 900, 30000),
		call("oauth-token-api", Net, 120, 3600, 500, 1500, 900, 3000),
		call("llm-completion-api", Net, 10, 600, 2000, 30000, 1500, 12000),
		call("maps-tile-fetch", Net, 1, 60, 250, 600, 4000, 40000),
		call("weather-poll", Net, 60, 900, 200, 500, 600, 9000),
		call("search-suggest-api", Net, 1, 90, 250, 700, 300, 3000),
		{"webhook-sender", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: r.Pickf(0.05, 5, 60), Loops: []talk.Loop{office(loop(some(r, 10, 900), c(loose(r, 600, 4000, 0.5)), s(steady(r, 150, 600)).After(think(r, 0.05, 0.6))), 0.6)}}
		}},
		{"rss-poll", g, Net, func(r *rng.R) *spec {
			return poll(r, 443, often(r, 300, 600, 900, 1800, 60), steady(r, 250, 500), rng.Mix(steady(r, 200, 400), 0.4, loose(r, 8000, 90000, 0.3)), 0.95)
		}},
		{"telegram-bot-poll", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Loops: []talk.Loop{now(serial(rng.Exp(0.1), c(steady(r, 250, 500)), s(rng.Mix(steady(r, 280, 420), 0.2, loose(r, 600, 2500, 0.3))).After(rng.Uni(r.Uni(5, 25), r.Pickf(30, 50, 60)))))}}
		}},
		{"matrix-sync", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Loops: []talk.Loop{now(serial(rng.Exp(0.1), c(steady(r, 400, 800)), s(rng.Mix(steady(r, 250, 400), 0.4, loose(r, 700, 5000, 0.6))).After(rng.Uni(4, 30))))}}
		}},
	}
}

// chats are chats, mail, voice and push.
func chats() []Kind {
	const g = "chat"
	return []Kind{
		{"slack-like-socket", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Hello: upgrade(r), Frame: 6, Life: rng.LogN(15000, 0.7), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(10, 30), 0.05), c(steady(r, 20, 60)), s(steady(r, 20, 60))), office(loop(some(r, 5, 200), s(loose(r, 200, 1500, 0.5))), 0.7)}}
		}},
		{"discord-gateway", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.NewTLS("tls13", r), Hello: upgrade(r), Frame: 4, Loops: []talk.Loop{loop(rng.Jit(41.25, 0.005), c(rng.Fix(30)), s(rng.Fix(20))), loop(some(r, 3, 60), s(loose(r, 150, 1500, 0.6)))}}
		}},
		{"irc-client", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 6697, 6667), TLS: maybeTLS(r, 0.7), Loops: []talk.Loop{loop(often(r, 90, 120, 180, 240), s(steady(r, 24, 48)), c(steady(r, 24, 48))), office(loop(some(r, 3, 200), s(loose(r, 80, 250, 0.4))), 0.5), loop(some(r, 60, 3000), c(loose(r, 50, 250, 0.4)))}}
		}},
		{"irc-server-link", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 6697, TLS: maybeTLS(r, 0.8), Loops: []talk.Loop{loop(often(r, 60, 90), s(rng.Fix(40)), c(rng.Fix(40))), loop(some(r, 3, 15), s(loose(r, 80, 300, 0.4))), loop(some(r, 3, 15), c(loose(r, 80, 300, 0.4)))}}
		}},
		{"xmpp-client", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 5222, 5223), TLS: wire.AnyTLS(r), Loops: []talk.Loop{loop(often(r, 60, 90, 300), c(rng.Fix(1))), loop(often(r, 60, 120), s(steady(r, 90, 180)), c(steady(r, 90, 180))), loop(some(r, 10, 300), s(loose(r, 200, 900, 0.4)))}}
		}},
		{"fcm-push-channel", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 5228, 5228, 443), TLS: wire.NewTLS("tls13", r), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(600, 900, 1680), 0.05), c(steady(r, 4, 20)), s(steady(r, 4, 20))), loop(some(r, 100, 3000), s(loose(r, 200, 2500, 0.4)))}}
		}},
		{"apns-provider", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 2197), TLS: wire.AnyTLS(r), Hello: hello2(r), Frame: 9, Loops: []talk.Loop{loop(some(r, 4, 300), c(loose(r, 300, 1200, 0.3)), s(steady(r, 30, 90)).After(think(r, 0.02, 0.08))), loop(rng.Jit(3600, 0.1), c(rng.Fix(17)), s(rng.Fix(17)))}}
		}},
		{"imap-idle", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 993, TLS: wire.AnyTLS(r), Hello: []talk.Step{s(steady(r, 60, 200)), c(steady(r, 30, 80)), s(steady(r, 60, 300)), c(rng.Fix(12)), s(rng.Fix(10))}, Life: rng.Jit(1740, 0.05), Loops: []talk.Loop{loop(often(r, 120, 60, 180), s(rng.Fix(r.Pickf(15, 21)))), loop(some(r, 100, 2000), s(steady(r, 20, 60)), c(steady(r, 40, 90)), s(loose(r, 900, 20000, 0.8)))}}
		}},
		{"smtp-relay", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 587, 25, 465), Lazy: true, Idle: r.Pickf(0.05, 5, 60), Hello: []talk.Step{s(steady(r, 60, 120)), c(rng.Fix(25)), s(steady(r, 120, 260)), c(rng.Fix(10)), s(rng.Fix(30)), c(rng.Fix(517)), s(rng.Fix(3800)), c(rng.Fix(126)), s(rng.Fix(51))}, Loops: []talk.Loop{office(loop(some(r, 60, 2500), c(steady(r, 80, 160)), s(steady(r, 60, 140)).After(think(r, 0.02, 0.3)), c(rng.LogN(r.Log(3000, 40000), 1)), s(steady(r, 60, 120)).After(think(r, 0.1, 1))), 0.6)}}
		}},
		{"sip-register", g, Net, func(r *rng.R) *spec {
			return &spec{Proto: 17, Port: 5060, CPort: 5060, Loops: []talk.Loop{loop(often(r, 30, 60, 120, 1800), c(steady(r, 420, 700)), s(steady(r, 380, 620)), c(steady(r, 600, 900)).Maybe(0.5), s(steady(r, 400, 700)).Maybe(0.5)), loop(often(r, 15, 25, 30), c(rng.Fix(4)))}}
		}},
		{"sip-trunk-tcp", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 5060, 5061), TLS: maybeTLS(r, 0.5), Loops: []talk.Loop{loop(often(r, 30, 60, 10), c(steady(r, 380, 520)), s(steady(r, 380, 620))), office(loop(some(r, 30, 900), s(steady(r, 900, 1500)), c(steady(r, 350, 500)), c(steady(r, 900, 1400)).After(rng.LogN(6, 0.5)), s(steady(r, 350, 500))), 0.8)}}
		}},
		{"rtp-call", g, Net, func(r *rng.R) *spec {
			n := r.Pickf(172, 172, 92, 32)
			return &spec{Proto: 17, Port: r.Int(10000, 20000), CPort: r.Int(10000, 20000), Quiet: r.Log(0.005, 0.05), Session: rng.LogN(150, 0.9), Loops: []talk.Loop{loop(rng.Fix(0.2), c(rng.Fix(n)).Times(rng.Fix(10), rng.Fix(0.02)), s(rng.Fix(n)).Times(rng.Fix(10), rng.Fix(0.02)))}}
		}},
		{"game-udp-tick", g, Visit, func(r *rng.R) *spec {
			return &spec{Proto: 17, Port: r.Int(7000, 30000), Quiet: r.Log(0.02, 0.2), Session: rng.LogN(1500, 0.8), Loops: []talk.Loop{loop(rng.Fix(0.5), c(loose(r, 40, 120, 0.1)).Times(rng.Uni(8, 16), rng.Fix(0.03)), s(loose(r, 80, 500, 0.3)).Times(rng.Uni(8, 16), rng.Fix(0.03)))}}
		}},
		{"game-login-tcp", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: r.Int(2000, 30000), Quiet: r.Log(0.05, 0.4), Session: rng.LogN(3000, 0.8), Loops: []talk.Loop{loop(often(r, 5, 10, 15, 30), c(steady(r, 8, 60)), s(steady(r, 8, 60))), loop(some(r, 2, 10), s(loose(r, 40, 500, 0.6))), loop(some(r, 3, 20), c(loose(r, 20, 120, 0.4)))}}
		}},
		{"steam-query", g, Visit, func(r *rng.R) *spec {
			return &spec{Proto: 17, Port: 27015, Lazy: true, Idle: 2, Loops: []talk.Loop{loop(often(r, 30, 60, 300), c(rng.Fix(25)), s(rng.Fix(9)), c(rng.Fix(29)), s(loose(r, 120, 400, 0.1)))}}
		}},
		{"webrtc-signalling", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Hello: upgrade(r), Frame: 6, Quiet: r.Uni(0.2, 0.8), Session: rng.LogN(4000, 0.8), Loops: []talk.Loop{loop(often(r, 5, 10, 25), c(steady(r, 20, 90)), s(steady(r, 20, 90))), loop(some(r, 20, 300), s(loose(r, 300, 3000, 0.6)), c(loose(r, 300, 3000, 0.6)))}}
		}},
	}
}
