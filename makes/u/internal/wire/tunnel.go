package wire

import (
	"makes/u/internal/flow"
	"makes/u/internal/rng"
)

// Tunnel is a private network over one TCP connection. Packets of the
// connections inside become messages outside.
type Tunnel struct {
	outer Pipe
	rnd   *rng.R
	over  int     // bytes added to each packet
	ping  float64 // seconds between keep-alives
	rekey float64
	next  float64
	again float64
	now   float64
}

// Init puts a tunnel over a pipe.
func (u *Tunnel) Init(outer Pipe, over int, ping, rekey float64, r *rng.R) {
	*u = Tunnel{outer: outer, over: over, ping: ping, rekey: rekey, rnd: r}
}

// Open connects to the other end, with the exchange of keys and settings.
func (u *Tunnel) Open(t float64) float64 {
	t = u.outer.Open(t)
	t = u.keys(t)
	t = u.outer.Send(t, flow.Client, u.rnd.Int(60, 120))
	t = u.outer.Send(t+0.05, flow.Server, u.rnd.Int(180, 420))
	u.next, u.again, u.now = t+u.ping, t+u.rekey, t
	return t
}

func (u *Tunnel) keys(t float64) float64 {
	t = u.outer.Send(t, flow.Client, u.rnd.Int(42, 60))
	t = u.outer.Send(t, flow.Server, u.rnd.Int(52, 68))
	t = u.outer.Send(t, flow.Client, u.rnd.Int(280, 600))
	t = u.outer.Send(t, flow.Server, u.rnd.Int(2400, 4200))
	t = u.outer.Send(t, flow.Client, u.rnd.Int(1900, 2600))
	t = u.outer.Send(t, flow.Server, u.rnd.Int(250, 500))
	return t
}

// Settle sends the tunnel's own keep-alives and new keys.
func (u *Tunnel) Settle(t float64) {
	for min(u.next, u.again) <= t {
		if u.next <= u.again {
			u.outer.Send(u.next, flow.Client, 16+u.over)
			u.outer.Send(u.next+u.rnd.Uniform(0, 2), flow.Server, 16+u.over)
			u.next += u.ping
		} else {
			u.keys(u.again)
			u.again += u.rekey
		}
	}
	u.outer.Settle(t)
}

// Close closes the tunnel.
func (u *Tunnel) Close(t float64, by flow.Side, how Ending) float64 {
	return u.outer.Close(t, by, how)
}

// Add carries packets of an inner connection.
func (u *Tunnel) Add(from flow.Side, t float64, packets, bytes int) {
	u.now = max(u.now, t)
	u.Settle(u.now)
	for range packets {
		u.outer.Send(u.now, from, bytes/packets+u.over)
	}
}

// Lost carries packets that are lost behind the tunnel.
func (u *Tunnel) Lost(from flow.Side, t float64, packets, bytes int) {
	if from == flow.Client {
		u.Add(from, t, packets, bytes)
	}
}

// Spread carries a long transfer.
func (u *Tunnel) Spread(from flow.Side, t0, _ float64, packets, bytes int) {
	u.now = max(u.now, t0)
	u.Settle(u.now)
	u.outer.Send(u.now, from, bytes+packets*u.over)
}

// Within is a connection inside a tunnel; its timers and the tunnel's run
// together.
type Within struct {
	Conn
	Tunnel *Tunnel
}

// Settle runs the timers of the connection and then those of the tunnel.
func (w *Within) Settle(t float64) {
	w.Conn.Settle(t)
	w.Tunnel.Settle(t)
}
