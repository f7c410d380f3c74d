package wire

import "makes/j/internal/dice"

// Wrap is what goes between TCP and a program.
type Wrap struct {
	TLS       int  // 0, 12 or 13
	CBC       bool // TLS 1.2 with padding to blocks
	WebSocket bool
	SOCKS     bool
	VPN       bool
	Hello     int     // bytes of a ClientHello
	Chain     int     // bytes of ServerHello and certificates
	Resume    float64 // chance that a session is resumed
	Inner     int     // bytes a packet in a VPN has on top of its data
	Ping      float64 // seconds of a VPN's own pings
	HTTP      [2]int  // bytes of a WebSocket's upgrade
}

// DrawWrap gives the sizes of what is around the messages of one service.
func DrawWrap(d dice.Dice, tls int) Wrap {
	w := Wrap{TLS: tls, CBC: tls == 12 && d.Chance(0.3), Hello: d.Int(190, 520), Chain: d.Int(1500, 5500), Resume: dice.Pick(d, 0, 0, 0.7, 0.95),
		Inner: d.Int(62, 90), Ping: dice.Pick(d, 10.0, 10, 15, 30, 60), HTTP: [2]int{d.Int(150, 900), d.Int(130, 420)}}
	if tls == 13 {
		w.Hello = dice.Pick(d, 283, 517, 517, d.Int(230, 600), d.Int(1650, 1800))
	}
	return w
}

// Link carries the messages of a program.
type Link struct {
	*Conn
	w     Wrap
	owed  [2]bool // acknowledgements within a VPN
	due   [2]float64
	ping  float64
	pings bool
}

// Open opens a connection with all that is around it.
func (p *Path) Open(at float64, w Wrap) (*Link, float64) {
	c, t := p.Dial(at)
	l := &Link{Conn: c, w: w}
	turn := func(up, down int) {
		c.Send(0, t, up)
		t += p.RTT + 0.001
		if down > 0 {
			c.Send(1, t, down)
		}
	}
	if w.SOCKS {
		turn(3, 2)
		turn(dice.Pick(p.Dice, 10, 22, 29), 10)
		t += 0.15
	}
	if w.VPN {
		turn(70, 90)
		turn(350, 1800)
		turn(1500, 400)
		l.pings, l.ping = true, max(t, 0)+w.Ping
	}
	switch {
	case w.TLS == 0:
	case p.Dice.Chance(w.Resume):
		turn(w.Hello+230, 230)
		turn(80, 0)
	case w.TLS == 13:
		turn(w.Hello, w.Chain+240)
		turn(80, 2*(p.Dice.Int(180, 250)))
	default:
		turn(w.Hello, w.Chain+340)
		turn(126, 258)
	}
	if w.WebSocket {
		turn(l.size(0, w.HTTP[0]), l.size(1, w.HTTP[1]))
	}
	return l, t
}

// size gives the bytes of a message with all that is around it.
func (l *Link) size(side, n int) int {
	w := &l.w
	switch w.TLS {
	case 13:
		n += 22 * (n/16384 + 1)
	case 12:
		if w.CBC {
			n = 5 + 16 + (n+20+16)/16*16
		} else {
			n += 29 * (n/16384 + 1)
		}
	}
	return n
}

// Send sends a message of a program.
func (l *Link) Send(side int, at float64, n int) {
	if l.w.WebSocket {
		n += 2
		if n > 127 {
			n += 2
		}
		if side == 0 {
			n += 4
		}
	}
	n = l.size(side, n)
	if !l.w.VPN {
		l.Conn.Send(side, at, n)
		return
	}
	l.inner(at)
	l.owed[side] = false
	packets := (n + 1299) / 1300
	l.Conn.Send(side, at, n+packets*l.w.Inner)
	l.owed[1-side], l.due[1-side] = true, at+0.04+l.p.RTT
}

// inner lets the timers within a VPN run until a time.
func (l *Link) inner(at float64) {
	for side := range 2 {
		if l.owed[side] && l.due[side] <= at {
			l.owed[side] = false
			l.Conn.Send(side, l.due[side], l.w.Inner)
		}
	}
	for l.pings && l.ping < at {
		l.Conn.Send(0, l.ping, 42)
		l.Conn.Send(1, l.ping+l.p.RTT, 42)
		l.ping += l.w.Ping
	}
}
