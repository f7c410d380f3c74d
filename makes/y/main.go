// Command y writes the VPC flow logs of a simulated company, with labels that say which pairs of addresses mine.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"time"

	"makes/y/internal/estate"
	"makes/y/internal/flow"
	"makes/y/internal/mine"
	"makes/y/internal/sim"
)

type options struct {
	seed               uint64
	interfaces, miners int
	kinds              string
	hours, interval    int
	out                string
}

func main() {
	o, err := parse(os.Args[1:])
	if err == nil {
		err = generate(o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "y:", err)
		os.Exit(1)
	}
}

func parse(args []string) (*options, error) {
	o := &options{}
	f := flag.NewFlagSet("y", flag.ContinueOnError)
	f.SetOutput(new(nothing))
	f.Uint64Var(&o.seed, "seed", 1, "seed")
	f.IntVar(&o.interfaces, "interfaces", 100, "network interfaces")
	f.IntVar(&o.miners, "miners", 20, "how many of them mine")
	f.StringVar(&o.kinds, "kinds", "all", "pool, solo, proxy, blocked or all")
	f.IntVar(&o.hours, "hours", 24, "length")
	f.IntVar(&o.interval, "interval", 600, "aggregation interval, 60 or 600 seconds")
	f.StringVar(&o.out, "out", "", "folder for the output")
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	switch {
	case f.NArg() > 0:
		return nil, fmt.Errorf("unexpected argument %q", f.Arg(0))
	case o.out == "":
		return nil, errors.New("-out is needed")
	case o.interfaces < 1 || o.miners < 0 || o.miners > o.interfaces:
		return nil, errors.New("-interfaces must be at least 1 and -miners between 0 and that")
	case o.kinds != "all" && !slices.Contains(mine.Kinds, o.kinds):
		return nil, fmt.Errorf("-kinds %q is not one of pool, solo, proxy, blocked, all", o.kinds)
	case o.hours < 1 || o.hours > 400:
		return nil, errors.New("-hours must be between 1 and 400")
	case o.interval != 60 && o.interval != 600:
		return nil, errors.New("-interval must be 60 or 600")
	}
	return o, nil
}

// nothing swallows what the flag package prints; the error says it all.
type nothing struct{}

func (*nothing) Write(b []byte) (int, error) { return len(b), nil }

func generate(o *options) error {
	w := sim.NewWorld(o.seed, o.hours)
	// The run starts on one of the Mondays of 2025.
	monday := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*w.Rand("week").Int(0, 51))
	s, err := flow.NewSink(o.out, monday.Unix(), o.hours, float64(o.interval))
	if err != nil {
		return err
	}
	estate.Build(w, s, o.interfaces)
	plan := mine.NewPlan(w, o.miners, o.kinds)
	for i, h := range w.Hosts {
		if plan.Kind(i) != "" {
			plan.Run(i)
		}
		estate.Live(w, h)
	}
	if err := s.Close(); err != nil {
		return err
	}
	return s.Write(w.Labels)
}
