// Package place keeps what a run has one of: addresses, interfaces, chains,
// the log and the labels.
package place

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"

	"makes/ad/internal/chain"
	"makes/ad/internal/flow"
	"makes/ad/internal/rnd"
	"makes/ad/internal/tcp"
)

// Place is the account and the world around it.
type Place struct {
	Seed   uint64
	Span   float64
	Log    *flow.Log
	Chains *chain.Chains
	Hosts  []*Host
	r      *rnd.R
	used   map[uint32]bool
	labels []string
	named  map[[2]uint32]bool // pairs that have a label, local first
}

// Host is an interface with what is behind it.
type Host struct {
	Iface int32
	ID    string
	IP    uint32
	OS    *tcp.OS
	port  int
	step  int
}

// New makes a place with hosts in it.
func New(seed uint64, hosts, hours int, interval float64, base int64) *Place {
	span := float64(hours) * 3600
	p := &Place{Seed: seed, Span: span, Log: flow.NewLog(hours, interval, base), Chains: chain.New(seed, span),
		r: rnd.New(seed, "place"), used: map[uint32]bool{}, named: map[[2]uint32]bool{}}
	account := fmt.Sprintf("%012d", p.r.Int64N(1e12))
	for range hosts {
		h := &Host{IP: p.Inner(), OS: tcp.Cloud(p.r), ID: fmt.Sprintf("eni-%017x", p.r.Uint64()>>4)[:21]}
		h.port = p.r.Int(h.OS.LowPort, h.OS.HighPort)
		h.step = rnd.Pick(p.r, 1, 2, 2, 7, 313)
		h.Iface = p.Log.Add(&flow.Interface{ID: h.ID, Account: account, Phase: -float64(p.r.IntN(int(interval)))})
		p.Hosts = append(p.Hosts, h)
	}
	return p
}

// Outer gives a public address that nobody had.
func (p *Place) Outer() uint32 {
	for {
		ip := p.r.Uint32()
		if p.r.Chance(0.05) {
			ip = rnd.Pick[uint32](p.r, 192<<24|2<<8, 198<<24|51<<16|100<<8, 203<<24|113<<8) | ip&255
		}
		a, b := ip>>24, ip>>16&255
		private := a < 2 || a == 10 || a == 100 && b >= 64 && b < 128 || a == 127 || a >= 224 || a == 169 && b == 254 ||
			a == 172 && b >= 16 && b < 32 || a == 192 && b == 168 || a == 198 && b >= 18 && b < 20
		if private || ip&255 == 0 || ip&255 == 255 || p.used[ip] {
			continue
		}
		p.used[ip] = true
		return ip
	}
}

// Inner gives an address in 10.0.0.0/8 that nobody had.
func (p *Place) Inner() uint32 {
	for {
		ip := 10<<24 | uint32(p.r.IntN(40))<<16 | uint32(p.r.IntN(32))<<8 | uint32(p.r.Int(4, 254))
		if !p.used[ip] {
			p.used[ip] = true
			return ip
		}
	}
}

func (h *Host) nextPort() uint16 {
	h.port += h.step
	if h.port > h.OS.HighPort {
		h.port = h.OS.LowPort + h.port%17
	}
	return uint16(h.port)
}

// Path is the other end, and what lies between.
type Path struct {
	IP   uint32
	OS   *tcp.OS
	RTT  float64
	Loss float64
}

// Far draws a path to an address.
func Far(r *rnd.R, ip uint32, os *tcp.OS) Path {
	a := Path{IP: ip, OS: os, RTT: r.Log(0.001, 0.25)}
	if ip>>24 == 10 {
		a.RTT = r.Log(0.0002, 0.002)
		return a
	}
	if r.Chance(0.3) {
		a.Loss = r.Log(0.0001, 0.015)
	}
	return a
}

// Dial opens a flow from a host to a port of the other end.
func (p *Place) Dial(r *rnd.R, h *Host, a Path, port uint16, rejected bool) *tcp.Conn {
	f := p.Log.Open(flow.Key{Iface: h.Iface, Src: h.IP, Dst: a.IP, SPort: h.nextPort(), DPort: port, Proto: 6, Rejected: rejected})
	return tcp.New(r, h.OS, a.OS, a.RTT, a.Loss, f)
}

// Serve opens a flow from the other end to a port of a host.
func (p *Place) Serve(r *rnd.R, h *Host, a Path, port uint16, rejected bool) *tcp.Conn {
	f := p.Log.Open(flow.Key{Iface: h.Iface, Src: a.IP, Dst: h.IP, SPort: uint16(r.Int(a.OS.LowPort, a.OS.HighPort)),
		DPort: port, Proto: 6, Rejected: rejected, ServerIsTapped: true})
	return tcp.New(r, a.OS, h.OS, a.RTT, a.Loss, f)
}

// Between opens a flow from one host to another, which is seen at both.
func (p *Place) Between(r *rnd.R, from, to *Host, port uint16) *tcp.Conn {
	k := flow.Key{Iface: from.Iface, Src: from.IP, Dst: to.IP, SPort: from.nextPort(), DPort: port, Proto: 6}
	f := p.Log.Open(k)
	k.Iface, k.ServerIsTapped = to.Iface, true
	return tcp.New(r, from.OS, to.OS, r.Log(0.0002, 0.001), 0, f, p.Log.Open(k))
}

// Datagrams opens a flow of UDP.
func (p *Place) Datagrams(h *Host, ip uint32, port uint16) *flow.Flow {
	return p.Log.Open(flow.Key{Iface: h.Iface, Src: h.IP, Dst: ip, SPort: h.nextPort(), DPort: port, Proto: 17})
}

// Mining says what a mining pair is.
type Mining struct{ Coin, Kind, Pool, Size, Transport string }

// Mines labels a pair.
func (p *Place) Mines(h *Host, ip uint32, m Mining) {
	if p.named[[2]uint32{h.IP, ip}] {
		return
	}
	p.named[[2]uint32{h.IP, ip}] = true
	p.labels = append(p.labels, fmt.Sprintf("%s\tmining\t%s-%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s",
		pair(h.IP, ip), m.Coin, m.Transport, h.ID, m.Kind, m.Coin, m.Pool, m.Size, m.Transport))
}

// Ordinary labels a pair.
func (p *Place) Ordinary(h *Host, ip uint32, kind string) {
	if p.named[[2]uint32{h.IP, ip}] {
		return
	}
	p.named[[2]uint32{h.IP, ip}] = true
	p.labels = append(p.labels, pair(h.IP, ip)+"\tbenign\t"+kind+"\t"+h.ID)
}

func pair(a, b uint32) string {
	return string(flow.AppendIP(append(flow.AppendIP(nil, a), "::"...), b))
}

// Write the logs and labels.
func (p *Place) Write(dir string) error {
	if err := p.Log.Write(dir); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(dir, "labels.tsv"))
	if err != nil {
		return err
	}
	defer file.Close()
	out := bufio.NewWriter(file)
	fmt.Fprintln(out, "*\tbenign\trest")
	for _, l := range p.labels {
		fmt.Fprintln(out, l)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}
