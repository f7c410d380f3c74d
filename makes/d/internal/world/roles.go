package world

// program is an ordinary kind that a role has with some probability.
type program struct {
	kind   string
	chance float64
}

// role is what a machine is for.
type role struct {
	name     string
	weight   float64
	nightOff float64 // chance of being switched off at night
	programs []program
}

// base is what nearly every machine runs.
var base = []program{{"names", 0.9}, {"clock", 0.7}, {"update", 0.7}, {"metrics-agent", 0.5},
	{"cloud-agent", 0.45}, {"guard", 0.25}, {"syslog", 0.25}, {"shell-in", 0.25}, {"scraped", 0.3}, {"scanned", 0.3}}

var roles = []role{
	{"web", 14, 0, []program{{"web-server", 1}, {"sql-pool", 0.6}, {"redis", 0.6}, {"log-shipper", 0.5},
		{"rest-client", 0.4}, {"backup", 0.3}, {"upload", 0.3}, {"webhook", 0.25}, {"mail-out", 0.15}, {"search", 0.15}}},
	{"application", 20, 0, []program{{"api-server", 0.9}, {"sql-pool", 0.8}, {"redis", 0.6}, {"kafka-out", 0.3},
		{"kafka-in", 0.3}, {"amqp", 0.3}, {"mongo", 0.25}, {"rest-client", 0.6}, {"traces", 0.4}, {"rpc-stream", 0.4},
		{"log-shipper", 0.4}, {"pubsub", 0.2}, {"directory", 0.15}, {"zookeeper", 0.12}, {"long-poll", 0.15}}},
	{"database", 7, 0, []program{{"sql-server", 0.9}, {"replica", 0.6}, {"backup", 0.8}, {"gossip", 0.3},
		{"zookeeper", 0.2}, {"graphite", 0.15}, {"zabbix", 0.3}}},
	{"worker", 10, 0, []program{{"amqp", 0.6}, {"task-farm", 0.3}, {"executor", 0.3}, {"sql-pool", 0.5}, {"redis", 0.5},
		{"upload", 0.5}, {"crawler", 0.2}, {"pieces", 0.15}, {"kafka-in", 0.3}, {"rest-client", 0.4}, {"file-share", 0.2}}},
	{"build", 6, 0.2, []program{{"runner", 0.9}, {"git", 0.9}, {"images", 0.6}, {"compile", 0.3}, {"upload", 0.4}, {"dead-service", 0.15}}},
	{"gateway", 7, 0, []program{{"mqtt", 0.8}, {"fieldbus", 0.4}, {"telecontrol", 0.2}, {"camera", 0.25}, {"tunnel", 0.35},
		{"push", 0.2}, {"vpn", 0.3}, {"dead-service", 0.15}}},
	{"cluster", 12, 0, []program{{"watch", 1}, {"images", 0.7}, {"api-server", 0.5}, {"rpc-stream", 0.6}, {"gossip", 0.3},
		{"health-checks", 0.4}, {"traces", 0.4}, {"redis", 0.4}, {"kafka-in", 0.3}, {"sql-pool", 0.4}, {"log-shipper", 0.5}}},
	{"desktop", 12, 0.6, []program{{"browse", 1}, {"chat", 0.7}, {"mailbox", 0.5}, {"editing", 0.4}, {"video", 0.3},
		{"shell", 0.3}, {"remote-desktop", 0.2}, {"directory", 0.4}, {"file-share", 0.4}, {"resolver", 0.25}, {"push", 0.4},
		{"licence", 0.25}, {"vpn", 0.15}, {"irc", 0.05}, {"xmpp", 0.08}, {"game", 0.06}, {"electrum", 0.03}, {"overlay", 0.15}}},
	{"trading", 3, 0, []program{{"ticker", 0.9}, {"fix", 0.5}, {"quoter", 0.4}, {"chain-events", 0.3}, {"sql-pool", 0.5}, {"rest-client", 0.6}}},
	{"chain", 2, 0, []program{{"bitcoin-node", 0.5}, {"eth-node", 0.5}, {"chain-rpc", 0.6}, {"validator", 0.3}, {"lightning", 0.2}, {"pool-watch", 0.1}}},
	{"gpu", 4, 0.1, []program{{"progress", 0.6}, {"inference", 0.5}, {"upload", 0.5}, {"file-share", 0.5}, {"git", 0.4}, {"shell-in", 0.5}, {"pieces", 0.2}}},
	{"bastion", 2, 0, []program{{"shell", 1}, {"shell-in", 1}, {"playbook", 0.7}, {"tunnel", 0.5}, {"scanned", 1}}},
	{"watcher", 2, 0, []program{{"health-checks", 1}, {"graphite", 0.5}, {"zabbix", 0.6}, {"feed", 0.3}, {"search", 0.6}, {"rest-client", 0.8}}},
	{"quiet", 5, 0.1, nil},
}
