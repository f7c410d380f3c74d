package mine

import (
	"fmt"
	"slices"

	"makes/o/internal/dice"
	"makes/o/internal/flow"
	"makes/o/internal/tcp"
)

// job is new work that a pool hands out.
type job struct {
	at    float64
	clean bool
}

// pool is a server for miners.
type pool struct {
	coin      *coin
	name      string
	peers     []tcp.Peer
	talk      dialect
	jobs      []job
	vary      bool    // difficulty by the miner's hash rate
	target    float64 // seconds between shares
	retarget  float64
	kick      float64 // idle seconds after which it closes; 0 is never
	life      float64 // of a connection; 0 is for ever
	think     float64
	stale     float64
	keep      float64
	tls       [2]tcp.Secure // of versions 1.2 and 1.3
	port, sec uint16
	outages   tcp.Outages
}

// World holds all pools.
type World struct {
	pools      map[string][]*pool
	addr       func(place string) flow.Addr
	begin, end float64
	gen        *dice.Rand
	campaigns  map[string]*campaign
}

// NewWorld draws the chains and pools of a time.
func NewWorld(g *dice.Rand, begin, end float64, addr func(place string) flow.Addr) *World {
	w := &World{pools: map[string][]*pool{}, addr: addr, begin: begin, end: end, gen: g, campaigns: map[string]*campaign{}}
	for i := range coins {
		c := &coins[i]
		var blocks []float64
		for t := begin; c.block >= 5 && t < end; t += c.block * g.ExpFloat64() {
			blocks = append(blocks, t)
		}
		for n := range 4 + g.IntN(4) {
			w.pools[c.name] = append(w.pools[c.name], w.newPool(g, c, fmt.Sprintf("%s-%02d", c.name, n+1), blocks))
		}
	}
	return w
}

func (w *World) newPool(g *dice.Rand, c *coin, name string, blocks []float64) *pool {
	p := &pool{
		coin: c, name: name, talk: c.speak(g), vary: dice.Chance(g, 0.7), target: dice.Range{Lo: 5, Hi: 60}.Draw(g), retarget: dice.Range{Lo: 30, Hi: 300}.Draw(g),
		think: dice.Range{Lo: 0.0005, Hi: 0.08}.Draw(g), stale: dice.Range{Lo: 0.001, Hi: 0.04}.Draw(g), keep: dice.Pick[float64](g, 0, 0, 60, 120, 300, 7200),
		tls: [2]tcp.Secure{tcp.NewSecure(g, 12, false), tcp.NewSecure(g, 13, false)}, port: dice.Pick[uint16](g, 3333, 3333, 4444, 5555, 7777, 14444, 1314, 80, 443, uint16(2000+g.IntN(18000))), sec: dice.Pick[uint16](g, 443, 443, 443, 9443, 5556, 14433, 8443),
	}
	if dice.Chance(g, 0.35) {
		p.kick = dice.Pick[float64](g, 180, 300, 600, 900)
	}
	if dice.Chance(g, 0.5) {
		p.life = dice.Range{Lo: 1800, Hi: 150000}.Draw(g)
	}
	rtt := dice.Range{Lo: 0.002, Hi: 0.28}.Draw(g)
	stack, loss := tcp.NewStack(g), dice.Range{Lo: 1e-5, Hi: 8e-3}.Draw(g)
	stack.MSS = min(stack.MSS, 1460)
	for range 1 + g.IntN(3) {
		p.peers = append(p.peers, tcp.Peer{Addr: w.addr("inet"), Port: p.port, Stack: stack, Path: tcp.Path{RTT: rtt, Loss: loss}})
	}
	for t := w.begin; dice.Chance(g, 0.25) && t < w.end; {
		t += dice.Range{Lo: 1800, Hi: 90000}.Draw(g)
		long := dice.Range{Lo: 15, Hi: 5000}.Draw(g)
		p.outages = append(p.outages, tcp.Outage{From: t, To: t + long, Why: dice.Pick(g, tcp.Dead, tcp.Refused, tcp.Slammed, tcp.Broken)})
		t += long
	}
	delay := dice.Range{Lo: 0.2, Hi: 4}.Draw(g)
	if c.block < 5 { // more blocks than jobs
		for t := w.begin; t < w.end; t += delay * (0.6 + 0.8*g.Float64()) {
			p.jobs = append(p.jobs, job{t, true})
		}
		return p
	}
	for _, t := range blocks {
		p.jobs = append(p.jobs, job{t + delay*(0.5+g.Float64()), true})
	}
	fresh := c.fresh.Draw(g)
	steady := dice.Chance(g, 0.4) // whatever blocks come
	if fresh > 0 && dice.Chance(g, 0.85) {
		for t, n := w.begin, 0; t < w.end; t += fresh * (0.97 + 0.06*g.Float64()) {
			for n < len(blocks) && blocks[n] < t {
				if n++; !steady {
					t = max(t-fresh+0.001, blocks[n-1]) + fresh
				}
			}
			p.jobs = append(p.jobs, job{t, false})
		}
	}
	slices.SortFunc(p.jobs, func(a, b job) int {
		if a.at < b.at {
			return -1
		}
		return 1
	})
	return p
}

