// Package mine lets hosts of an estate mine: at pools, alone, through a proxy
// of their own, or in vain.
package mine

import (
	"fmt"
	"math"
	"math/rand/v2"

	"makes/n/internal/estate"
	"makes/n/internal/wire"
)

// Label says that a logged host mines with a peer.
type Label struct {
	Host                              *estate.Host
	Peer                              uint32
	Kind, Coin, Pool, Size, Transport string
}

// pool is a mining pool as its miners know it.
type pool struct {
	name            string
	coin            *coin
	dialect         *dialect
	seed            uint64
	hosts           []*estate.Host
	port            int
	refresh, wobble float64 // new work at least so often, 0 for blocks only; how irregularly
	vardiff         float64 // seconds between shares that it aims at, 0 for a fixed difficulty
	fixed           float64 // seconds between shares of a middling miner
	retarget, delay float64
	idle            float64 // kicks who sends nothing for so long
	keep, life      float64 // of connections
	echo            float64 // chance of new work after a share
	both, hide      bool    // sends the difficulty with each job; no reply to shares but bad ones
	tls             wire.TLS
	outages         [][2]float64
}

// Mines are all pools, and when their chains have new blocks.
type Mines struct {
	est    *estate.Estate
	pools  map[string][]*pool
	blocks map[string][]float64
	tell   func(Label)
}

// New sets the pools of the world up.
func New(e *estate.Estate, tell func(Label)) *Mines {
	m := &Mines{est: e, pools: map[string][]*pool{}, blocks: map[string][]float64{}, tell: tell}
	for i := range coins {
		c := &coins[i]
		r := e.Rand("coin", c.Name)
		if c.Block > 3 {
			for t := c.Block * r.ExpFloat64(); t < e.Book.Seconds; t += c.Block * r.ExpFloat64() {
				m.blocks[c.Name] = append(m.blocks[c.Name], t)
			}
		}
		for k := range c.Pools {
			m.pools[c.Name] = append(m.pools[c.Name], m.newPool(c, fmt.Sprintf("%s-%02d", c.Name, k), r))
		}
	}
	return m
}

func (m *Mines) newPool(c *coin, name string, r *rand.Rand) *pool {
	p := &pool{name: name, coin: c, dialect: dialects[c.Dialects[r.IntN(len(c.Dialects))]], seed: r.Uint64(), port: c.Ports[r.IntN(len(c.Ports))],
		vardiff: []float64{5, 8, 10, 12, 15, 15, 20, 20, 30, 30, 30, 45, 60}[r.IntN(13)], retarget: 30 + 240*r.Float64(),
		delay: .002 + .06*r.Float64()*r.Float64(), wobble: .3 * r.Float64() * float64(r.IntN(2)), both: r.IntN(5) == 0, hide: r.IntN(20) == 0}
	for range 1 + r.IntN(4) {
		p.hosts = append(p.hosts, estate.World(r, false))
	}
	if r.Float64() < c.Fixed {
		p.fixed, p.vardiff = 4*math.Exp(3*r.Float64()), 0
	}
	switch c.Name {
	case "bitcoin", "litecoin", "zcash":
		p.refresh = []float64{20, 30, 30, 30, 45, 60}[r.IntN(6)]
	case "kaspa", "dero":
		p.refresh = []float64{.5, 1, 1, 2, 3, 5}[r.IntN(6)]
		p.wobble = .3 + .5*r.Float64()
	default:
		p.refresh = []float64{0, 0, 10, 15, 20, 30, 30, 40, 60}[r.IntN(9)]
	}
	if r.IntN(8) == 0 {
		p.echo = .1 + .4*r.Float64()
	}
	if r.IntN(3) == 0 {
		p.idle = []float64{120, 300, 600, 900, 3600}[r.IntN(5)]
	}
	if r.IntN(3) == 0 {
		p.keep = []float64{30, 60, 75, 120, 300}[r.IntN(5)]
	}
	if r.IntN(4) == 0 {
		p.life = 3600 * (1 + 30*r.Float64())
	}
	p.tls = wire.DrawTLS(r, 12+r.IntN(2))
	for r.IntN(3) == 0 {
		from := r.Float64() * m.est.Book.Seconds
		p.outages = append(p.outages, [2]float64{from, from + 10*math.Exp(6*r.Float64())})
	}
	return p
}

