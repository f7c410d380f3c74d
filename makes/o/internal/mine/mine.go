package mine

import (
	"fmt"
	"math"

	"makes/o/internal/dice"
	"makes/o/internal/flow"
	"makes/o/internal/tcp"
)

// Label says what a mining address is to a host; Rest holds the group before
// the tab and the attributes after.
type Label struct {
	Addr  flow.Addr
	Group string
	Rest  string
}

// miner is what happens on one host.
type miner struct {
	*World
	host   *tcp.Host
	g      *dice.Rand
	c      *campaign
	u      float64 // place in the range of hash rates, 0 to 1
	labels []Label
	seen   map[flow.Addr]bool
}

// Run mines on a host in one of the four ways.
func (w *World) Run(host *tcp.Host, kind string) []Label {
	m := &miner{World: w, host: host, g: host.Gen, c: w.campaign(kind), u: host.Gen.Float64(), seen: map[flow.Addr]bool{}}
	begin := w.begin
	if dice.Chance(m.g, 0.15) { // started later
		begin += m.g.Float64() * 0.4 * w.end
	}
	begin = max(begin, host.Iface.From) + 5*m.g.Float64()
	end := w.end
	rest := math.Inf(1) // an hour off
	if dice.Chance(m.g, 0.1) && end > 20000 {
		rest = begin + m.g.Float64()*(end-begin)
	}
	for _, span := range [][2]float64{{begin, min(rest, end)}, {rest + 600 + 6000*m.g.Float64(), end}} {
		if span[0] >= span[1] {
			continue
		}
		switch kind {
		case "pool":
			m.mine(span[0], span[1])
		case "solo":
			m.solo(span[0], span[1])
		case "proxy":
			m.proxy(span[0], span[1])
		default:
			m.blocked(span[0], span[1])
		}
	}
	return m.labels
}

func (m *miner) label(addr flow.Addr, p *pool, kind, transport string) {
	if m.seen[addr] {
		return
	}
	m.seen[addr] = true
	size := []string{"slow", "middle", "fast"}[min(int(m.u*3), 2)]
	m.labels = append(m.labels, Label{addr, p.coin.name + "-" + transport, fmt.Sprintf("kind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s", kind, p.coin.name, p.name, size, transport)})
}

func (m *miner) rig(kind string) *rig {
	r := &rig{host: m.host, g: m.g, soft: m.c.soft, transport: m.c.transport, secure: m.c.secure, via: m.c.proxy, pool: m.c.pools[0], ratio: math.Pow(20, m.u-0.5), step: math.Exp(0.25 * m.g.NormFloat64())}
	r.peer = r.pool.peers[0]
	r.met = func(addr flow.Addr) { m.label(addr, r.pool, kind, r.transport) }
	return r
}

func (m *miner) mine(begin, end float64) {
	var minutes fee
	if m.c.donate != nil && m.c.transport != "vpn" && m.c.transport != "socks" {
		minutes.period = dice.Range{Lo: 3000, Hi: 6000}.Draw(m.g)
		minutes.first = begin + minutes.period*(0.5+m.g.Float64())
	}
	rigs := 1
	if dice.Chance(m.g, 0.15) {
		rigs = 2 + m.g.IntN(5)
	}
	for range rigs {
		r := m.rig("pool")
		r.restart, r.fee = m.c.restart, minutes
		r.run(begin, end, m.c.pools)
	}
	if minutes.period == 0 {
		return
	}
	author := m.rig("donation")
	author.pool = m.c.donate
	author.peer = dice.Pick(m.g, author.pool.peers...)
	for t := minutes.first; t < end; t += minutes.period {
		author.met(author.remote().Addr)
		author.session(t, t+60)
	}
}

// blocked tries the pools of its list and reaches none.
func (m *miner) blocked(begin, end float64) {
	r := m.rig("blocked")
	if r.transport == "vpn" {
		r.transport = "plain"
	}
	why, failures, which := m.c.why, 0, 0
	for t := begin; t < end; {
		r.pool = m.c.pools[which%len(m.c.pools)]
		if failures == 0 {
			r.peer = dice.Pick(m.g, r.pool.peers...)
		}
		r.met(r.remote().Addr)
		t = r.fail(t, why) + r.soft.retry.After(m.g, failures)
		if failures++; failures >= r.soft.switches {
			failures = 0
			which++
		}
		if dice.Chance(m.g, 0.0005) {
			why = dice.Pick(m.g, tcp.Denied, tcp.Dead, tcp.Refused, tcp.Broken)
		}
	}
}

