package kinds

import (
	"makes/v/internal/flow"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// ssh is a session's key exchange; what goes on inside is up to the caller.
func ssh(r *rng.R) *spec {
	p := &spec{Port: 22, Hello: []talk.Step{c(steady(r, 21, 42)), s(steady(r, 21, 42)), c(steady(r, 1100, 1600)), s(steady(r, 900, 1200)), c(rng.Fix(1208)), s(steady(r, 1400, 1700)), c(rng.Fix(16)), c(rng.Fix(44)), s(rng.Fix(44)), c(steady(r, 60, 700)), s(rng.Fix(52)), c(steady(r, 300, 700)), s(rng.Fix(28))}}
	return p
}

// shells are remote logins.
func shells() []Kind {
	const g = "shell"
	return []Kind{
		{"ssh-shell", g, Visit, func(r *rng.R) *spec {
			p := ssh(r)
			p.Quiet, p.Session = r.Uni(0.05, 0.4), rng.LogN(r.Log(600, 7000), 0.9)
			p.Loops = []talk.Loop{office(loop(some(r, 3, 30), c(rng.Fix(36)), s(rng.Mix(rng.Fix(36), 0.3, loose(r, 60, 1500, 0.8))).After(think(r, 0.0005, 0.02))), 0.6)}
			if r.Chance(0.6) {
				p.Loops = append(p.Loops, loop(often(r, 60, 30, 15), c(rng.Fix(52)), s(rng.Fix(28))))
			}
			return p
		}},
		{"ssh-idle-forgotten", g, Either, func(r *rng.R) *spec {
			p := ssh(r)
			p.Keep = keep(r, 0.7, 60, 7200)
			p.Loops = []talk.Loop{loop(often(r, 30, 60, 120, 300), c(rng.Fix(52)), s(rng.Fix(28)))}
			return p
		}},
		{"ssh-top-refresh", g, Visit, func(r *rng.R) *spec {
			p := ssh(r)
			p.Quiet, p.Session = r.Uni(0.1, 0.8), rng.LogN(9000, 0.8)
			p.Loops = []talk.Loop{loop(rng.Jit(r.Pickf(3, 2, 1, 5, 10), 0.01), s(loose(r, 400, 2800, 0.2)))}
			return p
		}},
		{"ssh-reverse-tunnel", g, Net, func(r *rng.R) *spec {
			p := ssh(r)
			p.Port = rng.Pick(r, 22, 22, 443, 2222)
			p.Loops = []talk.Loop{loop(often(r, 15, 30, 60), c(rng.Fix(52)), s(rng.Fix(28))), office(loop(some(r, 60, 3000), s(loose(r, 100, 1500, 0.8)), c(loose(r, 200, 9000, 0.9)).After(think(r, 0.01, 0.2))), 0.6)}
			return p
		}},
		{"ansible-run", g, Visit, func(r *rng.R) *spec {
			p := ssh(r)
			p.Lazy, p.Idle = true, 60
			p.Loops = []talk.Loop{loop(some(r, 1800, 20000), c(loose(r, 3000, 90000, 0.5)).Times(rng.Uni(5, 30), rng.Exp(1.5)), s(loose(r, 300, 3000, 0.5)).Times(rng.Uni(5, 30), rng.Exp(1.5)))}
			return p
		}},
		{"mosh-session", g, Visit, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: r.Int(60001, 60100), Quiet: r.Uni(0.1, 0.6), Session: rng.LogN(9000, 0.8), Loops: []talk.Loop{loop(rng.Jit(3, 0.01), c(steady(r, 60, 80))), loop(rng.Jit(3, 0.01), s(steady(r, 60, 80))), office(loop(some(r, 3, 40), c(steady(r, 70, 110)), s(loose(r, 80, 500, 0.6))), 0.7)}}
		}},
		{"rdp-session", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: 3389, TLS: wire.NewTLS("tls12", r), Quiet: r.Uni(0.1, 0.4), Session: rng.LogN(4000, 0.8), Loops: []talk.Loop{office(loop(some(r, 2, 6), c(steady(r, 20, 80)), s(loose(r, 100, 6000, 1))), 0.5)}}
		}},
		{"rdp-disconnected-idle", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: 3389, TLS: wire.NewTLS("tls12", r), Keep: [2]float64{0, r.Pickf(60, 300)}, Quiet: r.Uni(0.3, 0.8), Session: rng.LogN(9000, 0.6), Loops: []talk.Loop{loop(often(r, 1, 10, 60), s(steady(r, 30, 300)))}}
		}},
		{"pcoip-desktop", g, Visit, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 4172, CPort: 50002, Quiet: r.Uni(0.1, 0.4), Session: rng.LogN(7000, 0.6), Loops: []talk.Loop{loop(rng.Exp(r.Log(0.1, 0.4)), s(loose(r, 200, 1200, 0.5)), c(steady(r, 70, 130)).Maybe(0.5))}}
		}},
		{"vnc-view", g, Either, func(r *rng.R) *spec {
			return &spec{Port: r.Int(5900, 5910), Quiet: r.Uni(0.1, 0.4), Session: rng.LogN(3000, 0.8), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(1, 0.5, 2), 0.2), c(rng.Fix(10)), s(loose(r, 30, 9000, 1.2)))}}
		}},
		{"teleport-node", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 3024, 443, 3025), TLS: maybeTLS(r, 0.6), Loops: []talk.Loop{loop(often(r, 5, 15, 60), c(steady(r, 52, 160)), s(steady(r, 28, 120))), loop(rng.Jit(60, 0.1), c(loose(r, 700, 2500, 0.1)), s(steady(r, 60, 200)))}}
		}},
		{"web-terminal", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Hello: upgrade(r), Frame: 6, Quiet: r.Uni(0.1, 0.5), Session: rng.LogN(3000, 0.8), Loops: []talk.Loop{loop(often(r, 5, 30, 60), c(steady(r, 1, 40)), s(steady(r, 1, 40)).Maybe(0.5)), office(loop(some(r, 3, 30), c(steady(r, 20, 120)), s(loose(r, 30, 900, 0.8))), 0.6)}}
		}},
		{"docker-remote-events", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 2375, 2376), TLS: maybeTLS(r, 0.5), Loops: []talk.Loop{loop(often(r, 10, 30, 60), c(steady(r, 110, 240)), s(loose(r, 900, 9000, 0.05))), loop(some(r, 20, 600), s(loose(r, 300, 900, 0.3)))}}
		}},
	}
}

