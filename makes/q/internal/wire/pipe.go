package wire

import "makes/q/internal/dice"

// Layer is what lies between messages and TCP.
type Layer int

// The layers.
const (
	Plain Layer = iota
	TLS12
	TLS13
	Socks
	Tunnel // packets within OpenVPN over TCP
	SSH    // a port forwarded by SSH
)

// Pipe is a connection with a layer on top.
type Pipe struct {
	*Conn
	Layer Layer
	Habit Habit
	spoke [2]float64
}

// Habit is how a service wears its layer.
type Habit struct {
	Hello, Cert, Finish, Tickets int     // bytes of a handshake
	Over                         int     // bytes on top of each record, 0 for the layer's own
	Pad                          int     // messages grow to a multiple of this
	Ping                         float64 // seconds of silence before a tunnel's ping
	Resume                       float64 // odds that a session is resumed
}

// DrawHabit draws one.
func DrawHabit(d dice.Dice, layer Layer) Habit {
	h := Habit{Hello: dice.Pick(d, 517, 517, d.Int(180, 330), d.Int(400, 700), d.Int(1500, 1900)), Cert: int(d.Scale(900, 5500)),
		Finish: d.Int(58, 130), Tickets: dice.Pick(d, 0, 1, 2, 2) * d.Int(180, 290), Ping: dice.Pick(d, 5, 10, 10, 15, 30, 60, 1e9)}
	if d.Odds(0.3) {
		h.Resume = d.Float64()
	}
	switch layer {
	case TLS12:
		h.Over = dice.Pick(d, 29, 29, 29, 21, 25)
		if d.Odds(0.15) {
			h.Over, h.Pad = 41, 16
		}
	case TLS13:
		h.Over = 22
		if d.Odds(0.05) {
			h.Pad = dice.Pick(d, 16, 64, 256)
		}
	case Tunnel:
		h.Over = dice.Pick(d, 24, 27, 43, 50)
	case SSH:
		h.Over, h.Pad = dice.Pick(d, 24, 29, 44), dice.Pick(d, 8, 16)
	}
	return h
}

// Ready opens the connection and the layer.
func (p *Pipe) Ready(t float64) float64 {
	t = p.Open(t)
	h, d := p.Habit, p.dice
	switch p.Layer {
	case TLS12, TLS13:
		cert := h.Cert
		if d.Odds(h.Resume) {
			cert = 140
		}
		t = p.Conn.Send(t+0.001, 0, h.Hello)
		t = p.Conn.Send(t+p.RTT, 1, 120+cert) + 0.002
		p.Conn.Send(t, 0, h.Finish)
		if p.Layer == TLS12 {
			t = p.Conn.Send(t+p.RTT, 1, 51+h.Tickets)
		} else if h.Tickets > 0 {
			p.Conn.Send(t+p.RTT, 1, h.Tickets)
		}
	case Socks:
		p.Conn.Send(t, 0, 3+h.Finish%2)
		t = p.Conn.Send(t+p.RTT, 1, 2)
		p.Conn.Send(t, 0, 7+h.Hello%30)
		t = p.Conn.Send(t+p.RTT*2+0.05, 1, 10)
	case Tunnel, SSH:
		for i := range 4 {
			p.Conn.Send(t, 0, 60+h.Hello*(1+i%2))
			t = p.Conn.Send(t+p.RTT, 1, 60+h.Cert/(1+i))
		}
	}
	p.spoke = [2]float64{t, t}
	return t
}

// Assume takes connection and layer as open since before t.
func (p *Pipe) Assume(t float64) {
	p.Conn.Assume(t)
	p.spoke = [2]float64{t, t}
}

// Stop leaves everything open at t, where the log ends.
func (p *Pipe) Stop(t float64) {
	if p.Layer == Tunnel {
		p.pings(t)
	}
	p.Conn.Stop(t)
}

// Send sends a message through the layer.
func (p *Pipe) Send(t float64, from, n int) float64 {
	if n <= 0 {
		return t
	}
	switch p.Layer {
	case Plain, Socks:
		return p.Conn.Send(t, from, n)
	case Tunnel:
		p.pings(t)
		segs := (n + 1299) / 1300
		end := p.Conn.Send(t, from, n+segs*(54+p.Habit.Over))
		if p.dice.Odds(0.75) {
			p.Conn.Send(end+0.04+float64(from^p.local)*p.RTT, 1-from, 54+p.Habit.Over)
		}
		p.spoke = [2]float64{t, t}
		return end
	}
	return p.Conn.Send(t, from, p.wrapped(n))
}

func (p *Pipe) pings(t float64) {
	for from := range 2 {
		for p.spoke[from]+p.Habit.Ping < t {
			p.spoke[from] += p.Habit.Ping
			p.Conn.Send(p.spoke[from], from, 18+p.Habit.Over)
		}
	}
}

func (p *Pipe) wrapped(n int) int {
	if p.Habit.Pad > 0 {
		n += p.Habit.Pad - n%p.Habit.Pad
	}
	return n + (n+16383)/16384*p.Habit.Over
}

// Many sends several small messages through the layer.
func (p *Pipe) Many(t float64, from, count, n int) {
	if p.Layer >= TLS12 && p.Layer != Socks {
		n = p.wrapped(n)
	}
	p.Conn.Many(t, from, count, n)
}
