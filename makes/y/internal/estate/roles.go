package estate

import "makes/y/internal/sim"

// role is a kind of machine: how common, where, on what, and what it does. The uses are words: a program's name, "<" before
// it when the machine is called rather than calls, ":lo-hi" for how many peers, "?p" for the probability that it runs at all.
type role struct {
	name   string
	weight int
	env    string
	stack  sim.Stack
	public bool
	uses   string
}

// standby is the machine that waits for its turn: it has few programs and no agents, so its interface is often silent.
const standby = "standby"

var roles = []role{
	{"shop-web", 10, "prod", sim.Linux, false, "<alb-target:2-3 <alb-health:2-3 mysql-short:1-2 redis-session:1-2 memcached:1-3?0.4 elastic-rest:1-3?0.6 payment:1-3?0.7 feature-flags?0.3 track-events:1-2?0.5 search-api?0.3 sentry?0.5 smtp-out?0.4 efs-mount?0.4 xray-daemon?0.2 s3-batch:1-3?0.5 courier-api:1-2?0.3 grpc-calls:1-4?0.3"},
	{"front", 4, "prod", sim.Linux, true, "<shop-visitors <scanners <cdn-origin:8-40?0.6 <crawler:5-20 <route53-health:8-24?0.5 <uptime-check:5-20?0.6 <live-stream?0.3 <webhooks:1-3?0.4 alb-target:2-5 grpc-watch?0.3 <ssh-guess?0.15"},
	{"alb", 4, "prod", sim.Linux, true, "<shop-visitors <scanners alb-target:4-9 alb-health:4-9 <crawler:2-9 <cdn-origin:5-20?0.4"},
	{"api", 12, "prod", sim.Linux, false, "<alb-target:2-3 <alb-health:2-3 jdbc-pool:1-2?0.5 pgbouncer:1-2?0.4 pg-listen?0.25 redis-pool:1-2?0.8 redis-pubsub?0.3 mongo-driver:1-3?0.4 cassandra-cql:2-4?0.15 kafka-producer:2-3?0.5 kafka-consumer:2-3?0.4 grpc-calls:2-7?0.6 grpc-watch:1-3?0.4 dynamodb:1-3?0.4 sqs-worker:1-2?0.3 fcm:1-3?0.4 apns:1-2?0.4 feature-flags?0.4 consul-agent:1-3?0.25 nats:1-2?0.2 otlp?0.35 sentry?0.4 appconfig-agent?0.15 vault-agent?0.2 secrets-cache?0.4 pulsar?0.08 temporal-worker?0.12 eth-rpc?0.02"},
	{"worker", 8, "prod", sim.Linux, false, "sidekiq:1-2?0.5 amqp-consumer:1-2?0.5 sqs-worker:1-4?0.6 kafka-consumer:2-3?0.4 celery-worker?0.2 beanstalk?0.1 jdbc-pool:1-2?0.6 pgbouncer?0.3 elastic-rest:1-3?0.5 smtp-out:1-2?0.5 courier-api:1-6?0.6 s3-batch:2-5 imap-idle?0.25 temporal-worker:1-2?0.25 webhooks?0.1 payment:1-2?0.4 support-chat?0.15 openwire?0.15 slack-bot?0.1"},
	{"push", 3, "prod", sim.Linux, true, "<push-mqtt?0.7 <socket-io?0.7 <scanners <nlb-health:2-3 redis-pubsub:1-2 kafka-consumer:1-3 apns:1-3 fcm:1-3 <live-stream?0.4 <mobile-api?0.4"},
	{"mobile", 4, "prod", sim.Linux, true, "<mobile-api <scanners <cdn-origin:3-12?0.3 jdbc-pool?0.6 redis-pool:1-2 dynamodb:1-4 fcm apns grpc-calls:1-4 <uptime-check:3-9 xray-daemon?0.4"},
	{"mysql", 3, "prod", sim.Linux, false, "<mysql-short:2-5 <jdbc-pool:2-6 <mysql-binlog:0-2 <debezium:0-1 <lambda-sql:1-3?0.3 s3-batch night-backup?0.6 <prometheus:1-2"},
	{"postgres", 4, "prod", sim.Linux, false, "<pgbouncer:2-5 <pg-listen:1-4 <pg-replica:0-2 <lambda-sql:1-4?0.5 s3-batch night-backup?0.4 <prometheus:1-2"},
	{"redis", 3, "prod", sim.Linux, false, "<redis-session:1-4 <redis-pool:2-8 <sidekiq:1-4 <redis-pubsub:1-5 <redis-replica:0-2 <prometheus"},
	{"rabbit", 2, "prod", sim.Linux, false, "<amqp-consumer:4-12 <celery-worker:1-6 <prometheus <nlb-health:1-3"},
	{"kafka", 4, "data", sim.Linux, false, "<kafka-consumer:3-9 <kafka-producer:3-12 <kafka-follower:2-3 kafka-follower:2-3 zookeeper-session?0.5 <zookeeper-session:2-4?0.3 <prometheus"},
	{"search", 3, "prod", sim.Linux, false, "<elastic-rest:2-6 <elastic-node:2-4 elastic-node:1-3 <prometheus s3-batch"},
	{"mongo", 2, "prod", sim.Linux, false, "<mongo-driver:3-9 mongo-driver:1-2 <prometheus night-backup?0.5"},
	{"cassandra", 2, "data", sim.Linux, false, "<cassandra-cql:2-6 <cassandra-ring:2-5 cassandra-ring:2-5 <prometheus"},
	{"erp-app", 5, "corp", sim.Windows, false, "<sap-gui:8-40 <sap-rfc:1-4 oracle-net:1-2 tds?0.3 ibm-mq:1-2?0.6 <web-erp:4-20?0.6 jetdirect:3-12 sftp-drop:1-3?0.5 as2:1-2?0.3 ldap:1-2 domain-dns:2 kerberos:1-2 smb:1-2 scom-agent?0.5 windows-update defender <rdp:1-4 imap-idle?0.4 fix-feed?0.2 night-backup"},
	{"erp-db", 3, "corp", sim.Linux, false, "<oracle-net:2-5 <ssh-shell:1-3 night-backup:1-2 <zabbix-passive?0.5 syslog-tcp rsync?0.3"},
	{"mssql", 3, "corp", sim.Windows, false, "<tds:3-6 always-on:0-1 <always-on:0-1 kerberos:2 domain-dns:2 ldap scom-agent?0.5 windows-update defender night-backup <rdp:1-3 smb"},
	{"ts", 3, "corp", sim.Windows, false, "<rdp:6-30 <citrix-ica:4-25?0.5 tds:1-2 smb:1-3 kerberos:2 ldap:1-2 domain-dns:2 jetdirect:2-9 windows-update defender:1-2 ews-stream:1-3?0.5 remote-help?0.3 signalr:1-3?0.3 scom-agent?0.4"},
	{"dc", 3, "corp", sim.Windows, false, "<ldap:6-20 <kerberos:10-40 <domain-dns:8-20 <ad-replication:1-3 ad-replication:1-2 windows-update defender ntp:1-3 scom-agent?0.5 <smb:2-9"},
	{"files", 3, "corp", sim.Windows, false, "<smb:12-60 domain-dns:2 kerberos:2 night-backup windows-update defender <rsync:1-3?0.3 syncthing:1-3?0.1 <rdp:1-2"},
	{"backoffice", 3, "corp", sim.Windows, false, "<web-erp:8-40 <signalr:6-30 tds:1-2 ldap kerberos domain-dns:2 openwire?0.3 courier-api:1-4?0.4 smtp-out tableau-bridge?0.3 windows-update defender ews-stream?0.4"},
	{"warehouse", 2, "corp", sim.OldLinux, false, "<handheld:6-20 <time-clock:2-6 <telnet-5250:4-20?0.5 oracle-net jetdirect:2-6 ibm-mq?0.4 <ping-watch domain-dns:2 syslog-udp"},
	{"plant", 2, "corp", sim.Windows, false, "modbus:2-8 opc-ua:2-8 iot-core?0.6 tds telegraf-influx?0.5 remote-help?0.5 domain-dns:2 windows-update"},
	{"vpn", 3, "corp", sim.Linux, true, "<openvpn-tcp:6-35?0.6 <wireguard:3-12?0.5 <ipsec:2-6?0.6 bgp:1-6?0.6 ldap?0.5 <scanners <ping-watch:1-2 syslog-udp snmp-poll:1-4?0.3"},
	{"edi", 2, "corp", sim.Linux, true, "as2:2-6 <as2:2-6 sftp-drop:3-6 <sftp-drop:2-6 ftp-ingest:2-6 sap-rfc:1-2 ibm-mq:1-2 <scanners imap-idle:1-2"},
	{"pbx", 1, "corp", sim.Linux, true, "sip-trunk:1-2 <sip-trunk:10-40 <scanners ldap domain-dns:2 ntp:1-2"},
	{"mail-proxy", 1, "corp", sim.Linux, true, "<activesync:10-40 <scanners ldap domain-dns:2 smtp-out:1-2 ews-stream:1-2"},
	{"chat", 1, "corp", sim.Linux, false, "<mattermost:15-60 pgbouncer ldap smtp-out fcm?0.5 apns?0.5 s3-batch"},
	{"bastion", 2, "prod", sim.Linux, true, "<ssh-guess <scanners ssh-shell:4-12 ansible:5-20?0.6 <ssh-shell:3-12 teleport-node?0.4 derp?0.3"},
	{"prometheus", 2, "ops", sim.Linux, false, "prometheus:30-60 remote-write:1-2?0.6 alb-health:1-3?0.3 slack-bot?0.3"},
	{"zabbix", 2, "ops", sim.Linux, false, "zabbix-passive:6-9 snmp-poll:6-30 ping-watch:4-12 pgbouncer smtp-out <zabbix-active:0-0"},
	{"nagios", 1, "ops", sim.Linux, false, "nrpe:5-9 ping-watch:6-12 snmp-poll:4-20 smtp-out <icinga-satellite:0-3"},
	{"logs", 3, "ops", sim.Linux, false, "<lumberjack:8-20 <syslog-tcp:4-20 <syslog-udp:6-20 <splunk-forwarder:6-20?0.3 elastic-rest:2-3 elastic-node:1-3?0.4 mongo-driver?0.4 <promtail:4-12?0.3 ldap?0.4"},
	{"wazuh", 1, "ops", sim.Linux, false, "<wazuh-agent:10-20 elastic-rest:1-3 lumberjack slack-bot?0.4"},
	{"puppet", 1, "ops", sim.Linux, false, "<puppet:8-20 <salt-minion:6-20?0.4 git-fetch pgbouncer"},
	{"consul", 1, "prod", sim.Linux, false, "<consul-agent:6-12 consul-agent:2-4 etcd-peer:1-2?0.3 <prometheus"},
	{"ci", 2, "dev", sim.Linux, false, "<jenkins-agent:4-9 git-fetch:1-3 registry-pull:1-3 package-fetch:1-4 <web-erp:3-15 ldap smtp-out slack-bot?0.5"},
	{"runner", 5, "dev", sim.Linux, false, "jenkins-agent?0.5 gitlab-runner?0.4 actions-runner:1-2?0.4 buildkite?0.3 git-fetch:1-3 registry-pull:1-4 package-fetch:2-6 s3-batch:1-2 sts"},
	{"k8s-node", 10, "prod", sim.Linux, false, "kubelet:1-2 kube-watch:2-5 registry-pull:1-2?0.5 <kube-logs?0.5 <alb-target:1-3 <alb-health:1-3 <prometheus:1-3 jdbc-pool?0.4 redis-pool?0.5 grpc-calls:2-5 grpc-watch:1-3 kafka-consumer:1-3?0.4 argocd?0.15 efs-mount?0.3 otlp:1-2?0.5 etcd-peer?0.1 cloudflared?0.1 fluent-forward?0.4 promtail?0.3 feature-flags?0.3"},
	{"ecs-host", 4, "prod", sim.Linux, false, "ecs-agent:1-2 <alb-target:2-3 <alb-health:2-3 registry-pull dynamodb:1-2?0.5 sqs-worker:1-2?0.5 firehose?0.4 secrets-cache:1-2 xray-daemon?0.5 mongo-driver?0.3 kinesis-reader?0.2"},
	{"airflow", 3, "data", sim.Linux, false, "airflow-db:1-2 celery-worker?0.6 snowflake:1-2?0.5 trino-client?0.4 ftp-ingest:2-6 sftp-drop:2-5 s3-batch:3-6 redis-pool?0.4 smtp-out?0.3 temporal-worker?0.2 fix-feed?0.15"},
	{"spark", 6, "data", sim.Linux, false, "spark-executor:2-5 <spark-executor:1-3 spark-shuffle:2-6 <spark-shuffle:2-4 yarn-node?0.6 hdfs-datanode:1-2?0.6 s3-batch:3-6 kafka-consumer:2-3?0.4 zookeeper-session?0.2 dask-worker?0.15"},
	{"stream", 4, "data", sim.Linux, false, "kinesis-reader:1-4?0.6 kinesis-fanout:1-3?0.4 kafka-consumer:2-3 kafka-producer:2-3 debezium:1-2?0.5 clickhouse:1-3?0.6 firehose:1-2?0.5 dynamodb elastic-rest?0.4 pulsar:1-2?0.3 nats?0.3"},
	{"clickhouse", 1, "data", sim.Linux, false, "<clickhouse:2-6 zookeeper-session:1-3 <trino-client:1-4 s3-batch <prometheus"},
	{"notebook", 3, "data", sim.Linux, false, "<jupyter:2-12 snowflake?0.5 trino-client:1-2 dask-worker:1-3?0.4 ray-node?0.3 git-fetch package-fetch:1-3 s3-batch:2-4 <ssh-shell:1-4"},
	{"trino", 1, "data", sim.Linux, false, "<trino-client:2-6 s3-batch:2-4 hdfs-datanode?0.3 <prometheus"},
	{"dev-box", 6, "dev", sim.Linux, false, "<ssh-shell:1-5 <remote-ide:1-4 git-fetch:1-3 package-fetch:2-5 registry-pull pgbouncer?0.4 redis-pool?0.4 derp?0.3 matrix-sync?0.1 telegram-bot?0.15 discord-bot?0.1 slack-bot?0.2 ipfs-peer:3-12?0.04 reverse-ssh?0.15 syncthing?0.15 eth-rpc?0.1"},
	{"old-web", 4, "legacy", sim.OldLinux, true, "<web-probe <scanners <ssh-guess?0.8 mysql-short?0.6 old-wordpress <crawler:2-9 dead-agent:1-3 denied?0.5 denied-udp?0.5 half-dead?0.3 smtp-out?0.3"},
	{"old-box", 4, "legacy", sim.OldLinux, true, "<scanners <ssh-guess?0.7 dead-agent:1-4 denied:0-2 denied-udp:0-2 half-dead:0-2 irc-bouncer?0.35 xmpp?0.25 torrent?0.15 syncthing:1-3?0.2 reverse-ssh?0.35 remote-help?0.1 telegram-bot?0.25 discord-bot?0.2 <minecraft?0.15 graphite?0.4 collectd?0.4 rsync?0.4 ntp:1-3 matrix-sync?0.15"},
	{"old-win", 3, "legacy", sim.OldWindows, false, "<rdp:1-4 <tds:1-3 dead-agent:1-3 remote-help:1-2?0.7 ftp-ingest:1-2?0.5 <smb:2-9 domain-dns:2 half-dead?0.4 denied:0-2 imap-idle?0.4"},
	{standby, 9, "spare", sim.Linux, false, "ntp?0.2 dead-agent?0.1 s3-batch?0.2 night-backup?0.3 ssm-health?0.2 <nlb-health?0.1 <ssh-shell?0.2 ldap?0.1 zabbix-active?0.1 pg-replica?0.1"},
	{"coin-app", 3, "dev", sim.Linux, false, "eth-rpc:1-3 eth-subscribe:1-3 exchange-feed:1-4 trade-bot:1-3 electrum:1-3?0.4 monero-wallet?0.4 bitcoin-rpc?0.5 pgbouncer redis-pool?0.5 telegram-bot?0.4 discord-bot?0.3"},
	{"coin-node", 2, "dev", sim.Linux, true, "bitcoin-peer:8-14?0.5 geth-peer:10-35?0.4 node-discovery?0.4 lightning-peer:2-12?0.3 beacon-peer:15-50?0.3 ipfs-peer:10-40?0.2 <scanners <ssh-shell:1-2"},
}

