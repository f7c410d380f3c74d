package ordinary

import (
	"makes/x/internal/site"
	"makes/x/internal/talk"
)

// broken has programs whose service is gone or denied.
var broken = []Kind{
	{Name: "dead-agent", Where: site.Cloud, Ports: ports(443), TLS: 1,
		Body: talk.Broken{Pause: s(5, 300), Grow: 1.5, Most: 900, Ways: ways(talk.Silence, talk.Refuse, talk.Egress)}},
	{Name: "dead-collector", Where: site.Inside, Ports: ports(9997, 24224, 5044, 4317), TLS: 0.5,
		Body: talk.Broken{Pause: s(1, 60), Grow: 1.3, Most: 120, Ways: ways(talk.Silence, talk.Refuse, talk.Egress, talk.Return)}},
	{Name: "dead-database", Where: site.Inside, Ports: ports(5432, 3306, 1433, 6379),
		Body: talk.Broken{Pause: s(4, 90), Grow: 1, Most: 90, Ways: ways(talk.Silence, talk.Refuse, talk.Egress)}},
	{Name: "dead-broker", Where: site.Inside, Ports: ports(9092, 5672, 1883, 4222), Peers: s(1, 3),
		Body: talk.Broken{Pause: s(1, 20), Grow: 2, Most: 120, Ways: ways(talk.Silence, talk.Refuse, talk.Return)}},
	{Name: "dead-ldap", Where: site.Nearby, Ports: ports(389, 636, 88, 445), Peers: s(1, 3),
		Body: talk.Broken{Pause: s(10, 300), Grow: 1, Most: 300, Ways: ways(talk.Silence, talk.Return, talk.Egress)}},
	{Name: "dead-license", Where: site.Nearby, Ports: ports(27000, 1055, 5053),
		Body: talk.Broken{Pause: s(20, 600), Grow: 1, Most: 600, Tries: s(0, 5), Rest: s(60, 1800), Ways: ways(talk.Silence, talk.Refuse)}},
	{Name: "denied-smtp", Where: site.World, Ports: ports(25), Peers: s(2, 12),
		Body: talk.Broken{Pause: s(60, 900), Grow: 2, Most: 7200, Ways: ways(talk.Silence, talk.Egress)}},
	{Name: "denied-update", Where: site.Edge, Ports: ports(80, 443), Peers: s(1, 5),
		Body: talk.Broken{Pause: s(5, 600), Grow: 1.2, Most: 3600, Tries: s(2, 8), Rest: s(600, 9000), Ways: ways(talk.Silence, talk.Egress)}},
	{Name: "denied-telemetry", Where: site.Cloud, Ports: ports(443), TLS: 1, Peers: s(1, 4),
		Body: talk.Broken{Pause: s(5, 120), Grow: 2, Most: 1800, Ways: ways(talk.Egress, talk.Unreadable, talk.Silence)}},
	{Name: "expired-token", Where: site.Cloud, Ports: ports(443), TLS: 1,
		Body: talk.Broken{Pause: s(2, 120), Grow: 1.5, Most: 600, Ways: ways(talk.Turned)}},
	{Name: "bad-certificate", Where: site.Nearby, Ports: ports(443, 8443, 6514), TLS: 0,
		Body: talk.Broken{Pause: s(5, 120), Grow: 1.2, Most: 300, Ways: ways(talk.Turned, talk.Unreadable)}},
	{Name: "stale-peer", Where: site.World, Ports: ports(8333, 30303, 18080, 4001), Peers: s(3, 25),
		Body: talk.Broken{Pause: s(120, 3600), Grow: 1.5, Most: 9000, Ways: ways(talk.Silence, talk.Refuse)}},
	{Name: "dead-health-target", Where: site.Inside, Ports: ports(80, 8080, 9100), Peers: s(1, 4),
		Body: talk.Broken{Pause: s(10, 90), Grow: 1, Most: 90, Ways: ways(talk.Silence, talk.Refuse, talk.Egress)}},
	{Name: "dead-vpn", Where: site.World, Ports: ports(443, 1194),
		Body: talk.Broken{Pause: s(5, 60), Grow: 1.5, Most: 300, Ways: ways(talk.Silence, talk.Refuse, talk.Turned)}},
	{Name: "denied-ssh-tunnel", Where: site.World, Ports: ports(22),
		Body: talk.Broken{Pause: s(5, 60), Grow: 1.2, Most: 600, Ways: ways(talk.Silence, talk.Egress, talk.Turned)}},
}

func ways(w ...talk.Way) []talk.Way { return w }
