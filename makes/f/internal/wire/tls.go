package wire

import "makes/f/internal/wide"

// TLS is a client and server's habit of encryption.
type TLS struct {
	overhead int // bytes a record adds
	block    int // cipher block to which records are padded, 0 for none
	hello    int // the flights' lengths, of client and server in turn
	chain    int
	finish   int
	answer   int     // the server's tickets, 0 for none
	resumes  float64 // how often that is
	met      bool
}

// DrawTLS draws a habit of the given version.
func DrawTLS(h *wide.Rand, old bool) *TLS {
	t := &TLS{
		overhead: 22, hello: wide.Range{190, 620}.Int(h),
		chain: wide.Range{900, 5500}.Int(h), finish: wide.Pick(h, 58, 64, 74, 80, 90),
		answer: wide.Pick(h, 0, 255, 510, 270, 540, 154, 79), resumes: h.Float64() * wide.Pick(h, 0.0, 1, 1),
	}
	if old {
		t.overhead, t.finish = wide.Pick(h, 29, 29, 29, 21), wide.Pick(h, 93, 126, 158, 318)
		t.answer = wide.Pick(h, 51, 51, 226, 258, 274)
		if wide.Chance(h, 0.12) {
			t.overhead, t.block = wide.Pick(h, 41, 53), 16
		}
	} else if wide.Chance(h, 0.35) { // post-quantum key shares
		t.hello, t.chain = t.hello+1200, t.chain+1120
	}
	return t
}

// sealed is the length on the wire of n bytes of data; without TLS the same.
func (t *TLS) sealed(n int) int {
	if t == nil {
		return n
	}
	records := (n + 16383) / 16384
	if t.block > 0 {
		n += t.block - 1 - n%t.block
	}
	return n + records*t.overhead
}

// handshake exchanges the flights of TLS.
func (t *TLS) handshake(c *Conn) {
	up := func(n int, think float64) { c.Wait(think + c.lag(Client)); c.data(Client, n) }
	down := func(n int, think float64) { c.Wait(think + c.lag(Server)); c.data(Server, n) }
	slow := wide.Between(c.r, 0.0003, 0.006)
	if t.met && wide.Chance(c.r, t.resumes) {
		up(t.hello+wide.Pick(c.r, 40, 180, 230), slow)
		down(130+c.r.IntN(200), slow)
		up(t.finish, slow)
		return
	}
	up(t.hello+c.r.IntN(17), slow)
	down(t.chain, slow)
	up(t.finish, slow)
	if t.answer > 0 {
		down(t.answer, slow)
	}
	t.met = true
}
