// Package ordinary holds the programs that do not mine. A kind is a function
// that draws its habits and then lives by them.
package ordinary

import (
	"makes/d/internal/dice"
	"makes/d/internal/netsim"
	"makes/d/internal/places"
)

// Prog is a running ordinary program.
type Prog struct {
	*netsim.Proc
	Places *places.Places
	kind   string
}

type conn = netsim.Conn
type habit = netsim.Habit

// Start puts a program of a kind on a host.
func Start(h *netsim.Host, w *places.Places, d *dice.Dice, kind string, at float64, away netsim.Spans) {
	body, ok := kinds[kind]
	if !ok {
		panic("no such kind: " + kind)
	}
	label := &netsim.Label{Kind: kind}
	if kind == "scanned" {
		label = nil
	}
	h.Start(d, at, label, away, func(p *netsim.Proc) { body(&Prog{p, w, kind}) })
}

// Fork runs n more clocks of the program side by side.
func (p *Prog) Fork(n int, body func(*Prog)) {
	p.Proc.Fork(n, func(q *netsim.Proc) { body(&Prog{q, p.Places, p.kind}) })
}

// Service picks one of the servers of this kind, private with probability x.
func (p *Prog) Service(x float64) *netsim.Peer { return p.Places.Service(p.kind, p.Chance(x)) }

// Port is the usual port, or one somebody thought of.
func (p *Prog) Port(usual ...int) int {
	if p.Chance(0.12) {
		return dice.Pick(p.Dice, 443, 80, 3333, 4444, 5555, 7777, 8080, 8888, 9999, 14444, p.Int(1025, 32000))
	}
	return dice.Pick(p.Dice, usual...)
}

// Crypt draws whether the program encrypts: 0 for plain, else the version.
func (p *Prog) Crypt(x float64) int {
	if !p.Chance(x) {
		return 0
	}
	return dice.Pick(p.Dice, 13, 13, 12)
}

// Open dials and, if the version is not 0, encrypts; nil if that fails.
func (p *Prog) Open(peer *netsim.Peer, port, version int, resumed bool) *conn {
	c := p.Dial(peer, port)
	if c == nil || version > 0 && !c.TLS(version, resumed) {
		return nil
	}
	return c
}

// Keep holds a connection for ever: it comes back after retry seconds when
// the connection ends, later and later if it fails at once. A life above 0 is
// the mean length of connections.
func (p *Prog) Keep(peer *netsim.Peer, port, version int, life float64, session func(*conn)) {
	retry := p.Scale(0.5, 20)
	pause, longest := retry, p.Scale(20, 600)
	backoff := dice.Pick(p.Dice, 1, 1.5, 2)
	if life > 0 {
		life = p.Around(life, 0.7)
	}
	probe := 0.0
	if p.Chance(0.4) {
		probe = dice.Pick(p.Dice, 15.0, 30, 45, 60, 75, 120, 300, 7200)
	}
	for {
		c := p.Open(peer, port, version, p.Chance(0.3))
		if c == nil {
			p.Sleep(pause * p.Between(0.9, 1.1))
			pause = min(max(longest, retry), pause*backoff)
			continue
		}
		pause = retry
		if life > 0 {
			c.Limit(p.Exp(life))
		}
		c.Probe(probe)
		session(c)
		c.Close()
		p.Sleep(pause * p.Between(0.5, 1.5))
	}
}

// Poll opens a connection for every visit.
func (p *Prog) Poll(peer *netsim.Peer, port, version int, gap func() float64, visit func(*conn)) {
	for {
		p.Sleep(gap())
		if c := p.Open(peer, port, version, p.Chance(0.5)); c != nil {
			visit(c)
			c.Close()
		}
	}
}

// Serve takes connections from peers chosen by the caller.
func (p *Prog) Serve(port, version int, gap func() float64, from func() *netsim.Peer, visit func(*conn)) {
	for {
		p.Sleep(gap())
		c := p.Accept(from(), port)
		if c == nil || version > 0 && !c.TLS(version, p.Chance(0.4)) {
			continue
		}
		visit(c)
		c.Close()
	}
}

// Crowd makes a source of visitors: some come often, some are new.
func (p *Prog) Crowd(n int, private bool, fresh float64) func() *netsim.Peer {
	var known []*netsim.Peer
	return func() *netsim.Peer {
		if len(known) < n && (len(known) == 0 || p.Chance(0.3)) {
			known = append(known, p.Places.Stranger(private))
			return known[len(known)-1]
		}
		if p.Chance(fresh) {
			return p.Places.Stranger(private)
		}
		return known[p.Rank(len(known))]
	}
}
