package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"

	"davy/detect"
	"davy/eval"
	"davy/internal/report"
	"davy/model"
)

// trainCmd learns a model.
type trainCmd struct {
	inputFlags
	labelFlags
	policyFlags
	Rule        string  `help:"What to learn: cascade (miners and ordinary pairs as a whole), profiles (a calibrated hull for each group of miners) or article (one raw hull)." enum:"cascade,profiles,article" default:"cascade"`
	MinRate     float64 `help:"Article's rule: share of a miner's further windows that the hull must hold." default:"0.98"`
	Out         string  `short:"o" required:"" help:"Model file to write." placeholder:"FILE"`
	Note        string  `help:"Words to keep in the model: where its data come from."`
	SkipRefused bool    `help:"Leave out the profiles that cannot meet their threshold and write the rest."`
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
	data, err := c.labelFlags.read(e, &c.inputFlags)
	if err != nil {
		return err
	}
	m, refusals, err := model.Train(eval.TrainAll(data.samples), model.Options{
		Policy: policy, Note: c.Note, Level: model.Level(c.Rule), Workers: runtime.NumCPU(), MinRate: c.MinRate,
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
	return done(data.incomplete, false)
}
