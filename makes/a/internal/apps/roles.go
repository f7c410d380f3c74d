package apps

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// chance is how likely a role runs a program.
type chance struct {
	kind string
	p    float64
}

// role is what a machine is for.
type role struct {
	name   string
	share  float64
	os     []string
	public float64 // chance of a public address
	runs   []chance
}

var linux = []string{"linux"}

// common is what any server may run.
var common = []chance{{"ssm-agent", 0.45}, {"datadog-agent", 0.2}, {"newrelic-agent", 0.07}, {"cloudwatch-agent", 0.3}, {"prometheus-exporter", 0.3},
	{"otlp-exporter", 0.12}, {"zabbix-agent", 0.06}, {"nagios-nrpe", 0.04}, {"wazuh-agent", 0.08}, {"filebeat", 0.12}, {"syslog", 0.12},
	{"fluent-bit", 0.12}, {"splunk-forwarder", 0.06}, {"salt-minion", 0.05}, {"puppet-agent", 0.07}, {"ansible", 0.08}, {"ssh-session", 0.3},
	{"package-mirror", 0.4}, {"ntp", 0.2}, {"dead-service", 0.12}, {"backup", 0.15}, {"beacon", 0.06}, {"api-poll", 0.15}, {"ldap-client", 0.05},
	{"nfs-client", 0.06}, {"consul-agent", 0.07}, {"dns-tcp", 0.04}, {"rsync", 0.06}, {"ssh-tunnel", 0.03}, {"remote-help", 0.02},
	{"openvpn", 0.015}, {"object-store", 0.2}, {"long-poll", 0.04}, {"tor-client", 0.004}, {"smtp", 0.06}}

var roles = []role{
	{"web", 16, linux, 0.5, []chance{{"web-public", 0.45}, {"web-balanced", 0.6}, {"redis-client", 0.5}, {"postgres-client", 0.4}, {"mysql-client", 0.3},
		{"memcached-client", 0.15}, {"elasticsearch-client", 0.15}, {"api-client", 0.5}, {"smtp", 0.2}, {"mongodb-client", 0.15}, {"chat-server", 0.06}, {"game-server", 0.02}}},
	{"application", 16, []string{"linux", "linux", "linux", "windows"}, 0.1, []chance{{"microservice", 0.7}, {"grpc-client", 0.35}, {"grpc-server", 0.2}, {"postgres-client", 0.4}, {"redis-client", 0.4},
		{"rabbitmq-client", 0.25}, {"kafka-consumer", 0.2}, {"kafka-producer", 0.2}, {"nats-client", 0.1}, {"sqs-consumer", 0.2}, {"api-client", 0.4}, {"mssql-client", 0.12},
		{"mongodb-client", 0.2}, {"redis-subscriber", 0.12}, {"event-stream", 0.08}, {"zookeeper-client", 0.08}, {"cassandra-client", 0.08}, {"slack", 0.05}, {"long-poll", 0.1}}},
	{"worker", 10, linux, 0.1, []chance{{"sqs-consumer", 0.4}, {"rabbitmq-client", 0.4}, {"task-worker", 0.4}, {"kafka-consumer", 0.3}, {"postgres-client", 0.4},
		{"object-store", 0.6}, {"compute-worker", 0.15}, {"crawler", 0.12}, {"api-client", 0.3}, {"bot-poll", 0.08}, {"nfs-client", 0.2}}},
	{"database", 8, linux, 0.02, []chance{{"postgres-server", 0.6}, {"database-gossip", 0.25}, {"redis-replica", 0.2}, {"zookeeper-client", 0.15}, {"backup", 0.6}, {"etcd-peer", 0.08}}},
	{"kubernetes", 12, linux, 0.2, []chance{{"kubelet", 0.95}, {"kube-watch", 0.7}, {"registry", 0.7}, {"microservice", 0.7}, {"grpc-client", 0.4}, {"redis-client", 0.4},
		{"postgres-client", 0.3}, {"kafka-consumer", 0.2}, {"etcd-peer", 0.1}, {"nats-client", 0.15}, {"otlp-exporter", 0.3}, {"web-balanced", 0.5}, {"chain-rpc", 0.03}}},
	{"build", 8, []string{"linux", "linux", "linux", "windows"}, 0.2, []chance{{"gitlab-runner", 0.4}, {"actions-runner", 0.35}, {"jenkins-agent", 0.35}, {"git-poll", 0.6}, {"registry", 0.6}, {"package-mirror", 0.8}, {"object-store", 0.5}, {"slack", 0.1}}},
	{"desktop", 8, []string{"windows", "windows", "linux"}, 0.1, []chance{{"browsing", 0.95}, {"slack", 0.5}, {"push", 0.5}, {"imap", 0.5}, {"discord", 0.15}, {"irc", 0.06}, {"xmpp", 0.08},
		{"video", 0.25}, {"remote-desktop", 0.6}, {"smb-client", 0.5}, {"kerberos", 0.5}, {"remote-help", 0.25}, {"openvpn", 0.12}, {"electrum-wallet", 0.07}, {"ticker", 0.08}, {"dead-service", 0.15}, {"tor-client", 0.02}}},
	{"gateway", 8, []string{"linux", "small"}, 0.5, []chance{{"mqtt-device", 0.6}, {"mqtt-broker", 0.25}, {"modbus-gateway", 0.5}, {"telemetry", 0.5}, {"vehicle-tracker", 0.15}, {"camera-recorder", 0.12}, {"openvpn", 0.2}, {"push", 0.05}}},
	{"chain", 4, linux, 0.6, []chance{{"bitcoin-node", 0.3}, {"ethereum-node", 0.3}, {"monero-node", 0.2}, {"lightning-node", 0.2}, {"chain-rpc", 0.6}, {"chain-feed", 0.4}, {"electrum-wallet", 0.15}, {"bot-poll", 0.1}}},
	{"trading", 4, linux, 0.2, []chance{{"ticker", 0.8}, {"trading-bot", 0.5}, {"fix-session", 0.4}, {"chain-feed", 0.3}, {"chain-rpc", 0.3}, {"redis-client", 0.5}, {"postgres-client", 0.4}, {"bot-poll", 0.3}}},
	{"research", 5, linux, 0.4, []chance{{"jupyter", 0.6}, {"compute-worker", 0.3}, {"task-worker", 0.3}, {"object-store", 0.6}, {"nfs-client", 0.4}, {"ssh-session", 0.7}, {"registry", 0.3}, {"crawler", 0.1}}},
	{"bots", 3, linux, 0.3, []chance{{"bot-poll", 0.6}, {"discord", 0.4}, {"irc", 0.3}, {"slack", 0.3}, {"xmpp", 0.2}, {"crawler", 0.2}, {"api-client", 0.5}, {"ticker", 0.2}, {"game-server", 0.15}}},
	{"files", 4, []string{"linux", "windows"}, 0.2, []chance{{"rsync", 0.7}, {"ftp", 0.4}, {"smb-client", 0.3}, {"backup", 0.7}, {"ldap-client", 0.4}, {"kerberos", 0.2}, {"nfs-client", 0.3}, {"smtp", 0.4}, {"dns-tcp", 0.15}}},
}

