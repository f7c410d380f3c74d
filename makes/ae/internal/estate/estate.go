// Package estate knows who is there: firms, hosts, addresses, and which
// pairs of them have which label.
package estate

import (
	"bufio"
	"fmt"
	"math"
	"os"

	"makes/ae/internal/flow"
	"makes/ae/internal/rnd"
	"makes/ae/internal/tcp"
)

// Host is a machine, of ours if Iface is not negative.
type Host struct {
	IP      uint32
	Iface   int
	End     tcp.End
	Away    float64 // round trip from the cloud, 0 for within it
	MTU     int
	Loss    float64
	Reboots []float64
	Spare   bool // stands by, and hardly says a word
	port    int
	step    int
}

// Firm is a tenant of the account with hours of its own.
type Firm struct {
	Trade string
	Hosts []*Host
	net   uint32
	zone  float64
	round bool // works around the clock
	early float64
	site  [3]float64   // way to its own premises: round trip, loss, MTU
	Lines [][2]float64 // when that way is cut
}

type pair struct {
	local, remote uint32
	iface         int
}

type label struct {
	pair
	text string
}

// World is all of it.
type World struct {
	R      rnd.R
	Net    *flow.Net
	Firms  []*Firm
	blocks []uint32
	used   map[uint32]bool
	mining map[[2]uint32]bool
	known  map[pair]bool
	labels []label
}

// New lays out the firms and their interfaces.
func New(r rnd.R, dir string, interfaces, miners, hours, interval int, trades []string) *World {
	w := &World{R: r, used: map[uint32]bool{}, mining: map[[2]uint32]bool{}, known: map[pair]bool{}}
	for range 70 {
		w.blocks = append(w.blocks, public(r)&^0xffff)
	}
	order := r.Perm(len(trades))
	firms := max(1, min(interfaces/9+1, len(trades)))
	for i := range firms {
		f := &Firm{Trade: trades[order[i]], net: 10<<24 | uint32(r.Int(0, 250))<<16, zone: float64(rnd.Pick(r, -8, -5, -3, 0, 0, 1, 1, 1, 2, 3, 5, 8, 9, 10)), round: r.P(.35), early: r.Uni(-1.5, 1.5)}
		f.site = [3]float64{r.Log(.002, .06), rnd.Pick(r, 0, 0, 0, .0005, .003), float64(rnd.Pick(r, 1500, 1500, 1400, 1436, 1380))}
		for t := r.Exp(150000); t < float64(hours)*3600; t += r.Exp(150000) {
			f.Lines = append(f.Lines, [2]float64{t, t + r.Log(15, 3000)})
		}
		w.Firms = append(w.Firms, f)
	}
	account := fmt.Sprintf("%012d", r.Int64N(9e11)+1e11)
	ifaces := make([]flow.Iface, interfaces)
	for i := range ifaces {
		ifaces[i] = flow.Iface{ID: fmt.Sprintf("eni-0%016x", r.Uint64()), Account: account, Phase: r.IntN(interval)}
		f := w.Firms[i%firms]
		h := w.Near(r, f)
		h.Iface = i
		h.Reboots = reboots(r, hours)
		h.Spare = i >= max(miners, firms) && r.P(.02)
		f.Hosts = append(f.Hosts, h)
	}
	w.Net = flow.New(dir, hours, interval, ifaces)
	return w
}

func reboots(r rnd.R, hours int) []float64 {
	var at []float64
	for t := r.Exp(6 * 86400); t < float64(hours)*3600; t += r.Exp(6 * 86400) {
		at = append(at, t)
	}
	return at
}

func (w *World) fresh(draw func() uint32) uint32 {
	for {
		a := draw()
		if !w.used[a] && a&255 != 0 && a&255 != 255 {
			w.used[a] = true
			return a
		}
	}
}

func host(r rnd.R, ip uint32, end tcp.End) *Host {
	return &Host{IP: ip, Iface: -1, End: end, MTU: 1500, port: r.IntN(1 << 16), step: rnd.Pick(r, 1, 1, 2, 2, 7, 131)}
}

