// Package world draws the hosts, gives them programs and miners, and writes
// what is seen of them.
package world

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"makes/m/internal/draw"
	"makes/m/internal/grammar"
	"makes/m/internal/layer"
	"makes/m/internal/mine"
	"makes/m/internal/tcp"
	"makes/m/internal/vpc"
)

// Options say what is to be made.
type Options struct {
	Seed                                uint64
	Interfaces, Miners, Hours, Interval int
	Kinds                               []string
	Out                                 string
}

type service struct {
	*grammar.Protocol
	addrs []vpc.Addr
	stack tcp.Stack
	path  tcp.Path
}

type world struct {
	Options
	rng      draw.Rand
	until    float64
	used     map[vpc.Addr]bool
	services []*service
	weights  []float64
	fleets   [][]int
	market   *mine.Market
	labels   *bufio.Writer
}

// Write makes the logs and the labels.
func Write(o Options) (err error) {
	w := &world{Options: o, rng: draw.New(o.Seed, "world"), until: float64(o.Hours) * 3600, used: map[vpc.Addr]bool{}}
	start := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*w.rng.IntN(51))
	log, err := vpc.Create(filepath.Join(o.Out, "logs"), start, o.Hours)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	file, err := os.Create(filepath.Join(o.Out, "labels.tsv"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.labels.Flush(), file.Close()) }()
	w.labels = bufio.NewWriter(file)
	fmt.Fprint(w.labels, "*\tbenign\trest\n")
	w.populate()
	for i := range o.Interfaces {
		r := draw.New(o.Seed, "host", i)
		h := vpc.NewHost(r, fmt.Sprintf("eni-%017x", r.Uint64()|1<<63), w.fresh(true), float64(o.Interval), w.until)
		w.host(h, i, r)
		log.Write(h)
	}
	return nil
}

// fresh gives an address that nobody has.
func (w *world) fresh(private bool) vpc.Addr {
	for {
		a := vpc.Addr(w.rng.Uint32())
		if private {
			a = a&0xffffff | 10<<24
		}
		first := a >> 24
		if w.used[a] || a&255 == 0 || a&255 == 255 || first < 3 || first > 223 || first == 127 || first == 169 || first == 172 || first == 192 || first == 100 || first == 198 || first == 203 || first == 10 && !private {
			continue
		}
		w.used[a] = true
		return a
	}
}

// populate draws the services, and the fleets of hosts that share some.
func (w *world) populate() {
	n := max(grammar.Families()*2, min(900, 4*w.Interfaces))
	for i := range n {
		r := draw.New(w.Seed, "service", i)
		s := &service{Protocol: grammar.Draw(r, i, i/grammar.Families()+1, w.until), stack: tcp.DrawStack(r)}
		s.path = tcp.DrawPath(r, s.Inside)
		if s.Opener == tcp.Out {
			for range s.Peers + r.IntN(3) {
				s.addrs = append(s.addrs, w.fresh(s.Inside))
			}
		}
		w.services, w.weights = append(w.services, s), append(w.weights, s.Weight)
	}
	for range 1 + w.Interfaces/10 {
		var fleet []int
		for range int(w.rng.Log(2, 12)) {
			fleet = append(fleet, w.rng.Weighted(w.weights))
		}
		w.fleets = append(w.fleets, fleet)
	}
	w.market = mine.NewMarket(w.Seed, w.until, w.fresh)
}

func (w *world) host(h *vpc.Host, i int, r draw.Rand) {
	chosen := map[int]bool{}
	var list []int
	choose := func(j int) {
		if !chosen[j] {
			chosen[j] = true
			list = append(list, j)
		}
	}
	on, off := 0.0, w.until
	if r.Chance(0.06) && i >= w.Miners { // runs for a part of the time
		on = r.Uniform(0, w.until)
		off = min(w.until, on+r.Log(0.1, 1)*w.until)
	}
	for _, j := range w.fleets[r.IntN(len(w.fleets))] {
		if r.Chance(0.85) {
			choose(j)
		}
	}
	for range int(r.Log(3, 22)) {
		if r.Chance(0.4) {
			choose(r.IntN(len(w.services)))
		} else {
			choose(r.Weighted(w.weights))
		}
	}
	for _, j := range list {
		w.speak(h, w.services[j], on, off, draw.New(w.Seed, "pair", i, j))
	}
	w.scans(h, on, off, r)
	if i >= w.Miners {
		return
	}
	kind := w.Kinds[i%len(w.Kinds)]
	if kind == "solo" { // with a node of the chain
		for j, s := range w.services {
			if s.Opener == tcp.Out && grammar.Peer(s.Name) && !chosen[j] && r.Chance(0.3) {
				w.speak(h, s, on, off, draw.New(w.Seed, "pair", i, j))
			}
		}
	}
	for _, l := range w.market.Host(h, kind, r) {
		if h.Seen(l.Remote) {
			fmt.Fprintf(w.labels, "%s::%s\tmining\t%s-%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s\n",
				h.Addr, l.Remote, l.Coin, l.Transport, h.ENI, l.Kind, l.Coin, l.Pool, l.Size, l.Transport)
		}
	}
}

// speak lets a host use a service, for all or a part of the time it is on.
func (w *world) speak(h *vpc.Host, s *service, on, off float64, r draw.Rand) {
	from, to := on, off
	if on == 0 {
		from = -r.Uniform(0, 3600)
	}
	if r.Chance(0.15) {
		from = on + r.Uniform(0, 0.8)*(off-on)
	}
	if r.Chance(0.1) {
		to = r.Uniform(max(0, from), off)
	}
	first := r.IntN(max(1, len(s.addrs)))
	for i := range s.Peers {
		pair := &layer.Pair{Host: h, Peer: s.stack, Path: s.path, Rng: r}
		if s.Opener == tcp.In {
			pair.Remote, pair.Peer, pair.Path = w.fresh(s.Inside), tcp.DrawStack(r), tcp.DrawPath(r, s.Inside)
		} else {
			pair.Remote = s.addrs[(first+i)%len(s.addrs)]
			pair.Path.RTT *= r.Log(0.8, 1.3)
		}
		if !s.Inside {
			pair.Peer.MSS = min(pair.Peer.MSS, 1460)
		}
		s.Run(pair, r, from, to)
		if h.Seen(pair.Remote) && !s.Datagrams() {
			fmt.Fprintf(w.labels, "%s::%s\tbenign\t%s\t%s\n", h.Addr, pair.Remote, s.Name, h.ENI)
		}
	}
}

// scans are strangers that knock at a host's ports.
func (w *world) scans(h *vpc.Host, on, off float64, r draw.Rand) {
	if r.Chance(0.5) {
		return // none in a private network
	}
	every := r.Log(120, 20000)
	for t := on + r.Exp(every); t < off; t += r.Exp(every) {
		f := h.NewFlow(w.fresh(false), uint16(r.Log(20, 60000)), uint16(r.Int(1024, 65535)), 6, true)
		for i := range draw.Pick(r, 1, 1, 1, 2, 3) {
			f.Packets(t+float64(i*i), tcp.In, 1, draw.Pick(r, 40, 40, 44, 52, 60))
		}
		f.Flush()
	}
}
