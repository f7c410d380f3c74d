package ordinary

import "makes/d/internal/netsim"

// browse is a person reading pages, in sittings.
func browse(p *Prog) {
	sites := p.Crowd(p.Size(20, 150), false, 0.15)
	for {
		p.Sleep(p.Gap(p.Scale(600, 4000)))
		for range p.Int(2, 25) {
			if c := p.Open(sites(), 443, p.Crypt(0.97), p.Chance(0.4)); c != nil {
				for range p.Int(1, 14) {
					c.Ask(p.Bytes(600, 0.6), int(p.Tail(900, 2e7, 0.9)), p.Exp(0.08))
				}
				if c.Wait(p.Tail(1, 120, 0.8)) {
					c.Close()
				}
			}
			p.Sleep(p.Tail(2, 400, 1.1))
		}
	}
}

// webServer is a site with its public.
func webServer(p *Prog) {
	page, heavy := p.Size(800, 40000), p.Between(0.5, 1.6)
	public := p.Crowd(p.Size(30, 500), false, p.Between(0.02, 0.3))
	p.Serve(p.Port(443, 443, 80), p.Crypt(0.85), p.Often(p.Tail(4, 300, 0.8)), public, func(c *conn) {
		for range 1 + p.Rank(12) {
			if !c.Ask(p.Bytes(450, 0.5), p.Bytes(page, heavy), p.Exp(0.05)) || !c.Wait(p.Tail(0.05, 30, 0.7)) {
				return
			}
		}
	})
}

// apiServer is asked by load balancers that keep their connections.
func apiServer(p *Prog) {
	port, version := p.Port(8080, 80, 3000, 5000, 8000), p.Crypt(0.15)
	gap, answer := p.Scale(3, 60), p.Size(150, 6000)
	check := p.Scale(5, 30)
	var balancers []*netsim.Peer
	for range p.Int(2, 3) {
		balancers = append(balancers, p.Places.Stranger(true))
	}
	p.Fork(p.Int(2, 8), func(q *Prog) {
		either := func() *netsim.Peer { return balancers[q.IntN(len(balancers))] }
		q.Serve(port, version, q.Random(2), either, func(c *conn) {
			c.Limit(q.Tail(60, 7200, 0.8))
			c.Live(&habit{Gap: q.Often(gap), Do: func() { c.Ask(q.Bytes(700, 0.4), q.Bytes(answer, 0.8), q.Around(0.03, 1)) }})
		})
	})
	for { // health checks, each on a connection of its own
		p.Sleep(check)
		if c := p.Accept(balancers[p.IntN(len(balancers))], port); c != nil {
			c.Ask(130, 240, 0.002)
			c.Close()
		}
	}
}

// restClient asks some service on the internet again and again.
func restClient(p *Prog) {
	ask, answer, spread := p.Size(180, 1500), p.Size(150, 9000), p.Between(0.05, 1)
	gap := p.Often(p.Scale(3, 600))
	if p.Chance(0.5) {
		gap = p.Every(p.Scale(3, 600), p.Scale(0.001, 0.3))
	}
	visit := func(c *conn) { c.Ask(p.Bytes(ask, 0.05), p.Bytes(answer, spread), p.Around(0.1, 0.8)) }
	if p.Chance(0.5) {
		p.Poll(p.Service(0.3), 443, p.Crypt(0.95), gap, visit)
	}
	p.Keep(p.Service(0.3), 443, p.Crypt(0.95), p.Scale(60, 40000), func(c *conn) {
		c.Live(&habit{Gap: gap, Do: func() { visit(c) }})
	})
}

// webhook is called by a few foreign services when something happens.
func webhook(p *Prog) {
	from := p.Crowd(p.Int(3, 12), false, 0.01)
	p.Serve(p.Port(443, 8443), 13, p.Often(p.Scale(20, 2000)), from, func(c *conn) {
		c.Ask(p.Bytes(2500, 0.9), p.Int(90, 400), p.Exp(0.1))
	})
}

// crawler fetches pages in long jobs with long breaks.
func crawler(p *Prog) {
	sites := p.Crowd(p.Size(40, 250), false, 0.3)
	pause := p.Scale(0.5, 20)
	for {
		p.Sleep(p.Tail(1800, 40000, 0.9))
		for range p.Size(50, 1500) {
			if c := p.Open(sites(), 443, p.Crypt(0.9), false); c != nil {
				c.Ask(p.Int(220, 420), int(p.Tail(3000, 1e7, 1)), p.Around(0.2, 0.8))
				c.Close()
			}
			p.Sleep(p.Exp(pause))
		}
	}
}

// upload puts files into an object store.
func upload(p *Prog) {
	size := p.Tail(4000, 3e7, 0.7)
	p.Poll(p.Service(0.1), 443, p.Crypt(1), p.Often(p.Scale(60, 7200)), func(c *conn) {
		for range 1 + p.Rank(20) {
			c.Ask(p.Int(500, 900)+p.Bytes(int(size), 1), p.Int(250, 420), p.Around(0.05, 0.6))
		}
	})
}

// update looks for new packages and now and then fetches many.
func update(p *Prog) {
	p.Poll(p.Service(0.2), p.Port(443, 80), p.Crypt(0.7), p.Every(p.Scale(3600, 50000), 0.4), func(c *conn) {
		c.Ask(p.Int(150, 300), p.Bytes(30000, 1.5), 0.05)
		if p.Chance(0.2) {
			for range p.Size(3, 80) {
				c.Ask(p.Int(150, 300), int(p.Tail(20000, 3e8, 0.9)), 0.05)
			}
		}
	})
}

// video plays streams, a piece every few seconds.
func video(p *Prog) {
	piece, length := p.Size(300000, 4000000), p.Between(2, 10)
	p.Poll(p.Service(0), 443, 13, p.Often(p.Scale(5000, 40000)), func(c *conn) {
		for range p.Size(5, 700) {
			if !c.Ask(p.Int(400, 800), p.Bytes(piece, 0.4), 0.02) || !c.Wait(length*p.Between(0.6, 1.1)) {
				return
			}
		}
	})
}
