package mine

import (
	"fmt"
	"slices"

	"makes/aa/internal/flow"
	"makes/aa/internal/push"
	"makes/aa/internal/rng"
	"makes/aa/internal/tcp"
)

// turns are the kinds in turn.
var turns = []string{"pool", "solo", "pool", "proxy", "pool", "blocked"}

// Known tells whether there are miners of that kind.
func Known(kinds string) bool { return kinds == "all" || slices.Contains(turns, kinds) }

// field is all mining of a seed.
type field struct {
	net   *flow.Net
	seed  uint64
	r     *rng.R
	pools [][]*pool
	made  int
	donee *pool
	proxy *pool // at one of our interfaces
	left  int   // workers it still takes
}

// Run lets hosts mine.
func Run(net *flow.Net, seed uint64, hosts []*push.Host, kinds string) {
	f := &field{net: net, seed: seed, r: rng.New(seed, 51), pools: make([][]*pool, len(coins))}
	deck := []int(nil)
	for i, h := range hosts {
		kind := kinds
		if kinds == "all" {
			kind = turns[i%len(turns)]
		}
		if len(deck) == 0 { // all coins come, those at the front more often
			for c := range coins {
				deck = append(deck, c)
				if c < 12 {
					deck = append(deck, c)
				}
			}
		}
		at := f.r.N(len(deck))
		c := deck[at]
		deck = slices.Delete(deck, at, at+1)
		switch kind {
		case "pool":
			f.pool(h, f.at(c))
		case "solo":
			f.solo(h, &coins[c])
		case "proxy":
			f.proxied(h, c)
		case "blocked":
			f.blocked(h, f.at(c))
		}
	}
}

// at gives a pool of a coin, an old one or a new.
func (f *field) at(c int) *pool {
	if list := f.pools[c]; len(list) > 0 && (len(list) >= 5 || f.r.P(.4)) {
		return rng.Pick(f.r, list)
	}
	f.made++
	p := newPool(f.net, f.seed, &coins[c], f.made)
	f.pools[c] = append(f.pools[c], p)
	return p
}

func label(net *flow.Net, iface int, remote uint32, kind string, p *pool, size, transport string) {
	net.Mining(iface, remote, p.coin.name+"-"+transport, fmt.Sprintf("kind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s",
		kind, p.coin.name, p.name, size, transport))
}

func (f *field) pool(h *push.Host, p *pool) {
	transport := rng.Pick(f.r, transports)
	n := 1
	if f.r.P(.15) {
		n = f.r.Int(2, 4)
	}
	ways := []*way{newWay(f.net, f.r, p, transport, true)}
	if len(p.addrs) > 1 && transport != "socks" && transport != "vpn" {
		ways = append(ways, newWay(f.net, f.r, p, transport, false))
	}
	for range n {
		g := newRig(h, rng.New(f.r.Bits()), p.d)
		for _, w := range ways {
			label(f.net, h.Iface, w.addr, "pool", p, g.size(), transport)
		}
		f.work(p, g, ways, f.troubles(p))
		if p.d.name == "cryptonote" && f.r.P(.4) {
			f.donate(p, g)
		}
	}
}

// troubles are when a pool cannot be reached.
func (f *field) troubles(p *pool) [][2]float64 {
	r := rng.New(f.seed, 52, uint64(p.port), uint64(p.addrs[0]))
	var all [][2]float64
	for t := r.Exp(150000); t < f.net.End; t += r.Exp(150000) {
		long := r.LogU(20, 9000)
		all = append(all, [2]float64{t, t + long})
		t += long
	}
	return all
}

// work keeps a rig at a pool, over all breaks.
func (f *field) work(p *pool, g *rig, ways []*way, outages [][2]float64) {
	for _, span := range g.host.Spans {
		t := span[0]
		joined := t > 0 || g.r.P(.1)
		if joined {
			t += g.r.LogU(2, 1500)
		}
		which := 0
		for t < span[1] {
			w := ways[which%len(ways)]
			until := t + g.r.LogU(2, 900)*3600
			down := false
			for _, o := range outages {
				if o[1] > t && o[0] < until && which%len(ways) == 0 {
					until, down = max(o[0], t), true
					break
				}
			}
			until = min(until, span[1])
			if until > t {
				f.sit(p, g, w, t, until, joined)
			}
			joined = true
			t = until + g.r.LogU(.3, 20)
			if down {
				t = f.knock(p, g, w, t, outages, len(ways) > 1)
				which++
			} else if which > 0 && g.r.P(.7) {
				which = 0
			}
		}
	}
}

