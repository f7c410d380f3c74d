package mine

import (
	"makes/ad/internal/chain"
	"makes/ad/internal/place"
	"makes/ad/internal/rnd"
	"makes/ad/internal/talk"
	"makes/ad/internal/tcp"
)

// solo mines with a node of the chain: polled for work, waited for, or the
// host's own with peers elsewhere.
func (m *mines) solo(r *rnd.R, h *place.Host) {
	p := m.p
	c := anyCoin(r)
	_, size := power(r)
	label := place.Mining{Coin: c.name, Kind: "solo", Pool: "node-" + c.name, Size: size, Transport: "plain"}
	blocks := p.Chains.Work(c.name, c.block)
	ip := p.Inner()
	if r.Chance(0.5) {
		ip = p.Outer()
	}
	a := place.Far(r, ip, tcp.Server(r))
	layer := talk.NewLayer(r, "h1p")
	if r.Chance(0.15) {
		layer = talk.NewLayer(r, "h1")
		label.Transport = transportOf(layer)
	}
	p.Mines(h, ip, label)
	port := uint16(rnd.Pick(r, 8332, 18081, 8545, 9332, 22555, 18089, 8232, 20206, 3339, 80, r.Int(2000, 30000)))
	open := func() *tcp.Conn { return p.Dial(r, h, a, port, false) }
	proto := work(r, blocks)
	proto.Layer = layer
	if poll := proto.Streams[0].Clock; poll.Rhythm == talk.Every && poll.Mean >= 4 && r.Chance(0.35) {
		m.calls(r, open, proto)
	} else {
		m.stays(r, open, proto, 3600*r.Log(4, 300))
	}
	if r.Chance(0.4) {
		m.node(r, h, c, size, blocks)
	}
}

// work is how work is got from a node over HTTP.
func work(r *rnd.R, blocks []float64) *talk.Proto {
	every := func(mean float64) talk.Clock { return talk.NewClock(r, talk.Every, mean) }
	ask := func(c talk.Clock, lo, hi, a, b, delay float64) talk.Stream {
		answer := talk.Step{Side: tcp.S, Size: talk.NewLaw(r, 'j', a, b), Delay: delay}
		return talk.Stream{Clock: c, Share: 1, Steps: []talk.Step{{Side: tcp.C, Size: talk.NewLaw(r, '=', lo, hi)}, answer}}
	}
	found := talk.Clock{Rhythm: talk.Poisson, Mean: r.Log(1500, 90000)}
	submit := ask(found, 400, 4000, 40, 120, 0.05)
	var s []talk.Stream
	switch r.IntN(6) {
	case 0: // getwork, each few seconds
		s = append(s, ask(every(rnd.Pick[float64](r, 1, 2, 5, 5, 10, 30)), 45, 70, 560, 720, 0.002))
	case 1: // the height each second, a template when it changes
		s = append(s, ask(every(rnd.Pick[float64](r, 1, 1, 2, 3)), 60, 90, 150, 260, 0.002))
		s = append(s, ask(talk.Clock{Rhythm: talk.Blocks, Blocks: blocks, A: 0.5}, 160, 230, 900, 2200, 0.02))
	case 2: // templates by the clock
		s = append(s, ask(every(rnd.Pick[float64](r, 2, 5, 10, 15, 30, 60)), 110, 260, 2500, 60000, 0.02))
	case 3: // a long poll that ends with a block, or with the node's patience
		patience := rnd.Pick[float64](r, 30, 60, 60, 120, 600)
		s = append(s, talk.Stream{Clock: talk.Clock{Rhythm: talk.Refresh, Blocks: blocks, Mean: patience, A: 0.2}, Share: 1,
			Steps: []talk.Step{{Side: tcp.S, Size: talk.NewLaw(r, 'j', 1500, 40000)}, {Side: tcp.C, Size: talk.NewLaw(r, '=', 120, 300), Delay: 0.01}}})
	case 4: // eth_getWork, quickly, and the hash rate
		s = append(s, ask(every(rnd.Pick(r, 0.5, 0.5, 1, 2)), 60, 80, 230, 300, 0.001))
		s = append(s, ask(every(60), 170, 220, 38, 45, 0.001))
	default: // information on mining each few seconds, templates with fees
		s = append(s, ask(every(rnd.Pick[float64](r, 3, 5, 10, 20)), 55, 80, 300, 500, 0.003))
		s = append(s, ask(talk.Clock{Rhythm: talk.Refresh, Blocks: blocks, Mean: r.Log(20, 120), A: 0.3}, 110, 260, 2500, 60000, 0.02))
	}
	return &talk.Proto{Streams: append(s, submit), Bye: tcp.Fin}
}

