package kinds

import (
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// builds are runners of continuous integration and compile farms.
func builds() []Kind {
	const g = "ci"
	return []Kind{
		{"gitlab-runner", g, Either, func(r *rng.R) *spec {
			p := poll(r, 443, often(r, 3, 3, 10, 30), steady(r, 750, 1500), steady(r, 280, 620), 0.9)
			if r.Chance(0.4) {
				p.Idle = 0
				p.Lazy = false
				p.Loops = []talk.Loop{now(serial(rng.Jit(3, 0.05), c(steady(r, 750, 1500)), s(steady(r, 280, 620)).After(rng.Uni(48, 51))))}
			}
			p.Loops = append(p.Loops, office(loop(some(r, 600, 7000), s(loose(r, 5000, 30000, 0.4)), c(loose(r, 500, 4000, 0.7)).Times(rng.LogN(25, 0.8), rng.Jit(3, 0.1)), s(rng.Fix(320))), 0.8))
			return p
		}},
		{"github-runner", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Loops: []talk.Loop{
				now(serial(rng.Uni(0.05, 2), c(steady(r, 500, 1900)), s(rng.Mix(steady(r, 380, 620), r.Uni(0.01, 0.1), loose(r, 6000, 30000, 0.4))).After(rng.Uni(49.5, 51)))),
				loop(rng.Jit(r.Pickf(60, 50), 0.02), c(steady(r, 500, 1700)), s(steady(r, 380, 620)).After(think(r, 0.03, 0.15)))}}
		}},
		{"jenkins-agent", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 50000, 443, 8080), TLS: maybeTLS(r, 0.6), Keep: keep(r, 0.5, 30, 600), Hello: []talk.Step{c(steady(r, 250, 500)), s(steady(r, 200, 900)), c(loose(r, 2000, 9000, 0.1)), s(loose(r, 9000, 60000, 0.2))},
				Loops: []talk.Loop{loop(rng.Jit(r.Pickf(240, 60, 10), 0.01), s(steady(r, 150, 420)), c(steady(r, 150, 420)).After(rng.Fix(0.004))),
					loop(rng.Jit(60, 0.01), s(loose(r, 700, 3000, 0.1)), c(loose(r, 300, 1200, 0.1)).After(rng.Fix(0.01))),
					office(loop(some(r, 300, 5000), s(loose(r, 1500, 9000, 0.4)), c(loose(r, 120, 1500, 0.8)).Times(rng.LogN(40, 1), rng.Exp(2))), 0.8)}}
		}},
		{"buildkite-agent", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Hello: hello2(r), Frame: 9, Loops: []talk.Loop{
				loop(rng.Uni(9, 12), c(steady(r, 90, 260)), s(steady(r, 120, 420)).After(think(r, 0.02, 0.12))),
				loop(rng.Jit(60, 0.03), c(steady(r, 120, 300)), s(steady(r, 160, 420)).After(think(r, 0.02, 0.12))),
				office(loop(some(r, 900, 7000), c(loose(r, 400, 1500, 0.2)).Times(rng.LogN(40, 0.8), rng.Jit(1, 0.2)), s(rng.Fix(200))), 0.7)}}
		}},
		{"azure-pipelines-agent", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Loops: []talk.Loop{
				now(serial(rng.Uni(0.02, 0.5), c(steady(r, 700, 2400)), s(steady(r, 420, 800)).After(rng.Uni(49.5, 60)))), loop(rng.Jit(60, 0.01), c(steady(r, 700, 2400)), s(steady(r, 420, 800)))}}
		}},
		{"teamcity-agent", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8111, 443), TLS: maybeTLS(r, 0.5), Lazy: true, Idle: rng.Pick(r, 0.05, 20.0), Loops: []talk.Loop{loop(often(r, 5, 10, 15), c(steady(r, 420, 800)), s(steady(r, 220, 480)).After(think(r, 0.004, 0.05)))}}
		}},
		{"drone-runner", g, Either, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: maybeTLS(r, 0.8), Loops: []talk.Loop{now(serial(rng.Uni(0, 1), c(steady(r, 280, 600)), s(steady(r, 120, 300)).After(rng.Jit(30, 0.01))))}}
		}},
		{"distcc", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 3632, Lazy: true, Idle: 0.01, Quiet: r.Uni(0.1, 0.4), Session: rng.LogN(300, 0.8), Loops: []talk.Loop{
				office(loop(some(r, 4, 40), c(rng.LogN(r.Log(2e4, 2e5), 0.8)), s(rng.LogN(r.Log(5e3, 6e4), 0.8)).After(rng.LogN(1.5, 0.8))), 0.8)}}
		}},
		{"icecream-scheduler", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8765, Loops: []talk.Loop{loop(rng.Jit(3, 0.1), c(steady(r, 30, 60))), loop(rng.Jit(60, 0.01), s(rng.Fix(8)), c(rng.Fix(8))), office(loop(some(r, 5, 60), c(steady(r, 60, 200)), s(steady(r, 60, 200))), 0.8)}}
		}},
		{"bazel-remote-exec", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 8980), TLS: maybeTLS(r, 0.6), Hello: hello2(r), Frame: 9, Quiet: r.Uni(0.1, 0.5), Session: rng.LogN(700, 0.8), Loops: []talk.Loop{
				loop(some(r, 2, 8), c(loose(r, 300, 3000, 0.6)), s(loose(r, 120, 9000, 1)).After(rng.LogN(r.Log(0.01, 3), 1))), loop(rng.Jit(30, 0.01), c(rng.Fix(17)), s(rng.Fix(17)))}}
		}},
		{"buildbarn-worker", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8983, Hello: hello2(r), Frame: 9, Loops: []talk.Loop{
				now(serial(rng.Exp(0.02), c(steady(r, 150, 400)), s(rng.Mix(steady(r, 40, 90), r.Uni(0.1, 0.7), loose(r, 500, 2500, 0.3))).After(rng.Uni(2, 60)), c(loose(r, 300, 900, 0.3)).Maybe(0.5).After(rng.LogN(r.Log(1, 40), 0.8))))}}
		}},
		{"sccache-redis", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6379, Lazy: true, Idle: 300, Quiet: r.Uni(0.1, 0.5), Session: rng.LogN(500, 0.8), Loops: []talk.Loop{loop(some(r, 3, 10), c(rng.Fix(96)), s(rng.LogN(r.Log(5e3, 2e5), 0.9)))}}
		}},
		{"git-poller", g, Either, func(r *rng.R) *spec {
			return poll(r, rng.Pick(r, 443, 443, 7999), often(r, 60, 60, 120, 180, 300), steady(r, 280, 900), loose(r, 900, 40000, 0.1), 0.9)
		}},
		{"argocd-repo-server", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8081, TLS: maybeTLS(r, 0.8), Hello: hello2(r), Frame: 9, Loops: []talk.Loop{loop(some(r, 3, 180), c(loose(r, 600, 4000, 0.3)), s(loose(r, 1000, 20000, 0.8)).After(think(r, 0.01, 0.5))), loop(rng.Jit(10, 0.01), c(rng.Fix(17)), s(rng.Fix(17)))}}
		}},
		{"artifact-download", g, Either, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: rng.Pick(r, 1.0, 5, 60), Loops: []talk.Loop{office(loop(some(r, 400, 6000), c(steady(r, 350, 900)).Times(rng.Uni(1, 8), rng.Exp(0.3)), s(rng.LogN(r.Log(1e5, 2e7), 1.3)).After(think(r, 0.01, 0.1))), 0.7)}}
		}},
	}
}

