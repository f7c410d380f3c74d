package mine

import (
	"fmt"

	"makes/ac/internal/life"
	"makes/ac/internal/rnd"
	"makes/ac/internal/tcp"
	"makes/ac/internal/wire"
)

// solo is a miner that asks a node itself, or has one of its own.
func (s *scene) solo(r *rnd.R, f *life.Iface) {
	c := s.coin(r)
	m := s.rig(r.Fork(), c)
	m.life.start = 0
	name := fmt.Sprintf("%s-node-%02d", c.name, r.Int(1, 30))
	if s.asked && r.Chance(.3) {
		s.peers(r, f, m, name)
		return
	}
	m.life.hidden = m.life.hidden && s.asked
	s.asked = true
	y := &way{w: s.w, r: r.Fork(), f: f, host: tcp.Draw(r, "server"), rate: 3e6,
		port: rnd.Pick(r, 18081, 18089, 8332, 9332, 8545, 22555, 16110, 12973, 9053, 443, r.Int(1025, 65000))}
	if r.Chance(.5) {
		y.peer, y.rtt = s.w.Private(r, f.Company), r.LogU(.0002, .002)
	} else {
		y.peer, y.rtt = s.w.Address(r), r.LogU(.005, .2)
	}
	via := rnd.Pick(r, "plain", "plain", "plain", "tls12", "tls13")
	y.layers = wire.Draw(r, "h1")
	if via != "plain" {
		y.layers = wire.Draw(r, "h1s")
		for y.layers.TLS != int(via[3]-'0')*10+int(via[4]-'0') {
			y.layers = wire.Draw(r, "h1s")
		}
	}
	s.label(f, y.peer, "solo", m, name, via)
	s.template(r, m, y)
	if r.Chance(.2) {
		s.peers(r, f, m, name)
	}
}

// template asks a daemon for blocks to work on, by polling or by a question
// that is answered when there is a new one.
func (s *scene) template(r *rnd.R, m *rig, y *way) {
	every := rnd.Pick(r, 1.0, 1, 2, 3, 5, 10, 20)
	ask, height := r.Int(90, 190), r.Int(60, 120)
	size := r.LogU(900, 60000)
	both := r.Chance(.5) // asks for the height, and only then for a template
	long := !both && r.Chance(.35)
	lasting := r.Chance(.7)
	t := m.life.wake(0)
	for t < s.end {
		k, at := y.open(t, lasting && t == 0)
		stop := min(m.life.sleep(r, at), at+r.Exp(2*86400), s.end)
		block := at + r.Exp(m.c.block)
		grown := .2
		for at < stop {
			at = k.Send(at, wire.Client, ask)
			switch {
			case long:
				at = k.Send(min(max(at, block), at+60, stop), wire.Server, int(size*grown)+600)
			case both && at < block:
				at = k.Send(at+.001, wire.Server, height)
			default:
				if both {
					at = k.Send(at+.001, wire.Server, height)
					at = k.Send(at+.001, wire.Client, ask+r.Int(90, 110))
				}
				at = k.Send(at+r.Exp(.004), wire.Server, int(size*grown*r.Between(.95, 1.05))+400)
			}
			if at >= block {
				block, grown = at+r.Exp(m.c.block), .05
				if r.Chance(.002) { // found one
					at = k.Send(at, wire.Client, int(size)+200)
					at = k.Send(at+.05, wire.Server, 60)
				}
			}
			grown = min(1, grown+every/m.c.block)
			if !long {
				at += every * r.Between(.99, 1.02)
			}
			if !lasting {
				k.Close(min(at, s.end-1e-3), wire.Client, "fin")
				if at < stop {
					k, at = y.open(at, false)
				}
			}
		}
		if at >= s.end {
			k.C.Close(s.end+1, 0, "none")
			return
		}
		k.Close(at, wire.Client, "fin")
		t = m.life.back(r, at)
	}
}

// peers are those of the miner's own node.
func (s *scene) peers(r *rnd.R, f *life.Iface, m *rig, name string) {
	port := rnd.Pick(r, 18080, 8333, 9333, 30303, 16111, 22556, 9030, 9973)
	tick := rnd.Pick(r, 30.0, 60, 60, 120)
	for range r.Int(8, 16) {
		y := &way{w: s.w, r: r.Fork(), f: f, peer: s.w.Address(r), host: tcp.Draw(r, "server"), port: port,
			rtt: r.LogU(.01, .25), rate: 1e6, loss: r.LogU(1e-6, 1e-3), layers: wire.Draw(r, "plain")}
		s.label(f, y.peer, "node", m, name, "plain")
		for t := r.Exp(30); t < s.end; {
			k, at := y.open(t, r.Chance(.6))
			stop := min(at+r.Pareto(900, .9, 3*86400), s.end)
			block, tx, ping := at+r.Exp(m.c.block), at+r.Exp(8), at+tick
			for at < stop {
				switch at = min(block, tx, ping); at {
				case block:
					k.Send(at, y.r.N(2), int(y.r.LogU(200, 20000)))
					block = at + y.r.Exp(m.c.block)
				case tx:
					k.Send(at, y.r.N(2), int(y.r.LogU(60, 4000)))
					tx = at + y.r.Exp(8)
				default:
					k.Send(at, wire.Client, 33+y.r.N(2)*200)
					k.Send(at+.01, wire.Server, 33+y.r.N(2)*300)
					ping = at + tick
				}
			}
			if at >= s.end {
				k.C.Close(s.end+1, 0, "none")
				break
			}
			k.Close(at, y.r.N(2), "fin")
			t = at + y.r.Exp(120)
		}
	}
}

