package mine

import (
	"makes/ae/internal/estate"
	"makes/ae/internal/layer"
	"makes/ae/internal/rnd"
	"makes/ae/internal/tcp"
)

// solo mines without a pool: a daemon is asked for templates, or serves them
// as a pool would, or runs beside the miner and has peers.
func (f *farm) solo(h *estate.Host, firm *estate.Firm) {
	m := f.miner(h, firm, "solo")
	m.transport, m.over = "plain", nil
	p := newPool(f.w, m.r.Sub(), m.pool.coin, m.pool.coin.name+"-solo", "plain")
	p.servers = []*estate.Host{f.w.Near(m.r, firm)}
	if m.r.P(.25) {
		p.servers[0] = f.w.Far(m.r)
	}
	m.pool, m.at = p, 0
	f.solos++
	if f.solos%4 == 0 {
		m.node()
		return
	}
	switch rnd.Pick(m.r, "poll", "poll", "long", "bridge") {
	case "poll":
		m.daemon(false)
	case "long":
		m.daemon(true)
	default:
		p.first, p.window = m.r.Log(10, 600), 0
		m.run()
	}
}

// daemon asks a node over HTTP: by the clock whether there is a new block, or
// with a question that the node leaves open until there is one.
func (m *miner) daemon(long bool) {
	r, p := m.r, m.pool
	to := p.servers[0]
	m.label(m.host, to, m.kind)
	p.port = rnd.Pick(r, 18081, 18089, 8332, 9332, 8545, 8233, 11898, 34568)
	every := rnd.Pick(r, .5, 1, 1, 1, 2, 5, 10, 30)
	fresh := !long && r.P(.35) // a connection for each question
	if fresh {
		every = max(every, 1)
	}
	head := [2]int{r.Int(110, 260), r.Int(90, 240)}
	ask, brief := r.Int(50, 110), r.Int(180, 900)
	template := int(r.Log(900, 6000))
	if long {
		template = int(r.Log(4000, 900000)) // with all transactions
	}
	path := p.path(estate.Between(r, m.host, to))
	for _, span := range m.spans {
		t, until := max(span[0], 0), min(span[1], m.w.Net.End())
		job, seek := p.next(t), t+r.Exp(40000)
		for t < until {
			wire := m.w.Connect(r, m.host, to, m.host.Port(), p.port, [2]tcp.End{m.host.End.With(p.sockets[0]), to.End.With(p.sockets[1])}, path, false)
			s := layer.On(wire.Conn, p.wrap)
			t = s.Start(r, t)
			leave := min(until, t+r.Exp(20000))
			for s.Open() && t < leave {
				there := s.Send(t, tcp.Up, head[0]+ask)
				switch {
				case long:
					open := t + 90
					if job < len(p.jobs) && p.jobs[job] < open {
						open = max(p.jobs[job], there)
						job++
					}
					t = s.Send(open+.01, tcp.Down, head[1]+int(float64(template)*r.Uni(.8, 1.2)))
				case job < len(p.jobs) && p.jobs[job] < t:
					job = p.next(t)
					t = s.Send(there+.004, tcp.Down, head[1]+template)
				default:
					s.Send(there+.001, tcp.Down, head[1]+brief)
				}
				if t > seek {
					t = s.Send(t+.01, tcp.Up, head[0]+template)
					t = s.Send(t+.05, tcp.Down, head[1]+90)
					seek = t + r.Exp(40000)
				}
				if fresh {
					break
				}
				if !long {
					t += every * r.Uni(1, 1.02)
				}
			}
			t = s.Close(t+.3, r.IntN(2), false) // the last answer has arrived
			wire.Flush()
			if fresh {
				t += every
			} else {
				t += m.base
			}
		}
	}
}

// node is the miner's own node with its peers.
func (m *miner) node() {
	r, p, end := m.r, m.pool, m.w.Net.End()
	port := rnd.Pick(r, 8333, 18080, 30303, 9333, 16111, 8233, 8767)
	ping := rnd.Pick(r, 60., 120, 120, 30)
	tx := r.Log(1, 40)
	for range r.Int(8, 14) {
		o := *m
		peer := m.w.Far(r)
		for t := -r.Exp(10000); t < end; t += r.Exp(300) {
			o.label(m.host, peer, "node")
			from, to := m.host, peer
			if r.P(.3) {
				from, to = peer, m.host
			}
			wire := m.w.Connect(r, from, to, from.Port(), port, [2]tcp.End{from.End, to.End}, estate.Between(r, from, to), false)
			t = wire.Dial(t)
			t = gossip(r, wire.Conn, p, t, min(end, t+r.Exp(30000)), ping, tx)
			t = wire.Close(t, r.IntN(2), r.P(.2))
			wire.Flush()
			peer = m.w.Far(r)
		}
	}
}

// gossip is two nodes that tell each other of transactions and blocks.
func gossip(r rnd.R, c *tcp.Conn, p *pool, t, until, ping, tx float64) float64 {
	for d := range 2 {
		t = c.Send(t+.01, d, r.Int(126, 400))
		t = c.Send(t+.01, 1-d, r.Int(24, 90))
	}
	job, beat, news := p.next(t), t+ping, t+r.Exp(tx)
	for c.Open() {
		block := until
		if job < len(p.jobs) {
			block = p.jobs[job] + r.Uni(.2, 3)
		}
		now := min(block, beat, news)
		if now >= until {
			break
		}
		t = now
		d := r.IntN(2)
		switch now {
		case block:
			if p.clean[job] {
				t = c.Send(now, d, r.Int(60, 130))
				t = c.Send(t+.002, 1-d, r.Int(60, 100))
				t = c.Send(t+.002, d, int(r.Log(900, 90000)))
			}
			job++
		case beat:
			t = c.Send(now, d, 32)
			t = c.Send(t, 1-d, 32)
			beat = now + ping
		case news:
			t = c.Send(now, d, 61+36*r.IntN(12))
			if r.P(.4) {
				t = c.Send(t+.001, 1-d, 61)
				t = c.Send(t+.001, d, int(r.Log(220, 2500)))
			}
			news = now + r.Exp(tx)
		}
	}
	return max(t, until)
}
