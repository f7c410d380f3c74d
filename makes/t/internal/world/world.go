// Package world draws a network: its hosts with their people, programs and
// miners, and what labels say of them.
package world

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"time"

	"makes/t/internal/apps"
	"makes/t/internal/mine"
	"makes/t/internal/wire"
)

// Config is what is to be simulated.
type Config struct {
	Seed       uint64
	Interfaces int
	Miners     int
	Kinds      []string
	Hours      int
	Interval   int
}

// World is a network of which nothing has run yet.
type World struct {
	Log *wire.Log

	config   Config
	services [][]*apps.Service
	pools    [][]*mine.Pool
	nodes    []*apps.Service
	used     map[uint32]bool
	inner    []uint32 // internal servers, of which some run several services
	zone     float64  // hours ahead of UTC
	labels   strings.Builder
	labelled map[[2]uint32]bool
}

func random(seed uint64, stream int) *rand.Rand {
	return rand.New(rand.NewPCG(seed*0x9e3779b97f4a7c15+0x74, uint64(stream)))
}

// New draws a world.
func New(c Config) *World {
	r := random(c.Seed, -1)
	monday := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*r.IntN(51))
	w := &World{config: c, used: map[uint32]bool{}, labelled: map[[2]uint32]bool{}, zone: float64(r.IntN(18) - 8),
		Log: wire.NewLog(c.Hours, c.Interval, monday.Unix(), fmt.Sprintf("%012d", 1e11+r.Int64N(9e11)))}
	w.labels.WriteString("*\tbenign\trest\n")
	programs := apps.Programs()
	for i := range programs {
		p := &programs[i]
		var all []*apps.Service
		for range min(14, 3+c.Interfaces/50) {
			var servers []uint32
			for range p.Peers(r) + p.Peers(r) {
				if p.Internet() {
					servers = append(servers, w.public(r))
				} else {
					servers = append(servers, w.server(r))
				}
			}
			all = append(all, apps.NewService(p, r, servers))
		}
		w.services = append(w.services, all)
	}
	w.pools = mine.NewPools(r, func() uint32 { return w.public(r) })
	w.nodes = mine.NewNodes(r)
	return w
}

func (w *World) fresh(draw func() uint32) uint32 {
	for {
		if a := draw(); !w.used[a] {
			w.used[a] = true
			return a
		}
	}
}

// public gives a new address of the internet.
func (w *World) public(r *rand.Rand) uint32 {
	blocks := []uint32{3, 13, 18, 20, 23, 31, 34, 35, 44, 45, 51, 52, 54, 62, 65, 78, 81, 88, 91, 95, 103, 104, 116, 120, 139, 142, 151, 157, 162, 185, 188, 193, 195, 199, 204, 212, 216, 217}
	return w.fresh(func() uint32 { return blocks[r.IntN(len(blocks))]<<24 | r.Uint32()>>8 | 1 })
}

// private gives a new internal address.
func (w *World) private(r *rand.Rand) uint32 {
	return w.fresh(func() uint32 {
		switch r.IntN(8) {
		case 0:
			return 172<<24 | uint32(16+r.IntN(16))<<16 | uint32(r.IntN(256))<<8 | uint32(4+r.IntN(250))
		case 1:
			return 192<<24 | 168<<16 | uint32(r.IntN(256))<<8 | uint32(4+r.IntN(250))
		}
		return 10<<24 | uint32(r.IntN(64))<<16 | uint32(r.IntN(256))<<8 | uint32(4+r.IntN(250))
	})
}

// server gives an internal server's address, mostly a new one.
func (w *World) server(r *rand.Rand) uint32 {
	if len(w.inner) > 20 && r.Float64() < 0.08 {
		return w.inner[r.IntN(len(w.inner))]
	}
	a := w.private(r)
	w.inner = append(w.inner, a)
	return a
}

// Labels is the text of the labels of all that has run.
func (w *World) Labels() string { return w.labels.String() }

