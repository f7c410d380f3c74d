// Package run makes a whole run: interfaces, their traffic, logs and labels.
package run

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"makes/a/internal/apps"
	"makes/a/internal/flowlog"
	"makes/a/internal/mine"
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// Config is what a run is to be.
type Config struct {
	Seed       uint64
	Interfaces int
	Miners     int
	Kinds      string
	Hours      int
	Interval   int
	Dir        string
}

func (c Config) check() error {
	switch {
	case c.Dir == "":
		return errors.New("an output directory is needed")
	case c.Interfaces < 1 || c.Interfaces > 8000:
		return errors.New("interfaces must be from 1 to 8000")
	case c.Miners < 0 || c.Miners > c.Interfaces:
		return errors.New("miners must be from 0 to the number of interfaces")
	case c.Hours < 1 || c.Hours > 800:
		return errors.New("hours must be from 1 to 800")
	case c.Interval < 1 || c.Interval > 3600:
		return errors.New("the interval must be from 1 to 3600 seconds")
	case !slices.Contains(mine.Kinds, c.Kinds):
		return fmt.Errorf("kinds must be one of %v", mine.Kinds)
	}
	return nil
}

// Generate simulates the run and writes it.
func Generate(c Config) error {
	if err := c.check(); err != nil {
		return err
	}
	r := rnd.New(c.Seed, 0x6d616b6541)
	monday := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*r.Int(0, 50)).Unix()
	account := fmt.Sprintf("%012d", 100000000000+r.Word()%900000000000)
	logs, err := flowlog.NewWriter(filepath.Join(c.Dir, "logs"), account, monday, c.Hours)
	if err != nil {
		return err
	}
	labels, err := flowlog.NewLabelWriter(filepath.Join(c.Dir, "labels.tsv"))
	if err != nil {
		return err
	}
	length := float64(c.Hours) * 3600
	world := sim.NewWorld(r.Split(), c.Interfaces)
	addrs := make([]uint32, c.Interfaces)
	for i := range addrs {
		addrs[i] = world.PrivateAddr()
	}
	dealer := mine.NewDealer(world, length)
	plans := apps.NewPlans(r.Split(), c.Interfaces)
	for i, addr := range addrs {
		own := r.Split()
		rec := &flowlog.Recorder{Interval: float64(c.Interval), Phase: float64(own.Int(1, c.Interval)), Length: length}
		os, exposed := plans[i].OS(own)
		host := sim.NewHost(world, own, addr, rec, os)
		host.Exposed = exposed
		plans[i].Start(host)
		if i < c.Miners {
			dealer.Start(host, c.Kinds)
		}
		if err := logs.Write(host.Interface, rec); err != nil {
			return err
		}
		if err := labels.Write(host.Interface, rec, host.Labels); err != nil {
			return err
		}
	}
	if err := labels.Close(); err != nil {
		return err
	}
	return logs.Close()
}
