// Command i writes labelled VPC flow logs of an enterprise's servers and
// desktops in the cloud: directory services, files, mail, databases, business
// programs, and the agents that manage, guard, back up and watch them. Random
// state machines decide when each client works, idles or breaks, and many ask
// for services that were switched off. Some of the hosts mine besides.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"makes/i/internal/flow"
	"makes/i/internal/office"
	"makes/i/internal/rnd"
	"makes/i/internal/stratum"
)

var allKinds = []string{"pool", "solo", "proxy", "blocked"}

type options struct {
	seed               uint64
	interfaces, miners int
	hours, interval    int
	kinds, out         string
}

func main() {
	var o options
	flag.Uint64Var(&o.seed, "seed", 1, "`number` that decides all else")
	flag.IntVar(&o.interfaces, "interfaces", 20, "`number` of network interfaces")
	flag.IntVar(&o.miners, "miners", 10, "`number` of them that mine")
	flag.StringVar(&o.kinds, "kinds", "all", "`kinds` of mining: pool, solo, proxy, blocked or all")
	flag.IntVar(&o.hours, "hours", 24, "`length` of the log")
	flag.IntVar(&o.interval, "interval", 600, "aggregation interval in `seconds`, 600 or 60")
	flag.StringVar(&o.out, "out", "", "`directory` to write")
	flag.CommandLine.Init("i", flag.ContinueOnError)
	if err := flag.CommandLine.Parse(os.Args[1:]); errors.Is(err, flag.ErrHelp) {
		os.Exit(0)
	} else if err != nil {
		os.Exit(1)
	}
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "i:", err)
		os.Exit(1)
	}
}

func (o options) check() error {
	switch {
	case flag.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", flag.Arg(0))
	case o.interfaces < 1 || o.miners < 0 || o.miners > o.interfaces:
		return errors.New("-interfaces must be positive, and -miners at most as many")
	case o.hours < 1 || o.hours > 24*60:
		return errors.New("-hours must be between 1 and 1440")
	case o.interval != 600 && o.interval != 60:
		return errors.New("-interval must be 600 or 60")
	case o.kinds != "all" && !slices.Contains(allKinds, o.kinds):
		return fmt.Errorf("-kinds: unknown kind %q", o.kinds)
	case o.out == "":
		return errors.New("-out is missing")
	}
	return nil
}

func run(o options) error {
	if err := o.check(); err != nil {
		return err
	}
	kinds := allKinds
	if o.kinds != "all" {
		kinds = []string{o.kinds}
	}
	r := rnd.New(o.seed, "log")
	start := time.Date(2025, 1, 6+7*r.IntN(50), 0, 0, 0, 0, time.UTC)
	log, err := flow.Create(filepath.Join(o.out, "logs"), start, o.hours)
	if err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(o.out, "labels.tsv"))
	if err != nil {
		return err
	}
	labels := bufio.NewWriter(file)
	fmt.Fprint(labels, "*\tbenign\trest\n")

	estate := office.New(o.seed, o.interfaces, float64(o.hours))
	market := stratum.NewMarket(o.seed, float64(o.hours))
	accounts := []string{account(r), account(r), account(r), account(r)}
	used := map[uint32]bool{}
	for n := range o.interfaces {
		r := rnd.New(o.seed, fmt.Sprint("interface ", n))
		site := r.IntN(max(2, o.interfaces/15))
		iface := &flow.Iface{ID: fmt.Sprintf("eni-0%016x", r.Uint64()), Account: accounts[site%len(accounts)], Addr: r.Private(site % 20),
			Interval: float64(o.interval), Phase: float64(r.IntN(o.interval)), End: float64(o.hours) * 3600}
		for used[iface.Addr] {
			iface.Addr = r.Private(site % 20)
		}
		used[iface.Addr] = true
		host := estate.Host(r, iface, site)
		var mining []stratum.Label
		if n < o.miners {
			mining = market.Mine(r, host, kinds[n%len(kinds)])
		}
		seen, mines := iface.Peers(), map[uint32]bool{}
		for _, l := range mining {
			if seen[l.Remote] && !mines[l.Remote] {
				mines[l.Remote] = true
				fmt.Fprintln(labels, l.String(iface.ID))
			}
		}
		for _, other := range slices.Sorted(maps.Keys(host.Names)) {
			if seen[other] && !mines[other] {
				fmt.Fprintf(labels, "%s::%s\tbenign\t%s\t%s\n", flow.IP(iface.Addr), flow.IP(other), host.Names[other], iface.ID)
			}
		}
		if err := log.Write(iface); err != nil {
			return err
		}
	}
	return errors.Join(labels.Flush(), file.Close(), log.Close())
}

func account(r rnd.R) string {
	var b strings.Builder
	for range 12 {
		b.WriteByte(byte('1' + r.IntN(9)))
	}
	return b.String()
}