// proxy folds the shares of workers into one or more connections to a pool.
func (m *miner) proxy(begin, end float64) {
	workers := int(5 * math.Pow(40, m.u))
	up := m.rig("proxy")
	up.soft.ping = 60
	lanes := 1
	if dice.Chance(m.g, 0.4) { // each takes as many workers as there are nonces
		lanes = 1 + workers/dice.Pick(m.g, 32, 64, 256)
	}
	front := *m.c.pools[0]
	front.vary = !dice.Chance(m.g, 0.5)
	front.target = dice.Range{Lo: 8, Hi: 60}.Draw(m.g)
	front.life, front.kick, front.outages = 0, 0, nil
	front.talk = front.coin.speak(m.g)
	front.port = dice.Pick[uint16](m.g, 3333, 3333, 5555, 8080, 443, 14444)
	if dice.Chance(m.g, 0.4) { // the shares go through one by one
		through := *m.c.pools[0]
		through.vary = false
		through.target, up.ratio = max(front.target/float64(workers)*float64(lanes), 0.3), 1
		if m.g.IntN(2) == 0 {
			through.target = max(2, through.target*5)
		}
		up.pool = &through
		for range lanes {
			m.lane(up, begin, end, []*pool{&through})
		}
	} else {
		for range lanes {
			m.lane(up, begin, end, m.c.pools)
		}
	}
	rtt := dice.Range{Lo: 0.0003, Hi: 0.03}.Draw(m.g)
	same := tcp.NewStack(m.g)
	for range workers {
		w := m.rig("proxy")
		w.transport, w.inbound, w.pool = "plain", true, &front
		w.peer = tcp.Peer{Addr: m.addr("vpc"), Port: front.port, Stack: same, Path: tcp.Path{RTT: rtt, Jumbo: true}}
		w.ratio = dice.Range{Lo: 0.3, Hi: 3}.Draw(m.g)
		w.soft.near = 0
		from := begin + 3*m.g.Float64()
		till := end
		if dice.Chance(m.g, 0.2) { // comes and goes with the fleet
			from = begin + m.g.Float64()*(end-begin)*0.7
			till = from + dice.Range{Lo: 600, Hi: end - begin}.Even(m.g)
		}
		w.run(from, min(till, end), nil)
	}
}

func (m *miner) lane(up *rig, begin, end float64, pools []*pool) {
	up.outer = nil
	up.run(begin, end, pools)
}

// solo asks a node for work.
func (m *miner) solo(begin, end float64) {
	g := m.g
	for m.c.pools[0].coin.solo.port == 0 {
		c := dice.Pick(g, coins...)
		m.c.pools = []*pool{m.pools[c.name][0]}
	}
	p := m.c.pools[0]
	s := p.coin.solo
	peer := tcp.Peer{Addr: m.addr(dice.Pick(g, "vpc", "vpc", "inet")), Port: s.port, Stack: tcp.NewStack(g), Path: tcp.Path{RTT: dice.Range{Lo: 0.0003, Hi: 0.06}.Draw(g)}}
	secure := dice.Pick(g, tcp.Secure{}, tcp.Secure{}, tcp.Secure{}, tcp.Secure{}, p.tls[0], p.tls[1])
	transport := map[int]string{0: "plain", 12: "tls12", 13: "tls13"}[secure.Version]
	node := *p
	node.name = p.coin.name + "-node"
	m.label(peer.Addr, &node, "solo", transport)
	period := dice.Range{Lo: 0.2, Hi: 10}.Draw(g)
	fresh := dice.Chance(g, 0.2) // a connection for each poll
	if fresh {
		period = max(period, 2)
	}
	poll, polled, template := s.poll.Int(g), s.polled.Int(g), s.template.Draw(g)
	always := dice.Chance(g, 0.3) && template < 20000 // the whole template each time
	think := dice.Range{Lo: 0.0005, Hi: 0.05}.Draw(g)
	found := dice.Range{Lo: 2000, Hi: 200000}.Draw(g)
	jitter := dice.Pick(g, 0.001, 0.02, 0.2)
	var c *tcp.Conn
	next := 0
	block := begin + found*g.ExpFloat64()
	for t := begin; t < end; t += max(period*(1+jitter*(2*g.Float64()-1)), 0.05) {
		if c == nil {
			c = m.host.Conn(peer, false)
			c.Keep(m.c.soft.near, 0, m.host.Probe)
			t = secure.Start(c, c.Open(t), true)
		}
		reply, news := float64(polled+g.IntN(3)), false
		for next < len(p.jobs) && p.jobs[next].at <= t {
			next, news = next+1, true
		}
		if s.stream && !news {
			continue
		}
		if s.stream {
			c.Send(t, false, polled)
		}
		if always || news {
			reply = template * (0.8 + 0.4*g.Float64())
		}
		t = c.Send(t, true, poll+g.IntN(3)) + peer.Path.RTT/2 + think
		t = c.Send(t, false, int(reply))
		if t > block {
			block = t + found*g.ExpFloat64()
			t = c.Send(c.Send(t, true, int(template)+300)+think, false, 180)
		}
		if fresh || dice.Chance(g, 0.0001) {
			c.Close(t+0.001, fresh)
			c = nil
		}
	}
	if c != nil {
		c.Idle(end)
		c.Flush()
	}
}
