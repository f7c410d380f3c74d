// Command v simulates network interfaces in AWS, some of which mine, and writes
// the VPC Flow Logs they would give with labels of who talks to whom.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"makes/v/internal/mine"
	"makes/v/internal/rng"
	"makes/v/internal/vpclog"
	"makes/v/internal/world"
)

type options struct {
	world world.Config
	kinds string
	out   string
}

func main() {
	o, err := parse(os.Args[1:])
	if err == nil {
		err = run(o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "v:", err)
		os.Exit(1)
	}
}

func parse(args []string) (options, error) {
	var o options
	set := flag.NewFlagSet("v", flag.ContinueOnError)
	set.SetOutput(os.Stderr)
	set.Uint64Var(&o.world.Seed, "seed", 1, "seed of all that is random")
	set.IntVar(&o.world.Interfaces, "interfaces", 100, "number of network interfaces")
	set.IntVar(&o.world.Miners, "miners", 20, "how many of them mine")
	set.StringVar(&o.kinds, "kinds", "all", "pool, solo, proxy, blocked, or all in turn")
	set.IntVar(&o.world.Hours, "hours", 24, "length in hours")
	interval := set.Int("interval", 600, "aggregation interval in seconds, 600 or 60")
	set.StringVar(&o.out, "out", "", "folder to write, new or empty")
	if err := set.Parse(args); err != nil {
		return o, err
	}
	o.world.Interval = float64(*interval)
	switch {
	case set.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q", set.Arg(0))
	case o.out == "":
		return o, errors.New("-out is missing")
	case o.world.Interfaces < 1 || o.world.Interfaces > 60000:
		return o, errors.New("-interfaces must be from 1 to 60000")
	case o.world.Miners < 0 || o.world.Miners > o.world.Interfaces:
		return o, errors.New("-miners must be from 0 to the number of interfaces")
	case o.world.Hours < 1 || o.world.Hours > 24*31:
		return o, errors.New("-hours must be from 1 to 744")
	case *interval != 600 && *interval != 60:
		return o, errors.New("-interval must be 600 or 60")
	}
	if _, err := ways(o.kinds, 1); err != nil {
		return o, err
	}
	return o, nil
}

// ways says how each of n miners mines.
func ways(kinds string, n int) ([]string, error) {
	var turn []string
	switch kinds {
	case "pool", "solo", "proxy", "blocked":
		turn = []string{kinds}
	case "all":
		// All four come early, and pools are half in the long run.
		turn = []string{"pool", "solo", "proxy", "blocked", "pool", "pool", "proxy", "pool"}
	default:
		return nil, fmt.Errorf("-kinds %q is none of pool, solo, proxy, blocked, all", kinds)
	}
	list := make([]string, n)
	for i := range list {
		list[i] = turn[i%len(turn)]
	}
	return list, nil
}

// empty makes the folder, or accepts one without anything in it.
func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return os.MkdirAll(dir, 0o755)
	}
	if err != nil {
		return err
	}
	if len(entries) > 0 {
		return fmt.Errorf("%s is not empty", dir)
	}
	return nil
}

func run(o options) error {
	if err := empty(o.out); err != nil {
		return err
	}
	logs := filepath.Join(o.out, "logs")
	if err := os.Mkdir(logs, 0o755); err != nil {
		return err
	}
	spill, err := vpclog.NewSpill(o.out, o.world.Hours)
	if err != nil {
		return err
	}
	w := world.New(o.world, spill)
	list, err := ways(o.kinds, o.world.Miners)
	if err != nil {
		return err
	}
	mine.NewField(w, o.world.Seed).Work(list)
	w.Live()
	w.Close()
	if err := spill.Write(logs, monday(o.world.Seed), w.Names); err != nil {
		return err
	}
	return w.Book.Write(filepath.Join(o.out, "labels.tsv"), w.Names)
}

// monday is midnight of a Monday of 2025.
func monday(seed uint64) int64 {
	const first, week = 1736121600, 7 * 86400
	return first + week*int64(rng.New(seed, "date").IntN(47))
}