// tunnels are virtual private networks and routing peers.
func tunnels() []Kind {
	const g = "vpn"
	inner := func(r *rng.R) []talk.Loop {
		return []talk.Loop{loop(some(r, 3, 60), c(loose(r, 90, 900, 0.6)).Times(rng.Uni(1, 4), rng.Exp(0.05)), s(loose(r, 90, 1300, 0.6)).Times(rng.Uni(1, 6), rng.Exp(0.02)))}
	}
	return []Kind{
		{"openvpn-udp", g, Either, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 1194, CPort: rng.Pick(r, 0, 1194), Loops: append(inner(r), loop(rng.Jit(10, 0.01), c(rng.Fix(40))), loop(rng.Jit(10, 0.01), s(rng.Fix(40))))}
		}},
		{"openvpn-tcp", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 1194, 443), Loops: append(inner(r), loop(rng.Jit(10, 0.01), c(rng.Fix(42))), loop(rng.Jit(10, 0.01), s(rng.Fix(42))))}
		}},
		{"wireguard-idle", g, Either, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 51820, CPort: r.Int(40000, 60000), Loops: []talk.Loop{loop(rng.Jit(25, 0.005), c(rng.Fix(32))), loop(rng.Jit(120, 0.02), c(rng.Fix(148)), s(rng.Fix(92)))}}
		}},
		{"wireguard-busy", g, Either, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 51820, CPort: r.Int(40000, 60000), Loops: append(inner(r), loop(rng.Jit(120, 0.02), c(rng.Fix(148)), s(rng.Fix(92))))}
		}},
		{"ipsec-natt", g, Net, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 4500, CPort: 4500, Loops: append(inner(r), loop(rng.Jit(20, 0.01), c(rng.Fix(1))), loop(rng.Jit(r.Pickf(10, 30), 0.02), s(rng.Fix(84)), c(rng.Fix(84))))}
		}},
		{"sstp-tunnel", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.NewTLS("tls12", r), Loops: append(inner(r), loop(rng.Jit(60, 0.02), c(rng.Fix(8)), s(rng.Fix(8))), loop(rng.Jit(30, 0.02), s(rng.Fix(14)), c(rng.Fix(14))))}
		}},
		{"anyconnect-dtls", g, Net, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 443, Loops: append(inner(r), loop(rng.Jit(r.Pickf(20, 30), 0.02), c(rng.Fix(r.Pickf(53, 77))), s(rng.Fix(53))))}
		}},
		{"zero-trust-connector", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 7844), TLS: wire.NewTLS("tls13", r), Hello: hello2(r), Frame: 9, Conns: r.Int(2, 4), Loops: []talk.Loop{loop(often(r, 5, 15, 30), c(rng.Fix(17)), s(rng.Fix(17))), office(loop(some(r, 10, 400), s(loose(r, 200, 1500, 0.6)), c(loose(r, 200, 9000, 0.9)).After(think(r, 0.005, 0.2))), 0.6)}}
		}},
		{"bgp-session", g, Corp, func(r *rng.R) *spec {
			return &spec{Port: 179, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(60, 30, 10, 20), 0.12), c(rng.Fix(19))), loop(rng.Jit(r.Pickf(60, 30, 10), 0.12), s(rng.Fix(19))), loop(some(r, 200, 5000), s(loose(r, 45, 300, 0.5)))}}
		}},
		{"socks-relay-app", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 1080, 9050), Hello: []talk.Step{c(rng.Fix(3)), s(rng.Fix(2)), c(steady(r, 10, 40)), s(rng.Fix(10))}, Life: rng.LogN(1500, 1), Loops: []talk.Loop{loop(some(r, 3, 60), c(loose(r, 200, 1500, 0.6)), s(loose(r, 200, 5000, 0.9)).After(think(r, 0.03, 0.3)))}}
		}},
		{"tor-relay-circuit", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 9001), TLS: wire.NewTLS("tls13", r), Loops: []talk.Loop{loop(some(r, 4, 10), c(rng.Fix(514)).Maybe(0.6)), loop(some(r, 4, 10), s(rng.Fix(514)).Times(rng.Uni(1, 4), rng.Exp(0.05)))}}
		}},
		{"stunnel-service", g, Net, func(r *rng.R) *spec {
			return &spec{Port: r.Int(1024, 20000), TLS: wire.AnyTLS(r), Keep: keep(r, 0.6, 30, 300), Loops: []talk.Loop{loop(some(r, 4, 60), c(loose(r, 60, 700, 0.4)), s(loose(r, 40, 500, 0.4)).After(think(r, 0.005, 0.2)))}}
		}},
	}
}
