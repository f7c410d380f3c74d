package everyday

import "makes/b/internal/wire"

// Kind is an ordinary program and where it is found: for every role the
// probability that a machine has it, and one for machines of any role.
type Kind struct {
	Name string
	Run  func(*wire.Proc)
	Any  float64
	In   map[string]float64
}

type in = map[string]float64

// Roles are what machines are for, with their frequencies.
var Roles = []struct {
	Name  string
	Share float64
}{
	{"web", 15}, {"app", 20}, {"database", 8}, {"queue", 5}, {"build", 6}, {"gateway", 8}, {"node", 14},
	{"desktop", 10}, {"trading", 4}, {"monitor", 3}, {"bastion", 3}, {"chain", 3}, {"batch", 7}, {"mail", 2}, {"quiet", 4},
}

// Unlabelled is the kind whose traffic gets no label.
const Unlabelled = "scanned"

// Kinds are all ordinary programs.
var Kinds = []Kind{
	{"web-server", webServer, 0, in{"web": .9}},
	{"api-server", apiServer, .02, in{"app": .6, "web": .2}},
	{"health-checked", healthChecked, 0, in{"web": .6, "app": .7, "queue": .2}},
	{"browsing", browsing, .003, in{"desktop": .95}},
	{"api-client", apiClient, .1, in{"app": .6, "desktop": .3, "web": .3}},
	{"rest-polling", restPolling, .03, in{"app": .2, "gateway": .15}},
	{"long-poll", longPoll, .02, in{"desktop": .3, "app": .1}},
	{"websocket-app", webSocketApp, .01, in{"desktop": .5, "app": .1}},
	{"event-stream", eventStream, .01, in{"app": .1, "desktop": .1}},
	{"grpc-stream", grpcStream, .02, in{"app": .3, "node": .3}},
	{"webhooks", webhooks, 0, in{"app": .2, "build": .2}},
	{"crypto-ticker", cryptoTicker, .005, in{"trading": .6, "desktop": .05}},
	{"trading-bot", tradingBot, 0, in{"trading": .5}},
	{"fix-session", fix, 0, in{"trading": .6}},
	{"market-feed", marketFeed, 0, in{"trading": .5}},
	{"card-terminal", cardTerminal, 0, in{"app": .08, "gateway": .05}},
	{"mqtt-device", mqttDevice, .01, in{"gateway": .7}},
	{"mqtt-broker", mqttBroker, 0, in{"queue": .15, "gateway": .1}},
	{"opc-ua", opcUA, 0, in{"gateway": .3}},
	{"modbus", modbus, 0, in{"gateway": .3}},
	{"telecontrol", telecontrol, 0, in{"gateway": .15}},
	{"tracker", tracker, 0, in{"gateway": .2}},
	{"chargers", chargers, 0, in{"gateway": .12}},
	{"camera-relay", cameraRelay, 0, in{"gateway": .2}},
	{"postgres", postgres, .02, in{"app": .4, "web": .2}},
	{"mysql", mysql, .02, in{"web": .35, "app": .15}},
	{"mongo", mongo, .01, in{"app": .2}},
	{"redis", redis, .02, in{"app": .4, "web": .25}},
	{"redis-channel", redisChannel, 0, in{"app": .15, "web": .05}},
	{"kafka-consumer", kafkaConsumer, .01, in{"app": .15, "queue": .3, "batch": .2}},
	{"kafka-producer", kafkaProducer, .01, in{"app": .15, "queue": .2, "gateway": .1}},
	{"amqp-consumer", amqpConsumer, .01, in{"app": .25, "queue": .5}},
	{"nats", nats, 0, in{"app": .1, "queue": .2, "node": .05}},
	{"zookeeper", zookeeper, 0, in{"queue": .4, "batch": .2}},
	{"cassandra", cassandra, 0, in{"app": .08}},
	{"task-worker", taskWorker, 0, in{"batch": .8, "build": .1}},
	{"directory", directory, .03, in{"desktop": .4, "mail": .4}},
	{"metrics-agent", metricsAgent, .45, nil},
	{"scraped", scraped, .25, in{"node": .6}},
	{"scraper", scraper, 0, in{"monitor": .8}},
	{"zabbix", zabbix, .07, in{"database": .2}},
	{"log-shipper", logShipper, .25, in{"web": .3, "node": .3}},
	{"syslog", syslog, .1, in{"bastion": .5}},
	{"graphite", graphite, .03, in{"monitor": .2}},
	{"management-agent", managementAgent, .5, nil},
	{"kubelet", kubelet, 0, in{"node": .95}},
	{"etcd-watch", etcdWatch, 0, in{"node": .3}},
	{"gossip-agent", gossipAgent, .05, in{"app": .1}},
	{"build-runner", buildRunner, 0, in{"build": .9}},
	{"licences", licences, .005, in{"desktop": .2, "batch": .2}},
	{"security-agent", securityAgent, .25, in{"desktop": .5}},
	{"chat", chat, .003, in{"desktop": .7}},
	{"irc", irc, .005, in{"bastion": .15, "desktop": .05}},
	{"xmpp", xmpp, .003, in{"desktop": .1}},
	{"mail-idle", mailIdle, 0, in{"desktop": .5}},
	{"mail-server", mailServer, 0, in{"mail": 1}},
	{"shell", shell, .08, in{"bastion": .9, "build": .2}},
	{"ssh-tunnel", sshTunnel, .015, in{"bastion": .4}},
	{"remote-desktop", remoteDesktop, 0, in{"desktop": .5}},
	{"remote-help", remoteHelp, .005, in{"desktop": .25}},
	{"push", push, .003, in{"desktop": .4}},
	{"game-client", gameClient, .003, in{"desktop": .06}},
	{"bitcoin-node", bitcoinNode, 0, in{"chain": .4}},
	{"ethereum-node", ethereumNode, 0, in{"chain": .4}},
	{"rpc-client", rpcClient, .008, in{"chain": .5, "trading": .3}},
	{"wallet-server", walletServer, .004, in{"chain": .4, "trading": .1}},
	{"validator", validator, 0, in{"chain": .4}},
	{"lightning", lightningPeer, 0, in{"chain": .3}},
	{"backup", backup, .15, in{"database": .8}},
	{"updates", updates, .6, nil},
	{"images", images, 0, in{"node": .8, "build": .7}},
	{"mirror", mirror, .02, in{"build": .1}},
	{"streaming", streaming, 0, in{"desktop": .25}},
	{"source-control", sourceControl, .01, in{"build": .9, "desktop": .2}},
	{"file-share", fileShare, .02, in{"desktop": .5, "batch": .4}},
	{"file-sync", fileSync, 0, in{"desktop": .3}},
	{"ftp", ftp, .01, in{"batch": .1}},
	{"torrents", torrents, .001, in{"desktop": .05}},
	{"vpn-idle", vpnIdle, .015, in{"bastion": .3, "gateway": .2}},
	{"beacon", beacon, .015, nil},
	{"backdoor", backdoor, .01, nil},
	{"dead-service", deadService, .06, nil},
	{"firewalled", firewalled, .06, nil},
	{"flaky", flaky, .02, in{"gateway": .1}},
	{Unlabelled, scanned, .25, in{"web": .5, "bastion": .7, "mail": .7}},
	{"dns-tcp", nameTCP, .03, in{"mail": .5}},
	{"dns", names, .25, nil},
	{"ntp", clock, .25, nil},
	{"onion", onion, .008, nil},
	{"phone", phone, .005, in{"gateway": .05, "desktop": .05}},
	{"volunteer", volunteer, .01, in{"batch": .05}},
}
