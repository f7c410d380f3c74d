package prog

import (
	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

// mqtt is a connection to a broker with the protocol's pings.
func mqtt(r *rng.R, ping float64) *talk.Spec {
	port, c := 8883, tls(r)
	if r.Chance(0.35) {
		port, c = 1883, wire.Plain
	}
	s := talk.Stream(r, port, c).Hello(r.Int(30, 180), 4).Hello(r.Int(20, 120), r.Int(5, 8))
	return s.Ask(every(ping, 0.01), exact(2), exact(2)).IfIdle()
}

var things = []Kind{
	{"mqtt-sensor", Things, Either, func(r *rng.R) *talk.Spec {
		s := mqtt(r, r.Num(15, 30, 60, 60, 120, 300))
		s.Say(every(r.Num(5, 10, 15, 30, 60, 60, 300), rng.Pick(r, 0.01, 0.2)), near(r.LogInt(40, 400), 8))
		if r.Chance(0.5) {
			s.Then(flow.Server, exact(4), among(0.001, 0.01))
		}
		return s
	}},
	{"mqtt-switch", Things, Either, func(r *rng.R) *talk.Spec {
		s := mqtt(r, r.Num(15, 30, 45, 60))
		return s.Push(uneven(r.Log(300, 9000), 1.2), near(90, 20)).Then(up, near(110, 20), among(0.02, 0.3)).When(clock.Evening)
	}},
	{"mqtt-bridge", Things, Out, func(r *rng.R) *talk.Spec {
		s := mqtt(r, 60)
		s.Say(random(r.Log(0.8, 10)), wide(150, 0.5)).Then(down, exact(4), among(0.001, 0.02))
		return s.Push(random(r.Log(2, 60)), wide(120, 0.5))
	}},
	{"mqtt-dashboard", Things, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(60, 4).Hello(40, 6)
		s.Push(random(r.Log(0.7, 10)), near(r.LogInt(40, 260), 12))
		return s.Ask(every(60, 0.01), exact(2), exact(2)).IfIdle().Life(uneven(9000, 1)).Gap(random(3000), clock.Daylight)
	}},
	{"iot-core-gateway", Things, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 8883, 443), wire.TLS12).Hello(110, 4).Hello(70, 5)
		s.Say(every(r.Num(10, 30, 60), 0.05), near(r.LogInt(160, 1500), 12)).Then(down, exact(4), among(0.005, 0.05))
		return s.Ask(every(r.Num(30, 300, 1200), 0.01), exact(2), exact(2)).IfIdle()
	}},
	{"tuya-like-companion", Things, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 6668, 8886, 1883), maybe(r)).Hello(200, 60)
		s.Ask(every(r.Num(10, 12, 30), 0.05), near(24, 4), near(28, 4))
		return s.Call(uneven(r.Log(200, 5000), 1), near(150, 30), near(130, 30)).When(clock.Evening)
	}},
	{"doorbell-control", Things, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, wire.TLS12).Hello(400, 300)
		s.Ask(every(r.Num(20, 30, 60, 110), 0.05), near(r.Int(30, 90), 4), near(r.Int(30, 70), 4))
		return s.Say(uneven(3000, 1.2), wide(40000, 0.9)).When(clock.Daylight)
	}},
	{"voice-assistant-avs", Things, Out, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 443, tls(r)).HTTP2().Hello(1100, 60)
		s.Ask(every(r.Num(60, 300), 0.02), exact(17), exact(17))
		return s.Push(uneven(1500, 1.2), wide(900, 0.8)).When(clock.Evening)
	}},
	{"wearable-sync", Things, Either, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 443, tls(r), 15).Ask(every(r.Num(300, 900, 1800), 0.3), wide(2500, 0.8), near(420, 60)).Several(1, 4, 0.3).When(clock.Daylight)
	}},
	{"telematics-tcp", Things, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, r.Int(5000, 9500), wire.Plain).Hello(17, 1)
		s.Ask(every(r.Num(10, 30, 60), 0.2), near(r.LogInt(45, 600), 20), exact(rng.Pick(r, 4, 10))).When(clock.Daylight)
		return s.Ask(every(r.Num(120, 180, 300), 0.02), exact(15), exact(10)).IfIdle().Retry(10, 1, 60)
	}},
	{"coap-observe", Things, Either, func(r *rng.R) *talk.Spec {
		s := talk.Packets(r, rng.Pick(r, 5683, 5684), talk.UDP)
		return s.Push(every(r.Num(10, 30, 60), 0.1), near(70, 12)).Then(up, exact(rng.Pick(r, 4, 33)), among(0.01, 0.1))
	}},
	{"lwm2m-registration", Things, Either, func(r *rng.R) *talk.Spec {
		return talk.Packets(r, 5684, talk.UDP).Ask(every(r.Num(60, 300, 900), 0.05), near(90, 12), near(60, 8))
	}},
	{"ev-charger-ocpp", Things, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(260, 120)
		s.Ask(every(r.Num(30, 60, 300, 600), 0.02), near(56, 3), near(84, 3))
		s.Ask(every(r.Num(10, 30, 60), 0.1), near(420, 40), near(46, 2)).When(clock.Daylight)
		return s.Call(every(r.Num(30, 60, 240), 0.01), exact(2), exact(2))
	}},
	{"smart-meter-dlms", Things, Out, func(r *rng.R) *talk.Spec {
		return talk.Visit(r, 4059, wire.Plain, 10).Ask(every(r.Num(300, 900), 0.05), near(60, 8), near(240, 60)).Several(2, 8, 0.4)
	}},
	{"modbus-gateway", Things, Either, func(r *rng.R) *talk.Spec {
		return talk.Stream(r, 502, wire.Plain).Ask(every(r.Num(1, 2, 5, 10), 0.02), exact(12), exact(9+2*r.Int(1, 60)))
	}},
	{"opcua-session", Things, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, 4840, wire.Plain).Hello(60, 28).Hello(130, 136).Hello(400, 1600)
		s.Ask(every(r.Num(1, 2, 5), 0.01), near(100, 3), near(r.LogInt(90, 900), 12))
		return s.Ask(every(r.Num(5, 10, 30), 0.01), near(118, 1), near(130, 1))
	}},
	{"home-assistant-socket", Things, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 8123, 443), maybe(r)).WebSocket().Hello(230, 60).Hello(60, r.LogInt(9000, 200000))
		s.Push(random(r.Log(1, 20)), wide(600, 0.5))
		return s.Ask(every(30, 0.01), exact(24), exact(24))
	}},
	{"ota-update-check", Things, Out, func(r *rng.R) *talk.Spec { return poll(r, 443, tls(r), r.Num(600, 3600, 7200)) }},
	{"drone-fleet-mavlink", Things, Either, func(r *rng.R) *talk.Spec {
		s := talk.Packets(r, 14550, talk.UDP)
		s.Say(every(1, 0.02), exact(21)).Push(every(1, 0.02), exact(21))
		return s.Say(every(r.Num(0.5, 1, 2), 0.1), near(48, 12)).Life(uneven(1500, 0.7)).Gap(random(6000), clock.Daylight)
	}},
	{"lorawan-packet-forwarder", Things, Either, func(r *rng.R) *talk.Spec {
		s := talk.Packets(r, 1700, talk.UDP)
		s.Ask(every(r.Num(5, 10), 0.01), exact(12), exact(4))
		return s.Ask(uneven(r.Log(3, 60), 1.1), near(260, 40), exact(4))
	}},
	{"printer-cloud-link", Things, Either, func(r *rng.R) *talk.Spec {
		s := talk.Stream(r, rng.Pick(r, 5222, 443), tls(r)).Hello(260, 400)
		s.Ask(every(r.Num(30, 60, 180), 0.02), near(80, 6), near(90, 6))
		return s.Call(uneven(5000, 1), near(700, 90), near(420, 40)).When(clock.Office)
	}},
	{"tv-companion-socket", Things, Either, func(r *rng.R) *talk.Spec {
		s := socket(r).Hello(160, 200)
		s.Ask(every(r.Num(10, 25, 30), 0.02), near(30, 4), near(30, 4))
		return s.Push(uneven(150, 1.1), near(170, 40)).When(clock.Evening).Life(uneven(6000, 0.8)).Gap(random(6000), clock.Evening)
	}},
}
