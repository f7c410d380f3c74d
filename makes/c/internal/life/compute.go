package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var compute = []Kind{
	{"dask-worker", daskWorker},
	{"volunteer-computing", volunteerComputing},
	{"batch-node", batchNode},
	{"spark-executor", sparkExecutor},
	{"render-node", renderNode},
	{"training-tracker", trainingTracker},
	{"password-audit", passwordAudit},
}

// daskWorker beats and gets tasks from a scheduler.
func daskWorker(h *Host) {
	s := h.Peer(wire.Private, 8786)
	d := s.Dice(h)
	beat, task, done := d.Tick(0.5, 10), d.Size(300, 3000), d.Size(150, 900)
	h.Keep(s, 90000, h.D.Tick(1, 30), func(c *Conn) {
		c.Call(500, 300)
		c.Run(c.Timer(beat, func() { c.Call(h.D.Int(500, 900), h.D.Int(60, 120)) }),
			c.Timer(h.D.Random(2, 200), func() { c.Down(task()); c.Wait(h.D.Exp(2)); c.Up(done()) }))
	})
}

// volunteerComputing reports work units and fetches new ones.
func volunteerComputing(h *Host) {
	s := h.Peer(wire.Public, 443, 80, 8080)
	down, up := h.D.Size(5000, 3000000), h.D.Size(3000, 2000000)
	h.Each(h.D.Random(300, 9000), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			if s.Port == 443 {
				c.TLS()
			}
			c.Call(h.D.Int(3000, 12000), h.D.Int(1500, 9000))
			c.Call(up(), 300)
			c.Call(300, down())
		})
	})
}

func batchNode(h *Host) {
	s := h.Peer(wire.Private, 6817, 9618, 15001)
	h.Each(h.D.Tick(10, 300), func(t float64) {
		h.Once(t, s, func(c *Conn) { c.Call(h.D.Int(100, 900), h.D.Int(60, 300)) })
	})
	h.Keep(s, 40000, h.D.Tick(5, 60), func(c *Conn) {
		c.Run(c.Timer(h.D.Tick(20, 60), func() { c.Call(60, 60) }),
			c.Timer(h.D.Random(100, 2000), func() { c.Ring(h.D.Int(1000, 8000), 200); c.Wait(h.D.Exp(60)); c.Up(500) }))
	})
}

func sparkExecutor(h *Host) {
	s := h.Peer(wire.Private, 7077, 36921)
	busy, shuffle := h.D.Random(20, 900), h.D.Size(20000, 20000000)
	h.Keep(s, 20000, h.D.Random(5, 900), func(c *Conn) {
		c.Run(c.Timer(h.D.Tick(9.9, 10.1), func() { c.Call(h.D.Int(500, 1500), 80) }),
			c.Timer(busy, func() {
				for range h.D.Int(1, 20) {
					c.Ring(h.D.Int(3000, 9000), h.D.Int(1000, 4000))
				}
				c.Call(200, shuffle())
			}))
	})
}

func renderNode(h *Host) {
	s := h.Peer(wire.Private, 17000, 8080, 4433)
	beat := s.Dice(h).Tick(5, 60)
	h.Keep(s, 50000, h.D.Tick(5, 60), func(c *Conn) {
		c.Run(c.Timer(beat, func() { c.Call(h.D.Int(120, 500), h.D.Int(60, 200)) }),
			c.Timer(h.D.Random(60, 1200), func() { c.Down(h.D.Int(500, 9000)) }),
			c.Timer(h.D.Random(60, 1200), func() { c.Call(int(h.D.Near(2e6, 1)), 100) }))
	})
}

// trainingTracker posts losses of a GPU job as it runs.
func trainingTracker(h *Host) {
	s := h.Peer(wire.Public, 443)
	every, size := h.D.Tick(2, 60), h.D.Size(400, 4000)
	h.Keep(s, 20000, h.D.Random(100, 20000), func(c *Conn) {
		c.TLS()
		c.Run(c.Timer(every, func() { c.Call(size(), h.D.Int(150, 400)) }),
			c.Timer(h.D.Tick(15, 60), func() { c.Call(dice.Of(h.D, 300, 340), 200) }))
	})
}

// passwordAudit is a hash cracker that asks for chunks and reports progress.
func passwordAudit(h *Host) {
	s := h.Peer(wire.Private, 443, 80, 8080)
	d := s.Dice(h)
	poller(h, s, maybe(d, 0.5), 0.6, d.Tick(3, 30), d.Size(250, 900), d.Size(80, 400))
}
