package miner

import (
	"math"
	"math/rand/v2"
	"strings"

	"makes/l/internal/script"
	"makes/l/internal/tcp"
)

// Kinds are the kinds of mining, in the order in which hosts take turns.
var Kinds = []string{"pool", "solo", "proxy", "blocked"}

func sizeOf(speed float64) string {
	return [...]string{"slow", "middle", "fast"}[min(2, int(3*math.Log(speed)/math.Log(20)))]
}

func layerName(rng *rand.Rand) string {
	return [...]string{"plain", "plain", "plain", "plain", "tls12", "tls13", "tls13", "socks", "vpn", "vpn"}[rng.IntN(10)]
}

// miner is one host's mining.
type miner struct {
	*Env
	pools  *Pools
	kind   string
	labels []Label
}

// Mine lets a host mine in one of the kinds, and gives the pairs that did.
func Mine(kind string, pools *Pools, env *Env) []Label {
	m := &miner{Env: env, pools: pools, kind: kind}
	switch kind {
	case "solo":
		m.solo()
	case "proxy":
		m.proxy()
	case "blocked":
		m.blocked()
	default:
		m.pool()
	}
	return m.labels
}

// pick draws a pool, one of Monero more often.
func (m *miner) pick() *pool {
	for {
		p := m.pools.list[m.Rng.IntN(len(m.pools.list))]
		if p.coin.name != "monero" && m.Rng.IntN(3) == 0 {
			continue
		}
		return p
	}
}

func (m *miner) link(p *pool, speed float64, layer tcp.Layer, server int) *tcp.Link {
	remote, port := p.addresses[server%len(p.addresses)], p.port
	private := false
	switch layer.Name {
	case "socks": // the proxy is the other side
		private = m.Rng.IntN(2) == 0
		remote, port = m.Address(private), [...]uint16{1080, 9050, 3128}[m.Rng.IntN(3)]
	case "vpn":
		remote, port = m.Address(false), [...]uint16{1194, 443, 22, 2222}[m.Rng.IntN(4)]
	}
	l := m.Link(remote, port, private, false)
	l.Layer = layer
	m.label(l, remote, p.coin.name, p.name, speed)
	return l
}

func (m *miner) label(l *tcp.Link, remote uint32, coin, pool string, speed float64) {
	coin, _, _ = strings.Cut(coin, "-") // without the dialect
	m.labels = append(m.labels, Label{l, remote, m.kind, coin, pool, sizeOf(speed), l.Layer.Name})
}

// again gives a second link of the same pair.
func again(l *tcp.Link) *tcp.Link {
	second := *l
	return &second
}

func (m *miner) from() float64 {
	if m.Rng.IntN(5) == 0 {
		return m.Rng.Float64() * m.Seconds * 0.4
	}
	return 0
}

func (m *miner) speed() float64 { return math.Pow(19.99, m.Rng.Float64()) }

// outages are short ones of a pool, now and then.
func (m *miner) outages() (out []tcp.Outage) {
	if m.Rng.IntN(6) > 0 {
		return nil
	}
	for range 1 + m.Rng.IntN(3) {
		from := m.Rng.Float64() * m.Seconds
		out = append(out, tcp.Outage{From: from, To: from + between(m.Rng, 30, 3000), How: tcp.How(m.Rng.IntN(2))})
	}
	return out
}

func (m *miner) pool() {
	p, speed, from := m.pick(), m.speed(), m.from()
	rigs := 1
	if m.Rng.IntN(6) == 0 {
		rigs += 1 + m.Rng.IntN(3)
	}
	layer := tcp.NewLayer(layerName(m.Rng), false, m.Rng)
	first := m.link(p, speed, layer, m.Rng.IntN(3))
	first.Outages = m.outages()
	r := newRig(p, m.Env, first, speed)
	if strings.Contains(p.texts["keep"], "keepalived") && m.Rng.IntN(5) < 3 && layer.Name != "socks" && layer.Name != "vpn" {
		m.donate(r, speed)
	}
	r.run(from, m.Seconds)
	for range rigs - 1 {
		l := again(first)
		newRig(p, m.Env, l, speed*between(m.Rng, 0.7, 1.4)).run(from, m.Seconds)
		first.Seen = first.Seen || l.Seen
	}
}

// donate adds the minutes in which the miner works for its author.
func (m *miner) donate(r *rig, speed float64) {
	author := m.pools.author
	l := m.link(author, speed, r.link.Layer, m.Rng.IntN(3))
	m.labels[len(m.labels)-1].Kind = "donation"
	for t := between(m.Rng, 2400, 8000); t < m.Seconds; t += 6000 * between(m.Rng, 0.9, 1.2) {
		end := t + between(m.Rng, 60, 110)
		r.breaks = append(r.breaks, [2]float64{t, end})
		d := newRig(author, m.Env, l, speed)
		d.breaks = nil
		d.run(t, min(end, m.Seconds))
	}
	l.Done()
}

