package page

import (
	"math"
	"regexp"
	"strings"

	"davy/detect"
)

// A place is where something lies on a scale: 0 to 1000, or beyond either end.
type place int

const (
	below   place = -1
	above   place = 1001
	nowhere place = -2
)

// A span is a stretch of an axis that a scale shows, in the units of the value.
type span struct{ lo, hi float64 }

// spanOf shows both ranges, with a seventh of room on either side.
func spanOf(miner, ordinary *[2]float64) span {
	s := span{math.Min(miner[0], ordinary[0]), math.Max(miner[1], ordinary[1])}
	room := (s.hi - s.lo) / 7
	if !(room > 0) { // all miners and all ordinary pairs are alike
		room = math.Max(math.Abs(s.lo)/7, 0.1)
	}
	return span{s.lo - room, s.hi + room}
}

func (s span) place(x float64) place {
	at := 1000 * (x - s.lo) / (s.hi - s.lo)
	switch {
	case math.IsNaN(at):
		return nowhere
	case at < 0:
		return below
	case at > 1000:
		return above
	}
	return place(math.Round(at))
}

func (s span) places(r *[2]float64) []place {
	if r == nil {
		return nil
	}
	return []place{s.place(r[0]), s.place(r[1])}
}

// A measure is one filter: what it is, and where miners and ordinary traffic lie.
type measure struct {
	Name     string   `json:"name"`
	What     string   `json:"what"`
	Miner    []place  `json:"miner"`
	Ordinary []place  `json:"ordinary"`
	Read     []string `json:"read"` // both ranges in words
}

func newMeasure(e *detect.Evidence) measure {
	s := spanOf(e.Miner, e.Ordinary)
	m := measure{Name: clean(e.Filter), What: clean(e.Filter), Miner: s.places(e.Miner), Ordinary: s.places(e.Ordinary)}
	if what := detect.Words(e.Filter); what != "" {
		m.What = what
	}
	for _, x := range []float64{e.Miner[0], e.Miner[1], e.Ordinary[0], e.Ordinary[1]} {
		m.Read = append(m.Read, detect.Number(e.Filter, x))
	}
	return m
}

// reading is the value in words.
func reading(e *detect.Evidence) string { return detect.Number(e.Filter, e.Value) }

// A gate is evidence that is held against a threshold, or only informs.
type gate struct {
	Name      string  `json:"n"`
	Words     int     `json:"s"`           // what the sentence says between its numbers: an index
	Numbers   string  `json:"d,omitempty"` // of the sentence, parted by spaces
	Value     place   `json:"v"`
	Threshold place   `json:"t"`
	Miner     []place `json:"m,omitempty"`
	Ordinary  []place `json:"o,omitempty"`
	Read      string  `json:"r"`
	Limit     string  `json:"l,omitempty"` // the threshold in words
}

var number = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?`)

// parted is a sentence as its numbers and what is between them: thousands of
// findings have the same there.
func parted(sentence string) (between []string, numbers string) {
	return number.Split(sentence, -1), strings.Join(number.FindAllString(sentence, -1), " ")
}

func (ix *index) gate(e *detect.Evidence) gate {
	g := newGate(e)
	between, numbers := parted(clean(e.Sentence))
	g.Words, g.Numbers = ix.sentence(between), numbers
	return g
}

// newGate draws a vote on a scale of its log odds, −7 to 7, a share from 0 to 1,
// and all else from 0 to twice its threshold.
func newGate(e *detect.Evidence) gate {
	s, at := span{0, 1}, func(x float64) float64 { return x }
	switch {
	case e.Filter == "vote":
		s, at = span{-7, 7}, func(x float64) float64 { return math.Max(-7, math.Min(7, math.Log(x/(1-x)))) }
	case e.Value > 1 || e.Threshold != nil && *e.Threshold > 1 || e.Filter == "windows":
		end := 2 * e.Value
		if e.Threshold != nil {
			end = 2 * *e.Threshold
		}
		s = span{0, math.Max(end, 1)}
	}
	g := gate{
		Name: clean(e.Filter), Value: s.place(at(e.Value)), Threshold: nowhere,
		Miner: s.places(e.Miner), Ordinary: s.places(e.Ordinary), Read: reading(e),
	}
	if e.Threshold != nil {
		g.Threshold, g.Limit = s.place(at(*e.Threshold)), detect.Number(e.Filter, *e.Threshold)
	}
	return g
}
