package wire

import "makes/v/internal/rng"

// TLS is the sizes of a service's handshakes and records.
type TLS struct {
	Hello    int // ClientHello record
	Flight   int // server's answer with certificates
	Short    int // server's answer on resumption
	Finish   int // client's last flight
	Tickets  int // what the server sends after it
	Record   int // bytes added to each record
	V13      bool
	Resume   float64
	ClientCt int // certificate of the client, where it has one
}

// NewTLS draws a service's TLS; version is "tls12" or "tls13".
func NewTLS(version string, r *rng.R) *TLS {
	t := &TLS{Resume: rng.Pick(r, 0, 0, 0.3, 0.7, 0.95)}
	chain := r.Int(900, 4600)
	if r.Chance(0.15) {
		chain = r.Int(500, 1400)
	}
	t.Hello = rng.Pick(r, 517, 517, 517, r.Int(190, 330), r.Int(240, 420), r.Int(1500, 1820))
	if version == "tls13" {
		t.V13 = true
		t.Record = 22
		t.Flight = 122 + 6 + chain + r.Int(150, 420)
		t.Short = 122 + 6 + r.Int(90, 120)
		t.Finish = rng.Pick(r, 64, 74, 80)
		t.Tickets = rng.Pick(r, 0, 255, 510, 542, r.Int(180, 300))
		return t
	}
	t.Record = rng.Pick(r, 29, 29, 29, 21, r.Int(37, 61))
	t.Hello = min(t.Hello, 517)
	t.Flight = chain + r.Int(350, 480)
	t.Short = r.Int(130, 170)
	t.Finish = rng.Pick(r, 93, 126, 318)
	t.Tickets = rng.Pick(r, 51, 258, 226)
	return t
}

// AnyTLS draws the version too.
func AnyTLS(r *rng.R) *TLS {
	if r.Chance(0.68) {
		return NewTLS("tls13", r)
	}
	return NewTLS("tls12", r)
}

// WithClientCert adds a client certificate, as agents with mutual TLS send it.
func (t *TLS) WithClientCert(r *rng.R) *TLS {
	t.ClientCt = r.Int(900, 2400)
	return t
}

// Shake plays a handshake on an open link and returns when the client may send.
func (t *TLS) Shake(l Link, at float64, r *rng.R) float64 {
	at = l.Send(at, Client, t.Hello)
	at += r.Uni(0.0005, 0.004)
	if r.Chance(t.Resume) {
		at = l.Send(at, Server, t.Short)
		return l.Send(at, Client, min(t.Finish, 80))
	}
	at = l.Send(at, Server, t.Flight)
	at += r.Uni(0.0005, 0.003)
	got := l.Send(at, Client, t.Finish+t.ClientCt)
	if t.Tickets > 0 {
		back := l.Send(got, Server, t.Tickets)
		if !t.V13 {
			return back
		}
	}
	return at
}

// Grow is the size of n bytes in records; nil TLS adds nothing.
func (t *TLS) Grow(n int) int {
	if t == nil {
		return n
	}
	return n + t.Record*(1+n/16384)
}
