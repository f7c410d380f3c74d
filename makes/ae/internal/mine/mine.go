package mine

import (
	"fmt"
	"math"

	"makes/ae/internal/estate"
	"makes/ae/internal/rnd"
	"makes/ae/internal/tcp"
)

// farm hands out coins, pools and kinds to the miners in turn.
type farm struct {
	w      *estate.World
	r      rnd.R
	order  []int
	next   int
	pools  map[string][]*pool
	number int
	leader *miner // the last proxy, which may have room for more workers
	room   int
	solos  int
}

// Miners lets the first m interfaces mine.
func Miners(w *estate.World, r rnd.R, m int, kinds string) {
	f := &farm{w: w, r: r, order: r.Perm(len(coins)), pools: map[string][]*pool{}}
	turn := []string{"pool", "solo", "pool", "proxy", "pool", "blocked", "pool", "proxy", "pool", "solo", "pool", "blocked"}
	for i := range m {
		firm := w.Firms[i%len(w.Firms)]
		h := firm.Hosts[i/len(w.Firms)]
		kind := kinds
		if kinds == "all" {
			kind = turn[i%len(turn)]
		}
		switch kind {
		case "pool":
			f.plain(h, firm)
		case "solo":
			f.solo(h, firm)
		case "proxy":
			f.proxy(h, firm)
		default:
			f.blocked(h, firm)
		}
	}
}

func (f *farm) coin() *coin {
	f.next++
	return &coins[f.order[f.next%len(f.order)]]
}

// transport draws the way; two in five are in the clear.
func (f *farm) transport() string {
	return rnd.Pick(f.r, "plain", "plain", "plain", "plain", "plain", "tls12", "tls13", "tls13", "socks", "vpn")
}

// pool gives one of the coin's pools, or a new one, so that some are shared.
func (f *farm) pool(c *coin, transport string) *pool {
	key := c.name + inner(c, transport)
	if l := f.pools[key]; len(l) > 0 && f.r.P(.5) {
		return l[f.r.IntN(len(l))]
	}
	f.number++
	p := newPool(f.w, f.r.Sub(), c, fmt.Sprintf("%s-%02d", c.name, f.number), transport)
	f.pools[key] = append(f.pools[key], p)
	return p
}

func (f *farm) miner(h *estate.Host, firm *estate.Firm, kind string) *miner {
	c, transport := f.coin(), f.transport()
	m := newMiner(f.w, f.r.Sub(), h, f.pool(c, transport), kind, transport)
	m.spans = hours(m.r, firm, f.w.Net.End())
	return m
}

func (f *farm) plain(h *estate.Host, firm *estate.Firm) {
	m := f.miner(h, firm, "pool")
	if m.pool.coin.dialect == "cryptonote" && m.r.P(.5) {
		f.donate(m)
	}
	m.run()
	if m.r.P(.1) { // two programs on one machine, for two sorts of chips
		o := f.miner(h, firm, "pool")
		o.run()
	}
}

// donate works for the program's author a minute or two in a hundred.
func (f *farm) donate(m *miner) {
	own := newPool(f.w, m.r.Sub(), m.pool.coin, m.pool.coin.name+"-author", "tls13")
	o := newMiner(f.w, m.r.Sub(), m.host, own, "donation", "tls13")
	share := rnd.Pick(m.r, 60., 60, 120, 180)
	for _, s := range m.spans {
		for t := s[0] + m.r.Uni(3000, 9000); t < s[1]; t += 6000 {
			o.spans = append(o.spans, [2]float64{t, t + share})
		}
	}
	o.run()
}

// blocked is a miner that is cut off, some of them for hours only.
func (f *farm) blocked(h *estate.Host, firm *estate.Firm) {
	m := f.miner(h, firm, "blocked")
	m.how = rnd.Pick(m.r, "reject", "reject", "reject", "silent", "silent", "reset", "filter")
	m.over = nil
	m.transport = rnd.Pick(m.r, "plain", "plain", "tls12", "tls13")
	from, to := -1., math.Inf(1)
	if m.r.P(.25) {
		from = m.r.Float64() * f.w.Net.End() * .5
		to = from + m.r.Log(3600, 30000)
	}
	m.shut = func(t float64) bool { return t >= from && t < to }
	m.run()
}

// proxy makes a farm's proxy with workers, or a worker of the last one.
func (f *farm) proxy(h *estate.Host, firm *estate.Firm) {
	if f.leader != nil && f.room > 0 {
		f.room--
		f.work(h, firm)
		return
	}
	m := f.miner(h, firm, "proxy")
	m.transport, m.over = rnd.Pick(m.r, "plain", "plain", "plain", "tls12", "tls13"), nil
	m.pool = f.pool(m.pool.coin, m.transport)
	m.at = 0
	m.spans = [][2]float64{{-1, f.w.Net.End()}}
	n := int(m.r.Log(2, 30))
	inside := *m.pool
	inside.servers, inside.port = []*estate.Host{h}, rnd.Pick(m.r, 3333, 3355, 8080, 443, 7777, 13333)
	inside.target, inside.window = rnd.Pick(m.r, 5., 10, 20, 30), rnd.Pick(m.r, 0, 60, 120.)
	inside.path = func(t tcp.Path) tcp.Path { return t }
	inside.hold = .001
	f.leader, f.room = m, m.r.IntN(5)
	m.worker.speed = min(20, m.worker.speed*float64(n))
	m.run()
	f.leader = newMiner(f.w, m.r.Sub(), h, &inside, "proxy", "plain")
	f.leader.pool.wrap = newPool(f.w, m.r.Sub(), m.pool.coin, m.pool.name, "plain").wrap
	for range n {
		f.work(f.w.Near(m.r, firm), firm)
	}
}

// work is a worker of the last proxy.
func (f *farm) work(h *estate.Host, firm *estate.Firm) {
	r := f.leader.r.Sub()
	k := newMiner(f.w, r, h, f.leader.pool, "proxy", "plain")
	k.spans = hours(r, firm, f.w.Net.End())
	k.run()
}
