// Package ordinary holds the programs that do not mine: a dozen families of
// behaviour with wide priors, and a table of kinds that narrow them.
package ordinary

import (
	"cmp"

	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

type rng = wide.Range

// Place is where a kind's peers are.
type Place int

const (
	Anywhere Place = iota
	Inside         // the cloud's private network
	Outside        // the Internet
)

// Spec narrows a family to a kind of program. A zero range leaves the family's
// own prior.
type Spec struct {
	Name    string
	Family  *Family
	Ports   []uint16
	Where   Place
	Inbound bool    // peers connect to the interface
	Crowd   bool    // every connection has another peer
	Human   bool    // follows people's day
	TLS     float64 // how often encrypted

	Peers, Conns     rng // how many peers, connections at a time
	Hello            rng // a greeting's messages
	Req, Rep, Push   rng // bytes: client's, server's answer, server's own
	Every, PushEvery rng // seconds between the client's, the server's messages
	Beat             rng // seconds between heartbeats
	Life, Pause      rng // seconds a connection lasts, and until the next
}

// Family is a pattern of behaviour and its widest priors.
type Family struct {
	run  func(*program)
	wide Spec
}

// program is an instance: a process with all its habits drawn.
type program struct {
	*wire.Proc
	spec                   Spec
	h                      *wide.Rand // draws habits
	link                   *wire.Link
	hello                  []wide.Sizes
	req, rep, push         wide.Sizes
	every, pushEvery, beat wide.Cadence
	beatUp, beatDown       int
	beats                  int     // 0 none, 1 client, 2 server, 3 both, without answer
	mull, mullSpread       float64 // time to answer
	batch                  float64 // messages that go together
	conns                  int
}

// Run runs an instance of a kind from the process's time to the end. Habits come
// from h, so that a fleet can share them; what happens comes from the process.
func Run(s *Spec, h *wide.Rand, p *wire.Proc, book wire.Book) {
	p.Label = wire.Label{Name: "benign\t" + s.Name}
	g := &program{Proc: p, spec: fill(*s, s.Family.wide), h: h}
	f := &g.spec
	inside := f.Where == Inside || f.Where == Anywhere && wide.Chance(h, 0.5)
	g.link = wire.DrawLink(h, p.Nic, inside, f.Inbound)
	address := func() uint32 { return book.Public(h) }
	if inside {
		address = func() uint32 { return book.Private(h) }
	}
	for range f.Peers.Int(h) {
		g.link.Peers = append(g.link.Peers, address())
	}
	if f.Crowd && !inside {
		g.link.Fresh = func() uint32 { return book.Public(p.R) }
	}
	g.link.Port = uint16(wide.Range{1024, 49000}.Int(h))
	if len(f.Ports) > 0 && wide.Chance(h, 0.93) {
		g.link.Port = f.Ports[h.IntN(len(f.Ports))]
	}
	if wide.Chance(h, f.TLS) {
		g.link.TLS = wire.DrawTLS(h, wide.Chance(h, 0.35))
	}
	size := func(r rng) wide.Sizes { return wide.DrawSizes(h, r.Wilder(h)) }
	for range h.IntN(4) {
		g.hello = append(g.hello, size(f.Hello), size(f.Hello))
	}
	g.req, g.rep, g.push = size(f.Req), size(f.Rep), size(f.Push)
	g.every = wide.DrawCadence(h, f.Every.Wilder(h), f.Human, p.Zone)
	g.pushEvery = wide.DrawCadence(h, f.PushEvery.Wilder(h), f.Human, p.Zone)
	g.beat = wide.DrawTimer(h, f.Beat)
	g.beats = wide.Weighted(h, 45, 25, 20, 10)
	g.beatUp, g.beatDown = rng{2, 160}.Int(h), rng{2, 160}.Int(h)
	g.mull, g.mullSpread = wide.Between(h, 0.0003, 0.4), wide.Between(h, 0.1, 1.5)
	g.batch = wide.Pick(h, 1, 1, wide.Between(h, 1.1, 5))
	g.conns = max(1, f.Conns.Int(h))
	f.Family.run(g)
}

// fill sets the ranges a kind leaves open to its family's, or to the widest.
func fill(s, family Spec) Spec {
	common := Spec{Peers: rng{1, 3}, Conns: rng{1, 1}, Hello: rng{20, 1500}, Req: rng{20, 2000}, Rep: rng{5, 8000}, Push: rng{15, 4000},
		Every: rng{1, 600}, PushEvery: rng{1, 600}, Beat: rng{5, 300}, Life: rng{300, 4e5}, Pause: rng{0.5, 120}}
	to, first, second := s.ranges(), family.ranges(), common.ranges()
	for i := range to {
		*to[i] = cmp.Or(*to[i], *first[i], *second[i])
	}
	return s
}

func (s *Spec) ranges() []*rng {
	return []*rng{&s.Peers, &s.Conns, &s.Hello, &s.Req, &s.Rep, &s.Push, &s.Every, &s.PushEvery, &s.Beat, &s.Life, &s.Pause}
}

// think is how long the other end mulls over a message.
func (g *program) think() float64 { return min(wide.LogNormal(g.R, g.mull, g.mullSpread), 20) }

// greet exchanges the messages that open a session.
func (g *program) greet(c *wire.Conn) {
	for i := 0; i < len(g.hello); i += 2 {
		c.Ask(g.hello[i].N(g.R), g.hello[i+1].N(g.R), g.think())
		c.Wait(g.think())
	}
}

// sessions keeps the program's connections: connect, greet, do what is planned
// until the connection's life ends, close, pause, again.
func (g *program) sessions(plan func(c *wire.Conn, a *wire.Agenda)) {
	stay, pause := g.spec.Life.Draw(g.h), g.spec.Pause.Draw(g.h)
	spread := wide.Between(g.h, 0.02, 1)
	for range g.conns {
		g.Fork(func(p *wire.Proc) {
			p.Wait(wide.Exp(p.R, 3))
			for p.T < p.End {
				c := g.link.Open(p)
				g.greet(c)
				a := wire.NewAgenda(c)
				plan(c, a)
				g.heart(a, c)
				a.Run(min(p.End, c.T+wide.LogNormal(p.R, stay, spread)))
				c.Close(g.link.Closing)
				p.T = c.T + wide.Exp(p.R, pause)
			}
		})
	}
}

// singly opens a connection for every question.
func (g *program) singly(gap func(t float64) float64) {
	for g.T < g.End {
		c := g.link.Open(g.Proc)
		c.Ask(g.req.N(g.R), g.rep.N(g.R), g.think())
		c.Wait(g.think() / 10)
		c.Close(g.link.Closing)
		g.T = max(c.T, g.T+gap(g.T))
	}
}

// heart adds the program's heartbeats to a connection's agenda.
func (g *program) heart(a *wire.Agenda, c *wire.Conn) {
	beats := []func(){
		1: func() { c.Ask(g.beatUp, g.beatDown, 0.001) },
		2: func() { c.Tell(g.beatDown, g.beatUp, 0.001) },
		3: func() { c.Up(g.beatUp); c.Down(g.beatDown) },
	}
	if g.beats > 0 {
		g.often(a, c, &g.beat, beats[g.beats])
	}
}

// often plans something at a cadence, from a first gap on.
func (g *program) often(a *wire.Agenda, c *wire.Conn, cad *wide.Cadence, do func()) {
	a.In(cad.Gap(g.R, c.T), func() float64 {
		do()
		return cad.Gap(g.R, c.T)
	})
}
