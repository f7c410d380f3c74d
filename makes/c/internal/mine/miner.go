package mine

import (
	"fmt"
	"math"

	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

// miner is a host's mining during the run.
type miner struct {
	h     *wire.Host
	coin  coin
	pools []*pool // in order of preference
	size  int
	r     *rig
	way   transport
}

// Kinds are the ways to mine.
var Kinds = []string{"pool", "solo", "proxy", "blocked"}

// Mines holds the pools that the miners of a world share.
type Mines struct {
	w     *wire.World
	pools map[string][]*pool
	nodes map[string]int
}

// NewMines draws several pools per coin.
func NewMines(w *wire.World) *Mines {
	m := &Mines{w: w, pools: map[string][]*pool{}, nodes: map[string]int{}}
	d := w.Dice("mines")
	for _, c := range coins {
		for i := range d.Int(3, 5) {
			m.pools[c.name] = append(m.pools[c.name], newPool(w, fmt.Sprintf("%s-%02d", c.name, i+1), c, wire.Public, d.Int(1, 4)))
		}
	}
	return m
}

// number gives a name that nothing else of the group has.
func (m *Mines) number(group string) string {
	m.nodes[group]++
	return fmt.Sprintf("%s-%02d", group, m.nodes[group])
}

// deal gives the coins of a kind of mining in turn, in an order of its own;
// Monero, the commonest by far in clouds, comes three times as often.
func (ms *Mines) deal(kind string, turn int) coin {
	order := ms.w.Dice("deal " + kind).Perm(len(coins) + 2)
	return coins[max(order[turn%len(order)]-2, 0)]
}

// Run lets host h mine in the given kind; the turn is a count of the earlier
// miners of the kind.
func (ms *Mines) Run(h *wire.Host, kind string, turn int) {
	c, size := ms.deal(kind, turn), h.D.IntN(len(sizes))
	m := &miner{h: h, coin: c, size: size, r: newRig(h, size)}
	known := ms.pools[c.name]
	first := h.D.IntN(len(known))
	for i := range known {
		m.pools = append(m.pools, known[(first+i)%len(known)])
	}
	way := dice.Of(h.D, "plain", "plain", "plain", "plain", "tls13", "tls13", "tls13", "tls12", "socks", "vpn")
	if c.name == "bitcoin-sv2" && (way == "tls13" || way == "tls12") {
		way = "plain" // it is encrypted already
	}
	m.way = newTransport(h, way)
	switch kind {
	case "pool":
		m.usePools("pool")
	case "solo":
		m.soloOn(ms)
	case "proxy":
		m.useProxy(ms)
	case "blocked":
		m.blocked()
	}
}

// usePools is the life of a rig: connect, work, lose the connection, try
// again, sometimes elsewhere.
func (m *miner) usePools(kind string) {
	d := m.h.D
	speaks := map[*pool]dialect{}
	address := d.IntN(4)
	for t, choice := m.h.Begin(), 0; t < m.h.End; {
		p := m.pools[choice]
		if _, ok := speaks[p]; !ok {
			speaks[p] = p.speak(m.h, m.r)
		}
		s := p.at(address, m.way.secret)
		label(m.h, m.way.remote(s), kind, m.coin.name, p.name, m.size, m.way.name)
		if d.Chance(0.04) {
			t = m.outage(t, m.way.remote(s))
		}
		killed := m.visit(&t, s, p, speaks[p])
		switch {
		case killed:
			t = (math.Floor(t/m.r.cron) + 1) * m.r.cron
			t += d.U(0.3, 4)
		case d.Chance(0.1) && m.way.relay == nil:
			choice = (choice + 1) % len(m.pools)
			t += m.r.retry()
		default:
			choice = 0
			t += m.r.retry()
		}
		if d.Chance(0.1) {
			address = d.IntN(4)
		}
	}
}

// visit is one connection; it tells whether the rig was killed.
func (m *miner) visit(t *float64, s *wire.Service, p *pool, l dialect) bool {
	d := m.h.D
	c, carrier := m.way.connect(m.h, *t, s)
	life, killed := d.Exp(p.life), false
	if m.r.kill > 0 {
		if k := d.Exp(m.r.kill); k < life {
			life, killed = k, true
		}
	}
	c.Limit(life)
	work(c, m.r, p, l)
	end := func(c *wire.Conn) {
		switch {
		case killed && d.Chance(0.5):
			c.Reset(wire.Client)
		case killed:
			c.Close(wire.Client)
		case d.Chance(0.3):
			c.Reset(wire.Server)
		default:
			c.Close(wire.Server)
		}
	}
	if c != carrier {
		end(c)
		carrier.Now = max(carrier.Now, c.Now)
	}
	end(carrier)
	*t = carrier.Now
	return killed
}

// outage is a time in which the pool cannot be reached.
func (m *miner) outage(t float64, s *wire.Service) float64 {
	fate := dice.Of(m.h.D, wire.Refused, wire.Dropped)
	for over := t + m.h.D.Exp(400); t < over; {
		t = m.h.Knock(t, s, fate, 20) + m.r.retry()
	}
	return t
}
