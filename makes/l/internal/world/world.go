// Package world makes a firm's hosts, the services that they use and offer, and
// the miners on some of them.
package world

import (
	_ "embed"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"makes/l/internal/flow"
	"makes/l/internal/miner"
	"makes/l/internal/script"
	"makes/l/internal/tcp"
)

//go:embed programs.txt
var programs string

// Options are what a log is to be.
type Options struct {
	Seed               uint64
	Interfaces, Miners int
	Kinds              []string // of mining, in turn
	Hours, Interval    int
	Dir                string
}

// roles are what hosts are for, each as often as it is named.
var roles = strings.Fields("node node chain chain chain trade trade trade game game chat chat p2p compute compute ops web web")

// service is an instance of a program with its servers and callers, which hosts
// share.
type service struct {
	*script.Instance
	fan     script.Range
	private bool
	servers []uint32
	rtt     float64
	stack   tcp.Stack
}

type world struct {
	Options
	log      *flow.Log
	clock    script.Clock
	used     map[uint32]bool
	rng      *rand.Rand
	services map[*script.Program][]*service
	programs []*script.Program
	pools    *miner.Pools
	labels   []string
	network  uint32
}

// Make writes the logs and the labels of a world.
func Make(o Options) error {
	all, err := script.Parse(programs)
	if err != nil {
		return fmt.Errorf("programs: %w", err)
	}
	w := &world{Options: o, used: map[uint32]bool{}, programs: all, services: map[*script.Program][]*service{},
		rng: rand.New(rand.NewPCG(o.Seed, 0x6c))}
	w.network = 10<<24 | uint32(w.rng.IntN(250))<<16
	first := time.Date(2025, 1, 6+7*w.rng.IntN(51), 0, 0, 0, 0, time.UTC)
	w.log = flow.NewLog(first, o.Hours, o.Interval, fmt.Sprintf("%012d", 1e11+w.rng.Int64N(8e11)))
	w.clock = script.NewClock(w.log.Seconds(), script.Names(), w.rng)
	for _, p := range all {
		for range 2 + w.rng.IntN(4) {
			w.services[p] = append(w.services[p], w.service(p))
		}
	}
	if w.pools, err = miner.NewPools(w.address, w.rng); err != nil {
		return err
	}
	for i := range o.Interfaces {
		w.host(i)
	}
	if err := w.log.Write(filepath.Join(o.Dir, "logs")); err != nil {
		return err
	}
	text := "*\tbenign\trest\n" + strings.Join(w.labels, "")
	return os.WriteFile(filepath.Join(o.Dir, "labels.tsv"), []byte(text), 0o666)
}

// address gives one that no other host has.
func (w *world) address(private bool) uint32 {
	for {
		a := w.network | uint32(w.rng.IntN(1<<16))
		if !private {
			a = uint32([...]int{3, 5, 13, 18, 23, 31, 34, 35, 37, 45, 46, 51, 52, 54, 62, 65, 78, 80, 88, 91, 94, 95, 104, 107, 116, 134, 135, 138, 142, 144, 157, 159, 162,
				167, 176, 178, 185, 188, 193, 194, 195, 206, 209, 212, 213, 217}[w.rng.IntN(46)])<<24 | uint32(w.rng.IntN(1<<24))
		}
		if last := a & 255; last < 4 || last == 255 || w.used[a] {
			continue
		}
		w.used[a] = true
		return a
	}
}

func stack(private bool, rng *rand.Rand) tcp.Stack {
	s := tcp.Stack{Stamps: true, MSS: 1460, Every: 2, Delay: 0.04, Quick: 8 + rng.IntN(10), SYNs: 7}
	switch rng.IntN(10) {
	case 0, 1: // Windows
		s.Stamps, s.Delay, s.Quick, s.Probe, s.SYNs = false, [...]float64{0.2, 0.05}[rng.IntN(2)], 0, 1, 3+rng.IntN(2)*2
	case 2: // BSD and the like
		s.Delay, s.Quick, s.SYNs = 0.1, 0, 5
	case 3: // small devices and user-space stacks
		s.Stamps, s.Every, s.Delay, s.Quick = false, 1, 0, 0
	case 4: // quick acknowledgements, or middle boxes
		s.Delay, s.Every = 0, 1+rng.IntN(2)
	case 5: // segments are received in bundles
		s.Every = 2 + rng.IntN(10)
	}
	switch {
	case private && rng.IntN(2) == 0:
		s.MSS = 8961
	case rng.IntN(4) == 0:
		s.MSS = 1360 + rng.IntN(80)
	}
	if rng.IntN(12) == 0 {
		s.Stamps = false
	}
	return s
}

