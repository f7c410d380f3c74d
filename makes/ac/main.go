// Generator ac is bent on the ordinary world as it is found in real accounts:
// heavy-tailed sizes, sources that go on and off, days and weeks, and programs
// whose popularity follows Zipf's law. Companies share stacks of programs by
// the hundred; most keep a connection for days on which little is said. Those
// who mine here are intruders: in containers, throttled, asleep while people
// work, killed and started again by cron, behind TLS, SOCKS and proxies.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	"makes/ac/internal/flow"
	"makes/ac/internal/life"
	"makes/ac/internal/mine"
	"makes/ac/internal/rnd"
)

const (
	monday = 1736121600 // the first whole week of 2025
	week   = 7 * 86400
)

func main() {
	seed := flag.Uint64("seed", 1, "the same seed gives the same bytes")
	interfaces := flag.Int("interfaces", 100, "network interfaces")
	miners := flag.Int("miners", 20, "how many of them mine")
	kinds := flag.String("kinds", "all", "pool, solo, proxy, blocked, or all in turn")
	hours := flag.Int("hours", 24, "length of the log")
	interval := flag.Int("interval", 600, "aggregation interval in seconds, 600 or 60")
	out := flag.String("out", "", "folder to write to, new or empty")
	flag.Parse()
	if err := run(*seed, *interfaces, *miners, *kinds, *hours, *interval, *out); err != nil {
		fmt.Fprintln(os.Stderr, "ac:", err)
		os.Exit(1)
	}
}

func run(seed uint64, interfaces, miners int, kinds string, hours, interval int, out string) error {
	switch {
	case out == "":
		return fmt.Errorf("-out is missing")
	case interfaces < 1 || miners < 0 || miners > interfaces || hours < 1:
		return fmt.Errorf("numbers do not fit")
	case interval != 600 && interval != 60:
		return fmt.Errorf("-interval %d is neither 600 nor 60", interval)
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if there, err := os.ReadDir(out); err != nil || len(there) > 0 {
		return fmt.Errorf("%s is not empty: %v", out, err)
	}
	debug.SetGCPercent(25) // nearly all of the heap are records, which stay
	r := rnd.New(seed, 1)
	phases := make([]float64, interfaces)
	for i := range phases {
		phases[i] = float64(r.N(interval))
	}
	log := flow.NewLog(hours, interval, phases)
	w := life.New(r.Fork(), log, interfaces)
	if err := mine.Run(r.Fork(), w, miners, kinds); err != nil {
		return err
	}
	w.Live(r.Fork())
	accounts, names := make([]string, interfaces), make([]string, interfaces)
	for i, f := range w.Ifaces {
		accounts[i] = f.Company.Account
		names[i] = fmt.Sprintf("eni-%017x", r.U()>>4|1<<59)
	}
	if err := log.Write(filepath.Join(out, "logs"), monday+uint64(r.N(50))*week, accounts, names); err != nil {
		return err
	}
	return labels(filepath.Join(out, "labels.tsv"), w.Labels(), names)
}

func labels(path string, all []life.Label, names []string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	text := bufio.NewWriter(file)
	text.WriteString("*\tbenign\trest\n")
	for _, l := range all {
		fmt.Fprintf(text, "%s::%s\t%s\t%s", flow.AppendIP(nil, l.A), flow.AppendIP(nil, l.B), l.Text, names[l.Iface])
		if l.More != "" {
			text.WriteString("\t" + l.More)
		}
		text.WriteString("\n")
	}
	if err := text.Flush(); err != nil {
		return err
	}
	return file.Close()
}
