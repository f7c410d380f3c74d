// Command n writes labelled VPC Flow Logs of companies whose hosts have roles:
// web tier, database tier, bastion, build server, office gateway, Kubernetes
// node and so on. It reconstructs programs after their documented defaults
// (timers, keep-alives, fields of messages, pauses before a retry), and they
// are as common as they are out there: most miners run XMRig, most hosts have
// a monitoring agent, and few talk to a blockchain.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"makes/n/internal/apps"
	"makes/n/internal/estate"
	"makes/n/internal/flow"
	"makes/n/internal/mine"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "n:", err)
		os.Exit(1)
	}
}

func run() error {
	seed := flag.Uint64("seed", 1, "seed of all that is random")
	interfaces := flag.Int("interfaces", 100, "network interfaces")
	miners := flag.Int("miners", 20, "interfaces that mine")
	kinds := flag.String("kinds", "all", "kind of mining: pool, solo, proxy, blocked or all")
	hours := flag.Int("hours", 24, "length of the log")
	interval := flag.Int("interval", 600, "aggregation interval in seconds, 600 or 60")
	out := flag.String("out", "", "folder to write to")
	flag.CommandLine.Init("n", flag.ContinueOnError)
	if err := flag.CommandLine.Parse(os.Args[1:]); err != nil {
		return err
	}
	list := mine.Kinds
	if *kinds != "all" {
		list = []string{*kinds}
	}
	switch {
	case flag.NArg() > 0:
		return fmt.Errorf("unexpected %q", flag.Arg(0))
	case *interfaces < 1 || *hours < 1 || *miners < 0 || *miners > *interfaces:
		return fmt.Errorf("there must be interfaces and hours, and no more miners than interfaces")
	case *interval != 600 && *interval != 60:
		return fmt.Errorf("interval %d is neither 600 nor 60", *interval)
	case !slices.Contains(mine.Kinds, list[0]):
		return fmt.Errorf("unknown kind %q", *kinds)
	case *out == "":
		return fmt.Errorf("no folder to write to")
	}
	book := flow.NewBook(*hours, float64(*interval))
	e := estate.New(book, *seed, *interfaces)
	labels := newLabels()
	mines := mine.New(e, labels.mining)
	for i, h := range e.Hosts[:*miners] {
		if node := mines.Run(h, list[i%len(list)], i); node != "" {
			if err := apps.Also(e, h, node, labels.benign); err != nil {
				return err
			}
		}
	}
	if err := apps.Run(e, labels.benign); err != nil {
		return err
	}
	monday := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*int(*seed%51))
	if err := book.Write(filepath.Join(*out, "logs"), monday); err != nil {
		return err
	}
	return labels.write(filepath.Join(*out, "labels.tsv"))
}

// labels are the lines of labels.tsv, one for each pair at an interface.
type labels struct {
	lines []string
	known map[string]bool
}

func newLabels() *labels {
	return &labels{lines: []string{"*\tbenign\trest"}, known: map[string]bool{}}
}

func pair(h *estate.Host, peer uint32) string {
	return string(flow.AppendIP(append(flow.AppendIP(nil, h.IP), "::"...), peer))
}

func (l *labels) mining(m mine.Label) {
	if m.Host.Eni == nil {
		return
	}
	p := pair(m.Host, m.Peer)
	if key := p + m.Host.Eni.ID; !l.known[key] {
		l.known[key] = true
		l.lines = append(l.lines, fmt.Sprintf("%s\tmining\t%s-%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s",
			p, m.Coin, m.Transport, m.Host.Eni.ID, m.Kind, m.Coin, m.Pool, m.Size, m.Transport))
	}
}

func (l *labels) benign(h *estate.Host, peer uint32, name string) {
	p := pair(h, peer)
	if key := p + h.Eni.ID; !l.known[key] {
		l.known[key] = true
		l.lines = append(l.lines, strings.Join([]string{p, "benign", name, h.Eni.ID}, "\t"))
	}
}

func (l *labels) write(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	for _, line := range l.lines {
		fmt.Fprintln(out, line)
	}
	if err := out.Flush(); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
