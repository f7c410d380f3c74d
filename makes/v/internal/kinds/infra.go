package kinds

import (
	"makes/v/internal/flow"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// infra is what every host needs: names, time, directory.
func infra() []Kind {
	const g = "infra"
	return []Kind{
		{"dns-own-resolver", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 53, Lazy: true, Idle: 0.3, Loops: []talk.Loop{office(loop(some(r, 20, 300), c(steady(r, 40, 70)).Times(rng.Uni(1, 2), rng.Exp(0.001)), s(loose(r, 70, 300, 0.4)).Times(rng.Uni(1, 2), rng.Exp(0.001)).After(think(r, 0.001, 0.05))), 0.4)}}
		}},
		{"dns-over-tls", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 853, TLS: wire.NewTLS("tls13", r), Lazy: true, Idle: r.Pickf(10, 60, 120), Loops: []talk.Loop{loop(some(r, 20, 120), c(rng.Fix(130)), s(rng.Fix(470)).After(think(r, 0.005, 0.05)))}}
		}},
		{"ntp-pool", g, Net, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 123, CPort: rng.Pick(r, 123, 0), Loops: []talk.Loop{loop(often(r, 64, 256, 1024, 1024, 512), c(rng.Fix(48)), s(rng.Fix(48)))}}
		}},
		{"ldap-directory", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 389, 636), TLS: maybeTLS(r, 0.5), Lazy: r.Chance(0.6), Idle: r.Pickf(60, 900, 300), Keep: keep(r, 0.4, 60, 600), Loops: []talk.Loop{office(loop(some(r, 10, 300), c(loose(r, 120, 400, 0.3)), s(loose(r, 150, 3000, 0.7)).After(think(r, 0.001, 0.02))), 0.5)}}
		}},
		{"kerberos-kdc", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 88, Lazy: true, Idle: 0.02, Loops: []talk.Loop{loop(some(r, 300, 4000), c(loose(r, 250, 1800, 0.3)), s(loose(r, 250, 1800, 0.3)))}}
		}},
		{"ad-netlogon", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 445, 135, r.Int(49664, 49720)), Lazy: true, Idle: r.Pickf(10, 900), Loops: []talk.Loop{loop(some(r, 200, 4000), c(loose(r, 200, 900, 0.3)).Times(rng.Uni(2, 7), rng.Exp(0.005)), s(loose(r, 150, 900, 0.4)).Times(rng.Uni(2, 7), rng.Exp(0.005)))}}
		}},
		{"ad-gc-query", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 3268, Lazy: true, Idle: 120, Loops: []talk.Loop{office(loop(some(r, 30, 900), c(loose(r, 250, 700, 0.2)), s(loose(r, 300, 4000, 0.5))), 0.8)}}
		}},
		{"dhcp-like-ipam", g, VPC, func(r *rng.R) *spec {
			return poll(r, 443, often(r, 300, 900), steady(r, 400, 900), loose(r, 400, 5000, 0.1), 1)
		}},
		{"apt-mirror", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 80, 443), TLS: maybeTLS(r, 0.4), Lazy: true, Idle: 5, Loops: []talk.Loop{loop(some(r, 9000, 60000), c(rng.Fix(180)).Times(rng.Uni(2, 9), rng.Exp(0.1)), s(rng.LogN(r.Log(3e4, 4e6), 1.2)))}}
		}},
		{"container-registry", g, Either, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: 30, Loops: []talk.Loop{loop(some(r, 3000, 40000), c(rng.Fix(700)).Times(rng.Uni(2, 6), rng.Exp(0.1)), s(rng.LogN(r.Log(5e5, 4e7), 1.2)).After(think(r, 0.05, 0.4)))}}
		}},
		{"ocsp-crl", g, Net, func(r *rng.R) *spec {
			return poll(r, 80, some(r, 1800, 20000), steady(r, 180, 340), loose(r, 600, 9000, 0.3), 0)
		}},
		{"radius-auth", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 1812, Lazy: true, Idle: 10, Loops: []talk.Loop{office(loop(some(r, 20, 900), c(loose(r, 120, 300, 0.2)), s(loose(r, 60, 300, 0.3)).After(think(r, 0.003, 0.1))), 0.7)}}
		}},
	}
}

