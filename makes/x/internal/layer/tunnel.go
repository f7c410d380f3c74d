package layer

import (
	"makes/x/internal/wire"
)

// Tunnel is a virtual private network over one outer stream: every packet of
// the inner conversation becomes a message outside. It implements wire.Sink
// for the inner conversation.
type Tunnel struct {
	Outer  *Stream
	Extra  int     // bytes that the tunnel adds to an inner packet
	Ping   float64 // seconds of silence after which an end says it is alive
	Beat   int     // bytes of that
	clock  float64
	spoken [2]float64
}

// Open starts the tunnel's own clock at t.
func (u *Tunnel) Open(t float64) {
	u.clock, u.spoken = t, [2]float64{t, t}
}

// Packets implements wire.Sink.
func (u *Tunnel) Packets(s wire.Side, t float64, n, size int) {
	u.Idle(t)
	for range n {
		u.say(s, max(t, u.clock), size/n+u.Extra)
	}
}

// Idle sends the pings that are due before t.
func (u *Tunnel) Idle(t float64) {
	for u.Ping > 0 {
		s := wire.Near
		if u.spoken[1] < u.spoken[0] {
			s = wire.Far
		}
		due := u.spoken[s] + u.Ping
		if due >= t {
			return
		}
		u.say(s, due, u.Beat)
		u.spoken[s] = due
	}
}

func (u *Tunnel) say(s wire.Side, t float64, n int) {
	u.clock = max(t, u.clock)
	u.Outer.Send(s, u.clock, n)
	u.spoken[s] = u.clock
}

// Done implements wire.Sink. The tunnel outlives what it carries.
func (u *Tunnel) Done() {}
