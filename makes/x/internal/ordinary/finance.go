package ordinary

import "makes/x/internal/site"

// finance has trading, payments and shops.
var finance = []Kind{
	{Name: "fix-session", Where: site.World, Ports: ports(9823, 5001, 8228), TLS: 0.6, Peers: s(1, 4),
		Body: sess(tick(28, 31, fix(80, 120)), tock(28, 31, fix(80, 120)), ask(2, 300, w(180, 350), w(220, 450)), push(5, 300, w(200, 400))).hello(z(110, 170), z(100, 150)).life(20000, 86400)},
	{Name: "fix-market-data", Where: site.Nearby, Ports: ports(9825, 5002), TLS: 0.3,
		Body: sess(tock(9, 31, fix(80, 120)), tick(9, 31, fix(80, 120)), push(0.3, 5, w(200, 900)).burst(1, 5)).hello(z(110, 170), z(100, 150), z(180, 400), w(500, 5000))},
	{Name: "soup-bin-feed", Where: site.Nearby, Ports: ports(15000, 21000),
		Body: sess(tick(0.99, 1.01, fix(3, 3)), tock(0.99, 1.01, fix(3, 3)), push(0.5, 20, w(40, 90)).burst(1, 6)).hello(fix(49, 49), fix(33, 33))},
	{Name: "quotes-ws", Where: site.Edge, Ports: ports(443), TLS: 1,
		Body: sess(push(0.4, 9, w(120, 500)).burst(1, 3), ping(14, 61, fix(10, 40), fix(10, 40))).ws().life(9000, 90000)},
	{Name: "market-multicast-relay", Where: site.Inside, Ports: ports(14310, 30001),
		Body: dgram(push(0.2, 4, w(60, 600)).burst(1, 4), tock(0.99, 1.01, fix(20, 28)))},
	{Name: "broker-api-gateway", Where: site.World, Ports: ports(4001, 4002, 7496), TLS: 0.3,
		Body: sess(push(0.5, 20, w(30, 120)), ping(9, 61, fix(7, 12), fix(10, 20)), ask(30, 900, w(60, 300), w(60, 500)))},
	{Name: "payment-terminal", Where: site.Home, In: true, Ports: ports(443, 5015), TLS: 1,
		Body: sess(ping(55, 305, fix(10, 120), fix(10, 120)), ask(60, 2000, w(250, 700), w(150, 600)).think(0.5)).alive(30, 300)},
	{Name: "card-switch-iso8583", Where: site.Nearby, Ports: ports(5100, 8583, 7800), TLS: 0.3, Peers: s(1, 3),
		Body: sess(ping(28, 305, fix(40, 90), fix(40, 90)), ask(1, 90, w(180, 420), w(120, 350)).think(0.2), pong(60, 300, fix(40, 90), fix(40, 90)).odds(0.4)).alive(60, 7200)},
	{Name: "payment-api", Where: site.Edge, Ports: ports(443), TLS: 1, Peers: s(1, 2),
		Body: often(10, 600, w(600, 1800), w(700, 3000)).keep(20, 120).think(0.3)},
	{Name: "atm-host", Where: site.Nearby, Ports: ports(4000, 5000), TLS: 0.5, Peers: s(1, 10),
		Body: sess(pong(60, 610, fix(20, 60), fix(20, 60)), ask(120, 3000, w(150, 400), w(150, 600)).think(0.5))},
	{Name: "ad-bidder", Where: site.Cloud, Ports: ports(80, 443, 8080), TLS: 0.4, Peers: s(2, 10),
		Body: sess(ask(0.3, 4, w(900, 3500), w(130, 1500)).think(0.02)).conns(1, 4).life(60, 3600)},
	{Name: "sap-rfc", Where: site.Inside, Ports: ports(3300, 3200), Peers: s(1, 2),
		Body: sess(ask(10, 400, w(300, 1500), w(300, 5000)), ping(290, 310, fix(8, 12), fix(8, 12)))},
	{Name: "sap-message-server", Where: site.Inside, Ports: ports(3600, 3900),
		Body: sess(ping(58, 62, fix(110, 200), fix(110, 250)), push(30, 900, w(150, 700)))},
	{Name: "edi-as2", Where: site.World, Ports: ports(443, 4080), TLS: 0.7,
		Body: often(900, 9000, w(2000, 60000), z(900, 2500))},
	{Name: "exchange-rates-poll", Where: site.Edge, Ports: ports(443), TLS: 1,
		Body: every(5, 310, z(250, 500), w(400, 9000)).keep(0, 90)},
}
