package lab

// soloNode is a full node that mines: nothing on the wire says so but its
// peers. A node keeps 8 to 12 connections of its own and takes some of others;
// transactions trickle, and blocks come to all peers at once.
func soloNode(s *session) {
	s.label.Attrs = Attrs{Kind: byNode, Transport: overPlain, Evasion: s.host.evasion.String()}
	n := &node{chain: s.Uint64(), trickle: s.spread(2, 40), crowd: s.spread(0.3, 4)}
	if s.chance(0.5) {
		n.port, n.block, n.style = 18080, 120, levin
		s.label.Attrs.Coin = "monero"
	} else {
		n.port, n.block, n.style = []uint16{8333, 9333, 8233, 27485}[s.IntN(4)], s.spread(60, 600), inventory
		s.label.Attrs.Coin = []string{"bitcoin", "scrypt", "equihash", "verus"}[s.IntN(4)]
	}
	inbound := 0
	if s.chance(0.6) {
		inbound = int(s.spread(1, 40))
	}
	for i := range 8 + s.IntN(5) + inbound {
		s.also(func(s *session) { n.keep(s, i < inbound) })
	}
	s.until(s.host.meter.end)
}

// A node is what the connections of a full node have in common.
type node struct {
	port    uint16
	chain   uint64  // names the random stream of the blocks
	block   float64 // mean seconds between them
	trickle float64 // mean seconds between announcements of transactions
	crowd   float64 // mean transactions in one
	style   func(*tether)
}

// keep is one place among the node's peers: somebody is there for minutes to a
// day, then somebody else.
func (n *node) keep(s *session, inbound bool) {
	for s.wait(s.spread(1, 120)) {
		p := s.far(n.port)
		p.inbound = inbound
		p.wrap.pad = s.host.evasion.Padding
		if s.chance(0.1) {
			s.unanswered(p, s.now, 3)
			continue
		}
		g := &tether{session: s, node: n, peer: p, blocks: roll(n.chain), over: s.now + s.spread(300, 86400)}
		g.next = -warm - 600
		g.conn = s.connect(p, s.now)
		if !s.until(g.conn.ready) {
			return
		}
		if g.style(g); s.stop || s.now >= s.host.meter.end {
			return
		}
		g.conn.close(s.now, s.IntN(2))
	}
}

// A tether is one connection of a node.
type tether struct {
	*session
	*node
	peer   *peer
	conn   *conn
	blocks dice
	next   float64 // block
	over   float64 // when the connection ends
}

// talk says this when the block, the timer or new transactions come, until the
// connection is over.
func (g *tether) talk(every float64, timer, transactions, block func()) {
	tick := g.now + every*g.Float64()
	news := g.now + g.after(g.trickle)
	for {
		for g.next <= g.now {
			g.next += g.blocks.after(g.block)
		}
		if !g.until(min(tick, news, g.next, g.over)) {
			g.stop = true
			return
		}
		switch g.now {
		case g.next:
			block()
		case tick:
			timer()
			tick = g.now + every + g.late(every)
		case news:
			transactions()
			news = g.now + g.after(g.trickle/g.busy())
		default:
			return
		}
	}
}

// either is the direction of news: whoever heard first.
func (g *tether) either() int { return g.IntN(2) }

// levin is Monero's: a synchronisation each minute, with addresses of peers in
// the answer; transactions of about 1.5 to 2.5 kB, whole, a few at a time; blocks
// as hashes of theirs.
func levin(g *tether) {
	t := g.conn.ask(g.now, g.size(span{220, 420}), 0.02, g.size(span{2000, 16000}))
	g.until(t)
	answer := g.size(span{260, 9000})
	g.talk(60, func() {
		g.conn.ask(g.now, g.size(span{150, 260}), 0.01, answer+g.IntN(300))
		g.conn.send(g.now+0.3, 1-g.conn.client, g.size(span{150, 260}))
		g.conn.send(g.now+0.5, g.conn.client, g.size(span{260, 3000}))
	}, func() {
		for range 1 + int(g.after(g.crowd)) {
			g.conn.send(g.now, g.either(), g.size(span{1450, 2600}))
		}
	}, func() {
		g.conn.send(g.now+g.spread(0.05, 2), g.either(), g.size(span{500, 4000}))
	})
}

// inventory is Bitcoin's: pings of 32 bytes each 120 s both ways (BIP 31);
// announcements of 37 bytes and 36 for each transaction, and those the other
// does not know yet; blocks as short identifiers (BIP 152).
func inventory(g *tether) {
	t := g.conn.ask(g.now, g.size(span{126, 150}), 0.01, g.size(span{150, 180}))
	t = g.conn.ask(t, g.size(span{24, 150}), 0.01, g.size(span{1000, 30000}))
	g.until(t)
	g.talk(120, func() {
		g.conn.ask(g.now, 32, 0.001, 32)
		g.conn.send(g.now+0.4, 1-g.conn.client, 32)
		g.conn.send(g.now+0.45, g.conn.client, 32)
	}, func() {
		dir, n := g.either(), 1+int(g.after(g.crowd))
		t := g.conn.send(g.now, dir, 25+36*n)
		if wanted := g.IntN(n + 1); wanted > 0 {
			t = g.conn.send(t+g.peer.rtt, 1-dir, 25+36*wanted)
			g.conn.send(t+g.peer.rtt, dir, wanted*g.size(span{250, 700}))
		}
	}, func() {
		g.conn.send(g.now+g.spread(0.02, 1), g.either(), g.size(span{200, 20000}))
	})
}
