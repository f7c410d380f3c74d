package mine

import (
	"fmt"

	"makes/v/internal/coin"
	"makes/v/internal/kinds"
	"makes/v/internal/labels"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
	"makes/v/internal/world"
)

// Field is all mining of one world.
type Field struct {
	w      *world.World
	r      *rng.R
	blocks map[string][]float64
	pools  map[string][]*Pool
	fees   map[string]*Pool
	taste  []float64
}

// NewField draws the chains and pools.
func NewField(w *world.World, seed uint64) *Field {
	f := &Field{w: w, r: rng.New(seed, "mining"), blocks: map[string][]float64{}, pools: map[string][]*Pool{}, fees: map[string]*Pool{}}
	for i := range coin.All {
		c := &coin.All[i]
		r := f.r.Split(c.Name)
		f.blocks[c.Name] = c.Blocks(r, w.Length)
		for n := range r.Int(2, 5) {
			f.pools[c.Name] = append(f.pools[c.Name], newPool(w, c, f.blocks[c.Name], n+1, r))
		}
		weight := r.LogN(1, 0.6)
		if i == 0 {
			weight *= 9 // what processors in clouds mostly mine
		} else if c.Dialect == coin.CryptoNote || c.Dialect == coin.KawPow || c.Dialect == coin.Verus {
			weight *= 1.8
		}
		f.taste = append(f.taste, weight)
	}
	return f
}

func (f *Field) coin(r *rng.R) *coin.Coin { return &coin.All[r.Weighted(f.taste)] }

// Work lets the first hosts mine, each in its way.
func (f *Field) Work(ways []string) {
	var star []*world.Host
	for i, way := range ways {
		h := f.w.Hosts[i]
		r := f.r.Split(fmt.Sprint("miner", i))
		switch way {
		case "pool":
			f.pool(h, r)
		case "solo":
			f.solo(h, r)
		case "blocked":
			f.blocked(h, r)
		default:
			star = append(star, h)
		}
	}
	for n := 0; len(star) > 0; n++ {
		r := f.r.Split(fmt.Sprint("star", n))
		k := min(len(star), r.Int(1, 8))
		f.proxy(star[:k], r)
		star = star[k:]
	}
}

// spans draws when a miner runs: mostly always, else a part of the time or in turns.
func (f *Field) spans(r *rng.R) []Span {
	begin, end := -r.Uni(0, 3000), f.w.Length
	if f.w.Length < 6*3600 {
		return []Span{{begin, end}}
	}
	switch u := r.Float64(); {
	case u < 0.18:
		return []Span{{r.Uni(0, end/2), end}}
	case u < 0.28:
		return []Span{{begin, r.Uni(end/3, end)}}
	case u < 0.4:
		var all []Span
		on, off := r.Log(1200, 30000), r.Log(600, 20000)
		for t := begin; t < end; {
			s := Span{t, min(end, t+on*r.Uni(0.7, 1.3))}
			all = append(all, s)
			t = s.To + off*r.Uni(0.7, 1.3)
		}
		return all
	}
	return []Span{{begin, end}}
}

// choice draws the pools of a miner: one and its substitutes.
func (f *Field) choice(c *coin.Coin, r *rng.R) []*Pool {
	all := f.pools[c.Name]
	i := r.IntN(len(all))
	list := []*Pool{all[i]}
	if r.Chance(0.5) && len(all) > 1 {
		list = append(list, all[(i+1)%len(all)])
	}
	return list
}

// pool lets a host mine at a pool, sometimes with several programs or coins.
func (f *Field) pool(h *world.Host, r *rng.R) {
	f.rig(h, r)
	if r.Chance(0.12) {
		f.rig(h, r)
	}
}

func (f *Field) rig(h *world.Host, r *rng.R) {
	c := f.coin(r)
	g := newRig(world.PeerOf(h), h.VPC, c, r)
	g.wear(r)
	pools := f.choice(c, r)
	carry := newCarrier(f.w, g, r)
	for _, span := range f.spans(r) {
		g.Away = nil
		open := g.Wear != "socks" && g.Wear != "vpn"
		if open {
			g.donations(r, span.From, span.To)
		}
		programs := rng.Pick(r, 1, 1, 1, 1, 1, 2, 4)
		if g.Wear == "vpn" {
			programs = 1
		}
		for range programs {
			way := *carry
			s := &session{w: f.w, g: g, pools: pools, kind: "pool", r: f.w.Talk(), share: 1, c: &way}
			s.run(span.From, span.To)
		}
		if open && g.Program.Donate != coin.None {
			f.donate(g, span)
		}
	}
}

// donate lets a rig work for its program's author.
func (f *Field) donate(g *Rig, span Span) {
	key := g.Program.Name + "/" + g.Coin.Name
	p := f.fees[key]
	if p == nil {
		r := f.r.Split("fee" + key)
		p = newPool(f.w, g.Coin, f.blocks[g.Coin.Name], 0, r)
		p.Name = g.Program.Name + "-fee"
		f.fees[key] = p
	}
	own := *g
	own.Away, own.Warm = nil, 0.5
	turns := g.Away
	share := 1.0
	if g.Program.Donate == coin.Parallel {
		turns, share = []Span{span}, g.Program.Fee
	}
	s := &session{w: f.w, g: &own, pools: []*Pool{p}, kind: "donation", r: f.w.Talk(), share: share}
	s.c = newCarrier(f.w, &own, s.r)
	for _, t := range turns {
		s.run(t.From, min(t.To, span.To))
	}
}

