package life

import (
	"strings"

	"makes/c/internal/dice"
)

// role is a sort of machine: how common it is, what it always runs, often and
// sometimes.
type role struct {
	name                    string
	share                   float64
	always, often, seldom   string
	windows                 bool
	managed, exposed, quiet float64 // chances of fleet agents, of a public address, of little else
}

var roles = []role{
	{name: "web-server", share: 14, always: "https-server", often: "postgres-pool redis-cache object-store", seldom: "websocket-server memcached smtp-relay elasticsearch-client", managed: 0.8, exposed: 0.9},
	{name: "app-server", share: 14, always: "alb-target", often: "postgres-pool redis-cache rest-client sqs-poll", seldom: "mysql-pool graph-api vault-client apm-agent ldap-pool redis-subscribe otel-exporter", managed: 0.8},
	{name: "microservice", share: 9, always: "grpc-stream kafka-consumer", often: "kafka-producer mongodb-driver otel-exporter consul-agent", seldom: "cassandra-driver etcd-watch nats-client service-mesh", managed: 0.6},
	{name: "kubernetes-node", share: 11, always: "kubelet", often: "image-pull service-mesh prometheus-target rest-client redis-cache", seldom: "kafka-consumer nats-client rabbitmq-consumer health-checker etcd-watch", managed: 0.7},
	{name: "database", share: 7, always: "postgres-server", often: "backup prometheus-target postgres-replica", seldom: "nfs-mount zookeeper-session jmx", managed: 0.7},
	{name: "worker", share: 8, always: "rabbitmq-consumer", often: "celery-worker object-store mysql-pool rabbitmq-publisher", seldom: "smtp-relay activemq-stomp rest-client crawler", managed: 0.6},
	{name: "build-machine", share: 6, always: "ci-runner git", often: "image-pull package-mirror object-store", seldom: "license-server ssh-server", managed: 0.5},
	{name: "desktop", share: 8, always: "web-browsing", often: "chat-websocket exchange-mapi active-directory smb-share push-notification", seldom: "rdp video-stream print-spooler vnc remote-support imap-idle webrtc-turn-tcp sccm-client", windows: true, managed: 0.6},
	{name: "windows-server", share: 6, always: "active-directory", often: "mssql-client smb-share winrm sccm-client", seldom: "rdp backup print-spooler license-server", windows: true, managed: 0.8},
	{name: "bastion", share: 4, always: "ssh-server", often: "ssh-interactive ssh-idle", seldom: "reverse-tunnel remote-ide vpn-keepalive", managed: 0.5, exposed: 1},
	{name: "iot-gateway", share: 5, always: "mqtt-client", often: "telemetry-tcp modbus-poll", seldom: "opc-ua camera smart-meter tracker-gateway vpn-keepalive", managed: 0.2, exposed: 0.3},
	{name: "data-node", share: 5, always: "object-store spark-executor", often: "jupyter rsync nfs-mount", seldom: "dask-worker training-tracker ftp elasticsearch-client", managed: 0.5},
	{name: "monitoring", share: 3, always: "prometheus-server", often: "health-checker inventory-scan", seldom: "statsd-graphite telegram-bot json-rpc-line", managed: 0.4},
	{name: "finance", share: 3, always: "price-ticker", often: "trading-bot fix-session", seldom: "ethereum-rpc bitcoin-rpc news-feed telegram-bot", managed: 0.4},
	{name: "chain-node", share: 3, always: "ethereum-rpc", often: "bitcoin-node", seldom: "ethereum-node monero-node lightning-node electrum-wallet monero-wallet", managed: 0.3, exposed: 0.5},
	{name: "idle", share: 4, often: "beacon", seldom: "long-poll dead-refused", managed: 0.3, quiet: 1},
}

// Anything may run anywhere: what every machine may have.
const (
	fleetAgents = "ssm-agent metrics-agent edr-agent wazuh-agent splunk-forwarder syslog-tcp cloud-logs vulnerability-agent zabbix-agent"
	anywhere    = "ntp dns-udp package-mirror beacon long-poll salt-minion puppet-agent dns-over-tcp antivirus-update rest-client backup dead-refused dead-dropped prometheus-target chat-websocket server-sent-events telemetry-tcp json-rpc-line vpn-keepalive ssh-idle"
)

// Plan gives each host its kinds. Every kind occurs somewhere in a run of 200
// hosts, and in smaller runs with a chance to match.
func Plan(d *dice.Dice, hosts int) (kinds [][]Kind, windows []bool) {
	kinds, windows = make([][]Kind, hosts), make([]bool, hosts)
	count := map[string]int{}
	for i := range hosts {
		r := drawRole(d)
		windows[i] = r.windows
		for _, name := range r.draw(d) {
			kinds[i] = append(kinds[i], byName(name))
			count[name]++
		}
	}
	for _, k := range Kinds {
		wanted := float64(hosts) / 200 * d.Log(1, 4)
		if hosts >= 200 {
			wanted = max(wanted, 1)
		}
		for need := wanted - float64(count[k.Name]); d.Chance(min(max(need, 0), 1)); need-- {
			i := d.IntN(hosts)
			kinds[i] = append(kinds[i], k)
		}
	}
	return kinds, windows
}

func drawRole(d *dice.Dice) role {
	total := 0.0
	for _, r := range roles {
		total += r.share
	}
	at := d.U(0, total)
	for _, r := range roles {
		if at -= r.share; at < 0 {
			return r
		}
	}
	return roles[0]
}

// draw gives the names of the programs of one machine of the role.
func (r role) draw(d *dice.Dice) []string {
	var names []string
	taken := map[string]bool{}
	add := func(list string, p float64) {
		for _, name := range strings.Fields(list) {
			if !taken[name] && d.Chance(p) {
				taken[name] = true
				names = append(names, name)
			}
		}
	}
	add(r.always, 1)
	add(r.often, 0.55)
	add(r.seldom, 0.2)
	if d.Chance(r.managed) {
		add(fleetAgents, 0.3)
	}
	if d.Chance(r.exposed) {
		add("internet-noise", 1)
	}
	if !d.Chance(r.quiet) {
		add(anywhere, 0.09)
	}
	return names
}
