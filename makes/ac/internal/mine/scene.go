package mine

import (
	"fmt"
	"math"

	"makes/ac/internal/life"
	"makes/ac/internal/rnd"
	"makes/ac/internal/tcp"
	"makes/ac/internal/wire"
)

// scene is all mining of a run.
type scene struct {
	r       *rnd.R
	w       *life.World
	known   map[string][]*pool
	proxies []*life.Iface // of ours on which mining proxies run
	fronts  []front
	end     float64
	donate  *pool
	asked   bool // somebody polls a node already; not all have one of their own
}

// front is a proxy on one of our interfaces, which others may use.
type front struct {
	p    *pool
	c    coin
	port int
}

// Run lets the first interfaces mine.
func Run(r *rnd.R, w *life.World, miners int, kinds string) error {
	s := &scene{r: r, w: w, known: map[string][]*pool{}, end: w.Log.End}
	s.donate = s.newPool(r.Fork(), coins[0], "donate-01")
	acts := map[string]func(*rnd.R, *life.Iface){"pool": s.pool, "solo": s.solo, "proxy": s.proxy, "blocked": s.blocked}
	turn := []string{"pool", "solo", "pool", "proxy", "pool", "blocked"}
	if kinds != "all" {
		if acts[kinds] == nil {
			return fmt.Errorf("-kinds %q", kinds)
		}
		turn = []string{kinds}
	}
	for i := range miners {
		acts[turn[i%len(turn)]](r.Fork(), w.Ifaces[i])
	}
	return nil
}

func (s *scene) coin(r *rnd.R) coin {
	total := 0
	for _, c := range coins {
		total += c.chance
	}
	x := r.N(total)
	for _, c := range coins {
		if x -= c.chance; x < 0 {
			return c
		}
	}
	return coins[0]
}

func (s *scene) rig(r *rnd.R, c coin) *rig {
	return &rig{r: r, c: c, w: speak(r, c), power: r.LogU(1, 20), life: drawHabit(r)}
}

func (m *rig) size() string {
	return []string{"slow", "middle", "fast"}[min(2, int(3*math.Log(m.power)/math.Log(20)))]
}

// label names a pair that mines.
func (s *scene) label(f *life.Iface, peer uint32, kind string, m *rig, pool, transport string) {
	s.w.Taken[life.Pair(f.IP, peer)] = true
	s.w.Name(f.IP, peer, "mining\t"+m.c.name+"-"+transport,
		fmt.Sprintf("kind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s", kind, m.c.name, pool, m.size(), transport))
}

// path leads from an interface to a pool by some transport.
func (s *scene) path(r *rnd.R, f *life.Iface, p *pool, c coin, transport string) *way {
	y := &way{w: s.w, r: r.Fork(), f: f, host: p.host, port: rnd.Pick(r, p.ports...), rtt: p.rtt * r.Between(.9, 1.1), loss: p.loss,
		rate: p.rate, peer: rnd.Pick(r, p.addrs...)}
	plain := "plain"
	switch c.dialect {
	case "getwork":
		plain = "h1"
	case "astro":
		plain = "ws"
		if transport == "tls12" || transport == "tls13" {
			plain = "ws" + transport[3:]
		}
	}
	y.layers = wire.Draw(r, plain)
	switch transport {
	case "tls12", "tls13":
		if plain == "plain" {
			y.layers = wire.Draw(r, "t"+transport[3:])
		}
	case "socks": // to somebody else's proxy, or a Tor client nearby
		y.layers.Socks = true
		y.outside, y.port = r.LogU(.02, .6), rnd.Pick(r, 1080, 9050, 9150, 10808, 4145, r.Int(10000, 60000))
		y.peer, y.host, y.rtt = s.w.Address(r), tcp.Draw(r, "server"), r.LogU(.004, .2)
		if r.Chance(.4) {
			y.peer, y.rtt = s.w.Private(r, f.Company), r.LogU(.0003, .002)
		}
	case "vpn":
		y.layers.Tunnel = rnd.Pick(r, 24, 41, 53, 69)
		y.outside, y.port = r.LogU(.005, .1), rnd.Pick(r, 443, 1194, 22, 992, 8443, r.Int(1025, 65000))
		y.peer, y.host, y.rtt = s.w.Address(r), tcp.Draw(r, "server"), r.LogU(.004, .15)
	}
	return y
}

