package wire

import "makes/s/internal/dice"

// Layer is what lies between messages and TCP.
type Layer struct {
	Name   string // plain, tls12, tls13, ssh, socks, vpn
	over   int    // bytes a record costs
	block  int    // records are padded to a multiple
	hello  [2]int // of the first flight of each side
	finish int
	ticket int
	resume float64
	ping   float64 // seconds of silence before the tunnel's own ping
}

// NewLayer draws the numbers of a layer.
func NewLayer(d *dice.Dice, name string) Layer {
	l := Layer{Name: name, block: 1}
	switch name {
	case "tls12":
		l.over, l.hello, l.finish = 29, [2]int{d.Int(150, 330), d.Int(1900, 5200)}, d.Int(90, 360)
		switch d.IntN(5) {
		case 0: // ChaCha20
			l.over = 21
		case 1: // CBC
			l.over, l.block = dice.Pick(d, 5+16+20, 5+16+32), 16
		}
		l.ticket, l.resume = dice.Pick(d, 0, 51, 180, 250), d.Between(0, 0.9)
	case "tls13":
		l.over, l.hello, l.finish = 22, [2]int{dice.Pick(d, d.Int(240, 330), 517, d.Int(517, 700), d.Int(1700, 1850)), d.Int(1300, 4800)}, dice.Pick(d, 58, 64, 74, 80)
		l.ticket, l.resume = dice.Pick(d, 0, 239, 255, 510, 554), d.Between(0, 0.9)
		if d.Chance(0.12) {
			l.block = dice.Pick(d, 16, 32, 64, 128, 256, 512)
		}
	case "ssh":
		l.over, l.block, l.hello, l.finish = dice.Pick(d, 21, 25, 37, 41)+9, dice.Pick(d, 8, 16), [2]int{d.Int(700, 1600), d.Int(900, 1700)}, d.Int(400, 1600)
	case "socks":
		l.hello = [2]int{3, 2}
		l.finish = dice.Pick(d, 10, d.Int(14, 40))
	case "vpn":
		l.over, l.block, l.hello, l.finish = d.Int(24, 48)+dice.Pick(d, 40, 52), dice.Pick(d, 1, 1, 16), [2]int{d.Int(300, 900), d.Int(1800, 5000)}, d.Int(500, 2500)
		l.ping = dice.Pick(d, 5, 10, 10, 15, 20, 30, 60.0)
	}
	return l
}

// Size is what a message takes on the wire.
func (l *Layer) Size(n int) int {
	if l.over == 0 {
		return n
	}
	records := n/16384 + 1
	if l.block > 1 {
		n = (n/l.block + 1) * l.block
	}
	return n + records*l.over
}

// Stream carries messages over a layer on a connection.
type Stream struct {
	*Conn
	Layer *Layer
	inner [2]float64
	heard float64
}

// Open opens connection and layer; it gives the time when the client can send.
func (s *Stream) Open(at float64) float64 {
	at = s.Conn.Open(at)
	if l := s.Layer; l.hello[0] > 0 {
		first := l.hello[1]
		again := s.d.Chance(l.resume)
		if again {
			first = 130 + first%120
		}
		at = s.Conn.Send(at, Client, l.hello[0]+s.d.IntN(3))
		at = s.Conn.Send(at+0.001, Server, first+s.d.IntN(3))
		at = s.Conn.Send(at+0.002, Client, l.finish)
		if l.ticket > 0 {
			at = s.Conn.Send(at, Server, l.ticket)
		}
		if l.Name == "ssh" || l.Name == "vpn" || l.Name == "socks" {
			at = s.Conn.Send(at+0.002, Server, max(l.finish*2/3, 10))
		}
	}
	s.heard = at
	return at
}

// Idle lets the tunnel do what it does by itself until a time.
func (s *Stream) Idle(until float64) {
	if s.Layer.Name != "vpn" {
		return
	}
	for side := range s.inner {
		if t := s.inner[side]; t > 0 && t <= until {
			s.inner[side] = 0
			s.Conn.Send(t, side, s.Layer.Size(0))
		}
	}
	for s.heard+s.Layer.ping < until {
		s.heard += s.Layer.ping
		s.Conn.Send(s.heard, Client, 42)
		s.Conn.Send(s.heard+0.3*s.Layer.ping, Server, 42)
	}
}

// Send carries a message, and gives the time of its arrival.
func (s *Stream) Send(at float64, side, n int) float64 {
	if n <= 0 {
		return at
	}
	if s.Layer.Name == "vpn" {
		s.Idle(at)
		s.inner[side], s.inner[1-side], s.heard = 0, at+s.rtt/2+0.04, at
	}
	return s.Conn.Send(at, side, s.Layer.Size(n))
}

// Close ends layer and connection.
func (s *Stream) Close(at float64, side int) {
	s.Idle(at)
	if n := s.Layer.Name; n == "tls12" || n == "tls13" {
		s.Conn.Send(at, side, s.Layer.Size(2))
	}
	s.Conn.Close(at, side)
}
