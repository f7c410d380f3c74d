package mining

import (
	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/rng"
)

// ratio is how much faster the fastest miner of a coin is than the slowest.
const ratio = 20

// rig is the hash rate of a host, 1 being the slowest of its coin.
type rig struct {
	hash  float64
	habit acts.Habit
	// away is until when the work goes to the program's author.
	away clock.Time
}

func newRig(r *rng.Rand) *rig {
	g := &rig{hash: r.Log(1, ratio)}
	switch {
	case r.Chance(0.12):
		// It hides while people work.
		g.habit = acts.Habit{Low: r.Between(0.05, 0.6), Open: 18, Close: 32, Shift: r.Int(0, 6)}
	case r.Chance(0.1):
		g.habit = acts.Habit{Low: r.Between(0.2, 0.7), Open: 7, Close: 19, Shift: r.Int(0, 10)}
	}
	return g
}

// rate is the hash rate at a time.
func (g *rig) rate(t clock.Time) float64 {
	return g.hash * max(g.habit.At(t), 1e-6)
}

// size names the third of the coin's range.
func (g *rig) size() string {
	switch {
	case g.hash < 2.714:
		return "slow"
	case g.hash < 7.368:
		return "middle"
	}
	return "fast"
}
