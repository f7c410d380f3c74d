// Package site holds the hosts whose interfaces are logged, the addresses of
// all others, and what is known of each pair.
package site

import (
	"bufio"
	"fmt"
	"os"

	"makes/j/internal/dice"
	"makes/j/internal/flowlog"
	"makes/j/internal/wire"
)

// Site is a private network.
type Site struct {
	Seed   uint64
	Log    *flowlog.Log
	dice   dice.Dice
	net    int // second byte of its addresses
	inner  int
	used   map[flowlog.Addr]bool
	labels []string
	known  map[string]bool
}

// Host is a host of a site.
type Host struct {
	*Site
	Tap   *flowlog.Tap
	Addr  flowlog.Addr
	Stack *wire.Stack
	Dice  dice.Dice
}

// New gives a site without hosts.
func New(seed uint64, log *flowlog.Log) *Site {
	d := dice.New(seed, "site")
	return &Site{Seed: seed, Log: log, dice: d, net: d.Int(0, 250), used: map[flowlog.Addr]bool{}, known: map[string]bool{}}
}

// Host adds the host of a number.
func (s *Site) Host(i int, account string) *Host {
	d := dice.New(s.Seed, "host", i)
	h := &Host{Site: s, Addr: flowlog.IP(10, s.net+i/(60*200)%5, i/200%60, 10+i%200), Dice: d, Stack: wire.DrawStack(d, d.Chance(0.1))}
	h.Tap = s.Log.Tap(fmt.Sprintf("eni-%09x%08x", d.Uint64()>>28, d.Uint32()), account, d.Float64()*3600)
	return h
}

// Public gives an address of the internet no one else has.
func (s *Site) Public() flowlog.Addr {
	for {
		a := flowlog.IP(s.dice.Int(2, 222), s.dice.Int(0, 255), s.dice.Int(0, 255), s.dice.Int(1, 254))
		if s.dice.Chance(0.3) {
			a = a&0xffffff | flowlog.Addr(dice.Pick(s.dice, 3, 13, 18, 34, 35, 52, 54, 104))<<24
		}
		switch b := a >> 24; {
		case b == 10 || b == 100 || b == 127 || b == 169 || b == 172 || b == 192 || b == 198 || b == 203 || s.used[a]:
		default:
			s.used[a] = true
			return a
		}
	}
}

// Private gives an address of the private network no one else has.
func (s *Site) Private() flowlog.Addr {
	s.inner++
	return flowlog.IP(10, s.net+s.inner/(190*250)%5, 64+s.inner/250%190, 2+s.inner%250)
}

// Path joins a host to a peer.
func (h *Host) Path(d dice.Dice, remote flowlog.Addr, port uint16, far *wire.Stack) *wire.Path {
	p := &wire.Path{Tap: h.Tap, Dice: d, Local: h.Addr, Remote: remote, Port: port, Near: h.Stack, Far: far,
		RTT: d.Log(0.004, 0.25), Loss: dice.Pick(d, 0, 1e-5, 1e-4, 1e-3), Rate: d.Log(3e5, 2e7)}
	if remote>>24 == 10 {
		p.RTT, p.Loss, p.Rate = d.Log(0.0002, 0.003), 0, 5e7
	}
	return p
}

// Benign says what an ordinary pair is.
func (h *Host) Benign(remote flowlog.Addr, name string) {
	h.label(remote, fmt.Sprintf("benign\t%s\t%s", name, h.Tap.ENI))
}

// Mining says that a pair mines.
func (h *Host) Mining(remote flowlog.Addr, kind, coin, pool, size, transport string) {
	h.label(remote, fmt.Sprintf("mining\t%s-%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s",
		coin, transport, h.Tap.ENI, kind, coin, pool, size, transport))
}

func (h *Host) label(remote flowlog.Addr, rest string) {
	pair := h.Addr.String() + "::" + remote.String()
	if !h.known[pair] {
		h.known[pair] = true
		h.labels = append(h.labels, pair+"\t"+rest)
	}
}

// WriteLabels writes what is known of pairs.
func (s *Site) WriteLabels(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	out := bufio.NewWriter(file)
	fmt.Fprintln(out, "*\tbenign\trest")
	for _, l := range s.labels {
		fmt.Fprintln(out, l)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}
