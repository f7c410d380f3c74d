// Command e simulates the traffic of a cloud network and writes it as VPC Flow
// Logs with labels.
//
// Its bent is layers: TLS, SSH, WebSocket and HTTP/2 are functions from the size
// of a message to that on the wire, one upon the other, and a VPN carries the
// packets of whole connections. It has the most coins, and of each kind of
// program as many instances as the role and the load of a machine make likely.
// Long transfers have slow start and losses; a kernel acknowledges quickly at
// first, and again after silence.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime/debug"
)

func main() {
	var r run
	var out string
	flag.Uint64Var(&r.seed, "seed", 1, "seed of everything drawn")
	flag.IntVar(&r.interfaces, "interfaces", 20, "number of network interfaces")
	flag.IntVar(&r.miners, "miners", 4, "how many of them, the first, also mine")
	flag.StringVar(&r.kinds, "kinds", "all", "kind of mining: pool, solo, proxy, blocked or all")
	flag.Float64Var(&r.hours, "hours", 3, "length of the run")
	flag.IntVar(&r.interval, "interval", 600, "aggregation interval in seconds")
	flag.StringVar(&out, "out", "", "directory to write to")
	flag.Parse()
	if err := r.check(out); err != nil {
		fmt.Fprintln(os.Stderr, "e:", err)
		os.Exit(2)
	}
	debug.SetGCPercent(25) // the records are many and all live: little is gained by waiting
	if err := r.write(out); err != nil {
		fmt.Fprintln(os.Stderr, "e:", err)
		os.Exit(1)
	}
}
