package kinds

import (
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// sparks are the distributed data engines.
func sparks() []Kind {
	const g = "bigdata"
	return []Kind{
		{"spark-executor", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: r.Int(32768, 60999), Keep: keep(r, 0.2, 60, 300), Life: rng.LogN(r.Log(2000, 60000), 0.7), Gap: some(r, 5, 100),
				Hello: []talk.Step{c(steady(r, 400, 900)), s(steady(r, 1500, 7000))},
				Loops: []talk.Loop{loop(rng.Jit(10, 0.01), c(loose(r, 700, 6000, 0.15)), s(rng.Fix(68)).After(think(r, 0.001, 0.02))),
					serial(some(r, 3, 60), s(loose(r, 3000, 9000, 0.3)), c(loose(r, 1200, 4000, 0.2)).After(rng.LogN(r.Log(0.3, 90), 1)))}}
		}},
		{"spark-shuffle", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 7337, r.Int(32768, 60999)), Lazy: true, Idle: 120, Loops: []talk.Loop{
				loop(some(r, 60, 900), c(steady(r, 120, 600)).Times(rng.Uni(1, 6), rng.Exp(0.2)), s(rng.LogN(r.Log(2e4, 8e6), 1.2)).After(think(r, 0.002, 0.05)))}}
		}},
		{"spark-history-poll", g, VPC, func(r *rng.R) *spec {
			return poll(r, 18080, often(r, 10, 15, 30, 60), steady(r, 180, 500), loose(r, 900, 12000, 0.3), 0.2)
		}},
		{"yarn-nodemanager", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8031, 8025), Hello: []talk.Step{c(steady(r, 150, 400))}, Loops: []talk.Loop{
				loop(rng.Jit(1, 0.01), c(loose(r, 220, 520, 0.05)), s(steady(r, 90, 180)).After(think(r, 0.0005, 0.004)))}}
		}},
		{"yarn-app-master", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8030, Quiet: r.Uni(0.4, 0.95), Session: rng.LogN(r.Log(1500, 30000), 0.8), Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(1, 3, 3), 0.01), c(loose(r, 90, 300, 0.2)), s(loose(r, 80, 260, 0.2)).After(think(r, 0.001, 0.01)))}}
		}},
		{"hdfs-datanode", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8020, 9000), Loops: []talk.Loop{
				loop(rng.Jit(3, 0.004), c(steady(r, 300, 480)), s(rng.Fix(64)).After(think(r, 0.0005, 0.003))),
				loop(rng.Jit(21600, 0.1), c(loose(r, 30000, 2e6, 0.1)), s(rng.Fix(40))),
				loop(some(r, 5, 300), c(loose(r, 180, 600, 0.3)), s(rng.Fix(40)))}}
		}},
		{"hdfs-block-write", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 9866, 50010), Lazy: true, Idle: 0.2, Loops: []talk.Loop{
				loop(some(r, 90, 900), c(steady(r, 180, 320)), s(rng.Fix(40)), c(rng.LogN(r.Log(1e5, 6e7), 1)), s(rng.Fix(10)).Times(rng.Uni(5, 40), rng.Fix(0.01)))}}
		}},
		{"hbase-regionserver", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 16000, Loops: []talk.Loop{loop(rng.Jit(3, 0.01), c(loose(r, 1500, 20000, 0.05)), s(rng.Fix(36))),
				loop(some(r, 10, 100), c(steady(r, 80, 200)), s(loose(r, 100, 600, 0.3)))}}
		}},
		{"flink-taskmanager", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: rng.Pick(r, 6123, 6122), Frame: 30, Loops: []talk.Loop{
				loop(rng.Jit(10, 0.01), s(steady(r, 160, 260)), c(loose(r, 500, 3000, 0.1)).After(rng.Fix(0.001))),
				loop(rng.Jit(r.Pickf(10, 30, 60, 300), 0.01), s(steady(r, 300, 600)), c(loose(r, 600, 4000, 0.3)).After(think(r, 0.01, 0.8)))}}
			return p
		}},
		{"flink-data-exchange", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: r.Int(32768, 60999), Loops: []talk.Loop{loop(some(r, 0.1, 1.5), s(loose(r, 300, 20000, 0.7)), c(rng.Fix(24)).Maybe(0.5))}}
		}},
		{"storm-nimbus-supervisor", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 6627, Lazy: true, Idle: rng.Pick(r, 0.05, 30.0), Loops: []talk.Loop{
				loop(often(r, 10, 20, 30), c(steady(r, 100, 500)), s(loose(r, 300, 2500, 0.2)))}}
		}},
		{"presto-worker-announce", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8080, Loops: []talk.Loop{loop(rng.Jit(8, 0.03), c(steady(r, 520, 900)), s(rng.Fix(130)).After(think(r, 0.001, 0.01))),
				loop(rng.Jit(r.Pickf(1, 5, 10), 0.02), s(steady(r, 160, 320)), c(steady(r, 300, 900)).After(rng.Fix(0.002)))}}
		}},
		{"presto-task-status", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8080, TLS: maybeTLS(r, 0.3), Quiet: r.Uni(0.2, 0.8), Session: rng.LogN(r.Log(60, 1500), 0.8), Loops: []talk.Loop{
				now(serial(rng.Exp(0.01), c(steady(r, 380, 620)), s(loose(r, 800, 4000, 0.2)).After(rng.Uni(0.3, 1.05)))),
				loop(some(r, 3, 10), c(loose(r, 1500, 20000, 0.5)), s(loose(r, 900, 4000, 0.2)))}}
		}},
		{"impala-statestore", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 23000, Loops: []talk.Loop{loop(rng.Jit(1, 0.01), s(rng.Fix(90)), c(rng.Fix(38))),
				loop(rng.Jit(r.Pickf(2, 0.5), 0.01), s(steady(r, 180, 360)), c(steady(r, 100, 400)))}}
		}},
		{"livy-session-poll", g, VPC, func(r *rng.R) *spec {
			p := poll(r, 8998, often(r, 1, 2, 5), steady(r, 220, 420), steady(r, 300, 1200), 0.3)
			p.Quiet, p.Session = r.Uni(0.2, 0.7), rng.LogN(r.Log(600, 7000), 0.7)
			return p
		}},
		{"hive-metastore", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 9083, Keep: keep(r, 0.5, 60, 7200), Loops: []talk.Loop{office(loop(some(r, 5, 120), c(loose(r, 80, 300, 0.4)), s(loose(r, 300, 8000, 0.9)).After(think(r, 0.002, 0.05))), 0.6)}}
		}},
		{"druid-task-ping", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8090, 8081), Loops: []talk.Loop{now(serial(rng.Exp(0.02), c(steady(r, 250, 420)), s(rng.Mix(steady(r, 200, 400), 0.1, loose(r, 1000, 8000, 0.5))).After(rng.Uni(30, 60))))}}
		}},
		{"dask-worker", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: rng.Pick(r, 8786, 8786, r.Int(20000, 50000)), TLS: maybeTLS(r, 0.15), Keep: [2]float64{10, 10}, Frame: 16,
				Hello: []talk.Step{c(steady(r, 150, 300)), s(steady(r, 150, 300)), c(steady(r, 700, 1600)), s(steady(r, 100, 400))}}
			p.Loops = []talk.Loop{loop(rng.Jit(r.Log(0.5, 5), 0.02), c(steady(r, 600, 1500)), s(steady(r, 90, 160)).After(think(r, 0.001, 0.01))),
				serial(some(r, 1.2, 30), s(loose(r, 700, 4000, 0.4)), c(loose(r, 300, 900, 0.3)).After(rng.LogN(r.Log(0.2, 60), 1)))}
			return p
		}},
		{"dask-comm-idle", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: r.Int(30000, 50000), Keep: [2]float64{10, 10}, Loops: []talk.Loop{loop(some(r, 20, 400), c(loose(r, 200, 800, 0.4)), s(rng.LogN(r.Log(300, 2e5), 1.1)))}}
		}},
		{"ray-gcs", g, VPC, func(r *rng.R) *spec {
			p := &spec{Port: 6379, Hello: hello2(r), Frame: 9, Keep: keep(r, 0.5, 20, 60)}
			p.Loops = []talk.Loop{loop(rng.Jit(r.Pickf(1, 0.5, 3), 0.01), c(steady(r, 300, 900)), s(steady(r, 30, 90)).After(think(r, 0.0005, 0.005))),
				loop(rng.Jit(2.5, 0.05), c(loose(r, 2500, 7000, 0.05)), s(rng.Fix(40))),
				now(serial(rng.Exp(0.01), c(steady(r, 60, 120)), s(loose(r, 150, 2000, 0.5)).After(some(r, 5, 60))))}
			return p
		}},
		{"ray-worker-lease", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: r.Int(10002, 19999), Hello: hello2(r), Frame: 9, Loops: []talk.Loop{
				serial(some(r, 2, 30), c(loose(r, 500, 2500, 0.3)), s(loose(r, 200, 700, 0.2)).After(rng.LogN(r.Log(0.05, 40), 1))),
				loop(rng.Jit(r.Pickf(30, 60, 10), 0.01), c(rng.Fix(17)), s(rng.Fix(17)))}}
		}},
		{"ray-object-pull", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: r.Int(20000, 40000), Hello: hello2(r), Frame: 9, Loops: []talk.Loop{
				loop(some(r, 20, 300), c(steady(r, 120, 300)), s(rng.LogN(r.Log(2e4, 4e6), 1.2)))}}
		}},
		{"beam-worker-fnapi", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 12371), TLS: wire.AnyTLS(r), Hello: hello2(r), Frame: 9, Loops: []talk.Loop{
				loop(often(r, 5, 10, 15), c(loose(r, 600, 3000, 0.2)), s(steady(r, 250, 600)).After(think(r, 0.01, 0.08))),
				serial(some(r, 4, 40), c(steady(r, 400, 900)), s(loose(r, 1500, 20000, 0.7)).After(think(r, 0.02, 0.3)), c(loose(r, 600, 2500, 0.3)).After(rng.LogN(r.Log(3, 100), 0.8)))}}
		}},
		{"databricks-relay", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 6666), TLS: wire.AnyTLS(r), Keep: keep(r, 0.6, 30, 60), Loops: []talk.Loop{
				loop(often(r, 10, 30, 60), c(steady(r, 60, 140)), s(steady(r, 60, 140))),
				office(loop(some(r, 3, 60), s(loose(r, 500, 3000, 0.5)), c(loose(r, 400, 9000, 0.9)).After(rng.LogN(r.Log(0.1, 5), 1))), 0.8)}}
		}},
		{"snowflake-session", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: rng.Pick(r, 60.0, 240), Loops: []talk.Loop{
				loop(often(r, 900, 3600), c(steady(r, 900, 1500)), s(steady(r, 500, 900)).After(think(r, 0.02, 0.1))),
				office(loop(some(r, 60, 2000), c(loose(r, 1500, 4000, 0.4)), s(rng.LogN(r.Log(2000, 90000), 1.2)).After(rng.LogN(r.Log(0.2, 10), 1)), c(rng.Fix(900)).Maybe(0.3)), 0.7)}}
		}},
	}
}

