package miner

import (
	"fmt"
	"math"
	"strings"

	"makes/q/internal/dice"
	"makes/q/internal/wire"
	"makes/q/internal/world"
)

// Kinds are the kinds of miners.
var Kinds = []string{"pool", "solo", "proxy", "blocked"}

// Run lets a host mine for the whole log.
func (t *Trade) Run(h *world.Host, kind string) {
	m := &outfit{t, h, dice.New(t.world.Seed, "miner "+h.ENI), map[string]bool{}}
	switch kind {
	case "pool":
		m.pool()
	case "solo":
		m.solo()
	case "proxy":
		m.proxy()
	case "blocked":
		m.blocked()
	}
}

// outfit is somebody's miner on a host.
type outfit struct {
	*Trade
	host   *world.Host
	d      dice.Dice
	called map[string]bool
}

func (m *outfit) coin() *coin {
	if m.d.Odds(0.4) { // what intruders mine
		return m.coins[m.d.IntN(5)]
	}
	return m.coins[m.d.IntN(len(m.coins))]
}

var transports = map[wire.Layer]string{wire.Plain: "plain", wire.TLS12: "tls12", wire.TLS13: "tls13", wire.Socks: "socks", wire.Tunnel: "vpn", wire.SSH: "vpn"}

func (m *outfit) label(peer *world.Peer, kind, coin, pool string, power float64, layer wire.Layer) {
	pair := m.host.Pair(peer)
	if m.called[pair] {
		return
	}
	m.called[pair] = true
	size := []string{"slow", "middle", "fast"}[min(2, int(3*(1+math.Log(power)/math.Log(20))))]
	m.host.Log.Label(strings.Join([]string{pair, "mining", coin + "-" + transports[layer], m.host.ENI, "kind=" + kind, "coin=" + coin,
		"pool=" + pool, "size=" + size, "transport=" + transports[layer]}, "\t"))
}

// rig sets one up with a pool.
func (m *outfit) rig(p *pool) *rig {
	d := m.d
	r := &rig{pool: p, d: d, host: m.host, peer: &p.peers[d.IntN(len(p.peers))], port: p.port, power: d.Scale(0.05, 1), crowd: 1,
		pause: dice.Pick(d, 1.0, 5, 5, 5, 10, 15, 20, 30), known: d.Odds(0.6), accent: p.accent}
	r.alive = dice.Pick(d, 0, 0, 0, 10.0, 30, 60, 60, 75, 120, 7200)
	a := &r.accent
	a.wallet, a.worker, a.pass = p.wallet, d.Int(1, 18), dice.Pick(d, 1, 1, 1, 4, d.Int(2, 24))
	a.agent, a.algos = d.Int(9, 90), dice.Pick(d, 0, 100, 180, 220, 260)
	if d.Odds(0.3) { // a name or an address of mail in place of a wallet
		a.wallet = d.Int(5, 40)
	} else if d.Odds(0.2) {
		a.wallet += d.Int(3, 70)
	}
	if p.dialect.ping.fixed > 0 && d.Odds(0.75) {
		r.ping = dice.Pick(d, 60.0, 60, 60, 30, 90)
	}
	if p.dialect.rate.fixed > 0 && d.Odds(0.6) {
		r.rates = dice.Pick(d, 5.0, 10, 15, 20, 30, 60, 60, 60)
	}
	if d.Odds(0.15) { // a watchdog, or a script that stops rivals and itself
		r.restart = d.Scale(900, 40000)
	}
	switch q := d.Float64(); {
	case q < 0.45:
		r.layer = wire.Plain
	case q < 0.7:
		r.layer, r.port, r.habit = p.tls, p.safe, p.habit
	case q < 0.84:
		r.layer, r.port = wire.Socks, dice.Pick(d, 1080, 9050, 9150, 3128, 4145)
	case q < 0.94:
		r.layer, r.port = wire.Tunnel, dice.Pick(d, 1194, 443, 8443)
	default:
		r.layer, r.port = wire.SSH, dice.Pick(d, 22, 443, 2222)
	}
	if r.layer == wire.Plain || r.layer == p.tls {
		if d.Odds(0.3) { // an intruder's relay in front of the pool
			relay := m.world.Peer(d, d.Odds(0.25))
			relay.RTT += r.peer.RTT
			r.peer, r.port = &relay, dice.Pick(d, 80, 443, 8080, 3333, 53, 22, d.Int(1000, 60000))
		}
	} else {
		relay := m.world.Peer(d, false)
		relay.RTT += p.peers[0].RTT
		r.peer, r.habit = &relay, wire.DrawHabit(d, r.layer)
	}
	end := m.host.End
	for range int(d.Wait(end / 86400)) { // short outages
		at := d.Float64() * end
		r.away = append(r.away, [2]float64{at, at + d.Scale(20, 1500)})
	}
	switch q := d.Float64(); {
	case q < 0.06:
		r.away = append(r.away, [2]float64{0, d.Float64() * 0.25 * end})
	case q < 0.12:
		at := d.Even(0.1, 0.8) * end
		r.away = append(r.away, [2]float64{at, at + d.Scale(900, 5400)})
	case q < 0.16 && end > 43200: // works at night only
		from, to := d.Even(6, 9)*3600, d.Even(16, 20)*3600
		for day := 0.0; day < end; day += 86400 {
			r.away = append(r.away, [2]float64{day + from, day + to})
		}
	}
	return r
}

