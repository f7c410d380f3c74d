package apps

// programs are all the ordinary kinds.
var programs = []program{
	{"datadog-agent", datadog}, {"newrelic-agent", newRelic}, {"cloudwatch-agent", cloudWatch}, {"ssm-agent", ssm},
	{"prometheus-exporter", prometheus}, {"otlp-exporter", otlp}, {"zabbix-agent", zabbix}, {"nagios-nrpe", nrpe},
	{"wazuh-agent", wazuh}, {"filebeat", filebeat}, {"syslog", syslog}, {"fluent-bit", fluentBit}, {"splunk-forwarder", splunk},
	{"salt-minion", salt}, {"puppet-agent", puppet}, {"remote-help", remoteHelp}, {"beacon", beacon},
	{"postgres-client", postgres}, {"mysql-client", mysql}, {"mssql-client", sqlServer}, {"mongodb-client", mongo},
	{"redis-client", redis}, {"redis-subscriber", redisSubscriber}, {"redis-replica", redisReplica}, {"memcached-client", memcached},
	{"cassandra-client", cassandra}, {"database-gossip", gossip}, {"elasticsearch-client", elastic}, {"postgres-server", postgresServer},
	{"ldap-client", ldap}, {"nfs-client", nfs}, {"smb-client", smb},
	{"rabbitmq-client", rabbit}, {"kafka-consumer", kafkaConsumer}, {"kafka-producer", kafkaProducer}, {"nats-client", nats},
	{"sqs-consumer", sqs}, {"grpc-client", grpc}, {"grpc-server", grpcServer}, {"zookeeper-client", zookeeper}, {"etcd-peer", etcd},
	{"consul-agent", consul}, {"kubelet", kubelet}, {"kube-watch", kubeWatch},
	{"slack", slack}, {"discord", discord}, {"irc", irc}, {"xmpp", xmpp}, {"chat-server", chatServer}, {"bot-poll", botPoll},
	{"push", push}, {"ticker", ticker}, {"trading-bot", trader}, {"fix-session", fix}, {"event-stream", events}, {"game-server", game},
	{"ssh-session", sshSession}, {"ssh-tunnel", sshTunnel}, {"ansible", ansible}, {"remote-desktop", desktop}, {"openvpn", openVPN},
	{"jupyter", jupyter}, {"tor-client", tor},
	{"bitcoin-node", bitcoinNode}, {"ethereum-node", ethereumNode}, {"monero-node", moneroNode}, {"lightning-node", lightningNode},
	{"chain-rpc", chainRPC}, {"chain-feed", chainFeed}, {"electrum-wallet", electrum},
	{"mqtt-device", mqtt}, {"mqtt-broker", mqttBroker}, {"modbus-gateway", modbus}, {"telemetry", telemetry}, {"vehicle-tracker", tracker},
	{"camera-recorder", camera}, {"imap", imap}, {"smtp", smtp}, {"kerberos", kerberos}, {"browsing", browsing}, {"video", video},
	{"web-public", webPublic}, {"web-balanced", webBalanced}, {"api-poll", apiPoll}, {"api-client", apiClient}, {"microservice", microservice},
	{"long-poll", longPoll}, {"crawler", crawler}, {"package-mirror", mirror},
	{"backup", backup}, {"object-store", objectStore}, {"rsync", rsync}, {"registry", registry}, {"git-poll", git},
	{"gitlab-runner", gitlabRunner}, {"actions-runner", actionsRunner}, {"jenkins-agent", jenkinsAgent}, {"compute-worker", compute},
	{"task-worker", taskWorker}, {"ftp", ftp}, {"dns-tcp", dnsTCP}, {"ntp", ntp}, {"dead-service", dead},
}
