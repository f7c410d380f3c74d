package life

import "makes/c/internal/wire"

var bulk = []Kind{
	{"package-mirror", packageMirror},
	{"object-store", objectStore},
	{"backup", backup},
	{"image-pull", imagePull},
	{"git", gitFetch},
	{"rsync", rsyncPull},
	{"smb-share", smbShare},
	{"nfs-mount", nfsMount},
	{"video-stream", videoStream},
	{"antivirus-update", antivirusUpdate},
	{"torrent", torrent},
	{"ftp", ftpTransfer},
}

// packageMirror looks for updates and fetches some.
func packageMirror(h *Host) {
	s := h.Peer(wire.Public, 80, 443)
	files := h.D.Size(1, 15)
	h.Each(h.D.Random(3600, 30000), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			if s.Port == 443 {
				c.TLS()
			}
			for range h.D.Int(2, 8) {
				c.Call(h.D.Int(150, 300), h.D.Int(200, 200000))
			}
			for range files() {
				c.Call(h.D.Int(180, 320), int(h.D.Near(200000, 1.5)))
			}
		})
	})
}

// objectStore puts and gets objects.
func objectStore(h *Host) {
	s := h.Peer(wire.Public, 443)
	put, size := h.D.Float64(), h.D.Size(2000, 3000000)
	h.Each(h.D.Random(10, 900), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			c.TLS()
			for range 1 + int(h.D.Exp(1.5)) {
				if h.D.Chance(put) {
					c.Call(600+size(), h.D.Int(250, 500))
				} else {
					c.Call(h.D.Int(500, 900), 400+size())
				}
			}
			c.Wait(h.D.U(0, 15))
		})
	})
}

// backup sends the day's changes at night, and says it is alive by day.
func backup(h *Host) {
	s := h.Peer(wire.Private, 9392, 8400, 1500, 443, 13724, 10006)
	d := s.Dice(h)
	hour, volume := h.D.U(0, 24)*3600, h.D.Log(2e7, 3e9)
	ask, answer, beat := d.Size(60, 600), d.Size(60, 600), d.Tick(30, 600)
	secure := maybe(d, 0.7)
	h.Keep(s, d.Log(3e4, 3e5), h.D.Tick(5, 120), func(c *Conn) {
		secure(c)
		c.Every(beat, func() { c.Call(ask(), answer()) })
	})
	for t := hour; t < h.End; t += 86400 {
		h.Once(t, s, func(c *Conn) {
			secure(c)
			for left := volume; left > 0 && c.Open(); {
				part := h.D.Near(2e7, 1)
				left -= part
				c.Call(int(min(part, 4e8)), h.D.Int(50, 200))
				c.Wait(h.D.Exp(2))
			}
		})
	}
}

// imagePull fetches container layers when something is deployed.
func imagePull(h *Host) {
	s := h.Peer(wire.Public, 443)
	h.Each(h.D.Random(900, 12000), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			c.TLS()
			c.Call(700, h.D.Int(1000, 9000))
			for range h.D.Int(0, 9) {
				c.Call(900, int(h.D.Near(1e6, 2)))
			}
		})
	})
}

// gitFetch is a build machine or a developer asking for changes.
func gitFetch(h *Host) {
	s := h.Peer(wire.Public, 22, 443)
	h.Human(h.D.Random(60, 2000), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			if s.Port == 443 {
				c.TLS()
			} else {
				c.SSH()
			}
			c.Call(h.D.Int(150, 400), h.D.Int(500, 30000))
			if h.D.Chance(0.4) {
				c.Call(h.D.Int(200, 3000), int(h.D.Near(40000, 2)))
			}
		})
	})
}

// rsyncPull mirrors a tree now and then.
func rsyncPull(h *Host) {
	s := h.Peer(wire.Private, 873, 22)
	volume := h.D.Size(10000, 50000000)
	h.Each(h.D.Tick(300, 20000), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			if s.Port == 22 {
				c.SSH()
			}
			c.Call(h.D.Int(50, 200), h.D.Int(1000, 100000))
			c.Call(h.D.Int(1000, 50000), volume())
		})
	})
}

