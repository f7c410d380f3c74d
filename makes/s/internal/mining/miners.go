package mining

import (
	"slices"

	"makes/s/internal/dice"
	"makes/s/internal/everyday"
	"makes/s/internal/wire"
)

// Label says that a pair of addresses mines.
type Label struct {
	Local, Remote                     wire.Addr
	Kind, Coin, Pool, Size, Transport string
}

// sizeOf names the third of a hash rate, which goes from 1 to 20.
func sizeOf(rate float64) string {
	switch {
	case rate < 2.7144:
		return "slow"
	case rate < 7.3681:
		return "middle"
	}
	return "fast"
}

// Mine lets the host mine all along the log.
func (w *World) Mine(d *dice.Dice, h *everyday.Host, kind string) []Label {
	switch kind {
	case "solo":
		return w.solo(d, h)
	case "proxy":
		return w.proxy(d, h)
	case "blocked":
		return w.blocked(d, h)
	}
	labels := w.pooled(d, h)
	for d.Chance(0.25) { // other rigs, which mine something else
		for _, l := range w.pooled(d, h) {
			if !slices.ContainsFunc(labels, func(k Label) bool { return k.Remote == l.Remote }) {
				labels = append(labels, l)
			}
		}
	}
	return labels
}

// hours are the times between which a miner is on.
func (w *World) hours(d *dice.Dice) (from, to float64) {
	from, to = -d.Between(1, 900), w.seconds
	if d.Chance(0.12) {
		from = d.Between(0, 0.4) * w.seconds
	}
	return from, to
}

func transport(d *dice.Dice) string {
	return dice.Pick(d, "plain", "plain", "plain", "plain", "plain", "tls12", "tls12", "tls13", "tls13", "tls13", "socks", "vpn")
}

func (w *World) pooled(d *dice.Dice, h *everyday.Host) []Label {
	c := w.coin(d)
	p := w.pool(d, c, transport(d))
	rigs := 1
	if d.Chance(0.25) {
		rigs = d.Int(2, 5)
	}
	total := d.Log(1, 20)
	labels := []Label{{h.Addr, p.end.Addr, "pool", c.name, p.name, sizeOf(total), p.layer.Name}}
	for range rigs {
		r := newRig(d, h, p, total/float64(rigs))
		from, to := w.hours(d)
		if d.Chance(0.1) { // pauses for a while
			stop := d.Between(max(from, 0), to)
			r.mine(p, from, stop, from < 0 && d.Chance(0.9))
			from = stop + d.Log(300, 7200)
		}
		r.mine(p, from, to, from < 0 && d.Chance(0.9))
	}
	if c.dialect.name == "cryptonote" && d.Chance(0.35) { // works for the author from time to time
		donee := w.pool(d, c, dice.Pick(d, "plain", "tls13"))
		if donee != p {
			r := newRig(d, h, donee, total)
			share := d.Between(60, 200)
			ran := false
			for t := d.Between(600, 6000); t < w.seconds; t += 6000 + d.Between(-300, 300) {
				r.mine(donee, t, t+share, false)
				ran = true
			}
			if ran {
				labels = append(labels, Label{h.Addr, donee.end.Addr, "donation", c.name, donee.name, sizeOf(total), donee.layer.Name})
			}
		}
	}
	return labels
}

