package main

import (
	"fmt"
	"time"

	"davy/internal/report"
	"davy/lab"
)

// labCmd writes simulated logs.
type labCmd struct {
	Out    string        `arg:"" name:"outdir" help:"Folder to write AWSLogs/ and labels.tsv to."`
	Preset string        `help:"What to make: sample (4 interfaces, one miner), training (miners of every kind), fleet (--enis, --miners, --for)." enum:"sample,training,fleet" default:"sample"`
	Seed   uint64        `help:"Seed; the same seed gives the same bytes." default:"7"`
	ENIs   int           `name:"enis" help:"Fleet: network interfaces." default:"100"`
	Miners int           `help:"Fleet: how many of them run a miner." default:"2"`
	For    time.Duration `help:"Fleet: length of the logs." default:"24h"`
	Every  int           `help:"Fleet: aggregation interval in seconds, 60 or 600." default:"600"`
}

func (c *labCmd) Run(e *env) error {
	var cfg lab.Config
	switch c.Preset {
	case "sample":
		cfg = lab.Sample()
		cfg.Seed = c.Seed
	case "training":
		cfg = lab.Training(c.Seed)
	case "fleet":
		if c.ENIs < 1 || c.Miners < 0 || c.Miners > c.ENIs {
			return usage(fmt.Errorf("--enis %d --miners %d: want at least one interface and no more miners", c.ENIs, c.Miners))
		}
		cfg = lab.Config{Seed: c.Seed, Duration: c.For, Interval: c.Every, Hosts: lab.Fleet(c.Seed, c.ENIs, c.Miners)}
	}
	if err := lab.Write(e.ctx, c.Out, cfg); err != nil {
		return err
	}
	_, err := fmt.Fprintf(e.stderr, "wrote     %s: flow logs in AWSLogs, labels in labels.tsv\n", report.Clean(c.Out))
	return err
}
