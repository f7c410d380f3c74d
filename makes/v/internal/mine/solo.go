package mine

import (
	"makes/v/internal/coin"
	"makes/v/internal/kinds"
	"makes/v/internal/labels"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
	"makes/v/internal/world"
)

// soloSpec describes how a miner asks a node for work.
func soloSpec(c *coin.Coin, blocks []float64, r *rng.R) *talk.Spec {
	s := &talk.Spec{Lazy: r.Chance(0.5), Retry: talk.Retry{First: rng.Pick(r, 1.0, 5, 10, 30), Factor: 1, Max: 30, Jitter: 0.05, Patience: 20}}
	if s.Lazy {
		s.Idle = rng.Pick(r, 0.01, 5.0, 30, 60)
	}
	switch c.Solo {
	case coin.Daemon:
		soloDaemon(s, c, blocks, r)
	case coin.Template:
		soloTemplate(s, c, r)
	case coin.Work:
		soloWork(s, r)
	default:
		soloPush(s, c, blocks, r)
	}
	return s
}

func jit(n float64) rng.Dist { return rng.Jit(n, 0.01) }

// template is the size of a block template: each transaction goes in whole or by hash.
func template(c *coin.Coin, r *rng.R, each float64) rng.Dist {
	n := float64(c.Txs)
	return rng.LogN(r.Log(900, 1900)+min(n*each, 1.6e6), 0.1+0.25*min(n/20, 1))
}

// found is the rare message with a block.
func found(r *rng.R, size float64) talk.Loop {
	return talk.Loop{Every: rng.Exp(r.Log(2000, 90000)), Steps: []talk.Step{talk.C(rng.LogN(size, 0.2)), talk.S(rng.Uni(150, 320)).After(rng.LogN(0.05, 0.6))}}
}

func soloDaemon(s *talk.Spec, c *coin.Coin, blocks []float64, r *rng.R) {
	s.Port = rng.Pick(r, 18081, 18089, 17767, 34568, r.Int(10000, 40000))
	head := r.Uni(70, 180)
	reply := r.Uni(150, 260)
	every := rng.Pick(r, 1.0, 1, 2, 2.5, 5)
	ask := r.Uni(200, 330)
	tpl := template(c, r, 66)
	if s.Lazy && s.Idle < 1 {
		every = max(every, 2)
	}
	s.Loops = []talk.Loop{
		{Every: rng.Jit(every, 0.02), Steps: []talk.Step{talk.C(jit(head)), talk.S(jit(reply)).After(rng.LogN(0.002, 0.5))}},
		{Common: blocks, Lag: rng.Uni(0, every), Steps: []talk.Step{talk.C(jit(ask)), talk.S(tpl).After(rng.LogN(0.02, 0.6))}},
		{Every: rng.Jit(rng.Pick(r, 15.0, 20, 30, 60), 0.02), Steps: []talk.Step{talk.C(jit(ask)), talk.S(tpl).After(rng.LogN(0.02, 0.6))}},
		found(r, 900),
	}
}

func soloTemplate(s *talk.Spec, c *coin.Coin, r *rng.R) {
	s.Port = rng.Pick(r, 8332, 9332, 22555, 8766, 9766, r.Int(6000, 40000))
	s.Rate = r.Log(1e7, 1e8)
	ask := jit(r.Uni(230, 420))
	tpl := template(c, r, r.Uni(450, 900))
	wait := rng.LogN(r.Log(0.004, 0.25), 0.5)
	work := []talk.Step{talk.C(ask), talk.S(tpl).After(wait)}
	if r.Chance(0.5) {
		// Long poll: the answer comes with the next block or after a minute or so.
		hold := rng.Pick(r, 60.0, 60, 90, 10)
		s.Lazy, s.Idle = false, 0
		s.Loops = []talk.Loop{
			{Every: rng.Exp(0.1), Serial: true, Now: true, Steps: []talk.Step{talk.C(ask), talk.S(tpl).After(rng.Uni(min(c.Block*0.3, hold*0.5), hold))}},
			{Every: rng.Jit(rng.Pick(r, 30.0, 60, 120), 0.05), Steps: work},
		}
	} else {
		s.Loops = []talk.Loop{{Every: rng.Jit(rng.Pick(r, 1.0, 2, 5, 5, 10, 15, 30), 0.05), Steps: work}}
		if c.Txs > 100 {
			s.Loops[0].Every = rng.Jit(rng.Pick(r, 15.0, 30, 60), 0.05)
		}
	}
	if r.Chance(0.5) {
		small := []talk.Step{talk.C(jit(r.Uni(180, 320))), talk.S(jit(r.Uni(200, 1200))).After(wait)}
		s.Loops = append(s.Loops, talk.Loop{Every: rng.Jit(rng.Pick(r, 1.0, 3, 5, 10, 30), 0.05), Steps: small})
	}
	s.Loops = append(s.Loops, found(r, 1500))
}