// campaign is what the rigs of one owner have in common.
type campaign struct {
	pools     []*pool
	transport string
	soft      software
	proxy     tcp.Peer // of SOCKS or the tunnel
	secure    bool     // TLS within the proxy
	left      int
	donate    *pool
	why       tcp.Trouble
	restart   float64
}

// software is a miner's.
type software struct {
	retry    tcp.Backoff
	patience float64
	ping     float64 // idle seconds, if it can
	switches int     // failures after which it takes the next pool
	donates  bool
	report   float64
	near     float64 // TCP keep-alive
}

func newSoftware(g *dice.Rand) software {
	return dice.Pick(g,
		software{tcp.Backoff{Base: 5, Most: 5, Grow: 1}, 20, 60, 5, dice.Chance(g, 0.7), 60, 60},     // xmrig
		software{tcp.Backoff{Base: 10, Most: 30, Grow: 1.5}, 60, 0, 3, false, 60, 0},                 // cgminer, firmware
		software{tcp.Backoff{Base: 30, Most: 30, Grow: 1}, 30, 0, 2, false, 60, 60},                  // ccminer
		software{tcp.Backoff{Base: 5, Most: 60, Grow: 2, Jitter: 0.3}, 10, 0, 3, true, 30, 0},        // T-Rex
		software{tcp.Backoff{Base: 10, Most: 10, Grow: 1}, 15, 30, 1, dice.Chance(g, 0.5), 10, 120},  // lolMiner, SRBMiner
		software{tcp.Backoff{Base: 3, Most: 120, Grow: 1.6, Jitter: 0.5}, 30, 30, 4, false, 120, 15}, // written in Go
	)
}

// campaign gives the campaign that the next miner of a kind belongs to.
func (w *World) campaign(kind string) *campaign {
	if c := w.campaigns[kind]; c != nil && c.left > 0 {
		c.left--
		return c
	}
	g := w.gen
	c := &campaign{transport: dice.Pick(g, "plain", "plain", "plain", "tls12", "tls13", "tls13", "socks", "vpn"), soft: newSoftware(g), secure: dice.Chance(g, 0.4), left: max(0, g.IntN(6)-3)}
	coin := dice.Pick(g, coins...)
	if dice.Chance(g, 0.3) { // what servers are good at
		coin = coins[0]
	}
	all := w.pools[coin.name]
	for _, n := range g.Perm(len(all))[:1+g.IntN(min(4, len(all)))] {
		c.pools = append(c.pools, all[n])
	}
	c.why = dice.Pick(g, tcp.Denied, tcp.Denied, tcp.Dead, tcp.Dead, tcp.Refused, tcp.Slammed, tcp.Broken)
	c.proxy = tcp.Peer{Addr: w.addr("inet"), Port: dice.Pick[uint16](g, 1080, 9050, 3128, 8080, 443), Stack: tcp.NewStack(g), Path: tcp.Path{RTT: dice.Range{Lo: 0.001, Hi: 0.2}.Draw(g), Loss: 1e-4}}
	if c.transport == "vpn" {
		c.proxy.Port = dice.Pick[uint16](g, 1194, 443, 22, 8443)
	}
	if dice.Chance(g, 0.2) {
		c.restart = dice.Range{Lo: 600, Hi: 30000}.Draw(g)
	}
	if c.soft.donates {
		c.donate = dice.Pick(g, all...)
		if slices.Contains(c.pools, c.donate) {
			c.donate = nil
		}
	}
	w.campaigns[kind] = c
	return c
}
