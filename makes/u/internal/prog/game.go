package prog

import (
	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

var games = []Kind{
	{"game-lobby-socket", Game, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(r.Int(100, 500), r.LogInt(400, 6000))
		s.Ask(every(r.Num(5, 10, 15, 30), 0.05), near(r.Int(4, 40), 2), near(r.Int(4, 40), 2))
		s.Push(random(r.Log(3, 60)), wide(r.LogInt(60, 500), 0.5)).When(clock.Evening)
		return s.Say(uneven(r.Log(10, 200), 1), wide(90, 0.4)).When(clock.Evening)
	}},
	{"game-session-udp", Game, Either, func(r *rng.R) *talk.Spec {
		tick := 1 / r.Num(0.5, 1, 2, 3)
		s := talk.Packets(r, r.Int(7000, 7900), talk.UDP)
		s.Say(every(tick, 0.1), near(r.Int(30, 90), 12)).Push(every(tick, 0.1), near(r.Int(60, 300), 40))
		return s.Life(uneven(900, 0.7)).Gap(random(r.Log(600, 6000)), clock.Evening)
	}},
	{"game-session-tcp", Game, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, r.Int(2000, 30000), wire.Plain).Hello(60, 300)
		s.Say(random(r.Log(0.7, 6)), near(r.Int(12, 60), 8)).When(clock.Evening)
		s.Push(every(r.Num(0.5, 1, 2, 5), 0.05), near(r.Int(20, 160), 12))
		return s.Life(uneven(r.Log(900, 6000), 0.8)).Gap(random(r.Log(600, 9000)), clock.Evening)
	}},
	{"turn-based-game", Game, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(180, 700)
		s.Ask(uneven(r.Log(6, 60), 0.9), near(70, 14), near(190, 40)).When(clock.Evening)
		s.Push(uneven(r.Log(6, 60), 0.9), near(210, 60)).When(clock.Evening)
		return s.Ask(every(r.Num(15, 30, 45), 0.02), exact(2), exact(2))
	}},
	{"matchmaker-grpc", Game, In, func(r *rng.R) *talk.Spec {
		s := grpc(r, rng.Pick(r, 50504, 50502, 9000), maybe(r))
		s.Ask(every(r.Num(1, 2, 5, 10), 0.1), wide(r.LogInt(90, 600), 0.4), wide(r.LogInt(90, 900), 0.5))
		return s.Push(random(r.Log(3, 40)), wide(220, 0.4)).When(clock.Evening)
	}},
	{"game-server-heartbeat", Game, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 443, 8443, 10250), maybe(r)).Hello(200, 220)
		return s.Ask(every(r.Num(1, 2, 5, 10, 30, 60), 0.05), near(r.LogInt(60, 320), 12), near(r.LogInt(20, 120), 3))
	}},
	{"steam-master-server", Game, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 27017, 27018, 27019), wire.Plain).Hello(170, 240).Hello(230, 900)
		s.Say(every(r.Num(9, 30), 0.02), near(44, 2))
		return s.Push(random(r.Log(30, 400)), wide(170, 0.8)).Retry(5, 1.5, 60)
	}},
	{"source-query-a2s", Game, Either, func(r *rng.R) *talk.Spec {
		return talk.Packets(r, 27015, talk.UDP).Ask(every(r.Num(10, 30, 60), 0.1), exact(25), near(160, 30))
	}},
	{"minecraft-player", Game, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 25565, wire.Plain).Hello(60, 300).Hello(30, r.LogInt(50000, 900000))
		s.Push(every(r.Num(0.5, 1), 0.3), wide(140, 0.7)).Say(every(r.Num(0.5, 1), 0.3), near(32, 8))
		s.Call(every(15, 0.02), exact(10), exact(10))
		return s.Life(uneven(2500, 0.9)).Gap(random(r.Log(3000, 20000)), clock.Evening)
	}},
	{"minecraft-status-ping", Game, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 25565, wire.Plain, 0.01).Ask(every(r.Num(30, 60, 300), 0.1), near(24, 4), wide(900, 0.5)).
			Then(up, exact(10), among(0.001, 0.01)).Then(down, exact(10), among(0.001, 0.01))
	}},
	{"photon-cloud", Game, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 4530, 4531, 4533, 19090), maybe(r)).Hello(120, 90).Hello(200, 240)
		s.Ask(every(r.Num(1, 2, 5), 0.02), exact(9), exact(13))
		return s.Push(random(r.Log(0.8, 10)), near(70, 25)).When(clock.Evening).Life(uneven(2500, 1)).Gap(random(1500), clock.Evening)
	}},
	{"nakama-socket", Game, Either, func(r *rng.R) *talk.Spec {
		s := socket(r)
		s.Call(every(r.Num(10, 15), 0.01), exact(2), exact(2))
		return s.Push(uneven(r.Log(1, 40), 1), wide(190, 0.5)).When(clock.Evening)
	}},
	{"playfab-telemetry", Game, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), r.Num(10, 60, 120)).Ask(every(r.Num(5, 10, 30, 60), 0.2), wide(r.LogInt(600, 6000), 0.5), near(220, 12))
	}},
	{"gamelift-sdk", Game, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(380, 260)
		s.Ask(every(60, 0.15), near(190, 4), near(130, 4))
		s.Push(every(r.Num(10, 30), 0.02), exact(2))
		return s.Call(uneven(900, 0.8), near(1400, 300), near(260, 20)).When(clock.Evening)
	}},
	{"agones-sidecar", Game, In, func(r *rng.R) *talk.Spec {
		s := grpc(r, 443, wire.TLS13)
		return s.Say(every(r.Num(2, 5, 10), 0.02), near(28, 3)).Then(down, near(20, 2), among(0.001, 0.01))
	}},
	{"leaderboard-redis", Game, In, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 6379, wire.Plain).Ask(random(r.Log(0.8, 8)), near(70, 12), near(r.LogInt(8, 900), 3)).When(clock.Evening)
	}},
	{"anticheat-heartbeat", Game, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 443, 8883, 5223), tls(r)).Hello(900, 1200)
		return s.Ask(every(r.Num(15, 30, 60, 120), 0.1), near(r.LogInt(90, 500), 16), near(r.LogInt(40, 160), 8))
	}},
	{"game-rcon", Game, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 25575, 27015, 28016), wire.Plain).Hello(30, 14)
		return s.Ask(every(r.Num(5, 10, 30, 60), 0.05), near(20, 4), wide(240, 0.6)).Ends(flow.Client, wire.Fin)
	}},
	{"chess-lichess-stream", Game, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, tls(r)).Hello(240, 420)
		s.Push(every(r.Num(5, 7), 0.01), exact(1)).IfIdle()
		s.Push(uneven(12, 1), wide(180, 0.4)).When(clock.Evening)
		return s.Life(uneven(4000, 1)).Gap(random(900), clock.Evening)
	}},
	{"mmo-zone-link", Game, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, r.Int(8000, 8200), wire.Plain)
		s.Ask(every(r.Num(1, 2, 5), 0.02), near(34, 4), near(34, 4))
		s.Say(random(r.Log(0.8, 8)), wide(180, 0.7)).When(clock.Evening)
		return s.Push(random(r.Log(0.8, 8)), wide(180, 0.7)).When(clock.Evening)
	}},
	{"game-voice-rtp", Game, Either, func(r *rng.R) *talk.Spec {
		s := talk.Packets(r, r.Int(10000, 20000), talk.UDP)
		s.Ask(every(r.Num(2.5, 5), 0.05), near(60, 10), near(60, 10))
		return s.Say(uneven(12, 1), near(110, 25)).Several(20, 140, 0.04).Life(uneven(1800, 0.8)).Gap(random(4000), clock.Evening)
	}},
}
