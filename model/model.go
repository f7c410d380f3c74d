package model

import (
	"davy/biflow"
	"davy/hull"
)

// Version is the version of the model file this package reads and writes.
const Version = 4

// Space names the scaled space of the profiles' hulls: ln(1+x) of each of the
// four sums. In it a hull keeps its shape when a miner's rate changes by a
// factor, and no axis drowns the others.
const Space = "log1p"

// A Model is a set of profiles and what they were made from.
type Model struct {
	Format   string      `json:"format"`  // "davy-model"
	Version  int         `json:"version"` // of the format
	Window   int         `json:"window_seconds"`
	Space    string      `json:"space"`
	Policy   Policy      `json:"policy"`
	Traffic  *Classifier `json:"traffic,omitempty"`  // of what was accepted
	Attempts *Classifier `json:"attempts,omitempty"` // of what came to nothing
	Profiles []*Profile  `json:"profiles,omitempty"`
	Baseline *Baseline   `json:"baseline,omitempty"`
	Training Provenance  `json:"training"`

	digest string
}

// A Policy is what the user decides; everything else is measured.
type Policy struct {
	Coverage      float64 `json:"coverage"`       // share of a miner's windows a profile must hold
	MissRate      float64 `json:"miss_rate"`      // share of true miners the test may call too rarely inside
	FalseRate     float64 `json:"false_rate"`     // share of ordinary pairs that may pass a profile by chance
	FalseAlerts   float64 `json:"false_alerts"`   // ordinary pairs at a thousand interfaces that a classifier may call mining, at each length of log
	SuspectAlerts float64 `json:"suspect_alerts"` // and those it may call suspect
	MinWindows    int     `json:"min_windows"`    // windows below which no pair is called mining
}

// DefaultPolicy follows davy's promise of at most one false alert at a thousand
// interfaces in three weeks: an ordinary pair passes a profile by chance once in
// the 38,000 pairs that the article counted there, and each of the two
// classifiers, of traffic and of attempts, gets half an alert. Somebody can look at ten suspects. A
// miner is missed by chance once in a hundred, and nothing is said with
// certainty in the first hour.
var DefaultPolicy = Policy{Coverage: 0.95, MissRate: 0.01, FalseRate: 1.0 / 38000, FalseAlerts: 0.5, SuspectAlerts: 10, MinWindows: 6}

// A Profile is one group of miners: a coin at a pool, say, over one transport.
type Profile struct {
	Name       string         `json:"name"`
	Alpha      float64        `json:"alpha"` // expansion about the hull's centre, at least 1
	Coverage   Coverage       `json:"coverage"`
	Ordinary   Ordinary       `json:"ordinary"`
	Share      float64        `json:"share"`       // of its windows that a miner has inside, at least: Coverage.Least, within half and the coverage α was set for
	FalseRate  float64        `json:"false_rate"`  // the policy's, shared among the model's profiles
	MinWindows int            `json:"min_windows"` // fewer cannot tell this profile from ordinary traffic
	Pairs      int            `json:"pairs"`
	Windows    int            `json:"windows"`
	Pruned     int            `json:"pruned"`   // outlying windows left out of the hull
	Volume     float64        `json:"volume"`   // of the unexpanded hull in scaled space; a check on loading
	Vertices   []biflow.Point `json:"vertices"` // windows, unscaled, at the hull's corners

	hull *hull.Hull
}

// Coverage is the share of a miner's further windows that a hull holds.
type Coverage struct {
	Efron    float64 `json:"efron"`    // 1 − V/(n+1), unexpanded, if windows were independent
	Raw      float64 `json:"raw"`      // unexpanded, cross-validated
	Expanded float64 `json:"expanded"` // expanded by α, cross-validated: what to expect
	Least    float64 `json:"least"`    // of a single miner, or stretch of time: see holdout.least
	Folds    int     `json:"folds"`
	Held     string  `json:"held_out"` // what a fold leaves out: consecutive windows or whole pairs
}

// Ordinary is what the profile does to pairs known not to mine.
type Ordinary struct {
	Pairs   int     `json:"pairs"`
	Touched int     `json:"touched"` // pairs with at least one window inside
	Windows int     `json:"windows"`
	Inside  int     `json:"inside"`
	Rate    float64 `json:"rate"` // 95 % upper bound on the share of pairs touched
}

// A Baseline is the article's model: the raw hull of all mining windows.
type Baseline struct {
	Windows  int            `json:"windows"`
	Coverage Coverage       `json:"coverage"`
	Volume   float64        `json:"volume"`
	Vertices []biflow.Point `json:"vertices"`

	hull *hull.Hull
}

// Provenance says what a model was made from. It holds no time of making: the
// same samples give the same bytes.
type Provenance struct {
	Digest  string `json:"digest"` // SHA-256 of the samples
	Pairs   int    `json:"pairs"`
	Windows int    `json:"windows"`
	First   int64  `json:"first"` // epoch seconds of the first window
	Last    int64  `json:"last"`
	Note    string `json:"note,omitempty"`

	Measured *Provenance `json:"measured,omitempty"` // what votes were calibrated on, if not on parts of the same samples
}

// Digest returns the SHA-256 of the model file, in hexadecimal.
func (m *Model) Digest() string { return m.digest }

// Contains tells whether a window's point lies inside the profile's expanded hull.
func (p *Profile) Contains(x biflow.Point) bool { return p.Inside([]biflow.Point{Scale(x)}) == 1 }

// Inside counts the points, scaled by [Scale], inside the profile's expanded hull.
func (p *Profile) Inside(scaled []biflow.Point) int {
	n := 0
	for i := range scaled {
		if p.hull.Within(scaled[i][:], p.Alpha) {
			n++
		}
	}
	return n
}

// Gauge returns how far out a point lies: 0 at the hull's centre, 1 on its
// surface, +Inf off the span of a flat hull.
func (p *Profile) Gauge(x biflow.Point) float64 {
	s := Scale(x)
	return p.hull.Gauge(s[:])
}

// Rank returns the dimension of the profile's hull: below four for a flat cloud.
func (p *Profile) Rank() int { return p.hull.Rank() }

// Contains tells whether a window's point lies inside the raw hull.
func (b *Baseline) Contains(x biflow.Point) bool { return b.hull.Contains(x[:]) }
