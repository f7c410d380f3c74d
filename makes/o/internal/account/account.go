// Package account puts together the hosts of an AWS account and its logs.
package account

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"makes/o/internal/dice"
	"makes/o/internal/flow"
	"makes/o/internal/mine"
	"makes/o/internal/ordinary"
	"makes/o/internal/tcp"
)

// Config says what to generate.
type Config struct {
	Seed       uint64
	Interfaces int
	Miners     int
	Kinds      string
	Hours      int
	Interval   int
	Out        string
}

var kinds = []string{"pool", "solo", "proxy", "blocked"}

// Check finds wrong values.
func (c Config) Check() error {
	switch {
	case c.Interfaces < 1 || c.Interfaces > 60000:
		return fmt.Errorf("interfaces: %d is not between 1 and 60000", c.Interfaces)
	case c.Miners < 0 || c.Miners > c.Interfaces:
		return fmt.Errorf("miners: %d is not between 0 and the number of interfaces", c.Miners)
	case c.Kinds != "all" && !slices.Contains(kinds, c.Kinds):
		return fmt.Errorf("kinds: %q is none of %s, all", c.Kinds, strings.Join(kinds, ", "))
	case c.Hours < 1 || c.Hours > 24*31:
		return fmt.Errorf("hours: %d is not between 1 and 744", c.Hours)
	case c.Interval != 60 && c.Interval != 600:
		return fmt.Errorf("interval: %d is neither 60 nor 600", c.Interval)
	case c.Out == "":
		return fmt.Errorf("out: no directory")
	}
	return nil
}

// addresses hands out each address once.
type addresses struct {
	g     *dice.Rand
	vpc   flow.Addr // network of the account
	hosts flow.Addr // bits for hosts in it
	taken map[flow.Addr]bool
}

func (a *addresses) next(place string) flow.Addr {
	for {
		r := flow.Addr(a.g.Uint32())
		switch place {
		case "vpc":
			r = a.vpc | r&a.hosts
		case "aws":
			r = dice.Pick[flow.Addr](a.g, 3, 18, 34, 44, 52, 54)<<24 | r&0xffffff
		case "saas":
			r = dice.Pick[flow.Addr](a.g, 13, 20, 35, 104, 151, 162)<<24 | r&0xffffff
		case "onprem":
			r = dice.Pick[flow.Addr](a.g, 0xac100000, 0xc0a80000, 0x0ac80000) | r&0xffff
		default:
			if first := r >> 24; first < 23 || first > 216 || first == 127 || first == 172 || first == 192 || first == 100 || first == 169 || first == 198 || first == 203 {
				continue
			}
		}
		if last := r & 255; last < 4 || last == 255 || a.taken[r] {
			continue
		}
		a.taken[r] = true
		return r
	}
}

// Generate simulates the account and writes its logs and labels.
func Generate(c Config) error {
	g := dice.New(c.Seed, 1)
	start := time.Date(2025, 1, 6+7*g.IntN(51), 0, 0, 0, 0, time.UTC)
	log := flow.NewLog(start, c.Hours, c.Interval, fmt.Sprintf("%012d", 100000000000+g.Int64N(899999999999)))
	addrs := &addresses{g: dice.New(c.Seed, 2), vpc: 10<<24 | flow.Addr(g.IntN(48))<<18, taken: map[flow.Addr]bool{}}
	if addrs.hosts = 0x3ffff; c.Interfaces > 2000 {
		addrs.vpc, addrs.hosts = 10<<24, 0x7fffff
	}
	world := mine.NewWorld(dice.New(c.Seed, 3), log.Begin(), log.End(), addrs.next)
	office, err := ordinary.NewAccount(dice.New(c.Seed, 4), c.Interfaces, addrs.next)
	if err != nil {
		return err
	}
	var labels strings.Builder
	labels.WriteString("*\tbenign\trest\n")
	for n := range c.Interfaces {
		g := dice.New(c.Seed, 100+uint64(n))
		iface := log.AddIface(fmt.Sprintf("eni-0%016x", g.Uint64()), addrs.next("vpc"), g.Float64()*float64(c.Interval))
		if dice.Chance(g, 0.08) { // launched later
			iface.From = g.Float64() * 0.6 * log.End()
		}
		host := tcp.NewHost(g, iface)
		kind := ""
		if n < c.Miners {
			if kind = c.Kinds; kind == "all" {
				kind = kinds[n%len(kinds)]
			}
			for _, l := range world.Run(host, kind) {
				fmt.Fprintf(&labels, "%s::%s\tmining\t%s\t%s\t%s\n", iface.Addr, l.Addr, l.Group, iface.ID, l.Rest)
			}
		}
		for _, l := range office.Run(host, max(log.Begin(), iface.From), log.End(), kind == "solo" && dice.Chance(g, 0.6)) {
			fmt.Fprintf(&labels, "%s::%s\tbenign\t%s\t%s\n", iface.Addr, l.Addr, l.Name, iface.ID)
		}
	}
	if err := log.Write(filepath.Join(c.Out, "logs")); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(c.Out, "labels.tsv"), []byte(labels.String()), 0o644)
}
