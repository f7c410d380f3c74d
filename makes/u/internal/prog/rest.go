package prog

import (
	"makes/u/internal/clock"
	"makes/u/internal/mine"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

var chains = []Kind{
	{"chain-node-peer", Chain, Out, func(r *rng.R) *talk.Spec { return mine.Gossip(r, r.Log(2, 600)) }},
	{"chain-rpc-user", Chain, Either, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, rng.Pick(r, 8545, 443, 8332, 8899), maybe(r)).Ask(every(r.Num(1, 2, 4, 12, 15), 0.1), near(r.Int(200, 460), 20), wide(r.LogInt(180, 4000), 0.6))
	}},
	{"chain-rpc-subscription", Chain, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(90, 80)
		s.Push(random(r.Num(2, 4, 12, 15)), near(r.LogInt(500, 1500), 40))
		return s.Ask(every(r.Num(10, 30, 60), 0.02), exact(2), exact(2))
	}},
	{"wallet-electrum", Chain, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 50002, 50001), maybe(r)).Hello(90, 80).Hello(120, 400)
		s.Push(random(600), near(260, 4)).Push(random(r.Log(200, 4000)), near(170, 4)).Then(up, near(120, 4), among(0.01, 0.1)).Then(down, wide(420, 0.7), among(0.01, 0.1))
		return s.Ask(every(60, 0.02), near(58, 2), near(40, 2))
	}},
	{"wallet-monero-refresh", Chain, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 18089, maybe(r), r.Num(5, 60)).Ask(every(r.Num(10, 20, 90), 0.05), near(320, 20), wide(420, 0.4)).Ask(random(120), near(700, 60), wide(30000, 0.8))
	}},
	{"exchange-feed", Chain, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(160, 200)
		s.Push(random(r.Log(0.4, 8)), near(r.Int(110, 420), 30))
		return s.Call(every(r.Num(10, 20, 180), 0.02), exact(rng.Pick(r, 2, 15)), exact(rng.Pick(r, 2, 15))).Life(every(86400, 0.1))
	}},
	{"exchange-fix", Chain, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 4198, 9876, 443), maybe(r)).Hello(260, 120)
		s.Say(every(r.Num(10, 30, 60), 0.01), near(96, 3)).Push(every(r.Num(10, 30, 60), 0.01), near(96, 3))
		return s.Ask(uneven(r.Log(5, 300), 1.3), near(240, 20), near(320, 30))
	}},
	{"block-explorer-sync", Chain, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, rng.Pick(r, 8545, 8332), wire.Plain).Ask(every(r.Num(1, 5, 10), 0.02), near(240, 10), near(260, 8)).Ask(random(r.Num(12, 60, 600)), near(260, 10), wide(r.LogInt(20000, 900000), 0.5))
	}},
	{"lightning-peer", Chain, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 9735, wire.Noise).Hello(60, 60)
		s.Ask(every(r.Num(30, 60), 0.3), near(20, 8), near(20, 8))
		return s.Push(uneven(r.Log(2, 40), 1.2), wide(220, 0.4)).Say(uneven(r.Log(5, 90), 1.2), wide(220, 0.4))
	}},
	{"validator-beacon", Chain, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 5052, wire.Plain).Ask(every(12, 0.01), near(260, 6), near(420, 20)).Ask(every(4, 0.1), near(200, 5), near(180, 5)).Push(every(12, 0.01), near(380, 10))
	}},
	{"ipfs-swarm", Chain, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 4001, wire.Noise).Hello(300, 700)
		s.Ask(every(r.Num(15, 30), 0.1), exact(12), exact(12))
		return s.Ask(uneven(r.Log(3, 60), 1.3), wide(120, 0.6), wide(700, 1)).Life(uneven(r.Log(60, 6000), 1)).Gap(random(900), clock.Flat)
	}},
	{"oracle-price-poster", Chain, Out, func(r *rng.R) *talk.Spec { return poll(r, 443, tls(r), r.Num(5, 15, 60)) }},
	{"bittorrent-peer", Chain, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, r.Int(6881, 60000), wire.Plain).Hello(68, 68).Hello(300, 300)
		return s.Push(every(110, 0.1), exact(4)).Say(every(110, 0.1), exact(4)).Push(uneven(20, 1.2), exact(9)).Life(uneven(1500, 1)).Gap(random(3000), clock.Evening)
	}},
}

