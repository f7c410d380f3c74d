package lab

// Money that nobody mines here: wallets, nodes and those who ask them.

// A currency is what its users see of it.
type currency struct {
	block  float64 // mean seconds between blocks
	header span    // bytes of a JSON notice of a new one
}

// currencies that Electrum servers exist for: a header of 80 bytes as 160
// hexadecimal digits, in JSON.
var currencies = []currency{
	{600, span{225, 262}}, {600, span{225, 262}}, {150, span{225, 262}}, {60, span{225, 420}}, {75, span{2900, 3300}},
}

// electrum is a light wallet, or a server of them (Electrum protocol 1.4: lines
// of JSON-RPC over TCP or TLS). It subscribes to headers and to addresses,
// which notify it, fetches what changed, asks for fees, and sends server.ping
// in silences of up to 5 min, for sessions end after 10 (ElectrumX).
func electrum(s *session) {
	coin := currencies[s.IntN(len(currencies))]
	p := s.meet(place{port: 50001, secure: 50002, tls: 0.7, far: 0.85, inbound: 0.25})
	block := s.chances(coin.block)
	fees := s.deal(span{62, 98}, span{40, 900})
	ping := s.asks(s.ticks(s.spread(30, 300), 0.05), s.deal(span{52, 68}, span{36, 44}))
	if s.chance(0.5) {
		ping = ping.quiet()
	}
	history := s.deal(span{130, 150}, span{60, 2500})
	notice := habit{next: s.random(60, 3600), do: func(c *conn) { // a status of 64 digits, then what is behind it
		c.send(s.now, 1-c.client, s.size(span{205, 225}))
		c.strike(s.now+0.01, c.client, history)
	}}
	greet := []deal{s.deal(span{90, 120}, span{60, 90}), s.deal(span{70, 80}, coin.header)}
	for range s.size(span{1, 40}) {
		greet = append(greet, deal{s.same(span{130, 140}), s.same(span{40, 104}), stretch{0.0005, 0.01}})
	}
	habits := []habit{s.pushes(block, s.same(coin.header)), ping, notice}
	if s.chance(0.6) {
		habits = append(habits, s.asks(s.ticks(s.spread(20, 120), 0.05), fees))
	}
	s.stay(p, greet, habits...)
}

// jsonRPC is two programs that speak JSON-RPC 2.0 over a socket: requests and
// notifications of either side, of all sizes (language servers, wallets,
// storage and network daemons).
func jsonRPC(s *session) {
	p := s.meet(place{port: 4000, tls: 0.3, far: 0.4, inbound: 0.3})
	habits := []habit{s.asks(s.rhythm(0.5, 120), deal{s.mix(span{50, 2000}), s.mix(span{36, 9000}), s.thinks(0.0005, 0.2)})}
	if s.chance(0.7) {
		habits = append(habits, s.pushes(s.rhythm(1, 300), s.mix(span{60, 3000})))
	}
	if s.chance(0.4) {
		habits = append(habits, s.calls(s.random(5, 600), s.deal(span{50, 600}, span{36, 400})))
	}
	if s.chance(0.5) {
		habits = append(habits, s.tells(s.random(1, 300), s.mix(span{50, 2500})))
	}
	s.stay(p, []deal{s.deal(span{100, 3000}, span{100, 6000})}, habits...)
}

// chainPoll is an exchange, an explorer or a shop that asks a node over HTTP
// each 1-60 s whether there is a new block (eth_blockNumber, getblockcount),
// and fetches it if so. Half of them watch balances too.
func chainPoll(s *session) {
	p := s.meet(place{port: 8545, secure: 443, tls: 0.6, far: 0.6, inbound: 0.25})
	every := s.spread(1, 60)
	block := []float64{12, 12, 2, 120, 600}[s.IntN(5)]
	ask := s.deal(span{180, 900}, span{110, 700})
	fetch := deal{s.text(span{200, 950}), s.heavy(span{900, 30_000}, 300_000), s.thinks(0.005, 0.1)}
	if s.chance(0.3) {
		s.visits(p, s.ticks(every, 0.05), ask)
		return
	}
	habits := []habit{s.asks(s.ticks(every, s.spread(0.002, 0.3)), ask), s.asks(s.chances(max(block, every)), fetch)}
	if s.chance(0.5) {
		habits = append(habits, s.asks(s.random(2, 300), s.deal(span{200, 950}, span{110, 600})))
	}
	s.stay(p, nil, habits...)
}

