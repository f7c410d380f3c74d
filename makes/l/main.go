// Command l writes labelled flow logs of a firm that makes software for chains,
// markets, games and peers. Its hosts are full of sparse, long-lived connections
// with small messages, most of which do not mine: nodes of many chains, wallets,
// tickers, order entry, chat and work queues. Protocols are scripts, short lists
// of steps whose numbers each service draws for itself.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"

	"makes/l/internal/miner"
	"makes/l/internal/world"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "l:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	var o world.Options
	flags := flag.NewFlagSet("l", flag.ContinueOnError)
	flags.Uint64Var(&o.Seed, "seed", 1, "seed of all that is drawn")
	flags.IntVar(&o.Interfaces, "interfaces", 40, "number of interfaces")
	flags.IntVar(&o.Miners, "miners", 10, "how many of them mine")
	kinds := flags.String("kinds", "all", "kind of mining: pool, solo, proxy, blocked, or all in turn")
	flags.IntVar(&o.Hours, "hours", 24, "length of the log")
	flags.IntVar(&o.Interval, "interval", 600, "aggregation interval in seconds: 600 or 60")
	flags.StringVar(&o.Dir, "out", "", "folder to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	switch o.Kinds = []string{*kinds}; {
	case *kinds == "all":
		o.Kinds = miner.Kinds
	case !slices.Contains(miner.Kinds, *kinds):
		return fmt.Errorf("unknown kind %q", *kinds)
	}
	switch {
	case flags.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case o.Interfaces < 1 || o.Interfaces > 50000:
		return fmt.Errorf("interfaces: %d is not in 1 to 50000", o.Interfaces)
	case o.Miners < 0 || o.Miners > o.Interfaces:
		return fmt.Errorf("miners: %d is not in 0 to the number of interfaces", o.Miners)
	case o.Hours < 1 || o.Hours > 24*31:
		return fmt.Errorf("hours: %d is not in 1 to 744", o.Hours)
	case o.Interval != 600 && o.Interval != 60:
		return fmt.Errorf("interval: %d is neither 600 nor 60", o.Interval)
	case o.Dir == "":
		return fmt.Errorf("no folder to write to: -out")
	}
	return world.Make(o)
}
