package mining

import "makes/d/internal/netsim"

// soloWay is how a rig works for itself, at a node of the coin.
type soloWay func(r *Rig, coin *Coin, node *netsim.Peer, port int)

// daemon asks a Monero node for its height again and again, and for a
// template when it has changed or is old. Some open a connection each time.
func daemon(r *Rig, coin *Coin, node *netsim.Peer, port int) {
	poll, old := r.Scale(0.7, 12), r.Scale(15, 90)
	height, answer := r.Int(90, 190), r.Int(190, 330)
	ask, tmpl := r.Int(240, 420), r.Size(coin.tmpl[0], coin.tmpl[1])
	keep := r.Chance(0.5)
	blocks := r.chains.chain(coin)
	known, fetched := 0, 0.0
	look := func(c *netsim.Conn) {
		c.Ask(height, answer+r.Int(0, 2), r.Exp(0.003))
		at := known
		for known < len(blocks) && blocks[known] < r.Now {
			known++
		}
		if known > at || r.Now-fetched > old {
			fetched = r.Now
			c.Ask(ask, tmpl+r.Int(-4, 4), r.Exp(0.02))
		}
	}
	for {
		c := r.Dial(node, port)
		if c == nil {
			r.Sleep(r.retry)
			continue
		}
		if keep {
			c.Live(&netsim.Habit{Gap: r.Every(poll, 0.02), Do: func() { look(c) }})
		} else {
			look(c)
		}
		c.Close()
		r.Sleep(poll)
	}
}

// template asks a node of Bitcoin's family for the whole block to be, held
// by the node until there is a new one or asked for at intervals.
func template(r *Rig, coin *Coin, node *netsim.Peer, port int) {
	old := r.Scale(3, 60)
	ask, tmpl := r.Int(220, 460), r.Size(coin.tmpl[0], coin.tmpl[1])
	if tmpl > 1e6 {
		old = r.Scale(20, 90)
	}
	info := r.Scale(10, 120)
	for {
		c := r.Dial(node, port)
		if c == nil {
			r.Sleep(r.retry)
			continue
		}
		c.Limit(r.Exp(7200))
		fetch := func() { c.Ask(ask, r.Bytes(tmpl, 0.15), r.Exp(0.03)) }
		fetch()
		c.Live(
			r.news(c, r.chains.chain(coin), func() int { fetch(); return r.Int(90, 200) }),
			&netsim.Habit{Gap: r.Every(old, 0.03), Do: fetch},
			&netsim.Habit{Gap: r.Every(info, 0.03), Do: func() { c.Ask(ask-40, r.Int(330, 620), r.Exp(0.004)) }})
		c.Close()
		r.Sleep(r.retry)
	}
}

// getWork asks for the current hashes at short intervals, over HTTP.
func getWork(r *Rig, coin *Coin, node *netsim.Peer, port int) {
	poll, ask, work := r.Scale(0.3, 6), r.Int(170, 300), r.Int(coin.tmpl[0], coin.tmpl[1])
	report := r.Scale(20, 120)
	for {
		c := r.Dial(node, port)
		if c == nil {
			r.Sleep(r.retry)
			continue
		}
		c.Limit(r.Exp(40000))
		c.Live(
			&netsim.Habit{Gap: r.Every(poll, 0.02), Do: func() { c.Ask(ask, work, r.Exp(0.002)) }},
			&netsim.Habit{Gap: r.Every(report, 0.02), Do: func() { c.Ask(ask+130, r.Int(140, 180), r.Exp(0.002)) }},
			&netsim.Habit{Gap: r.Random(90000 / r.speed), Do: func() { c.Ask(ask+190, r.Int(140, 180), r.Exp(0.05)) }})
		c.Close()
		r.Sleep(r.retry)
	}
}

// stream is told of new templates over one connection, fetches each, and
// hands in blocks, which with such fast chains are not rare.
func stream(r *Rig, coin *Coin, node *netsim.Peer, port int) {
	tmpl := r.Size(coin.tmpl[0], coin.tmpl[1])
	find, least := r.Scale(60, 4000)*20/r.speed, r.Scale(0.2, 3)
	for {
		c := r.Dial(node, port)
		if c == nil {
			r.Sleep(r.retry)
			continue
		}
		c.Ask(r.Int(90, 220), r.Int(60, 160), 0.01)
		last := 0.0
		c.Live(
			r.news(c, r.chains.chain(coin), func() int {
				if r.Now-last > least {
					last = r.Now
					c.Ask(r.Int(90, 120), r.Bytes(tmpl, 0.2), r.Exp(0.004))
				}
				return r.Int(18, 60)
			}),
			&netsim.Habit{Gap: r.Random(find), Do: func() { c.Ask(tmpl, r.Int(20, 60), r.Exp(0.02)) }},
			&netsim.Habit{Gap: r.Every(10, 0.01), Do: func() { c.Ask(17, 17, 0) }})
		c.Close()
		r.Sleep(r.retry)
	}
}
