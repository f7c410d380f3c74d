package tcp

import "makes/z/internal/clock"

// TLS is a service's way of securing its connections. Version 0 is none.
type TLS struct {
	Version int
	// Hello is the size of the client's first flight, Chain of the server's certificates.
	Hello, Chain int
	// Resume is the chance of an abbreviated handshake, Mutual the size of the client's certificate.
	Resume float64
	Mutual int
}

// Secure shakes hands for TLS at t and tells when the client may send; the records cost more from then on.
func (k *Conn) Secure(t clock.Time, s TLS) clock.Time {
	if s.Version == 0 {
		return t
	}
	t = k.Send(Client, t, 5+s.Hello)
	resumed := k.r.Chance(s.Resume)
	think := clock.Time(k.r.Int(300, 4000))
	if s.Version == 12 {
		if resumed {
			t = k.Send(Server, t+think, 152)
			k.Send(Client, t+think, 51)
		} else {
			t = k.Send(Server, t+think, 430+s.Chain)
			t = k.Send(Client, t+think, 126+s.Mutual)
			t = k.Send(Server, t+think, k.r.Int(51, 280))
		}
		k.over = 29
	} else {
		if resumed {
			t = k.Send(Server, t+think, 233)
		} else {
			t = k.Send(Server, t+think, 620+s.Chain)
		}
		k.Send(Client, t+think, 64+s.Mutual)
		if k.r.Chance(0.8) {
			k.Send(Server, t+think+k.path.RTT, k.r.Int(1, 2)*255)
		}
		k.over = 22
	}
	t += think
	k.Ready = t
	return t
}
