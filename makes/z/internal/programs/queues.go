package programs

import (
	"makes/z/internal/acts"
	"makes/z/internal/rng"
)

// queues: workers that fetch jobs and hand in results, and schedulers.
var queues = []Program{
	{Name: "celery-worker-amqp", Tags: "queue app lab", Where: Private, Ports: ports(5672), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.2, k.ask(k.every(2, 60), k.fix(8, 8), k.fix(8, 8)), tell(k.every(2, 5), k.near(350, 500))), acts.Cycle{Come: k.rand(2, 200), Job: k.sz(500, 2500), Busy: k.heavy(0.1, 60), Done: k.near(21, 400), Pause: acts.Every(0.01, 0.5)})
	}},
	{Name: "sqs-long-poll", Tags: "queue app", Where: Cloud, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return work(k.talk(1), acts.Cycle{Ask: k.near(700, 1400), Wait: rng.Pick(k.R, 20.0, 20, 10, 5), Empty: k.near(220, 420), Job: k.sz(800, 5000), Come: k.rand(5, 600), Busy: k.heavy(0.05, 20), Done: k.near(800, 1500), Ack: k.near(220, 400), Pause: acts.Every(0.02, 0.8)})
	}},
	{Name: "sidekiq-brpop", Tags: "queue app", Where: Private, Ports: ports(6379), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.2, burst(k.ask(k.every(10, 15), k.near(300, 900), k.near(20, 60)), 1)), acts.Cycle{Ask: k.fix(60, 120), Wait: rng.Pick(k.R, 2.0, 5), Empty: k.fix(5, 5), Job: k.sz(200, 900), Come: k.rand(2, 100), Busy: k.heavy(0.05, 6), Done: k.near(120, 250), Ack: k.fix(8, 16), Pause: acts.Every(0.003, 0.5)})
	}},
	{Name: "beanstalkd-worker", Tags: "queue app", Where: Private, Ports: ports(11300), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0), acts.Cycle{Ask: k.fix(9, 26), Wait: rng.Pick(k.R, 0, 5.0, 30), Empty: k.fix(11, 11), Job: k.sz(60, 900), Come: k.rand(3, 120), Busy: k.heavy(0.1, 30), Done: k.fix(10, 16), Ack: k.fix(9, 9), Pause: acts.Every(0.001, 0.5)})
	}},
	{Name: "gearman-worker", Tags: "queue app media", Where: Private, Ports: ports(4730), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0), acts.Cycle{Ask: k.fix(12, 24), Come: k.rand(3, 90), Job: k.sz(90, 3000), Busy: k.heavy(0.2, 40), Done: k.sz(40, 600), Ack: k.fix(12, 12), Pause: acts.Every(0.001, 0.5)})
	}},
	{Name: "temporal-task-poller", Tags: "queue app fin", Where: Net, Ports: ports(7233, 443), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.8, k.ask(k.every(30, 30), k.fix(17, 17), k.fix(17, 17))), acts.Cycle{Ask: k.near(160, 400), Wait: 60, Empty: k.near(40, 90), Job: k.sz(500, 6000), Come: k.rand(8, 400), Busy: k.heavy(0.01, 8), Done: k.sz(300, 1500), Ack: k.fix(20, 60), Pause: acts.Every(0.005, 0.5)})
	}},
	{Name: "faktory-worker", Tags: "queue app", Where: Private, Ports: ports(7419), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.3, k.ask(k.every(10, 15), k.fix(30, 60), k.fix(5, 5))), acts.Cycle{Ask: k.fix(15, 30), Wait: 2, Empty: k.fix(5, 5), Job: k.sz(180, 600), Come: k.rand(3, 60), Busy: k.heavy(0.1, 10), Done: k.fix(36, 42), Ack: k.fix(5, 5), Pause: acts.Every(0.002, 0.5)})
	}},
	{Name: "ci-runner-poll", Tags: "queue dev game", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return acts.Several{k.poll(1, k.every(3, 30), k.near(500, 900), k.near(250, 500)), byDay(rounds(k.poll(1, k.rand(300, 3000), k.sz(600, 8000), k.near(200, 400)), 30, acts.Heavy(4, 0.6)))}
	}},
	{Name: "actions-runner-longpoll", Tags: "queue dev game", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return work(k.talk(1), acts.Cycle{Ask: k.near(1500, 2500), Wait: 50, Empty: k.near(200, 500), Job: k.sz(6000, 30000), Come: k.rand(400, 9000), Busy: k.heavy(20, 400), Done: k.sz(1500, 20000), Ack: k.near(250, 600), Pause: acts.Every(0.1, 0.5)})
	}},
	{Name: "jenkins-agent-remoting", Tags: "queue dev game lab", Where: Private, Ports: ports(50000, 443), Make: func(k *Kit) acts.Plan {
		return k.talk(0.9, k.ask(k.every(60, 240), k.near(150, 350), k.near(150, 350)), human(burst(k.poke(k.rand(40, 900), k.sz(400, 4000), k.sz(200, 1500)), 8)))
	}},
	{Name: "buildkite-agent", Tags: "queue dev", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.ask(k.every(5, 10), k.near(150, 300), k.near(180, 400)), k.ask(k.every(60, 60), k.near(180, 300), k.near(200, 400)))
	}},
	{Name: "dask-worker", Tags: "queue lab", Where: Private, Ports: ports(8786), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.1, k.ask(acts.Every(k.log(2, 10), 0.02), k.near(500, 1600), k.fix(60, 160))), acts.Cycle{Come: k.rand(3, 60), Job: k.sz(700, 9000), Busy: k.heavy(0.5, 60), Done: k.sz(300, 1200), Pause: acts.Every(0.001, 0.5)})
	}},
	{Name: "ray-node", Tags: "queue lab", Where: Private, Ports: ports(6379, 10001), Make: func(k *Kit) acts.Plan {
		return k.talk(0.1, k.ask(k.every(3, 10), k.near(200, 700), k.fix(30, 60)), k.poke(k.every(5, 5), k.fix(40, 60), k.fix(20, 30)), burst(k.poke(k.rand(10, 200), k.sz(500, 4000), k.sz(200, 900)), 3))
	}},
	{Name: "slurmd-slurmctld", Tags: "queue lab", Where: Private, Ports: ports(6817, 6818), Make: func(k *Kit) acts.Plan {
		return k.poll(0, k.every(30, 300), k.near(150, 500), k.near(100, 300))
	}},
	{Name: "htcondor-update", Tags: "queue lab", Where: Private, Ports: ports(9618), Make: func(k *Kit) acts.Plan {
		return acts.Several{k.talk(0.4, k.ask(k.every(300, 300), k.near(3000, 9000), none()), k.ask(k.every(20, 120), k.fix(40, 90), k.fix(20, 40)))}
	}},
	{Name: "boinc-client", Tags: "queue lab", Where: Net, Ports: ports(443), Servers: 2, Make: func(k *Kit) acts.Plan {
		return acts.Several{k.poll(1, k.heavy(400, 9000), k.sz(5000, 40000), k.sz(2000, 60000)), k.bulk(false, k.heavy(2000, 20000), 1e5, 5e7, 2e6), k.bulk(true, k.heavy(2000, 20000), 1e4, 5e6, 1e6)}
	}},
	{Name: "folding-client", Tags: "queue lab", Where: Net, Ports: ports(443, 8080), Make: func(k *Kit) acts.Plan {
		return acts.Several{k.talk(1, k.ask(k.every(60, 900), k.near(200, 500), k.near(100, 400))), k.bulk(true, k.heavy(3000, 30000), 1e6, 6e7, 2e6)}
	}},
	{Name: "volunteer-compute-socket", Tags: "queue lab", Where: Net, Ports: ports(7777, 8443), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.5, idle(k.ask(k.every(30, 120), k.near(20, 90), k.near(10, 60)))), acts.Cycle{Come: acts.Every(0.1, 0.5), Ask: k.near(80, 250), Job: k.sz(250, 4000), Busy: k.rand(8, 300), Done: k.sz(120, 3000), Ack: k.near(40, 120), Pause: acts.Every(0.05, 0.5)})
	}},
	{Name: "password-audit-agent", Tags: "queue attack lab", Where: Net, Ports: ports(443, 8080), Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(0.7, acts.Every(k.log(5, 30), 0.05), k.near(350, 700), k.near(120, 500)), 1.2, acts.Every(0.3, 0.5))
	}},
	{Name: "render-farm-worker", Tags: "queue game media", Where: Private, Ports: ports(8080, 4433, 27100), Make: func(k *Kit) acts.Plan {
		return acts.Several{k.talk(0.4, k.ask(k.every(10, 60), k.near(400, 1500), k.near(100, 900))), k.bulk(true, k.heavy(300, 3000), 1e6, 3e7, 2e7)}
	}},
	{Name: "airflow-scheduler-db", Tags: "queue app fin", Where: Private, Ports: ports(5432), Make: func(k *Kit) acts.Plan {
		return k.talk(0.3, burst(k.ask(acts.Every(k.log(4, 12), 0.1), k.sz(200, 900), k.sz(100, 2000)), 3))
	}},
	{Name: "hangfire-sql-poll", Tags: "queue app clinic", Where: Private, Ports: ports(1433), Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, k.ask(k.every(5, 15), k.near(500, 900), k.near(60, 160)), k.ask(k.every(30, 60), k.near(400, 800), k.fix(40, 60)))
	}},
	{Name: "postgres-listen-notify", Tags: "queue app", Where: Private, Ports: ports(5432), Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, push(k.rand(5, 300), k.sz(40, 300)), k.ask(k.every(30, 90), k.fix(14, 30), k.fix(60, 80)))
	}},
	{Name: "camunda-external-task", Tags: "queue app fin", Where: Private, Ports: ports(8080), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.3), acts.Cycle{Ask: k.near(350, 700), Wait: rng.Pick(k.R, 10.0, 20, 60), Empty: k.near(140, 250), Job: k.sz(700, 4000), Come: k.rand(8, 300), Busy: k.heavy(0.1, 20), Done: k.sz(300, 900), Ack: k.near(120, 200), Pause: acts.Every(0.1, 0.5)})
	}},
	{Name: "nomad-client", Tags: "queue app agent", Where: Private, Ports: ports(4647), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.5, k.ask(acts.Every(k.log(10, 25), 0.1), k.near(250, 600), k.near(200, 500)), k.ask(k.every(30, 30), k.fix(12, 12), k.fix(12, 12))), acts.Cycle{Ask: k.near(250, 400), Wait: 300, Empty: k.near(200, 400), Job: k.sz(500, 3000), Come: k.rand(120, 3000), Busy: acts.Every(0.2, 0.5), Done: k.sz(400, 1500), Ack: k.fix(80, 150), Pause: acts.Every(0.1, 0.3)})
	}},
	{Name: "kubelet-apiserver", Tags: "queue app agent", Where: Private, Ports: ports(6443, 443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.ask(k.every(10, 10), k.near(900, 1600), k.near(600, 1500)), push(k.rand(8, 120), k.sz(300, 5000)), k.ask(k.every(300, 300), k.near(4000, 9000), k.near(4000, 9000)), k.ask(k.every(30, 30), k.fix(17, 17), k.fix(17, 17)))
	}},
	{Name: "k8s-operator-watch", Tags: "queue app", Where: Private, Ports: ports(443, 6443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, burst(push(k.rand(5, 200), k.sz(500, 6000)), 0.5), k.ask(k.every(2, 10), k.near(300, 700), k.near(400, 900)))
	}},
	{Name: "ecs-agent-websocket", Tags: "queue agent app", Where: Cloud, Ports: ports(443), Servers: 2, Make: func(k *Kit) acts.Plan {
		return short(k.talk(1, k.poke(k.every(60, 60), k.near(60, 140), k.near(60, 120)), tell(k.every(20, 60), k.near(800, 3000))), acts.Every(1800, 0.2), acts.Every(1, 0.5))
	}},
	{Name: "batch-heartbeat-dynamodb", Tags: "queue app", Where: Cloud, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(5, 60), k.near(600, 1300), k.near(200, 700))
	}},
	{Name: "job-server-custom", Tags: "srv-queue", Where: Private, Ports: ports(9000, 7000, 8786), Clients: 18, Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.2, idle(k.ask(k.every(15, 60), k.fix(10, 60), k.fix(5, 40)))), acts.Cycle{Ask: k.near(40, 200), Come: k.rand(0.5, 60), Job: k.sz(150, 2500), Busy: k.heavy(5, 300), Done: k.sz(80, 1200), Ack: k.near(10, 80), Pause: acts.Every(0.01, 0.5)})
	}},
}
