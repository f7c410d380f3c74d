// Command q writes labelled VPC Flow Logs of a hosting provider's network:
// web, mail and game servers, tunnels and bots, and what intruders leave on
// them. Beacons, worms and dead services ask again and again with every sort
// of timer; miners come as those intruders bring them, behind relays, TLS and
// tunnels, with lists of pools and watchdogs.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"

	"makes/q/internal/miner"
	"makes/q/internal/program"
	"makes/q/internal/world"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "q:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("q", flag.ContinueOnError)
	seed := flags.Uint64("seed", 1, "the same `seed` gives the same logs")
	interfaces := flags.Int("interfaces", 100, "network interfaces")
	miners := flags.Int("miners", 10, "interfaces whose hosts mine")
	kinds := flags.String("kinds", "all", "pool, solo, proxy, blocked, or all in turn")
	hours := flags.Int("hours", 24, "length of the log")
	interval := flags.Int("interval", 600, "seconds of an aggregation interval, 60 or 600")
	out := flags.String("out", "", "`directory` to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	turn := []string{*kinds}
	if *kinds == "all" {
		turn = miner.Kinds
	}
	switch {
	case flags.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case *interfaces < 1 || *interfaces > 20000:
		return fmt.Errorf("%d interfaces", *interfaces)
	case *miners < 0 || *miners > *interfaces:
		return fmt.Errorf("%d miners of %d interfaces", *miners, *interfaces)
	case !slices.Contains(miner.Kinds, turn[0]):
		return fmt.Errorf("unknown kind %q", *kinds)
	case *hours < 1 || *hours > 2000:
		return fmt.Errorf("%d hours", *hours)
	case *interval != 60 && *interval != 600:
		return fmt.Errorf("interval %d is neither 60 nor 600", *interval)
	case *out == "":
		return fmt.Errorf("no directory to write to: -out")
	}
	w := world.New(*seed, *hours, *interval)
	fleet, err := program.NewFleet(w, *interfaces)
	if err != nil {
		return err
	}
	trade, err := miner.NewTrade(w, *miners)
	if err != nil {
		return err
	}
	for i := range *interfaces {
		h := w.AddHost()
		if i < *miners {
			kind := turn[i%len(turn)]
			trade.Run(h, kind)
			if kind == "solo" {
				fleet.Node(h)
			}
		}
		fleet.Run(h)
	}
	return w.Log.Write(*out)
}
