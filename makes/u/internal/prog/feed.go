package prog

import (
	"makes/u/internal/clock"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

var ads = []Kind{
	{"rtb-bid-endpoint", Ads, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 80, 443, 8080), maybe(r))
		s.Ask(random(r.Log(0.7, 10)), wide(r.LogInt(900, 2600), 0.3), rng.Pick(r, near(110, 4), wide(900, 0.5))).When(clock.Daylight)
		return s.Life(uneven(r.Log(300, 9000), 0.7)).Retry(0.5, 1, 1)
	}},
	{"ad-win-notice", Ads, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(5, 30, 60)).Ask(uneven(r.Log(4, 90), 1.2), near(r.Int(400, 1100), 90), near(150, 6)).When(clock.Daylight)
	}},
	{"budget-pacer", Ads, In, func(r *rng.R) *talk.Spec {
		s := grpc(r, r.Int(7000, 9900), maybe(r))
		return s.Ask(every(r.Num(1, 5, 10), 0.05), near(r.LogInt(60, 600), 12), near(r.LogInt(60, 900), 12))
	}},
	{"user-sync-pixel", Ads, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 5).Ask(uneven(r.Log(10, 120), 1.2), near(900, 200), near(480, 60)).When(clock.Daylight)
	}},
	{"ad-log-shipper", Ads, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 60).Ask(every(r.Num(5, 10, 30, 60), 0.1), wide(r.LogInt(8000, 400000), 0.5), near(220, 12)).When(clock.Daylight)
	}},
	{"frequency-cap-aerospike", Ads, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 3000, wire.Plain)
		s.Ask(random(r.Log(0.7, 4)), near(90, 16), near(150, 60)).When(clock.Daylight)
		return s.Ask(every(1, 0.02), near(60, 2), near(240, 6)).Conns(r.Int(1, 4))
	}},
	{"attribution-postback", Ads, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 0.02).Ask(uneven(r.Log(30, 600), 1.2), near(700, 120), near(170, 12)).When(clock.Daylight)
	}},
	{"prebid-stored-request", Ads, Out, func(r *rng.R) *talk.Spec { return poll(r, 443, tls(r), r.Num(30, 60, 300)) }},
}

var feeds = []Kind{
	{"mastodon-streaming", Feed, Out, func(r *rng.R) *talk.Spec {
		s := socket(r)
		s.Call(every(30, 0.01), exact(2), exact(2))
		return s.Push(uneven(r.Log(1, 60), 1.1), wide(2600, 0.4)).When(clock.Daylight)
	}},
	{"activitypub-delivery", Feed, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(2, 10)).Ask(uneven(r.Log(10, 400), 1.4), wide(2200, 0.4), near(260, 30)).When(clock.Daylight)
	}},
	{"bluesky-jetstream", Feed, Out, func(r *rng.R) *talk.Spec {
		s := socket(r)
		s.Push(random(r.Log(0.3, 3)), wide(r.LogInt(340, 700), 0.3))
		return s.Call(every(30, 0.01), exact(2), exact(2))
	}},
	{"social-filtered-stream", Feed, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, tls(r)).Hello(420, 500)
		s.Push(every(20, 0.01), exact(2)).IfIdle()
		return s.Push(uneven(r.Log(1, 120), 1.2), wide(900, 0.5)).When(clock.Daylight).Retry(5, 2, 320)
	}},
	{"nostr-relay", Feed, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(r.Int(90, 600), r.LogInt(500, 60000))
		s.Push(uneven(r.Log(1, 60), 1.2), wide(620, 0.5)).When(clock.Daylight)
		return s.Call(every(r.Num(30, 60, 300), 0.01), exact(2), exact(2))
	}},
	{"news-feed-fanout", Feed, In, func(r *rng.R) *talk.Spec {
		s := grpc(r, r.Int(8000, 9900), maybe(r))
		return s.Ask(random(r.Log(0.8, 10)), wide(160, 0.4), wide(r.LogInt(300, 9000), 0.5)).When(clock.Evening)
	}},
	{"notification-counter", Feed, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(60, 120)).Ask(every(r.Num(15, 30, 60, 90), 0.05), near(r.Int(300, 1200), 5), near(r.Int(160, 420), 4)).When(clock.Daylight)
	}},
	{"stock-ticker-socket", Feed, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(140, 200)
		s.Push(random(r.Log(0.4, 6)), near(r.Int(90, 260), 30)).When(clock.Office)
		return s.Ask(every(r.Num(10, 20, 30), 0.02), exact(6), exact(6))
	}},
	{"sports-scores-socket", Feed, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(90, 2000)
		s.Push(uneven(r.Log(2, 40), 0.9), wide(230, 0.6)).When(clock.Evening)
		return s.Push(every(r.Num(5, 10, 25), 0.01), exact(1))
	}},
	{"reddit-poller", Feed, Out, func(r *rng.R) *talk.Spec { return poll(r, 443, tls(r), r.Num(2, 5, 30, 60)) }},
	{"rss-poller", Feed, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 0.02).Ask(every(r.Num(300, 600, 1800), 0.1), near(260, 20), rng.Pick(r, near(190, 12), wide(20000, 0.5)))
	}},
	{"ride-location-stream", Feed, Either, func(r *rng.R) *talk.Spec {
		s := grpc(r, 443, tls(r))
		s.Say(every(r.Num(2, 4, 5, 10), 0.1), near(r.Int(60, 220), 12)).When(clock.Daylight)
		return s.Push(random(r.Log(5, 60)), wide(180, 0.4)).Life(uneven(5000, 0.8)).Gap(random(4000), clock.Daylight)
	}},
	{"food-order-tracking", Feed, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(120, 700)
		s.Push(every(r.Num(5, 10, 15), 0.2), near(140, 14)).Life(uneven(1500, 0.4)).Gap(random(5000), clock.Evening)
		return s
	}},
	{"auction-live-bids", Feed, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(100, 1500)
		s.Push(uneven(r.Log(3, 60), 1.2), near(220, 30)).When(clock.Evening)
		return s.Ask(every(r.Num(20, 30), 0.02), near(20, 2), near(20, 2))
	}},
}

