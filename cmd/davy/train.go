package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"

	"davy/detect"
	"davy/internal/report"
	"davy/model"
)

// trainCmd learns a model.
type trainCmd struct {
	inputFlags
	labelFlags
	policyFlags
	Also        []string `sep:"none" help:"Learn from these labelled logs too, or from a file that davy traits wrote. Logs are read one set after another, and only one is in memory. May be given more than once." placeholder:"LABELS=PATH|TRAITS"`
	Measure     []string `sep:"none" help:"Do not learn from these labelled logs, but measure on them what the model is worth, and set its thresholds; programs should be as frequent in them as in life. Without, that is measured on pools and interfaces left out of training. May be given more than once." placeholder:"LABELS=PATH|TRAITS"`
	Rule        string   `help:"What to learn: cascade (miners and ordinary pairs as a whole), profiles (a calibrated hull for each group of miners) or article (one raw hull)." enum:"cascade,profiles,article" default:"cascade"`
	MinRate     float64  `help:"Article's rule: share of a miner's further windows that the hull must hold." default:"0.98"`
	Out         string   `short:"o" required:"" help:"Model file to write." placeholder:"FILE"`
	Note        string   `help:"Words to keep in the model: where its data come from."`
	SkipRefused bool     `help:"Leave out the profiles that cannot meet their threshold and write the rest."`
}

// policyFlags are what the user decides about a model.
type policyFlags struct {
	Coverage float64 `help:"Share of a miner's windows a profile must hold." default:"0.95"`
}

func (f *policyFlags) policy() (model.Policy, error) {
	p := model.DefaultPolicy
	if !(f.Coverage >= 0.5 && f.Coverage < 1) {
		return p, usage(fmt.Errorf("--coverage %v: want a share from 0.5 to below 1", f.Coverage))
	}
	p.Coverage = f.Coverage
	return p, nil
}

func (c *trainCmd) Run(e *env) error {
	policy, err := c.policy()
	if err != nil {
		return err
	}
	if !(c.MinRate > 0 && c.MinRate <= 1) {
		return usage(fmt.Errorf("--min-rate %v: want a share above 0, at most 1", c.MinRate))
	}
	samples, measure, incomplete, err := c.read(e)
	if err != nil {
		return err
	}
	m, refusals, err := model.Train(samples, model.Options{
		Policy: policy, Note: c.Note, Level: model.Level(c.Rule), Workers: runtime.NumCPU(), MinRate: c.MinRate, Measure: measure,
	})
	if errors.Is(err, model.ErrNoMining) {
		return fmt.Errorf("%w: %w", model.ErrRefused, err)
	} else if err != nil {
		return err
	}
	if err := report.Model(e.stdout, m); err != nil {
		return err
	}
	for _, r := range refusals {
		fmt.Fprintf(e.stderr, "davy: %s\n", report.Clean(r.Error()))
	}
	if len(refusals) > 0 && !c.SkipRefused {
		return fmt.Errorf("%w: %d profiles cannot meet their threshold; nothing was written (--skip-refused writes the others)", model.ErrRefused, len(refusals))
	}
	if len(m.Profiles) == 0 && m.Traffic == nil && c.Rule != string(detect.Article) {
		return fmt.Errorf("%w: no profile is left", model.ErrRefused)
	}
	if err := writeFile(c.Out, func(w io.Writer) error { return m.Write(w) }); err != nil {
		return err
	}
	fmt.Fprintf(e.stderr, "wrote     %s, digest %.16s\n", report.Clean(c.Out), m.Digest())
	return done(incomplete, false)
}

// read reads what to learn from and what to measure on, set after set.
func (c *trainCmd) read(e *env) (samples, measure []model.Sample, incomplete bool, err error) {
	also, err := c.sets("also", c.Also)
	if err != nil {
		return nil, nil, false, err
	}
	measured, err := c.sets("measure", c.Measure)
	if err != nil {
		return nil, nil, false, err
	}
	take := func(sets []set) (some []model.Sample, err error) {
		for _, s := range sets {
			fresh, whole, err := s(e)
			if err != nil {
				return nil, err
			}
			if c.Rule == string(model.LevelCascade) {
				model.Look(fresh, runtime.NumCPU())
			}
			some, incomplete = append(some, fresh...), incomplete || !whole
		}
		return some, nil
	}
	if samples, err = take(append([]set{part{c.labelFlags, c.inputFlags}.samples}, also...)); err == nil {
		measure, err = take(measured)
	}
	return samples, measure, incomplete, err
}

// A set reads some of what is learnt, and tells whether it is whole.
type set func(*env) (samples []model.Sample, whole bool, err error)

// sets are what the arguments of a flag name: logs with their labels, or files
// of traits.
func (c *trainCmd) sets(name string, args []string) ([]set, error) {
	var out []set
	for _, arg := range args {
		if strings.Contains(arg, "=") {
			logs, err := parts(c.inputFlags, name, []string{arg})
			if err != nil {
				return nil, err
			}
			out = append(out, logs[0].samples)
			continue
		}
		if c.Rule != string(model.LevelCascade) {
			return nil, usage(fmt.Errorf("--%s %q: --rule %s learns from logs: want LABELS=PATH", name, arg, c.Rule))
		}
		out = append(out, func(*env) ([]model.Sample, bool, error) {
			samples, err := readTraits(arg)
			return samples, true, err
		})
	}
	return out, nil
}
