// Command aa makes labelled flow logs of a world in which everything is
// pushed. Brokers, feeds, gateways, watches and notification daemons keep
// connections open for days and tell their subscribers what happened, when it
// happened; subscribers answer with nothing, an acknowledgement, a credit, a
// command, or news of their own. A topic says the same to all who listen to
// it, at the same times. Mining is one more publisher: a pool pushes work, and
// a miner reports now and then.
package main

import (
	"flag"
	"fmt"
	"os"

	"makes/aa/internal/flow"
	"makes/aa/internal/life"
	"makes/aa/internal/mine"
	"makes/aa/internal/push"
	"makes/aa/internal/rng"
)

func main() {
	seed := flag.Uint64("seed", 1, "the same seed gives the same bytes")
	interfaces := flag.Int("interfaces", 100, "network interfaces")
	miners := flag.Int("miners", 20, "how many of them mine")
	kinds := flag.String("kinds", "all", "pool, solo, proxy, blocked, or all in turn")
	hours := flag.Int("hours", 24, "length of the log")
	interval := flag.Int("interval", 600, "aggregation interval in seconds")
	out := flag.String("out", "", "folder to write to")
	flag.Parse()
	if *out == "" || *hours < 1 || *interval < 1 || *miners > *interfaces || !mine.Known(*kinds) {
		flag.Usage()
		os.Exit(2)
	}
	net := flow.New(*seed, *hours, *interval)
	hosts, desks := populate(net, *seed, *interfaces)
	mine.Run(net, *seed, hosts[:*miners], *kinds)
	life.Live(net, *seed, hosts, desks)
	if err := net.Write(*seed, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// populate makes the hosts; desks are off at night.
func populate(net *flow.Net, seed uint64, n int) (hosts []*push.Host, desks []bool) {
	r := rng.New(seed, 21)
	for i := range n {
		f := net.AddIface()
		desk := r.P(.14)
		spans := [][2]float64{{0, net.End}}
		if desk && r.P(.6) && net.End > 3600 {
			spans = nil
			start, long := r.U(5, 12)*3600, r.U(7, 13)*3600
			for day := 0.0; day < net.End; day += 86400 {
				a := min(day+start+r.U(-1200, 1200), net.End)
				if b := min(a+long, net.End); b > a {
					spans = append(spans, [2]float64{a, b})
				}
			}
			if spans == nil {
				spans = [][2]float64{{0, net.End}}
			}
		}
		hosts, desks = append(hosts, push.NewHost(r, i, f.Addr, spans)), append(desks, desk)
	}
	return hosts, desks
}
