package programs

import (
	"makes/z/internal/acts"
	"makes/z/internal/tcp"
)

// deads: services that are gone or denied and are tried again and again.
var deads = []Program{
	{Name: "decommissioned-log-server", Tags: "dead", Where: Private, Ports: ports(514, 5044, 24224), Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Silent, tcp.Refused)
	}},
	{Name: "old-rmm-server-gone", Tags: "dead", Where: Net, Ports: ports(443, 5721), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Silent, tcp.Refused, tcp.Slammed)
	}},
	{Name: "denied-smtp", Tags: "dead", Where: Net, Ports: ports(25), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Egress, tcp.Silent)
	}},
	{Name: "denied-telemetry", Tags: "dead", Where: Net, Ports: ports(443), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Egress)
	}},
	{Name: "denied-chat-webhook", Tags: "dead", Where: Net, Ports: ports(443), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Egress, tcp.Return)
	}},
	{Name: "broker-down", Tags: "dead", Where: Private, Ports: ports(1883, 5672, 9092, 4222), Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Refused, tcp.Silent, tcp.Slammed)
	}},
	{Name: "broker-rejects-login", Tags: "dead", Where: Net, Ports: ports(8883, 5671, 6697), Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Slammed)
	}},
	{Name: "license-server-gone", Tags: "dead", Where: Private, Ports: ports(27000), Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Silent, tcp.Refused, tcp.Egress)
	}},
	{Name: "database-moved", Tags: "dead", Where: Private, Ports: ports(5432, 3306, 1433, 6379), Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Silent, tcp.Refused, tcp.Return)
	}},
	{Name: "sinkholed-c2", Tags: "dead attack", Where: Net, Ports: ports(443, 80, 8080, 4444), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Silent, tcp.Refused, tcp.Slammed, tcp.Egress)
	}},
	{Name: "blockchain-node-unreachable", Tags: "dead-chain", Where: Net, Ports: ports(8333, 30303, 18080, 9735), Servers: 6, Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Silent, tcp.Refused)
	}},
	{Name: "peer-security-group-gap", Tags: "dead", Where: Peer, Ports: ports(9100, 8301, 22, 445), Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Ingress)
	}},
	{Name: "crash-looping-backend", Tags: "dead", Where: Private, Ports: ports(8080, 50051), Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Refused, tcp.Slammed)
	}},
	{Name: "expired-vpn-tcp", Tags: "dead", Where: Net, Ports: ports(1194, 443), Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Slammed, tcp.Silent)
	}},
	{Name: "retired-update-mirror", Tags: "dead", Where: Net, Ports: ports(80), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.dead(tcp.Silent, tcp.Refused)
	}},
}