// proxy is an interface on which a mining proxy runs, or that mines by one.
func (s *scene) proxy(r *rnd.R, f *life.Iface) {
	if len(s.fronts) > 0 && r.Chance(.45) {
		i := r.N(len(s.fronts))
		s.worker(r, s.proxies[i], s.fronts[i], f.IP, f.Host)
		return
	}
	c := s.coin(r)
	if r.Chance(.4) {
		c = coins[1]
	}
	ps := s.pools(c)
	p := rnd.Pick(r, ps...)
	inner := s.newPool(r.Fork(), c, p.name) // what the proxy is to its workers
	inner.refresh, inner.outages, inner.loss = p.refresh, nil, 0
	fr := front{inner, c, rnd.Pick(r, 3333, 80, 443, 8080, 5555, 14444, r.Int(1025, 65000))}
	if r.Chance(.3) { // a proxy whose log is not ours
		y := &way{w: s.w, r: r.Fork(), f: f, peer: s.w.Private(r, f.Company), host: tcp.Draw(r, "server"), port: fr.port,
			rtt: r.LogU(.0002, .002), rate: 1e7, layers: wire.Draw(r, "plain")}
		m := s.rig(r.Fork(), c)
		m.life.start = 0
		s.label(f, y.peer, "proxy", m, p.name, "plain")
		s.work(r.Fork(), m, inner, y, nil, nil)
		return
	}
	s.proxies, s.fronts = append(s.proxies, f), append(s.fronts, fr)
	up := s.rig(r.Fork(), c)
	up.power, up.life = 20, habit{yield: 1, wave: 3600, killed: 1e12, restart: 1e12}
	via := transport(r)
	y := s.path(r, f, p, c, via)
	s.label(f, y.peer, "proxy", up, p.name, via)
	for range rnd.Pick(r, 1, 1, 2, 3) { // some have a connection for every so many workers
		s.work(r.Fork(), up, p, y, nil, nil)
	}
	for range r.Int(2, 7) {
		s.worker(r, f, fr, s.w.Private(r, f.Company), tcp.Draw(r, "server"))
	}
}

// worker mines by a proxy on an interface of ours.
func (s *scene) worker(r *rnd.R, f *life.Iface, fr front, ip uint32, host *tcp.Host) {
	if f.IP == ip {
		return
	}
	m := s.rig(r.Fork(), fr.c)
	y := &way{w: s.w, r: r.Fork(), f: f, peer: ip, host: host, in: true, port: fr.port, rtt: r.LogU(.0002, .002), rate: 1e7,
		layers: wire.Draw(r, "plain")}
	s.label(f, ip, "proxy", m, fr.p.name, "plain")
	s.work(r.Fork(), m, fr.p, y, nil, nil)
}

// blocked is a miner that reaches nobody, and tries by its own timers.
func (s *scene) blocked(r *rnd.R, f *life.Iface) {
	c := s.coin(r)
	m := s.rig(r.Fork(), c)
	ps := s.pools(c)
	answer := rnd.Pick(r, "reject", "reject", "", "", "rst")
	// XMRig, lolMiner, T-Rex, cgminer, PhoenixMiner, and a loop in a shell
	timer := rnd.Pick(r, [2]float64{5, 20}, [2]float64{5, 20}, [2]float64{5, 20}, [2]float64{10, 30}, [2]float64{10, 10}, [2]float64{30, 60},
		[2]float64{20, 15}, [2]float64{60, 127})
	turns := rnd.Pick(r, 1, 3, 5, 5)
	first := r.N(len(ps))
	var ways []*way
	for i := range r.Int(1, 2) {
		p := ps[(first+i)%len(ps)]
		ways = append(ways, s.path(r, f, p, c, "plain"))
		s.label(f, ways[i].peer, "blocked", m, p.name, "plain")
	}
	m.life.start = 0
	stop, tries := m.life.sleep(r, 0), 0
	for t := m.life.wake(r.F() * 20); t < s.end; tries++ {
		if t > stop {
			t = m.life.back(r, t)
			stop = m.life.sleep(r, t)
		}
		y := ways[tries/turns%len(ways)]
		v := y.views()[0]
		if answer == "reject" {
			v.Reject()
		}
		t = tcp.Knock(v, f.Host, t, timer[1], answer, y.rtt) + timer[0]*r.Between(.99, 1.03)
	}
}
