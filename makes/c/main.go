// Command c simulates network traffic in a cloud and writes it as AWS VPC Flow
// Logs with labels.
//
// Its bent is laws: sizes and pauses are drawn from laws that are themselves
// drawn, fixed, narrow or wide, by the clock, by chance or in bursts. A service
// has its law for all who use it; luck is the host's. It has the most kinds of
// ordinary program. TCP is that of an operating system: as many quick
// acknowledgements at first as its kernel gives, then late ones, one for so
// many large segments, and SYNs again by the kernel's timetable.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"makes/c/internal/flowlog"
	"makes/c/internal/life"
	"makes/c/internal/mine"
	"makes/c/internal/wire"
)

// options are the command's arguments.
type options struct {
	seed               uint64
	interfaces, miners int
	kinds              []string
	hours, interval    int
	out                string
}

func main() {
	var o options
	var kinds string
	flag.Uint64Var(&o.seed, "seed", 1, "seed: the same seed gives the same bytes")
	flag.IntVar(&o.interfaces, "interfaces", 20, "network interfaces")
	flag.IntVar(&o.miners, "miners", 4, "how many of them, the first, also mine")
	flag.StringVar(&kinds, "kinds", "all", "kinds of mining, comma-separated: pool, solo, proxy, blocked, or all")
	flag.IntVar(&o.hours, "hours", 3, "hours to simulate")
	flag.IntVar(&o.interval, "interval", 600, "aggregation interval in seconds, 600 or 60")
	flag.StringVar(&o.out, "out", "out", "directory for logs and labels")
	flag.Parse()
	o.kinds = strings.Split(kinds, ",")
	if kinds == "all" {
		o.kinds = mine.Kinds
	}
	if err := check(o); err != nil {
		fmt.Fprintln(os.Stderr, "c:", err)
		os.Exit(2)
	}
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "c:", err)
		os.Exit(1)
	}
}

// check refuses arguments that make no sense.
func check(o options) error {
	for _, k := range o.kinds {
		if !slices.Contains(mine.Kinds, k) {
			return fmt.Errorf("no kind of mining %q", k)
		}
	}
	if o.interval != 60 && o.interval != 600 {
		return fmt.Errorf("the interval is 60 or 600, not %d", o.interval)
	}
	if o.interfaces < 1 || o.hours < 1 || o.miners < 0 || o.miners > o.interfaces {
		return fmt.Errorf("there must be interfaces, hours, and no more miners than interfaces")
	}
	return nil
}

// run simulates one host after the other.
func run(o options) error {
	world := wire.NewWorld(o.seed, o.hours, o.interval)
	mines := mine.NewMines(world)
	kinds, windows := life.Plan(world.Dice("plan"), o.interfaces)
	log, err := flowlog.Create(o.out, world.Dice("log"), o.hours)
	if err != nil {
		return err
	}
	for i := range o.interfaces {
		h := wire.NewHost(world, fmt.Sprint("host ", i), windows[i])
		for _, k := range kinds[i] {
			k.Run(h)
		}
		if i < o.miners {
			// Miners take the kinds in turn, and the coins within a kind.
			mines.Run(h, o.kinds[i%len(o.kinds)], i/len(o.kinds))
		}
		if err := log.Add(h.Records(), h); err != nil {
			return err
		}
	}
	return log.Close()
}
