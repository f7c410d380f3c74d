package talk

import (
	"makes/w/internal/flow"
	"makes/w/internal/rng"
	"makes/w/internal/tcp"
)

// playDatagrams plays a visit over UDP, ICMP or another protocol without
// connections.
func playDatagrams(v Visit, home int) {
	svc, sp := v.Service, v.Service.Spec
	a := newAgenda(svc, v.G, v.From)
	at := home
	var link *flow.Link
	start := func() {
		if link != nil {
			link.Close()
		}
		port, remote := v.Client.Ports.Next(v.G), svc.Port
		switch {
		case sp.Proto == 1 || sp.Proto == 47 || sp.Proto == 50:
			port, remote = 0, 0
		case sp.SamePort:
			port = svc.Port
		}
		l := flow.NewLink(flow.End{Addr: v.Client.Addr, Port: port, Iface: v.Client.Iface},
			flow.End{Addr: svc.Servers[at].Addr, Port: remote, Iface: svc.Servers[at].Iface}, sp.Proto, svc.Label)
		link = &l
		switch v.Fault {
		case tcp.DeniedOut:
			link.DenyAtClient(true, false)
		case tcp.DeniedIn:
			link.DenyAtClient(false, true)
		case tcp.DeniedFar:
			link.DenyAtServer()
		}
	}
	start()
	for {
		k := a.first(false)
		if k == nil || k.next >= v.End {
			break
		}
		t := k.next
		if !a.open(t) {
			t = a.opens(t, v.End)
			a.shift(t)
			continue
		}
		if sp.Spread && v.G.Chance(0.3) {
			at = v.G.IntN(len(svc.Servers))
			start()
		} else if !sp.SamePort && !sp.Hold {
			start()
		}
		fault := v.Fault
		if fault == tcp.Healthy {
			fault, _ = svc.down(at, t)
		}
		t = datagrams(v, link, k, t, fault)
		a.done(k, t)
	}
	link.Close()
}

// datagrams plays one exchange; without an answer the client repeats it twice.
func datagrams(v Visit, link *flow.Link, k *tuned, t float64, fault tcp.Fault) float64 {
	if fault != tcp.Healthy && k.from == tcp.Server {
		return t
	}
	times := 1
	if k.burst.Mid > 0 {
		times = max(1, k.burst.Size(v.G))
	}
	for i := range times {
		if i > 0 {
			t += k.gap.Next(v.G)
		}
		n := k.size.Size(v.G)
		packets(link, v.Service.Spec.Proto, t, k.from, n)
		if k.reply.Mid == 0 {
			continue
		}
		if (fault != tcp.Healthy && fault != tcp.DeniedIn) || v.G.Chance(v.Path.Loss) {
			for range 2 {
				t += 2
				packets(link, v.Service.Spec.Proto, t, k.from, n)
			}
			continue
		}
		if k.from != v.Path.Far {
			t += v.Path.RTT
		}
		t += k.think.Next(v.G)
		parts := 1
		if k.parts.Mid > 0 {
			parts = max(1, k.parts.Size(v.G))
		}
		for range parts {
			packets(link, v.Service.Spec.Proto, t, 1-k.from, k.reply.Size(v.G))
		}
	}
	return t
}

// packets sends a datagram, in fragments when it is long.
func packets(link *flow.Link, proto uint8, t float64, from tcp.Side, n int) {
	head := 28
	if proto == 50 || proto == 47 {
		head = 20
	}
	count := 1 + (n-1)/1472
	link.Packet(t, from == tcp.Client, count, n+head+20*(count-1))
}

// Plausible picks a fault that keeps a service from ever working.
func Plausible(g *rng.R) tcp.Fault {
	return rng.Pick(g, []tcp.Fault{tcp.Silent, tcp.Silent, tcp.Silent, tcp.Refused, tcp.Refused, tcp.DeniedOut, tcp.DeniedOut,
		tcp.DeniedIn, tcp.DeniedFar, tcp.Cut})
}
