package lab

// TLS 1.3 (RFC 8446 §5.1, §5.2): a record carries at most 2^14 bytes and adds
// header 5, inner content type 1 and authentication tag 16.
const (
	recordMost     = 1 << 14
	recordOverhead = 22
	closeNotify    = 2 + recordOverhead
)

// sealed is the size of n bytes of application data as TLS records.
func sealed(n int) int {
	return n + recordOverhead*((n+recordMost-1)/recordMost)
}

// handshake is a full TLS 1.3 handshake: ClientHello (padded to 517 by most
// clients); ServerHello to Finished, most of it certificates; the client's
// Finished; two session tickets.
func (c *conn) handshake() {
	d := c.session.dice
	server := 1 - c.client
	hello := 517
	if d.chance(0.3) {
		hello = d.size(span{230, 330})
	}
	t := c.write(c.ready, c.client, hello)
	t = c.write(t+c.turn(c.client)+d.between(0.0005, 0.005), server, d.size(span{2600, 4900}))
	t = c.write(t+c.turn(server)+0.001, c.client, 6+74)
	c.ready = t
	if d.chance(0.7) {
		c.write(t+c.turn(c.client)+0.0005, server, 2*d.size(span{210, 280}))
	}
}
