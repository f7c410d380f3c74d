package eval

import (
	"slices"

	"davy/detect"
	"davy/trait"
)

// An Ablation says what each filter of the cascade is worth.
type Ablation struct {
	Trained string   `json:"trained"`
	Least   int      `json:"least_windows"`
	Filters []Filter `json:"filters"`
	Trials  []Trial  `json:"trials"`
}

// A Trial is one choice of filters. Found and Alarms depend on the threshold
// that the model set itself, Clear on none.
type Trial struct {
	Filters string `json:"filters"` // "article", "all", a filter, or "all but" one
	Traits  int    `json:"traits"`
	Found   Share  `json:"found"`
	Early   Share  `json:"found_early"` // after EarlyHours
	Alarms  Share  `json:"alarms"`
	Clear   Share  `json:"found_at_zero_alarms"`
	Refused int    `json:"refused"` // mining pairs that no model judged: training refused to make one
}

// EarlyHours is when Trial.Early is counted.
const EarlyHours = 3

// Ablate trains and judges as HoldOut does: with all filters, by the article's
// rule, with each filter alone, and with all but each: one run more than twice
// the filters. Blocked miners are left out: they have a classifier of their own.
func Ablate(samples []Sample, way Way, opts Options) (*Ablation, error) {
	return ablate(samples, way, opts, Filters())
}

func ablate(samples []Sample, way Way, opts Options, filters []Filter) (*Ablation, error) {
	out := &Ablation{Least: opts.Least, Filters: filters}
	samples, opts.With = accepted(samples), accepted(opts.With)
	opts.Rules = []detect.Rule{detect.Article, detect.Cascade}
	all := newSchool(samples, opts)
	run := func(name string, use func(string) bool, rules ...detect.Rule) error {
		opts.Rules, opts.Training.Traits = rules, use
		reports, err := all.holdOut(samples, way, opts)
		if err != nil {
			return err
		}
		for i, r := range reports {
			t := Trial{Filters: name, Found: r.Found, Alarms: r.Ordinary[0].Mining, Clear: r.Clear}
			if rules[i] == detect.Article {
				t.Filters = string(detect.Article)
			} else {
				t.Traits = count(use)
			}
			for _, m := range r.Miners {
				if m.Note != "" {
					t.Refused++
				}
			}
			early := slices.IndexFunc(r.Times, func(t Time) bool { return t.Hours == EarlyHours })
			t.Early = r.Times[early].Found
			out.Trials = append(out.Trials, t)
		}
		out.Trained = reports[0].Trained
		return nil
	}
	if err := run("all", nil, detect.Article, detect.Cascade); err != nil {
		return nil, err
	}
	for _, f := range out.Filters {
		if err := run(f.Name, func(name string) bool { return slices.Contains(f.Traits, name) }, detect.Cascade); err != nil {
			return nil, err
		}
	}
	for _, f := range out.Filters {
		if err := run("all but "+f.Name, func(name string) bool { return !slices.Contains(f.Traits, name) }, detect.Cascade); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// accepted are the samples that are not of blocked miners.
func accepted(samples []Sample) []Sample {
	var out []Sample
	for i := range samples {
		if !samples[i].Label.Mining || samples[i].Label.kind() != "blocked" {
			out = append(out, samples[i])
		}
	}
	return out
}

// count counts the traits that are used.
func count(use func(string) bool) int {
	n := 0
	for _, name := range trait.Names {
		if use == nil || use(name) {
			n++
		}
	}
	return n
}
