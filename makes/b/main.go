// Command b simulates the traffic of a cloud's machines, some of which mine
// cryptocurrencies, and writes it as AWS VPC flow logs with labels.
//
// Its bent is text: what miner and pool say to each other are templates of the
// very messages, with blanks that one of the two fills in its own way, so that
// sizes come from the protocols. Rigs keep hours: by night, in bouts, from or
// to some time. A program is a list of duties on a clock of its own. TCP is a
// set of timers, every second segment is acknowledged at once, and long
// transfers are spread evenly over their time.
package main

import (
	"flag"
	"log"
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

func main() {
	log.SetFlags(0)
	var o options
	flag.Uint64Var(&o.seed, "seed", 1, "seed of all that is drawn")
	flag.IntVar(&o.interfaces, "interfaces", 20, "number of network interfaces")
	flag.IntVar(&o.miners, "miners", 5, "how many of them mine")
	flag.StringVar(&o.kinds, "kinds", "all", "kinds of mining: pool, solo, proxy, blocked or all")
	flag.IntVar(&o.hours, "hours", 3, "length of the log in hours")
	flag.IntVar(&o.interval, "interval", 600, "aggregation interval in seconds")
	flag.StringVar(&o.out, "out", "out", "directory to write to")
	flag.Parse()
	if o.interfaces < 1 || o.hours < 1 || o.interval < 1 {
		log.Fatal("b: interfaces, hours and interval have to be positive")
	}
	if err := generate(o); err != nil {
		log.Fatal("b: ", err)
	}
}
