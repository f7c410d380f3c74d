package wire

import (
	"makes/u/internal/flow"
	"makes/u/internal/rng"
)

// Secure is the protection of a connection.
type Secure uint8

// The protections. SSH and Noise count as such because they have their own
// handshake and padding.
const (
	Plain Secure = iota
	TLS12
	TLS13
	SSH
	Noise
)

// Cover describes how a service does its protection; the sizes belong to
// its certificate and to the library of the client.
type Cover struct {
	Kind   Secure
	Hello  int // client's first message
	Answer int // server's first messages with certificates
	Ticket int // session tickets, 0 if none
	Mutual int // client's certificate, 0 if none
	Resume float64
}

// NewCover draws the sizes of a service.
func NewCover(kind Secure, r *rng.R) Cover {
	c := Cover{Kind: kind}
	switch kind {
	case TLS12:
		c.Hello = rng.Pick(r, r.Int(160, 240), r.Int(240, 330), 517)
		c.Answer = r.LogInt(1900, 5600)
		c.Ticket = rng.Pick(r, 0, r.Int(180, 260))
		c.Resume = rng.Pick(r, 0, 0, 0.6)
	case TLS13:
		c.Hello = rng.Pick(r, r.Int(230, 330), 517, 517, r.Int(1500, 1900))
		c.Answer = r.LogInt(1500, 5200)
		c.Ticket = rng.Pick(r, 0, r.Int(70, 250), 2*r.Int(200, 260))
		c.Resume = rng.Pick(r, 0, 0, 0.5)
	}
	if kind != Plain && r.Chance(0.05) {
		c.Mutual = r.LogInt(900, 2600)
	}
	return c
}

// Covered is a pipe with protection over another pipe.
type Covered struct {
	Pipe
	cover *Cover
	known bool
	rnd   *rng.R
}

// Init puts a cover over a pipe. known tells that the client has a session
// ticket from an earlier connection.
func (c *Covered) Init(under Pipe, cover *Cover, known bool, r *rng.R) {
	*c = Covered{Pipe: under, cover: cover, known: known, rnd: r}
}

// Open opens the pipe below and does the handshake on it.
func (c *Covered) Open(t float64) float64 {
	t = c.Pipe.Open(t)
	send := c.Pipe.Send
	v := c.cover
	switch v.Kind {
	case TLS12:
		t = send(t, flow.Client, v.Hello)
		if c.known && c.rnd.Chance(v.Resume) {
			t = send(t+0.001, flow.Server, 96+51+v.Ticket)
			return c.Pipe.Send(t+0.001, flow.Client, 51)
		}
		t = send(t+c.rnd.Uniform(0.001, 0.01), flow.Server, v.Answer)
		t = send(t+c.rnd.Uniform(0.001, 0.01), flow.Client, 126+v.Mutual)
		return send(t+0.001, flow.Server, 51+v.Ticket)
	case TLS13:
		t = send(t, flow.Client, v.Hello)
		answer := v.Answer
		if c.known && c.rnd.Chance(v.Resume) {
			answer = 250
		}
		t = send(t+c.rnd.Uniform(0.001, 0.01), flow.Server, answer)
		t = send(t+c.rnd.Uniform(0.001, 0.01), flow.Client, 64+v.Mutual)
		if v.Ticket > 0 {
			send(t+0.001, flow.Server, v.Ticket)
		}
		return t
	case SSH:
		send(t, flow.Client, c.rnd.Int(20, 41))
		t = send(t+0.005, flow.Server, c.rnd.Int(20, 43))
		send(t, flow.Client, c.rnd.Int(1200, 1560))
		t = send(t, flow.Server, c.rnd.Int(900, 1110))
		t = send(t, flow.Client, c.rnd.Int(48, 1250))
		t = send(t+0.01, flow.Server, c.rnd.Int(452, 1600))
		t = send(t, flow.Client, 16+44)
		t = send(t, flow.Server, 44)
		t = send(t, flow.Client, c.rnd.Int(60, 640))
		t = send(t+0.03, flow.Server, c.rnd.Int(28, 600))
		return t
	case Noise:
		t = send(t, flow.Client, c.rnd.Int(32, 64))
		t = send(t+0.002, flow.Server, c.rnd.Int(80, 234))
		return send(t+0.001, flow.Client, c.rnd.Int(48, 64))
	}
	return t
}

// Send sends a message in records.
func (c *Covered) Send(t float64, from flow.Side, n int) float64 {
	switch c.cover.Kind {
	case TLS12:
		n += 29 * (1 + n/16384)
	case TLS13:
		n += 22 * (1 + n/16384)
	case SSH:
		n = (n+5+15)/16*16 + 20
	case Noise:
		n += 18 * (1 + n/65519)
	}
	return c.Pipe.Send(t, from, n)
}

// Close says goodbye where the protocol has a message for it.
func (c *Covered) Close(t float64, by flow.Side, how Ending) float64 {
	if how == Fin && (c.cover.Kind == TLS12 || c.cover.Kind == TLS13) {
		c.Send(t, by, 2)
	}
	return c.Pipe.Close(t, by, how)
}
