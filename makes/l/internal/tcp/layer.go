package tcp

import "math/rand/v2"

// Layer is what a protocol's messages go through on their way to TCP.
type Layer struct {
	Name   string // plain, tls12, tls13, socks or vpn
	over   int    // bytes a record
	block  int    // records are filled up to so many bytes
	record int    // most bytes of a record
	acks   bool   // the inner TCP's own acknowledgements are messages too
	frame  [2]int // WebSocket and the like, by side
	hello  [3]int // sizes of a handshake
	ticket int
	bye    int
}

// NewLayer draws the numbers of a layer of a name; a frame of WebSocket is
// added to each message if web is set.
func NewLayer(name string, web bool, rng *rand.Rand) Layer {
	l := Layer{Name: name, record: 1 << 30, block: 1}
	switch name {
	case "tls12":
		l.over, l.record, l.bye = 29, 16384, 31
		if rng.IntN(4) == 0 {
			l.over, l.block = 5+16+32, 16
		}
		l.hello = [3]int{180 + rng.IntN(150), 2400 + rng.IntN(2600), 75 + rng.IntN(60)}
		l.ticket = 51 + rng.IntN(2)*207
	case "tls13":
		l.over, l.record, l.bye = 22, 16384, 24
		l.hello = [3]int{230 + rng.IntN(370), 1500 + rng.IntN(3200), 64 + rng.IntN(3)*16}
		if rng.IntN(5) > 0 {
			l.ticket = (1 + rng.IntN(2)) * (220 + rng.IntN(60))
		}
		if rng.IntN(20) == 0 { // records of a program that fills them up
			l.block = 64
		}
	case "socks":
		l.hello = [3]int{3, 2, 10 + rng.IntN(30)}
	case "vpn":
		if rng.IntN(2) == 0 { // packets in OpenVPN over TCP
			l.over, l.acks, l.record = 52+2+24+rng.IntN(3)*8, true, 1300
			l.hello = [3]int{350 + rng.IntN(200), 3000 + rng.IntN(1500), 2000 + rng.IntN(800)}
		} else { // a channel of SSH
			l.over, l.block, l.record = 4+1+9+20+rng.IntN(2)*12, 8, 32768
			l.hello = [3]int{1100 + rng.IntN(600), 1800 + rng.IntN(500), 1000 + rng.IntN(800)}
		}
	}
	if web {
		l.frame = [2]int{6, 2}
	}
	return l
}

// Size is the size of a side's message on the layer's outside.
func (l *Layer) Size(side, n int) int {
	if n == 0 {
		return l.over
	}
	if l.frame[0] > 0 {
		n += l.frame[side]
		if n > 125 {
			n += 2
		}
	}
	records := (n + l.record - 1) / l.record
	if l.block > 1 {
		n += (l.block - n%l.block) % l.block
	}
	return n + records*l.over
}

func (l *Layer) open(c *Conn) {
	if l.hello[0] == 0 {
		return
	}
	for i, n := range l.hello {
		c.Turn(i % 2)
		c.Send(i%2, n)
	}
	if l.ticket > 0 || l.Name == "socks" {
		c.Turn(Server)
		c.Send(Server, max(l.ticket, 10))
	}
}

func (l *Layer) close(c *Conn, first int) {
	if l.bye > 0 {
		c.Send(first, l.bye)
	}
}
