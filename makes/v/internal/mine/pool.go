// Package mine plays miners: at pools, at nodes, through proxies, and before
// closed doors.
package mine

import (
	"fmt"
	"slices"

	"makes/v/internal/coin"
	"makes/v/internal/kinds"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
	"makes/v/internal/world"
)

// Pool gives work and takes shares; a mining proxy is one towards its workers.
type Pool struct {
	Name    string
	Coin    *coin.Coin
	Peers   []world.Peer
	Ports   []int
	TLSPort int
	TLS     map[string]*wire.TLS
	Path    wire.Path
	Jobs    []float64 // when it has a new job for everyone
	Spread  float64   // seconds within which it tells all its miners
	Every   float64   // a timer of each connection that sends a new job, 0 where there is none
	Target  float64   // seconds between shares that vardiff aims at, 0 for fixed difficulty
	Check   float64   // seconds between its looks at the rate
	Start   float64   // first difficulty, in shares of a middling miner: seconds
	Low     float64   // bounds of the difficulty, in the same measure
	High    float64
	Step    float64 // largest factor of one change
	Latency rng.Dist
	Reject  float64
	Life    rng.Dist // the zero Dist is for ever
	Kick    float64  // seconds without a share after which it hangs up
	Keep    float64  // its TCP keep-alive
	Down    []talk.Outage
	seed    *rng.R
}

// script draws what the pool and one miner say; the pool's part is always the same.
func (p *Pool) script(m *rng.R) *coin.Script { return p.Coin.New(p.seed.Split("script"), m) }

// jobs merges the blocks of the network with the pool's own refreshes.
func jobs(blocks []float64, c *coin.Coin, r *rng.R, length float64) []float64 {
	lag := r.Log(0.05, 1.5)
	throttle := 0.0
	if c.Block < 2 {
		throttle = r.Log(0.4, 3)
	}
	var at []float64
	last := -1e9
	for _, b := range blocks {
		if b-last >= throttle {
			at = append(at, b+r.Exp(lag))
			last = b
		}
	}
	if c.Block > 25 && r.Chance(0.75) {
		// Fees of new transactions make a fresh template worth while.
		every := rng.Pick(r, 10.0, 20, 30, 30, 40, 55, 60, 60, 120)
		regular := r.Chance(0.6)
		for t := -4000.0; t < length; {
			if regular {
				t += every * r.Uni(0.98, 1.02)
			} else {
				t += every * (0.3 + 0.7*r.ExpFloat64())
			}
			at = append(at, t)
		}
	}
	slices.Sort(at)
	return at
}

// newPool makes a pool of a coin.
func newPool(w *world.World, c *coin.Coin, blocks []float64, n int, r *rng.R) *Pool {
	p := &Pool{Name: fmt.Sprintf("%s-pool%d", c.Name, n), Coin: c, seed: r.Split("pool")}
	p.Ports = []int{rng.Pick(r, 3333, 4444, 5555, 7777, 14444, 3032, 8888, 9999, 1111, 20535, r.Int(1025, 30000))}
	for r.Chance(0.35) {
		p.Ports = append(p.Ports, rng.Pick(r, 80, 443, 8080, 3333, 5555, 7777, r.Int(1025, 30000)))
	}
	p.TLSPort = rng.Pick(r, 443, 9000, 5443, 3334, 19999, 8443, r.Int(1025, 30000))
	p.TLS = map[string]*wire.TLS{"tls12": wire.NewTLS("tls12", r), "tls13": wire.NewTLS("tls13", r)}
	p.Path = w.Path(r, 0, kinds.Net)
	for range r.Int(1, 4) {
		p.Peers = append(p.Peers, world.Peer{IP: w.PublicIP(r), Stack: wire.PeerStack(r)})
	}
	p.Jobs = jobs(blocks, c, r, w.Length)
	p.Spread = r.Log(0.005, 0.5)
	if r.Chance(0.15) && c.Block > 10 {
		p.Every = rng.Pick(r, 20.0, 30, 60)
	}
	p.Target = rng.Pick(r, 3.0, 5, 5, 8, 10, 10, 15, 15, 20, 30, 30, 45, 60)
	p.Start = r.Log(2, 60)
	if r.Chance(0.2) {
		p.Target, p.Start = 0, r.Log(4, 90)
	}
	p.Check = rng.Pick(r, 15.0, 30, 60, 90, 120, 150)
	p.Low, p.High, p.Step = r.Log(0.3, 2), r.Log(200, 5000), rng.Pick(r, 2.0, 3, 4, 1.5, 100)
	p.Latency = rng.LogN(r.Log(0.0008, 0.15), r.Uni(0.2, 0.8))
	p.Reject = r.Log(0.0005, 0.03)
	if r.Chance(0.5) {
		p.Life = rng.LogN(r.Log(2500, 60000), 0.9)
	}
	p.Kick = rng.Pick(r, 300.0, 600, 600, 900, 3600)
	if r.Chance(0.5) {
		p.Keep = rng.Pick(r, 60.0, 30, 120, 300, 15)
	}
	p.Down = talk.Outages(r, w.Length)
	return p
}

// port gives the port for a transport.
func (p *Pool) port(transport string, r *rng.R) int {
	if transport == "tls12" || transport == "tls13" {
		return p.TLSPort
	}
	return p.Ports[r.IntN(len(p.Ports))]
}
