package main

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// kind is what a peer is to an interface.
type kind int

const (
	web kind = iota
	storage
	dns
	ntp
	database
	health // checks, which come in
	idle   // a login that fails now and then
	mining
)

// A peer is one address that an interface speaks with.
type peer struct {
	address string
	kind    kind
	v6      bool
	port    int     // of the service
	active  float64 // share of the windows
	flows   float64 // a window, on average
	jobs    float64 // mining: a window
	shares  float64 // mining: a window
}

// An eni is one network interface.
type eni struct {
	id, account, ip4, ip6 string
	nitro                 bool // one-minute records
	miner                 bool
	heard                 bool // some line names it
	peers                 []peer
}

var (
	pools    = []string{"107.181.183.242", "45.76.15.201", "199.231.85.124"}
	accounts = []string{"123456789010", "210987654321", "345678901234"}
)

func ip4(r *rand.Rand, first int) string {
	return fmt.Sprintf("%d.%d.%d.%d", first, r.IntN(256), r.IntN(256), 1+r.IntN(254))
}

func ip6(r *rand.Rand, prefix string) string {
	return fmt.Sprintf("%s:%x:%x:%x:%x:%x", prefix, r.IntN(65536), r.IntN(65536), r.IntN(65536), r.IntN(65536), r.IntN(65536))
}

// newFleet draws the interfaces and their peers. The miners come first.
func newFleet(c config) []eni {
	r := rand.New(rand.NewPCG(c.Seed, 7))
	var shared []string // endpoints that many interfaces use
	for range 200 {
		shared = append(shared, ip4(r, []int{52, 54, 3, 18, 34}[r.IntN(5)]))
	}
	miners := max(2, int(math.Ceil(float64(c.Interfaces)*c.Mining)))
	fleet := make([]eni, c.Interfaces)
	for i := range fleet {
		e := &fleet[i]
		*e = eni{
			id: fmt.Sprintf("eni-0%016x", r.Uint64()), account: accounts[i%3],
			ip4: fmt.Sprintf("10.%d.%d.%d", i>>16&255, i>>8&255, i&255), ip6: ip6(r, "2600:1f18:42a"), nitro: i%3 == 2,
		}
		if i < miners {
			e.miner = true
			e.peers = append(e.peers, peer{address: pools[i%3], kind: mining, port: 3333, active: .985, flows: 1, jobs: 12 + 20*r.Float64(), shares: 4 + 80*r.Float64()*r.Float64()})
		}
		e.peers = append(e.peers, peer{address: "10.0.0.2", kind: dns, port: 53, active: .9, flows: 6},
			peer{address: "169.254.169.123", kind: ntp, port: 123, active: .95, flows: 2})
		for len(e.peers) < c.Peers {
			e.peers = append(e.peers, newPeer(r, shared))
		}
	}
	return fleet
}

// newPeer draws an ordinary peer.
func newPeer(r *rand.Rand, shared []string) peer {
	p := peer{v6: r.Float64() < .06}
	switch x := r.Float64(); {
	case x < .35:
		p.kind, p.port, p.active, p.flows = web, 443, .08+.5*r.Float64(), 1+5*r.ExpFloat64()
	case x < .60:
		p.kind, p.port, p.active, p.flows = storage, 443, .2+.6*r.Float64(), 1+2*r.ExpFloat64()
	case x < .72:
		p.kind, p.port, p.active, p.flows = database, []int{3306, 5432, 6379, 9092}[r.IntN(4)], .9, 1+1.5*r.ExpFloat64()
	case x < .80:
		p.kind, p.port, p.active, p.flows = health, 8080, .98, 4
	default:
		p.kind, p.port, p.active, p.flows = idle, 22, .03, 1
	}
	switch {
	case p.v6:
		p.address = ip6(r, "2a05:d018:7")
	case p.kind == storage && r.Float64() < .7:
		p.address = shared[r.IntN(len(shared))]
	case p.kind == database || p.kind == health:
		p.address = fmt.Sprintf("10.%d.%d.%d", 128+r.IntN(8), r.IntN(256), 1+r.IntN(254))
	default:
		p.address = ip4(r, 1+r.IntN(9)*20+13)
	}
	return p
}