func (m *outfit) somePool(c *coin) *pool { return m.Trade.pool(c, m.d.IntN(m.each)) }

func (m *outfit) pool() {
	d, end := m.d, m.host.End
	r := m.rig(m.somePool(m.coin()))
	if d.Odds(0.12) {
		r.crowd = float64(d.Int(2, 5))
	}
	if d.Odds(0.3) { // throttled, so as not to be noticed
		r.power = max(r.power*d.Even(0.2, 0.8), 0.05)
	}
	if d.Odds(0.3) {
		fee := m.rig(m.Trade.pool(r.coin, m.each))
		fee.away, fee.restart, fee.power, fee.known = nil, 0, r.power, false
		cycle, length := dice.Pick(d, 3600.0, 5940, 5940, 7200), dice.Pick(d, 36.0, 60, 60, 72, 120)
		for at := d.Even(0.4, 1.1) * cycle; at+length < end; at += cycle * d.Even(0.95, 1.05) {
			if _, off := r.gone(at); !off {
				m.label(fee.peer, "donation", r.coin.name, fee.name, fee.power, fee.layer)
				fee.work(at, at+length)
			}
		}
	}
	if spare := m.rig(m.somePool(r.coin)); d.Odds(0.2) && spare.peer.Addr != r.peer.Addr {
		spare.away, spare.restart, spare.power, spare.known = nil, 0, r.power, false
		for range d.Int(1, 3) {
			at := d.Float64() * end
			down := [2]float64{at, at + d.Scale(120, 9000)}
			if _, off := r.gone(at); off {
				continue
			}
			r.away = append(r.away, down)
			m.label(spare.peer, "pool", r.coin.name, spare.name, r.power, spare.layer)
			m.knock(r, dice.Pick(d, wire.Refused, wire.Dead), at, min(down[1], at+60, end))
			spare.work(at+d.Even(10, 90), min(down[1], end))
		}
	}
	m.label(r.peer, "pool", r.coin.name, r.pool.name, r.power, r.layer)
	rigs := 1
	if r.crowd > 1 && d.Odds(0.6) {
		rigs, r.crowd = int(r.crowd), 1
	}
	for range rigs {
		one := *r
		one.work(0, end)
	}
}

