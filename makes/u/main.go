// Command u simulates hosts in a cloud and writes the flow logs of their
// network interfaces, with labels that say which pairs of addresses mine.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"time"

	"makes/u/internal/fleet"
	"makes/u/internal/flow"
	"makes/u/internal/rng"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "u:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	fs := flag.NewFlagSet("u", flag.ContinueOnError)
	fs.SetOutput(nowhere{})
	seed := fs.Uint64("seed", 1, "seed of the random numbers")
	interfaces := fs.Int("interfaces", 100, "number of network interfaces")
	miners := fs.Int("miners", 20, "how many of them mine")
	kinds := fs.String("kinds", "all", "pool, solo, proxy, blocked or all")
	hours := fs.Int("hours", 24, "length of the logs")
	interval := fs.Int("interval", 600, "aggregation interval in seconds, 600 or 60")
	out := fs.String("out", "", "output folder, new or empty")
	if err := fs.Parse(args); err != nil {
		return err
	}
	turns, err := turnsOf(*kinds)
	switch {
	case err != nil:
		return err
	case fs.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", fs.Arg(0))
	case *out == "":
		return errors.New("-out is missing")
	case *interfaces < 1 || *interfaces > 5000:
		return errors.New("-interfaces has to be between 1 and 5000")
	case *miners < 0 || *miners > *interfaces:
		return errors.New("-miners has to be between 0 and -interfaces")
	case *hours < 1 || *hours > 24*31:
		return errors.New("-hours has to be between 1 and 744")
	case *interval != 60 && *interval != 600:
		return errors.New("-interval has to be 60 or 600")
	}
	log, err := flow.Create(*out, monday(*seed), *hours, float64(*interval))
	if err != nil {
		return err
	}
	fleet.New(log, *seed, *interfaces).Run(*miners, turns)
	return log.Finish()
}

// turnsOf returns the kinds of mining that hosts take in turn. Pools come
// oftener than the others, as they do in life.
func turnsOf(kinds string) ([]string, error) {
	switch kinds {
	case "pool", "solo", "proxy", "blocked":
		return []string{kinds}, nil
	case "all":
		return []string{"pool", "solo", "proxy", "blocked", "pool", "pool"}, nil
	}
	return nil, fmt.Errorf("unknown kinds %q", kinds)
}

// monday chooses the first day of the logs among the Mondays of 2025.
func monday(seed uint64) int64 {
	weeks := rng.New(seed, "monday").Int(0, 51)
	return time.Date(2025, 1, 6+7*weeks, 0, 0, 0, 0, time.UTC).Unix()
}

// nowhere swallows what the flag package prints; main reports the error.
type nowhere struct{}

func (nowhere) Write(p []byte) (int, error) { return len(p), nil }