// bulks are backups and transfers.
func bulks() []Kind {
	const g = "bulk"
	return []Kind{
		{"nightly-backup", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 22, 9102, 10101), TLS: maybeTLS(r, 0.5), Lazy: true, Idle: 30, Rate: r.Log(3e6, 6e7), Loops: []talk.Loop{loop(often(r, 86400, 43200), c(rng.LogN(r.Log(2e7, 1.5e9), 0.8)), s(rng.Fix(300)))}}
		}},
		{"rsync-hourly", g, VPC, func(r *rng.R) *spec {
			p := ssh(r)
			p.Lazy, p.Idle, p.Rate = true, 1, r.Log(5e6, 5e7)
			p.Loops = []talk.Loop{loop(often(r, 3600, 900, 14400), c(loose(r, 2000, 90000, 0.4)), s(loose(r, 2000, 90000, 0.4)), c(rng.LogN(r.Log(5e4, 3e7), 1.3)), s(rng.Fix(100)))}
			return p
		}},
		{"object-upload", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: 20, Rate: r.Log(2e7, 2e8), Loops: []talk.Loop{loop(some(r, 300, 9000), c(rng.LogN(r.Log(2e5, 6e7), 1.2)), s(rng.Fix(420)).After(think(r, 0.02, 0.2)))}}
		}},
		{"ftp-like-drop", g, Corp, func(r *rng.R) *spec {
			p := ssh(r)
			p.Lazy, p.Idle, p.Rate = true, 1, r.Log(1e6, 2e7)
			p.Loops = []talk.Loop{loop(often(r, 300, 900, 3600), c(loose(r, 100, 400, 0.3)).Times(rng.Uni(3, 12), rng.Exp(0.1)), s(loose(r, 100, 3000, 0.8)).Times(rng.Uni(3, 12), rng.Exp(0.1)), c(rng.LogN(r.Log(2e3, 3e6), 1.2)).Maybe(0.4))}
			return p
		}},
		{"video-upload", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 1935), TLS: maybeTLS(r, 0.6), Quiet: 0.04, Session: rng.LogN(1200, 0.7), Loops: []talk.Loop{loop(rng.Jit(1, 0.1), c(loose(r, 6e4, 6e5, 0.2)), s(rng.Fix(60)).Maybe(0.1))}}
		}},
		{"etl-extract", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 5432, 3306, 1433, 5439), TLS: maybeTLS(r, 0.5), Lazy: true, Idle: 10, Rate: r.Log(3e6, 8e7), Loops: []talk.Loop{loop(often(r, 900, 3600, 14400, 86400), c(loose(r, 300, 3000, 0.4)), s(rng.LogN(r.Log(2e5, 2e8), 1.2)).After(rng.LogN(1.5, 1)))}}
		}},
		{"warehouse-copy", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: 20, Rate: r.Log(2e7, 2e8), Loops: []talk.Loop{loop(often(r, 600, 1800, 3600), c(rng.Fix(1100)).Times(rng.Uni(3, 20), rng.Exp(0.3)), s(rng.LogN(r.Log(1e6, 8e7), 1)))}}
		}},
		{"vm-image-replication", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 1500, TLS: wire.AnyTLS(r), Rate: r.Log(2e6, 3e7), Loops: []talk.Loop{loop(some(r, 20, 200), c(rng.LogN(r.Log(1e5, 6e6), 1)), s(rng.Fix(64))), loop(rng.Jit(r.Pickf(15, 60), 0.02), c(rng.Fix(64)), s(rng.Fix(64)))}}
		}},
	}
}

// scans are strangers at the door and own sweeps.
func scans() []Kind {
	const g = "scan"
	doors := []int{22, 23, 80, 443, 445, 3389, 5432, 6379, 8080, 8443, 3306, 1433, 5060, 2375, 9200, 27017, 25, 110, 5900, 8545, 3333, 4444, 18081, 8332}
	return []Kind{
		{"internet-scan", g, Visit, func(r *rng.R) *spec {
			p := &spec{Port: rng.Pick(r, doors...), Fate: wire.DeniedIn, Lazy: true}
			if r.Chance(0.3) {
				p.Port = r.Int(1, 65535)
			}
			p.Retry = talk.Retry{First: r.Log(4000, 90000), Factor: 1, Max: 90000, Jitter: 0.5, Patience: r.Pickf(0.5, 0.5, 2, 8)}
			p.Loops = []talk.Loop{loop(rng.Exp(40000), c(rng.Fix(40)))}
			return p
		}},
		{"udp-scan", g, Visit, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: rng.Pick(r, 53, 123, 161, 1900, 5060, 11211, 389, 69), Fate: wire.DeniedIn, Lazy: true, Retry: talk.Retry{First: r.Log(4000, 90000), Factor: 1, Max: 90000, Jitter: 0.5, Patience: 1},
				Loops: []talk.Loop{loop(rng.Exp(40000), c(steady(r, 8, 90)))}}
		}},
		{"ssh-bruteforce", g, Visit, func(r *rng.R) *spec {
			p := ssh(r)
			p.Lazy, p.Idle = true, 2
			p.Quiet, p.Session = 0.05, rng.LogN(500, 1)
			p.Loops = []talk.Loop{loop(some(r, 8, 120), c(rng.Fix(148)), s(rng.Fix(84)).After(rng.LogN(1.6, 0.3)))}
			return p
		}},
		{"rdp-bruteforce", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: 3389, TLS: wire.NewTLS("tls12", r), Lazy: true, Idle: 0.5, Quiet: 0.06, Session: rng.LogN(1200, 1), Loops: []talk.Loop{loop(some(r, 6, 90), c(rng.Fix(320)), s(rng.Fix(260)).After(rng.LogN(0.2, 0.4)))}}
		}},
		{"vulnerability-scanner", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, doors...), Fate: rng.Pick(r, wire.Refused, wire.DeniedIn, wire.Silent), Lazy: true, Retry: talk.Retry{First: r.Log(900, 9000), Factor: 1, Max: 9000, Jitter: 0.3, Patience: 3}, Loops: []talk.Loop{loop(rng.Exp(5000), c(rng.Fix(60)))}}
		}},
		{"web-probe", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 80, 443), TLS: maybeTLS(r, 0.4), Lazy: true, Idle: 0.5, Loops: []talk.Loop{loop(some(r, 4000, 60000), c(steady(r, 90, 400)), s(steady(r, 180, 900)))}}
		}},
	}
}

