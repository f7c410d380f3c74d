package kinds

import (
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// stores are file systems, object stores and block devices.
func stores() []Kind {
	const g = "store"
	return []Kind{
		{"nfs4-client", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 2049, CPort: r.Int(665, 1023), Keep: [2]float64{60, 0}, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(60, 20, 30, 60), 0.02), c(steady(r, 130, 190)), s(steady(r, 90, 140))),
				office(loop(some(r, 3, 90), c(steady(r, 170, 300)).Times(rng.Uni(1, 5), rng.Exp(0.01)), s(rng.LogN(r.Log(150, 5000), 1.1)).Times(rng.Uni(1, 4), rng.Exp(0.01))), 0.6)}}
		}},
		{"nfs-idle-mount", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 2049, CPort: r.Int(665, 1023), Keep: [2]float64{r.Pickf(60, 0), 0}, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(60, 30, 45), 0.02), c(steady(r, 130, 190)), s(steady(r, 90, 140)))}}
		}},
		{"efs-mount-helper", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 2049, TLS: wire.NewTLS("tls12", r), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(60, 75, 30), 0.02), c(steady(r, 150, 220)), s(steady(r, 100, 160))), office(loop(some(r, 5, 300), c(steady(r, 200, 400)), s(rng.LogN(r.Log(200, 9000), 1))), 0.6)}}
		}},
		{"lustre-client-ping", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 988, CPort: r.Int(1018, 1023), Loops: []talk.Loop{loop(rng.Jit(25, 0.01), c(rng.Fix(296)), s(rng.Fix(264))), office(loop(some(r, 4, 400), c(steady(r, 500, 1200)), s(rng.LogN(r.Log(500, 40000), 1))), 0.5)}}
		}},
		{"ceph-osd-heartbeat", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: r.Int(6800, 7300), Loops: []talk.Loop{loop(rng.Uni(0.5+r.Uni(0, 3), 6), c(steady(r, 100, 2100)), s(steady(r, 100, 2100))), loop(rng.Uni(3, 6), s(steady(r, 100, 2100)), c(steady(r, 100, 2100)))}}
		}},
		{"ceph-monitor-client", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 6789, 3300), Loops: []talk.Loop{loop(rng.Jit(10, 0.02), c(rng.Fix(32)), s(rng.Fix(32))), loop(some(r, 20, 200), s(loose(r, 300, 4000, 0.6)), c(steady(r, 90, 200)))}}
		}},
		{"glusterfs-brick", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: r.Int(49152, 49170), CPort: r.Int(900, 1023), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(42, 10, 1), 0.01), c(rng.Fix(76)), s(rng.Fix(28))), loop(some(r, 3, 90), c(steady(r, 150, 400)), s(loose(r, 120, 3000, 0.8)))}}
		}},
		{"iscsi-session", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 3260, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(5, 30, 10), 0.01), s(rng.Fix(48)), c(rng.Fix(48))), office(loop(some(r, 3, 30), c(rng.LogN(r.Log(500, 8000), 0.7)), s(rng.LogN(r.Log(48, 9000), 1))), 0.5)}}
		}},
		{"smb-share", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 445, Keep: [2]float64{0, r.Pickf(0, 120)}, Idle: r.Pickf(0, 0, 900), Lazy: r.Chance(0.3), Loops: []talk.Loop{loop(often(r, 30, 60, 60), c(rng.Fix(72)), s(rng.Fix(72))), office(loop(some(r, 10, 400), c(steady(r, 160, 420)).Times(rng.Uni(2, 9), rng.Exp(0.02)), s(rng.LogN(r.Log(200, 20000), 1))), 0.85)}}
		}},
		{"drbd-link", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: r.Int(7788, 7799), Loops: []talk.Loop{loop(rng.Jit(10, 0.01), c(rng.Fix(16)), s(rng.Fix(16))), loop(some(r, 2, 20), c(rng.LogN(r.Log(4200, 20000), 0.7)), s(rng.Fix(32)))}}
		}},
		{"beegfs-node", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8008, 8003, 8005), Idle: 270, Lazy: true, Loops: []talk.Loop{loop(often(r, 30, 60, 300), c(steady(r, 90, 500)), s(loose(r, 60, 2500, 0.2)))}}
		}},
		{"minio-peer-lock", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 9000, TLS: maybeTLS(r, 0.5), Hello: upgrade(r), Frame: 6, Loops: []talk.Loop{loop(rng.Jit(10, 0.02), c(rng.Fix(40)), s(rng.Fix(40))), loop(some(r, 4, 30), c(loose(r, 120, 500, 0.2)), s(steady(r, 50, 300)))}}
		}},
		{"s3-small-objects", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: r.Pickf(5, 5, 20, 60), Loops: []talk.Loop{office(loop(some(r, 4, 300), c(rng.LogN(r.Log(600, 20000), 0.6)), s(rng.LogN(r.Log(250, 20000), 0.7)).After(think(r, 0.01, 0.05))), 0.5)}}
		}},
		{"s3-listing-sync", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: 6, Loops: []talk.Loop{loop(often(r, 60, 300, 900, 3600), c(steady(r, 650, 1200)).Times(rng.Uni(1, 9), rng.Exp(0.2)), s(rng.LogN(r.Log(3000, 2e5), 0.4)).Times(rng.Uni(1, 9), rng.Exp(0.2)))}}
		}},
		{"ebs-direct-api", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: 20, Quiet: 0.04, Session: rng.LogN(600, 0.5), Rate: 6e7, Loops: []talk.Loop{loop(rng.Exp(0.5), c(steady(r, 700, 1200)), s(rng.Fix(524800)).After(rng.Uni(0.01, 0.03)))}}
		}},
		{"dfs-namespace", g, VPC, func(r *rng.R) *spec {
			return poll(r, 445, often(r, 300, 900, 1800), steady(r, 900, 2400), loose(r, 900, 3000, 0.2), 0)
		}},
	}
}

