package talk

import (
	"makes/w/internal/hours"
	"makes/w/internal/rng"
	"makes/w/internal/tcp"
)

// agenda keeps when the talks of a conversation are due.
type agenda struct {
	talks  []tuned
	g      *rng.R
	hours  hours.Kind
	zone   float64
	window hours.Kind
	offset float64 // this conversation's own deviation from the hours
}

func newAgenda(s *Service, g *rng.R, t float64) *agenda {
	a := &agenda{g: g, hours: s.Spec.Hours, zone: s.Zone, window: s.Spec.Window, offset: g.Between(-1200, 1200)}
	a.talks = append(a.talks, s.talks...)
	for i := range a.talks {
		k := &a.talks[i]
		by := 0.08
		if k.rhythm || k.how == Random {
			by = 1.2
			k.every = k.every.Near(g, by)
		}
		k.size = k.size.Near(g, 0.08)
		k.next = t + g.Between(0, 1)*k.every.Mid
		if k.how == Random || k.rhythm {
			k.next = a.thin(k, t)
		}
	}
	return a
}

// thin returns the next event of a process whose rate follows the hours.
func (a *agenda) thin(k *tuned, t float64) float64 {
	for range 100000 {
		switch k.how {
		case Random:
			t += a.g.Exp(k.every.Mid)
		default:
			t += k.every.Next(a.g) * (1 + k.jitter*(2*a.g.Float64()-1))
		}
		if !k.rhythm {
			break
		}
		f := hours.At(a.hours, a.zone, t+a.offset)
		if a.g.Float64() < f {
			break
		}
		if f == 0 {
			t += a.g.Between(0, 240)
		}
	}
	return t
}

// done plans a talk anew that was due at its time and ended at t.
func (a *agenda) done(k *tuned, t float64) {
	switch k.how {
	case Steady:
		if !k.rhythm {
			k.next += k.every.Next(a.g) * (1 + k.jitter*(2*a.g.Float64()-1))
			if k.next <= t {
				k.next = t + k.every.Mid*a.g.Between(0.5, 1)
			}
			return
		}
		k.next = max(t, a.thin(k, k.next))
	default:
		k.next = a.thin(k, t)
	}
}

// first returns the talk due next. After a connection is made anew, only what
// can start a connection counts.
func (a *agenda) first(clientOnly bool) *tuned {
	var best *tuned
	for i := range a.talks {
		k := &a.talks[i]
		if clientOnly && (k.from == tcp.Server || k.how == Idle) {
			continue
		}
		if best == nil || k.next < best.next {
			best = k
		}
	}
	return best
}

// shift moves all talks that fell due during a disconnection to after t.
func (a *agenda) shift(t float64) {
	for i := range a.talks {
		k := &a.talks[i]
		switch {
		case k.how == Idle:
			k.next = t + k.every.Mid
		case k.next < t:
			k.next = t + a.g.Between(0, 1)*k.every.Mid
			if k.rhythm || k.how == Random {
				k.next = a.thin(k, t)
			}
		}
	}
}

// open tells whether connections exist at a time.
func (a *agenda) open(t float64) bool {
	return a.window == hours.Always || hours.At(a.window, a.zone, t+a.offset) > 0.3
}

// opens returns when the window next opens.
func (a *agenda) opens(t, end float64) float64 {
	for !a.open(t) && t < end {
		t += 240
	}
	return t
}

// shuts returns when the window next closes.
func (a *agenda) shuts(t, end float64) float64 {
	if a.window == hours.Always {
		return 1e18
	}
	for a.open(t) && t < end {
		t += 240
	}
	return t
}
