package ordinary

import "makes/x/internal/site"

// mail has mailboxes and transport of mail.
var mail = []Kind{
	{Name: "imap-idle", Where: site.World, Ports: ports(993), TLS: 1, Peers: s(1, 3),
		Body: sess(ping(110, 1740, fix(6, 12), fix(30, 90)).burst(2, 2), push(60, 4000, fix(15, 40)), tock(110, 125, fix(15, 18)).odds(0.5), ask(200, 5000, w(30, 120), w(200, 20000)).burst(1, 4)).hello(none, z(60, 200), z(20, 60), z(100, 400), z(30, 90), z(100, 500))},
	{Name: "imap-idle-in", Where: site.Home, In: true, Ports: ports(993), TLS: 1,
		Body: sess(ping(290, 1740, fix(6, 12), fix(30, 90)).burst(2, 2), push(100, 5000, fix(15, 40)), tock(110, 125, fix(15, 18)).odds(0.6)).hello(none, z(60, 200), z(20, 60), z(100, 400)).life(900, 40000)},
	{Name: "activesync-ping", Where: site.Home, In: true, Ports: ports(443), TLS: 1,
		Body: every(0.1, 2, z(500, 800), z(300, 500)).hold(470, 1700, 900, 9000).keep(900, 2000)},
	{Name: "pop3-poll", Where: site.World, Ports: ports(995, 110), TLS: 0.8,
		Body: every(60, 910, fix(10, 30), w(20, 400)).asks(4, 6)},
	{Name: "smtp-relay", Where: site.World, Ports: ports(587, 465, 25), TLS: 0.7, Peers: s(1, 3),
		Body: often(60, 4000, w(40, 9000), z(20, 90)).asks(5, 9)},
	{Name: "smtp-in", Where: site.World, In: true, Ports: ports(25), TLS: 0.5,
		Body: often(200, 9000, w(60, 9000), z(30, 120)).asks(5, 9).think(0.2)},
	{Name: "ews-streaming", Where: site.Cloud, Ports: ports(443), TLS: 1,
		Body: sess(tock(44, 61, z(500, 700)), push(60, 3000, w(700, 2500))).http().life(1700, 1850).pause(0.2, 5)},
	{Name: "mapi-http", Where: site.Cloud, Ports: ports(443), TLS: 1, Peers: s(1, 2),
		Body: every(0.2, 2, z(700, 1300), z(400, 800)).hold(290, 305, 100, 4000).keep(300, 600)},
	{Name: "spam-filter", Where: site.Cloud, Ports: ports(443, 783, 11335), TLS: 0.6,
		Body: often(20, 2000, w(2000, 30000), z(200, 900)).keep(0, 30)},
	{Name: "milter", Where: site.Inside, Ports: ports(8891, 10025),
		Body: often(20, 2000, w(300, 9000), fix(5, 60)).asks(4, 9)},
}
