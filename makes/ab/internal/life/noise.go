package life

import (
	"makes/ab/internal/flow"
	"makes/ab/internal/rng"
	"makes/ab/internal/site"
)

// noise is what has no label: names, time, and those who try doors.
func noise(s *site.Site, iface int) {
	r, l, me := s.R.Fork(), s.Log, s.Addrs[iface]
	resolver := me&^0xffff | 2
	gap := r.Log(60, 1800)
	for t := r.Exp(gap); t < l.Seconds; t += r.Exp(gap) {
		datagram(l, r, iface, me, resolver, 53, t, r.Between(56, 110), r.Between(80, 320))
	}
	clock, poll := s.Outside(), rng.Of(r, 64.0, 128, 256, 512, 1024)
	for t := r.F() * poll; t < l.Seconds; t += poll {
		datagram(l, r, iface, me, clock, 123, t, 76, 76)
	}
	// Scanners knock, and most security groups keep them out.
	for t := r.Exp(900); t < l.Seconds; t += r.Exp(r.Log(300, 9000)) {
		h := l.Half(iface, s.Outside(), me, uint16(r.Between(1024, 65535)), uint16(rng.Of(r, 22, 23, 80, 443, 445, 3389, 5900, 6379, 8080, 8443, r.Between(1, 65000))), 6, flow.Reject)
		n := rng.Of(r, 1, 1, 1, 2, 3)
		h.Add(t, n, n*rng.Of(r, 40, 44, 60))
		h.Close()
	}
}

func datagram(l *flow.Log, r *rng.R, iface int, me, peer uint32, port uint16, t float64, up, down int) {
	own := uint16(r.Between(32768, 60999))
	for i, n := range [2]int{up, down} {
		h := l.Half(iface, me, peer, own, port, 17, flow.Accept)
		if i == 1 {
			h = l.Half(iface, peer, me, port, own, 17, flow.Accept)
		}
		h.Add(t, 1, n)
		h.Close()
	}
}