func soloWork(s *talk.Spec, r *rng.R) {
	s.Port = rng.Pick(r, 8545, 8545, 8547, r.Int(6000, 40000))
	every := rng.Pick(r, 0.5, 0.5, 1, 1, 2, 3)
	if s.Lazy && s.Idle < 1 {
		every = max(every, 2)
	}
	ask, reply := jit(r.Uni(70, 300)), jit(r.Uni(250, 430))
	s.Loops = []talk.Loop{{Every: rng.Jit(every, 0.02), Steps: []talk.Step{talk.C(ask), talk.S(reply).After(rng.LogN(0.001, 0.5))}}, found(r, 420)}
	if r.Chance(0.5) {
		s.Loops = append(s.Loops, talk.Loop{Every: rng.Jit(rng.Pick(r, 5.0, 10, 60), 0.02), Steps: []talk.Step{talk.C(jit(r.Uni(250, 400))), talk.S(jit(r.Uni(120, 220))).After(rng.LogN(0.001, 0.5))}})
	}
}

func soloPush(s *talk.Spec, c *coin.Coin, blocks []float64, r *rng.R) {
	s.Port = rng.Pick(r, 16110, 10100, 8080, r.Int(6000, 40000))
	s.Lazy, s.Idle = false, 0
	s.Frame = rng.Pick(r, 4, 9)
	s.Hello = []talk.Step{talk.C(rng.Uni(120, 400)), talk.S(rng.Uni(60, 200))}
	if r.Chance(0.5) {
		// A notice of the new template, then the template on request.
		s.Loops = []talk.Loop{{Common: blocks, Lag: rng.Exp(0.1), Steps: []talk.Step{talk.S(jit(r.Uni(10, 60))), talk.C(jit(r.Uni(60, 140))), talk.S(template(c, r, r.Uni(150, 700))).After(rng.LogN(0.005, 0.5))}}}
	} else {
		s.Loops = []talk.Loop{{Every: rng.Jit(rng.Pick(r, 0.5, 1, 2, 5), 0.05), Steps: []talk.Step{talk.S(jit(r.Uni(260, 520)))}}, {Common: blocks, Lag: rng.Exp(0.1), Steps: []talk.Step{talk.S(jit(r.Uni(260, 520)))}}}
	}
	s.Loops = append(s.Loops, found(r, 900))
}

// solo lets a host mine at a node.
func (f *Field) solo(h *world.Host, r *rng.R) {
	c := f.coin(r)
	for c.Solo == coin.NoSolo {
		c = f.coin(r)
	}
	g := newRig(world.PeerOf(h), h.VPC, c, r)
	spec := soloSpec(c, f.blocks[c.Name], r)
	spec.Defaults(r)
	spec.Down = talk.Outages(r, f.w.Length)
	place := rng.Pick(r, kinds.VPC, kinds.VPC, kinds.Net)
	node := world.Peer{IP: f.w.PublicIP(r), Stack: wire.PeerStack(r)}
	if place == kinds.VPC {
		node.IP = f.w.PrivateIP(r, h.VPC)
		near := f.w.Near(h.VPC, r)
		if near != h && near.From == 0 && near.To == f.w.Length && r.Chance(0.4) {
			node = world.PeerOf(near)
		}
	}
	if place == kinds.Net && r.Chance(0.45) {
		spec.TLS = wire.NewTLS(rng.Pick(r, "tls12", "tls13"), r)
		g.Wear = "tls12"
		if spec.TLS.V13 {
			g.Wear = "tls13"
		}
	}
	e := world.Ends(g.Host, node, f.w.Path(r, h.VPC, place))
	label(f.w, g.Host, node, labels.Mining{Coin: c.Name, Kind: "solo", Pool: c.Name + "-node", Size: g.Size, Transport: g.Wear})
	for _, span := range f.spans(r) {
		for range rng.Pick(r, 1, 1, 1, 2) {
			talk.Run(spec, e, f.w.Talk(), span.From, span.To)
		}
	}
	if r.Chance(0.35) {
		f.node(h, c, g, r)
	}
}

// node lets a host run a node of the chain besides, with peers all over the world.
func (f *Field) node(h *world.Host, c *coin.Coin, g *Rig, r *rng.R) {
	name := "altcoin-peer"
	switch {
	case c.Name == "bitcoin":
		name = "bitcoin-peer"
	case c.Dialect == coin.CryptoNote:
		name = "monero-peer"
	case c.Solo == coin.Work:
		name = "ethereum-peer"
	}
	k := f.w.Kind(name)
	base := k.Make(r)
	for i := range r.Int(8, 26) {
		t := f.w.Talk()
		spec := k.Make(t)
		spec.Port = base.Port
		spec.Defaults(t)
		peer := world.Peer{IP: f.w.PublicIP(t), Stack: wire.PeerStack(t)}
		client, server := world.PeerOf(h), peer
		if i > 10 {
			client, server = server, client
		}
		e := world.Ends(client, server, f.w.Path(t, h.VPC, kinds.Net))
		label(f.w, client, server, labels.Mining{Coin: c.Name, Kind: "node", Pool: c.Name + "-peers", Size: g.Size, Transport: "plain"})
		talk.Run(spec, e, t, -t.Uni(0, 600), f.w.Length)
	}
}
