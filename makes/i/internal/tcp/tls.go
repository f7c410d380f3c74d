package tcp

import "makes/i/internal/rnd"

// TLS is how a service and its clients speak TLS; the zero value is plain.
type TLS struct {
	Version       int // 12, 13 or 0
	Hello, Server int // bytes of the first flights
	Tickets       int // bytes
	Over          int // bytes around a record
	Resume        float64
}

// DrawTLS draws the sizes of a version.
func DrawTLS(r rnd.R, version int) TLS {
	switch version {
	case 12:
		return TLS{12, 180 + r.IntN(340), r.Int(rnd.Span{1400, 6200}), rnd.Pick(r, 0, 0, 186, 207, 234), rnd.Pick(r, 29, 29, 29, 21, 45, 53), r.Float64() * 0.9}
	case 13:
		return TLS{13, rnd.Pick(r, 230, 300, 517, 517, 580, 650, 1750), r.Int(rnd.Span{1100, 5600}), rnd.Pick(r, 0, 255, 510, 478, 150), 22, r.Float64() * 0.7}
	}
	return TLS{}
}

// Secure does the handshake; after it all messages are in records.
func (c *Conn) Secure(t float64, s TLS) float64 {
	if s.Version == 0 {
		return t
	}
	resumed := c.R.Chance(s.Resume * 0.5)
	flight, finish := s.Server, 80
	if resumed {
		flight = 260
	}
	if s.Version == 12 {
		finish = 126 + c.R.IntN(3)*60
	}
	t = c.Ask(t, Client, s.Hello, 0.001+c.R.Exp(0.003), flight)
	t = c.Send(t+c.Lag(Client)+0.001, Client, finish)
	last := s.Tickets
	if s.Version == 12 {
		last += 51
	}
	t = c.Send(t+c.Lag(Server)+0.001, Server, last)
	c.over = s.Over
	return t
}