// Plan says what each interface runs.
type Plan struct {
	role  role
	kinds map[string]bool
}

// NewPlans draws roles and programs for a number of interfaces; if there are
// many, each kind of program runs somewhere.
func NewPlans(r *rnd.Rand, n int) []Plan {
	plans := make([]Plan, n)
	seen := map[string]bool{}
	for i := range plans {
		plans[i] = Plan{drawRole(r), map[string]bool{}}
		list := plans[i].role.runs
		if plans[i].role.name != "gateway" && plans[i].role.name != "desktop" {
			list = append(append([]chance{}, list...), common...)
		}
		for _, c := range list {
			if r.Chance(c.p) {
				plans[i].kinds[c.kind] = true
				seen[c.kind] = true
			}
		}
	}
	for _, p := range programs {
		if n >= 100 && !seen[p.kind] {
			plans[place(r, plans, p.kind)].kinds[p.kind] = true
		}
	}
	return plans
}

func drawRole(r *rnd.Rand) role {
	sum := 0.0
	for _, x := range roles {
		sum += x.share
	}
	at := r.U(0, sum)
	for _, x := range roles {
		if at -= x.share; at < 0 {
			return x
		}
	}
	return roles[0]
}

// place finds an interface whose role may run a kind.
func place(r *rnd.Rand, plans []Plan, kind string) int {
	order := r.Perm(len(plans))
	for _, i := range order {
		for _, c := range plans[i].role.runs {
			if c.kind == kind {
				return i
			}
		}
	}
	return order[0]
}

// OS draws the operating system, and whether there is a public address.
func (p Plan) OS(r *rnd.Rand) (os string, exposed bool) {
	return rnd.Pick(r, p.role.os...), r.Chance(p.role.public)
}

// Start runs the plan's programs on a host.
func (p Plan) Start(h *sim.Host) {
	for _, q := range programs {
		if p.kinds[q.kind] {
			h.Start(q.kind, q.run)
		}
	}
	if h.Exposed {
		scans(h)
	}
}
