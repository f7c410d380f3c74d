package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var utility = []talk.Spec{
	{Name: "modbus-tcp-poll", Ports: ports(502), At: talk.Site, Hold: true, Servers: device, Retry: fixed(2, 30),
		Talks: talks(ask(steady, r(1, 30), r(12, 12), v(11, 250, .02)).burst(1, 6, .05, r(.02, .2)).think(.005, .15, .4))},
	{Name: "dnp3-outstation", Ports: ports(20000), At: talk.Site, Hold: true, Servers: device, Retry: backoff(5, 30, 60, 600),
		Talks: talks(ask(steady, r(2, 60), r(18, 32), v(17, 290, .1)).think(.05, 1, .4), push(random, r(30, 1200), v(30, 150, .3), r(15, 15)), ask(steady, r(30, 300), r(10, 10), r(10, 10)).some(.7))},
	{Name: "iec104-telecontrol", Ports: ports(2404), At: talk.Site, Hold: true, Servers: device, Hello: opens(6, 6, 6, 6, 16, 16, 16, 600), Retry: fixed(5, 30),
		Talks: talks(probe(r(10, 30), r(6, 6), r(6, 6)), push(random, r(3, 90), v(16, 90, .4), r(6, 6)).think(.5, 10, .2), ask(steady, r(600, 3600), r(16, 16), v(100, 1500, .1)))},
	{Name: "opc-ua-session", Ports: ports(4840, 48010, 49320), At: talk.VPC, Hold: true, Hello: opens(56, 70, 28, 28, 132, 1600, 135, 1600, 300, 1900, 400, 3000, 200, 900, 90, 200), Retry: backoff(1, 5, 30, 60),
		Talks: talks(push(steady, r(.5, 10), v(110, 700, .15), v(70, 120, .02)), ask(steady, r(5, 60), r(90, 170), r(100, 220)), ask(steady, r(1200, 3600), r(132, 1600), r(135, 1600)))},
	{Name: "s7-plc-poll", Ports: ports(102), At: talk.Site, Hold: true, Servers: device, Hello: opens(22, 22, 22, 22, 25, 25, 27, 27), Retry: fixed(3, 30),
		Talks: talks(ask(steady, r(.5, 10), v(31, 230, .02), v(30, 240, .02)).think(.005, .1, .3))},
	{Name: "enip-cip-scanner", Ports: ports(44818), At: talk.Site, Hold: true, Servers: device, Hello: opens(28, 28, 28, 28, 88, 100, 70, 80), Retry: fixed(5, 30), Talks: talks(ask(steady, r(1, 15), v(60, 130, .02), v(60, 300, .03)))},
	{Name: "iccp-control-centre", Ports: ports(102), At: talk.Partner, Covers: either, Hold: true, Servers: legacy, Hello: opens(187, 260, 160, 240), Retry: fixed(30, 90),
		Talks: talks(push(steady, r(2, 30), v(120, 1400, .08), r(0, 0)), push(random, r(10, 300), v(60, 260, .3), r(0, 0)), ask(steady, r(30, 120), r(40, 80), r(40, 90)))},
	{Name: "bacnet-ip", Ports: ports(47808), Proto: 17, SamePort: true, At: talk.VPC, Servers: device, Talks: talks(ask(steady, r(5, 120), v(17, 70, .1), v(20, 200, .2)).burst(1, 8, .1, r(.02, .2)), push(random, r(30, 900), r(30, 60), r(0, 0)))},
	{Name: "meter-headend-dlms", Ports: ports(4059, 8026), At: talk.VPC, Hours: hours.Night, Retry: backoff(30, 90, 900, 7200), Talks: talks(ask(random, r(900, 14400), v(30, 90, .1), v(60, 700, .5)).burst(4, 14, .3, r(.1, 1.2)))},
	{Name: "mqtt-field-gateway", Ports: ports(8883, 1883), At: talk.VPC, Covers: either, Hold: true, Hello: opens(60, 240, 4, 4, 30, 120, 5, 9), Retry: backoff(1, 10, 60, 300),
		Talks: talks(probe(r(30, 300), r(2, 2), r(2, 2)), ask(steady, r(10, 120), v(80, 500, .15), r(4, 4)), push(random, r(300, 7200), v(60, 240, .3), r(4, 4)))},
	{Name: "charge-point-ocpp", Ports: ports(443, 9000, 80), At: talk.VPC, Covers: ws, Hold: true, Hours: hours.Soft, Hello: opens(180, 320, 90, 130), Retry: backoff(10, 60, 300, 900),
		Talks: talks(ask(steady, r(60, 900), r(38, 70), r(70, 100)), ask(random, r(60, 900), v(300, 900, .2), r(40, 70)).busy(), ask(steady, r(30, 240), r(2, 6), r(2, 6)).some(.7))},
	{Name: "alarm-receiver-dc09", Ports: ports(9999, 3061, 12300), At: talk.Partner, Hold: true, Covers: either, Servers: legacy, Retry: fixed(10, 90), Talks: talks(ask(steady, r(20, 300), v(45, 120, .03), v(30, 90, .03)), ask(random, r(1800, 40000), v(60, 150, .1), r(35, 90)))},
	{Name: "aircraft-position-feed", Ports: ports(30003, 30005, 10003), At: talk.Site, Hold: true, Hours: hours.Soft, Retry: fixed(5, 60), Talks: talks(push(random, r(.6, 3), v(90, 500, .4), r(0, 0)).busy(), push(steady, r(10, 60), r(10, 30), r(0, 0)).some(.3))},
	{Name: "vessel-position-feed", Ports: ports(5631, 10110, 4001), At: talk.Partner, Hold: true, Retry: fixed(10, 60), Keep: r(60, 600), Talks: talks(push(random, r(1, 12), v(48, 110, .2), r(0, 0)))},
	{Name: "gnss-correction-ntrip", Ports: ports(2101, 2102), At: talk.World, Hold: true, Hello: opens(150, 320, 12, 60), Retry: backoff(5, 15, 60, 300), Talks: talks(push(steady, r(1, 1), v(180, 900, .15), r(0, 0)), tell(steady, r(5, 30), r(72, 90)).some(.6))},
	{Name: "weather-station-line", Ports: ports(22222, 4001, 2001), At: talk.Site, Hold: true, Servers: device, Retry: fixed(15, 120), Talks: talks(push(steady, r(2, 60), v(40, 130, .05), r(0, 0)))},
	{Name: "public-alert-feed", Ports: ports(443, 10000), At: talk.World, Covers: either, Hold: true, Retry: backoff(2, 10, 120, 600), Talks: talks(push(steady, r(30, 60), v(300, 900, .03), r(0, 0)), push(random, r(600, 9000), v(1500, 6000, .4), r(0, 0)))},
	{Name: "police-mobile-terminal", Ports: ports(5010, 7777, 9876), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Soft, Hello: opens(60, 200, 60, 300), Retry: backoff(5, 20, 120, 300),
		Talks: talks(ask(steady, r(15, 120), r(30, 90), r(10, 40)), ask(random, r(90, 1200), v(80, 300, .3), v(300, 2500, .6)).busy().think(.2, 2, .5))},
	{Name: "data-exchange-gateway", Ports: ports(5500, 5577), At: talk.Partner, Covers: tls12, Hours: hours.Office, Linger: r(10, 60), Talks: talks(ask(random, r(15, 600), v(4500, 9000, .1), v(5000, 12000, .3)).busy().think(.1, 1.5, .5), ask(steady, r(60, 600), r(3000, 4000), r(900, 2000)).some(.4))},
	{Name: "court-filing-poll", Ports: ports(443), At: talk.Partner, Covers: tls12, Hours: hours.Office, Talks: talks(ask(steady, r(60, 900), v(1200, 2600, .03), v(900, 2400, .1)).think(.1, 1.5, .5))},
	{Name: "parking-meter-host", Ports: ports(8090, 4500), At: talk.VPC, Hours: hours.Soft, Retry: backoff(20, 60, 600, 3600), Talks: talks(ask(random, r(300, 3600), v(90, 260, .1), v(30, 120, .1)).busy())},
	{Name: "traffic-signal-controller", Ports: ports(161, 501, 10001), At: talk.Site, Hold: true, Servers: device, Retry: fixed(5, 60), Talks: talks(ask(steady, r(1, 10), r(20, 60), v(30, 160, .1)).think(.05, .6, .4))},
	{Name: "toll-lane-host", Ports: ports(6100, 6200), At: talk.Site, Hold: true, Servers: legacy, Hours: hours.Soft, Retry: fixed(5, 60), Talks: talks(push(random, r(5, 120), v(180, 460, .1), r(24, 60)).busy(), beat(r(10, 60), r(16, 32)))},
	{Name: "door-access-panel", Ports: ports(3001, 10001, 4070), At: talk.Site, Hold: true, Servers: device, Hours: hours.Office, Retry: fixed(10, 60), Talks: talks(ask(steady, r(3, 30), r(9, 30), r(9, 40)), push(random, r(60, 1200), v(30, 90, .2), r(9, 16)).busy())},
	{Name: "cctv-event-channel", Ports: ports(8000, 554, 37777), At: talk.Site, Hold: true, Servers: device, Hello: opens(80, 300, 80, 400), Retry: fixed(10, 60), Talks: talks(probe(r(10, 60), r(32, 90), r(32, 120)), push(random, r(60, 1500), v(200, 900, .3), r(0, 0)))},
	{Name: "seismic-seedlink", Ports: ports(18000), At: talk.World, Hold: true, Hello: opens(7, 7, 60, 140, 14, 30, 4, 4, 5, 5, 520, 520), Retry: fixed(30, 60), Talks: talks(push(random, r(1, 12), r(520, 520), r(0, 0)), ask(steady, r(30, 300), r(10, 12), r(520, 520)).some(.4))},
	{Name: "train-describer-stomp", Ports: ports(61618, 61613), At: talk.World, Hold: true, Hours: hours.Soft, Hello: opens(120, 220, 90, 150, 90, 180), Retry: backoff(2, 10, 60, 300), Talks: talks(push(random, r(2, 15), v(600, 4000, .5), r(0, 0)).busy(), tell(steady, r(15, 60), r(1, 1)).both())},
}