func (w *world) service(p *script.Program) *service {
	rng := w.rng
	s := &service{Instance: script.NewInstance(p, rng), fan: p.Get("fan", 1), stack: stack(p.Where != "pub", rng)}
	s.private = p.Where == "vpc" || p.Where == "any" && rng.IntN(2) == 0
	s.rtt = w.rtt(s.private)
	for range 3 {
		s.servers = append(s.servers, w.address(s.private))
	}
	return s
}

func (w *world) rtt(private bool) float64 {
	if private {
		return 0.0001 * math.Pow(30, w.rng.Float64())
	}
	return 0.001 * math.Pow(260, w.rng.Float64())
}

// host is one interface.
type host struct {
	*world
	tap     *flow.Tap
	addr    uint32
	eni     string
	stack   tcp.Stack
	windows bool
	boot    float64
	labeled map[uint32]bool
}

func (w *world) host(i int) {
	rng := w.rng
	h := &host{world: w, addr: w.address(true), eni: fmt.Sprintf("eni-0%016x", rng.Uint64()), stack: stack(true, rng), labeled: map[uint32]bool{}}
	h.windows = h.stack.Probe == 1
	h.tap = w.log.Tap(h.eni, rng.Float64()*float64(w.Interval), rng.Float64()*90)
	if i < w.Miners {
		h.mine(w.Kinds[i%len(w.Kinds)])
	}
	if i >= w.Miners && rng.IntN(15) == 0 {
		h.boot = rng.Float64() * w.log.Seconds()
	}
	role := roles[rng.IntN(len(roles))]
	if i < w.Miners && w.Kinds[i%len(w.Kinds)] == "solo" && rng.IntN(2) == 0 {
		role = "node"
	}
	chosen := map[*script.Program]bool{}
	pairs, most := 0, 5+int(45*math.Pow(rng.Float64(), 1.5))
	take := func(n int, group string) {
		for tries := 0; n > 0 && tries < 200 && pairs < most; tries++ {
			p := w.programs[rng.IntN(len(w.programs))]
			if group != "" && !p.In(group) || chosen[p] {
				continue
			}
			chosen[p] = true
			n--
			pairs += h.run(w.services[p][rng.IntN(len(w.services[p]))], most-pairs)
		}
	}
	take(2+rng.IntN(4), "base")
	take(2+rng.IntN(7), role)
	take(rng.IntN(4), roles[rng.IntN(len(roles))])
	take(rng.IntN(3), "")
	if rng.IntN(2) == 0 {
		h.scans(between(rng, 3, 200) * float64(w.Hours) / 24)
	}
	h.tap.Idle()
}

func between(rng *rand.Rand, lo, hi float64) float64 { return lo * math.Pow(hi/lo, rng.Float64()) }

// link makes a link between the host and a remote address.
func (h *host) link(remote uint32, port uint16, private, in bool) *tcp.Link {
	rng := h.rng
	l := &tcp.Link{Tap: h.tap, Rng: rng, Addr: [2]uint32{h.addr, remote}, Port: port, Proto: flow.TCP, Windows: h.windows,
		Stack: [2]tcp.Stack{h.stack, stack(private, rng)}, Patience: 127, Layer: tcp.NewLayer("plain", false, rng),
		Path: tcp.Path{RTT: h.rtt(private), Rate: between(rng, 3e5, 6e7)}}
	if rng.IntN(3) == 0 && !private {
		l.Path.Loss = between(rng, 0.0001, 0.02)
	}
	if in {
		l.Addr[0], l.Addr[1] = remote, h.addr
		l.Stack[0], l.Stack[1] = l.Stack[1], l.Stack[0]
		l.Local, l.Windows = tcp.Server, rng.IntN(4) == 0
	}
	return l
}