// volunteers are clients of public computing that fetch work units.
func volunteers() []Kind {
	const g = "volunteer"
	return []Kind{
		{"boinc-scheduler", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 443, 80), TLS: maybeTLS(r, 0.8), Lazy: true, Idle: rng.Pick(r, 0.05, 60.0), Loops: []talk.Loop{
				loop(rng.LogN(r.Log(120, 4000), 0.8), c(loose(r, 4000, 14000, 0.1)), s(loose(r, 1200, 9000, 0.4)).After(think(r, 0.1, 2)))}}
		}},
		{"boinc-upload", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 80), TLS: maybeTLS(r, 0.7), Lazy: true, Idle: 0.1, Loops: []talk.Loop{
				loop(rng.LogN(r.Log(300, 7000), 0.7), c(rng.Fix(620)), s(rng.Fix(260)), c(rng.LogN(r.Log(2000, 4e5), 0.7)), s(rng.Fix(250)).After(think(r, 0.05, 0.6)))}}
		}},
		{"folding-work-server", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 8080), TLS: maybeTLS(r, 0.5), Lazy: true, Idle: 0.3, Loops: []talk.Loop{
				loop(rng.LogN(r.Log(2500, 14000), 0.3), c(rng.LogN(r.Log(1e6, 2e7), 0.5)), s(rng.Fix(300)).After(think(r, 0.5, 3)), c(rng.Fix(900)), s(rng.LogN(r.Log(3e5, 5e6), 0.4)))}}
		}},
		{"prime-search-manual", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 80, 24000, 443), Lazy: true, Idle: 0.05, Loops: []talk.Loop{
				loop(rng.LogN(r.Log(300, 9000), 0.5), c(steady(r, 250, 700)), s(loose(r, 250, 700, 0.2)).After(think(r, 0.05, 0.5)), c(steady(r, 250, 700)), s(steady(r, 200, 400)))}}
		}},
		{"prpnet-client", g, Net, func(r *rng.R) *spec {
			return &spec{Port: r.Int(7101, 15000), Keep: keep(r, 0.3, 60, 300), Lazy: r.Chance(0.6), Idle: r.Pickf(0.1, 300), Loops: []talk.Loop{
				serial(rng.Exp(1), c(steady(r, 60, 180)), s(loose(r, 80, 400, 0.3)).After(think(r, 0.02, 0.3)), c(loose(r, 90, 300, 0.2)).After(rng.LogN(r.Log(30, 1800), 0.4)), s(steady(r, 30, 90)))}}
		}},
		{"chess-test-worker", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: rng.Pick(r, 1.0, 65), Loops: []talk.Loop{
				loop(rng.LogN(r.Log(20, 120), 0.4), c(loose(r, 900, 2200, 0.1)), s(steady(r, 220, 420)).After(think(r, 0.02, 0.2))),
				loop(rng.LogN(1500, 0.5), c(steady(r, 900, 1500)), s(loose(r, 2000, 6000, 0.2)))}}
		}},
		{"go-selfplay-client", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: 5, Loops: []talk.Loop{
				loop(rng.LogN(r.Log(200, 1800), 0.5), c(rng.LogN(r.Log(2e4, 3e5), 0.5)), s(rng.Fix(320)).After(think(r, 0.1, 1)), c(rng.Fix(600)), s(loose(r, 700, 1500, 0.1)))}}
		}},
		{"distributed-key-search", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 2064, 80, 23), Lazy: true, Idle: 1, Loops: []talk.Loop{
				loop(rng.LogN(r.Log(600, 7200), 0.4), c(steady(r, 180, 420)).Times(rng.Uni(1, 6), rng.Exp(0.1)), s(steady(r, 180, 420)).Times(rng.Uni(1, 6), rng.Exp(0.1)))}}
		}},
		{"petals-block-server", g, Net, func(r *rng.R) *spec {
			return &spec{Port: r.Int(30000, 40000), TLS: wire.NewTLS("tls13", r), Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(30, 60), 0.1), c(loose(r, 300, 1500, 0.2)), s(loose(r, 200, 1500, 0.3))), loop(some(r, 30, 400), s(loose(r, 3000, 40000, 0.4)), c(loose(r, 3000, 40000, 0.4)).After(think(r, 0.1, 0.8)))}}
		}},
	}
}
