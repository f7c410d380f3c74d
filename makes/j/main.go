// Command j writes labelled VPC Flow Logs of sites where machines talk to machines:
// sensors and gateways, trackers, meters, market feeds, peers of the telephone
// network, push and chat servers, queues. What they say goes through TCP as
// messages; when they say it is made of clocks in layers, each kind of message
// with a period, drift, jitter and curve of the day of its own. Some of the
// hosts mine besides.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"makes/j/internal/apps"
	"makes/j/internal/dice"
	"makes/j/internal/flowlog"
	"makes/j/internal/mine"
	"makes/j/internal/site"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "j:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("j", flag.ContinueOnError)
	seed := flags.Uint64("seed", 1, "what all is drawn from")
	interfaces := flags.Int("interfaces", 100, "number of interfaces")
	miners := flags.Int("miners", 50, "how many of them mine")
	kinds := flags.String("kinds", "all", "kind of the miners: pool, solo, proxy, blocked or all")
	hours := flags.Int("hours", 24, "length of the log")
	interval := flags.Int("interval", 600, "aggregation interval in seconds: 600 or 60")
	out := flags.String("out", "", "directory to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	switch {
	case flags.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case *interfaces < 1 || *interfaces > 10000:
		return errors.New("-interfaces must be from 1 to 10000")
	case *miners < 0 || *miners > *interfaces:
		return errors.New("-miners must be from 0 to the number of interfaces")
	case *hours < 1 || *hours > 24*14:
		return errors.New("-hours must be from 1 to 336")
	case *interval != 60 && *interval != 600:
		return errors.New("-interval must be 60 or 600")
	case *out == "":
		return errors.New("-out is missing")
	}
	order, err := mine.Order(*kinds)
	if err != nil {
		return err
	}
	d := dice.New(*seed, "log")
	monday := time.Date(2025, 1, 6+7*d.IntN(51), 0, 0, 0, 0, time.UTC)
	log := flowlog.New(monday.Unix(), *hours, *interval)
	s := site.New(*seed, log)
	programs := apps.NewSite(s, 2+*interfaces/30)
	chains := mine.New(s, programs)
	account := fmt.Sprintf("%012d", 1e11+d.Int64N(8e11))
	for i := range *interfaces {
		h := s.Host(i, account)
		programs.Run(h)
		if i < *miners {
			chains.Run(h, order[i%len(order)], i/len(order))
		}
	}
	if err := log.Write(filepath.Join(*out, "logs")); err != nil {
		return err
	}
	return s.WriteLabels(filepath.Join(*out, "labels.tsv"))
}
