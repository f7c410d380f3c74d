package mine

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"strconv"

	"makes/k/internal/wire"
)

// Kinds are the kinds of mining.
var Kinds = []string{"pool", "solo", "proxy", "blocked"}

func size(power float64) string { return []string{"slow", "middle", "fast"}[min(2, int(power*3))] }

func (w *World) pick(rng *rand.Rand) *pool { return w.pools[rng.IntN(len(w.pools))] }

func labels(servers []far, l Label) []Label {
	var all []Label
	for _, s := range servers {
		l.Remote = s.Addr
		all = append(all, l)
	}
	return all
}

// Run has the host mine in one of the kinds.
func (w *World) Run(kind string, h *wire.Host, rng *rand.Rand) []Label {
	power := rng.Float64()
	switch kind {
	case "solo":
		return w.alone(h, power, rng)
	case "proxy":
		return w.proxy(h, power, rng)
	case "blocked":
		return w.blocked(h, power, rng)
	}
	p, transport := w.pick(rng), transports[rng.IntN(len(transports))]
	rigs := 1
	if rng.IntN(4) == 0 {
		rigs = whole(rng, 2, 6)
	}
	var all []Label
	shifts := w.shifts(h, rng)
	first := newMiner(h, p, power, rng)
	name := first.through(w, transport)
	var spare *miner // where to go when the pool is down
	if others := slices.DeleteFunc(slices.Clone(w.pools), func(o *pool) bool { return o.coin != p.coin || o == p }); rng.IntN(2) == 0 {
		spare = newMiner(h, others[rng.IntN(len(others))], power, rng)
		name := spare.through(w, transport)
		all = labels(spare.servers, Label{Kind: "pool", Coin: p.coin.name, Pool: spare.pool.name, Size: size(power), Transport: name})
	}
	for i := range rigs {
		m := newMiner(h, first.pool, min(1, max(0, power+.1*rng.Float64()-.05)), rng)
		m.layer, m.socks, m.spare = first.layer, first.socks, spare
		for _, s := range shifts {
			m.run(s.from+float64(i)*rng.Float64()*20, s.to)
		}
	}
	all = append(all, labels(first.servers, Label{Kind: "pool", Coin: p.coin.name, Pool: p.name, Size: size(power), Transport: name})...)
	if p.coin.name == "monero" && transport != "socks" && transport != "vpn" && rng.IntN(3) > 0 { // 1 % for the author
		d := newMiner(h, w.donation[0], power, rng)
		name := d.through(w, transport)
		for t := h.From + 6000*rng.Float64(); t < h.To; t += 5940 + 60*rng.Float64() {
			d.run(t, min(t+60, h.To))
		}
		all = append(all, labels(d.servers, Label{Kind: "donation", Coin: "monero", Pool: "monero-donate", Size: size(power), Transport: name})...)
	}
	return all
}

// shifts are the times of the log that the host mines: mostly all of it.
func (w *World) shifts(h *wire.Host, rng *rand.Rand) []window {
	from, to := h.From-200*rng.Float64(), h.To
	long := min(to-from, w.end)
	switch rng.IntN(7) {
	case 0:
		from += .4 * long * rng.Float64()
	case 1:
		t := from + .5*long*rng.Float64()
		return []window{{from, t}, {t + min(between(rng, 300, 7200), long/3), to}}
	}
	return []window{{from, to}}
}