var collab = []Kind{
	{"collab-doc-socket", Collab, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(r.Int(150, 500), r.LogInt(2000, 90000))
		s.Ask(uneven(r.Log(1.5, 30), 1.3), wide(160, 0.6), near(r.Int(30, 130), 8)).When(clock.Office)
		s.Push(uneven(r.Log(2, 40), 1.3), wide(150, 0.5)).When(clock.Office)
		return s.Ask(every(r.Num(15, 25, 30), 0.02), near(r.Int(2, 40), 1), near(r.Int(2, 40), 1))
	}},
	{"yjs-awareness", Collab, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(60, r.LogInt(300, 9000))
		s.Say(every(15, 0.05), near(r.Int(60, 140), 4)).Push(every(15/r.Log(1, 6), 0.2), near(r.Int(60, 140), 8))
		return s.Call(every(30, 0.01), exact(2), exact(2))
	}},
	{"whiteboard-cursor", Collab, Either, func(r *rng.R) *talk.Spec {
		s := socket(r)
		s.Say(uneven(60, 1), near(80, 10)).Several(5, 80, 0.1).When(clock.Office)
		s.Push(uneven(40, 1), near(90, 14)).Several(5, 80, 0.1).When(clock.Office)
		return s.Ask(every(30, 0.02), exact(2), exact(2)).Life(uneven(4000, 0.8)).Gap(random(4000), clock.Office)
	}},
	{"figma-multiplayer", Collab, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(120, r.LogInt(20000, 900000))
		s.Say(every(r.Num(10, 30), 0.02), near(8, 2))
		return s.Push(uneven(8, 1.2), wide(110, 0.7)).When(clock.Office).Life(uneven(7000, 0.8)).Gap(random(2500), clock.Office)
	}},
	{"notion-sync", Collab, Out, func(r *rng.R) *talk.Spec {
		s := socket(r)
		s.Ask(every(25, 0.01), exact(1), exact(1))
		return s.Push(uneven(60, 1.2), wide(300, 0.6)).When(clock.Office)
	}},
	{"dropbox-notify", Collab, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, tls(r))
		return s.Ask(among(0.05, 1), near(420, 8), near(260, 8)).Think(among(30, 90)).Life(random(20000))
	}},
	{"live-share-relay", Collab, Out, func(r *rng.R) *talk.Spec {
		s := socket(r)
		s.Call(every(r.Num(10, 20), 0.02), exact(4), exact(4))
		return s.Ask(uneven(4, 1.2), wide(220, 0.7), wide(160, 0.6)).When(clock.Office).Life(uneven(5000, 0.8)).Gap(random(6000), clock.Office)
	}},
	{"jira-realtime", Collab, Out, func(r *rng.R) *talk.Spec {
		s := socket(r)
		s.Ask(every(r.Num(30, 55), 0.02), exact(14), exact(14))
		return s.Push(uneven(200, 1.1), wide(520, 0.5)).When(clock.Office)
	}},
	{"calendar-sync", Collab, Out, func(r *rng.R) *talk.Spec { return poll(r, 443, tls(r), r.Num(60, 300, 600)) }},
	{"crdt-replica", Collab, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, r.Int(4000, 9900), maybe(r))
		s.Ask(every(r.Num(1, 2, 5, 10), 0.05), near(r.Int(40, 160), 10), near(r.Int(40, 160), 10))
		return s.Push(uneven(r.Log(1, 20), 1), wide(300, 0.8)).When(clock.Office)
	}},
	{"couchdb-changes", Collab, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 5984, 6984), maybe(r)).Hello(230, 210)
		s.Push(every(r.Num(10, 30, 60), 0.01), exact(rng.Pick(r, 1, 6)))
		return s.Push(uneven(r.Log(5, 300), 1.2), wide(190, 0.4))
	}},
}
