// Package platform runs the ordinary programs of a software company: each is
// a small state machine that programs.txt describes, with wide ranges that a
// service draws its own numbers from.
package platform

import (
	_ "embed"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

//go:embed programs.txt
var programs string

// kind is a program's lines in the table.
type kind [][]string

// kinds gives the programs of the table.
func kinds() (all []kind) {
	for line := range strings.Lines(programs) {
		switch f := strings.Fields(line); {
		case len(f) == 0 || line[0] == '#':
		case line[0] == ' ':
			all[len(all)-1] = append(all[len(all)-1], f)
		default:
			all = append(all, kind{f})
		}
	}
	return all
}

// drawer reads a program, and draws from its ranges.
type drawer struct {
	*rand.Rand
	err error
}

var units = map[byte]float64{'k': 1e3, 'M': 1e6, 'm': 60, 'h': 3600, 'd': 86400}

func (d *drawer) number(text string) float64 {
	unit := 1.
	if u, ok := units[(" " + text)[len(text)]]; ok {
		text, unit = text[:len(text)-1], u
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil && d.err == nil {
		d.err = err
	}
	return v * unit
}

// span is a range of numbers.
type span struct{ lo, hi, magnitude float64 }

func (d *drawer) span(text string) span {
	lo, hi, two := strings.Cut(text, "-")
	if !two {
		hi = lo
	}
	s := span{lo: d.number(lo), hi: d.number(hi)}
	s.magnitude = math.Log(s.hi / s.lo)
	if s.hi < s.lo && d.err == nil {
		d.err = fmt.Errorf("range %q", text)
	}
	return s
}

// pick draws from the range, all orders of magnitude alike.
func (s span) pick(rng *rand.Rand) float64 {
	if s.lo <= 0 {
		return s.lo + rng.Float64()*(s.hi-s.lo)
	}
	return s.lo * math.Exp(s.magnitude*rng.Float64())
}

func (d *drawer) pick(text string) float64 { return d.span(text).pick(d.Rand) }

// step is one item of a script.
type step struct {
	op byte // c s w L ? x
	span
	mid, mean float64
	vary      int // how much it varies: not, by digits, a bit, much, heavily, over all the range
}

func (d *drawer) script(words []string) (script []step) {
	for _, w := range words {
		limit, mean, long := strings.Cut(w[1:], "/")
		text, wide := strings.CutSuffix(limit, "*")
		s := step{op: w[0], span: d.span(text)}
		s.mid = s.pick(d.Rand)
		switch {
		case wide:
			s.vary = 5
		case s.op == 'L' && long:
			s.mean = d.pick(mean)
		case s.op == 'w':
			s.vary = 3 + d.IntN(2)
		case s.op == 'c' || s.op == 's':
			s.mid = math.Round(s.mid)
			if s.vary = []int{0, 0, 1, 1, 1, 2, 2, 3, 4}[d.IntN(9)]; s.lo < 16 { // framing of a protocol
				s.vary = d.IntN(3) / 2
			}
			if s.lo == s.hi {
				s.vary = 0
			}
		case s.op != '?' && s.op != 'x':
			d.err = fmt.Errorf("item %q", w)
		}
		script = append(script, s)
	}
	return script
}

// draw gives the length of a message, or a time.
func (s *step) draw(rng *rand.Rand) float64 {
	switch s.vary {
	case 1:
		return s.mid + float64(rng.IntN(4))
	case 2:
		return s.mid * (.95 + .1*rng.Float64())
	case 3:
		return s.mid * (.6 + .8*rng.Float64())
	case 4:
		return s.mid * math.Exp(.5*rng.NormFloat64())
	case 5:
		return s.pick(rng)
	}
	return s.mid
}

// routine is a script that is carried out again and again.
type routine struct {
	law            string
	period, jitter float64
	late           bool // the next time counts from the end of the last
	script         []step
}

var laws = []string{"tick", "jit", "pois", "heavy", "day", "burst", "loop", "any"}

func (d *drawer) routine(f []string) routine {
	if len(f) < 3 || !slices.Contains(laws, f[0]) {
		d.err = fmt.Errorf("line %q", f)
		return routine{}
	}
	r := routine{law: f[0], period: d.pick(f[1]), late: d.IntN(3) == 0, script: d.script(f[2:])}
	switch {
	case r.law == "any":
		r.law = laws[d.IntN(6)]
	case r.law == "tick" && d.IntN(6) == 0:
		r.law = "jit"
	case r.law == "jit" && d.IntN(5) == 0:
		r.law = laws[d.IntN(2)*2]
	case r.law == "pois" && d.IntN(5) == 0:
		r.law = laws[3+d.IntN(2)]
	}
	switch r.law {
	case "tick":
		r.jitter = 1e-4 * math.Pow(100, d.Float64())
		if r.period > 2 && d.IntN(2) == 0 { // people configure round numbers
			unit := 1.
			for _, u := range []float64{5, 30, 60, 300} {
				if r.period > 2*u {
					unit = u
				}
			}
			r.period = math.Round(r.period/unit) * unit
		}
	case "jit":
		r.jitter = .02 * math.Pow(30, d.Float64())
	case "heavy":
		r.jitter = .5 + d.Float64()
	case "burst":
		r.jitter = .3 + .6*d.Float64()
	}
	return r
}

// gap draws the time to the next run of the routine.
func (r *routine) gap(t float64, s *Service, rng *rand.Rand) float64 {
	switch r.law {
	case "tick", "jit":
		return r.period * (1 + r.jitter*(2*rng.Float64()-1))
	case "pois":
		return r.period * rng.ExpFloat64()
	case "heavy":
		return r.period * math.Exp(r.jitter*rng.NormFloat64()-r.jitter*r.jitter/2)
	case "day":
		return r.period * rng.ExpFloat64() / s.bustle(t)
	case "burst":
		if rng.Float64() < r.jitter {
			return min(r.period*.02, 1) * rng.ExpFloat64()
		}
		return r.period * rng.ExpFloat64() / (1 - r.jitter)
	}
	return r.period * (.5 + rng.Float64())
}