// agents are what whole environments run everywhere; each environment takes one of each line, or none of it.
var agents = [][]string{
	{"datadog-agent datadog-logs?0.6", "newrelic-infra", "dynatrace-agent", "zabbix-active <zabbix-passive?0.5", "<prometheus:1-2", "<nrpe ping-watch?0.1", "telegraf-influx", "collectd graphite?0.3", "cloudwatch-metrics", "icinga-satellite", "<prometheus cloudwatch-metrics"},
	{"ssm-control ec2-messages ssm-health", "ssm-control ssm-health", "ssm-control ec2-messages ssm-health codedeploy-agent?0.5", ""},
	{"falcon-sensor", "wazuh-agent", "guardduty-agent", "qualys-agent", "osquery-fleet", "", "wazuh-agent <nessus?0.3"},
	{"cloudwatch-logs", "splunk-forwarder:1-3 splunk-phonehome", "lumberjack:1-2", "fluent-forward", "syslog-tcp", "promtail", "syslog-udp", "firehose"},
	{"puppet", "salt-minion", "chef-client", "<ansible", "", ""},
	{"ntp:1-4", "", "", ""},
	{"consul-agent:1-3", "teleport-node", "vault-agent", "nomad-client", "", "", ""},
	{"ldap", "statsd", "sts", "secrets-cache", "", ""},
	{"package-mirror", "package-mirror?0.5", ""},
}

// chance are things that may run anywhere, rarely.
const chance = "dead-agent:1-2?0.12 denied?0.08 denied-udp?0.05 half-dead?0.05 <nessus?0.05 remote-help?0.02 cloudflared?0.02 derp?0.03 <ssh-shell:1-2?0.2 ssm-session?0.08 pg-listen?0.03 <denied?0.05 reverse-ssh?0.02 exchange-feed?0.01 eth-rpc?0.01 bgp?0.01 s3-batch:1-2?0.3 sqs-worker?0.08"