// alone mines at a node.
func (w *World) alone(h *wire.Host, power float64, rng *rand.Rand) []Label {
	p := w.pick(rng)
	style := p.solo[rng.IntN(len(p.solo))]
	place, transport := "lan", "plain"
	if rng.IntN(4) == 0 {
		place = "net"
	}
	m := newMiner(h, p, power, rng)
	q := *p
	m.pool, q.servers = &q, w.servers(place, 1, whole(rng, 8000, 28000), rng)
	if rng.IntN(6) == 0 {
		m.layer, transport = wire.TLS13, "tls13"
	}
	every := between(rng, style.every[0], style.every[1])
	fresh := style.http == 1 && every > .8 && rng.IntN(2) == 0              // a connection each
	head := []float64{0, 1, 1, 1.6}[rng.IntN(4)] * float64(style.http) * 60 // of HTTP, credentials with it
	work := float64(style.work) * between(rng, .5, 2)
	ask, answer := style.ask+int(head)+rng.IntN(40), style.answer+int(head/2)+rng.IntN(60)
	jitter := .2 * rng.Float64() * float64(rng.IntN(2))
	find := between(rng, 1800, 40*86400)
	for _, s := range w.shifts(h, rng) {
		var c *wire.Conn
		call := func(t float64, ask, answer int) float64 {
			if c == nil {
				c = m.connect(0)
				if t = c.Dial(t, wire.Open, 0); m.layer != wire.Plain {
					t = c.Secure(t, m.layer, false)
				}
			}
			t = c.Send(c.Send(t, 0, ask)+p.think/4, 1, max(1, answer))
			if fresh || rng.IntN(4000) == 0 {
				c.Close(t, 1)
				c = nil
			}
			return t
		}
		job, got := sort.SearchFloat64s(p.jobs, s.from), s.from
		win := s.from + find*rng.ExpFloat64()
		for t := s.from; t < s.to; {
			begin := t
			for job < len(p.jobs) && p.jobs[job] < t {
				job++
				got = math.Inf(-1)
			}
			t = call(t, ask, answer-rng.IntN(3))
			if style.fetch > 0 && (math.IsInf(got, -1) || t-got > style.refresh) {
				t = call(t, style.fetch+int(head), int(work*(.8+.4*rng.Float64())))
				got = t
			}
			if t > win {
				t = call(t, style.submit, style.reply)
				win = t + find*rng.ExpFloat64()
			}
			t = max(t, begin+every*(1+jitter*(2*rng.Float64()-1)))
		}
		if c != nil {
			c.Close(s.to, 0)
		}
	}
	return labels(m.servers, Label{Kind: "solo", Coin: p.coin.name, Pool: p.coin.name + "-node-" + strconv.Itoa(whole(rng, 10, 99)), Size: size(power), Transport: transport})
}

// proxy folds the shares of many workers.
func (w *World) proxy(h *wire.Host, power float64, rng *rand.Rand) []Label {
	p := w.pick(rng)
	for p.block < 10 {
		p = w.pick(rng)
	}
	up := newMiner(h, p, power, rng)
	transport := up.through(w, []string{"plain", "plain", "tls"}[rng.IntN(3)])
	n := int(between(rng, 5, 200))
	custom := rng.IntN(2) == 0 // workers have difficulties of their own
	down := *p
	down.name, down.outages, down.life, down.idle, down.think = "workers", nil, 0, 0, p.think+.02
	down.servers = []far{{End: wire.End{Addr: h.Addr, Port: uint16([]int{3333, 3333, 4444, 5555, 80, 8080, 14433}[rng.IntN(7)]), Stack: h.Stack}}}
	if down.fixed = true; custom {
		down.fixed, down.target = rng.IntN(2) == 0, between(rng, 5, 60)
	} else {
		down.target = p.target * float64(n)
	}
	label := Label{Kind: "proxy", Coin: p.coin.name, Pool: p.name, Size: size(power), Transport: transport}
	all := labels(up.servers, label)
	shifts := w.shifts(h, rng)
	shares := []float64{}
	label.Transport = "plain"
	for range n {
		wp := down
		wp.servers = slices.Clone(down.servers)
		wp.servers[0].path = wire.Near(rng)
		m := newMiner(h, &wp, min(1, max(0, .5+.2*rng.NormFloat64())), rng)
		m.client, m.found = wire.End{Addr: w.addr("lan"), Stack: wire.NewStack(rng)}, &shares
		for _, s := range shifts {
			from := s.from + 60*rng.Float64()
			if rng.IntN(12) == 0 { // restarts
				t := from + (s.to-from)*rng.Float64()
				m.run(from, t)
				from = t + 600*rng.Float64()
			}
			m.run(from, s.to)
		}
		label.Remote, label.Size = m.client.Addr, size(m.power)
		all = append(all, label)
	}
	slices.Sort(shares)
	if custom { // only such as the pool's difficulty lets through
		keep := min(1, w.end/p.target/float64(max(1, len(shares))))
		shares = slices.DeleteFunc(shares, func(float64) bool { return rng.Float64() > keep })
	}
	up.shares = shares
	if up.shares == nil {
		up.shares = []float64{}
	}
	for _, s := range shifts {
		up.run(s.from, s.to)
	}
	return all
}

