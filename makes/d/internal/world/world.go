// Package world puts a run together: interfaces, their roles and programs,
// the miners; and lets time pass.
package world

import (
	"fmt"
	"time"

	"makes/d/internal/dice"
	"makes/d/internal/mining"
	"makes/d/internal/netsim"
	"makes/d/internal/ordinary"
	"makes/d/internal/places"
)

// Config is what a run is made from.
type Config struct {
	Seed       uint64
	Interfaces int
	Miners     int
	Kinds      string // pool, solo, proxy, blocked or all
	Hours      int
	Interval   int
}

// turns is the order of the kinds of miner under "all".
var turns = []string{"pool", "solo", "pool", "proxy", "pool", "blocked", "pool"}

// World is a run.
type World struct {
	Config
	Account string
	Began   time.Time
	Hosts   []*netsim.Host
}

// New makes a world ready to run.
func New(cfg Config) (*World, error) {
	turn := []string{cfg.Kinds}
	switch cfg.Kinds {
	case "pool", "solo", "proxy", "blocked":
	case "all":
		turn = turns
	default:
		return nil, fmt.Errorf("unknown kinds of miner: %q", cfg.Kinds)
	}
	if cfg.Interval != 60 && cfg.Interval != 600 {
		return nil, fmt.Errorf("interval must be 60 or 600, not %d", cfg.Interval)
	}
	if cfg.Interfaces < 1 || cfg.Interfaces > 5000 || cfg.Miners > cfg.Interfaces || cfg.Miners < 0 || cfg.Hours < 1 {
		return nil, fmt.Errorf("impossible numbers of interfaces, miners or hours")
	}
	d := dice.New(cfg.Seed)
	w := &World{Config: cfg, Account: fmt.Sprintf("%012d", d.Int(100000000000, 999999999999)),
		Began: time.Date(2025, 1, 6+7*d.Int(0, 50), 0, 0, 0, 0, time.UTC)}
	end := float64(cfg.Hours) * 3600
	land := places.New(dice.New(cfg.Seed, 1), end)
	chains := mining.NewChains(dice.New(cfg.Seed, 2), land, end)
	odd := d.Perm(len(ordinary.Kinds()))
	for i := range cfg.Interfaces {
		h := w.host(dice.New(cfg.Seed, 3, uint64(i)), land, end)
		w.Hosts = append(w.Hosts, h)
		// kinds are dealt in turn besides, so that even rare ones occur
		w.furnish(h, land, dice.New(cfg.Seed, 4, uint64(i)), ordinary.Kinds()[odd[i%len(odd)]])
		if i < cfg.Miners {
			chains.Start(h, i, turn[i%len(turn)])
		}
	}
	return w, nil
}

// host makes an interface.
func (w *World) host(d *dice.Dice, land *places.Places, end float64) *netsim.Host {
	id := fmt.Sprintf("eni-0%016x", d.Uint64())
	h := netsim.NewHost(id, land.Local(), int32(w.Interval), int32(d.Int(0, w.Interval-1)), end)
	h.Stack = netsim.NewStack(d)
	h.Rhythm = netsim.NewRhythm(d)
	h.Away = netsim.Outages(d, end, d.Scale(5, 90)*netsim.Day, d.Scale(30, 200))
	return h
}

// furnish gives a host a role and its programs, and an extra one.
func (w *World) furnish(h *netsim.Host, land *places.Places, d *dice.Dice, extra string) {
	r := pick(d)
	if d.Chance(r.nightOff) && w.Hours >= 24 {
		h.Away = nights(d, h)
	}
	quiet := 1.0
	if r.name == "quiet" {
		quiet = 0.12
	}
	deploy := netsim.Outages(d, h.End, d.Scale(0.4, 20)*netsim.Day, d.Scale(1, 20))
	running := map[string]bool{}
	start := func(kind string) {
		if running[kind] {
			return
		}
		running[kind] = true
		away := h.Away
		for _, s := range netsim.Outages(d, h.End, d.Scale(1, 60)*netsim.Day, d.Scale(1, 60)) {
			away = away.Add(s) // it crashes, or is installed anew, alone
		}
		if d.Chance(0.5) {
			for _, s := range deploy {
				away = away.Add(s)
			}
		}
		ordinary.Start(h, land, dice.New(d.Uint64()), kind, -min(d.Exp(1500), netsim.WarmUp), away)
	}
	for _, p := range base {
		if d.Chance(p.chance * quiet) {
			start(p.kind)
		}
	}
	for _, p := range r.programs {
		if d.Chance(p.chance) {
			start(p.kind)
		}
	}
	if r.name != "quiet" {
		start(extra)
	}
}

// nights switches a host off outside its hours.
func nights(d *dice.Dice, h *netsim.Host) netsim.Spans {
	s := h.Away
	hours, at := d.Between(6, 14)*3600, (h.Rhythm.Peak-12)*3600
	for t := at; t < h.End; t += netsim.Day {
		from := t + d.Between(-1800, 1800)
		s = s.Add(netsim.Span{From: from, To: from + hours})
	}
	return s
}

// pick draws a role.
func pick(d *dice.Dice) role {
	sum := 0.0
	for _, r := range roles {
		sum += r.weight
	}
	x := d.Float64() * sum
	for _, r := range roles {
		if x -= r.weight; x < 0 {
			return r
		}
	}
	return roles[0]
}

// Run lets the hours pass. After each it hands over what was logged in it.
func (w *World) Run(hour func(n int, at float64) error) error {
	for n := range w.Hours {
		t := float64(n+1) * 3600
		for _, h := range w.Hosts {
			h.Run(t + float64(w.Interval))
		}
		if err := hour(n, t); err != nil {
			return err
		}
	}
	for _, h := range w.Hosts {
		h.Stop()
	}
	return nil
}