func transport(r *rnd.R) string {
	return rnd.Pick(r, "plain", "plain", "plain", "plain", "tls13", "tls13", "tls13", "tls12", "tls12", "socks", "vpn")
}

// pool is an interface behind which one or several miners use a pool.
func (s *scene) pool(r *rnd.R, f *life.Iface) {
	c := s.coin(r)
	ps := s.pools(c)
	first := r.Zipf(len(ps), 1.1)
	p, other := ps[first], ps[(first+1)%len(ps)]
	via := transport(r)
	n := 1
	if r.Chance(.2) { // several behind one address
		n = r.Int(2, 7)
	}
	lead := s.rig(r.Fork(), c)
	y := s.path(r, f, p, c, via)
	fail := s.path(r, f, other, c, via)
	if y.layers.Socks || y.layers.Tunnel > 0 { // both go through the same one
		fail.peer, fail.host, fail.port = y.peer, y.host, y.port
	}
	s.label(f, y.peer, "pool", lead, p.name, via)
	for i := range n {
		m := lead
		if i > 0 {
			m = s.rig(r.Fork(), c)
		}
		if s.work(r.Fork(), m, p, y, other, fail) {
			s.label(f, fail.peer, "pool", lead, other.name, via)
		}
	}
	if c.dialect == "cryptonote" && r.Chance(.4) {
		s.donation(r.Fork(), f, lead, via)
	}
}

// work runs a miner through all its hours, and says whether it has been at its
// second pool.
func (s *scene) work(r *rnd.R, m *rig, p *pool, y *way, p2 *pool, y2 *way) bool {
	retry, tries := rnd.Pick(r, 5.0, 5, 5, 3, 10, 15, 30), rnd.Pick(r, 1, 3, 5, 1000000)
	moved := false
	old := m.life.start == 0 && r.Chance(.75)
	t := m.life.wake(r.Exp(40))
	if old {
		t = m.life.wake(0)
		old = t == 0
	}
	for t < s.end {
		at, way := p, y
		if end, down := p.down(t); down {
			for i := 0; i < tries && t < min(end, s.end); i++ {
				t = y.knock(t, 20, rnd.Pick(r, "", "", "rst")) + retry
			}
			if t >= s.end {
				break
			}
			if t < end && p2 != nil {
				if _, both := p2.down(t); !both {
					at, way, moved = p2, y2, true
				}
			}
			if at == p && t < end {
				t += retry
				continue
			}
		}
		k, begun := way.open(t, old)
		stop := m.life.sleep(r, t)
		cut := t + r.Exp(at.lifetime)
		until := min(stop, cut, at.upTo(t, s.end), s.end)
		if at != p { // back as soon as the first one is
			end, _ := p.down(t)
			until = min(until, end+r.LogU(1, 300))
		}
		t = m.session(k, at, way, begun, max(begun+.5, until), !old)
		old = false
		if t >= s.end {
			k.C.Close(s.end+1, 0, "none")
			break
		}
		if t >= stop {
			k.Close(t, wire.Client, rnd.Pick(r, "fin", "fin", "rst", "mute"))
			t = m.life.back(r, t)
		} else {
			k.Close(t, wire.Server, rnd.Pick(r, "fin", "rst", "mute"))
			t += retry
		}
	}
	return moved
}

// donation is the author's part of a miner's time, about a minute in a hundred.
func (s *scene) donation(r *rnd.R, f *life.Iface, m *rig, via string) {
	if via == "vpn" || via == "socks" {
		return
	}
	y := s.path(r, f, s.donate, m.c, via)
	round := 100 * 60 * rnd.Pick(r, 1, 1, 1, .5)
	for t := r.Between(.5, 1) * round; t < s.end; t += round * r.Between(.95, 1.05) {
		if m.life.wake(t) > t {
			continue
		}
		s.label(f, y.peer, "donation", m, s.donate.name, via)
		k, at := y.open(t, false)
		at = m.session(k, s.donate, y, at, at+60*r.Between(.9, 1.6), true)
		k.Close(at, wire.Client, "fin")
	}
}
