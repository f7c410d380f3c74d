package ordinary

import (
	"makes/x/internal/site"
	"makes/x/internal/talk"
)

// web has pages, programming interfaces, crawlers and webhooks.
var web = []Kind{
	{Name: "web-visitor", Where: site.Home, In: true, Ports: ports(443, 443, 80), TLS: 0.9,
		Body: talk.Visit{Every: s(900, 30000), Pages: s(1, 6), Read: s(5, 60), Lanes: s(1, 5), Items: s(1, 8), Ask: w(400, 1200), Item: w(2000, 60000), Keep: s(5, 115)}},
	{Name: "web-browse", Where: site.Edge, Ports: ports(443), TLS: 1, Peers: s(5, 40),
		Body: talk.Visit{Every: s(900, 30000), Pages: s(1, 6), Read: s(5, 60), Lanes: s(1, 5), Items: s(1, 8), Ask: w(400, 1800), Item: w(1000, 60000), Keep: s(5, 115)}},
	{Name: "api-client", Where: site.Edge, Ports: ports(443), TLS: 1, Peers: s(1, 8),
		Body: often(3, 400, w(400, 1500), w(300, 5000)).keep(0, 120).asks(1, 3)},
	{Name: "api-internal", Where: site.Inside, Ports: ports(80, 8080, 443, 3000), TLS: 0.3, Peers: s(1, 8),
		Body: often(0.8, 40, w(250, 1200), w(200, 4000)).keep(4, 75).lanes(1, 3)},
	{Name: "alb-target", Where: site.Inside, Ports: ports(8080, 80, 3000), Peers: s(1, 3),
		Body: often(0.8, 9, w(500, 1600), w(300, 30000)).keep(60, 75).uses(100, 2000).lanes(1, 5)},
	{Name: "mobile-api", Where: site.Home, In: true, Ports: ports(443), TLS: 1,
		Body: often(200, 9000, w(500, 1500), w(300, 6000)).asks(1, 8).keep(5, 60)},
	{Name: "partner-api", Where: site.World, Ports: ports(443, 8443), TLS: 1, Peers: s(1, 4),
		Body: every(30, 900, w(400, 1500), w(400, 9000)).asks(1, 4).keep(0, 60)},
	{Name: "webhook-in", Where: site.Cloud, In: true, Ports: ports(443), TLS: 1,
		Body: often(20, 2000, w(800, 4000), z(150, 400)).keep(0, 60)},
	{Name: "crawler", Where: site.World, Ports: ports(443, 80), TLS: 0.85, Peers: s(20, 120),
		Body: talk.Visit{Every: s(900, 20000), Pages: s(1, 10), Read: s(1, 10), Lanes: s(1, 2), Items: s(1, 2), Ask: z(250, 500), Item: w(5000, 90000), Keep: s(5, 60), Sleep: true}},
	{Name: "crawled", Where: site.Cloud, In: true, Ports: ports(443, 80), TLS: 0.9,
		Body: often(60, 3000, z(250, 500), w(3000, 60000)).keep(0, 30).asks(1, 3)},
	{Name: "uptime-probe-in", Where: site.World, In: true, Ports: ports(443, 80), TLS: 0.8,
		Body: every(29, 310, z(120, 300), w(300, 9000)).jitter(0.01)},
	{Name: "dns-health-checker", Where: site.World, In: true, Ports: ports(443, 80), TLS: 0.5,
		Body: every(15, 45, z(150, 200), w(200, 2000)).jitter(0.02)},
	{Name: "cdn-origin", Where: site.Edge, In: true, Ports: ports(443, 80), TLS: 0.7,
		Body: often(1, 40, w(500, 1400), w(900, 90000)).keep(5, 60).uses(50, 1000).lanes(1, 3)},
	{Name: "saas-sync", Where: site.Cloud, Ports: ports(443), TLS: 1, Peers: s(1, 4),
		Body: every(55, 1900, w(500, 3000), w(600, 30000)).asks(1, 8).keep(0, 60)},
	{Name: "ajax-poll", Where: site.Home, In: true, Ports: ports(443), TLS: 1,
		Body: every(2, 31, z(500, 1200), z(200, 700)).keep(30, 75)},
	{Name: "long-poll-page", Where: site.Home, In: true, Ports: ports(443), TLS: 1,
		Body: every(0.05, 1, z(500, 1100), z(200, 500)).hold(20, 60, 10, 900).keep(30, 90)},
	{Name: "ad-beacon", Where: site.Home, In: true, Ports: ports(443), TLS: 1,
		Body: often(60, 4000, w(500, 2500), z(150, 350)).keep(2, 30)},
	{Name: "telemetry-beacon", Where: site.Cloud, Ports: ports(443), TLS: 1, Peers: s(1, 4),
		Body: every(60, 3600, w(700, 9000), z(200, 500)).keep(0, 60)},
	{Name: "c2-like-beacon", Where: site.World, Ports: ports(443, 8443, 80), TLS: 0.8,
		Body: every(20, 310, z(220, 700), z(120, 500)).jitter(0.3)},
	{Name: "dynamic-dns", Where: site.World, Ports: ports(443, 80), TLS: 0.6,
		Body: every(290, 3700, z(150, 300), z(90, 250))},
}
