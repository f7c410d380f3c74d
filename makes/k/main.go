// Command k generates AWS VPC Flow Logs of a software company's platform, with
// labels of the pairs that mine. Its bent is the machinery behind the product:
// control planes and their watches, brokers, databases, CI, agents of many
// vendors, tunnels and AWS endpoints. Each program is a small state machine
// described in a table; deployments, outages and misconfigurations come on top.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"

	"makes/k/internal/fleet"
	"makes/k/internal/mine"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "k:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	var c fleet.Config
	flags := flag.NewFlagSet("k", flag.ContinueOnError)
	flags.Uint64Var(&c.Seed, "seed", 1, "seed of all chance")
	flags.IntVar(&c.Interfaces, "interfaces", 100, "number of network interfaces")
	flags.IntVar(&c.Miners, "miners", 10, "number of interfaces that mine")
	kinds := flags.String("kinds", "all", "kind of mining: pool, solo, proxy, blocked, or all in turn")
	flags.IntVar(&c.Hours, "hours", 24, "length of the log")
	flags.IntVar(&c.Interval, "interval", 600, "aggregation interval in seconds: 600 or 60")
	flags.StringVar(&c.Out, "out", "", "directory to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	c.Kinds = []string{*kinds}
	if *kinds == "all" {
		c.Kinds = mine.Kinds
	}
	switch {
	case flags.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case c.Interfaces < 1 || c.Interfaces > 100000:
		return fmt.Errorf("-interfaces %d", c.Interfaces)
	case c.Miners < 0 || c.Miners > c.Interfaces:
		return fmt.Errorf("-miners %d of %d interfaces", c.Miners, c.Interfaces)
	case !slices.Contains(mine.Kinds, c.Kinds[0]):
		return fmt.Errorf("-kinds %q", *kinds)
	case c.Hours < 1 || c.Hours > 24*31:
		return fmt.Errorf("-hours %d", c.Hours)
	case c.Interval != 60 && c.Interval != 600:
		return fmt.Errorf("-interval %d", c.Interval)
	case c.Out == "":
		return fmt.Errorf("no -out directory")
	}
	return fleet.Generate(c)
}
