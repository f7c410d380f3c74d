// Package roles says what hosts are for: which programs they run, which
// services they offer, and to whom.
package roles

import (
	"makes/x/internal/rnd"
	"makes/x/internal/site"
)

// use is a number of kinds from one group of the catalogue.
type use struct {
	group string
	count rnd.Span
}

// serve is a kind of service offered, one of several names, and its clients.
type serve struct {
	names   []string
	clients rnd.Span
	where   site.Where
}

// Role is what a host is for.
type Role struct {
	Name    string
	Weight  float64
	Public  float64 // odds of a public address
	Pods    bool    // many addresses
	Windows bool
	Gateway bool // translates addresses for instances
	Light   bool // without most agents
	Quiet   bool // with next to nothing
	Spells  bool // runs for a while only, now and then
	uses    []use
	serves  []serve
}

func span(lo, hi float64) rnd.Span { return rnd.Span{Lo: lo, Hi: hi} }

func offer(lo, hi float64, where site.Where, names ...string) serve {
	return serve{names, span(lo, hi), where}
}

// base is what most hosts have.
var base = []use{
	{"cloud", span(1, 5)}, {"security", span(1, 3)}, {"observe", span(1, 4)}, {"config", span(1, 3)}, {"broken", span(0, 1.2)},
}

// watched are services by which hosts are watched from inside.
var watched = offer(0.6, 2.4, site.Inside, "prometheus-scrape", "zabbix-passive", "nrpe-check", "check-mk", "load-balancer-tcp-check", "ssh-automation", "winrm", "metrics-server-scrape")

