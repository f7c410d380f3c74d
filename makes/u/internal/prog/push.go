package prog

import (
	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

var pushes = []Kind{
	{"apns-provider", Push, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 443, 2197), wire.TLS13).HTTP2()
		s.Ask(random(r.Log(0.8, 40)), wide(r.LogInt(260, 900), 0.3), near(70, 8)).When(clock.Daylight)
		return s.Ask(every(r.Num(60, 300, 3600), 0.01), exact(17), exact(17)).IfIdle()
	}},
	{"fcm-http", Push, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(30, 60, 240)).
			Ask(uneven(r.Log(1, 60), 1.1), wide(700, 0.3), near(190, 20)).When(clock.Daylight).Several(1, 6, 0.1)
	}},
	{"fcm-xmpp", Push, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 5235, tls(r)).Hello(140, 300).Hello(200, 160)
		s.Ask(random(r.Log(1.5, 90)), wide(420, 0.4), near(210, 15)).When(clock.Daylight)
		return s.Call(every(r.Num(60, 300), 0.05), near(80, 5), near(70, 5)).Life(uneven(20000, 0.6))
	}},
	{"fcm-device-mtalk", Push, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 5228, tls(r)).Hello(320, 180)
		s.Ask(every(r.Num(240, 600, 900, 1680), 0.1), near(10, 3), near(9, 3))
		return s.Push(random(r.Log(200, 5000)), wide(380, 0.6)).Then(up, near(24, 6), among(0.01, 0.2))
	}},
	{"web-push-autopush", Push, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(210, 140)
		s.Ask(every(r.Num(300, 1800), 0.02), exact(2), exact(2))
		return s.Push(random(r.Log(600, 9000)), wide(500, 0.5)).Then(up, near(120, 8), among(0.02, 0.3))
	}},
	{"pusher-channels", Push, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Greet(146).Hello(82, 98)
		s.Ask(every(120, 0.02), exact(36), exact(36)).IfIdle()
		return s.Push(uneven(r.Log(2, 300), 1.2), wide(r.LogInt(140, 900), 0.5)).When(clock.Daylight)
	}},
	{"ably-realtime", Push, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Greet(r.Int(300, 520))
		s.Push(every(15, 0.02), near(16, 2)).IfIdle()
		return s.Push(uneven(r.Log(2, 200), 1.2), wide(260, 0.5)).When(clock.Daylight).Life(uneven(30000, 1))
	}},
	{"pubnub-subscribe", Push, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, tls(r))
		s.Ask(among(0.005, 0.05), near(r.Int(280, 460), 4), wide(r.LogInt(330, 700), 0.3)).Think(among(r.Log(2, 100), 280))
		return s.Ask(every(r.Num(60, 150, 300), 0.02), near(310, 3), near(360, 5))
	}},
	{"socketio-backend", Push, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Greet(118).Hello(4, 36)
		s.Call(every(r.Num(20, 25, 25, 30), 0.002), exact(3), exact(3))
		s.Push(uneven(r.Log(1, 90), 1.1), wide(r.LogInt(60, 700), 0.6)).When(clock.Evening)
		return s.Say(uneven(r.Log(5, 300), 1.1), wide(r.LogInt(50, 300), 0.5)).When(clock.Evening)
	}},
	{"engineio-longpoll", Push, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 443, 3000, 8080), maybe(r))
		s.Ask(among(0.002, 0.03), near(r.Int(220, 700), 5), wide(210, 0.2)).Think(among(r.Log(1.5, 20), 25))
		return s.Say(every(25, 0.002), near(r.Int(260, 600), 4)).Then(down, near(180, 4), among(0.002, 0.02))
	}},
	{"signalr-hub", Push, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(32, 3)
		s.Push(every(15, 0.002), exact(11)).IfIdle()
		s.Say(every(15, 0.002), exact(11)).IfIdle()
		return s.Push(uneven(r.Log(2, 120), 1.2), wide(r.LogInt(120, 1500), 0.5)).When(clock.Daylight)
	}},
	{"centrifugo-client", Push, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(r.Int(120, 300), r.Int(90, 160))
		s.Call(every(25, 0.01), exact(2), exact(2))
		return s.Push(random(r.Log(1, 100)), wide(170, 0.5)).When(clock.Evening)
	}},
	{"sse-events", Push, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 443, 443, 8080), maybe(r)).Hello(r.Int(250, 900), r.Int(180, 340))
		s.Push(every(r.Num(10, 15, 15, 20, 30, 45), 0.01), exact(rng.Pick(r, 3, 4, 8, 14, 22)))
		s.Push(uneven(r.Log(3, 200), 1.2), wide(r.LogInt(90, 900), 0.5)).When(clock.Daylight)
		return s.Life(every(r.Num(60, 300, 900, 3600, 14400), 0.05)).Retry(r.Num(1, 3, 5), 1, 5)
	}},
	{"mercure-hub", Push, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, tls(r)).Hello(600, 240)
		s.Push(every(40, 0.01), exact(2))
		return s.Push(random(r.Log(20, 900)), wide(500, 0.6)).Life(every(600, 0.2))
	}},
	{"firebase-rtdb", Push, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Greet(120).Hello(160, 140)
		s.Say(every(45, 0.002), exact(1))
		s.Push(uneven(r.Log(2, 240), 1.3), wide(210, 0.7)).When(clock.Evening)
		return s.Ask(uneven(r.Log(15, 600), 1.2), wide(190, 0.5), near(50, 6)).When(clock.Evening)
	}},
	{"firestore-listen", Push, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, wire.TLS13).HTTP2().Hello(700, 500)
		s.Push(every(r.Num(30, 45, 60), 0.02), near(60, 8))
		s.Push(uneven(r.Log(5, 300), 1.3), wide(420, 0.6)).When(clock.Daylight)
		return s.Life(among(1500, 3600)).Retry(1, 1.5, 60)
	}},
	{"appsync-subscription", Push, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(30, 70).Hello(r.Int(700, 2400), 90)
		s.Push(every(60, 0.002), exact(13))
		return s.Push(uneven(r.Log(5, 600), 1.2), wide(500, 0.6)).Life(every(86000, 0.01))
	}},
	{"apigw-websocket-idle", Push, Out, func(r *rng.R) *talk.Spec {
		s := socket(r)
		s.Ask(uneven(r.Log(60, 1200), 1.1), wide(180, 0.5), wide(220, 0.6)).When(clock.Evening)
		return s.Idle(600, down, wire.Fin).Life(every(7200, 0.001)).Retry(1, 2, 30)
	}},
	{"graphql-subscription", Push, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(60, 40).Hello(r.Int(300, 1200), 0)
		s.Push(every(r.Num(10, 12, 15, 30), 0.002), near(16, 1))
		return s.Push(random(r.Log(2, 200)), wide(r.LogInt(200, 1600), 0.5)).When(clock.Daylight)
	}},
	{"push-gateway-internal", Push, In, func(r *rng.R) *talk.Spec {
		s := grpc(r, rng.Pick(r, 50052, 8081, 9443), maybe(r))
		return s.Say(random(r.Log(0.8, 12)), wide(r.LogInt(140, 700), 0.4)).Then(down, near(28, 6), among(0.001, 0.01)).When(clock.Daylight)
	}},
	{"onesignal-api", Push, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 60).Ask(uneven(r.Log(20, 900), 1.2), wide(900, 0.4), near(240, 40)).When(clock.Daylight)
	}},
	{"device-shadow-push", Push, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 8883, wire.TLS12).Hello(r.Int(70, 180), 4).Hello(60, 5)
		s.Ask(every(r.Num(30, 60, 300, 1200), 0.02), exact(2), exact(2)).IfIdle()
		return s.Push(random(r.Log(20, 1200)), wide(300, 0.5)).Then(up, exact(4), among(0.001, 0.02))
	}},
	{"webhook-relay", Push, Out, func(r *rng.R) *talk.Spec {
		s := socket(r)
		s.Call(every(r.Num(10, 30), 0.02), exact(2), exact(2))
		return s.Call(uneven(r.Log(30, 2000), 1.3), wide(1400, 0.5), wide(300, 0.4)).Ends(flow.Server, wire.Fin)
	}},
	{"sms-gateway-smpp", Push, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 2775, 2776, 3550), maybe(r)).Hello(46, 24)
		s.Ask(every(r.Num(10, 30, 50, 60), 0.01), exact(16), exact(16))
		s.Ask(uneven(r.Log(2, 120), 1.1), wide(180, 0.25), near(33, 4)).When(clock.Daylight)
		return s.Call(uneven(r.Log(3, 150), 1.1), near(210, 20), exact(17)).When(clock.Daylight)
	}},
}
