package talk

import (
	"math"

	"makes/ab/internal/rng"
)

// Clock says when the next exchange begins, seen from the last one.
type Clock func(s *Sess, t float64) float64

// ClockGene draws a service's clock.
type ClockGene func(r *rng.R) Clock

// Tick is an exact clock with one of the documented periods.
func Tick(periods ...float64) ClockGene {
	return func(r *rng.R) Clock {
		p := rng.Of(r, periods...)
		return func(_ *Sess, t float64) float64 { return t + p }
	}
}

// Sway is a clock that waits a period with some jitter after each turn.
func Sway(periods ...float64) ClockGene {
	return func(r *rng.R) Clock {
		p, by := rng.Of(r, periods...), r.Log(0.01, 0.35)
		if r.P(0.15) {
			p *= r.U(0.6, 1.8)
		}
		return func(s *Sess, t float64) float64 { return t + p*(1+by*s.R.U(-1, 1)) }
	}
}

// Any is Poisson, with a mean from a range.
func Any(lo, hi float64) ClockGene {
	return func(r *rng.R) Clock {
		mean := r.Log(lo, hi)
		return func(s *Sess, t float64) float64 { return t + s.R.Exp(mean) }
	}
}

// Work is Poisson with the hours of people.
func Work(lo, hi float64) ClockGene {
	return func(r *rng.R) Clock {
		mean, floor := r.Log(lo, hi), r.U(0, 0.25)
		return func(s *Sess, t float64) float64 {
			for range 400 {
				t += s.R.Exp(mean)
				if s.R.P(max(floor, Busy(s.Hour(t)))) {
					break
				}
			}
			return t
		}
	}
}

// Heavy has many short gaps and a few very long ones.
func Heavy(lo, hi float64) ClockGene {
	return func(r *rng.R) Clock {
		mid, sigma := r.Log(lo, hi), r.U(0.6, 1.7)
		return func(s *Sess, t float64) float64 { return t + min(14400, s.R.LogNorm(mid, sigma)) }
	}
}

// Bursts are several in a row, then silence.
func Bursts(lo, hi, within float64) ClockGene {
	return func(r *rng.R) Clock {
		pause, gap, goOn := r.Log(lo, hi), within*r.U(0.4, 2), r.U(0.5, 0.93)
		return func(s *Sess, t float64) float64 {
			if s.R.P(goOn) {
				return t + s.R.Exp(gap)
			}
			return t + s.R.Exp(pause)
		}
	}
}

// Stirred is self-exciting: what happens makes more happen, for a while.
func Stirred(lo, hi float64) ClockGene {
	return func(r *rng.R) Clock {
		base, decay, gain := r.Log(lo, hi), r.Log(20, 900), r.U(0.3, 0.9)
		return func(s *Sess, t float64) float64 {
			heat := float64(s.Count%13) / 13 * gain * math.Exp(-(t-s.Idle())/decay)
			return t + s.R.Exp(base*(1-heat))*s.R.U(0.3, 1.7)
		}
	}
}

// Shifts alternate between a busy and a quiet state.
func Shifts(lo, hi, quiet float64) ClockGene {
	return func(r *rng.R) Clock {
		mean, on, off := r.Log(lo, hi), r.Log(120, 7200), quiet*r.U(0.5, 2)
		phase := r.F()
		return func(s *Sess, t float64) float64 {
			t += s.R.Exp(mean)
			turn := t/(on+off) + phase
			if in := (turn - math.Floor(turn)) * (on + off); in > on {
				t += on + off - in
			}
			return t
		}
	}
}

// Cast is Poisson and the same for all clients of a service: what a server
// tells everybody at once.
func Cast(lo, hi float64) ClockGene {
	return func(r *rng.R) Clock {
		mean := r.Log(lo, hi)
		return func(s *Sess, t float64) float64 {
			// Time is cut into cells; each has its one moment, or none.
			for cell := math.Floor(t / mean); ; cell++ {
				c := rng.New(s.Seed ^ uint64(int64(cell))*0xd1342543de82ef95)
				if at := (cell + c.F()) * mean; at > t && c.P(0.75) {
					return at + s.R.U(0, 0.02)
				}
			}
		}
	}
}

// Minute is aligned to the wall clock, as cron and metrics are.
func Minute(periods ...float64) ClockGene {
	return func(r *rng.R) Clock {
		p, late := rng.Of(r, periods...), r.Log(0.01, 3)
		splay := 0.0
		if r.P(0.4) {
			splay = p * 0.9
		}
		return func(s *Sess, t float64) float64 {
			at := (math.Floor(t/p)+1)*p + s.R.F()*late
			if splay > 0 {
				at += float64(s.Conn.Local()%997) / 997 * splay
			}
			for at <= t {
				at += p
			}
			return at
		}
	}
}
