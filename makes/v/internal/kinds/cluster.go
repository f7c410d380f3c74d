package kinds

import (
	"makes/v/internal/flow"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// clusters are batch schedulers of high performance computing and container fleets.
func clusters() []Kind {
	const g = "hpc"
	return []Kind{
		{"slurm-node-ping", g, VPC, func(r *rng.R) *spec {
			// The controller connects anew to each slurmd to ping it.
			return &spec{Port: rng.Pick(r, 6818, 6818, 7003), Lazy: true, Idle: 0.01, Loops: []talk.Loop{
				loop(often(r, 33, 60, 100, 100, 120), c(steady(r, 260, 520)), s(steady(r, 180, 420)).After(think(r, 0.001, 0.02))),
				office(loop(some(r, 300, 5000), c(loose(r, 1500, 9000, 0.4)), s(steady(r, 180, 400)).After(think(r, 0.005, 0.2))), 0.6)}}
		}},
		{"slurm-node-registration", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6817, Lazy: true, Idle: 0.01, Loops: []talk.Loop{
				loop(some(r, 60, 900), c(loose(r, 420, 1800, 0.4)), s(steady(r, 180, 300)).After(think(r, 0.002, 0.1))),
				loop(often(r, 300, 1000, 1800), c(loose(r, 900, 2600, 0.2)), s(steady(r, 180, 300)))}}
		}},
		{"slurm-step-io", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: r.Int(60001, 63000), Quiet: r.Uni(0.3, 0.9), Session: rng.LogN(r.Log(900, 20000), 0.8),
				Hello: []talk.Step{c(steady(r, 250, 420)), s(rng.Fix(12))},
				Loops: []talk.Loop{loop(some(r, 4, 90), c(loose(r, 40, 400, 0.8))), loop(often(r, 30, 60), s(rng.Fix(12)), c(rng.Fix(12)))}}
		}},
		{"slurm-dbd", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6819, Keep: keep(r, 0.5, 30, 300), Hello: []talk.Step{c(steady(r, 300, 500)), s(rng.Fix(60))},
				Loops: []talk.Loop{loop(some(r, 4, 60), c(loose(r, 300, 2000, 0.5)), s(steady(r, 40, 120)).After(think(r, 0.001, 0.02)))}}
		}},
		{"condor-collector-update", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: rng.Pick(r, 9618, 9618, 9619), Loops: []talk.Loop{
				loop(often(r, 300, 300, 120, 60), c(loose(r, 3500, 12000, 0.15)), c(rng.Fix(90)).After(rng.Fix(0.01)))}}
			if r.Chance(0.4) {
				p.Proto = flow.UDP
				p.CPort = r.Int(9600, 9700)
			}
			return p
		}},
		{"condor-shadow-starter", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: 9618, Keep: keep(r, 0.6, 60, 360), Life: rng.LogN(r.Log(1200, 30000), 0.7), Gap: some(r, 4, 200),
				Hello: []talk.Step{c(steady(r, 700, 1600)), s(steady(r, 300, 900)), c(steady(r, 200, 500)), s(loose(r, 3000, 9000, 0.2))}}
			p.Loops = []talk.Loop{loop(often(r, 300, 300, 900), c(loose(r, 500, 2500, 0.2)), s(rng.Fix(48))),
				loop(often(r, 60, 120, 1200), s(steady(r, 90, 180)), c(steady(r, 60, 120)))}
			return p
		}},
		{"condor-negotiator-match", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 9618, Loops: []talk.Loop{
				loop(often(r, 60, 60, 20, 300), c(steady(r, 200, 500)), s(loose(r, 600, 5000, 0.6)).After(think(r, 0.01, 0.5)), c(steady(r, 60, 900)))}}
		}},
		{"pbs-mom", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 15001, CPort: 15003, Loops: []talk.Loop{
				loop(often(r, 10, 45, 60, 90), c(loose(r, 200, 900, 0.1)), s(rng.Fix(24))),
				loop(often(r, 30, 150), s(rng.Fix(32)), c(rng.Fix(32)))}}
		}},
		{"gridengine-execd", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6444, Loops: []talk.Loop{
				loop(often(r, 40, 40, 60, 20), c(loose(r, 600, 2600, 0.1)), s(steady(r, 50, 140)).After(think(r, 0.001, 0.05))),
				loop(often(r, 60, 300), c(rng.Fix(86)), s(rng.Fix(92)))}}
		}},
		{"lsf-lim", g, VPC, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 7869, CPort: 7869, Loops: []talk.Loop{
				loop(often(r, 15, 15, 30, 60), c(steady(r, 180, 520))), loop(often(r, 120), s(steady(r, 60, 300)))}}
		}},
		{"lsf-sbatchd", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6882, Lazy: true, Idle: rng.Pick(r, 0.01, 300), Loops: []talk.Loop{
				loop(often(r, 30, 60, 120), c(steady(r, 200, 700)), s(steady(r, 48, 160)))}}
		}},
		{"kubelet-watch", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: rng.Pick(r, 443, 6443), TLS: wire.NewTLS("tls13", r).WithClientCert(r), Hello: hello2(r), Frame: 9,
				Keep: keep(r, 0.9, 15, 30), Life: rng.LogN(30000, 0.9)}
			p.Loops = []talk.Loop{
				loop(rng.Jit(10, 0.03), c(steady(r, 160, 420)), s(steady(r, 480, 800)).After(think(r, 0.003, 0.02))),
				loop(often(r, 300, 60, 10), c(loose(r, 900, 4000, 0.1)), s(loose(r, 4000, 14000, 0.1)).After(think(r, 0.004, 0.03))),
				office(loop(some(r, 5, 120), s(loose(r, 900, 6000, 0.6))), 0.4),
				loop(rng.Jit(30, 0.01), c(rng.Fix(17)), s(rng.Fix(17)))}
			return p
		}},
		{"kube-controller-watch", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: 6443, TLS: wire.NewTLS("tls13", r), Hello: hello2(r), Frame: 9, Keep: keep(r, 0.9, 15, 30)}
			p.Loops = []talk.Loop{
				loop(often(r, 2, 2, 5), c(steady(r, 120, 600)), s(steady(r, 350, 900)).After(think(r, 0.003, 0.02))),
				shared(r, some(r, 3, 20), rng.Exp(0.003), s(loose(r, 700, 6000, 0.7))),
				loop(some(r, 300, 600), c(steady(r, 200, 500)), s(loose(r, 1000, 20000, 0.8)))}
			return p
		}},
		{"nomad-client", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 4647, TLS: maybeTLS(r, 0.4), Frame: 12, Keep: keep(r, 0.7, 15, 30), Loops: []talk.Loop{
				loop(rng.Uni(10, r.Uni(14, 30)), c(steady(r, 140, 360)), s(steady(r, 120, 420)).After(think(r, 0.001, 0.01))),
				now(serial(rng.Exp(0.05), c(steady(r, 120, 260)), s(steady(r, 120, 2000)).After(rng.Uni(280, 319)))),
				loop(rng.Jit(30, 0.01), c(rng.Fix(12)), s(rng.Fix(12)))}}
		}},
		{"mesos-agent", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 5050, Loops: []talk.Loop{
				loop(often(r, 15, 15, 10), s(steady(r, 150, 260)), c(steady(r, 150, 260)).After(rng.Fix(0.002))),
				loop(some(r, 20, 200), s(loose(r, 800, 4000, 0.5)), c(loose(r, 500, 1500, 0.4)).After(think(r, 0.01, 0.3)))}}
		}},
		{"ecs-agent-channel", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.NewTLS("tls12", r), Hello: upgrade(r), Frame: 6, Life: rng.Uni(1200, 3600),
				Loops: []talk.Loop{loop(rng.Jit(r.Pickf(60, 60, 30), 0.02), s(rng.Fix(85)), c(steady(r, 90, 130)).After(rng.Exp(0.01))),
					loop(often(r, 20, 60), c(loose(r, 900, 6000, 0.2)), s(steady(r, 50, 120)).After(think(r, 0.005, 0.03))),
					office(loop(some(r, 300, 6000), s(loose(r, 1500, 9000, 0.3)), c(steady(r, 150, 400))), 0.3)}}
		}},
		{"mpi-daemon-oob", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: r.Int(32768, 60999), Quiet: r.Uni(0.3, 0.9), Session: rng.LogN(r.Log(1800, 20000), 0.7),
				Hello: []talk.Step{c(steady(r, 60, 200)), s(steady(r, 60, 200))},
				Loops: []talk.Loop{loop(often(r, 5, 10, 30, 60), c(steady(r, 50, 180)), s(steady(r, 50, 180)).Maybe(0.4)),
					loop(some(r, 20, 400), c(loose(r, 100, 4000, 0.8)))}}
		}},
	}
}

