package mine

import (
	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

// soloWay is how a program gets work from a node.
type soloWay uint8

const (
	daemon   soloWay = iota // polls the height, then asks for a template
	template                // polls templates
	longpoll                // a request that waits for the next block
	getwork                 // polls small work
	stream                  // the node pushes new templates
)

// Poll describes how a miner gets work from the node of a coin.
func Poll(c *Coin, r *rng.R) *talk.Spec {
	head := r.Int(140, 280)  // of an HTTP request
	reply := r.Int(110, 340) // of its answer
	s := talk.Stream(r, c.port, wire.Plain)
	pause := r.Num(1, 1, 2, 3, 5, 10)
	block := max(c.block, 1)
	if r.Chance(0.25) {
		pause = max(pause, r.Num(4, 5, 10, 15))
		s = talk.Visit(r, c.port, wire.Plain, 0.01)
	}
	found := talk.Random(block * r.Log(30, 3000))
	if block < 20 {
		found = talk.Random(r.Log(300, 20000))
	}
	page := talk.Wide(c.template+reply, 0.25)
	switch c.solo {
	case daemon:
		s.Ask(talk.Every(pause, 0.02), talk.Near(head+r.Int(0, 60), 2), talk.Near(reply+rng.Pick(r, 40, 120, 900, 1400), 4))
		s.Ask(talk.Random(block), talk.Near(head+220, 2), page)
	case template:
		wait := pause
		if c.template > 20000 {
			wait = max(pause, 15)
		}
		s.Ask(talk.Every(wait*r.Num(1, 2, 3), 0.02), talk.Near(head+110, 3), page)
	case longpoll:
		s.Ask(talk.Between(0.01, 0.3), talk.Near(head+200, 3), page).Think(talk.Random(min(block, 60)))
		s.Ask(talk.Every(r.Num(30, 60), 0.1), talk.Near(head+60, 2), talk.Near(reply+700, 60))
	case getwork:
		s.Ask(talk.Every(r.Num(0.5, 1, 1, 2, 5), 0.03), talk.Near(head+62, 1), talk.Near(reply+c.header+50, 2))
		s.Ask(talk.Every(r.Num(10, 30, 60), 0.05), talk.Near(head+200, 1), talk.Near(reply+38, 1))
	case stream:
		s = talk.Stream(r, c.port, wire.Plain)
		s.HTTP2()
		s.Push(talk.Random(max(block, r.Log(0.7, 3))), talk.Near(30, 4))
		s.Then(flow.Client, talk.Near(90+c.wallet, 2), talk.Between(0.0002, 0.002))
		s.Then(flow.Server, talk.Wide(c.template, 0.15), talk.Between(0.001, 0.01))
		s.Ask(talk.Every(r.Num(10, 20, 60), 0.02), talk.Exact(26), talk.Exact(26))
	}
	return s.Ask(found, talk.Wide(head+c.template+200, 0.3), talk.Near(reply+40, 4)).Retry(r.Num(1, 5, 10), 1, 60)
}

// Gossip describes a connection between two nodes of a chain.
func Gossip(r *rng.R, block float64) *talk.Spec {
	s := talk.Stream(r, rng.Pick(r, 8333, 18080, 30303, 9333, 16111, 26656, r.Int(2000, 45000)), wire.Plain)
	if r.Chance(0.4) {
		s.Cover = wire.NewCover(wire.Noise, r)
	}
	s.Hello(r.Int(100, 300), r.Int(100, 400)).Hello(24, 24+r.Int(0, 300))
	ping := r.Num(15, 30, 60, 120, 120)
	s.Ask(talk.Every(ping, 0.1), talk.Exact(32), talk.Exact(32))
	s.Call(talk.Every(ping, 0.1), talk.Exact(32), talk.Exact(32))
	busy := r.Log(0.8, 40)
	s.Push(talk.Random(busy), talk.Wide(90, 0.5))
	s.Say(talk.Random(busy*r.Log(0.5, 3)), talk.Wide(90, 0.5))
	s.Push(talk.Random(busy*3), talk.Near(61, 0)).Then(flow.Client, talk.Exact(61), talk.Between(0.001, 0.05)).
		Then(flow.Server, talk.Wide(420, 0.9), talk.Between(0.001, 0.05))
	s.Push(talk.Random(max(block, 3)), talk.Near(110, 20)).Then(flow.Client, talk.Near(61, 20), talk.Between(0.001, 0.05)).
		Then(flow.Server, talk.Wide(r.LogInt(1000, 30000), 0.8), talk.Between(0.005, 0.1))
	if r.Chance(0.4) {
		s.Life(talk.Uneven(r.Log(600, 30000), 1)).Gap(talk.Random(r.Log(30, 3000)), clock.Flat)
	}
	return s
}

// Block is the time between two blocks of the coin.
func (c *Coin) Block() float64 { return c.block }
