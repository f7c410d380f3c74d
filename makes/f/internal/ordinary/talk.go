package ordinary

import (
	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

// requestReply is a client that asks and a server that answers, on connections
// that stay.
var requestReply = &Family{wide: Spec{Conns: rng{1, 6}, Every: rng{0.8, 400}}, run: func(g *program) { g.asks(1) }}

// publisher is a client that reports; the server acknowledges each message, some
// or none.
var publisher = &Family{wide: Spec{Every: rng{0.8, 600}, Rep: rng{2, 200}}, run: func(g *program) {
	g.asks(wide.Pick(g.h, 0, 1, 1, 1, g.h.Float64()))
}}

// asks sends requests, of which a part is answered.
func (g *program) asks(answered float64) {
	g.sessions(func(c *wire.Conn, a *wire.Agenda) {
		g.often(a, c, &g.every, func() {
			for range wide.Geometric(g.R, g.batch) {
				c.Up(g.req.N(g.R))
				if wide.Chance(g.R, answered) {
					c.Answer(wire.Server, g.rep.N(g.R), g.think())
				}
			}
		})
	})
}

// subscriber is a client to which a server pushes; it may answer some pushes and
// now and then asks for something.
var subscriber = &Family{wide: Spec{PushEvery: rng{0.8, 900}, Every: rng{30, 9000}}, run: func(g *program) {
	streams := []wide.Cadence{g.pushEvery}
	for range g.h.IntN(3) {
		streams = append(streams, wide.DrawCadence(g.h, rng{5, 2000}, g.spec.Human, g.Zone))
	}
	answers := wide.Pick(g.h, 0, 0, 1, g.h.Float64())
	receipt := wide.DrawSizes(g.h, rng{4, 300})
	g.sessions(func(c *wire.Conn, a *wire.Agenda) {
		for i := range streams {
			g.often(a, c, &streams[i], func() {
				for range wide.Geometric(g.R, g.batch) {
					c.Down(g.push.N(g.R))
				}
				if wide.Chance(g.R, answers) {
					c.Answer(wire.Client, receipt.N(g.R), g.think())
				}
			})
		}
		g.often(a, c, &g.every, func() { c.Ask(g.req.N(g.R), g.rep.N(g.R), g.think()) })
	})
}}

// twoWay is a stream on which both ends speak when they like, sometimes answering.
var twoWay = &Family{wide: Spec{Every: rng{0.8, 300}, PushEvery: rng{0.8, 300}}, run: func(g *program) {
	g.streams(wide.Pick(g.h, 0, g.h.Float64()), wide.Pick(g.h, 0, g.h.Float64()), false)
}}

// worker takes jobs from a queue, works and hands in results, one or many a job;
// the queue confirms results or not, and sends jobs or waits to be asked.
var worker = &Family{wide: Spec{PushEvery: rng{2, 900}, Every: rng{1, 300}, Rep: rng{4, 250}}, run: func(g *program) {
	g.streams(wide.Pick(g.h, 0.0, 1, 1, 1), 0, wide.Chance(g.h, 0.3))
}}

// streams lets both ends speak and answer a part of what they hear; one that
// pulls asks for the server's messages instead.
func (g *program) streams(upAnswered, downAnswered float64, pulls bool) {
	g.sessions(func(c *wire.Conn, a *wire.Agenda) {
		g.often(a, c, &g.every, func() {
			c.Up(g.req.N(g.R))
			if wide.Chance(g.R, upAnswered) {
				c.Answer(wire.Server, g.rep.N(g.R), g.think())
			}
			if pulls {
				c.Ask(g.beatUp+9, g.push.N(g.R), g.think())
			}
		})
		if !pulls {
			g.often(a, c, &g.pushEvery, func() {
				for range wide.Geometric(g.R, g.batch) {
					c.Down(g.push.N(g.R))
				}
				if wide.Chance(g.R, downAnswered) {
					c.Answer(wire.Client, g.req.N(g.R), g.think())
				}
			})
		}
	})
}

// heartbeat is an agent that says it lives, gets a short answer, and rarely has
// more to tell.
var heartbeat = &Family{wide: Spec{Beat: rng{2, 900}, Every: rng{600, 40000}, Req: rng{20, 900}, Rep: rng{2, 600}}, run: func(g *program) {
	report := wide.DrawSizes(g.h, rng{500, 90000})
	drift := wide.Pick(g.h, 0, 0, g.h.Float64()*0.6) // beacons that vary their sleep
	gap := func(t float64) float64 { return g.beat.Gap(g.R, t) * (1 + drift*(g.R.Float64()-0.5)) }
	g.beats = 0 // the agent's questions are its heartbeats
	if wide.Chance(g.h, 0.35) {
		g.singly(gap)
		return
	}
	g.sessions(func(c *wire.Conn, a *wire.Agenda) {
		a.In(gap(c.T), func() float64 { c.Ask(g.req.N(g.R), g.rep.N(g.R), g.think()); return gap(c.T) })
		g.often(a, c, &g.every, func() { c.Tell(g.push.N(g.R), report.N(g.R), g.think()) })
	})
}}
