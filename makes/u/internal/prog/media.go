package prog

import (
	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

var media = []Kind{
	{"webrtc-signalling", Media, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(r.LogInt(900, 4000), r.LogInt(1200, 7000))
		s.Ask(every(r.Num(5, 10, 15, 25), 0.02), near(r.Int(2, 60), 1), near(r.Int(2, 60), 1))
		s.Push(random(r.Log(5, 90)), wide(r.LogInt(120, 900), 0.6)).When(clock.Office)
		return s.Life(uneven(2700, 0.7)).Gap(random(r.Log(300, 4000)), clock.Office)
	}},
	{"sfu-cascade", Media, In, func(r *rng.R) *talk.Spec {
		s := socket(r)
		s.Ask(every(r.Num(5, 10), 0.02), exact(6), exact(6))
		s.Say(random(r.Log(1, 20)), wide(340, 0.6)).When(clock.Office)
		return s.Push(random(r.Log(1, 20)), wide(340, 0.6)).When(clock.Office)
	}},
	{"turn-tcp-allocation", Media, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 3478, 5349, 443), maybe(r)).Hello(28, 100).Hello(120, 110)
		s.Ask(every(r.Num(240, 300), 0.02), near(116, 6), near(88, 4))
		s.Ask(every(r.Num(15, 25), 0.1), near(100, 6), near(92, 6))
		return s.Life(uneven(2400, 0.8)).Gap(random(2400), clock.Office)
	}},
	{"stun-keepalive", Media, Out, func(r *rng.R) *talk.Spec {
		return talk.Packets(r, rng.Pick(r, 3478, 19302), talk.UDP).Ask(every(r.Num(10, 15, 25, 30), 0.05), near(24, 4), near(60, 20))
	}},
	{"rtmp-ingest", Media, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 1935, 443), maybe(r)).Hello(1537, 3073).Hello(1536, 0).Hello(260, 300)
		s.Say(every(r.Num(1, 2), 0.1), wide(r.LogInt(60000, 600000), 0.2))
		return s.Life(uneven(5400, 0.7)).Gap(random(9000), clock.Evening)
	}},
	{"rtsp-control", Media, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 554, 8554), wire.Plain).Hello(110, 180).Hello(150, 700).Hello(180, 200)
		return s.Ask(every(r.Num(15, 25, 30, 55), 0.02), near(150, 6), near(130, 6))
	}},
	{"hls-live-playlist", Media, Out, func(r *rng.R) *talk.Spec {
		s := talk.Visit(r, 443, tls(r), 30)
		s.Ask(every(r.Num(2, 4, 6), 0.05), near(r.Int(160, 500), 4), wide(r.LogInt(500, 2500), 0.1))
		return s
	}},
	{"live-chat-overlay", Media, Out, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(120, 300)
		s.Push(uneven(r.Log(0.7, 20), 1), wide(260, 0.5)).When(clock.Evening)
		return s.Ask(every(r.Num(30, 60), 0.02), exact(4), exact(4))
	}},
	{"icecast-metadata", Media, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 8000, 443), maybe(r)).Hello(240, 420)
		return s.Push(every(1, 0.02), near(r.LogInt(4000, 24000), 40)).Life(uneven(7000, 1)).Gap(random(7000), clock.Daylight)
	}},
	{"broadcast-control-api", Media, Out, func(r *rng.R) *talk.Spec {
		return poll(r, 443, tls(r), r.Num(2, 5, 10))
	}},
	{"obs-remote-socket", Media, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 4455, wire.Plain).WebSocket().Greet(180).Hello(160, 70)
		s.Push(every(r.Num(0.5, 1, 2), 0.05), near(r.LogInt(160, 1100), 12))
		return s.Ask(uneven(60, 1), near(140, 20), near(180, 30)).Life(uneven(5000, 0.8)).Gap(random(8000), clock.Evening)
	}},
	{"media-transcoder-jobs", Media, In, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 5672, 4222, 6379), wire.Plain)
		s.Ask(every(r.Num(5, 10, 30), 0.02), near(30, 4), near(30, 4))
		return s.Say(every(r.Num(1, 2, 5), 0.1), near(r.LogInt(90, 400), 12))
	}},
	{"spotify-connect", Media, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 4070, 443, 80), wire.Noise).Hello(300, 400)
		s.Call(every(120, 0.01), exact(7), exact(7))
		return s.Push(uneven(200, 1), wide(300, 0.8)).When(clock.Daylight)
	}},
	{"cast-device-channel", Media, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 8009, wire.TLS12).Hello(100, 700)
		s.Ask(every(5, 0.02), exact(116), exact(116))
		return s.Push(uneven(60, 1), wide(700, 0.4)).When(clock.Evening)
	}},
	{"conference-dialin-bridge", Media, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 5061, tls(r)).Hello(900, 600)
		s.Ask(every(r.Num(30, 60, 90), 0.05), near(480, 14), near(420, 14))
		return s.Call(uneven(400, 1), near(1300, 200), near(900, 100)).When(clock.Office).Ends(flow.Server, wire.Fin)
	}},
	{"subtitle-stream", Media, Out, func(r *rng.R) *talk.Spec {
		s := grpc(r, 443, tls(r))
		s.Say(every(r.Num(0.5, 1), 0.02), near(r.LogInt(1600, 8000), 20)).Push(random(1.5), wide(140, 0.5))
		return s.Life(among(200, 300)).Gap(random(r.Log(60, 4000)), clock.Office)
	}},
}
