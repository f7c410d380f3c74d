// Package push is how programs talk on a connection: publishers that follow
// some process in time, what subscribers send back, heartbeats, and lives.
package push

import (
	"math"

	"makes/aa/internal/rng"
)

// Proc gives the time of the next event after t.
type Proc func(r *rng.R, t float64) float64

// Law draws a process for one deployment.
type Law func(r *rng.R) Proc

// Poisson has independent events, a mean gap apart.
func Poisson(lo, hi float64) Law {
	return func(r *rng.R) Proc {
		mean := r.LogU(lo, hi)
		return func(r *rng.R, t float64) float64 { return t + r.Exp(mean) }
	}
}

// Clock ticks exactly; some clocks are those on the wall.
func Clock(lo, hi float64) Law {
	return func(r *rng.R) Proc {
		period := nice(r, lo, hi)
		shift := r.F() * period
		return func(r *rng.R, t float64) float64 {
			return (math.Floor((t-shift)/period+1e-9)+1)*period + shift + r.F()*.01
		}
	}
}

// nice is a period people would configure.
func nice(r *rng.R, lo, hi float64) float64 {
	p := r.LogU(lo, hi)
	for _, s := range []float64{3600, 1800, 900, 600, 300, 120, 60, 30, 20, 15, 10, 5, 3, 2, 1} {
		if p > s*.9 && p < s*1.15 && s >= lo && s <= hi {
			return s
		}
	}
	return p
}

// Sleep pauses after each event: a period that drifts and jitters.
func Sleep(lo, hi, jitter float64) Law {
	return func(r *rng.R) Proc {
		period, j := nice(r, lo, hi), jitter*r.U(.3, 1)
		return func(r *rng.R, t float64) float64 { return t + period*(1+j*(2*r.F()-1)) }
	}
}

// Clocks is several clocks of periods of their own at once.
func Clocks(n int, lo, hi float64) Law {
	return func(r *rng.R) Proc {
		var all []Proc
		for range 2 + r.N(n-1) {
			all = append(all, Clock(lo, hi)(r))
		}
		return func(r *rng.R, t float64) float64 {
			next := math.Inf(1)
			for _, p := range all {
				next = min(next, p(r, t))
			}
			return next
		}
	}
}

// Hawkes excites itself: each event makes more of them likely for a while.
func Hawkes(lo, hi float64) Law {
	return func(r *rng.R) Proc {
		branch, decay := r.U(.3, .85), r.LogU(1, 120)
		mean := r.LogU(lo, hi) / (1 - branch) * .8
		heat, last := 0.0, math.Inf(-1)
		return func(r *rng.R, t float64) float64 {
			if last > math.Inf(-1) {
				heat *= math.Exp(-(t - last) / decay)
			}
			at := t
			for { // thinning
				top := 1/mean + heat/decay
				step := r.Exp(1 / top)
				at += step
				heat *= math.Exp(-step / decay)
				if r.F()*top <= 1/mean+heat/decay {
					break
				}
			}
			heat += branch
			last = at
			return at
		}
	}
}

// thin keeps the events of a process where a profile of the hour allows.
func thin(mean float64, profile func(hour float64) float64) Proc {
	return func(r *rng.R, t float64) float64 {
		for {
			t += r.Exp(mean)
			if r.F() < profile(math.Mod(t/3600, 24)) {
				return t
			}
		}
	}
}

// Office follows working hours somewhere, with some life at night.
func Office(lo, hi float64) Law {
	return func(r *rng.R) Proc {
		zone, night, width := r.U(6, 22), r.U(.03, .3), r.U(2.5, 4.5)
		return thin(r.LogU(lo, hi), func(h float64) float64 {
			d := math.Abs(math.Mod(h-zone+36, 24) - 12)
			return night + (1-night)/(1+math.Exp((d-width)*2))
		})
	}
}

// Market is busy between an opening and a close, most so at both.
func Market(lo, hi float64) Law {
	return func(r *rng.R) Proc {
		open, long, after := r.U(0, 15), r.U(6, 9), r.U(.02, .15)
		return thin(r.LogU(lo, hi), func(h float64) float64 {
			x := math.Mod(h-open+24, 24) / long
			if x > 1 {
				return after
			}
			return .4 + .6*(2*x-1)*(2*x-1)
		})
	}
}

// Crowd is a consumer service: a wave over the day that never ends.
func Crowd(lo, hi float64) Law {
	return func(r *rng.R) Proc {
		top, low := r.U(0, 24), r.U(.15, .7)
		return thin(r.LogU(lo, hi), func(h float64) float64 {
			return low + (1-low)*(.5+.5*math.Cos((h-top)/12*math.Pi))
		})
	}
}

// Batch comes in runs: n events a short gap apart, then a long pause.
func Batch(lo, hi float64, n int) Law {
	return func(r *rng.R) Proc {
		pause, inner, mean := r.LogU(lo, hi), r.LogU(.02, 2), r.U(2, float64(n))
		left := 0
		return func(r *rng.R, t float64) float64 {
			if left > 0 {
				left--
				return t + r.Exp(inner)
			}
			left = int(r.Exp(mean))
			return t + r.Exp(pause)
		}
	}
}

// Switch is on for some time, with events a mean gap apart, and off for some.
func Switch(on, off, gap float64) Law {
	return func(r *rng.R) Proc {
		up, down, mean := on*r.LogU(.4, 2.5), off*r.LogU(.4, 2.5), gap*r.LogU(.3, 3)
		until := 0.0
		return func(r *rng.R, t float64) float64 {
			if until == 0 {
				until = t + r.Exp(up)
			}
			t += r.Exp(mean)
			if t > until {
				t = max(t, until+r.Exp(down))
				until = t + r.Exp(up)
			}
			return t
		}
	}
}

// Blocks has exponential gaps around a known mean, and now and then a clock
// besides that repeats what was said.
func Blocks(mean ...float64) Law {
	return func(r *rng.R) Proc {
		m := rng.Pick(r, mean) * r.U(.9, 1.1)
		again := r.P(.4)
		every := nice(r, 20, 90)
		next := 0.0
		return func(r *rng.R, t float64) float64 {
			if next <= t {
				next = t + r.Exp(m)
			}
			if again && next > t+every {
				return t + every
			}
			return next
		}
	}
}

// Heavy has gaps with a long tail: silence for hours after busy minutes.
func Heavy(lo, hi float64) Law {
	return func(r *rng.R) Proc {
		least, tail := r.LogU(lo, hi)/3, r.U(1.15, 1.9)
		return func(r *rng.R, t float64) float64 {
			return t + min(least*math.Pow(1-r.F(), -1/tail), 20000)
		}
	}
}
