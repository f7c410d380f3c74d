// Package rhythm says when things happen: clocks with periods, drift and
// jitter, rates that follow the day, bursts, and events many see at once.
package rhythm

import (
	"math"

	"makes/j/internal/dice"
)

const day = 86400

// Curve is how a rate goes up and down by the time of day.
type Curve struct {
	kind        byte
	peak, depth float64
	noise       float64 // of the rate, common to all that share the curve
	grain       float64 // seconds over which the noise changes
	seed        uint64
	minute      float64 // of the last answer
	value       float64
}

// DrawCurve gives one of the kinds: f flat, h human, o office hours, m market,
// n night.
func DrawCurve(d dice.Dice, kinds string) *Curve {
	c := &Curve{kind: kinds[d.IntN(len(kinds))], peak: d.Between(9, 22), depth: d.Between(0.3, 0.95), grain: d.Log(60, 7200), seed: d.Uint64()}
	if d.Chance(0.6) {
		c.noise = d.Between(0.1, 1.2)
	}
	return c
}

func (c *Curve) grid(k int64) float64 {
	x := c.seed + uint64(k)*0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return float64(x>>11)/(1<<52) - 1
}

// At gives the rate's factor at a time.
func (c *Curve) At(t float64) float64 {
	if minute := math.Floor(t / 60); minute != c.minute || c.value == 0 {
		c.minute, c.value = minute, c.at(minute*60)
	}
	return c.value
}

func (c *Curve) at(t float64) float64 {
	hour := math.Mod(t+7*day, day) / 3600
	weekend := math.Mod(t+7*day, 7*day) >= 5*day
	v := 1.0
	switch c.kind {
	case 'h':
		v = 1 + c.depth*math.Cos((hour-c.peak)*math.Pi/12)
	case 'o':
		v = 0.05
		if !weekend {
			v += 2 / (1 + math.Exp(-(4-math.Abs(hour-13-(c.peak-15)/4))*2))
		}
	case 'm':
		open := math.Mod(c.peak, 6) + 7
		if x := hour - open; x >= 0 && x < 8 && !weekend {
			v = 1 + 3*math.Exp(-x*3) + 2*math.Exp(-(8-x)*3)
		} else {
			v = 0.02
		}
	case 'n':
		v = 0.4 + 3*math.Exp(-math.Pow(math.Mod(hour-c.peak+36, 24)-12, 2))
	}
	if c.noise > 0 {
		k := math.Floor(t / c.grain)
		f := t/c.grain - k
		a, b := c.grid(int64(k)), c.grid(int64(k)+1)
		v *= math.Exp(c.noise * 1.7 * (a*(1-f) + b*f))
	}
	return max(v, 0.01)
}

// Clock is what a service says about when a kind of message is sent.
type Clock struct {
	Shape  byte // see Ticker.Next
	Period float64
	Jitter float64 // as a share of the period
	Drift  float64 // largest, as a share
	Ratio  float64 // of slow to quick, or of bursts
	Hold   float64 // seconds of a state
	Curve  *Curve
}

// DrawClock draws a clock of one of the shapes.
func DrawClock(d dice.Dice, shapes string, period dice.Range, curve *Curve) Clock {
	c := Clock{Shape: shapes[d.IntN(len(shapes))], Period: d.In(period), Curve: curve, Ratio: d.Log(3, 40), Hold: d.Log(60, 7200)}
	c.Jitter = dice.Pick(d, 0, 0, d.Log(1e-4, 0.01), d.Log(0.01, 0.1), d.Log(0.05, 0.4))
	c.Drift = dice.Pick(d, 0, 1e-5, 1e-4, 1e-3)
	if d.Chance(0.6) && c.Shape != 'p' { // as people write them
		c.Period = Nice(c.Period)
	}
	return c
}

// Nice gives the number people would choose.
func Nice(x float64) float64 {
	best := x
	for _, n := range []float64{0.1, 0.2, 0.25, 0.5, 1, 2, 3, 5, 10, 15, 20, 25, 30, 45, 60, 90, 120, 180, 240, 300, 600, 900, 1200, 1800, 3600, 7200, 14400, 21600, 43200} {
		if best == x || math.Abs(math.Log(n/x)) < math.Abs(math.Log(best/x)) {
			best = n
		}
	}
	return best
}

// Ticker is a clock that runs in one place.
type Ticker struct {
	c      Clock
	d      dice.Dice
	period float64
	phase  float64
	k      float64
	left   int     // of a burst
	slow   bool    // state
	until  float64 // end of state
	work   float64 // of a loop
}

// Start gives a ticker that runs from a time.
func (c Clock) Start(d dice.Dice, at float64) *Ticker {
	t := &Ticker{c: c, d: d, period: c.Period * (1 + c.Drift*d.NormFloat64())}
	t.phase = at + d.Float64()*t.period
	t.work = c.Jitter * t.period
	if c.Shape == 'c' {
		t.period = Nice(c.Period)
		t.phase = math.Ceil(at/t.period)*t.period + d.Float64()*d.Float64()*min(t.period/2, 30)
	}
	return t
}

// Next gives the first tick after a time.
func (t *Ticker) Next(at float64) float64 {
	c, d := &t.c, t.d
	switch c.Shape {
	case 's', 'c': // on a grid
		for {
			next := t.phase + t.k*t.period
			t.k++
			if c.Jitter > 0 {
				next += c.Jitter * t.period * d.NormFloat64()
			}
			if next > at {
				return next
			}
			if at-next > 10*t.period {
				t.k = math.Floor((at - t.phase) / t.period)
			}
		}
	case 'l': // sleeping after work
		if t.phase > at {
			at, t.phase = t.phase, 0
			return at
		}
		return at + t.period + d.Exp(t.work)
	case 'b': // in bursts
		if t.left > 0 {
			t.left--
			return at + d.Exp(t.period/c.Ratio/4+0.02)
		}
		t.left = int(d.Exp(c.Ratio))
		return at + d.Exp(t.period*(c.Ratio+1)/c.Curve.At(at))
	case 'h': // with heavy tails
		return at + t.period*math.Exp(1.3*d.NormFloat64()-0.85)/min(4, c.Curve.At(at))
	case 'q': // on a grid, when there is something to say
		for {
			at += t.period
			if d.Chance(min(0.95, 0.6*c.Curve.At(at))) {
				return math.Floor(at/t.period)*t.period + math.Mod(t.phase, t.period) + d.Float64()*c.Jitter
			}
		}
	case 'r': // quick at times, slow at others
		if at > t.until {
			t.slow = d.Chance(0.5 / min(2, c.Curve.At(at)))
			t.until = at + d.Exp(c.Hold)
		}
		if t.slow {
			return at + t.period*c.Ratio*(1+c.Jitter*d.NormFloat64()/4)
		}
		return at + t.period*max(0.1, 1+c.Jitter*d.NormFloat64())
	case 'g': // never twice in short time
		return at + t.period*(0.5+(d.ExpFloat64()+d.ExpFloat64()+d.ExpFloat64())/6)
	}
	return at + d.Exp(t.period/c.Curve.At(at)) // p: at random
}

// Period gives the ticker's own period.
func (t *Ticker) Period() float64 { return t.period }