// blocked lets a host try pools it cannot reach.
func (f *Field) blocked(h *world.Host, r *rng.R) {
	c := f.coin(r)
	g := newRig(world.PeerOf(h), h.VPC, c, r)
	if r.Chance(0.25 * g.Program.Secure) {
		g.Wear = rng.Pick(r, "tls12", "tls13", "tls13")
	}
	fate := rng.Pick(r, wire.DeniedOut, wire.DeniedOut, wire.DeniedBack, wire.Silent, wire.Silent, wire.Refused, wire.Deaf)
	if r.Chance(0.4) {
		f.w.Ask(h, "dns-own-resolver") // names resolve, only the way on is closed
	}
	spans := f.spans(r)
	for _, p := range f.choice(c, r) {
		spec := &talk.Spec{Port: p.port(g.Wear, r), TLS: p.TLS[g.Wear], Fate: fate, Retry: g.Program.Retry}
		spec.Defaults(r)
		peers := p.Peers[:r.Int(1, len(p.Peers))]
		m := labels.Mining{Coin: c.Name, Kind: "blocked", Pool: p.Name, Size: g.Size, Transport: g.Wear}
		for _, span := range spans {
			t := f.w.Talk()
			for at := span.From; at < span.To; {
				// The name's addresses take turns.
				end := span.To
				if len(peers) > 1 {
					end = min(end, at+t.LogN(1800, 0.8))
				}
				peer := peers[t.IntN(len(peers))]
				talk.Run(spec, world.Ends(g.Host, peer, p.Path), t, at, end)
				label(f.w, g.Host, peer, m)
				at = end
			}
		}
	}
}

// proxy makes a star: workers that talk to a proxy in the private network, and
// the proxy's own connections to the pool.
func (f *Field) proxy(hosts []*world.Host, r *rng.R) {
	c := f.coin(r)
	for c.Dialect == coin.V2 {
		c = f.coin(r)
	}
	pools := f.choice(c, r)
	vpc := hosts[0].VPC
	hub := world.Peer{IP: f.w.PrivateIP(r, vpc), Stack: wire.PeerStack(r)}
	workers := hosts
	if r.Chance(0.6) {
		hub = world.PeerOf(hosts[0])
		workers = hosts[1:]
	}
	near := f.relay(c, pools[0], hub, vpc, r)
	alike := newRig(hub, vpc, c, r) // machines of one farm run one program
	dress := rng.Pick(r, "plain", "plain", "plain", "plain", "plain", "plain", "tls12", "tls13")
	spans := f.spans(r)
	total, each := 0.0, []float64{}
	add := func(p world.Peer, vpc int) {
		t := f.w.Talk()
		g := newRig(p, vpc, c, t)
		g.Program = alike.Program
		g.Wear = dress
		total += g.Rate
		each = append(each, g.Rate)
		s := &session{w: f.w, g: g, pools: []*Pool{near}, kind: "proxy", r: t, share: 1, c: newCarrier(f.w, g, t)}
		for _, span := range spans {
			s.run(span.From+t.Uni(0, 90), span.To)
		}
	}
	for _, h := range workers {
		add(world.PeerOf(h), h.VPC)
	}
	if hub.Host == nil {
		return
	}
	for range int(r.Log(2, 40)) {
		add(world.Peer{IP: f.w.PrivateIP(r, vpc), Stack: wire.HostStack(r)}, vpc)
	}
	f.upstream(hub, c, pools, total, each, vpc, spans, r)
}

// relay is the proxy as its workers see it.
func (f *Field) relay(c *coin.Coin, far *Pool, hub world.Peer, vpc int, r *rng.R) *Pool {
	p := &Pool{Name: far.Name, Coin: c, Peers: []world.Peer{hub}, Path: f.w.Path(r, vpc, kinds.VPC), Jobs: far.Jobs, seed: r.Split("relay")}
	p.Ports = []int{rng.Pick(r, 3333, 3333, 443, 80, 8080, r.Int(1025, 40000))}
	p.TLSPort = p.Ports[0]
	p.TLS = far.TLS
	p.Spread = r.Log(0.0005, 0.02)
	p.Target, p.Start, p.Check = rng.Pick(r, 5.0, 10, 10, 15, 20, 30), r.Log(2, 40), rng.Pick(r, 30.0, 60, 120)
	if r.Chance(0.5) {
		p.Target, p.Start = 0, r.Log(3, 60) // a set difficulty, or that of the pool
	}
	p.Low, p.High, p.Step = 0.3, 3000, 4
	p.Latency = rng.LogN(r.Log(0.0004, 0.003), 0.4)
	if r.Chance(0.4) {
		p.Latency = rng.Plus(far.Path.RTT, far.Latency) // each share waits for the pool
	}
	p.Reject, p.Kick = far.Reject, 86400
	if r.Chance(0.4) {
		p.Keep = rng.Pick(r, 60.0, 120, 300)
	}
	p.Down = talk.Outages(r, f.w.Length)
	return p
}

// upstream plays the proxy's connections to the pool.
func (f *Field) upstream(hub world.Peer, c *coin.Coin, pools []*Pool, total float64, each []float64, vpc int, spans []Span, r *rng.R) {
	g := newRig(hub, vpc, c, r)
	g.wear(r)
	rates := []float64{total}
	if g.Wear != "vpn" && r.Chance(0.25) {
		rates = each // a simple proxy opens a connection for each worker
	}
	g.Size = "fast"
	g.Warm = 5
	carry := newCarrier(f.w, g, r)
	for _, rate := range rates {
		own, way := *g, *carry
		own.Rate = rate
		s := &session{w: f.w, g: &own, pools: pools, kind: "proxy", r: f.w.Talk(), share: 1, c: &way}
		for _, span := range spans {
			s.run(span.From, span.To)
		}
	}
}
