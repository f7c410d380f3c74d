package mining

import (
	"slices"

	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/talk"
)

// begin draws when a miner started: most often before anything is seen.
func begin(r *rnd.Rand) float64 {
	return -r.Between(5, 1500)
}

// Pool has a host mine at pools.
func (m *Market) Pool(h *site.Host, r *rnd.Rand) {
	c := m.choose(r)
	g := newRig(r, &coins[c], coins[c].rate(r))
	local := h.Address(r)
	transport := transports(r)
	for len(g.targets) == 0 {
		g.targets = m.reachAll(g, h, local, c, transport)
	}
	for _, tg := range g.targets {
		tg.link.Mark(g.label("pool", tg))
	}
	g.phases = profile(r, begin(r), m.until)
	if g.prog.fee > 0 && r.Chance(0.75) {
		m.donate(g, h, local, c)
	}
	g.run(m.until)
	if r.Chance(0.1) {
		m.second(g)
	}
	if coins[c].Name == "monero" && r.Chance(0.08) {
		m.node(h, local, g, g.targets[0].pool.name)
	}
}

// second is another worker of the same host at the same pools.
func (m *Market) second(g *rig) {
	other := newRig(g.r, g.coin, g.rate*g.r.Between(0.4, 1))
	other.phases = g.phases
	for _, tg := range g.targets {
		twin := *tg
		twin.tunnel = nil
		other.targets = append(other.targets, &twin)
	}
	other.run(m.until)
}

// donate has the program mine for its author in turns, during which it is idle
// at the pool.
func (m *Market) donate(g *rig, h *site.Host, local uint32, c int) {
	r := g.r
	turn := r.In(g.prog.turn)
	span := max(20, turn*g.prog.fee)
	other := newRig(r, g.coin, g.rate)
	other.prog, other.set = g.prog, g.set
	p := m.author(g, c)
	transport := rnd.Pick(r, []string{"plain", "tls12", "tls13", "tls13"})
	tg := m.reach(other, h, local, p, r.IntN(len(p.addrs)), transport)
	if tg == nil {
		return
	}
	tg.link.Mark(g.label("donation", tg))
	other.targets = []*target{tg}
	for t := g.phases[0].at + turn*r.Between(0.3, 1.5); t < m.until; t += turn * r.Between(0.95, 1.05) {
		now := g.at(t)
		if now.off || now.factor <= 0 {
			continue
		}
		other.phases = append(other.phases, phase{at: t, factor: now.factor}, phase{at: t + span, off: true})
		g.pause(t, t+span)
	}
	other.run(m.until)
}

// at gives the phase at t.
func (g *rig) at(t float64) phase {
	now := phase{off: true}
	for _, ph := range g.phases {
		if ph.at > t {
			break
		}
		now = ph
	}
	return now
}

// pause takes all hash rate away for a while.
func (g *rig) pause(from, to float64) {
	after := g.at(to)
	keep := g.phases[:0:0]
	for _, ph := range g.phases {
		if ph.at <= from || ph.at >= to || ph.off {
			keep = append(keep, ph)
		}
	}
	keep = append(keep, phase{at: from})
	if !after.off {
		after.at = to
		keep = append(keep, after)
	}
	slices.SortStableFunc(keep, func(a, b phase) int {
		switch {
		case a.at < b.at:
			return -1
		case a.at > b.at:
			return 1
		}
		return 0
	})
	g.phases = keep
}

// Blocked has a host try to mine at pools that it cannot reach.
func (m *Market) Blocked(h *site.Host, r *rnd.Rand) {
	c := m.choose(r)
	g := newRig(r, &coins[c], coins[c].rate(r))
	local := h.Address(r)
	transport := rnd.Pick(r, []string{"plain", "plain", "tls12", "tls13"})
	for len(g.targets) == 0 {
		g.targets = m.reachAll(g, h, local, c, transport)
	}
	for _, tg := range g.targets {
		tg.link.Mark(g.label("blocked", tg))
	}
	way := rnd.Pick(r, []talk.Way{
		talk.Egress, talk.Egress, talk.Egress, talk.Silence, talk.Silence, talk.Silence,
		talk.Refuse, talk.Refuse, talk.Return, talk.Turned, talk.Unreadable,
	})
	g.phases = profile(r, begin(r), m.until)
	g.periods(m.until, func(from, end float64) {
		g.knock(way, from, end)
	})
}

// knock tries all targets in turn, with the pauses of the program.
func (g *rig) knock(way talk.Way, t, end float64) {
	pause := g.set.retry
	// Some programs end when nothing answers, and a timer starts them again.
	again := 0.0
	if g.r.Chance(0.2) {
		again = rnd.Pick(g.r, []float64{30, 60, 60, 300, 600})
	}
	for n := 1; t < end; n++ {
		tg := g.targets[n/g.set.tries%len(g.targets)]
		m := &tg.pool.say
		t = talk.Attempt(g.env(tg), way, t, g.set.timeout, m.hello[0].ask, m.refusal)
		t += pause * g.r.Between(0.98, 1.05)
		pause = min(pause*g.prog.grow, max(g.prog.most, pause))
		if again > 0 && n%(g.set.tries*len(g.targets)) == 0 {
			t += again
		}
	}
}
