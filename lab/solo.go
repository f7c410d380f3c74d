package lab

// soloPoll is a miner without a pool: it asks a node of the chain for work over
// HTTP, again and again, and hands in a block once in a long while.
//
// The kinds of asking: xmrig --daemon looks at the height each second
// (daemon-poll-interval, 1000 ms) and fetches a template when it has changed,
// with a connection for every request; others fetch the template each time;
// getblocktemplate miners (BIP 22) each 1 to 30 s and besides hold a long poll;
// ethminer's getWork each 200 to 2000 ms (--farm-recheck).
func soloPoll(s *session) {
	p := s.near(0)
	if s.chance(0.4) {
		p = s.far(0) // a public node
	}
	p.delay = s.reluctance()
	p.wrap.pad = s.host.evasion.Padding
	over := overPlain
	if s.chance(0.1) {
		p.tls, over = true, "tls13"
	}
	d := &daemon{session: s, peer: p, fresh: s.chance(0.35), head: s.size(span{90, 260}), lines: s.size(span{90, 320})}
	s.label.Attrs = Attrs{Kind: bySolo, Transport: over, Evasion: s.host.evasion.String()}
	s.dilute(p)
	switch s.IntN(4) {
	case 0:
		d.heights()
	case 1:
		d.templates()
	case 2:
		d.longPolls()
	default:
		d.farmRecheck()
	}
}

// A daemon is a node's HTTP interface as its client sees it.
type daemon struct {
	*session
	peer  *peer
	fresh bool // a connection for each request
	head  int  // bytes of a request's header lines
	lines int  // and of an answer's
	conn  *conn
	left  int // requests until the node hangs up
}

// open says what the daemon's clients have in common.
func (d *daemon) open(coin string, port uint16) {
	d.label.Attrs.Coin = coin
	d.peer.port = port
}

// call is a request and its answer, bodies given. It returns when the answer
// has come.
func (d *daemon) call(at float64, ask int, think float64, answer int) float64 {
	if d.conn == nil {
		d.conn = d.connect(d.peer, at)
		d.left = 1
		if !d.fresh {
			d.left = d.size(span{50, 20_000})
		}
	}
	t := d.conn.ask(at, d.head+ask, think, d.lines+answer)
	if d.left--; d.left == 0 {
		d.conn.close(t+d.conn.turn(in)+0.0002, d.IntN(2))
		d.conn = nil
	}
	return t
}

// rounds calls ask at even times, as far as nothing makes it late.
func (d *daemon) rounds(every float64, ask func() float64) {
	for at := d.now; ; at += every {
		if !d.until(max(d.now, at+d.late(every))) || !d.until(ask()) {
			return
		}
	}
}

// own is the time of the miner's next block.
func (d *daemon) own() float64 { return d.now + d.after(d.spread(2*3600, 90*86400)) }

// heights is xmrig --daemon.
func (d *daemon) heights() {
	d.open("monero", 18081)
	if d.chance(0.5) {
		d.fresh = true
	}
	ask, answer := d.size(span{0, 40}), d.size(span{110, 190})
	blob := int(d.spread(500, 6000))
	found, own := d.now, d.own()
	d.rounds(d.pollEvery(), func() float64 {
		t := d.call(d.now, ask, d.spread(0.0003, 0.01), answer)
		if d.now >= found {
			found = d.now + d.after(120)
			t = d.call(t, 190, d.spread(0.001, 0.05), blob+64*d.IntN(60))
		}
		if d.now >= own {
			own = d.own()
			t = d.call(t, blob, 0.1, 130)
		}
		return t
	})
}

// pollEvery is a poll interval: the default of a second, or what the user set.
func (d *daemon) pollEvery() float64 {
	if d.chance(0.4) {
		return 1
	}
	return d.spread(0.5, 10)
}

// templates is a miner that fetches the whole template each time.
func (d *daemon) templates() {
	d.open([]string{"monero", "cryptonote"}[d.IntN(2)], 18081)
	blob, crowd := int(d.spread(700, 8000)), d.size(span{1, 80})
	own := d.own()
	d.rounds(d.pollEvery(), func() float64 {
		t := d.call(d.now, d.size(span{170, 190}), d.spread(0.0005, 0.05), blob+64*d.IntN(crowd))
		if d.now >= own {
			own = d.own()
			t = d.call(t, blob, 0.1, 130)
		}
		return t
	})
}

// longPolls is getblocktemplate: polls, and a request beside them that the node
// answers when there is a new block, or after a minute when there are new
// transactions.
func (d *daemon) longPolls() {
	d.open([]string{"bitcoin", "scrypt", "neoscrypt", "verus"}[d.IntN(4)], []uint16{8332, 9332, 27486}[d.IntN(3)])
	base, crowd := d.size(span{900, 2500}), int(d.spread(1, 2000))
	template := func(s *session) int { return base + s.size(span{600, 1400})*s.IntN(crowd+1) }
	ask := d.size(span{90, 260})
	d.also(func(s *session) {
		p := *d.peer
		for {
			c := s.connect(&p, s.now)
			if !s.until(c.ready) {
				return
			}
			for range s.size(span{5, 500}) {
				t := c.send(s.now, out, d.head+ask+70)
				if !s.until(t + p.rtt + min(60+10*s.Float64(), s.after(150))) {
					return
				}
				if !s.until(c.send(s.now, in, d.lines+template(s)) + p.rtt + 0.01) {
					return
				}
			}
			c.close(s.now, s.IntN(2))
			if !s.wait(s.between(1, 30)) {
				return
			}
		}
	})
	own := d.own()
	d.rounds(d.spread(1, 30), func() float64 {
		t := d.call(d.now, ask, d.spread(0.001, 0.05), template(d.session))
		if d.now >= own {
			own = d.own()
			t = d.call(t, template(d.session), 0.2, 60)
		}
		return t
	})
}

// farmRecheck is eth_getWork over HTTP, and the hash rate each so many seconds.
func (d *daemon) farmRecheck() {
	d.open("ethash", 8545)
	answer := d.size(span{236, 262})
	every := d.spread(0.2, 2)
	if d.chance(0.4) {
		every = 0.5 // the default
	}
	report, next := d.spread(5, 60), d.now
	own := d.own()
	d.rounds(every, func() float64 {
		t := d.call(d.now, 73, d.spread(0.0003, 0.005), answer)
		if d.now >= next {
			next = d.now + report
			t = d.call(t, 206, 0.001, 40)
		}
		if d.now >= own {
			own = d.own()
			t = d.call(t, 260, 0.01, 40)
		}
		return t
	})
}
