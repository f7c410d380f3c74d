package fleet

import "makes/u/internal/prog"

// use says how many programs of a group a host of some role runs.
type use struct {
	group  prog.Group
	lo, hi int
}

// serve says what a host offers and to how many clients.
type serve struct {
	kinds  []string
	lo, hi int
	homes  bool // its clients are consumers on the internet
}

// role is what a host is for.
type role struct {
	weight  float64
	windows float64 // how likely it runs Windows
	public  float64 // how likely it has a public address
	uses    []use
	serves  []serve
}

var roles = []role{
	{7, 0, 0.7, []use{{prog.Chat, 1, 4}, {prog.Push, 1, 5}, {prog.Data, 2, 6}, {prog.Queue, 1, 4}, {prog.Cluster, 1, 4}},
		[]serve{{[]string{"chat-websocket", "xmpp-client", "irc-client", "mattermost-socket", "rocketchat-ddp", "phoenix-channel"}, 30, 260, true}}},
	{6, 0, 0.6, []use{{prog.Push, 2, 7}, {prog.Data, 1, 5}, {prog.Queue, 1, 4}, {prog.Monitor, 0, 2}},
		[]serve{{[]string{"socketio-backend", "sse-events", "signalr-hub", "centrifugo-client", "engineio-longpoll", "graphql-subscription", "mercure-hub"}, 20, 220, true}}},
	{6, 0.15, 0.9, []use{{prog.Game, 2, 8}, {prog.Data, 0, 3}, {prog.Chat, 0, 3}},
		[]serve{{[]string{"game-lobby-socket", "game-session-udp", "game-session-tcp", "turn-based-game", "minecraft-player", "nakama-socket", "mumble-control"}, 10, 160, true}}},
	{4, 0, 0.1, []use{{prog.Game, 3, 8}, {prog.Data, 2, 6}, {prog.Queue, 1, 4}, {prog.Cluster, 2, 6}}, nil},
	{7, 0, 0.8, []use{{prog.Things, 1, 5}, {prog.Data, 1, 4}, {prog.Queue, 1, 5}, {prog.Push, 0, 3}},
		[]serve{{[]string{"mqtt-sensor", "mqtt-switch", "tuya-like-companion", "doorbell-control", "telematics-tcp", "ev-charger-ocpp",
			"coap-observe", "tv-companion-socket", "printer-cloud-link", "home-assistant-socket"}, 30, 300, true}}},
	{4, 0, 0.8, []use{{prog.Media, 2, 7}, {prog.Data, 0, 3}, {prog.Queue, 0, 3}},
		[]serve{{[]string{"webrtc-signalling", "turn-tcp-allocation", "rtsp-control", "cast-device-channel"}, 10, 140, true}}},
	{5, 0, 0.5, []use{{prog.Ads, 3, 9}, {prog.Data, 1, 5}, {prog.Queue, 0, 3}},
		[]serve{{[]string{"rtb-bid-endpoint", "ad-win-notice"}, 5, 50, true}}},
	{5, 0, 0.4, []use{{prog.Feed, 2, 8}, {prog.Data, 2, 6}, {prog.Push, 1, 4}, {prog.Web, 1, 4}},
		[]serve{{[]string{"mobile-api", "notification-counter", "ride-location-stream", "food-order-tracking", "auction-live-bids", "nostr-relay"}, 30, 260, true}}},
	{4, 0, 0.5, []use{{prog.Collab, 2, 6}, {prog.Data, 1, 5}, {prog.Queue, 0, 3}},
		[]serve{{[]string{"collab-doc-socket", "yjs-awareness", "whiteboard-cursor"}, 10, 160, true}}},
	{8, 0.1, 0.6, []use{{prog.Web, 3, 8}, {prog.Data, 2, 8}, {prog.Queue, 0, 3}, {prog.Monitor, 0, 3}},
		[]serve{{[]string{"https-visitor", "mobile-api", "cdn-origin-pull"}, 40, 400, true}}},
	{8, 0.1, 0.05, []use{{prog.Data, 0, 3}, {prog.Monitor, 1, 4}},
		[]serve{{[]string{"postgres-pool", "mysql-pool", "redis-cache", "redis-pubsub", "mongodb-driver", "memcached", "cassandra-driver", "etcd-client", "zookeeper-session"}, 4, 40, false}}},
	{5, 0, 0.05, []use{{prog.Queue, 0, 3}, {prog.Monitor, 1, 4}},
		[]serve{{[]string{"amqp-consumer", "kafka-consumer", "kafka-producer", "nats-client", "stomp-subscriber", "pulsar-consumer", "zeromq-pubsub"}, 5, 60, false}}},
	{9, 0.05, 0.1, []use{{prog.Queue, 2, 6}, {prog.Data, 1, 5}, {prog.Bulk, 1, 4}, {prog.Cluster, 0, 4}}, nil},
	{9, 0, 0.1, []use{{prog.Cluster, 5, 14}, {prog.Data, 1, 6}, {prog.Queue, 1, 4}, {prog.Monitor, 1, 4}, {prog.Push, 0, 3}}, nil},
	{3, 0, 0.5, []use{{prog.Admin, 2, 8}, {prog.Tunnel, 2, 7}, {prog.Monitor, 0, 2}},
		[]serve{{[]string{"ssh-shell", "ssh-tunnel-idle", "openvpn-tcp", "openvpn-udp", "wireguard"}, 5, 50, true}}},
	{3, 0.1, 0.1, []use{{prog.Monitor, 6, 14}, {prog.Data, 1, 3}, {prog.Chat, 0, 2}},
		[]serve{{[]string{"otlp-grpc", "zabbix-active", "syslog-tcp", "filebeat", "icinga-cluster"}, 8, 70, false}}},
	{6, 0.5, 0.4, []use{{prog.Desk, 4, 10}, {prog.Chat, 2, 6}, {prog.Collab, 2, 6}, {prog.Media, 0, 3}, {prog.Admin, 0, 3}, {prog.Feed, 0, 3}}, nil},
	{4, 0.05, 0.7, []use{{prog.Chat, 3, 8}, {prog.Feed, 2, 6}, {prog.Data, 0, 3}, {prog.Push, 0, 3}}, nil},
	{4, 0, 0.6, []use{{prog.Chain, 5, 24}, {prog.Data, 0, 3}, {prog.Push, 0, 2}}, nil},
	{3, 0.3, 0.3, []use{{prog.Admin, 1, 4}, {prog.Cluster, 1, 5}, {prog.Bulk, 2, 5}, {prog.Desk, 0, 3}}, nil},
	{3, 0, 0.3, []use{{prog.Things, 4, 14}, {prog.Tunnel, 0, 3}, {prog.Data, 0, 2}}, nil},
	{4, 0.2, 0.3, []use{{prog.Admin, 0, 2}, {prog.Web, 0, 3}}, nil},
	{2, 0.1, 0.2, nil, nil}, // a spare that nearly says nothing
}
