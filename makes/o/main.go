// Command o generates VPC flow logs of the AWS account of a modern company,
// with labels. Its hosts run agents of AWS and of third parties, consume
// queues and streams, hold sessions with stores and services, and retry what
// they cannot reach in each product's own way; all traffic is simulated from
// messages over TCP. Some hosts mine besides: compromised instances and
// containers, rigs that scale by themselves, mining proxies and miners that a
// security group keeps from their pools.
package main

import (
	"flag"
	"fmt"
	"os"

	"makes/o/internal/account"
)

func main() {
	var c account.Config
	flag := flag.NewFlagSet("o", flag.ContinueOnError)
	flag.Uint64Var(&c.Seed, "seed", 1, "seed of all draws")
	flag.IntVar(&c.Interfaces, "interfaces", 50, "network interfaces")
	flag.IntVar(&c.Miners, "miners", 25, "interfaces that mine")
	flag.StringVar(&c.Kinds, "kinds", "all", "pool, solo, proxy, blocked or all")
	flag.IntVar(&c.Hours, "hours", 24, "hours of logs")
	flag.IntVar(&c.Interval, "interval", 600, "seconds of aggregation, 600 or 60")
	flag.StringVar(&c.Out, "out", "", "directory to write to")
	if flag.Parse(os.Args[1:]) != nil {
		os.Exit(1)
	}
	err := c.Check()
	if err == nil && flag.NArg() > 0 {
		err = fmt.Errorf("unknown argument %q", flag.Arg(0))
	}
	if err == nil {
		err = account.Generate(c)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "o:", err)
		os.Exit(1)
	}
}
