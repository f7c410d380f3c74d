package talk

import (
	"math/rand/v2"

	"makes/r/internal/flow"
	"makes/r/internal/tcp"
)

// Wire is what a program's messages are wrapped in on their way into TCP. The
// zero value adds nothing.
type Wire struct {
	Name     string
	record   int // bytes a TLS record adds
	block    int // to which records are padded
	max      int // bytes of a record
	head     [2]int
	split    bool // header and body are written one by one
	padding  int
	Steps    []Step // the opening
	tunnel   int    // bytes that a packet inside a tunnel adds, headers included; 0 for none
	Keep     int64  // pings of the tunnel
	alert    int
	control  float64 // chance of a control frame in answer to a message
	controls int
}

// Step is one message of an opening; bytes as they go into TCP.
type Step struct {
	Side, Size int // side 0 is the client
	Wait       int64
}

// NewWire draws a wrapping: plain, tls, tls12, tls13, http, https, h2, grpc,
// ws, wss, socks, vpn, ssh.
func NewWire(r *rand.Rand, name string) *Wire {
	w := &Wire{Name: name}
	in := func(low, high float64) int { return Range{low, high}.Int(r) }
	switch name {
	case "tls":
		return NewWire(r, []string{"tls12", "tls13", "tls13"}[r.IntN(3)])
	case "tls12", "tls13", "https", "h2", "grpc", "wss":
		if name == "tls13" || name != "tls12" && r.IntN(4) > 0 {
			w.record = 22
		} else {
			w.record = []int{29, 29, 21, 37}[r.IntN(4)]
			if w.record == 37 { // CBC
				w.block = 16
			}
		}
		w.max, w.alert = []int{16384, 16384, 16384, 4096, 1400}[r.IntN(5)], w.record+2
		w.handshake(r)
	case "socks":
		auth := r.IntN(2) == 0
		w.Steps = []Step{{0, in(3, 4), 0}, {1, 2, 0}}
		if auth {
			w.Steps = append(w.Steps, Step{0, in(12, 40), 0}, Step{1, 2, 0})
		}
		w.Steps = append(w.Steps, Step{0, in(10, 40), 0}, Step{1, 10, int64(in(20, 900)) * flow.Millisecond})
	case "vpn":
		// OpenVPN: length, opcode, packet id and tag around an IP packet
		w.tunnel = in(24, 41) + 40 + 12*r.IntN(2)
		w.Keep = int64([]int{0, 10, 10, 15, 60}[r.IntN(5)]) * flow.Second
		w.Steps = []Step{{0, 16, 0}, {1, 28, 0}, {0, in(300, 540), 0}, {1, in(1800, 4000), 0}, {0, in(1500, 3500), 0}, {1, in(200, 600), 0},
			{0, in(60, 300), 0}, {1, in(200, 500), flow.Second}}
		if r.IntN(2) == 0 { // a channel of SSH
			w.tunnel, w.record, w.block, w.Keep = 0, 4+1+9+16, []int{8, 16}[r.IntN(2)], int64([]int{0, 0, 15, 30, 60}[r.IntN(5)])*flow.Second
			w.ssh(r)
		}
	case "ssh":
		w.record, w.block = 4+1+9+[]int{16, 16, 20, 32}[r.IntN(4)], []int{8, 16}[r.IntN(2)]
		w.ssh(r)
	}
	switch name {
	case "http", "https":
		w.head = [2]int{in(90, 1400), in(110, 700)}
		w.split = r.IntN(4) == 0
	case "h2":
		w.head = [2]int{in(9+15, 130), in(9+9+10, 9+9+120)}
		w.Steps = append(w.Steps, Step{0, 24 + w.record + in(27, 60), 0}, Step{1, w.record + in(9, 40), 0}, Step{0, 9 + w.record, 0})
		w.control, w.controls = Range{.02, 1}.Draw(r), []int{13, 17, 26}[r.IntN(3)]
	case "grpc":
		w.head = [2]int{14, 14}
		w.Steps = append(w.Steps, Step{0, 24 + w.record + in(27, 60), 0}, Step{1, w.record + in(9, 40), 0}, Step{0, 9 + w.record + in(100, 400), 0})
		w.control, w.controls = Range{.02, 1}.Draw(r), []int{13, 17, 30}[r.IntN(3)]
		w.split = r.IntN(3) == 0
	case "ws", "wss":
		w.head = [2]int{6, 2}
		w.Steps = append(w.Steps, Step{0, w.record + in(180, 900), 0}, Step{1, w.record + in(129, 400), 0})
	}
	return w
}

