package trial

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
)

// A Trial is commands that were run in turn, all of them in each round.
type Trial struct {
	Name     string    `json:"name"` // of the question that it answers
	Commands []Command `json:"commands"`
}

// A Command is one of them.
type Command struct {
	Name   string   `json:"name"`
	Engine string   `json:"engine"` // first word of the name
	Data   string   `json:"data"`   // what it reads
	Line   []string `json:"line"`   // as it was run
	Runs   []Run    `json:"runs"`   // by round
	Said   Said     `json:"said"`   // the same in every run
}

// A Run is what one run took.
type Run struct {
	CPU  float64 `json:"cpu"`  // seconds, of user and system
	Wall float64 `json:"wall"` // seconds
	Peak float64 `json:"peak"` // bytes resident at most
}

// A Measure is one of the figures of a run.
type Measure func(Run) float64

// CPU is processor time in seconds.
func CPU(r Run) float64 { return r.CPU }

// Wall is time by the clock in seconds.
func Wall(r Run) float64 { return r.Wall }

// Peak is memory in bytes.
func Peak(r Run) float64 { return r.Peak }

// A Spread is a median and the range it lies in.
type Spread struct{ Median, Min, Max float64 }

// NewSpread is the spread of one number or more; of none, it is not a number.
func NewSpread(x []float64) Spread {
	if len(x) == 0 {
		return Spread{math.NaN(), math.NaN(), math.NaN()}
	}
	s := slices.Sorted(slices.Values(x))
	n := len(s)
	return Spread{(s[(n-1)/2] + s[n/2]) / 2, s[0], s[n-1]}
}

// Of is the spread of the command's runs.
func (c *Command) Of(m Measure) Spread {
	x := make([]float64, len(c.Runs))
	for i, r := range c.Runs {
		x[i] = m(r)
	}
	return NewSpread(x)
}

// Ratio is the spread of what c took for one of what d took in the same round.
func (c *Command) Ratio(d *Command, m Measure) Spread {
	return NewSpread(c.ratios(d, m))
}

func (c *Command) ratios(d *Command, m Measure) []float64 {
	var x []float64
	for i := range min(len(c.Runs), len(d.Runs)) {
		x = append(x, m(c.Runs[i])/m(d.Runs[i]))
	}
	return x
}

// Find returns the command of the name that reads the data, nil if it was not
// run.
func (t *Trial) Find(name, data string) *Command {
	for i := range t.Commands {
		if c := &t.Commands[i]; c.Name == name && c.Data == data {
			return c
		}
	}
	return nil
}

// Write writes the trial into a file that Read reads.
func (t *Trial) Write(path string) error {
	text, err := json.MarshalIndent(t, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644)
}

// A Set is the trials of a folder, *.trial.json, by the order of their names.
type Set []Trial

// Read reads a folder of trials.
func Read(dir string) (Set, error) {
	var set Set
	paths, err := filepath.Glob(filepath.Join(dir, "*.trial.json"))
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var t Trial
		if err := json.Unmarshal(text, &t); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		set = append(set, t)
	}
	return set, nil
}

// Trial returns the trial of the name, one without commands if there is none.
func (s Set) Trial(name string) *Trial {
	for i := range s {
		if s[i].Name == name {
			return &s[i]
		}
	}
	return &Trial{Name: name}
}

// Agree is nil if all that was read was read by everyone alike, and every count
// that must be named was named by two engines.
func (s Set) Agree(must ...string) error {
	witnesses := make(map[string][]Witness)
	for i := range s {
		for _, c := range s[i].Commands {
			witnesses[c.Data] = append(witnesses[c.Data], Witness{c.Engine, c.Name + " (" + s[i].Name + ")", c.Said})
		}
	}
	for _, data := range slices.Sorted(maps.Keys(witnesses)) {
		if err := Agree(witnesses[data], must...); err != nil {
			return fmt.Errorf("no time of %s counts: %w", data, err)
		}
	}
	return nil
}
