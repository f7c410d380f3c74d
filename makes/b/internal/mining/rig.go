package mining

import "makes/b/internal/wire"

// rig is the hardware that mines and the hours at which it does.
type rig struct {
	full  float64 // power, 1 to 20
	power float64 // at present
	r     wire.Rand
	on    []stretch
}

type stretch struct{ from, to float64 }

// newRig draws a rig and its habits: most always work, some by night, some in
// bouts, some begin or end during the log.
func newRig(r wire.Rand, end, zone float64) *rig {
	g := &rig{full: r.Wide(1, 20), r: r}
	g.power = g.full
	const always = -7200
	switch r.IntN(10) {
	case 0: // by night
		off, length := r.Between(6, 9), r.Between(8, 12)
		for day := -1.0; day < end/86400+1; day++ {
			morning := (day*24 + off - zone) * 3600
			g.on = append(g.on, stretch{morning - (24-length)*3600, morning})
		}
	case 1, 2: // in bouts
		work, rest := r.Wide(900, 6*3600), r.Wide(120, 2*3600)
		for t := float64(always); t < end; {
			s := stretch{t, t + r.Exp(work)}
			g.on = append(g.on, s)
			t = s.to + r.Exp(rest)
		}
	case 3: // from some time on
		g.on = []stretch{{end * r.Between(0, 0.6), end}}
	case 4: // to some time
		g.on = []stretch{{always, end * r.Between(0.4, 1)}}
	default:
		g.on = []stretch{{always, end}}
	}
	return g
}

func (g *rig) working(t float64) bool {
	for _, s := range g.on {
		if t < s.to {
			return t >= s.from
		}
	}
	return false
}

// drift changes the power a little, now and then a lot.
func (g *rig) drift() {
	g.power = g.full * wire.Pick(g.r, 1, 1, 0.95, 0.9, 0.75, 0.5)
}

func (g *rig) size() string {
	switch {
	case g.full < 2.7:
		return "slow"
	case g.full < 7.4:
		return "middle"
	}
	return "fast"
}
