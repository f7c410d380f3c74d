// Package life is the ordinary traffic of a cloud: kinds of programs, and the
// roles of machines that run them.
package life

import (
	"slices"

	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

// Host and Conn save the kinds some words.
type (
	Host = wire.Host
	Conn = wire.Conn
)

// Kind is an ordinary program: what it does on a host during the whole run.
type Kind struct {
	Name string
	run  func(h *Host)
}

// Kinds are all of them.
var Kinds = slices.Concat(web, bulk, databases, queues, agents, control, people, office,
	streams, chains, things, compute, broken, infrastructure)

// byName finds a kind.
func byName(name string) Kind {
	for _, k := range Kinds {
		if k.Name == name {
			return k
		}
	}
	panic("no kind " + name)
}

// Run simulates the program on the host.
func (k Kind) Run(h *Host) {
	h.Kind = k.Name
	k.run(h)
}

// maybe calls TLS with probability p, the same choice for a whole program.
func maybe(d *dice.Dice, p float64) func(c *Conn) {
	if d.Chance(p) {
		return (*Conn).TLS
	}
	return func(*Conn) {}
}

// probes switches TCP keep-alive on, as many programs do.
func probes(d *dice.Dice) func(c *Conn) {
	seconds := dice.Of(d, 0, 15, 30, 45, 60, 75, 120, 300, 7200)
	by := wire.Side(d.IntN(2))
	return func(c *Conn) {
		if seconds > 0 {
			c.KeepAlive(by, float64(seconds))
		}
	}
}

// poller connects anew for each request, or keeps the connection.
func poller(h *Host, s *wire.Service, secure func(*Conn), keep float64, gap dice.Gap, up, down dice.Size) {
	d := s.Dice(h)
	if d.Chance(keep) {
		alive := probes(d)
		h.Keep(s, d.Log(600, 2e5), d.Tick(0.5, 30), func(c *Conn) {
			secure(c)
			alive(c)
			c.Every(gap, func() { c.Call(up(), down()) })
		})
		return
	}
	h.Each(gap, func(t float64) {
		h.Once(t, s, func(c *Conn) {
			secure(c)
			c.Call(up(), down())
		})
	})
}
