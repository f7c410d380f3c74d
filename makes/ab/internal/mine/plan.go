package mine

import (
	"makes/ab/internal/flow"
	"makes/ab/internal/rng"
	"makes/ab/internal/site"
	"makes/ab/internal/talk"
	"makes/ab/internal/tcp"
)

// plan is who mines what, and where.
type plan struct {
	s      *site.Site
	blocks [][]float64
	pools  [][]*pool
}

// inTurn are the kinds if all are wanted.
var inTurn = []string{"pool", "solo", "pool", "proxy", "pool", "blocked"}

// Mine lets the first interfaces mine.
func Mine(s *site.Site, miners int, kinds string) {
	p := &plan{s: s}
	for i := range coins {
		p.blocks = append(p.blocks, chain(s.R, coins[i].block, s.Log.Seconds))
		p.pools = append(p.pools, nil)
	}
	// A farm mines a few coins; other miners are alone with theirs.
	for i := range miners {
		kind := kinds
		if kinds == "all" {
			kind = inTurn[i%len(inTurn)]
		}
		c := s.R.N(len(coins))
		switch kind {
		case "pool":
			p.pooled(i, c)
		case "solo":
			p.solo(i)
		case "proxy":
			p.proxied(i, c)
		case "blocked":
			p.blocked(i, c)
		}
	}
}

// pool is one of a coin's pools; there are two to four, drawn when needed.
func (p *plan) pool(c int) *pool {
	if p.pools[c] == nil {
		for n := range p.s.R.Between(2, 4) {
			p.pools[c] = append(p.pools[c], newPool(p.s, &coins[c], n+1, p.blocks[c]))
		}
	}
	return p.pools[c][p.s.R.N(len(p.pools[c]))]
}

// frame draws a transport.
func frame(r *rng.R) talk.Frame {
	var f talk.Frame
	switch x := r.F(); {
	case x < 0.12:
		f = talk.Draw(r, 's')
	case x < 0.32:
		f = talk.Draw(r, 't')
	case x < 0.40:
		f = talk.Draw(r, 'p')
		f.Name = "socks"
	case x < 0.48:
		f = talk.Tunnel(r)
	default:
		f = talk.Draw(r, 'p')
	}
	return f
}

// open claims the addresses that a line needs and labels them.
func (p *plan) open(iface int, kind string, q *pool, g *rig, f talk.Frame, addrs []uint32, port uint16, rtt float64) *line {
	r := p.s.R
	l := &line{s: p.s, r: r.Fork(), p: q, g: g, frame: f, to: p.s.Log.Seconds}
	l.client = tcp.End{Addr: p.s.Addrs[iface], Iface: iface, OS: g.os}
	l.path = tcp.Path{RTT: rtt * r.U(0.8, 1.3), MTU: rng.Of(r, 1500, 1500, 1492, 1400)}
	if r.P(0.6) {
		l.path.Loss = r.Log(1e-5, 8e-3)
	}
	os := rng.Of(r, tcp.Servers...)
	for _, a := range addrs {
		if p.s.Claim(p.s.Addrs[iface], a) {
			p.label(iface, a, kind, q, g, f.Name)
			l.server = append(l.server, tcp.End{Addr: a, Port: port, Iface: -1, OS: os})
		}
	}
	return l
}

func (p *plan) label(iface int, remote uint32, kind string, q *pool, g *rig, via string) {
	p.s.Label(iface, remote, "mining", q.coin.name+"-"+via, "kind="+kind, "coin="+q.coin.name, "pool="+q.name, "size="+g.size, "transport="+via)
}

// reach is where a transport leads to: the pool, or what stands before it.
func (p *plan) reach(q *pool, f talk.Frame) (addrs []uint32, port uint16) {
	r := p.s.R
	switch f.Name {
	case "socks":
		return []uint32{p.s.Outside()}, uint16(rng.Of(r, 1080, 9050, 443, r.Between(2000, 60000)))
	case "vpn":
		return []uint32{p.s.Outside()}, uint16(rng.Of(r, 443, 1194, 8443, r.Between(2000, 60000)))
	}
	first := r.N(len(q.addrs))
	addrs = append(addrs, q.addrs[first])
	if r.P(0.4) || q.outage[0] >= 0 {
		addrs = append(addrs, q.addrs[(first+1)%len(q.addrs)])
	}
	return addrs, rng.Of(r, q.ports...)
}

