package mine

import (
	"fmt"
	"math"
	"sort"

	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// rig is a miner's machine and the program on it.
type rig struct {
	*sim.Proc
	coin    *coin
	pool    *pool
	size    string
	speed   float64 // hashes per second, in units of the coin
	through string
	words   words
	keep    float64 // TCP keep-alive of the miner
	warmup  float64 // until the first hashes
	pause   float64 // before it connects again
	shy     bool    // rests when people are at work
	relay   *sim.Peer
}

var sizes = map[string][2]float64{"slow": {0.7, 1.4}, "middle": {3, 6.5}, "fast": {14, 22}}

func newRig(p *sim.Proc, c *coin, po *pool, size, through string) *rig {
	r := p.R
	name := []string{"", ".rig1", ".worker", ".ip-10-0-12-34", ".x", "+50000"}[r.Int(0, 5)]
	g := &rig{Proc: p, coin: c, pool: po, size: size, speed: c.speed * r.LogU(sizes[size][0], sizes[size][1]), through: through,
		words: c.speak(r, po.tongue, name), warmup: r.LogU(0.5, 30), pause: rnd.Pick[float64](r, 1, 3, 5, 5, 5, 10, 15, 30), shy: r.Chance(0.08)}
	g.keep = rnd.Pick[float64](r, 0, 0, 60, 60, 75, 120, 7200)
	return g
}

// describe labels the program's traffic.
func (g *rig) describe(kind string) {
	g.Label.Mining = true
	g.Label.Kind = g.coin.name + "-" + g.through
	g.Label.Fields = []string{"kind=" + kind, "coin=" + g.coin.name, "pool=" + g.pool.name, "size=" + g.size, "transport=" + g.through}
}

// hours draws when the rig is switched on and off; it is on most of the time.
func (g *rig) hours() {
	r := g.R
	if r.Chance(0.25) {
		g.Now = r.U(0, 0.4*g.End)
	}
	if r.Chance(0.2) {
		g.End = max(g.Now+900, g.End-r.U(0, 0.4*g.End))
	}
	g.End = min(g.End, g.Host.Log.Length)
}

// mine keeps the rig at work on a pool.
func (g *rig) mine() {
	server := rnd.Pick(g.R, g.pool.servers...)
	port := g.pool.port
	if g.through == "tls12" || g.through == "tls13" {
		port = g.pool.securePort
	}
	if g.through == "socks" || g.through == "vpn" {
		g.relay = g.Host.World.Public(g.R.LogU(0.01, 0.25))
		port = rnd.Pick[uint16](g.R, 1080, 1080, 9050, 10808, 443)
	}
	for g.Running() {
		g.Lookup()
		if g.R.Chance(0.04) {
			g.Fail(sim.Target{Peer: g.first(server), Port: port}, rnd.Pick(g.R, sim.Dropped, sim.Refused), 20, 0)
			g.Sleep(g.pause)
			continue
		}
		g.session(server, port)
		g.Sleep(g.pause + g.R.Exp(0.5))
		if len(g.pool.servers) > 1 && g.R.Chance(0.2) && g.relay == nil {
			server = rnd.Pick(g.R, g.pool.servers...)
		}
	}
}

func (g *rig) first(server *sim.Peer) *sim.Peer {
	if g.relay != nil {
		return g.relay
	}
	return server
}

// session is one connection, from login until something ends it.
func (g *rig) session(server *sim.Peer, port uint16) {
	r, to := g.R, sim.Target{Peer: g.first(server), Port: port, Keep: g.keep}
	until := g.Now + r.Exp(g.pool.life)
	switch g.through {
	case "tls12":
		to.TLS = 12
	case "tls13":
		to.TLS = 13
	case "vpn":
		to.Port, to.Keep = rnd.Pick[uint16](r, 1194, 443, 1194, 8443), 0
		v := g.Tunnel(to)
		behind := *server
		behind.RTT += to.Peer.RTT
		g.work(v.Dial(sim.Target{Peer: &behind, Port: g.pool.port, Keep: g.keep}), until, v.Timers()...)
		v.Close()
		return
	}
	c := g.Dial(to)
	if g.through == "socks" {
		c.Socks(r.Int(12, 34), r.Chance(0.4), server.RTT+r.U(0.001, 0.4))
	}
	g.work(c, until)
}

// work speaks the pool's protocol on a connection, as client of it or, if the
// connection is inbound, as the server.
func (g *rig) work(c *sim.Conn, until float64, more ...*sim.Timer) {
	r, w, po := g.R, g.words, g.pool
	for _, a := range w.greet {
		c.Ask(a.up, a.down, po.think+0.001)
	}
	diff := po.start * g.coin.speed
	if w.setDiff > 0 {
		c.Down(w.setDiff)
	}
	if len(w.greet) > 1 {
		c.Down(w.job())
	}
	sent, looked, id := 0, g.Now, 2
	jobs := g.Each(po.nextJob(r), func() { c.Down(w.job()) })
	blocks := g.blocks(func() {
		if w.empty > 0 {
			c.Down(w.empty)
			jobs.At = g.Now + r.U(0.4, 3)
			return
		}
		c.Down(w.job())
		if po.restart {
			jobs.At = g.Now + jobs.Gap()
		}
	})
	shares := g.Each(func() float64 { return r.Exp(diff / g.speed) }, func() {
		if g.shy && g.Host.Busy(g.Now) > 0.6 {
			return
		}
		sent++
		id++
		answer := w.accept
		if r.Chance(po.stale) {
			answer = w.refuse
		}
		c.Tell(w.submit(id), answer, po.think*r.LogU(0.5, 2))
	})
	shares.At += g.warmup
	timers := append(more, jobs, blocks, shares)
	if !po.fixed {
		timers = append(timers, g.Tick(po.retune, func() {
			if sent < 4 && g.Now-looked < 4*po.share {
				return
			}
			want := diff * po.share * float64(sent) / (g.Now - looked)
			want = max(min(want, diff*po.step), diff/po.step, po.floor*g.coin.speed)
			if math.Abs(math.Log(want/diff)) < 0.3+1/math.Sqrt(float64(sent+1)) {
				return
			}
			diff = want
			shares.At = g.Now + r.Exp(diff/g.speed)
			c.Down(w.setDiff)
			c.Down(w.job())
			sent, looked = 0, g.Now
		}))
	}
	if w.pingGap > 0 {
		timers = append(timers, g.Tick(w.pingGap, func() { c.Tell(w.ping.up, w.ping.down, po.think) }))
	}
	if w.speedGap > 0 {
		timers = append(timers, g.Tick(w.speedGap, func() { c.Tell(w.speed.up, w.speed.down, po.think) }))
	}
	c.Serve(until, timers...)
	c.End()
}

// nextJob gives the waits between the pool's jobs within a block.
func (po *pool) nextJob(r *rnd.Rand) func() float64 {
	switch {
	case po.refresh == 0:
		return func() float64 { return 1e9 }
	case po.steady:
		return func() float64 { return po.refresh + r.Exp(0.01) }
	}
	return func() float64 { return po.refresh * r.U(0.3, 1.7) }
}

// blocks is a timer for the coin's blocks, the same for all its miners.
func (g *rig) blocks(do func()) *sim.Timer {
	list := g.coin.blocks
	i := sort.SearchFloat64s(list, g.Now)
	next := func() float64 {
		if i >= len(list) {
			return 1e9
		}
		t := list[i] + g.pool.lag*g.R.U(0.5, 1.5)
		i++
		return max(0, t-g.Now)
	}
	t := &sim.Timer{Do: do, Gap: next}
	t.At = g.Now + next()
	return t
}

// fee mines for the author of the miner, a short while now and then.
func (g *rig) fee(p *sim.Proc, po *pool, part float64) {
	f := newRig(p, g.coin, po, g.size, g.through)
	f.speed, f.warmup = g.speed, 0
	f.describe("donation")
	f.Label.Fields[2] = fmt.Sprintf("pool=%s-fee", g.coin.name)
	to := sim.Target{Peer: rnd.Pick(f.R, po.servers...), Port: po.port}
	switch g.through {
	case "tls12":
		to.TLS, to.Port = 12, po.securePort
	case "tls13":
		to.TLS, to.Port = 13, po.securePort
	default:
		f.Label.Kind = g.coin.name + "-plain"
		f.Label.Fields[4] = "transport=plain"
	}
	round := f.R.LogU(2400, 7000)
	for f.Sleep(round * f.R.U(0.4, 1.2)); f.Running(); f.Sleep(round) {
		f.work(f.Dial(to), f.Now+max(25, part*round))
	}
}