// licences are licence servers and check-outs.
func licences() []Kind {
	const g = "licence"
	return []Kind{
		{"flexlm-client", g, Corp, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 27000, 27001, 1055, r.Int(5000, 60000)), Hello: []talk.Step{c(rng.Fix(148)), s(rng.Fix(148)), c(rng.Fix(420)), s(loose(r, 300, 900, 0.1))}, Quiet: r.Uni(0.3, 0.95), Session: rng.LogN(r.Log(3000, 40000), 0.7), Loops: []talk.Loop{loop(rng.Jit(r.Pickf(120, 60, 30), 0.02), c(rng.Fix(148)), s(rng.Fix(r.Pickf(148, 38))))}}
		}},
		{"rlm-client", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 5053, r.Int(40000, 60000)), Hello: []talk.Step{c(steady(r, 200, 500)), s(steady(r, 200, 600))}, Loops: []talk.Loop{loop(often(r, 30, 60, 180), c(steady(r, 30, 90)), s(steady(r, 20, 90)))}}
		}},
		{"sentinel-hasp", g, Corp, func(r *rng.R) *spec {
			return &spec{Port: 1947, Lazy: true, Idle: r.Pickf(0.1, 60), Loops: []talk.Loop{loop(often(r, 30, 60, 120, 600), c(steady(r, 250, 900)), s(steady(r, 200, 900)))}}
		}},
		{"lmstat-poller", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 27000, Lazy: true, Idle: 0.05, Loops: []talk.Loop{loop(often(r, 60, 300, 600), c(rng.Fix(148)), s(loose(r, 2000, 40000, 0.3)))}}
		}},
		{"reprise-cloud-licence", g, Net, func(r *rng.R) *spec {
			return poll(r, 443, often(r, 60, 120, 300, 600), steady(r, 500, 1500), steady(r, 400, 1200), 1)
		}},
		{"kms-activation", g, Either, func(r *rng.R) *spec {
			return &spec{Port: 1688, Lazy: true, Idle: 30, Loops: []talk.Loop{loop(often(r, 7200, 3600), c(rng.Fix(160)), s(rng.Fix(92)), c(rng.Fix(272)), s(rng.Fix(236)))}}
		}},
		{"floating-seat-heartbeat", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, r.Int(2000, 60000)), TLS: maybeTLS(r, 0.6), Hello: []talk.Step{c(steady(r, 200, 700)), s(steady(r, 150, 600))}, Loops: []talk.Loop{loop(rng.Jit(r.Log(10, 120), 0.03), c(steady(r, 40, 260)), s(steady(r, 20, 200)).After(think(r, 0.002, 0.1)))}}
		}},
		{"denied-seat-queue", g, Corp, func(r *rng.R) *spec {
			return &spec{Port: 27001, Lazy: true, Idle: 0.02, Loops: []talk.Loop{loop(often(r, 15, 30, 60), c(rng.Fix(148)), s(rng.Fix(148)), c(rng.Fix(300)), s(rng.Fix(180)))}}
		}},
	}
}