// rig is one miner with its settings.
type rig struct {
	*Mines
	r               *rand.Rand
	host            *estate.Host
	coin            *coin
	program         program
	pool, spare     *pool
	kind, transport string
	speed           float64      // around 1
	gate            *estate.Host // SOCKS server or end of the tunnel
	gatePort        int
	ssh, inner      bool // a tunnel of SSH; TLS within the SOCKS connection
	pings, bare     bool // bare: without a label
	vpn             *vpn
	tls             wire.TLS
	worker          int
	from, to        float64
	pause           [2]float64
}

func (m *Mines) pick(r *rand.Rand) *coin {
	return &coins[estate.Pick(r, len(coins), func(i int) int { return coins[i].Share })]
}

func size(speed float64) string {
	switch x := math.Log(speed) / 3; { // from -1/2 to 1/2, 20 times in all
	case x < -1./6:
		return "slow"
	case x < 1./6:
		return "middle"
	}
	return "fast"
}

func (m *Mines) newRig(r *rand.Rand, h *estate.Host, kind string, c *coin) *rig {
	g := &rig{Mines: m, r: r, host: h, coin: c, kind: kind, speed: math.Exp(3*r.Float64() - 1.5), program: programs[c.Programs[r.IntN(len(c.Programs))]],
		to: m.est.Book.Seconds, pings: r.IntN(5) < 3, transport: "plain"}
	pools := m.pools[c.Name]
	at := r.IntN(len(pools)) * (1 + r.IntN(2)) / 2 // some pools are more popular
	g.pool = pools[at%len(pools)]
	if r.IntN(3) > 0 {
		g.spare = pools[(at+1)%len(pools)]
	}
	g.worker = c.Wallet[0] + r.IntN(c.Wallet[1]-c.Wallet[0]+1)
	switch z := r.IntN(100); {
	case z >= 95:
		g.transport = "vpn"
		g.gate, g.gatePort, g.ssh = estate.World(r, false), []int{443, 1194}[r.IntN(2)], r.IntN(2) == 0
		if g.ssh {
			g.gatePort = []int{22, 22, 443, 2222}[r.IntN(4)]
		}
	case z >= 88:
		g.transport, g.inner = "socks", r.IntN(3) == 0
		g.gate, g.gatePort = estate.World(r, false), []int{1080, 1080, 9050, 8888, 443}[r.IntN(5)]
		if r.IntN(3) == 0 {
			g.gate = h.Firm.Inside(r)
		}
	case z >= 65 || c.Name == "dero" || g.program.Name == "xmrig" && z >= 45:
		g.transport = fmt.Sprint("tls", g.pool.tls.Version)
	}
	g.tls = g.pool.tls
	if r.IntN(7) == 0 {
		g.from = r.Float64() * g.to / 2
	}
	if r.IntN(9) == 0 {
		g.pause[0] = r.Float64() * g.to
		g.pause[1] = g.pause[0] + 600 + 7200*r.Float64()
	}
	return g
}

func (g *rig) label(peer *estate.Host, pool string) {
	if !g.bare {
		g.tell(Label{g.host, peer.IP, g.kind, g.coin.Name, pool, size(g.speed), g.transport})
	}
}

// vpn carries the packets of inner connections over one of TCP.
type vpn struct {
	outer *estate.Link
	last  [2]float64
}

// Add sends a packet with what OpenVPN puts around it, and the pings since
// the last.
func (v *vpn) Add(t float64, dir, packets, bytes int) {
	v.quiet(t)
	v.last[dir] = t
	v.outer.Write(t, dir, bytes+26*packets)
}

func (v *vpn) quiet(t float64) {
	for d := range 2 {
		for k := v.last[d] + 10; k < t; k += 10 {
			v.outer.Write(k, d, 42)
			v.last[d] = k
		}
	}
}

