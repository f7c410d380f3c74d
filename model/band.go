package model

import (
	"maps"
	"math"
	"slices"

	"davy/shape"
)

// bands are the lengths at which votes are calibrated: 1, 2, 3, 6, 12 and 18
// hours, and a day that may lack a window here and there.
var bands = []int{6, 12, 18, 36, 72, 108, 138}

// With fewer, nothing is known of the rates in question: the tail of so many
// ordinary spans is some thirty (see tailOf), and of so many miners the worst
// bounds 95 % of further ones (see conformalMin).
const (
	fewestOrdinary = 1000
	fewestMiners   = 19
)

// band calibrates votes on spans of so many windows. False if there are too few
// such spans.
func (l *lesson) band(windows int, votes []float64, policy Policy) (Band, bool) {
	b := Band{Windows: windows}
	var x, y, w, miners []float64
	highest := map[bool]map[int]float64{false: {}, true: {}} // vote of a pair, by sample
	total := map[bool]float64{}
	for i := range l.rows {
		if l.rows[i].windows != windows {
			continue
		}
		mining, came := l.mining(i), 0.0
		if mining {
			came = 1
		}
		x, y, w = append(x, votes[i]), append(y, came), append(w, l.weight[i])
		if mining {
			miners = append(miners, votes[i])
		}
		highest[mining][l.of[i]] = max(highest[mining][l.of[i]], votes[i])
		total[mining] += l.weight[i]
	}
	b.Ordinary, b.Miners = len(highest[false]), len(highest[true])
	if len(x)-len(miners) < fewestOrdinary || b.Miners < fewestMiners {
		return b, false
	}
	for i := range w {
		w[i] /= total[y[i] == 1]
	}
	b.Curve = curve(x, y, w, b.Ordinary, b.Miners)
	ordinary := slices.Collect(maps.Values(highest[false]))
	perAlert := float64(l.interfaces()) / 1000 / float64(len(ordinary))
	b.Mining, b.Suspect = exceeded(ordinary, policy.FalseAlerts*perAlert), exceeded(ordinary, policy.SuspectAlerts*perAlert)
	b.Found, b.Spans = atLeast(miners, b.Mining), len(miners)
	b.Flagged = atLeast(ordinary, b.Mining)
	return b, true
}

// curve turns votes into probabilities. Nothing is certain: one more pair of
// the other side might have had the same vote.
func curve(vote, came, weight []float64, ordinary, miners int) Curve {
	rising := shape.Isotonic(vote, came, weight)
	for i, p := range rising.Y {
		rising.Y[i] = min(max(p, 1/float64(miners+2)), 1-1/float64(ordinary+2))
	}
	return Curve{Vote: rising.X, Probability: rising.Y}
}

func atLeast(votes []float64, least float64) int {
	n := 0
	for _, v := range votes {
		if v >= least {
			n++
		}
	}
	return n
}

// certain is a vote so near to 0 or 1 that nearer ones are not told apart.
const certain = 1e-9

// exceeded is the vote that a share rate of ordinary pairs exceeds: their
// quantile, where that is at least one of those there are. Where it is less,
// beyond the highest vote, it is that vote or, if it is higher, what the share
// would be if their highest log odds followed a generalised Pareto distribution
// (see pareto).
func exceeded(votes []float64, rate float64) float64 {
	odds := make([]float64, len(votes))
	for i, v := range votes {
		v = min(max(v, certain), 1-certain)
		odds[i] = math.Log(v / (1 - v))
	}
	slices.Sort(odds)
	over := odds[len(odds)-tailOf(len(odds)):]
	share := float64(len(over)) / float64(len(odds))
	seen := logistic(shape.Quantile(odds, max(1-rate, 0)))
	if rate >= share || rate*float64(len(odds)) >= 1 {
		return seen
	}
	excess := make([]float64, len(over))
	for i, o := range over {
		excess[i] = o - over[0]
	}
	return max(seen, logistic(over[0]+pareto(excess, rate/share)))
}

// tailOf is how many of n values are taken for their tail: the square root is
// few enough to be extreme and many enough to fit two parameters to.
func tailOf(n int) int { return min(n, max(10, int(math.Sqrt(float64(n))))) }

// pareto is the excess that a share rate of further excesses exceeds, by a
// generalised Pareto distribution with the same probability-weighted moments
// as the ascending excesses. Its tail may end: votes do. Source: Hosking &
// Wallis, Technometrics 29 (1987), with plotting positions (i − 0.35)/n.
func pareto(excess []float64, rate float64) float64 {
	n := float64(len(excess))
	var a0, a1 float64
	for i, x := range excess {
		a0 += x / n
		a1 += x * (1 - (float64(i+1)-0.35)/n) / n
	}
	if !(a0 > 2*a1) {
		return a0
	}
	k, sigma := a0/(a0-2*a1)-2, 2*a0*a1/(a0-2*a1)
	if math.Abs(k) < 1e-9 {
		return -sigma * math.Log(rate)
	}
	return sigma / k * (1 - math.Pow(rate, k))
}
