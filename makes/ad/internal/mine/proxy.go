package mine

import (
	"makes/ad/internal/place"
	"makes/ad/internal/rnd"
	"makes/ad/internal/talk"
	"makes/ad/internal/tcp"
)

// proxy is a host of ours that mines for others: one connection to a pool,
// many to workers.
type proxy struct {
	host *place.Host
	o    *pool // as its workers see it
	left int   // workers among our hosts that it still takes
	port uint16
}

// behind makes a host a proxy or a worker of one.
func (m *mines) behind(r *rnd.R, h *place.Host, n int) {
	switch {
	case m.proxy == nil || m.proxy.left == 0:
		m.beProxy(r, h)
	case n%3 == 1:
		m.outside(r, h)
	default:
		m.proxy.left--
		x := m.proxy
		m.work(r, h, x.o, x.host.IP, func() *tcp.Conn { return m.p.Between(r, h, x.host, x.port) },
			func(l place.Mining) { m.p.Mines(x.host, h.IP, l) })
	}
}

// seen is the pool that the workers of a proxy see: the same jobs, a little
// later, with difficulties and habits of the proxy's.
func seen(r *rnd.R, o *pool) *pool {
	s := *o
	s.target = rnd.Pick[float64](r, 2, 5, 8, 10, 15, 20, 30, 60)
	s.window = rnd.Pick[float64](r, 0, 0, 60, 120, 300)
	s.think = r.Log(0.0003, 0.01)
	s.layer = rnd.Pick(r, "raw", "raw", "raw", "tls")
	if o.layer == "ws" || o.layer == "noise" {
		s.layer = o.layer
	}
	s.ping = 0
	s.stay = 3600 * r.Log(5, 600)
	s.outages = nil
	return &s
}

func (m *mines) beProxy(r *rnd.R, h *place.Host) {
	p := m.p
	c := anyCoin(r)
	for dialects[c.dialect].habit == "pull" || dialects[c.dialect].habit == "mute" {
		c = anyCoin(r)
	}
	o := m.choose(r, c)
	x := &proxy{host: h, o: seen(r, o), left: r.Int(2, 8), port: rnd.Pick[uint16](r, 3333, 3333, 443, 5555, 8080, 4444, 7777)}
	m.proxy = x
	workers := r.Int(2, 20)
	w := m.way(r, o)
	p.Mines(h, w.path.IP, place.Mining{Coin: o.name, Kind: "proxy", Pool: o.title, Size: "fast", Transport: w.transport})
	// What the workers find goes on if it is good enough for the pool.
	hash := float64(workers) * r.Log(0.1, 0.5)
	for t, old := 0.0, true; t < p.Span; old = false {
		end := max(t+5, min(t+r.Exp(o.stay), o.nextOutage(t)))
		mineAt(o, newWire(r, p.Dial(r, h, w.path, w.port, false), w.layer, w.transport), r, hash, t, end, p.Span, w.transport, old)
		t = end + r.Uni(1, 10)
		if down, until := o.down(t); down {
			t = until + r.Uni(1, 10)
		}
	}
	for range workers {
		a := place.Far(r, p.Inner(), tcp.Client(r))
		layer := talk.NewLayer(r, x.o.layer)
		power, size := power(r)
		l := place.Mining{Coin: o.name, Kind: "proxy", Pool: o.title, Size: size, Transport: transportOf(layer)}
		p.Mines(h, a.IP, l)
		m.connections(r, x.o, layer, power, func() *tcp.Conn { return p.Serve(r, h, a, x.port, false) })
	}
}

func transportOf(l talk.Layer) string {
	switch l.TLS {
	case 12:
		return "tls12"
	case 13:
		return "tls13"
	}
	return "plain"
}

// outside is a worker of a proxy that is none of our hosts.
func (m *mines) outside(r *rnd.R, h *place.Host) {
	o := seen(r, m.choose(r, anyCoin(r)))
	ip := m.p.Inner()
	if r.Chance(0.3) {
		ip = m.p.Outer()
	}
	a := place.Far(r, ip, tcp.Server(r))
	port := rnd.Pick[uint16](r, 3333, 3334, 443, 5555, 8080, 14444, 80)
	m.work(r, h, o, ip, func() *tcp.Conn { return m.p.Dial(r, h, a, port, false) }, func(place.Mining) {})
}

// work at a proxy.
func (m *mines) work(r *rnd.R, h *place.Host, o *pool, ip uint32, open func() *tcp.Conn, other func(place.Mining)) {
	layer := talk.NewLayer(r, o.layer)
	hash, size := power(r)
	l := place.Mining{Coin: o.name, Kind: "proxy", Pool: o.title, Size: size, Transport: transportOf(layer)}
	m.p.Mines(h, ip, l)
	other(l)
	m.connections(r, o, layer, hash, open)
}

func (m *mines) connections(r *rnd.R, o *pool, layer talk.Layer, hash float64, open func() *tcp.Conn) {
	transport := transportOf(layer)
	t, old := 0.0, r.Chance(0.85)
	if !old {
		t = r.Uni(0, 0.7) * m.p.Span
	}
	for t < m.p.Span {
		end := t + 5 + r.Exp(o.stay)
		mineAt(o, newWire(r, open(), layer, transport), r, hash, t, end, m.p.Span, transport, old)
		t, old = end+r.Log(1, 60), false
	}
}
