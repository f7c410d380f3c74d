// Command x simulates network interfaces in AWS and writes the VPC flow logs
// they would give, with labels that say which pairs of addresses mine.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"makes/x/internal/flowlog"
	"makes/x/internal/label"
)

type options struct {
	seed       uint64
	interfaces int
	miners     int
	kinds      string
	hours      int
	interval   int
	out        string
}

var kinds = []string{"pool", "solo", "proxy", "blocked", "all"}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "x:", err)
		os.Exit(1)
	}
}

func parse(args []string) (*options, error) {
	var o options
	f := flag.NewFlagSet("x", flag.ContinueOnError)
	f.Uint64Var(&o.seed, "seed", 1, "seed of everything")
	f.IntVar(&o.interfaces, "interfaces", 300, "number of network interfaces")
	f.IntVar(&o.miners, "miners", 60, "number of those that mine")
	f.StringVar(&o.kinds, "kinds", "all", "kinds of mining: pool, solo, proxy, blocked or all")
	f.IntVar(&o.hours, "hours", 24, "hours to simulate")
	f.IntVar(&o.interval, "interval", 600, "aggregation interval in seconds, 60 or 600")
	f.StringVar(&o.out, "out", "", "folder to write, new or empty")
	f.SetOutput(discard{})
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	switch {
	case f.NArg() > 0:
		return nil, fmt.Errorf("unexpected argument %q", f.Arg(0))
	case o.interfaces < 1 || o.interfaces > 20000:
		return nil, errors.New("-interfaces must be from 1 to 20000")
	case o.miners < 0 || o.miners > o.interfaces:
		return nil, errors.New("-miners must be from 0 to the number of interfaces")
	case !slices.Contains(kinds, o.kinds):
		return nil, fmt.Errorf("unknown kind %q", o.kinds)
	case o.hours < 1 || o.hours > 24*30:
		return nil, errors.New("-hours must be from 1 to 720")
	case o.interval != 60 && o.interval != 600:
		return nil, errors.New("-interval must be 60 or 600")
	case o.out == "":
		return nil, errors.New("-out is required")
	}
	return &o, nil
}

// discard drops what the flag package has to say; errors are reported once.
type discard struct{}

// Write implements io.Writer.
func (discard) Write(b []byte) (int, error) { return len(b), nil }

func run(args []string) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	logs := filepath.Join(o.out, "logs")
	if entries, err := os.ReadDir(o.out); err == nil && len(entries) > 0 {
		return fmt.Errorf("%s is not empty", o.out)
	}
	if err := os.MkdirAll(logs, 0o755); err != nil {
		return err
	}
	spool, err := flowlog.NewSpool(logs, o.hours, epoch(o.seed))
	if err != nil {
		return err
	}
	defer spool.Drop()
	w := newWorld(o, spool)
	w.mine()
	w.live()
	owners := make([]flowlog.Owner, len(w.hosts))
	for i, h := range w.hosts {
		h.NIC.Finish()
		owners[i] = h.NIC.Owner
	}
	if err := spool.Write(owners); err != nil {
		return err
	}
	return w.labels(filepath.Join(o.out, "labels.tsv"))
}

func (w *world) labels(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	b := bufio.NewWriter(f)
	if err := label.Begin(b); err != nil {
		return err
	}
	for _, h := range w.hosts {
		if err := h.NIC.Labels.Write(b); err != nil {
			return err
		}
	}
	if err := b.Flush(); err != nil {
		return err
	}
	return f.Close()
}