// workers fetch a task from a queue and bring the result.
func workers() []Kind {
	const g = "queue"
	return []Kind{
		{"celery-redis", g, VPC, func(r *rng.R) *spec {
			work := rng.LogN(r.Log(0.3, 60), 0.9)
			return &spec{Port: rng.Pick(r, 6379, 6379, 6380), TLS: maybeTLS(r, 0.2), Conns: r.Int(2, 3), Keep: keep(r, 0.3, 60, 300),
				Hello: []talk.Step{c(steady(r, 40, 120)), s(rng.Fix(5)), c(rng.Fix(31)), s(rng.Fix(5))},
				Loops: []talk.Loop{
					// BRPOP with a timeout of one second answers nil until a task comes.
					now(serial(rng.Exp(0.004), c(steady(r, 80, 190)), s(rng.Mix(rng.Fix(5), r.Uni(0.01, 0.3), loose(r, 700, 3000, 0.4))).After(rng.Uni(0.6, 1.0)))),
					loop(rng.Jit(2, 0.01), c(steady(r, 380, 620)), s(rng.Fix(4))),
					loop(work, c(loose(r, 350, 2500, 0.5)), s(rng.Fix(9)))}}
		}},
		{"celery-amqp", g, VPC, func(r *rng.R) *spec {
			return amqp(r, []talk.Loop{
				serial(some(r, 2, 40), s(loose(r, 700, 2600, 0.3)), c(rng.Fix(21)).After(rng.LogN(r.Log(0.2, 120), 0.9)), c(loose(r, 500, 1500, 0.3))),
				loop(rng.Jit(2, 0.01), c(steady(r, 420, 640))),
				loop(some(r, 4, 10), s(steady(r, 420, 640)))})
		}},
		{"rq-worker", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6379, Conns: 1, Loops: []talk.Loop{
				now(serial(some(r, 0.01, 5), c(steady(r, 60, 160)), s(loose(r, 60, 1400, 0.5)).After(rng.Mix(rng.Exp(30), 0.2, rng.Fix(405))),
					c(steady(r, 150, 500)), s(rng.Fix(20)), c(loose(r, 200, 3000, 0.6)).After(rng.LogN(r.Log(1, 200), 0.8)), s(rng.Fix(12)))),
				loop(rng.Jit(60, 0.05), c(steady(r, 100, 180)), s(rng.Fix(8)))}}
		}},
		{"sidekiq", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6379, Conns: r.Int(3, 6), Loops: []talk.Loop{
				now(serial(rng.Exp(0.003), c(steady(r, 60, 190)), s(rng.Mix(rng.Fix(5), r.Uni(0.05, 0.5), loose(r, 300, 1200, 0.3))).After(rng.Uni(1, 2.2)))),
				loop(rng.Jit(10, 0.05), c(steady(r, 500, 1300)), s(steady(r, 30, 90)))}}
		}},
		{"gearman-worker", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 4730, Keep: keep(r, 0.3, 60, 600), Hello: []talk.Step{c(steady(r, 20, 160))}, Loops: []talk.Loop{
				serial(rng.Exp(0.002), c(rng.Fix(12)), s(rng.Fix(12)), c(rng.Fix(12)), s(rng.Fix(12)).After(some(r, 3, 90)),
					c(rng.Fix(12)), s(loose(r, 150, 4000, 0.6)), c(loose(r, 60, 2500, 0.6)).After(rng.LogN(r.Log(0.1, 60), 0.8)))}}
		}},
		{"beanstalkd-worker", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 11300, Loops: []talk.Loop{now(serial(rng.Exp(0.002), c(rng.Fix(r.Pickf(9, 25, 27))),
				s(rng.Mix(rng.Fix(11), r.Uni(0.1, 0.8), loose(r, 120, 1500, 0.4))).After(rng.Uni(1, r.Log(3, 60))),
				c(steady(r, 12, 18)).After(rng.LogN(r.Log(0.2, 30), 0.8)).Maybe(0.6), s(rng.Fix(9)).Maybe(0.6)))}}
		}},
		{"sqs-long-poll", g, AWS, func(r *rng.R) *spec {
			wait := r.Pickf(20, 20, 10, 5)
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Conns: r.Int(1, 3), Life: rng.Uni(600, 7200), Loops: []talk.Loop{
				now(serial(rng.Exp(0.02), c(steady(r, 900, 1900)), s(rng.Mix(steady(r, 240, 420), r.Uni(0, 0.4), loose(r, 900, 5000, 0.5))).After(rng.Uni(wait*r.Uni(0.2, 1), wait)),
					c(steady(r, 1000, 1900)).Maybe(0.15).After(rng.LogN(r.Log(0.1, 20), 1)), s(steady(r, 220, 420)).Maybe(0.15)))}}
		}},
		{"stepfunctions-activity", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Loops: []talk.Loop{
				now(serial(rng.Exp(0.1), c(steady(r, 700, 1500)), s(rng.Mix(steady(r, 180, 260), 0.2, loose(r, 700, 4000, 0.5))).After(rng.Uni(20, 60)))),
				loop(often(r, 20, 30, 60), c(steady(r, 1300, 2200)), s(steady(r, 180, 260)).After(think(r, 0.005, 0.03)))}}
		}},
		{"swf-decider", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Life: rng.Uni(300, 3600), Loops: []talk.Loop{
				now(serial(rng.Exp(0.05), c(steady(r, 800, 1400)), s(rng.Mix(rng.Fix(280), 0.3, loose(r, 2000, 12000, 0.6))).After(rng.Uni(5, 60))))}}
		}},
		{"temporal-worker", g, Either, func(r *rng.R) *spec {
			p := &spec{Port: rng.Pick(r, 7233, 7233, 443), TLS: maybeTLS(r, 0.5), Hello: hello2(r), Frame: 9, Conns: r.Int(1, 2), Keep: keep(r, 0.4, 15, 60)}
			for range r.Int(1, 2) {
				p.Loops = append(p.Loops, now(serial(rng.Exp(0.01), c(steady(r, 120, 330)),
					s(rng.Mix(steady(r, 25, 60), r.Uni(0.05, 0.5), loose(r, 600, 4000, 0.6))).After(rng.Uni(r.Uni(5, 60), 61)),
					c(loose(r, 300, 2000, 0.5)).Maybe(0.4).After(rng.LogN(r.Log(0.05, 20), 0.8)), s(rng.Fix(60)).Maybe(0.4))))
			}
			p.Loops = append(p.Loops, loop(rng.Jit(30, 0.01), c(rng.Fix(17)), s(rng.Fix(17))))
			return p
		}},
		{"camunda-external-task", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8080, 8443), TLS: maybeTLS(r, 0.3), Loops: []talk.Loop{
				now(serial(rng.Exp(0.3), c(steady(r, 420, 900)), s(rng.Mix(steady(r, 180, 300), 0.2, loose(r, 900, 4000, 0.5))).After(rng.Uni(r.Uni(3, 20), 30)),
					c(steady(r, 450, 1200)).Maybe(0.2).After(rng.LogN(r.Log(0.3, 30), 0.7)), s(rng.Fix(170)).Maybe(0.2)))}}
		}},
		{"airflow-worker", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: 5432, TLS: maybeTLS(r, 0.4), Hello: pgHello(r), Conns: r.Int(1, 4), Keep: keep(r, 0.5, 30, 300)}
			p.Loops = []talk.Loop{loop(often(r, 5, 5, 10), c(steady(r, 220, 700)), s(steady(r, 120, 600)).After(think(r, 0.001, 0.01)), c(steady(r, 60, 200)), s(rng.Fix(30))),
				office(loop(some(r, 10, 200), c(loose(r, 300, 3000, 0.6)), s(loose(r, 200, 6000, 0.8)).After(think(r, 0.002, 0.05))), 0.4)}
			return p
		}},
		{"airflow-scheduler", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: 5432, TLS: maybeTLS(r, 0.4), Hello: pgHello(r), Conns: r.Int(1, 3)}
			p.Loops = []talk.Loop{serial(rng.Jit(r.Log(0.6, 5), 0.1), c(loose(r, 700, 4000, 0.3)), s(loose(r, 600, 9000, 0.5)).After(think(r, 0.002, 0.05))),
				loop(rng.Jit(5, 0.02), c(steady(r, 160, 360)), s(rng.Fix(40)))}
			return p
		}},
		{"prefect-agent", g, Either, func(r *rng.R) *spec {
			return poll(r, rng.Pick(r, 443, 4200), often(r, 5, 10, 15), steady(r, 450, 1200), rng.Mix(steady(r, 220, 500), 0.05, loose(r, 1500, 6000, 0.5)), 0.7)
		}},
		{"dagster-daemon", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: rng.Pick(r, 5432, 4000), Hello: pgHello(r), Loops: []talk.Loop{
				loop(often(r, 10, 30), c(steady(r, 200, 600)), s(steady(r, 100, 500))), loop(often(r, 5, 20), c(loose(r, 300, 900, 0.3)), s(loose(r, 200, 3000, 0.5)))}}
			return p
		}},
		{"luigi-worker", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8082, Lazy: true, Idle: rng.Pick(r, 5, 30.0), Loops: []talk.Loop{
				loop(rng.Jit(1, 0.05), c(steady(r, 280, 420)), s(steady(r, 160, 260)).After(think(r, 0.002, 0.02))),
				loop(some(r, 20, 300), c(loose(r, 600, 2500, 0.4)), s(steady(r, 200, 900)).After(think(r, 0.003, 0.05)))}}
		}},
		{"render-deadline-worker", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 27100, 4433, 8080), TLS: maybeTLS(r, 0.5), Loops: []talk.Loop{
				loop(rng.Jit(r.Log(8, 60), 0.15), c(steady(r, 500, 1600)), s(steady(r, 250, 700)).After(think(r, 0.003, 0.06))),
				serial(rng.Exp(1), c(steady(r, 400, 900)), s(loose(r, 3000, 9000, 0.3)), c(loose(r, 700, 3000, 0.4)).After(rng.LogN(r.Log(40, 1200), 0.7)), s(rng.Fix(220)))}}
		}},
		{"render-opencue-rqd", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8444, Hello: hello2(r), Frame: 9, Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(40, 60, 30), 0.1), c(loose(r, 900, 2600, 0.1)), s(rng.Fix(40)).After(think(r, 0.002, 0.02))),
				serial(some(r, 3, 60), s(loose(r, 500, 1600, 0.2)), c(rng.Fix(30)), c(loose(r, 500, 1200, 0.2)).After(rng.LogN(r.Log(30, 900), 0.7)), s(rng.Fix(30)))}}
		}},
		{"render-tractor-blade", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 80, Lazy: true, Idle: 0.02, Loops: []talk.Loop{
				loop(rng.Uni(r.Uni(3, 10), r.Uni(11, 40)), c(steady(r, 500, 1100)), s(rng.Mix(steady(r, 200, 320), 0.05, loose(r, 1200, 4000, 0.3))).After(think(r, 0.003, 0.04)))}}
		}},
		{"hashtopolis-agent", g, Either, func(r *rng.R) *spec {
			// Password audit: a chunk of the key space is fetched, progress reported, the next one asked for.
			return &spec{Port: rng.Pick(r, 80, 443, 8080), TLS: maybeTLS(r, 0.5), Lazy: true, Idle: rng.Pick(r, 0.05, 5.0, 65), Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(5, 5, 10, 30), 0.05), c(steady(r, 380, 720)), s(steady(r, 220, 360)).After(think(r, 0.005, 0.1))),
				serial(rng.Exp(2), c(steady(r, 300, 420)), s(steady(r, 300, 600)), c(steady(r, 350, 900)).After(rng.LogN(r.Log(200, 900), 0.4)), s(rng.Fix(260)))}}
		}},
		{"grid-pilot", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 25443, 8443), TLS: wire.AnyTLS(r).WithClientCert(r), Lazy: true, Idle: 0.05, Loops: []talk.Loop{
				loop(often(r, 60, 300, 1800, 600), c(loose(r, 900, 3500, 0.2)), s(steady(r, 260, 900)).After(think(r, 0.05, 0.6))),
				serial(rng.Exp(5), c(steady(r, 700, 1500)), s(loose(r, 2500, 9000, 0.4)).After(think(r, 0.1, 1)), c(loose(r, 1500, 6000, 0.4)).After(rng.LogN(r.Log(900, 14000), 0.7)), s(rng.Fix(320)))}}
		}},
		{"work-queue-tcp", g, Either, func(r *rng.R) *spec {
			// A home-grown master that pushes parameters over a socket and gets figures back.
			return &spec{Port: r.Int(5000, 9999), Keep: keep(r, 0.5, 30, 300), Hello: []talk.Step{c(steady(r, 60, 400)), s(steady(r, 20, 300))},
				Loops: []talk.Loop{serial(rng.Exp(r.Log(0.01, 3)), s(loose(r, 80, 900, 0.4)), c(loose(r, 60, 600, 0.5)).After(rng.LogN(r.Log(3, 90), 0.8)), s(steady(r, 20, 80)).Maybe(0.7)),
					loop(often(r, 10, 15, 30, 60), c(steady(r, 12, 90)), s(steady(r, 12, 90)).Maybe(0.8))}}
		}},
		{"gnu-parallel-ssh", g, VPC, func(r *rng.R) *spec {
			p := ssh(r)
			p.Quiet, p.Session = r.Uni(0.1, 0.6), rng.LogN(r.Log(120, 4000), 0.8)
			p.Loops = append(p.Loops, serial(rng.Exp(0.3), c(loose(r, 100, 800, 0.5)), s(loose(r, 60, 3000, 0.9)).After(rng.LogN(r.Log(2, 100), 0.8))))
			return p
		}},
		{"resque-poll", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6379, Loops: []talk.Loop{serial(rng.Jit(5, 0.01), c(steady(r, 40, 140)), s(rng.Mix(rng.Fix(5), r.Uni(0.02, 0.3), loose(r, 150, 900, 0.4)))),
				loop(rng.Jit(60, 0.02), c(rng.Fix(90)), s(rng.Fix(5)))}}
		}},
	}
}
