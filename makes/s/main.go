// Command s writes labelled VPC Flow Logs of hosts that mine, and of hosts
// that do not.
//
// Its bent is breadth. Miners speak sixteen dialects for over sixty coins, and
// every number a pool's operator can set is drawn anew for each pool. Ordinary
// programs are a table of kinds, most of them long-lived conversations of
// small messages, and many of them workers that fetch tasks and return results.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"makes/s/internal/fleet"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "s:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	var o fleet.Options
	flags := flag.NewFlagSet("s", flag.ContinueOnError)
	flags.Uint64Var(&o.Seed, "seed", 1, "seed of all that is random")
	flags.IntVar(&o.Interfaces, "interfaces", 20, "number of network interfaces")
	flags.IntVar(&o.Miners, "miners", 5, "number of interfaces whose host mines")
	kinds := flags.String("kinds", "all", "kind of miners: pool, solo, proxy, blocked, or all in turn")
	flags.IntVar(&o.Hours, "hours", 24, "length of the log")
	flags.IntVar(&o.Interval, "interval", 600, "seconds of an aggregation interval: 600 or 60")
	flags.StringVar(&o.Out, "out", "", "folder to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	switch *kinds {
	case "all":
		o.Kinds = strings.Fields("pool solo proxy blocked")
	case "pool", "solo", "proxy", "blocked":
		o.Kinds = []string{*kinds}
	default:
		return fmt.Errorf("no kind of miners %q", *kinds)
	}
	switch {
	case flags.NArg() > 0:
		return fmt.Errorf("unexpected %q", flags.Arg(0))
	case o.Interfaces < 1 || o.Interfaces > 60000:
		return fmt.Errorf("%d interfaces", o.Interfaces)
	case o.Miners < 0 || o.Miners > o.Interfaces:
		return fmt.Errorf("%d miners on %d interfaces", o.Miners, o.Interfaces)
	case o.Hours < 1 || o.Hours > 24*366:
		return fmt.Errorf("%d hours", o.Hours)
	case o.Interval != 600 && o.Interval != 60:
		return fmt.Errorf("interval of %d s", o.Interval)
	case o.Out == "":
		return fmt.Errorf("no -out")
	}
	return fleet.Run(o)
}
