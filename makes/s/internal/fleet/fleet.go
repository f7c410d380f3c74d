// Package fleet puts programs and miners on the hosts behind the interfaces.
package fleet

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"makes/s/internal/dice"
	"makes/s/internal/everyday"
	"makes/s/internal/mining"
	"makes/s/internal/wire"
)

// Options say what to simulate.
type Options struct {
	Seed               uint64
	Interfaces, Miners int
	Kinds              []string // of miners, in turn
	Hours, Interval    int
	Out                string
}

// addresses gives out addresses, each once.
type addresses struct {
	d    *dice.Dice
	used map[wire.Addr]bool
}

func (a *addresses) fresh(near bool) wire.Addr {
	for {
		ip := wire.Addr(a.d.Uint32())
		if first := ip >> 24; near {
			ip = dice.Pick(a.d, 10<<24|ip&0x3fffff, 10<<24|ip&0x3fffff, 172<<24|16<<16|ip&0xfffff, 192<<24|168<<16|ip&0xffff)
		} else if first == 0 || first == 10 || first == 100 || first == 127 || first == 169 || first == 172 || first == 192 || first == 198 || first >= 224 {
			continue
		}
		if last := ip & 255; last != 0 && last != 255 && !a.used[ip] {
			a.used[ip] = true
			return ip
		}
	}
}

// roles are tags of kinds that go together on a host.
var roles = []string{"s", "d", "i", "f", "w", "c", "b", "m", "sw", "bw", "cw", "ds", "fs", "cf", "dm", "si", "wb", "cs"}

// fleet is the state of a run.
type fleet struct {
	Options
	log   *wire.Log
	names *everyday.Directory
	world *mining.World
	addrs *addresses
	out   *bufio.Writer
}

// Run simulates, and writes logs and labels.
func Run(o Options) error {
	if err := os.MkdirAll(filepath.Join(o.Out, "logs"), 0o755); err != nil {
		return err
	}
	labels, err := os.Create(filepath.Join(o.Out, "labels.tsv"))
	if err != nil {
		return err
	}
	f := &fleet{Options: o, log: wire.NewLog(o.Hours, o.Interval), out: bufio.NewWriter(labels),
		addrs: &addresses{dice.New(o.Seed, "addresses"), map[wire.Addr]bool{}}}
	if f.names, err = everyday.NewDirectory(o.Seed, f.log.Seconds(), 2+o.Interfaces/40, f.addrs.fresh); err != nil {
		return err
	}
	if f.world, err = mining.NewWorld(o.Seed, f.log.Seconds(), 3+o.Miners/40, f.addrs.fresh); err != nil {
		return err
	}
	fmt.Fprintln(f.out, "*\tbenign\trest") // an error stays until Flush
	for i := range o.Interfaces {
		f.host(i)
	}
	if err := cmp.Or(f.out.Flush(), labels.Close()); err != nil {
		return err
	}
	d := dice.New(o.Seed, "account")
	account := fmt.Sprintf("%012d", d.Int64N(1e12))
	first := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*d.IntN(51))
	return f.log.Write(filepath.Join(o.Out, "logs"), account, first)
}

// host simulates the host behind one interface.
func (f *fleet) host(i int) {
	d := dice.New(f.Seed, fmt.Sprint("host ", i))
	eni := fmt.Sprintf("eni-0%016x", d.Uint64())
	h := &everyday.Host{Tap: f.log.Tap(eni, d.IntN(f.Interval), d.Chance(0.12)), Addr: f.addrs.fresh(true),
		Stack: wire.NewStack(d), Zone: 3600 * float64(d.IntN(24)), Dice: d}
	if i < f.Miners {
		kind := f.Kinds[i%len(f.Kinds)]
		for _, l := range f.world.Mine(dice.New(f.Seed, fmt.Sprint("miner ", i)), h, kind) {
			fmt.Fprintf(f.out, "%s::%s\tmining\t%s-%s-%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s\n", l.Local, l.Remote,
				l.Coin, l.Kind, l.Transport, eni, l.Kind, l.Coin, l.Pool, l.Size, l.Transport)
		}
	}
	role := roles[d.IntN(len(roles))]
	seen := map[wire.Addr]bool{}
	programs := int(d.Log(5, 40))
	if d.Chance(0.06) { // stands by
		programs = d.Int(0, 2)
	}
	for n := programs; n > 0; n-- {
		service, inbound := f.names.Pick(d, role)
		peers := 1
		if inbound {
			peers = int(d.Log(1, 8))
		}
		for range peers {
			var peer wire.Addr
			if inbound {
				peer = f.addrs.fresh(service.Near())
			} else if peer = service.Addr(); seen[peer] {
				continue
			}
			seen[peer] = true
			service.Converse(dice.New(f.Seed, fmt.Sprint("talk ", i, " ", peer)), h, inbound, peer, f.log.Seconds())
			fmt.Fprintf(f.out, "%s::%s\tbenign\t%s\t%s\n", h.Addr, peer, service.Name, eni)
			if inbound {
				n--
			}
		}
	}
	if d.Chance(0.4) {
		f.scans(d, h)
	}
	h.Tap.Close()
}

// scans lets strangers try ports.
func (f *fleet) scans(d *dice.Dice, h *everyday.Host) {
	every := d.Log(30, 7200)
	for t := d.Exp(every); t < f.log.Seconds(); t += d.Exp(every) {
		from := f.addrs.fresh(false)
		reject := d.Chance(0.93)
		source, port := uint16(d.Int(1024, 65000)), dice.Pick(d, 22, 23, 80, 443, 445, 3389, 5900, 6379, 8080, 8443, uint16(d.Int(1, 65000)))
		size := dice.Pick(d, 40, 44, 52, 60)
		in := h.Tap.Flow(from, h.Addr, source, port, 6, reject)
		tries := dice.Pick(d, 1, 1, 1, 2, 3)
		in.Add(t, tries, tries*size)
		if !reject {
			out := h.Tap.Flow(h.Addr, from, port, source, 6, false)
			out.Add(t, tries, tries*40)
			out.Flush()
		}
		in.Flush()
	}
}
