package kinds

import (
	"makes/w/internal/hours"
	"makes/w/internal/talk"
)

var health = []talk.Spec{
	{Name: "hl7-mllp-adt", Ports: ports(2575, 6661, 5600, 11000), At: talk.VPC, Covers: either, Hold: true, Hours: hours.Clinic, Keep: r(60, 7200), Retry: fixed(5, 30),
		Talks: talks(ask(random, r(10, 400), v(450, 2600, .3), v(90, 190, .06)).busy().think(.01, .4, .6))},
	{Name: "hl7-mllp-results", Ports: ports(2576, 6662, 5601), At: talk.Site, Hold: true, Hours: hours.Clinic, Servers: legacy, Keep: r(60, 7200), Kick: r(300, 20000), Retry: fixed(10, 60),
		Talks: talks(ask(random, r(20, 600), v(900, 5500, .5), v(95, 170, .05)).busy().think(.02, 1, .6))},
	{Name: "hl7-mllp-lazy", Ports: ports(2577, 7777, 8888), At: talk.Partner, Hours: hours.Clinic, Linger: r(1, 60), Retry: fixed(10, 60),
		Talks: talks(ask(random, r(30, 900), v(500, 3500, .4), v(90, 200, .05)).busy().think(.05, 1, .5))},
	{Name: "dicom-store", Ports: ports(104, 11112, 4242), At: talk.VPC, Hours: hours.Clinic, Servers: windows, Hello: opens(260, 900, 180, 500),
		Talks: talks(ask(random, r(900, 7200), v(180000, 9e5, .5), v(100, 180, .02)).busy().burst(4, 120, .8, r(.01, .3)))},
	{Name: "dicom-worklist", Ports: ports(104, 1104, 11113), At: talk.VPC, Hours: hours.Clinic, Hello: opens(220, 420, 170, 260),
		Talks: talks(ask(steady, r(30, 600), v(300, 520, .03), v(140, 900, .4)).parts(1, 12, .5).think(.01, .2, .5))},
	{Name: "dicom-echo", Ports: ports(104, 11112), At: talk.Site, Servers: device, Hello: opens(205, 240, 170, 200),
		Talks: talks(ask(steady, r(60, 1800), r(80, 90), r(88, 96)))},
	{Name: "dicom-held-association", Ports: ports(104, 2762), At: talk.Site, Hold: true, Covers: either, Hours: hours.Clinic, Servers: device, Hello: opens(220, 500, 170, 300), Retry: fixed(15, 120), Kick: r(600, 7200),
		Talks: talks(ask(steady, r(30, 120), r(80, 90), r(88, 96)).think(.001, .1, .5), ask(random, r(300, 3000), v(20000, 600000, .6), v(100, 160, .02)).busy().burst(1, 20, .8, r(.05, .5)))},
	{Name: "fhir-poll", Ports: ports(443, 8443), At: talk.Partner, Covers: tls, Linger: r(0, 75), Hours: hours.Soft,
		Talks: talks(ask(steady, r(15, 300), v(800, 1900, .03), v(600, 18000, .4)).think(.05, .5, .5))},
	{Name: "pharmacy-switch", Ports: ports(7501, 1700, 7744), At: talk.Partner, Hold: true, Hours: hours.Clinic, Servers: legacy, Retry: fixed(10, 60), Keep: r(120, 7200),
		Talks: talks(ask(random, r(10, 600), v(260, 800, .2), v(240, 900, .2)).busy().think(.2, 2.5, .4), ask(steady, r(60, 300), r(20, 60), r(20, 60)).some(.6))},
	{Name: "lab-analyser-astm", Ports: ports(4001, 4002, 9100, 10001), At: talk.VPC, Hold: true, Hours: hours.Clinic, Retry: fixed(10, 60),
		Talks: talks(ask(random, r(60, 1200), v(70, 240, .3), r(1, 1)).busy().burst(4, 14, .3, r(.05, .4)), ask(random, r(300, 3000), r(1, 1), r(1, 1)).some(.5))},
	{Name: "patient-monitor-gateway", Ports: ports(24105, 2550, 3502), At: talk.VPC, Hold: true, Hours: hours.Soft, Retry: fixed(5, 30),
		Talks: talks(tell(steady, r(1, 10), v(180, 1400, .1)), push(steady, r(10, 60), r(20, 60), r(0, 0)).some(.5))},
	{Name: "nurse-call-panel", Ports: ports(8050, 9900), At: talk.VPC, Hold: true, Hours: hours.Clinic, Retry: fixed(5, 60),
		Talks: talks(ask(steady, r(10, 60), r(18, 60), r(12, 40)), tell(random, r(60, 1800), v(60, 180, .2)).busy())},
	{Name: "eligibility-x12", Ports: ports(443, 7443), At: talk.Partner, Covers: tls, Hours: hours.Clinic, Linger: r(0, 30),
		Talks: talks(ask(random, r(30, 1200), v(900, 1900, .1), v(1200, 7000, .4)).busy().think(.5, 6, .5))},
	{Name: "ehr-client-session", Ports: ports(1972, 56773, 51773), At: talk.VPC, Covers: either, Hold: true, Window: hours.Clinic, Hours: hours.Clinic, Hello: opens(120, 300, 120, 400), Keep: r(60, 1800), Retry: fixed(10, 60),
		Talks: talks(ask(random, r(8, 90), v(90, 420, .4), v(300, 4500, .8)).busy().burst(1, 6, .6, v(.3, 4, .5)).think(.005, .2, .7), probe(r(60, 300), r(24, 50), r(24, 50)))},
	{Name: "ecp-cache-coherence", Ports: ports(1972, 51773), At: talk.VPC, Hold: true, Hours: hours.Clinic, Retry: fixed(1, 20),
		Talks: talks(ask(random, r(.6, 12), v(60, 260, .4), v(100, 8200, .9)).busy().think(.0003, .004, .5), ask(steady, r(2, 20), r(30, 60), r(20, 40)))},
	{Name: "image-viewer-web", Ports: ports(443), At: talk.VPC, Covers: tls, Linger: r(15, 90), Conns: r(1, 4), Hours: hours.Clinic,
		Talks: talks(ask(random, r(120, 1800), v(500, 1500, .2), v(20000, 600000, .9)).busy().burst(2, 30, .8, v(.1, 4, .8)))},
	{Name: "document-registry-xds", Ports: ports(8443, 443, 2011), At: talk.Partner, Covers: tls12, Hours: hours.Clinic,
		Talks: talks(ask(random, r(60, 1800), v(2500, 6500, .2), v(2000, 40000, .6)).busy().think(.1, 2, .5))},
	{Name: "infusion-pump-server", Ports: ports(443, 51244, 3613), At: talk.VPC, Covers: either, Hold: true, Hello: opens(60, 300, 60, 200), Retry: backoff(10, 30, 120, 600),
		Talks: talks(ask(steady, r(15, 300), v(120, 420, .05), v(40, 160, .05)))},
	{Name: "bed-board-push", Ports: ports(8080, 443), At: talk.VPC, Covers: ws, Hold: true, Hours: hours.Clinic, Retry: backoff(1, 5, 30, 60),
		Talks: talks(push(random, r(20, 300), v(200, 1200, .4), r(0, 0)).busy(), ask(steady, r(15, 60), r(2, 40), r(2, 40)))},
	{Name: "vaccine-registry-soap", Ports: ports(443), At: talk.Partner, Covers: tls12, Hours: hours.Clinic, Talks: talks(ask(random, r(200, 3600), v(1500, 4500, .2), v(900, 5000, .4)).busy().think(.2, 3, .5))},
}