// things are devices out in the field.
func things() []Kind {
	const g = "iot"
	return []Kind{
		{"mqtt-device", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8883, 1883), TLS: maybeTLS(r, 0.6), Hello: []talk.Step{c(steady(r, 40, 160)), s(rng.Fix(4))}, Life: rng.LogN(30000, 1), Loops: []talk.Loop{loop(often(r, 30, 60, 120, 300), c(rng.Fix(2)), s(rng.Fix(2))), loop(rng.Jit(r.Log(10, 600), 0.1), c(loose(r, 60, 600, 0.2)), s(rng.Fix(4)).Maybe(0.5))}}
		}},
		{"coap-sensor", g, Visit, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: rng.Pick(r, 5683, 5684), Loops: []talk.Loop{loop(rng.Jit(r.Log(30, 900), 0.1), c(loose(r, 30, 160, 0.2)), s(steady(r, 8, 40)))}}
		}},
		{"lora-gateway-forward", g, Visit, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 1700, CPort: r.Int(30000, 60000), Loops: []talk.Loop{loop(often(r, 5, 10, 30), c(rng.Fix(12)), s(rng.Fix(4))), loop(often(r, 30), c(steady(r, 110, 240)), s(rng.Fix(4))), loop(some(r, 4, 60), c(loose(r, 180, 320, 0.1)), s(rng.Fix(4)))}}
		}},
		{"modbus-poll", g, Corp, func(r *rng.R) *spec {
			return &spec{Port: 502, Loops: []talk.Loop{loop(often(r, 1, 2, 5, 10, 60), c(rng.Fix(12)), s(steady(r, 11, 260)).After(think(r, 0.01, 0.1)))}}
		}},
		{"opcua-subscription", g, Corp, func(r *rng.R) *spec {
			return &spec{Port: 4840, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(0.5, 1, 5, 10), 0.02), s(loose(r, 120, 900, 0.3)), c(rng.Fix(120))), loop(often(r, 5, 10), c(rng.Fix(110)), s(rng.Fix(120)))}}
		}},
		{"gps-tracker-tcp", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: r.Int(5000, 9000), Life: rng.LogN(4000, 1), Gap: some(r, 10, 300), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(10, 30, 60, 120), 0.2), c(loose(r, 45, 300, 0.3)), s(steady(r, 4, 20)).Maybe(0.7)), loop(often(r, 180, 300), c(rng.Fix(16)), s(rng.Fix(10)))}}
		}},
		{"smart-meter-head-end", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: 4059, Lazy: true, Idle: r.Pickf(30, 120), Loops: []talk.Loop{loop(often(r, 900, 1800, 3600), c(steady(r, 60, 120)), s(steady(r, 60, 120)), c(loose(r, 200, 1500, 0.3)))}}
		}},
		{"ocpp-charge-point", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 80), TLS: maybeTLS(r, 0.8), Hello: upgrade(r), Frame: 6, Loops: []talk.Loop{loop(often(r, 60, 300, 900), c(rng.Fix(62)), s(rng.Fix(70))), loop(often(r, 30, 60), c(rng.Fix(2)), s(rng.Fix(2))), office(loop(some(r, 60, 900), c(loose(r, 250, 900, 0.2)), s(steady(r, 30, 60))), 0.5)}}
		}},
		{"camera-relay", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 554, 8554), Quiet: 0.06, Session: rng.LogN(600, 0.8), Loops: []talk.Loop{loop(rng.Jit(1, 0.1), c(loose(r, 3e4, 3e5, 0.3)))}}
		}},
		{"p2p-keepalive-udp", g, Visit, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: r.Int(10000, 60000), Loops: []talk.Loop{loop(often(r, 10, 20, 25, 30), c(steady(r, 20, 90)), s(steady(r, 20, 90)))}}
		}},
	}
}
