// Command f simulates the network traffic of a cloud, message by message, and
// writes it as VPC flow logs with labels.
//
// Its bent is width: there are a dozen families of behaviour with wide ranges
// for all they do, and a kind of program, or the dialect of a coin, is no more
// than a row of narrower ranges. Every other program has the habits of a fleet,
// the others their own; kinds without a name fill the space between. How the
// two ends of a connection acknowledge, probe and close is drawn with the
// program, not with the host.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"

	"makes/f/internal/cloud"
	"makes/f/internal/mining"
)

func main() {
	var c cloud.Config
	flag.Uint64Var(&c.Seed, "seed", 1, "seed of all chance")
	flag.IntVar(&c.Interfaces, "interfaces", 20, "number of network interfaces")
	flag.IntVar(&c.Miners, "miners", 4, "how many of them also mine")
	flag.StringVar(&c.Kinds, "kinds", "all", "kinds of mining: pool, solo, proxy, blocked or all")
	flag.IntVar(&c.Hours, "hours", 3, "hours to simulate")
	flag.IntVar(&c.Interval, "interval", 600, "seconds of an aggregation interval: 600 or 60")
	flag.StringVar(&c.Out, "out", "out", "folder to write to")
	flag.Parse()
	if err := run(c); err != nil {
		fmt.Fprintln(os.Stderr, "f:", err)
		os.Exit(1)
	}
}

func run(c cloud.Config) error {
	if c.Kinds != "all" && !slices.Contains(mining.KindNames, c.Kinds) {
		return fmt.Errorf("unknown kind of mining %q", c.Kinds)
	}
	if c.Interval != 600 && c.Interval != 60 || c.Hours < 1 || c.Interfaces < 1 || c.Interfaces > 20000 || c.Miners < 0 {
		return fmt.Errorf("interval, hours or interfaces out of range")
	}
	return cloud.Run(c)
}
