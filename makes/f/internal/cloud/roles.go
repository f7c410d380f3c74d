// Package cloud builds a run: interfaces with roles, their programs and miners,
// and the files that come of it.
package cloud

import (
	"makes/f/internal/ordinary"
	"makes/f/internal/wide"
)

// role is what an interface's host is for: how often such hosts are met, and
// how likely each kind of program runs on it.
type role struct {
	name   string
	weight float64
	kinds  map[string]float64
}

var roles = []role{
	{"web-server", 14, map[string]float64{"web-server": 1, "mysql-client": 0.5, "postgres-client": 0.4, "redis-client": 0.6, "api-server": 0.3, "http-api-client": 0.5, "health-checked": 0.5, "web-behind-balancer": 0.3, "login-attempts": 0.3}},
	{"application", 16, map[string]float64{"web-behind-balancer": 0.6, "health-checked": 0.7, "mysql-client": 0.4, "postgres-client": 0.5, "mongo-client": 0.25, "redis-client": 0.6, "memcached-client": 0.2, "grpc-client": 0.4, "kafka-producer": 0.3, "amqp-consumer": 0.2, "object-storage-client": 0.4, "search-client": 0.2}},
	{"database", 8, map[string]float64{"mysql-server": 0.8, "database-replication": 0.6, "backup-upload": 0.7, "cache-server": 0.3, "database-console": 0.3}},
	{"kubernetes-node", 14, map[string]float64{"kubernetes-watch": 1, "metrics-scraped": 0.8, "image-pull": 0.7, "grpc-client": 0.4, "rpc-stream": 0.3, "kafka-consumer": 0.3, "consensus-peer": 0.2, "nats-subscriber": 0.2, "http-api-client": 0.5, "job-runner": 0.2}},
	{"build-machine", 6, map[string]float64{"build-runner-poll": 1, "source-fetch": 0.9, "image-pull": 0.7, "mirror-sync": 0.5, "log-archive": 0.3}},
	{"queue-worker", 8, map[string]float64{"amqp-consumer": 0.5, "kafka-consumer": 0.5, "job-runner": 0.5, "queue-long-poll": 0.5, "postgres-client": 0.4, "object-storage-client": 0.5}},
	{"desktop", 10, map[string]float64{"web-browsing": 1, "chat-client": 0.8, "mail-check": 0.6, "remote-desktop-in": 0.5, "mobile-push": 0.5, "video-stream": 0.2, "ssh-out": 0.3, "directory-login": 0.5, "remote-support-idle": 0.2, "websocket-push": 0.4}},
	{"iot-gateway", 6, map[string]float64{"mqtt-sensor": 0.8, "mqtt-subscriber": 0.5, "iot-gateway-uplink": 0.7, "control-bus-client": 0.4, "position-tracker": 0.3, "tcp-vpn": 0.2}},
	{"mail-host", 3, map[string]float64{"mail-in": 1, "mail-out": 0.9, "ldap-client": 0.4, "dns-over-tcp": 0.4}},
	{"monitoring", 4, map[string]float64{"api-poller": 0.7, "metrics-push": 0.6, "search-client": 0.5, "graphite-metrics": 0.5}},
	{"trading-host", 3, map[string]float64{"market-ticker": 1, "order-session": 0.5, "chain-rpc-client": 0.4, "new-block-watcher": 0.3}},
	{"chain-node", 2, map[string]float64{"bitcoin-node": 0.4, "ethereum-node": 0.4, "monero-node": 0.3, "node-inbound-peers": 0.5, "chain-rpc-client": 0.4}},
	{"jump-host", 3, map[string]float64{"ssh-in": 1, "ssh-out": 0.9, "port-forward": 0.4, "login-attempts": 0.6, "tcp-vpn": 0.3}},
	{"research", 3, map[string]float64{"training-worker": 0.6, "volunteer-computing": 0.2, "network-disk": 0.6, "render-worker": 0.3, "ssh-in": 0.7, "mirror-sync": 0.4}},
}

// everywhere are kinds that hosts of every role may run.
var everywhere = map[string]float64{
	"cloud-agent": 0.6, "monitoring-agent": 0.45, "security-agent": 0.35, "log-forwarder": 0.35, "metrics-push": 0.12,
	"update-check": 0.3, "ssh-in": 0.15, "api-poller": 0.12, "configuration-agent": 0.15, "metrics-scraped": 0.2,
	"feature-flags": 0.1, "dead-service": 0.06, "licence-heartbeat": 0.05, "crash-telemetry": 0.08, "ldap-client": 0.06,
}

// choose draws the kinds that run on one host, in the order of the table, with
// one odd kind besides.
func choose(r *wide.Rand, kinds []ordinary.Spec, odd int) []int {
	weights := make([]float64, len(roles))
	for i := range roles {
		weights[i] = roles[i].weight
	}
	own := roles[wide.Weighted(r, weights...)].kinds
	activity := wide.Pick(r, 1, 1, 1, 0.25)
	var chosen []int
	for i, k := range kinds {
		if i == odd || wide.Chance(r, activity*max(own[k.Name], everywhere[k.Name])) {
			chosen = append(chosen, i)
		}
	}
	return chosen
}
