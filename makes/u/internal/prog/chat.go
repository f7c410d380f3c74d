package prog

import (
	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

var chats = []Kind{
	{"chat-websocket", Chat, Either, func(r *rng.R) *talk.Spec {
		beat := r.Num(20, 25, 30, 41.25, 45, 54, 60)
		s := socket(r).Hello(r.Int(200, 900), r.LogInt(800, 20000))
		s.Ask(every(beat, 0.02), near(r.Int(2, 60), 2), near(r.Int(2, 40), 1))
		s.Push(uneven(r.Log(3, 90), 1.2), wide(r.LogInt(180, 900), 0.6)).When(clock.Evening)
		return s.Push(random(r.Log(5, 120)), near(r.LogInt(70, 260), 30)).When(clock.Evening)
	}},
	{"discord-gateway", Chat, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Greet(130).Hello(r.Int(300, 700), r.LogInt(3000, 60000))
		s.Ask(every(41.25, 0.01), near(24, 4), exact(12))
		s.Push(random(r.Log(0.6, 60)), wide(r.LogInt(150, 700), 0.7)).When(clock.Evening)
		return s.Life(uneven(r.Log(7200, 60000), 0.6)).Retry(1, 2, 60)
	}},
	{"slack-rtm", Chat, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Greet(30)
		s.Ask(every(r.Num(10, 30), 0.05), near(36, 4), near(44, 4))
		s.Push(uneven(r.Log(10, 200), 1.3), wide(420, 0.6)).When(clock.Office)
		return s.Say(uneven(r.Log(200, 2000), 1), wide(300, 0.5)).When(clock.Office)
	}},
	{"telegram-bot-longpoll", Chat, Out, func(r *rng.R) *talk.Spec {
		wait := r.Num(10, 20, 30, 50, 60)
		s := talk.Stream(r, 443, tls(r)).Keep(0, 0)
		s.Ask(among(0.005, 0.1), near(r.Int(180, 420), 3), near(r.Int(300, 420), 4)).Think(among(wait*r.Log(0.05, 0.9), wait))
		return s.Ask(uneven(r.Log(60, 2000), 1), wide(500, 0.4), wide(900, 0.4)).When(clock.Evening).Life(random(r.Log(1800, 40000)))
	}},
	{"telegram-mtproto", Chat, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 443, 443, 80, 5222), wire.Plain).Hello(105, 137).Hello(r.Int(200, 400), r.Int(150, 900))
		s.Ask(every(60, 0.02), exact(105), exact(89))
		s.Push(uneven(r.Log(8, 200), 1.3), wide(260, 0.7)).Then(up, near(105, 16), among(0.1, 0.9))
		return s
	}},
	{"xmpp-client", Chat, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 5222, tls(r)).Hello(160, 420).Hello(180, 300).Hello(220, 600)
		s.Say(every(r.Num(60, 90, 120, 300), 0.05), exact(1))
		s.Call(every(r.Num(60, 120, 180), 0.05), near(110, 8), near(95, 8))
		s.Push(uneven(r.Log(20, 600), 1.2), wide(340, 0.5)).When(clock.Evening)
		return s.Push(random(r.Log(15, 300)), near(210, 40)).When(clock.Evening)
	}},
	{"xmpp-federation", Chat, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 5269, tls(r)).Hello(190, 460).Hello(90, 120)
		s.Ask(every(r.Num(60, 180, 300), 0.1), near(130, 12), near(110, 12))
		return s.Say(uneven(r.Log(20, 600), 1.2), wide(380, 0.5)).Idle(r.Num(600, 900, 1800), up, wire.Fin).Gap(random(900), clock.Flat)
	}},
	{"irc-client", Chat, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 6667, 6697, 6697, 7000), maybe(r)).Hello(60, 200).Greet(r.LogInt(2500, 9000)).Hello(40, 700)
		s.Call(every(r.Num(90, 120, 180, 240), 0.02), near(24, 6), near(24, 6))
		s.Push(uneven(r.Log(4, 120), 1.3), wide(115, 0.4)).When(clock.Evening)
		return s.Say(uneven(r.Log(200, 4000), 1), wide(70, 0.4)).Retry(r.Num(10, 30, 60), 1, 60)
	}},
	{"irc-server-link", Chat, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 7000, 6900, 4400), tls(r)).Hello(200, r.LogInt(20000, 200000))
		s.Ask(every(r.Num(30, 90, 120), 0.01), near(34, 4), near(40, 4))
		s.Push(random(r.Log(0.6, 8)), wide(120, 0.4)).When(clock.Evening)
		return s.Say(random(r.Log(0.8, 12)), wide(120, 0.4)).When(clock.Evening)
	}},
	{"matrix-sync", Chat, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 443, 8448), tls(r))
		s.Ask(among(0.01, 0.2), near(r.Int(250, 520), 6), wide(r.LogInt(260, 1800), 0.6)).Think(among(r.Log(1, 20), 30))
		return s.Idle(90, down, wire.Fin)
	}},
	{"matrix-federation", Chat, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 8448, tls(r), r.Num(10, 30, 120)).
			Ask(uneven(r.Log(10, 400), 1.3), wide(1500, 0.6), near(260, 20)).Several(1, 3, 0.5)
	}},
	{"signal-socket", Chat, Out, func(r *rng.R) *talk.Spec {
		s := socket(r)
		s.Ask(every(r.Num(30, 55), 0.02), near(32, 2), near(28, 2))
		return s.Call(uneven(r.Log(120, 2500), 1.2), wide(900, 0.5), near(40, 3)).When(clock.Daylight)
	}},
	{"whatsapp-web-bridge", Chat, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(r.Int(250, 400), r.Int(500, 2000))
		s.Ask(every(r.Num(20, 25, 30), 0.15), near(42, 6), near(38, 6))
		return s.Push(uneven(r.Log(15, 300), 1.3), wide(330, 0.7)).Then(up, near(90, 20), among(0.02, 0.4)).When(clock.Evening)
	}},
	{"mattermost-socket", Chat, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(90, 160)
		s.Call(every(r.Num(27, 60), 0.01), exact(6), exact(6))
		return s.Push(random(r.Log(5, 100)), wide(500, 0.6)).When(clock.Office).Life(uneven(20000, 1))
	}},
	{"rocketchat-ddp", Chat, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(70, 110).Hello(300, r.LogInt(900, 9000))
		s.Ask(every(r.Num(17.5, 25, 30), 0.02), exact(18), exact(18))
		return s.Push(random(r.Log(6, 90)), wide(380, 0.5)).When(clock.Office)
	}},
	{"teams-trouter", Chat, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Greet(r.Int(200, 600))
		s.Ask(every(r.Num(30, 40, 55), 0.02), near(21, 4), near(16, 3))
		return s.Call(uneven(r.Log(30, 500), 1.2), wide(1300, 0.5), near(60, 10)).When(clock.Office)
	}},
	{"twitch-chat-bot", Chat, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 6697, 443), tls(r)).Hello(150, 600)
		s.Call(every(290, 0.05), exact(25), exact(25))
		s.Push(uneven(r.Log(0.6, 30), 1.1), wide(430, 0.3)).When(clock.Evening)
		return s.Say(uneven(r.Log(60, 900), 1), wide(90, 0.4)).When(clock.Evening)
	}},
	{"presence-service", Chat, In, func(r *rng.R) *talk.Spec {
		s := grpc(r, rng.Pick(r, 50051, 9090, 7443), maybe(r))
		s.Say(every(r.Num(5, 10, 15, 30), 0.1), near(r.LogInt(40, 400), 20))
		return s.Push(random(r.Log(0.8, 20)), wide(r.LogInt(60, 300), 0.4)).When(clock.Evening)
	}},
	{"typing-fanout", Chat, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, r.Int(7000, 9900), wire.Plain)
		s.Push(random(r.Log(0.8, 15)), near(r.Int(40, 110), 20)).When(clock.Evening)
		return s.Ask(every(r.Num(5, 15, 30), 0.02), exact(4), exact(4))
	}},
	{"phoenix-channel", Chat, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(r.Int(90, 250), 120)
		s.Ask(every(30, 0.002), near(62, 2), near(80, 2))
		return s.Push(uneven(r.Log(4, 200), 1.2), wide(r.LogInt(160, 700), 0.5)).When(clock.Daylight)
	}},
	{"sip-registration", Chat, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 5060, 5061), maybe(r))
		s.Ask(every(r.Num(60, 120, 300, 600), 0.1), near(620, 30), near(480, 30)).Then(up, near(840, 30), among(0.001, 0.01)).
			Then(down, near(560, 30), among(0.001, 0.03))
		return s.Say(every(r.Num(15, 30, 110), 0.02), exact(4)).Then(down, exact(2), among(0.001, 0.02))
	}},
	{"sip-udp-options", Chat, Either, func(r *rng.R) *talk.Spec {
		return talk.Packets(r, 5060, talk.UDP).Source(5060).Ask(every(r.Num(25, 30, 60), 0.05), near(440, 20), near(430, 20))
	}},
	{"voice-bot-control", Chat, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(220, 400)
		s.Ask(every(r.Num(5, 13.75, 20), 0.01), near(34, 4), near(34, 4))
		s.Push(random(r.Log(3, 60)), near(70, 12)).When(clock.Evening)
		return s.Life(uneven(2400, 0.9)).Gap(random(1200), clock.Evening)
	}},
	{"mumble-control", Chat, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 64738, tls(r)).Hello(120, r.LogInt(1200, 9000))
		s.Ask(every(5, 0.02), near(28, 3), near(28, 3))
		return s.Push(random(r.Log(10, 300)), wide(60, 0.5)).Life(uneven(5000, 1)).Gap(random(3000), clock.Evening).Ends(flow.Client, wire.Fin)
	}},
	{"imap-idle", Chat, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 993, tls(r)).Greet(110).Hello(60, 180).Hello(30, 500)
		s.Push(random(r.Log(100, 1500)), near(28, 6)).Then(up, near(40, 4), among(0.05, 0.5)).Then(down, wide(1400, 0.8), among(0.01, 0.1)).When(clock.Office)
		s.Push(every(r.Num(120, 240), 0.02), near(20, 2))
		return s.Ask(every(r.Num(600, 1500, 1740), 0.02), near(18, 2), near(46, 4)).IfIdle()
	}},
}
