package mine

import (
	_ "embed"
	"math/rand/v2"

	"makes/t/internal/apps"
)

//go:embed nodes.txt
var nodes string

// NewNodes draws installations of all kinds of nodes, each with its miners;
// a program's name begins with the coin's.
func NewNodes(r *rand.Rand) []*apps.Service {
	var all []*apps.Service
	for _, p := range apps.Parse(nodes) {
		for range 5 {
			all = append(all, apps.NewService(&p, r, nil))
		}
	}
	return all
}

// Proxy is a mining proxy behind an interface, with the pools it works for
// and its workers.
type Proxy struct {
	Upstream []*Rig
	Workers  []*Rig
}

// NewProxy draws a proxy for a pool; worker gives the address of a worker.
func NewProxy(h *apps.Host, r *rand.Rand, p *Pool, transport string, worker func() uint32) *Proxy {
	n := int(logUniform(r, 5, 200))
	end := h.Iface.End()
	simple := r.Float64() < 0.3 // shares are passed on one by one over a few connections
	x := &Proxy{}
	folded := float64(n)
	ups := 1 + n/256
	if simple {
		ups = min(n, 2+r.IntN(6))
	}
	for range ups {
		m := &Rig{Host: h, Pool: p, Addr: p.Addrs[r.IntN(len(p.Addrs))], Rate: logUniform(r, 1, 20), Fold: folded / float64(ups), Transport: transport,
			Spans: []apps.Span{{From: 0, To: end}}}
		if r.Float64() < 0.3 { // the proxy asks for a difficulty of its own
			m.Target, m.Fold = logUniform(r, 0.3, 20), 1
		}
		m.Prepare(r)
		x.Upstream = append(x.Upstream, m)
	}
	inside := *p // the proxy's own protocol toward its workers
	inside.target, inside.idleKick, inside.down, inside.stack = logUniform(r, 6, 90), 0, 0, h.Stack
	inside.stale /= 4
	port := []uint16{3333, 3333, 4444, 443, 80, 8080, 7777, uint16(1024 + r.IntN(40000))}[r.IntN(8)]
	plain := "plain"
	if r.Float64() < 0.15 {
		plain = "tls13"
	}
	for range n {
		m := &Rig{Host: h, Pool: &inside, Addr: worker(), Rate: logUniform(r, 1, 20), Fold: 1, Transport: plain, AsPool: true, Near: true, Port: port,
			Spans: []apps.Span{{From: 0, To: end}}}
		if r.Float64() < 0.1 {
			from := end * r.Float64() * 0.8
			m.Spans[0] = apps.Span{From: from, To: from + (end-from)*r.Float64()}
		}
		m.Prepare(r)
		x.Workers = append(x.Workers, m)
	}
	return x
}