func (f *field) sit(p *pool, g *rig, w *way, t, until float64, joined bool) {
	s := &sitting{p: p, g: g, l: w.link(p, g)}
	if joined {
		t = s.login(w.open(s.l, g, t))
	} else {
		s.l.C.Running(t)
	}
	s.mine(t, until, joined)
	f.leave(s.l, g, until)
}

func (f *field) leave(l *push.Link, g *rig, t float64) {
	switch {
	case t >= f.net.End:
		l.C.Quiet(t)
		l.C.Drop()
	case g.r.P(.25):
		l.C.Vanish(tcp.Up, t, 200)
	case g.r.P(.3):
		l.C.Reset(g.r.N(2), t)
	default:
		l.C.Close(g.r.N(2), t)
	}
}

// knock tries in vain until the outage is over, or a few times if there is
// another pool to go to.
func (f *field) knock(p *pool, g *rig, w *way, t float64, outages [][2]float64, other bool) float64 {
	over := t
	for _, o := range outages {
		if o[0] <= t && o[1] > over {
			over = o[1]
		}
	}
	how := rng.Pick(g.r, []tcp.Refusal{tcp.Silent, tcp.Shut})
	pause := g.retry.pause
	for n := 0; t < over && (!other || n < 5); n++ {
		a, b := w.peers(p, g)
		t = tcp.Fail(f.net, g.r, w.path, a, b, t, how, g.retry.patience) + pause*g.r.U(.98, 1.1)
		pause = min(pause*g.retry.grow, g.retry.most)
	}
	return t
}

// donate goes to the author's pool for a minute in a hundred.
func (f *field) donate(p *pool, g *rig) {
	if f.donee == nil {
		f.made++
		f.donee = newPool(f.net, f.seed, &coins[1], f.made)
		f.donee.d, f.donee.name = named("cryptonote"), "donation"
	}
	d := *f.donee
	d.coin, d.jobs = p.coin, p.jobs
	transport := "plain"
	if g.r.P(.5) {
		transport = "tls13"
	}
	w := newWay(f.net, g.r, &d, transport, true)
	label(f.net, g.host.Iface, w.addr, "donation", &d, g.size(), transport)
	for _, span := range g.host.Spans {
		for t := span[0] + g.r.U(2970, 8900)*g.r.U(.1, 1); t < span[1]; t += g.r.U(5800, 6100) {
			f.sit(&d, g, w, t, min(t+g.r.U(58, 64), span[1]), true)
		}
	}
}

// blocked never gets through, or only for some hours.
func (f *field) blocked(h *push.Host, p *pool) {
	transport := rng.Pick(f.r, transports[:6])
	g := newRig(h, rng.New(f.r.Bits()), p.d)
	how := rng.Pick(g.r, []tcp.Refusal{tcp.Rejected, tcp.Silent, tcp.Shut})
	ways := []*way{newWay(f.net, g.r, p, transport, true)}
	if len(p.addrs) > 1 && g.r.P(.6) {
		ways = append(ways, newWay(f.net, g.r, p, transport, false))
	}
	for _, w := range ways {
		label(f.net, h.Iface, w.addr, "blocked", p, g.size(), transport)
	}
	open := [2]float64{f.net.End, f.net.End}
	if g.r.P(.25) {
		open[0] = g.r.F() * f.net.End * .8
		open[1] = min(open[0]+g.r.LogU(3600, 20000), f.net.End)
	}
	for _, span := range h.Spans {
		pause, which := g.retry.pause, 0
		for t := span[0] + g.r.F()*60; t < span[1]; {
			w := ways[which/3%len(ways)]
			if t >= open[0] && t < open[1] {
				until := min(open[1], span[1])
				f.sit(p, g, w, t, until, true)
				t, pause = until+g.retry.pause, g.retry.pause
				continue
			}
			a, b := w.peers(p, g)
			t = tcp.Fail(f.net, g.r, w.path, a, b, t, how, g.retry.patience) + pause*g.r.U(.97, 1.12)
			pause = min(pause*g.retry.grow, g.retry.most)
			which++
		}
	}
}
