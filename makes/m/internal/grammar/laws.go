package grammar

import (
	"math"

	"makes/m/internal/draw"
)

// law is how the sizes of a kind of message are distributed.
type law struct {
	kind   string // fixed, few, lognormal, uniform, heavy, growing
	median float64
	spread float64
	few    []float64
}

func drawLaw(r draw.Rand, kind string, lo, hi float64) law {
	if kind == "" {
		kind = draw.Pick(r, "fixed", "few", "few", "lognormal", "lognormal", "uniform", "heavy", "growing")
	}
	l := law{kind: kind, median: r.Log(lo, hi), spread: r.Log(0.03, 1.2)}
	for range r.Int(2, 6) {
		l.few = append(l.few, r.Log(max(lo, l.median/4), min(hi, l.median*4)+1))
	}
	return l
}

// size draws the size of the n-th message.
func (l *law) size(r draw.Rand, n int) int {
	x := l.median
	switch l.kind {
	case "few":
		x = l.few[int(math.Abs(r.NormFloat64())*1.3)%len(l.few)]
	case "lognormal":
		x = r.LogNormal(x, l.spread)
	case "uniform":
		x *= r.Uniform(1/(1+2*l.spread), 1+l.spread)
	case "heavy":
		x = 0.6 * r.Pareto(x, 1.2+1/(1+l.spread))
	case "growing": // an id of growing width in it
		x += math.Floor(math.Log10(float64(n + 1)))
	}
	return int(min(max(x, 1), 40*l.median+100, 6e7))
}

// rhythm is when messages of a kind come.
type rhythm struct {
	kind   string
	period float64 // or mean distance
	jitter float64
	sleepy bool    // the next period begins when a message is done
	burst  float64 // messages a burst
	fast   float64 // distance within a burst
	skip   float64
	other  [3]float64 // periods to change between
	hold   float64    // until a change
	phase  float64
	day    *day
}

// day is the course of activity over a day.
type day struct{ low, peak, width float64 }

func (d *day) at(t float64) float64 {
	x := math.Abs(math.Mod(t/3600-d.peak+36, 24) - 12)
	return d.low + (1-d.low)/(1+math.Exp(2*(x-d.width)))
}

func drawRhythm(r draw.Rand, kind string, lo, hi float64) rhythm {
	h := rhythm{kind: kind, period: r.Log(lo, hi), sleepy: r.Chance(0.5), burst: r.Log(2, 60), skip: r.Log(0.02, 0.6), hold: r.Log(600, 20000), phase: r.Float64()}
	h.fast = min(r.Log(0.01, 5), h.period/(2*h.burst))
	if !r.Chance(0.25) {
		h.jitter = r.Log(1e-4, 0.35)
	}
	if h.period > 10 && r.Chance(0.7) { // programs' timers are round
		unit := draw.Pick(r, 5.0, 10, 30)
		if h.period > 300 {
			unit = 60
		}
		h.period = math.Max(1, math.Round(h.period/unit)) * unit
	}
	for i := range h.other {
		h.other[i] = h.period * r.Log(0.3, 3)
	}
	if kind == "diurnal" || kind == "session" || kind != "periodic" && r.Chance(0.15) {
		h.day = &day{low: r.Log(0.005, 0.5), peak: r.Uniform(0, 24), width: r.Uniform(2, 9)}
	}
	return h
}

// clock is a rhythm that goes in one pair.
type clock struct {
	*rhythm
	rng    draw.Rand
	at     float64
	grid   float64
	left   int
	now    float64 // period at present
	change float64
}

func newClock(h *rhythm, r draw.Rand, t float64) *clock {
	c := &clock{rhythm: h, rng: r, now: h.period, change: math.Inf(-1)}
	c.grid = t + h.period*r.Float64()
	if h.kind == "cron" {
		c.grid = (math.Ceil(t/h.period)+h.phase)*h.period + r.Exp(2)
	}
	c.at = c.grid
	if h.kind != "periodic" && h.kind != "cron" {
		c.next(t)
	}
	return c
}

// next moves the clock to its next time after t.
func (c *clock) next(t float64) {
	for {
		c.at = c.step(t)
		if c.day == nil || c.left > 0 || c.rng.Chance(c.day.at(c.at)) {
			return
		}
		t = c.at
	}
}

func (c *clock) bursty(t, between float64) float64 {
	if c.left > 0 {
		c.left--
		return t + c.rng.Exp(c.fast)
	}
	c.left = int(c.rng.Exp(c.burst))
	return t + between
}

func (c *clock) tick(t, period float64) float64 {
	if c.sleepy {
		return t + period*max(0.05, 1+c.jitter*c.rng.NormFloat64())
	}
	if c.grid += period; c.grid <= t {
		c.grid += math.Ceil((t-c.grid)/period+1e-9) * period
	}
	return max(t, c.grid+period*c.jitter*c.rng.Uniform(-0.5, 0.5))
}

func (c *clock) step(t float64) float64 {
	switch c.kind {
	case "periodic", "cron":
		return c.tick(t, c.period)
	case "skip":
		at := c.tick(t, c.period)
		for c.rng.Chance(c.skip) {
			at = c.tick(at, c.period)
		}
		return at
	case "drift", "regime":
		if t > c.change {
			c.change = t + c.rng.Exp(c.hold)
			if c.kind == "regime" {
				c.now = draw.Pick(c.rng, c.other[:]...)
			} else {
				c.now = min(max(c.now*c.rng.LogNormal(1, 0.2), c.period/3), c.period*3)
			}
		}
		return c.tick(t, c.now)
	case "onoff":
		return c.bursty(t, c.rng.LogNormal(c.period*c.burst, 0.7))
	case "session":
		if c.left > 0 {
			c.left--
			return t + c.rng.LogNormal(c.period, 1)
		}
		c.left = int(c.rng.Exp(c.burst * 3))
		return t + c.rng.Exp(max(900, c.period*c.burst))
	case "hawkes":
		if c.left > 0 || c.rng.Chance(1-1/c.burst) {
			c.left = max(0, c.left-1)
			return t + c.rng.Exp(c.fast*3)
		}
		return t + c.rng.Exp(c.period*c.burst)
	case "heavy":
		return t + min(c.rng.Pareto(c.period/3, 1.3), 50*c.period)
	case "lognormal", "think":
		return t + c.rng.LogNormal(c.period, 0.2+2*c.jitter)
	case "longpoll": // the time comes with the answer
		return t + c.rng.Exp(0.02)
	}
	return t + c.rng.Exp(c.period) // poisson, diurnal
}
