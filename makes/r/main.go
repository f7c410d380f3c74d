// Command r generates labelled VPC Flow Logs. Every packet in them is an event
// of two TCP state machines, with the timers of their operating systems; above
// those are conversations of two sides, which tables describe for ordinary
// programs and miners alike.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"makes/r/internal/world"
)

func main() {
	var c world.Config
	flag.CommandLine.Init("r", flag.ContinueOnError)
	flag.Uint64Var(&c.Seed, "seed", 1, "`number` that decides everything")
	flag.IntVar(&c.Interfaces, "interfaces", 100, "network interfaces")
	flag.IntVar(&c.Miners, "miners", 50, "interfaces that mine, too")
	kinds := flag.String("kinds", "all", "pool, solo, proxy, blocked or all")
	flag.IntVar(&c.Hours, "hours", 24, "length of the log")
	flag.Int64Var(&c.Interval, "interval", 600, "aggregation interval in seconds, 600 or 60")
	flag.StringVar(&c.Out, "out", "", "`directory` for logs and labels")
	if err := flag.CommandLine.Parse(os.Args[1:]); err != nil {
		os.Exit(1)
	}
	if err := check(&c, *kinds); err != nil {
		fail(err)
	}
	if err := world.Run(c); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "r:", err)
	os.Exit(1)
}

func check(c *world.Config, kinds string) error {
	all := []string{"pool", "solo", "proxy", "blocked"}
	switch {
	case flag.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", flag.Arg(0))
	case c.Interfaces < 1 || c.Interfaces > 20000:
		return fmt.Errorf("%d interfaces", c.Interfaces)
	case c.Miners < 0 || c.Miners > c.Interfaces:
		return fmt.Errorf("%d miners among %d interfaces", c.Miners, c.Interfaces)
	case c.Hours < 1 || c.Hours > 24*31:
		return fmt.Errorf("%d hours", c.Hours)
	case c.Interval != 600 && c.Interval != 60:
		return fmt.Errorf("interval of %d s; 600 or 60", c.Interval)
	case c.Out == "":
		return fmt.Errorf("-out is missing")
	case kinds != "all" && !slices.Contains(all, kinds):
		return fmt.Errorf("kind %q; one of %s or all", kinds, strings.Join(all, ", "))
	}
	if c.Kinds = []string{kinds}; kinds == "all" {
		c.Kinds = all
	}
	return nil
}
