// Package world is the simulated estate: networks, interfaces, what they are for,
// and the ordinary conversations they hold.
package world

import (
	"fmt"

	"makes/v/internal/flow"
	"makes/v/internal/kinds"
	"makes/v/internal/labels"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/vpclog"
	"makes/v/internal/wire"
)

// Host is one network interface.
type Host struct {
	Index    uint16
	IP       uint32
	VPC      int
	Stack    *wire.Stack
	Zone     float64
	Tap      *flow.Tap
	From, To float64
	role     *role
}

// World holds everything.
type World struct {
	Hosts  []*Host
	Names  []vpclog.Name
	Book   *labels.Book
	Length float64
	r      *rng.R
	nets   []network
	used   map[uint32]bool
	byVPC  [][]*Host
	byName map[string][]*service
	groups map[string][]kinds.Kind
	all    []kinds.Kind
	talks  int
}

type network struct {
	account string
	base    uint32
	zone    float64
	subnets []uint32
	jumbo   bool
}

// Config says how large a world is.
type Config struct {
	Seed       uint64
	Interfaces int
	Miners     int // the first so many live through the whole time
	Hours      int
	Interval   float64
}

// New lays out networks and interfaces.
func New(c Config, sink flow.Sink) *World {
	w := &World{Book: labels.New(), Length: float64(c.Hours) * 3600, r: rng.New(c.Seed, "world"),
		used: map[uint32]bool{}, byName: map[string][]*service{}, groups: map[string][]kinds.Kind{}}
	kinds.Horizon = w.Length
	w.all = kinds.All()
	for _, k := range w.all {
		w.groups[k.Group] = append(w.groups[k.Group], k)
	}
	r := w.r.Split("layout")
	for range 1 + c.Interfaces/45 {
		w.nets = append(w.nets, newNetwork(r))
	}
	w.byVPC = make([][]*Host, len(w.nets))
	tastes := tastes(r)
	for i := range c.Interfaces {
		h := &Host{Index: uint16(i), VPC: r.IntN(len(w.nets)), Stack: wire.HostStack(r), To: w.Length}
		h.Zone = w.nets[h.VPC].zone
		h.IP = w.PrivateIP(r, h.VPC)
		h.role = &roles[r.Weighted(tastes)]
		if i >= c.Miners && c.Hours >= 6 && r.Chance(0.15) {
			h.From = r.Uni(0, w.Length*0.7)
			h.To = min(w.Length, h.From+r.Log(3600, w.Length))
		}
		h.Tap = flow.NewTap(h.Index, c.Interval, h.From, h.To, sink, r.Split(fmt.Sprint("tap", i)))
		w.Hosts = append(w.Hosts, h)
		if !h.role.spare() {
			w.byVPC[h.VPC] = append(w.byVPC[h.VPC], h)
		}
		w.Names = append(w.Names, vpclog.Name{Account: w.nets[h.VPC].account, Eni: fmt.Sprintf("eni-0%016x", r.Uint64())})
	}
	return w
}

// tastes makes one estate differ from the next in what its hosts are for.
func tastes(r *rng.R) []float64 {
	t := make([]float64, len(roles))
	for i := range roles {
		t[i] = roles[i].weight * r.LogN(1, 0.5)
	}
	return t
}

func newNetwork(r *rng.R) network {
	n := network{account: fmt.Sprintf("%012d", r.Int64N(899999999999)+100000000000), jumbo: r.Chance(0.75)}
	n.zone = rng.Pick(r, -8, -6, -5, 0, 1, 1, 2, 5.5, 8, 9, 10)
	switch r.IntN(4) {
	case 0:
		n.base = 172<<24 | uint32(r.Int(16, 31))<<16
	case 1:
		n.base = 192<<24 | 168<<16
	default:
		n.base = 10<<24 | uint32(r.Int(0, 255))<<16
	}
	for range r.Int(2, 6) {
		n.subnets = append(n.subnets, n.base|uint32(r.IntN(16))<<12)
	}
	return n
}

// Talk gives the random stream of the next conversation.
func (w *World) Talk() *rng.R {
	w.talks++
	return w.r.Split(fmt.Sprint("talk", w.talks))
}

// Close writes what remains of each interface's log.
func (w *World) Close() {
	for _, h := range w.Hosts {
		h.Tap.Close()
	}
}

// Peer is the other end of a conversation, simulated or not.
type Peer struct {
	Host  *Host
	IP    uint32
	Stack *wire.Stack
}

// PeerOf is a simulated host as a peer.
func PeerOf(h *Host) Peer { return Peer{h, h.IP, h.Stack} }

// Near picks an interface of a network, if it has one.
func (w *World) Near(vpc int, r *rng.R) *Host {
	if len(w.byVPC[vpc]) == 0 {
		return nil
	}
	return w.byVPC[vpc][r.IntN(len(w.byVPC[vpc]))]
}

// Life is when both ends are there.
func Life(a, b Peer, length float64) (from, to float64) {
	to = length
	for _, p := range []Peer{a, b} {
		if p.Host != nil {
			from, to = max(from, p.Host.From), min(to, p.Host.To)
		}
	}
	return from, to
}

// Ends joins two peers by a path.
func Ends(client, server Peer, path wire.Path) *talk.Ends {
	e := &talk.Ends{Path: path, Client: client.Stack, Server: server.Stack}
	e.Path.IP = [2]uint32{client.IP, server.IP}
	for i, p := range []Peer{client, server} {
		if p.Host != nil {
			e.Path.Taps[i] = p.Host.Tap
			e.Zone = p.Host.Zone
		}
	}
	return e
}
