package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var platform = []talk.Spec{
	{Name: "kubelet-apiserver", Ports: ports(6443, 443), At: talk.VPC, Covers: tls13, Hold: true, Retry: backoff(1, 5, 30, 60), Talks: talks(ask(steady, r(10, 10), v(300, 700, .05), v(300, 900, .05)), push(random, r(5, 120), v(200, 5000, .7), r(0, 0)), ask(steady, r(30, 30), r(17, 17), r(17, 17)), ask(random, r(10, 60), v(300, 4000, .5), v(300, 6000, .6)))},
	{Name: "controller-watch", Ports: ports(6443, 443), At: talk.VPC, Covers: tls13, Hold: true, Life: r(300, 600), Hello: opens(300, 500, 800, 30000), Retry: backoff(.5, 2, 30, 60), Talks: talks(push(random, r(5, 300), v(600, 6000, .6), r(0, 0)), ask(steady, r(30, 30), r(17, 17), r(17, 17)).some(.6))},
	{Name: "ci-runner-longpoll", Ports: ports(443), At: talk.World, Covers: tls, Hold: true, Life: r(3000, 20000), Retry: backoff(5, 30, 60, 300), Hours: hours.Office, Talks: talks(ask(after, r(.1, 1), v(1200, 2600, .03), v(350, 700, .05)).think(50, 50, .01), push(random, r(1200, 9000), v(4000, 40000, .6), r(0, 0)).busy())},
	{Name: "ci-runner-poll", Ports: ports(443), At: talk.World, Covers: tls, Linger: r(0, 60), Talks: talks(ask(steady, r(3, 10), v(500, 900, .02), v(280, 500, .02)))},
	{Name: "build-agent-remoting", Ports: ports(50000, 8080), At: talk.VPC, Hold: true, Hours: hours.Office, Hello: opens(60, 400, 60, 400), Retry: fixed(10, 10), Talks: talks(ask(steady, r(60, 300), r(60, 140), r(60, 140)).both(), push(random, r(60, 1800), v(400, 30000, .9), v(200, 4000, .8)).busy())},
	{Name: "puppet-style-agent", Ports: ports(8140), At: talk.VPC, Covers: tls12, Talks: talks(ask(steady, r(1800, 1800), v(1500, 40000, .3), v(4000, 90000, .4)).burst(4, 12, .3, r(.1, 3)))},
	{Name: "chef-style-client", Ports: ports(443), At: talk.VPC, Covers: tls, Talks: talks(ask(steady, r(1200, 3600), v(1200, 5000, .3), v(900, 30000, .5)).burst(8, 40, .4, r(.05, .8)))},
	{Name: "salt-style-minion", Ports: ports(4505), At: talk.VPC, Hold: true, Hello: opens(64, 64, 64, 64, 30, 60), Keep: r(60, 300), Retry: fixed(5, 30), Talks: talks(push(random, r(120, 3600), v(200, 900, .4), r(0, 0)))},
	{Name: "ansible-style-push", Ports: ports(22), At: talk.VPC, Covers: secret, Hours: hours.Office, Linger: r(10, 60), Talks: talks(ask(random, r(900, 9000), v(300, 60000, .9), v(100, 3000, .6)).busy().burst(5, 40, .5, r(.2, 3)))},
	{Name: "secret-store-renew", Ports: ports(8200), At: talk.VPC, Covers: tls13, Linger: r(0, 90), Talks: talks(ask(steady, r(60, 1800), v(250, 500, .03), v(400, 1200, .05)))},
	{Name: "gitops-repo-poll", Ports: ports(443, 22), At: talk.World, Covers: tls, Talks: talks(ask(steady, r(30, 300), v(250, 500, .03), v(400, 30000, .05)).burst(1, 2, .1, r(.05, .2)))},
	{Name: "package-mirror", Ports: ports(80, 443), At: talk.World, Covers: either, Addrs: r(1, 4), Spread: true, Hours: hours.Soft, Talks: talks(ask(random, r(7200, 60000), v(150, 300, .1), v(9000, 3e7, 1.4)).burst(1, 12, .6, r(.02, .3)))},
	{Name: "image-registry-pull", Ports: ports(443, 5000), At: talk.VPC, Covers: tls, Linger: r(10, 90), Hours: hours.Office, Talks: talks(ask(random, r(1800, 20000), v(400, 1400, .2), v(3000, 6e7, 1.5)).busy().burst(2, 10, .4, r(.05, .6)))},
	{Name: "scheduler-executor", Ports: ports(7077, 35000, 6123), At: talk.VPC, Hold: true, Hours: hours.Night, Retry: fixed(5, 20), Talks: talks(ask(steady, r(10, 10), v(300, 2000, .1), v(60, 120, .05)), push(random, r(1, 60), v(900, 9000, .5), v(400, 4000, .6)).busy().think(.2, 10, .8))},
	{Name: "datanode-heartbeat", Ports: ports(8020, 9000, 8031), At: talk.VPC, Hold: true, Retry: fixed(1, 10), Talks: talks(ask(steady, r(1, 3), v(200, 900, .03), v(40, 160, .1)))},
	{Name: "region-server-rpc", Ports: ports(16000, 16020), At: talk.VPC, Hold: true, Hours: hours.Soft, Talks: talks(ask(steady, r(3, 3), v(600, 4000, .05), r(20, 40)), ask(random, r(1, 20), v(90, 400, .4), v(90, 2500, .8)).busy())},
	{Name: "workflow-worker-grpc", Ports: ports(7233, 443), At: talk.VPC, Covers: either, Hold: true, Conns: r(1, 3), Retry: backoff(.2, 1, 10, 60), Hours: hours.Soft, Talks: talks(ask(after, r(.01, .2), v(180, 420, .02), v(50, 140, .02)).think(55, 65, .02), push(random, r(10, 600), v(500, 6000, .6), v(200, 2000, .6)).busy(), ask(steady, r(30, 30), r(17, 17), r(17, 17)))},
	{Name: "batch-compute-poll", Ports: ports(443), At: talk.Cloud, Covers: tls, Linger: r(0, 20), Talks: talks(ask(steady, r(10, 300), v(900, 1800, .03), v(500, 3000, .1)))},
	{Name: "object-store-api", Ports: ports(443), At: talk.Cloud, Covers: tls, Linger: r(3, 20), Addrs: r(4, 12), Spread: true, Hours: hours.Soft, Talks: talks(ask(random, r(20, 600), v(600, 20000, 1.2), v(300, 30000, 1.5)).busy().burst(1, 10, .8, r(.01, 1)))},
	{Name: "object-store-backup", Ports: ports(443), At: talk.Cloud, Covers: tls, Linger: r(3, 20), Addrs: r(4, 12), Spread: true, Hours: hours.Night, Talks: talks(ask(random, r(600, 7200), v(5e6, 8e7, .8), r(300, 500)).busy().burst(1, 10, .8, r(.1, 2)))},
	{Name: "block-sync-nightly", Ports: ports(873, 22), At: talk.Site, Covers: secret, Hours: hours.Night, Talks: talks(tell(random, r(3600, 30000), v(1e6, 3e8, 1)).busy(), ask(random, r(3600, 20000), v(2000, 60000, .8), v(2000, 60000, .8)).busy())},
	{Name: "cluster-quorum-heartbeat", Ports: ports(3343, 5405, 694), Proto: 17, SamePort: true, At: talk.VPC, Talks: talks(ask(steady, r(1, 1.5), r(80, 200), r(80, 200)))},
	{Name: "storage-iscsi-nop", Ports: ports(3260), At: talk.VPC, Hold: true, Conns: r(1, 2), Hello: opens(48, 500, 48, 500), Retry: fixed(2, 10), Hours: hours.Soft, Talks: talks(ask(steady, r(5, 10), r(48, 48), r(48, 48)), ask(random, r(2, 60), r(48, 48), v(4096, 66000, .8)).busy())},
	{Name: "nfs-mount", Ports: ports(2049), At: talk.VPC, Hold: true, Hours: hours.Soft, Keep: r(60, 60), Retry: backoff(3, 10, 60, 60), Talks: talks(ask(random, r(2, 60), v(120, 300, .2), v(90, 9000, 1)).busy().burst(1, 12, .8, r(.001, .05)), ask(steady, r(20, 60), r(100, 140), r(90, 130)))},
}
