// Command w simulates network interfaces and writes the flow logs they would
// give, with a file of labels that says which pairs of addresses mine.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"makes/w/internal/flow"
	"makes/w/internal/mine"
	"makes/w/internal/record"
	"makes/w/internal/rng"
	"makes/w/internal/world"
)

type options struct {
	seed       uint64
	interfaces int
	miners     int
	kinds      string
	hours      int
	interval   int
	out        string
}

func main() {
	o, err := parse(os.Args[1:])
	if err == nil {
		err = run(o)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "w: %v\n", err)
		os.Exit(1)
	}
}

func parse(args []string) (options, error) {
	var o options
	fs := flag.NewFlagSet("w", flag.ContinueOnError)
	fs.SetOutput(new(strings.Builder)) // errors are printed by main
	fs.Uint64Var(&o.seed, "seed", 1, "seed of all random draws")
	fs.IntVar(&o.interfaces, "interfaces", 100, "count of network interfaces")
	fs.IntVar(&o.miners, "miners", 20, "how many of them mine")
	fs.StringVar(&o.kinds, "kinds", "all", "pool, solo, proxy, blocked or all")
	fs.IntVar(&o.hours, "hours", 24, "length")
	fs.IntVar(&o.interval, "interval", 600, "aggregation interval in seconds, 600 or 60")
	fs.StringVar(&o.out, "out", "", "folder, new or empty")
	if err := fs.Parse(args); err != nil {
		return o, err
	}
	switch {
	case fs.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q", fs.Arg(0))
	case o.interfaces < 1:
		return o, errors.New("-interfaces must be at least 1")
	case o.miners < 0 || o.miners > o.interfaces:
		return o, errors.New("-miners must be from 0 to -interfaces")
	case o.kinds != "all" && !slices.Contains(mine.Kinds, o.kinds):
		return o, fmt.Errorf("-kinds must be all or one of %s", strings.Join(mine.Kinds, ", "))
	case o.hours < 1 || o.hours > 744:
		return o, errors.New("-hours must be from 1 to 744")
	case o.interval != 60 && o.interval != 600:
		return o, errors.New("-interval must be 60 or 600")
	case o.out == "":
		return o, errors.New("-out is missing")
	}
	return o, nil
}

func run(o options) error {
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return err
	}
	old, err := os.ReadDir(o.out)
	if err != nil {
		return err
	}
	if len(old) > 0 {
		return fmt.Errorf("folder %s is not empty", o.out)
	}
	spill, err := record.NewSpill(filepath.Join(o.out, "spill"), o.hours)
	if err != nil {
		return err
	}
	log := &flow.Log{Interval: float64(o.interval), End: float64(o.hours) * 3600, Spill: spill, Book: flow.NewBook()}
	w := world.New(o.seed, o.interfaces, log)
	for _, h := range w.Hosts {
		w.Play(h)
	}
	mine.Play(w, o.miners, o.kinds)
	for _, h := range w.Hosts {
		h.Iface.Finish()
	}
	if err := spill.Close(); err != nil {
		return err
	}
	if err := write(o, w, spill); err != nil {
		return err
	}
	if err := log.Book.Write(filepath.Join(o.out, "labels.tsv")); err != nil {
		return err
	}
	return spill.Remove()
}

func write(o options, w *world.World, spill *record.Spill) error {
	dir := filepath.Join(o.out, "logs")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	var names []record.Name
	for _, h := range w.Hosts {
		names = append(names, h.Iface.Name)
	}
	monday := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC)
	weeks := rng.New(o.seed, "week").IntN(51)
	epoch := monday.AddDate(0, 0, 7*weeks).Unix()
	for h := range o.hours {
		recs, err := spill.Hour(h)
		if err != nil {
			return err
		}
		if err := record.WriteHour(dir, h, o.hours, recs, names, epoch); err != nil {
			return err
		}
	}
	return nil
}