// solo asks a node for work, by a script.
func (m *miner) solo() {
	program := m.pools.solo[m.Rng.IntN(len(m.pools.solo))]
	in, speed := script.NewInstance(program, m.Rng), m.speed()
	private := program.Where == "vpc" || m.Rng.IntN(4) > 0
	remote := m.Address(private)
	l := m.Link(remote, in.Port, private, false)
	if l.Layer = in.Layer; !private && m.Rng.IntN(2) == 0 {
		l.Layer = tcp.NewLayer(layerName(m.Rng), false, m.Rng)
	}
	for side, keep := range in.Keep {
		l.Stack[side].Keep = keep
	}
	l.Outages = m.outages()
	m.label(l, remote, program.Name, program.Name+"-node", speed)
	script.Play(in, l, m.Clock, m.from())
}

// proxy takes the shares of workers to a pool.
func (m *miner) proxy() {
	p, speed, from := m.pick(), m.speed(), m.from()
	workers := int(between(m.Rng, 5, 200))
	layer := tcp.NewLayer(layerName(m.Rng), false, m.Rng)
	up := m.link(p, speed, layer, 0)
	upstreams, lanes := 1+workers/100*m.Rng.IntN(2), up
	for i := range upstreams {
		if i > 0 {
			lanes = again(up)
		}
		r := newRig(p, m.Env, lanes, min(speed*math.Sqrt(float64(workers)), 300))
		if m.Rng.IntN(2) == 0 { // a difficulty as of one miner: shares of all
			r.merged = min(1+workers/8, 12)
		}
		r.run(from, m.Seconds)
		up.Seen = up.Seen || lanes.Seen
	}
	own := newPool(p.coin, p.name, m.Address, m.Rng) // what the workers see
	own.refresh, own.jitter, own.delta, own.life, own.kick = p.refresh, p.jitter, p.delta+0.05, 1e9, 0
	own.latency = 0.0008
	if m.Rng.IntN(2) == 0 {
		own.latency += 0.06 // the pool's word is passed on
	}
	seen := min(workers, 3+m.Rng.IntN(10))
	inner := "plain"
	if m.Rng.IntN(6) == 0 {
		inner = "tls13"
	}
	for i := range seen {
		remote, speed := m.Address(true), m.speed()
		l := m.Link(remote, own.port, true, true)
		l.Layer = tcp.NewLayer(inner, false, m.Rng)
		m.label(l, remote, p.coin.name, p.name, speed)
		newRig(own, m.Env, l, speed).run(from, m.Seconds)
		if extra := workers/seen - 1; extra > 0 && i%5 == 0 { // rigs behind one address
			for range min(extra, 4) {
				newRig(own, m.Env, again(l), speed).run(from, m.Seconds)
			}
		}
	}
}

// blocked tries pools that it cannot reach, one after the other.
func (m *miner) blocked() {
	p, speed, from := m.pick(), m.speed(), m.from()
	rng := m.Rng
	retry := [...]float64{5, 5, 10, 15, 30, 60, 3}[rng.IntN(7)]
	tries := [...]int{1, 1, 3, 5, 5}[rng.IntN(5)]
	patience := [...]float64{5, 10, 20, 30, 75, 130}[rng.IntN(6)]
	grow := [...]float64{1, 1, 1, 1.5, 2}[rng.IntN(5)]
	limit := retry * between(rng, 2, 40)
	jitter := [...]float64{0, 0.05, 1}[rng.IntN(3)]
	how := tcp.How(rng.IntN(3))
	kicked := rng.IntN(5) == 0 // the pool answers, and hangs up
	layer := tcp.NewLayer([...]string{"plain", "plain", "tls12", "tls13"}[rng.IntN(4)], false, rng)
	var links []*tcp.Link
	servers := 1 + rng.IntN(4)
	for i := range servers {
		q := p
		if i >= len(p.addresses) { // another pool of the coin
			q = newPool(p.coin, p.name, m.Address, rng)
		}
		l := m.link(q, speed, layer, i)
		l.Patience = patience
		if !kicked {
			l.Outages = []tcp.Outage{{From: -1, To: 1e9, How: how}}
		}
		if how != tcp.Denied && rng.IntN(3) == 0 {
			l.Outages = []tcp.Outage{{From: -1, To: 1e9, How: tcp.How(rng.IntN(2))}}
		}
		links = append(links, l)
	}
	wait := retry
	for t, n := from+rng.Float64()*retry, 0; t < m.Seconds; n++ {
		l := links[n/tries%len(links)]
		c, end := l.Dial(t)
		if c != nil {
			r := &rig{pool: p, env: m.Env, link: l, conn: c}
			for i, step := range r.turns {
				if i < 2 || rng.IntN(3) == 0 {
					if i > 0 {
						c.Turn(step.side)
					}
					c.Say(step.side, step.text.size(1, 0, rng))
				}
			}
			c.T += c.RTT() + r.latency
			c.Close(tcp.Server)
			end = c.T
			l.Done()
		}
		t = end + wait*(1+jitter*rng.Float64())
		wait = min(wait*grow, max(limit, retry))
	}
}