// chainHeads subscribes to new heads over a WebSocket: one each 2-13 s, of some
// 700-1900 bytes of JSON (512 digits of logs bloom in it), pending transactions
// in some, a ping each 10-60 s, calls.
func chainHeads(s *session) {
	p := s.meet(place{port: 8546, secure: 443, tls: 0.7, far: 0.7, inbound: 0.2})
	block := s.ticks(12, 0.03) // slots of 12 s
	switch s.IntN(3) {
	case 0:
		block = s.ticks(s.spread(1, 6), 0.2)
	case 1:
		block = s.chances(13.3) // as before the merge
	}
	ping := deal{s.same(span{2, 8}), s.same(span{2, 8}), stretch{0.0005, 0.005}}
	habits := []habit{s.pushes(block, s.text(span{650, 1900})), s.asks(s.ticks(s.spread(10, 60), 0.02), ping)}
	if s.chance(0.3) {
		habits = append(habits, s.pushes(s.chances(s.spread(0.3, 10)), s.same(span{150, 180})))
	}
	if s.chance(0.7) {
		habits = append(habits, s.asks(s.random(2, 300), s.deal(span{80, 700}, span{60, 3000})))
	}
	s.stay(p, []deal{upgrade(s), s.deal(span{60, 90}, span{50, 80})}, habits...)
}

// A swarm is a peer-to-peer network, as one of its nodes meets it.
type swarm struct {
	port   uint16
	tls    bool // frames about as long as TLS's
	hello  []deal
	ping   habit
	tells  habit  // announcements to a peer
	hears  habit  // and from it
	wanted habit  // what was announced and is fetched
	block  habit  // what one of the peers brings
	peers  span   // how many
	age    rhythm // how long they stay
}

// meshed runs a node: outbound and inbound peers, each replaced when it leaves.
// Only the first brings blocks.
func (s *session) meshed(n swarm) {
	links := make([]*link, s.scale(n.peers))
	for i := range links {
		inbound := i >= 8 // as many outbound ones as Bitcoin Core opens
		other := func() *peer {
			p := s.far(n.port)
			p.inbound, p.tls = inbound, n.tls
			return p
		}
		quiet := s.spread(0.5, 6) // peers differ in how much they have to say
		calm := func(h habit) habit {
			next := h.next
			h.next = func() float64 { return quiet * next() }
			return h
		}
		age := n.age
		if !inbound { // those one chose oneself stay for days
			age = func() float64 { return 10 * n.age() }
		}
		links[i] = &link{peer: other(), other: other, greet: n.hello, life: age, habits: []habit{n.ping, calm(n.tells), calm(n.hears), calm(n.wanted)}}
		if i == 0 {
			links[i].habits = append(links[i].habits, n.block)
		}
	}
	s.tend(links...)
}

// bitcoinNode is a full node that does not mine: 24 bytes of header a message,
// pings of 32 each 2 min (PING_INTERVAL), inv with 36 bytes a transaction each
// 2-5 s where there are any, a compact block each 10 min.
func bitcoinNode(s *session) {
	inv := func() int { return 25 + 36*(1+int(s.after(4))) }
	ping := deal{s.same(span{32, 32}), s.same(span{32, 32}), stretch{0.0005, 0.02}}
	s.meshed(swarm{
		port:   8333,
		hello:  []deal{s.deal(span{126, 160}, span{150, 190}), s.deal(span{24, 24}, span{200, 1200})},
		ping:   s.asks(s.ticks(120, 0.02), ping),
		tells:  s.tells(s.chances(s.spread(5, 20)), inv),
		hears:  s.pushes(s.chances(s.spread(5, 20)), inv),
		wanted: s.asks(s.chances(s.spread(10, 120)), deal{inv, s.heavy(span{220, 400}, 20_000), stretch{0.001, 0.05}}),
		block:  s.pushes(s.chances(600), s.text(span{9000, 30_000})),
		peers:  span{8, 48},
		age:    s.chances(s.spread(600, 12*3600)),
	})
}

