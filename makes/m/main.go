// Command m generates labelled flow logs of hosts of which some mine. Its
// ordinary programs are no real ones: for each seed it draws several hundred
// protocols from a grammar of message sizes, rhythms, connection policies and
// failures, over the whole plausible range and more densely near the numbers of
// mining protocols. The numbers of the miners' protocols are drawn around the
// real ones as well, so that no single program or pool can be learnt by heart.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"

	"makes/m/internal/mine"
	"makes/m/internal/world"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "m:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	var o world.Options
	flags := flag.NewFlagSet("m", flag.ContinueOnError)
	flags.Uint64Var(&o.Seed, "seed", 1, "seed of all that is drawn")
	flags.IntVar(&o.Interfaces, "interfaces", 50, "number of network interfaces")
	flags.IntVar(&o.Miners, "miners", 10, "number of interfaces that mine, the first ones")
	kind := flags.String("kinds", "all", "kind of mining: pool, solo, proxy, blocked or all")
	flags.IntVar(&o.Hours, "hours", 24, "length of the logs")
	flags.IntVar(&o.Interval, "interval", 600, "aggregation interval in seconds, 600 or 60")
	flags.StringVar(&o.Out, "out", "", "directory to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	o.Kinds = mine.Kinds
	if *kind != "all" {
		o.Kinds = []string{*kind}
	}
	switch {
	case flags.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case !slices.Contains(mine.Kinds, o.Kinds[0]):
		return fmt.Errorf("unknown kind %q", *kind)
	case o.Interfaces < 1 || o.Miners < 0 || o.Miners > o.Interfaces:
		return fmt.Errorf("%d miners on %d interfaces", o.Miners, o.Interfaces)
	case o.Hours < 1 || o.Hours > 24*31:
		return fmt.Errorf("%d hours, want 1 to %d", o.Hours, 24*31)
	case o.Interval != 600 && o.Interval != 60:
		return fmt.Errorf("interval %d, want 600 or 60", o.Interval)
	case o.Out == "":
		return fmt.Errorf("no directory to write to")
	}
	return world.Write(o)
}
