package eval

import (
	"cmp"
	"slices"

	"davy/detect"
)

// A Report is what one rule did on labelled logs. Its JSON form is documented
// in docs/formats/eval.md.
type Report struct {
	Rule       detect.Rule  `json:"rule"`
	Trained    string       `json:"trained"` // how the judging model came about
	Least      int          `json:"least_windows"`
	Found      Share        `json:"found"`                 // miners called mining
	Interfaces Share        `json:"interfaces_found"`      // interfaces with such miners, one of them called mining
	Companions Share        `json:"companions"`            // donation pairs called mining: counted nowhere else
	Clear      Share        `json:"found_at_zero_alarms"`  // miners ranked above every ordinary pair
	Kinds      []Kind       `json:"kinds"`                 // what miners were called
	By         []Breakdown  `json:"found_by"`              // Found, by what is known of the miners
	Times      []Time       `json:"times"`                 // what was found and flagged how soon
	Ordinary   []Level      `json:"ordinary"`              // what was flagged, by length
	Alerts     Alerts       `json:"false_alerts"`          // what was flagged, by time watched
	Programs   []Program    `json:"programs"`              // what was flagged, by kind of program
	Precision  []Precision  `json:"precision"`             // of those flagged, how many mine
	Reliable   *Reliability `json:"reliability,omitempty"` // what the score is worth; nil if it is no probability
	Miners     []Miner      `json:"miners"`
	Flagged    []Alarm      `json:"false_alarms"`
}

// A Miner is one mining pair and what became of it.
type Miner struct {
	Capture string            `json:"capture"`
	Pair    string            `json:"pair"` // local::remote
	Group   string            `json:"group"`
	Attrs   map[string]string `json:"attributes,omitempty"`
	Windows int               `json:"windows"`
	Inside  int               `json:"inside"`
	Profile string            `json:"profile"`
	Kind    string            `json:"kind"` // what it was called
	Verdict detect.Verdict    `json:"verdict"`
	Score   float64           `json:"score"`
	Vote    float64           `json:"vote"`
	Note    string            `json:"note,omitempty"` // why there was no model for it
}

// A Level counts ordinary pairs of at least Windows windows.
type Level struct {
	Windows int     `json:"windows"`
	Mining  Share   `json:"mining"`
	Suspect Share   `json:"suspect"`
	Upper   float64 `json:"mining_upper"` // 95 % Clopper-Pearson bound on the share called mining
}

// An Alarm is an ordinary pair that was flagged.
type Alarm struct {
	Capture string         `json:"capture"`
	Pair    string         `json:"pair"`
	Group   string         `json:"group"`
	Windows int            `json:"windows"`
	Profile string         `json:"profile"`
	Verdict detect.Verdict `json:"verdict"`
	Score   float64        `json:"score"`
	Vote    float64        `json:"vote"`
}

// levels of windows at which ordinary pairs are counted.
var levels = []int{1, 3, 12, 20}

// reports makes a report of each rule's outcomes, one for every pair.
func reports(outcomes [][]outcome, trained string, opts Options) []*Report {
	out := make([]*Report, len(outcomes))
	for i, all := range outcomes {
		out[i] = newReport(opts.Rules[i], all, opts.Least, opts.Exposure)
		out[i].Trained = trained
	}
	return out
}

// newReport sums up the outcomes of a rule. Miners of fewer than least windows
// are listed and count nowhere.
func newReport(rule detect.Rule, all []outcome, least int, exposure Exposure) *Report {
	slices.SortFunc(all, func(a, b outcome) int {
		return cmp.Or(b.verdict.Rank()-a.verdict.Rank(), b.windows-a.windows, cmp.Compare(a.capture, b.capture), cmp.Compare(a.pair, b.pair))
	})
	r := &Report{Rule: rule, Least: least, Miners: []Miner{}, Flagged: []Alarm{}}
	var miners, ordinary []outcome
	for i := range all {
		o := &all[i]
		switch {
		case !o.label.Mining:
			ordinary = append(ordinary, *o)
			r.alarm(o)
			continue
		case o.windows < least:
		case o.label.companion():
			r.Companions.tally(o.verdict == detect.Mining)
		default:
			miners = append(miners, *o)
			r.Found.tally(o.verdict == detect.Mining)
		}
		r.Miners = append(r.Miners, Miner{
			Capture: o.capture, Pair: o.pair, Group: o.label.Group, Attrs: o.label.Attrs, Windows: o.windows, Inside: o.inside,
			Profile: o.profile, Kind: o.kind, Verdict: o.verdict, Score: o.score, Vote: o.vote, Note: o.note,
		})
	}
	slices.SortStableFunc(r.Miners, func(a, b Miner) int { return b.Windows - a.Windows })
	r.Found.close()
	r.Companions.close()
	r.Interfaces = interfaces(miners)
	r.Clear = clear0(miners, ordinary, least)
	r.Kinds, r.By = kinds(miners), breakdowns(miners)
	r.Times = times(miners, ordinary)
	r.Ordinary, r.Programs = levelsOf(ordinary), programs(ordinary)
	r.Alerts = alerts(ordinary, exposure)
	r.Precision = precisions(r.Found, r.Ordinary[0])
	if rule != detect.Article { // its score is the share inside
		r.Reliable = reliability(miners, ordinary)
	}
	return r
}

func (r *Report) alarm(o *outcome) {
	if o.verdict != detect.None {
		r.Flagged = append(r.Flagged, Alarm{
			Capture: o.capture, Pair: o.pair, Group: o.label.Group,
			Windows: o.windows, Profile: o.profile, Verdict: o.verdict, Score: o.score, Vote: o.vote,
		})
	}
}

// interfaces counts those of miners that have one called mining.
func interfaces(miners []outcome) Share {
	type eni struct{ capture, id string }
	found := make(map[eni]bool)
	for i := range miners {
		o := &miners[i]
		at := eni{o.capture, o.eni}
		found[at] = found[at] || o.verdict == detect.Mining
	}
	var s Share
	for _, f := range found {
		s.tally(f)
	}
	s.close()
	return s
}

// clear0 counts the miners that a threshold above every ordinary pair of at
// least so many windows would find: what a rule can do wherever its threshold is.
func clear0(miners, ordinary []outcome, least int) Share {
	var highest outcome
	for i := range ordinary {
		if o := &ordinary[i]; o.windows >= least && o.compare(&highest) > 0 {
			highest = *o
		}
	}
	var s Share
	for i := range miners {
		s.tally(miners[i].compare(&highest) > 0)
	}
	s.close()
	return s
}

func levelsOf(ordinary []outcome) []Level {
	out := make([]Level, len(levels))
	for i, n := range levels {
		l := &out[i]
		l.Windows = n
		for j := range ordinary {
			if o := &ordinary[j]; o.windows >= n {
				l.Mining.tally(o.verdict == detect.Mining)
				l.Suspect.tally(o.verdict == detect.Suspect)
			}
		}
		l.Mining.close()
		l.Suspect.close()
		l.Upper = upper(l.Mining)
	}
	return out
}
