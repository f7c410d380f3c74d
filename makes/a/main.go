// Command a simulates network traffic in a cloud and writes it as VPC Flow
// Logs with labels.
//
// Its bent is programs by name: each ordinary kind is a few lines with the
// ports, periods and sizes of one product or protocol, on timers beside each
// other, and many of them follow people's hours. Each program lives its whole
// life alone, on a clock of its own. How TCP acknowledges is a habit of the
// peer: at once, late, or with its answers if it answers fast; long messages go
// out second by second at the rate of the road.
package main

import (
	"flag"
	"fmt"
	"os"

	"makes/a/internal/run"
)

func main() {
	var c run.Config
	flag.Uint64Var(&c.Seed, "seed", 1, "seed of the run")
	flag.IntVar(&c.Interfaces, "interfaces", 20, "number of network interfaces")
	flag.IntVar(&c.Miners, "miners", 5, "how many of them mine")
	flag.StringVar(&c.Kinds, "kinds", "all", "what they mine: pool, solo, proxy, blocked or all")
	flag.IntVar(&c.Hours, "hours", 3, "length of the run")
	flag.IntVar(&c.Interval, "interval", 600, "aggregation interval in seconds")
	flag.StringVar(&c.Dir, "out", "", "output directory")
	flag.Parse()
	if err := run.Generate(c); err != nil {
		fmt.Fprintln(os.Stderr, "a:", err)
		os.Exit(1)
	}
}
