package netsim

import (
	"math"

	"makes/d/internal/dice"
)

// Rhythm is how the load of a host swings through day and week.
type Rhythm struct {
	Peak    float64 // hour of the day, UTC
	Swing   float64 // 0 flat; 1.5 twenty-fold between night and noon
	Weekend float64 // load on Saturday and Sunday
}

// NewRhythm draws one; many machines hardly know day from night.
func NewRhythm(d *dice.Dice) Rhythm {
	r := Rhythm{Peak: d.Between(0, 24), Weekend: d.Between(0.3, 1.3)}
	if d.Chance(0.65) {
		r.Swing = d.Between(0.2, 1.6)
	}
	return r
}

// Pace is the factor on the rate of events at time t.
func (r Rhythm) Pace(t float64) float64 {
	hour := math.Mod(t/3600, 24)
	x := math.Exp(r.Swing * (math.Cos((hour-r.Peak)*math.Pi/12) - 0.3))
	if int(t/Day)%7 >= 5 {
		x *= r.Weekend
	}
	return x
}
