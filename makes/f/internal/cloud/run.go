package cloud

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"makes/f/internal/mining"
	"makes/f/internal/ordinary"
	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

// Config says what to simulate.
type Config struct {
	Seed                                uint64
	Interfaces, Miners, Hours, Interval int    // interval in seconds
	Kinds                               string // of mining
	Out                                 string
}

// Streams of chance that are kept apart.
const forRun, forHost, forFleet, forProgram, forMiner = 0, 1, 2, 3, 4

// Run simulates and writes the logs and labels.
func Run(cfg Config) error {
	r := wide.Seeded(cfg.Seed, forRun)
	store, book := make(wire.Store, cfg.Hours), wire.Book{}
	end := float64(cfg.Hours) * 3600
	nics := make([]*wire.Nic, cfg.Interfaces)
	for i := range nics {
		nics[i] = wire.NewNic(r, i, book.Keep(r, true), float64(cfg.Interval), end, store)
	}
	plan := mining.NewPlanner(r, cfg.Kinds, end, book)
	miners := make([]*mining.Miner, min(cfg.Miners, cfg.Interfaces))
	for i := range miners { // all addresses of mining are kept before others are drawn
		miners[i] = plan.Next(nics[i])
	}
	kinds := ordinary.Kinds
	odd := r.Perm(len(kinds))
	labels := []string{"*\tbenign\trest"}
	for i, n := range nics {
		if i < len(miners) {
			miners[i].Run(n, wide.Seeded(cfg.Seed, forMiner, uint64(i)))
		}
		host(cfg.Seed, uint64(i), n, kinds, odd[i%len(odd)], book)
		n.Finish()
		labels = append(labels, n.Labels()...)
	}
	monday := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*r.IntN(50))
	account := fmt.Sprintf("%012d", 1e11+r.Int64N(9e11))
	if err := wire.WriteLogs(filepath.Join(cfg.Out, "logs"), store, nics, account, monday); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(cfg.Out, "labels.tsv"), []byte(strings.Join(labels, "\n")+"\n"), 0o644)
}

// host runs the ordinary programs of one interface. Half of the programs have
// the habits and peers of a fleet, half their own.
func host(seed, index uint64, n *wire.Nic, kinds []ordinary.Spec, odd int, book wire.Book) {
	r := wide.Seeded(seed, forHost, index)
	start := func(s *ordinary.Spec, h *wide.Rand, id uint64) {
		p := &wire.Proc{Nic: n, R: wide.Seeded(seed, forProgram, index, id), T: -wide.Between(r, 60, 5400)}
		ordinary.Run(s, h, p, book)
	}
	for _, k := range choose(r, kinds, odd) {
		h := wide.Seeded(seed, forFleet, uint64(k), r.Uint64())
		if wide.Chance(r, 0.5) {
			h = wide.Seeded(seed, forFleet, uint64(k), uint64(r.IntN(5)))
		}
		start(&kinds[k], h, uint64(k))
	}
	for i := range ordinary.Ambient {
		if wide.Chance(r, 0.7) {
			start(&ordinary.Ambient[i], r, uint64(1000+i))
		}
	}
}
