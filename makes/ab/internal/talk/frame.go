package talk

import "makes/ab/internal/rng"

// Frame is what lies between messages and TCP.
type Frame struct {
	Name   string
	record int    // bytes that a TLS record adds
	hello  [4]int // ClientHello, server's flight, client's end, server's end
	frame  int    // bytes that a frame adds: WebSocket, HTTP/2, gRPC
	mask   int    // bytes that a client's WebSocket frame adds
	head   [2]int // HTTP/2 headers once the tables are warm
	split  bool   // headers and data in records of their own
	pad    int    // block size of a CBC cipher
	outer  int    // bytes of a packet within a tunnel
}

// Draw draws a service's frame by the letter that tables use: p plain, t TLS 1.3, s TLS 1.2, c TLS
// 1.2 with CBC, w and W WebSocket, h HTTP/2, g and G gRPC.
func Draw(r *rng.R, letter byte) Frame {
	f := Frame{Name: "plain"}
	cert := r.Between(1900, 4800)
	switch letter {
	case 't', 'W', 'h', 'G':
		f.Name, f.record = "tls13", 22
		f.hello = [4]int{rng.Of(r, 517, 517, 262, 330, 1750), 127 + 6 + cert, 6 + 58 + r.N(2)*16, rng.Of(r, 0, 255, 510, 2*239)}
	case 's':
		f.Name, f.record = "tls12", 29
		f.hello = [4]int{r.Between(160, 320), cert + 330, rng.Of(r, 93, 126, 318), rng.Of(r, 51, 258, 274)}
	case 'c':
		f.Name, f.record, f.pad = "tls12", 5+16+20, 16
		f.hello = [4]int{r.Between(120, 230), cert, 342, 75}
	}
	switch letter {
	case 'w', 'W':
		f.frame, f.mask = 2, 4
	case 'h', 'g', 'G':
		f.frame, f.head = 9, [2]int{9 + r.Between(12, 70), 9 + r.Between(4, 40)}
		f.split = r.P(0.3)
		if letter != 'h' {
			f.frame = 14
		}
	}
	return f
}

// Tunnel is a VPN's inside: each message is a packet with headers of its own.
func Tunnel(r *rng.R) Frame {
	f := Draw(r, 's')
	f.Name = "vpn"
	f.outer, f.record = rng.Of(r, 52, 40)+rng.Of(r, 2+24, 2+41, 2+32), 0
	return f
}

// wrap returns the bytes of one or two writes that carry a message.
func (f *Frame) wrap(r *rng.R, dir, n int) (first, second int) {
	if f.frame > 0 {
		n += f.frame
		if f.mask > 0 {
			if n > 127 {
				n += 2
			}
			if dir == Up {
				n += f.mask
			}
		}
		if h := f.head[dir]; h > 0 {
			h += r.N(3)
			if f.split {
				first = h + f.record
			} else {
				n += h
			}
		}
	}
	if f.pad > 0 {
		n = (n + f.pad) / f.pad * f.pad
	}
	if f.outer > 0 {
		n += f.outer * (1 + n/1300)
	}
	return first, n + f.record*(1+n/16384)
}

// Greet does the frame's own beginning.
func (s *Sess) Greet(t float64) float64 {
	f := s.Frame
	if f.hello[0] > 0 {
		rtt := s.Conn.RTT()
		t = s.Conn.Send(Up, t, f.hello[0]) + s.R.U(0.001, 0.01)
		t = s.Conn.Send(Down, t, f.hello[1]+s.R.N(3)) + s.R.U(0.001, 0.004)
		t = s.Conn.Send(Up, t, f.hello[2]) + 0.001
		if f.hello[3] > 0 {
			t = s.Conn.Send(Down, t, f.hello[3]) + 0.0005
		}
		t = max(t, s.Began+rtt)
	}
	if f.mask > 0 {
		t = s.Conn.Send(Up, t, s.R.Between(180, 620)+f.record) + 0.002
		t = s.Conn.Send(Down, t, s.R.Between(129, 260)+f.record) + 0.001
	} else if f.head[0] > 0 {
		t = s.Conn.Send(Up, t, 24+27+13+f.record) + 0.001
		t = s.Conn.Send(Down, t, 27+9+9+f.record) + 0.0005
	}
	return t
}