func (p *plan) pooled(iface, c int) {
	r := p.s.R
	q, g, f := p.pool(c), newRig(r), frame(r)
	addrs, port := p.reach(q, f)
	l := p.open(iface, "pool", q, g, f, addrs, port, q.rtt)
	if r.P(0.15) {
		// Some rigs start or stop within the log.
		if r.P(0.5) {
			l.from = r.U(0, l.to*0.6)
		} else {
			l.to *= r.U(0.4, 1)
		}
	}
	l.run()
	if coins[c].speak.alive != nil && f.Name != "vpn" && r.P(0.4) {
		p.donate(iface, g)
	}
}

// donate is a minute or so in a hundred for the miner's author.
func (p *plan) donate(iface int, g *rig) {
	r := p.s.R
	q := p.pool(0)
	d := p.open(iface, "donation", q, g, talk.Draw(r, 't'), []uint32{p.s.Outside()}, uint16(rng.Of(r, 443, 3333)), 0.05)
	horizon, cycle := p.s.Log.Seconds, rng.Of(r, 99.0, 99, 49, 199)*60
	for t := r.U(0.5, 1.5) * cycle; t < horizon; t += cycle * r.U(0.98, 1.02) {
		d.from, d.to = t, min(horizon, t+r.U(55, 75))
		d.run()
	}
}

func (p *plan) blocked(iface, c int) {
	r := p.s.R
	q, g, f := p.pool(c), newRig(r), talk.Draw(r, rng.Of[byte](r, 'p', 'p', 't'))
	addrs, port := p.reach(q, f)
	l := p.open(iface, "blocked", q, g, f, addrs, port, q.rtt)
	how := r.N(4)
	t, until := r.Exp(5), l.to
	if r.P(0.25) {
		until = r.Log(1800, max(1801, until)) // a quarter gets through in the end
	}
	for n := 0; t < until && len(l.server) > 0; n++ {
		action := uint8(flow.Accept)
		if how < 2 {
			action = flow.Reject
		}
		server := l.server[n/g.tries%len(l.server)]
		t = l.conn(server, action).Refuse(t, how == 2, g.patience) + g.pause(l.r, n)
	}
	l.from = until
	l.run()
}

// proxied lets an interface work for a proxy, which is a neighbour's
// interface or a host without one.
func (p *plan) proxied(iface, c int) {
	r := p.s.R
	up, g := p.pool(c), newRig(r)
	inner := *up
	inner.late, inner.slow, inner.outage = r.Log(0.001, 0.02), r.Log(0.0003, 0.003), [2]float64{-1, -1}
	if r.P(0.5) {
		inner.target = rng.Of(r, 0.0, 5, 10, 20, 30, 60) // of its own
	}
	f := talk.Draw(r, rng.Of[byte](r, 'p', 'p', 'p', 't', 's'))
	port := uint16(rng.Of(r, 3333, 3333, 3355, 443, 8080, r.Between(2000, 30000)))
	host := r.N(len(p.s.Addrs))
	if host == iface || r.P(0.4) {
		p.open(iface, "proxy", &inner, g, f, []uint32{p.s.Inside()}, port, r.Log(0.0003, 0.02)).run()
		return
	}
	addr := p.s.Addrs[host]
	l := p.open(iface, "proxy", &inner, g, f, []uint32{addr}, port, r.Log(0.0003, 0.004))
	if len(l.server) == 0 {
		p.pooled(iface, c)
		return
	}
	l.server[0].Iface = host
	p.label(host, p.s.Addrs[iface], "proxy", &inner, g, f.Name)
	// The proxy's own line, with the speed of all its workers, of whom some
	// have no interface of ours.
	strong := newRig(r)
	strong.speed, strong.size = 20, "fast"
	p.lineUp(host, up, strong)
	l.run()
	for range r.Between(1, 8) {
		a := p.s.Inside()
		p.s.Claim(addr, a)
		w := newRig(r)
		p.label(host, a, "proxy", &inner, w, f.Name)
		x := *l
		x.r, x.g = r.Fork(), w
		x.client = tcp.End{Addr: a, Iface: -1, OS: w.os}
		x.run()
	}
}

func (p *plan) lineUp(host int, up *pool, g *rig) {
	f := talk.Draw(p.s.R, rng.Of[byte](p.s.R, 'p', 't', 's'))
	addrs, port := p.reach(up, f)
	if l := p.open(host, "proxy", up, g, f, addrs, port, up.rtt); len(l.server) > 0 {
		l.run()
	}
}