// ethereumNode is one of the execution layer: frames of 16 bytes and MACs about
// as long as TLS's, pings each 15 s (devp2p), hashes of new transactions
// announced and fetched.
func ethereumNode(s *session) {
	hashes := func() int { return 60 + 37*int(1+s.after(5)) }
	s.meshed(swarm{
		port:   30303,
		tls:    true,
		hello:  []deal{s.deal(span{100, 200}, span{100, 200})},
		ping:   s.asks(s.ticks(15, 0.02), deal{s.same(span{10, 32}), s.same(span{10, 32}), stretch{0.0005, 0.02}}),
		tells:  s.tells(s.chances(s.spread(3, 20)), hashes),
		hears:  s.pushes(s.chances(s.spread(3, 20)), hashes),
		wanted: s.asks(s.chances(s.spread(5, 60)), deal{hashes, s.heavy(span{150, 600}, 40_000), stretch{0.001, 0.05}}),
		block:  s.pushes(s.ticks(12, 0.1), s.heavy(span{4000, 12_000}, 80_000)),
		peers:  span{8, 30},
		age:    s.chances(s.spread(300, 6*3600)),
	})
}

// moneroNode is one that does not mine: a levin header of 33 bytes, a timed
// sync each 60 s with a list of peers back, transactions of 1.5-3 kB flooded,
// a fluffy block each 2 min.
func moneroNode(s *session) {
	transaction := func() int { return s.size(span{1500, 3200}) }
	s.meshed(swarm{
		port:   18080,
		hello:  []deal{s.deal(span{250, 420}, span{2000, 15_000})},
		ping:   s.asks(s.ticks(60, 0.02), s.deal(span{180, 320}, span{1500, 12_000})),
		tells:  s.tells(s.chances(s.spread(10, 60)), transaction),
		hears:  s.pushes(s.chances(s.spread(10, 60)), transaction),
		wanted: s.asks(s.chances(s.spread(300, 3000)), s.deal(span{60, 400}, span{400, 20_000})),
		block:  s.pushes(s.chances(120), s.text(span{600, 6000})),
		peers:  span{8, 40},
		age:    s.chances(s.spread(600, 12*3600)),
	})
}

// lightning is a payment node: 34 bytes around each message (BOLT 8), pings
// each 15-60 s, gossip of channels in batches each minute or as it comes, and
// payments: an onion of 1366 bytes, then signatures to and fro.
func lightning(s *session) {
	links := make([]*link, s.size(span{1, 6}))
	ping := deal{s.same(span{38, 100}), s.same(span{38, 100}), stretch{0.0005, 0.01}}
	step := s.deal(span{130, 260}, span{130, 400})
	pay := s.random(30, 3600)
	for i := range links {
		p := s.far(9735)
		p.inbound = s.chance(0.4)
		payment := habit{next: pay, do: func(c *conn) {
			dir := s.IntN(2)
			t := c.send(s.now, dir, 1366+34+86)
			for range 2 {
				t = c.strike(t+s.spread(0.005, 0.2), dir, step)
			}
		}}
		links[i] = &link{peer: p, life: s.lifetime(), greet: []deal{s.deal(span{50, 66}, span{50, 50})}, habits: []habit{
			s.asks(s.ticks(s.spread(15, 60), 0.02), ping),
			s.pushes(s.random(3, 120), s.mix(span{170, 490})),
			s.tells(s.random(3, 120), s.mix(span{170, 490})),
			payment,
		}}
	}
	s.tend(links...)
}

// torrent shares files with strangers: keep-alives of 4 bytes each 2 min, HAVE
// of 9 bytes and bitfields, requests of 17 bytes for blocks of 16 KiB when
// somebody wants some (BEP 3).
func torrent(s *session) {
	request := deal{s.same(span{17, 17}), s.same(span{16_397, 16_397}), stretch{0.002, 0.1}}
	s.meshed(swarm{
		port:   51413,
		hello:  []deal{s.deal(span{68, 400}, span{68, 900})},
		ping:   s.tells(s.ticks(120, 0.02), s.same(span{4, 4})),
		tells:  s.tells(s.chances(s.spread(5, 120)), s.same(span{9, 9})),
		hears:  s.pushes(s.chances(s.spread(2, 60)), s.same(span{9, 9})),
		wanted: s.asks(s.bursts(s.spread(60, 900)), request),
		block:  s.calls(s.bursts(s.spread(5, 60)), request),
		peers:  span{8, 30},
		age:    s.chances(s.spread(300, 3*3600)),
	})
}
