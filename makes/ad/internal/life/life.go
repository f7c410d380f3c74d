// Package life gives hosts their ordinary life: roles, services that they use
// and that others use too, and clients of what they serve.
package life

import (
	"math"
	"strings"

	"makes/ad/internal/kinds"
	"makes/ad/internal/place"
	"makes/ad/internal/rnd"
	"makes/ad/internal/talk"
	"makes/ad/internal/tcp"
)

// roles of hosts: how often they use which sorts of programs.
var roles = []struct {
	weight int
	sorts  string
	pairs  [2]float64
	serves float64
}{
	{3, "nnnxid", [2]float64{20, 70}, 0.4},  // nodes of chains
	{3, "xxxniwd", [2]float64{20, 50}, 0.2}, // trading
	{3, "pppwd", [2]float64{25, 80}, 0.4},   // peers
	{3, "cccid", [2]float64{20, 50}, 0.1},   // computing
	{4, "wwwwcpd", [2]float64{25, 70}, 0},   // desktops
	{4, "iiiwd", [2]float64{20, 60}, 0.5},   // servers
	{4, "dddwip", [2]float64{20, 50}, 0.3},  // programs of one's own
	{2, "nxpcwidd", [2]float64{30, 80}, 0.3},
	{1, "wi", [2]float64{3, 9}, 0}, // hardly anything
}

type offer struct {
	s     *kinds.Service
	peers []uint32
	os    []*tcp.OS
	hosts []*place.Host // those of the peers that are ours
}

type life struct {
	p      *place.Place
	kinds  map[byte][]*kinds.Kind
	offers map[*kinds.Kind][]*offer
	served []*kinds.Kind
	dns    []uint32
	ours   []*place.Host // hosts that may run services for the others
}

// Live runs the ordinary life of all hosts. The first ones mine; they use
// services, but run none for the others, so that no pair is both.
func Live(p *place.Place, miners int) {
	l := &life{p: p, kinds: map[byte][]*kinds.Kind{}, offers: map[*kinds.Kind][]*offer{}, ours: p.Hosts[miners:]}
	for _, k := range kinds.All() {
		l.kinds[k.Role[0]] = append(l.kinds[k.Role[0]], k)
		if k.Served {
			l.served = append(l.served, k)
		}
	}
	l.dns = []uint32{p.Inner(), p.Inner(), p.Outer()}
	for n, h := range p.Hosts {
		l.host(rnd.New(p.Seed, "life", n), h)
	}
}

func (l *life) host(r *rnd.R, h *place.Host) {
	total := 0
	for _, a := range roles {
		total += a.weight
	}
	at := r.IntN(total)
	role := roles[0]
	for _, a := range roles {
		if at -= a.weight; at < 0 {
			role = a
			break
		}
	}
	want := int(r.Log(role.pairs[0], role.pairs[1]))
	done := map[*kinds.Kind]bool{}
	for tries := 0; want > 0 && tries < 200; tries++ {
		of := l.kinds[role.sorts[r.IntN(len(role.sorts))]]
		k := of[r.IntN(len(of))]
		if done[k] {
			continue
		}
		done[k] = true
		want -= l.use(r, h, k, want)
	}
	if r.Chance(role.serves) {
		l.serve(r, h)
	}
	if r.Chance(0.35) {
		l.dead(r, h, role.sorts)
	}
	l.datagrams(r, h)
	if r.Chance(0.3) {
		l.scans(r, h)
	}
}

// offer finds a service of a kind; there are more of them where there are more hosts.
func (l *life) offer(r *rnd.R, k *kinds.Kind) *offer {
	known := l.offers[k]
	if n := len(known); n > 0 && (n > len(l.p.Hosts)/120 || r.Chance(0.7)) {
		return known[r.IntN(n)]
	}
	o := &offer{s: k.Service(rnd.New(l.p.Seed, "service "+k.Name, len(known)), l.p.Chains)}
	n := o.s.Peers
	if n > 1 {
		n *= r.Int(2, 5)
	} else if r.Chance(0.3) {
		n = r.Int(2, 4)
	}
	inner := k.Role == "i" && r.Chance(0.75) || strings.Contains("cxnd", k.Role) && r.Chance(0.2)
	for range n {
		ip, os := uint32(0), tcp.Server(r)
		var own *place.Host
		switch {
		case inner && len(l.ours) > 0 && r.Chance(0.3):
			own = l.ours[r.IntN(len(l.ours))]
			ip, os = own.IP, own.OS
		case inner:
			ip = l.p.Inner()
		default:
			ip = l.p.Outer()
		}
		o.peers, o.os, o.hosts = append(o.peers, ip), append(o.os, os), append(o.hosts, own)
	}
	l.offers[k] = append(known, o)
	return o
}

