// Package talk describes ordinary programs as conversations of two sides, and
// lets hosts hold them.
package talk

import (
	"math"
	"math/rand/v2"

	"makes/r/internal/flow"
)

// Range is a range of values, drawn from evenly in the logarithm if it is wide.
type Range struct{ Low, High float64 }

// Draw gives a value.
func (g Range) Draw(r *rand.Rand) float64 {
	if g.Low <= 0 || g.High <= 1.5*g.Low {
		return g.Low + (g.High-g.Low)*r.Float64()
	}
	return g.Low * math.Exp(r.Float64()*math.Log(g.High/g.Low))
}

// Int gives a whole value.
func (g Range) Int(r *rand.Rand) int { return int(math.Round(g.Draw(r))) }

// Duration gives a time, of a range in seconds.
func (g Range) Duration(r *rand.Rand) int64 { return int64(g.Draw(r) * float64(flow.Second)) }

// sizer gives the sizes of one kind of message of one service.
type sizer struct {
	shape        int
	base, spread float64
}

func newSizer(r *rand.Rand, g Range) sizer {
	s := sizer{shape: r.IntN(6), base: max(g.Draw(r), 1)}
	switch s.shape {
	case 1:
		s.spread = float64(1 + r.IntN(4))
	case 2:
		s.spread = s.base * Range{.02, .6}.Draw(r)
	case 3:
		s.spread = Range{.1, 1.2}.Draw(r)
	case 4:
		s.spread = Range{.01, .3}.Draw(r)
	case 5: // anywhere in the range
		s.base, s.spread = g.Low, math.Log(max(g.High, 1)/max(g.Low, 1))
	}
	return s
}

func (s sizer) draw(r *rand.Rand) int {
	v := s.base
	switch s.shape {
	case 1: // counters and other digits
		v += float64(r.IntN(int(s.spread) + 1))
	case 2:
		v += s.spread * (2*r.Float64() - 1)
	case 3:
		v *= math.Exp(s.spread * r.NormFloat64())
	case 4: // now and then a large one
		if r.Float64() < s.spread {
			v *= 2 + 6*r.Float64()
		}
	case 5:
		v *= math.Exp(s.spread * r.Float64())
	}
	return int(max(v, 1))
}

// rhythm gives the gaps between events of one activity of one service.
type rhythm struct {
	kind       string
	gap        float64 // seconds
	jitter     float64
	drift      float64
	on, off    float64
	hush       float64 // chance of a long silence
	fixed      bool    // a fixed rate, not a fixed gap: delays do not add up
	day, phase float64 // depth of the daily rhythm, and its hour of least
}

func newRhythm(r *rand.Rand, kind string, gap Range) rhythm {
	h := rhythm{kind: kind, gap: gap.Draw(r), fixed: r.IntN(2) == 0}
	h.jitter = []float64{0, .002, .02, .1, .3, .6}[r.IntN(6)]
	if r.IntN(5) == 0 {
		h.drift = Range{.05, .5}.Draw(r)
	}
	if r.IntN(6) == 0 {
		h.hush = Range{.002, .05}.Draw(r)
	}
	h.on, h.off = Range{3, 40}.Draw(r), Range{5, 100}.Draw(r)
	return h
}

// next gives the time after now of the next event; state is the activity's.
func (h *rhythm) next(r *rand.Rand, now int64, state *rhythmState) int64 {
	gap := h.gap
	if h.day > 0 {
		hour := float64(now) / float64(flow.Hour)
		rate := 1 - h.day*(.5+.5*math.Cos(2*math.Pi*(hour-h.phase)/24))
		if int(hour/24)%7 > 4 {
			rate *= 1 - h.day/2
		}
		gap /= max(rate, .02)
	}
	if h.drift > 0 {
		state.walk = .95*state.walk + .3*h.drift*r.NormFloat64()
		gap *= math.Exp(state.walk)
	}
	if h.hush > 0 && r.Float64() < h.hush {
		gap *= 5 + 30*r.Float64()
	}
	switch h.kind {
	case "every":
		gap *= max(.02, 1+h.jitter*(2*r.Float64()-1))
	case "poisson":
		gap *= r.ExpFloat64()
	case "heavy":
		gap *= math.Exp(1.3*r.NormFloat64() - .5)
	case "burst": // a burst of several, then a pause
		if state.left--; state.left <= 0 {
			state.left = 1 + int(r.ExpFloat64()*h.on)
			gap *= h.off * r.ExpFloat64()
		} else {
			gap *= .2 + r.ExpFloat64()
		}
	case "clock": // at round times of the wall clock
		period := max(int64(h.gap*float64(flow.Second)), flow.Second)
		return (now/period+1)*period + int64((h.jitter*2+.01)*r.Float64()*float64(flow.Second)) - now
	}
	d := int64(gap * float64(flow.Second))
	if h.fixed && h.kind == "every" && h.drift == 0 {
		if state.due == 0 || state.due < now-int64(3*h.gap*float64(flow.Second)) {
			state.due = now
		}
		state.due += int64(h.gap * float64(flow.Second))
		d += state.due - now - int64(h.gap*float64(flow.Second))
	}
	return max(d, flow.Millisecond)
}

type rhythmState struct {
	walk float64
	left int
	due  int64
}

// mean gives about how many seconds there are between events.
func (h *rhythm) mean() float64 {
	switch h.kind {
	case "burst":
		return h.gap * (1.2*h.on + h.off) / (1 + h.on)
	case "heavy":
		return 1.4 * h.gap
	}
	return h.gap
}