// Near makes a host of a firm within the cloud, without an interface of its own.
func (w *World) Near(r rnd.R, f *Firm) *Host {
	ip := w.fresh(func() uint32 { return f.net | uint32(r.Int(0, 15))<<12 | uint32(r.Int(4, 1000)) })
	h := host(r, ip, tcp.Client(r))
	h.MTU = rnd.Pick(r, 1500, 9001)
	return h
}

// Site makes a host at the firm's premises.
func (w *World) Site(r rnd.R, f *Firm, end tcp.End) *Host {
	ip := w.fresh(func() uint32 { return (f.net ^ 5<<16) | uint32(r.Int(0, 0xffff)) })
	h := host(r, ip, end)
	h.Away, h.Loss, h.MTU = f.site[0]*r.Uni(1, 1.4), f.site[1], int(f.site[2])
	return h
}

// Far makes a server in the internet.
func (w *World) Far(r rnd.R) *Host {
	ip := w.fresh(func() uint32 { return w.blocks[r.IntN(len(w.blocks))] | uint32(r.IntN(1<<16)) })
	h := host(r, ip, tcp.Server(r))
	h.Away, h.Loss = r.Log(.002, .25), rnd.Pick(r, 0, 0, 0, .0005, .002)
	return h
}

// Anybody makes a client in the internet.
func (w *World) Anybody(r rnd.R, end tcp.End) *Host {
	h := host(r, w.fresh(func() uint32 { return public(r) }), end)
	h.Away, h.Loss, h.MTU = r.Log(.008, .35), rnd.Pick(r, 0, .0005, .002, .01), rnd.Pick(r, 1500, 1500, 1492, 1450, 1400)
	return h
}

// public draws an address that may be seen in the internet.
func public(r rnd.R) uint32 {
	for {
		a := r.Uint32()
		switch b := a >> 24; {
		case b == 0 || b == 10 || b == 127 || b >= 224 || b == 100 || b == 169 || b == 172 || b == 192 || b == 198 || b == 203:
		default:
			return a
		}
	}
}

// Busy tells how much of the firm's work goes on at a time, from 0 to 1.
func (f *Firm) Busy(t float64) float64 {
	local := t/3600 + f.zone + f.early + 48
	day, h := int(local/24)%7, math.Mod(local, 24)
	if f.round {
		return .6 + .4*math.Sin((h-9)/24*2*math.Pi)
	}
	b := .04
	switch {
	case h >= 7 && h < 9:
		b = (h - 6.5) / 2.5
	case h >= 12 && h < 13:
		b = .6
	case h >= 9 && h < 17:
		b = 1
	case h >= 17 && h < 21:
		b = (21.3 - h) / 5
	}
	if (day+5)%7 >= 5 { // day 2 is the first Monday
		b *= .15
	}
	return b
}

// Clock gives the next time after t at which it is this hour at the firm.
func (f *Firm) Clock(t, hour float64) float64 {
	at := (hour - f.zone) * 3600
	return at + math.Ceil((t-at)/86400)*86400
}

// Mine marks a pair as mining: nothing else may go on between the two.
func (w *World) Mine(a, b uint32) { w.mining[[2]uint32{a, b}], w.mining[[2]uint32{b, a}] = true, true }

// Mines tells whether a pair is kept for mining.
func (w *World) Mines(a, b uint32) bool { return w.mining[[2]uint32{a, b}] }

// Label names a pair at each end that has an interface; the first name stays.
func (w *World) Label(a, b *Host, text func(iface string) string) {
	for range 2 {
		p := pair{a.IP, b.IP, a.Iface}
		if a.Iface >= 0 && !w.known[p] {
			w.known[p] = true
			w.labels = append(w.labels, label{p, text(w.Net.Ifaces[a.Iface].ID)})
		}
		a, b = b, a
	}
}

// WriteLabels writes labels.tsv.
func (w *World) WriteLabels(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	fmt.Fprint(out, "*\tbenign\trest\n")
	for _, l := range w.labels {
		fmt.Fprintf(out, "%s::%s\t%s\n", flow.IP(l.local), flow.IP(l.remote), l.text)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}
