// Package layer puts messages into what lies between a program and TCP: TLS
// records, SOCKS proxies, tunnels.
package layer

import (
	"makes/m/internal/draw"
)

// Security is how a service wraps its messages.
type Security struct {
	Kind   string // plain, tls12, tls13, cbc, socks, noise, vpn, ssh
	Over   int    // bytes a record
	Pad    int    // records are multiples of it, if not 0
	Split  int    // bytes of a message that are written by themselves first
	Resume bool   // later handshakes are short
	Ping   float64

	hello, flight, key, ticket int
}

// DrawSecurity draws one of a kind.
func DrawSecurity(r draw.Rand, kind string) Security {
	s := Security{Kind: kind, Resume: r.Chance(0.5), hello: r.Int(180, 580), flight: int(r.Log(900, 5500)), key: r.Int(93, 170), ticket: 51}
	switch kind {
	case "tls12":
		s.Over = draw.Pick(r, 29, 29, 29, 21)
		if r.Chance(0.5) {
			s.ticket += r.Int(170, 250)
		}
		if r.Chance(0.15) {
			s.key = r.Int(318, 350)
		}
	case "cbc":
		s.Over, s.Pad = draw.Pick(r, 41, 53), 16
	case "tls13":
		s.Over, s.key = 22, r.Int(64, 80)
		s.hello, s.ticket = draw.Pick(r, 517, 522, r.Int(230, 650), r.Int(1500, 1900)), draw.Pick(r, 0, 1, 2)*r.Int(180, 300)
		if r.Chance(0.05) {
			s.Pad = draw.Pick(r, 64, 128, 256)
		}
	case "noise":
		s.Over = draw.Pick(r, 16, 32)
	case "vpn":
		s.Over, s.Pad, s.Ping = draw.Pick(r, 24, 26, 26, 30, 42, 46), draw.Pick(r, 0, 0, 0, 16), draw.Pick(r, 10.0, 10, 15, 20, 25, 60)
	case "ssh":
		s.Over, s.Pad, s.Ping = draw.Pick(r, 34, 38, 46, 62), draw.Pick(r, 8, 16), draw.Pick(r, 0.0, 0, 15, 30, 60, 300)
	}
	return s
}

// Size gives the bytes that a message of n bytes takes in TCP.
func (s *Security) Size(n int) int {
	if s.Kind == "plain" || s.Kind == "socks" {
		return n
	}
	total := 0
	for {
		part := min(n, 16384)
		if s.Pad > 0 {
			total += (part+s.Over+s.Pad-1)/s.Pad*s.Pad + s.Over%s.Pad
		} else {
			total += part + s.Over
		}
		if n -= part; n <= 0 {
			return total
		}
	}
}

type sender interface {
	Send(t float64, from, n int) float64
	RTT() float64
}

// handshake does what comes before the first message.
func (s *Security) handshake(c sender, r draw.Rand, t float64, opener int, again bool) float64 {
	peer, rtt := 1-opener, c.RTT()+0.001
	talk := func(sizes ...int) {
		for i, n := range sizes {
			from := opener
			if i%2 == 1 {
				from = peer
			}
			if t = c.Send(t, from, n); from == opener {
				t += rtt + r.Exp(0.002)
			}
		}
	}
	again = again && s.Resume
	switch s.Kind {
	case "tls12", "cbc":
		if again {
			talk(s.hello+r.Int(150, 220), 140+r.Int(0, 20), 51)
		} else {
			talk(s.hello, s.flight, s.key, s.ticket)
		}
	case "tls13":
		if again {
			talk(s.hello+r.Int(180, 300), 220+r.Int(0, 40), s.key, s.ticket)
		} else {
			talk(s.hello, s.flight, s.key, s.ticket)
		}
	case "socks":
		talk(draw.Pick(r, 3, 4), 2, r.Int(10, 40), 10)
		t += r.Exp(0.1)
	case "noise":
		talk(draw.Pick(r, 32, 64), draw.Pick(r, 170, 234))
	case "vpn":
		talk(44, 56, s.hello+60, s.flight+120, s.key+300, s.ticket+250, 90, 300)
	case "ssh":
		talk(r.Int(21, 42), r.Int(21, 42), r.Int(900, 1600), r.Int(900, 1200), 48, r.Int(400, 900), 16, 0, 44, 44, r.Int(60, 700), r.Int(28, 100), 112, 500, 68, 44)
	}
	return t
}
