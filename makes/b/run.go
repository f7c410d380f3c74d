package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"makes/b/internal/everyday"
	"makes/b/internal/flowlog"
	"makes/b/internal/mining"
	"makes/b/internal/wire"
)

// generate makes a whole run.
func generate(o options) error {
	r := wire.NewRand(o.seed, "run")
	account := fmt.Sprintf("%012d", r.Int64N(1e12))
	monday := time.Date(2025, 1, 6+7*r.IntN(51), 0, 0, 0, 0, time.UTC)
	w := wire.NewWorld(o.seed, o.hours, float64(o.interval))
	hosts := make([]*wire.Host, o.interfaces)
	for i := range hosts {
		hosts[i] = wire.NewHost(w, i)
	}
	plan, err := mining.NewPlan(w, o.kinds)
	if err != nil {
		return err
	}
	miners := make([]func(*wire.Proc), min(o.miners, o.interfaces))
	for i := range miners {
		miners[i] = plan.Assign(i, hosts[i])
	}
	logs, err := flowlog.NewWriter(o.out, account, monday.Unix(), o.hours)
	if err != nil {
		return err
	}
	labels, err := newLabels(o.out)
	if err != nil {
		return err
	}
	programs := everyday.Assign(o.seed, o.interfaces)
	for i, h := range hosts {
		if i < len(miners) {
			h.Run(wire.NewRand(o.seed, fmt.Sprintf("miner %d", i)), wire.Label{}, miners[i])
		}
		for _, k := range programs[i] {
			l := wire.Label{Kind: k.Name}
			if k.Name == everyday.Unlabelled {
				l.Kind = ""
			}
			h.Run(wire.NewRand(o.seed, fmt.Sprintf("%s %d", k.Name, i)), l, k.Run)
		}
		if err := logs.Add(h.ENI, h.Finish()); err != nil {
			return err
		}
		labels.add(h)
		hosts[i] = nil
	}
	if err := labels.close(); err != nil {
		return err
	}
	return logs.Close()
}

// labelFile is labels.tsv.
type labelFile struct {
	file *os.File
	*bufio.Writer
}

func newLabels(dir string) (*labelFile, error) {
	f, err := os.Create(filepath.Join(dir, "labels.tsv"))
	if err != nil {
		return nil, err
	}
	l := &labelFile{f, bufio.NewWriter(f)}
	_, err = l.WriteString("*\tbenign\trest\n")
	return l, err
}

func (l *labelFile) add(h *wire.Host) {
	self := string(flowlog.AppendAddr(nil, h.Self.Addr))
	for _, p := range h.Pairs {
		remote := string(flowlog.AppendAddr(nil, p.Remote))
		if p.Mining {
			fmt.Fprintf(l, "%s::%s\tmining\t%s\t%s\t%s\n", self, remote, p.Kind, h.ENI, p.Extra)
		} else {
			fmt.Fprintf(l, "%s::%s\tbenign\t%s\t%s\n", self, remote, p.Kind, h.ENI)
		}
	}
}

func (l *labelFile) close() error {
	if err := l.Flush(); err != nil {
		return err
	}
	return l.file.Close()
}
