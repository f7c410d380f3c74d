package mining

import (
	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

// newSolo is a miner that works on templates of a node, which it asks over RPC.
func newSolo(h *wide.Rand, n *wire.Nic, size, transport string, p *pool, book wire.Book) *Miner {
	node := *p
	inside := wide.Chance(h, 0.4)
	node.name, node.addrs = p.coin.Name+"-node", []uint32{book.Keep(h, inside)}
	node.port, node.secure = wide.Pick(h, p.coin.RPC...), wide.Pick[uint16](h, 443, 8443, node.port)
	m := newMiner(h, n, "solo", size, transport, &node, inside)
	template := wide.DrawSizes(h, p.coin.Template)
	headers, answers := rng{90, 420}.Int(h), rng{60, 400}.Int(h)
	least := 0.5 + p.coin.Template[1]/80000 // large templates are not fetched every second
	q := &query{
		ask: headers + rng{40, 200}.Int(h), template: template, answers: answers,
		gap: wide.DrawTimer(h, rng{least, 45 + least}), fees: wide.Between(h, 5, 120),
		watch: wide.Chance(h, 0.4), held: wide.Chance(h, 0.3), find: wide.Between(h, 20000, 5e6) / m.speed,
		submit: headers + template.N(h)*wide.Pick(h, 1, 2),
	}
	style := wide.Pick(h, (*Miner).pollAnew, (*Miner).pollOn, (*Miner).pollOn, (*Miner).pollOn)
	m.run = func(m *Miner, p *wire.Proc) { style(m, p, q) }
	return m
}

// query is what a lone miner asks its node, in bytes with HTTP headers.
type query struct {
	ask, answers, submit int
	template             wide.Sizes
	gap                  wide.Cadence
	fees                 float64 // seconds after which a template is renewed anyway
	watch                bool    // ask for the height and fetch the template if it changed
	held                 bool    // the node holds its answer until there is a new block
	find                 float64 // mean seconds between blocks found
}

// question asks once: for the template, or for the height and then the template.
func (m *Miner) question(c *wire.Conn, q *query, r *wide.Rand, fetched *float64) {
	think := m.pool.think
	if q.watch {
		c.Ask(q.ask, q.answers, think)
		if c.T < *fetched+min(q.fees, m.pool.wait(*fetched)) {
			return
		}
	}
	c.Ask(q.ask, q.answers+q.template.N(r), think)
	*fetched = c.T
}

// pollAnew makes a new connection for every question.
func (m *Miner) pollAnew(p *wire.Proc, q *query) {
	fetched := -1e9
	for p.T < m.to {
		c := m.link.Open(p)
		m.question(c, q, p.R, &fetched)
		if wide.Chance(p.R, q.gap.Gap(p.R, p.T)/q.find) {
			c.Ask(q.submit, q.answers, m.pool.think)
		}
		c.Close(m.link.Closing)
		p.T = max(p.T+q.gap.Gap(p.R, p.T), c.T)
	}
}

// pollOn asks on one connection, and is answered at once or when there is news.
func (m *Miner) pollOn(p *wire.Proc, q *query) {
	fetched := -1e9
	m.sessions(p, func(c *wire.Conn, a *wire.Agenda) {
		a.In(0, func() float64 {
			if !q.held {
				m.question(c, q, p.R, &fetched)
				return q.gap.Gap(p.R, c.T)
			}
			wait := min(q.fees, m.pool.wait(c.T))
			c.Up(q.ask)
			a.In(wait, func() float64 { c.Down(q.answers + q.template.N(p.R)); return -1 })
			return wait + 0.05
		})
		a.In(wide.Exp(p.R, q.find), func() float64 {
			c.Ask(q.submit, q.answers, m.pool.think)
			return wide.Exp(p.R, q.find)
		})
	})
}
