package lab

// TLS 1.3 (RFC 8446 §5.1, §5.2): a record carries at most 2^14 bytes and adds
// header 5, inner content type 1 and authentication tag 16. TLS 1.2 with
// AES-GCM (RFC 5246 §6.2.3.3, RFC 5288 §3): header 5, explicit nonce 8, tag 16.
const (
	recordMost  = 1 << 14
	overhead13  = 22
	overhead12  = 29
	closeNotify = 2
)

// sealed is the size of n bytes of application data as TLS records.
func (p *peer) sealed(n int) int {
	overhead := overhead13
	if p.wrap.tls12 {
		overhead = overhead12
	}
	return n + overhead*((n+recordMost-1)/recordMost)
}

// handshake is a full TLS handshake.
func (c *conn) handshake() {
	d := c.session.dice
	hello := 517 // to which most clients pad
	if d.chance(0.3) {
		hello = d.size(span{230, 330})
	}
	t := c.write(c.ready, c.client, hello)
	t = c.write(t+c.turn(c.client)+d.between(0.0005, 0.005), 1-c.client, d.size(span{2600, 4900}))
	if c.peer.wrap.tls12 {
		c.ready = c.handshake12(t)
	} else {
		c.ready = c.handshake13(t)
	}
}

// handshake13 is the rest of TLS 1.3 when ServerHello to Finished, most of it
// certificates, has passed: the client's change of cipher (6) and Finished
// (74), and two session tickets.
func (c *conn) handshake13(t float64) float64 {
	d, server := c.session.dice, 1-c.client
	t = c.write(t+c.turn(server)+0.001, c.client, 6+74)
	if d.chance(0.7) {
		c.write(t+c.turn(c.client)+0.0005, server, 2*d.size(span{210, 280}))
	}
	return t
}

// handshake12 is the rest of TLS 1.2 when ServerHello to ServerHelloDone have
// passed: the client's key exchange (75 with a 256-bit curve), change of cipher
// (6) and Finished (45), the server's ticket, if any, and the same two.
func (c *conn) handshake12(t float64) float64 {
	d, server := c.session.dice, 1-c.client
	t = c.write(t+c.turn(server)+0.001, c.client, d.size(span{37, 75})+6+45)
	last := 6 + 45
	if d.chance(0.6) {
		last += d.size(span{180, 260})
	}
	return c.write(t+c.turn(c.client)+0.001, server, last) + c.turn(server)
}
