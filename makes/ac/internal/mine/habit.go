package mine

import (
	"math"

	"makes/ac/internal/rnd"
)

// habit is when an intruder's miner runs, and how hard.
type habit struct {
	start   float64 // when the machine is taken
	hidden  bool    // off while people work
	paused  bool    // or connected, but idle
	from    float64 // hours of work, UTC
	to      float64
	killed  float64 // mean time until somebody or the kernel kills it
	cron    float64 // by which it comes back
	restart float64 // a container's life, restarted at once
	yield   float64 // share of the processor it takes
	swing   float64 // how that goes up and down with what else runs
	wave    float64
}

func drawHabit(r *rnd.R) habit {
	h := habit{from: float64(r.Int(0, 23)), yield: rnd.Pick(r, 1, 1, 1, .75, .5, .3), swing: r.Between(0, .5), wave: r.LogU(1800, 86400),
		killed: math.Inf(1), restart: math.Inf(1)}
	h.to = math.Mod(h.from+float64(r.Int(7, 10)), 24)
	switch r.N(9) {
	case 0:
		h.hidden = true
	case 1:
		h.paused = true
	case 2, 3:
		h.killed = r.LogU(1200, 20*3600)
		h.cron = rnd.Pick(r, 60.0, 60, 300, 600, 1800, 3600)
	case 4:
		h.restart = r.LogU(900, 12*3600)
	case 5:
		h.start = r.LogU(600, 20*3600)
	}
	return h
}

func (h *habit) working(t float64) bool {
	hour := math.Mod(t/3600, 24)
	if h.from < h.to {
		return hour >= h.from && hour < h.to
	}
	return hour >= h.from || hour < h.to
}

// hashes is how much of its power the miner uses at t.
func (h *habit) hashes(t float64) float64 {
	if h.paused && h.working(t) {
		return 0
	}
	return h.yield * (1 + h.swing*math.Sin(t/h.wave*2*math.Pi))
}

// wake is the next time at or after t at which it may run.
func (h *habit) wake(t float64) float64 {
	t = max(t, h.start)
	for h.hidden && h.working(t) {
		t += 60
	}
	return t
}

// sleep is the time after t at which it is stopped.
func (h *habit) sleep(r *rnd.R, t float64) float64 {
	until := t + min(r.Exp(h.killed), r.Exp(h.restart))
	if h.hidden {
		x := t
		for ; !h.working(x) && x < until; x += 60 {
		}
		until = min(until, x)
	}
	return until
}

// back is when it is started again after it was stopped.
func (h *habit) back(r *rnd.R, t float64) float64 {
	if h.cron > 0 {
		t = (math.Floor(t/h.cron)+1)*h.cron + r.Between(.1, 3)
	} else {
		t += r.LogU(1, 30)
	}
	return h.wake(t)
}
