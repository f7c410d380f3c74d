// Package estate holds the companies whose interfaces are logged: their hosts
// in roles, the hosts elsewhere, and the connections between any two.
package estate

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"

	"makes/n/internal/flow"
	"makes/n/internal/wire"
)

// Roles are what hosts are for, with how common each is.
var Roles = []struct {
	Name  string
	Share int
}{
	{"web", 15}, {"app", 17}, {"db", 8}, {"cache", 4}, {"worker", 8}, {"data", 9}, {"k8s", 12}, {"ci", 5}, {"bastion", 3},
	{"office", 4}, {"desk", 5}, {"win", 7}, {"mon", 3}, {"mail", 2}, {"edge", 3}, {"chain", 4}, {"gpu", 4}, {"dev", 5}, {"idle", 2},
}

// Host is a machine, in the estate or elsewhere.
type Host struct {
	IP      uint32
	Eni     *flow.Eni // nil if not logged
	Firm    *Firm     // nil if elsewhere
	Role    string
	Windows bool
	Stack   wire.Stack
	Path    wire.Path // to everybody outside its network
	port    int
}

// Firm is a company with a network of its own.
type Firm struct {
	Index   int
	Net     uint32 // of 16 bits
	Account string
	Zone    float64 // hours ahead of UTC
	Hosts   []*Host
	jumbo   bool
	windows float64 // share of Windows among its hosts
}

// Estate is everything that is simulated.
type Estate struct {
	Book  *flow.Book
	Seed  uint64
	Firms []*Firm
	Hosts []*Host // logged ones
}

// Rand returns a source of its own for each name.
func (e *Estate) Rand(name string, more ...any) *rand.Rand {
	h := fnv.New64a()
	fmt.Fprint(h, name, more)
	return rand.New(rand.NewPCG(e.Seed, h.Sum64()))
}

// New builds companies with so many logged interfaces in all.
func New(book *flow.Book, seed uint64, interfaces int) *Estate {
	e := &Estate{Book: book, Seed: seed}
	r := e.Rand("estate")
	for left := interfaces; left > 0; {
		f := &Firm{Index: len(e.Firms), Account: fmt.Sprintf("%012d", r.Int64N(1e12)), jumbo: r.IntN(4) > 0,
			Zone: []float64{-8, -5, -5, 0, 1, 1, 5.5, 8, 9}[r.IntN(9)], windows: []float64{0, .02, .1, .5}[r.IntN(4)]}
		f.Net = 10<<24 | uint32(r.IntN(256))<<16
		if r.IntN(4) == 0 {
			f.Net = 172<<24 | uint32(16+r.IntN(16))<<16
		}
		e.Firms = append(e.Firms, f)
		n := min(left, 12+r.IntN(60))
		left -= n
		for range n {
			h := f.Inside(r)
			h.Role = Roles[Pick(r, len(Roles), func(i int) int { return Roles[i].Share })].Name
			h.Windows = h.Role == "win" || h.Role == "desk" || h.Role != "k8s" && h.Role != "gpu" && r.Float64() < f.windows
			h.Stack = stack(r, h.Windows, f.jumbo)
			h.Eni = &flow.Eni{ID: fmt.Sprintf("eni-0%016x", r.Uint64()), Account: f.Account, Phase: float64(r.IntN(60))}
			if book.Coarse() {
				h.Eni.Phase = float64(r.IntN(600))
			}
			book.Enter(h.Eni)
			f.Hosts = append(f.Hosts, h)
			e.Hosts = append(e.Hosts, h)
		}
	}
	r.Shuffle(len(e.Hosts), func(i, j int) { e.Hosts[i], e.Hosts[j] = e.Hosts[j], e.Hosts[i] })
	return e
}

// Pick draws one of n by their shares.
func Pick(r *rand.Rand, n int, share func(int) int) int {
	total := 0
	for i := range n {
		total += share(i)
	}
	at, i := r.IntN(total), 0
	for ; at >= share(i); i++ {
		at -= share(i)
	}
	return i
}

func stack(r *rand.Rand, windows, jumbo bool) wire.Stack {
	s := wire.Stack{Timestamps: r.IntN(12) > 0, MSS: 1460, DelayedAck: 0.04, AckEvery: []int{2, 2, 2, 4, 8}[r.IntN(5)],
		Quick: 4 + r.IntN(10), Syn: []float64{1, 2, 4, 8, 16, 32, 64}}
	if r.IntN(3) == 0 { // newer kernels repeat the SYN each second at first
		s.Syn = []float64{1, 1, 1, 1, 1, 2, 4, 8, 16, 32, 64}
	}
	if windows {
		s.Timestamps, s.DelayedAck, s.Quick, s.Syn, s.ProbeByte = r.IntN(6) == 0, []float64{0.04, 0.2}[r.IntN(2)], 0, []float64{3, 6, 12}, true
		if r.IntN(2) == 0 {
			s.Syn = []float64{1, 2, 4, 8, 6}
		}
	}
	switch {
	case jumbo:
		s.MSS = 8961
	case r.IntN(5) == 0:
		s.MSS = []int{1360, 1380, 1398, 1410, 1420}[r.IntN(5)]
	}
	return s
}

