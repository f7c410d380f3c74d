// T writes labelled VPC flow logs of clusters and of the people who use them.
// Half of its ordinary programs are data infrastructure: consensus, queues,
// databases, batch work, Kubernetes, monitoring and storage; the other half
// are what people leave open on their desktops through a working week. Every
// service draws its own periods and message lengths, and services that are
// down are asked for again as their clients would.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"makes/t/internal/world"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "t:", err)
		os.Exit(1)
	}
}

func run() error {
	flags := flag.NewFlagSet("t", flag.ContinueOnError)
	seed := flags.Uint64("seed", 1, "seed of all that is drawn")
	interfaces := flags.Int("interfaces", 50, "number of network interfaces")
	miners := flags.Int("miners", 10, "how many of them mine")
	kinds := flags.String("kinds", "all", "pool, solo, proxy, blocked or all")
	hours := flags.Int("hours", 24, "length of the log")
	interval := flags.Int("interval", 600, "aggregation interval in seconds, 60 or 600")
	out := flags.String("out", "", "directory to write to")
	if err := flags.Parse(os.Args[1:]); errors.Is(err, flag.ErrHelp) {
		return nil
	} else if err != nil {
		return err
	}
	c := world.Config{Seed: *seed, Interfaces: *interfaces, Miners: *miners, Hours: *hours, Interval: *interval, Kinds: []string{*kinds}}
	if *kinds == "all" {
		c.Kinds = []string{"pool", "solo", "proxy", "blocked"}
	}
	switch {
	case flags.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case *interfaces < 1 || *interfaces > 60000:
		return errors.New("-interfaces is from 1 to 60000")
	case *miners < 0 || *miners > *interfaces:
		return errors.New("-miners is from 0 to the number of interfaces")
	case !strings.Contains(" pool solo proxy blocked ", " "+c.Kinds[0]+" "):
		return fmt.Errorf("unknown kind %q", *kinds)
	case *hours < 1 || *hours > 24*31:
		return errors.New("-hours is from 1 to 744")
	case *interval != 60 && *interval != 600:
		return errors.New("-interval is 60 or 600")
	case *out == "":
		return errors.New("-out is missing")
	}
	w := world.New(c)
	w.Run()
	if err := w.Log.Write(filepath.Join(*out, "logs")); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(*out, "labels.tsv"), []byte(w.Labels()), 0o644)
}
