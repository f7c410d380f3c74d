// Package mine makes miners: at pools, alone with a node, behind a mining
// proxy, and those that get nowhere.
package mine

import (
	"fmt"
	"math"
	"slices"

	"makes/ad/internal/place"
	"makes/ad/internal/rnd"
	"makes/ad/internal/talk"
	"makes/ad/internal/tcp"
)

// turns of kinds when all are asked for: half are at pools.
var turns = []string{"pool", "solo", "pool", "proxy", "pool", "blocked"}

type mines struct {
	p     *place.Place
	pools map[string][]*pool
	wires map[string][]place.Path // proxies and tunnels that some miners share
	proxy *proxy
}

// Mine lets the first n hosts mine.
func Mine(p *place.Place, n int, kinds string) error {
	m := &mines{p: p, pools: map[string][]*pool{}, wires: map[string][]place.Path{}}
	of := turns
	if kinds != "all" {
		if !slices.Contains(turns, kinds) {
			return fmt.Errorf("no kind %q", kinds)
		}
		of = []string{kinds}
	}
	for i := range n {
		h := p.Hosts[i]
		r := rnd.New(p.Seed, "miner", i)
		switch of[i%len(of)] {
		case "pool":
			m.pool(r, h, i)
		case "solo":
			m.solo(r, h)
		case "proxy":
			m.behind(r, h, i)
		case "blocked":
			m.blocked(r, h, i)
		}
	}
	return nil
}

// choose a pool of a coin. Coins have one to four pools in a seed.
func (m *mines) choose(r *rnd.R, c coin) *pool {
	n := r.Int(0, 3)
	known := m.pools[c.name]
	if n >= len(known) {
		n = len(known)
		m.pools[c.name] = append(known, newPool(m.p, c, n))
	}
	return m.pools[c.name][n]
}

// anyCoin gives those in front a little more often, since they are mined more.
func anyCoin(r *rnd.R) coin {
	if r.Chance(0.25) {
		return coins[r.IntN(12)]
	}
	return coins[r.IntN(len(coins))]
}

// power draws a hash rate over that which the pool expects, and its third.
func power(r *rnd.R) (float64, string) {
	x := r.Float64()
	return 0.22 * math.Pow(20, x), []string{"slow", "middle", "fast"}[min(2, int(x*3))]
}

// way is how a miner reaches a pool.
type way struct {
	transport string
	path      place.Path
	port      uint16
	layer     talk.Layer
}

func (m *mines) way(r *rnd.R, o *pool) way {
	w := way{transport: "plain", path: o.peers[r.IntN(len(o.peers))], port: o.port, layer: talk.NewLayer(r, o.layer)}
	switch w.layer.TLS {
	case 12:
		w.transport = "tls12"
	case 13:
		w.transport = "tls13"
	}
	if w.layer.TLS > 0 || !r.Chance(0.35) {
		return w
	}
	w.transport = rnd.Pick(r, "socks", "vpn")
	known := m.wires[w.transport]
	if len(known) == 0 || r.Chance(0.6) {
		a := place.Far(r, m.p.Outer(), tcp.Server(r))
		a.RTT += r.Log(0.005, 0.3)
		known = append(known, a)
		m.wires[w.transport] = known
	}
	w.path = known[len(known)-1]
	if w.transport == "vpn" {
		w.port = rnd.Pick[uint16](r, 443, 1194, 1194, 8443)
		return w
	}
	w.port = rnd.Pick[uint16](r, 1080, 9050, 1085, 7890)
	return w
}

// pool mines at a pool, and at a second when the first is out of order.
func (m *mines) pool(r *rnd.R, h *place.Host, n int) {
	c := anyCoin(r)
	if n%3 == 0 {
		c = coins[(n/3*7+int(m.p.Seed%uint64(len(coins))))%len(coins)]
	}
	o := m.choose(r, c)
	w := m.way(r, o)
	hash, size := power(r)
	var spare *pool
	if r.Chance(0.5) {
		spare = m.choose(r, c)
	}
	gift := o.d.alive == "keep" && r.Chance(0.35)
	m.stay(r, h, o, spare, w, hash, size, gift, 0)
}

// stay at a pool from a time on, with all that interrupts it.
func (m *mines) stay(r *rnd.R, h *place.Host, o, spare *pool, w way, hash float64, size string, gift bool, t float64) {
	p := m.p
	label := place.Mining{Coin: o.name, Kind: "pool", Pool: o.title, Size: size, Transport: w.transport}
	p.Mines(h, w.path.IP, label)
	old := t == 0 && r.Chance(0.85)
	if t == 0 && !old {
		t = r.Float64() * 0.6 * p.Span
	}
	// Some mine by hours: at night, or when nobody looks.
	on, off := math.Inf(1), 0.0
	if r.Chance(0.15) {
		on, off = 3600*r.Log(1, 14), 3600*r.Log(0.5, 12)
	}
	stop := t + r.Exp(on)
	retry := pauses(r)
	given := t + 99*60*r.Float64()
	for t < p.Span {
		if down, until := o.down(t); down {
			if spare != nil && spare != o {
				v := m.way(r, spare)
				label.Pool, label.Transport = spare.title, v.transport
				p.Mines(h, v.path.IP, label)
				mineAt(spare, newWire(r, p.Dial(r, h, v.path, v.port, false), v.layer, v.transport), r, hash, t+retry[0], until, p.Span, v.transport, false)
				t = until
			} else {
				t = knock(p, r, h, w, retry, t, until, rnd.Pick(r, refused, silent))
			}
			old = false
			continue
		}
		end := min(t+r.Exp(o.stay), o.nextOutage(t), stop)
		if gift {
			end = min(end, given)
		}
		end = max(end, t+2)
		mineAt(o, newWire(r, p.Dial(r, h, w.path, w.port, false), w.layer, w.transport), r, hash, t, end, p.Span, w.transport, old)
		old = false
		t = end + retry[0]*r.Uni(0.8, 1.2)
		switch {
		case end == stop:
			t += r.Exp(off)
			stop = t + r.Exp(on)
		case gift && end == given:
			t = m.donate(r, h, o, hash, size, end)
			given = t + 99*60
		}
	}
}

// donate a minute of each hundred to the pool of the program's author.
func (m *mines) donate(r *rnd.R, h *place.Host, o *pool, hash float64, size string, t float64) float64 {
	name := "donation " + o.dialect
	if len(m.pools[name]) == 0 {
		d := newPool(m.p, o.coin, 90)
		d.title = "donation-" + o.dialect
		m.pools[name] = []*pool{d}
	}
	d := m.pools[name][0]
	end := t + 60
	a := d.peers[0]
	// Plain, since that is what the author's pool offers to all.
	m.p.Mines(h, a.IP, place.Mining{Coin: o.name, Kind: "donation", Pool: d.title, Size: size, Transport: "plain"})
	mineAt(d, newWire(r, m.p.Dial(r, h, a, d.port, false), talk.NewLayer(r, "raw"), "plain"), r, hash, t, end, m.p.Span, "plain", false)
	return end
}
