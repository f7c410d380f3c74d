package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"makes/e/internal/benign"
	"makes/e/internal/flow"
	"makes/e/internal/mine"
	"makes/e/internal/sim"
)

type run struct {
	seed               uint64
	interfaces, miners int
	kinds              string
	hours              float64
	interval           int
}

func (r run) check(out string) error {
	switch {
	case out == "":
		return fmt.Errorf("-out is missing")
	case !mine.Known(r.kinds):
		return fmt.Errorf("unknown -kinds %q", r.kinds)
	case r.hours <= 0 || r.interval < 1 || r.interfaces < 1:
		return fmt.Errorf("-hours, -interval and -interfaces must be positive")
	}
	return nil
}

// fewest is the number of interfaces from which every ordinary kind occurs.
const fewest = 150

// simulate runs every program of every interface.
func (r run) simulate() *sim.World {
	d := sim.NewDice(r.seed, "run")
	monday := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*d.IntN(51))
	account := fmt.Sprintf("%012d", 100_000_000_000+d.Int64N(899_999_999_999))
	w := sim.NewWorld(r.seed, flow.NewStore(account, monday, int(r.hours*3600), r.interval))
	plan := mine.NewPlan(w, r.kinds)
	kinds := benign.Kinds()

	roles, public := make([]string, r.interfaces), make([]bool, r.interfaces)
	counts := make([][]int, r.interfaces) // instances by interface and kind
	seen := make([]bool, len(kinds))
	for i := range counts {
		roles[i], public[i] = benign.DrawRole(d)
		counts[i] = make([]int, len(kinds))
		load := benign.Load(d, roles[i])
		for k, kind := range kinds {
			counts[i][k] = kind.Draw(d, roles[i], load)
			seen[k] = seen[k] || counts[i][k] > 0
		}
	}
	for k := range kinds {
		if !seen[k] && r.interfaces >= fewest {
			counts[d.IntN(r.interfaces)][k] = 1
		}
	}
	for i := range counts {
		h := w.NewHost(i, roles[i], public[i])
		for k, n := range counts[i] {
			for range n {
				kinds[k].Start(h)
			}
		}
		if public[i] {
			benign.Strangers(h)
		}
		if i < r.miners {
			plan.Next(h)
		}
		h.Finish()
	}
	return w
}

func (r run) write(out string) error {
	w := r.simulate()
	if err := w.Store.Write(filepath.Join(out, "logs")); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(out, "labels.tsv"))
	if err != nil {
		return err
	}
	defer file.Close()
	if err := w.Labels.Write(file); err != nil {
		return err
	}
	return file.Close()
}
