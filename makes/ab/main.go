// Command ab writes labelled flow logs of an account whose hosts ask and
// answer on connections that are kept: agents that report and are told what
// to do, databases and their replicas, controllers that are polled, payment
// and telecom links with heartbeats, terminals, and workers who fetch a task,
// compute for a while and bring a result of always the same size. Miners
// live among them, as one more kind of worker.
package main

import (
	"flag"
	"log"
	"runtime/debug"

	"makes/ab/internal/life"
	"makes/ab/internal/mine"
	"makes/ab/internal/site"
)

func main() {
	log.SetFlags(0)
	seed := flag.Uint64("seed", 1, "the same seed gives the same bytes")
	ifaces := flag.Int("interfaces", 100, "network interfaces")
	miners := flag.Int("miners", 20, "how many of them mine")
	kinds := flag.String("kinds", "all", "pool, solo, proxy, blocked, or all in turn")
	hours := flag.Int("hours", 24, "length of the log")
	interval := flag.Int("interval", 600, "aggregation interval in seconds, 600 or 60")
	out := flag.String("out", "", "folder to write to, new or empty")
	flag.Parse()
	switch {
	case *out == "":
		log.Fatal("-out is missing")
	case *ifaces < 1 || *ifaces > 60000 || *miners < 0 || *miners > *ifaces || *hours < 1:
		log.Fatal("-interfaces, -miners or -hours is out of range")
	case *interval != 600 && *interval != 60:
		log.Fatal("-interval is neither 600 nor 60")
	}
	switch *kinds {
	case "all", "pool", "solo", "proxy", "blocked":
	default:
		log.Fatalf("-kinds %s is unknown", *kinds)
	}
	debug.SetGCPercent(30) // nearly all of the memory is records, which stay
	s := site.New(*seed, *ifaces, *hours, *interval)
	mine.Mine(s, *miners, *kinds)
	life.Live(s)
	if err := s.Write(*out); err != nil {
		log.Fatal(err)
	}
}
