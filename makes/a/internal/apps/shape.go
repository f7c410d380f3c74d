// Package apps simulates the ordinary programs of a cloud, many of which keep
// long connections with small messages, as miners do.
package apps

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// program is a kind of ordinary program.
type program struct {
	kind string
	run  func(*sim.Proc)
}

const (
	minute = 60.0
	hour   = 3600.0
)

// secure draws a version of TLS.
func secure(r *rnd.Rand) int { return rnd.Pick(r, 13, 13, 13, 12) }

// perhaps draws whether there is TLS in the private network.
func perhaps(r *rnd.Rand) int { return rnd.Pick(r, 0, 0, 12, 13) }

// within is a private service.
func within(p *sim.Proc, name string, port uint16) sim.Target {
	return sim.Target{Peer: p.Inner(name), Port: port, TLS: perhaps(p.R), Keep: rnd.Pick[float64](p.R, 0, 0, 15, 30, 60, 300, 7200)}
}

// outside is a public service with TLS.
func outside(p *sim.Proc, name string, port uint16) sim.Target {
	return sim.Target{Peer: p.Site(name), Port: port, TLS: secure(p.R), Keep: rnd.Pick[float64](p.R, 0, 0, 15, 30, 45, 60, 7200)}
}

// anywhere is a service that is private for some and public for others.
func anywhere(p *sim.Proc, name string, port uint16) sim.Target {
	if p.R.Chance(0.6) {
		return within(p, name, port)
	}
	return outside(p, name, port)
}

// visited turns a target around: the peer is the client.
func visited(to sim.Target) sim.Target {
	to.Inbound = true
	return to
}

// hold keeps a connection up, with its timers, and connects again after an end.
func hold(p *sim.Proc, to sim.Target, life float64, begin func(c *sim.Conn) []*sim.Timer) {
	pause := p.R.LogU(0.3, 30)
	for p.Running() {
		if !to.Inbound {
			p.Lookup()
		}
		c := p.Dial(to)
		c.Serve(p.Now+p.R.Exp(life), begin(c)...)
		c.End()
		p.Sleep(p.R.Exp(pause))
	}
}

// copies runs several threads of the same.
func copies(p *sim.Proc, n int, run func(*sim.Proc)) {
	for range n {
		p.Fork(run)
	}
}

// visit makes a short connection with some requests.
func visit(p *sim.Proc, to sim.Target, requests int, up, down, think float64) {
	c := p.Dial(to)
	for range requests {
		c.Ask(p.R.Size(up, 0.3), p.R.Size(down, 0.9), p.R.Exp(think))
	}
	c.Close(p.R.Chance(0.6))
}

// poll makes a short connection every so often.
func poll(p *sim.Proc, to sim.Target, gap func() float64, do func(c *sim.Conn)) {
	for p.Sleep(gap()); p.Running(); p.Sleep(gap()) {
		c := p.Dial(to)
		do(c)
		c.Close(p.R.Chance(0.7))
	}
}

// steady gives a constant gap with a little jitter.
func steady(p *sim.Proc, period float64) func() float64 {
	return func() float64 { return period + p.R.Exp(0.01+period*0.002) }
}

// loose gives a gap that varies by a fraction.
func loose(p *sim.Proc, period, fraction float64) func() float64 {
	return func() float64 { return p.R.Around(period, fraction) }
}

func timers(t ...*sim.Timer) []*sim.Timer { return t }