// smbShare is a mounted share: bursts of small requests, some long reads, an
// echo in silence.
func smbShare(h *Host) {
	s := h.Peer(wire.Private, 445)
	d := s.Dice(h)
	use, read := h.D.Random(20, 600), h.D.Size(500, 300000)
	echo := d.Tick(30, 120)
	h.Keep(s, 40000, h.D.Random(5, 600), func(c *Conn) {
		c.Call(220, 250)
		c.Call(h.D.Int(170, 240), h.D.Int(300, 450))
		c.Call(h.D.Int(400, 3500), h.D.Int(90, 350))
		c.OnIdle(echo(), func() { c.Call(72, 72) })
		c.Every(use, func() {
			if !h.D.Chance(h.Activity(c.Now)) {
				return
			}
			for range 1 + int(h.D.Exp(8)) {
				c.Call(h.D.Int(100, 400), h.D.Int(80, 700))
			}
			if h.D.Chance(0.5) {
				c.Call(120, read())
			}
		})
	})
}

// nfsMount is SMB's cousin, with lease renewals.
func nfsMount(h *Host) {
	s := h.Peer(wire.Private, 2049)
	use, read := h.D.Random(5, 300), h.D.Size(300, 200000)
	renew := s.Dice(h).Tick(20, 60)
	h.Keep(s, 2e5, h.D.Random(1, 60), func(c *Conn) {
		c.Run(c.Timer(renew, func() { c.Call(h.D.Int(120, 180), 120) }),
			c.Timer(use, func() {
				for range 1 + int(h.D.Exp(6)) {
					c.Call(h.D.Int(140, 260), h.D.Int(100, 400))
				}
				if h.D.Chance(0.3) {
					c.Call(200, read())
				}
			}))
	})
}

// videoStream fetches segments of a video or a call recording.
func videoStream(h *Host) {
	s := h.Peer(wire.Public, 443)
	rate, part := h.D.Log(50000, 600000), h.D.U(2, 10)
	h.Human(h.D.Random(1500, 15000), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			c.TLS()
			c.Limit(h.D.Exp(1500))
			c.Every(func() float64 { return part }, func() { c.Call(h.D.Int(300, 900), int(h.D.Near(rate*part, 0.3))) })
		})
	})
}

// antivirusUpdate asks often and seldom gets anything.
func antivirusUpdate(h *Host) {
	s := h.Peer(wire.Public, 80, 443)
	h.Each(h.D.Tick(900, 14400), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			if s.Port == 443 {
				c.TLS()
			}
			c.Call(h.D.Int(200, 500), h.D.Int(200, 900))
			if h.D.Chance(0.2) {
				c.Call(h.D.Int(200, 400), int(h.D.Near(600000, 1.5)))
			}
		})
	})
}

// torrent talks to many peers: keep-alives, haves, pieces both ways.
func torrent(h *Host) {
	for _, s := range h.Peers(h.D.Int(10, 40), wire.Public, 6881, 51413, 49001, 16881) {
		gap := h.D.Random(1, 200)
		h.Keep(s, h.D.Log(200, 6000), h.D.Random(300, 10000), func(c *Conn) {
			c.Call(68, 68)
			c.Call(h.D.Int(100, 900), h.D.Int(100, 900))
			c.Run(c.Timer(gap, func() { c.Down(9) }),
				c.Timer(h.D.Random(5, 300), func() { c.Call(17, 16397) }),
				c.Timer(h.D.Tick(100, 120), func() { c.Up(4) }))
		})
	}
}

// ftpTransfer is a partner's nightly or hourly file exchange.
func ftpTransfer(h *Host) {
	s := h.Peer(wire.Public, 21, 22, 990)
	size := h.D.Size(1000, 5000000)
	h.Each(h.D.Tick(300, 10000), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			switch s.Port {
			case 22:
				c.SSH()
			case 990:
				c.TLS()
			}
			for range h.D.Int(5, 9) {
				c.Call(h.D.Int(6, 40), h.D.Int(20, 120))
			}
			data := *s
			data.Port = uint16(h.D.Int(20000, 60000))
			if s.Port == 22 {
				c.Call(size(), 60)
			} else {
				h.Once(c.Now, &data, func(c *Conn) { c.Up(size()) })
				c.Call(30, 40)
			}
		})
	})
}
