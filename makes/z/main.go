// Command z simulates the network interfaces of a service provider's tenants and writes their flow logs with labels.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"makes/z/internal/clock"
	"makes/z/internal/world"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "z: "+err.Error())
		os.Exit(1)
	}
}

func run(args []string) error {
	var cfg world.Config
	set := flag.NewFlagSet("z", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Uint64Var(&cfg.Seed, "seed", 1, "seed")
	set.IntVar(&cfg.Interfaces, "interfaces", 300, "number of interfaces")
	set.IntVar(&cfg.Miners, "miners", 60, "how many of them mine")
	set.StringVar(&cfg.Kinds, "kinds", "all", "pool, solo, proxy, blocked or all")
	set.IntVar(&cfg.Hours, "hours", 24, "length")
	interval := set.Int("interval", 600, "aggregation interval in seconds, 600 or 60")
	out := set.String("out", "", "folder, new or empty")
	if err := set.Parse(args); err != nil {
		return err
	}
	switch {
	case set.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", set.Arg(0))
	case *out == "":
		return errors.New("-out is missing")
	case cfg.Interfaces < 1 || cfg.Miners < 0 || cfg.Miners > cfg.Interfaces:
		return errors.New("-interfaces must be positive and -miners not more than that")
	case cfg.Interfaces > 20000:
		return errors.New("-interfaces must not be more than 20000")
	case cfg.Hours < 1 || cfg.Hours > 24*31:
		return errors.New("-hours must be from 1 to 744")
	case *interval != 600 && *interval != 60:
		return errors.New("-interval must be 600 or 60")
	}
	switch cfg.Kinds {
	case "all", "pool", "solo", "proxy", "blocked":
	default:
		return fmt.Errorf("unknown kind %q", cfg.Kinds)
	}
	cfg.Interval = clock.Time(*interval) * clock.Second
	cfg.Dir = filepath.Join(*out, "logs")
	// The Mondays of 2025 that leave room before the year's end.
	monday := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC)
	cfg.Epoch = monday.AddDate(0, 0, 7*int(cfg.Seed*37%47)).Unix()
	if err := prepare(*out, cfg.Dir); err != nil {
		return err
	}
	return simulate(cfg, *out)
}

// prepare makes the folder, which must not hold anything yet.
func prepare(out, logs string) error {
	held, err := os.ReadDir(out)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if len(held) > 0 {
		return fmt.Errorf("%s is not empty", out)
	}
	return os.MkdirAll(logs, 0o777)
}

func simulate(cfg world.Config, out string) error {
	w := world.Build(cfg)
	for h := 1; h <= cfg.Hours; h++ {
		// A little later than the hour, so that packets under way are in.
		now := clock.Time(h)*clock.Hour + cfg.Interval + clock.Minute
		w.Sim().Run(min(now, w.Book.Limit()))
		if err := w.Book.Write(now - clock.Minute); err != nil {
			return err
		}
	}
	if err := w.Book.Write(clock.Never); err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(out, "labels.tsv"))
	if err != nil {
		return err
	}
	if err := w.Sheet.Write(f, w.Ifaces); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
