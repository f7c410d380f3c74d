package mining

import (
	"makes/x/internal/label"
	"makes/x/internal/layer"
	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/talk"
	"makes/x/internal/tcp"
	"makes/x/internal/wire"
)

// rig is one mining program at work.
type rig struct {
	r       *rnd.Rand
	prog    *program
	coin    *Coin
	rate    float64
	phases  []phase
	targets []*target
	shares  []float64 // when to send shares, for a proxy that passes them on
	passes  bool      // only those are sent
	onShare func(t float64)
	set     settings
}

// settings are a program's parameters as this host has them.
type settings struct {
	alive, retry, timeout, silence, report float64
	tries                                  int
}

// target is one place where a rig may mine.
type target struct {
	link      *site.Link
	pool      *pool
	port      uint16
	transport string
	client    wire.Side
	suite     *layer.Suite
	hop       tcp.Path // from a relay to the pool
	relay     float64  // seconds that a relay needs to connect
	http      bool     // the relay is an HTTP proxy
	tunnel    *layer.Tunnel
	memory    float64 // difficulty at the end of the last session
}

func newRig(r *rnd.Rand, c *Coin, rate float64) *rig {
	g := &rig{r: r, prog: rival(r, c.Talk), coin: c, rate: rate}
	p := g.prog
	g.set = settings{
		alive: r.In(p.alive), retry: r.In(p.retry), timeout: r.In(p.timeout),
		silence: r.In(p.silence), report: r.In(p.report), tries: max(1, r.Count(p.tries)),
	}
	return g
}

// label is what the pair of a target is labelled with.
func (g *rig) label(kind string, tg *target) label.Mining {
	return label.Mining{
		Kind: kind, Coin: g.coin.Name, Pool: tg.pool.name,
		Size: g.coin.size(g.rate), Transport: tg.transport,
	}
}

// env is the target as the patterns of failing attempts know it.
func (g *rig) env(tg *target) *talk.Env {
	return &talk.Env{R: g.r, Link: tg.link, Port: tg.port, Suite: tg.suite, Client: tg.client}
}

// run mines through all phases until the end.
func (g *rig) run(to float64) {
	g.periods(to, func(from, end float64) {
		g.period(from, end, to)
	})
	for _, tg := range g.targets {
		if tg.tunnel != nil {
			tg.tunnel.Idle(to)
		}
	}
}

// periods plays the times during which the program runs.
func (g *rig) periods(to float64, play func(from, end float64)) {
	for i, ph := range g.phases {
		if ph.off || i > 0 && !g.phases[i-1].off {
			continue
		}
		end := to
		for _, later := range g.phases[i+1:] {
			if later.off {
				end = min(to, later.at)
				break
			}
		}
		if ph.at < end {
			play(ph.at, end)
		}
	}
}

// period mines from the start of the program to its end, with all reconnects
// and with other pools when one does not answer.
func (g *rig) period(t, end, last float64) {
	at, tries := 0, 0
	pause := g.set.retry
	for t < end {
		tg := g.targets[at]
		now, _ := tg.pool.down(t)
		if now == nil {
			until := end
			if at > 0 {
				// The first pool is preferred again once it answers.
				until = min(end, t+g.r.Log(60, 1800))
			}
			t = g.session(tg, t, until, end == last && until == end)
			at, tries, pause = 0, 0, g.set.retry
			t += g.r.Between(0.05, 1) * pause
			continue
		}
		t = talk.Attempt(g.env(tg), now.way, t, g.set.timeout, 0, 0) + pause
		pause = min(pause*g.prog.grow, max(g.prog.most, pause))
		if tries++; tries >= g.set.tries {
			at, tries = (at+1)%len(g.targets), 0
		}
	}
}

// open connects to a target in the way of its transport.
func (g *rig) open(tg *target, t float64) (*layer.Stream, float64) {
	if tg.transport == "vpn" {
		if tg.tunnel == nil {
			t = g.raise(tg, t)
		} else if dead, when := tg.tunnel.Outer.Dead(); dead {
			t = g.raise(tg, max(t, when+g.r.Between(1, 10)))
		}
		tg.hop.RTT += tg.link.Path.RTT
		c, t := tcp.Dial(g.r, tcp.Options{
			Sink: tg.tunnel, Path: &tg.hop, Near: tg.link.Host.Stack, Far: tg.pool.stack,
			Client: wire.Near, KeepAlive: [2]float64{g.prog.keep, tg.pool.keep},
		}, t)
		tg.hop.RTT -= tg.link.Path.RTT
		return layer.Plain(c), t
	}
	o := tg.link.Options(g.r, tg.client, tg.port)
	o.KeepAlive[tg.client], o.KeepAlive[1-tg.client] = g.prog.keep, tg.pool.keep
	o.Nagle[tg.client] = g.prog.nagle
	o.GiveUp = g.set.silence
	c, t := tcp.Dial(g.r, o, t)
	st := layer.Plain(c)
	if tg.transport == "socks" {
		return st, layer.Socks(g.r, st, t, tg.http, tg.relay)
	}
	return layer.Secure(g.r, c, tg.suite, t, true)
}

// raise opens the private network that a target is reached through.
func (g *rig) raise(tg *target, t float64) float64 {
	o := tg.link.Options(g.r, wire.Near, tg.port)
	c, t := tcp.Dial(g.r, o, t)
	st, t := layer.Secure(g.r, c, tg.suite, t, false)
	if tg.tunnel == nil {
		tg.tunnel = &layer.Tunnel{
			Extra: g.r.Int(26, 68), Ping: rnd.Pick(g.r, []float64{0, 10, 10, 15, 25, 60}), Beat: g.r.Int(18, 60),
		}
	}
	tg.tunnel.Outer = st
	tg.tunnel.Open(t)
	return t + g.r.Between(0.2, 3)
}