func (w *Wire) handshake(r *rand.Rand) {
	in := func(low, high float64) int { return Range{low, high}.Int(r) }
	hello := []int{in(180, 350), 517, in(517, 620), in(1650, 1900)}[r.IntN(4)]
	resumed := r.IntN(5) == 0
	flight := in(2200, 5600)
	if resumed {
		flight = in(130, 330)
	}
	w.Steps = append(w.Steps, Step{0, hello, 0}, Step{1, flight, 0})
	if w.record == 22 {
		w.Steps = append(w.Steps, Step{0, 6 + []int{58, 74}[r.IntN(2)], 0})
		if n := r.IntN(3); n > 0 {
			w.Steps = append(w.Steps, Step{1, n * in(79, 290), 0})
		}
	} else {
		w.Steps = append(w.Steps, Step{0, 6 + w.record + 16 + in(37, 107), 0}, Step{1, 6 + w.record + 16 + r.IntN(2)*in(170, 240), 0})
	}
}

func (w *Wire) ssh(r *rand.Rand) {
	in := func(low, high float64) int { return Range{low, high}.Int(r) }
	w.Steps = []Step{{0, in(20, 43), 0}, {1, in(20, 43), 0}, {0, in(900, 1700), 0}, {1, in(700, 1200), 0}, {0, in(48, 1300), 0}, {1, in(400, 1700), 0},
		{0, 16, 0}, {0, 44, 0}, {1, 44, 0}, {0, in(60, 90), 0}, {1, in(52, 90), 0}, {0, in(370, 700), 0}, {1, in(330, 640), 0}, {0, in(600, 1200), 0}, {1, in(28, 60), flow.Second / 3},
		{0, in(100, 200), 0}, {1, in(500, 700), 0}}
}

// Size gives how many bytes a message of a side takes.
func (w *Wire) Size(side, n int) int {
	n += w.head[side]
	if side == 0 && w.head[0] == 6 || w.head[1] == 2 { // WebSocket
		if n > 65536 {
			n += 8
		} else if n > 125 {
			n += 2
		}
	}
	if w.tunnel > 0 {
		return n + w.tunnel*((n+1399)/1400)
	}
	if w.record == 0 {
		return n
	}
	if w.block > 0 {
		n = (n + w.block) / w.block * w.block
	}
	parts := 1
	if w.max > 0 {
		parts = (n + w.max - 1) / w.max
	}
	return n + parts*w.record
}

// Send writes a message of the program; client tells which side of the
// connection is its client.
func (w *Wire) Send(c *tcp.Conn, side, client, n, tag int) {
	role := side ^ client
	if w.split && w.head[role] > 0 && n > 8 {
		rest := n
		if n = 0; w.record > 0 {
			rest += w.record
		}
		c.Write(side, w.Size(role, 0), TagNone)
		c.Write(side, rest, tag)
		return
	}
	c.Write(side, w.Size(role, n), tag)
}

// Got does what the wrapping itself does when a message came: acknowledgements
// inside a tunnel, and control frames.
func (w *Wire) Got(c *tcp.Conn, side int) {
	if w.tunnel > 0 && c.Rand.Float64() < .6 {
		c.Write(side, w.tunnel, TagNone)
	} else if w.control > 0 && c.Rand.Float64() < w.control {
		c.Write(side, w.controls+w.record, TagNone)
	}
}

// Bye is said before a connection is closed.
func (w *Wire) Bye(c *tcp.Conn, side int) {
	if w.alert > 0 && c.Rand.IntN(3) > 0 {
		c.Write(side, w.alert, TagNone)
	}
}

// Tags below TagFree are those of openings.
const (
	TagNone = -1
	TagFree = 1000
)

// Opening sends the steps of the wrapping from the i-th on, as far as the next
// message that must come first, and tells whether all are done.
func (w *Wire) Opening(c *tcp.Conn, client, i int) bool {
	for ; i < len(w.Steps); i++ {
		s := w.Steps[i]
		tag := TagNone
		turn := i+1 == len(w.Steps) || w.Steps[i+1].Side != s.Side
		if turn {
			tag = i
		}
		c.Write(s.Side^client, s.Size, tag)
		if turn {
			return false
		}
	}
	return true
}
