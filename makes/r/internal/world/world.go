// Package world puts hosts with ordinary programs and miners together.
package world

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"makes/r/internal/flow"
	"makes/r/internal/mine"
	"makes/r/internal/talk"
)

// Config says what to generate.
type Config struct {
	Seed               uint64
	Interfaces, Miners int
	Kinds              []string
	Hours              int
	Interval           int64 // seconds
	Out                string
}

const labelsHead = "*\tbenign\trest\n"

// Run generates the logs and the labels.
func Run(c Config) error {
	if err := os.MkdirAll(filepath.Join(c.Out, "logs"), 0o755); err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(c.Seed, 0x7263))
	log := flow.NewLog(c.Interval*flow.Second, c.Hours)
	start := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*r.IntN(51))
	var nets []string
	for range 2 + c.Interfaces/80 {
		nets = append(nets, network(r))
	}
	account := fmt.Sprintf("%012d", 1e11+r.Int64N(8e11))
	services := newServices(r, nets, c.Interfaces, log.Until)
	miners := mine.NewWorld(r, log.Until)
	var labels strings.Builder
	labels.WriteString(labelsHead)
	taken := map[string]bool{}
	for i := range c.Interfaces {
		ip := ""
		for ip == "" || taken[ip] {
			ip = fmt.Sprintf("%s.%d.%d", nets[r.IntN(len(nets))], 16*r.IntN(16), 4+r.IntN(250))
		}
		taken[ip] = true
		eni := &flow.Interface{Account: account, ENI: fmt.Sprintf("eni-0%016x", r.Uint64()), Phase: r.Int64N(log.Interval)}
		h := talk.NewHost(rand.New(rand.NewPCG(c.Seed, uint64(i)+1e6)), log, eni, ip)
		if i < c.Miners {
			kind := c.Kinds[i%len(c.Kinds)]
			for _, l := range miners.Use(h, kind) {
				fmt.Fprintf(&labels, "%s::%s\tmining\t%s-%s\t%s\t%s\n", ip, l.Remote, l.Coin, l.Transport, eni.ENI, l)
			}
			if kind == "solo" {
				services.node(h, &labels)
			}
		}
		services.use(h, &labels)
		log.NoData(eni, start)
	}
	if err := log.Write(filepath.Join(c.Out, "logs"), start); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(c.Out, "labels.tsv"), []byte(labels.String()), 0o644)
}

func network(r *rand.Rand) string {
	switch r.IntN(4) {
	case 0:
		return fmt.Sprintf("172.%d", 16+r.IntN(16))
	case 1:
		return "192.168"
	}
	return fmt.Sprintf("10.%d", r.IntN(256))
}

// services are all instances of ordinary programs; those that more hosts use
// are in the list more often.
type services struct {
	list  []*talk.Service
	nodes []*talk.Service
}

func newServices(r *rand.Rand, nets []string, interfaces int, until int64) *services {
	s := &services{}
	for _, p := range talk.Programs() {
		for range 1 + int(p.Weight.High*float64(interfaces)/80+r.Float64()) {
			service := talk.NewService(r, p, until, nets[r.IntN(len(nets))]+".0.0")
			for range 1 + int(2.5*r.ExpFloat64()) {
				s.list = append(s.list, service)
			}
			if strings.HasSuffix(p.Name, "-node") {
				s.nodes = append(s.nodes, service)
			}
		}
	}
	return s
}

func (s *services) use(h *talk.Host, labels *strings.Builder) {
	used := map[*talk.Service]bool{}
	n := talk.Range{Low: 3, High: 26}.Int(h.Rand)
	if h.Rand.IntN(20) == 0 { // it has next to nothing to do
		n = 1 + h.Rand.IntN(2)
	}
	for range n {
		if one := s.list[h.Rand.IntN(len(s.list))]; !used[one] {
			used[one] = true
			name(h, one, labels)
		}
	}
}

// node lets a host take part in the network of a chain.
func (s *services) node(h *talk.Host, labels *strings.Builder) {
	name(h, s.nodes[h.Rand.IntN(len(s.nodes))], labels)
}

func name(h *talk.Host, s *talk.Service, labels *strings.Builder) {
	for _, remote := range s.Use(h) {
		if !s.UDP() {
			fmt.Fprintf(labels, "%s::%s\tbenign\t%s\t%s\n", h.IP, remote, s.Name, h.ENI)
		}
	}
}
