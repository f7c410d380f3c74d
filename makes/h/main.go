// Command h simulates network traffic in a cloud, some of it cryptocurrency
// mining, and writes it as AWS VPC Flow Logs with labels.
//
// Its bent is composition: a kind of program is put together from parts, such
// as a hello, a question now and then, a beat after silence, and teams of
// machines share services and what is installed. Protocols are written as their
// messages, with blanks of fixed or changing length. Either end of a path may
// acknowledge each message, and one acknowledgement may stand for up to twenty
// segments of a long transfer.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"makes/h/internal/mining"
	"makes/h/internal/ordinary"
	"makes/h/internal/output"
	"makes/h/internal/sim"
	"makes/h/internal/world"
)

type options struct {
	seed                                uint64
	interfaces, miners, hours, interval int
	kinds, out                          string
}

func main() {
	var o options
	flag.Uint64Var(&o.seed, "seed", 1, "seed; the same seed gives the same bytes")
	flag.IntVar(&o.interfaces, "interfaces", 20, "number of network interfaces")
	flag.IntVar(&o.miners, "miners", 5, "how many of them mine")
	flag.StringVar(&o.kinds, "kinds", "all", "pool, solo, proxy, blocked or all")
	flag.IntVar(&o.hours, "hours", 3, "length of the run")
	flag.IntVar(&o.interval, "interval", 600, "aggregation interval in seconds, 600 or 60")
	flag.StringVar(&o.out, "out", "out", "directory to write to")
	flag.Parse()
	if err := generate(o); err != nil {
		fmt.Fprintln(os.Stderr, "h:", err)
		os.Exit(1)
	}
}

func generate(o options) error {
	if o.interfaces < 1 || o.interfaces > 5000 || o.miners < 0 || o.miners > o.interfaces || o.hours < 1 ||
		o.interval != 600 && o.interval != 60 || !mining.Known(o.kinds) {
		return fmt.Errorf("see -help: wrong value among %+v", o)
	}
	r := sim.NewRand(o.seed, 0)
	monday := time.Date(2025, time.January, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*r.IntN(51))
	account := fmt.Sprintf("%012d", r.Int(100000000000, 999999999999))
	w := world.New(o.seed, o.interfaces, o.hours, o.interval)
	ordinary.Furnish(w)
	mining.Assign(w, o.miners, o.kinds)
	hours := output.NewHours(monday, account, o.hours)
	var labels []string
	for _, h := range w.Hosts {
		h.Run(w)
		labels = append(labels, output.Labels(h)...)
		hours.Take(h.Log)
	}
	if err := hours.Write(o.out, w.Hosts); err != nil {
		return err
	}
	return output.WriteLabels(o.out, labels)
}
