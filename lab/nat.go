package lab

import "net/netip"

// An uplink is the way of one interface in a private subnet to the Internet:
// what a NAT gateway's own interface sees of it.
type uplink struct {
	gateway *host
	meter   *meter // of this one's traffic only; its intervals are the gateway's
}

// newGateway builds the interface of a NAT gateway. Its records aggregate over
// the Config's interval.
func newGateway(cfg Config, number int) *host {
	g := bareHost(cfg, roll(cfg.Seed, uint64(number), name("nat gateway")), int64(cfg.Interval))
	g.local = v4(primaries, number<<8|5)
	g.place, g.zone = whereabouts(cfg.Seed, number, "-") // AWS's own, so without instance
	return g
}

// serve puts h behind the gateway, before anything runs on it.
func (g *host) serve(h *host) {
	h.uplink = &uplink{g, newMeter(g.meter.length, g.meter.phase, g.meter.end)}
	g.behind = append(g.behind, h.uplink)
}

// translate lets the packets of a flow pass the gateway too, if its peer is
// beyond it. The gateway puts its own address and another port in the place of
// the local ones.
func (u *uplink) translate(f *flow) {
	if a := f.remote.Addr(); !a.Is4() || a.IsPrivate() {
		return
	}
	port := uint16(0)
	if f.local.Port() != 0 {
		port = uint16(1024 + mix(f.id)%64512) // "NAT gateways", Amazon VPC User Guide: 1024-65535
	}
	f.via = &flow{
		id:       mix(f.id),
		meter:    u.meter,
		label:    f.label,
		local:    netip.AddrPortFrom(u.gateway.local, port),
		remote:   f.remote,
		protocol: f.protocol,
		inner:    f,
	}
	u.meter.flows = append(u.meter.flows, f.via)
}

// relay collects what the gateway's interface has seen up to second. Every
// packet passes it twice: between the private subnet and the gateway, and
// between the gateway and the Internet.
func (g *host) relay(second int64, last bool) {
	g.records = g.records[:0]
	until := g.meter.due(second, last)
	if until == g.meter.read {
		return
	}
	for _, u := range g.behind {
		g.records = u.meter.take(g.records, g, until)
		u.meter.read = until
	}
	for _, r := range g.records {
		r.inside = true
		g.records = append(g.records, r)
	}
	g.records = g.finish(g.meter.complete(g.records, 0, g, until), 0)
}

// translated is what a record at a gateway shows ("Traffic through a NAT
// gateway", Flow log record examples, Amazon VPC User Guide): on the inside
// the gateway's address stands for the peer's, on the outside for the
// client's; the packet's own addresses tell which peer or client it was.
func (f *flow) translated(r *record) view {
	v := view{src: f.local, dst: f.remote, pktSrc: f.local.Addr(), pktDst: f.remote.Addr(), egress: true}
	if r.inside {
		gateway := netip.AddrPortFrom(f.local.Addr(), f.remote.Port())
		v = view{src: f.inner.local, dst: gateway, pktSrc: f.inner.local.Addr(), pktDst: f.remote.Addr()}
	}
	if r.dir == in {
		return v.back()
	}
	return v
}
