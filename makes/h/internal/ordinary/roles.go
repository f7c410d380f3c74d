package ordinary

import (
	"strconv"
	"strings"

	. "makes/h/internal/world"
)

// role is a sort of machine: its share of all, and the chance in percent of
// each kind of program on it.
type role struct {
	share float64
	kinds map[string]float64
}

var roles = []role{
	newRole(16, "alb-web 90 health-check 70 sql-pool 70 redis-cache 50 api-client 50 event-stream 20 public-web 15 log-forwarder 25 live-users 8"),
	newRole(20, "health-check 50 sql-pool 55 grpc-service 60 redis-cache 40 kafka-producer 25 amqp-consumer 15 api-client 40 nats-client 15 mongo-monitor 15 zookeeper-session 8 api-poll 15 model-stream 15 event-stream 20"),
	newRole(12, "sqs-poll 55 kafka-consumer 35 amqp-consumer 35 sql-pool 60 s3-transfer 40 api-client 35 redis-cache 30 nats-client 15 model-stream 20"),
	newRole(16, "kube-watch 100 prometheus-scrape 60 otel-grpc 50 alb-web 35 sql-pool 40 grpc-service 45 kafka-consumer 20 redis-cache 25 s3-transfer 30 log-forwarder 40 etcd-peer 7 dead-retry 10"),
	newRole(7, "redis-replica 30 mongo-monitor 30 cdc-stream 35 s3-transfer 60 prometheus-scrape 60 zookeeper-session 25 etcd-peer 12 log-forwarder 30"),
	newRole(6, "ci-runner 95 package-mirror 90 s3-transfer 70 api-client 30"),
	newRole(7, "remote-desktop 80 browsing 90 chat-gateway 50 edr-sensor 60 tcp-vpn 15 ssh-shell 5"),
	newRole(5, "mqtt-device 80 log-forwarder 40 api-poll 40 beacon 12 tcp-vpn 10 dead-vendor 8"),
	newRole(3, "exchange-ticker 70 fix-session 45 redis-cache 50 sql-pool 60 api-poll 40 evm-rpc 20"),
	newRole(2, "chain-peer 60 evm-rpc 50 node-rpc 60 electrum-wallet 40 exchange-ticker 20"),
	newRole(3, "ssh-shell 95 tcp-vpn 30 group-denied 15 public-web 10"),
	newRole(3, "public-web 50 sql-pool 60 beacon 15 dead-retry 30 dead-vendor 20 api-poll 30 ssh-shell 30"),
}

// everywhere is what any machine may run besides.
var everywhere = newRole(0, "dead-retry 3 dead-vendor 2 group-denied 3 beacon 3 chat-gateway 3 api-poll 6 evm-rpc 1 electrum-wallet 1 package-mirror 15 edr-sensor 6 event-stream 4")

// estate is what a team installs on all of its machines.
var estate = newRole(0, "ssm-channel 40 ec2-messages 25 cloudwatch-logs 40 saas-metrics 30 otel-grpc 20 prometheus-scrape 20 log-forwarder 20 edr-sensor 20 siem-agent 25")

func newRole(share float64, list string) role {
	r := role{share, map[string]float64{}}
	fields := strings.Fields(list)
	for i := 0; i < len(fields); i += 2 {
		percent, _ := strconv.Atoi(fields[i+1])
		r.kinds[fields[i]] = float64(percent) / 100
	}
	return r
}

// Furnish gives every interface a role and its programs, so that in a run of
// some size no kind is missing.
func Furnish(w *World) {
	installed := map[int]map[string]bool{}
	count := map[string]int{}
	kinds := Kinds()
	for _, h := range w.Hosts {
		x, i := w.Float64()*100, 0
		for ; x > roles[i].share; i++ {
			x -= roles[i].share
		}
		r := roles[i]
		h.Windows = w.Chance(0.08) || r.kinds["remote-desktop"] > 0 && w.Chance(0.7)
		team := installed[h.Team]
		if team == nil {
			team = map[string]bool{}
			for _, k := range kinds {
				team[k.Name] = w.Chance(estate.kinds[k.Name])
			}
			installed[h.Team] = team
		}
		for _, k := range kinds {
			if w.Chance(r.kinds[k.Name]) || w.Chance(everywhere.kinds[k.Name]) || team[k.Name] && w.Chance(0.65) {
				w.Add(h, k)
				count[k.Name]++
			}
		}
		for k, chance := range []float64{0.5, 0.3, 0.25} {
			if w.Chance(chance) {
				w.Add(h, Background[k])
			}
		}
	}
	if len(w.Hosts) < 100 {
		return
	}
	for _, k := range kinds {
		for ; count[k.Name] < 2; count[k.Name]++ {
			w.Add(w.Hosts[w.IntN(len(w.Hosts))], k)
		}
	}
}
