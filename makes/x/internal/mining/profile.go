package mining

import (
	"makes/x/internal/rnd"
)

// phase is a change of how hard a host mines.
type phase struct {
	at     float64
	factor float64 // of its hash rate; 0 while connected but idle
	off    bool    // the program does not run
}

// profile draws when and how hard a host mines. Rented and stolen machines are
// throttled, mine by night, get restarted by a watchdog or pause while watched.
func profile(r *rnd.Rand, from, to float64) []phase {
	one := []phase{{at: from, factor: 1}}
	switch x := r.Float64(); {
	case x < 0.4:
		return one
	case x < 0.55: // held down so as not to be noticed, and uneven for it
		return sway(r, from, to, r.Between(0.15, 0.7), r.Log(60, 1200))
	case x < 0.65: // other work has priority
		return sway(r, from, to, 0.8, r.Log(20, 600))
	case x < 0.74: // by night, with the program idle or gone by day
		return nights(r, from, to)
	case x < 0.82: // a while on, a while off
		return turns(r, from, to, r.Log(300, 5400), r.Log(60, 3600), r.Chance(0.6))
	case x < 0.9: // killed, and started again by a timer
		return turns(r, from, to, r.Log(1200, 20000), r.Log(5, 300), true)
	case x < 0.95: // begins within the time seen
		one[0].at = from + (to-from)*r.Between(0.05, 0.4)
		return one
	default: // ends within it
		return append(one, phase{at: from + (to-from)*r.Between(0.5, 0.95), off: true})
	}
}

func sway(r *rnd.Rand, from, to, level, every float64) []phase {
	var out []phase
	for t := from; t < to; t += r.Exp(every) + 5 {
		out = append(out, phase{at: t, factor: min(1, r.Around(level, 0.25))})
	}
	return out
}

func nights(r *rnd.Rand, from, to float64) []phase {
	begin, length := r.Between(17, 24)*3600, r.Between(6, 12)*3600
	off := r.Chance(0.5)
	out := []phase{{at: from, factor: 0.1, off: off}}
	for day := -86400.0; day < to; day += 86400 {
		a, b := day+begin+r.Between(-600, 600), day+begin+length+r.Between(-600, 600)
		if b < from {
			continue
		}
		out = append(out, phase{at: max(a, from), factor: 1}, phase{at: b, off: off})
	}
	return out
}

func turns(r *rnd.Rand, from, to, on, idle float64, off bool) []phase {
	var out []phase
	for t := from; t < to; {
		out = append(out, phase{at: t, factor: 1})
		t += on * r.Between(0.6, 1.4)
		out = append(out, phase{at: t, off: off})
		t += idle * r.Between(0.6, 1.4)
	}
	return out
}
