package everyday

import "makes/b/internal/wire"

// backup uploads by night.
func backup(p *wire.Proc) {
	size, parts := p.Wide(5e6, 2e8), p.Int(2, 20)
	l := to(p, p.Outside("objects", 20), 443, anyTLS(p))
	p.Run(p.End, p.Every(p.Wide(3*3600, 24*3600), 0.05, func() {
		l.once(p, func(c *wire.Conn) {
			for range parts {
				c.Ask(p.Size(size/float64(parts), 0.1)+900, p.Exp(0.2), p.Int(300, 500))
			}
		})
	}))
}

// updates fetches lists of packages and packages.
func updates(p *wire.Proc) {
	period := p.Wide(1800, 12*3600)
	p.Run(p.End, p.Every(period, 0.3, func() {
		p.Resolve()
		sec := maybeTLS(p, 0.6)
		port := uint16(80)
		if sec != wire.Plain {
			port = 443
		}
		to(p, p.Outside("packages", 15), port, sec).once(p, func(c *wire.Conn) {
			for range p.WideInt(2, 20) {
				c.Ask(p.Int(150, 400), brief(p, 0.03), p.Size(25000, 1.8))
			}
		})
	}))
}

// images pulls containers.
func images(p *wire.Proc) {
	p.Run(p.End, p.ByDay(p.Wide(1200, 9000), func() {
		to(p, p.Outside("registry", 8), 443, anyTLS(p)).once(p, func(c *wire.Conn) {
			for range p.Int(2, 9) {
				c.Ask(p.Int(500, 1500), brief(p, 0.1), p.Size(2e6, 1.8))
			}
		})
	}))
}

// mirror keeps a copy with rsync.
func mirror(p *wire.Proc) {
	p.Run(p.End, p.Every(p.Wide(900, 6*3600), 0.05, func() {
		to(p, p.Outside("rsync", 6), 873, wire.Plain).once(p, func(c *wire.Conn) {
			c.Ask(14, 0.05, p.Int(100, 900))
			c.Ask(p.Int(40, 160), 0.1, p.Size(300000, 1))
			for range p.WideInt(1, 40) {
				c.Ask(p.Int(30, 3000), 0.02, p.Size(90000, 1.8))
			}
		})
	}))
}

// streaming plays video by segments.
func streaming(p *wire.Proc) {
	segment, size := wire.Pick(p.Rand, 2.0, 4, 6, 6, 10), p.Wide(2e5, 4e6)
	for p.Alive() {
		p.Idle(4000)
		c := p.Dial(p.Outside("video", 15), 443, anyTLS(p))
		p.Run(p.Now+p.Exp(2500), p.Every(segment, 0.05, func() { c.Ask(p.Int(400, 900), 0.05, p.Size(size, 0.3)) }))
		part(p, c)
	}
}

// sourceControl fetches and pushes.
func sourceControl(p *wire.Proc) {
	p.Run(p.End, p.ByDay(p.Wide(300, 4000), func() {
		to(p, p.Outside("forge", 6), wire.Pick[uint16](p.Rand, 443, 443, 22), anyTLS(p)).once(p, func(c *wire.Conn) {
			c.Ask(p.Int(200, 500), 0.1, p.Size(5000, 0.8))
			c.Ask(p.Size(900, 0.8), 0.2, p.Size(20000, 2))
		})
	}))
}

// fileShare is SMB or NFS: bursts of calls, echoes in between.
func fileShare(p *wire.Proc) {
	l := to(p, p.Inside("files", 5), wire.Pick[uint16](p.Rand, 445, 445, 2049), wire.Plain)
	mean, echo := p.Wide(20, 400), p.Wide(20, 120)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		for range p.Int(3, 6) {
			c.Ask(p.Int(150, 500), 0.002, p.Int(150, 500))
		}
		return []wire.Duty{
			p.Every(echo, 0.1, func() { c.Ask(p.Int(72, 180), 0.001, p.Int(72, 180)) }),
			p.ByDay(mean, func() {
				for range p.WideInt(2, 30) {
					c.Ask(p.Size(220, 0.3), 0.002, p.Size(1500, 1.5))
				}
			}),
		}
	})
}

// fileSync waits for changes and copies them.
func fileSync(p *wire.Proc) {
	notify := to(p, p.Outside("sync", 6), 443, anyTLS(p))
	wait := p.Between(30, 90)
	p.Fork(func(q *wire.Proc) {
		notify.hold(q, func(c *wire.Conn) []wire.Duty {
			return []wire.Duty{q.Every(wait, 0.2, func() { c.Ask(q.Int(300, 700), 0.05, q.Int(120, 300)) })}
		})
	})
	store := to(p, p.Outside("syncstore", 10), 443, anyTLS(p))
	p.Run(p.End, p.ByDay(1500, func() {
		store.once(p, func(c *wire.Conn) { c.Ask(p.Size(8000, 2), 0.1, p.Size(8000, 2)) })
	}))
}

// ftp is a control connection; each file has another.
func ftp(p *wire.Proc) {
	peer := p.Outside("ftp", 6)
	p.Run(p.End, p.Every(p.Wide(600, 9000), 0.05, func() {
		c := p.Dial(peer, 21, wire.Plain)
		c.Recv(p.Int(20, 300))
		for range 5 {
			c.Ask(p.Int(6, 40), 0.03, p.Int(20, 90))
		}
		for range p.WideInt(1, 8) {
			c.Ask(6, 0.02, p.Int(45, 55))
			to(p, peer, uint16(p.Int(30000, 60000)), wire.Plain).once(p, func(d *wire.Conn) { d.Recv(p.Size(40000, 1.8)) })
			c.Recv(p.Int(22, 30))
		}
		c.Close()
	}))
}

// torrents exchanges pieces with peers that come and go.
func torrents(p *wire.Proc) {
	several(p, p.Int(2, 6), func(q *wire.Proc) {
		for q.Alive() {
			c := q.Dial(q.Outside("swarm", 800), uint16(q.Int(6881, 60000)), wire.Plain)
			c.Ask(68, 0.05, 68)
			c.Send(q.Int(60, 900))
			rate := q.Wide(1, 60)
			q.Run(q.Now+q.Exp(1500),
				q.Every(120, 0.05, func() { c.Send(4) }),
				q.Randomly(rate, func() { c.Ask(17*q.Int(1, 5), 0.1, 16397) }),
				q.Randomly(8, func() { c.Recv(9) }))
			part(q, c)
			q.Wait(q.Exp(200))
		}
	})
}