// Inside returns a new host of the company that is not logged.
func (f *Firm) Inside(r *rand.Rand) *Host {
	w := r.Float64() < f.windows
	return &Host{IP: f.Net | uint32(r.IntN(24))<<8 | uint32(4+r.IntN(250)), Firm: f, Windows: w, Stack: stack(r, w, f.jumbo),
		Path: wire.Path{RTT: 0.001 + 0.01*r.Float64(), Loss: 1e-5, Rate: 2e7}, port: r.IntN(20000)}
}

// Lan returns a host in a private network beyond the company's own, as an
// office behind a VPN.
func (f *Firm) Lan(r *rand.Rand) *Host {
	h := f.Inside(r)
	h.IP = 192<<24 | 168<<16 | uint32(f.Index*7+r.IntN(4))%256<<8 | uint32(2+r.IntN(250))
	h.Firm, h.Path = nil, wire.Path{RTT: 0.004 + 0.04*r.Float64(), Loss: 2e-4, Rate: 4e6}
	h.Stack.MSS = min(h.Stack.MSS, 1380+20*r.IntN(5))
	return h
}

// World returns a host somewhere on the Internet: a server, or somebody's
// device, which has a worse path.
func World(r *rand.Rand, device bool) *Host {
	h := &Host{IP: public(r), Windows: device && r.IntN(2) == 0, port: r.IntN(20000)}
	h.Stack = stack(r, h.Windows, false)
	h.Path = wire.Path{RTT: 0.002 * math.Exp(r.Float64()*4.7), Loss: 1e-4 * math.Exp(r.Float64()*2.5), Rate: 2e6 * math.Exp(r.Float64()*2.5)}
	if device {
		h.Path.Loss *= 8
		h.Path.RTT += 0.015
		h.Path.Rate /= 5
		h.Stack.MSS = min(h.Stack.MSS, []int{1460, 1452, 1440, 1412, 1400, 1360}[r.IntN(6)])
	}
	return h
}

func public(r *rand.Rand) uint32 {
	for {
		ip := r.Uint32()
		a, b := ip>>24, ip>>16&255
		switch {
		case a < 2 || a == 10 || a == 127 || a >= 224 || a == 100 && b >= 64 && b < 128 || a == 169 && b == 254,
			a == 172 && b >= 16 && b < 32, a == 192 && (b == 168 || b == 0 || b == 88), a == 198 && (b == 18 || b == 19 || b == 51), a == 203 && b == 0,
			ip&255 == 0 || ip&255 == 255:
			continue
		}
		return ip
	}
}

// Link is a connection in the log.
type Link struct {
	wire.Conn
	*flow.Flow
}

// Connect returns a new connection; the proto is 6, 17 or 1. Which of the
// hosts, if any, denies it can be told.
func (e *Estate) Connect(r *rand.Rand, client, server *Host, proto, port int, denies *Host) *Link {
	var taps []flow.Tap
	for _, h := range []*Host{client, server} {
		if h.Eni != nil {
			taps = append(taps, flow.Tap{Eni: h.Eni, Reject: h == denies})
		}
	}
	p := client.Path
	switch {
	case client.Firm != nil && client.Firm == server.Firm:
		p = wire.Path{RTT: 0.0003 + 0.0005*r.Float64(), Loss: 2e-6, Rate: 1e8}
	case client.Firm != nil:
		p = server.Path
	}
	l := &Link{Conn: wire.Conn{Ends: [2]*wire.Stack{&client.Stack, &server.Stack}, Path: p, Rand: r, Datagram: proto != 6}}
	cport := 0
	if proto != 1 {
		cport = client.Port()
	}
	l.Flow = e.Book.Open(uint8(proto), client.IP, uint16(cport), server.IP, uint16(port), taps...)
	l.Sink = l.Flow
	return l
}

// Port returns the next port of the host for a connection of its own.
func (h *Host) Port() int {
	if h.Windows {
		h.port++
		return 49152 + h.port%16384
	}
	h.port += 2 * 4567
	return 32768 + h.port%28231
}