var desks = []Kind{
	{"browsing", Desk, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(5, 30, 60, 115)).Ask(uneven(r.Log(60, 900), 1.2), wide(900, 0.5), wide(r.LogInt(2000, 60000), 1.3)).Several(1, 10, 0.3).When(clock.Office)
	}},
	{"browsing-quic", Desk, Out, func(r *rng.R) *talk.Spec {
		s := talk.Packets(r, 443, talk.QUIC).Ask(uneven(8, 1.2), wide(500, 0.5), wide(8000, 1.4)).Several(1, 8, 0.2)
		return s.Idle(30, up, wire.Fin).Life(uneven(90, 1)).Gap(uneven(r.Log(200, 3000), 1), clock.Office)
	}},
	{"webmail-poll", Desk, Out, func(r *rng.R) *talk.Spec { return poll(r, 443, tls(r), r.Num(30, 60, 120)) }},
	{"workspaces-pcoip", Desk, Out, func(r *rng.R) *talk.Spec {
		return talk.Packets(r, 4172, talk.UDP).Ask(every(1, 0.1), near(90, 20), near(140, 60)).Push(uneven(6, 1.1), wide(12000, 1)).When(clock.Office).Life(uneven(9000, 0.6)).Gap(random(9000), clock.Office)
	}},
	{"active-directory-rpc", Desk, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 135, 49667, 445), wire.Plain, r.Num(10, 60, 900)).Ask(uneven(r.Log(60, 900), 1.1), near(260, 60), wide(420, 0.5)).Several(1, 4, 0.05)
	}},
	{"kerberos-tgs", Desk, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 88, wire.Plain, 0.001).Ask(uneven(r.Log(300, 3000), 1), near(1600, 200), near(1600, 200))
	}},
	{"smb-share", Desk, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 445, wire.Plain).Hello(240, 500).Hello(700, 300).Ask(uneven(r.Log(10, 200), 1.4), near(180, 40), wide(500, 1.4)).When(clock.Office).Ask(every(r.Num(30, 60), 0.02), near(72, 2), near(72, 2))
	}},
	{"windows-update", Desk, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, wire.TLS12, 60).Ask(random(r.Log(9000, 40000)), near(1500, 200), wide(300000, 1.5)).Several(2, 10, 1)
	}},
	{"wns-notification", Desk, Out, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 443, wire.TLS12).Hello(700, 400).Ask(every(r.Num(120, 240, 420, 900), 0.05), near(26, 4), near(26, 4)).Push(uneven(2500, 1.2), wide(420, 0.5))
	}},
	{"ide-telemetry", Desk, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 60).Ask(uneven(r.Log(30, 300), 0.8), wide(1800, 0.5), near(260, 12)).When(clock.Office)
	}},
	{"ai-assistant-stream", Desk, Out, func(r *rng.R) *talk.Spec {
		s := talk.Visit(r, 443, tls(r), r.Num(30, 60, 300)).Ask(uneven(r.Log(60, 900), 1.1), wide(6000, 0.9), near(180, 20)).When(clock.Office)
		for range r.Int(10, 30) {
			s.Then(down, near(190, 60), among(0.05, 0.4))
		}
		return s
	}},
	{"jupyter-kernel-socket", Desk, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 8888, 443), maybe(r)).WebSocket()
		s.Call(every(30, 0.01), exact(2), exact(2))
		return s.Ask(uneven(60, 1.2), near(700, 200), wide(1500, 0.9)).When(clock.Office).Life(uneven(8000, 0.8)).Gap(random(9000), clock.Office)
	}},
}

