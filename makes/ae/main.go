// Command ae writes labelled flow logs of an estate seen whole.
//
// It is bent on trades: a few dozen firms share one account, a hospital, a
// bank, a railway, a farm, a laboratory and so on, and each has the programs
// of its trade beside those that everybody has. What a program does over a day
// is what matters: its hours, its night batches, its silences, whom it calls
// again and after how long, which boxes forget it, who moved away without
// telling it. Miners sit between: employees' rigs, intruders on servers,
// students' desktops by night, a research group's jobs, a farm with its proxy.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"makes/ae/internal/estate"
	"makes/ae/internal/life"
	"makes/ae/internal/mine"
	"makes/ae/internal/rnd"
)

func main() {
	seed := flag.Uint64("seed", 1, "the same seed gives the same bytes")
	interfaces := flag.Int("interfaces", 100, "network interfaces")
	miners := flag.Int("miners", 20, "how many of them, the first ones, mine")
	kinds := flag.String("kinds", "all", "pool, solo, proxy, blocked, or all in turn")
	hours := flag.Int("hours", 24, "length of the log")
	interval := flag.Int("interval", 600, "aggregation interval in seconds, 600 or 60")
	out := flag.String("out", "", "folder to write to, new or empty")
	flag.Parse()
	err := check(*interfaces, *miners, *hours, *interval, *kinds, *out)
	if err == nil {
		err = run(*seed, *interfaces, *miners, *hours, *interval, *kinds, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "ae:", err)
		os.Exit(1)
	}
}

func check(interfaces, miners, hours, interval int, kinds, out string) error {
	switch {
	case out == "":
		return fmt.Errorf("-out is missing")
	case interfaces < 1 || miners < 0 || miners > interfaces || hours < 1:
		return fmt.Errorf("there must be an interface, an hour, and no more miners than interfaces")
	case interval != 60 && interval != 600:
		return fmt.Errorf("-interval is 600 or 60")
	case !strings.Contains(" pool solo proxy blocked all ", " "+kinds+" "):
		return fmt.Errorf("unknown -kinds %q", kinds)
	}
	if old, err := os.ReadDir(out); err == nil && len(old) > 0 {
		return fmt.Errorf("%s is not empty", out)
	}
	return os.MkdirAll(out, 0o755)
}

// run lets the miners go first, for what they talk to is theirs alone.
func run(seed uint64, interfaces, miners, hours, interval int, kinds, out string) error {
	r := rnd.New(seed, 7)
	w := estate.New(r.Sub(), out, interfaces, miners, hours, interval, life.Trades())
	mine.Miners(w, r.Sub(), miners, kinds)
	life.Live(w, r.Sub())
	if err := w.Net.Write(); err != nil {
		return err
	}
	return w.WriteLabels(filepath.Join(out, "labels.tsv"))
}
