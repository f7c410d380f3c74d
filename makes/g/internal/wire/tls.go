package wire

import (
	"time"

	"makes/g/internal/dice"
)

const maxRecord = 16384

// records is what TLS adds to messages on a connection.
type records struct {
	extra   int // bytes per record, 0 is plain
	goodbye int // size of close_notify
}

func (r records) wrap(n int) int {
	if r.extra == 0 {
		return n
	}
	return n + r.extra*((n+maxRecord-1)/maxRecord)
}

// TLS is how a server, and the client that talks to it, do TLS.
type TLS struct {
	Version    int // 12 or 13, 0 is plain
	Hello      int
	Flight     int // ServerHello with the certificates
	Tickets    []int
	ClientCert int
	Extra      int
	Resume     float64 // how often the session is resumed
}

// NewTLS draws habits for a version.
func NewTLS(d *dice.Dice, version int) TLS {
	t := TLS{Version: version, Hello: d.Int(190, 520), Flight: d.Int(1900, 5600), Extra: 22, Resume: dice.Pick(d, 0, 0, 0.3, 0.9)}
	if d.Chance(0.2) {
		t.Flight = d.Int(750, 1900) // self-signed, or a short ECDSA chain
	}
	if version == 13 {
		if d.Chance(0.35) {
			t.Hello += d.Int(1180, 1260) // a hybrid key share
		}
		for range dice.Pick(d, 0, 1, 2, 2) {
			t.Tickets = append(t.Tickets, d.Int(70, 290))
		}
		return t
	}
	t.Extra = dice.Pick(d, 29, 29, 29, 21, d.Int(37, 69))
	if d.Chance(0.7) {
		t.Tickets = []int{d.Int(170, 260)}
	}
	return t
}

// Mutual makes the client show a certificate too.
func (t TLS) Mutual(d *dice.Dice) TLS {
	if t.Version > 0 {
		t.ClientCert = d.Int(700, 3200)
	}
	return t
}

// Handshake does TLS on a connection whose client is the side that dialled.
func (c *Conn) Handshake(t time.Duration, h TLS) time.Duration {
	if h.Version == 0 {
		return t
	}
	think := func() time.Duration { return c.d.Dur(300*time.Microsecond, 12*time.Millisecond) }
	say := func(client bool, at time.Duration, n ...int) time.Duration {
		if client {
			return c.send(c.ends.Client, at, n)
		}
		return c.send(c.ends.Client.Other(), at, n)
	}
	resumed := c.d.Chance(h.Resume)
	vary := c.d.IntN(8)
	flight := h.Flight
	if resumed {
		flight = 235
	}
	hello := h.Hello + vary
	if h.Version == 13 && resumed {
		hello += 220
	}
	at := say(true, t, hello)
	if h.Version == 13 {
		at = say(false, at+think(), flight)
		finished := 6 + 58 + 16*c.d.IntN(2) + h.ClientCert
		done := at + think()
		heard := say(true, done, finished)
		for _, n := range h.Tickets {
			heard = say(false, heard, n)
		}
		at = done
	} else {
		at = say(false, at+think(), flight)
		if resumed {
			at += think()
			say(true, at, 51)
		} else {
			last := 51
			if len(h.Tickets) > 0 {
				last += h.Tickets[0]
			}
			at = say(false, say(true, at+think(), 126+h.ClientCert)+think(), last)
		}
	}
	c.tls = records{extra: h.Extra, goodbye: h.Extra + 2}
	return at
}