// dial connects to the pool over the rig's transport; warm connections have
// been there before.
func (g *rig) dial(t float64, p *pool, warm bool) (*wire.Conn, func(), float64) {
	peer, port := p.hosts[g.r.IntN(len(p.hosts))], p.port
	if g.gate != nil {
		peer, port = g.gate, g.gatePort
	}
	g.label(peer, p.name)
	if g.transport == "vpn" && !g.ssh {
		if g.vpn == nil {
			out := g.est.Connect(g.r, g.host, peer, 6, port, nil)
			if warm {
				out.Start(t)
			} else {
				at := out.Dial(t)
				out.Ask(at, 0, 56, .01, 68)
				at = out.Ask(at, 0, 380, .02, 3200)
				t = out.Ask(at, 0, 1900, .02, 400) + 1
			}
			g.vpn = &vpn{out, [2]float64{t, t}}
		}
		c := &wire.Conn{Sink: g.vpn, Ends: [2]*wire.Stack{&g.host.Stack, &p.hosts[0].Stack}, Path: g.vpn.outer.Path, Rand: g.r, Keep: g.program.Keep}
		c.Path.RTT *= 1.5
		return c, func() {}, c.Begin(t, warm)
	}
	l := g.est.Connect(g.r, g.host, peer, 6, port, nil)
	l.Keep = g.program.Keep
	if p.keep > 0 && (l.Keep == 0 || p.keep < l.Keep) {
		l.Keep, l.KeepBy = p.keep, 1
	}
	if g.gate == peer {
		l.Path.RTT += p.hosts[0].Path.RTT
	}
	tls := g.transport[:3] == "tls" || g.inner
	switch {
	case warm:
		l.Start(t)
	case g.ssh:
		t = l.Dial(t)
		t = l.Ask(t, 0, 21, .01, 21)
		t = l.Ask(t, 0, 1500, .01, 1100)
		t = l.Ask(t, 0, 48, .01, 450)
		for range 4 {
			t = l.Ask(t, 0, 60+g.r.IntN(400), .02, 44+g.r.IntN(60))
		}
	default:
		t = l.Dial(t)
		if g.transport == "socks" {
			t = l.Ask(t, 0, 3, .001, 2)
			t = l.Ask(t, 0, 7+len(p.name)+10, p.hosts[0].Path.RTT, 10)
		}
		if tls {
			t = l.Secure(t, g.tls, false)
		}
	}
	if tls {
		l.Record = g.tls.Record
	}
	if g.ssh {
		l.Record = 36
	}
	return &l.Conn, l.Done, t
}

// down tells until when the pool is down.
func (p *pool) down(t float64) (until float64) {
	for _, o := range p.outages {
		if t >= o[0] && t < o[1] {
			until = max(until, o[1])
		}
	}
	return until
}

func (g *rig) wait() float64 {
	return g.program.Retry[0] + (g.program.Retry[1]-g.program.Retry[0])*g.r.Float64() + .05*g.r.Float64()
}

// run mines at the pool from beginning to end.
func (g *rig) run() {
	warm := g.from == 0 && g.r.IntN(10) > 0
	t := g.from
	fails := 0
	for t < g.to {
		if t >= g.pause[0] && t < g.pause[1] {
			t = g.pause[1]
			continue
		}
		until := g.to
		if g.pause[0] > t {
			until = min(until, g.pause[0])
		}
		p := g.pool
		if end := p.down(t); end > 0 && g.gate == nil {
			if fails++; fails >= g.program.Tries && g.spare != nil && g.spare.down(t) == 0 {
				p, until = g.spare, min(until, end)
			} else {
				l := g.est.Connect(g.r, g.host, p.hosts[0], 6, p.port, nil)
				if p.seed%2 == 0 {
					t = l.Refused(t)
				} else {
					t = l.Unanswered(t, g.program.Patience)
				}
				l.Done()
				g.label(p.hosts[0], p.name)
				t += g.wait()
				continue
			}
		}
		for _, o := range p.outages {
			if o[0] > t {
				until = min(until, o[0])
			}
		}
		fails = 0
		t = g.session(t, until, p, warm)
		if !(t >= g.to) {
			t += g.wait()
		}
		warm = false
	}
	if g.vpn != nil {
		g.vpn.quiet(g.to)
		g.vpn.outer.Idle(g.to)
		g.vpn.outer.Done()
	}
	g.fee()
}

// fee mines for the author of the program now and then.
func (g *rig) fee() {
	f := g.program.Fee
	if g.bare || g.gate != nil || f[0] == 0 && f[2] == 0 {
		return
	}
	copyOf := *g.pool
	copyOf.name = "fee-" + g.program.Name
	r := g.est.Rand(copyOf.name, g.coin.Name)
	copyOf.hosts = []*estate.Host{estate.World(r, false), estate.World(r, false)}
	copyOf.outages, copyOf.idle, copyOf.life = nil, 0, 0
	d := *g
	d.pool, d.spare, d.vpn = &copyOf, nil, nil
	d.kind = "donation"
	if f[2] > 0 {
		copyOf.vardiff, copyOf.fixed = 0, max(copyOf.fixed, copyOf.vardiff)*100
		d.session(g.from, g.to, &copyOf, g.from == 0)
		return
	}
	for t := g.from + f[0]*(.5+g.r.Float64()); t < g.to; t += f[0] {
		if t < g.pause[0] || t > g.pause[1] {
			d.session(t, min(t+f[1], g.to), &copyOf, false)
		}
	}
}