// learning is machine learning and notebooks.
func learning() []Kind {
	const g = "ml"
	return []Kind{
		{"param-server-worker", g, VPC, func(r *rng.R) *spec {
			n := r.Log(20, 30000)
			return &spec{Port: r.Int(2222, 9999), Keep: keep(r, 0.3, 60, 300), Loops: []talk.Loop{
				serial(rng.Exp(0.01), c(steady(r, 60, 200)), s(rng.Jit(n*8, 0.01)).After(think(r, 0.001, 0.02)), c(rng.Jit(n*8, 0.2)).After(rng.LogN(r.Log(0.5, 40), 0.3)), s(rng.Fix(30)))}}
		}},
		{"federated-client", g, Either, func(r *rng.R) *spec {
			m := r.Log(8e3, 2e6)
			return &spec{Port: rng.Pick(r, 8080, 9092, 443), TLS: maybeTLS(r, 0.6), Hello: hello2(r), Frame: 9, Keep: keep(r, 0.6, 30, 210), Loops: []talk.Loop{
				serial(rng.Exp(r.Log(2, 200)), s(rng.Jit(m, 0.01)), c(rng.Jit(m, 0.01)).After(rng.LogN(r.Log(20, 900), 0.5)), s(loose(r, 80, 400, 0.2)))}}
		}},
		{"evolution-strategy-worker", g, VPC, func(r *rng.R) *spec {
			// Seeds and fitness figures only: small messages, fetched and returned.
			return &spec{Port: rng.Pick(r, 6379, r.Int(4000, 9000)), Loops: []talk.Loop{
				serial(rng.Exp(0.01), c(steady(r, 40, 160)), s(loose(r, 90, 500, 0.2)), c(loose(r, 80, 300, 0.2)).After(rng.LogN(r.Log(2, 60), 0.6)), s(steady(r, 5, 40))),
				shared(r, some(r, 20, 300), rng.Exp(0.005), s(loose(r, 300, 8000, 0.2)))}}
		}},
		{"hyperparameter-tuner", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 3306, 5432, 443), TLS: maybeTLS(r, 0.5), Loops: []talk.Loop{
				serial(rng.Exp(2), c(loose(r, 300, 1200, 0.3)), s(loose(r, 300, 3000, 0.4)), c(loose(r, 250, 700, 0.3)).After(rng.LogN(r.Log(20, 900), 0.6)), s(rng.Fix(60))),
				loop(often(r, 60, 120), c(steady(r, 180, 300)), s(rng.Fix(52)))}}
		}},
		{"torch-rendezvous", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 29400, 29500), Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(5, 5, 1, 30), 0.05), c(loose(r, 90, 500, 0.1)), s(steady(r, 20, 400)).After(think(r, 0.0005, 0.005))),
				loop(some(r, 60, 900), c(steady(r, 30, 90)), s(steady(r, 8, 60)))}}
		}},
		{"nccl-ring", g, VPC, func(r *rng.R) *spec {
			b := r.Log(1e6, 2e7)
			return &spec{Port: r.Int(32768, 60999), Conns: r.Int(1, 2), Quiet: r.Uni(0.02, 0.1), Session: rng.LogN(r.Log(300, 1200), 0.5), Rate: r.Log(1e8, 8e8),
				Loops: []talk.Loop{loop(rng.Jit(r.Log(2, 10), 0.05), c(rng.Jit(b, 0.01)))}}
		}},
		{"jax-coordinator", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8476, 1234), Hello: hello2(r), Frame: 9, Loops: []talk.Loop{
				loop(rng.Jit(10, 0.01), c(steady(r, 60, 130)), s(steady(r, 20, 40))), now(serial(rng.Exp(0.01), c(rng.Fix(70)), s(rng.Fix(50)).After(rng.Uni(200, 600))))}}
		}},
		{"mlflow-tracking", g, Either, func(r *rng.R) *spec {
			p := poll(r, rng.Pick(r, 5000, 443), some(r, 4, 90), loose(r, 400, 1200, 0.3), steady(r, 150, 400), 0.4)
			p.Quiet, p.Session = r.Uni(0.3, 0.95), rng.LogN(r.Log(1800, 30000), 0.8)
			return p
		}},
		{"wandb-run", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Conns: r.Int(1, 2), Keep: keep(r, 0.5, 15, 60), Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(15, 30, 10), 0.1), c(loose(r, 700, 5000, 0.4)), s(steady(r, 260, 620)).After(think(r, 0.05, 0.3))),
				loop(rng.Jit(30, 0.02), c(steady(r, 500, 900)), s(steady(r, 300, 600)).After(think(r, 0.04, 0.2)))}}
		}},
		{"tensorboard-poll", g, VPC, func(r *rng.R) *spec {
			p := poll(r, 6006, often(r, 30), steady(r, 500, 900), loose(r, 400, 9000, 0.5), 0.2)
			p.Quiet, p.Session = r.Uni(0.1, 0.5), rng.LogN(r.Log(1200, 20000), 0.7)
			return p
		}},
		{"jupyter-kernel", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 8888), TLS: maybeTLS(r, 0.8), Hello: upgrade(r), Frame: 6, Quiet: r.Uni(0.15, 0.6), Session: rng.LogN(r.Log(1500, 20000), 0.8), Loops: []talk.Loop{
				loop(rng.Jit(30, 0.01), s(rng.Fix(2)), c(rng.Fix(6))),
				office(loop(some(r, 20, 200), c(loose(r, 600, 2000, 0.3)), s(loose(r, 400, 3000, 0.7)).After(rng.LogN(0.3, 1.3)).Times(rng.Uni(3, 12), rng.Exp(0.2))), 0.8),
				loop(rng.Jit(r.Pickf(10, 60, 120), 0.02), c(steady(r, 500, 900)), s(steady(r, 400, 900)))}}
		}},
		{"jupyterhub-activity", g, VPC, func(r *rng.R) *spec {
			return poll(r, 8081, often(r, 300, 60, 300), steady(r, 420, 640), steady(r, 180, 320), 0.1)
		}},
		{"jupyter-kernel-gateway", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8888, 9999), Hello: upgrade(r), Frame: 6, Keep: keep(r, 0.3, 60, 300), Loops: []talk.Loop{
				loop(rng.Jit(r.Pickf(3, 10, 30), 0.01), c(steady(r, 6, 400)), s(steady(r, 2, 400))),
				office(loop(some(r, 20, 600), c(loose(r, 700, 3000, 0.4)), s(loose(r, 500, 2500, 0.5)).Times(rng.Uni(2, 9), rng.Exp(0.4))), 0.8)}}
		}},
		{"rstudio-session", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8787, 443), TLS: maybeTLS(r, 0.7), Quiet: r.Uni(0.1, 0.5), Session: rng.LogN(6000, 0.8), Loops: []talk.Loop{
				now(serial(rng.Exp(0.05), c(steady(r, 700, 1200)), s(loose(r, 250, 2500, 0.5)).After(rng.Uni(0.5, 50)))),
				office(loop(some(r, 4, 50), c(loose(r, 700, 1400, 0.2)), s(loose(r, 300, 4000, 0.8)).After(think(r, 0.01, 0.2))), 0.7)}}
		}},
		{"sagemaker-heartbeat", g, AWS, func(r *rng.R) *spec {
			return poll(r, 443, often(r, 30, 60, 120), steady(r, 1100, 2200), steady(r, 300, 800), 1)
		}},
		{"triton-inference-client", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8001, Hello: hello2(r), Frame: 9, Conns: r.Int(1, 2), Loops: []talk.Loop{
				office(loop(some(r, 2, 20), c(loose(r, 400, 40000, 0.3)), s(loose(r, 120, 4000, 0.2)).After(think(r, 0.005, 0.3))), 0.5),
				loop(often(r, 5, 10, 30), c(steady(r, 60, 120)), s(rng.Fix(40)))}}
		}},
		{"llm-token-stream", g, Either, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 8000), TLS: maybeTLS(r, 0.7), Lazy: true, Idle: rng.Pick(r, 5.0, 60, 120), Loops: []talk.Loop{
				office(loop(some(r, 30, 500), c(loose(r, 1500, 20000, 0.8)), s(steady(r, 120, 380)).After(rng.LogN(0.6, 0.5)).Times(rng.LogN(150, 0.7), rng.Uni(0.015, 0.06))), 0.7)}}
		}},
		{"feature-store-read", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 6566, 8080), Hello: hello2(r), Frame: 9, Loops: []talk.Loop{office(loop(some(r, 1.5, 10), c(loose(r, 150, 900, 0.2)), s(loose(r, 300, 3000, 0.3)).After(think(r, 0.002, 0.02))), 0.5)}}
		}},
		{"dataset-loader-s3", g, AWS, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Lazy: true, Idle: rng.Pick(r, 5.0, 20), Conns: r.Int(1, 4), Quiet: r.Uni(0.1, 0.4), Session: rng.LogN(2000, 0.8), Rate: r.Log(2e7, 2e8),
				Loops: []talk.Loop{loop(some(r, 3, 40), c(steady(r, 700, 1400)), s(rng.LogN(r.Log(1e5, 8e6), 0.6)).After(think(r, 0.01, 0.05)))}}
		}},
	}
}
