// Command g simulates the traffic of a cloud, with miners in it, and writes
// it as labelled AWS VPC Flow Logs.
//
// Its bent is a language: nearly all programs are lines of a table, and so is
// what a solo miner asks of a node; package script reads them. Of the eight it
// has the fullest TCP: four families of systems with their timers and SYNs,
// Nagle's wait between writes, windows that double, fast retransmission, shut
// windows. A packet is counted where it passes the interface, half a round trip
// from the other end.
package main

import (
	"flag"
	"log"
	"slices"
	"strings"
	"time"

	"makes/g/internal/cloud"
	"makes/g/internal/dice"
	"makes/g/internal/flowlog"
	"makes/g/internal/mining"
	"makes/g/internal/ordinary"
)

func main() {
	log.SetFlags(0)
	seed := flag.Uint64("seed", 1, "draws everything anew")
	interfaces := flag.Int("interfaces", 20, "number of network interfaces")
	miners := flag.Int("miners", 4, "how many of them, the first, mine too")
	kinds := flag.String("kinds", "all", "all, or some of pool, solo, proxy, blocked (with commas)")
	hours := flag.Int("hours", 3, "length of the run")
	interval := flag.Int("interval", 600, "aggregation interval in seconds")
	out := flag.String("out", "", "directory to write to")
	flag.Parse()
	mine := mining.Kinds
	if *kinds != "all" {
		mine = strings.Split(*kinds, ",")
	}
	for _, k := range mine {
		if !slices.Contains(mining.Kinds, k) {
			log.Fatalf("g: unknown kind %q", k)
		}
	}
	if *out == "" || *interval < 1 || *hours < 1 {
		log.Fatal("g: -out is needed, and a positive -hours and -interval")
	}
	if err := run(*seed, *interfaces, *miners, mine, *hours, *interval, *out); err != nil {
		log.Fatal("g: ", err)
	}
}

// run simulates one interface after the other.
func run(seed uint64, interfaces, miners int, kinds []string, hours, interval int, out string) error {
	d := dice.New(seed, "run")
	start := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*d.IntN(51))
	world := cloud.NewWorld(seed, time.Duration(hours)*time.Hour)
	w, err := flowlog.NewWriter(out, start, hours)
	if err != nil {
		return err
	}
	cast := mining.NewCast(seed, kinds)
	for i := range interfaces {
		h := world.NewHost(i, dice.Pick(d, ordinary.Roles...), int32(interval))
		if i < miners {
			cast.Settle(h)
		}
		ordinary.Settle(h, seed, i)
		w.Write(h.Interface, h.Capture)
	}
	if err := w.Close(); err != nil {
		return err
	}
	return world.Labels.Write(out)
}
