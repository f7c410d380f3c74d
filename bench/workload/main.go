package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"davy/bench/trial"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("workload: ")
	c := config{Seed: 20260101, Start: 1767225600, Peers: 38, Mining: 0.02, PerFile: 50000}
	flag.IntVar(&c.Records, "records", 0, "stop after so many lines; 0 for no end but -days")
	flag.IntVar(&c.Days, "days", 0, "stop after so many days, with a folder for each; 0 for no end but -records")
	flag.IntVar(&c.Interfaces, "interfaces", 100, "network interfaces")
	flag.IntVar(&c.Distinct, "distinct", 0, "instead of a fleet: one interface and so many peers in one window")
	flag.Uint64Var(&c.Seed, "seed", c.Seed, "of all random numbers")
	flag.BoolVar(&c.Plain, "plain", true, "write plain/")
	flag.BoolVar(&c.Gzip, "gz", true, "write gz/")
	out := flag.String("out", "", "folder, made anew")
	flag.Parse()
	if *out == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := write(*out, c); err != nil {
		log.Fatal(err)
	}
}

// config is what to write.
type config struct {
	Seed       uint64
	Start      int64 // epoch seconds, a multiple of 600
	Records    int   // lines at most, 0 for no bound
	Days       int   // 0 for no bound
	Interfaces int
	Peers      int     // of each interface
	Mining     float64 // share of the interfaces, two of them at least
	PerFile    int     // lines, the rest of an interface's window more
	Distinct   int     // peers of the one interface, 0 for a fleet

	Plain, Gzip bool
}

func (c config) check() error {
	switch {
	case c.Distinct == 0 && c.Records <= 0 && c.Days <= 0:
		return errors.New("-records, -days or -distinct: one must say where to stop")
	case c.Distinct < 0 || c.Distinct > maxDistinct:
		return fmt.Errorf("-distinct %d: want 1 to %d", c.Distinct, maxDistinct)
	case c.Interfaces < 2 && c.Distinct == 0:
		return fmt.Errorf("-interfaces %d: want 2 or more", c.Interfaces)
	case !c.Plain && !c.Gzip:
		return errors.New("neither -plain nor -gz: nothing to write")
	}
	return nil
}

// write makes the folder anew.
func write(dir string, c config) error {
	if err := c.check(); err != nil {
		return err
	}
	if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o755)); err != nil {
		return err
	}
	w := &writer{dir: dir, config: c}
	var miners []byte
	if c.Distinct > 0 {
		w.distinct()
	} else {
		fleet := newFleet(c)
		w.fleet(fleet)
		for i := range fleet {
			if e := &fleet[i]; e.miner {
				miners = fmt.Appendf(miners, "%s %s %s\n", e.id, e.ip4, e.peers[0].address)
			}
		}
	}
	if err := w.close(); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "miners.txt"), miners, 0o644); err != nil {
		return err
	}
	return trial.WriteSaid(filepath.Join(dir, "said.json"), w.said)
}
