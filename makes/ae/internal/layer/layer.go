// Package layer puts TLS, HTTP, WebSocket and the like around messages.
package layer

import (
	"makes/ae/internal/rnd"
	"makes/ae/internal/tcp"
)

// Wrap is what a service puts around its messages; drawn once, so that all
// its clients have the same.
type Wrap struct {
	record, split int    // bytes around a TLS record, and its greatest payload
	hello         [4]int // hello, certificates, end of handshake, tickets
	head          [2]int // of each message
	first         [2]int // more of it the first time: HPACK, upgrade
	round         int    // multiple to pad to, 0 for none
	upgrade       bool
	ticket        float64 // share of handshakes that take up an old session
}

// New draws a wrap by its name.
func New(r rnd.R, name string) *Wrap {
	w := &Wrap{ticket: rnd.Pick(r, 0, 0, .3, .8)}
	switch name {
	case "tls", "ws", "h2", "https", "grpc", "sse":
		w.tls(r, r.P(.65))
	case "tls12":
		w.tls(r, false)
	case "tls13":
		w.tls(r, true)
	case "mtls":
		w.tls(r, r.P(.5))
		w.hello[2] += r.Int(900, 3200)
	case "ssh":
		w.round, w.record = rnd.Pick(r, 8, 16), rnd.Pick(r, 20, 24, 36)
		w.hello = [4]int{r.Int(21, 40) + r.Int(900, 1600), r.Int(21, 40) + r.Int(800, 1200), r.Int(400, 1300), r.Int(200, 900)}
	}
	switch name {
	case "ws", "wsp":
		w.head, w.upgrade = [2]int{6, 2}, true
		w.first = [2]int{r.Int(180, 900), r.Int(129, 420)}
	case "h2":
		w.head, w.first = [2]int{9 + r.Int(18, 90), 18 + r.Int(4, 60)}, [2]int{r.Int(120, 900), r.Int(60, 400)}
	case "grpc":
		w.head, w.first = [2]int{14 + r.P01(20), 14 + r.P01(26)}, [2]int{r.Int(120, 500), r.Int(50, 200)}
	case "http":
		w.head = [2]int{r.Int(90, 420), r.Int(80, 330)}
	case "https":
		w.head = [2]int{r.Int(140, 1100), r.Int(110, 900)}
	case "sse":
		w.head, w.first = [2]int{r.Int(150, 600), r.Int(12, 24)}, [2]int{0, r.Int(120, 500)}
	}
	return w
}

func (w *Wrap) tls(r rnd.R, new bool) {
	w.split = rnd.Pick(r, 16384, 16384, 16384, 4096, 1369)
	cert := rnd.Pick(r, r.Int(900, 1600), r.Int(2300, 3400), r.Int(3400, 5200))
	if new {
		w.record = 22
		w.hello = [4]int{rnd.Pick(r, 517, r.Int(230, 420), r.Int(1700, 1850)), cert + r.Int(180, 1400), rnd.Pick(r, 80, 64, 74), rnd.Pick(r, 0, 250, 478, 510)}
		return
	}
	w.record = rnd.Pick(r, 29, 29, 29, 21, 37, 53)
	w.hello = [4]int{r.Int(160, 330), cert + r.Int(350, 500), rnd.Pick(r, 126, 93, 318), rnd.Pick(r, 51, 226, 258)}
}

// Stream is a connection with its wrap.
type Stream struct {
	*tcp.Conn
	wrap *Wrap
	said [2]int
}

// On puts a wrap on a connection.
func On(c *tcp.Conn, w *Wrap) *Stream { return &Stream{Conn: c, wrap: w} }

// Start dials and shakes hands in all layers.
func (s *Stream) Start(r rnd.R, t float64) float64 {
	t = s.Dial(t)
	w := s.wrap
	if w.hello[0] > 0 {
		t = s.Send(t+.0002, tcp.Up, w.hello[0])
		if r.P(w.ticket) {
			t = s.Send(t+.0004, tcp.Down, r.Int(130, 260))
			t = s.Send(t+.0005, tcp.Up, rnd.Pick(r, 51, 64, 80))
		} else {
			t = s.Send(t+r.Uni(.001, .01), tcp.Down, w.hello[1])
			t = s.Send(t+.001, tcp.Up, w.hello[2])
			t = s.Send(t+.001, tcp.Down, w.hello[3])
		}
	}
	if w.upgrade {
		t = s.send(t+.001, tcp.Up, w.first[tcp.Up])
		t = s.send(t+r.Uni(.001, .02), tcp.Down, w.first[tcp.Down])
	}
	return t
}

// Say sends one message of n bytes with all that is around it.
func (s *Stream) Say(t float64, d, n int) float64 {
	w := s.wrap
	if !w.upgrade {
		if s.said[d] == 0 {
			n += w.first[d]
		}
	} else if n > 125 {
		n += 2
	}
	return s.send(t, d, n+w.head[d])
}

func (s *Stream) send(t float64, d, n int) float64 {
	w := s.wrap
	s.said[d]++
	if w.round > 0 {
		n = (n + w.round + 4) / w.round * w.round
	}
	if w.split > 0 {
		n += (n + w.split - 1) / w.split * w.record
	} else {
		n += w.record
	}
	return s.Send(t, d, n)
}
