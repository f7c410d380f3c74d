package ordinary

import (
	"maps"
	"slices"
)

// kinds are the programs by the names they have in the labels.
var kinds = map[string]func(*Prog){
	"browse": browse, "web-server": webServer, "api-server": apiServer, "rest-client": restClient,
	"webhook": webhook, "crawler": crawler, "upload": upload, "update": update, "video": video,

	"chat": chat, "irc": irc, "xmpp": xmpp, "push": push, "mailbox": mailbox, "mail-out": mailOut,
	"game": game, "editing": editing, "feed": feed, "long-poll": longPoll,

	"ticker": ticker, "fix": fix, "quoter": quoter, "bitcoin-node": bitcoinNode, "eth-node": ethNode,
	"chain-rpc": chainRPC, "chain-events": chainEvents, "electrum": electrum, "lightning": lightning,
	"validator": validator, "pool-watch": poolWatch, "p2p-share": share,

	"mqtt": mqtt, "metrics-agent": metricsAgent, "scraped": scraped, "zabbix": zabbix,
	"graphite": graphite, "syslog": syslog, "log-shipper": shipper, "traces": traces,
	"fieldbus": fieldbus, "telecontrol": telecontrol, "cloud-agent": cloudAgent, "guard": guard,
	"camera": camera, "health-checks": balancerChecks,

	"sql-pool": sqlPool, "sql-server": sqlServer, "redis": redis, "pubsub": pubsub, "mongo": mongo, "kafka-in": kafkaIn,
	"kafka-out": kafkaOut, "amqp": amqp, "zookeeper": zookeeper, "watch": watch, "gossip": gossip,
	"replica": replica, "search": search, "backup": backup, "directory": directory,

	"task-farm": taskFarm, "pieces": pieces, "progress": progress, "inference": inference,
	"runner": runner, "compile": compile, "git": git, "images": images, "executor": executor,
	"licence": licence, "rpc-stream": rpcStream, "file-share": fileShare, "dead-service": deadService,

	"shell": shell, "shell-in": shellIn, "tunnel": tunnel, "remote-desktop": desktop, "vpn": vpn,
	"overlay": overlay, "playbook": playbook, "beacon": beacon, "names": names,
	"resolver": resolver, "clock": clock, "scanned": scanned,
}

// Kinds lists the names in order.
func Kinds() []string { return slices.Sorted(maps.Keys(kinds)) }