var bulk = []Kind{
	{"s3-transfer", Bulk, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 5).Ask(uneven(r.Log(30, 1800), 1.2), wide(r.LogInt(500, 4000000), 1), wide(r.LogInt(300, 900000), 1)).Several(1, 6, 0.3)
	}},
	{"nightly-backup", Bulk, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 443, 22, 873, 13782), tls(r), 60).Ask(random(r.Log(600, 4000)), wide(r.LogInt(1e6, 5e7), 1), near(400, 60)).When(clock.Night)
	}},
	{"registry-pull", Bulk, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 20).Ask(random(r.Log(3000, 30000)), near(1200, 200), wide(9000000, 1.2)).Several(2, 10, 0.5)
	}},
	{"package-mirror", Bulk, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 80, 443), wire.Plain, 5).Ask(uneven(r.Log(2000, 20000), 1), near(220, 20), wide(60000, 1.4)).Several(5, 60, 0.1)
	}},
	{"rsync-mirror", Bulk, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 873, wire.Plain, 2).Ask(every(r.Num(600, 3600), 0.1), wide(3000, 0.5), wide(90000, 1.5))
	}},
	{"ftp-control", Bulk, Out, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 21, wire.Plain).Greet(60).Hello(16, 34).Ask(every(r.Num(30, 60), 0.05), exact(6), exact(rng.Pick(r, 9, 18))).Life(uneven(2500, 0.8)).Gap(random(4000), clock.Office)
	}},
	{"crawler-fetch", Bulk, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(0.05, 10)).Ask(uneven(r.Log(20, 600), 1.2), near(420, 60), wide(30000, 1)).Several(1, 4, 1)
	}},
	{"data-lake-load", Bulk, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 5439, 8123, 9000), maybe(r), 30).Ask(every(r.Num(60, 300, 900), 0.1), wide(900000, 1.2), near(200, 30))
	}},
}

var webs = []Kind{
	{"https-visitor", Web, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(5, 15, 60, 75)).Ask(uneven(r.Log(600, 9000), 1.2), wide(800, 0.5), wide(r.LogInt(1500, 40000), 1.2)).Several(1, 12, 0.4).When(clock.Daylight)
	}},
	{"mobile-api", Web, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(30, 60, 300)).Ask(uneven(r.Log(200, 4000), 1.2), wide(900, 0.4), wide(1800, 0.8)).Several(1, 6, 1).When(clock.Daylight)
	}},
	{"load-balancer-backend", Web, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, rng.Pick(r, 80, 8080, 3000), wire.Plain).Ask(uneven(r.Log(0.8, 20), 1.1), wide(900, 0.4), wide(3500, 1)).When(clock.Daylight).Idle(r.Num(60, 65, 120), down, wire.Fin)
	}},
	{"payment-api", Web, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(5, 60)).Ask(uneven(r.Log(20, 900), 1.2), near(1500, 300), near(1700, 400)).When(clock.Daylight)
	}},
	{"oauth-token-refresh", Web, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 5).Ask(every(r.Num(300, 900, 3300), 0.05), near(900, 90), near(1900, 200))
	}},
	{"feature-flag-stream", Web, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, tls(r)).Hello(320, r.LogInt(900, 60000))
		return s.Push(every(r.Num(30, 60, 180), 0.02), exact(3)).Push(random(4000), wide(900, 0.6))
	}},
	{"cdn-origin-pull", Web, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(5, 60)).Ask(uneven(r.Log(5, 90), 1.2), near(600, 90), wide(20000, 1.4)).When(clock.Daylight)
	}},
	{"search-suggest", Web, In, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, rng.Pick(r, 7700, 8983), wire.Plain, 60).Ask(uneven(r.Log(1, 20), 1.1), near(300, 40), wide(1500, 0.6)).When(clock.Daylight)
	}},
	{"vault-token-renew", Web, In, func(r *rng.R) *talk.Spec { return poll(r, 8200, tls(r), r.Num(30, 60, 600)) }},
	{"config-server-poll", Web, In, func(r *rng.R) *talk.Spec {
		return poll(r, rng.Pick(r, 8888, 8848, 8500), maybe(r), r.Num(5, 15, 30, 60))
	}},
}
