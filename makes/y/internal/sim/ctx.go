package sim

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"makes/y/internal/flow"
	"makes/y/internal/rng"
)

type flusher interface{ flush() }

// Ctx is the clock and the belongings of one running program.
type Ctx struct {
	W     *World
	T     float64 // seconds since the run's start
	End   float64
	R     *rng.R
	Label *flow.Label
	Limit float64 // seconds after which a connect gives up, 0 for the stack's own limit

	live map[flusher]int
	seq  int
}

// NewCtx starts a program's clock at a time.
func NewCtx(w *World, label *flow.Label, at float64, r *rng.R) *Ctx {
	return &Ctx{W: w, T: at, End: w.End, R: r, Label: label, live: map[flusher]int{}}
}

// Run tells whether the simulation still lasts.
func (x *Ctx) Run() bool { return x.T < x.End }

// Sleep lets time pass.
func (x *Ctx) Sleep(d float64) { x.T += max(d, 0) }

// Until sleeps to the earliest of the times and tells which it was.
func (x *Ctx) Until(times ...float64) int {
	best := 0
	for i, t := range times {
		if t < times[best] {
			best = i
		}
	}
	x.T = max(x.T, times[best])
	return best
}

// Fork runs f on a clock of its own that starts now; what it opens ends with it.
func (x *Ctx) Fork(f func(*Ctx)) {
	if !x.Run() {
		return
	}
	y := *x
	y.live, y.seq = map[flusher]int{}, 0
	f(&y)
	y.Finish()
}

// Aside runs f at a later time on a clock of its own.
func (x *Ctx) Aside(after float64, f func(*Ctx)) {
	was := x.T
	x.T += after
	x.Fork(f)
	x.T = was
}

// Finish writes what is still open when the program ends.
func (x *Ctx) Finish() {
	order := slices.SortedFunc(maps.Keys(x.live), func(a, b flusher) int { return x.live[a] - x.live[b] })
	for _, f := range order {
		f.flush()
	}
	clear(x.live)
}

// note labels a pair that is about to have traffic.
func (x *Ctx) note(a, b *Host) {
	if x.Run() {
		x.W.Labels.Note(a.If, b.Addr, x.Label)
		x.W.Labels.Note(b.If, a.Addr, x.Label)
	}
}

func (x *Ctx) keep(f flusher) {
	x.live[f] = x.seq
	x.seq++
}

// Of gives the parameters that a service has for all its users: the same stream for the same host and program.
func (x *Ctx) Of(h *Host) *rng.R {
	return rng.New(x.W.Seed, "of", x.Label.Name, fmt.Sprint(h.Addr))
}

// Fleet gives the parameters a program has everywhere in the company.
func (x *Ctx) Fleet(name string) *rng.R { return rng.New(x.W.Seed, "fleet", name) }

// Other gives one of the addresses of the same service.
func (x *Ctx) Other(h *Host) *Host {
	if len(h.siblings) < 2 || h.If != nil {
		return h
	}
	return h.siblings[x.R.Int(0, len(h.siblings)-1)]
}

func (x *Ctx) clock() (hour float64, weekday int) {
	t := x.T/3600 + x.W.Zone
	day := int(math.Floor(t / 24))
	return t - 24*float64(day), ((day % 7) + 7) % 7
}

// Office is how busy the company's people are now, 0.02 to 1.
func (x *Ctx) Office() float64 {
	h, d := x.clock()
	if d >= 5 {
		return 0.04
	}
	switch {
	case h < 6 || h >= 20:
		return 0.03
	case h < 8:
		return 0.03 + 0.45*(h-6)/2
	case h < 12:
		return 1
	case h < 13:
		return 0.6
	case h < 17:
		return 0.95
	}
	return 0.95 - 0.3*(h-17)
}

// Shop is how busy the customers are now, 0.12 to 1.
func (x *Ctx) Shop() float64 {
	h, d := x.clock()
	v := 0.56 - 0.44*math.Cos((h-4)/24*2*math.Pi)
	if d >= 5 {
		v = min(1, v*1.15)
	}
	return v
}

// Hour gives the local time of day in hours.
func (x *Ctx) Hour() float64 {
	h, _ := x.clock()
	return h
}

// NextDaily gives the seconds until the local time of day next comes.
func (x *Ctx) NextDaily(hour float64) float64 {
	d := hour - x.Hour()
	if d <= 0 {
		d += 24
	}
	return d * 3600
}
