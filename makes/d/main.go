// Command d simulates the traffic of a cloud, with some miners in it, and
// writes it as AWS VPC Flow Logs with labels.
//
// Its bent is trouble: servers break down, machines reboot or are switched off
// at night, programs crash and are deployed, connections are cut or fall
// silent, and everything comes back in its own way. Programs are coroutines of
// one connection each, and the world moves hour by hour from an hour before the
// log, so that memory does not grow with it. In TCP, so many segments pass
// until one is lost, and whether lone ones are acknowledged at once is the
// host's habit.
package main

import (
	"flag"
	"fmt"
	"os"

	"makes/d/internal/flowlog"
	"makes/d/internal/world"
)

func main() {
	var cfg world.Config
	flag.Uint64Var(&cfg.Seed, "seed", 1, "seed; the same gives the same bytes")
	flag.IntVar(&cfg.Interfaces, "interfaces", 100, "network interfaces")
	flag.IntVar(&cfg.Miners, "miners", 20, "interfaces that mine, the first ones")
	flag.StringVar(&cfg.Kinds, "kinds", "all", "kinds of mining: pool, solo, proxy, blocked or all")
	flag.IntVar(&cfg.Hours, "hours", 24, "length of the run")
	flag.IntVar(&cfg.Interval, "interval", 600, "seconds of aggregation: 600 or 60")
	out := flag.String("out", "out", "directory to write")
	flag.Parse()
	w, err := world.New(cfg)
	if err == nil {
		err = flowlog.Write(w, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "d:", err)
		os.Exit(1)
	}
}
