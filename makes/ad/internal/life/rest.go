package life

import (
	"makes/ad/internal/place"
	"makes/ad/internal/rnd"
	"makes/ad/internal/tcp"
)

// datagrams are those of names, time and distributed tables, which have no label.
func (l *life) datagrams(r *rnd.R, h *place.Host) {
	dns := l.dns[r.IntN(len(l.dns))]
	for t := r.Exp(300); t < l.p.Span; t += r.Exp(600) {
		f := l.p.Datagrams(h, dns, 53)
		at := t
		for range r.Int(1, 4) {
			f.Packet(at, 0, r.Int(55, 90))
			f.Packet(at+r.Exp(0.02), 1, r.Int(90, 400))
			at += r.Exp(0.05)
		}
		f.Close()
	}
	ntp := l.p.Outer()
	every := rnd.Pick[float64](r, 64, 256, 1024, 1024, 2048)
	for t := r.Float64() * every; t < l.p.Span; t += every * r.Uni(0.97, 1.03) {
		f := l.p.Datagrams(h, ntp, 123)
		f.Packet(t, 0, 76)
		f.Packet(t+0.03, 1, 76)
		f.Close()
	}
	if !r.Chance(0.1) {
		return
	}
	for range r.Int(10, 60) {
		f := l.p.Datagrams(h, l.p.Outer(), uint16(r.Int(1025, 65000)))
		for t := r.Float64() * l.p.Span; t < l.p.Span && r.Chance(0.8); t += r.Exp(600) {
			f.Packet(t, 0, r.Int(120, 180))
			f.Packet(t+0.1, 1, r.Int(200, 420))
		}
		f.Close()
	}
}

// scans knock at closed doors.
func (l *life) scans(r *rnd.R, h *place.Host) {
	for t := r.Exp(2000); t < l.p.Span; t += r.Exp(4000) {
		a := place.Far(r, l.p.Outer(), tcp.Client(r))
		l.p.Ordinary(h, a.IP, "scan")
		c := l.p.Serve(r, h, a, rnd.Pick[uint16](r, 22, 23, 80, 443, 445, 3389, 5432, 6379, 8080, 8333, 8545, 3333, uint16(r.Int(1, 65000))), true)
		for i := range rnd.Pick(r, 1, 1, 1, 2, 3) {
			c.Syn(t + float64(i)*1.1)
		}
		c.Done(t + 5)
	}
}
