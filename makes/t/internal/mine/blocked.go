package mine

import (
	"math/rand/v2"

	"makes/t/internal/apps"
	"makes/t/internal/wire"
)

// firmware is how a mining program tries pools that it cannot reach.
type firmware struct {
	wait, growth, limit float64 // seconds between attempts
	patience            float64 // seconds of an attempt
	tries               int     // attempts until the next pool of the list
}

var firmwares = []firmware{
	{5, 1, 5, 20, 5}, {5, 1, 5, 20, 1}, {30, 1, 30, 30, 3}, {10, 1, 10, 60, 1}, {10, 2, 60, 60, 5}, {30, 1.5, 120, 127, 6}, {15, 1, 15, 10, 2},
	{5, 1, 5, 5, 3}, {20, 1, 20, 30, 3}, {60, 1, 60, 127, 1}, {3, 1, 3, 10, 5}, {1, 2, 60, 10, 9}, {2, 1, 2, 15, 30}, {10, 1.3, 300, 30, 40}, {120, 1, 120, 20, 1},
}

// RunBlocked plays a miner that reaches none of its pools; each rig is one
// pool of its list. With open it works for some of the time after all.
func RunBlocked(rigs []*Rig, r *rand.Rand, open *apps.Span) {
	f := firmwares[r.IntN(len(firmwares))]
	links := make([]*link, len(rigs))
	how := make([]wire.Failure, len(rigs))
	modes := []wire.Failure{wire.Denied, wire.Denied, wire.Dead, wire.Dead, wire.Refused, wire.HalfWay, wire.Slammed, wire.Rejected}
	same := modes[r.IntN(len(modes))]
	for i, m := range rigs {
		links[i], how[i] = m.link(r), same
		if r.Float64() < 0.25 {
			how[i] = modes[r.IntN(len(modes))]
		}
	}
	end := rigs[0].Host.Iface.End()
	t := f.wait * r.Float64()
	for k := 0; t < end; k++ {
		i := k / f.tries % len(rigs)
		l := links[i]
		l.renew(rigs[i])
		if open != nil && t >= open.From && t < open.To {
			g := game{Rig: rigs[i], link: l, rng: r, id: 1}
			t = g.play(t, min(open.To, end), false) + f.wait
			continue
		}
		if how[i] == wire.Rejected {
			t = rejectLogin(l, rigs[i], r, t)
		} else {
			t = l.conn.Fail(t, l.client, how[i], f.patience)
		}
		wait := f.wait
		for n := 0; n < k%f.tries; n++ {
			wait = min(f.limit, wait*f.growth)
		}
		t += wait + 0.05*r.Float64()
	}
	for _, l := range links {
		l.conn.Flush()
	}
}

// rejectLogin opens the connection, and the pool closes it after the login.
func rejectLogin(l *link, m *Rig, r *rand.Rand, t float64) float64 {
	t = l.open(t)
	g := game{Rig: m, link: l, rng: r, id: 1}
	g.message(t, true, &m.Pool.text.login[0])
	t += l.path.RTT + m.Pool.answer
	if r.Float64() < 0.7 {
		g.message(t, false, &m.Pool.text.refuse)
		t += 0.01
	}
	l.run(t + 0.05)
	l.close(t+0.05, false, m.Pool.noFIN)
	return t + 0.05
}