// run runs a service on the host with up to so many peers, and gives how many.
func (h *host) run(s *service, most int) int {
	rng := h.rng
	fan := max(1, min(int(s.fan.Draw(rng)), most))
	downs := h.downs()
	for i := range fan {
		in := s.Dir == "in" || s.Dir == "peer" && rng.IntN(5) < 2
		remote := s.servers[i%len(s.servers)]
		if i >= len(s.servers) || s.Dir == "peer" || in && !s.private {
			remote = h.address(s.private)
		}
		conns := max(1, int(s.Get("conns", 1).Draw(rng)))
		l := h.link(remote, s.Port, s.private, in)
		l.Proto = map[string]uint8{"tcp": flow.TCP, "udp": flow.UDP, "icmp": flow.ICMP}[s.Proto]
		l.Layer = s.Layer
		l.Fixed = s.Get("fixed", 0).Lo > 0
		if s.Dir == "out" {
			l.Stack[tcp.Server], l.Path.RTT = s.stack, s.rtt*(0.9+0.2*rng.Float64())
		}
		for side, keep := range s.Keep {
			l.Stack[side].Keep = keep
		}
		l.Patience = [...]float64{1, 3, 5, 10, 20, 30, 60, 127}[rng.IntN(8)]
		l.Outages, l.Hangup = downs, rng.IntN(80) == 0
		if s.Dir == "peer" || i > 0 && rng.IntN(2) == 0 {
			l.Outages = h.downs()
		}
		for range conns {
			from := h.boot
			if s.Dir != "out" && rng.IntN(3) == 0 {
				from += rng.Float64() * (h.log.Seconds() - from) * 0.6
			}
			script.Play(s.Instance, l, h.clock, from)
		}
		if l.Seen && l.Proto == flow.TCP && !h.labeled[remote] {
			h.labeled[remote] = true
			h.labels = append(h.labels, fmt.Sprintf("%s::%s\tbenign\t%s\t%s\n", flow.IP(h.addr), flow.IP(remote), s.Name, h.eni))
		}
	}
	return fan
}

// downs draws when a server cannot be reached: seldom always, sometimes for
// hours, or again and again.
func (h *host) downs() (out []tcp.Outage) {
	rng, seconds := h.rng, h.log.Seconds()
	how := tcp.How(rng.IntN(3))
	switch rng.IntN(25) {
	case 0:
		return []tcp.Outage{{From: -1, To: 1e9, How: how}}
	case 1:
		from := (rng.Float64()*1.2 - 0.2) * seconds
		return []tcp.Outage{{From: from, To: from + between(rng, 60, 40000), How: tcp.How(rng.IntN(2))}}
	case 2:
		up, down := between(rng, 120, 9000), between(rng, 10, 2000)
		for t := up * rng.Float64(); t < seconds; t += up * rng.ExpFloat64() {
			end := t + down*rng.ExpFloat64()
			out = append(out, tcp.Outage{From: t, To: end, How: how % 2})
			t = end
		}
	}
	return out
}

// scans are knocks of strangers, which the security group denies.
func (h *host) scans(n float64) {
	for range int(n) {
		l := h.link(h.address(false), [...]uint16{22, 23, 80, 443, 445, 2375, 3333, 3389, 5555, 6379, 8080, 8333, 8545, 18081, 30303}[h.rng.IntN(15)], false, true)
		l.Outages = []tcp.Outage{{From: -1, To: 1e9, How: tcp.Denied}}
		l.Patience = between(h.rng, 0.5, 8)
		l.Dial(h.boot + h.rng.Float64()*(h.log.Seconds()-h.boot))
	}
}

// mine lets the host mine, besides its ordinary programs.
func (h *host) mine(kind string) {
	env := &miner.Env{Rng: h.rng, Clock: h.clock, Seconds: h.log.Seconds(), Address: h.address, Link: h.link}
	for _, m := range miner.Mine(kind, h.pools, env) {
		if !m.Link.Seen || h.labeled[m.Remote] {
			continue
		}
		h.labeled[m.Remote] = true
		h.labels = append(h.labels, fmt.Sprintf("%s::%s\tmining\t%s-%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s\n", flow.IP(h.addr),
			flow.IP(m.Remote), m.Coin, m.Transport, h.eni, m.Kind, m.Coin, m.Pool, m.Size, m.Transport))
	}
}
