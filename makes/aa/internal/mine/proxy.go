package mine

import (
	"makes/aa/internal/push"
	"makes/aa/internal/rng"
	"makes/aa/internal/tcp"
)

// proxied is a mining proxy on one of our interfaces, a worker of one, or a
// worker of a proxy on a host nobody looks at.
func (f *field) proxied(h *push.Host, c int) {
	if f.left > 0 {
		f.left--
		f.worker(h, f.proxy)
		return
	}
	p := f.at(c)
	if f.r.P(.25) {
		q := f.gate(p)
		q.addrs = []uint32{f.net.Inside()}
		if f.r.P(.3) {
			q.addrs[0], q.path = f.net.Outside(), p.path
		}
		f.worker(h, q)
		return
	}
	f.host(h, p)
}

// gate is a proxy in front of a pool: its work, but a rhythm of its own.
func (f *field) gate(p *pool) *pool {
	q := *p
	q.iface, q.tls, q.fixed = -1, 0, f.r.P(.3)
	q.target, q.window = f.r.LogU(4, 60), f.r.LogU(30, 240)
	q.path = tcp.Path{RTT: f.r.LogU(.0003, .003), MSS: 1460}
	q.os, q.works = tcp.Server(f.r), f.r.LogU(.0003, .03)
	if f.r.P(.5) {
		q.port = rng.Pick(f.r, []uint16{3333, 3355, 8080, 3340, 34255, 5555})
	}
	return &q
}

// host runs a proxy: one or more connections upstream, and workers.
func (f *field) host(h *push.Host, p *pool) {
	transport := rng.Pick(f.r, transports)
	w := newWay(f.net, f.r, p, transport, true)
	lines := f.r.Int(1, 3)
	for range lines {
		g := newRig(h, rng.New(f.r.Bits()), p.d)
		g.hold /= 2 // it has the rigs of all workers
		label(f.net, h.Iface, w.addr, "proxy", p, g.size(), transport)
		f.work(p, g, []*way{w}, f.troubles(p))
	}
	q := f.gate(p)
	q.iface, q.addrs = h.Iface, []uint32{h.Addr}
	for range f.r.Int(2, 9) {
		f.worker(push.NewHost(f.r, -1, f.net.Inside(), h.Spans), q)
	}
	f.proxy, f.left = q, f.r.Int(0, 3)
}

func (f *field) worker(h *push.Host, q *pool) {
	transport := rng.Pick(f.r, []string{"plain", "plain", "plain", "plain", "tls13"})
	w := newWay(f.net, f.r, q, transport, true)
	if q.iface >= 0 && transport == "plain" {
		w.port = q.port
	}
	g := newRig(h, rng.New(f.r.Bits()), q.d)
	if h.Iface >= 0 {
		label(f.net, h.Iface, w.addr, "proxy", q, g.size(), transport)
	}
	if q.iface >= 0 {
		label(f.net, q.iface, h.Addr, "proxy", q, g.size(), transport)
	}
	f.work(q, g, []*way{w}, nil)
}
