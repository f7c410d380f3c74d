package mining

import (
	"sort"

	"makes/x/internal/layer"
	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/tcp"
	"makes/x/internal/wire"
)

// asker is how work is asked for at one node.
type asker struct {
	ask      Asking
	every    float64 // seconds between questions
	question int
	answer   int // short answer
	body     float64
	fresh    bool    // a new connection for every question
	hold     float64 // of a question that waits for news
	refresh  float64 // seconds after which a template is asked for again
	report   float64
	framing  int
}

func newAsker(r *rnd.Rand, c *Coin) *asker {
	a := &asker{
		ask: c.Ask, body: r.In(c.Body), question: r.Int(150, 330), answer: r.Int(180, 420),
		fresh: r.Chance(0.15), framing: r.Int(2, 14),
	}
	switch c.Ask {
	case Height:
		a.every = rnd.Pick(r, []float64{1, 1, 1, 2, 5})
		a.refresh = rnd.Pick(r, []float64{15, 15, 30, 60})
		a.question = r.Int(90, 250)
	case Template:
		a.every = r.Log(3, 35)
		if r.Chance(0.5) {
			a.hold = r.Log(45, 240)
		}
		a.question = r.Int(230, 420)
	case Work:
		a.every = rnd.Pick(r, []float64{0.5, 0.5, 1, 2, 5})
		if r.Chance(0.5) {
			a.report = r.Log(10, 60)
		}
	case Stream:
		a.every = r.Log(0.4, 3)
		if c.Block > 40 {
			a.every = r.Log(5, 60)
		}
	}
	if a.fresh {
		a.every = max(a.every, r.Log(1, 4))
	}
	return a
}

// Solo has a host ask a node for work, or be the node that others ask.
func (m *Market) Solo(h *site.Host, r *rnd.Rand) {
	c := m.choose(r)
	coin := &coins[c]
	port := uint16(r.Int(8000, 20000))
	a := newAsker(r, coin)
	own := &pool{index: 3000 + h.NIC.Index, name: newName(r) + "-node", coin: coin, stack: &tcp.Linux, suites: map[string]*layer.Suite{
		"tls12": layer.NewSuite(r, false), "tls13": layer.NewSuite(r, true),
	}}
	local := h.Address(r)
	if r.Chance(0.25) {
		g := newRig(r, coin, coin.rate(r))
		m.node(h, local, g, own.name)
		place := rnd.Pick(r, []site.Where{site.Inside, site.Inside, site.Nearby, site.Home})
		for range r.Int(1, 9) {
			m.asks(h, local, r, h.Net.Peer(r, place), wire.Far, own, port, a)
		}
		return
	}
	place := rnd.Pick(r, []site.Where{site.Inside, site.Inside, site.World, site.World, site.Cloud, site.Nearby})
	peer := h.Net.Peer(r, place)
	for !m.asks(h, local, r, peer, wire.Near, own, port, a) {
		peer = h.Net.Peer(r, place)
	}
}

// asks plays one rig that asks a node, whichever of them the host is.
func (m *Market) asks(h *site.Host, local uint32, r *rnd.Rand, peer site.Peer, client wire.Side, own *pool, port uint16, a *asker) bool {
	g := newRig(r, own.coin, own.coin.rate(r))
	link := h.Link(local, peer, "mining")
	if link == nil {
		return false
	}
	tg := &target{link: link, pool: own, port: port, transport: "plain", client: client}
	if r.Chance(0.15) {
		tg.transport = rnd.Pick(r, []string{"tls12", "tls13"})
		tg.suite = own.suites[tg.transport]
	}
	link.Mark(g.label("solo", tg))
	g.targets = []*target{tg}
	g.phases = profile(r, begin(r), m.until)
	blocks := m.chain(m.number(own.coin))
	g.periods(m.until, func(from, end float64) {
		for t := from; t < end; t += g.set.retry {
			t = g.ask(tg, a, blocks, t, end)
		}
	})
	return true
}

func (m *Market) number(c *Coin) int {
	for i := range coins {
		if &coins[i] == c {
			return i
		}
	}
	return 0
}

// ask plays questions on one connection, or one each, until something breaks.
func (g *rig) ask(tg *target, a *asker, blocks []float64, t, end float64) float64 {
	var st *layer.Stream
	fault := min(end, t+g.r.Exp(30*3600))
	next := sort.SearchFloat64s(blocks, t)
	aged, reported := t, t
	if a.ask == Stream {
		st, t = g.open(tg, t)
		t = st.Send(tg.client, t, g.r.Int(200, 420))
		t = st.Send(1-tg.client, t+0.001, g.r.Int(100, 300))
	}
	for t < fault {
		if a.ask == Stream {
			wait := a.every * g.r.Between(0.85, 1.2)
			st.Send(1-tg.client, t, int(g.r.Around(a.body, 0.02))+a.framing)
			t += wait
			if g.r.Chance(wait / 60 / 20) { // a share of a node's own small blocks
				t = st.Send(tg.client, t, g.r.Int(150, 500))
				t = st.Send(1-tg.client, t+0.002, g.r.Int(50, 120))
			}
		} else {
			if st == nil {
				st, t = g.open(tg, t)
			}
			news := false
			for next < len(blocks) && blocks[next] <= t {
				next++
				news = true
			}
			if a.refresh > 0 && t-aged > a.refresh {
				news = true
			}
			at := g.question(tg, a, st, t, news, blocks, next)
			if news {
				aged = t
			}
			if a.report > 0 && t-reported > a.report {
				at = st.Send(1-tg.client, st.Send(tg.client, at, a.question+70)+0.001, a.answer-90)
				reported = t
			}
			if dead, when := st.Dead(); dead {
				return max(t, when)
			}
			if a.fresh {
				st.Close(g.side(tg), at)
				st = nil
			}
			t = max(at, t+a.every*g.r.Between(0.98, 1.04))
		}
		if st != nil {
			if dead, when := st.Dead(); dead {
				return max(t, when)
			}
		}
	}
	if st != nil && end != fault {
		st.Reset(1-tg.client, t)
	}
	return t
}

func (g *rig) side(tg *target) wire.Side {
	if g.r.Chance(0.7) {
		return tg.client
	}
	return 1 - tg.client
}

// question is one question with its answer; for a template there may be a
// further one.
func (g *rig) question(tg *target, a *asker, st *layer.Stream, t float64, news bool, blocks []float64, next int) float64 {
	client, server := tg.client, 1-tg.client
	at := st.Send(client, t, a.question)
	think := g.r.Exp(0.003)
	switch a.ask {
	case Height:
		at = st.Send(server, at+think, a.answer)
		if news {
			at = st.Send(client, at+0.001, a.question+g.r.Int(120, 150))
			at = st.Send(server, at+think*2, int(g.r.Around(a.body, 0.02)))
		}
		return at
	case Work:
		return st.Send(server, at+think, int(a.body))
	}
	if a.hold > 0 {
		wait := a.hold * g.r.Between(0.3, 1)
		if next < len(blocks) {
			wait = min(wait, blocks[next]-t+g.r.Exp(0.5))
		}
		think += max(0, wait)
	}
	return st.Send(server, at+think+g.r.Exp(0.02), int(g.r.Around(a.body, 0.25)))
}
