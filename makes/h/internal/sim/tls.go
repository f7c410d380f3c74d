package sim

// TLS is how two ends set up TLS and what that adds; a nil TLS adds nothing.
type TLS struct {
	overhead int // per record
	hello    int // first message of the client
	flight   int // the server's answer, with its certificates
	finish   int // the client's second message
	tickets  int // what the server sends after that
	resumes  float64
}

// NewTLS draws the libraries, certificates and habits of a client and server.
func NewTLS(r Rand, version string) *TLS {
	t := &TLS{hello: r.Int(190, 530), flight: r.WideInt(1100, 6200), resumes: Pick(r, 0, 0, 0.3, 0.9)}
	if version == "tls12" {
		t.overhead = Pick(r, 29, 29, 29, 21, r.Int(37, 69))
		t.finish = Pick(r, 93, 126, 150, 342)
		t.tickets = Pick(r, 51, 51, r.Int(230, 290))
	} else {
		t.overhead = 22
		t.finish = Pick(r, 58, 74, 80, 90)
		t.tickets = Pick(r, 0, r.Int(210, 290), 2*r.Int(230, 280))
		if r.Chance(0.3) { // a post-quantum key share
			t.hello += r.Int(1180, 1250)
			t.flight += 1088
		}
	}
	if r.Chance(0.12) { // a client certificate
		t.finish += r.Int(900, 2600)
		t.flight += r.Int(60, 400)
	}
	return t
}

// Secure performs the TLS handshake; later messages are wrapped.
func (c *Conn) Secure(t *TLS) {
	if t == nil {
		return
	}
	if c.Chance(t.resumes) {
		c.Call(t.hello+c.Int(150, 260), c.Int(210, 330))
		c.Ask(min(t.finish, 90))
	} else {
		c.Call(t.hello, t.flight)
		c.Ask(t.finish)
		if t.tickets > 0 {
			c.Answer(t.tickets)
		}
	}
	c.tls = t
}

func (t *TLS) wrap(n int) int {
	if t == nil {
		return n
	}
	return n + (n+16383)/16384*t.overhead
}