// Roles has all roles.
var Roles = []Role{
	{Name: "web", Weight: 8, Public: 0.8,
		uses: []use{{"database", span(1, 3)}, {"web", span(0, 2)}, {"queue", span(0, 1)}},
		serves: []serve{offer(30, 250, site.Home, "web-visitor"), offer(3, 14, site.Cloud, "crawled", "webhook-in"), offer(2, 8, site.World, "uptime-probe-in", "dns-health-checker"),
			offer(5, 60, site.Home, "ajax-poll", "sse", "signalr", "long-poll-page", "ad-beacon", "graphql-ws")}},
	{Name: "app", Weight: 14,
		uses:   []use{{"database", span(2, 5)}, {"queue", span(1, 3)}, {"web", span(2, 5)}, {"stream", span(0, 2)}, {"kube", span(0, 2)}, {"cloud", span(2, 5)}},
		serves: []serve{offer(2, 6, site.Inside, "alb-target", "api-internal", "grpc-unary", "thrift-rpc"), offer(1, 3, site.Inside, "load-balancer-check")}},
	{Name: "database", Weight: 6, Light: true,
		uses: []use{{"storage", span(1, 2)}, {"database", span(0, 2)}},
		serves: []serve{offer(4, 30, site.Inside, "postgres-pool", "mysql-pool", "sqlserver-pool", "mongo-driver", "cassandra-driver", "elastic-client", "clickhouse", "rds-proxy-pool", "oracle-session"),
			offer(1, 3, site.Inside, "postgres-replica", "mysql-binlog", "mongo-replset", "cdc-connector"), offer(1, 10, site.Inside, "aurora-topology", "mongo-monitor", "postgres-listen")}},
	{Name: "cache", Weight: 3, Light: true,
		serves: []serve{offer(5, 40, site.Inside, "redis-commands", "memcached", "aerospike", "hazelcast"), offer(1, 9, site.Inside, "redis-pubsub", "redis-block-pop", "celery-mingle"), offer(1, 4, site.Inside, "redis-replica", "redis-sentinel")}},
	{Name: "broker", Weight: 4,
		uses: []use{{"storage", span(0, 1)}, {"queue", span(0, 1)}},
		serves: []serve{offer(5, 40, site.Inside, "kafka-consumer", "kafka-producer", "amqp-consumer", "nats-client", "mqtt-client", "stomp", "openwire", "nsq", "pulsar"),
			offer(2, 12, site.Inside, "kafka-group-heartbeat", "amqp-publisher", "telegraf-mqtt", "kafka-broker-fetch"), offer(0, 12, site.Home, "fleet-telematics", "home-hub")}},
	{Name: "kube-node", Weight: 12, Pods: true,
		uses: []use{{"kube", span(5, 11)}, {"database", span(2, 5)}, {"queue", span(1, 3)}, {"stream", span(1, 3)}, {"web", span(2, 5)}, {"observe", span(1, 4)}, {"cloud", span(2, 6)}}},
	{Name: "kube-control", Weight: 2,
		uses:   []use{{"kube", span(3, 6)}},
		serves: []serve{offer(4, 25, site.Inside, "kubelet-api"), offer(4, 25, site.Inside, "kube-proxy-watch", "operator-watch"), offer(2, 4, site.Inside, "etcd-raft", "apiserver-etcd")}},
	{Name: "discovery", Weight: 2,
		uses:   []use{{"kube", span(2, 4)}},
		serves: []serve{offer(8, 50, site.Inside, "consul-gossip", "consul-rpc", "zookeeper-client", "eureka-heartbeat", "nacos-client", "nomad-client", "memberlist"), offer(3, 15, site.Inside, "consul-blocking-query", "eureka-registry", "etcd-config-watch", "vault-agent", "istio-xds", "spire-agent")}},
	{Name: "batch", Weight: 5,
		uses: []use{{"ci", span(1, 3)}, {"storage", span(1, 3)}, {"bigdata", span(0, 2)}, {"database", span(0, 2)}, {"queue", span(0, 2)}}},
	{Name: "bigdata", Weight: 5,
		uses:   []use{{"bigdata", span(3, 7)}, {"storage", span(1, 2)}, {"queue", span(0, 2)}},
		serves: []serve{offer(2, 12, site.Inside, "hdfs-datanode", "yarn-nodemanager", "spark-executor", "flink-task", "hbase-region", "dask-worker", "ray-raylet")}},
	{Name: "ci-runner", Weight: 4,
		uses: []use{{"ci", span(3, 7)}, {"web", span(1, 2)}, {"storage", span(0, 1)}}},
	{Name: "bastion", Weight: 2, Public: 1,
		uses:   []use{{"remote", span(2, 6)}, {"network", span(0, 1)}},
		serves: []serve{offer(2, 14, site.Home, "ssh-from-home", "ssl-vpn", "mosh", "rdp", "webterm")}},
	{Name: "nat-gateway", Weight: 2, Public: 1, Gateway: true, Light: true},
	{Name: "load-balancer", Weight: 4, Public: 0.8, Light: true,
		uses:   []use{{"web", span(0, 1)}},
		serves: []serve{offer(40, 300, site.Home, "web-visitor", "mobile-api"), offer(10, 90, site.Home, "signalr", "socket-io", "sse", "graphql-ws", "ajax-poll", "charge-point", "phoenix-channel"), offer(2, 6, site.World, "dns-health-checker", "uptime-probe-in")}},
	{Name: "desktop", Weight: 6, Windows: true,
		uses:   []use{{"web", span(2, 4)}, {"chat", span(2, 4)}, {"mail", span(1, 3)}, {"config", span(3, 6)}, {"storage", span(1, 2)}, {"remote", span(0, 2)}, {"security", span(1, 2)}},
		serves: []serve{offer(1, 1, site.Home, "pcoip-udp", "rdp")}},
	{Name: "directory", Weight: 2, Windows: true,
		uses:   []use{{"config", span(1, 3)}, {"storage", span(0, 1)}},
		serves: []serve{offer(10, 60, site.Inside, "ldap-pool"), offer(10, 60, site.Inside, "dns-directory"), offer(5, 40, site.Inside, "kerberos", "netlogon-rpc", "sssd-ldap")}},
	{Name: "monitor", Weight: 3,
		uses:   []use{{"observe", span(5, 10)}, {"database", span(0, 1)}},
		serves: []serve{offer(8, 60, site.Inside, "zabbix-active", "sensu-agent", "wazuh-agent", "icinga-cluster", "grafana-live", "dashboard-refresh")}},
	{Name: "log-collector", Weight: 3,
		serves: []serve{offer(10, 70, site.Inside, "splunk-forwarder", "fluent-forward", "beats-lumberjack", "syslog-tcp", "syslog-udp", "otlp-grpc", "loki-push", "vector-sink"), offer(2, 20, site.Nearby, "gelf-udp", "flow-export", "snmp-trap", "syslog-tls")}},
	{Name: "mail-server", Weight: 1.5, Public: 1,
		uses:   []use{{"mail", span(1, 3)}},
		serves: []serve{offer(10, 80, site.Home, "imap-idle-in", "activesync-ping"), offer(10, 60, site.World, "smtp-in")}},
	{Name: "realtime", Weight: 3, Public: 0.8,
		uses:   []use{{"stream", span(1, 3)}, {"database", span(1, 2)}, {"queue", span(0, 2)}},
		serves: []serve{offer(15, 120, site.Home, "signalr", "socket-io", "game-session-tcp", "game-session-udp", "graphql-ws", "phoenix-channel"), offer(2, 20, site.Home, "game-server-query", "sse")}},
	{Name: "chain-service", Weight: 4, Public: 0.5,
		uses:   []use{{"chain", span(3, 8)}, {"finance", span(0, 2)}},
		serves: []serve{offer(2, 25, site.Home, "bitcoin-inbound-peer", "electrum-client", "devp2p-peer"), offer(1, 9, site.Inside, "bitcoin-rpc", "eth-rpc-poll", "eth-heads-ws", "bitcoin-zmq", "explorer-backend")}},
	{Name: "crawler", Weight: 2, Public: 0.3,
		uses: []use{{"web", span(2, 4)}, {"config", span(1, 2)}, {"network", span(0, 2)}}},
	{Name: "learning", Weight: 4,
		uses: []use{{"bigdata", span(2, 5)}, {"storage", span(1, 3)}, {"ci", span(1, 2)}}},
	{Name: "device-gateway", Weight: 4, Public: 0.6,
		uses:   []use{{"device", span(3, 7)}, {"queue", span(0, 2)}},
		serves: []serve{offer(5, 60, site.Home, "gps-tracker", "charge-point", "smart-meter", "lwm2m", "lora-forwarder", "fleet-telematics", "home-hub", "solar-inverter", "set-top-box")}},
	{Name: "trading", Weight: 3,
		uses: []use{{"finance", span(3, 7)}, {"stream", span(1, 3)}, {"chain", span(0, 2)}, {"database", span(1, 2)}}},
	{Name: "network-appliance", Weight: 2, Public: 0.7,
		uses: []use{{"network", span(3, 7)}, {"remote", span(1, 3)}, {"chat", span(0, 2)}}},
	{Name: "function", Weight: 6, Light: true, Spells: true,
		uses: []use{{"cloud", span(2, 5)}, {"database", span(0, 2)}, {"web", span(0, 2)}}},
	{Name: "vpc-endpoint", Weight: 3, Light: true,
		serves: []serve{offer(5, 50, site.Inside, "cloudwatch-metrics", "ssm-message-poll", "cloudwatch-logs", "secrets", "kms", "sqs-long-poll", "sts"), offer(3, 25, site.Inside, "ssm-control-channel", "ecs-acs", "ecs-telemetry", "ssm-health", "xray-segments", "kinesis-producer")}},
	{Name: "file-server", Weight: 2,
		uses:   []use{{"storage", span(1, 3)}},
		serves: []serve{offer(4, 40, site.Inside, "nfs-mount", "smb-share", "efs-nfs", "lustre", "iscsi")}},
	{Name: "bots", Weight: 3,
		uses: []use{{"chat", span(3, 7)}, {"stream", span(1, 3)}, {"web", span(0, 2)}, {"chain", span(0, 1)}}},
	{Name: "hobby", Weight: 4, Public: 0.9,
		uses:   []use{{"remote", span(1, 3)}, {"chat", span(0, 2)}, {"network", span(0, 2)}, {"device", span(0, 1)}, {"chain", span(0, 1)}, {"storage", span(0, 2)}, {"mail", span(0, 1)}},
		serves: []serve{offer(0, 20, site.Home, "web-visitor", "ssh-from-home", "game-session-tcp")}},
	{Name: "idle", Weight: 8, Quiet: true},
}

// Draw draws a role.
func Draw(r *rnd.Rand) *Role {
	sum := 0.0
	for i := range Roles {
		sum += Roles[i].Weight
	}
	x := r.Float64() * sum
	for i := range Roles {
		if x -= Roles[i].Weight; x < 0 {
			return &Roles[i]
		}
	}
	return &Roles[0]
}
