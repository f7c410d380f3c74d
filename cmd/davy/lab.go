package main

import (
	"errors"
	"fmt"
	"time"

	"davy/internal/report"
	"davy/lab"
)

// labCmd writes simulated logs.
type labCmd struct {
	Out     string        `arg:"" optional:"" name:"outdir" help:"Folder to write AWSLogs/ and labels.tsv to."`
	List    bool          `help:"Only list the kinds of program there are."`
	Preset  string        `help:"What to make: sample (4 interfaces, one miner), drill (everything in plenty, to learn from), lookalikes (miners and what is hard to tell from them, to learn from), trial (miners of every kind and a fleet of ordinary interfaces, to measure on), fleet (by the flags below)." enum:"sample,drill,lookalikes,trial,fleet" default:"sample"`
	Seed    uint64        `help:"Seed; the same seed gives the same bytes." default:"17"`
	ENIs    int           `name:"enis" help:"Fleet: network interfaces." default:"100"`
	Miners  *int          `help:"Fleet: how many of them run a miner (default 2)."`
	Mining  string        `help:"Fleet: which mining kinds take turns, by who is on the other side." enum:"pool,solo,proxy,blocked,all" default:"pool"`
	Evade   string        `help:"Fleet: what all miners do against being found: padding=0.1,jitter=0.3,throttle=0.25,dilution=0.05,rotate=20 or some of these." placeholder:"KNOB=N,..."`
	Shared  float64       `help:"Fleet: share of ordinary programs at the address of whose server other traffic runs too, in 1-30% of windows." placeholder:"N"`
	Kinds   []string      `help:"Fleet: only these kinds, one on each interface in turn, instead of a role on each." placeholder:"KIND"`
	For     time.Duration `help:"Fleet: length of the logs." default:"24h"`
	Days    int           `help:"Fleet: the same in days." placeholder:"N"`
	Every   int           `help:"Fleet: aggregation interval in seconds, 60 or 600." default:"600"`
	Format  string        `help:"Fleet: default (version 2) or v5 (a custom format with tcp-flags, pkt-srcaddr, flow-direction ...)." enum:"default,v5" default:"default"`
	Layout  string        `help:"Fleet: folders a day, an hour (hourly), or either in the manner of Hive (hive, hive-hourly)." enum:"daily,hourly,hive,hive-hourly" default:"daily"`
	Reality bool          `help:"Fleet: what AWS does to logs. An object every 5 min; a quarter of the interfaces dual-stack; half read out early by up to 1-59 s; pods; with v5, private subnets behind NAT gateways, which come on top; and at rates drawn by the seed: starts late by up to 1-10 s, 0.2-5% of records split, 0.01-0.5% of intervals SKIPDATA, 0.1-2% of an interface's deliveries 5 min to 6 h late, 0.05-1% of objects duplicated under another key, as many redelivered."`
}

func (c *labCmd) Run(e *env) error {
	if c.List {
		return c.list(e)
	}
	if c.Out == "" {
		return usage(errors.New("no folder to write to"))
	}
	cfg, err := c.config()
	if err != nil {
		return err
	}
	if err := lab.Write(e.ctx, c.Out, cfg); err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.stderr, "wrote     %s: flow logs in AWSLogs, labels in labels.tsv\n", report.Clean(c.Out))
	return err
}

// list prints the kinds, one a line.
func (c *labCmd) list(e *env) error {
	for _, class := range []string{lab.Mining, lab.Benign} {
		for _, k := range lab.Kinds(class) {
			if _, err := fmt.Fprintf(e.stdout, "%s\t%s\n", class, k); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *labCmd) config() (lab.Config, error) {
	switch c.Preset {
	case "sample":
		cfg := lab.Sample()
		cfg.Seed = c.Seed
		return cfg, nil
	case "drill":
		return lab.Drill(c.Seed), nil
	case "lookalikes":
		return lab.Lookalikes(c.Seed), nil
	case "trial":
		return lab.Trial(c.Seed), nil
	}
	return c.fleet()
}

func (c *labCmd) fleet() (lab.Config, error) {
	plan := lab.Plan{Seed: c.Seed, ENIs: c.ENIs, Miners: 2, Shared: c.Shared, Kinds: c.Kinds, Varied: c.Reality, NAT: c.Reality && c.Format == "v5"}
	if c.Miners != nil {
		plan.Miners = *c.Miners
	}
	switch {
	case len(c.Kinds) > 0 && c.Miners != nil:
		return lab.Config{}, usage(errors.New("--miners and --kinds: the kinds say what mines"))
	case plan.ENIs < 1 || len(c.Kinds) == 0 && (plan.Miners < 0 || plan.Miners > plan.ENIs):
		return lab.Config{}, usage(fmt.Errorf("--enis %d --miners %d: want at least one interface and no more miners", plan.ENIs, plan.Miners))
	case !(c.Shared >= 0 && c.Shared <= 1):
		return lab.Config{}, usage(fmt.Errorf("--shared %v: want 0 to 1", c.Shared))
	case c.Days < 0:
		return lab.Config{}, usage(fmt.Errorf("--days %d: want at least one", c.Days))
	}
	if plan.Mining = lab.MiningKinds(c.Mining); c.Mining == "all" {
		plan.Mining = lab.Kinds(lab.Mining)
	}
	if c.Evade != "" {
		var err error
		if plan.Evade, err = lab.ParseEvasion(c.Evade); err != nil {
			return lab.Config{}, usage(fmt.Errorf("--evade %s: %w", c.Evade, err))
		}
	}
	cfg := lab.Config{Seed: c.Seed, Duration: c.For, Interval: c.Every, Format: lab.Format(c.Format), Hosts: plan.Hosts()}
	if c.Days > 0 {
		cfg.Duration = time.Duration(c.Days) * 24 * time.Hour
	}
	cfg.Delivery.Hourly = c.Layout == "hourly" || c.Layout == "hive-hourly"
	cfg.Delivery.Hive = c.Layout == "hive" || c.Layout == "hive-hourly"
	if c.Reality {
		cfg.Delivery.Every = 300
		cfg.Faults = lab.Realistic(c.Seed)
	}
	return cfg, nil
}