// use a service, with no more than so many pairs, and give their number.
func (l *life) use(r *rnd.R, h *place.Host, k *kinds.Kind, most int) int {
	o := l.offer(r, k)
	order := r.Perm(len(o.peers))
	n := min(max(1, int(float64(o.s.Peers)*r.Uni(0.6, 1)+0.5)), len(order), max(1, most))
	for _, i := range order[:n] {
		a := place.Far(r, o.peers[i], o.os[i])
		there := o.hosts[i]
		if there == h {
			continue
		}
		l.p.Ordinary(h, a.IP, k.Name)
		open := func() *tcp.Conn { return l.p.Dial(r, h, a, o.s.Port, false) }
		if there != nil {
			l.p.Ordinary(there, h.IP, k.Name)
			open = func() *tcp.Conn { return l.p.Between(r, h, there, o.s.Port) }
		}
		own := o.s.Proto
		own.Streams = vary(r, own.Streams)
		for range o.s.Parallel {
			l.live(r, o.s, &own, open)
		}
	}
	return n
}

// vary makes the clocks of a client its own, unless they are set by the service.
func vary(r *rnd.R, of []talk.Stream) []talk.Stream {
	out := append([]talk.Stream(nil), of...)
	for i := range out {
		switch out[i].Clock.Rhythm {
		case talk.Every, talk.Idle, talk.Blocks, talk.Refresh:
		default:
			out[i].Clock.Mean *= r.Log(0.6, 1.7)
		}
	}
	return out
}

// live opens one connection after another.
func (l *life) live(r *rnd.R, s *kinds.Service, proto *talk.Proto, open func() *tcp.Conn) {
	span := l.p.Span
	if s.Work {
		zone := r.Uni(6, 11) * 3600
		for day := -1.0; day*86400 < span; day++ {
			t := day*86400 + zone + r.Exp(1200)
			stop := t + 3600*r.Uni(6, 10)
			for t < stop && t < span {
				end := min(t+r.Exp(s.Lifetime), stop)
				if end > 0 && t >= 0 {
					talk.Run(proto, open(), r, t, end, span, false)
				}
				t = end + r.Exp(s.Pause)
			}
		}
		return
	}
	life := func() float64 {
		if s.Steady {
			return s.Lifetime * r.Uni(0.8, 1.2)
		}
		return r.Exp(s.Lifetime)
	}
	t := 0.0
	if old := r.Chance(s.Lifetime / (s.Lifetime + s.Pause)); old {
		end := life() * r.Float64()
		if s.Lifetime > 86400 {
			end = r.Exp(s.Lifetime)
		}
		talk.Run(proto, open(), r, 0, end, span, true)
		t = end
	}
	for {
		// What follows a cut comes at once, or after a while; polls keep their pace.
		pause := r.Exp(s.Pause)
		if s.Steady {
			pause = s.Pause * r.Uni(0.9, 1.1)
		}
		t += pause + 0.1
		if t >= span || math.IsNaN(t) {
			return
		}
		end := t + life()
		talk.Run(proto, open(), r, t, end, span, false)
		t = end
	}
}

// serve some kinds to many.
func (l *life) serve(r *rnd.R, h *place.Host) {
	for range r.Int(1, 2) {
		k := l.served[r.IntN(len(l.served))]
		s := k.Service(r, l.p.Chains)
		clients := int(min(r.Pareto(4, 0.9), 260))
		inner := k.Role == "i" || r.Chance(0.2)
		for range clients {
			a := place.Far(r, 0, tcp.Client(r))
			if inner {
				a = place.Far(r, l.p.Inner(), tcp.Cloud(r))
			} else {
				a.IP = l.p.Outer()
			}
			l.p.Ordinary(h, a.IP, k.Name)
			own := s.Proto
			own.Streams = vary(r, own.Streams)
			// Clients have lives of their own: some stay, some look in.
			mine := *s
			mine.Parallel = 1
			if clients > 40 || r.Chance(0.4) {
				mine.Lifetime = min(mine.Lifetime, r.Log(20, 20000))
				mine.Pause = max(mine.Pause, r.Log(600, 90000))
			}
			l.live(r, &mine, &own, func() *tcp.Conn { return l.p.Serve(r, h, a, s.Port, false) })
		}
	}
}