// proxy folds the shares of workers into one or more connections to a pool.
func (w *World) proxy(d *dice.Dice, h *everyday.Host) []Label {
	c := w.coin(d)
	for c.block < 8 || c.dialect.name == "binary" {
		c = w.coin(d)
	}
	p := w.pool(d, c, dice.Pick(d, "plain", "plain", "tls12", "tls13"))
	workers := int(d.Log(5, dice.Pick(d, 12, 25, 50, 200.0)))
	folded := workers > 20 || d.Chance(0.6)
	total, ups := 0.0, 1
	inner := *p // what the proxy is to its workers
	inner.end, inner.rtt = wire.End{Addr: h.Addr, Port: uint16(dice.Pick(d, 3333, 3355, 4444, 8080, d.Int(1025, 20000))), Stack: h.Stack}, d.Log(0.0003, 0.004)
	inner.layer = wire.NewLayer(d, dice.Pick(d, "plain", "plain", "plain", "tls12", "tls13"))
	inner.delay, inner.outages, inner.life, inner.ping, inner.poll, inner.silent = d.Log(0.0003, 0.01), nil, d.Log(40000, 4e6), 0, 0, 0
	inner.target = d.Log(5, 90)
	if d.Chance(0.4) {
		inner.target, inner.fixed = 0, d.Log(20, 400)
	}
	var labels []Label
	for range workers {
		rate := d.Log(1, 20)
		total += rate
		r := newRig(d, h, &inner, rate)
		r.end = wire.End{Addr: w.address(true), Stack: wire.NewStack(d)}
		r.end.Stack.KeepIdle = wire.KeepIdle(d)
		r.local = wire.Server
		from, to := w.hours(d)
		r.mine(&inner, from, to, from < 0)
		labels = append(labels, Label{h.Addr, r.end.Addr, "proxy", c.name, p.name, sizeOf(rate), inner.layer.Name})
	}
	if !folded {
		ups = workers
	} else if d.Chance(0.2) {
		ups = d.Int(2, 4)
	}
	for range ups {
		from, to := w.hours(d)
		newRig(d, h, p, total/float64(ups)).mine(p, from, to, from < 0)
	}
	return append(labels, Label{h.Addr, p.end.Addr, "proxy", c.name, p.name, sizeOf(min(20, total/float64(ups))), p.layer.Name})
}

// blocked tries to mine, pool after pool.
func (w *World) blocked(d *dice.Dice, h *everyday.Host) []Label {
	c, layer := w.coin(d), transport(d)
	if layer == "vpn" {
		layer = "plain"
	}
	rate := d.Log(1, 20)
	fault := dice.Pick(d, wire.Refused, wire.Dead, wire.Dead, wire.Denied, wire.Denied, wire.Barred, wire.Kicked)
	open := wire.Outage{From: w.seconds + 1}
	if d.Chance(0.25) { // could be reached for some hours
		a := d.Between(0, w.seconds)
		open = wire.Outage{From: a, To: a + d.Log(1800, 20000)}
	}
	var pools []*pool
	var rigs []*rig
	var labels []Label
	for range dice.Pick(d, 1, 1, 1, 2, 3) {
		p := *w.pool(d, c, layer)
		if len(pools) > 0 && d.Chance(0.3) {
			fault = dice.Pick(d, wire.Refused, wire.Dead, wire.Denied, wire.Kicked)
		}
		p.outages = wire.Outages{{From: -2000, To: open.From, Fault: fault}, {From: max(open.To, open.From), To: w.seconds + 2, Fault: fault}}
		for _, other := range pools {
			if other.end.Addr == p.end.Addr {
				p.end.Addr = w.address(false) // another server of the same pool
			}
		}
		pools = append(pools, &p)
		rigs = append(rigs, newRig(d, h, &p, rate))
		labels = append(labels, Label{h.Addr, p.end.Addr, "blocked", c.name, p.name, sizeOf(rate), layer})
	}
	first := rigs[0]
	from, to := w.hours(d)
	if from > 0 {
		from = d.Between(0, 300)
	}
	tries := dice.Pick(d, 1, 1, 3, 5) // before the next pool
	wait := first.retry
	for at, n := from, 0; at < to; n++ {
		i := n / tries % len(pools)
		p, r := pools[i], rigs[i]
		r.end.Port = h.Port()
		s := &session{rig: r, p: p, stream: wire.Stream{Conn: wire.Dial(d, h.Tap, &r.end, &p.end, r.local, r.rtt, 6), Layer: &p.layer}}
		if fault, change := p.outages.At(at); fault == wire.Up {
			at = s.run(at, min(to, change), false)
			wait = first.retry
		} else {
			at = s.fail(at, fault)
		}
		at += wait * d.Between(1, 1.03)
		wait = min(wait*first.growth, 600)
	}
	return labels
}
