package mine

import (
	"math"

	"makes/v/internal/coin"
	"makes/v/internal/labels"
	"makes/v/internal/rng"
	"makes/v/internal/world"
)

// Span is a stretch of time.
type Span struct{ From, To float64 }

// Rig is a miner program on a host.
type Rig struct {
	Host    world.Peer
	VPC     int
	Program *coin.Program
	Coin    *coin.Coin
	Rate    float64 // 1 to 20 within the coin's range
	Size    string
	Wear    string // transport
	Away    []Span // when it works for the program's author
	Warm    float64
	Keep    float64
}

// newRig draws a program for a coin and the power it has.
func newRig(h world.Peer, vpc int, c *coin.Coin, r *rng.R) *Rig {
	u := r.Float64()
	g := &Rig{Host: h, VPC: vpc, Coin: c, Program: coin.ProgramFor(c, r), Rate: math.Pow(20, u)}
	g.Size = []string{"slow", "middle", "fast"}[min(int(u*3), 2)]
	g.Wear = "plain"
	g.Warm = r.Log(1.5, 40)
	if r.Chance(0.5) {
		g.Keep = rng.Pick(r, 30.0, 60, 60, 120, 300)
	}
	return g
}

// wear draws the transport of a rig that goes out into the internet.
func (g *Rig) wear(r *rng.R) {
	secure := 0.27 * g.Program.Secure
	switch u := r.Float64(); {
	case u < secure*0.3:
		g.Wear = "tls12"
	case u < secure:
		g.Wear = "tls13"
	case u < secure+0.11:
		g.Wear = "socks"
	case u < secure+0.22:
		g.Wear = "vpn"
	}
}

// donations draws when the program works for its author.
func (g *Rig) donations(r *rng.R, from, to float64) {
	p := g.Program
	switch p.Donate {
	case coin.Rounds:
		cycle := 6000.0
		for t := from + cycle*r.Uni(0.5, 1.5); t < to; t += cycle {
			g.Away = append(g.Away, Span{t, t + cycle*p.Fee*1.02})
		}
	case coin.Chunks:
		cycle := r.Pickf(1800, 3600, 5400)
		for t := from + r.Uni(0.2, 1)*cycle; t < to; t += cycle * r.Uni(0.95, 1.05) {
			g.Away = append(g.Away, Span{t, t + cycle*p.Fee})
		}
	}
}

// back is when the rig works for its owner again, at or after a time.
func (g *Rig) back(t float64) float64 {
	for _, a := range g.Away {
		if t >= a.From && t < a.To {
			return a.To
		}
	}
	return t
}

// label notes the pair at the interfaces that see it.
func label(w *world.World, client, server world.Peer, m labels.Mining) {
	if client.Host != nil {
		w.Book.Mine(client.Host.Index, client.IP, server.IP, m)
	}
	if server.Host != nil {
		w.Book.Mine(server.Host.Index, server.IP, client.IP, m)
	}
}