// stays is one connection after another.
func (m *mines) stays(r *rnd.R, open func() *tcp.Conn, proto *talk.Proto, stay float64) {
	for t, old := 0.0, true; t < m.p.Span; old = false {
		end := t + 10 + r.Exp(stay)
		talk.Run(proto, open(), r, t, end, m.p.Span, old)
		t = end + r.Log(1, 60)
	}
}

// calls is a connection for each poll.
func (m *mines) calls(r *rnd.R, open func() *tcp.Conn, proto *talk.Proto) {
	s := proto.Streams[0]
	one := *proto
	one.Streams, one.Hello = nil, s.Steps
	for t := s.Clock.Mean * r.Float64(); t < m.p.Span; t += s.Clock.Mean {
		talk.Run(&one, open(), r, t, t+0.05, m.p.Span, false)
	}
}

// node is the host's own, with peers: blocks and transactions go about.
func (m *mines) node(r *rnd.R, h *place.Host, c coin, size string, blocks []float64) {
	p := m.p
	port := uint16(r.Int(8000, 40000))
	pool := rnd.Pick(r, "chain-", "p2pool-") + c.name
	law := func(lo, hi float64) talk.Law { return talk.NewLaw(r, 'w', lo, hi) }
	talks := talk.Proto{Layer: talk.NewLayer(r, rnd.Pick(r, "raw", "raw", "noise")), Bye: tcp.Fin}
	both := func(lo, hi, mean float64) {
		for side := range 2 {
			talks.Streams = append(talks.Streams, talk.Stream{Clock: talk.NewClock(r, talk.Poisson, mean*r.Log(0.5, 2)),
				Steps: []talk.Step{{Side: side, Size: law(lo, hi)}}, Share: 1})
		}
	}
	both(60, 900, r.Log(3, 60))
	talks.Streams = append(talks.Streams,
		talk.Stream{Clock: talk.Clock{Rhythm: talk.Blocks, Blocks: blocks, A: 0.2}, Share: 0.4,
			Steps: []talk.Step{{Side: tcp.S, Size: law(60, 900)}, {Side: tcp.C, Size: law(60, 120), Delay: 0.01}, {Side: tcp.S, Size: law(1500, 9000), Delay: 0.01}}},
		talk.Stream{Clock: talk.NewClock(r, talk.Every, rnd.Pick[float64](r, 10, 30, 60, 120)), Share: 1,
			Steps: []talk.Step{{Side: tcp.C, Size: talk.NewLaw(r, '=', 30, 260)}, {Side: tcp.S, Size: talk.NewLaw(r, '=', 30, 900), Delay: 0.002}}})
	if chain.After(blocks, p.Span)-chain.After(blocks, 0) > 20000 {
		talks.Streams = talks.Streams[:2] // blocks of quick chains are told by gossip
	}
	for range r.Int(3, 9) {
		a := place.Far(r, p.Outer(), tcp.Server(r))
		p.Mines(h, a.IP, place.Mining{Coin: c.name, Kind: "node", Pool: pool, Size: size, Transport: "plain"})
		m.stays(r, func() *tcp.Conn { return p.Dial(r, h, a, port, false) }, &talks, 3600*r.Log(2, 200))
	}
}
