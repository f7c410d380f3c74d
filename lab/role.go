package lab

// A role is what an interface's machine is for, and with it which ordinary
// programs run there. Kinds the lab does not have are passed over.
type role struct {
	name    string
	weight  int      // of a hundred interfaces, about so many
	private bool     // in a subnet without addresses of its own on the Internet
	usual   []string // on nearly every one
	often   []string // on every third
	seldom  []string // on one in twelve
}

// How likely a kind of each list is.
const (
	usually   = 0.85
	often     = 1. / 3
	seldom    = 1. / 12
	dualStack = 0.25
)

// roles are those of an ordinary cloud account.
var roles = []role{
	{
		name: "web server", weight: 15,
		usual:  []string{"lb-health", "dns", "web-server", "db-pool"},
		often:  []string{"redis", "log-ship", "scrape", "ntp", "metrics-agent", "memcached", "keep-alive", "scan", "reject", "reverse-proxy", "ssm-agent"},
		seldom: []string{"ssh-idle", "events", "long-poll", "websocket", "webhook", "backup", "mirror", "guess", "sweep", "video-stream"},
	},
	{
		name: "app server", weight: 17, private: true,
		usual:  []string{"db-pool", "lb-health", "dns"},
		often:  []string{"redis", "queue-poll", "kafka-producer", "rabbit", "grpc-health", "grpc-stream", "log-ship", "scrape", "traces", "mongo", "api", "consul", "mesh"},
		seldom: []string{"nats", "memcached", "push", "webhook", "ldap", "zookeeper", "ssh-idle", "json-rpc", "ticker", "elastic", "db-listen", "dead-backoff"},
	},
	{
		name: "database", weight: 10, private: true,
		usual:  []string{"db-replica", "ntp", "scrape"},
		often:  []string{"backup", "log-ship", "keep-alive", "binlog", "mongo", "redis-replica", "syslog", "iscsi"},
		seldom: []string{"ssh-idle", "etcd", "consul", "nfs", "ssh-active", "gossip", "elastic", "replicate", "zabbix"},
	},
	{
		name: "worker", weight: 13, private: true,
		usual:  []string{"queue-poll", "dns", "redis"},
		often:  []string{"celery", "task-worker", "rabbit", "kafka-consumer", "db-pool", "beacon-session", "log-ship", "scrape", "long-worker", "executor"},
		seldom: []string{"gearman", "beanstalk", "nats", "push", "imap-idle", "backup", "mail-check", "mail-server", "dead-pool", "dead-restart", "ticker", "feed"},
	},
	{
		name: "kubernetes node", weight: 17, private: true,
		usual:  []string{"kube-watch", "dns", "scrape", "lb-health"},
		often:  []string{"grpc-health", "grpc-stream", "mesh", "operator", "redis", "db-pool", "queue-poll", "log-ship", "kafka-consumer", "metrics-agent", "registry", "traces"},
		seldom: []string{"etcd", "nats", "mqtt", "websocket", "mirror", "consul", "rabbit", "mongo", "redis-bus", "dead-backoff"},
	},
	{
		name: "build runner", weight: 6, private: true,
		usual:  []string{"runner-poll", "dns", "mirror"},
		often:  []string{"registry", "log-ship", "git-poll", "build-agent", "backup", "license"},
		seldom: []string{"ssh-commands", "ntp", "beacon-connect", "puppet", "dead-restart"},
	},
	{
		name: "developer box", weight: 5,
		usual:  []string{"ssh-active", "web", "dns"},
		often:  []string{"chat", "push", "websocket", "mirror", "ssh-idle", "git-poll", "imap-idle", "scan", "reject", "ssh-tunnel"},
		seldom: []string{"irc", "video-call", "vnc", "json-rpc", "matrix", "x-window", "dns-tls", "radio", "torrent", "socks", "chain-poll", "turn-game"},
	},
	{
		name: "remote desktop", weight: 3,
		usual:  []string{"rdp", "web", "dns"},
		often:  []string{"chat", "push", "imap-idle", "smb", "ldap", "beacon-connect", "citrix", "license"},
		seldom: []string{"vnc", "video-call", "printer", "video-stream", "sleeper", "mail-check"},
	},
	{
		name: "bastion", weight: 2,
		usual:  []string{"ssh-idle", "ssh-active", "scan", "reject"},
		often:  []string{"brute-force", "guess", "ntp", "syslog", "ssm-agent", "ssh-tunnel"},
		seldom: []string{"openvpn", "keep-alive", "ping", "wireguard", "ssh-commands", "osquery"},
	},
	{
		name: "monitoring", weight: 3, private: true,
		usual:  []string{"ping", "dns", "ntp"},
		often:  []string{"scrape", "syslog", "snmp", "nagios", "zabbix", "carbon", "ssh-watch", "grpc-health", "keep-alive"},
		seldom: []string{"push", "chat", "websocket", "consul", "sensor", "salt-minion"},
	},
	{
		name: "device hub", weight: 2,
		usual:  []string{"mqtt-hub", "mqtt", "dns"},
		often:  []string{"modbus", "opc-ua", "ntp", "keep-alive", "websocket", "db-pool", "tracker", "charger"},
		seldom: []string{"plc", "telecontrol", "modem", "camera", "terminal", "beacon-connect"},
	},
	{
		name: "network appliance", weight: 1,
		usual:  []string{"bgp", "ntp", "ping"},
		often:  []string{"openvpn", "wireguard", "dns-tls", "syslog", "snmp", "reject", "diameter"},
		seldom: []string{"ssh-idle", "sip", "socks", "denied", "tor"},
	},
	{
		name: "trading desk", weight: 1,
		usual:  []string{"ticker", "fix", "feed"},
		often:  []string{"websocket", "db-pool", "grpc-stream", "dns", "kafka-consumer"},
		seldom: []string{"smpp", "terminal", "chain-heads", "turn-game", "dead-constant"},
	},
	{
		name: "chain node", weight: 2,
		usual:  []string{"bitcoin-node", "json-rpc", "dns"},
		often:  []string{"electrum", "ethereum-node", "lightning", "chain-poll", "chain-heads", "scrape"},
		seldom: []string{"monero-node", "dead-peers", "websocket", "scan"},
	},
	{
		name: "game and voice server", weight: 1,
		usual:  []string{"game-server", "dns", "scan"},
		often:  []string{"sip", "video-call", "websocket", "redis", "events"},
		seldom: []string{"xmpp", "irc", "radio", "turn-game"},
	},
	{
		name: "forgotten or taken over", weight: 2,
		usual:  []string{"backdoor", "keep-alive"},
		often:  []string{"irc", "sleeper", "brute-force", "guess", "dead-target", "dead-cron", "dead-mail", "scan", "reject", "beacon-connect"},
		seldom: []string{"tor", "socks", "torrent", "volunteer", "denied"},
	},
}

// role draws one by weight.
func (d dice) role() *role {
	total := 0
	for i := range roles {
		total += roles[i].weight
	}
	n := d.IntN(total)
	for i := range roles {
		if n -= roles[i].weight; n < 0 {
			return &roles[i]
		}
	}
	panic("lab: roles without weight")
}

// programs draws what runs on interface i, which has the role. Every second
// interface runs one kind more, whatever its role; all kinds take turns.
func (r *role) programs(d dice, i int) []string {
	var names []string
	take := func(list []string, p float64) {
		for _, k := range list {
			if d.chance(p) && kinds[k] != nil {
				names = append(names, k)
			}
		}
	}
	take(r.usual, usually)
	take(r.often, often)
	take(r.seldom, seldom)
	if i%2 == 1 || len(names) == 0 {
		all := Kinds(Benign)
		names = append(names, all[i/2%len(all)])
	}
	return names
}

// strangers are kinds begun from outside: they do not reach a private subnet.
var strangers = []string{"brute-force", "guess", "reject", "scan"}
