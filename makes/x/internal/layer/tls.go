// Package layer has what lies between a program and TCP: TLS records, SOCKS
// and virtual private networks over TCP.
package layer

import (
	"makes/x/internal/rnd"
	"makes/x/internal/tcp"
	"makes/x/internal/wire"
)

// Suite is how one service does TLS.
type Suite struct {
	V13     bool
	Record  int // overhead of a record
	Hello   int // first flight of the client
	Flight  int // first flight of the server, with its certificates
	Finish  int // second flight of the client
	Tickets int // session tickets after the handshake
	Resumes float64
	Alert   int
}

// NewSuite draws the TLS of a service.
func NewSuite(r *rnd.Rand, v13 bool) *Suite {
	s := &Suite{V13: v13, Hello: r.Int(190, 330), Resumes: r.Between(0, 0.9)}
	if r.Chance(0.35) {
		s.Hello = 517 + 5
	}
	certs := int(r.Log(1100, 5200))
	if v13 {
		if r.Chance(0.2) {
			s.Hello += 1200 // hybrid key shares
			certs += 1090
		}
		s.Record, s.Alert = 22, 24
		s.Flight = 127 + 6 + certs + r.Int(380, 460)
		s.Finish = 6 + 58 + 16*r.IntN(2)
		s.Tickets = r.Int(0, 2) * r.Int(190, 290)
		return s
	}
	switch x := r.Float64(); {
	case x < 0.75:
		s.Record, s.Alert = 29, 31
	case x < 0.9:
		s.Record, s.Alert = 21, 23
	default:
		s.Record, s.Alert = 53, 53 // CBC with a MAC and padding
	}
	s.Flight = 80 + certs + r.Int(150, 340)
	s.Finish = r.Int(42, 75) + 6 + 45
	s.Tickets = r.Int(51, 260)
	return s
}

// Stream is a byte stream over TCP, with TLS if it has a suite.
type Stream struct {
	*tcp.Conn
	suite *Suite
}

// Plain is a stream without TLS.
func Plain(c *tcp.Conn) *Stream {
	return &Stream{Conn: c}
}

// Secure does a TLS handshake at t, and returns when the client may send.
func Secure(r *rnd.Rand, c *tcp.Conn, s *Suite, t float64, resume bool) (*Stream, float64) {
	if s == nil {
		return Plain(c), t
	}
	client, server := c.Client, 1-c.Client
	t = c.Send(client, t, s.Hello+r.IntN(8))
	flight, finish := s.Flight, s.Finish
	if resume && r.Chance(s.Resumes) {
		flight, finish = 240, min(s.Finish, 85)
	}
	t = c.Send(server, t+r.Between(0.0005, 0.004), flight)
	t += r.Between(0.0003, 0.003)
	done := c.Send(client, t, finish)
	if s.Tickets > 0 || !s.V13 {
		back := c.Send(server, done+0.0005, s.Tickets+51)
		if !s.V13 {
			t = back
		}
	}
	return &Stream{Conn: c, suite: s}, t
}

// Send sends a message of n bytes, in TLS records if there is TLS.
func (s *Stream) Send(side wire.Side, t float64, n int) float64 {
	if s.suite != nil {
		n += (n + 16383) / 16384 * s.suite.Record
	}
	return s.Conn.Send(side, t, n)
}

// Close closes the stream in an orderly way.
func (s *Stream) Close(side wire.Side, t float64) {
	if s.suite != nil {
		s.Conn.Send(side, t, s.suite.Alert)
	}
	s.Conn.Close(side, t)
}

// Socks asks a SOCKS 5 server, or an HTTP proxy if http, to connect further.
// The server needs extra seconds for that.
func Socks(r *rnd.Rand, s *Stream, t float64, http bool, extra float64) float64 {
	client, server := s.Client, 1-s.Client
	if http {
		t = s.Send(client, t, r.Int(80, 240))
		return s.Send(server, t+extra, r.Int(39, 110))
	}
	t = s.Send(client, t, r.Int(3, 4))
	t = s.Send(server, t+0.0005, 2)
	t = s.Send(client, t, r.Int(10, 36))
	return s.Send(server, t+extra, 10)
}