// software is how a miner goes on when there is no pool.
type software struct {
	pause    []float64 // after each failure in a row, the last again and again
	tries    int       // at a pool before the next
	patience []float64
}

var retries = []software{
	{[]float64{5}, 5, []float64{20}},                      // XMRig
	{[]float64{5}, 1000000, []float64{20}},                // XMRig with one pool
	{[]float64{10}, 3, []float64{5, 10}},                  // cgminer
	{[]float64{30}, 3, []float64{10, 30}},                 // ccminer, bfgminer
	{[]float64{10, 10, 15, 20, 30}, 4, []float64{10, 20}}, // T-Rex
	{[]float64{5, 10, 15, 30, 60}, 2, []float64{5, 8}},    // lolMiner
	{[]float64{10, 10, 10, 60}, 3, []float64{3, 10, 75}},  // ASIC firmware
	{[]float64{3, 6, 12, 24, 48, 60}, 5, []float64{30, 127}},
	{[]float64{1}, 10, []float64{3, 5}},
	{[]float64{120}, 1, []float64{30, 127}},
}

const (
	turnedAway = 20 + iota // the pool refuses the login and closes
	cutOff                 // a reset follows the login
	unheard                // no answer to the login
)

// blocked tries to mine.
func (w *World) blocked(h *wire.Host, power float64, rng *rand.Rand) []Label {
	style := retries[rng.IntN(len(retries))]
	transport := []string{"plain", "plain", "tls"}[rng.IntN(3)]
	type attempt struct {
		*miner
		mode int
	}
	var list []attempt
	var all []Label
	modes := []int{int(wire.Denied), int(wire.Denied), int(wire.Dead), int(wire.Dead), int(wire.Refused), int(wire.Refused), int(wire.OneSided), turnedAway, cutOff, unheard}
	mode := modes[rng.IntN(len(modes))]
	coin := w.pick(rng).coin
	for range 40 {
		p := w.pick(rng)
		if p.coin != coin || slices.ContainsFunc(list, func(a attempt) bool { return a.pool.name == p.name }) {
			continue
		}
		m := newMiner(h, p, power, rng)
		name := m.through(w, transport)
		if rng.IntN(3) == 0 {
			mode = modes[rng.IntN(len(modes))]
		}
		list = append(list, attempt{m, mode})
		all = append(all, labels(m.servers, Label{Kind: "blocked", Coin: coin.name, Pool: p.name, Size: size(power), Transport: name})...)
		if rng.IntN(2) == 0 {
			break
		}
	}
	if len(list) == 0 {
		return w.blocked(h, power, rng)
	}
	good := window{math.Inf(1), 0} // when mining works
	if long := h.To - h.From; rng.IntN(4) == 0 {
		good.from = h.From + long*(.1+.6*rng.Float64())
		good.to = good.from + long*.3*rng.Float64()
	}
	patience := style.patience[rng.IntN(len(style.patience))]
	at, fails := 0, 0
	for t := max(h.From, 0) + 30*rng.Float64() - 15; t < h.To; {
		a := list[at]
		if good.from <= t && t < good.to {
			a.run(t, good.to)
			t = good.to + 1
			continue
		}
		c := a.connect(rng.IntN(len(a.servers)))
		if a.mode < turnedAway {
			t = c.Dial(t, wire.Outcome(a.mode), patience)
		} else {
			t = c.Dial(t, wire.Open, 0)
			t = c.Secure(t, a.layer, false)
			t = a.say(c, t, 0, &a.login[0])
			switch a.mode {
			case turnedAway:
				t = a.say(c, t+a.think, 1, &a.refused)
				c.Close(t+.001, 1)
			case cutOff:
				c.Abort(t, 1)
			default:
				t += patience
				c.Close(t, 0)
			}
		}
		t += style.pause[min(fails, len(style.pause)-1)] * (1 + .02*rng.Float64())
		if fails++; fails%style.tries == 0 {
			if at = (at + 1) % len(list); len(list) > 1 {
				fails = 0
			}
		}
	}
	return all
}