// proxy is a mining proxy: workers of the inside before it, a pool behind.
func (m *outfit) proxy() {
	d, end := m.d, m.host.End
	up := m.rig(m.somePool(m.coin()))
	near, far := d.Int(2, 14), int(d.Scale(5, 200))
	up.crowd = d.Scale(1, 8) // with one difficulty for all of them, shares grow less than workers
	if up.fixed {
		up.crowd = min(float64(near+far), 40)
	}
	m.label(up.peer, "proxy", up.coin.name, up.pool.name, up.power, up.layer)
	links := 1
	if d.Odds(0.35) { // one for each worker, or for so many
		links = d.Int(2, near)
		up.crowd = max(up.crowd/float64(links), 1)
	}
	for range links {
		one := *up
		one.work(0, end)
	}
	front := *up.pool // what workers meet is the proxy, with the pool's work
	front.fixed, front.target, front.kick, front.poke = d.Odds(0.6), dice.Pick(d, 5.0, 10, 15, 20, 30, 60), 1e9, 0
	front.habit, front.life, front.think = wire.DrawHabit(d, front.tls), dice.Pick(d, 1e9, 100000, 30000), d.Scale(0.0003, 0.01)
	front.accent.session, front.afterShare = dice.Pick(d, 36, front.accent.session), 0
	port, layer := dice.Pick(d, 3333, 3334, 7777, 443, 8080, d.Int(2000, 20000)), dice.Pick(d, wire.Plain, wire.Plain, wire.Plain, front.tls)
	for range near {
		w := m.rig(&front)
		peer := m.world.Peer(d, true)
		w.peer, w.in, w.port, w.layer, w.habit = &peer, true, port, layer, front.habit
		m.label(w.peer, "proxy", up.coin.name, up.pool.name, w.power, layer)
		w.work(0, end)
	}
}

// timer is how a miner tries again.
type timer struct {
	pause, factor, limit, patience float64
	tries                          int // before the next pool of its list
}

var timers = []timer{
	{5, 1, 5, 20, 5}, {5, 1, 5, 20, 5}, {5, 1, 5, 20, 5}, {1, 1, 1, 20, 2}, {3, 1, 3, 10, 10}, {10, 1, 10, 10, 3}, {30, 1, 30, 60, 1}, {30, 1, 30, 30, 3},
	{10, 1, 10, 30, 5}, {15, 1, 15, 15, 2}, {20, 1, 20, 5, 3}, {5, 1.5, 60, 15, 4}, {2, 2, 120, 10, 3}, {60, 1, 60, 20, 1}, {10, 2, 300, 30, 6}, {30, 1, 30, 3, 3}, {120, 1, 120, 30, 2},
}

// knock tries in vain to reach a pool for a while.
func (m *outfit) knock(r *rig, fate wire.Fate, t, end float64) {
	for t < end {
		t = r.dial().Fail(t, fate, 20) + r.pause*m.d.Even(1, 1.05)
	}
}

// blocked is a miner that no pool lets mine.
func (m *outfit) blocked() {
	d, end, c := m.d, m.host.End, m.coin()
	k := dice.Pick(d, timers...)
	fates := []wire.Fate{wire.Denied, wire.Denied, wire.Dead, wire.Dead, wire.Refused, wire.Refused, wire.Walled, wire.Shut, wire.Turned}
	fate, watchdog, off := dice.Pick(d, fates...), 0.0, 0.0
	if d.Odds(0.3) { // gives up, and is started again
		watchdog, off = d.Scale(120, 3600), dice.Pick(d, 60.0, 60, 300, 600, 1800)*d.Even(0.8, 1.1)
	}
	var list []*rig
	for range dice.Pick(d, 1, 1, 1, 2, 2, 3, 3, 5) {
		r := m.rig(m.somePool(c))
		m.label(r.peer, "blocked", c.name, r.pool.name, r.power, r.layer)
		list = append(list, r)
	}
	own := make([]wire.Fate, len(list))
	for i := range own {
		if own[i] = fate; d.Odds(0.25) {
			own[i] = dice.Pick(d, fates...)
		}
	}
	free := [2]float64{end, end}
	if d.Odds(0.2) { // can mine for some hours
		free[0] = d.Even(0.15, 0.9) * end
		free[1] = free[0] + d.Scale(600, 14400)
	}
	started := 0.0
	for t, i, n := d.Float64()*min(k.pause, 60), 0, 0; t < end; {
		r := list[i]
		switch {
		case t >= free[0] && t < free[1]:
			r.away, r.known = nil, false
			t = r.connection(t, min(free[1], end))
		case own[i] != wire.Turned:
			t = r.dial().Fail(t, own[i], k.patience)
		default:
			t = m.turnedAway(r, t)
		}
		t += min(k.pause*math.Pow(k.factor, float64(min(n, 40))), k.limit) * d.Even(1, 1.03)
		if n++; n%k.tries == 0 {
			i = (i + 1) % len(list)
		}
		if watchdog > 0 && t-started > watchdog {
			t, n, i = t+off, 0, 0
			started = t
		}
		if n > 400 && k.factor > 1 {
			n = 0
		}
	}
}

