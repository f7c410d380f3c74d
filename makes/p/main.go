// Command p writes labelled VPC flow logs of machines in the field: industrial
// controllers, meters, chargers, trackers, terminals and feeds with small
// rhythmic messages, and the gateways that gather them, many of them flapping,
// asleep or out of reach. Among them mine ASICs with failover lists, rigs of
// GPUs, and CPU miners hidden on gateways.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"

	"makes/p/internal/field"
	"makes/p/internal/rig"
	"makes/p/internal/wire"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "p:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("p", flag.ContinueOnError)
	seed := flags.Uint64("seed", 1, "seed of all that is drawn")
	interfaces := flags.Int("interfaces", 100, "network interfaces")
	miners := flags.Int("miners", 20, "how many of them mine")
	kind := flags.String("kinds", "all", "what the miners do: pool, solo, proxy, blocked or all in turn")
	hours := flags.Int("hours", 24, "length of the log")
	interval := flags.Int("interval", 600, "aggregation interval, 600 or 60 seconds")
	out := flags.String("out", "", "directory to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	kinds := []string{*kind}
	if *kind == "all" {
		kinds = rig.Kinds
	}
	switch {
	case flags.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case *interfaces < 1 || *interfaces > 60000:
		return fmt.Errorf("-interfaces %d: must be 1 to 60000", *interfaces)
	case *miners < 0 || *miners > *interfaces:
		return fmt.Errorf("-miners %d: must be 0 to the number of interfaces", *miners)
	case !slices.Contains(rig.Kinds, kinds[0]):
		return fmt.Errorf("-kinds %q: must be pool, solo, proxy, blocked or all", *kind)
	case *hours < 1 || *hours > 24*31:
		return fmt.Errorf("-hours %d: must be 1 to 744", *hours)
	case *interval != 600 && *interval != 60:
		return fmt.Errorf("-interval %d: must be 600 or 60", *interval)
	case *out == "":
		return fmt.Errorf("-out is missing")
	}
	r := rand.New(rand.NewPCG(*seed, 'p'))
	monday := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*r.IntN(51))
	log := wire.NewLog(monday, *hours, *interval, fmt.Sprintf("%012d", 1e11+r.Int64N(8e11)))
	length := float64(*hours) * 3600
	ordinary, err := field.NewWorld(r, length)
	if err != nil {
		return err
	}
	mining := rig.NewWorld(r, ordinary, length)
	var hosts []*field.Host
	network := 10<<24 | r.IntN(190)<<16
	for i := range *interfaces {
		own := rand.New(rand.NewPCG(*seed, uint64(i)+1<<20))
		nic := log.Nic(fmt.Sprintf("eni-0%016x", own.Uint64()), wire.Addr(network+i/200<<8+10+i%200), own.Float64())
		h := field.NewHost(nic, own)
		if i < *miners {
			if err := mining.Run(h, kinds[i%len(kinds)]); err != nil {
				return err
			}
		}
		ordinary.Run(h)
		nic.Close()
		hosts = append(hosts, h)
	}
	if err := log.Write(filepath.Join(*out, "logs")); err != nil {
		return err
	}
	return writeLabels(filepath.Join(*out, "labels.tsv"), hosts)
}

func writeLabels(path string, hosts []*field.Host) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	fmt.Fprint(w, "*\tbenign\trest\n")
	for _, h := range hosts {
		for _, l := range h.Labels {
			switch {
			case !h.Seen(l.Peer):
			case l.Mining != "":
				fmt.Fprintf(w, "%s::%s\tmining\t%s\t%s\t%s\n", h.Addr, l.Peer, l.Name, h.Name, l.Mining)
			default:
				fmt.Fprintf(w, "%s::%s\tbenign\t%s\t%s\n", h.Addr, l.Peer, l.Name, h.Name)
			}
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return file.Close()
}