// Run plays all interfaces.
func (w *World) Run() {
	for i := range w.config.Interfaces {
		r := random(w.config.Seed, i)
		f := w.Log.AddIface(fmt.Sprintf("eni-0%016x", r.Uint64()), w.private(r), r.IntN(w.config.Interval))
		kind := ""
		if i < w.config.Miners {
			kind = w.config.Kinds[i%len(w.config.Kinds)]
		}
		w.host(f, r, kind)
	}
}

// host plays one interface: programs of its kind, and perhaps a miner.
func (w *World) host(f *wire.Iface, r *rand.Rand, kind string) {
	h := &apps.Host{Iface: f, Stack: wire.RandomStack(r)}
	h.Work = w.work(r, f.End())
	types := []string{"c", "c", "c", "c", "ca", "a", "a", "o", "d", "d", "d", "d", "d", "d", "do", "da", "cd"}[r.IntN(17)]
	if kind != "" {
		w.mine(h, r, kind, strings.Contains(types, "d"))
	}
	left := int(math.Round(5 * math.Pow(7.5, r.Float64())))
	for _, k := range r.Perm(len(w.services)) {
		s := w.services[k][r.IntN(len(w.services[k]))]
		if left <= 0 {
			break
		}
		if !s.On(types[r.IntN(len(types))]) {
			continue
		}
		left -= w.program(h, r, s)
	}
	if r.Float64() < 0.2 {
		w.scans(h, r)
	}
}

// program plays a program with some of its peers, and says with how many.
func (w *World) program(h *apps.Host, r *rand.Rand, s *apps.Service) int {
	peers := r.Perm(len(s.Servers))
	peers = peers[:min(len(peers), s.Peers(r))]
	for _, k := range peers {
		serves := s.Serves(r)
		addr := s.Servers[k]
		if serves && s.Internet() {
			addr = w.public(r)
		}
		s.Run(h, r, addr, serves)
		w.label(h.Iface, addr, "benign\t"+s.Name, "")
	}
	return len(peers)
}

func (w *World) label(f *wire.Iface, addr uint32, what, attributes string) {
	pair := [2]uint32{f.Addr, addr}
	if !f.Seen(addr) || w.labelled[pair] {
		return
	}
	w.labelled[pair] = true
	fmt.Fprintf(&w.labels, "%s::%s\t%s\t%s%s\n", wire.AddrString(f.Addr), wire.AddrString(addr), what, f.Name, attributes)
}

// work draws when somebody is at work at a host.
func (w *World) work(r *rand.Rand, end float64) []apps.Span {
	zone := w.zone
	if r.Float64() < 0.3 {
		zone = float64(r.IntN(20) - 9)
	}
	start, length := 8.5+1.2*r.NormFloat64(), 8.5+r.NormFloat64()
	if r.Float64() < 0.06 {
		start += 10
	}
	weekends := r.Float64() < 0.08
	var all []apps.Span
	for day := -1; float64(day-1)*86400 < end; day++ {
		if weekday := (day + 7) % 7; weekday >= 5 && !weekends || r.Float64() < 0.04 {
			continue
		}
		t := float64(day)*86400 + (start-zone+0.3*r.NormFloat64())*3600
		leave := t + max(2, length+0.7*r.NormFloat64())*3600
		for t < leave {
			stretch := (0.5 + 3*r.Float64()) * 3600
			if to := min(leave, t+stretch); to > 0 && t < end {
				all = append(all, apps.Span{From: t, To: to})
			}
			t += stretch + (300 + 3300*r.Float64()*r.Float64())
		}
	}
	return all
}

// scans are strangers whose SYNs a security group denies.
func (w *World) scans(h *apps.Host, r *rand.Rand) {
	mean := 3600 / (1 + 30*r.Float64()*r.Float64())
	for t := mean * r.ExpFloat64(); t < h.Iface.End(); t += mean * r.ExpFloat64() {
		port := []uint16{22, 23, 80, 443, 3389, 445, 8080, 6379, 3333, uint16(r.IntN(65536))}[r.IntN(10)]
		c := wire.NewConn(h.Iface, r, wire.TCP, h.Stack, wire.RandomStack(r), wire.Path{RTT: 0.1}, w.public(r), port, uint16(1024+r.IntN(64000)))
		c.Fail(t, wire.Remote, wire.Denied, 1.5*r.Float64())
		c.Flush()
	}
}