// turnedAway is a pool that takes the login and hangs up.
func (m *outfit) turnedAway(r *rig, t float64) float64 {
	pipe := r.dial()
	t = pipe.Ready(t)
	first := r.dialect.login[0]
	t = pipe.Send(t, 0, r.accent.length(m.d, first, 1)) + pipe.RTT + r.think
	t = pipe.Send(t, 1, 90+r.accent.session)
	pipe.Close(t+0.01, 1)
	return t
}

// solo is a miner that asks a node of its own for work.
func (m *outfit) solo() {
	d, end, c := m.d, m.host.End, m.coin()
	node := m.world.Peer(d, d.Odds(0.7))
	port, power := dice.Pick(d, 18081, 8332, 9332, 8545, 16110, 9053, 34568, d.Int(8000, 30000)), d.Scale(0.05, 1)
	layer := wire.Plain
	if d.Odds(0.12) {
		layer = dice.Pick(d, wire.TLS12, wire.TLS13)
	}
	m.label(&node, "solo", c.name, fmt.Sprintf("%s-node-%s", c.name, m.host.ENI[4:10]), power, layer)
	ask, asked := d.Int(120, 420), d.Int(250, 2600)
	tip, tipped := d.Int(110, 330), d.Int(120, 1800)
	if c.merkle > 0 {
		asked = int(d.Scale(2000, 400000))
	}
	period, keep, habit := d.Scale(0.3, 10), d.Odds(0.75), wire.DrawHabit(d, layer)
	if !keep {
		period = max(period, d.Scale(2, 20))
	}
	both, chunked, jitter := d.Odds(0.4), d.Odds(0.3), d.Scale(0.001, 0.3)
	if asked > 20000 {
		period = max(period, 1.5)
	}
	dial := func() *wire.Pipe {
		conn := m.host.Dial(&node, port, false, false)
		conn.KeepAlive(0, dice.Pick(d, 0, 60.0))
		return &wire.Pipe{Conn: conn, Layer: layer, Habit: habit}
	}
	blocks := m.blocks(c)
	var pipe *wire.Pipe
	known, life, hang := d.Odds(0.6), d.Scale(600, 200000), 0.0
	find := d.Wait(1e6 * (1.02 - power))
	for t := d.Float64() * period; t < end; {
		fresh := pipe == nil
		at := t
		if fresh {
			pipe = dial()
			if known && keep {
				pipe.Assume(t)
			} else {
				at = pipe.Ready(t)
			}
			known, hang = false, t+d.Wait(life)
		}
		news := false
		for len(blocks) > 0 && blocks[0] < t {
			blocks, news = blocks[1:], true
		}
		if both { // a short question first, and the long one if there is news
			at = pipe.Send(at, 0, tip) + pipe.RTT
			at = pipe.Send(at, 1, tipped+d.IntN(3))
		}
		if !both || news || d.Odds(0.02) {
			at = pipe.Send(at, 0, ask) + pipe.RTT + d.Scale(0.0003, 0.02)
			if chunked {
				pipe.Send(at, 1, 120)
			}
			at = pipe.Send(at, 1, asked+d.IntN(1+asked/20))
		}
		if t > find {
			at = pipe.Send(at, 0, ask+d.Int(300, 4000)) + pipe.RTT
			at = pipe.Send(at, 1, 150)
			find += d.Wait(1e6)
		}
		if !keep || t > hang {
			pipe.Close(at, d.IntN(2))
			pipe = nil
		}
		t = max(t+period*d.Even(1-jitter, 1+jitter), at)
	}
	if pipe != nil {
		pipe.Stop(end)
	}
}
